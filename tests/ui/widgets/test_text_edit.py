"""Writing CommonMark: what is stored changes only where somebody typed."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from emgdesk.ui.widgets.text_edit import TextEditor


@pytest.fixture
def editor(qtbot, appearance) -> TextEditor:
    made = TextEditor("Text")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A\u00a0space that does not break",
        "  indented\n\n\n* star\r\nnew line\ttab",
        "end with blanks  \n",
        "\u2028",
    ],
)
def test_a_text_nobody_typed_in_comes_back_exactly(editor, text):
    editor.set_text(text)
    assert editor.text() == text


def test_unbreakable_spaces_survive_typing(editor):
    editor.set_text("10\u00a0km")
    editor.edit.moveCursor(QTextCursor.MoveOperation.End)
    editor.edit.insertPlainText(" away")
    assert editor.text() == "10\u00a0km away"


def test_words_are_marked_and_unmarked(editor):
    editor.set_text("Agree on a plan")
    cursor = editor.edit.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    editor.edit.setTextCursor(cursor)
    editor.edit.wrap("**")
    assert editor.text() == "**Agree** on a plan"
    editor.edit.wrap("**")
    assert editor.text() == "Agree on a plan"


def test_lines_become_items_and_lines_again(editor):
    editor.set_text("one\ntwo")
    editor.edit.selectAll()
    editor.edit.itemise(numbered=True)
    assert editor.text() == "1. one\n2. two"
    editor.edit.selectAll()
    editor.edit.itemise(numbered=False)
    assert editor.text() == "one\ntwo"


def test_enter_goes_on_with_a_list_and_ends_it(editor):
    editor.set_text("1. one")
    editor.edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor.edit, Qt.Key.Key_Return)
    QTest.keyClicks(editor.edit, "two")
    assert editor.text() == "1. one\n2. two"
    QTest.keyClick(editor.edit, Qt.Key.Key_Return)
    QTest.keyClick(editor.edit, Qt.Key.Key_Return)
    assert editor.text() == "1. one\n2. two\n"


def test_formatted_text_is_pasted_as_commonmark(editor):
    mime = QMimeData()
    mime.setHtml("<p>A <b>bold</b> word</p>")
    mime.setText("A bold word")
    editor.edit.insertFromMimeData(mime)
    assert editor.text() == "A **bold** word"
    assert editor.shown.toPlainText() == "A bold word"


def test_plain_text_is_pasted_as_it_is(editor):
    mime = QMimeData()
    mime.setText("* as typed *")
    editor.edit.insertFromMimeData(mime)
    assert editor.text() == "* as typed *"
