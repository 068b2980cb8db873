"""The step Table: the cells in place, the header moved by click and key, no header at all."""

import pytest
from PySide6.QtCore import Qt

from tests.desks import make_meeting
from tests.ui.dialogs.import_dialog.keys import ALT, press
from tests.ui.dialogs.sheets import HEADER, ROWS, write_book

UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def table(shown):
    shown.view.go_to("table")
    return shown.view.table


def moved(services, table):
    """Wait for the pause after the last move, and for the rows read anew."""
    table._pause.stop()
    table.header_chosen.emit(table._wanted)
    services.tasks.settle()


def lines(table):
    """Row number, what the row is, and its first cells, as shown."""
    model = table.cells
    return [
        (model.headerData(at, Qt.Orientation.Vertical), *(model.index(at, c).data() for c in range(3)))
        for at in range(model.rowCount())
    ]


def test_rows_stand_as_a_spreadsheet_numbers_them(table):
    assert lines(table)[:3] == [
        ("1", "Above the table", "Mid-Term Technical Segment of the 40th Senior Officials Meeting", ""),
        ("3", "Header", "No.", "First name"),
        ("4", "", "1", "Amélie"),
    ]
    assert lines(table)[-1] == ("9", "A row that counts, no person.", "Total", "5")
    assert [table.cells.headerData(at, Qt.Orientation.Horizontal) for at in (0, 1, 2)] == ["", "A", "B"]
    assert table.said.text() == "Row 3 is the header: 5 people in the table, 1 row set aside."
    assert table.grid.currentIndex().row() == 1


def test_a_file_of_one_sheet_has_no_sheet_to_choose(table, open_import, tmp_path):
    assert table.sheet.isHidden()
    path = tmp_path / "list.csv"
    path.write_text("Name,Entity\nAna Ruiz,FAO\n", encoding="utf-8")
    assert open_import(path).view.table.sheet.isHidden()


def test_another_sheet_is_chosen(open_import, services, tmp_path, desk):
    key = make_meeting(desk, "REEF 9")
    path = write_book(tmp_path / "two.xlsx", First=[HEADER, *ROWS], Second=[("Name",), ("Bo Lindh",)])
    dialog = open_import(path, key)
    sheet = dialog.view.table.sheet
    assert [sheet.itemText(at) for at in range(sheet.count())] == ["First", "Second"]
    assert not sheet.isHidden()
    sheet.setCurrentIndex(1)
    sheet.activated.emit(1)
    services.tasks.settle()
    assert (
        dialog.view.totals.text() == "1 new, 0 known, 0 to decide, 0 skipped, 0 problems; 1 without an entity"
    )
    assert dialog.view.bar.buttons["table"].step.said == "Second, header in row 1"


def test_keys_move_the_header(shown, services, table):
    press(shown, DOWN, ALT)
    assert (table.cells.header_row, table.said.text()) == (4, "Row 4 is the header.")
    press(shown, DOWN, ALT)
    press(shown, UP, ALT)
    moved(services, table)
    assert table.cells.header_row == 4
    assert shown.view.bar.buttons["table"].step.said == "header in row 4"
    assert shown.view.current == "table"
    press(shown, UP, ALT)
    moved(services, table)
    assert (
        shown.view.totals.text() == "2 new, 1 known, 2 to decide, 1 skipped, 0 problems; 1 entity to decide"
    )


def test_a_chosen_row_becomes_the_header(shown, services, table):
    press(shown, DOWN)
    press(shown, DOWN)
    press(shown, Qt.Key.Key_H)
    moved(services, table)
    assert table.cells.header_row == 5
    table.grid.verticalHeader().sectionClicked.emit(1)
    moved(services, table)
    assert table.cells.header_row == 3


def test_a_sheet_without_a_header_is_read_by_its_letters(open_import, services, tmp_path, desk):
    rows = [("round", "Tevita Havili", "SPC"), ("square", "Ida Brekke", "WHO")]
    dialog = open_import(write_book(tmp_path / "bare.xlsx", Sheet=rows), make_meeting(desk, "REEF 9"))
    table = dialog.view.table
    dialog.view.go_to("table")
    table.bare.click()
    moved(services, table)
    assert dialog.view.bar.buttons["table"].step.said == "no header row"
    cards = {card.header: card for card in dialog.view.columns.strip.cards}
    assert list(cards) == ["Column A", "Column B", "Column C"]
    cards["Column B"].chosen.emit("Column B", "name")
    services.tasks.settle()
    cards = {card.header: card for card in dialog.view.columns.strip.cards}
    cards["Column C"].chosen.emit("Column C", "entity")
    services.tasks.settle()
    rows = dialog.view.people.roster.table.rows.rows()
    assert sorted((row.row, row.name, row.entity) for row in rows) == [
        (1, "Tevita Havili", "SPC"),
        (2, "Ida Brekke", "WHO"),
    ]


def test_a_table_without_people_says_so(open_import, tmp_path, desk):
    path = write_book(tmp_path / "header.xlsx", People=[HEADER])
    dialog = open_import(path, make_meeting(desk, "REEF 9"))
    dialog.view.go_to("people")
    assert dialog.view.people.empty._title.text() == "No people in this table"
    assert dialog.view.import_button.text() == "Nothing to import"


def test_an_empty_workbook_says_so(open_import, tmp_path):
    dialog = open_import(write_book(tmp_path / "blank.xlsx", One=[]))
    assert dialog.view.current == "table"
    assert dialog.view.table.empty._sentence.text() == "blank.xlsx is empty: no sheet of it holds any cell."
    assert not dialog.view.import_button.isEnabled()
    dialog.view.go_to("columns")
    assert dialog.view.columns.empty._title.text() == "No columns"
