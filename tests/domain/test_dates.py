from datetime import date

import pytest

from emgdesk.domain.dates import is_between, long_date, long_period


def test_long_date() -> None:
    assert long_date(date(2021, 6, 30)) == "30 June 2021"


def test_a_period_says_what_repeats_only_once() -> None:
    first = date(2021, 6, 28)
    assert long_period(first, None) == "28 June 2021"
    assert long_period(first, first) == "28 June 2021"
    assert long_period(first, date(2021, 6, 30)) == "28–30 June 2021"
    assert long_period(first, date(2021, 7, 2)) == "28 June – 2 July 2021"
    assert long_period(first, date(2022, 1, 2)) == "28 June 2021 – 2 January 2022"


@pytest.mark.parametrize(
    ("day", "since", "until", "found"),
    [
        ("2031-05-20", "2031-05-20", "2031-05-20", True), ("2031-05-19", "2031-05-20", "", False),
        ("2031-05", "2031-05-20", "", True), ("2031-05", "", "2031-05-20", True), ("2031-05", "2031-06-01", "", False),
        ("2031-06", "", "2031-05-20", False), ("", "2031-01-01", "2031-12-31", False), ("", "", "2031-12-31", False),
        ("", "2031-01-01", "", False), ("", "", "", True),
    ],
)  # fmt: skip
def test_a_meeting_without_a_day_is_between_no_two_days(
    day: str, since: str, until: str, found: bool
) -> None:
    assert is_between(day, since, until) is found
