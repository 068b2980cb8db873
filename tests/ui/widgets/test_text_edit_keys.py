"""The editor of long texts: what it leaves to the window, and what it shows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.ui.widgets.text_edit import TextEditor

CTRL = Qt.KeyboardModifier.ControlModifier


def test_undo_goes_to_the_window_once_the_text_has_nothing_to_take_back(qtbot):
    window, asked = QWidget(), []
    editor = TextEditor("Words", as_printed=False)
    QVBoxLayout(window).addWidget(editor)
    QShortcut(QKeySequence.StandardKey.Undo, window, lambda: asked.append("undo"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor.set_text("Given")
    editor.edit.setFocus()
    qtbot.keyClick(editor.edit, Qt.Key.Key_Z, CTRL)
    assert asked == ["undo"]
    qtbot.keyClicks(editor.edit, "X")
    qtbot.keyClick(editor.edit, Qt.Key.Key_Z, CTRL)
    assert (asked, editor.text()) == (["undo"], "Given")


def test_the_printed_form_and_the_marks_are_shown_where_wanted(qtbot):
    editor = TextEditor("Words")
    qtbot.addWidget(editor)
    editor.show()
    editor.set_text("**bold**")
    assert editor.shown.toPlainText() == "bold"
    assert not editor.shown.isHidden()
    editor.offer_marks(False)
    assert editor.buttons.isHidden()
    plain = TextEditor("Words", as_printed=False)
    qtbot.addWidget(plain)
    assert plain.shown.isHidden()
