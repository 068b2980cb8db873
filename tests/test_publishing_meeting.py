"""The documents of a meeting from the desk: which symbol they bear, what they take from where."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from emgdesk.errors import UsageError
from emgdesk.operations.action import add_action
from emgdesk.operations.agenda import add_agenda_item, link_document, set_agenda_style
from emgdesk.operations.deliverable import add_deliverable
from emgdesk.operations.document import add_document
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.report import add_paragraph, add_report_section, set_section_items
from emgdesk.operations.reservation import add_reservation
from emgdesk.publishing import build_document, export_document
from emgdesk.reports.blocks import Document
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_roster
from tests.meeting_actions import make_action, make_actions, make_section
from tests.reports.builders.papers import footnotes, lines, runs


def built(desk: Workspace, name: str, meeting_id: str, **options: str) -> Document:
    return build_document(desk, name, meeting_id=meeting_id, options=options, today=date(2031, 12, 1))


def paper(desk: Workspace, meeting_id: str, **fields: str) -> str:
    return desk.do("Paper", add_document, meeting_id=meeting_id, **fields).value


def item(desk: Workspace, meeting_id: str, title: str, **fields: object) -> str:
    return desk.do("Item", add_agenda_item, meeting_id=meeting_id, title=title, **fields).value


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        ("agenda", "Provisional agenda", "The agenda"),
        ("annotated-agenda", "", "Annotated Agenda"),
        ("action-points", "action points", "What is to be done"),
        ("meeting-report", "", "Meeting report"),
        ("participants", "participants", "Who came"),
        ("progress-report", "", "Mid-Term Progress Report"),
    ],
)
def test_a_document_bears_the_symbol_of_its_line_in_the_register(
    desk: Workspace, name: str, kind: str, title: str
) -> None:
    meeting_id = make_meeting(desk)
    paper(desk, meeting_id, title="Something else", symbol="EMGSOM.40_1")
    paper(desk, meeting_id, title=title, kind=kind, symbol="EMGSOM.40_2")
    assert built(desk, name, meeting_id).subject == "EMGSOM.40_2"


def test_the_symbol_the_meeting_says_itself_goes_before_the_register(desk: Workspace) -> None:
    meeting_id = make_meeting(
        desk, agenda_symbol="EMG/1", summary_symbol="EMG/2", report_symbol="EMG/3", summary_title="Decisions",
        summary_subtitle="As adopted",
    )  # fmt: skip
    paper(desk, meeting_id, title="Agenda", symbol="EMGSOM.40_2")
    assert [built(desk, n, meeting_id).subject for n in ("agenda", "action-points", "meeting-report")] == [
        "EMG/1", "EMG/2", "EMG/3",
    ]  # fmt: skip
    assert lines(built(desk, "action-points", meeting_id))[:2] == ["Decisions", "As adopted"]


def test_labels_and_styles_come_from_the_branches(desk: Workspace) -> None:
    meeting_id = make_meeting(
        desk, date="2031-09-24", start_time="15:00", end_time="17:00", chair="Ada Quist"
    )
    first = item(
        desk, meeting_id, "Progress", start_time="15:00", end_time="16:00", notes="See doc:EMGSOM.40_3."
    )
    below = item(desk, meeting_id, "Reefs", parent_id=first, presenter="FAO", draft_conclusion="Agreed.")
    item(desk, meeting_id, "Corals", parent_id=below)
    desk.do("Style", set_agenda_style, meeting_id=meeting_id, parent_id=first, style="1")
    desk.do("Style", set_agenda_style, meeting_id=meeting_id, parent_id=below, style="a")
    linked = paper(
        desk, meeting_id, number="03", title="Map", symbol="EMGSOM.40_3", web_address="https://emg.example/3"
    )
    desk.do("Link", link_document, item_id=below, document_id=linked)
    assert lines(built(desk, "agenda", meeting_id, documents="no")) == [
        "Provisional Agenda", "3:00 – 4:00 p.m.", "Item 1: Progress", "  1) Reefs (presented by FAO)", "    a. Corals",
    ]  # fmt: skip
    chairs = built(desk, "annotated-agenda", meeting_id, clock="24")
    assert lines(chairs) == [
        "Annotated Agenda", "For the Chair, Ada Quist", "Item 1: Progress", "15:00 – 16:00", "See EMGSOM.40_3.",
        "1) Reefs", "Presented by FAO", "Document: 03 Map (EMGSOM.40_3)", "Draft conclusion: Agreed.", "a. Corals",
    ]  # fmt: skip
    assert [run.link for run in runs(chairs) if run.link] == ["https://emg.example/3"] * 2


def test_actions_with_styles_of_their_sections_and_branches(desk: Workspace) -> None:
    keys = make_actions(desk)
    assert lines(built(desk, "action-points", keys["technical"])) == [
        "Summary of Action Points",
        "I. Task Team on Reefs", "The Senior Officials:", "a) Welcome the map;", "b) Request the Task Team to:",
        "  i. Finish the map; and", "  ii. Count the corals;", "c) Decide to rename the Task Team.",
        "II. Task Team on Dust", "The Senior Officials:", "Agree to establish a Task Team to:", "i. Measure dust.",
    ]  # fmt: skip
    assert "  i) Finish the map; and" in lines(
        built(desk, "action-points", keys["technical"], romans="bracket")
    )


def test_the_letter_i_is_no_roman_number(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    section = make_section(desk, meeting_id, "Many")
    for number in range(9):
        make_action(desk, section, f"Act {number}.")
    assert lines(built(desk, "action-points", meeting_id))[-1] == "i) Act 8."


def test_what_a_report_takes_from_elsewhere(desk: Workspace) -> None:
    keys = make_actions(desk)
    meeting_id = keys["technical"]
    paper(desk, meeting_id, title="Map", symbol="EMG/SOM.40/03", web_address="emg.example/3")
    agenda = item(desk, meeting_id, "Reefs", presenter="FAO", presented_by="Ola Ek, FAO")
    section = desk.do("Section", add_report_section, meeting_id=meeting_id, heading="Reefs").value
    desk.do("Items", set_section_items, section_id=section, item_ids=[agenda])

    def paragraph(kind: str, text: str = "", **fields: object) -> str:
        return desk.do("Text", add_paragraph, section_id=section, kind=kind, text=text, **fields).value

    paragraph("paragraph", "See document doc:EMGSOM.40_3[^1].", footnotes=["Also doc:EMGSOM.40_3."])
    paragraph("actions", action_section_id=keys["II"])
    decided = desk.do(
        "Made", add_action, section_id=keys["I"], text="Meet in May.", made_in_room=1, stem=""
    ).value
    desk.do("Against", add_reservation, entity="IMO", text="Not in May.", action_id=decided)
    paragraph("conclusion", action_id=decided)
    map_id = desk.do(
        "Made", add_deliverable, title="Map of Reefs", edition="2nd edition", endorsed_at=meeting_id
    ).value
    desk.do("Made", add_deliverable, title="Not endorsed")
    desk.do("Against", add_reservation, entity="ITU", text="Too large.", deliverable_id=map_id)
    paragraph("deliverables")
    report = built(desk, "meeting-report", meeting_id, form="items")
    assert lines(report) == [
        "Meeting Report", "1. Reefs (presented by Ola Ek, FAO)", "See document EMGSOM.40_31.",
        "Suggested Actions: Task Team on Dust", "The Senior Officials:", "Agree to establish a Task Team to:",
        "i. Measure dust.",
        "Conclusion: Meet in May.2",
        "The meeting endorsed:", "• Map of Reefs (2nd edition)3",
    ]  # fmt: skip
    assert footnotes(report) == [
        ("1", "Also EMGSOM.40_3."),
        ("2", "IMO: Not in May."),
        ("3", "ITU: Too large."),
    ]
    assert [run.link for run in runs(report) if run.link] == ["https://emg.example/3"]


def test_sentences_follow_the_desk(desk: Workspace) -> None:
    meeting_id = make_meeting(desk, closed_at="17:06", zone_label="Geneva time")
    make_roster(desk, meeting_id)
    section = desk.do("Section", add_report_section, meeting_id=meeting_id, heading="Closure").value
    desk.do("Text", add_paragraph, section_id=section, fill="closing")
    said = lines(built(desk, "meeting-report", meeting_id))
    assert said[1] == "I. Closure"
    assert "17:06 Geneva time" in said[2]
    desk.do("Later", update_meeting, meeting_id=meeting_id, closed_at="17:10")
    assert "17:10 Geneva time" in lines(built(desk, "meeting-report", meeting_id))[2]


def test_a_calendar_of_one_meeting_and_of_all(desk: Workspace, tmp_path: Path) -> None:
    first = make_meeting(
        desk, "SOM40 technical", date="2031-09-24", start_time="15:00", end_time="17:00", zone_label="CEST",
        status="confirmed", venue="Geneva",
    )  # fmt: skip
    make_meeting(desk, "SOM40 senior", date="2031-10", status="planned")
    make_meeting(desk, "SOM40 mid-term", date="2031-05-14", end_date="2031-05-15", status="cancelled")
    whole = export_document(desk, "calendar", tmp_path / "all.ics")
    assert (whole.rows, whole.warnings) == (
        2,
        ("1 meeting has no day yet and no event in a calendar: SOM40 senior.",),
    )
    events = Calendar.from_ical((tmp_path / "all.ics").read_bytes()).walk("VEVENT")
    assert [(str(e["SUMMARY"]), str(e["STATUS"])) for e in events] == [
        ("Segment SOM40 mid-term", "CANCELLED"), ("Segment SOM40 technical", "CONFIRMED"),
    ]  # fmt: skip
    export_document(desk, "calendar", tmp_path / "one.ics", meeting_id=first)
    (event,) = Calendar.from_ical((tmp_path / "one.ics").read_bytes()).walk("VEVENT")
    assert (str(event["UID"]), event["DTSTART"].params["TZID"]) == (f"{first}@emgdesk", "Europe/Zurich")


@pytest.mark.parametrize(
    "name", ["agenda", "annotated-agenda", "action-points", "meeting-report", "segment-set"]
)
def test_documents_of_a_meeting_need_one(desk: Workspace, name: str) -> None:
    with pytest.raises(UsageError, match="name the meeting it is printed for"):
        build_document(desk, name)
