"""All open tasks updated by the keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from emgdesk.operations.membership import add_member
from emgdesk.operations.task import add_entry, add_task, update_tasks
from emgdesk.queries.workstreams import list_entries, list_tasks
from emgdesk.ui.panels.quick_update import QuickUpdatePanel
from emgdesk.ui.panels.quick_update.reading import LATE, WAITING, short_day
from emgdesk.ui.widgets.text_dialog import TextDialog

DAY = "2031-09-01"


@pytest.fixture
def panel(qtbot, services, keys, settle) -> QuickUpdatePanel:
    return open_panel(qtbot, services, settle)


def open_panel(qtbot, services, settle) -> QuickUpdatePanel:
    made = QuickUpdatePanel(services)
    made.resize(1040, 560)
    qtbot.addWidget(made)
    if not services.settings.get("quick-update.place", {}):
        made.bar.day.set_value(DAY)
    made.show()
    settle()
    made.table.view.setFocus()
    return made


def at(panel, key: str, column: str) -> None:
    panel.table.go_to(key, column)


def press(panel, key, held=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(panel.table.view, key, held)


def editor(panel) -> QPlainTextEdit:
    return next(made for made in panel.table.view.findChildren(QPlainTextEdit) if made.isVisible())


def write(panel, words: str, end=Qt.Key.Key_Return) -> None:
    """Type into the current cell."""
    press(panel, words[0])
    QTest.keyClicks(editor(panel), words[1:])
    QTest.keyClick(editor(panel), end)


def said(desk, key: str) -> list[tuple[str, str, str]]:
    return [(entry.as_of, entry.status, entry.text) for entry in desk.read(list_entries, task_id=key)]


def shown(panel) -> list[str]:
    return [row.task for row in panel.table.model.shown_rows()]


def here(panel) -> tuple[str, str]:
    return panel.table.model.row_of(panel.table.current_id()).task, panel.table.current_key()


def test_the_last_entry_stands_beside_its_task(panel):
    assert shown(panel) == ["Make the map.", "Make the survey.", "Make the website."]
    assert panel.table.model.row_at(0).last == "2 May 2031 · ongoing · Half of it."
    assert panel.said.text() == "0 of 3 updated on 1 Sep 2031"
    assert here(panel) == ("Make the map.", "status")


def test_a_status_is_given_by_its_first_letter(panel, desk, keys, settle):
    press(panel, Qt.Key.Key_C)
    settle()
    assert said(desk, keys["map"])[-1] == (DAY, "completed", "")
    press(panel, Qt.Key.Key_N)
    settle()
    assert said(desk, keys["map"])[1:] == [(DAY, "not started", "")]
    assert panel.said.text() == "1 of 3 updated on 1 Sep 2031"
    assert desk.state().undo == "Report status"


def test_a_text_is_typed_and_the_next_row_waits(panel, desk, keys, settle):
    at(panel, keys["map"], "text")
    write(panel, "Three quarters.")
    settle()
    assert said(desk, keys["map"])[-1] == (DAY, "ongoing", "Three quarters.")
    assert here(panel) == ("Make the survey.", "text")
    at(panel, keys["map"], "text")
    press(panel, Qt.Key.Key_F2)
    QTest.keyClicks(editor(panel), " Nearly.")
    QTest.keyClick(editor(panel), Qt.Key.Key_Return)
    settle()
    assert said(desk, keys["map"])[1:] == [(DAY, "ongoing", "Three quarters. Nearly.")]
    desk.undo()
    assert said(desk, keys["map"])[-1][2] == "Three quarters."


def test_a_text_goes_on_in_a_new_line_with_shift(panel, desk, keys, settle):
    at(panel, keys["map"], "text")
    press(panel, "A")
    QTest.keyClick(editor(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor(panel), "b")
    QTest.keyClick(editor(panel), Qt.Key.Key_Return)
    settle()
    assert said(desk, keys["map"])[-1][2].split() == ["A", "b"]


def test_escape_leaves_a_cell_as_it_was(panel, desk, keys, settle):
    at(panel, keys["map"], "text")
    press(panel, "X")
    QTest.keyClick(editor(panel), Qt.Key.Key_Escape)
    settle()
    assert len(said(desk, keys["map"])) == 1


def test_tab_goes_from_cell_to_cell_and_over_the_ends_of_rows(panel, keys):
    at(panel, keys["map"], "task")
    places = []
    for _ in range(4):
        press(panel, Qt.Key.Key_Tab)
        places.append(here(panel))
    assert places == [
        ("Make the map.", "status"),
        ("Make the map.", "text"),
        ("Make the map.", "next_steps"),
        ("Make the survey.", "status"),
    ]
    press(panel, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert panel.table.selected_ids() == (keys["map"],)
    assert here(panel) == ("Make the map.", "next_steps")
    press(panel, Qt.Key.Key_Down)
    assert here(panel) == ("Make the survey.", "next_steps")


def test_tab_takes_what_was_typed(panel, desk, keys, settle):
    at(panel, keys["map"], "text")
    write(panel, "Drawn.", Qt.Key.Key_Tab)
    assert here(panel) == ("Make the map.", "next_steps")
    write(panel, "Print it.")
    settle()
    assert said(desk, keys["map"])[-1][2] == "Drawn."
    assert desk.read(list_tasks, workstream_id=keys["reefs"])[0].next_steps == "Print it."


def test_no_change_is_said_by_one_key(panel, desk, keys, settle, asked):
    press(panel, "=")
    settle()
    assert said(desk, keys["map"])[-1] == (DAY, "ongoing", "")
    assert here(panel) == ("Make the survey.", "status")
    press(panel, "=")
    settle()
    assert asked == [("notice", "There is no status before 1 September 2031 to repeat.")]


def test_a_longer_text_is_written_in_a_window(panel, desk, keys, settle):
    at(panel, keys["map"], "text")
    press(panel, "T")
    QTest.keyClick(editor(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = panel.findChild(TextDialog)
    assert dialog.text() == "T"
    dialog.editor.edit.setPlainText("The map.\n\n- sea\n- shore")
    dialog.accept()
    settle()
    assert said(desk, keys["map"])[-1][2] == "The map.\n\n- sea\n- shore"


def test_a_cell_is_cleared_and_its_entry_taken_back(panel, desk, keys, settle):
    press(panel, Qt.Key.Key_C)
    settle()
    press(panel, Qt.Key.Key_Delete)
    settle()
    assert len(said(desk, keys["map"])) == 1
    assert panel.said.text() == "0 of 3 updated on 1 Sep 2031"


def test_a_status_is_given_to_several_tasks(panel, desk, keys, settle):
    panel.table.view.selectAll()
    press(panel, "p")
    settle()
    assert [said(desk, keys[name])[-1][1] for name in ("map", "survey", "website")] == ["postponed"] * 3
    assert desk.state().undo == "Report status of 3 tasks"


def test_what_is_typed_stays_when_the_desk_changes(panel, desk, keys, settle):
    at(panel, keys["map"], "text")
    press(panel, "T")
    QTest.keyClicks(editor(panel), "hree quarters.")
    desk.do("Elsewhere", update_tasks, task_ids=[keys["map"]], next_steps="- print")
    told = {"chapter_id": keys["chapter"], "workstream_id": keys["reefs"]}
    desk.do("New", add_task, **told, text="Print the map.")
    settle()
    assert editor(panel).toPlainText() == "Three quarters."
    QTest.keyClick(editor(panel), Qt.Key.Key_Return)
    settle()
    assert said(desk, keys["map"])[-1][2] == "Three quarters."
    assert "Print the map." in shown(panel)


def test_tasks_are_chosen_by_who_answers_for_them(panel, desk, keys, settle):
    desk.do("Officer", add_member, workstream_id=keys["ports"], role="officer", person="Ines Calado")
    desk.do("Entities", update_tasks, task_ids=[keys["map"]], responsible="UNEP, FAO")
    settle()
    bar = panel.bar
    bar.officer.setCurrentIndex(bar.officer.findData("Ines Calado"))
    bar.officer.activated.emit(1)
    assert shown(panel) == ["Make the survey."]
    bar.officer.setCurrentIndex(0)
    bar.entity.setCurrentIndex(bar.entity.findData("FAO"))
    bar.entity.activated.emit(1)
    assert shown(panel) == ["Make the map."]
    bar.entity.setCurrentIndex(0)
    bar.place.setCurrentIndex(bar.place.findData("I. Oceans and coasts"))
    bar.place.activated.emit(1)
    assert shown(panel) == ["Make the website."]
    assert panel.said.text() == "0 of 1 updated on 1 Sep 2031"


def test_the_leads_answer_where_nobody_is_named(panel, desk, keys, settle):
    desk.do("Lead", add_member, workstream_id=keys["ports"], role="lead", entity="WHO")
    settle()
    panel.bar.entity.setCurrentIndex(panel.bar.entity.findData("WHO"))
    panel.bar.entity.activated.emit(1)
    assert shown(panel) == ["Make the survey."]


def test_mine_are_called_so(qtbot, services, desk, keys, settle):
    services.settings.set("author", "Ines Calado")
    desk.do("Officer", add_member, workstream_id=keys["ports"], role="officer", person="Ines Calado")
    panel = open_panel(qtbot, services, settle)
    names = [panel.bar.officer.itemText(at) for at in range(panel.bar.officer.count())]
    assert names == ["Any officer", "Mine (Ines Calado)"]


def test_an_updated_task_stays_among_those_that_waited(panel, desk, keys, settle):
    bar = panel.bar
    bar.only.setCurrentIndex(bar.only.findData(WAITING))
    bar.only.activated.emit(1)
    press(panel, "c")
    settle()
    assert shown(panel)[0] == "Make the map."
    assert panel.said.text() == "1 of 3 updated on 1 Sep 2031"
    bar.only.activated.emit(1)
    assert shown(panel) == ["Make the survey.", "Make the website."]


def test_one_goes_on_where_one_was(panel, qtbot, services, settle, keys):
    at(panel, keys["survey"], "text")
    again = open_panel(qtbot, services, settle)
    assert here(again) == ("Make the survey.", "text")
    assert again.as_of == DAY


def test_another_day_shows_what_was_said_before_it(panel, desk, keys, settle):
    desk.do("Report", add_entry, task_id=keys["map"], status="ongoing", text="More.", as_of=DAY)
    settle()
    assert panel.table.model.row_at(0).text == "More."
    panel.bar.day.line.setText("2031-10-01")
    panel.bar.day.line.editingFinished.emit()
    settle()
    assert (panel.table.model.row_at(0).text, panel.table.model.row_at(0).last_text) == ("", "More.")


def test_without_a_day_it_is_today(panel, settle):
    panel.bar.day.line.setText("")
    panel.bar.day.line.editingFinished.emit()
    settle()
    assert panel.as_of == date.today().isoformat()
    assert panel.said.text().endswith("updated today")


def test_a_task_leads_to_its_work_plan(panel, keys, asked):
    panel._show_task()
    assert asked == [("show", "task", keys["map"])]


def test_a_desk_without_open_tasks_says_so(qtbot, desk, tasks, services, settle):
    panel = open_panel(qtbot, services, settle)
    assert panel.table._empty.isVisible()
    QApplication.processEvents()


def test_days_are_short():
    assert [short_day(day) for day in ("2031-09-15", "2031-09", "")] == ["15 Sep 2031", "Sep 2031", ""]


def test_overdue_tasks_are_marked_and_chosen(panel, desk, keys, settle):
    desk.do("Due", update_tasks, task_ids=(keys["map"], keys["survey"]), due="2031-08")
    desk.do("Due", update_tasks, task_ids=(keys["website"],), due="2031-09-01")
    settle()
    assert [row.overdue for row in panel.table.model.rows()] == [True, True, False]
    assert (
        panel.table.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).endswith("Overdue: due August 2031")
    )
    panel.bar.only.setCurrentIndex(panel.bar.only.findData(LATE))
    panel.bar.changed.emit()
    assert shown(panel) == ["Make the map.", "Make the survey."]
    press(panel, Qt.Key.Key_C)
    settle()
    assert [row.overdue for row in panel.table.model.rows()] == [False, True]


def paste(panel, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_cells_of_a_spreadsheet_are_pasted_downwards_in_one_step(panel, desk, keys, settle, asked):
    at(panel, keys["map"], "status")
    paste(panel, 'Completed\t"The map\nis printed."\tSend it.\n\tBegun.\nOn-going\nDropped\n')
    settle()
    assert said(desk, keys["map"])[-1] == (DAY, "completed", "The map\nis printed.")
    assert said(desk, keys["survey"]) == [(DAY, "", "Begun.")]
    assert said(desk, keys["website"]) == [(DAY, "ongoing", "")]
    assert desk.read(list_tasks, workstream_id=keys["reefs"])[0].next_steps == "Send it."
    assert desk.state().undo == "Paste progress of 3 tasks"
    assert asked == [("notice", "1 row of what was copied found no task below.")]
    desk.undo()
    assert [len(said(desk, keys[name])) for name in ("map", "survey", "website")] == [1, 0, 0]


def test_one_cell_of_several_lines_is_pasted_into_one_task(panel, desk, keys, settle):
    at(panel, keys["map"], "text")
    paste(panel, '"Drawn.\nPrinted."\n')
    settle()
    assert said(desk, keys["map"])[-1][2] == "Drawn.\nPrinted."
    assert said(desk, keys["survey"]) == []


def test_one_cell_is_pasted_into_all_selected_tasks(panel, desk, keys, settle):
    at(panel, keys["map"], "text")
    panel.table.view.selectAll()
    paste(panel, "As planned.")
    settle()
    assert [said(desk, keys[name])[-1][2] for name in ("map", "survey", "website")] == ["As planned."] * 3


def test_a_pasted_status_that_is_none_is_refused_whole(panel, desk, keys, settle, asked):
    paste(panel, "Completed\nFinito")
    settle()
    ((_, told),) = asked
    assert told == (
        "Row 2 of what was copied: “Finito” is no status; write completed, ongoing, upcoming, not started, "
        "postponed or dropped."
    )
    assert len(said(desk, keys["map"])) == 1


def test_enter_leads_below_where_the_row_was_begun(panel, keys):
    at(panel, keys["map"], "text")
    write(panel, "Drawn.", Qt.Key.Key_Tab)
    write(panel, "Print it.")
    assert here(panel) == ("Make the survey.", "text")
    at(panel, keys["map"], "next_steps")
    write(panel, "Print it soon.")
    assert here(panel) == ("Make the survey.", "next_steps")
