"""Times of day as agendas write them."""

import pytest

from emgdesk.domain.clock_times import clock, minutes, read_time, read_times


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("15:10", "15:10"), ("9:05", "09:05"), ("9.05", "09:05"), ("0905", "09:05"), ("905", "09:05"),
        ("15h10", "15:10"), ("15 h", "15:00"), ("9", "09:00"), ("3:10 p.m.", "15:10"), ("3:10pm", "15:10"),
        ("12:00 a.m.", "00:00"), ("12 pm", "12:00"), ("noon", "12:00"), ("", ""), ("  ", ""),
        ("25:00", None), ("15:60", None), ("13 p.m.", None), ("0 am", None), ("soon", None), ("15:1", None),
        ("15:10:30", None), ("-1:00", None),
    ],
)  # fmt: skip
def test_a_time_is_read(typed, read):
    assert read_time(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3:00 – 3:10 p.m.", ("15:00", "15:10")),
        ("4:10 – 04:50 p.m.", ("16:10", "16:50")),
        ("from 3:00 p.m. to 5.00 p.m.", ("15:00", "17:00")),
        ("11:30 - 1:00 p.m.", ("11:30", "13:00")),
        ("9:30 a.m. - 1 p.m.", ("09:30", "13:00")),
        ("0900-1030", ("09:00", "10:30")),
        ("16:00-15:00", ("16:00", "15:00")),
        ("25:00-26:00", None),
        ("15:00", None),
        ("Item 1 - 2", None),
    ],
)
def test_a_period_is_read(typed, read):
    assert read_times(typed) == read


def test_minutes_and_back():
    assert (minutes("00:00"), minutes("23:59"), minutes("")) == (0, 1439, None)
    assert (clock(0), clock(1439)) == ("00:00", "23:59")
