"""Decisions of all meetings nobody turned into a task."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, Meeting, Task, Workstream
from emgdesk.domain.action_grammar import asks_for_work
from emgdesk.domain.folding import words
from emgdesk.domain.statuses import ADOPTED
from emgdesk.queries.citations import read_citations
from emgdesk.queries.decisions import as_sentence, with_above
from emgdesk.queries.meetings import list_meetings
from emgdesk.queries.origins import read_chains

_TOLD = 12  # words by which the text of a task is that of a decision


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """A decision that asks for work and of which no task was made; `text` as the task would say it."""

    action_id: str
    meeting_id: str
    meeting: str
    citation: str
    text: str
    workstream_id: str | None
    workstream: str


def decisions_without_task(session: Session) -> tuple[OpenDecision, ...]:
    """Decisions that ask for work and became no task in any of their wordings; the newest meeting first.

    Left out is what was put before a later meeting, what is said by the actions below it, and what a task
    quotes.
    """
    rows = {row.id: row for row in session.execute(_ACTIONS)}
    chains, names = read_chains(session), dict(session.execute(select(Workstream.id, Workstream.name)).all())
    silent = {row.parent_id for row in rows.values() if row.outcome != "withdrawn"}
    silent |= {row.origin_id for row in rows.values() if row.status != "cancelled"}
    quoted = quotations(session.scalars(select(Task.text)))
    waiting: dict[str, str] = {}
    parents = {key: row.parent_id for key, row in rows.items()}
    for key, row in rows.items():
        if row.outcome in ADOPTED and key not in silent and not chains.has_task(key):
            above = [rows[one] for one in _above(key, parents)]
            told, stem = [one.adopted_text or one.text for one in above], (above or [row])[-1].stem
            wording = row.adopted_text or row.text
            text = as_sentence(with_above(wording, told))
            if asks_for_work(wording, told[::-1], stem) and opening(text) not in quoted:
                waiting[key] = text
    order = {m.id: at for at, m in enumerate(list_meetings(session))}
    cited = sorted(read_citations(session, waiting).values(), key=lambda one: order[one.meeting_id])
    return tuple(
        OpenDecision(
            one.action_id, one.meeting_id, one.meeting, one.number, waiting[one.action_id],
            body := rows[one.action_id].workstream_id, names.get(body or "", ""),
        )
        for one in cited
    )  # fmt: skip


_ACTIONS = (
    select(
        Action.id, Action.parent_id, Action.origin_id, Action.outcome, Action.stem, Action.text,
        Action.adopted_text, ActionSection.workstream_id, Meeting.status,
    )
    .join(ActionSection, ActionSection.id == Action.section_id)
    .join(Meeting, Meeting.id == ActionSection.meeting_id)
)  # fmt: skip


def quotations(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """How texts of tasks begin, to tell whether one quotes a decision."""
    return frozenset(opening(text) for text in texts if text.strip())


def opening(text: str) -> tuple[str, ...]:
    """The first words of a text, folded."""
    return tuple(words(text)[:_TOLD])


def _above(key: str, parents: Mapping[str, str | None]) -> list[str]:
    """Keys of the actions above one, the nearest first."""
    found: list[str] = []
    parent = parents.get(key)
    while parent and parent in parents and parent not in found:
        found.append(parent)
        parent = parents[parent]
    return found
