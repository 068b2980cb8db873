import pytest

from emgdesk.domain.dates import clock_time, clock_times


@pytest.mark.parametrize(
    ("time", "printed"),
    [
        ("15:10", "3:10 p.m."), ("09:05", "9:05 a.m."), ("00:00", "12:00 a.m."), ("12:00", "12:00 p.m."),
        ("11:59", "11:59 a.m."), ("", ""), ("after lunch", "after lunch"),
    ],
)  # fmt: skip
def test_one_time(time: str, printed: str) -> None:
    assert clock_time(time) == printed
    assert clock_time(time, "24") == time


@pytest.mark.parametrize(
    ("start", "end", "dial", "whole"),
    [
        ("15:10", "16:10", "3:10 – 4:10 p.m.", "15:10 – 16:10"),
        ("11:30", "13:00", "11:30 a.m. – 1:00 p.m.", "11:30 – 13:00"),
        ("16:50", "", "4:50 p.m.", "16:50"),
        ("", "17:00", "5:00 p.m.", "17:00"),
        ("", "", "", ""),
        ("15:10", "late", "3:10 p.m. – late", "15:10 – late"),
    ],
)
def test_from_when_to_when(start: str, end: str, dial: str, whole: str) -> None:
    assert (clock_times(start, end), clock_times(start, end, "24")) == (dial, whole)
