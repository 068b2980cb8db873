"""Hostile files on the command line: status 1, nothing on stdout, one line on stderr; or an import."""

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
