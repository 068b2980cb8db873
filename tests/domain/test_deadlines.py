"""Deadlines counted back from a meeting."""

from datetime import date

from emgdesk.domain.deadlines import deadlines, read_days

TODAY = date(2031, 9, 10)


def test_deadlines_are_counted_back_from_the_day_of_the_meeting() -> None:
    found = [(due.key, due.day.isoformat(), due.left) for due in deadlines("2031-09-24", {}, TODAY)]
    assert found == [
        ("invitation", "2031-07-30", -42),
        ("circulation", "2031-09-10", 0),
        ("comments", "2031-09-17", 7),
    ]


def test_house_rules_replace_the_usual_days_and_the_order_follows() -> None:
    found = [
        (due.key, due.left) for due in deadlines("2031-09-24", {"comments": 20, "circulation": 3}, TODAY)
    ]
    assert found == [("invitation", -42), ("comments", -6), ("circulation", 11)]


def test_a_meeting_without_a_day_has_none() -> None:
    assert [deadlines(day, {}, TODAY) for day in ("", "2031-09", "to be decided")] == [(), (), ()]


def test_days_are_whole_numbers_of_a_year_at_most() -> None:
    assert [read_days(text) for text in (" 14 ", "0", "365", "366", "-1", "two", "", "1.5", "²")] == [
        14, 0, 365, None, None, None, None, None, None,
    ]  # fmt: skip
