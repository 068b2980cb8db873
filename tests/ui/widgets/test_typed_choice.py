"""A choice typed in: Tab takes the one proposal, the arrows lose nothing of what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from emgdesk.ui.widgets.typed_choice import TypedChoice


@pytest.fixture
def choice(qtbot, appearance):
    made = TypedChoice(["SOM41 senior", "SOM41 technical", "SOM40 senior"])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def press(qtbot, key):
    """As a user does: to the list of proposals while it is open."""
    qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key)


@pytest.mark.parametrize(
    ("typed", "stands"), [("41 s", "SOM41 senior"), ("som41", "som41"), ("reefs", "reefs")]
)
def test_tab_takes_the_one_proposal(qtbot, choice, typed, stands):
    qtbot.keyClicks(choice.lineEdit(), typed)
    press(qtbot, Qt.Key.Key_Tab)
    assert choice.currentText() == stands


def test_the_proposal_reached_with_the_arrows_is_taken(qtbot, choice):
    qtbot.keyClicks(choice.lineEdit(), "senior")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Tab)
    assert choice.currentText() == "SOM40 senior"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_the_arrows_open_the_list_and_keep_what_was_typed(qtbot, choice, key):
    qtbot.keyClicks(choice.lineEdit(), "Atoll")
    qtbot.keyClick(choice.lineEdit(), key)
    assert choice.currentText() == "Atoll"
    assert choice.view().isVisible()
    choice.hidePopup()
    assert choice.currentText() == "Atoll"
