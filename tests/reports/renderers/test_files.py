import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from emgdesk.errors import OutputError
from emgdesk.reports.renderers.files import replacing


def write(path: Path, text: str) -> None:
    with replacing(path) as part:
        part.write_text(text, encoding="utf-8")


def test_the_file_appears_whole(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "new")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.txt": "new"}


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write(target, "half \ud800")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.txt": "old"}


def test_a_link_keeps_leading_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_desk_is_never_written_over(tmp_path: Path) -> None:
    target = tmp_path / "desk.xlsx"
    with closing(sqlite3.connect(target)) as desk:
        desk.execute("CREATE TABLE kept (id)")
        for busy in ("", "BEGIN EXCLUSIVE"):
            desk.execute(busy)
            with pytest.raises(OutputError) as refused:
                write(target, "new")
            assert str(refused.value) == f"{target} is a desk: choose another file to write to."
    assert target.read_bytes().startswith(b"SQLite format 3")


def test_each_reason_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    reasons = {
        tmp_path / "none" / "a.pdf": "its folder does not exist",
        tmp_path / "file" / "a.pdf": "its folder is not a folder",
        tmp_path: "a folder has that name",
    }
    for path, reason in reasons.items():
        with pytest.raises(OutputError) as refused:
            write(path, "x")
        assert str(refused.value) == f"{path} cannot be written: {reason}."
        assert refused.value.place == str(path)


def test_a_folder_that_takes_no_file_is_not_said_to_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pytest.raises(OutputError) as refused, replacing(path):
        pass  # nothing was written, as where a system keeps its own folders
    assert str(refused.value) == f"{path} cannot be written: no file can be made in that folder."
