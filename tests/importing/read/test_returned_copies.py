"""Copies with marks: true to the user's workbook where that can be, cell for cell where it cannot."""

from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.importing.read import read
from emgdesk.importing.read.marks import RowMark, SheetMarks
from emgdesk.importing.read.returning import write_returned
from emgdesk.importing.tables import RawFile, text_of
from tests.importing.read.containers import xls
from tests.importing.read.honest import FILES
from tests.importing.read.hostile import MACRO_BOOK, NAMES, Parts, packed, text_cell
from tests.importing.read.hostile_books import in_capitals, parts

REBUILT = ("The copy holds the cells of names.xlsx; its formats and formulas could not be kept.",)


def returned(
    folder: Path, data: bytes, *marks: RowMark, name: str = "names.xlsx", header: int | None = 1
) -> tuple[Path, tuple[str, ...]]:
    """The copy of a file of one table, and the notes on it."""
    source, target = folder / name, folder / "copy.xlsx"
    source.write_bytes(data)
    raw = read(source)
    notes = write_returned(raw, source, [SheetMarks(raw.sheets[0].name, header, marks)], target)
    assert cells(read(target)) == cells(raw)
    return target, notes


def cells(raw: RawFile) -> list[tuple[object, ...]]:
    return [
        (sheet.numbers, [[text_of(cell) for cell in row] for row in sheet.rows])
        for sheet in raw.sheets
        if sheet.rows
    ]


def said(path: Path) -> dict[str, str]:
    found = [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]
    return {cell.coordinate: cell.comment.text for cell in found if cell.comment}


def with_rows(rows: str, **more: object) -> Parts:
    return parts(NAMES + rows, **more)


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_format_comes_back_with_the_same_cells(tmp_path: Path, name: str) -> None:
    target, notes = returned(tmp_path, FILES[name], RowMark(2, 0, "Nobody."), name=name)
    assert said(target)["A2"] == "Not imported: Nobody."
    assert notes == ()


def test_calculated_values_are_kept_with_their_formulas(tmp_path: Path) -> None:
    formulas = (
        '<row r="3"><c r="A3" t="str"><f>"Bo "&amp;"Chen"</f><v>Bo Chen</v></c><c r="B3"><f>1+1</f><v>2</v></c>'
        '<c r="C3" t="b"><f>1=1</f><v>1</v></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    target, notes = returned(tmp_path, packed(with_rows(formulas)), RowMark(3, 0, "Who?"))
    assert notes == ()
    sheet = load_workbook(target)["Sheet1"]
    assert [cell.value for cell in sheet[3]] == ['="Bo "&"Chen"', "=1+1", "=1=1", "=1/0"]
    assert read(target).sheets[0].rows[2] == ("Bo Chen", 2, True, "#DIV/0!")


def test_macros_stay_behind(tmp_path: Path) -> None:
    data = packed(with_rows("", kind=MACRO_BOOK) | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    target, notes = returned(tmp_path, data, RowMark(2, 0, "Who?"), name="names.xlsm")
    assert notes == ()
    book = load_workbook(target, keep_vba=True)
    with book.vba_archive as archive:  # left open it would be closed after what it writes to
        assert archive.namelist().count("xl/vbaProject.bin") == 0


def test_a_mark_on_merged_cells_stands_on_the_first(tmp_path: Path) -> None:
    merged = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
    data = packed(with_rows(f'<row r="3">{text_cell("B3", "FAO")}</row>', after=merged))
    target, notes = returned(tmp_path, data, RowMark(3, 0, "No name."))
    assert said(target)["A2"] == "Not imported: No name."
    assert notes == ()


def test_without_a_header_the_first_cell_says_it_all(tmp_path: Path) -> None:
    target, _ = returned(tmp_path, b"Ana Lima,UNEP\n,FAO\n", RowMark(1, 0, "No."), name="a.csv", header=None)
    assert said(target)["A1"] == (
        "Not imported: 1 row of this sheet. It is marked in colour and a comment says why. Correct it and "
        "import this file again: rows that were taken before stay as they are.\nNo."
    )


def test_a_workbook_openpyxl_cannot_hold_comes_back_as_cells(tmp_path: Path) -> None:
    target, notes = returned(tmp_path, in_capitals(), RowMark(2, 1, "Who?"))
    assert notes == REBUILT
    assert said(target)["B2"] == "Not imported: Who?"


def test_a_workbook_that_was_changed_meanwhile_comes_back_as_it_was_read(tmp_path: Path) -> None:
    source, target = tmp_path / "names.xlsx", tmp_path / "copy.xlsx"
    source.write_bytes(packed(with_rows("")))
    raw = read(source)
    source.write_bytes(packed(parts(NAMES.replace("Ana Lima", "Somebody else"))))
    marks = [SheetMarks("Sheet1", 1, (RowMark(2, 0, "Who?"),))]
    assert write_returned(raw, source, marks, target) == REBUILT
    assert read(target).sheets[0].rows == raw.sheets[0].rows


def test_days_and_hours_stay_days_and_hours(tmp_path: Path) -> None:
    source, target = tmp_path / "names.ods", tmp_path / "copy.xlsx"
    source.write_bytes(xls([["Name", "Day"], ["Ana Lima", "x"]]))
    raw = read(source)
    rows = (("Name", "Day", "Hour", "Yes"), ("Ana Lima", datetime(2031, 9, 2, 15, 30), time(9, 5), True))
    raw = replace(
        raw,
        sheets=(replace(raw.sheets[0], name="A [long] name: with / all * that ? Excel hates", rows=rows),),
    )
    write_returned(raw, source, [SheetMarks(raw.sheets[0].name, 1, (RowMark(2, 3, "No."),))], target)
    (sheet,) = read(target).sheets
    assert (sheet.name, sheet.rows) == ("A _long_ name_ with _ all _ tha", rows)
