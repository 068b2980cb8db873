"""The other spreadsheet formats: old Excel, binary workbooks, OpenDocument."""

from datetime import date

from tests.importing.read.conftest import ReadBytes
from tests.importing.read.containers import xls, xlsb
from tests.importing.read.hostile import open_document

UNSEEN = (
    "{0} is an .{1} file: hidden rows, links, error values and formulas without a value cannot be seen in it."
)


def test_old_excel(read_bytes: ReadBytes) -> None:
    file = read_bytes(xls([["Name", "No."], ["Ana Łima", 7.0], [], [None, 2.5], [True, "#N/A"]]), "names.xls")
    assert (file.kind, file.notes) == ("xls", (UNSEEN.format("names.xls", "xls"),))
    (sheet,) = file.sheets
    assert (sheet.name, sheet.numbers) == ("Sheet0", (1, 2, 4, 5))
    assert sheet.rows == (("Name", "No."), ("Ana Łima", 7), (None, 2.5), (True,))
    assert isinstance(sheet.rows[1][1], int)


def test_old_excel_under_the_new_suffix(read_bytes: ReadBytes) -> None:
    assert read_bytes(xls([["Name"]]), "names.xlsx").kind == "xls"


def test_old_excel_that_begins_far_from_the_corner(read_bytes: ReadBytes) -> None:
    (sheet,) = read_bytes(xls([[], [], [None, None, "Name"]]), "names.xls").sheets
    assert (sheet.numbers, sheet.rows) == ((3,), ((None, None, "Name"),))


def test_whole_numbers_beyond_the_exact_stay_floats(read_bytes: ReadBytes) -> None:
    (sheet,) = read_bytes(xls([[2.0**60, 12345678901.0]]), "names.xls").sheets
    assert [(value, type(value)) for value in sheet.rows[0]] == [(2.0**60, float), (12345678901, int)]


def test_binary_workbook(read_bytes: ReadBytes) -> None:
    file = read_bytes(xlsb([["Name", "No."], ["Ana Łima", 7.0]]), "names.xlsb")
    assert (file.kind, file.notes) == ("xlsb", (UNSEEN.format("names.xlsb", "xlsb"),))
    assert file.sheets[0].rows == (("Name", "No."), ("Ana Łima", 7))


def test_open_document(read_bytes: ReadBytes) -> None:
    cell = '<table:table-cell office:value-type="{}">{}</table:table-cell>'
    rows = (
        f"<table:table-row>{cell.format('string', '<text:p>Name</text:p>')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f"<table:table-row>{cell.format('string', '<text:p>Ana</text:p><text:p>Lima</text:p>')}"
        '<table:table-cell office:value-type="date" office:date-value="2022-10-01"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    )
    file = read_bytes(open_document("spreadsheet", rows), "names.ods")
    assert (file.kind, file.notes) == ("ods", (UNSEEN.format("names.ods", "ods"),))
    (sheet,) = file.sheets
    assert (sheet.name, sheet.numbers) == ("Liste", (1, 5))
    assert sheet.rows == (("Name",), ("Ana\nLima", date(2022, 10, 1)))
