"""What was decided stays when the file is read otherwise, and nothing is lost without a question."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from tests.desks import make_meeting
from tests.ui.dialogs.sheets import HEADER, ROWS, write_book


def decisions(dialog):
    """What was decided, by row."""
    return {row: said.kind for row, said in dialog._opened.roster[0].decisions.items()}


def asked(dialog):
    """The question in view: its words and its buttons."""
    (box,) = (made for made in dialog.findChildren(QMessageBox) if made.isVisible())
    return box.text(), box.informativeText(), {made.text(): made for made in box.findChildren(QPushButton)}


@pytest.fixture
def decided(shown, services):
    """Two decisions on rows, one on an entity."""
    shown.view.people.roster.decide("N")
    shown.view.people.roster.decide("S")
    shown.view.people.entities.decide("K")
    services.tasks.settle()
    assert decisions(shown) == {5: "new", 7: "skip"}
    return shown


def test_a_column_that_changes_nobody_keeps_all_decisions(decided, services):
    decided._remap({**decided._opened.mapping(), "function": ""})
    services.tasks.settle()
    assert "function" not in decided._opened.mapping()
    assert decisions(decided) == {5: "new", 7: "skip"}
    assert [one.kind for one in decided._opened.roster[0].entity_decisions.values()] == ["text"]
    assert decided.view.banner.text == ""
    shown = {row.row: row.verdict for row in decided.view.people.roster.table.rows.rows()}
    assert (shown[5], shown[7]) == ("New", "Skipped")


def test_a_column_that_changes_somebody_drops_what_was_said_of_them(decided, services):
    decided._remap({**decided._opened.mapping(), "email": ""})
    services.tasks.settle()
    assert decisions(decided) == {}
    assert decided.view.banner.text == "2 decisions no longer fit and were dropped."


def test_a_header_that_leaves_no_names_drops_all(decided, services):
    decided._choose_header(4)
    services.tasks.settle()
    assert decided._opened.roster is None
    assert decided.view.banner.text == "3 decisions no longer fit and were dropped."


def test_another_sheet_drops_the_decisions_with_a_word(open_import, services, tmp_path, desk):
    key = make_meeting(desk, "REEF 9")
    path = write_book(tmp_path / "two.xlsx", First=[HEADER, *ROWS], Second=[("Name",), ("Bo Lindh",)])
    dialog = open_import(path, key)
    dialog.view.people.roster.decide("S")
    dialog.view.table.sheet_chosen.emit("Second")
    services.tasks.settle()
    assert decisions(dialog) == {}
    assert dialog.view.banner.text == "1 decision no longer fits and was dropped."


# --- what would be lost -------------------------------------------------------------------------


def test_a_typed_list_is_not_lost_by_esc(open_import, services, desk):
    dialog = open_import(None, make_meeting(desk, "REEF 9"))
    QTest.keyClicks(dialog.view.file.text, "Ana Ruiz")
    QTest.keyClick(dialog.view.file.text, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    question, said, buttons = asked(dialog)
    assert question == "Leave without importing?"
    assert said == "The list you typed would be lost; the desk stays as it is."
    buttons["Leave"].click()
    assert not dialog.isVisible()


def test_an_empty_window_closes_at_once(open_import, desk):
    dialog = open_import(None, make_meeting(desk, "REEF 9"))
    QTest.keyClick(dialog.view.file.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_pasted_list_is_still_on_the_clipboard(open_import, services, desk):
    dialog = open_import(None, make_meeting(desk, "REEF 9"))
    dialog.view.file.put_text("Ana Ruiz")
    services.tasks.settle()
    dialog.reject()
    assert not dialog.isVisible()


def drop(dialog, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    with_what = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(dialog, QDragEnterEvent(QPoint(50, 50), *with_what))
    QApplication.sendEvent(dialog, QDropEvent(QPointF(50, 50), *with_what))


@pytest.fixture
def other(tmp_path):
    return write_book(tmp_path / "other.xlsx", People=[("Name", "Entity"), ("Bo Lindh", "FAO")])


def test_a_file_dropped_on_the_window_takes_the_place_of_the_other(shown, services, other):
    drop(shown, other)
    services.tasks.settle()
    assert shown.windowTitle() == "Import other.xlsx"
    assert shown.view.import_button.text() == "Import 1 person"


def test_a_file_dropped_over_decisions_is_asked_about(decided, services, other):
    drop(decided, other)
    question, said, buttons = asked(decided)
    assert question == "Import other.xlsx instead?"
    assert said == "Your 3 decisions would be lost; the desk stays as it is."
    buttons["Stay"].click()
    services.tasks.settle()
    assert decided.windowTitle() == "Import registrations.xlsx"
    drop(decided, other)
    asked(decided)[2]["Import"].click()
    services.tasks.settle()
    assert decided.windowTitle() == "Import other.xlsx"


def test_several_files_dropped_follow_one_another(shown, services, other, tmp_path):
    drop(shown, other, write_book(tmp_path / "third.xlsx", People=[("Name",), ("Ida Brekke",)]))
    services.tasks.settle()
    assert shown.view.queue.text() == "File 1 of 2, one after another; next is third.xlsx."


def test_a_desk_is_not_dropped_here(shown, tmp_path):
    drop(shown, tmp_path / "year.emgdesk")
    assert shown.view.banner.text == "A desk is opened by dropping it on the main window."


def test_a_file_is_not_dropped_into_the_text(open_import, desk, other):
    dialog = open_import(None, make_meeting(desk, "REEF 9"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    data.setText(str(other))
    assert not dialog.view.file.text.canInsertFromMimeData(data)
