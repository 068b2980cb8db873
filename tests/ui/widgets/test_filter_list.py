"""The side list: arrows choose, typing filters, refreshes keep the choice."""

import pytest
from PySide6.QtCore import Qt

from emgdesk.ui.models.list_items import ListItem
from emgdesk.ui.widgets.filter_list import FilterList

ITEMS = tuple(ListItem(f"m{n}", f"Meeting {n}", f"Day {n}", group=f"SOM {n // 2}") for n in range(6))


@pytest.fixture
def side(qtbot):
    made = FilterList("Filter meetings")
    qtbot.addWidget(made)
    made.resize(260, 400)
    made.show()
    qtbot.waitExposed(made)
    made.set_items(ITEMS)
    made.heard = []
    made.chosen.connect(made.heard.append)
    return made


def test_the_first_thing_is_chosen_not_its_heading(side):
    assert side.chosen_id == "m0"
    side.set_items(ITEMS, "m3")
    assert side.chosen_id == "m3"
    assert side.heard == []


def test_arrows_step_over_headings(qtbot, side):
    side.view.setFocus()
    for _ in range(2):
        qtbot.keyClick(side.view, Qt.Key.Key_Down)
    assert side.heard == ["m1", "m2"]


def test_a_refresh_keeps_the_choice_and_says_nothing(side):
    side.choose("m3")
    side.heard.clear()
    side.set_items(ITEMS[1:])
    assert side.chosen_id == "m3"
    assert side.heard == []


def test_when_the_chosen_thing_goes_the_first_is_chosen(side):
    side.choose("m3")
    side.set_items(ITEMS[:2])
    assert side.chosen_id == "m0"
    side.set_items(())
    assert side.chosen_id == ""


def test_typing_in_the_list_filters_it_and_keeps_the_choice(qtbot, side):
    side.choose("m4")
    side.view.setFocus()
    qtbot.keyClick(side.view, "5")
    assert side.filter.text() == "5"
    assert side.model.ids() == ["m5"]
    assert side.chosen_id == "m4"
    qtbot.keyClick(side.filter, Qt.Key.Key_Return)
    assert side.chosen_id == "m5"


def test_choosing_what_the_filter_hides_clears_the_filter(qtbot, side):
    qtbot.keyClicks(side.filter, "meeting 5")
    assert side.choose("m1")
    assert side.filter.text() == ""
    assert not side.choose("nobody")


def test_delete_tells_the_chosen_thing(qtbot, side):
    gone = []
    side.delete_pressed.connect(gone.append)
    qtbot.keyClick(side.view, Qt.Key.Key_Delete)
    assert gone == ["m0"]
