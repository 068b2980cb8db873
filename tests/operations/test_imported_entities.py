"""The names an import learns lead to one entity only, as names typed in do."""

from dataclasses import replace
from pathlib import Path

import pytest

from emgdesk.errors import DataError
from emgdesk.importing.plan import EntityDecision
from emgdesk.intake import Choices, RosterIntake, commit, plan_import
from emgdesk.workspace import Workspace
from tests.desks import dump, entity_id, make_meeting
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
