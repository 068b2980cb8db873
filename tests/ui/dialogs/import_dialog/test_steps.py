"""From step to step: what each says, where one begins, and the way through by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from emgdesk.queries.meetings import list_meetings
from emgdesk.queries.roster import list_roster
from tests.desks import make_meeting
from tests.ui.dialogs.import_dialog.keys import ALT, CTRL, offered, offers, press, settled
from tests.ui.dialogs.sheets import HEADER, ROWS, write_book, write_meeting, write_workplan
from tests.ui.test_accessibility import nameless


def said(dialog):
    return [(s.title, s.said, s.state) for s in (b.step for b in dialog.view.bar.buttons.values())]


@pytest.fixture
def plain(open_import, tmp_path, desk):
    """A file of which everything is known how to read, for a meeting without people."""
    path = write_book(tmp_path / "plain.xlsx", People=[HEADER[:-1], *(row[:-1] for row in ROWS[3:])])
    return open_import(path, make_meeting(desk, "REEF 9"))


def test_each_step_says_what_was_found(shown):
    assert said(shown) == [
        ("File or text", "registrations.xlsx", "done"),
        ("Table", "header in row 3", "done"),
        ("Columns", "5 of 7 used", "done"),
        ("People", "3 to decide", "attention"),
        ("Changes", "what is imported", "todo"),
    ]


def test_it_begins_where_the_user_is_needed(shown):
    assert shown.view.current == "people"


def test_without_a_question_it_begins_with_what_changes(plain):
    assert plain.view.current == "changes"


def test_the_keyboard_leads_from_step_to_step(shown):
    view = shown.view
    press(shown, Qt.Key.Key_Right, ALT)
    assert view.current == "changes"
    press(shown, Qt.Key.Key_Right, ALT)
    assert view.current == "changes"
    for key, held, step in (
        (Qt.Key.Key_PageUp, CTRL, "people"),
        (Qt.Key.Key_Left, ALT, "columns"),
        (Qt.Key.Key_2, ALT, "table"),
        (Qt.Key.Key_1, ALT, "file"),
        (Qt.Key.Key_PageDown, CTRL, "table"),
        (Qt.Key.Key_5, ALT, "changes"),
    ):
        press(shown, key, held)
        assert view.current == step


def test_every_step_gives_the_keyboard_to_what_one_does_there(shown):
    view = shown.view
    homes = {
        "file": view.file.text,
        "table": view.table.grid,
        "columns": view.columns.strip.cards[0].field,
        "people": view.people.roster.table,
        "changes": view.changes.table.view,
    }
    for step, home in homes.items():
        view.go_to(step)
        assert shown.focusWidget() is home


def test_buttons_lead_back_and_on(shown):
    view = shown.view
    view.back_button.click()
    assert view.current == "columns"
    view.next_button.click()
    view.next_button.click()
    assert view.current == "changes"
    assert not view.next_button.isEnabled()
    view.go_to("file")
    assert not view.back_button.isEnabled()


def test_everything_the_keyboard_reaches_has_a_name(shown):
    for step in shown.view.bar.buttons:
        shown.view.go_to(step)
        assert nameless(shown) == []
    for group in filter(shown.view.people.groups.isTabVisible, range(4)):
        shown.view.go_to("people")
        shown.view.people.groups.setCurrentIndex(group)
        assert nameless(shown) == []


def test_the_tabulator_goes_through_a_step_and_to_its_buttons(shown):
    shown.view.go_to("columns")
    reached = []
    for _ in range(14):
        reached.append(shown.focusWidget().accessibleName() or shown.focusWidget().text())
        press(shown, Qt.Key.Key_Tab)
    assert reached == [
        "What No. is", "What First name is", "What Last name is", "What E-mail is", "What Organization is",
        "What Job title is", "What Meal is", "Cancel", "&Back", "&Next", "Import", "Into the meeting",
        "Step 1: File or text", "Step 2: Table",
    ]  # fmt: skip


def test_a_file_without_a_doubt_is_imported_from_any_step(plain, desk, services):
    plain.view.go_to("table")
    settled(services, plain, Qt.Key.Key_Return, CTRL)
    assert plain.view.shows_result()
    assert plain.view.result.state._title.text() == "2 people imported into REEF 9."
    made = next(m for m in desk.read(list_meetings) if m.code == "REEF 9")
    assert [row.name for row in desk.read(list_roster, meeting_id=made.id)] == ["Ngozi Adeyemi", "Ida Brekke"]


def test_the_whole_way_by_keyboard(shown, desk, services, meeting, told):
    press(shown, Qt.Key.Key_1)  # Jorge Peña is Jorge Peña Ibáñez
    press(shown, Qt.Key.Key_N)  # Ngozi Adeyemi is somebody new
    press(shown, Qt.Key.Key_T, ALT)  # entities
    settled(services, shown, Qt.Key.Key_N)
    assert said(shown)[3] == ("People", "5 people", "done")
    settled(services, shown, Qt.Key.Key_Right, ALT)
    settled(services, shown, Qt.Key.Key_Return, CTRL)
    assert shown.view.result.state._title.text() == (
        "3 people imported into SOM40 mid-term and 2 people updated."
    )
    assert offers(shown) == ["Undo", "Close", "Show the roster"]
    assert shown.focusWidget() is offered(shown, "Show the roster")
    press(shown, Qt.Key.Key_Return)
    assert not shown.isVisible()
    assert told.shown == [("participants", meeting)]
    names = [row.name for row in desk.read(list_roster, meeting_id=meeting)]
    assert names[5:] == ["Tevita Havili", "Ngozi Adeyemi", "Ida Brekke"]


def test_steps_that_do_not_apply_are_left_out(open_import, tmp_path):
    meeting = open_import(write_meeting(tmp_path))
    assert [title for title, *_ in said(meeting)] == ["File or text", "People", "Changes"]
    plan = open_import(write_workplan(tmp_path))
    assert [title for title, *_ in said(plan)] == ["File or text", "Work plan"]
    assert plan.view.current == "workplan"


def test_a_file_that_cannot_be_read_offers_another(open_import, tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 and nothing of a workbook")
    dialog = open_import(path)
    buttons = [made.accessibleName() for made in dialog.view.state.findChildren(QPushButton)]
    assert dialog.view.state._title.text() == "This file cannot be imported"
    assert buttons == ["Choose another file…"]
    assert dialog.view.bar.isHidden()
