"""Every text of a meeting that is printed, with its place: what the rules on texts read through."""

from collections.abc import Iterator
from typing import NamedTuple

from emgdesk.queries.findings.facts import (
    Checked,
    document_spot,
    item_spot,
    paragraph_spot,
    person_spot,
    section_spot,
)
from emgdesk.queries.findings.finding import Spot
from emgdesk.queries.reports import ParagraphRow


class Said(NamedTuple):
    """A text: CommonMark where `marked`. `own` words were typed, others follow the desk's data.

    `report` says that it stands in a paragraph of the report, `what` tells it from others at its spot.
    """

    spot: Spot
    text: str
    marked: bool = False
    own: bool = True
    report: bool = False
    what: str = ""


def all_said(facts: Checked) -> tuple[Said, ...]:
    """All of them, in the order of the tabs."""
    sources = (_of_meeting, _of_roster, _of_agenda, _of_documents, _of_actions, _of_report)
    return tuple(said for source in sources for said in source(facts) if said.text.strip())


def _of_meeting(facts: Checked) -> Iterator[Said]:
    row = facts.meeting
    for name in ("title", "venue", "chair", "opened_by", "distribution", "zone_label", "summary_title"):
        yield Said(facts.spot, getattr(row, name), what=name)
    yield Said(facts.spot, row.summary_subtitle, what="summary_subtitle")


def _of_roster(facts: Checked) -> Iterator[Said]:
    for line in facts.roster:
        spot = person_spot(line)
        for name in ("name", "entity", "function"):
            yield Said(spot, getattr(line, name), what=name)


def _of_agenda(facts: Checked) -> Iterator[Said]:
    for item in facts.agenda:
        spot = item_spot(item)
        for name in ("title", "presenter", "presented_by"):
            yield Said(spot, getattr(item, name), what=name)
        yield Said(spot, item.notes, marked=True, what="notes")
        yield Said(spot, item.draft_conclusion, marked=True, what="draft conclusion")


def _of_documents(facts: Checked) -> Iterator[Said]:
    for row in facts.documents:
        for name in ("title", "submitted_by"):
            yield Said(document_spot(row), getattr(row, name), what=name)


def _of_actions(facts: Checked) -> Iterator[Said]:
    for section in facts.sections:
        named = Spot(f"Actions, {section.number}.", "action_section", section.id)
        yield Said(named, section.heading, what="heading")
        stem = ""
        for action in section.actions:
            spot = Spot(f"Actions, {action.citation}", "action", action.id)
            if action.stem != stem:  # told once, where it is printed
                yield Said(spot, action.stem, what="stem")
            stem = action.stem if action.parent_id is None else stem
            yield Said(spot, action.wording, marked=True, what="text")
            for one in action.reservations:
                yield Said(spot, one.text, marked=True, what=f"reservation {one.id}")


def _of_report(facts: Checked) -> Iterator[Said]:
    for section in facts.report:
        yield Said(section_spot(section), section.heading, report=True, what="heading")
        for paragraph in section.paragraphs:
            if paragraph.kind != "note":
                yield from _of_paragraph(paragraph_spot(section, paragraph), paragraph)


def _of_paragraph(spot: Spot, paragraph: ParagraphRow) -> Iterator[Said]:
    own = not paragraph.fill or paragraph.frozen
    if paragraph.action_id is None:  # a decision is read where it is entered
        yield Said(spot, paragraph.text, marked=True, own=own, report=True, what="text")
    for number, note in enumerate(paragraph.footnotes, start=1):
        yield Said(spot, note.text, marked=True, report=True, what=f"footnote {number}")
    for one in paragraph.reservations:
        yield Said(spot, one.text, marked=True, report=True, what=f"reservation {one.id}")
