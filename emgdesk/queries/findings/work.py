"""The work plan and the mandates behind a check, read once for all meetings."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import MandateEvent, Meeting
from emgdesk.domain.codes import read_code
from emgdesk.domain.folding import words
from emgdesk.queries.origins import Chains, read_chains
from emgdesk.queries.workstreams import TaskRow, list_tasks, list_workstreams

_TOLD = 12  # words by which the text of a task is that of a decision


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A mandate event; `som` is the number of the SOM that decided it, None if that is not known."""

    workstream_id: str
    workstream: str
    kind: str
    date: str
    som: int | None
    until: str


@dataclass(frozen=True, slots=True)
class Work:
    """Tasks, names of workstreams by key, those concluded, mandate events in order by workstream.

    `chains` tell which decisions tasks come from, `texts` are how tasks begin, folded.
    """

    tasks: tuple[TaskRow, ...]
    workstreams: Mapping[str, str]
    concluded: frozenset[str]
    mandates: Mapping[str, tuple[MandateRow, ...]]
    chains: Chains
    texts: frozenset[tuple[str, ...]]

    def has_task(self, action_id: str, wording: str) -> bool:
        """Whether a task comes from this action in any of its wordings, or quotes it."""
        return self.chains.has_task(action_id) or words(wording)[:_TOLD] in self.texts


def read_work(session: Session) -> Work:
    """All of it."""
    tasks, bodies = list_tasks(session), list_workstreams(session)
    names = {row.id: row.name for row in bodies}
    return Work(
        tasks=tasks,
        workstreams=names,
        concluded=frozenset(row.id for row in bodies if row.status == "concluded"),
        mandates=_mandates(session, {row.id: row.name for row in bodies if row.status == "active"}),
        chains=read_chains(session),
        texts=frozenset(words(task.text)[:_TOLD] for task in tasks if task.text.strip()),
    )


def _mandates(session: Session, active: Mapping[str, str]) -> dict[str, tuple[MandateRow, ...]]:
    """The events of active workstreams, by date as far as they have one."""
    wanted = select(MandateEvent, Meeting.som_number)
    wanted = wanted.outerjoin(Meeting, Meeting.id == MandateEvent.meeting_id)
    events: dict[str, list[MandateRow]] = defaultdict(list)
    for event, number in session.execute(wanted.order_by(MandateEvent.position, MandateEvent.id)):
        if event.workstream_id in active:
            som = number if number is not None else read_code(event.meeting)[0]
            events[event.workstream_id].append(
                MandateRow(
                    event.workstream_id, active[event.workstream_id], event.kind, event.date, som, event.until
                )
            )
    return {key: _in_order(rows) for key, rows in events.items()}


def _in_order(rows: list[MandateRow]) -> tuple[MandateRow, ...]:
    return tuple(sorted(rows, key=lambda row: row.date) if all(row.date for row in rows) else rows)
