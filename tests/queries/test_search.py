"""One field finds people, entities, meetings, workstreams and tasks by any word."""

import pytest

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
