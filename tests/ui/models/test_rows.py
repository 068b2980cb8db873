"""The one table model: filter, sort, edits as requests, rows put in place."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt

from emgdesk.ui.models.columns import Column, shown_text, sort_key
from emgdesk.ui.models.filtering import Haystack
from emgdesk.ui.models.rows import RowsModel

Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Line:
    id: str
    name: str
    entity: str
    meetings: int


LINES = (
    Line("1", "Ödön Szabo", "UNEP", 2),
    Line("2", "Ana Ruiz", "", 10),
    Line("3", "ana reyes", "FAO", 2),
    Line("4", "Bao Li", "UNEP", 1),
)
COLUMNS = (
    Column("name", "Name", editable=True, cell_tip=lambda row: f"Tip for {row.name}"),
    Column(
        "entity", "Entity", editable=True, blank="no entity", tone=lambda row: "" if row.entity else "warn"
    ),
    Column("meetings", "Meetings", align="right", searched=False),
)


@pytest.fixture
def model(qapp):
    made = RowsModel(COLUMNS)
    made.set_rows(LINES)
    return made


def ids(model):
    return "".join(row.id for row in model.shown_rows())


def cell(model, row, column, role=Role.DisplayRole):
    return model.data(model.index(row, column), role)


def test_cells_are_read_from_the_rows(model):
    assert model.rowCount() == 4
    assert cell(model, 0, 0) == "Ödön Szabo"
    assert cell(model, 1, 1) == "no entity"
    assert cell(model, 1, 1, Role.EditRole) == ""
    assert cell(model, 3, 2) == "1"
    assert cell(model, 0, 0, Role.ToolTipRole) == "Tip for Ödön Szabo"
    assert cell(model, 0, 1, Role.ForegroundRole) is None
    assert cell(model, 1, 1, Role.ForegroundRole) is not None
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Meetings"


def test_typing_narrows_and_deleting_widens(model):
    model.set_filter("an")
    assert ids(model) == "23"
    model.set_filter("ana r")
    assert ids(model) == "23"
    model.set_filter("ana fao")
    assert ids(model) == "3"
    model.set_filter("u")
    assert ids(model) == "124"
    model.set_filter("")
    assert ids(model) == "1234"


def test_a_column_not_searched_is_not_found(model):
    model.set_filter("10")
    assert ids(model) == ""


def test_sorting_folds_text_puts_empty_last_and_keeps_the_order_of_equals(model):
    model.sort(0)
    assert ids(model) == "3241"
    model.sort(1)
    assert ids(model) == "3142"
    model.sort(2)
    assert ids(model) == "4132"
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert ids(model) == "2134"
    model.sort(-1)
    assert ids(model) == "1234"


def test_the_filter_keeps_the_sort_and_new_rows_keep_both(model):
    model.sort(0)
    model.set_filter("unep")
    assert ids(model) == "41"
    model.set_rows((*LINES, Line("5", "Aal Aas", "UNEP", 0)))
    assert ids(model) == "541"


def test_an_edit_is_a_request_shown_until_the_rows_come(model):
    asked = []
    model.edit_requested.connect(lambda *request: asked.append(request))
    assert model.setData(model.index(0, 1), "FAO")
    assert asked == [(("1",), "entity", "FAO")]
    assert cell(model, 0, 1) == "FAO"
    model.revert()
    assert cell(model, 0, 1) == "UNEP"


def test_an_edit_that_changes_nothing_is_no_request(model):
    asked = []
    model.edit_requested.connect(lambda *request: asked.append(request))
    assert not model.setData(model.index(0, 1), "UNEP")
    assert model.ask(["1", "2", "4"], "entity", "UNEP")
    assert asked == [(("2",), "entity", "UNEP")]


def test_a_row_put_in_place_changes_cells_and_what_is_found(model):
    model.set_filter("unep")
    model.replace_rows({"4": replace(LINES[3], name="Bao Lin", entity="IMO"), "9": LINES[0]})
    assert model.row_of("4").name == "Bao Lin"
    model.set_filter("imo")
    assert ids(model) == "4"


def test_rows_are_found_by_id(model):
    model.set_filter("fao")
    assert model.at_of("3") == 0
    assert model.at_of("1") == -1
    assert model.at_of("9") == -1
    assert model.row_of("1") is LINES[0]
    assert model.row_of("9") is None


def test_a_haystack_made_elsewhere_is_used(model):
    model.set_rows(LINES, Haystack.over(LINES, model.searched()))
    model.set_filter("ruiz")
    assert ids(model) == "2"


def test_only_declared_columns_may_be_edited(model):
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable


def test_values_as_a_person_reads_them():
    assert [shown_text(v) for v in (None, "", 0, True, False, ("a", "b"))] == ["", "", "0", "yes", "", "a; b"]
    assert sorted(["b", "", "Á", 3, None, 20], key=sort_key) == [3, 20, "Á", "b", "", None]
