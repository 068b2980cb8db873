from datetime import date, datetime, time

import pytest

from emgdesk.importing.sheets.cell_dates import clock_time, iso_date, iso_moment, iso_period, order_of


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["1/2/2022", "14/2/2022"], "dmy"), (["1/2/2022", "2/14/2022"], "mdy"), (["2022-05-18"], "ymd"),
        (["1/2/2022", "3/4/2022"], None), (["07.10.21, 14:00:00"], "dmy"), (["May 2022"], None), ([], None),
    ],
)  # fmt: skip
def test_the_order_of_day_and_month_is_told_by_the_file(values, order):
    assert order_of(values) == order


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        (datetime(2022, 5, 18, 9, 0), "2022-05-18"), (date(2022, 5, 18), "2022-05-18"), ("2022-05", "2022-05"),
        ("18 May 2022", "2022-05-18"), ("May 18, 2022", "2022-05-18"), ("18 de mayo de 2022", "2022-05-18"),
        ("le 3 février 2022", "2022-02-03"), ("May 2022", "2022-05"), ("31/02/2022", ""), ("soon", ""),
        (None, ""), (5, ""), ("05/06/2022", ""), ("06/06/2022", "2022-06-06"), ("25/06/2022", "2022-06-25"),
    ],
)  # fmt: skip
def test_a_cell_as_iso_date(cell, iso):
    assert iso_date(cell) == iso


def test_an_undecidable_date_follows_the_order_of_the_file():
    assert iso_date("10/7/21", "mdy") == "2021-10-07"
    assert iso_date("10/7/21", "dmy") == "2021-07-10"
    assert iso_date("21-10-07", "ymd") == "2021-10-07"


def test_moments_keep_their_time():
    assert iso_moment(datetime(2022, 4, 20, 9, 0)) == "2022-04-20 09:00"
    assert iso_moment(datetime(2022, 4, 20)) == "2022-04-20"
    assert iso_moment("2021-09-20 08:01:02.345678+00:00") == "2021-09-20 08:01"
    assert iso_moment("10/7/21, 2:00:00\u202fPM", "mdy") == "2021-10-07 14:00"
    assert iso_moment("Sep 26, 2026 7:05 PM") == "2026-09-26 19:05"


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("15:10", "15:10"), ("3:10 p.m.", "15:10"), ("15h10", "15:10"), ("12:05 AM", "00:05"),
        (time(9, 30), "09:30"), (0.625, "15:00"), (datetime(1900, 1, 1, 15, 0), "15:00"), ("noon", ""),
        ("25:00", ""), (None, ""),
    ],
)  # fmt: skip
def test_times_of_day(cell, clock):
    assert clock_time(cell) == clock


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("28-30 June 2021", ("2021-06-28", "2021-06-30")),
        ("28 June to 2 July 2021", ("2021-06-28", "2021-07-02")),
        ("2021-06-28 – 2021-06-30", ("2021-06-28", "2021-06-30")),
        ("30 June 2021", ("2021-06-30", "")),
        ("May 2022", ("2022-05", "")),
    ],
)
def test_periods(text, period):
    assert iso_period(text) == period
