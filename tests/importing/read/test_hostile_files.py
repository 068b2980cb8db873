"""Every hostile file ends in an import or in the one sentence it deserves, and the desk stays as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from emgdesk.errors import InputError
from emgdesk.intake import RosterIntake, plan_import
from emgdesk.workspace import Workspace, open_desk
from tests.desks import dump, make_meeting
from tests.importing.read.hostile_corpus import CASES

GIVEN_UP = "{} was given up after"


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, str]]:
    """A desk no file may change, and the key of its meeting."""
    with open_desk(tmp_path_factory.mktemp("hostile") / "desk.emgdesk", author="Ada Test") as desk:
        yield desk, make_meeting(desk)


def ending(desk: Workspace, path: Path, meeting: str) -> str | tuple[str, ...]:
    """The sentence, or the names read."""
    try:
        intake = plan_import(desk, path, meeting_id=meeting)
    except InputError as refusal:
        return str(refusal)
    assert isinstance(intake, RosterIntake)
    return tuple(row.name for row in intake.plan.rows if row.verdict == "new")


@pytest.mark.parametrize("name", CASES)
def test_it_ends_as_it_should(shared_desk: tuple[Workspace, str], tmp_path: Path, name: str) -> None:
    desk, meeting = shared_desk
    case = CASES[name]
    before = dump(desk.path)
    ended = ending(desk, case.make(tmp_path), meeting)
    assert ended == (case.sentence() or case.people) or (case.slow and GIVEN_UP.format(name) in ended)
    assert dump(desk.path) == before


def test_a_date_counted_from_1904_is_the_day_that_was_meant(tmp_path: Path) -> None:
    from datetime import datetime

    from emgdesk.importing.read import read

    (sheet,) = read(CASES["year_1904.xlsx"].make(tmp_path)).sheets
    assert sheet.rows[2][2] == datetime(2021, 9, 23)
