from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from icalendar import Calendar

from emgdesk.errors import OutputError
from emgdesk.reports.events import Event
from emgdesk.reports.renderers.calendar import write_calendar
from tests.reports.builders.test_calendar import EVENT


def written(tmp_path: Path, *events: Event) -> tuple[Calendar, list]:
    path = tmp_path / "meetings.ics"
    write_calendar(events, path)
    calendar = Calendar.from_ical(path.read_bytes())
    return calendar, list(calendar.walk("VEVENT"))


def test_times_in_their_zone_which_the_file_describes(tmp_path: Path) -> None:
    calendar, (entry,) = written(tmp_path, EVENT)
    assert entry["DTSTART"].params["TZID"] == "Europe/Zurich"
    assert entry["DTSTART"].dt.astimezone(UTC) == datetime(2035, 9, 9, 12, 0, tzinfo=UTC)
    assert entry["DTEND"].dt.astimezone(UTC) == datetime(2035, 9, 9, 14, 30, tzinfo=UTC)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Zurich"]


def test_what_an_event_says(tmp_path: Path) -> None:
    calendar, (entry,) = written(tmp_path, replace(EVENT, title="Größe; Maß, نص", note="a\nb"))
    told = {name: str(entry[name]) for name in ("UID", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS")}
    assert told == {
        "UID": "k1@emgdesk", "SUMMARY": "Größe; Maß, نص", "LOCATION": "Online", "DESCRIPTION": "a\nb",
        "STATUS": "CONFIRMED",
    }  # fmt: skip
    assert (str(calendar["VERSION"]), str(calendar["METHOD"])) == ("2.0", "PUBLISH")
    assert entry["DTSTAMP"].dt.tzinfo is not None


def test_times_without_a_zone_float(tmp_path: Path) -> None:
    calendar, (entry,) = written(tmp_path, replace(EVENT, zone=""))
    assert entry["DTSTART"].dt == datetime(2035, 9, 9, 14, 0)
    assert entry["DTSTART"].dt.tzinfo is None
    assert calendar.walk("VTIMEZONE") == []


def test_whole_days_end_the_day_after_the_last(tmp_path: Path) -> None:
    period = replace(EVENT, last=date(2035, 9, 11), start=None, end=None, zone="", place="", note="")
    _, (entry,) = written(tmp_path, period)
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2035, 9, 9), date(2035, 9, 12))
    assert "LOCATION" not in entry
    assert "DESCRIPTION" not in entry


@pytest.mark.parametrize("end", [None, time(14, 0), time(9, 0)])
def test_an_end_that_is_none_is_not_written(tmp_path: Path, end: time | None) -> None:
    _, (entry,) = written(tmp_path, replace(EVENT, end=end))
    assert "DTEND" not in entry


def test_no_events_are_a_calendar_too(tmp_path: Path) -> None:
    assert written(tmp_path)[1] == []


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written: its folder does not exist"):
        write_calendar((EVENT,), tmp_path / "nowhere" / "a.ics")
