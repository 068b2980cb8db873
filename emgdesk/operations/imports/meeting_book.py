"""The rows a meeting workbook makes, changes and removes, as its plan has them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from emgdesk.db.models import (
    Action,
    ActionSection,
    AgendaDocument,
    AgendaItem,
    Document,
    Effect,
    Footnote,
    Meeting,
    Paragraph,
    ReportSection,
    Reservation,
    SectionItem,
)
from emgdesk.db.types import Base
from emgdesk.importing.meetings.plan import MEETING_REF, NEW, BookWrite, Table
from emgdesk.jobs import Job
from emgdesk.operations.rows import fetch
from emgdesk.operations.workstream import add_workstream

_MODELS: Mapping[Table, tuple[type[Base], str]] = {
    "meeting": (Meeting, "meeting"),
    "agenda_item": (AgendaItem, "item of the agenda"),
    "document": (Document, "document"),
    "action_section": (ActionSection, "section of actions"),
    "action": (Action, "action"),
    "effect": (Effect, "effect"),
    "reservation": (Reservation, "reservation"),
    "report_section": (ReportSection, "section"),
    "section_item": (SectionItem, "item of a section"),
    "paragraph": (Paragraph, "paragraph"),
    "footnote": (Footnote, "footnote"),
    "agenda_document": (AgendaDocument, "document of an item"),
}


def write_book(session: Session, writes: Sequence[BookWrite], meeting_id: str, job: Job) -> None:
    """Carry out the writes in order. Raises DataError for a row that is gone, CancelledError."""
    keys: dict[str, str] = {MEETING_REF: meeting_id}
    for count, write in enumerate(writes, 1):
        job.check_cancelled()
        job.report("Writing the meeting", count, len(writes))
        if write.remove:
            _remove(session, write, keys)
            continue
        values = {name: _resolved(name, value, keys) for name, value in write.values.items()}
        if write.table == "workstream":
            keys[write.ref] = add_workstream(session, **values)  # type: ignore[arg-type]
            continue
        model, what = _MODELS[write.table]
        if write.ref.startswith(NEW) and write.ref not in keys:
            row = model(**values)
            session.add(row)
            session.flush()
            keys[write.ref] = row.id  # type: ignore[attr-defined]
        else:
            row = fetch(session, model, keys.get(write.ref, write.ref), what)
            for name, value in values.items():
                setattr(row, name, value)
    session.flush()


def _resolved(name: str, value: str | int | None, keys: Mapping[str, str]) -> str | int | None:
    return keys.get(value, value) if name.endswith("_id") and isinstance(value, str) else value


def _remove(session: Session, write: BookWrite, keys: Mapping[str, str]) -> None:
    if write.table in ("section_item", "agenda_document"):
        owner, other = write.ref.split("/")
        wanted: Select[Any] = select(SectionItem).where(
            SectionItem.section_id == owner, SectionItem.agenda_item_id == other
        )
        if write.table == "agenda_document":
            wanted = select(AgendaDocument).where(
                AgendaDocument.agenda_item_id == owner, AgendaDocument.document_id == other
            )
        for link in session.scalars(wanted):
            session.delete(link)
        return
    model, what = _MODELS[write.table]
    session.delete(fetch(session, model, keys.get(write.ref, write.ref), what))
