"""Small dialogs on a real desk: dates as they are typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from emgdesk.operations.meeting import update_meeting
from emgdesk.queries.follow_ups import list_follow_ups
from emgdesk.queries.meetings import get_meeting, list_meetings
from emgdesk.ui.dialogs.follow_up import NewFollowUpDialog
from emgdesk.ui.dialogs.new_meeting import NewMeetingDialog
from emgdesk.ui.dialogs.next_meeting import NextMeetingDialog
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


@pytest.fixture
def next_meeting(services, desk, parent):
    """The next meeting like SOM41 technical, of which the senior segment is there already."""
    title = "Technical Segment of the 41st Senior Officials Meeting"
    make_meeting(desk, "SOM41 senior", som_number=41, segment="senior")
    key = make_meeting(desk, "SOM41 technical", som_number=41, segment="technical")
    desk.do("Title", update_meeting, meeting_id=key, title=title)
    dialog = NextMeetingDialog(services, desk.read(get_meeting, meeting_id=key), parent)
    dialog.show()
    services.tasks.settle()
    return dialog


def test_the_next_meeting_has_the_first_code_that_is_free_and_its_title(next_meeting):
    assert next_meeting.code.text() == "SOM42 mid-term"
    title = "Mid-Term Technical Segment of the 42nd Senior Officials Meeting"
    assert next_meeting.title.text() == title
    next_meeting.code.setText("SOM43 technical")
    assert next_meeting.title.text() == "Technical Segment of the 43rd Senior Officials Meeting"
    next_meeting.title.setText("Ours")
    next_meeting.code.setText("SOM44 senior")
    assert next_meeting.title.text() == "Ours"


def test_a_sentence_on_what_is_wrong_squeezes_no_field(qtbot, services, next_meeting):
    fields = (next_meeting.code, next_meeting.title, next_meeting.date.line)
    heights = [field.height() for field in fields]
    next_meeting.code.setText("SOM41 senior")
    next_meeting.ok.click()
    services.tasks.settle()
    assert next_meeting.banner.isVisible()
    QApplication.processEvents()
    assert [field.height() for field in fields] == heights
