"""The rosters screen: directories first, then the roster of every meeting."""

from emgdesk.operations.meeting import create_meeting, delete_meeting
from emgdesk.queries.meetings import find_meeting


def shown(opened):
    opened.show_place("rosters")
    opened.tasks.settle()
    return opened.desk.page("rosters")


def test_directories_stand_before_the_meetings(opened):
    page = shown(opened)
    model = page.view.list.model
    assert [model.item(at).title for at in range(model.rowCount())] == [
        "Directory",
        "All people",
        "All entities",
        "Offices and designations",
        "Possible duplicates",
        "Attendance statistics",
        "SOM 40",
        "SOM40 technical",
        "Other meetings",
        "REEF 1",
    ]
    assert page.view.title.text() == "All people"
    assert page.meeting_in_view() is None


def test_the_roster_of_a_meeting_is_the_one_an_import_is_for(opened, workspace):
    page = shown(opened)
    key = workspace.read(find_meeting, code="SOM40 technical").id
    page.view.list.choose(key)
    opened.tasks.settle()
    assert page.view.title.text() == "Roster of SOM40 technical"
    assert page.view.shown.table.model.total == 5
    assert opened.meeting_in_view() == key


def test_meetings_come_and_go_while_the_screen_is_hidden(opened, workspace):
    page = shown(opened)
    page.view.list.choose(workspace.read(find_meeting, code="REEF 1").id)
    opened.tasks.settle()
    opened.show_place("meetings")
    opened.services.do("New", create_meeting, code="REEF 2")
    opened.services.do("Delete", delete_meeting, meeting_id=workspace.read(find_meeting, code="REEF 1").id)
    opened.tasks.settle()
    opened.show_place("rosters")
    opened.tasks.settle()
    assert "REEF 2" in [page.view.list.model.item(at).title for at in range(page.view.list.model.rowCount())]
    assert page.view.title.text() == "All people"


def test_every_list_can_be_filtered_by_keyboard(opened):
    page = shown(opened)
    opened.activateWindow()
    page.start_filter()
    assert page.view.shown.table.filter.hasFocus()
