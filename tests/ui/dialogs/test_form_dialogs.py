"""Small dialogs on a real desk: dates as they are typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from emgdesk.queries.follow_ups import list_follow_ups
from emgdesk.queries.meetings import list_meetings
from emgdesk.ui.dialogs.follow_up import NewFollowUpDialog
from emgdesk.ui.dialogs.new_meeting import NewMeetingDialog
from tests.desks import make_meeting


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def new_meeting(services, parent):
    dialog = NewMeetingDialog(services, parent)
    dialog.show()
    services.tasks.settle()
    dialog.number.setText("41")
    return dialog


def meetings(desk):
    return [(row.code, row.date) for row in desk.read(list_meetings)]


@pytest.mark.parametrize("typed", ["23 September 2027", "23/09/2027", "2027-09-23"])
def test_a_meeting_has_the_date_that_was_typed(qtbot, services, desk, new_meeting, typed):
    qtbot.keyClicks(new_meeting.date.line, typed)
    qtbot.keyClick(new_meeting.date.line, Qt.Key.Key_Return)
    services.tasks.settle()
    assert meetings(desk) == [("SOM41 mid-term", "2027-09-23")]
    assert not new_meeting.isVisible()


def test_a_date_that_is_none_is_refused_in_a_sentence(qtbot, services, desk, new_meeting):
    qtbot.keyClicks(new_meeting.date.line, "soon")
    qtbot.keyClick(new_meeting.date.line, Qt.Key.Key_Return)
    services.tasks.settle()
    assert meetings(desk) == []
    assert new_meeting.banner.text == "Date: “soon” is not a date; write 2027-09-23."
    assert new_meeting.ok.isEnabled()
    new_meeting.date.line.clear()
    new_meeting.ok.click()
    services.tasks.settle()
    assert meetings(desk) == [("SOM41 mid-term", "")]


def test_a_follow_up_is_due_on_a_day_in_words(services, desk, parent):
    dialog = NewFollowUpDialog(services, make_meeting(desk, "SOM40 senior"), parent, what="Send the map.")
    dialog.due.setCurrentText("1 May 2027")
    dialog.submit()
    services.tasks.settle()
    assert [row.due for row in desk.read(list_follow_ups)] == ["2027-05-01"]
