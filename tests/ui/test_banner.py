"""What is said over the pages: it moves nothing, and goes when it is past."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from emgdesk.ui.services import Notice
from emgdesk.ui.widgets.banner import Banner

ERROR = Notice("That cannot be.", "error")


@pytest.fixture
def people(opened):
    """All people, the second of them chosen."""
    opened.activateWindow()
    opened.show_place("rosters")
    opened.tasks.settle()
    panel = opened.desk.page("rosters").view.shown
    panel.table.select([panel.table.model.row_at(1).id], focus=True)
    opened.tasks.settle()
    return panel


def placed(window, widget):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_a_message_moves_nothing_when_it_comes_and_when_it_goes(qtbot, opened, people):
    parts = (people.table.view, people.table.filter, people.same, opened.status, opened.header)
    before = [placed(opened, part) for part in parts]
    opened.desk.notify(Notice("Done.", "success", "Undo"))
    qtbot.wait(1)
    assert [placed(opened, part) for part in parts] == before
    opened.banner._timer.timeout.emit()
    assert opened.banner.text == ""
    qtbot.wait(1)
    assert [placed(opened, part) for part in parts] == before


def test_a_line_lies_over_the_status_line_and_the_margin_of_the_page(qtbot, opened, people):
    opened.desk.notify(Notice("Done.", "success", "Undo"))
    lies = placed(opened, opened.banner)
    assert (lies.left(), lies.right(), lies.bottom()) == (3, opened.width() - 4, opened.height() - 4)
    assert lies.top() > placed(opened, people.table.view).bottom()
    opened.resize(1000, 700)
    qtbot.wait(1)
    lies = placed(opened, opened.banner)
    assert (lies.right(), lies.bottom()) == (996, 696)


def test_a_long_message_grows_upwards(opened, people):
    opened.desk.notify(ERROR)
    one_line = opened.banner.height()
    opened.desk.notify(Notice("That cannot be. " * 40, "error"))
    assert opened.banner.height() > one_line
    assert opened.banner.geometry().bottom() == opened.height() - 4


def test_a_success_keeps_to_one_line(opened, people):
    opened.desk.notify(Notice("Done.", "success", "Undo"))
    one_line = opened.banner.height()
    opened.desk.notify(Notice("All of it was done. " * 40, "success", "Undo"))
    assert opened.banner.height() == one_line
    assert opened.banner._text.text().endswith("…")
    assert opened.banner._text.toolTip() == opened.banner.text == "All of it was done. " * 40


@pytest.mark.parametrize("way", ["row", "line", "place", "escape", "close"])
def test_an_error_goes_when_the_user_goes_on(qtbot, opened, people, way):
    opened.desk.notify(ERROR)
    assert opened.desk.banner.text == "That cannot be."
    if way == "row":
        qtbot.keyClick(people.table.view, Qt.Key.Key_Down)
    elif way == "line":
        qtbot.keyClick(opened.desk.page("rosters").view.list.view, Qt.Key.Key_Down)
    elif way == "place":
        opened.show_place("meetings")
    elif way == "escape":
        qtbot.keyClick(people.table.view, Qt.Key.Key_Escape)
    else:
        opened.banner._close.click()
    qtbot.waitUntil(lambda: opened.desk.banner.text == "")


def test_an_error_goes_with_another_tab(qtbot, opened):
    opened.activateWindow()
    page = opened.desk.page("meetings")
    opened.desk.notify(ERROR)
    page.open_sheet("participants")
    qtbot.waitUntil(lambda: opened.desk.banner.text == "")


def test_an_error_stays_while_the_page_is_read_again(qtbot, opened, people):
    opened.desk.notify(ERROR)
    people.refresh()
    opened.tasks.settle()
    qtbot.wait(1)
    assert opened.desk.banner.text == "That cannot be."


def test_an_offer_stays_when_the_user_goes_on(qtbot, opened, people):
    done = []
    opened.desk.notify(Notice("Past rosters keep it.", "info", "Also there", lambda: done.append(1)))
    qtbot.keyClick(people.table.view, Qt.Key.Key_Down)
    qtbot.wait(1)
    assert opened.desk.banner.text == "Past rosters keep it."
    qtbot.keyClick(people.table.view, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: done == [1])
    assert opened.desk.banner.text == ""


def test_escape_closes_the_message_and_empties_the_filter(qtbot, opened, people):
    people.table.filter.setFocus()
    qtbot.keyClicks(people.table.filter, "ruth")
    opened.desk.notify(ERROR)
    qtbot.keyClick(people.table.filter, Qt.Key.Key_Escape)
    assert (opened.desk.banner.text, people.table.filter.text()) == ("", "")


def test_a_success_waits_for_the_keyboard_in_it(opened, people):
    opened.desk.notify(Notice("Done.", "success", "Undo"))
    opened.banner._action.setFocus()
    opened.banner._timer.timeout.emit()
    assert opened.banner.text == "Done."
    people.table.view.setFocus()
    opened.banner._timer.timeout.emit()
    assert opened.banner.text == ""


def test_in_a_layout_a_success_does_not_go_by_itself(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    banner.tell("Saved.", "success")
    assert not banner._timer.isActive()
