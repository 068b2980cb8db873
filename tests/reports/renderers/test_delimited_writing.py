from pathlib import Path

import pytest

from emgdesk.reports.renderers.delimited import guarded, write_csv


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("- item", "'- item"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("+41 22 917 (0) 12-34", "+41 22 917 (0) 12-34"),
        ("-5.25", "-5.25"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_nothing_runs_as_a_formula(text: str, written: str) -> None:
    assert guarded(text) == written


def test_the_file_has_its_mark_and_line_ends(tmp_path: Path) -> None:
    write_csv(["Name", "Mail"], [["Zoë, B", "=x"], ["محمد", ""]], tmp_path / "a.csv")
    expected = 'Name,Mail\r\n"Zoë, B",\'=x\r\nمحمد,\r\n'
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + expected.encode()
