"""How a task stands is told by the last entry that says so."""

from emgdesk.domain.progress import known_by, last_status
from emgdesk.queries.workstreams import EntryRow


def entry(status: str, day: str) -> EntryRow:
    return EntryRow("", status, "Told.", day, 1)


def test_a_remark_leaves_the_status_as_it_was():
    assert last_status([entry("completed", "2031-01-01"), entry("", "2031-02-01")]) == "completed"
    assert last_status([entry("", "2031-02-01")]) == ""
    assert last_status([]) == ""


def test_what_is_of_a_later_day_does_not_count():
    told = (entry("ongoing", ""), entry("", "2031-05"), entry("completed", "2031-06-02"))
    assert known_by(told, "2031-04-30") == told[:1]
    assert known_by(told, "2031-05-01") == known_by(told, "2031-06-01") == told[:2]
    assert known_by(told, "2031-06-02") == known_by(told, "") == told
