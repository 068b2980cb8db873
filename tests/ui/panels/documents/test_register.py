"""The register in the window: written in place, warned about, filled with files."""

import os

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit

from emgdesk.operations.document import attach_file, update_document
from emgdesk.operations.meeting import update_meeting
from emgdesk.queries.documents import list_documents
from emgdesk.queries.meetings import get_meeting
from emgdesk.ui.panels.documents.files import safe_name
from emgdesk.ui.panels.documents.panel import DocumentsPanel

TWICE = "The symbol EMGSOM40 technical 1 stands in the register twice."
_COPY = Qt.DropAction.CopyAction
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def shown(panel, key):
    model = panel.table.model
    return [model.value(row, model.column_of(key)) for row in model.shown_rows()]


def rows(workspace, meeting_id):
    return workspace.read(list_documents, meeting_id=meeting_id)


def told(opened):
    return opened.banner.text


def choose(panel, key):
    panel.table.select([key], focus=True)


def edit(panel, key, column, value):
    model = panel.table.model
    model.setData(model.index(model.at_of(key), model.column_of(column)), value)


def drag(panel, kind, paths, point):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = kind(point if kind is QDropEvent else point.toPoint(), _COPY, data, _LEFT, _NONE)
    {QDragEnterEvent: panel.register.dragEnterEvent, QDragMoveEvent: panel.register.dragMoveEvent,
     QDropEvent: panel.register.dropEvent}[kind](event)  # fmt: skip
    return event.isAccepted()


def point_over(panel, key):
    view = panel.table.view
    centre = view.visualRect(panel.table.model.index(panel.table.model.at_of(key), 1)).center()
    return QPointF(view.viewport().mapTo(panel.register, centre))


def test_an_empty_register_says_what_to_do_and_makes_the_first_line(
    qtbot, opened, workspace, panel, meeting_id
):
    assert panel.table._empty.isVisible()
    assert not panel.register.use.isVisible()
    panel.add_line()
    opened.tasks.settle()
    (row,) = rows(workspace, meeting_id)
    assert (row.number, row.symbol, row.language, row.status) == ("01", "", "en", "planned")
    title = opened.focusWidget()
    assert isinstance(title, QLineEdit)
    qtbot.keyClicks(title, "Logistics note")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    opened.tasks.settle()
    assert shown(panel, "title") == ["Logistics note"]


def test_lines_and_their_faults_are_seen(filled, keys):
    assert shown(filled, "number") == ["01", "02", "03"]
    assert shown(filled, "faults") == ["symbol twice", "symbol twice", "SOM 39"]
    assert shown(filled, "file") == ["", "report.txt (1 KB)", ""]
    assert filled.register.remark.text() == "3 documents need a look."
    choose(filled, keys[1])
    assert filled.register.remark.text() == TWICE


def test_a_line_without_fault_says_nothing(opened, workspace, filled, keys):
    for key, number in zip(keys[1:], (2, 3), strict=True):
        edit(filled, key, "symbol", f"EMG/SOM.40/technical/0{number}")
    opened.tasks.settle()
    assert shown(filled, "faults") == ["", "", ""]
    assert not filled.register.remark.isVisible()
    assert workspace.state().undo == "Change symbol of EMG/SOM.39/technical/03"


def test_the_tab_counts_the_lines(opened, filled):
    tabs = opened.desk.page("meetings").view.tabs
    assert "Documents  3" in [tabs.tabText(at) for at in range(tabs.count())]


def test_a_new_line_has_the_next_number_and_symbol(qtbot, opened, workspace, filled, meeting_id):
    assert filled.register.next.text() == "next: EMG/SOM.40/technical/02"
    filled.table.view.setFocus()
    qtbot.keyClick(filled.table.view, Qt.Key.Key_Insert)
    opened.tasks.settle()
    last = rows(workspace, meeting_id)[-1]
    assert (last.number, last.symbol) == ("04", "EMG/SOM.40/technical/02")


def test_the_guessed_pattern_is_kept_and_another_typed(qtbot, opened, workspace, filled, meeting_id):
    pattern = filled.register.pattern
    assert (pattern.text(), pattern.placeholderText()) == ("", "EMG/SOM.{som}/{segment}/{number:02}")
    filled.register.use.click()
    opened.tasks.settle()
    assert workspace.read(get_meeting, meeting_id=meeting_id).symbol_pattern == pattern.placeholderText()
    assert pattern.text() == "EMG/SOM.{som}/{segment}/{number:02}"
    pattern.setFocus()
    pattern.setText("EMG.SOM{som}_INF_{number}")
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    opened.tasks.settle()
    assert filled.register.next.text() == "next: EMG.SOM40_INF_1"
    pattern.setText("{x}")
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    opened.tasks.settle()
    assert told(opened).startswith("“{x}” is no pattern of symbols")
    assert pattern.text() == "EMG.SOM{som}_INF_{number}"


def test_several_lines_get_one_value_in_one_step(opened, workspace, filled, keys, meeting_id):
    filled.table.select(keys[:2])
    filled.table._spread("status", "circulated")
    opened.tasks.settle()
    assert [row.status for row in rows(workspace, meeting_id)] == ["circulated", "circulated", "planned"]
    assert workspace.state().undo == "Change status of 2 documents"


def test_what_cannot_stand_is_told_and_taken_back(opened, filled, keys):
    edit(filled, keys[0], "circulated_on", "28 May")
    opened.tasks.settle()
    assert told(opened) == "“28 May” is not a date; write 2031-05-28."
    assert shown(filled, "circulated_on") == ["", "", ""]


def test_lines_move_and_go_by_keyboard(qtbot, opened, filled, keys):
    choose(filled, keys[2])
    for _ in range(2):
        qtbot.keyClick(filled.table.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        opened.tasks.settle()
    assert shown(filled, "number") == ["03", "01", "02"]
    assert filled.table.current_id() == keys[2]
    qtbot.keyClick(filled.table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    opened.tasks.settle()
    assert shown(filled, "number") == ["01", "03", "02"]
    qtbot.keyClick(filled.table.view, Qt.Key.Key_Delete)
    opened.tasks.settle()
    assert shown(filled, "number") == ["01", "02"]
    opened.commands["undo"].trigger()
    opened.tasks.settle()
    assert shown(filled, "number") == ["01", "03", "02"]


def test_symbol_and_address_are_copied_and_revisions_proposed(opened, workspace, filled, keys, meeting_id):
    workspace.do("Address", update_document, document_id=keys[0], web_address="https://reef.example/1")
    filled.read_soon()
    opened.tasks.settle()
    choose(filled, keys[0])
    entries = dict(entry for entry in filled._entries() if entry)
    assert list(entries) == [
        "Copy symbol", "Copy web address", "New Rev. of EMG/SOM.40/technical/01",
        "New Add. of EMG/SOM.40/technical/01", "New Corr. of EMG/SOM.40/technical/01", "Delete",
    ]  # fmt: skip
    entries["Copy symbol"]()
    assert QGuiApplication.clipboard().text() == "EMG/SOM.40/technical/01"
    entries["Copy web address"]()
    assert QGuiApplication.clipboard().text() == "https://reef.example/1"
    entries["New Rev. of EMG/SOM.40/technical/01"]()
    opened.tasks.settle()
    second = rows(workspace, meeting_id)[1]
    assert (second.symbol, second.title) == ("EMG/SOM.40/technical/01/Rev.1", "Provisional agenda")


def test_a_line_without_symbol_is_offered_that_of_its_number(opened, filled, keys):
    for key, symbol in ((keys[1], ""), (keys[2], "EMG/SOM.40/technical/03")):
        edit(filled, key, "symbol", symbol)
    opened.tasks.settle()
    choose(filled, keys[1])
    entries = dict(entry for entry in filled._entries() if entry)
    entries["Give it the symbol EMG/SOM.40/technical/02"]()
    opened.tasks.settle()
    assert shown(filled, "symbol") == [f"EMG/SOM.40/technical/0{number}" for number in (1, 2, 3)]


def test_a_file_let_go_over_a_line_is_attached_to_it(opened, workspace, filled, keys, meeting_id, tmp_path):
    path = tmp_path / "reefs.pdf"
    path.write_bytes(b"pale")
    over = point_over(filled, keys[2])
    assert drag(filled, QDragEnterEvent, [path], over)
    assert drag(filled, QDragMoveEvent, [path], over)
    assert filled.register.remark.text() == "Let go to attach “reefs.pdf” to EMG/SOM.39/technical/03."
    assert drag(filled, QDropEvent, [path], over)
    opened.tasks.settle()
    assert [row.attachment for row in rows(workspace, meeting_id)] == ["", "report.txt", "reefs.pdf"]
    assert workspace.state().undo == "Attach reefs.pdf"


def test_several_files_become_lines_in_one_step(opened, workspace, filled, keys, meeting_id, tmp_path):
    paths = [tmp_path / name for name in ("04_Budget.xlsx", "05 Annex.pdf")]
    for path in paths:
        path.write_bytes(path.name.encode())
    over = point_over(filled, keys[0])
    assert drag(filled, QDragMoveEvent, paths, over)
    assert filled.register.remark.text() == "Let go to make 2 new lines of them."
    assert drag(filled, QDropEvent, paths, over)
    opened.tasks.settle()
    assert [(row.number, row.title, row.attachment) for row in rows(workspace, meeting_id)[3:]] == [
        ("04", "Budget", "04_Budget.xlsx"), ("05", "Annex", "05 Annex.pdf"),
    ]  # fmt: skip
    opened.commands["undo"].trigger()
    opened.tasks.settle()
    assert shown(filled, "number") == ["01", "02", "03"]


def test_a_desk_is_left_to_the_window(filled, keys, tmp_path):
    assert not drag(filled, QDragEnterEvent, [tmp_path / "other.emgdesk"], point_over(filled, keys[0]))


def test_a_file_too_large_is_refused_in_one_sentence(opened, workspace, filled, keys, tmp_path):
    huge = tmp_path / "film.mp4"
    with huge.open("wb") as file:
        file.truncate(2 << 30)
    before = workspace.state().revision
    filled.attach((huge,), keys[0])
    opened.tasks.settle()
    assert told(opened) == (
        "“film.mp4” has 2.0 GB; a file of up to 25 MB can be attached. Enter its web address instead."
    )
    filled.attach((tmp_path / "gone.pdf",))
    opened.tasks.settle()
    assert told(opened) == f"“gone.pdf” is no longer in {tmp_path}."
    assert workspace.state().revision == before


def test_a_file_opens_from_a_copy_nobody_can_change(qtbot, opened, filled, keys, desktop):
    choose(filled, keys[1])
    filled.table.view.setCurrentIndex(filled.table.model.index(1, filled.table.model.column_of("file")))
    qtbot.keyClick(filled.table.view, Qt.Key.Key_Return)
    opened.tasks.settle()
    (path,) = desktop.opened
    assert (path.name, path.read_bytes()) == ("report.txt", b"Half of it.")
    assert not path.stat().st_mode & 0o222
    filled._open()
    opened.tasks.settle()
    assert desktop.opened == [path, path]
    filled.files.close()
    assert not path.parent.parent.exists()


def test_the_copies_go_with_the_panel(opened, meeting_id, keys, desktop):
    panel = DocumentsPanel(opened.services)
    panel.show_meeting(meeting_id)
    panel.refresh()
    opened.tasks.settle()
    choose(panel, keys[1])
    panel._open()
    opened.tasks.settle()
    (path,) = desktop.opened
    panel.deleteLater()
    QCoreApplication.sendPostedEvents(panel, QEvent.Type.DeferredDelete.value)
    assert not path.parent.parent.exists()


def test_a_line_without_file_says_so(opened, filled, keys, desktop):
    choose(filled, keys[0])
    filled._open()
    assert told(opened) == "No file is attached to EMG/SOM.40/technical/01."
    assert desktop.opened == []


@pytest.mark.parametrize(
    "name", ["setup.EXE", "minutes.docm", "page.html", "disk.iso", "no suffix", "a.pdf.scr"]
)
def test_only_documents_are_opened(opened, workspace, filled, keys, desktop, name):
    workspace.do("Attach", attach_file, document_id=keys[0], name=name, data=b"MZ")
    filled.read_soon()
    opened.tasks.settle()
    choose(filled, keys[0])
    filled._open()
    opened.tasks.settle()
    assert told(opened) == (f"“{name}” is no document of a kind that is opened from here; save a copy of it.")
    assert desktop.opened == []


def test_a_copy_that_was_cut_short_is_not_opened(opened, filled, keys, desktop):
    choose(filled, keys[1])
    filled._open()
    opened.tasks.settle()
    (path,) = desktop.opened
    path.chmod(0o700)
    path.rename(path.with_name("report.txt.part"))
    path.with_name("report.txt.part").write_bytes(b"Hal")
    filled._open()
    opened.tasks.settle()
    assert [one.read_bytes() for one in desktop.opened] == [b"Half of it."] * 2
    assert sorted(one.name for one in path.parent.iterdir()) == ["report.txt"]


def test_a_copy_is_saved_and_the_file_removed(opened, workspace, filled, keys, meeting_id, tmp_path):
    line = rows(workspace, meeting_id)[1]
    target = tmp_path / "copy.txt"
    filled.files.save_to(line.attachment_id, target)
    opened.tasks.settle()
    assert target.read_bytes() == b"Half of it."
    assert told(opened) == f"Saved as {target}."
    filled.files.save_to(line.attachment_id, tmp_path / "nowhere" / "copy.txt")
    opened.tasks.settle()
    assert (
        told(opened) == f"{tmp_path / 'nowhere' / 'copy.txt'} cannot be written: its folder does not exist."
    )
    choose(filled, keys[1])
    dict(entry for entry in filled._entries() if entry)["Remove the file"]()
    opened.tasks.settle()
    assert shown(filled, "file") == ["", "", ""]


def test_a_document_found_elsewhere_is_selected(opened, filled, keys):
    filled.open_item("document", keys[2])
    opened.tasks.settle()
    assert filled.table.selected_ids() == (keys[2],)


def test_another_meeting_has_its_own_register(opened, workspace, filled, meeting_id):
    page = opened.desk.page("meetings")
    other = next(m for m in workspace.read(_meetings) if m != meeting_id)
    page.view.list.choose(other)
    opened.tasks.settle()
    assert shown(filled, "number") == []
    workspace.do("Pattern", update_meeting, meeting_id=meeting_id, symbol_pattern="REEF/{number}")
    page.view.list.choose(meeting_id)
    opened.tasks.settle()
    assert filled.register.next.text() == "next: REEF/1"


def _meetings(session):
    from emgdesk.queries.meetings import list_meetings

    return [row.id for row in list_meetings(session)]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.pdf", "report.pdf"), ("a/b:c?.docx", "a-b-c.docx"), ("con.txt", "_con.txt"),
        ("no suffix", "no suffix"), ("x" * 300 + ".pdf", "x" * 100 + ".pdf"), ("odd.p/f", "odd.p-f"),
    ],
)  # fmt: skip
def test_names_of_copies_are_safe(name, safe):
    assert safe_name(name) == safe
    assert os.sep not in safe_name(name)
