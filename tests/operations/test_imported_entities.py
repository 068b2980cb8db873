"""The names an import learns lead to one entity only, as names typed in do."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from emgdesk.errors import DataError
from emgdesk.importing.plan import Decision, EntityDecision
from emgdesk.importing.planning.roster import decide_entities
from emgdesk.intake import Choices, RosterIntake, commit, plan_import
from emgdesk.operations.merging import say_two_people
from emgdesk.operations.roster import add_participant, update_participations
from emgdesk.queries.matching import roster_snapshot
from emgdesk.queries.people import list_people
from emgdesk.queries.roster import list_roster
from emgdesk.workspace import Workspace
from tests.desks import dump, entity_id, make_meeting, make_person, make_roster
from tests.sheets import write_book

ROWS = (("Name", "Entity"), ("Ana Lima", "MoT"), ("Bo Lindh", "Ministry of Tides"))


def planned(desk: Workspace, tmp_path: Path, meeting_id: str, **said: EntityDecision) -> RosterIntake:
    path = write_book(tmp_path / "list.xlsx", {"List": ROWS})
    entities = {key.replace("_", " "): decision for key, decision in said.items()}
    intake = plan_import(desk, path, meeting_id=meeting_id, choices=Choices(entities=entities or None))
    assert isinstance(intake, RosterIntake)
    return intake


def test_a_name_of_another_entity_is_never_learned(desk: Workspace, tmp_path: Path) -> None:
    meeting = make_meeting(desk)
    intake = planned(desk, tmp_path, meeting, mot=EntityDecision("alias", entity_id(desk, "UNEP")))
    question = replace(intake.plan.entity_questions[0], text="FAO")
    forged = replace(intake.plan, entity_questions=(question, *intake.plan.entity_questions[1:]))
    before = dump(desk.path)
    with pytest.raises(DataError, match=r"^“FAO” is already a name of FAO\.$"):
        commit(desk, replace(intake, plan=forged))
    assert dump(desk.path) == before


def test_a_capacity_set_by_hand_outlasts_an_import_unless_it_replaces(
    desk: Workspace, tmp_path: Path
) -> None:
    meeting = make_meeting(desk)
    keys = make_roster(desk, meeting, (("Ana Lima", ""), ("Bo Lindh", "")))
    desk.do("By hand", update_participations, ids=keys[:1], capacity="observer")
    path = write_book(
        tmp_path / "list.xlsx", {"List": (("Name", "Entity"), ("Ana Lima", "UNEP"), ("Bo Lindh", "UNEP"))}
    )
    decisions = {
        2: Decision("match", person(desk, "Ana Lima")),
        3: Decision("match", person(desk, "Bo Lindh")),
    }
    intake = plan_import(desk, path, meeting_id=meeting, choices=Choices(decisions=decisions))
    assert isinstance(intake, RosterIntake)
    assert [dict(row.line_changes) for row in intake.plan.rows] == [
        {"entity": ("", "UNEP")},
        {"entity": ("", "UNEP"), "capacity": ("guest", "member")},
    ]
    commit(desk, intake)
    lines = desk.read(list_roster, meeting_id=meeting)
    assert [(one.entity, one.capacity) for one in lines] == [("UNEP", "observer"), ("UNEP", "member")]


def person(desk: Workspace, name: str) -> str:
    return next(row.id for row in desk.read(list_people) if row.name == name)


@pytest.mark.parametrize("kind", ["new", "part"])
def test_a_new_entity_brings_its_capacity_to_lines_that_print_it(
    desk: Workspace, tmp_path: Path, kind: Literal["new", "part"]
) -> None:
    meeting = make_meeting(desk)
    make_roster(desk, meeting, (("Ana Lima", "MoT"), ("Bo Lindh", "Ministry of Tides")))
    parent, status = (entity_id(desk, "UNEP"), "guest") if kind == "part" else (None, "observer")
    intake = planned(desk, tmp_path, meeting, mot=EntityDecision(kind, parent, status=status))
    becomes = "member" if kind == "part" else "observer"
    assert dict(intake.plan.rows[0].line_changes) == {
        "entity_id": ("", "MoT"), "capacity": ("guest", becomes),
    }  # fmt: skip
    commit(desk, intake)
    assert [one.capacity for one in desk.read(list_roster, meeting_id=meeting)] == [becomes, "guest"]


def test_a_text_left_as_printed_is_asked_about_once_it_was_answered_otherwise(
    desk: Workspace, tmp_path: Path
) -> None:
    meeting = make_meeting(desk)
    commit(desk, planned(desk, tmp_path, meeting, mot=EntityDecision("text")))
    again = planned(desk, tmp_path, meeting)
    assert [(one.key, one.remembered) for one in again.plan.entity_questions] == [
        ("ministry of tides", False), ("mot", True),
    ]  # fmt: skip
    assert commit(desk, again).changes is None
    intake = planned(desk, tmp_path, meeting, mot=EntityDecision("alias", entity_id(desk, "UNEP")))
    commit(desk, intake)
    assert desk.read(roster_snapshot).as_printed == frozenset()
    assert [one.key for one in planned(desk, tmp_path, meeting).plan.entity_questions] == [
        "ministry of tides"
    ]


def test_who_a_roster_prints_is_known_once_the_entity_is_decided(desk: Workspace, tmp_path: Path) -> None:
    past, meeting = make_meeting(desk, "SOM40 senior"), make_meeting(desk)
    ana = make_person(desk, "Ana Lima", "FAO")
    desk.do("Two", say_two_people, one_id=ana, other_id=make_person(desk, "Ana Lima", "WHO"))
    desk.do("Seat", add_participant, meeting_id=past, name="Ana Lima", person_id=ana, entity="MoT")
    alias = {"mot": EntityDecision("alias", entity_id(desk, "UNEP"))}
    at_once = planned(desk, tmp_path, meeting, **alias)
    first = planned(desk, tmp_path, meeting)
    later, _ = decide_entities(first.plan, first.matches, alias)
    assert later.rows == at_once.plan.rows
    assert (later.rows[0].verdict, later.rows[0].person_id) == ("matched", ana)
