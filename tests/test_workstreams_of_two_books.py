"""A work plan and the meeting that decided on it, taken in one after the other: no body twice."""

import sqlite3
from contextlib import closing

import pytest

from emgdesk.importing.plan import Decision
from emgdesk.queries.workstreams import list_workstreams
from emgdesk.workspace import Workspace
from tests import meeting_books, workplan_books

CHAPTER = "I. Oceans"
BODIES = [
    ("Consultations on Fair Reefs (FR) in the United Nations system", "Consultative Process on Fair Reefs in the UN System"),
    ("The IMG on Coastal Light Management in the United Nations system", None),
    ("Task Team on Harbour Litter", None),
]  # fmt: skip
LIGHT = "Issue Management Group on Coastal Light Management"
ACTIONS = [
    ("Consultative Process on Fair Reefs in the UN System", "Fair Reefs", None, "a", "Agree to go on."),
    (LIGHT, "Light", None, "a", "Agree to save light."),
    ("Task team on harbour litter", "Litter", None, "a", "Agree to count it."),
    ("UN Dune Coalition", "Dunes", None, "a", "Agree to found it."),
]
EFFECTS = [
    ("Fair Reefs", "a", "extended", "Consultative Process on Fair Reefs in the UN System"),
    ("Light", "a", "extended", LIGHT),
    ("Litter", "a", "extended", "Task Team on Harbour Litter"),
    ("Dunes", "a", "established", "UN Dune Coalition"),
]


def plan_book():
    rows = [(name, alias, None, None, None, CHAPTER) for name, alias in BODIES]
    tasks = [(CHAPTER, name, f"Do number {n}.") for n, (name, _) in enumerate(BODIES)]
    return {"Workstreams": rows, "Tasks": tasks}


def meeting():
    return meeting_books.workbook(Actions=ACTIONS, Effects=EFFECTS)


def shown(desk: Workspace):
    return [(row.letter, row.name, row.kind, row.status, row.tasks) for row in desk.read(list_workstreams)]


@pytest.fixture
def after_the_plan(desk: Workspace) -> Workspace:
    workplan_books.taken(desk, **plan_book())
    return desk


def test_the_meeting_finds_the_bodies_of_the_plan(after_the_plan):
    desk = after_the_plan
    intake = meeting_books.taken(desk, meeting())
    (question,) = intake.plan.book.questions
    assert (question.name, question.places) == (LIGHT, ("Actions A3", "Effects D3"))
    assert (
        "This workstream is not on the desk and is made: “UN Dune Coalition” (Actions A5)." in intake.notes()
    )
    assert shown(desk) == [
        ("a", BODIES[0][0], "Consultative Process", "active", 1),
        ("b", BODIES[1][0], "Issue Management Group", "active", 1),
        ("c", BODIES[2][0], "Task Team", "active", 1),
        ("", "UN Dune Coalition", "Coalition", "proposed", 0),
    ]
    ids = {row.name: row.id for row in desk.read(list_workstreams)}
    held = meeting_books.held(desk)
    linked = [section.workstream_id for section in held.action_sections]
    assert linked == [ids[BODIES[0][0]], None, ids[BODIES[2][0]], ids["UN Dune Coalition"]]
    assert held.effects[1].links == {}
    again = meeting_books.planned(desk, meeting())
    assert {line.verdict for line in again.plan.book.lines} == {"same"}


def test_who_says_which_it_is_has_it_linked(after_the_plan):
    desk = after_the_plan
    light = desk.read(list_workstreams)[1].id
    meeting_books.taken(desk, meeting(), names={LIGHT: Decision("match", light)})
    assert meeting_books.held(desk).action_sections[1].workstream_id == light
    assert len(shown(desk)) == 4


@pytest.mark.parametrize(("doubtful", "bodies"), [("match", 4), ("new", 5), ("skip", 4)])
def test_doubtful_names_are_taken_as_told(after_the_plan, doubtful, bodies):
    meeting_books.taken(after_the_plan, meeting(), doubtful=doubtful)
    assert len(shown(after_the_plan)) == bodies


def test_the_plan_finds_the_bodies_of_the_meeting(desk: Workspace):
    meeting_books.taken(desk, meeting())
    assert [name for _, name, *_ in shown(desk)] == [row[0] for row in ACTIONS]
    first = workplan_books.taken(desk, **plan_book())
    assert [line.verdict for line in first.plan.workstreams] == ["changed", "problem", "changed"]
    assert [note.message for note in first.plan.problems] == [
        f"Workstream “{BODIES[1][0]}” must be decided on first."
    ]
    workplan_books.taken(desk, **plan_book(), doubtful="match")
    assert [(letter, name, tasks) for letter, name, _, _, tasks in shown(desk)] == [
        ("a", "Consultative Process on Fair Reefs in the UN System", 1),
        ("b", LIGHT, 1), ("c", "Task team on harbour litter", 1), ("", "UN Dune Coalition", 0),
    ]  # fmt: skip


def test_whoever_takes_over_from_outside_is_no_workstream(desk: Workspace):
    effects = [
        ("Light", "a", "transferred", LIGHT, "World Lamp Union"),
        ("Litter", "a", "transferred", "Task Team on Harbour Litter", LIGHT),
    ]
    raw = meeting_books.workbook(Actions=ACTIONS, Effects=effects)
    meeting_books.taken(desk, raw)
    assert "World Lamp Union" not in [name for _, name, *_ in shown(desk)]
    with closing(sqlite3.connect(desk.path)) as db:
        told = db.execute("SELECT other_workstream, other_workstream_id IS NULL FROM effect ORDER BY id")
        assert told.fetchall() == [("World Lamp Union", 1), (LIGHT, 0)]
    assert "changed" not in {line.verdict for line in meeting_books.taken(desk, raw).plan.book.lines}
