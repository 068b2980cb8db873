"""Cases of the report of a meeting and of the deliverables."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from emgdesk.db.models import ActionSection, AgendaItem
from emgdesk.operations.deliverable import add_deliverable, add_stage, endorse_deliverable
from emgdesk.operations.marking import operation
from emgdesk.operations.report import add_paragraph, add_report_section, set_footnotes
from emgdesk.workspace import Workspace
from tests.desks import make_meeting

Case = Callable[[Workspace], Mapping[str, Any]]
FACTS = {"opened_at": "15:02", "opened_by": "Amélie Dürst", "closed_at": "17:06", "zone_label": "Geneva time"}


@operation
def put_agenda(session: Session, /, *, meeting_id: str, titles: tuple[str, ...]) -> list[str]:
    """Items of the first level and a section of actions, as the imports write them."""
    rows = [
        AgendaItem(meeting_id=meeting_id, position=n, title=title, numbered=1)
        for n, title in enumerate(titles, start=1)
    ]
    session.add_all(rows)
    session.add(ActionSection(meeting_id=meeting_id, position=1, heading="Reefs"))
    session.flush()
    return [row.id for row in rows]


def make_sections(desk: Workspace) -> tuple[str, list[str], list[str]]:
    """A meeting with two items, and a report of three sections with two paragraphs in the first."""
    meeting = make_meeting(desk, **FACTS)
    items = desk.do("Agenda", put_agenda, meeting_id=meeting, titles=("Opening", "Reefs")).value
    sections = [
        desk.do("Section", add_report_section, meeting_id=meeting, heading=heading).value
        for heading in ("Introduction", "Reefs", "Closure")
    ]
    return meeting, items, sections


def make_paragraphs(desk: Workspace) -> tuple[list[str], list[str]]:
    """The sections, and two paragraphs of the first: one with a footnote, one filled."""
    _, _, sections = make_sections(desk)
    first = desk.do("Add", add_paragraph, section_id=sections[0], text="So it was.[^1]").value
    desk.do("Notes", set_footnotes, paragraph_id=first, notes=["FAO reserves its position."])
    filled = desk.do("Add", add_paragraph, section_id=sections[0], fill="closing").value
    return sections, [first, filled]


def _section_added(desk: Workspace) -> Mapping[str, Any]:
    meeting, _, sections = make_sections(desk)
    return {"meeting_id": meeting, "heading": "Ports", "after_id": sections[0]}


def _section_updated(desk: Workspace) -> Mapping[str, Any]:
    return {"section_id": make_sections(desk)[2][0], "heading": "Opening"}


def _section_moved(desk: Workspace) -> Mapping[str, Any]:
    sections = make_sections(desk)[2]
    return {"section_id": sections[2], "parent_id": sections[0], "index": 0}


def _sections_deleted(desk: Workspace) -> Mapping[str, Any]:
    sections, _ = make_paragraphs(desk)
    return {"section_ids": sections[:2]}


def _parts_deleted(desk: Workspace) -> Mapping[str, Any]:
    sections, paragraphs = make_paragraphs(desk)
    return {"section_ids": sections[1:], "paragraph_ids": paragraphs[:1]}


def _items_set(desk: Workspace) -> Mapping[str, Any]:
    _, items, sections = make_sections(desk)
    return {"section_id": sections[0], "item_ids": items}


def _paragraph_added(desk: Workspace) -> Mapping[str, Any]:
    sections, paragraphs = make_paragraphs(desk)
    return {
        "section_id": sections[0],
        "text": "Between.[^1]",
        "after_id": paragraphs[0],
        "footnotes": ["A note."],
    }


def _paragraph_updated(desk: Workspace) -> Mapping[str, Any]:
    return {"paragraph_id": make_paragraphs(desk)[1][1], "text": "It ended."}


def _paragraph_moved(desk: Workspace) -> Mapping[str, Any]:
    sections, paragraphs = make_paragraphs(desk)
    return {"paragraph_id": paragraphs[1], "section_id": sections[2], "index": 0}


def _paragraphs_deleted(desk: Workspace) -> Mapping[str, Any]:
    return {"paragraph_ids": make_paragraphs(desk)[1]}


def _footnotes_set(desk: Workspace) -> Mapping[str, Any]:
    return {"paragraph_id": make_paragraphs(desk)[1][0], "notes": []}


def _frozen(desk: Workspace) -> Mapping[str, Any]:
    return {"paragraph_id": make_paragraphs(desk)[1][1], "frozen": True}


def _report_made(desk: Workspace) -> Mapping[str, Any]:
    meeting = make_meeting(desk, **FACTS)
    desk.do("Agenda", put_agenda, meeting_id=meeting, titles=("Opening", "Reefs", "Closure"))
    return {"meeting_id": meeting, "form": "numbered"}


def _deliverable(desk: Workspace) -> str:
    return str(desk.do("Add", add_deliverable, title="Atlas of Reefs", edition="2nd").value)


def _endorsed(desk: Workspace) -> Mapping[str, Any]:
    return {"deliverable_id": _deliverable(desk), "meeting_id": make_meeting(desk, date="2031-05-02")}


def _unendorsed(desk: Workspace) -> Mapping[str, Any]:
    named = _endorsed(desk)
    desk.do("Endorse", endorse_deliverable, **named)
    return named


def _stage(desk: Workspace) -> str:
    return str(desk.do("Stage", add_stage, deliverable_id=_deliverable(desk), stage="draft").value)


CASES: Mapping[str, Case] = {
    "report.add_report_section": _section_added,
    "report.update_report_section": _section_updated,
    "report.move_report_section": _section_moved,
    "report.delete_report_sections": _sections_deleted,
    "report.delete_report_parts": _parts_deleted,
    "report.set_section_items": _items_set,
    "report_levels.shift_report_lines": lambda desk: {"line_ids": make_sections(desk)[2][1:], "way": 1},
    "report.add_paragraph": _paragraph_added,
    "report.update_paragraph": _paragraph_updated,
    "report.move_paragraph": _paragraph_moved,
    "report.delete_paragraphs": _paragraphs_deleted,
    "report.set_footnotes": _footnotes_set,
    "report.freeze_sentence": _frozen,
    "report.make_report": _report_made,
    "deliverable.add_deliverable": lambda desk: {"title": "Atlas", "endorsed_at": make_meeting(desk)},
    "deliverable.update_deliverable": lambda desk: {"deliverable_id": _deliverable(desk), "edition": "3rd"},
    "deliverable.endorse_deliverable": _endorsed,
    "deliverable.unendorse_deliverable": _unendorsed,
    "deliverable.add_stage": lambda desk: {"deliverable_id": _deliverable(desk), "stage": "final"},
    "deliverable.update_stage": lambda desk: {"stage_id": _stage(desk), "stage": "final"},
    "deliverable.delete_stage": lambda desk: {"stage_id": _stage(desk)},
    "deliverable.delete_deliverables": lambda desk: {"deliverable_ids": [_deliverable(desk)]},
}
