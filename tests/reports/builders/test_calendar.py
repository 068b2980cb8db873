from datetime import date, time

import pytest

from emgdesk.reports.blocks import Document, Table
from emgdesk.reports.builders.calendar import CalendarLine, CalendarOptions, build
from emgdesk.reports.events import Event
from tests.reports.builders.papers import lines

SENIOR = CalendarLine(
    "k1",
    "SOM41 senior",
    "Senior Segment",
    "2035-09-09",
    "",
    "14:00",
    "16:30",
    "Geneva time",
    "Online",
    "confirmed",
)
EVENT = Event(
    "k1@emgdesk", "Senior Segment", date(2035, 9, 9), date(2035, 9, 9), time(14), time(16, 30), "Europe/Zurich",
    "Online", "SOM41 senior", "confirmed",
)  # fmt: skip


def only(line: CalendarLine) -> Event:
    (event,) = build((line,)).events
    return event


def changed(**facts: str) -> CalendarLine:
    told = {name: getattr(SENIOR, name) for name in CalendarLine.__dataclass_fields__}
    return CalendarLine(**(told | facts))


def rows(document: Document) -> list[tuple[object, ...]]:
    return [row for block in document.blocks if isinstance(block, Table) for row in block.rows]


def test_a_meeting_with_times_in_a_zone() -> None:
    assert only(SENIOR) == EVENT


def test_an_unknown_zone_leaves_the_times_where_they_are_and_says_them() -> None:
    event = only(changed(zone_label="ship's time"))
    assert (event.start, event.zone, event.note) == (time(14), "", "SOM41 senior\n14:00 – 16:30 ship's time")


def test_a_period_is_of_whole_days() -> None:
    event = only(changed(end_date="2035-09-11"))
    assert (event.first, event.last, event.start, event.zone) == (
        date(2035, 9, 9),
        date(2035, 9, 11),
        None,
        "",
    )
    assert event.note == "SOM41 senior\n14:00 – 16:30 Geneva time"


def test_a_day_without_times_is_whole() -> None:
    event = only(changed(start="", end=""))
    assert (event.start, event.end, event.note) == (None, None, "SOM41 senior")


def test_a_last_day_before_the_first_counts_for_nothing() -> None:
    assert only(changed(end_date="2035-09-01")).last == date(2035, 9, 9)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("planned", "tentative"), ("confirmed", "confirmed"), ("held", "confirmed"),
        ("postponed", "tentative"), ("cancelled", "cancelled"), ("", "tentative"),
    ],
)  # fmt: skip
def test_status(status: str, told: str) -> None:
    assert only(changed(status=status)).status == told


def test_what_has_no_day_is_listed_and_said_to_have_no_event() -> None:
    document = build(
        (
            changed(id="k2", code="SOM42 senior", date="2036-10"),
            changed(id="k3", code="SOM43", date=""),
            SENIOR,
        )
    )
    assert [event.uid for event in document.events] == ["k1@emgdesk"]
    assert document.remarks == (
        "2 meetings have no day yet and no event in a calendar: SOM42 senior, SOM43.",
    )
    assert [row[0] for row in rows(document)] == ["9 September 2035", "October 2036", "not known"]
    assert document.rows == 3


def test_the_list() -> None:
    assert rows(build((SENIOR,), CalendarOptions("24"))) == [
        ("9 September 2035", "14:00 – 16:30 Geneva time", "Senior Segment", "Online", "Confirmed")
    ]
    assert rows(build((SENIOR,)))[0][1] == "2:00 – 4:30 p.m. Geneva time"


def test_cancelled_meetings_can_be_left_out() -> None:
    document = build((changed(status="cancelled"),), CalendarOptions(cancelled=False))
    assert lines(document) == ["Calendar of meetings", "[There are no meetings with a date yet.]"]
    assert (document.events, document.remarks) == ((), ("There are no meetings with a date yet.",))
