"""Hostile files on the command line: status 1, nothing on stdout, one line on stderr; or an import."""

import subprocess
import sys
from pathlib import Path

import pytest

from emgdesk.cli import main
from tests.importing.read.hostile_corpus import CASES, LIGHT


@pytest.fixture
def desk_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "desk.emgdesk"
    assert main(["--database", str(path), "new", "meeting", "--code", "REEF 1", "--title", "Reefs"]) == 0
    capsys.readouterr()
    return path


@pytest.mark.parametrize("name", LIGHT)
def test_one_line_or_an_import(
    desk_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    case = CASES[name]
    file = str(case.make(tmp_path))
    status = main(["--database", str(desk_file), "import", file, "--meeting", "REEF 1", "--dry-run"])
    out, err = capsys.readouterr()
    if case.refusal:
        assert (status, out, err) == (1, "", case.sentence() + "\n")
    else:
        assert status == 0
        assert out.endswith("Nothing was changed (dry run).\n")


def test_a_reading_child_that_aborts_leaves_one_line(desk_file: Path, tmp_path: Path) -> None:
    """In a process of its own, where nothing has told the log where to go."""
    case = CASES["beyond_the_last_row.xlsx"]
    command = ["--database", desk_file, "import", case.make(tmp_path), "--meeting", "REEF 1"]
    done = subprocess.run(
        [sys.executable, "-m", "emgdesk", *map(str, command)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", case.sentence() + "\n")
