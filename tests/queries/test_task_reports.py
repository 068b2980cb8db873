"""Where the progress of a task was printed."""

from emgdesk.operations.issuing import issue_document
from emgdesk.operations.task import add_entry
from emgdesk.queries.task_reports import issues_of_entries
from emgdesk.queries.workstreams import list_entries
from tests.desks import make_meeting, make_workplan
from tests.operations.registers import PDF


def issue(desk, meeting: str, lines: list[str], name: str = "progress-report") -> None:
    desk.do("Issue", issue_document, meeting_id=meeting, name=name, options={}, lines=lines, pdf=PDF)


def test_an_entry_is_found_in_the_reports_that_print_its_words(desk):
    keys, meeting = make_workplan(desk), make_meeting(desk, "SOM40 mid-term", date="2031-05-20")
    text = "The **whole** map.\n\n- sea\n- shore"
    later = desk.do("Entry", add_entry, task_id=keys["map"], text=text, as_of="2031-06-01").value
    desk.do("Status", add_entry, task_id=keys["map"], status="completed", as_of="2031-07-01")
    issue(desk, meeting, ["I. Oceans", "Ongoing. Half of it."])
    issue(desk, meeting, ["The whole map. sea", "shore"])
    issue(desk, meeting, ["Half of it."], name="agenda")
    found = desk.read(issues_of_entries, task_id=keys["map"])
    assert sorted(found) == sorted([keys["entry"], later])
    assert all(len(names) == 1 for names in found.values())


def test_without_an_issued_report_nothing_is_said(desk):
    keys = make_workplan(desk)
    assert desk.read(issues_of_entries, task_id=keys["map"]) == {}
    assert [row.text for row in desk.read(list_entries, task_id=keys["map"])] == ["Half of it."]
