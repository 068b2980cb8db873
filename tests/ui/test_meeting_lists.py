"""Every list is offered where its people are."""

import pytest
from PySide6.QtWidgets import QToolButton

from emgdesk.ui.dialogs.document_dialog import DocumentDialog
from emgdesk.ui.widgets.menu_tool import MenuTool

LISTS = [
    "List of participants…",
    "Sign-in sheet…",
    "Name badges…",
    "Name plates…",
    "Attendance statistics…",
    "Roster…",
    "Address list…",
    "Mail-merge sheet…",
    "",
]


def entries(menu_tool: MenuTool) -> list[str]:
    menu_tool.menu().aboutToShow.emit()
    return [action.text() for action in menu_tool.menu().actions()]


def test_the_overview_offers_them(opened):
    overview = opened.desk.page("meetings").view.overview
    assert overview.lists.isVisible()
    assert entries(overview.lists) == [*LISTS, "Copy address line of 5 people"]


def test_the_roster_offers_them(opened):
    page = opened.desk.page("meetings")
    page.open_sheet("participants")
    opened.tasks.settle()
    assert entries(page.roster.lists) == [*LISTS, "Copy address line of 5 people"]
    page.roster.lists.menu().actions()[2].trigger()
    opened.tasks.settle()
    dialog = opened.findChild(DocumentDialog)
    assert (dialog.windowTitle(), dialog.side.meeting.currentText()) == ("Name badges", "SOM40 technical")
    dialog.reject()


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("export_participants", "List of participants"),
        ("export_sign_in", "Sign-in sheet"),
        ("export_badges", "Name badges"),
        ("export_plates", "Name plates"),
        ("export_roster", "Roster"),
        ("export_invitations", "Mail-merge sheet"),
        ("export_addresses", "Address list"),
        ("export_statistics", "Attendance statistics"),
    ],
)
def test_the_menu_opens_them_for_the_meeting_in_view(opened, key, title):
    opened.commands[key].trigger()
    opened.tasks.settle()
    dialog = opened.findChild(DocumentDialog)
    assert (dialog.windowTitle(), dialog.side.meeting.currentText()) == (title, "SOM40 technical")
    assert dialog.save_button.isEnabled()
    dialog.reject()


def test_the_header_offers_them_too(opened):
    button = next(
        b for b in opened.header.findChildren(QToolButton) if b.accessibleName() == "Export / Print"
    )
    texts = [action.text().replace("&", "") for action in button.menu().actions() if action.text()]
    assert texts == [
        "List of participants…",
        "Sign-in sheet…",
        "Name badges…",
        "Name plates…",
        "Roster…",
        "Mail-merge sheet…",
        "Address list…",
        "Copy address line",
        "Attendance statistics…",
        "Progress report…",
    ]
