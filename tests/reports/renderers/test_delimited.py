import csv
from datetime import date, datetime, time
from pathlib import Path

import pytest

from emgdesk.errors import OutputError
from emgdesk.reports.renderers.delimited import write_csv, write_line
from emgdesk.reports.sheets import Sheet, columns


def test_a_spreadsheet_opens_it_right(tmp_path: Path) -> None:
    rows = [
        ["Zoë, Ost", 'say "x"', "a\nb"],
        [None, 3, True],
        [date(2035, 9, 9), datetime(2035, 9, 9, 14, 30), time(15, 0)],
    ]
    write_csv(Sheet("S", columns("Name", "Two", "Three"), rows), tmp_path / "a.csv")
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfName,Two,Three\r\n")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1:] == [
            ["Zoë, Ost", 'say "x"', "a\nb"],
            ["", "3", "True"],
            ["2035-09-09", "2035-09-09 14:30", "15:00"],
        ]


@pytest.mark.parametrize("text", ["=1+1", "+41 22", "-note", "@sum", "\tx", "\rx"])
def test_nothing_is_a_formula(tmp_path: Path, text: str) -> None:
    write_csv(Sheet("S", columns(text), [[text]]), tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [[f"'{text}"], [f"'{text}"]]


def test_half_a_character_does_no_harm(tmp_path: Path) -> None:
    write_csv(Sheet("S", columns("A"), [["a\ud800b\0"]]), tmp_path / "a.csv")
    assert "a?b" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


def test_a_line_of_text(tmp_path: Path) -> None:
    write_line("Zoë <z@b.example>", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_bytes() == "Zoë <z@b.example>\n".encode()
    with pytest.raises(OutputError, match="its folder does not exist"):
        write_line("x", tmp_path / "none" / "a.txt")
