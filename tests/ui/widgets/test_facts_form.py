"""Facts are edited in place and handed over at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.ui.widgets.facts_form import Fact, FactGroup, FactsForm

GROUPS = (
    FactGroup(
        "Meeting",
        (
            Fact("code", "Code"),
            Fact("title", "Title", "long"),
            Fact("status", "Status", "choice", ("planned", "held")),
            Fact("aliases", "Aliases", "lines"),
        ),
    ),
)


@pytest.fixture
def form(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    made = FactsForm(GROUPS)
    layout.addWidget(made)
    window.resize(400, 500)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    made.show_values({"code": "SOM40", "title": "First", "status": "planned", "aliases": "a\nb"})
    made.edits = []
    made.edited.connect(lambda *edit: made.edits.append(edit))
    made.window_ = window
    return made


def test_enter_hands_an_edit_over_once(qtbot, form):
    line = form.widget("code")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, " SOM41 ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.clearFocus()
    assert form.edits == [("code", "SOM41")]
    assert not line.isUndoAvailable()


def test_leaving_a_field_unchanged_is_no_edit(form):
    for key in ("code", "title", "aliases"):
        form.widget(key).setFocus()
        form.widget(key).clearFocus()
    assert form.edits == []


def test_escape_takes_back_what_was_typed(qtbot, form):
    line = form.widget("code")
    line.setFocus()
    qtbot.keyClicks(line, "xyz")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "SOM40"
    assert form.edits == []


def test_a_long_text_is_one_paragraph(qtbot, form):
    text = form.widget("title")
    text.setFocus()
    text.selectAll()
    text.insertPlainText("Second\nsegment")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert form.edits == [("title", "Second segment")]


def test_lines_stay_lines(form):
    text = form.widget("aliases")
    text.setFocus()
    text.setPlainText("a\nc")
    text.clearFocus()
    assert form.edits == [("aliases", "a\nc")]


def test_a_choice_is_handed_over_when_chosen(form):
    combo = form.widget("status")
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert form.edits == [("status", "held")]


def test_a_value_outside_the_choices_is_shown_all_the_same(form):
    form.show_values({"status": "moved"})
    assert form.widget("status").currentText() == "moved"


def test_a_field_being_typed_in_is_left_alone_by_a_refresh(qtbot, form):
    line = form.widget("code")
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.end(False)
    qtbot.keyClicks(line, "!")
    form.show_values({"code": "SOM42", "title": "Other"})
    assert line.text() == "SOM40!"
    assert form.widget("title").toPlainText() == "Other"
    form.revert()
    assert line.text() == "SOM42"
