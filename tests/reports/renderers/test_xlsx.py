from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from emgdesk.errors import CancelledError, OutputError
from emgdesk.reports.renderers.xlsx import write_sheets
from emgdesk.reports.renderers.xlsx.folder import write_folder
from emgdesk.reports.sheets import Sheet, SheetBars, SheetColumn, columns

COLUMNS = (
    SheetColumn("Name"),
    SheetColumn("Entity", width=20),
    SheetColumn("Role", choices=("chair", "observer")),
)


class Impatient:
    """A job whose user pressed Cancel."""

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        pass

    def check_cancelled(self) -> None:
        raise CancelledError


def test_values_come_back_as_they_went_in(tmp_path: Path) -> None:
    rows = [
        ["Zoë Ångström", "UNEP", None],
        ["محمد", "a\nb", 3],
        [True, 2.5, date(2035, 9, 9)],
        [datetime(2035, 9, 9, 14, 30), time(15, 0), "x" * 100],
    ]
    write_sheets([Sheet("Participants", COLUMNS, rows)], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Participants"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        rows[0], rows[1], [True, 2.5, datetime(2035, 9, 9)], rows[3],
    ]  # fmt: skip


def test_what_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    texts = ["=1+1", "+41 22 917", "-note", "@name", '=HYPERLINK("x")']
    write_sheets([Sheet("S", (SheetColumn("=A1"),), [[text] for text in texts])], tmp_path / "a.xlsx")
    cells = [row[0] for row in load_workbook(tmp_path / "a.xlsx")["S"].iter_rows()]
    assert [(cell.value, cell.data_type) for cell in cells] == [
        ("=A1", "s"),
        *((text, "s") for text in texts),
    ]
    assert {(cell.number_format, cell.quotePrefix) for cell in cells[1:]} == {("@", True)}


def test_header_frozen_filtered_widths_and_choices(tmp_path: Path) -> None:
    sheets = [Sheet("One", COLUMNS, [["A B", "UNEP", "chair"]]), Sheet("Two", COLUMNS[:1], [])]
    write_sheets(sheets, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["One", "Two"]
    one = book["One"]
    assert (one.freeze_panes, one.auto_filter.ref, book["Two"].auto_filter.ref) == ("A2", "A1:C2", "A1:A1")
    assert one.column_dimensions["B"].width == 20
    assert all(cell.font.bold for cell in one[1])
    (offered,) = one.data_validations.dataValidation
    assert (str(offered.sqref), offered.formula1) == ("C2:C5000", '"chair,observer"')


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    write_sheets([Sheet("S", COLUMNS[:1], [["a\x00b\x0bc"], ["\x01"], ["d"]])], tmp_path / "a.xlsx")
    assert [row[0].value for row in load_workbook(tmp_path / "a.xlsx")["S"].iter_rows(min_row=2)] == [
        "abc",
        None,
        "d",
    ]


def test_a_text_longer_than_a_cell_holds_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(OutputError) as refused:
        write_sheets([Sheet("Tasks", COLUMNS, [["a"], ["b", "x" * 40_000]])], target)
    assert str(refused.value) == "The text for cell Tasks!B3 has 40,000 characters, a cell holds 32,767."
    assert target.read_bytes() == b"old"


def test_cancelling_leaves_the_old_file(tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        write_sheets([Sheet("S", COLUMNS, [["x"]] * 600)], tmp_path / "a.xlsx", job=Impatient())
    assert list(tmp_path.iterdir()) == []


def test_an_unwritable_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="its folder does not exist"):
        write_sheets([Sheet("S", COLUMNS, [])], tmp_path / "none" / "a.xlsx")


def test_bars_are_a_chart_of_the_sheets_own_cells(tmp_path: Path) -> None:
    rows = [["SOM40", "May", 3, 1], ["SOM41", "June", 4, 0]]
    sheet = Sheet(
        "Meetings", columns("Meeting", "Date", "Members", "Guests"), rows, SheetBars("People", 3, 4)
    )
    write_sheets([sheet, Sheet("None", columns("A"), [], SheetBars("x", 1, 1))], tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    (chart,) = book["Meetings"]._charts
    assert [series.val.numRef.f for series in chart.series] == [
        "'Meetings'!$C$2:$C$3",
        "'Meetings'!$D$2:$D$3",
    ]
    assert (chart.grouping, chart.series[0].cat.numRef.f) == ("stacked", "'Meetings'!$A$2:$A$3")
    assert book["None"]._charts == []


def test_a_guarded_sheet_lets_only_open_cells_be_filled_in(tmp_path: Path) -> None:
    head = (
        SheetColumn("Task", quiet=True),
        SheetColumn("Status", choices=("done", "open"), open=True, prompt="How it stands."),
        SheetColumn("ID", hidden=True),
    )
    write_sheets([Sheet("Tasks", head, [["Map", "", "key"]], guarded=True)], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Tasks"]
    assert [cell.protection.locked for cell in sheet[2]] == [True, False, True]
    assert [cell.fill.fgColor.rgb for cell in sheet[2]] == ["FFF2F2F2", "FFFFF9E5", "FFF2F2F2"]
    lock = sheet.protection
    assert (lock.sheet, lock.password, lock.autoFilter, lock.sort, lock.formatColumns) == (
        True, None, False, False, False,
    )  # fmt: skip
    assert [sheet.column_dimensions[letter].hidden for letter in "ABC"] == [False, False, True]
    (offered,) = sheet.data_validations.dataValidation
    assert (offered.formula1, offered.promptTitle, offered.prompt) == (
        '"done,open"', "Status", "How it stands.",
    )  # fmt: skip


def test_cells_of_another_sheet_are_offered_where_it_is_there(tmp_path: Path) -> None:
    bodies = Sheet("Workstreams", columns("Letter", "Name"), [["a", "Reefs"]])
    tasks = Sheet("Tasks", (SheetColumn("Workstream", offered_by=("Workstreams", "Name")),), [])
    write_sheets([bodies, tasks], tmp_path / "a.xlsx")
    (offered,) = load_workbook(tmp_path / "a.xlsx")["Tasks"].data_validations.dataValidation
    assert (offered.formula1, offered.errorStyle) == ("'Workstreams'!$B$2:$B$42", "warning")
    write_sheets([tasks], tmp_path / "b.xlsx")
    assert load_workbook(tmp_path / "b.xlsx")["Tasks"].data_validations.dataValidation == []


def test_rows_are_as_high_as_their_texts_and_short_texts_stand_on_top(tmp_path: Path) -> None:
    rows = [
        ["a", "one two three four five"],
        ["b", "x"],
        ["c", "1\n2\n3"],
        ["d", "word " * 3000],
        ["e", "x" * 30],
    ]
    write_sheets([Sheet("S", (SheetColumn("A"), SheetColumn("B", 12)), rows)], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["S"]
    assert [sheet.row_dimensions[n].height for n in range(2, 7)] == [45, None, 45, 409, None]
    assert [sheet.cell(n, 2).alignment.wrap_text for n in range(2, 7)] == [True, None, True, True, None]
    assert {sheet.cell(n, 1).alignment.vertical for n in range(2, 7)} == {"top"}


def test_the_height_of_a_row_is_a_proposal_that_grows_with_what_is_typed(tmp_path: Path) -> None:
    write_sheets([Sheet("S", (SheetColumn("A", 12),), [["1\n2"]])], tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx") as file:
        xml = file.read("xl/worksheets/sheet1.xml").decode()
    assert '<row r="2" ht="30">' in xml


def test_choices_too_long_for_a_drop_down_are_refused(tmp_path: Path) -> None:
    sheet = Sheet("S", (SheetColumn("A", choices=tuple(f"choice {n}" for n in range(40))),), [])
    with pytest.raises(OutputError, match="The choices of column A are too long for a workbook"):
        write_sheets([sheet], tmp_path / "a.xlsx")


def test_a_text_is_measured_as_spreadsheets_count(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cell S!A2 has 40,000 characters"):
        write_sheets([Sheet("S", COLUMNS[:1], [["\U0001f30a" * 20_000]])], tmp_path / "a.xlsx")


def test_books_go_into_a_folder_that_is_made(tmp_path: Path) -> None:
    books = [(f"{name}.xlsx", [Sheet(name, COLUMNS[:1], [])]) for name in ("A", "B")]
    paths = write_folder(books, tmp_path / "new" / "folder")
    assert paths == tuple(tmp_path / "new" / "folder" / f"{name}.xlsx" for name in ("A", "B"))
    assert [load_workbook(path).sheetnames for path in paths] == [["A"], ["B"]]
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="file cannot be written: a file has that name"):
        write_folder(books, tmp_path / "file")
    with pytest.raises(CancelledError):
        write_folder(books, tmp_path / "third", job=Impatient())
