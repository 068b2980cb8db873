"""Carrying a desk to the next SOM in one step."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.roll_forward import Rolled, roll_forward
from emgdesk.queries.actions import list_actions
from emgdesk.queries.follow_ups import list_follow_ups
from emgdesk.queries.meetings import find_meeting, list_meetings
from emgdesk.queries.roll_forward import Proposal, RollForward, propose
from emgdesk.queries.workstreams import TaskRow, list_tasks
from emgdesk.workspace import Workspace
from tests.desks import dump, make_meeting
from tests.meeting_actions import make_action, make_section
from tests.yearly import TODAY, make_year

Change = Callable[[Proposal], Proposal]


def read(desk: Workspace) -> RollForward:
    return desk.read(propose, som_number=40, today=TODAY)


def roll(desk: Workspace, changes: Mapping[str, Change] | None = None, target: str = "") -> Rolled:
    """Carry the desk on, each kind of proposal changed as told; kinds not named stay as proposed."""
    plan = read(desk)
    same: Change = lambda one: one  # noqa: E731
    chosen = [(changes or {}).get(one.kind, same)(one) for one in plan.proposals]
    return desk.do(
        "Roll forward to SOM 41", roll_forward, plan=plan, chosen=chosen, target=target or plan.target
    ).value


def without(*kinds: str) -> dict[str, Change]:
    return dict.fromkeys(kinds, lambda one: replace(one, ticked=False))


def drafted(desk: Workspace, code: str) -> list[tuple[str, str, str, str, list[tuple[str, str]]]]:
    """(heading, stem, outcome, wording, effects) of the actions before a meeting."""
    meeting = desk.read(find_meeting, code=code)
    return [
        (section.heading, row.stem, row.outcome, row.text, [(e.kind, e.until) for e in row.effects])
        for section in desk.read(list_actions, meeting_id=meeting.id)
        for row in section.actions
    ]


def tasks(desk: Workspace) -> dict[str, list[TaskRow]]:
    held: dict[str, list[TaskRow]] = {}
    for row in desk.read(list_tasks):
        held.setdefault(row.text, []).append(row)
    return held


STEM = "The Senior Officials:"


def test_all_that_is_proposed_in_one_step(desk: Workspace) -> None:
    keys = make_year(desk)
    before = dump(desk.path)
    rolled = roll(desk)
    technical = desk.read(find_meeting, code="SOM41 technical")
    assert rolled == Rolled(
        som_number=41, meetings=("SOM41 mid-term", "SOM41 technical", "SOM41 senior"), brought=0, actions=2, tasks=1,
        left=3, gone_on=1, asked=2, dropped=0, actions_meeting_id=technical.id,
    )  # fmt: skip
    assert (technical.date, technical.status, technical.previous_id) == (
        "2032-09",
        "planned",
        keys["technical"],
    )
    assert drafted(desk, "SOM41 technical") == [
        (
            "Task Team on Reefs", STEM, "drafted", "Agree to extend the Task Team on Reefs until SOM 42.",
            [("extended", "SOM 42")],
        ),
        (
            "Coalition on Ports", STEM, "drafted", "Decide to conclude the Coalition on Ports.",
            [("concluded", "")],
        ),
    ]  # fmt: skip
    assert drafted(desk, "SOM41 senior") == [
        ("Network on Dust", STEM, "drafted", "Decide to rename the Network.", [("renamed", "")])
    ]
    assert desk.undo().label == "Roll forward to SOM 41"
    assert dump(desk.path) == before


def test_the_work_plan_of_the_new_year(desk: Workspace) -> None:
    keys = make_year(desk)
    roll(desk)
    held = tasks(desk)
    (count,) = held["Request the Task Team to count the corals."]
    assert (count.workstream_id, count.chapter_id, count.action_id, count.source, count.since) == (
        keys["reefs"], keys["chapter"], keys["count"], "SOM40 senior, decision I. b)", "2031-10-30",
    )  # fmt: skip
    assert [row.until for row in held["Make the survey."] + held["Weigh the dust."]] == ["2031-10-30"] * 2
    old, new = held["Count the harvest."]
    assert (old.workstream_id, old.until, len(old.entries)) == (keys["kelp"], "2031-10-30", 1)
    assert (new.workstream_id, new.since, new.until, new.responsible, new.entries) == (
        keys["reefs"], "2031-10-30", "", "UNEP", (),
    )  # fmt: skip
    assert [(row.since, row.until) for row in held["Make the map."] + held["Chart the tides."]] == [
        ("", ""),
        ("", ""),
    ]
    owed = [(row.who, row.whom, row.what, row.due, row.meeting) for row in desk.read(list_follow_ups)]
    assert owed == [
        ("UNEP", "", "Send the figures.", "next meeting", "SOM40 senior"),
        *(
            ("UNEP", "EMG Secretariat", f"Report on progress: {what}", "next meeting", "SOM40 senior")
            for what in ("Chart the tides.", "Lay out buoys.")
        ),
    ]


def test_a_second_time_nothing_is_left(desk: Workspace) -> None:
    make_year(desk)
    roll(desk)
    found = read(desk)
    assert found.proposals == ()
    assert found.carried == 5


def test_a_second_time_what_was_left_out_is_proposed_again(desk: Workspace) -> None:
    make_year(desk)
    roll(desk, without("mandate", "decision", "silent"))
    assert [one.id.partition(":")[0] for one in read(desk).proposals] == [
        "mandate", "mandate", "decision", "task", "task",
    ]  # fmt: skip
    rolled = roll(desk)
    assert (rolled.meetings, rolled.actions, rolled.tasks, rolled.asked) == ((), 2, 1, 2)
    assert read(desk).proposals == ()


def test_a_year_later_what_was_asked_for_in_vain_can_be_dropped(desk: Workspace) -> None:
    make_year(desk)
    roll(desk)
    for segment in ("mid-term", "technical", "senior"):
        meeting = desk.read(find_meeting, code=f"SOM41 {segment}")
        desk.do("Held", update_meeting, meeting_id=meeting.id, status="held", date=f"{meeting.date}-20")
    plan = desk.read(propose, som_number=41, today=date(2032, 11, 15))
    rows = [(one.subject, one.chosen.words, one.reason, one.ticked) for one in plan.of_kind("silent")]
    asked = "Progress was asked for at SOM40 senior."
    assert rows == [
        ("Make the map.", "Ask for progress", "Nothing was reported since 2 May 2031.", True),
        ("Chart the tides.", "Report it as dropped", f"Nothing was ever reported on it. {asked}", False),
        (
            "Lay out buoys.",
            "Report it as dropped",
            f"Nothing was reported since 1 October 2030. {asked}",
            False,
        ),
    ]


def test_the_other_choices(desk: Workspace) -> None:
    make_year(desk)
    choose: Callable[[int], Change] = lambda at: lambda one: replace(one, choice=at, ticked=True)  # noqa: E731
    rolled = roll(
        desk,
        {
            "meeting": lambda one: replace(one, when="", text="The 41st"),
            "mandate": lambda one: replace(one, choice=2, text="Request them to report.", when=""),
            "condition": lambda one: replace(one, choice=0, ticked=True, text="Agree to go on."),
            "ended": choose(1),
            "silent": choose(1),
        },
        target="SOM41 senior",
    )
    assert (rolled.left, rolled.gone_on, rolled.asked, rolled.dropped) == (3, 0, 0, 2)
    assert [row[2:] for row in drafted(desk, "SOM41 senior")] == [
        ("drafted", "Decide to rename the Network.", [("renamed", "")]),
        ("drafted", "Agree to go on.", [("extended", "the inventory is complete")]),
        ("drafted", "Request them to report.", []),
        ("drafted", "Request them to report.", []),
    ]
    assert {(m.title, m.date) for m in desk.read(list_meetings) if m.som_number == 41} == {("The 41st", "")}
    (chart,) = tasks(desk)["Chart the tides."]
    assert [(entry.status, entry.as_of) for entry in chart.entries] == [("dropped", "2031-11-15")]
    assert chart.until == ""


def test_who_is_to_report_goes_on_until_then_if_so_chosen(desk: Workspace) -> None:
    make_year(desk)
    going_on: Change = lambda one: replace(one, choice=3)  # noqa: E731
    roll(desk, {"mandate": going_on}, target="SOM41 senior")
    assert [row[4] for row in drafted(desk, "SOM41 senior") if row[4] and row[4][0][0] == "continued"] == [
        [("continued", "SOM 42")],
        [("continued", "SOM 42")],
    ]


def test_a_section_of_the_workstream_that_is_there_is_used(desk: Workspace) -> None:
    keys = make_year(desk)
    ahead = make_meeting(desk, "SOM41 technical")
    make_section(desk, ahead, "Reefs and all that", workstream_id=keys["reefs"])
    roll(desk, without("meeting"))
    assert [row[0] for row in drafted(desk, "SOM41 technical")] == [
        "Reefs and all that",
        "Coalition on Ports",
    ]


def test_deferred_actions_come_before_a_segment_that_is_there(desk: Workspace) -> None:
    keys = make_year(desk)
    make_meeting(desk, "SOM41 senior")
    (one,) = [one for one in read(desk).proposals if one.kind == "deferred"]
    assert (one.key, one.subject, one.chosen.words, one.reason) == (
        keys["senior"], "SOM40 senior: 1 action", "Put before SOM41 senior",
        "Deferred, and not before SOM41 senior yet.",
    )  # fmt: skip
    rolled = roll(desk)
    assert (rolled.brought, rolled.meetings) == (1, ("SOM41 mid-term", "SOM41 technical"))
    assert drafted(desk, "SOM41 senior") == [
        ("Network on Dust", STEM, "drafted", "Decide to rename the Network.", [("renamed", "")])
    ]
    assert read(desk).proposals == ()


def test_a_segment_without_one_before_it_is_made_plainly(desk: Workspace) -> None:
    make_meeting(desk, "SOM40 senior", status="held")
    rolled = roll(desk, {"meeting": lambda one: replace(one, ticked=True, when="2032-04")})
    assert rolled.meetings == ("SOM41 mid-term", "SOM41 technical", "SOM41 senior")
    made = desk.read(find_meeting, code="SOM41 mid-term")
    assert (made.date, made.segment, made.previous_id) == ("2032-04", "mid-term", None)


@pytest.mark.parametrize(
    ("changes", "sentence", "at"),
    [
        (
            without("meeting", "mandate", "condition", "decision", "finished", "ended", "silent"),
            "Nothing is ticked.", None,
        ),
        (
            without("meeting"),
            "SOM41 technical is not on the desk; tick it, or choose another meeting for the drafted actions.",
            "target",
        ),
        (
            {"mandate": lambda one: replace(one, choice=0, when=" ")},
            "Say until when “Task Team on Reefs” is to go on.", "mandate:reefs",
        ),
        (
            {"decision": lambda one: replace(one, text=" ")},
            "The wording for “Request the Task Team to count the corals.” is empty.", "decision:count",
        ),
        (
            {"meeting": lambda one: replace(one, when="in spring")},
            "“in spring” is no date for SOM41 mid-term; write 2032-05-28, or 2032-05 for a month.",
            "meeting:mid-term",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_done_changes_nothing(
    desk: Workspace, changes: Mapping[str, Change], sentence: str, at: str | None
) -> None:
    keys = make_year(desk)
    before = dump(desk.path)
    with pytest.raises(DataError) as refused:
        roll(desk, changes)
    kind, _, name = (at or "").partition(":")
    assert str(refused.value) == sentence
    assert refused.value.place == (f"{kind}:{keys[name]}" if name in keys else at)
    assert dump(desk.path) == before


def test_a_decision_needs_a_chapter(desk: Workspace) -> None:
    make_year(desk)
    with pytest.raises(DataError, match="Choose the chapter of the work plan for “Request the Task Team"):
        roll(
            desk,
            {"decision": lambda one: replace(one, choices=(replace(one.chosen, chapter_id=None),))},
        )


def test_a_desk_that_moved_on_is_looked_at_again(desk: Workspace) -> None:
    keys = make_year(desk)
    plan = read(desk)
    make_action(desk, make_section(desk, keys["technical"], "Others"), "Welcome it.")
    with pytest.raises(DataError, match="The desk has changed since this preview was made"):
        desk.do("Roll", roll_forward, plan=plan, chosen=plan.proposals, target=plan.target)
