"""Notes of what was said become paragraphs once."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.intervention import (
    add_intervention,
    move_intervention,
    update_intervention,
    write_interventions,
)
from emgdesk.operations.report import add_report_section, set_section_items
from emgdesk.queries.interventions import list_interventions
from emgdesk.queries.reports import list_report
from emgdesk.workspace import Workspace
from tests.desks import make_meeting
from tests.operations.cases_notes import make_section, notes


def test_notes_become_paragraphs_in_the_order_given(desk: Workspace) -> None:
    meeting, said = notes(desk, 3)
    section = desk.do("Section", make_section, meeting_id=meeting).value
    made = desk.do(
        "Write", write_interventions, intervention_ids=[said[2], said[0]], section_id=section
    ).value
    (report,) = desk.read(list_report, meeting_id=meeting)
    assert [(p.id, p.text, p.speaker, p.entity) for p in report.paragraphs] == [
        (made[0], "Point 3.", "Speaker 3", "FAO"),
        (made[1], "Point 1.", "Speaker 1", "FAO"),
    ]
    assert [row.written for row in desk.read(list_interventions, meeting_id=meeting)] == [True, False, True]
    with pytest.raises(DataError) as refused:
        desk.do("Write", write_interventions, intervention_ids=said[:1], section_id=section)
    assert str(refused.value) == "These notes are in the report already."


def test_each_note_goes_under_the_section_of_its_item(desk: Workspace) -> None:
    meeting, said = notes(desk, 3)
    items = [desk.do("Item", add_agenda_item, meeting_id=meeting, title=f"Item {n}").value for n in (1, 2)]
    for heading, item in zip(("First", "Second"), items, strict=True):
        section = desk.do("Section", add_report_section, meeting_id=meeting, heading=heading).value
        desk.do("Items", set_section_items, section_id=section, item_ids=[item])
    with pytest.raises(DataError) as refused:
        desk.do("Write", write_interventions, intervention_ids=said)
    assert str(refused.value) == (
        "No section of the report covers the items of these notes; choose a section for them."
    )
    for key, item in zip(said, reversed(items), strict=False):
        desk.do("Say", update_intervention, intervention_id=key, agenda_item_id=item)
    assert len(desk.do("Write", write_interventions, intervention_ids=said).value) == 2
    report = desk.read(list_report, meeting_id=meeting)
    assert [(s.heading, [p.text for p in s.paragraphs]) for s in report] == [
        ("First", ["Point 2."]),
        ("Second", ["Point 1."]),
    ]
    assert [row.written for row in desk.read(list_interventions, meeting_id=meeting)] == [True, True, False]


def test_notes_move_to_an_end_and_not_beyond(desk: Workspace) -> None:
    meeting, said = notes(desk, 3)
    desk.do("Move", move_intervention, intervention_id=said[0], offset=7)
    desk.do("Move", move_intervention, intervention_id=said[2], offset=-1)
    assert [row.id for row in desk.read(list_interventions, meeting_id=meeting)] == [
        said[2],
        said[1],
        said[0],
    ]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "A note needs a speaker, an entity or what was said."),
        ({"gist": "Yes.", "at": "25:00"}, "“25:00” is not a time of day; write 15:00."),
        (
            {"gist": "Yes.", "kind": "song"},
            "A note is one of: statement, question, answer, request, proposal, reservation.",
        ),
    ],
)
def test_a_note_that_says_nothing_is_refused(desk: Workspace, fields: dict[str, str], sentence: str) -> None:
    with pytest.raises(DataError) as refused:
        desk.do("Note", add_intervention, meeting_id=make_meeting(desk), **fields)
    assert str(refused.value) == sentence
