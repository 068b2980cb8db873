"""Follow-ups are added, carried, answered and lead to where they come from."""

import pytest

from emgdesk.operations.follow_up import add_follow_up
from emgdesk.operations.meeting import create_meeting, update_meeting
from emgdesk.queries.follow_ups import list_follow_ups
from emgdesk.queries.meetings import find_meeting
from emgdesk.ui.dialogs.follow_up import AnswerDialog, NewFollowUpDialog
from emgdesk.ui.panels.notes.follow_ups_panel import FollowUpsPanel


@pytest.fixture
def meeting(workspace) -> str:
    key = workspace.read(find_meeting, code="SOM40 technical").id
    workspace.do("Date", update_meeting, meeting_id=key, date="2030-09-12")
    return key


@pytest.fixture
def panel(opened, qtbot, meeting) -> FollowUpsPanel:
    made = FollowUpsPanel(opened.services)
    qtbot.addWidget(made)
    made.show_meeting(meeting)
    made.show()
    opened.tasks.settle()
    return made


def shown(panel: FollowUpsPanel) -> list[tuple[str, str, str, str, str]]:
    return [(r.who, r.what, r.due, r.status, r.meeting) for r in panel.table.model.shown_rows()]


def test_a_follow_up_is_added_with_the_entity_that_owes_it(panel, opened, workspace):
    panel._new()
    dialog = panel.findChild(NewFollowUpDialog)
    opened.tasks.settle()
    dialog.who.setText("fao")
    dialog.submit()
    opened.tasks.settle()
    assert dialog.banner.text == "A follow-up says what is owed."
    dialog.what.setPlainText("Send the list.")
    dialog.due.setEditText("2030-12-01")
    dialog.submit()
    opened.tasks.settle()
    assert shown(panel) == [("fao", "Send the list.", "2030-12-01", "open", "SOM40 technical")]
    (row,) = workspace.read(list_follow_ups)
    assert row.entity_id is not None


def test_one_from_before_is_carried_and_answered_here(panel, opened, workspace):
    earlier = workspace.do("M", create_meeting, code="SOM40 mid-term", date="2030-05-02").value
    workspace.do("F", add_follow_up, meeting_id=earlier, who="WHO", what="Report.")
    opened.tasks.settle()
    panel.refresh()
    opened.tasks.settle()
    assert shown(panel) == [("WHO", "Report.", "next meeting", "open", "SOM40 mid-term")]
    panel.table.select([panel.table.model.shown_rows()[0].id])
    panel._answer()
    dialog = panel.findChild(AnswerDialog)
    dialog.answer.setPlainText("Reported.")
    dialog.on.set_value("2030-09-12")
    dialog.submit()
    opened.tasks.settle()
    (row,) = workspace.read(list_follow_ups)
    assert (row.status, row.answer, row.answered_on, row.answered_at) == (
        "done",
        "Reported.",
        "2030-09-12",
        "SOM40 technical",
    )


def test_a_due_that_is_none_is_refused_in_words(panel, opened, workspace, meeting):
    workspace.do("F", add_follow_up, meeting_id=meeting, who="WHO", what="Report.")
    opened.tasks.settle()
    panel.refresh()
    opened.tasks.settle()
    (row,) = panel.table.model.shown_rows()
    panel.table.edit_requested.emit((row.id,), "due", "soon")
    opened.tasks.settle()
    assert opened.desk.banner.text == (
        "“soon” is no due date; write 2026-05-28, “next meeting” or “every meeting”."
    )
    assert shown(panel)[0][2] == "next meeting"


def test_several_are_changed_in_one_step(panel, opened, workspace, meeting):
    for what in ("Report.", "Map."):
        workspace.do("F", add_follow_up, meeting_id=meeting, who="WHO", what=what)
    panel.refresh()
    opened.tasks.settle()
    ids = tuple(row.id for row in panel.table.model.shown_rows())
    panel.table.edit_requested.emit(ids, "status", "dropped")
    opened.tasks.settle()
    assert [row.status for row in workspace.read(list_follow_ups)] == ["dropped", "dropped"]
    assert workspace.state().undo == "Change 2 follow-ups"
    workspace.undo()
    assert [row.status for row in workspace.read(list_follow_ups)] == ["open", "open"]
