"""Asking entities for progress in the window, and what came back."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from emgdesk.operations.office import add_designation
from emgdesk.operations.progress_request import ask_for_progress, mark_answered
from emgdesk.operations.task import update_task
from emgdesk.queries.progress_requests import list_requests
from emgdesk.ui.dialogs.progress_requests import ProgressRequestsDialog
from tests.desks import entity_id, make_person, make_workplan

TODAY = date.today().isoformat()


@pytest.fixture
def tasks_of_two(desk):
    """A task of UNEP and FAO, one of FAO alone, one of nobody; FAO has a focal point."""
    keys = make_workplan(desk)
    desk.do("Who", update_task, task_id=keys["map"], responsible="UNEP, FAO")
    desk.do("Who", update_task, task_id=keys["survey"], responsible="FAO")
    ines = make_person(desk, "Ines Calado", "FAO", ("ines@fao.example",))
    desk.do("Focal", add_designation, entity_id=entity_id(desk, "FAO"), person_id=ines, role="focal point")
    return keys


@pytest.fixture
def dialog(qtbot, services, tmp_path):
    services.settings.set("folder.progress-sheets", str(tmp_path / "sheets"))
    made = ProgressRequestsDialog(services)
    qtbot.addWidget(made)
    made.show()
    services.tasks.settle()
    return made


def lines(dialog):
    """Box, entity, tasks, open, asked, whom to write to."""
    items = [dialog.ask.list.topLevelItem(at) for at in range(dialog.ask.list.topLevelItemCount())]
    return [
        (item.checkState(0) == Qt.CheckState.Checked, *(item.text(n) for n in range(5))) for item in items
    ]


def states(desk):
    return {row.entity: row.state for row in desk.read(list_requests, today=date.today())}


def test_who_answers_for_tasks_is_ticked_and_asked(qtbot, desk, tasks_of_two, dialog, tmp_path):
    assert lines(dialog) == [
        (True, "FAO", "2", "2", "", "Ines Calado"),
        (True, "UNEP", "1", "1", "", ""),
    ]
    assert dialog.ask.told.text() == "1 task has no responsible entity and no lead."
    assert dialog.ask.ask.text() == "Ask 2 entities"
    qtbot.mouseClick(dialog.ask.ask, Qt.MouseButton.LeftButton)
    dialog.services.tasks.settle()
    assert sorted(path.name for path in (tmp_path / "sheets").iterdir()) == [
        f"FAO progress {TODAY}.xlsx", f"UNEP progress {TODAY}.xlsx",
    ]  # fmt: skip
    assert dialog.banner.text == f"Wrote 2 sheets into {tmp_path / 'sheets'}. Send each to its entity."
    assert states(desk) == {"FAO": "waiting", "UNEP": "waiting"}
    assert (dialog.tabs.currentIndex(), dialog.tabs.tabText(1)) == (1, "A&nswers (2 waiting)")
    assert [line[:2] + line[4:5] for line in lines(dialog)] == [
        (False, "FAO", f"on {TODAY}"), (False, "UNEP", f"on {TODAY}"),
    ]  # fmt: skip
    assert desk.undo().label == f"Ask 2 entities for progress as of {TODAY}"


def test_the_keyboard_turns_a_box_which_stays_when_the_desk_changes(qtbot, desk, tasks_of_two, dialog):
    dialog.ask.list.setFocus()
    qtbot.keyClick(dialog.ask.list, Qt.Key.Key_Space)
    assert dialog.ask.ask.text() == "Ask 1 entity"
    desk.do("Who", update_task, task_id=tasks_of_two["website"], responsible="WHO")
    dialog.services.tasks.settle()
    assert [line[:2] for line in lines(dialog)] == [(False, "FAO"), (True, "UNEP"), (False, "WHO")]


def test_completed_tasks_may_be_left_out(qtbot, desk, tasks_of_two, dialog, tmp_path):
    dialog.ask.completed.setChecked(False)
    dialog.ask.due.set_value("2999-07-15")
    dialog.ask.as_of.set_value("2999-06-30")
    dialog.send()
    dialog.services.tasks.settle()
    sheet = load_workbook(tmp_path / "sheets" / "FAO progress 2999-06-30.xlsx")["Tasks"]
    assert [row[2].value for row in sheet.iter_rows(min_row=2)] == ["Make the map.", "Make the survey."]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("as_of", "", "As of: say of which day the progress is to be told."),
        ("due", "2001-01-01", f"The day of return, 2001-01-01, lies before the day of asking, {TODAY}."),
    ],
)
def test_what_cannot_be_asked_is_told(desk, tasks_of_two, dialog, field, value, sentence):
    getattr(dialog.ask, field).set_value(value)
    dialog.send()
    dialog.services.tasks.settle()
    assert (dialog.banner.text, states(desk)) == (sentence, {})


def test_a_place_that_is_no_folder_is_told_and_nobody_asked(desk, tasks_of_two, dialog, tmp_path):
    (tmp_path / "sheets").write_text("a file")
    dialog.send()
    dialog.services.tasks.settle()
    assert dialog.banner.text == f"{tmp_path / 'sheets'} cannot be written: a file has that name."
    assert (states(desk), dialog.ask.ask.isEnabled()) == ({}, True)


@pytest.fixture
def answers(desk, tasks_of_two, dialog):
    """The side of the answers, with both asked."""
    dialog.services.tasks.settle()
    dialog.send()
    dialog.services.tasks.settle()
    return dialog.answers


def test_addresses_of_those_who_have_not_answered_are_copied(desk, dialog, answers):
    dialog.copy_addresses()
    assert QGuiApplication.clipboard().text() == "Ines Calado <ines@fao.example>"
    assert dialog.banner.text == "Copied 1 address; UNEP has no focal point with an e-mail."
    fao = next(row.id for row in answers.rows() if row.entity == "FAO")
    desk.do("Back", mark_answered, request_ids=[fao], answered_on=TODAY)
    dialog.services.tasks.settle()
    dialog.copy_addresses()
    assert dialog.banner.text == "Nothing was copied; UNEP has no focal point with an e-mail."


def test_an_answer_that_came_otherwise_is_marked_and_taken_back(desk, dialog, answers):
    answers.table.select([answers.rows()[0].id])
    answers.mark_tool.click()
    dialog.services.tasks.settle()
    assert states(desk) == {"FAO": "answered", "UNEP": "waiting"}
    assert dialog.tabs.tabText(1) == "A&nswers (1 waiting)"
    answers.mark_tool.click()
    dialog.services.tasks.settle()
    assert states(desk) == {"FAO": "waiting", "UNEP": "waiting"}
    assert desk.undo().label == "Let 1 request wait again"


def test_asking_again_ticks_those_who_have_not_answered(desk, dialog, answers):
    fao = next(row.id for row in answers.rows() if row.entity == "FAO")
    desk.do("Back", mark_answered, request_ids=[fao], answered_on=TODAY)
    dialog.services.tasks.settle()
    answers.again_tool.click()
    dialog.services.tasks.settle()
    assert dialog.tabs.currentIndex() == 0
    assert [line[:2] + line[4:5] for line in lines(dialog)] == [
        (False, "FAO", "answered"), (True, "UNEP", f"on {TODAY}"),
    ]  # fmt: skip
    dialog.send()
    dialog.services.tasks.settle()
    assert len(desk.read(list_requests, today=date.today())) == 2


def test_who_is_asked_anew_after_an_answer_was_asked_on_that_day(desk, dialog, answers):
    fao = next(row.id for row in answers.rows() if row.entity == "FAO")
    desk.do("Back", mark_answered, request_ids=[fao], answered_on=TODAY)
    who = [(entity_id(desk, "FAO"), "FAO")]
    desk.do("Anew", ask_for_progress, entities=who, as_of=TODAY, asked_on="2026-01-02")
    dialog.services.tasks.settle()
    assert [line[1:2] + line[4:5] for line in lines(dialog)] == [
        ("FAO", "on 2026-01-02"), ("UNEP", f"on {TODAY}"),
    ]  # fmt: skip


def test_asking_again_says_what_is_for_another_day(desk, dialog, answers):
    who = [(entity_id(desk, "UNEP"), "UNEP")]
    desk.do("Old", ask_for_progress, entities=who, as_of="2001-06-30", asked_on="2001-06-01")
    dialog.services.tasks.settle()
    answers.again_tool.click()
    dialog.services.tasks.settle()
    assert [line[:2] for line in lines(dialog)] == [(True, "FAO"), (True, "UNEP")]
    assert dialog.banner.text == (
        "1 request for another day is left out: entities are asked about one day at a time."
    )


def test_a_request_is_withdrawn_with_the_delete_key(qtbot, desk, dialog, answers):
    answers.table.select([answers.rows()[1].id], focus=True)
    qtbot.keyClick(answers.table.view, Qt.Key.Key_Delete)
    dialog.services.tasks.settle()
    assert states(desk) == {"FAO": "waiting"}


def test_returned_sheets_start_the_import_one_after_another(qtbot, dialog, answers, tmp_path):
    from emgdesk.ui.dialogs.import_dialog import ImportDialog

    paths = sorted((tmp_path / "sheets").iterdir())
    dialog.import_sheets(paths)
    dialog.services.tasks.settle()
    (started,) = dialog.findChildren(ImportDialog)
    assert Path(dialog.services.settings.get("folder.import", "")) == tmp_path / "sheets"
    assert started.isVisible()
    started.reject()
    dialog.services.tasks.settle()


def test_an_empty_desk_says_what_to_do_first(dialog):
    assert lines(dialog) == []
    assert dialog.ask.ask.isEnabled() is False
    assert dialog.answers.table.model.total == 0
