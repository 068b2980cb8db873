"""After the import: what was done, Undo, the copy of rows not taken, one file after another."""

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from emgdesk.queries.roster import list_roster
from emgdesk.ui.dialogs.import_dialog import ImportDialog
from tests.desks import make_meeting
from tests.ui.dialogs.import_dialog.keys import offered, offers
from tests.ui.dialogs.sheets import HEADER, ROWS, write_book

NAMELESS = (7, None, None, "orphan@who.example", "WHO", None, None)


@pytest.fixture
def reef(desk):
    return make_meeting(desk, "REEF 9")


@pytest.fixture
def made(open_import, services, tmp_path, reef):
    """An import of two people and a row without a name."""
    path = write_book(tmp_path / "people.xlsx", People=[HEADER, *ROWS[3:], NAMELESS])
    dialog = open_import(path, reef)
    dialog.import_now()
    services.tasks.settle()
    return dialog


def names(desk, meeting):
    return [row.name for row in desk.read(list_roster, meeting_id=meeting)]


def test_it_says_what_was_done_and_what_was_not(made):
    state = made.view.result.state
    assert state._title.text() == "2 people imported into REEF 9."
    assert state._sentence.text() == "1 row could not be taken."
    assert offers(made) == ["Undo", "Save the 1 row that could not be taken…", "Close", "Show the roster"]
    assert made.view.bar.isHidden()
    assert made.view.import_button.isHidden() or not made.view.import_button.isVisible()


def test_undo_and_back_to_the_preview(made, services, desk, reef):
    offered(made, "Undo").click()
    services.tasks.settle()
    assert names(desk, reef) == []
    assert made.view.result.state._title.text() == "The import was taken back"
    assert offers(made) == ["Close", "Back to the preview"]
    QApplication.processEvents()
    assert made.focusWidget() is offered(made, "Back to the preview")
    offered(made, "Back to the preview").click()
    services.tasks.settle()
    assert not made.view.bar.isHidden()
    assert made.view.import_button.text() == "Import 2 people"
    made.import_now()
    services.tasks.settle()
    assert names(desk, reef) == ["Ngozi Adeyemi", "Ida Brekke"]


def test_undo_is_refused_where_something_else_was_done(made, services, desk, reef):
    make_meeting(desk, "REEF 10")
    offered(made, "Undo").click()
    services.tasks.settle()
    assert made.view.result.banner.text.startswith("Something else was done since; ")
    assert names(desk, reef) == ["Ngozi Adeyemi", "Ida Brekke"]


def test_the_rows_not_taken_are_saved_as_a_copy(made, services, tmp_path, monkeypatch):
    target = tmp_path / "back.xlsx"
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(target)])
    offered(made, "Save the 1 row that could not be taken…").click()
    services.tasks.settle()
    assert made.view.result.banner.text == "1 row marked in back.xlsx, with the reasons as comments."
    sheet = openpyxl.load_workbook(target)["People"]
    assert sheet["D4"].value == "orphan@who.example"
    comments = [
        cell.comment.text for row in sheet.iter_rows(min_row=4, max_row=4) for cell in row if cell.comment
    ]
    assert len(comments) == 1
    assert "No name" in comments[0]


def test_closing_tells_of_the_import_over_the_page(made, told):
    offered(made, "Close").click()
    assert not made.isVisible()
    assert [(n.text, n.action) for n in told.notices] == [("2 people imported into REEF 9.", "Undo")]
    assert told.shown == []


def test_what_was_undone_is_not_told(made, services, told):
    offered(made, "Undo").click()
    services.tasks.settle()
    made.reject()
    assert told.notices == []


def test_several_files_follow_one_another(open_import, services, tmp_path, desk, reef, told):
    paths = [
        write_book(tmp_path / f"{name}.xlsx", People=[("Name", "Entity"), (name, "FAO")])
        for name in ("Ana Ruiz", "Bo Lindh")
    ]
    dialog = open_import(paths[0], reef, tuple(paths[1:]))
    assert dialog.view.queue.text() == "File 1 of 2, one after another; next is Bo Lindh.xlsx."
    dialog.import_now()
    services.tasks.settle()
    assert offers(dialog) == ["Undo", "Close", "Next file: Bo Lindh.xlsx"]
    offered(dialog, "Next file: Bo Lindh.xlsx").click()
    services.tasks.settle()
    assert dialog.windowTitle() == "Import Bo Lindh.xlsx"
    assert dialog.view.queue.text() == "File 2 of 2, one after another."
    assert dialog.view.source.meeting.currentText() == "REEF 9"
    dialog.import_now()
    services.tasks.settle()
    offered(dialog, "Show the roster").click()
    assert names(desk, reef) == ["Ana Ruiz", "Bo Lindh"]
    assert [n.text for n in told.notices] == ["1 person imported into REEF 9."] * 2


def test_a_file_that_cannot_be_read_does_not_stop_the_next(open_import, services, tmp_path, reef):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"")
    good = write_book(tmp_path / "good.xlsx", People=[("Name",), ("Ana Ruiz",)])
    dialog = open_import(broken, reef, (good,))
    buttons = dialog.view.state.findChildren(QPushButton)
    assert [b.accessibleName() for b in buttons] == ["Choose another file…", "Next file: good.xlsx"]
    buttons[1].click()
    services.tasks.settle()
    assert dialog.view.totals.text().startswith("1 new")


def test_another_file_is_chosen_in_place(open_import, services, tmp_path, reef, monkeypatch, settings):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"")
    good = write_book(tmp_path / "good.xlsx", People=[("Name",), ("Ana Ruiz",)])
    dialog = open_import(broken, reef)
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(good)])
    dialog.view.state.findChildren(QPushButton)[0].click()
    services.tasks.settle()
    assert dialog.windowTitle() == "Import good.xlsx"
    assert dialog.view.import_button.text() == "Import 1 person"
    assert settings.get("folder.import", "") == str(tmp_path)


def test_the_rows_not_taken_can_be_saved_once_the_window_is_closed(
    qtbot, services, tmp_path, reef, told, monkeypatch
):
    window = QWidget()
    qtbot.addWidget(window)
    path = write_book(tmp_path / "people.xlsx", People=[HEADER, *ROWS[3:], NAMELESS])
    dialog = ImportDialog(services, path, reef, window)
    dialog.show()
    services.tasks.settle()
    dialog.import_now()
    services.tasks.settle()
    offered(dialog, "Close").click()
    (notice,) = told.notices
    assert notice.text == "2 people imported into REEF 9. 1 row could not be taken."
    assert notice.action == "Save the 1 row that could not be taken…"
    target = tmp_path / "back.xlsx"
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(target)])
    notice.on_action()
    services.tasks.settle()
    assert openpyxl.load_workbook(target)["People"]["D4"].value == "orphan@who.example"
    assert told.notices[1].text == "1 row marked in back.xlsx, with the reasons as comments."


def test_the_rows_not_taken_can_be_saved_before_anything_is_imported(
    open_import, services, tmp_path, reef, monkeypatch, desk
):
    path = write_book(tmp_path / "people.xlsx", People=[HEADER, *ROWS[3:], NAMELESS])
    dialog = open_import(path, reef)
    preview = dialog.view.people.roster
    assert preview.rejected.isHidden()
    preview.verdicts.button("problem").click()
    assert not preview.rejected.isHidden()
    assert preview.rejected.accessibleName() == "Save the 1 row that could not be taken…"
    target = tmp_path / "back.xlsx"
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(target)])
    preview.rejected.click()
    services.tasks.settle()
    assert openpyxl.load_workbook(target)["People"]["D4"].value == "orphan@who.example"
    assert dialog.view.banner.text == "1 row marked in back.xlsx, with the reasons as comments."
    assert names(desk, reef) == []
    preview.verdicts.button("all").click()
    assert preview.rejected.isHidden()
