"""A list pasted or typed: recognised while it is written, imported like a file."""

import tempfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from emgdesk.queries.roster import list_roster
from emgdesk.ui.dialogs.import_dialog.source_page import NOTHING, READING
from tests.desks import make_meeting
from tests.ui.dialogs.import_dialog.keys import CTRL, settled

ANNEX = """\
Annex 1: List of participants

1.\tAna Ruiz\tFAO\t3.\tIda Brekke\tWHO
2.\tBo Lindh\tUNEP\t4.\tTevita Havili\tSPC
"""


@pytest.fixture
def reef(desk):
    return make_meeting(desk, "REEF 9")


@pytest.fixture
def empty(open_import, reef, tmp_path, monkeypatch):
    """The window without a file; what it keeps in passing goes to a folder of its own."""
    (tmp_path / "passing").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "passing"))
    return open_import(None, reef)


def put(dialog, services, text):
    dialog.view.file.put_text(text)
    services.tasks.settle()
    return dialog.view.file.said.text()


def test_the_empty_step_says_what_to_do(empty):
    view = empty.view
    assert empty.windowTitle() == "Import"
    assert view.file.said.text() == NOTHING
    assert view.file.text.placeholderText().startswith("Paste or type a list here: ")
    assert empty.focusWidget() is view.file.text
    assert not view.import_button.isEnabled()
    assert view.bar.isHidden()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ANNEX, "4 people in a two-block annex, 1 row set aside."),
        ("1. Ana Ruiz (FAO)\n2. Bo Lindh (UNEP)\n", "2 people in an annex."),
        ("Ana Ruiz <ana@fao.example>; Bo Lindh <bo@unep.example>", "2 people in a list of names."),
        ("Ana Ruiz\nBo Lindh\nIda Brekke\n", "3 people in a list of names."),
        ("Name\tEntity\nAna Ruiz\tFAO\n", "1 person in a table."),
    ],
)
def test_a_text_is_recognised(empty, services, text, said):
    assert put(empty, services, text) == said


def test_a_text_is_read_while_it_is_typed(empty, services):
    QTest.keyClicks(empty.view.file.text, "Ana Ruiz (FAO)")
    assert empty.view.file.said.text() == READING
    assert empty.view.file.flush()
    services.tasks.settle()
    assert empty.view.file.said.text() == "1 person in a list of names."
    assert empty.view.current == "file"
    assert empty.view.import_button.text() == "Import 1 person"


def test_what_is_no_list_is_told_in_place(empty, services):
    said = put(empty, services, "Dear colleagues, the meeting of next week had to be moved to the autumn.")
    assert "no column of names" in said
    assert not empty.view.import_button.isEnabled()
    assert put(empty, services, "") == NOTHING


def test_pasted_with_ctrl_v_and_imported(empty, services, desk, reef, tmp_path):
    QGuiApplication.clipboard().setText(ANNEX)
    empty.view.cancel_button.setFocus()
    settled(services, empty, Qt.Key.Key_V, CTRL)
    assert empty.view.file.text.toPlainText() == ANNEX
    assert empty.windowTitle() == "Import a pasted list"
    assert list((tmp_path / "passing").iterdir()) == []
    settled(services, empty, Qt.Key.Key_PageDown, CTRL)
    assert empty.view.current == "table"
    settled(services, empty, Qt.Key.Key_Return, CTRL)
    names = {row.name: row.entity for row in desk.read(list_roster, meeting_id=reef)}
    assert names == {"Ana Ruiz": "FAO", "Bo Lindh": "UNEP", "Ida Brekke": "WHO", "Tevita Havili": "SPC"}


def test_pasting_over_a_file_takes_the_list_instead(shown, services):
    QGuiApplication.clipboard().setText("Ana Ruiz\nBo Lindh\n")
    shown.view.people.roster.table.setFocus()
    settled(services, shown, Qt.Key.Key_V, CTRL)
    assert shown.view.current == "file"
    assert shown.view.source.file.text() == "Pasted list"
    assert shown.view.totals.text().startswith("2 new")


def test_a_text_that_was_typed_last_is_what_is_imported(empty, services, desk, reef):
    put(empty, services, "Ana Ruiz\n")
    empty.view.file.text.setPlainText("Ana Ruiz\nBo Lindh\n")
    empty.import_now()
    services.tasks.settle()
    assert not empty.view.shows_result()
    assert empty.view.import_button.text() == "Import 2 people"
