"""What is proposed at the end of a year, and why."""

import pytest

from emgdesk.operations.action import add_effect
from emgdesk.operations.mandate import add_event
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.task import add_entry, add_task, update_task
from emgdesk.operations.workstream import update_workstream
from emgdesk.queries.roll_forward import Obstacle, RollForward, Target, propose, som_to_leave
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan
from tests.meeting_actions import make_action, make_section
from tests.yearly import TODAY, make_year


def plan(desk: Workspace, som: int = 40) -> RollForward:
    return desk.read(propose, som_number=som, today=TODAY)


def told(found: RollForward, kind: str) -> list[tuple[str, str, str, bool]]:
    """(subject, what is done, why, ticked) of the proposals of a kind."""
    return [(one.subject, one.chosen.words, one.reason, one.ticked) for one in found.of_kind(kind)]


def test_the_som_that_ended_last_is_left(desk: Workspace) -> None:
    assert desk.read(som_to_leave, today=TODAY) == 0
    make_year(desk)
    assert desk.read(som_to_leave, today=TODAY) == 40
    make_meeting(desk, "SOM41 technical", date="2032-09-20")
    assert desk.read(som_to_leave, today=TODAY) == 40
    desk.do("Held", update_meeting, meeting_id=make_meeting(desk, "SOM41 senior"), status="held")
    assert desk.read(som_to_leave, today=TODAY) == 41


def test_a_first_som_still_ahead_is_the_one_to_leave(desk: Workspace) -> None:
    make_meeting(desk, "SOM40 technical", date="2031-12-20")
    assert desk.read(som_to_leave, today=TODAY) == 40


def test_the_whole_of_a_year(desk: Workspace) -> None:
    make_year(desk)
    found = plan(desk)
    assert (found.closed_on, found.starts_on, found.today) == ("2031-10-29", "2031-10-30", "2031-11-15")
    assert (found.carried, found.passed_over, found.stem) == (3, 1, "The Senior Officials:")
    assert found.obstacles == ()
    assert [row.what for row in found.follow_ups] == ["Send the figures."]
    assert found.targets == tuple(Target(f"SOM41 {one}", None) for one in ("mid-term", "technical", "senior"))
    assert found.target == "SOM41 technical"
    assert told(found, "finished") == [
        ("Make the survey.", "Leaves the work plan", "Completed, as reported on 24 September 2031.", True),
        ("Weigh the dust.", "Leaves the work plan", "Completed, as reported on 24 September 2031.", True),
    ]
    assert told(found, "ended") == [
        (
            "Count the harvest.", "Go on under the Task Team on Reefs",
            "Its workstream ended on 29 October 2031 (absorbed).", True,
        ),
    ]  # fmt: skip
    assert told(found, "silent") == [
        ("Chart the tides.", "Ask for progress", "Nothing was ever reported on it.", True),
        ("Lay out buoys.", "Ask for progress", "Nothing was reported since 1 October 2030.", True),
    ]


def test_segments_like_those_of_the_year_before(desk: Workspace) -> None:
    keys = make_year(desk)
    desk.do("Title", update_meeting, meeting_id=keys["midterm"], title="Mid-Term Segment of the 40th SOM")
    rows = [(one.source, one.key, one.text, one.when, one.ticked) for one in plan(desk).of_kind("meeting")]
    assert rows == [
        ("SOM41 mid-term", keys["midterm"], "Mid-Term Segment of the 41st SOM", "2032-05", True),
        ("SOM41 technical", keys["technical"], "Segment SOM40 technical", "2032-09", True),
        ("SOM41 senior", keys["senior"], "Segment SOM40 senior", "2032-10", True),
    ]


def test_a_segment_that_is_there_is_not_made_and_one_without_a_model_not_ticked(desk: Workspace) -> None:
    make_meeting(desk, "SOM40 senior", status="held")
    there = make_meeting(desk, "SOM41 technical")
    found = plan(desk)
    assert told(found, "meeting") == [
        (
            "SOM41 mid-term", "Make it",
            "SOM 40 has no mid-term segment on this desk; it is made without one before it.", False,
        ),
        (
            "SOM41 senior", "Make it",
            "Made like SOM40 senior: agenda, documents, invitations, what was deferred.", True,
        ),
    ]  # fmt: skip
    assert [one.when for one in found.of_kind("meeting")] == ["", ""]
    assert found.targets[1] == Target("SOM41 technical", there)
    assert (found.closed_on, found.starts_on) == ("", "2031-11-15")


def test_drafted_actions_go_before_a_segment_that_is_not_over(desk: Workspace) -> None:
    make_year(desk)
    make_meeting(desk, "SOM41 technical", status="held")
    found = plan(desk)
    assert [one.code for one in found.targets] == ["SOM41 mid-term", "SOM41 senior"]
    assert found.target == "SOM41 senior"


def test_mandates_with_the_choice_that_suggests_itself(desk: Workspace) -> None:
    make_year(desk)
    found = plan(desk)
    assert told(found, "mandate") == [
        ("Task Team on Reefs", "Extend", "Its mandate runs until SOM 41. 1 task is open.", True),
        ("Coalition on Ports", "Conclude", "Its mandate ran out with SOM 40. All its tasks are done.", True),
    ]
    assert [one.text for one in found.of_kind("mandate")] == [
        "Agree to extend the Task Team on Reefs until SOM 42.",
        "Decide to conclude the Coalition on Ports.",
    ]
    (dust,) = found.of_kind("condition")
    assert (dust.chosen.words, dust.when) == ("Ask to report", "the inventory is complete")
    assert dust.text == (
        "Request the Network on Dust to report on its progress to SOM 42, and on whether the condition of "
        "its mandate is met (“the inventory is complete”)."
    )


def test_a_mandate_without_tasks_is_asked_about(desk: Workspace) -> None:
    keys = make_year(desk)
    desk.do("Event", add_event, workstream_id=keys["tides"], kind="extended", until="31 December 2031")
    for task in ("chart", "buoys"):
        desk.do("Leave", update_task, task_id=keys[task], until="2031-06-01")
    tides = plan(desk).of_kind("mandate")[2]
    assert tides.reason == "Its mandate runs until 31 December 2031. It has no tasks in the work plan."
    assert (tides.chosen.words, tides.when) == ("Continue and report", "SOM 42")
    assert tides.text == (
        "Request the Network on Tides to continue until SOM 42 and to report on its progress to SOM 42."
    )


def test_what_is_on_its_way_already_is_left_without_a_tick(desk: Workspace) -> None:
    keys = make_year(desk)
    section = make_section(desk, keys["senior"], "Coalition on Ports", workstream_id=keys["ports"])
    action = make_action(desk, section, "Agree to extend the Coalition.", outcome="approved")
    desk.do("Effect", add_effect, action_id=action, kind="extended", until="SOM 42")
    found = plan(desk)
    assert told(found, "mandate")[1] == (
        "Coalition on Ports", "Conclude",
        "Its mandate ran out with SOM 40. What SOM40 senior says of it is not adopted yet.", False,
    )  # fmt: skip
    hangs = "Its mandate runs until “the inventory is complete”."
    assert told(found, "condition") == [
        (
            "Network on Dust", "Ask to report",
            f"{hangs} What SOM40 senior deferred on it comes back.", False,
        ),
    ]  # fmt: skip
    assert found.obstacles == (
        Obstacle("Adopt what SOM40 senior decided first: 1 effect on a mandate waits.", keys["senior"]),
    )


def test_a_mandate_the_som_ahead_speaks_of_is_not_proposed(desk: Workspace) -> None:
    keys = make_year(desk)
    ahead = make_meeting(desk, "SOM41 technical")
    section = make_section(desk, ahead, "Reefs", workstream_id=keys["reefs"])
    make_action(desk, section, "Welcome the reefs.")
    other = make_section(desk, ahead, "Others")
    action = make_action(desk, other, "Conclude it.")
    desk.do("Effect", add_effect, action_id=action, kind="concluded", workstream_id=keys["dust"])
    found = plan(desk)
    assert [one.subject for one in found.of_kind("mandate")] == ["Coalition on Ports"]
    assert found.of_kind("condition") == []


def test_a_decision_under_its_workstream(desk: Workspace) -> None:
    keys = make_year(desk)
    (one,) = plan(desk).of_kind("decision")
    assert (one.key, one.text) == (keys["count"], "Request the Task Team to count the corals.")
    assert (one.source, one.reason) == ("SOM40 senior, decision I. b)", "SOM40 senior, decision I. b).")
    assert (one.chosen.workstream_id, one.chosen.chapter_id) == (keys["reefs"], keys["chapter"])
    assert one.ticked


def test_a_decision_on_a_mandate_and_one_without_a_chapter_wait_for_the_user(desk: Workspace) -> None:
    keys = make_year(desk)
    section = make_section(desk, keys["senior"], "Coalition on Ports", workstream_id=keys["ports"])
    action = make_action(desk, section, "Decide to rename the Coalition.", outcome="approved")
    desk.do("Effect", add_effect, action_id=action, kind="renamed", new_name="Coalition on Harbours")
    other = make_section(desk, keys["senior"], "Outreach")
    make_action(desk, other, "Request UNEP to make a film.", outcome="approved")
    rows = told(plan(desk), "decision")[1:]
    assert rows == [
        (
            "Decide to rename the Coalition.", "Under the Coalition on Ports",
            "SOM40 senior, decision III. a). It changes a mandate; does it also ask for work?", False,
        ),
        (
            "Request UNEP to make a film.", "I. Oceans and coasts",
            "SOM40 senior, decision IV. a). Choose the chapter it belongs to.", False,
        ),
    ]  # fmt: skip


def test_a_workstream_in_no_chapter_has_its_chapter_chosen(desk: Workspace) -> None:
    keys = make_year(desk)
    desk.do("Chapter", update_workstream, workstream_id=keys["reefs"], chapter_id=None)
    (one,) = plan(desk).of_kind("decision")
    assert (one.chosen.words, one.chosen.workstream_id, one.ticked) == (
        "I. Oceans and coasts", keys["reefs"], False,
    )  # fmt: skip


def test_a_decision_of_a_workstream_that_ended_can_go_to_its_heir(desk: Workspace) -> None:
    keys = make_year(desk)
    section = make_section(desk, keys["technical"], "Kelp", workstream_id=keys["kelp"])
    make_action(desk, section, "Request FAO to weigh the kelp.", outcome="approved")
    one = plan(desk).of_kind("decision")[0]
    assert [choice.words for choice in one.choices] == [
        "Under the Task Team on Reefs",
        "Under the Consultative Process on Kelp",
    ]
    assert (one.reason, one.ticked) == (
        "SOM40 technical, decision I. a). Its workstream has ended.",
        False,
    )


def test_tasks_reported_after_the_som_stay_until_they_were_reported_at_one(desk: Workspace) -> None:
    keys = make_year(desk)
    desk.do("Entry", add_entry, task_id=keys["survey"], status="completed", as_of="2031-11-03")
    desk.do("Entry", add_entry, task_id=keys["map"], status="dropped", as_of="2031-10-20")
    assert told(plan(desk), "finished") == [
        ("Make the map.", "Leaves the work plan", "Dropped, as reported on 20 October 2031.", True),
        ("Weigh the dust.", "Leaves the work plan", "Completed, as reported on 24 September 2031.", True),
    ]


def test_without_an_heir_the_tasks_of_an_ended_workstream_leave(desk: Workspace) -> None:
    keys = make_year(desk)
    desk.do("Chapter", update_workstream, workstream_id=keys["reefs"], chapter_id=None)
    (one,) = plan(desk).of_kind("ended")
    assert [choice.verb for choice in one.choices] == ["leave"]


def test_new_tasks_are_not_silent_yet(desk: Workspace) -> None:
    keys = make_year(desk)
    late = {"chapter_id": keys["chapter"], "workstream_id": keys["reefs"]}
    desk.do("Task", add_task, text="Count the corals.", action_id=keys["count"], **late)
    desk.do("Task", add_task, text="Print the map.", since="2031-05-10", **late)
    assert [one.subject for one in plan(desk).of_kind("silent")] == ["Chart the tides.", "Lay out buoys."]


def test_what_the_desk_does_not_know_is_not_made_up(desk: Workspace) -> None:
    make_workplan(desk)
    found = plan(desk, 27)
    assert found.obstacles == (
        Obstacle("No segment of SOM 27 is on this desk; what it decided is not known."),
    )
    assert told(found, "silent") == [
        ("Make the survey.", "Report it as dropped", "Nothing was ever reported on it.", False),
        ("Make the website.", "Report it as dropped", "Nothing was ever reported on it.", False),
    ]
    assert [one.ticked for one in found.of_kind("meeting")] == [False, False, False]
    assert (found.meeting_id, found.closed_on, found.carried) == (None, "", 3)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            {"status": "planned", "date": "2031-12-01"},
            "SOM40 senior (1 December 2031) is still ahead; what it decides will be missing.",
        ),
        (
            {"status": "planned", "date": ""},
            "SOM40 senior is still ahead; what it decides will be missing.",
        ),
    ],
)
def test_a_som_that_goes_on_is_told(desk: Workspace, facts: dict[str, str], sentence: str) -> None:
    keys = make_year(desk)
    desk.do("Later", update_meeting, meeting_id=keys["senior"], **facts)
    assert plan(desk).obstacles == (Obstacle(sentence),)


def test_actions_without_an_outcome_are_told(desk: Workspace) -> None:
    keys = make_year(desk)
    section = make_section(desk, keys["senior"], "Others")
    parent = make_action(desk, section, "Request UNEP to:")
    make_action(desk, section, "Write;", parent_id=parent)
    assert plan(desk).obstacles == (
        Obstacle("1 action of SOM40 senior is not decided: say first what became of it.", keys["senior"]),
    )
