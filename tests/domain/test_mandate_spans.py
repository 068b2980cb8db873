"""Workstreams over time: exact stretches from exact events."""

from datetime import date

import pytest

from emgdesk.domain.lineage import Body, Event
from emgdesk.domain.mandate_spans import Course, course, day_of, days_of, expected_soms

TODAY = date(2031, 6, 1).toordinal()
SOMS = {n: date(2000 + n, 10, 10).toordinal() for n in range(24, 31)} | {31: date(2031, 10, 10).toordinal()}


def event(kind: str, day: str = "", position: int = 0, of: str = "a", **facts: object) -> Event:
    return Event(f"{of} {kind} {day}", of, kind, day, position=position, **facts)


def run(*events: Event, body: Body | None = None) -> Course:
    days = days_of(events)
    return course(body or Body("a", "Team A", "Task Team"), events, days, SOMS, TODAY)


def told(found: Course) -> list[tuple[str, str, str]]:
    return [
        (date.fromordinal(s.start).isoformat(), date.fromordinal(s.end).isoformat(), s.status)
        for s in found.spans
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2031-05-02", (2031, 5, 2)),
        ("2031-05", (2031, 5, 16)),
        ("2031", (2031, 7, 2)),
        ("", None),
        ("soon", None),
    ],
)
def test_a_month_and_a_year_stand_at_their_middle(written: str, day: tuple[int, int, int] | None) -> None:
    assert day_of(written) == (date(*day).toordinal() if day else None)


def test_events_without_a_date_stand_where_the_one_before_them_stands() -> None:
    dated = event("established", "2028-03-01", 1)
    found = days_of([dated, event("extended", "", 2), event("renamed", "2029", 3)])
    assert [date.fromordinal(day).isoformat() for day in found.values()] == [
        "2029-07-02", "2028-03-01", "2028-03-01",
    ]  # fmt: skip
    assert days_of([event("established"), event("extended", "", 1)]) == {}


def test_what_is_dated_roughly_never_stands_behind_what_came_after_it() -> None:
    found = days_of([event("established", "2028", 1), event("extended", "2028-02-01", 2)])
    assert set(found.values()) == {date(2028, 2, 1).toordinal()}


def test_a_bar_runs_to_today_and_is_ahead_to_its_end() -> None:
    found = run(event("established", "2029-10-10", som=29, until="SOM 31"))
    assert told(found) == [
        ("2029-10-10", "2031-06-01", "active"), ("2031-06-01", "2031-10-10", "ahead"),
    ]  # fmt: skip
    assert (found.open, found.begun_before) == (False, False)


def test_a_condition_or_a_som_without_a_day_leaves_the_bar_open() -> None:
    for until in ("its report is out", "SOM 40"):
        found = run(event("established", "2029-10-10", som=29, until=until))
        assert told(found) == [("2029-10-10", "2031-06-01", "active")]
        assert found.open


def test_after_its_end_a_mandate_has_run_out() -> None:
    found = run(event("established", "2026-10-10", som=26, until="SOM 28"))
    assert told(found) == [
        ("2026-10-10", "2028-10-10", "active"), ("2028-10-10", "2031-06-01", "lapsed"),
    ]  # fmt: skip
    assert found.open


def test_what_the_som_of_its_end_decided_leaves_no_gap() -> None:
    extended = event("extended", "2028-11-20", 2, som=28, until="SOM 31")
    found = run(event("established", "2026-10-10", som=26, until="SOM 28"), extended)
    assert told(found)[0] == ("2026-10-10", "2031-06-01", "active")
    late = run(event("established", "2026-10-10", som=26, until="SOM 28"), event("extended", "2029-01-10", 2))
    assert told(late)[:2] == [
        ("2026-10-10", "2028-10-10", "active"), ("2028-10-10", "2029-01-10", "lapsed"),
    ]  # fmt: skip


def test_a_new_name_and_a_new_kind_part_the_bar() -> None:
    body = Body("a", "Group B", "IMG", first_name="Team A", first_kind="Task Team")
    found = run(
        event("established", "2026-10-10", until="the end"),
        event("renamed", "2027-03-01", 2, new_name="Group B"),
        event("changed kind", "2028-03-01", 3, new_kind="IMG"),
        body=body,
    )
    assert [(s.name, s.kind) for s in found.spans] == [
        ("Team A", "Task Team"), ("Group B", "Task Team"), ("Group B", "IMG"),
    ]  # fmt: skip


def test_a_part_of_another_and_an_end() -> None:
    found = run(
        event("proposed", "2026-01-01"),
        event("established", "2026-10-10", 2, som=26, until="SOM 30"),
        event("became part of", "2028-10-10", 3, other_id="b"),
        event("concluded", "2030-10-10", 4),
    )
    assert told(found) == [
        ("2026-01-01", "2026-10-10", "proposed"),
        ("2026-10-10", "2028-10-10", "active"),
        ("2028-10-10", "2030-10-10", "part"),
    ]
    assert not found.open


def test_what_another_absorbed_ends_there() -> None:
    found = run(
        event("established", "2026-10-10", until="the end"),
        event("absorbed", "2028-10-10", of="b", other_id="a"),
    )
    assert told(found) == [("2026-10-10", "2028-10-10", "active")]
    assert not found.open


def test_one_without_a_beginning_began_before() -> None:
    assert run(event("extended", "2027-10-10", som=27)).begun_before
    split = event("split", "2027-10-10", of="b", other_id="a")
    days = {split.id: day_of("2027-10-10")}
    found = course(Body("a", "Team A"), [split], days, SOMS, TODAY)
    assert (found.begun_before, told(found)) == (False, [("2027-10-10", "2031-06-01", "active")])


def test_nothing_is_drawn_of_what_has_no_day() -> None:
    assert run(event("established")) == Course()
    assert run() == Course()


def test_soms_without_a_day_are_expected_a_year_apart() -> None:
    assert expected_soms({}, [30]) == {}
    assert expected_soms({30: 1000}, [29, 30]) == {}
    assert expected_soms({30: 1000}, [32, 500]) == {31: 1365, 32: 1730}
