"""The work plan of a body: several tasks at once, those that left it, the history of one."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMenu

from emgdesk.operations.action import update_action
from emgdesk.operations.issuing import issue_document
from emgdesk.operations.task import add_entry, add_task, report_progress, update_tasks
from emgdesk.queries.workstreams import list_entries, list_tasks
from emgdesk.ui.panels.work_plan import Body, WorkPlanPanel
from emgdesk.ui.panels.work_plan.decision_dialogs import CompareDialog, DecisionDialog
from emgdesk.ui.panels.work_plan.editors import EntryDialog
from emgdesk.ui.panels.work_plan.pasted import pasted_tasks
from emgdesk.ui.widgets.spread_dialog import SpreadDialog
from tests.desks import make_meeting
from tests.meeting_actions import make_actions
from tests.operations.registers import PDF


@pytest.fixture
def keys(desk) -> dict[str, str]:
    """The reefs have two tasks, the second one without an entry."""
    made = make_actions(desk)
    told = {"chapter_id": made["chapter"], "workstream_id": made["reefs"]}
    made["count"], decision = desk.do("Task", add_task, **told, text="Count the corals.").value, made["count"]
    return {**made, "decision": decision}


@pytest.fixture
def panel(qtbot, services, keys, settle) -> WorkPlanPanel:
    made = WorkPlanPanel(services)
    made.resize(1040, 600)
    qtbot.addWidget(made)
    made.show_workstream(keys["reefs"])
    made.show()
    settle()
    return made


def texts(panel) -> list[str]:
    return [row.text for row in panel.table.tasks.shown_rows()]


def own(desk, keys):
    return desk.read(list_tasks, workstream_id=keys["reefs"])


def press(panel, key, held=Qt.KeyboardModifier.NoModifier) -> None:
    panel.table.setFocus()
    QTest.keyClick(panel.table, key, held)


def test_a_body_is_read_and_counted(panel, keys, settle):
    assert texts(panel) == ["Make the map.", "Count the corals."]
    assert panel.count.text() == "2 tasks, 2 open"
    panel.show_body(Body(keys["chapter"], None, "Oceans"))
    settle()
    assert texts(panel) == ["Make the website."]
    panel.show_body(None)
    assert texts(panel) == []


def test_several_tasks_are_changed_in_one_step(panel, desk, keys, settle):
    panel.table.selectAll()
    press(panel, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    dialog = panel.findChild(SpreadDialog)
    names = [dialog.findChild(QComboBox).itemText(at) for at in range(dialog.findChild(QComboBox).count())]
    assert names == ["Responsible", "Due", "Source", "In the work plan since", "Left it on"]
    dialog._editor.setText("UNEP; FAO")
    dialog.accept()
    settle()
    assert [task.responsible for task in own(desk, keys)] == ["UNEP, FAO", "UNEP, FAO"]
    assert desk.state().undo == "Change responsible of 2 tasks"


def test_tasks_that_left_are_hidden_until_asked_for(panel, desk, keys, settle):
    panel.table.select_task(keys["map"])
    panel._leave()
    settle()
    assert texts(panel) == ["Count the corals."]
    assert panel.count.text() == "1 task, 1 open"
    panel.view.left.click()
    assert texts(panel) == ["Make the map.", "Count the corals."]
    assert panel.count.text() == "1 task, 1 open, 1 left"
    panel.table.select_task(keys["map"])
    panel._come_back()
    settle()
    assert [task.until for task in own(desk, keys)] == ["", ""]


def test_where_all_tasks_left_it_is_said(panel, desk, keys, settle):
    desk.do("Left", update_tasks, task_ids=[keys["map"], keys["count"]], until="2001-01-01")
    settle()
    assert panel.view.gone.isVisible()
    panel.open_item("task", keys["count"])
    settle()
    assert panel.current().id == keys["count"]


def test_a_task_is_moved_past_one_that_left(panel, desk, keys, settle):
    told = {"chapter_id": keys["chapter"], "workstream_id": keys["reefs"]}
    last = desk.do("Task", add_task, **told, text="Print the map.").value
    desk.do("Left", update_tasks, task_ids=[keys["count"]], until="2001-01-01")
    settle()
    panel.table.select_task(last)
    press(panel, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert [task.text for task in own(desk, keys)] == ["Print the map.", "Make the map.", "Count the corals."]


def test_tasks_are_moved_to_another_workstream(panel, desk, keys, settle, asked):
    panel.table.selectAll()
    menu = QMenu(panel)
    panel.fill_menu(menu)
    places = next(made for made in menu.findChildren(QMenu) if made.title() == "Move 2 tasks to")
    assert [action.text() for action in places.actions()] == [
        "b) Coalition on Ports",
        "I. Oceans and coasts (the chapter itself)",
    ]
    places.actions()[0].trigger()
    settle()
    assert own(desk, keys) == ()
    assert asked == [("notice", "2 tasks were moved to b) Coalition on Ports.")]
    assert desk.state().undo == "Move 2 tasks to b) Coalition on Ports"


def test_a_task_is_moved_where_it_is_said_to_stand(panel, desk, keys, settle):
    detail = panel.view.detail
    assert detail.place.currentText() == "a) Task Team on Reefs"
    detail.place.setCurrentIndex(2)
    detail.place.activated.emit(2)
    settle()
    assert texts(panel) == ["Count the corals."]
    assert len(desk.read(list_tasks, chapter_id=keys["chapter"])) == 2


def test_rows_of_a_spreadsheet_become_tasks(panel, desk, keys, settle, asked):
    QGuiApplication.clipboard().setText('Print the map.\tUNEP\tSOM 42\n"Send\nit."\t\t2031-12\n\t\t\n')
    press(panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    rows = [(task.text, task.responsible, task.due) for task in own(desk, keys)[2:]]
    assert rows == [("Print the map.", "UNEP", "SOM 42"), ("Send\nit.", "", "2031-12")]
    assert asked == [("notice", "2 tasks were added.")]
    assert desk.state().undo == "Paste 2 tasks"


def test_what_is_copied_can_be_pasted(panel):
    panel.table.selectAll()
    press(panel, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[:2] == [
        "Task\tProgress\tNext steps\tResponsible\tDue",
        "Make the map.\tOngoing: Half of it.\t\t\t",
    ]
    assert [fields["text"] for fields in pasted_tasks(text)] == ["Make the map.", "Count the corals."]


def test_several_tasks_are_deleted_in_one_step(panel, desk, keys, settle, asked):
    panel.table.selectAll()
    press(panel, Qt.Key.Key_Delete)
    settle()
    assert own(desk, keys) == ()
    assert asked == [("notice", "2 tasks were deleted.")]
    desk.undo()
    settle()
    assert texts(panel) == ["Make the map.", "Count the corals."]


def test_the_history_of_a_task_stands_along_a_line(panel, desk, keys, settle):
    said = {"task_id": keys["map"], "status": "completed"}
    desk.do("Report", report_progress, **said, as_of="2031-09-01", text="It is **drawn**.")
    settle()
    points = panel.view.detail.history.points.rows
    assert [(p.sign, p.word, p.day, p.text) for p in points] == [
        ("half", "Ongoing", "2 May 2031", "Half of it."),
        ("check", "Completed", "1 September 2031", "It is drawn."),
    ]


def test_an_entry_is_opened_and_deleted_in_the_history(panel, desk, keys, settle):
    history = panel.view.detail.history
    QTest.keyClick(history, Qt.Key.Key_Return)
    dialog = panel.findChild(EntryDialog)
    assert dialog.text() == "Half of it."
    dialog.reject()
    QTest.keyClick(history, Qt.Key.Key_Delete)
    settle()
    assert desk.read(list_entries, task_id=keys["map"]) == ()
    assert desk.state().undo == "Delete progress"


def test_the_history_says_where_an_entry_was_printed(panel, desk, keys, settle):
    told = {"meeting_id": keys["technical"], "name": "progress-report", "options": {}, "pdf": PDF}
    desk.do("Issue", issue_document, **told, lines=["Half of it."])
    settle()
    (point,) = panel.view.detail.history.points.rows
    assert point.note.startswith("Printed in ")


def test_the_days_in_the_work_plan_are_written(panel, desk, keys, settle, asked):
    detail = panel.view.detail
    detail.since.line.setText("15 January 2031")
    detail.since.line.editingFinished.emit()
    settle()
    assert own(desk, keys)[0].since == "2031-01-15"
    detail.until.line.setText("2030-01-01")
    detail.until.line.editingFinished.emit()
    settle()
    assert own(desk, keys)[0].until == ""
    assert asked[0][1].startswith("The task came into the work plan on 15 January 2031;")
    assert detail.until.value() == ""


def test_a_decision_is_chosen_compared_shown_and_removed(panel, desk, keys, settle, asked):
    desk.do("Decide", update_action, action_id=keys["decision"], outcome="approved")
    panel.table.select_task(keys["count"])
    detail = panel.view.detail
    detail.choose.click()
    settle()
    dialog = panel.findChild(DecisionDialog)
    assert [row.decision.cited for row in dialog.table.model.rows()] == ["SOM40 technical, I. b) ii"]
    dialog.table.select([keys["decision"]])
    dialog._choose()
    settle()
    assert panel.current().task.action_id == keys["decision"]
    assert detail.decision.text() == "SOM40 technical, I. b) ii"
    detail.decision.click()
    assert asked == [("show", "action", keys["decision"])]
    detail.compare.click()
    compare = panel.findChild(CompareDialog)
    assert "Request the Task Team to" in compare.shown.toPlainText()
    compare.take.click()
    settle()
    assert panel.current().text == "Request the Task Team to count the corals."
    assert not detail.compare.isVisible()
    detail.remove.click()
    settle()
    assert panel.current().task.action_id is None
    assert detail.no_decision.isVisible()


def test_a_click_on_the_decision_leads_to_it(panel, desk, keys, settle, asked):
    desk.do("Choose", update_tasks, task_ids=[keys["map"]], action_id=keys["welcome"])
    settle()
    at = panel.table.visualRect(panel.table.tasks.index(0, 0)).topLeft() + QPoint(20, 16)
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert asked == [("show", "action", keys["welcome"])]


def test_a_row_is_drawn_to_another_place(panel, desk, keys, settle):
    table = panel.table
    table.select_task(keys["map"])
    below = table.visualRect(table.tasks.index(1, 0)).bottom() + 20
    place = QPointF(40, below)
    held = (Qt.DropAction.MoveAction, table.tasks.mimeData([table.currentIndex()]))
    drop = QDropEvent(place, *held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    moves = []
    table.move_asked.connect(lambda task, offset: moves.append((task.text, offset)))
    table.dropped(drop, own=True)
    settle()
    assert moves == [("Make the map.", 1)]
    assert texts(panel) == ["Count the corals.", "Make the map."]


def test_a_field_being_typed_in_is_left_alone(panel, desk, keys, settle):
    source = panel.view.detail.source
    source.setFocus()
    source.setText("terms of")
    desk.do("Elsewhere", update_tasks, task_ids=[keys["map"]], source="the secretariat")
    settle()
    assert source.text() == "terms of"
    panel.table.select_task(keys["count"])
    assert source.text() == ""


def test_the_detail_is_put_away_and_stays_so(panel, services, qtbot, keys, settle):
    panel.view.history.click()
    assert not panel.view.detail.isVisible()
    again = WorkPlanPanel(services)
    again.resize(1040, 600)
    qtbot.addWidget(again)
    again.show_workstream(keys["reefs"])
    again.show()
    settle()
    assert not again.view.detail.isVisible()


def due_cell(panel, key: str) -> tuple[str, bool]:
    at = panel.table.tasks.index(panel.table.tasks.at_of(key), panel.table.tasks.column_of("due"))
    cell = panel.table.itemDelegate()
    return cell._text(at), cell._is_late(at)


def test_an_overdue_task_says_so_in_words(panel, desk, keys, settle):
    desk.do("Due", update_tasks, task_ids=(keys["map"],), due="2020-05-18")
    desk.do("Due", update_tasks, task_ids=(keys["count"],), due="2099-05")
    settle()
    assert due_cell(panel, keys["map"]) == ("18 May 2020", True)
    assert due_cell(panel, keys["count"]) == ("May 2099", False)
    at = panel.table.tasks.index(0, panel.table.tasks.column_of("due"))
    assert at.data(Qt.ItemDataRole.ToolTipRole) == "Overdue: it was due 18 May 2020"
    assert at.data(Qt.ItemDataRole.EditRole) == "2020-05-18"
    desk.do("Done", report_progress, task_id=keys["map"], as_of="2020-06-01", status="completed")
    desk.do("Not later", add_entry, task_id=keys["map"], as_of="2031-06-01", status="completed")
    settle()
    assert due_cell(panel, keys["map"]) == ("18 May 2020", False)


def test_a_new_task_stands_in_the_work_plan_from_the_last_som(panel, desk, keys, settle):
    make_meeting(
        desk, "SOM20 senior", date="2020-09-15", end_date="2020-09-16", som_number=20, segment="senior"
    )
    settle()
    panel._add("Count the fish.")
    panel._paste("Count the crabs.\tFAO")
    settle()
    assert [task.since for task in own(desk, keys)][-2:] == ["2020-09-16", "2020-09-16"]


def test_a_task_without_words_is_not_added_and_said(panel, desk, keys, settle, asked):
    panel._add("  ")
    assert asked[-1] == ("notice", "A task needs words; none was added.")
    assert len(own(desk, keys)) == 2
