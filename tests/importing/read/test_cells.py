"""What stands in the cells of an .xlsx file: exact values, nothing lost and nothing made up."""

from datetime import date, datetime, time

import pytest

from tests.importing.read.conftest import ReadBytes
from tests.importing.read.hostile import book

STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0&quot; days&quot;"/>'
    '<numFmt numFmtId="30" formatCode="0.0"/></numFmts>'
    "<cellXfs>"
    + "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 164, 165, 166, 31, 57, 30, 20))
    + "</cellXfs>"
)
GENERAL, SHORT, CUSTOM, SPAN, DAYS, HAN_LONG, HAN_MONTH, REDEFINED, CLOCK = range(9)


@pytest.fixture
def cells(read_bytes: ReadBytes):
    """(<c> elements without place) -> the values of the one row."""

    def read_cells(*elements: str, **parts: object) -> tuple[object, ...]:
        row = f'<row r="1">{"".join(elements)}<c t="b"><v>1</v></c></row>'
        (sheet,) = read_bytes(book(row, styles=STYLES, **parts)).sheets
        return sheet.rows[0][:-1]

    return read_cells


def styled(style: int, value: str) -> str:
    return f'<c s="{style}"><v>{value}</v></c>'


def test_numbers(cells) -> None:
    values = cells(
        "<c><v>7</v></c>",
        '<c t="n"><v>7.50</v></c>',
        "<c><v>-1.5E-3</v></c>",
        "<c><v>9007199254740993</v></c>",
        "<c><v>0</v></c>",
        "<c><v>NaN</v></c>",
        "<c><v>1e999</v></c>",
        "<c><v>seven</v></c>",
    )
    assert values == (7, 7.5, -0.0015, 9007199254740993, 0, "NaN", "1e999", "seven")
    assert [type(value) for value in values[:5]] == [int, float, float, int, int]


def test_yes_and_no(cells) -> None:
    words = ("1", "0", "true", "false")
    assert cells(*(f'<c t="b"><v>{word}</v></c>' for word in words)) == (True, False, True, False)


def test_errors_stay_visible(cells) -> None:
    assert cells('<c t="e"><v>#REF!</v></c>', '<c t="e"><f>NA()</f><v>#N/A</v></c>') == ("#REF!", "#N/A")


def test_dates(cells) -> None:
    values = cells(
        styled(SHORT, "44835"),
        styled(CUSTOM, "44835.375"),
        styled(CLOCK, "0.375"),
        styled(SHORT, "44835.999999999"),
        styled(DAYS, "44835"),
        styled(GENERAL, "44835"),
    )
    assert values == (
        datetime(2022, 10, 1),
        datetime(2022, 10, 1, 9),
        time(9),
        datetime(2022, 10, 2),
        44835,
        44835,
    )


def test_east_asian_dates_that_openpyxl_takes_for_numbers(cells) -> None:
    assert cells(styled(HAN_LONG, "45127.5"), styled(HAN_MONTH, "45127"), styled(REDEFINED, "45127.5")) == (
        datetime(2023, 7, 20, 12),
        datetime(2023, 7, 20),
        45127.5,
    )


def test_dates_counted_from_1904(cells) -> None:
    values = cells(styled(SHORT, "43373"), properties='<workbookPr date1904="1"/>')
    assert values == (datetime(2022, 10, 1),)


def test_lengths_of_time_read_as_excel_shows_them(cells) -> None:
    assert cells(styled(SPAN, "1.09375"), styled(SPAN, "0.0625")) == ("26:15:00", "1:30:00")


def test_iso_dates(cells) -> None:
    values = cells(
        '<c t="d"><v>2022-10-01</v></c>',
        '<c t="d"><v>2022-10-01T09:30:00Z</v></c>',
        '<c t="d"><v>soon</v></c>',
        '<c t="d"><v>PT26H15M</v></c>',
    )
    assert values == (date(2022, 10, 1), datetime(2022, 10, 1, 9, 30), "soon", "26:15:00")


def test_dates_no_calendar_has_come_as_numbers_with_a_note(read_bytes: ReadBytes) -> None:
    row = f'<row r="3"><c r="B3" s="{SHORT}"><v>2958466</v></c><c r="C3" s="{SHORT}"><v>-700000</v></c></row>'
    file = read_bytes(book(row, styles=STYLES))
    assert file.sheets[0].rows == ((None, 2958466, -700000),)
    assert file.notes == (
        (
            "Cell B3 of sheet “Sheet1” in names.xlsx holds a date that no calendar has; "
            "it came as a plain number."
        ),
    )


def test_escapes_are_resolved(cells) -> None:
    strings = [
        "<t>Ana_x000D_\nLima</t>",
        "<t>_x005F_x000D_</t>",
        "<t>_xD83D__xDE00_</t>",
        "<t>a_x0000_b_xd800_</t>",
    ]
    shared = [f'<c t="s"><v>{number}</v></c>' for number in range(4)]
    inline = '<c t="inlineStr"><is><t>Bo_x0009_Chen</t></is></c>'
    formula = '<c t="str"><f>A1</f><v>x_x000a_y</v></c>'
    assert cells(*shared, inline, formula, strings=strings) == (
        "Ana\nLima",
        "_x000D_",
        "😀",
        "ab\ufffd",
        "Bo\tChen",
        "x\ny",
    )


def test_rich_text_keeps_its_blanks_and_drops_reading_aids(cells) -> None:
    runs = '<r><rPr><b/></rPr><t xml:space="preserve">Ann </t></r><r><t>Lee</t></r>'
    kanji = '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>'
    inline = f'<c t="inlineStr"><is>{runs}</is></c>'
    values = cells('<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', inline, strings=[runs, kanji])
    assert values == ("Ann Lee", "東京", "Ann Lee")


def test_formulas_without_a_value_are_listed(read_bytes: ReadBytes) -> None:
    row = (
        '<row r="2"><c r="A2"><f>SUM(B2:C2)</f></c><c r="B2"><f>1+1</f><v></v></c>'
        '<c r="C2" t="str"><f>""</f><v></v></c>'
        '<c r="D2"><f>1+1</f><v>2</v></c><c r="E2" t="shared"><f si="0"/></c></row>'
    )
    (sheet,) = read_bytes(book(row)).sheets
    assert (sheet.rows, sheet.uncalculated) == (((None, None, None, 2),), ((2, 0), (2, 1), (2, 4)))


def test_text_that_looks_like_a_formula_is_text(cells) -> None:
    texts = ("=1+1", "+41 22 917", "-", "@home")
    elements = (f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    assert cells(*elements) == texts
