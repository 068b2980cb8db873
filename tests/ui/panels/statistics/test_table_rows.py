"""The tables below the charts have room for their rows."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.desks import make_meeting, make_roster


@pytest.fixture
def panel(opened, workspace):
    """Four meetings with a roster, in a window of a small screen."""
    for number in (41, 42, 43):
        make_roster(workspace, make_meeting(workspace, f"SOM{number} senior", som_number=number))
    opened.resize(1366, 700)
    opened.commands["show_attendance"].trigger()
    opened.tasks.settle()
    QApplication.processEvents()
    return opened.desk.page("rosters").view.shown


def test_every_meeting_is_seen_without_scrolling(panel):
    table = panel.by_meeting
    assert table.model().rowCount() == 4
    assert table.verticalScrollBar().maximum() == 0
    assert table.viewport().height() >= 4 * table.rowHeight(0)
    assert panel._split.sizes()[0] > panel._split.sizes()[1]


def test_many_meetings_leave_room_for_the_charts(panel, opened, workspace):
    for number in range(50, 60):
        make_roster(workspace, make_meeting(workspace, f"SOM{number} senior", som_number=number))
    opened.tasks.settle()
    QApplication.processEvents()
    table = panel.by_meeting
    assert table.model().rowCount() == 14
    assert 5 <= table.viewport().height() // table.rowHeight(0) < 9
    assert panel._split.sizes()[0] >= 150
