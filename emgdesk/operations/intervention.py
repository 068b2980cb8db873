"""What was said during a meeting, noted, put in order, and turned into paragraphs of its report."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import AgendaItem, Intervention, Meeting, Paragraph, ReportSection
from emgdesk.domain.dates import is_clock_time
from emgdesk.domain.report_texts import INTERVENTIONS
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import assign, fetch
from emgdesk.queries.reports import list_report

FIELDS = frozenset(
    ("agenda_item_id", "position", "person_id", "speaker", "entity_id", "entity", "kind", "gist", "at")
)


@operation
def add_intervention(session: Session, /, *, meeting_id: str, **fields: Any) -> str:
    """Note what somebody said, at the end. Returns the key.

    `speaker` and `entity` are as printed, `person_id` and `entity_id` who they are where that is
    known; `gist` CommonMark, `at` HH:MM. Raises DataError for an unknown kind or time, an item of
    another meeting, or when nobody spoke and nothing was said.
    """
    fetch(session, Meeting, meeting_id, "meeting")
    last = session.scalar(
        select(func.max(Intervention.position)).where(Intervention.meeting_id == meeting_id)
    )
    row = Intervention(meeting_id=meeting_id, position=(last or 0) + 1)
    assign(row, FIELDS, {"kind": INTERVENTIONS[0], **fields})
    session.add(row)
    session.flush()
    _check(session, row)
    return row.id


@operation
def update_intervention(session: Session, /, *, intervention_id: str, **fields: Any) -> None:
    """Correct a note. Raises DataError as `add_intervention` does."""
    update_interventions(session, intervention_ids=(intervention_id,), **fields)


@operation
def update_interventions(session: Session, /, *, intervention_ids: Sequence[str], **fields: Any) -> None:
    """Give several notes the same values. Raises DataError as `add_intervention` does."""
    for key in intervention_ids:
        row = fetch(session, Intervention, key, "note")
        assign(row, FIELDS, fields)
        _check(session, row)


@operation
def move_intervention(session: Session, /, *, intervention_id: str, offset: int) -> None:
    """Move a note by `offset` places (beyond an end: to that end)."""
    row = fetch(session, Intervention, intervention_id, "note")
    own = select(Intervention).where(Intervention.meeting_id == row.meeting_id)
    rows = list(session.scalars(own.order_by(Intervention.position, Intervention.id)))
    at = next(n for n, other in enumerate(rows) if other.id == intervention_id)
    rows.insert(max(0, min(len(rows) - 1, at + offset)), rows.pop(at))
    for position, other in enumerate(rows, start=1):
        other.position = position


@operation
def delete_interventions(session: Session, /, *, intervention_ids: Sequence[str]) -> None:
    """Take notes off the meeting; paragraphs made of them stay."""
    for key in intervention_ids:
        session.delete(fetch(session, Intervention, key, "note"))


@operation
def write_interventions(
    session: Session, /, *, intervention_ids: Sequence[str], section_id: str | None = None
) -> list[str]:
    """Turn notes into paragraphs at the end of a section, in the order given; returns their keys.

    Without a section each goes under the first one that reports on its item; a note that has none
    stays a note, as does one that is a paragraph already. Raises DataError if nothing is left to write.
    """
    notes = [fetch(session, Intervention, key, "note") for key in intervention_ids]
    fresh = [note for note in notes if note.paragraph_id is None]
    if not fresh:
        raise DataError("These notes are in the report already.")
    found = {} if section_id else _homes(session, {note.meeting_id for note in fresh})
    homes = {note.id: section_id or found.get(note.agenda_item_id or "") for note in fresh}
    made = [_write(session, note, home) for note in fresh if (home := homes[note.id])]
    if not made:
        raise DataError(
            "No section of the report covers the items of these notes; choose a section for them."
        )
    return made


def _homes(session: Session, meetings: Iterable[str]) -> dict[str, str]:
    """The first section that reports on an item, by key of the item."""
    sections = [section for key in meetings for section in list_report(session, meeting_id=key)]
    return {item: section.id for section in reversed(sections) for item in section.items}


def _write(session: Session, note: Intervention, section_id: str) -> str:
    section = fetch(session, ReportSection, section_id, "section")
    if note.meeting_id != section.meeting_id:
        raise DataError("A note goes into the report of its own meeting.")
    last = session.scalar(select(func.max(Paragraph.position)).where(Paragraph.section_id == section_id))
    paragraph = Paragraph(
        section_id=section_id, position=(last or 0) + 1, kind="paragraph", text=note.gist,
        speaker=note.speaker, entity=note.entity,
    )  # fmt: skip
    session.add(paragraph)
    session.flush()
    note.paragraph_id = paragraph.id
    return paragraph.id


def _check(session: Session, row: Intervention) -> None:
    if row.kind not in INTERVENTIONS:
        raise DataError(f"A note is one of: {', '.join(INTERVENTIONS)}.", place="kind")
    if not is_clock_time(row.at):
        raise DataError(f"“{row.at}” is not a time of day; write 15:00.", place="at")
    if not (row.speaker or row.entity or row.gist):
        raise DataError("A note needs a speaker, an entity or what was said.", place="gist")
    if row.agenda_item_id:
        item = fetch(session, AgendaItem, row.agenda_item_id, "agenda item")
        if item.meeting_id != row.meeting_id:
            raise DataError("A note belongs to an item of its own meeting's agenda.", place="agenda_item_id")
