"""The meetings screen: list, facts, what to do next, new meetings."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from emgdesk.operations.action import add_action, add_action_section
from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.document import add_document
from emgdesk.operations.report import add_paragraph, add_report_section
from emgdesk.operations.workstream import add_workstream
from emgdesk.queries.meetings import MeetingRow, find_meeting, list_meetings
from emgdesk.queries.roster import list_roster, roster_numbers
from emgdesk.queries.sizes import MeetingSizes
from emgdesk.ui.dialogs.new_meeting import NewMeetingDialog
from emgdesk.ui.dialogs.next_meeting import NextMeetingDialog
from emgdesk.ui.pages.meetings.next_steps import next_steps
from emgdesk.ui.widgets.step_list import StepList


def facts(workspace, code="SOM40 technical"):
    return workspace.read(find_meeting, code=code)


def test_meetings_are_grouped_and_the_first_is_shown(opened):
    view = opened.desk.current.view
    lines = [view.list.model.item(at).title for at in range(view.list.model.rowCount())]
    assert lines == ["SOM 40", "SOM40 technical", "Other meetings", "REEF 1"]
    assert view.heading._code.text() == "SOM40 technical"
    assert [view.tabs.tabText(at) for at in range(view.tabs.count())] == [
        "Overview",
        "Agenda",
        "Documents",
        "Participants  5",
        "Actions",
        "Report",
        "Check",
    ]


def test_a_fact_is_committed_when_the_field_is_left(qtbot, opened, workspace):
    line = opened.desk.current.view.overview.form.widget("date")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "2031-09-25")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    opened.tasks.settle()
    assert facts(workspace).date == "2031-09-25"
    assert opened.desk.current.view.heading._when.text().startswith("25 September 2031")


def test_a_date_that_is_none_is_refused_and_taken_back(qtbot, opened, workspace):
    line = opened.desk.current.view.overview.form.widget("date")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "soon")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    opened.tasks.settle()
    assert opened.desk.banner.text.startswith("“soon” is not a date")
    assert line.text() == "2031-09-24"
    assert facts(workspace).date == "2031-09-24"


def test_a_number_must_be_one(opened, workspace):
    form = opened.desk.current.view.overview.form
    form.edited.emit("head_count", "a dozen")
    assert opened.desk.banner.text == "“a dozen” is not a whole number."
    form.edited.emit("head_count", "12")
    opened.tasks.settle()
    assert facts(workspace).head_count == 12
    form.edited.emit("head_count", "")
    opened.tasks.settle()
    assert facts(workspace).head_count is None


def test_the_meeting_chosen_last_is_chosen_again(opened, workspace, desk_path):
    page = opened.desk.current
    page.view.list.choose(facts(workspace, "REEF 1").id)
    opened.tasks.settle()
    opened.opener.open(desk_path)
    opened.tasks.settle()
    assert opened.desk.current.view.heading._code.text() == "REEF 1"


def test_a_deleted_meeting_goes_and_undo_brings_it_back(qtbot, opened, workspace):
    view = opened.desk.current.view
    view.list.view.setFocus()
    qtbot.keyClick(view.list.view, Qt.Key.Key_Delete)
    opened.tasks.settle()
    assert [m.code for m in workspace.read(list_meetings)] == ["REEF 1"]
    assert view.heading._code.text() == "REEF 1"
    opened.desk.banner._action.click()
    opened.tasks.settle()
    assert facts(workspace).people == 5


def test_a_new_meeting_is_proposed_in_the_series(opened, workspace):
    opened.commands["new_meeting"].trigger()
    dialog = opened.findChild(NewMeetingDialog)
    opened.tasks.settle()
    assert dialog.kind.currentText() == "Mid-Term Technical Segment of a SOM"
    assert dialog.code.text() == "SOM40 mid-term"
    assert dialog.title.text() == "Mid-Term Technical Segment of the 40th Senior Officials Meeting"
    dialog.choose_segment("senior")
    assert dialog.code.text() == "SOM40 senior"
    dialog.number.setText("forty")
    dialog.submit()
    assert dialog.banner.text == "“forty” is not the number of a SOM; write it in digits, such as 28."
    dialog.number.setText("41")
    dialog.code.setText("my own code")
    dialog.submit()
    opened.tasks.settle()
    made = facts(workspace, "my own code")
    assert (made.som_number, made.segment, made.status) == (41, "senior", "planned")
    assert opened.desk.current.view.list.chosen_id == made.id


def test_a_meeting_of_a_workstream_counts_on(opened, workspace):
    made = workspace.do("W", add_workstream, name="Task Team on Reefs", short_name="TT-REEF").value
    for count in (1, 2):
        opened.commands["new_meeting"].trigger()
        dialog = opened.findChildren(NewMeetingDialog)[-1]
        opened.tasks.settle()
        dialog.kind.setCurrentText("Meeting of a workstream")
        assert dialog.number.isHidden()
        assert (dialog.code.text(), dialog.workstream.currentText()) == (
            f"TT-REEF {count}",
            "Task Team on Reefs",
        )
        dialog.submit()
        opened.tasks.settle()
    row = facts(workspace, "TT-REEF 2")
    assert row.title == "2nd meeting of the Task Team on Reefs"
    assert (row.kind, row.workstream_id, row.som_number, row.segment) == (
        "workstream meeting",
        made,
        None,
        "other",
    )


def test_the_next_meeting_is_made_from_the_one_in_view(opened, workspace):
    page = opened.desk.current
    page._make_next()
    dialog = opened.findChild(NextMeetingDialog)
    assert dialog.code.text() == "SOM40 senior"
    dialog.submit()
    opened.tasks.settle()
    made = facts(workspace, "SOM40 senior")
    assert page.view.list.chosen_id == made.id
    assert (made.people, made.status, made.previous_id) == (5, "planned", facts(workspace).id)


def test_a_code_that_is_taken_is_said_in_the_dialog(opened):
    opened.commands["new_meeting"].trigger()
    dialog = opened.findChild(NewMeetingDialog)
    opened.tasks.settle()
    dialog.code.setText("som40-technical")
    dialog.submit()
    opened.tasks.settle()
    assert dialog.banner.text == "There is a meeting with the code “SOM40 technical” already."
    dialog.reject()


def test_steps_lead_to_where_they_are_done(qtbot, opened, workspace):
    view = opened.desk.current.view
    buttons = {b.accessibleName(): b for b in view.overview.findChild(StepList).findChildren(QPushButton)}
    buttons["Show: 1 person has no entity yet."].click()
    opened.tasks.settle()
    assert opened.desk.current.sheet_in_view == "participants"


def test_who_is_there_is_drawn_and_leads_to_them(opened, workspace):
    overview = opened.desk.current.view.overview
    assert overview.presence.isVisible()
    assert overview.presence.accessibleDescription().splitlines() == [
        "Members: 2 people",
        "Observers: 1 person",
        "Guests: 1 person",
        "Secretariat: 1 person",
    ]
    assert [series.name for series in overview.presence.chart.series] == ["Online"]
    overview.presence.chosen.emit("Members")
    opened.tasks.settle()
    roster = opened.desk.current.roster
    assert opened.desk.current.sheet_in_view == "participants"
    assert len(roster.table.selected_ids()) == 2
    opened.desk.current.view.list.choose(facts(workspace, "REEF 1").id)
    opened.tasks.settle()
    assert overview.presence.isHidden()
    assert overview.lists.isHidden()


def test_a_meeting_is_compared_with_those_of_its_som(opened):
    opened.desk.current.view.overview.compare.click()
    opened.tasks.settle()
    page = opened.desk.page("rosters")
    assert page.view.title.text() == "Attendance statistics"
    assert page.view.shown.bar.box.currentText() == "SOM 40"


def test_a_long_title_is_shown_whole_after_a_while_out_of_view(qtbot, opened, workspace):
    form = opened.desk.current.view.overview.form
    title = form.widget("title")
    title.setPlainText(" ".join(["Technical Segment of the Senior Officials Meeting"] * 3))
    opened.tasks.settle()
    high = title.height()
    assert high > 3 * title.fontMetrics().lineSpacing()
    opened.show_place("rosters")
    opened.tasks.settle()
    wanted = opened.width() - 20
    opened.resize(wanted, opened.height())
    qtbot.waitUntil(lambda: opened.centralWidget().width() <= wanted)
    opened.show_place("meetings")
    opened.tasks.settle()
    assert title.height() >= high


def row(**known) -> MeetingRow:
    blank = dict.fromkeys(MeetingRow.__dataclass_fields__, "")
    return MeetingRow(
        **{**blank, "som_number": None, "head_count": None, "people": 0, "status": "planned", **known}
    )


class Line:
    def __init__(self, entity="UNEP", attendance="registered"):
        self.person_id = self.body_id = entity
        self.entity, self.attendance, self.capacity, self.mode = entity, attendance, "member", ""
        self.walk_in, self.counted_with = False, None


WRITTEN = MeetingSizes(3, 0, 0, 1)


def steps(meeting, *lines, sizes=WRITTEN):
    found = next_steps(meeting, roster_numbers(lines), sizes, date(2031, 6, 1))
    return [(step.key, step.state) for step in found]


def test_what_a_meeting_needs_next():
    nothing = MeetingSizes(0, 0, 0, 0)
    assert steps(row(), sizes=nothing) == [("date", "todo"), ("agenda", "todo"), ("import", "todo")]
    assert steps(row(date="2031-07-01"), sizes=nothing) == [
        ("venue", "todo"),
        ("agenda", "todo"),
        ("import", "todo"),
    ]
    assert steps(row(date="2031-07-01", mode="online", head_count=30)) == [
        ("date", "done"),
        ("agenda", "done"),
        ("roster", "done"),
        ("check", "todo"),
    ]
    undecided = MeetingSizes(3, 0, 5, 0, undecided=2)
    assert steps(row(date="2031-05-01", mode="online"), Line(), Line(""), sizes=undecided) == [
        ("date", "done"),
        ("agenda", "done"),
        ("roster", "done"),
        ("without_entity", "attention"),
        ("held", "attention"),
        ("attendance", "attention"),
        ("actions", "attention"),
        ("report", "todo"),
        ("print", "todo"),
        ("check", "todo"),
    ]
    held = row(date="2031-05-01", mode="online", status="held")
    assert steps(held, Line(attendance="attended")) == [
        ("date", "done"),
        ("agenda", "done"),
        ("roster", "done"),
        ("print", "todo"),
        ("check", "todo"),
    ]
    assert steps(row(status="cancelled")) == [("", "done")]


def test_the_roster_of_a_meeting_is_opened_on_its_participants(opened, workspace):
    key = workspace.read(list_meetings)[0].id
    page = opened.desk.page("meetings")
    page.view.tabs.setCurrentIndex(0)
    opened.show_item("participants", key)
    opened.tasks.settle()
    assert page.view.list.chosen_id == key
    assert page.sheet_in_view == "participants"


def test_every_sub_tab_opens_on_the_chosen_meeting_and_tells_its_size(opened, workspace):
    page = opened.desk.current
    meeting = facts(workspace).id
    item = workspace.do("Item", add_agenda_item, meeting_id=meeting, title="Reefs").value
    workspace.do("Document", add_document, meeting_id=meeting, title="Note")
    section = workspace.do("Section", add_action_section, meeting_id=meeting, heading="Reefs").value
    action = workspace.do("Action", add_action, section_id=section, text="Agree to map the reefs.").value
    report = workspace.do("Section", add_report_section, meeting_id=meeting, heading="On reefs").value
    paragraph = workspace.do("Text", add_paragraph, section_id=report, text="It was said.").value
    opened.tasks.settle()
    page.refresh()
    opened.tasks.settle()
    assert [page.view.tabs.tabText(at) for at in range(1, 6)] == [
        "Agenda  1",
        "Documents  1",
        "Participants  5",
        "Actions  1",
        "Report  1",
    ]
    for kind, key, sheet in (
        ("agenda_item", item, "agenda"),
        ("action", action, "actions"),
        ("paragraph", paragraph, "report"),
        ("participation", workspace.read(list_roster, meeting_id=meeting)[3].id, "participants"),
        ("finding", meeting, "check"),
        ("documents", meeting, "documents"),
        ("meeting", meeting, ""),
    ):
        page.view.list.choose(facts(workspace, "REEF 1").id)
        opened.services.navigator.show(kind, key)
        opened.tasks.settle()
        assert (page.sheet_in_view, page.view.list.chosen_id) == (sheet, meeting)
    assert [row.name for row in page.roster.table.selected_rows()] == ["Светлана Воронова"]
    opened.services.navigator.show("agenda_item", "gone")
    opened.tasks.settle()
    assert opened.desk.banner.text == "This is no longer on the desk."


def test_a_meeting_that_comes_back_is_the_one_shown(opened, workspace):
    page = opened.desk.current
    gone = facts(workspace, "REEF 1")
    page.view.list.choose(gone.id)
    page._delete(gone.id)
    opened.tasks.settle()
    assert opened.desk.banner.text == "REEF 1 was deleted with all that belongs to it."
    assert page.view.list.chosen_id == facts(workspace).id
    opened.desk.banner._action.click()
    opened.tasks.settle()
    assert page.view.list.chosen_id == gone.id


def test_dates_and_times_are_read_as_people_write_them(opened, workspace):
    form = opened.desk.current.view.overview.form
    for key, typed, kept in (
        ("date", "29 October 2031", "2031-10-29"),
        ("date", "November 2031", "2031-11"),
        ("start_time", "3 p.m.", "15:00"),
        ("closed_at", "17.06", "17:06"),
    ):
        form.edited.emit(key, typed)
        opened.tasks.settle()
        assert getattr(facts(workspace), key) == kept
    form.edited.emit("date", "soon")
    opened.tasks.settle()
    assert opened.desk.banner.text == "“soon” is not a date; write 2026-05-28, or 2026-05 for a month."
