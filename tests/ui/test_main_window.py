"""The window as its user meets it: first start, opening, undo, searching, dropping, closing."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLabel, QMessageBox

from emgdesk.operations.meeting import update_meeting
from emgdesk.queries.history import list_history
from emgdesk.queries.meetings import list_meetings
from emgdesk.settings import Settings
from emgdesk.ui.main_window import MainWindow
from emgdesk.workspace import open_desk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def codes(workspace):
    return sorted(meeting.code for meeting in workspace.read(list_meetings))


def rename(window, code):
    """Change the title-giving code of the meeting in view, as its form does."""
    window.services.do("Change code", update_meeting, meeting_id=window.meeting_in_view(), code=code)
    window.tasks.settle()


def answer_file_dialogs(monkeypatch, path):
    """Whoever is asked for a file names `path`."""
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(path)])


# --- beginning --------------------------------------------------------------------------------


def test_the_first_start_offers_three_ways(window):
    assert [card.accessibleName() for card in window.welcome.choices] == [
        "Try it with sample data",
        "Start an empty desk",
        "Open a file",
    ]
    assert window.windowTitle() == "emgdesk"
    assert not window.commands["undo"].isEnabled()
    assert not window.header.isVisible()


def test_enter_on_the_first_card_opens_the_sample(qtbot, window):
    window.welcome.choices[0].setFocus()
    qtbot.keyClick(window.welcome.choices[0], Qt.Key.Key_Return)
    window.tasks.settle()
    assert window.windowTitle() == "sample – emgdesk"
    page = window.desk.current
    assert len(page.view.list.model.ids()) >= 3
    assert not window.commands["undo"].isEnabled()


def test_an_empty_desk_says_what_to_do_first(window):
    window.welcome.choices[1].click()
    window.tasks.settle()
    page = window.desk.current
    assert page.view.empty.isVisible()
    assert window.settings.recent_desks() == (window.services.workspace.path,)


def test_a_chosen_file_is_opened(monkeypatch, window, desk_path):
    answer_file_dialogs(monkeypatch, desk_path)
    window.welcome.choices[2].click()
    window.tasks.settle()
    assert window.windowTitle() == "desk – emgdesk"


def test_a_file_that_is_no_desk_is_refused_in_a_sentence(window, tmp_path):
    path = tmp_path / "letter.emgdesk"
    path.write_text("Dear colleagues", encoding="utf-8")
    window.opener.open(path)
    window.tasks.settle()
    assert window.welcome.banner.text == "letter.emgdesk is not a desk of emgdesk."
    assert window.desk is None


def test_a_newer_desk_is_refused_and_the_open_one_stays(opened, tmp_path):
    newer = tmp_path / "newer.emgdesk"
    with open_desk(newer):
        pass
    with closing(sqlite3.connect(newer)) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    opened.opener.open(newer)
    opened.tasks.settle()
    assert "made by a newer emgdesk" in opened.desk.banner.text
    rename(opened, "SOM41 technical")
    assert "SOM41 technical" in codes(opened.services.workspace)


def test_a_desk_that_has_gone_is_forgotten(window, tmp_path):
    gone = tmp_path / "gone.emgdesk"
    window.settings.remember_desk(gone)
    window.opener.open_known(gone)
    assert window.welcome.banner.text == f"{gone} is no longer there."
    assert window.settings.recent_desks() == ()


def test_another_desk_takes_the_place_of_the_open_one(opened, tmp_path):
    first = opened.services.workspace
    opened.opener.open(tmp_path / "other.emgdesk")
    opened.tasks.settle()
    assert opened.services.workspace is not first
    assert opened.windowTitle() == "other – emgdesk"
    opened._fill_recent()
    assert len(opened._recent.actions()) == 2


# --- undo and redo ----------------------------------------------------------------------------


def test_undo_and_redo_by_keys_refresh_what_is_shown(qtbot, opened, workspace):
    rename(opened, "SOM41 technical")
    assert opened.commands["undo"].text() == "&Undo Change code"
    heading = opened.desk.current.view.heading
    assert heading._code.text() == "SOM41 technical"
    qtbot.keyClick(opened, Qt.Key.Key_Z, CTRL)
    opened.tasks.settle()
    assert heading._code.text() == "SOM40 technical"
    assert opened.status.currentMessage() == "Undone: Change code"
    qtbot.keyClick(opened, Qt.Key.Key_Y, CTRL)
    opened.tasks.settle()
    assert heading._code.text() == "SOM41 technical"
    qtbot.keyClick(opened, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(opened, Qt.Key.Key_Z, CTRL | SHIFT)
    opened.tasks.settle()
    assert heading._code.text() == "SOM41 technical"


def test_undo_goes_on_after_a_restart(qtbot, appearance, settings, desk_path):
    for code, keys in (("SOM41 technical", None), ("SOM40 technical", Qt.Key.Key_Z)):
        window = MainWindow(Settings(settings.path), appearance)
        window.show()
        window.opener.open(desk_path)
        window.tasks.settle()
        if keys is None:
            rename(window, code)
        else:
            qtbot.keyClick(window, keys, CTRL)
            window.tasks.settle()
        assert code in codes(window.services.workspace)
        window.close()
        window.deleteLater()


def test_a_text_field_keeps_its_own_undo_while_it_has_something_to_undo(qtbot, opened, workspace):
    rename(opened, "SOM41 technical")
    line = opened.desk.current.view.overview.form.widget("zone_label")
    line.setFocus()
    qtbot.keyClicks(line, "CEST")
    qtbot.keyClick(line, Qt.Key.Key_Z, CTRL)
    opened.tasks.settle()
    assert line.text() == ""
    assert "SOM41 technical" in codes(workspace)
    qtbot.keyClick(line, Qt.Key.Key_Z, CTRL)
    opened.tasks.settle()
    assert "SOM40 technical" in codes(workspace)


# --- finding one's way ------------------------------------------------------------------------


def test_ctrl_k_finds_a_person_and_enter_goes_there(qtbot, opened):
    opened.activateWindow()
    qtbot.keyClick(opened, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(opened.header.search.hasFocus)
    qtbot.keyClicks(opened.header.search, "ibanez pena")
    qtbot.waitUntil(
        lambda: opened.header.search._popup is not None and opened.header.search._popup.isVisible()
    )
    assert [hit.text for hit in opened.header.search._popup._hits.values()] == ["Jorge Peña Ibáñez"]
    qtbot.keyClick(opened.header.search, Qt.Key.Key_Return)
    opened.tasks.settle()
    table = opened.desk.current.view.shown.table
    assert [table.model.row_of(key).name for key in table.selected_ids()] == ["Jorge Peña Ibáñez"]
    assert opened.header.search.text() == ""


def test_nothing_found_is_said(qtbot, opened):
    opened.activateWindow()
    opened.header.search.start()
    qtbot.waitUntil(opened.header.search.hasFocus)
    qtbot.keyClicks(opened.header.search, "zzzz")
    qtbot.waitUntil(
        lambda: opened.header.search._popup is not None and opened.header.search._popup.isVisible()
    )
    assert opened.header.search._popup._nothing.isVisible()
    qtbot.keyClick(opened.header.search, Qt.Key.Key_Escape)
    assert not opened.header.search._popup.isVisible()


def test_what_another_window_changed_is_shown_once_one_is_back(qtbot, opened):
    with open_desk(opened.services.workspace.path, author="Ben") as other:
        key = other.read(list_meetings)[0].id
        other.do("Rename", update_meeting, meeting_id=key, code="SOM44 technical")
    QApplication.sendEvent(opened, QEvent(QEvent.Type.ActivationChange))
    opened.tasks.settle()
    page = opened.desk.page("meetings")
    assert "SOM44 technical" in [page.view.list.model.item(at).title for at in range(3)]


def test_the_tab_in_view_is_remembered(qtbot, opened):
    qtbot.keyClick(opened, Qt.Key.Key_3, CTRL)
    assert opened.header.tabs.tabText(opened.header.tabs.currentIndex()) == "Rosters"
    assert Settings(opened.settings.path).get("window.place", "") == "rosters"


def test_ctrl_f_filters_the_list_in_view(qtbot, opened):
    opened.activateWindow()
    qtbot.keyClick(opened, Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(opened.desk.current.view.list.filter.hasFocus)


# --- dropping ---------------------------------------------------------------------------------


def dragged(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(window, data):
    event = QDragEnterEvent(
        QPoint(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_a_dropped_sheet_starts_the_import_of_the_meeting_in_view(opened, tmp_path):
    from emgdesk.ui.dialogs.import_dialog import ImportDialog

    sheet = tmp_path / "registrations.csv"
    sheet.write_text("Name,Entity\nAna Ruiz,FAO\n", encoding="utf-8")
    data = dragged(sheet)
    assert enter(opened, data)
    assert opened.drop_target.isVisible()
    drop = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(opened, drop)
    assert not opened.drop_target.isVisible()
    dialog = opened.findChild(ImportDialog)
    assert dialog.windowTitle() == "Import registrations.csv"
    opened.tasks.settle()
    dialog.reject()


def test_several_dropped_files_are_imported_one_after_another(opened, tmp_path):
    from emgdesk.ui.dialogs.import_dialog import ImportDialog

    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path in paths:
        path.write_text("Name,Entity\nAna Ruiz,FAO\n", encoding="utf-8")
    data = dragged(*paths)
    assert enter(opened, data)
    assert opened.drop_target._title.text() == "Drop to import 2 files"
    drop = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(opened, drop)
    opened.tasks.settle()
    dialog = opened.findChild(ImportDialog)
    assert dialog.view.queue.text() == "File 1 of 2, one after another; next is b.csv."
    dialog.reject()


def test_a_copied_list_is_imported_from_the_window(opened):
    from emgdesk.ui.dialogs.import_dialog import ImportDialog

    QApplication.clipboard().setText("Ana Ruiz (FAO)\nBo Lindh (UNEP)\n")
    opened.commands["paste_list"].trigger()
    opened.tasks.settle()
    dialog = opened.findChild(ImportDialog)
    assert dialog.view.file.said.text() == "2 people in a list of names."
    dialog.reject()


def test_what_is_no_file_to_import_is_not_taken(opened, tmp_path):
    assert not enter(opened, dragged(tmp_path / "a.csv", tmp_path / "b.emgdesk"))
    text = QMimeData()
    text.setText("words")
    assert not enter(opened, text)


def test_a_dropped_desk_is_opened(window, desk_path):
    data = dragged(desk_path)
    assert enter(window, data)
    assert window.drop_target._title.text() == "Drop to open this desk"
    drop = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, drop)
    window.tasks.settle()
    assert window.windowTitle() == "desk – emgdesk"


def test_nothing_is_taken_before_a_desk_is_open(window, tmp_path):
    assert not enter(window, dragged(tmp_path / "a.csv"))


# --- the rest ---------------------------------------------------------------------------------


def test_a_backup_is_written_and_shown(monkeypatch, opened, tmp_path):
    target = tmp_path / "copy.emgdesk"
    answer_file_dialogs(monkeypatch, target)
    opened.commands["backup"].trigger()
    opened.tasks.settle()
    assert target.exists()
    assert opened.status._backup.text().startswith("Last backup ")


def test_a_new_desk_does_not_overwrite_a_file(monkeypatch, opened, tmp_path):
    taken = tmp_path / "taken.emgdesk"
    taken.write_text("mine", encoding="utf-8")
    answer_file_dialogs(monkeypatch, taken)
    opened.commands["new_desk"].trigger()
    opened.tasks.settle()
    assert (
        opened.desk.banner.text == "There is a file taken.emgdesk already; open it, or choose another name."
    )
    assert taken.read_text(encoding="utf-8") == "mine"


def test_the_name_in_the_history_is_the_one_given(opened, workspace):
    assert workspace.author == opened.settings.author() != ""
    opened.commands["author"].trigger()
    dialog = opened.findChild(QInputDialog)
    dialog.setTextValue("Ada Example")
    dialog.accept()
    rename(opened, "SOM41 technical")
    assert workspace.read(list_history)[0].author == "Ada Example"


def test_a_desk_that_another_program_writes_to_is_said_to_be_in_use(opened, workspace, desk_path):
    workspace.read(lambda session: session.connection().exec_driver_sql("PRAGMA busy_timeout = 20"))
    line = opened.desk.current.view.overview.form.widget("chair")
    with closing(sqlite3.connect(desk_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        line.setText("Ada Example")
        line.editingFinished.emit()
        opened.tasks.settle()
        other.execute("ROLLBACK")
    assert opened.desk.banner.text.startswith("desk.emgdesk is in use by another program")
    assert line.text() == ""
    line.setText("Ada Example")
    line.editingFinished.emit()
    opened.tasks.settle()
    assert workspace.read(list_meetings)[0].chair == "Ada Example"
    assert opened.desk.banner.text == ""


def answer(button):
    """Press a button of the box that is about to open."""

    def press():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.button(button).click()
        else:
            QTimer.singleShot(20, press)

    press()


def test_closing_during_long_work_asks_and_waits(opened, desk_path):
    go, ended = threading.Event(), []

    def work(job):
        go.wait(10)
        job.check_cancelled()

    opened.tasks.run(
        "Import registrations", work, on_failed=lambda error: ended.append(type(error)), cancellable=True
    )
    answer(QMessageBox.StandardButton.No)
    assert not opened.close()
    assert opened.isVisible()
    answer(QMessageBox.StandardButton.Yes)
    threading.Timer(0.2, go.set).start()
    assert opened.close()
    assert not opened.isVisible()


def test_the_appearance_is_chosen_and_kept(opened):
    opened.commands["appearance_dark"].trigger()
    assert QApplication.palette().window().color().lightness() < 128
    assert Settings(opened.settings.path).get("appearance", "") == "dark"
    opened.commands["appearance_system"].trigger()
    assert QApplication.palette().window().color().lightness() > 128


def test_help_shows_keys_and_version(opened):
    from emgdesk.ui.dialogs.about import AboutDialog
    from emgdesk.ui.dialogs.shortcuts import ShortcutsDialog

    for key, kind in (("shortcuts", ShortcutsDialog), ("about", AboutDialog)):
        opened.commands[key].trigger()
        dialog = opened.findChild(kind)
        assert dialog.isVisible()
        if kind is ShortcutsDialog:
            told = {made.text() for made in dialog.findChildren(QLabel)}
            assert {"In the update of all tasks", "In the mandate chart", "C, O, U", "+, -, 0"} <= told
        dialog.reject()
