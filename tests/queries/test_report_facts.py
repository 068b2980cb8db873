"""What a report's sentences are filled from: the same numbers as the closing line, the meeting after."""

from emgdesk.domain.report_sentences import bodies, sentence
from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.roster import add_participant, update_participations
from emgdesk.queries.inputs.people import participants_input
from emgdesk.queries.report_facts import report_facts
from emgdesk.reports.builders.lines import included
from emgdesk.reports.builders.participants import totals
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_roster


def said(desk: Workspace, meeting_id: str, fill: str = "attendance") -> str:
    return sentence(fill, desk.read(report_facts, meeting_id=meeting_id))


def closing_line(desk: Workspace, meeting_id: str) -> str:
    _, people = desk.read(participants_input, meeting_id=meeting_id)
    return totals(included(people))


def test_the_attendance_sentence_and_the_closing_line_count_alike(desk: Workspace) -> None:
    meeting = make_meeting(desk)
    ids = make_roster(desk, meeting)
    desk.do("More", add_participant, meeting_id=meeting, name="Eva Okoro", entity="FAO")
    assert said(desk, meeting) == (
        "The meeting was attended by 2 EMG members and 1 observing entity "
        "[those registered: nobody is marked as attended]."
    )
    assert closing_line(desk, meeting) == "6 participants from 2 EMG members and 1 observing entity"
    desk.do("Came", update_participations, ids=ids[1:4], attendance="attended")
    assert said(desk, meeting) == "The meeting was attended by 1 EMG member and 1 observing entity."
    assert closing_line(desk, meeting) == "3 participants from 1 EMG member and 1 observing entity"
    counts = desk.read(report_facts, meeting_id=meeting).counts
    assert bodies(counts) == ("1 EMG member", "1 observing entity")


def test_a_head_count_stands_in_for_a_roster(desk: Workspace) -> None:
    meeting = make_meeting(desk)
    desk.do("Count", update_meeting, meeting_id=meeting, head_count=85)
    assert said(desk, meeting) == "The meeting was attended by 85 participants."


def test_the_next_meeting_is_the_one_made_from_this_or_the_next_of_the_series(desk: Workspace) -> None:
    meeting = make_meeting(desk, date="2031-09-24")
    assert said(desk, meeting, "next meeting") == "The next meeting will be held on [date]."
    make_meeting(desk, "SOM42 technical", date="2031-10-01")
    make_meeting(desk, "REEF 1", date="2031-10-02")
    make_meeting(desk, "SOM40 mid-term", date="2031-05-02")
    make_meeting(desk, "SOM40 senior", date="2031-11", end_date="")
    assert said(desk, meeting, "next meeting") == (
        "The next meeting, Segment SOM40 senior, will be held in November 2031."
    )
    make_meeting(desk, "SOM41 mid-term", date="2032-05-10", end_date="2032-05-11", previous_id=meeting)
    assert said(desk, meeting, "next meeting") == (
        "The next meeting, Segment SOM41 mid-term, will be held on 10–11 May 2032."
    )


def test_who_did_present_comes_before_who_was_to(desk: Workspace) -> None:
    meeting = make_meeting(desk)
    item = desk.do(
        "Item", add_agenda_item, meeting_id=meeting, title="Reefs", presenter="Ana Ruiz, FAO; UNEP"
    ).value
    facts = desk.read(report_facts, meeting_id=meeting)
    assert [(one.path, one.presenters) for one in facts.presented] == [("1", ("Ana Ruiz (FAO)", "UNEP"))]
    other = desk.do(
        "Item",
        add_agenda_item,
        meeting_id=meeting,
        title="Ports",
        presenter="WWF",
        presented_by="Bo Lind, WMO",
    ).value
    facts = desk.read(report_facts, meeting_id=meeting)
    assert sentence("presenters", facts, {item, other}) == (
        "Item 1 was presented by Ana Ruiz (FAO) and UNEP and item 2 by Bo Lind (WMO)."
    )
