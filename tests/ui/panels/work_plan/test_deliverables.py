"""Deliverables of a workstream and the stages they reach."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel

from emgdesk.operations.deliverable import add_deliverable, add_stage
from emgdesk.operations.reservation import add_reservation
from emgdesk.queries.deliverables import list_deliverables
from emgdesk.ui.panels.deliverables import DeliverablesPanel
from emgdesk.ui.panels.deliverables.stage_dialog import StageDialog
from tests.desks import make_meeting


@pytest.fixture
def atlas(desk, keys) -> str:
    told = {"workstream_id": keys["reefs"], "edition": "2nd", "entities": "UNEP"}
    return desk.do("Add", add_deliverable, title="Atlas of Reefs", **told).value


@pytest.fixture
def panel(qtbot, services, keys, atlas, settle) -> DeliverablesPanel:
    made = DeliverablesPanel(services)
    made.resize(1040, 560)
    qtbot.addWidget(made)
    made.show_workstream(keys["reefs"])
    made.show()
    settle()
    return made


def shown(panel) -> list[tuple[str, str]]:
    return [(row.title, row.edition) for row in panel.table.model.shown_rows()]


def stage_dialog(panel) -> StageDialog:
    return next(made for made in panel.findChildren(StageDialog) if made.isVisible())


def test_those_of_the_workstream_are_shown(panel, keys, settle):
    assert shown(panel) == [("Atlas of Reefs", "2nd")]
    panel.show_workstream(keys["ports"])
    settle()
    assert shown(panel) == []
    assert panel.table._empty.isVisible()


def test_one_is_added_by_its_title(panel, desk, settle):
    QTest.keyClick(panel.table.view, Qt.Key.Key_Insert)
    dialog = panel.findChild(QInputDialog)
    assert dialog.width() >= 440
    dialog.setTextValue("Guide to Corals")
    dialog.accept()
    settle()
    assert shown(panel) == [("Atlas of Reefs", "2nd"), ("Guide to Corals", "")]
    assert panel.detail.title.text() == "Guide to Corals"


def test_a_next_edition_is_made(panel, desk, settle):
    panel.next_edition()
    settle()
    assert shown(panel) == [("Atlas of Reefs", "2nd"), ("Atlas of Reefs", "3rd")]
    assert panel.detail.title.text() == "Atlas of Reefs (3rd)"
    assert desk.state().undo == "Add edition"


def test_a_stage_is_added_corrected_and_deleted(panel, desk, settle):
    meeting = make_meeting(desk, "SOM40 senior", date="2031-10-28", end_date="2031-10-29")
    settle()
    panel.detail.stages.setFocus()
    QTest.keyClick(panel.detail.stages, Qt.Key.Key_Insert)
    dialog = stage_dialog(panel)
    assert dialog.stage.currentData() == "draft"
    assert "Atlas of Reefs (2nd)" in [one.text() for one in dialog.findChildren(QLabel)]
    dialog.day.setText("March 2031")
    dialog.submit()
    settle()
    panel._write_stage("")
    dialog = stage_dialog(panel)
    dialog.stage.setCurrentIndex(dialog.stage.findData("endorsed"))
    dialog.meeting.setCurrentIndex(dialog.meeting.findData(meeting))
    dialog.meeting.activated.emit(1)
    assert dialog.day.text() == "2031-10-29"
    dialog.submit()
    settle()
    points = panel.detail.stages.points.rows
    assert [(p.sign, p.word, p.day) for p in points] == [
        ("empty", "Draft", "March 2031"),
        ("check", "Endorsed by SOM40 senior", "29 October 2031"),
    ]
    (row,) = desk.read(list_deliverables)
    panel._write_stage(row.stages[0].id)
    dialog = stage_dialog(panel)
    dialog.note.setPlainText("To all members.")
    dialog.submit()
    settle()
    assert panel.detail.stages.points.rows[0].text == "To all members."
    panel.detail.stages.setCurrentIndex(panel.detail.stages.points.index(0))
    QTest.keyClick(panel.detail.stages, Qt.Key.Key_Delete)
    settle()
    assert [s.stage for s in desk.read(list_deliverables)[0].stages] == ["endorsed"]
    assert desk.state().undo == "Delete stage"


def test_a_day_that_is_none_is_refused(panel, settle):
    panel._write_stage("")
    dialog = stage_dialog(panel)
    dialog.day.setText("soon")
    dialog.submit()
    settle()
    assert dialog.banner.text == "“soon” is not a date; write 2026-05-28, or 2026-05 for a month."
    dialog.reject()


def test_the_stages_stand_in_one_line(panel, desk, atlas, settle):
    desk.do("Draft", add_stage, deliverable_id=atlas, stage="draft", date="2031-03")
    desk.do("Final", add_stage, deliverable_id=atlas, stage="final", date="2031-09-01")
    settle()
    model = panel.table.model
    cell = model.index(0, model.column_of("stages")).data()
    assert cell == "Final 1 September 2031 ← draft March 2031"


def test_entities_are_edited_as_a_list(panel, desk, atlas, settle):
    panel.table.edit_requested.emit((atlas,), "entities", "UNEP, FAO")
    settle()
    assert desk.read(list_deliverables)[0].entities == "UNEP, FAO"
    assert desk.state().undo == "Change a deliverable"


def test_an_address_that_is_none_is_refused(panel, desk, atlas, settle, asked):
    panel.table.model.ask([atlas], "web_address", "reef example")
    settle()
    assert asked == [("notice", "“reef example” is no web address; it begins with https://.")]
    assert desk.read(list_deliverables)[0].web_address == ""


def test_reservations_are_shown(panel, desk, atlas, settle):
    desk.do("Reserve", add_reservation, deliverable_id=atlas, entity="FAO", text="Not *chapter* 3.")
    settle()
    assert panel.detail.reservations.text() == "Reservation of FAO: Not chapter 3."


def test_those_selected_are_deleted_in_one_step(panel, desk, settle, asked):
    panel.next_edition()
    settle()
    panel.table.view.selectAll()
    QTest.keyClick(panel.table.view, Qt.Key.Key_Delete)
    settle()
    assert desk.read(list_deliverables) == ()
    assert asked == [("notice", "Deleted, with its stages.")]
    desk.undo()
    settle()
    assert len(shown(panel)) == 2


def test_one_is_moved_with_the_keyboard(panel, desk, settle):
    panel.next_edition()
    settle()
    QTest.keyClick(panel.table.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert shown(panel) == [("Atlas of Reefs", "3rd"), ("Atlas of Reefs", "2nd")]


def test_the_search_leads_to_one(panel, atlas, settle):
    panel.next_edition()
    settle()
    panel.open_item("deliverable", atlas)
    settle()
    assert panel.table.current_id() == atlas


@pytest.fixture
def every(qtbot, services, panel, keys, desk, settle) -> DeliverablesPanel:
    """The panel of all workstreams, with one deliverable of none."""
    desk.do("Add", add_deliverable, title="Film on Dunes")
    made = DeliverablesPanel(services, of_all=True)
    made.resize(1040, 560)
    qtbot.addWidget(made)
    made.show()
    settle()
    return made


def of_whom(every) -> list[tuple[str, str]]:
    return [(row.title, row.workstream) for row in every.table.model.shown_rows()]


def test_those_of_all_and_of_none_stand_together(every):
    assert of_whom(every) == [("Atlas of Reefs", "Task Team on Reefs"), ("Film on Dunes", "")]
    at = every.table.model.index(1, every.table.model.column_of("workstream"))
    assert at.data(Qt.ItemDataRole.DisplayRole) == "(none)"
    every._add("Guide to Shores")
    every.services.tasks.settle()
    assert of_whom(every)[-1] == ("Guide to Shores", "")


def test_a_deliverable_is_given_to_a_workstream(every, desk, keys, settle, asked):
    film = every.table.model.row_at(1).id
    every.table.model.ask([film], "workstream", "the coalition on PORTS")
    settle()
    assert of_whom(every)[1] == ("Film on Dunes", "Coalition on Ports")
    every.table.model.ask([film], "workstream", "Somebody else")
    settle()
    assert asked[-1] == ("notice", "No workstream of this desk is called like that.")
    assert of_whom(every)[1] == ("Film on Dunes", "Coalition on Ports")
    every.table.model.ask([film], "workstream", "")
    settle()
    assert of_whom(every)[1] == ("Film on Dunes", "")
