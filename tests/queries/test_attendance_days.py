"""Which meetings the statistics count, by their days."""

from datetime import date

from emgdesk.queries.attendance import attendance_input
from emgdesk.workspace import Workspace
from tests.desks import make_meeting


def test_meetings_without_a_day_are_counted_only_where_no_days_are_asked_for(desk: Workspace) -> None:
    for code, day in (("REEF 1", ""), ("REEF 2", "2031-05-01"), ("REEF 3", "2020-05-01")):
        make_meeting(desk, code, date=day)

    def codes(since: date | None = None, until: date | None = None) -> list[str]:
        return [one.code for one in desk.read(attendance_input, since=since, until=until).meetings]

    assert codes(date(2031, 1, 1), date(2031, 12, 31)) == ["REEF 2"]
    assert codes(until=date(2030, 1, 1)) == ["REEF 3"]
    assert codes() == ["REEF 3", "REEF 2", "REEF 1"]
