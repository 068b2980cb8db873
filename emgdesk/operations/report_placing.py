"""Where sections and paragraphs of a report stand among their neighbours, and what may stand there."""

from collections.abc import Iterable, MutableSequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Action, ActionSection, AgendaItem, Paragraph, ReportSection
from emgdesk.db.types import Base
from emgdesk.domain.report_texts import FILLS, KINDS
from emgdesk.errors import DataError
from emgdesk.operations.rows import fetch


def sections_below(session: Session, meeting_id: str, parent_id: str | None) -> list[ReportSection]:
    """The sections of a report below `parent_id` (None: the first level), in order."""
    mine = select(ReportSection).where(ReportSection.meeting_id == meeting_id)
    below = mine.where(ReportSection.parent_id == parent_id)
    return list(session.scalars(below.order_by(ReportSection.position, ReportSection.id)))


def paragraphs_of(session: Session, section_id: str) -> list[Paragraph]:
    """The paragraphs of a section in order."""
    own = select(Paragraph).where(Paragraph.section_id == section_id)
    return list(session.scalars(own.order_by(Paragraph.position, Paragraph.id)))


def insert(rows: MutableSequence[Any], row: Any, index: int | None) -> None:
    """Put `row` among `rows` (None: last) and number all of them from 1."""
    rows.insert(len(rows) if index is None else max(0, min(len(rows), index)), row)
    for position, one in enumerate(rows, start=1):
        one.position = position


def index_after(rows: Iterable[Base], after_id: str | None) -> int | None:
    """The place behind the row `after_id`, None where it is not among `rows`."""
    return next((n for n, row in enumerate(rows, start=1) if getattr(row, "id", "") == after_id), None)


def check_paragraph(session: Session, row: Paragraph) -> None:
    """Raise DataError for a kind or sentence there is none of, or actions of another meeting."""
    if row.kind not in KINDS:
        raise DataError(f"A paragraph is one of: {', '.join(KINDS)}.", place="kind")
    if row.fill and row.fill not in FILLS:
        raise DataError(f"A sentence filled from the data is one of: {', '.join(FILLS)}.", place="fill")
    printed = row.action_section_id
    if row.action_id:
        printed = fetch(session, Action, row.action_id, "decision").section_id
    if printed:
        section = fetch(session, ReportSection, row.section_id, "section")
        if fetch(session, ActionSection, printed, "section of the actions").meeting_id != section.meeting_id:
            raise DataError("A report prints actions of its own meeting.", place="action_section_id")


def check_items(session: Session, meeting_id: str, item_ids: Iterable[str]) -> None:
    """Raise DataError for an item of another meeting's agenda, or one that is gone."""
    for key in item_ids:
        if fetch(session, AgendaItem, key, "agenda item").meeting_id != meeting_id:
            raise DataError("A section reports on items of its own meeting's agenda.")
