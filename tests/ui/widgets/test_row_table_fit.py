"""Columns share the width of their table."""

import pytest
from PySide6.QtWidgets import QApplication

from emgdesk.settings import Settings
from emgdesk.ui.models.columns import Column
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.row_table_fit import ColumnRoom, fitted

COLUMNS = (
    Column("name", "Name", 20),
    Column("role", "Role", 30, least=10),
    Column("number", "Number", 10, align="right"),
)


@pytest.fixture
def table(qtbot, settings: Settings):
    made = RowTable(COLUMNS, settings, "test", ("person", "people"))
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    qtbot.waitExposed(made)
    made._stack.setCurrentWidget(made.view)
    QApplication.processEvents()
    return made


def widths(table):
    return [table.view.columnWidth(at) for at in range(3)]


def test_what_is_left_is_shared_among_those_that_grow():
    columns = {0: ColumnRoom(100, 50), 1: ColumnRoom(200, 50), 2: ColumnRoom(60, 60, grows=False)}
    assert fitted(columns, 661) == {0: 200, 1: 401, 2: 60}


def test_what_is_missing_is_taken_from_those_that_can_do_with_less():
    columns = {0: ColumnRoom(100, 100), 1: ColumnRoom(200, 50), 2: ColumnRoom(150, 100)}
    assert fitted(columns, 350) == {0: 100, 1: 125, 2: 125}
    assert fitted(columns, 100) == {0: 100, 1: 50, 2: 100}


def test_only_numbers_grow_where_there_is_nothing_else():
    assert fitted({0: ColumnRoom(30, 30, grows=False)}, 100) == {0: 100}
    assert fitted({}, 100) == {}


def test_the_columns_fill_the_table_at_any_width(table):
    wanted = [table.choice._wanted[at] for at in range(3)]
    assert sum(widths(table)) == table.view.viewport().width()
    assert widths(table)[2] == wanted[2]
    table.resize(wanted[0] + wanted[2] + wanted[1] * 2 // 3, 300)
    QApplication.processEvents()
    assert sum(widths(table)) == table.view.viewport().width()
    assert (widths(table)[0], widths(table)[2]) == (wanted[0], wanted[2])


def test_a_column_drawn_wider_is_remembered_and_one_fitted_is_not(table, settings):
    table.resize(1100, 300)
    QApplication.processEvents()
    table.choice._save()
    assert settings.get("table.test", {})["role"]["width"] == table.choice._wanted[1] < widths(table)[1]
    table.view.horizontalHeader().resizeSection(0, 333)
    table.choice._save()
    assert settings.get("table.test", {})["name"]["width"] == 333


def test_a_hidden_column_leaves_its_room_to_the_others(table):
    table.choice.set_shown(1, False)
    shown = widths(table)
    assert shown[0] + shown[2] == table.view.viewport().width()
