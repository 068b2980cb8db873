"""File dialogs beside an open desk: listing its folder must not cost the desk its locks."""

import subprocess
import sys

from PySide6.QtCore import QFileInfo, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QTreeView

from emgdesk.queries.meetings import list_meetings
from emgdesk.ui.file_choice import NameOnlyIcons, file_dialog, target_dialog


def other_process(path, code):
    """Make a meeting in the desk from another process."""
    command = [sys.executable, "-m", "emgdesk", "--database", str(path), "new", "meeting"]
    subprocess.run([*command, "--code", code, "--title", "Elsewhere"], check=True, capture_output=True)


def listed(qtbot, dialog):
    """Show the dialog and wait until it has listed its folder, types and icons included."""
    qtbot.addWidget(dialog)
    dialog.show()
    model = dialog.findChild(QTreeView).model()
    folder = dialog.findChild(QTreeView).rootIndex
    qtbot.waitUntil(lambda: model.rowCount(folder()) > 0)
    names = [model.index(row, 0, folder()).data() for row in range(model.rowCount(folder()))]
    qtbot.waitUntil(lambda: all(model.index(row, 2, folder()).data() for row in range(len(names))))
    return names


def test_a_dialog_on_the_folder_of_the_open_desk_leaves_its_locks(qtbot, opened, workspace, desk_path):
    log = desk_path.with_name(f"{desk_path.name}-wal")
    other_process(desk_path, "BEFORE 1")
    assert log.exists()
    names = listed(qtbot, file_dialog(None, "Open", "All files (*)", desk_path.parent))
    assert desk_path.name in names
    other_process(desk_path, "AFTER 1")
    assert log.exists()
    workspace.verify()
    codes = {meeting.code for meeting in workspace.read(list_meetings)}
    assert {"BEFORE 1", "AFTER 1"} <= codes


def test_types_are_told_by_name(qapp, tmp_path):
    sheet = tmp_path / "list.xlsx"
    sheet.write_bytes(b"not one")
    icons = NameOnlyIcons()
    assert icons.type(QFileInfo(str(sheet))) == "XLSX file"
    assert icons.type(QFileInfo(str(tmp_path))) == "Folder"
    assert icons.type(QFileInfo(str(tmp_path / "Makefile"))) == "File"
    assert not icons.icon(QFileInfo(str(tmp_path))).isNull()


def test_a_target_without_suffix_gets_that_of_the_proposal(qtbot, tmp_path):
    dialog = target_dialog(None, "Back up", "Desks (*.emgdesk)", tmp_path / "desk.emgdesk")
    qtbot.addWidget(dialog)
    assert dialog.selectedFiles() == [str(tmp_path / "desk.emgdesk")]
    dialog.selectFile("copy")
    assert dialog.selectedFiles() == [str(tmp_path / "copy.emgdesk")]
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave


def test_enter_opens_the_name_that_was_typed(qtbot, tmp_path):
    for name in ("register.csv", "registrations.csv"):
        (tmp_path / name).write_text("Name\n", encoding="utf-8")
    dialog = file_dialog(None, "Import", "Lists (*.csv)", tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    line = dialog.findChild(QLineEdit)
    assert line.completer() is None
    qtbot.keyClicks(line, "register.csv")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.selectedFiles() == [str(tmp_path / "register.csv")]
