"""Everything the keyboard reaches says what it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def nameless(window):
    """Visible widgets that take the keyboard and have no name for a screen reader."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if widget.focusProxy() is not None or widget.objectName().startswith("qt_"):
            continue
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_the_welcome_screen(window):
    assert nameless(window) == []


@pytest.mark.parametrize("place", ["meetings", "rosters"])
def test_each_screen(opened, place):
    opened.show_place(place)
    opened.tasks.settle()
    assert nameless(opened) == []


def test_participants(opened):
    opened.desk.page("meetings").open_sheet("participants")
    opened.tasks.settle()
    assert nameless(opened) == []


def test_the_statistics(opened):
    opened.commands["show_attendance"].trigger()
    opened.tasks.settle()
    assert opened.desk.current.view.shown.board.views
    assert nameless(opened) == []


@pytest.mark.parametrize("key", ["new_meeting", "new_person", "new_entity"])
def test_each_dialog(opened, key):
    from emgdesk.ui.dialogs.form_dialog import FormDialog

    opened.commands[key].trigger()
    opened.tasks.settle()
    dialog = opened.findChild(FormDialog)
    assert nameless(dialog) == []
    dialog.reject()


def test_the_keyboard_is_in_the_list_when_a_desk_has_opened(opened):
    opened.activateWindow()
    assert opened.desk.current.view.list.view.hasFocus()
