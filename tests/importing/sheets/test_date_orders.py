import pytest

from emgdesk.importing.rosters.mapping import map_roster
from tests.importing.files import roster

QUESTION = (
    "The dates in “Registered on” (as 5/4/2031) can be read with the day or with the month first; say which order "
    "they have. Until then they are left out."
)


def mapped(*dates, header="Registered on", **more):
    rows = ((f"Ada Moss{'abcdefg'[n % 7]}", date) for n, date in enumerate(dates))
    return map_roster(roster(("Name", header), *rows), **more)


def test_a_part_over_twelve_settles_it_wherever_it_stands():
    many = ["5/4/2031"] * 300
    assert mapped(*many, "4/20/2031").date_order == "mdy"
    found = mapped(*many, "20/4/2031")
    assert (found.date_order, found.date_question) == ("dmy", "")
    assert found.records[0].registered == "2031-04-05"


def test_dates_that_can_be_read_in_two_ways_are_asked_about():
    found = mapped("5/4/2031", "6/4/2031 10:00")
    assert (found.date_order, found.date_question, found.notes) == (None, QUESTION, (QUESTION,))
    assert [one.registered for one in found.records] == ["", ""]


@pytest.mark.parametrize("told", ["dmy", "mdy"])
def test_what_is_told_is_not_asked(told):
    found = mapped("5/4/2031", date_order=told)
    assert (found.date_order, found.date_question) == (told, "")


def test_nothing_is_asked_about_dates_that_read_one_way():
    assert mapped("5/5/2031", "2031-04-05", "5 April 2031").date_question == ""
    assert mapped("5/4/2031", header="Hotel until").date_question == ""


@pytest.mark.parametrize(
    ("dates", "meeting", "order"),
    [
        (("10/7/31", "10/7/31"), "2031-10-07", "mdy"),
        (("10/7/31", "10/7/31"), "2031-07-10", "dmy"),
        (("5/6/2031", "4/5/2031"), "2031-05-20", "mdy"),
        (("5/4/2031", "6/4/2031"), "2031-12-20", None),
        (("5/4/2031", "6/4/2031"), "", None),
    ],
)
def test_the_date_of_the_meeting_settles_what_the_file_leaves_open(dates, meeting, order):
    assert mapped(*dates, meeting_date=meeting).date_order == order


def test_times_of_joining_and_the_preamble_tell_the_order_too():
    rows = (
        ("Start time", "02/09/31, 14:00:00"), ("Name", "First Join", "Last Leave"),
        ("Ada Moss", "02/09/31, 14:00:00", "02/09/31, 15:00:00"),
    )  # fmt: skip
    assert map_roster(roster(*rows), meeting_date="2031-09-02").date_order == "dmy"
    assert map_roster(roster(*rows)).date_order is None
    assert map_roster(roster(*rows)).date_question == ""
