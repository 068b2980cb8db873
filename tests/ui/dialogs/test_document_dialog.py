"""Previewing, saving and printing documents of a real desk."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox
from shiboken6 import isValid

from emgdesk.operations.roster import add_participant
from emgdesk.queries.meetings import list_meetings
from emgdesk.ui.dialogs.document_dialog import DocumentDialog
from tests.desks import make_meeting, make_roster, make_workplan


@pytest.fixture
def meeting(desk) -> str:
    key = make_meeting(desk, "SOM40 technical", date="2031-09-24")
    make_roster(desk, key)
    return key


@pytest.fixture
def open_document(qtbot, services):
    opened = []

    def opening(name=None, meeting_id=None, **more) -> DocumentDialog:
        dialog = DocumentDialog(services, name, meeting_id, **more)
        qtbot.addWidget(dialog)
        dialog.show()
        settle(dialog, services)
        opened.append(dialog)
        return dialog

    yield opening
    for dialog in opened:
        dialog.done(0)


def settle(dialog: DocumentDialog, services) -> None:
    """Until the pages that belong to the options are shown."""
    services.tasks.settle()
    if dialog._pause.isActive():
        dialog.refresh()
        services.tasks.settle()


def text_of(dialog: DocumentDialog, page: int = 0) -> str:
    return dialog.preview.document().getAllText(page).text()


def choose(dialog: DocumentDialog, key: str, value: str, services) -> None:
    dialog.side.form._fields[key].set_value(value)
    settle(dialog, services)


def test_the_pages_are_shown_with_their_number(open_document, meeting):
    dialog = open_document("participants", meeting)
    assert dialog.windowTitle() == "List of participants"
    assert dialog.status.text() == "1 page"
    assert (dialog.bar.page.text(), dialog.bar.pages.text()) == ("1", "of 1")
    assert "Jorge Peña Ibáñez (FAO)" in text_of(dialog)
    assert dialog.banner.text == ""


def test_options_come_from_the_catalog_and_draw_anew(open_document, meeting, services):
    dialog = open_document("participants", meeting)
    assert list(dialog.side.values()) == [
        "style", "order", "columns", "heading", "titles", "function", "email", "include", "totals", "split",
        "group-lines",
    ]  # fmt: skip
    choose(dialog, "heading", "Annex I", services)
    dialog.side.form._fields["heading"].textEdited.emit("Annex I")
    settle(dialog, services)
    assert "Annex I" in text_of(dialog)


def test_options_are_remembered_for_each_document(open_document, meeting, services):
    first = open_document("participants", meeting)
    choose(first, "style", "two-blocks", services)
    choose(first, "totals", "yes", services)
    again = open_document("participants", meeting)
    assert (again.side.values()["style"], again.side.values()["totals"]) == ("two-blocks", "yes")
    again.side._back_to_defaults()
    settle(again, services)
    assert again.side.values()["style"] == "list"
    assert open_document("progress-report").side.values()["concluded"] == "yes"


def test_another_document_can_be_chosen_in_the_window(open_document, meeting, services, desk):
    make_workplan(desk)
    dialog = open_document("participants", meeting)
    dialog.side.document.setCurrentIndex(dialog.side.document.findData("progress-report"))
    settle(dialog, services)
    assert dialog.windowTitle() == "Progress report"
    assert dialog.side.meeting.currentText() == "SOM40 technical"
    assert "Task Team on Reefs" in text_of(dialog)


def test_a_progress_report_of_one_workstream(open_document, desk):
    make_workplan(desk)
    dialog = open_document("progress-report", workstream="Coalition on Ports")
    assert dialog.side.values()["workstreams"] == "Coalition on Ports"
    assert "Coalition on Ports" in text_of(dialog)
    assert "Task Team on Reefs" not in text_of(dialog)


def test_words_are_found_in_the_pages(open_document, meeting, qtbot):
    dialog = open_document("participants", meeting)
    dialog.bar.search.setText("Jorge")
    qtbot.waitUntil(lambda: dialog.bar.hits.text() == "1 of 1")
    dialog.bar.search.setText("Nobody")
    qtbot.waitUntil(lambda: dialog.bar.hits.text() == "Not found")
    dialog.bar.search.setText("")
    assert dialog.bar.hits.text() == ""


def test_zoom_by_button_wheel_and_typing(open_document, meeting):
    dialog = open_document("participants", meeting)
    assert dialog.bar.zoom.currentText() == "Fit width"
    dialog.preview.zoom_to(1.0)
    assert dialog.bar.zoom.currentText() == "100 %"
    viewport = dialog.preview.viewport()
    middle = QPointF(viewport.rect().center())
    wheel = QWheelEvent(
        middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, wheel)
    assert dialog.bar.zoom.currentText() == "125 %"
    dialog.bar.zoom.lineEdit().setText("80")
    dialog.bar.zoom.lineEdit().returnPressed.emit()
    assert dialog.preview.zoomFactor() == 0.8


def test_the_place_is_kept_when_options_change(open_document, desk, meeting, services):
    for number in range(120):
        desk.do("Add", add_participant, meeting_id=meeting, name=f"Delegate Number{number:03}", entity="WHO")
    dialog = open_document("participants", meeting)
    dialog.preview.verticalScrollBar().setValue(700)
    choose(dialog, "function", "yes", services)
    assert dialog.preview.verticalScrollBar().value() == 700


def test_saving_writes_what_is_shown(open_document, meeting, services, tmp_path):
    dialog = open_document("participants", meeting)
    choose(dialog, "style", "two-blocks", services)
    target = tmp_path / "out" / "annex.pdf"
    target.parent.mkdir()
    dialog.write(target)
    services.tasks.settle()
    assert dialog.banner.text == f"Saved as {target}"
    written = QPdfDocument()
    assert written.load(str(target)) == QPdfDocument.Error.None_
    assert written.getAllText(0).text() == text_of(dialog)
    assert services.settings.get("document.folder", "") == str(target.parent)


def test_a_text_is_saved_as_word(open_document, meeting, services, tmp_path):
    dialog = open_document("participants", meeting)
    dialog.write(tmp_path / "annex.docx")
    settle(dialog, services)
    read = docx.Document(str(tmp_path / "annex.docx"))
    assert [p.text for p in read.paragraphs if p.style.name == "Heading 1"] == ["List of participants"]
    assert dialog.banner.text == f"Saved as {tmp_path / 'annex.docx'}"


def test_saving_writes_the_pages_seen_though_the_desk_moved_on(
    open_document, meeting, desk, services, tmp_path
):
    dialog = open_document("participants", meeting)
    desk.do("Add", add_participant, meeting_id=meeting, name="Tevita Havili", entity="WHO")
    dialog.write(tmp_path / "annex.pdf")
    services.tasks.settle()
    assert (tmp_path / "annex.pdf").read_bytes() == dialog._pages.pdf
    assert [file.name for file in tmp_path.glob("*annex*")] == ["annex.pdf"]
    written = QPdfDocument()
    written.load(str(tmp_path / "annex.pdf"))
    assert written.getAllText(0).text() == text_of(dialog)
    assert "Tevita Havili" not in text_of(dialog)


def test_nothing_is_printed_or_saved_until_the_pages_are_those_of_the_options(
    open_document, meeting, services
):
    dialog = open_document("participants", meeting)
    dialog.side.form._fields["heading"].textEdited.emit("Annex I")
    assert (dialog.print_button.isEnabled(), dialog.save_button.isEnabled()) == (False, False)
    dialog.refresh()
    QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert dialog._pages is None
    assert dialog.findChildren(QDialog) == []
    services.tasks.settle()
    assert (dialog.print_button.isEnabled(), dialog.save_button.isEnabled()) == (True, True)


def test_pages_of_earlier_options_do_not_come_late(open_document, meeting, services):
    dialog = open_document("participants", meeting)
    dialog.refresh()
    dialog.side.form._fields["heading"].textEdited.emit("Annex I")
    dialog._pause.stop()
    services.tasks.settle()
    assert dialog._pages is None
    assert dialog.status.text() == "Drawing the pages…"
    dialog.refresh()
    services.tasks.settle()
    assert dialog.status.text() == "1 page"


def test_after_a_failure_the_old_pages_are_not_printed(open_document, meeting, desk, services, tmp_path):
    dialog = open_document("participants", meeting)
    while desk.read(list_meetings):
        desk.undo()
    dialog.refresh()
    services.tasks.settle()
    assert dialog.banner.text != ""
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    dialog.print_on(printer)
    dialog.write(tmp_path / "annex.pdf")
    services.tasks.settle()
    assert not (tmp_path / "paper.pdf").exists()
    assert not (tmp_path / "annex.pdf").exists()
    assert not dialog.print_button.isEnabled()


def choose_place(dialog: DocumentDialog, folder: Path, typed: str, services) -> list[str]:
    """Save under a name typed; "No" to every question, which are returned."""
    questions: list[str] = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            questions.append(box.text())
            box.button(QMessageBox.StandardButton.No).click()

    services.settings.set("document.folder", str(folder))
    dialog.save(".pdf")
    asked = dialog.findChild(QFileDialog)
    asked.findChild(QLineEdit, "fileNameEdit").setText(typed)
    QTimer.singleShot(0, refuse)
    asked.accept()
    services.tasks.settle()
    if isValid(asked):
        asked.reject()
    return questions


def test_a_name_typed_without_suffix_is_asked_about_with_it(open_document, meeting, services, tmp_path):
    dialog = open_document("participants", meeting)
    (tmp_path / "annex.pdf").write_bytes(b"kept")
    questions = choose_place(dialog, tmp_path, "annex", services)
    assert len(questions) == 1
    assert "annex.pdf" in questions[0]
    assert (tmp_path / "annex.pdf").read_bytes() == b"kept"


def test_a_name_with_another_ending_replaces_nothing_unasked(open_document, meeting, services, tmp_path):
    dialog = open_document("participants", meeting)
    (tmp_path / "annex.v2.pdf").write_bytes(b"kept")
    assert choose_place(dialog, tmp_path, "annex.v2", services) == []
    assert dialog.banner.text.endswith(
        "annex.v2.pdf is there already; to replace it, choose it by its full name."
    )
    assert (tmp_path / "annex.v2.pdf").read_bytes() == b"kept"
    assert choose_place(dialog, tmp_path, "annex.v3", services) == []
    assert dialog.banner.text == f"Saved as {tmp_path / 'annex.v3.pdf'}"


def test_a_place_that_cannot_be_written_is_told(open_document, meeting, services, tmp_path):
    dialog = open_document("participants", meeting)
    dialog.write(tmp_path / "missing" / "annex.pdf")
    services.tasks.settle()
    assert dialog.banner.text.endswith("annex.pdf cannot be written: its folder does not exist.")


def test_a_file_name_is_proposed(open_document, meeting):
    assert open_document("participants", meeting).side.file_name() == "SOM40 technical List of participants"
    assert open_document("progress-report").side.file_name() == "Progress report"


def test_the_pages_are_printed(open_document, meeting, services, tmp_path):
    dialog = open_document("participants", meeting)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setResolution(100)
    dialog.print_on(printer)
    services.tasks.settle()
    assert dialog.banner.text == "1 page sent to the printer."
    paper = QPdfDocument()
    paper.load(str(tmp_path / "paper.pdf"))
    assert paper.pageCount() == 1


def test_a_character_no_font_has_is_told_with_its_name(open_document, desk, meeting):
    desk.do("Add", add_participant, meeting_id=meeting, name="Tevita \U00012345 Havili", entity="WHO")
    dialog = open_document("participants", meeting)
    assert "Tevita" in dialog.banner.text
    assert Path(dialog.windowTitle()).name == "List of participants"


def test_a_document_without_its_meeting_says_what_is_missing(open_document):
    dialog = open_document("participants")
    assert dialog.banner.text == "List of participants: name the meeting it is printed for."
    assert not dialog.save_button.isEnabled()


def test_options_without_effect_in_the_style_are_greyed(open_document, meeting, services):
    dialog = open_document("participants", meeting)
    fields = dialog.side.form._fields
    assert (fields["columns"].isEnabled(), fields["split"].isEnabled()) == (True, False)
    choose(dialog, "style", "two-blocks", services)
    assert (fields["columns"].isEnabled(), fields["split"].isEnabled()) == (False, True)
    assert fields["columns"].toolTip() == "Has no effect in this style"
