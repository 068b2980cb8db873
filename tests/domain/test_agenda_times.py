"""Times that do not fit are found, near misses are not; shifting stops at midnight."""

import pytest

from emgdesk.domain.agenda_times import Slot, shifted_times, times_findings
from emgdesk.errors import DataError


def slots(*rows: str) -> list[Slot]:
    """Items from "name start-end": "2a" is below "2"; a time may be left out."""
    made = []
    for row in rows:
        name, _, times = row.partition(" ")
        start, _, end = times.partition("-")
        made.append(Slot(name, name[:-1] or None, start, end, f"item {name}"))
    return made


def found(*rows: str, start: str = "", end: str = "", days: int = 1) -> list[tuple[str, str, str, int]]:
    all_found = times_findings(slots(*rows), start, end, days=days)
    return [(one.kind, one.item_id, one.other_id, one.shift) for one in all_found]


def test_items_one_after_the_other_fit():
    rows = ("1 15:00-15:10", "2", "3 15:10-16:10", "3a 15:10-15:40", "3b 15:40-16:10", "4 16:50", "5 17:00")
    assert found(*rows, start="15:00", end="17:00") == []


def test_an_overlap_is_told_with_what_would_mend_it():
    (one,) = times_findings(slots("1 15:00-15:20", "2 15:10-16:00"))
    assert (one.kind, one.item_id, one.other_id, one.shift) == ("overlap", "2", "1", 10)
    assert one.text == "Item 2 begins at 15:10, but item 1 lasts until 15:20."


def test_items_between_without_times_are_looked_over():
    assert found("1 15:00-15:20", "2", "3 15:19-16:00") == [("overlap", "3", "1", 1)]
    assert found("1 15:00-15:20", "2", "3 15:20-16:00") == []


def test_a_long_item_is_remembered_past_a_short_one():
    assert found("1 15:00-17:00", "2 15:10-15:20", "3 15:30-15:40") == [
        ("overlap", "2", "1", 110),
        ("overlap", "3", "1", 90),
    ]


def test_an_item_lasts_as_long_as_what_is_below_it():
    assert found("1", "1a 15:00-15:30", "1b 15:30-16:20", "2 16:10-17:00") == [("overlap", "2", "1", 10)]
    assert found("1", "1a 15:00-15:30", "1b 15:30-16:10", "2 16:10-17:00") == []
    assert found("1 15:00", "1a -15:30", "2 15:10") == [("no-start", "1a", "", 0), ("overlap", "2", "1", 20)]


def test_an_item_that_begins_before_the_one_above_it():
    (one,) = times_findings(slots("1 15:10", "2 15:00"))
    assert one.text == "Item 2 begins at 15:00, but item 1 begins at 15:10."
    assert found("1 15:00", "2 15:00") == []


def test_times_backwards_and_an_end_alone():
    one, two = times_findings(slots("1 16:00-15:00", "2 -17:00"))
    assert one.text == "Item 1 ends at 15:00, before it begins at 16:00."
    assert two.text == "Item 2 ends at 17:00 but has no beginning."
    assert found("1 15:00-15:00") == []


def test_what_is_below_stays_within():
    rows = slots("1 15:00-16:00", "1a 14:50-15:10", "1b 15:30-16:10", "1c 15:40-16:00")
    texts = [one.text for one in times_findings(rows) if one.kind == "outside-parent"]
    assert texts == [
        "Item 1a begins at 14:50, but item 1 begins at 15:00.",
        "Item 1b ends at 16:10, but item 1 ends at 16:00.",
    ]


def test_outside_the_meeting():
    rows = ("1 14:50-15:10", "2 16:30-17:10", "3 17:15")
    said = times_findings(slots(*rows), "15:00", "17:00")
    assert [(one.kind, one.text) for one in said] == [
        ("outside-meeting", "Item 1 begins at 14:50, but the meeting begins at 15:00."),
        ("outside-meeting", "Item 2 ends at 17:10, but the meeting ends at 17:00."),
        ("outside-meeting", "Item 3 begins at 17:15, but the meeting ends at 17:00."),
    ]
    assert found("1 15:00-17:00", start="15:00", end="17:00") == []
    assert found("1 14:00-14:30", start="23:00", end="01:00") == []


def test_the_next_day_begins_in_the_morning_again():
    rows = ("1 09:00-17:00", "2 09:00-10:00", "3 09:50-11:00")
    assert found(*rows, start="10:00", end="11:00", days=2) == [("overlap", "3", "2", 10)]


def test_a_loop_is_survived():
    ring = [Slot("x", "y", "15:00", "", "x"), Slot("y", "x", "15:00", "", "y")]
    assert times_findings(ring) == ()


def test_the_rest_is_shifted():
    rows = slots(
        "1 15:00-15:10", "2 15:10-16:10", "2a 15:10-15:40", "2b 15:40-16:10", "3", "4 16:10", "5 -17:00"
    )
    assert shifted_times(rows, "2b", 10) == {
        "2": ("15:10", "16:20"),
        "2b": ("15:50", "16:20"),
        "4": ("16:20", ""),
        "5": ("", "17:10"),
    }
    assert shifted_times(rows, "4", -10) == {"4": ("16:00", ""), "5": ("", "16:50")}
    assert shifted_times(rows, "4", 0) == {}


def test_midnight_is_never_passed():
    rows = slots("1 22:00-23:00", "2 23:00-23:50")
    assert shifted_times(rows, "1", 9)["2"] == ("23:09", "23:59")
    with pytest.raises(DataError, match=r"^Item 2 would pass midnight; it can be 9 minutes later at most\.$"):
        shifted_times(rows, "1", 10)
    with pytest.raises(DataError, match=r"it can be 1320 minutes earlier at most"):
        shifted_times(rows, "1", -1321)
