"""Sheets that came back, and workstreams decided on, on the command line."""

import json
from pathlib import Path

import pytest

from emgdesk.cli import main
from emgdesk.operations.progress_request import ask_for_progress
from emgdesk.publishing import write_progress_sheets
from tests.desks import entity_id
from tests.sheets import write_book
from tests.test_progress_sheets_out_and_in import fill
from tests.workplan_desks import make_whole_workplan


@pytest.fixture
def run(desk, capsys):
    """Runs a command on the desk of the test; answers exit status, stdout, stderr."""

    def command(*words):
        status = main(["--database", str(desk.path), *map(str, words)])
        return status, *capsys.readouterr()

    return command


@pytest.fixture
def sheets(desk, tmp_path: Path) -> list[Path]:
    """The sheets of two who answer for one task, filled in; WHO has not answered."""
    make_whole_workplan(desk)
    keys = desk.do(
        "Ask", ask_for_progress, entities=[(entity_id(desk, "UNEP"), ""), (None, "Harbour Union, Vienna"), (entity_id(desk, "WHO"), "")],
        as_of="2031-11-30", asked_on="2031-11-01", due="2031-11-20",
    ).value  # fmt: skip
    written = write_progress_sheets(desk, tmp_path / "sheets", request_ids=keys[:2])
    return [fill(one.path, Progress="All of it.") for one in written if one.rows]


def test_several_sheets_are_one_step(run, desk, sheets):
    before = desk.state().revision
    status, out, _ = run("import", *sheets, "--json")
    said = json.loads(out)
    assert (status, said["committed"], said["files"]) == (0, True, [path.name for path in sheets])
    assert [one["file"] for one in said["answered"]] == [path.name for path in sheets]
    assert "WHO" in said["waiting"]
    assert desk.state().revision == before + 1


def test_only_sheets_of_tasks_are_taken_together(run, sheets, tmp_path):
    whole = write_book(
        tmp_path / "plan.xlsx", {"Workstreams": [("Name", "Chapter"), ("Dune Team", "I. Sand")]}
    )
    status, out, error = run("import", sheets[0], whole)
    assert (status, out) == (1, "")
    assert error.strip() == (
        "plan.xlsx is a whole work plan (it has a sheet “Workstreams”): only sheets of tasks are taken in "
        "together; import it by itself."
    )
