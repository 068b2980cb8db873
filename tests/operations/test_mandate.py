"""Events of mandates: what they make of names, kinds, parents and statuses, and how that goes back."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import WorkstreamAlias
from emgdesk.errors import DataError
from emgdesk.operations.action import add_action, add_action_section, add_effect
from emgdesk.operations.deciding import adopt, decide, withdraw_adoption
from emgdesk.operations.mandate import add_event, delete_events, update_event
from emgdesk.operations.workstream import add_workstream, update_workstream
from emgdesk.queries.actions import list_actions
from emgdesk.queries.decisions import planned_effects
from emgdesk.queries.findings import list_desk_findings
from emgdesk.queries.mandates import EventRow, list_events, read_lineage
from emgdesk.queries.workstreams import WorkstreamRow, list_workstreams
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan
from tests.operations.cases_mandate import renamed


def stands(desk: Workspace, key: str, as_of: str = "") -> WorkstreamRow:
    return next(row for row in desk.read(list_workstreams, as_of=as_of) if row.id == key)


def test_a_new_name_holds_from_its_day_and_the_old_one_before(desk: Workspace) -> None:
    keys = renamed(desk)
    now = stands(desk, keys["reefs"])
    assert (now.name, now.aliases) == ("Task Team on Corals", ("Task Team on Reefs",))
    assert stands(desk, keys["reefs"], "2031-05-01").name == "Task Team on Reefs"
    assert stands(desk, keys["reefs"], "2031-05-02").name == "Task Team on Corals"


def test_a_corrected_name_is_the_name_and_a_deleted_one_goes_back(desk: Workspace) -> None:
    keys = renamed(desk)
    desk.do("Correct", update_event, event_id=keys["renamed"], new_name="Task Team on Coral Reefs")
    now = stands(desk, keys["reefs"])
    assert (now.name, now.aliases) == ("Task Team on Coral Reefs", ("Task Team on Reefs",))
    desk.do("Delete", delete_events, event_ids=[keys["renamed"]])
    now = stands(desk, keys["reefs"])
    assert (now.name, now.aliases) == ("Task Team on Reefs", ())


def test_an_older_name_does_not_become_the_name(desk: Workspace) -> None:
    keys = renamed(desk)
    desk.do(
        "Older", add_event, workstream_id=keys["reefs"], kind="renamed", date="2029",
        new_name="Reefs Team",
    )  # fmt: skip
    assert stands(desk, keys["reefs"]).name == "Task Team on Corals"
    assert stands(desk, keys["reefs"], "2030-01-01").name == "Reefs Team"
    assert stands(desk, keys["reefs"], "2028-12-31").name == "Task Team on Reefs"


def test_status_and_parent_follow_the_events(desk: Workspace) -> None:
    keys = make_workplan(desk)
    reefs, ports = keys["reefs"], keys["ports"]
    meeting = make_meeting(desk, "SOM40 technical", date="2030-09-12", som_number=40)
    for kind, facts in (
        ("proposed", {"date": "2030-05"}),
        ("established", {"meeting_id": meeting}),
        ("became part of", {"date": "2031-09-10", "other_workstream_id": ports}),
        ("concluded", {"date": "2032-10-01"}),
    ):
        desk.do("Event", add_event, workstream_id=reefs, kind=kind, **facts)
    days = ("2030-04-30", "2030-05-01", "2030-09-12", "2031-09-10", "2032-10-01")
    told = [(row.status, row.parent, row.until) for row in (stands(desk, reefs, day) for day in days)]
    assert told == [
        ("", "", ""),
        ("proposed", "", ""),
        ("active", "", "SOM 41"),
        ("active", "Coalition on Ports", ""),
        ("concluded", "Coalition on Ports", ""),
    ]
    now = stands(desk, reefs)
    assert (now.since, now.ended, now.ended_by) == ("2030-09-12", "2032-10-01", "concluded")


def test_what_another_absorbed_or_succeeded_is_over(desk: Workspace) -> None:
    keys = make_workplan(desk)
    new = desk.do("Add", add_workstream, name="Issue Management Group on Seas").value
    desk.do("Est", add_event, workstream_id=new, kind="established", date="2031-10-01",
            other_workstream_id=keys["reefs"])  # fmt: skip
    desk.do("Abs", add_event, workstream_id=new, kind="absorbed", date="2032-10-01",
            other_workstream_id=keys["ports"])  # fmt: skip
    reefs, ports = stands(desk, keys["reefs"]), stands(desk, keys["ports"])
    assert (reefs.status, reefs.ended, reefs.ended_by) == ("concluded", "2031-10-01", "succeeded")
    assert (ports.status, ports.ended, ports.ended_by) == ("concluded", "2032-10-01", "absorbed")
    assert stands(desk, keys["ports"], "2032-09-30").status == "active"
    assert [row.words for row in desk.read(list_events, workstream_id=keys["ports"])] == [
        "absorbed the tasks of “Coalition on Ports”"
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "grown"}, "What happens to a mandate is one of: proposed, established, "),
        ({"kind": "renamed"}, "“Renamed” has to say the new name."),
        ({"kind": "absorbed"}, "“Absorbed” has to say the other workstream."),
        ({"kind": "concluded", "date": "soon"}, "“soon” is not a date; write 2026-05-28, "),
    ],
)
def test_an_event_that_does_not_say_enough_is_refused(
    desk: Workspace, fields: dict[str, str], said: str
) -> None:
    keys = make_workplan(desk)
    with pytest.raises(DataError) as refused:
        desk.do("Event", add_event, workstream_id=keys["reefs"], **fields)
    assert str(refused.value).startswith(said)
    assert desk.read(list_events) == ()


def aliases(desk: Workspace, key: str) -> list[tuple[str, str, str]]:
    """Other names of a workstream with the days they held, in the order they were kept."""

    def read(session: Session) -> list[tuple[str, str, str]]:
        mine = (
            select(WorkstreamAlias).where(WorkstreamAlias.workstream_id == key).order_by(WorkstreamAlias.id)
        )
        return [(row.name, row.since, row.until) for row in session.scalars(mine)]

    return desk.read(read)


def event(desk: Workspace, key: str, kind: str, date: str = "", **facts: object) -> str:
    return desk.do("Event", add_event, workstream_id=key, kind=kind, date=date, **facts).value


def test_every_earlier_name_is_an_alias_from_day_to_day(desk: Workspace) -> None:
    reefs = renamed(desk)["reefs"]
    older = event(desk, reefs, "renamed", "2029", new_name="Reefs Team")
    assert sorted(aliases(desk, reefs)) == [
        ("Reefs Team", "2029", "2031-05-02"), ("Task Team on Reefs", "", "2029"),
    ]  # fmt: skip
    desk.do("Delete", delete_events, event_ids=[older, older])
    assert aliases(desk, reefs) == [("Task Team on Reefs", "", "2031-05-02")]


def test_other_spellings_stay_when_names_come_and_go(desk: Workspace) -> None:
    keys = renamed(desk)
    known = ["Task Team on Reefs", "TT Reefs"]
    desk.do("Spell", update_workstream, workstream_id=keys["reefs"], aliases=known)
    desk.do("Delete", delete_events, event_ids=[keys["renamed"]])
    assert aliases(desk, keys["reefs"]) == [("TT Reefs", "", "")]


def test_a_name_typed_over_that_of_an_event_is_kept(desk: Workspace) -> None:
    keys = renamed(desk)
    desk.do("Name", update_workstream, workstream_id=keys["reefs"], name="Coral Team")
    desk.do("Correct", update_event, event_id=keys["renamed"], date="2031-06", new_name="Corals")
    assert stands(desk, keys["reefs"]).name == "Coral Team"
    desk.do("Delete", delete_events, event_ids=[keys["renamed"]])
    now = stands(desk, keys["reefs"])
    assert (now.name, now.aliases) == ("Coral Team", ())
    assert stands(desk, keys["reefs"], "2020-01-01").name == "Coral Team"


def test_an_alias_somebody_wrote_stays_when_the_event_that_gave_it_is_corrected(desk: Workspace) -> None:
    keys = renamed(desk)
    known = ["Task Team on Corals", "Task Team on Reefs"]
    desk.do("Name", update_workstream, workstream_id=keys["reefs"], name="Coral Team", aliases=known)
    desk.do("Correct", update_event, event_id=keys["renamed"], date="2031-06")
    assert sorted(aliases(desk, keys["reefs"])) == [
        ("Task Team on Corals", "", ""), ("Task Team on Reefs", "", "2031-06"),
    ]  # fmt: skip


def test_a_name_of_a_day_to_come_is_not_that_of_today(desk: Workspace) -> None:
    keys = make_workplan(desk)
    event(desk, keys["reefs"], "renamed", "2097-01-01", new_name="Task Team on Shoals")
    days = ("2031-06-01", "2096-12-31", "2097-01-01")
    assert [stands(desk, keys["reefs"], day).name for day in days] == [
        "Task Team on Reefs", "Task Team on Reefs", "Task Team on Shoals",
    ]  # fmt: skip


def test_before_its_first_kind_it_had_none(desk: Workspace) -> None:
    keys = make_workplan(desk)
    event(desk, keys["reefs"], "established", "2020")
    event(desk, keys["reefs"], "changed kind", "2025", new_kind="Network")
    days = ("2021-01-01", "2025-01-01")
    assert [stands(desk, keys["reefs"], day).kind for day in days] == ["", "Network"]


@pytest.mark.parametrize("earlier", [0, 3])
@pytest.mark.parametrize(("kind", "how"), [("established", "succeeded"), ("absorbed", "absorbed")])
def test_who_took_over_on_the_day_of_the_end_is_told_in_any_order(
    desk: Workspace, earlier: int, kind: str, how: str
) -> None:
    keys = make_workplan(desk)
    for year in range(earlier):
        event(desk, keys["reefs"], "extended", f"202{year}")
    for year in range(3 - earlier):
        event(desk, keys["ports"], "proposed", f"202{year}")
    event(desk, keys["reefs"], "concluded", "2026-01-01")
    event(desk, keys["ports"], kind, "2026-01-01", other_workstream_id=keys["reefs"])
    now = desk.read(read_lineage).standing(keys["reefs"], "2031-01-01")
    assert (now.ended, now.ended_by, now.taker_id) == ("2026-01-01", how, keys["ports"])


def test_a_name_that_comes_back_is_no_alias_of_itself(desk: Workspace) -> None:
    keys = renamed(desk)
    event(desk, keys["reefs"], "renamed", "2032", new_name="Task Team on Reefs")
    assert stands(desk, keys["reefs"]).name == "Task Team on Reefs"
    assert aliases(desk, keys["reefs"]) == [("Task Team on Corals", "2031-05-02", "2032")]
    days = ("2031-05-01", "2031-05-02", "2032-01-01")
    assert [stands(desk, keys["reefs"], day).name for day in days] == [
        "Task Team on Reefs", "Task Team on Corals", "Task Team on Reefs",
    ]  # fmt: skip


def test_a_kind_goes_back_to_none(desk: Workspace) -> None:
    keys = make_workplan(desk)
    key = event(desk, keys["reefs"], "changed kind", "2031", new_kind="Network")
    assert stands(desk, keys["reefs"]).kind == "Network"
    desk.do("Delete", delete_events, event_ids=[key])
    assert stands(desk, keys["reefs"]).kind == ""


def test_a_workstream_of_the_desk_needs_no_typed_name(desk: Workspace) -> None:
    keys = make_workplan(desk)
    key = event(desk, keys["reefs"], "transferred", "2031", other_workstream="Ports")
    assert [row.words for row in desk.read(list_events)] == ["transferred to “Ports”"]
    desk.do("Correct", update_event, event_id=key, other_workstream_id=keys["ports"])
    (row,) = desk.read(list_events)
    assert (row.words, row.event.other) == ("transferred to “Coalition on Ports”", "")


def test_an_event_takes_the_last_day_of_its_meeting_and_cannot_name_itself(desk: Workspace) -> None:
    keys = make_workplan(desk)
    meeting = make_meeting(desk, "SOM40 senior", date="2031-10-01", end_date="2031-10-02", som_number=40)
    event(desk, keys["reefs"], "established", meeting_id=meeting, meeting="as typed")
    (row,) = desk.read(list_events)
    assert (row.event.date, row.event.som, row.meeting, row.event.end.som) == (
        "2031-10-02",
        40,
        "SOM40 senior",
        41,
    )
    with pytest.raises(DataError, match="is Task Team on Reefs itself"):
        event(desk, keys["reefs"], "absorbed", "2032", other_workstream_id=keys["reefs"])


def decided(desk: Workspace, meeting: str, **effect: object) -> str:
    """An approved action of a meeting with one effect, adopted. Its key."""
    section = desk.do("Section", add_action_section, meeting_id=meeting, heading="Reefs").value
    action = desk.do("Action", add_action, section_id=section, text="Agree to it.").value
    desk.do("Effect", add_effect, action_id=action, **effect)
    desk.do("Decide", decide, action_ids=[action], outcome="approved")
    desk.do("Adopt", adopt, meeting_id=meeting)
    return action


def entered(desk: Workspace, **facts: str) -> tuple[str, str, list[EventRow]]:
    """Reefs extended by hand with these facts, and a decision of that day adopted that says "until SOM 42"."""
    reefs = make_workplan(desk)["reefs"]
    meeting = make_meeting(desk, "SOM40 senior", date="2031-10-01", som_number=40)
    event(desk, reefs, "extended", "2031-10-01", note="As said in the room.", **facts)
    before = list(desk.read(list_events))
    section = desk.do("Section", add_action_section, meeting_id=meeting, heading="Reefs").value
    action = desk.do("Action", add_action, section_id=section, text="Agree to it.").value
    desk.do("Effect", add_effect, action_id=action, kind="extended", workstream="Reef Team", until="SOM 42",
            workstream_id=reefs)  # fmt: skip
    desk.do("Decide", decide, action_ids=[action], outcome="approved")
    return action, meeting, before


@pytest.mark.parametrize("until", ["SOM 42", "two years", "the 42nd SOM"])
def test_what_an_entered_event_says_already_is_not_made_again(desk: Workspace, until: str) -> None:
    _, meeting, before = entered(desk, until=until, meeting="SOM40 senior")
    assert desk.read(planned_effects, meeting_id=meeting) == ()
    with pytest.raises(DataError) as refused:
        desk.do("Adopt", adopt, meeting_id=meeting)
    assert str(refused.value) == "No approved action of SOM40 senior has an effect that was not applied yet."
    (effect,) = desk.read(list_actions, meeting_id=meeting)[0].actions[0].effects
    assert (effect.applied, effect.entered, effect.waits) == (False, True, False)
    assert list(desk.read(list_events)) == before
    desk.do("Delete", delete_events, event_ids=[before[0].id])
    assert [one.words for one in desk.read(planned_effects, meeting_id=meeting)] == ["extended until SOM 42"]


@pytest.mark.parametrize("until", ["SOM 45", ""])
def test_an_entered_event_with_another_end_is_neither_changed_nor_taken_back(
    desk: Workspace, until: str
) -> None:
    action, meeting, before = entered(desk, until=until)
    assert desk.do("Adopt", adopt, meeting_id=meeting).value.events == 1
    assert [(row.event.until, row.note, row.applied) for row in desk.read(list_events)] == [
        (until, "As said in the room.", False), ("SOM 42", "", True),
    ]  # fmt: skip
    told = desk.read(list_desk_findings, today=date(2031, 10, 2))
    assert [one.kind for one in told if one.kind == "mandate-event-twice"] == ["mandate-event-twice"]
    desk.do("Withdraw", withdraw_adoption, action_ids=[action])
    assert list(desk.read(list_events)) == before


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "continued", "date": "2031-10-01"},
        {"kind": "renamed", "date": "2031-09-30", "new_name": "Corals"},
        {"kind": "renamed", "date": "2031-10-01", "new_name": "Reefs and Corals"},
    ],
)
def test_an_event_that_says_something_else_stays_beside(desk: Workspace, other: dict[str, str]) -> None:
    reefs = make_workplan(desk)["reefs"]
    meeting = make_meeting(desk, "SOM40 senior", date="2031-10-01", som_number=40)
    event(desk, reefs, **other)
    decided(desk, meeting, kind="renamed", workstream_id=reefs, new_name="Corals")
    assert sorted(row.applied for row in desk.read(list_events)) == [False, True]
