"""A text under its heading, and names completed one after another."""

import pytest
from PySide6.QtWidgets import QLineEdit

from emgdesk.ui.widgets.several_completer import SeveralCompleter
from emgdesk.ui.widgets.text_block import TextBlock
from emgdesk.ui.widgets.text_dialog import TextDialog


@pytest.fixture
def block(qtbot):
    made = TextBlock("Notes", "What the chair should know.")
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    qtbot.waitExposed(made)
    made.heard = []
    made.edited.connect(made.heard.append)
    return made


def test_it_says_what_belongs_there_while_nothing_does(block):
    assert block.none.isVisible()
    block.show_text("Thank **UNEP**.")
    assert not block.none.isVisible()
    assert block.shown.toPlainText() == "Thank UNEP."


def test_what_was_not_changed_is_not_told(block):
    block.show_text("Thank **UNEP**.")
    for written in ("", "Thank FAO."):
        block.edit()
        dialog = block.findChildren(TextDialog)[-1]
        assert dialog.text() == "Thank **UNEP**."
        if written:
            dialog.editor.edit.setPlainText(written)
        dialog.accept()
    assert block.heard == ["Thank FAO."]


def test_a_long_text_scrolls(block):
    block.show_text("\n\n".join(f"Paragraph {n}" for n in range(40)))
    assert block.shown.height() == 180


@pytest.mark.parametrize(
    ("typed", "made"), [("am", "Amélie"), ("FAO; am", "FAO; Amélie"), (" ;FAO;am", "FAO; Amélie")]
)
def test_the_last_name_is_completed(qtbot, typed, made):
    line = QLineEdit()
    qtbot.addWidget(line)
    completer = SeveralCompleter(("Amélie", "Jorge"), line)
    line.setCompleter(completer)
    line.setText(typed)
    completer.setCompletionPrefix(completer.splitPath(typed)[0])
    assert completer.completionCount() == 1
    assert completer.pathFromIndex(completer.completionModel().index(0, 0)) == made
