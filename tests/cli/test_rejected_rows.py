"""`import --rejected`: the copy with the rows that could not be taken."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.cli import main

TABLE = "Name,Entity\nAna Lima,UNEP\n4711,FAO\n"


@pytest.fixture
def desk_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "desk.emgdesk")
    assert main(["--database", path, "new", "meeting", "--code", "REEF 1", "--title", "Reefs"]) == 0
    capsys.readouterr()
    return path


def imported(desk_file: str, table: Path, target: Path, *more: str) -> int:
    command = ["--database", desk_file, "import", str(table), "--meeting", "REEF 1"]
    return main([*command, "--rejected", str(target), *more])


def test_the_copy_is_written_and_told_of(
    desk_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, target = tmp_path / "reefs.csv", tmp_path / "mend.xlsx"
    table.write_text(TABLE, encoding="utf-8")
    assert imported(desk_file, table, target) == 0
    assert capsys.readouterr().out.endswith(f"Imported.\nThe rejected row is marked in {target}.\n")
    comment = load_workbook(target)["Sheet1"]["A3"].comment
    assert comment is not None
    assert comment.text == "Not imported: The name in A3 is a number (4711)."
    assert imported(desk_file, target, tmp_path / "again.xlsx", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["totals"]["already"], answer["totals"]["problem"], answer["revision"]) == (1, 1, None)
    assert answer["rejected"] == {"file": str(tmp_path / "again.xlsx"), "rows": 1}


def test_a_place_that_cannot_be_written_to_imports_nothing(
    desk_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, target = tmp_path / "reefs.csv", tmp_path / "gone" / "mend.xlsx"
    table.write_text(TABLE, encoding="utf-8")
    assert imported(desk_file, table, target) == 1
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"{target} cannot be written: its folder does not exist.\n")
    assert main(["--database", desk_file, "list", "people", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["people"] == []


def test_without_rejected_rows_there_is_no_copy(
    desk_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, target = tmp_path / "reefs.csv", tmp_path / "mend.xlsx"
    table.write_text("Name,Entity\nAna Lima,UNEP\n", encoding="utf-8")
    assert imported(desk_file, table, target) == 0
    assert capsys.readouterr().out.endswith("Imported.\nNo row was rejected, so no copy was written.\n")
    assert not target.exists()
