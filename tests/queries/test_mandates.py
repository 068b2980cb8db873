"""The history of mandates as screens read it: the decisions quoted, in a fixed number of queries."""

from sqlalchemy import event
from sqlalchemy.orm import Session

from emgdesk.operations.action import add_action, add_action_section, add_effect
from emgdesk.operations.deciding import adopt, decide
from emgdesk.operations.mandate import add_event
from emgdesk.queries.mandates import list_events
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan


def decided(desk: Workspace, keys: dict[str, str]) -> str:
    """A meeting with two sections; its last action extends the reefs until a condition. Its key."""
    meeting = make_meeting(desk, "SOM40 senior", date="2031-10-01", som_number=40)
    desk.do("Section", add_action_section, meeting_id=meeting, heading="Ports")
    section = desk.do("Section", add_action_section, meeting_id=meeting, heading="Reefs").value
    desk.do("Action", add_action, section_id=section, text="Welcome the map.")
    above = desk.do("Action", add_action, section_id=section, text="Agree:").value
    action = desk.do(
        "Action", add_action, section_id=section, parent_id=above, text="to extend the Task Team;"
    ).value
    desk.do(
        "Effect", add_effect, action_id=action, kind="extended", workstream_id=keys["reefs"],
        until="the map is printed",
    )  # fmt: skip
    desk.do("Decide", decide, action_ids=[action], outcome="approved")
    desk.do("Adopt", adopt, meeting_id=meeting)
    return action


def test_an_event_tells_its_decision_and_condition(desk: Workspace) -> None:
    keys = make_workplan(desk)
    action = decided(desk, keys)
    (row,) = desk.read(list_events, workstream_id=keys["reefs"])
    assert row.decision is not None
    assert (row.decision.words, row.decision.wording) == (
        "SOM40 senior, II. b) i",
        "to extend the Task Team;",
    )
    assert (row.action_id, row.applied, row.condition) == (action, True, "the map is printed")


def test_a_decision_named_by_hand_is_quoted_and_applies_nothing(desk: Workspace) -> None:
    keys = make_workplan(desk)
    action = decided(desk, keys)
    desk.do("Event", add_event, workstream_id=keys["ports"], kind="concluded", date="2032", action_id=action)
    (row,) = desk.read(list_events, workstream_id=keys["ports"])
    assert (row.decision and row.decision.number, row.applied, row.condition) == ("II. b) i", False, "")


def test_one_history_is_of_a_workstream_and_of_those_that_name_it(desk: Workspace) -> None:
    keys = make_workplan(desk)
    for key, kind, day, other in (
        ("ports", "established", "2030", None), ("ports", "absorbed", "2032", "reefs"),
        ("reefs", "established", "2031", None), ("reefs", "renamed", "", None),
    ):  # fmt: skip
        desk.do(
            "Event", add_event, workstream_id=keys[key], kind=kind, date=day, new_name="Corals" if not day else "",
            other_workstream_id=keys[other] if other else None,
        )  # fmt: skip
    rows = desk.read(list_events, workstream_id=keys["reefs"])
    assert [(row.workstream, row.words, row.event.day) for row in rows] == [
        ("Corals", "established", "2031"), ("Corals", "renamed “Corals”", "2031"),
        ("Coalition on Ports", "absorbed the tasks of “Corals”", "2032"),
    ]  # fmt: skip
    assert len(desk.read(list_events)) == 4


def test_more_events_take_no_more_queries(desk: Workspace) -> None:
    def queries() -> int:
        asked: list[str] = []

        def counted(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            asked.append(statement)

        def read(session: Session) -> None:
            event.listen(session.get_bind(), "before_cursor_execute", counted)
            list_events(session)
            event.remove(session.get_bind(), "before_cursor_execute", counted)

        desk.read(read)
        return len(asked)

    keys = make_workplan(desk)
    action = decided(desk, keys)
    few = queries()
    for year in range(2032, 2040):
        desk.do(
            "Event", add_event, workstream_id=keys["ports"], kind="extended", date=str(year), action_id=action
        )
    assert queries() == few
