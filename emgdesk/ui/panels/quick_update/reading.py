"""The rows of the quick update, their texts made into words on the worker thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from emgdesk.domain.dates import written_date
from emgdesk.domain.entity_lists import split_entities
from emgdesk.domain.statuses import CLOSED
from emgdesk.queries.soms import next_som
from emgdesk.queries.updates import TaskUpdate, tasks_to_update
from emgdesk.ui.panels.work_plan.dues import is_overdue
from emgdesk.ui.widgets.commonmark import to_words

if TYPE_CHECKING:
    from emgdesk.workspace import Workspace

ALL, WAITING, SILENT, LATE = "all", "waiting", "silent", "overdue"


@dataclass(frozen=True, slots=True)
class UpdateRow:
    """A task as a line of the table; `status`, `text` and `next_steps` are those of the day.

    `task` and `last_text` are plain words, `due` a written day; `last` is what was said before as one line
    to search in.
    """

    id: str
    place: str
    task: str
    last_day: str
    last_status: str
    last_text: str
    status: str
    text: str
    next_steps: str
    updated: bool
    entities: tuple[str, ...]
    officer: str
    workstream_id: str | None
    silent: bool
    due: str = ""
    overdue: bool = False

    @property
    def last(self) -> str:
        return " · ".join(part for part in (self.last_day, self.last_status, self.last_text) if part)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tasks are wanted: "" for all of a kind; `only` one of ALL, WAITING, SILENT, LATE."""

    officer: str = ""
    place: str = ""
    entity: str = ""
    only: str = ALL

    def holds(self, row: UpdateRow) -> bool:
        return (
            (not self.officer or self.officer in split_entities(row.officer))
            and (not self.place or self.place == row.place)
            and (not self.entity or self.entity in row.entities)
            and (self.only != WAITING or not row.updated)
            and (self.only != SILENT or row.silent)
            and (self.only != LATE or row.overdue)
        )


def load_updates(workspace: Workspace, *, as_of: str) -> tuple[UpdateRow, ...]:
    """The lines for an ISO day."""
    today = date.fromisoformat(as_of)
    ahead = workspace.read(next_som, today=today).number
    tasks = workspace.read(tasks_to_update, as_of=as_of)
    return tuple(_row(task, is_overdue(task.due, today, ahead)) for task in tasks)


def short_day(iso: str) -> str:
    """A stored date for a narrow column: "2031-09-15" -> "15 Sep 2031"."""
    return " ".join(word[:3] if word.isalpha() else word for word in written_date(iso).split())


def _row(task: TaskUpdate, late: bool) -> UpdateRow:
    last, own = task.last, task.own
    return UpdateRow(
        id=task.id,
        place=task.place,
        task=to_words(task.text) or "(no wording)",
        last_day=short_day(last.as_of) if last else "",
        last_status=last.status if last else "",
        last_text=to_words(last.text) if last else "",
        status=own.status if own else "",
        text=own.text if own else "",
        next_steps=task.next_steps,
        updated=own is not None,
        entities=split_entities(task.responsible or task.leads),
        officer=task.officer,
        workstream_id=task.workstream_id,
        silent=task.silent,
        due=written_date(task.due),
        overdue=late and (own is None or own.status not in CLOSED),
    )


def places(rows: Sequence[UpdateRow]) -> list[str]:
    """Workstreams and chapters, in the order of the report."""
    return list(dict.fromkeys(row.place for row in rows))


def entities(rows: Sequence[UpdateRow]) -> list[str]:
    """Who is responsible for something, or leads where nobody is named."""
    return sorted({name for row in rows for name in row.entities}, key=str.casefold)


def officers(rows: Sequence[UpdateRow]) -> list[str]:
    """Who answers for a workstream."""
    return sorted({name for row in rows for name in split_entities(row.officer)}, key=str.casefold)
