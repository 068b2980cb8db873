"""The step to the next SOM from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from emgdesk.cli import main
from emgdesk.workspace import open_desk
from tests.desks import dump
from tests.yearly import make_year

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.emgdesk"


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command; answers exit status, stdout, stderr."""

    def command(*words: str) -> tuple[int, str, str]:
        status = main(["--database", str(path), *words])
        out, err = capsys.readouterr()
        return status, out, err

    return command


def test_a_year_is_listed_and_then_taken_on(run: Run, path: Path) -> None:
    with open_desk(path, author="Tester") as desk:
        make_year(desk)
    before = dump(path)
    status, out, err = run("roll-forward", "--dry-run", "--json")
    told = json.loads(out)
    assert (status, err, told["from"], told["to"], len(told["proposals"])) == (0, "", 40, 41, 12)
    assert {key: told["proposals"][4][key] for key in ("kind", "about", "does", "text", "ticked")} == {
        "kind": "mandate", "about": "Coalition on Ports", "does": "Conclude",
        "text": "Decide to conclude the Coalition on Ports.", "ticked": True,
    }  # fmt: skip
    assert "(not ticked) Ask to report" in run("roll-forward", "--som", "40", "--dry-run")[1]
    assert dump(path) == before
    status, out, _ = run("roll-forward", "--before", "SOM41 senior")
    assert (status, out) == (
        0,
        "Roll forward to SOM 41: 11 of 12 proposals done. Left without a tick: 1.\n",
    )
    assert "Nothing to carry over" in run("roll-forward", "--som", "40")[1]
    assert run("undo")[1] == "Undone: Roll forward to SOM 41.\n"
    assert dump(path) == before


def test_a_desk_without_a_som_asks_which_one(run: Run) -> None:
    status, _, err = run("roll-forward")
    assert (status, err) == (1, "There is no SOM on this desk; make its meetings first.\n")


def test_a_meeting_that_is_not_there_is_told(run: Run, path: Path) -> None:
    with open_desk(path, author="Tester") as desk:
        make_year(desk)
    status, _, err = run("roll-forward", "--before", "SOM42 technical")
    assert (status, err) == (1, "There is no meeting “SOM42 technical” on this desk.\n")


@pytest.mark.parametrize("som", ["0", "-1", "99"])
def test_a_som_that_is_not_there_is_told(run: Run, path: Path, som: str) -> None:
    with open_desk(path, author="Tester") as desk:
        make_year(desk)
    before = dump(path)
    status, out, err = run("roll-forward", "--som", som)
    assert (status, out) == (1, "")
    assert err.startswith(f"There is no SOM {som} on this desk; there is SOM ")
    assert dump(path) == before


def test_how_it_ended_is_said(run: Run, path: Path) -> None:
    with open_desk(path, author="Tester") as desk:
        make_year(desk)
    assert run("roll-forward", "--dry-run")[1].endswith("\nNothing was changed (dry run).\n")
    run("roll-forward")
    assert run("roll-forward", "--som", "40")[1].endswith("\nThere was nothing to change.\n")
