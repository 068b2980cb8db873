"""Workbooks that other readers lose rows of: every row arrives under its own number."""

import pytest

from tests.importing.read.conftest import ReadBytes
from tests.importing.read.hostile import (
    MACRO_BOOK,
    MAIN,
    NAMES,
    NAMES_ROWS,
    book,
    book_parts,
    packed,
    relationships,
    strict,
    text_cell,
    worksheet,
)


def numbered(number: int, *texts: str) -> str:
    cells = "".join(text_cell(f"{chr(65 + place)}{number}", text) for place, text in enumerate(texts))
    return f'<row r="{number}">{cells}</row>'


def test_a_plain_workbook(read_bytes: ReadBytes) -> None:
    file = read_bytes(book())
    assert (file.kind, file.notes) == ("xlsx", ())
    (sheet,) = file.sheets
    assert (sheet.name, sheet.numbers, sheet.rows) == ("Sheet1", (1, 2), NAMES_ROWS)
    assert (sheet.hidden, sheet.hidden_rows, sheet.merges, sheet.links) == (False, frozenset(), (), {})


def test_macros_are_neither_run_nor_in_the_way(read_bytes: ReadBytes) -> None:
    parts = book_parts({"Sheet1": worksheet(NAMES)}, kind=MACRO_BOOK)
    file = read_bytes(packed({**parts, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "names.xlsm")
    assert (file.kind, file.sheets[0].rows) == ("xlsx", NAMES_ROWS)


def test_the_suffix_does_not_matter(read_bytes: ReadBytes) -> None:
    assert read_bytes(book(), "names.xls").kind == "xlsx"
    assert read_bytes(book(), "names").sheets[0].rows == NAMES_ROWS


def test_sheets_keep_their_order_and_state(read_bytes: ReadBytes) -> None:
    sheets = {name: worksheet(NAMES) for name in ("Guests", "Lists", "Secret")}
    states = {"Lists": "hidden", "Secret": "veryHidden"}
    file = read_bytes(packed(book_parts(sheets, states=states)))
    assert [(sheet.name, sheet.hidden) for sheet in file.sheets] == [
        ("Guests", False),
        ("Lists", True),
        ("Secret", True),
    ]


def test_one_sheet_alone(read_bytes: ReadBytes) -> None:
    sheets = {"Guests": worksheet(NAMES), "Lists": worksheet("")}
    file = read_bytes(packed(book_parts(sheets)), sheet=" lists ")
    assert [(sheet.name, sheet.rows) for sheet in file.sheets] == [("Lists", ())]


def test_an_empty_workbook(read_bytes: ReadBytes) -> None:
    (sheet,) = read_bytes(book("")).sheets
    assert (sheet.numbers, sheet.rows) == ((), ())


def test_strict_open_xml(read_bytes: ReadBytes) -> None:
    parts = book_parts(
        {"Sheet1": worksheet('<row r="4"><c r="B4" t="s"><v>0</v></c></row>')}, strings=["<t>Ana</t>"]
    )
    file = read_bytes(packed(strict(parts)))
    assert (file.sheets[0].numbers, file.sheets[0].rows, file.notes) == ((4,), ((None, "Ana"),), ())


@pytest.mark.parametrize("dimension", ["A1", "A1:B1", "C7:D9", "A1:XFD1048576"])
def test_a_wrong_dimension_hides_nothing(read_bytes: ReadBytes, dimension: str) -> None:
    file = read_bytes(book(before=f'<dimension ref="{dimension}"/>'))
    assert file.sheets[0].rows == NAMES_ROWS


def test_rows_out_of_order_are_put_in_order(read_bytes: ReadBytes) -> None:
    (sheet,) = read_bytes(book(numbered(9, "Cy") + numbered(2, "Ana") + numbered(5, "Bo"))).sheets
    assert (sheet.numbers, sheet.rows) == ((2, 5, 9), (("Ana",), ("Bo",), ("Cy",)))


def test_a_far_cell_adds_no_rows_between(read_bytes: ReadBytes) -> None:
    (sheet,) = read_bytes(book(NAMES + numbered(1_048_576, "x"))).sheets
    assert sheet.numbers == (1, 2, 1_048_576)


def test_phantom_rows_are_left_out(read_bytes: ReadBytes) -> None:
    rows = "".join(
        f'<row r="{number}" ht="15" hidden="1"><c r="A{number}" s="1"/></row>'
        for number in range(3, 1_048_577)
    )
    (sheet,) = read_bytes(book(NAMES + rows)).sheets
    assert (sheet.numbers, sheet.rows, sheet.hidden_rows) == ((1, 2), NAMES_ROWS, frozenset())


def test_blank_rows_and_cells_are_left_out(read_bytes: ReadBytes) -> None:
    rows = (
        numbered(1, "Name", "", "  ") + numbered(2, "", " ") + numbered(3, " \u00a0") + numbered(4, "", "Bo")
    )
    (sheet,) = read_bytes(book(rows)).sheets
    assert (sheet.numbers, sheet.rows) == ((1, 4), (("Name", None, "  "), (None, "Bo")))


def test_rows_and_cells_without_a_place_follow_the_one_before(read_bytes: ReadBytes) -> None:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    rows = (
        f"<row>{cell.format('Name')}{cell.format('Entity')}</row>"
        f'<row r="7">{cell.format("Ana")}{text_cell("D7", "x")}{cell.format("y")}</row>'
        f"<row>{cell.format('Bo')}</row>"
    )
    (sheet,) = read_bytes(book(rows)).sheets
    assert sheet.numbers == (1, 7, 8)
    assert sheet.rows == (("Name", "Entity"), ("Ana", None, None, "x", "y"), ("Bo",))


def test_cells_out_of_order_stand_in_their_columns(read_bytes: ReadBytes) -> None:
    rows = f'<row r="1">{text_cell("C1", "c")}{text_cell("A1", "a")}{text_cell("b1", "b")}</row>'
    assert read_bytes(book(rows)).sheets[0].rows == (("a", "b", "c"),)


def test_part_names_in_capitals(read_bytes: ReadBytes) -> None:
    parts = book_parts(
        {"Sheet1": worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')}, strings=["<t>Ana</t>"]
    )
    shouted = {name.upper().replace("/", "\\"): content for name, content in parts.items()}
    assert read_bytes(packed(shouted)).sheets[0].rows == (("Ana",),)


@pytest.mark.parametrize("part", ["xl/styles.xml", "lost.xml"])
def test_broken_or_lost_styles_cost_only_the_date_formats(read_bytes: ReadBytes, part: str) -> None:
    parts = book_parts({"Sheet1": worksheet(NAMES)}, styles="<fonts/>")
    del parts["xl/styles.xml"]
    file = read_bytes(packed({**parts, part: "<styleSheet><fonts></styleSheet>"}))
    assert file.sheets[0].rows == NAMES_ROWS
    assert file.notes == (
        "The cell formats of names.xlsx are damaged: dates may have come as plain numbers.",
    )


def test_a_table_of_texts_that_is_named_but_missing_and_one_that_is_not_named(read_bytes: ReadBytes) -> None:
    parts = book_parts({"Sheet1": worksheet(NAMES)}, strings=["<t>x</t>"])
    del parts["xl/sharedStrings.xml"]
    assert read_bytes(packed(parts)).sheets[0].rows == NAMES_ROWS
    shared = worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    parts = book_parts({"Sheet1": shared}, strings=["<t>Ana</t>"])
    lines = str(parts["xl/_rels/workbook.xml.rels"])
    parts["xl/_rels/workbook.xml.rels"] = lines.replace("/sharedStrings", "/unknown")
    assert read_bytes(packed(parts)).sheets[0].rows == (("Ana",),)


def test_broken_decoration_costs_nothing(read_bytes: ReadBytes) -> None:
    file = read_bytes(
        book(
            before='<sheetPr><tabColor rgb="pink"/></sheetPr>'
            '<sheetViews><sheetView zoomScale="x"/></sheetViews>',
            after='<dataValidations count="?"><dataValidation type="wish"/></dataValidations>'
            '<conditionalFormatting sqref="A1"><cfRule type="mood" priority="0"/></conditionalFormatting>'
            '<pageMargins left="wide"/>',
            styles='<fills><fill><patternFill patternType="tartan"/></fill></fills>'
            '<cellXfs><xf numFmtId="0" fontId="99"/></cellXfs>',
        )
    )
    assert (file.sheets[0].rows, file.notes) == (NAMES_ROWS, ())


def test_merged_cells(read_bytes: ReadBytes) -> None:
    refs = ("A1:C1", "B3:B9", "?")
    merges = "<mergeCells>" + "".join(f'<mergeCell ref="{ref}"/>' for ref in refs) + "</mergeCells>"
    (sheet,) = read_bytes(book(after=merges)).sheets
    assert sheet.merges == ((1, 0, 1, 2), (3, 1, 9, 1))


def test_hidden_rows_and_columns(read_bytes: ReadBytes) -> None:
    columns = '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols>'
    rows = NAMES.replace('<row r="2">', '<row r="2" hidden="true">')
    (sheet,) = read_bytes(book(rows, before=columns)).sheets
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({2}), frozenset({1, 2}))


def test_links(read_bytes: ReadBytes) -> None:
    formula = '<row r="5"><c r="A5" t="str"><f>HYPERLINK("https://x.example","Page")</f><v>Page</v></c></row>'
    links = (
        '<hyperlinks><hyperlink ref="A2" r:id="rId1"/><hyperlink ref="B1:B2" r:id="rId2" location="top"/>'
        '<hyperlink ref="C1" location="Lists!A1"/><hyperlink ref="D1" r:id="rId9"/></hyperlinks>'
    )
    parts = book_parts({"Sheet1": worksheet(NAMES + formula, after=links)})
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(
        ("rId1", "hyperlink", "mailto:ana.lima@unep.example"),
        ("rId2", "hyperlink", "https://unep.example/"),
        external=True,
    )
    assert read_bytes(packed(parts)).sheets[0].links == {
        (2, 0): "mailto:ana.lima@unep.example",
        (1, 1): "https://unep.example/#top",
        (2, 1): "https://unep.example/#top",
        (5, 0): "https://x.example",
    }


def test_chart_sheets_have_no_rows_and_macro_sheets_are_told(read_bytes: ReadBytes) -> None:
    parts = book_parts({"Sheet1": worksheet(NAMES), "Chart": "<chartsheet/>", "Macro": "<macrosheet/>"})
    parts["xl/_rels/workbook.xml.rels"] = relationships(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "chartsheet", "worksheets/sheet2.xml"),
        ("rId3", "xlMacrosheet", "/xl/worksheets/sheet3.xml"),
    )
    file = read_bytes(packed(parts))
    assert [sheet.name for sheet in file.sheets] == ["Sheet1"]
    assert file.notes == ("Sheet “Macro” of names.xlsx is a macro or dialog sheet and was not read.",)


def test_characters_xml_does_not_allow_are_left_out(read_bytes: ReadBytes) -> None:
    file = read_bytes(book(NAMES.replace("Ana", "A\x0bn&#x1F;a")))
    assert file.sheets[0].rows == NAMES_ROWS
    assert file.notes == ("Characters that no text can hold were left out of names.xlsx.",)


def test_unusual_namespaces_are_read_by_the_second_reader(read_bytes: ReadBytes) -> None:
    parts = book_parts({"Sheet1": worksheet(NAMES)})
    odd = {name: str(part).replace(MAIN, "urn:home-made") for name, part in parts.items()}
    file = read_bytes(packed(odd))
    assert (file.sheets[0].numbers, file.sheets[0].rows) == ((1, 2), NAMES_ROWS)
    assert file.notes == (
        (
            "names.xlsx is not built as Excel builds it; its cells could be read, but hidden rows, links, "
            "error values and formulas without a value cannot be seen in it."
        ),
    )


def test_a_sheet_the_second_reader_must_begin_again(read_bytes: ReadBytes) -> None:
    parts = book_parts({"Good": worksheet(NAMES), "Odd": worksheet(NAMES).replace(MAIN, "urn:home-made")})
    file = read_bytes(packed(parts))
    assert [(sheet.name, sheet.rows) for sheet in file.sheets] == [("Good", NAMES_ROWS), ("Odd", NAMES_ROWS)]
