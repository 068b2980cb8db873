"""From a draft to an adopted decision, its effects on mandates and its tasks."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.action import (
    add_effect,
    delete_action_sections,
    delete_actions,
    update_action,
    update_effect,
)
from emgdesk.operations.deciding import (
    Adopted,
    add_tasks,
    adopt,
    approve_all,
    decide,
    decide_in_room,
    put_forward,
    undecide_in_room,
    withdraw_adoption,
)
from emgdesk.operations.meeting import update_meeting
from emgdesk.queries.actions import list_actions
from emgdesk.queries.decisions import offered_tasks, planned_effects, with_above
from emgdesk.queries.reports import list_report
from emgdesk.queries.wordings import list_wordings
from emgdesk.queries.workstreams import list_tasks, list_workstreams
from emgdesk.workspace import Workspace
from tests.desks import dump
from tests.meeting_actions import STEM, make_action, make_actions
from tests.operations.cases_action import approved, in_room


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    return make_actions(desk)


def put(desk: Workspace, keys: dict[str, str]) -> int:
    return desk.do("Put", put_forward, from_meeting_id=keys["technical"], to_meeting_id=keys["senior"]).value


def rows(desk: Workspace, meeting_id: str) -> dict[str, object]:
    """Actions of a meeting by their text."""
    return {a.text: a for s in desk.read(list_actions, meeting_id=meeting_id) for a in s.actions}


def said(desk: Workspace, meeting_id: str) -> list[tuple[str, str, str]]:
    sections = desk.read(list_actions, meeting_id=meeting_id)
    return [(a.citation, a.outcome, a.wording) for s in sections for a in s.actions]


def refused(desk: Workspace, operation, **kw) -> str:
    with pytest.raises(DataError) as error:
        desk.do("Refused", operation, **kw)
    return str(error.value)


def test_a_meeting_gets_the_standing_wordings_of_the_one_before(desk, keys):
    desk.do("Amend", decide, action_ids=[keys["count"]], outcome="amended", adopted_text="Count all corals;")
    desk.do("Defer", decide, action_ids=[keys["establish"]], outcome="deferred")
    assert put(desk, keys) == 5
    assert said(desk, keys["senior"]) == [
        ("I. a)", "suggested", "Welcome the map;"), ("I. b)", "suggested", "Request the Task Team to:"),
        ("I. b) i", "suggested", "Finish the map; and"), ("I. b) ii", "suggested", "Count all corals;"),
        ("I. c)", "suggested", "Decide to rename the Task Team."),
    ]  # fmt: skip
    (section,) = desk.read(list_actions, meeting_id=keys["senior"])
    assert (section.heading, section.workstream, section.style) == (
        "Task Team on Reefs", "Task Team on Reefs", "a",
    )  # fmt: skip
    last = section.actions[-1]
    assert (last.stem, last.origin_id) == (STEM, keys["rename"])
    assert [(e.kind, e.new_name, e.until) for e in last.effects] == [
        ("renamed", "Task Team on Corals", ""), ("extended", "", "SOM 42"),
    ]  # fmt: skip


def test_only_what_is_new_is_put_again_in_its_place(desk, keys):
    assert put(desk, keys) == 7
    assert (
        refused(desk, put_forward, from_meeting_id=keys["technical"], to_meeting_id=keys["senior"])
        == "All actions of SOM40 technical stand before SOM40 senior already."
    )
    make_action(desk, keys["I"], "Invite FAO.", after_id=keys["welcome"])
    make_action(desk, keys["I"], "Print it.", after_id=keys["finish"])
    assert put(desk, keys) == 2
    assert [text for _, _, text in said(desk, keys["senior"])][:5] == [
        "Welcome the map;", "Invite FAO.", "Request the Task Team to:", "Finish the map; and", "Print it.",
    ]  # fmt: skip
    assert len(desk.read(list_actions, meeting_id=keys["senior"])) == 2


def test_nothing_is_put_before_the_same_meeting_or_from_an_empty_one(desk, keys):
    same = {"from_meeting_id": keys["senior"], "to_meeting_id": keys["senior"]}
    assert refused(desk, put_forward, **same) == (
        "Actions are put before another meeting than the one they stand before."
    )
    assert refused(desk, put_forward, **{**same, "to_meeting_id": keys["technical"]}) == (
        "SOM40 senior has no actions to put before SOM40 technical."
    )


def test_a_decision_takes_along_what_is_below_it(desk, keys):
    desk.do("Amend", decide, action_ids=[keys["finish"]], outcome="amended", adopted_text="Draw the map; and")
    assert desk.do("Approve", decide, action_ids=[keys["request"]], outcome="approved").value == 2
    assert said(desk, keys["technical"])[1:4] == [
        ("I. b)", "approved", "Request the Task Team to:"), ("I. b) i", "amended", "Draw the map; and"),
        ("I. b) ii", "approved", "Count the corals;"),
    ]  # fmt: skip
    assert desk.do("Withdraw", decide, action_ids=[keys["request"]], outcome="withdrawn").value == 3
    assert said(desk, keys["technical"])[1:4] == [
        ("I. b)", "withdrawn", "Request the Task Team to:"), ("I. b) i", "withdrawn", "Finish the map; and"),
        ("I. b) ii", "withdrawn", "Count the corals;"),
    ]  # fmt: skip


def test_approving_several_leaves_what_was_approved_with_changes(desk, keys):
    desk.do("Amend", decide, action_ids=[keys["finish"]], outcome="amended", adopted_text="Draw the map; and")
    chosen = [keys["request"], keys["finish"], keys["count"]]
    assert desk.do("Approve", decide, action_ids=chosen, outcome="approved").value == 2
    assert said(desk, keys["technical"])[2] == ("I. b) i", "amended", "Draw the map; and")
    assert desk.do("Approve", decide, action_ids=[keys["finish"]], outcome="approved").value == 1
    assert said(desk, keys["technical"])[2] == ("I. b) i", "approved", "Finish the map; and")


def test_changes_need_a_wording_of_their_own(desk, keys):
    lacking = "An action approved with changes needs the wording that was adopted."
    amend = {"outcome": "amended", "action_ids": [keys["rename"]]}
    assert refused(desk, decide, **amend) == lacking
    assert refused(desk, decide, **amend, adopted_text="Decide to rename the Task Team.") == lacking
    assert refused(desk, decide, action_ids=[keys["rename"], keys["welcome"]], outcome="amended") == (
        "One action at a time is approved with changes, as each has a wording of its own."
    )
    assert refused(desk, decide, action_ids=[keys["rename"]], outcome="voted").startswith("The outcome of an")


def test_the_rest_is_approved_as_proposed_in_one_step(desk, keys):
    desk.do("Defer", decide, action_ids=[keys["rename"]], outcome="deferred")
    assert desk.do("Approve", approve_all, meeting_id=keys["technical"]).value == 6
    assert [outcome for _, outcome, _ in said(desk, keys["technical"])] == [
        "approved", "approved", "approved", "approved", "deferred", "approved", "approved",
    ]  # fmt: skip
    assert refused(desk, approve_all, meeting_id=keys["technical"]) == (
        "No action of SOM40 technical is waiting for a decision."
    )


def test_every_wording_is_found_with_the_meeting_it_belongs_to(desk, keys):
    desk.do(
        "Amend", decide, action_ids=[keys["rename"]], outcome="amended", adopted_text="Decide to rename it."
    )
    put(desk, keys)
    copy = rows(desk, keys["senior"])["Decide to rename it."].id
    desk.do("Approve", decide, action_ids=[copy], outcome="approved")
    found = desk.read(list_wordings, action_id=copy)
    assert [(w.code, w.citation, w.stage, w.outcome, w.text, w.step) for w in found] == [
        ("SOM40 technical", "I. c)", "drafted by the secretariat", "", "Decide to rename the Task Team.", "earlier"),
        ("SOM40 technical", "I. c)", "agreed by the technical segment", "amended", "Decide to rename it.", "earlier"),
        ("SOM40 senior", "I. c)", "adopted by the senior segment", "approved", "Decide to rename it.", "this"),
    ]  # fmt: skip
    assert [w.step for w in desk.read(list_wordings, action_id=keys["rename"])] == ["this", "this", "later"]
    desk.do("Edit", update_action, action_id=copy, text="Decide to call it Corals.")
    assert [(w.stage, w.outcome) for w in desk.read(list_wordings, action_id=copy)][2:] == [
        ("put before the senior segment", ""), ("adopted by the senior segment", "approved"),
    ]  # fmt: skip
    desk.do("Defer", decide, action_ids=[copy], outcome="deferred")
    assert desk.read(list_wordings, action_id=copy)[-1].stage == "deferred by the senior segment"


def test_what_adopting_would_do_is_told_before(desk, keys):
    assert desk.read(planned_effects, meeting_id=keys["technical"]) == ()
    desk.do("Approve", approve_all, meeting_id=keys["technical"])
    planned = desk.read(planned_effects, meeting_id=keys["technical"])
    assert [(p.citation, p.workstream, p.words, p.is_new, p.lacking) for p in planned] == [
        ("I. c)", "Task Team on Reefs", "renamed “Task Team on Corals”", False, ""),
        ("I. c)", "Task Team on Reefs", "extended until SOM 42", False, ""),
        ("II.", "Task Team on Dust", "established", True, ""),
    ]  # fmt: skip


def events(desk: Workspace) -> list[tuple[object, ...]]:
    names = {w.id: w.name for w in desk.read(list_workstreams)}
    found = []
    for row in dump(desk.path)["mandate_event"]:
        _, workstream, position, kind, date, *_ = row
        found.append((names[workstream], position, kind, date))
    return sorted(found)


def test_adopting_makes_the_events_and_the_workstream_that_is_new(desk):
    keys = approved(desk)
    done = desk.do("Adopt", adopt, meeting_id=keys["technical"])
    assert done.value == Adopted(3, ("Task Team on Dust",))
    assert events(desk) == [
        ("Task Team on Corals", 1, "renamed", "2031-09-24"), ("Task Team on Corals", 2, "extended", "2031-09-24"),
        ("Task Team on Dust", 1, "established", "2031-09-24"),
    ]  # fmt: skip
    found = {w.name: w for w in desk.read(list_workstreams)}
    assert found["Task Team on Corals"].aliases == ("Task Team on Reefs",)
    dust = found["Task Team on Dust"]
    assert (dust.kind, dust.status) == ("Task Team", "active")
    effects = [e for a in rows(desk, keys["technical"]).values() for e in a.effects]
    assert [(e.workstream, e.applied) for e in effects] == [
        ("Task Team on Corals", True), ("Task Team on Corals", True), ("Task Team on Dust", True),
    ]  # fmt: skip
    assert refused(desk, adopt, meeting_id=keys["technical"]) == (
        "No approved action of SOM40 technical has an effect that was not applied yet."
    )


def test_what_was_adopted_is_not_decided_otherwise_before_that_is_withdrawn(desk):
    keys = approved(desk)
    before = {w.name: (w.kind, w.status, w.aliases) for w in desk.read(list_workstreams)}
    desk.do("Adopt", adopt, meeting_id=keys["technical"])
    assert refused(desk, decide, action_ids=[keys["rename"]], outcome="deferred") == (
        "“Decide to rename the Task Team.” was adopted; withdraw its adoption first."
    )
    for operation, kw in (
        (delete_actions, {"action_ids": [keys["rename"]]}),
        (delete_action_sections, {"section_ids": [keys["II"], keys["I"]]}),
    ):
        with pytest.raises(DataError, match="” was adopted; withdraw its adoption first"):
            desk.do("Refused", operation, **kw)
    assert len(rows(desk, keys["technical"])) == 7
    assert refused(desk, update_effect, effect_id=keys["extended"], until="SOM 50") == (
        "This effect was applied when it was adopted; withdraw the adoption first."
    )
    done = desk.do("Withdraw", withdraw_adoption, action_ids=[keys["rename"], keys["establish"]])
    assert done.value == 3
    assert events(desk) == []
    after = {w.name: (w.kind, w.status, w.aliases) for w in desk.read(list_workstreams)}
    assert after == {**before, "Task Team on Dust": ("Task Team", "proposed", ())}
    assert refused(desk, withdraw_adoption, action_ids=[keys["rename"]]) == (
        "None of these actions was adopted with an effect."
    )
    assert desk.do("Adopt", adopt, meeting_id=keys["technical"]).value == Adopted(3, ())


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "became part of"}, "The effect “became part of” of action I. a) does not say the other workstream."),
        ({"kind": "renamed"}, "The effect “renamed” of action I. a) does not say the new name."),
        ({"kind": "changed kind"}, "The effect “changed kind” of action I. a) does not say the new kind."),
        ({"kind": "concluded", "workstream": "Ships"}, "The effect “concluded” of action I. a) does not say a workstream of this desk (“Ships” is none)."),
    ],
)  # fmt: skip
def test_an_effect_that_does_not_say_enough_stops_the_adoption(desk, fields, sentence):
    keys = approved(desk)
    desk.do("Effect", add_effect, action_id=keys["welcome"], **fields)
    assert refused(desk, adopt, meeting_id=keys["technical"]) == sentence
    assert events(desk) == []


def test_kinds_places_and_ends_of_workstreams_follow_and_go_back(desk):
    keys = approved(desk)
    add = {"action_id": keys["welcome"], "workstream_id": keys["ports"]}
    desk.do("Effect", add_effect, **add, kind="changed kind", new_kind="Network")
    desk.do("Effect", add_effect, **add, kind="became part of", other_workstream="Task Team on Reefs")
    desk.do("Effect", add_effect, **add, kind="concluded")
    desk.do("Adopt", adopt, meeting_id=keys["technical"])
    ports = next(w for w in desk.read(list_workstreams) if w.id == keys["ports"])
    assert (ports.kind, ports.parent_id, ports.status) == ("Network", keys["reefs"], "concluded")
    desk.do("Withdraw", withdraw_adoption, action_ids=[keys["welcome"]])
    ports = next(w for w in desk.read(list_workstreams) if w.id == keys["ports"])
    assert (ports.kind, ports.parent_id, ports.status) == ("", None, "active")


def test_decisions_are_offered_as_tasks_once(desk):
    keys = approved(desk)
    offers = desk.read(offered_tasks, meeting_id=keys["technical"])
    assert [(o.citation, o.text, o.source, o.likely) for o in offers] == [
        ("I. a)", "Welcome the map.", "SOM40 technical, decision I. a)", False),
        ("I. b) i", "Request the Task Team to finish the map.", "SOM40 technical, decision I. b) i", True),
        ("I. b) ii", "Request the Task Team to count the corals.", "SOM40 technical, decision I. b) ii", True),
        ("I. c)", "Decide to rename the Task Team.", "SOM40 technical, decision I. c)", True),
        ("II. i)", "Agree to establish a Task Team to measure dust.", "SOM40 technical, decision II. i)", True),
    ]  # fmt: skip
    assert refused(desk, add_tasks, action_ids=[keys["dust"]]) == (
        "Choose the chapter of the work plan for “Measure dust.”."
    )
    desk.do("Tasks", add_tasks, action_ids=[keys["finish"], keys["dust"]], chapter_id=keys["chapter"])
    tasks = desk.read(list_tasks)[-2:]
    assert {(t.text, t.source, t.workstream_id) for t in desk.read(list_tasks)} >= {
        ("Request the Task Team to finish the map.", "SOM40 technical, decision I. b) i", keys["reefs"]),
        ("Agree to establish a Task Team to measure dust.", "SOM40 technical, decision II. i)", None),
    }
    assert len(tasks) == 2
    assert refused(desk, add_tasks, action_ids=[keys["finish"]]) == (
        "“Finish the map; and” is no decision that waits for a task."
    )


def test_a_task_of_a_decision_stands_in_the_work_plan_from_the_day_it_was_decided(desk):
    keys = approved(desk)
    desk.do("Day", update_meeting, meeting_id=keys["technical"], date="2031-09-24", end_date="2031-09-25")
    (made,) = desk.do("Tasks", add_tasks, action_ids=[keys["finish"]]).value
    (task,) = (task for task in desk.read(list_tasks) if task.id == made)
    assert (task.since, task.action_id) == ("2031-09-25", keys["finish"])


def test_what_went_on_to_another_meeting_is_adopted_there_and_once(desk):
    keys = approved(desk)
    put(desk, keys)
    desk.do("Approve", approve_all, meeting_id=keys["senior"])
    assert desk.read(planned_effects, meeting_id=keys["technical"]) == ()
    assert refused(desk, adopt, meeting_id=keys["technical"]) == (
        "The actions of SOM40 technical were put before SOM40 senior; they are adopted there."
    )
    assert desk.do("Adopt", adopt, meeting_id=keys["senior"]).value == Adopted(3, ("Task Team on Dust",))
    for meeting in ("technical", "senior"):
        effects = [e for a in rows(desk, keys[meeting]).values() for e in a.effects]
        assert [(e.kind, e.applied) for e in effects] == [
            ("renamed", True), ("extended", True), ("established", True),
        ]  # fmt: skip
        assert refused(desk, adopt, meeting_id=keys[meeting]) == (
            f"No approved action of SOM40 {meeting} has an effect that was not applied yet."
        )


def test_what_was_adopted_before_it_went_on_is_not_adopted_again(desk):
    keys = approved(desk)
    put(desk, keys)
    desk.do("Approve", approve_all, meeting_id=keys["senior"])
    copy = rows(desk, keys["senior"])["Decide to rename the Task Team."]
    desk.do("Take apart", update_action, action_id=copy.id, origin_id=None)
    desk.do("Adopt", adopt, meeting_id=keys["technical"])
    desk.do("Put together", update_action, action_id=copy.id, origin_id=keys["rename"])
    assert [p.words for p in desk.read(planned_effects, meeting_id=keys["senior"])] == ["established"]
    desk.do("Longer", update_effect, effect_id=copy.effects[1].id, until="SOM 43")
    assert [p.words for p in desk.read(planned_effects, meeting_id=keys["senior"])] == ["established"]
    desk.do("Adopt", adopt, meeting_id=keys["senior"])
    assert refused(desk, adopt, meeting_id=keys["senior"]) == (
        "What SOM40 senior decided was adopted at SOM40 technical; withdraw the adoption there first."
    )
    assert desk.do("Back", withdraw_adoption, action_ids=[keys["rename"]]).value == 2
    assert len(desk.read(planned_effects, meeting_id=keys["senior"])) == 2


def test_a_decision_with_a_task_is_offered_at_no_other_meeting(desk):
    keys = approved(desk)
    put(desk, keys)
    desk.do("Approve", approve_all, meeting_id=keys["senior"])
    desk.do("Tasks", add_tasks, action_ids=[keys["finish"]])
    offers = desk.read(offered_tasks, meeting_id=keys["senior"])
    assert [o.citation for o in offers] == ["I. a)", "I. b) ii", "I. c)", "II. i)"]


@pytest.mark.parametrize(
    ("wording", "above", "text"),
    [
        ("to share data;", ["Invite members"], "Invite members to share data;"),
        ("Share data;", ["Invite members to:"], "Invite members to share data;"),
        ("UNEP to report;", ["Request:"], "Request: UNEP to report;"),
        ("in spring", ["to meet:", "Agree"], "Agree to meet in spring"),
        ("Meet.", [], "Meet."),
    ],
)
def test_a_sub_item_is_read_behind_the_words_above_it(wording, above, text):
    assert with_above(wording, above) == text


def test_a_decision_made_in_the_room_is_entered_once(desk):
    kw = in_room(desk)
    action = desk.do("Decide", decide_in_room, **kw).value
    meeting = next(iter(desk.read(_meeting_of, section_id=kw["section_id"])))
    sections = desk.read(list_actions, meeting_id=meeting)
    made = sections[0].actions[-1]
    assert (made.id, made.citation, made.outcome, made.made_in_room, made.stem) == (
        action, "I. d)", "approved", True, STEM,
    )  # fmt: skip
    (section,) = desk.read(list_report, meeting_id=meeting)
    assert [(p.kind, p.text, p.action_id) for p in section.paragraphs] == [
        ("conclusion", "Agreed to meet on reefs every spring.", action)
    ]
    assert [(w.stage, w.outcome) for w in desk.read(list_wordings, action_id=action)] == [
        ("agreed by the technical segment", "approved")
    ]
    assert refused(desk, decide_in_room, **kw) == "This conclusion is a decision already."
    desk.do("Undecide", undecide_in_room, paragraph_id=kw["paragraph_id"])
    assert len(desk.read(list_actions, meeting_id=meeting)[0].actions) == 5
    (section,) = desk.read(list_report, meeting_id=meeting)
    assert section.paragraphs[0].text == "Agreed to meet on reefs every spring."


def _meeting_of(session, *, section_id):
    from emgdesk.db.models import ActionSection

    return [session.get_one(ActionSection, section_id).meeting_id]
