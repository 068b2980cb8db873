"""A progress report issued, the work plan edited: what a later report says has changed, and who is as of when."""

from datetime import date
from pathlib import Path

import pytest

from emgdesk.cli import main
from emgdesk.errors import UsageError
from emgdesk.issuing import issue
from emgdesk.operations.document import add_document
from emgdesk.operations.mandate import add_event
from emgdesk.operations.task import add_entry, add_task, update_entry, update_task
from emgdesk.operations.workstream import add_workstream
from emgdesk.publishing import build_document, export_document
from emgdesk.queries.progress_issues import list_issued_reports
from emgdesk.reports.builders.progress_report import UNTOLD
from emgdesk.reports.text_lines import text_lines
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan
from tests.reports.renderers.pdf.reading import operators

SYMBOL = "EMG SOM40/mid-term/03"
TODAY = date(2031, 10, 1)


def lines(desk: Workspace, **options: str) -> list[str]:
    named = {key.replace("_", "-"): value for key, value in options.items()}
    return list(text_lines(build_document(desk, "progress-report", options=named, today=TODAY)))


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    """A work plan whose report was issued for a meeting on 14 May 2031."""
    made = make_workplan(desk)
    made["meeting"] = make_meeting(
        desk, "SOM40 mid-term", som_number=40, segment="mid-term", date="2031-05-14"
    )
    desk.do("Paper", add_document, meeting_id=made["meeting"], symbol=SYMBOL, title="Progress report")
    issue(desk, "progress-report", made["meeting"])
    return made


def front(printed: list[str]) -> list[str]:
    """The list of what has changed."""
    first = next(at for at, line in enumerate(printed) if line.startswith("What has changed"))
    last = next(at for at, line in enumerate(printed) if line.startswith("I.\t"))
    return printed[first:last]


def test_nothing_has_changed_since_the_issue(desk: Workspace, keys: dict[str, str]) -> None:
    assert front(lines(desk, changes=SYMBOL)) == [
        f"What has changed since {SYMBOL} of 14 May 2031", "Nothing has changed.",
    ]  # fmt: skip


def test_edits_without_a_new_date_are_seen(desk: Workspace, keys: dict[str, str]) -> None:
    desk.do("Edit", update_entry, entry_id=keys["entry"], text="Half of it, and the legend.")
    desk.do("Edit", update_task, task_id=keys["website"], next_steps="Find a designer.")
    expected = [
        f"What has changed since {SYMBOL} of 14 May 2031",
        "In the text below, a bar in the margin marks what is new or has changed.",
        "Task Team on Reefs",
        "•\tChanged: Make the map – Ongoing: Half of it, and the legend.",
        "Oceans and coasts",
        "•\tNew: Make the website – Next steps: Find a designer.",
    ]
    assert front(lines(desk, changes=SYMBOL)) == expected
    assert front(lines(desk, changes="emg som40 / mid-term / 03")) == expected


def test_since_a_symbol_leaves_what_is_new(desk: Workspace, keys: dict[str, str]) -> None:
    desk.do("Add", add_entry, task_id=keys["map"], status="completed", text="Done.", as_of="2031-09-01")
    printed = lines(desk, since=SYMBOL)
    assert printed[-4:] == [
        "I.\tOceans and coasts", "a)\tTask Team on Reefs", "Tasks | Progress | Next steps",
        "Make the map. | Completed: Done. |",
    ]  # fmt: skip
    assert f"with what is new since {SYMBOL} of 14 May 2031." in " ".join(printed)


def test_changes_since_a_day(desk: Workspace, keys: dict[str, str]) -> None:
    desk.do("Add", add_entry, task_id=keys["map"], status="completed", text="Done.", as_of="2031-09-01")
    desk.do(
        "Task", add_task, chapter_id=keys["chapter"], workstream_id=keys["ports"], text="Count the ports.",
        since="2031-08-01",
    )  # fmt: skip
    desk.do("Edit", update_task, task_id=keys["survey"], until="2031-07-01")
    told = front(lines(desk, changes="2031-06-01"))
    assert told[2] == UNTOLD
    assert told[3:] == [
        "Task Team on Reefs", "•\tFinished: Make the map – Completed: Done.",
        "Coalition on Ports", "•\tNew: Task: Count the ports.",
        "•\tGone: No longer in the report: Make the survey.",
    ]  # fmt: skip


def test_workstreams_are_told_as_of_the_day(desk: Workspace, keys: dict[str, str]) -> None:
    for kind, fields in (
        ("established", {"date": "2030-10-01"}),
        ("renamed", {"date": "2031-06-01", "new_name": "Task Team on Corals"}),
        ("concluded", {"date": "2031-09-15"}),
    ):
        desk.do("Event", add_event, workstream_id=keys["reefs"], kind=kind, **fields)
    new = desk.do("Add", add_workstream, name="Network on Kelp", chapter_id=keys["chapter"]).value
    desk.do("Event", add_event, workstream_id=new, kind="established", date="2031-08-01")

    def told(day: str) -> list[str]:
        return [line for line in lines(desk, as_of=day) if line[:2] in ("a)", "b)", "c)") or "Concl" in line]

    assert told("2031-05-14") == ["a)\tTask Team on Reefs", "b)\tCoalition on Ports"]
    assert told("2031-08-02") == ["a)\tTask Team on Corals", "b)\tCoalition on Ports", "c)\tNetwork on Kelp"]
    assert told("2031-09-15")[:2] == ["a)\tTask Team on Corals", "Concluded on 15 September 2031."]
    assert front(lines(desk, changes=SYMBOL))[2:5] == [
        "Task Team on Corals", "•\tChanged: Called Task Team on Reefs before.",
        "•\tFinished: Concluded on 15 September 2031.",
    ]  # fmt: skip


def test_who_took_over_is_called_as_on_the_day(desk: Workspace, keys: dict[str, str]) -> None:
    for key, kind, fields in (
        ("reefs", "transferred", {"date": "2031-06-01", "other_workstream": "a Convention"}),
        ("ports", "established", {"date": "2030-01-01"}),
        ("ports", "renamed", {"date": "2031-09-01", "new_name": "Coalition on Harbours"}),
    ):
        desk.do("Event", add_event, workstream_id=keys[key], kind=kind, **fields)
    kelp = desk.do("Add", add_workstream, name="Network on Kelp", chapter_id=keys["chapter"]).value
    desk.do("Event", add_event, workstream_id=kelp, kind="established", date="2030-01-01")
    absorbed = {"kind": "absorbed", "date": "2031-08-01", "other_workstream_id": kelp}
    desk.do("Event", add_event, workstream_id=keys["ports"], **absorbed)
    assert "Transferred to a Convention on 1 June 2031." in lines(desk, as_of="2031-08-02")
    desk.do("Task", add_task, chapter_id=keys["chapter"], workstream_id=kelp, text="Grow kelp.")
    assert "Absorbed by Coalition on Ports on 1 August 2031." in lines(desk, as_of="2031-08-02")
    assert "Absorbed by Coalition on Harbours on 1 August 2031." in lines(desk, as_of="2031-09-02")


def test_a_report_can_be_issued_with_its_changes_and_compared_again(
    desk: Workspace, keys: dict[str, str]
) -> None:
    desk.do("Edit", update_task, task_id=keys["website"], next_steps="Find a designer.")
    later = make_meeting(desk, "SOM40 technical", som_number=40, segment="technical", date="2031-09-24")
    issue(
        desk, "progress-report", later, {"changes": SYMBOL, "statistics": "yes"}, symbol="EMG SOM40/tech/03"
    )
    assert [(one.option, one.day) for one in desk.read(list_issued_reports)] == [
        ("EMG SOM40/tech/03", date(2031, 9, 24)), (SYMBOL, date(2031, 5, 14)),
    ]  # fmt: skip
    assert front(lines(desk, changes="EMG SOM40/tech/03"))[1:] == ["Nothing has changed."]


@pytest.mark.parametrize("option", ["changes", "since"])
def test_a_symbol_nothing_was_issued_under(desk: Workspace, keys: dict[str, str], option: str) -> None:
    with pytest.raises(UsageError) as refused:
        lines(desk, **{option: "30.5.31"})
    assert str(refused.value) == (
        f"Option {option} cannot be '30.5.31'; it takes a date such as 2022-05-18, or the symbol of an "
        f"issued progress report ({SYMBOL})."
    )


def test_bars_stand_in_the_margin_of_the_pages(desk: Workspace, keys: dict[str, str], tmp_path: Path) -> None:
    desk.do("Edit", update_task, task_id=keys["website"], next_steps="Find a designer.")
    path = tmp_path / "r.pdf"
    for changes, bars in (("", 0), (SYMBOL, 1)):
        export_document(desk, "progress-report", path, options={"changes": changes}, today=TODAY)
        page = operators(path)[0]
        assert page.count("1.6 w 59.03 ") == bars  # nine points left of the text


def test_from_the_command_line(
    desk: Workspace, keys: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--database", str(desk.path), "export", "progress-report", "--output", str(tmp_path / "r.docx")]
    words += ["--option", "as-of=2031-10-01"]
    assert main([*words, "--option", f"changes={SYMBOL}"]) == 0
    assert main([*words, "--option", "changes=EMG SOM99/1"]) == 2
    assert capsys.readouterr().err == (
        "Option changes cannot be 'EMG SOM99/1'; it takes a date such as 2022-05-18, or the symbol of an "
        f"issued progress report ({SYMBOL}).\n"
    )
