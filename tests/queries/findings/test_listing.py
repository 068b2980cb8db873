"""The check read off real desks: each list once, marks kept, the gravest first."""

from datetime import date

import pytest
from sqlalchemy import event

from emgdesk.errors import DataError
from emgdesk.operations.action import add_action, add_action_section, add_effect
from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.document import add_document
from emgdesk.operations.finding import mark_intended, unmark_intended
from emgdesk.operations.follow_up import add_follow_up
from emgdesk.operations.mandate import add_event
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.report import add_paragraph, add_report_section, set_footnotes
from emgdesk.operations.roster import add_participant, remove_participations
from emgdesk.operations.task import update_task
from emgdesk.queries.actions import list_actions
from emgdesk.queries.findings import list_desk_findings, list_findings
from emgdesk.queries.roster import list_roster
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_person, make_roster, make_workplan

TODAY = date(2031, 12, 1)
HELD = {"status": "held", "date": "2031-09-24", "chair": "Amélie Dürst"}


def found(desk: Workspace, meeting_id: str | None = None) -> list[tuple[str, str]]:
    """Kind and text of what is open."""
    findings = desk.read(list_findings, meeting_id=meeting_id, today=TODAY)
    return [(one.kind, one.text) for one in findings if not one.intended]


def whole_meeting(desk: Workspace) -> str:
    """A meeting with something wrong in each of its parts."""
    key = make_meeting(desk, **HELD)
    make_roster(desk, key)
    item = desk.do(
        "Item", add_agenda_item, meeting_id=key, title="Reefs", start_time="15:30", end_time="15:10"
    ).value
    desk.do("Item", add_agenda_item, meeting_id=key, title="Ports [tbc]", parent_id=item)
    desk.do(
        "Paper",
        add_document,
        meeting_id=key,
        number="1",
        symbol="EMGSOM.39_1",
        title="Agenda",
        status="final",
    )
    section = desk.do("Section", add_action_section, meeting_id=key, heading="Reefs").value
    desk.do("Action", add_action, section_id=section, text="The reefs", stem="The Senior Officials:")
    report = desk.do("Section", add_report_section, meeting_id=key, heading="Opening").value
    paragraph = desk.do("Paragraph", add_paragraph, section_id=report, text="See EMGSOM.40_9[^1].").value
    desk.do("Notes", set_footnotes, paragraph_id=paragraph, notes=["FAO said xx.", "Nor this."])
    desk.do("Owes", add_follow_up, meeting_id=key, who="FAO", what="Send it.", due="2031-11-01")
    return key


def test_all_of_a_meeting_is_read(desk: Workspace) -> None:
    key = whole_meeting(desk)
    assert found(desk, key) == [
        ("agenda-backwards", "Item 1 ends at 15:10, before it begins at 15:30."),
        ("placeholder", "“[tbc]” is left to be filled in."),
        ("placeholder", "“xx” is left to be filled in."),
        ("person-without-entity", "Ruth Solberg has no entity."),
        (
            "symbol-of-another-som",
            "EMGSOM.39_1 is a symbol of SOM 39; this is a document of SOM40 technical.",
        ),
        (
            "action-without-verb",
            "“The reefs” begins with no verb that decides (agree, request, take note ...).",
        ),
        ("footnote-without-mark", "Footnote 2 “Nor this.” has no mark in the text."),
        ("symbol-cited-unknown", "EMGSOM.40_9 is cited and is in no register of documents."),
        ("follow-up-due", "FAO owes “Send it” by 1 November 2031."),
        ("document-without-file", "“Agenda” was circulated and has neither a file nor a web address."),
    ]


def test_every_finding_says_where_it_is(desk: Workspace) -> None:
    key = whole_meeting(desk)
    findings = desk.read(list_findings, meeting_id=key, today=TODAY)
    assert [(one.place, one.target_kind) for one in findings] == [
        ("Agenda, item 1", "agenda_item"),
        ("Agenda, item 1.a", "agenda_item"),
        ("Report, “Opening”, paragraph 1", "paragraph"),
        ("Participants, Ruth Solberg", "participation"),
        ("Documents, 1", "document"),
        ("Actions, I. a)", "action"),
        ("Report, “Opening”, paragraph 1", "paragraph"),
        ("Report, “Opening”, paragraph 1", "paragraph"),
        ("Follow-ups of SOM40 technical", "follow_up"),
        ("Documents, 1", "document"),
    ]
    assert {(one.meeting_id, one.meeting) for one in findings} == {(key, "SOM40 technical")}


def test_an_intended_finding_stays_so_whatever_is_edited_elsewhere(desk: Workspace) -> None:
    key = make_meeting(desk, **HELD)
    lines = make_roster(desk, key)
    (ruth,) = desk.read(list_findings, meeting_id=key, today=TODAY)
    desk.do("Mark", mark_intended, meeting_id=key, finding=ruth.id, reason=" She speaks for nobody. ")
    desk.do("Mark", mark_intended, meeting_id=key, finding=ruth.id, reason="She speaks for herself.")
    desk.do("Remove", remove_participations, ids=lines[:2])
    desk.do("Add", add_participant, meeting_id=key, name="Cy Fox", entity="UNEP")
    desk.do("Facts", update_meeting, meeting_id=key, chair="Cy Fox")
    (after,) = desk.read(list_findings, meeting_id=key, today=TODAY)
    assert (after.id, after.intended, after.reason) == (ruth.id, True, "She speaks for herself.")
    desk.do("Back", unmark_intended, meeting_id=key, finding=ruth.id)
    assert found(desk, key) == [("person-without-entity", "Ruth Solberg has no entity.")]


def test_a_mark_needs_a_reason_and_a_finding(desk: Workspace) -> None:
    key = make_meeting(desk)
    with pytest.raises(DataError, match="why this is meant"):
        desk.do("Mark", mark_intended, meeting_id=key, finding="x", reason="  ")
    with pytest.raises(DataError, match="not marked as intended"):
        desk.do("Back", unmark_intended, meeting_id=key, finding="x")


def test_all_meetings_are_checked_but_those_cancelled(desk: Workspace) -> None:
    make_meeting(desk, "SOM40 senior", **HELD, end_date="2031-09-25", zone_label="CET")
    make_meeting(desk, "SOM40 mid-term", status="cancelled", date="2031-01-24", zone_label="CEST")
    make_meeting(desk, "REEF 1", date="2031-01-24", zone_label="CEST")
    findings = desk.read(list_findings, today=TODAY)
    assert [(one.meeting, one.text) for one in findings] == [
        ("SOM40 senior", "CET is not in use on 24 September 2031; it is CEST then."),
        ("REEF 1", "CEST is not in use on 24 January 2031; it is CET then."),
    ]


def test_a_meeting_that_is_gone_is_refused(desk: Workspace) -> None:
    with pytest.raises(DataError, match="no longer on the desk"):
        desk.read(list_findings, meeting_id="gone", today=TODAY)


def test_people_said_to_be_one_are_found_by_what_the_desk_knows_of_them(desk: Workspace) -> None:
    key = make_meeting(desk, **HELD)
    for name, entity in (("Amélie Dürst", "UNEP"), ("Jorge Peña", "FAO"), ("PENA Jorge", "FAO")):
        person = make_person(desk, name, entity)
        desk.do("Add", add_participant, meeting_id=key, name=name, person_id=person, entity=entity)
    assert found(desk, key) == [
        (
            "look-alike-people",
            "Jorge Peña (FAO) and PENA Jorge (FAO) may be one person: the same name, the same entity.",
        )
    ]


def test_tasks_and_mandates_are_asked_about_at_the_meeting_that_comes_next(desk: Workspace) -> None:
    make_workplan(desk)
    past = make_meeting(desk, "SOM39 senior", status="held", date="2030-10-02", chair="the Chair")
    make_meeting(desk, "SOM40 technical", status="planned")
    make_meeting(desk, "SOM40 senior", status="planned")
    assert found(desk, past) == []
    assert found(desk) == [
        ("task-without-progress", "“Make the survey.” has no progress since SOM39 senior (2 October 2030)."),
        ("task-without-progress", "“Make the website.” has no progress since SOM39 senior (2 October 2030)."),
    ]


def test_what_an_effect_says_of_a_mandate_counts(desk: Workspace) -> None:
    from emgdesk.operations.deciding import adopt, decide

    keys = make_workplan(desk)
    before = make_meeting(desk, "SOM39 senior", status="held", date="2030-10-02", chair="the Chair")
    section = desk.do("Section", add_action_section, meeting_id=before, heading="Reefs").value
    action = desk.do("Action", add_action, section_id=section, text="Agree to extend it").value
    desk.do("Effect", add_effect, action_id=action, kind="extended", workstream_id=keys["reefs"])
    desk.do("Decide", decide, action_ids=[action], outcome="approved")
    assert (
        "effect-not-applied",
        "The effect “extended” on Task Team on Reefs was adopted and is not applied yet.",
    ) in (found(desk, before))
    desk.do("Adopt", adopt, meeting_id=before)
    now = make_meeting(desk, "SOM40 technical", status="planned")
    due = (
        "mandate-without-decision",
        "The mandate of Task Team on Reefs runs until SOM 40; no action of SOM 40 is about it.",
    )
    assert due in found(desk, now)
    section = desk.do(
        "Section", add_action_section, meeting_id=now, heading="Reefs", workstream_id=keys["reefs"]
    ).value
    desk.do("Action", add_action, section_id=section, text="Welcome the work done")
    assert due not in found(desk, now)


def test_what_belongs_to_no_meeting_is_found_once_and_may_be_meant_so(desk: Workspace) -> None:
    keys = make_workplan(desk)
    for kind, day in (("established", "2028-10-02"), ("concluded", "2030-10-02"), ("continued", "2031-05")):
        desk.do("Event", add_event, workstream_id=keys["reefs"], kind=kind, date=day)
    desk.do("Event", add_event, workstream_id=keys["ports"], kind="concluded", date="2031-01-05")
    said = {
        "mandate-after-end": (
            keys["reefs"],
            "“Continued” of May 2031 comes after Task Team on Reefs ended on 2 October 2030 (concluded).",
        ),
        "ended-with-tasks": (
            keys["ports"], "Coalition on Ports ended on 5 January 2031 (concluded) and has 1 open task.",
        ),
    }  # fmt: skip
    findings = desk.read(list_desk_findings, today=TODAY)
    assert {one.kind: (one.workstream_id, one.text) for one in findings} == said
    assert desk.read(list_findings, today=TODAY) == findings
    (tasks,) = desk.read(list_desk_findings, workstream_id=keys["ports"], today=TODAY)
    desk.do("Mark", mark_intended, meeting_id="", finding=tasks.id, reason="They go on elsewhere.")
    (after,) = desk.read(list_desk_findings, workstream_id=keys["ports"], today=TODAY)
    assert (after.intended, after.reason) == (True, "They go on elsewhere.")
    desk.do("Back", unmark_intended, meeting_id="", finding=tasks.id)
    assert desk.read(list_desk_findings, workstream_id=keys["ports"], today=TODAY) == (tasks,)


def test_a_mandate_that_ran_out_is_told_at_the_meeting_if_there_is_one(desk: Workspace) -> None:
    keys = make_workplan(desk)
    desk.do(
        "Event", add_event, workstream_id=keys["reefs"], kind="established", date="2028-10-02", until="SOM 39"
    )
    make_meeting(desk, "SOM40 senior", status="held", date="2031-10-02", chair="the Chair")
    expired = "The mandate of Task Team on Reefs ran out with SOM 39."
    told = [one for one in desk.read(list_findings, today=TODAY) if one.kind == "mandate-expired"]
    assert [(one.text, one.meeting) for one in told] == [(expired, "SOM40 senior")]
    assert [one.text for one in desk.read(list_desk_findings, today=TODAY)] == [expired]
    make_meeting(desk, "SOM41 technical", status="planned")
    assert [one.text for one in desk.read(list_desk_findings, today=TODAY)] == [expired]
    told = [one for one in desk.read(list_findings, today=TODAY) if one.kind == "mandate-expired"]
    assert [(one.text, one.meeting) for one in told] == [(expired, "SOM41 technical")]


def test_a_lapse_stays_among_the_findings_of_the_workstream_until_it_is_decided(desk: Workspace) -> None:
    keys = make_workplan(desk)
    desk.do("Event", add_event, workstream_id=keys["reefs"], kind="established", date="2029", until="SOM 39")
    make_meeting(desk, "SOM40 senior", status="held", date="2030-10-02", chair="the Chair")
    ahead = make_meeting(desk, "SOM41 technical", status="planned")
    desk.do("Section", add_action_section, meeting_id=ahead, heading="Reefs", workstream_id=keys["reefs"])
    (one,) = desk.read(list_desk_findings, workstream_id=keys["reefs"], today=TODAY)
    desk.do("Mark", mark_intended, meeting_id="", finding=one.id, reason="It waits for the strategy.")
    told = [one for one in desk.read(list_findings, today=TODAY) if one.kind == "mandate-expired"]
    assert [(one.meeting, one.intended, one.workstream_id) for one in told] == [
        ("SOM41 technical", True, keys["reefs"])
    ]
    desk.do("Back", unmark_intended, meeting_id=ahead, finding=one.id)
    section = desk.read(list_actions, meeting_id=ahead)[0].id
    desk.do("Action", add_action, section_id=section, text="Agree to extend it")
    told = [one for one in desk.read(list_findings, today=TODAY) if one.kind == "mandate-expired"]
    assert [(one.meeting, one.intended) for one in told] == [("", False)]
    desk.do("Event", add_event, workstream_id=keys["reefs"], kind="extended", date="2031-05", until="SOM 42")
    assert desk.read(list_desk_findings, today=TODAY) == ()


def test_a_task_that_left_the_work_plan_is_not_asked_about(desk: Workspace) -> None:
    keys = make_workplan(desk)
    make_meeting(desk, "SOM39 senior", status="held", date="2030-10-02", chair="the Chair")
    make_meeting(desk, "SOM40 technical", status="planned")
    for name in ("survey", "website"):
        desk.do("Gone", update_task, task_id=keys[name], until="2031-06-01")
    assert found(desk) == []


def test_a_longer_meeting_takes_no_more_queries(desk: Workspace) -> None:
    def queries(meeting_id: str) -> int:
        asked: list[str] = []

        def counted(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            asked.append(statement)

        def read(session: object) -> None:
            engine = session.get_bind()  # type: ignore[attr-defined]
            event.listen(engine, "before_cursor_execute", counted)
            list_findings(session, meeting_id=meeting_id, today=TODAY)  # type: ignore[arg-type]
            event.remove(engine, "before_cursor_execute", counted)

        desk.read(read)
        return len(asked)

    key = whole_meeting(desk)
    few = queries(key)
    section = desk.do("Section", add_report_section, meeting_id=key, heading="More").value
    for number in range(12):
        desk.do("Item", add_agenda_item, meeting_id=key, title=f"Item {number}")
        desk.do("Paragraph", add_paragraph, section_id=section, text=f"Paragraph {number}.")
        desk.do(
            "Add",
            add_participant,
            meeting_id=key,
            name=f"Person Number{'abcdefghijkl'[number]}",
            entity="UNEP",
        )
    assert len(desk.read(list_roster, meeting_id=key)) == 17
    assert queries(key) == few
