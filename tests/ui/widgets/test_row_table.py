"""A table one works in without the mouse."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from emgdesk.settings import Settings
from emgdesk.ui.models.columns import Column
from emgdesk.ui.widgets.clipboard import as_tsv
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.spread_dialog import SpreadDialog


@dataclass(frozen=True, slots=True)
class Line:
    id: str
    name: str
    role: str
    entity: str
    number: int


LINES = tuple(Line(f"k{n}", f"Person {n:02}", "participant", "UNEP" if n % 2 else "", n) for n in range(40))
COLUMNS = (
    Column("name", "Name", 20, editable=True),
    Column("role", "Role", 14, editable=True, editor="choice", choices=("participant", "chair")),
    Column("entity", "Entity", 12, editable=True, editor="suggest", blank="no entity"),
    Column("number", "No.", 6, align="right"),
)


@pytest.fixture
def table(qtbot, settings: Settings):
    made = RowTable(COLUMNS, settings, "test", ("person", "people"))
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.set_rows(LINES)
    made.show()
    qtbot.waitExposed(made)
    made.asked = []
    made.edit_requested.connect(lambda *request: made.asked.append(request))
    return made


def shown(table):
    return [row.id for row in table.model.shown_rows()]


def type_filter(qtbot, table, text):
    table.filter.setFocus()
    qtbot.keyClicks(table.filter, text)
    QApplication.processEvents()


def test_typing_filters_and_says_how_many(qtbot, table):
    assert table.count.text() == "40 people"
    type_filter(qtbot, table, "person 1")
    assert shown(table) == ["k1", *(f"k{n}" for n in range(10, 20)), "k21", "k31"]
    assert table.count.text() == "13 of 40 people"
    qtbot.keyClick(table.filter, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert table.count.text() == "40 people"


def test_a_row_chosen_before_the_table_has_its_size_is_in_view(table):
    table.select(["k8"], focus=True)
    table.resize(700, 200)
    QApplication.processEvents()
    box = table.view.visualRect(table.view.currentIndex())
    assert table.current_id() == "k8"
    assert 0 <= box.top() < box.bottom() < table.view.viewport().height()


def test_nothing_found_and_nothing_there_are_said_apart(qtbot, table):
    type_filter(qtbot, table, "zzz")
    assert not table.view.isVisible()
    assert table._nothing.isVisible()
    table.filter.clear()
    table.set_rows(())
    QApplication.processEvents()
    assert table._empty.isVisible()
    assert table.count.text() == "0 people"


def test_down_leads_from_the_filter_into_the_rows_and_up_back(qtbot, table):
    table.filter.setFocus()
    qtbot.keyClick(table.filter, Qt.Key.Key_Down)
    assert table.view.hasFocus()
    assert table.selected_ids() == ("k0",)
    qtbot.keyClick(table.view, Qt.Key.Key_Up)
    assert table.filter.hasFocus()


def test_a_refresh_keeps_selection_current_cell_and_place(table):
    table.select(["k30", "k31"])
    table.view.setFocus()
    place = table.view.verticalScrollBar().value()
    assert place > 0
    table.set_rows(tuple(line for line in LINES if line.id != "k31"))
    assert table.selected_ids() == ("k30",)
    assert table.current_id() == "k30"
    assert table.view.verticalScrollBar().value() == place


def test_a_cell_is_edited_in_place(qtbot, table):
    table.select(["k2"], focus=True)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    editor = table.view.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Ana Ruiz")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.asked == [(("k2",), "name", "Ana Ruiz")])


def test_typing_in_a_cell_begins_an_edit(qtbot, table):
    table.select(["k2"], focus=True)
    qtbot.keyClick(table.view, Qt.Key.Key_X)
    editor = table.view.findChild(QLineEdit)
    assert editor.text() == "x"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert table.asked == []


def test_ctrl_enter_gives_the_value_to_all_selected_rows(qtbot, table):
    table.select(["k1", "k2", "k3"], focus=True)
    table.view.selectionModel().setCurrentIndex(
        table.model.index(1, 2), table.view.selectionModel().SelectionFlag.NoUpdate
    )
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    editor = table.view.findChild(QLineEdit)
    editor.setText("FAO")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert table.asked == [(("k1", "k2", "k3"), "entity", "FAO")]


def test_a_choice_offers_its_words(qtbot, table):
    table.view.setCurrentIndex(table.model.index(4, 1))
    table.view.edit(table.model.index(4, 1))
    combo = table.view.findChild(QComboBox)
    assert [combo.itemText(at) for at in range(combo.count())] == ["participant", "chair"]
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert table.asked == [(("k4",), "role", "chair")]


def test_one_field_of_many_rows_is_asked_for_in_a_dialog(qtbot, table):
    table.select(["k5", "k6"], focus=True)
    qtbot.keyClick(table.view, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    dialog = table.findChild(SpreadDialog)
    dialog._field.setCurrentIndex(2)
    qtbot.keyClicks(dialog._editor, "IMO")
    assert (dialog.key, dialog.value) == ("entity", "IMO")
    dialog.accept()
    assert table.asked == [(("k5", "k6"), "entity", "IMO")]


def test_rows_are_copied_as_excel_takes_them(qtbot, table):
    table.select(["k1", "k2"], focus=True)
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == "Person 01\tparticipant\tUNEP\t1\nPerson 02\tparticipant\t\t2\n"
    table.copy(header=True)
    assert QGuiApplication.clipboard().text().splitlines()[0] == "Name\tRole\tEntity\tNo."


def test_cells_with_tabs_and_lines_are_quoted():
    assert as_tsv([["a\tb", "c\nd", 'e"f', None]]) == '"a\tb"\t"c\nd"\t"e""f"\t\n'


def test_paste_and_delete_are_told(qtbot, table):
    told = []
    table.paste_requested.connect(told.append)
    table.delete_requested.connect(told.append)
    QGuiApplication.clipboard().setText("a\tb")
    table.select(["k1"], focus=True)
    qtbot.keyClick(table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert told == ["a\tb", ("k1",)]


def test_columns_hidden_are_hidden_the_next_time(qtbot, table, settings):
    table.choice.set_shown(1, False)
    again = RowTable(COLUMNS, Settings(settings.path), "test")
    qtbot.addWidget(again)
    assert again.choice.shown_columns() == [0, 2, 3]
    other = RowTable(COLUMNS, Settings(settings.path), "other")
    qtbot.addWidget(other)
    assert other.choice.shown_columns() == [0, 1, 2, 3]


def test_columns_moved_and_resized_stay_so(qtbot, table, settings):
    header = table.view.horizontalHeader()
    header.moveSection(2, 0)
    header.resizeSection(0, 333)
    table.choice._save()
    again = RowTable(COLUMNS, Settings(settings.path), "test")
    qtbot.addWidget(again)
    assert again.choice.shown_columns() == [2, 0, 1, 3]
    assert again.view.horizontalHeader().sectionSize(0) == 333
    again.choice._forget()
    assert again.choice.shown_columns() == [0, 1, 2, 3]


def test_a_click_on_a_header_sorts_and_keeps_the_selection(qtbot, table):
    table.select(["k39"])
    table.view.horizontalHeader().setSortIndicator(3, Qt.SortOrder.DescendingOrder)
    assert shown(table)[0] == "k39"
    assert table.selected_ids() == ("k39",)


def test_selecting_what_the_filter_hides_clears_the_filter(qtbot, table):
    type_filter(qtbot, table, "person 01")
    table.select(["k20"])
    assert table.filter.text() == ""
    assert table.selected_ids() == ("k20",)


def test_the_menu_of_rows_offers_what_can_be_done(qtbot, table):
    from PySide6.QtWidgets import QMenu

    table.add_row_action("Remove", lambda: None)
    table.select(["k1", "k2"])
    menu = QMenu(table)
    table._fill_menu(menu, 2)
    assert [action.text().split("\t")[0] for action in menu.actions() if action.text()] == [
        "Change a field of 2 people…",
        "Remove",
        "Copy",
        "Copy with column names",
        "Select all",
    ]
