"""Who of a list was there: ticks of check-in, what somebody said the whole list is."""

from datetime import datetime

import pytest

from emgdesk.importing.planning.attendance import is_attendance
from emgdesk.importing.rosters.mapping import map_roster
from tests import exports
from tests.importing.files import roster

STATES = ("Completed", "Completed", "Withdrawn", "Pending", "Completed")


def indico(ticks, states=STATES, dates=None):
    """An Indico list with ticks of check-in, and their dates if given."""
    header = ["ID", "Name", "Email Address", "Affiliation", "Registration state", "Checked in"]
    rows = [
        [n, name, f"p{n}@x.example", "FAO", state, tick]
        for n, (name, state, tick) in enumerate(zip(exports.NAMES, states, ticks, strict=True), 1)
    ]
    if dates is not None:
        header.append("Check-in date")
        rows = [[*row, date] for row, date in zip(rows, dates, strict=True)]
    return roster(tuple(header), *map(tuple, rows))


def states(raw, **more):
    return [record.attendance for record in map_roster(raw, **more).records]


@pytest.mark.parametrize(("yes", "no"), [("Yes", "No"), (True, False)])
def test_who_was_checked_in_attended_and_who_was_not_was_absent(yes, no):
    mapped = map_roster(indico((yes, no, no, no, yes)))
    said = [record.attendance for record in mapped.records]
    assert said == ["attended", "absent", "cancelled", "registered", "attended"]
    assert (mapped.format, dict(mapped.columns)["attendance"]) == ("indico", "Registration state")
    assert mapped.unused == ("ID",)
    assert not is_attendance(mapped)


def test_before_the_meeting_nobody_is_checked_in_and_that_says_nothing():
    assert states(indico(("No",) * 5)) == [
        "registered",
        "registered",
        "cancelled",
        "registered",
        "registered",
    ]


def test_the_date_of_a_check_in_tells_the_same():
    dates = (datetime(2031, 9, 2, 8, 55), None, None, datetime(2031, 9, 2, 9, 5), None)
    said = ["attended", "absent", "cancelled", "attended", "absent"]
    assert states(indico(("Yes", "No", "No", "No", "No"), dates=dates)) == said


def test_ticks_without_a_state_tell_who_was_there():
    header = ("ID", "Name", "Email Address", "Affiliation", "Checked in")
    rows = ((1, "Ada Moss", "a@x.example", "FAO"), (2, "Bo Lind", "b@x.example", "WHO"))
    assert states(roster(header, (*rows[0], "Yes"), (*rows[1], "No"))) == ["attended", "absent"]
    assert states(roster(header, (*rows[0], "No"), (*rows[1], "No"))) == ["", ""]


def test_ticks_are_passed_over_where_somebody_said_that_no_column_tells():
    raw = indico(("Yes", "No", "No", "No", "No"))
    assert states(raw, overrides={"attendance": ""}) == [""] * 5


PLAIN = (("Name", "Entity"), ("Ada Moss", "FAO"), ("Bo Lind", "WHO"))
REPORT = exports.gotomeeting()


@pytest.mark.parametrize(
    ("listed", "attendance", "told"),
    [(None, "attended", True), (True, "attended", True), (False, "", False)],
)
def test_a_report_is_of_who_was_there_unless_somebody_says_otherwise(listed, attendance, told):
    mapped = map_roster(roster(*REPORT), listed=listed)
    assert {record.attendance for record in mapped.records} == {attendance}
    assert (mapped.format, is_attendance(mapped)) == ("gotomeeting", told)


@pytest.mark.parametrize(
    ("listed", "attendance", "told"),
    [(None, "", False), (True, "attended", True), (False, "", False)],
)
def test_a_plain_list_is_of_who_was_there_if_somebody_says_so(listed, attendance, told):
    mapped = map_roster(roster(*PLAIN), listed=listed)
    assert {record.attendance for record in mapped.records} == {attendance}
    assert (mapped.format, is_attendance(mapped)) == ("generic", told)


def test_of_a_list_of_who_was_there_what_a_row_says_counts_more():
    header = ("Name", "Entity", "Status")
    there = roster(header, ("Ada Moss", "FAO", "Completed"), ("Bo Lind", "WHO", "Withdrawn"))
    assert states(there, listed=True) == ["attended", "cancelled"]
    told = roster(header, ("Ada Moss", "FAO", "attended"), ("Bo Lind", "WHO", "registered"))
    assert states(told, listed=True) == ["attended", "registered"]
    assert states(told, listed=False) == ["attended", "registered"]
