"""Every export the desk knows, written as its tool writes it, read and planned."""

from collections.abc import Callable
from pathlib import Path

import pytest

from emgdesk.importing.plan import RosterPlan
from emgdesk.importing.read import read
from emgdesk.importing.records import MappedRoster
from emgdesk.importing.rosters.mapping import map_roster
from tests import exports
from tests.exports import DIAL_IN, NAMES, PEOPLE, write_lines, write_sheet
from tests.importing.files import desk, roster_plan
from tests.importing.read.containers import xls

OFFICE = "The account of an office, no person (EMG Secretariat)."
TELEPHONE = f"A telephone that dialled in, no person's name ({DIAL_IN})."


def text(rows, **more) -> Callable[[Path], Path]:
    return lambda path: write_lines(path.with_suffix(".csv"), rows, **more)


def sheet(rows) -> Callable[[Path], Path]:
    return lambda path: write_sheet(path.with_suffix(".xlsx"), rows)


def legacy(rows) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        target = path.with_suffix(".xls")
        target.write_bytes(xls([list(row) for row in rows]))
        return target

    return write


def mapped(folder: Path, write: Callable[[Path], Path], **more) -> MappedRoster:
    return map_roster(read(write(folder / "export")), **more)


def taken(plan: RosterPlan) -> list[str]:
    return [row.name for row in plan.rows if row.verdict not in ("skipped", "problem")]


def passed_over(plan: RosterPlan) -> dict[int, str]:
    return {row.row: " ".join(row.messages) for row in plan.rows if row.verdict == "skipped"}


@pytest.mark.parametrize(
    ("write", "name", "header_row", "aside"),
    [
        (text(exports.indico()), "indico", 1, {}),
        (sheet(exports.indico()), "indico", 1, {}),
        (text(exports.headerless()), "indico", None, {}),
        (text(exports.headerless(), delimiter=";"), "indico", None, {}),
        (text(exports.teams(), delimiter="\t", encoding="utf-16"), "teams", 7, {13: TELEPHONE}),
        (text(exports.teams(), delimiter="\t", encoding="utf-16-be"), "teams", 7, {13: TELEPHONE}),
        (text(exports.teams(joins=5)), "teams", 7, {13: TELEPHONE}),
        (sheet(exports.teams()), "teams", 7, {13: TELEPHONE}),
        (text(exports.teams(exports.TEAMS_DE, "02.09.31", 5, "Nicht überprüft"), delimiter="\t"), "teams", 7,
         {13: TELEPHONE}),
        (text(exports.teams(exports.TEAMS_FR, "02/09/31", 5, "Non vérifié"), delimiter="\t"), "teams", 7,
         {13: TELEPHONE}),
        (text(exports.teams_2021(), delimiter="\t", encoding="utf-16"), "teams", 5,
         {7: "Same person as row 6 (same e-mail and name)."}),
        (text(exports.teams_2020(), delimiter="\t", encoding="utf-16"), "teams", 1,
         {n: f"Same person as row {n - 1} (same name)." for n in (3, 5, 7, 9)}),
        (text(exports.teams_2020(("Vollständiger Name", "Benutzeraktion", "Zeitstempel")), delimiter="\t"), "teams", 1,
         {n: f"Same person as row {n - 1} (same name)." for n in (3, 5, 7, 9)}),
        (text(exports.teams_live()), "teams", 1,
         {n: f"Same person as row {n - 1} (same name)." for n in (3, 5, 7, 9, 11)}),
        (text(exports.zoom_webinar()), "zoom", 13,
         {7: OFFICE, 11: "Same person as row 10 (same e-mail and name).", 20: TELEPHONE}),
        (text(exports.zoom_webinar(pad=True)), "zoom", 13,
         {7: OFFICE, 11: "Same person as row 10 (same e-mail and name).", 20: TELEPHONE}),
        (legacy(exports.gotomeeting()), "gotomeeting", 7,
         {8: "No name (.).", 9: "No name (1).", 15: "Same person as row 10 (same e-mail and name)."}),
        (text(exports.gotowebinar()), "gotowebinar", 8, {14: "A note below the table, no person."}),
        (sheet(exports.ms_forms()), "ms-forms", 1, {2: "Same person as row 7 (same e-mail and name)."}),
        (text(exports.google_forms(), encoding="utf-8"), "google-forms", 1, {}),
        (text(exports.eventbrite(), encoding="utf-8"), "eventbrite", 1, {}),
        (text(exports.webex(), delimiter="\t", encoding="utf-16"), "webex", 1,
         {7: "Same person as row 2 (same e-mail and name).", 8: "A breakout session, not the meeting itself."}),
        (text(exports.google_meet(), encoding="utf-8"), "google-meet", 1, {}),
    ],
)  # fmt: skip
def test_everybody_is_taken_once_and_every_other_row_has_its_reason(write, name, header_row, aside, tmp_path):
    plan = roster_plan(mapped(tmp_path, write), desk())
    assert (plan.format, plan.header_row) == (name, header_row)
    assert sorted(taken(plan)) == sorted(NAMES)
    assert passed_over(plan) == aside
    assert plan.totals()["rows"] == len(NAMES) + len(aside)


@pytest.mark.parametrize(
    ("write", "states"),
    [
        (text(exports.indico()), ("registered", "cancelled", "registered", "registered", "cancelled")),
        (text(exports.eventbrite()), ("registered", "attended", "cancelled", "registered", "cancelled")),
        (text(exports.zoom_webinar()), ("attended", "attended", "absent", "attended", "absent")),
        (text(exports.gotowebinar()), ("attended", "attended", "absent", "attended", "attended")),
        (text(exports.teams()), ("attended",) * 5),
        (text(exports.google_forms()), ("",) * 5),
    ],
)
def test_who_registered_without_coming_is_told_from_who_was_there(write, states, tmp_path):
    said = {one.name: one.attendance for one in mapped(tmp_path, write).records}
    assert tuple(said[name] for name in NAMES) == states


@pytest.mark.parametrize("new", [False, True])
def test_names_shown_in_a_meeting_are_taken_apart(new, tmp_path):
    found = mapped(tmp_path, text(exports.zoom(new)))
    assert (found.format, found.header_row) == ("zoom", 4)
    shown = [(one.row, one.name, one.proposed_entity, one.entity) for one in found.records]
    assert shown == [
        (5, "Amélie Dürst", "", ""), (6, "Jorge Peña Ibáñez", "FAO", ""), (8, "Noor Haddad", "", ""),
        (9, "Ivo Lindqvist", "WHO", ""), (10, "Ivo Lindqvist", "WHO", ""), (11, "Chipo Moyo", "CEB Secretariat", ""),
    ]  # fmt: skip
    assert [(one.row, one.message) for one in found.set_aside] == [
        (7, "Time spent in the waiting room, not in the meeting."),
        (12, "A note-taking program, no person (Fireflies.ai Notetaker Chipo)."),
        (13, "A device, no person's name (iPhone)."),
        (14, "A room system, no person (Conference Room XII (Geneva))."),
        (15, "No name (.)."),
    ]
    assert passed_over(roster_plan(found, desk()))[10] == "Same person as row 9 (same name)."


def test_every_table_of_a_webinar_is_read_under_the_headers_of_all(tmp_path):
    found = mapped(tmp_path, text(exports.zoom_webinar()))
    panellist, attendee = found.records[0], found.records[2]
    assert (panellist.name, panellist.role, panellist.entity) == (NAMES[0], "presenter", "")
    assert (attendee.name, attendee.role, attendee.entity) == (NAMES[1], "", "FAO")
    assert panellist.headers == attendee.headers == found.headers
    assert dict(panellist.original)["Country/Region Name"] == "Kenya"
    assert dict(attendee.original)["Organization"] == "FAO"
    assert found.notes == ()


def test_the_latest_answer_of_a_form_counts(tmp_path):
    first = mapped(tmp_path, sheet(exports.ms_forms())).records[0]
    assert (first.row, first.name, first.mode, first.registered) == (
        7,
        NAMES[0],
        "in person",
        "2031-08-09 09:32",
    )
    assert first.email == "AMELIE.DURST@UNEP.EXAMPLE"


def test_an_address_of_several_people_is_that_of_the_one_it_names(tmp_path):
    found = mapped(tmp_path, text(exports.eventbrite()))
    assert [one.email for one in found.records[:2]] == [PEOPLE[0][2], ""]
    assert found.records[1].messages == (
        "amelie.durst@unep.example is the address of an order for several people; it was not taken.",
    )


def test_the_family_name_may_come_first(tmp_path):
    second = mapped(tmp_path, text(exports.gotowebinar())).records[1]
    assert (second.given, second.family, second.name) == ("Jorge", "Peña Ibáñez", "Jorge Peña Ibáñez")


def test_cells_wrapped_against_formulas_are_unwrapped(tmp_path):
    first = mapped(tmp_path, text(exports.webex(), delimiter="\t", encoding="utf-16")).records[0]
    assert dict(first.original)["Join Time"] == "2031-09-02 14:00:00"


HEADER = ("No.", "Name", "Entity")


@pytest.mark.parametrize(
    ("write", "name", "header_row"),
    [
        (text([(*HEADER, *HEADER), *exports.side_by_side()], delimiter="\t"), "annex-text", 1),
        (text([("Annex 1: List of participants",), (), *exports.side_by_side()], delimiter="\t"), "annex-text", None),
        (sheet([("Participants",), (*HEADER, *HEADER), *exports.side_by_side()]), "generic", 2),
        (sheet([(*HEADER, None, *HEADER), *((*r[:3], None, *r[3:]) for r in exports.side_by_side())]), "generic", 1),
    ],
)  # fmt: skip
def test_two_tables_side_by_side_are_read_down_the_left_then_the_right(write, name, header_row, tmp_path):
    found = mapped(tmp_path, write)
    assert (found.format, found.header_row) == (name, header_row)
    assert [(one.name, one.entity) for one in found.records] == [
        (name, entity) for name, (_, _, _, entity) in zip(NAMES, PEOPLE, strict=True)
    ]
    numbers = [one.row for one in found.records]
    assert len(set(numbers)) == 5
    first = numbers[0]
    assert [found.lines.get(number, number) for number in numbers] == [
        first,
        first + 1,
        first + 2,
        first,
        first + 1,
    ]
