from datetime import date

from emgdesk.domain.dates import long_date, long_period


def test_long_date() -> None:
    assert long_date(date(2021, 6, 30)) == "30 June 2021"


def test_a_period_says_what_repeats_only_once() -> None:
    first = date(2021, 6, 28)
    assert long_period(first, None) == "28 June 2021"
    assert long_period(first, first) == "28 June 2021"
    assert long_period(first, date(2021, 6, 30)) == "28–30 June 2021"
    assert long_period(first, date(2021, 7, 2)) == "28 June – 2 July 2021"
    assert long_period(first, date(2022, 1, 2)) == "28 June 2021 – 2 January 2022"
