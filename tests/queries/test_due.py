"""What waits on a desk, the most urgent first."""

from datetime import date

import pytest

from emgdesk.operations.action import update_action
from emgdesk.operations.follow_up import add_follow_up
from emgdesk.operations.mandate import add_event
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.task import add_entry, add_task, update_task
from emgdesk.operations.workstream import add_workstream
from emgdesk.queries.due import (
    DueMandate,
    OpenDecision,
    SilentTask,
    SomAhead,
    decisions_without_task,
    follow_ups_due,
    mandates_due,
    next_som,
    silent_tasks,
)
from emgdesk.queries.findings import list_desk_findings
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan
from tests.meeting_actions import make_action, make_actions, make_section
from tests.yearly import TODAY, make_year


def test_a_desk_without_soms_has_none_ahead(desk: Workspace) -> None:
    assert desk.read(next_som, today=TODAY) == SomAhead(0, None, "", "")
    assert desk.read(mandates_due, today=TODAY) == ()
    assert desk.read(silent_tasks, today=TODAY) == ()
    assert desk.read(decisions_without_task) == ()
    assert desk.read(follow_ups_due, today=TODAY) == ()


@pytest.mark.parametrize(
    ("meetings", "ahead"),
    [
        ((("SOM40 technical", "2031-09-24", "held"),), (40, "SOM40 senior", "")),
        ((("SOM40 senior", "2031-10-29", "held"),), (41, "SOM41 technical", "")),
        ((("SOM40 senior", "2031-10-29", "confirmed"),), (41, "SOM41 technical", "")),
        ((("SOM40 senior", "2031-10-29", "postponed"),), (40, "SOM40 senior", "2031-10-29")),
        ((("SOM40 senior", "2031-10", "planned"),), (40, "SOM40 senior", "2031-10")),
        ((("SOM40 senior", "2031-12-01", "cancelled"),), (0, "", "")),
        ((("SOM41 mid-term", "2032-05-02", "planned"),), (41, "SOM41 technical", "")),
        (
            (("SOM40 senior", "2031-10-29", "held"), ("SOM41 mid-term", "2032-05-02", "planned")),
            (41, "SOM41 technical", ""),
        ),
        (
            (("SOM40 technical", "2031-09-24", "held"), ("SOM40 senior", "2031-12-02", "planned")),
            (40, "SOM40 senior", "2031-12-02"),
        ),
    ],
)  # fmt: skip
def test_the_som_ahead_decides_next(
    desk: Workspace, meetings: tuple[tuple[str, str, str], ...], ahead: tuple[int, str, str]
) -> None:
    keys = {code: make_meeting(desk, code, date=day, status=status) for code, day, status in meetings}
    number, code, day = ahead
    wanted = SomAhead(number, keys.get(code), code, day)
    assert desk.read(next_som, today=TODAY) == wanted


def test_mandates_stand_by_urgency(desk: Workspace) -> None:
    keys = make_year(desk)

    def due(body: str, name: str, until: str, state: str, officer: str = "") -> DueMandate:
        return DueMandate(keys[body], name, until, state, keys[f"{body} given"], "2030-10-30", officer)

    assert desk.read(mandates_due, today=TODAY) == (
        due("ports", "Coalition on Ports", "SOM 40", "lapsed"),
        due("reefs", "Task Team on Reefs", "SOM 41", "due", "Mona Field"),
        due("dust", "Network on Dust", "the inventory is complete", "condition"),
        due("tides", "Network on Tides", "SOM 45", "later"),
    )


@pytest.mark.parametrize(
    ("until", "given", "words", "state"),
    [
        ("31 December 2031", "2030-10-30", "31 December 2031", "due"),
        ("2032-03-31", "2030-10-30", "31 March 2032", "later"),
        ("2031-06", "2030-10-30", "June 2031", "lapsed"),
        ("", "2030-10-30", "SOM 40", "lapsed"),
        ("", "2031-10-30", "the next SOM", "due"),
        ("", "", "the next SOM", "due"),
        ("one year", "2030-10-30", "30 October 2031", "lapsed"),
        ("the review is over", "2030-10-30", "the review is over", "condition"),
    ],
)
def test_an_end_that_names_no_som(desk: Workspace, until: str, given: str, words: str, state: str) -> None:
    make_meeting(desk, "SOM40 senior", date="2031-10-29", status="held")
    body = desk.do("Body", add_workstream, name="Network on Fog").value
    desk.do("Event", add_event, workstream_id=body, kind="established", date=given, until=until)
    (found,) = desk.read(mandates_due, today=TODAY)
    assert (found.until, found.state) == (words, state)


def test_who_ended_or_is_part_of_another_has_no_mandate_due(desk: Workspace) -> None:
    keys = make_year(desk)
    for body, kind in (("ports", "concluded"), ("dust", "became part of")):
        desk.do(
            "Event", add_event, workstream_id=keys[body], kind=kind, date="2031-10-30",
            other_workstream_id=keys["reefs"] if body == "dust" else None,
        )  # fmt: skip
    assert [row.workstream for row in desk.read(mandates_due, today=TODAY)] == [
        "Task Team on Reefs",
        "Network on Tides",
    ]


def test_silent_tasks_by_how_long_they_are(desk: Workspace) -> None:
    keys = make_year(desk)

    def silent(task: str, text: str, body: str, name: str, last: str, officer: str = "") -> SilentTask:
        return SilentTask(keys[task], text, keys[body], name, last, "2031-10-29", officer)

    assert desk.read(silent_tasks, today=TODAY) == (
        silent("chart", "Chart the tides.", "tides", "Network on Tides", ""),
        silent("buoys", "Lay out buoys.", "tides", "Network on Tides", "2030-10-01"),
        silent("map", "Make the map.", "reefs", "Task Team on Reefs", "2031-05-02", "Mona Field"),
    )


def test_a_task_is_silent_no_longer(desk: Workspace) -> None:
    keys = make_year(desk)
    desk.do("Entry", add_entry, task_id=keys["chart"], status="ongoing", as_of="2031-11-10")
    desk.do("Entry", add_entry, task_id=keys["buoys"], status="postponed", as_of="2031-10-01")
    desk.do("Leave", update_task, task_id=keys["map"], until="2031-11-01")
    late = {"chapter_id": keys["chapter"], "workstream_id": keys["reefs"], "since": "2032-01-01"}
    desk.do("Task", add_task, text="Print the map.", **late)
    assert desk.read(silent_tasks, today=TODAY) == ()
    assert [row.text for row in desk.read(silent_tasks, today=date(2032, 1, 1))] == ["Print the map."]


def test_a_decision_that_asks_for_work_and_has_no_task(desk: Workspace) -> None:
    keys = make_year(desk)
    assert desk.read(decisions_without_task) == (
        OpenDecision(
            keys["count"], keys["senior"], "SOM40 senior", "I. b)",
            "Request the Task Team to count the corals.", keys["reefs"], "Task Team on Reefs",
        ),
    )  # fmt: skip
    quoting = {"text": "Request the Task Team to count the corals.", "workstream_id": keys["reefs"]}
    desk.do("Task", add_task, chapter_id=keys["chapter"], **quoting)
    assert desk.read(decisions_without_task) == ()


def test_a_decision_is_told_once_where_it_was_taken_last(desk: Workspace) -> None:
    keys = make_actions(desk)
    for name in ("request", "finish", "count"):
        desk.do("Decide", update_action, action_id=keys[name], outcome="approved")
    section = make_section(desk, keys["senior"], "Task Team on Reefs", workstream_id=keys["reefs"])
    make_action(
        desk, section, "Finish the map, please", origin_id=keys["finish"], outcome="approved",
        stem="Request the Task Team to:",
    )  # fmt: skip
    told = [(row.meeting, row.citation, row.text) for row in desk.read(decisions_without_task)]
    assert told == [
        ("SOM40 senior", "I. a)", "Finish the map, please"),
        ("SOM40 technical", "I. b) ii", "Request the Task Team to count the corals."),
    ]


def test_follow_ups_by_urgency(desk: Workspace) -> None:
    keys = make_year(desk)
    for what, due, meeting in (
        ("By spring.", "2032-05-01", "senior"),
        ("Each time.", "every meeting", "midterm"),
        ("Long ago.", "next meeting", "midterm"),
        ("Last week.", "2031-11-08", "senior"),
        ("Much later.", "2033-01-01", "senior"),
    ):
        desk.do("Owed", add_follow_up, meeting_id=keys[meeting], what=what, due=due)
    make_meeting(desk, "SOM41 mid-term", date="2032-05-06")
    told = [(row.what, row.state, row.at) for row in desk.read(follow_ups_due, today=TODAY)]
    assert told == [
        ("Long ago.", "overdue", "SOM41 mid-term"),
        ("Last week.", "overdue", "SOM41 mid-term"),
        ("By spring.", "due", "SOM41 mid-term"),
        ("Send the figures.", "next meeting", "SOM41 mid-term"),
        ("Each time.", "every meeting", "SOM41 mid-term"),
    ]


def test_a_follow_up_is_the_business_of_who_answers_for_the_workstream(desk: Workspace) -> None:
    keys = make_year(desk)
    desk.do("Owed", add_follow_up, meeting_id=keys["senior"], what="Say who counts.", action_id=keys["count"])
    told = {row.what: (row.officer, row.at) for row in desk.read(follow_ups_due, today=TODAY)}
    assert told == {"Send the figures.": ("", ""), "Say who counts.": ("Mona Field", "")}
    desk.do("Not held", update_meeting, meeting_id=keys["senior"], status="postponed")
    assert desk.read(follow_ups_due, today=TODAY) == ()


def test_an_undated_extension_cures_no_lapse(desk: Workspace) -> None:
    reefs = make_workplan(desk)["reefs"]
    for number, day in ((39, "2030-10-02"), (40, "2031-10-02")):
        make_meeting(desk, f"SOM{number} senior", date=day, status="held")
    desk.do("E", add_event, workstream_id=reefs, kind="established", date="2029-10-02", until="SOM 39")
    desk.do("E", add_event, workstream_id=reefs, kind="extended")
    (one,) = desk.read(mandates_due, today=date(2031, 12, 1))
    assert one.state == "lapsed"
    assert [found.kind for found in desk.read(list_desk_findings, today=date(2031, 12, 1))] == [
        "mandate-expired", "mandate-undated",
    ]  # fmt: skip
    desk.do("E", add_event, workstream_id=reefs, kind="extended", date="2031-11-02")
    (one,) = desk.read(mandates_due, today=date(2031, 12, 1))
    assert one.state == "due"
