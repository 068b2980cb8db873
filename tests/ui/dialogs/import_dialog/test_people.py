"""The import window as a user goes through it, on real files and a real desk."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from emgdesk.operations.meeting import create_meeting
from emgdesk.queries.meetings import list_meetings
from emgdesk.queries.roster import list_roster
from emgdesk.ui.dialogs.import_dialog import ImportDialog
from emgdesk.ui.dialogs.import_dialog.dialog import MOVED_ON
from emgdesk.ui.dialogs.new_meeting import NewMeetingDialog
from tests.desks import make_meeting
from tests.ui.dialogs.import_dialog.keys import SHIFT, offered
from tests.ui.dialogs.sheets import HEADER, ROWS, write_book, write_roster


def verdicts(dialog: ImportDialog) -> list[tuple[int, str]]:
    return [(row.row, row.verdict) for row in dialog.view.people.roster.table.rows.shown_rows()]


def press(dialog: ImportDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.view.people.roster.table, key)


def names(desk, meeting: str) -> list[str]:
    return [row.name for row in desk.read(list_roster, meeting_id=meeting)]


def test_it_shows_what_was_found_and_what_needs_the_user_first(shown):
    view = shown.view
    assert view.source.kind.text() == "Roster, 6 rows"
    assert view.table.sheet.currentData() == "Registrations"
    assert view.table.cells.header_row == 3
    assert view.current == "people"
    assert view.source.meeting.currentText() == "SOM40 mid-term"
    assert verdicts(shown) == [
        (5, "To decide"), (7, "To decide"), (6, "New"), (8, "New"), (4, "Known"), (9, "Skipped"),
    ]  # fmt: skip
    assert view.totals.text() == "2 new, 1 known, 2 to decide, 1 skipped, 0 problems; 1 entity to decide"
    assert view.left_out.text() == "2 undecided rows will be skipped"
    assert view.import_button.text() == "Import 2 people, update 1"
    assert view.notes.text.text() == "Not used: “Meal”."


def test_a_doubtful_row_stands_beside_its_candidate(shown):
    comparison = shown.view.people.roster.comparison
    mine, candidate = comparison.grid._sides
    assert comparison.title.text() == "Is Jorge Peña this person?"
    assert (mine.values["name"], mine.values["email"]) == ("Jorge Peña", "jorge@fao.example")
    assert candidate.values["name"] == "Jorge Peña Ibáñez"
    assert candidate.note == "99 %: a part of the name is missing on one side, the same entity"
    assert comparison.all_alike.text() == "Also the one like this  (A)"


def test_a_digit_takes_the_candidate_and_goes_on(shown):
    press(shown, Qt.Key.Key_1)
    assert verdicts(shown)[:2] == [(5, "Known"), (7, "To decide")]
    assert shown.view.people.roster.table.current_row().row == 7
    assert (
        shown.view.totals.text() == "2 new, 2 known, 1 to decide, 1 skipped, 0 problems; 1 entity to decide"
    )


def test_n_s_and_u_decide_and_take_back(shown):
    press(shown, Qt.Key.Key_N)
    press(shown, Qt.Key.Key_S)
    assert verdicts(shown)[:2] == [(5, "New"), (7, "Skipped")]
    assert shown.view.left_out.isHidden()
    press(shown, Qt.Key.Key_U)
    assert verdicts(shown)[:2] == [(5, "New"), (7, "To decide")]


def test_one_decision_for_all_alike(shown):
    shown.view.people.roster.comparison.all_alike.setChecked(True)
    press(shown, Qt.Key.Key_1)
    assert verdicts(shown)[:2] == [(5, "Known"), (7, "Known")]
    assert shown.view.import_button.text() == "Import 2 people, update 3"


@pytest.mark.parametrize(("key", "verdict"), [(Qt.Key.Key_Exclam, "Known"), (Qt.Key.Key_N, "New")])
def test_shift_with_the_key_decides_all_alike(shown, key, verdict):
    QTest.keyClick(shown.view.people.roster.table, key, SHIFT)
    assert verdicts(shown)[:2] == [(5, verdict), (7, verdict)]


def test_a_digit_that_itself_needs_shift_is_that_digit(shown):
    QTest.keyClick(shown.view.people.roster.table, Qt.Key.Key_1, SHIFT)
    assert verdicts(shown)[:2] == [(5, "Known"), (7, "To decide")]


def test_the_rows_alike_are_marked_with_a_key_and_said_to_be_alike_why(shown):
    comparison = shown.view.people.roster.comparison
    assert comparison.alike_means.text() == (
        "Asked for the same reason: a part of the name is missing on one side, the same entity. "
        "Shift with the key does it too."
    )
    press(shown, Qt.Key.Key_A)
    assert comparison.all_alike.isChecked()
    press(shown, Qt.Key.Key_S)
    assert verdicts(shown)[:2] == [(5, "Skipped"), (7, "Skipped")]


def test_somebody_else_can_be_chosen(shown, desk, meeting):
    person = next(row for row in desk.read(list_roster, meeting_id=meeting) if row.name == "Ruth Solberg")
    shown.view.people.roster.comparison.person_chosen.emit(person.person_id)
    row = shown.view.people.roster.table.rows.row_of("5")
    assert (row.verdict, row.known_as) == ("Known", "Ruth Solberg")


def test_what_changes_is_shown_field_by_field(shown):
    table = shown.view.people.roster.table
    table.go_to(table.rows.at_of("4"))
    sides = {side.heading: side.values for side in shown.view.people.roster.comparison.grid._sides}
    assert sides["After the import"] == {"function": "Head of unit", "email": "amelie.durst@unep.example"}
    assert sides["On the desk"]["function"] == ""


def test_importing_leaves_out_the_undecided_and_can_be_undone(shown, desk, meeting, services, told, qtbot):
    before = names(desk, meeting)
    shown.view.import_button.click()
    services.tasks.settle()
    assert names(desk, meeting) == [*before, "Tevita Havili", "Ida Brekke"]
    with qtbot.waitSignal(shown.accepted):
        offered(shown, "Show the roster").click()
    assert told.shown == [("participants", meeting)]
    notice = told.notices[0]
    assert (notice.text, notice.kind, notice.action) == (
        "2 people imported into SOM40 mid-term and 1 person updated.",
        "success",
        "Undo",
    )
    notice.on_action()
    services.tasks.settle()
    assert names(desk, meeting) == before


def test_undo_of_the_banner_stops_where_something_else_was_done(shown, desk, services, told):
    shown.import_now()
    services.tasks.settle()
    shown.accept()
    make_meeting(desk, "SOM41 technical")
    told.notices[0].on_action()
    services.tasks.settle()
    assert told.notices[1].text.startswith("Something else was done since; ")
    assert len(desk.read(list_meetings)) == 2


def test_undo_of_the_banner_spares_an_edit_still_waiting(shown, desk, services, told, meeting):
    shown.import_now()
    services.tasks.settle()
    shown.accept()
    gate = Event()
    services.tasks.run("Wait", lambda _job: gate.wait(20))
    services.do("New meeting elsewhere", create_meeting, code="SOM41 technical")
    told.notices[0].on_action()
    gate.set()
    services.tasks.settle()
    assert [row.code for row in desk.read(list_meetings)] == ["SOM40 mid-term", "SOM41 technical"]
    assert "Ida Brekke" in names(desk, meeting)
    assert told.notices[1].text.startswith("Something else was done since; ")


def test_undo_of_the_banner_waits_its_turn_while_the_desk_is_busy(shown, desk, services, told, meeting):
    shown.import_now()
    services.tasks.settle()
    shown.accept()
    gate, busy, freed = Event(), Event(), []

    def hold(_session):
        busy.set()
        freed.append(gate.wait(5))

    services.tasks.run("Reading", lambda _job: desk.read(hold))
    assert busy.wait(20)
    told.notices[0].on_action()
    gate.set()
    services.tasks.settle()
    assert freed == [True]
    assert "Ida Brekke" not in names(desk, meeting)


def test_another_policy_changes_what_happens_and_keeps_decisions(shown, services):
    press(shown, Qt.Key.Key_S)
    shown.view.changes.policy.choices["add-only"].click()
    services.tasks.settle()
    assert dict(verdicts(shown))[5] == "Skipped"
    assert dict(verdicts(shown))[4] == "On the list"
    assert shown.view.import_button.text() == "Import 2 people"


def test_an_answer_given_while_the_rows_are_planned_anew_is_kept(shown, services):
    shown.view.changes.policy.choices["replace"].click()
    press(shown, Qt.Key.Key_S)
    services.tasks.settle()
    assert dict(verdicts(shown))[5] == "Skipped"
    assert shown._opened.choices.update == "replace"


def test_rows_are_filtered_by_verdict_and_by_words(shown):
    roster = shown.view.people.roster
    roster.verdicts.button("new").click()
    assert verdicts(shown) == [(6, "New"), (8, "New")]
    roster.filter.setText("brek")
    assert verdicts(shown) == [(8, "New")]
    roster.filter.setText("")
    roster.verdicts.button("all").click()
    assert len(verdicts(shown)) == 6


def test_a_column_can_be_given_another_meaning_which_is_remembered(
    shown, services, open_import, tmp_path, meeting
):
    card = next(card for card in shown.view.columns.strip.cards if card.header == "Meal")
    assert card.field.currentText() == "Not used"
    card.field.setCurrentIndex(card.field.findData("notes"))
    card.field.activated.emit(card.field.currentIndex())
    services.tasks.settle()
    assert shown.view.bar.buttons["columns"].step.said == "6 of 7 used"
    shown.import_now()
    services.tasks.settle()
    shown.accept()
    again = open_import(write_roster(tmp_path, "later.xlsx"), meeting)
    assert again._opened.mapping()["notes"] == "Meal"


def test_the_header_row_can_be_moved(shown, services):
    shown.view.table.header_chosen.emit(4)
    services.tasks.settle()
    assert shown.view.table.cells.header_row == 4
    shown.view.table.header_chosen.emit(3)
    services.tasks.settle()
    assert (
        shown.view.totals.text() == "2 new, 1 known, 2 to decide, 1 skipped, 0 problems; 1 entity to decide"
    )


def test_without_a_column_of_names_one_is_chosen_by_hand(open_import, services, tmp_path, meeting):
    rows = [("Colour", "Shape"), ("Tevita Havili", "round"), ("Ida Brekke", "square")]
    dialog = open_import(write_book(tmp_path / "odd.xlsx", Odd=rows), meeting)
    assert "has no column of names" in dialog.view.columns.said.text()
    assert not dialog.view.import_button.isEnabled()
    assert dialog.view.current == "columns"
    card = next(card for card in dialog.view.columns.strip.cards if card.header == "Colour")
    card.chosen.emit("Colour", "name")
    services.tasks.settle()
    assert verdicts(dialog) == [(2, "New"), (3, "New")]


def test_a_file_that_cannot_be_read_says_why(open_import, tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"")
    dialog = open_import(path)
    assert dialog.view.state._sentence.text() == "broken.xlsx is empty (0 bytes)."
    assert not dialog.view.import_button.isEnabled()
    assert dialog.view.cancel_button.text() == "Close"


def test_the_title_of_the_sheet_names_the_meeting(open_import, tmp_path, meeting):
    dialog = open_import(write_roster(tmp_path))
    assert dialog.view.source.meeting.currentText() == "SOM40 mid-term"


def test_without_a_meeting_in_view_it_asks_for_one(open_import, tmp_path, desk):
    make_meeting(desk, "REEF 9")
    dialog = open_import(write_roster(tmp_path))
    assert (
        dialog.view.banner.text == "The title above the table is that of SOM40 mid-term, not on the desk yet."
    )
    assert dialog.view.source.meeting.currentText() == "Choose…"
    dialog.import_now()
    assert dialog.view.banner.text == "Choose the meeting these people belong to, or make a new one."
    dialog.view.source.meeting.hidePopup()


def test_a_desk_without_meetings_is_offered_a_new_one(open_import, services, tmp_path, desk):
    dialog = open_import(write_roster(tmp_path))
    dialog.import_now()
    services.tasks.settle()
    asked = dialog.findChild(NewMeetingDialog)
    assert asked.code.text() == "SOM40 mid-term"
    assert asked.title.text() == "Mid-Term Technical Segment of the 40th Senior Officials Meeting"
    QTest.keyClick(asked.number, Qt.Key.Key_Return)
    services.tasks.settle()
    assert dialog.view.source.meeting.currentText() == "SOM40 mid-term"
    dialog.import_now()
    services.tasks.settle()
    made = desk.read(list_meetings)[0]
    assert (made.code, made.people) == ("SOM40 mid-term", 5)


def test_a_desk_that_moved_on_is_compared_again(shown, services, desk, meeting):
    press(shown, Qt.Key.Key_S)
    desk.do("New meeting elsewhere", create_meeting, code="SOM41 technical")
    shown.import_now()
    services.tasks.settle()
    assert shown.isVisible()
    assert shown.view.banner.text == MOVED_ON
    assert dict(verdicts(shown))[5] == "Skipped"
    shown.import_now()
    services.tasks.settle()
    shown.accept()
    assert not shown.isVisible()
    assert "Ida Brekke" in names(desk, meeting)


def test_cancelling_the_reading_closes_the_window(qtbot, services, tmp_path, meeting):
    dialog = ImportDialog(services, write_roster(tmp_path), meeting)
    qtbot.addWidget(dialog)
    dialog.show()
    services.tasks.cancel_running()
    services.tasks.settle()
    assert not dialog.isVisible()


def test_a_file_with_nothing_new_has_nothing_to_import(open_import, services, tmp_path, desk):
    key = make_meeting(desk, "REEF 9")
    path = write_book(tmp_path / "same.xlsx", People=[HEADER, *ROWS[4:]])
    first = open_import(path, key)
    first.import_now()
    services.tasks.settle()
    second = open_import(path, key)
    assert second.view.import_button.text() == "Nothing to import"
    assert not second.view.import_button.isEnabled()
    assert verdicts(second) == [(2, "On the list")]


def test_the_title_of_another_meeting_is_noticed(open_import, services, tmp_path, meeting, desk):
    other = make_meeting(desk, "SOM41 technical")
    dialog = open_import(write_roster(tmp_path), other)
    assert dialog.view.banner.text == (
        "The title above the table is that of SOM40 mid-term; the meeting chosen is another one."
    )
    dialog.view.other_meeting_asked.emit()
    services.tasks.settle()
    assert dialog.view.source.meeting.currentText() == "SOM40 mid-term"
    assert dialog.view.banner.text == ""


def test_decisions_are_not_lost_by_a_slip(shown):
    press(shown, Qt.Key.Key_N)
    QTest.keyClick(shown.view.people.roster.table, Qt.Key.Key_Escape)
    box = shown.findChild(QMessageBox)
    assert box.informativeText() == "Your 1 decision would be lost; the desk stays as it is."
    assert shown.isVisible()
    next(button for button in box.buttons() if button.text() == "Leave").click()
    assert not shown.isVisible()


def test_escape_empties_the_filter_before_it_closes(shown):
    shown.view.people.roster.filter.setText("brek")
    QTest.keyClick(shown.view.people.roster.filter, Qt.Key.Key_Escape)
    assert shown.isVisible()
    assert shown.view.people.roster.filter.text() == ""
    QTest.keyClick(shown.view.people.roster.filter, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_a_new_meeting_is_not_asked_for_while_stepping_through_the_list(
    open_import, tmp_path, desk, services
):
    dialog = open_import(write_roster(tmp_path))
    combo = dialog.view.source.meeting
    combo.setFocus()
    for _ in range(3):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert dialog.findChild(NewMeetingDialog) is None
    assert combo.currentText() == "Choose…"
    combo.showPopup()
    combo.view().setCurrentIndex(combo.model().index(combo.count() - 1, 0))
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    asked = dialog.findChild(NewMeetingDialog)
    assert asked.isVisible()
    asked.reject()


def test_a_person_without_entity_is_counted_at_the_foot(open_import, tmp_path, meeting):
    row = (6, "Odile", "Marchetti", "odile@example.example", None, None, None)
    dialog = open_import(write_roster(tmp_path, rows=(row,)), meeting)
    assert (
        dialog.view.totals.text() == "1 new, 0 known, 0 to decide, 1 skipped, 0 problems; 1 without an entity"
    )
    assert "no entity" in [dialog.view.people.roster.table.rows.row_at(at).entity for at in range(2)]


def test_all_that_is_undecided_is_decided_at_once(shown):
    every = shown.view.people.roster.every
    assert every.accessibleName() == "All 2 undecided"
    every.fill()
    assert [action.text() for action in every.menu().actions()] == [
        "All 2 are &new people", "&Skip all 2", "Take the &best candidate for all 2",
    ]  # fmt: skip
    every.menu().actions()[2].trigger()
    assert verdicts(shown)[:2] == [(5, "Known"), (7, "Known")]
    assert every.isHidden()


@pytest.mark.parametrize(("at", "verdict"), [(0, "New"), (1, "Skipped")])
def test_all_undecided_are_new_or_skipped(shown, at, verdict):
    every = shown.view.people.roster.every
    every.fill()
    every.menu().actions()[at].trigger()
    assert verdicts(shown)[:2] == [(5, verdict), (7, verdict)]
