"""Every window fits a laptop's screen at 200 %: 1366 by 768 pixels are 683 by 384 then, less the frame."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from emgdesk.queries.meetings import list_meetings
from emgdesk.ui.dialogs.add_participant import AddParticipantDialog
from emgdesk.ui.dialogs.document_dialog import DocumentDialog
from emgdesk.ui.dialogs.import_dialog import ImportDialog
from emgdesk.ui.panels.duplicates.merge_dialog import MergeDialog
from emgdesk.ui.panels.duplicates.people import PEOPLE as PEOPLE_PAIRS
from emgdesk.ui.panels.roster.counting_dialog import CountingDialog
from emgdesk.ui.widgets.room import Room
from tests.ui.dialogs.sheets import write_roster

ROOM = QSize(660, 360)


def settle(window):
    for _ in range(3):
        window.tasks.settle()
        QApplication.processEvents()


def too_large(window: QWidget) -> str:
    """The least size of a window where it is more than there is room for."""
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    fits = least.width() <= ROOM.width() and least.height() <= ROOM.height()
    return "" if fits else f"{least.width()} x {least.height()}"


def cut(dialog: QWidget, *buttons: QWidget) -> list[str]:
    """The buttons that do not show whole."""
    return [
        made.text()
        for made in buttons
        if made.visibleRegion().boundingRect().size() != made.size()
        or made.width() < made.minimumSizeHint().width()
        or not dialog.rect().contains(made.rect().translated(made.mapTo(dialog, made.rect().topLeft())))
    ]


@pytest.fixture
def meeting(workspace) -> str:
    return workspace.read(list_meetings)[0].id


def test_the_welcome_screen_fits(window):
    assert too_large(window) == ""


@pytest.mark.parametrize("place", ["meetings", "workstreams", "rosters"])
def test_each_screen_fits(opened, place):
    opened.show_place(place)
    settle(opened)
    assert too_large(opened) == ""
    opened.resize(ROOM)
    settle(opened)
    assert opened.size() == ROOM
    assert cut(opened, *opened.header._worded) == []


@pytest.mark.parametrize("wide", [660, 800, 900, 960, 1000, 1366])
def test_the_tabs_and_tools_of_the_header_are_never_cut(opened, wide):
    opened.resize(wide, 540)
    settle(opened)
    header = opened.header
    assert header.tabs.width() >= header.tabs.sizeHint().width()
    assert cut(opened, *header._worded) == []
    assert header.rect().contains(header.search.geometry())


def test_each_list_of_the_rosters_fits(opened):
    opened.show_place("rosters")
    page = opened.desk.page("rosters")
    for key in ("people", "entities", "duplicates", "attendance"):
        page._choose(key)
        settle(opened)
        assert too_large(opened) == ""


def test_participants_fit(opened):
    opened.desk.page("meetings").open_sheet("participants")
    settle(opened)
    assert too_large(opened) == ""


@pytest.mark.parametrize(
    "key", ["new_meeting", "new_person", "new_entity", "author", "shortcuts", "about", "history"]
)
def test_each_dialog_of_the_menus_fits(opened, key):
    opened.commands[key].trigger()
    settle(opened)
    (dialog,) = (made for made in opened.findChildren(QDialog) if made.isVisible())
    assert too_large(dialog) == ""
    dialog.reject()


def test_the_dialogs_of_a_roster_fit(opened, meeting):
    for dialog in (
        AddParticipantDialog(opened.services, meeting, "SOM40 technical", opened),
        CountingDialog(opened.services, opened),
        MergeDialog(opened.services, PEOPLE_PAIRS, "", "Ana Ruiz", "", opened),
    ):
        dialog.show()
        settle(opened)
        assert too_large(dialog) == ""
        dialog.reject()


@pytest.mark.parametrize("name", ["participants", "roster", "sign-in-sheet", "attendance-statistics"])
def test_documents_fit(opened, meeting, name):
    dialog = DocumentDialog(opened.services, name, meeting, parent=opened)
    dialog.show()
    settle(opened)
    assert too_large(dialog) == ""
    dialog.resize(ROOM)
    settle(opened)
    assert cut(dialog, dialog.print_button, dialog.save_button) == []
    dialog.reject()


def test_each_step_of_an_import_fits_with_its_buttons(opened, meeting, tmp_path):
    dialog = ImportDialog(opened.services, write_roster(tmp_path), meeting, opened)
    dialog.show()
    dialog.resize(ROOM)
    settle(opened)
    view = dialog.view
    for key in ("file", "table", "columns", "people", "changes"):
        view.go_to(key)
        settle(opened)
        assert too_large(dialog) == ""
        assert dialog.size() == ROOM
        assert cut(dialog, view.cancel_button, view.back_button, view.next_button, view.import_button) == []
    dialog.reject()


def test_what_decides_on_a_row_is_never_squashed(opened, meeting, tmp_path):
    dialog = ImportDialog(opened.services, write_roster(tmp_path), meeting, opened)
    dialog.show()
    dialog.resize(ROOM)
    settle(opened)
    comparison = dialog.view.people.roster.comparison
    for made in (comparison.new, comparison.skip, comparison.other):
        assert made.height() >= made.minimumSizeHint().height()
        assert made.width() >= made.minimumSizeHint().width()
    dialog.reject()


def test_the_steps_of_an_import_shrink_to_their_numbers(opened, meeting, tmp_path):
    dialog = ImportDialog(opened.services, write_roster(tmp_path), meeting, opened)
    dialog.show()
    settle(opened)
    dialog.view.go_to("people")
    bar = dialog.view.bar
    assert [made._titled for made in bar.buttons.values()] == [True] * 5
    assert [made._said for made in bar.buttons.values()] == [True] * 5
    dialog.resize(420, 360)
    settle(opened)
    assert [made._titled for made in bar.buttons.values()] == [False, False, False, True, False]
    assert [made._said for made in bar.buttons.values()] == [False] * 5
    dialog.reject()


def test_a_part_without_room_scrolls(qtbot):
    inner = QWidget()
    inner.setMinimumSize(900, 700)
    room = Room(inner)
    qtbot.addWidget(room)
    room.resize(300, 200)
    room.show()
    assert room.minimumSizeHint() == QSize(240, 90)
    assert room.verticalScrollBar().maximum() > 0
    room.resize(1000, 800)
    qtbot.waitUntil(lambda: room.verticalScrollBar().maximum() == 0)
    qtbot.waitUntil(lambda: inner.size() == room.viewport().size())
