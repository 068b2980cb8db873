"""Several sections and paragraphs of a report moved a level together."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from emgdesk.db.models import Paragraph, ReportSection
from emgdesk.operations.marking import operation
from emgdesk.operations.report import move_report_section, update_paragraph
from emgdesk.operations.report_placing import sections_below
from emgdesk.operations.rows import fetch

_KINDS = ("paragraph", "bullet")


@operation
def shift_report_lines(session: Session, /, *, line_ids: Sequence[str], way: int) -> None:
    """Move lines one level deeper (`way` 1) or higher (-1), `line_ids` from top to bottom.

    A section goes below the one before it, or beside the one above it, with all it holds; one whose own
    section goes along stays in its place there. A paragraph becomes a bullet, or a paragraph again. What
    cannot go stays. Raises DataError if a line is gone.
    """
    for key in line_ids if way > 0 else reversed(line_ids):
        paragraph = session.get(Paragraph, key)
        if paragraph is not None:
            before, after = _KINDS if way > 0 else _KINDS[::-1]
            if paragraph.kind == before:
                update_paragraph(session, paragraph_id=key, kind=after)
            continue
        section = fetch(session, ReportSection, key, "section")
        if not _goes_along(session, section, line_ids):
            _shift(session, section, way)


def _goes_along(session: Session, section: ReportSection, line_ids: Sequence[str]) -> bool:
    """Whether a section above this one is moved with all below it."""
    above = section.parent_id
    while above is not None and above not in line_ids:
        above = fetch(session, ReportSection, above, "section").parent_id
    return above is not None


def _shift(session: Session, section: ReportSection, way: int) -> None:
    beside = sections_below(session, section.meeting_id, section.parent_id)
    at = beside.index(section)
    if way > 0 and at > 0:
        onto = beside[at - 1].id
        index = len(sections_below(session, section.meeting_id, onto))
        move_report_section(session, section_id=section.id, parent_id=onto, index=index)
    elif way < 0 and section.parent_id is not None:
        above = fetch(session, ReportSection, section.parent_id, "section")
        index = sections_below(session, section.meeting_id, above.parent_id).index(above) + 1
        move_report_section(session, section_id=section.id, parent_id=above.parent_id, index=index)
