"""One field finds people, entities, meetings, workstreams and tasks by any word."""

import pytest

from emgdesk.operations.action import add_action, add_action_section
from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.document import add_document
from emgdesk.operations.workstream_names import add_alias
from emgdesk.queries.search import search
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_person, make_workplan


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", []),
        ("som40", [("meeting", "SOM40 technical")]),
        ("TEAM reef", [("workstream", "Task Team on Reefs")]),
        ("calado ines", [("person", "Inês Calado")]),
        ("INES  calado!", [("person", "Inês Calado")]),
        ("website", [("task", "Make the website.")]),
        ("unece", [("entity", "ECE")]),
        ("calado nobody", []),
        ("100%", []),
    ],
)
def test_every_word_must_occur(desk: Workspace, typed: str, found: list[tuple[str, str]]) -> None:
    make_meeting(desk)
    make_workplan(desk)
    make_person(desk, "Inês Calado", "UNDP")
    assert [(hit.kind, hit.text) for hit in desk.read(search, text=typed)] == found


def test_no_more_than_asked_for(desk: Workspace) -> None:
    assert len(desk.read(search, text="united nations", limit=5)) == 5


def test_many_people_do_not_hide_what_else_is_found(desk: Workspace) -> None:
    for number in range(40):
        make_person(desk, f"Ada Zephyr {number:02}")
    meeting = make_meeting(desk)
    desk.do("D", add_document, meeting_id=meeting, title="Note on zephyr", symbol="EMG/SOM.40/01")
    section = desk.do("S", add_action_section, meeting_id=meeting, heading="Zephyr").value
    desk.do("A", add_action, section_id=section, text="Agree to meet.")
    desk.do("I", add_agenda_item, meeting_id=meeting, title="Zephyr and air")
    hits = desk.read(search, text="zephyr")
    assert [hit.kind for hit in hits] == ["person"] * 27 + ["document", "action", "agenda_item"]
    assert [(hit.text, hit.detail) for hit in hits[27:]] == [
        ("Note on zephyr", "SOM40 technical · EMG/SOM.40/01"),
        ("Agree to meet.", "SOM40 technical · Zephyr"),
        ("Zephyr and air", "SOM40 technical"),
    ]


def test_a_workstream_is_found_by_a_name_it_had(desk: Workspace) -> None:
    keys = make_workplan(desk)
    desk.do("N", add_alias, workstream_id=keys["reefs"], name="Coral Club", until="2029")
    (hit,) = desk.read(search, text="coral club")
    assert (hit.kind, hit.text, hit.detail) == (
        "workstream", "Task Team on Reefs", "also “Coral Club” · I. Oceans and coasts",
    )  # fmt: skip
    assert desk.read(search, text="task team reefs")[0].detail == "I. Oceans and coasts"
