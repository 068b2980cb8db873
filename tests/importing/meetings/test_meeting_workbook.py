from datetime import datetime, time

import pytest

from emgdesk.errors import InputError
from emgdesk.importing.answers import meeting_json
from emgdesk.importing.meetings.plan import MeetingFacts
from emgdesk.importing.meetings.workbook import plan_meeting, read_meeting
from emgdesk.importing.snapshot import RosterSnapshot
from emgdesk.importing.workplans.plan import SheetCounts
from tests.importing.files import ENTITIES, file, roster_plan, sheet

PEOPLE = sheet(("Name", "Entity"), ("Ada Moss", "FAO"), ("Bo Lind", None), name="Participants")
NOWHERE = RosterSnapshot("7", (), ENTITIES)


def workbook(*fields, people=PEOPLE, extra=()):
    return file(sheet(("Field", "Value"), *fields, name="Meeting"), people, *extra, name="meeting.xlsx")


def facts(*fields):
    return read_meeting(workbook(*fields)).facts


def test_facts_are_read_as_the_desk_writes_them():
    read = facts(
        ("Code", "SOM40 senior"), ("TITLE", " Senior  segment "), ("SOM number", 40), ("Segment", "Senior-level"),
        ("Date", datetime(2031, 10, 2)), ("Start time", time(9, 30)), ("End time", "5:15 p.m."), ("Closed at", "17"),
        ("Time zone label", "GVA time"), ("Mode", "Hybrid"), ("Status", "Took place"), ("Agenda adopted", "As Presented"),
        ("Head count", "45 people"), ("Opened by", "Ada Moss"), ("Summary symbol", "S/40/1"), ("Symbol", "A/40/1"),
    )  # fmt: skip
    assert read == MeetingFacts(
        "SOM40 senior", "Senior segment", 40, "senior", "2031-10-02", "", "09:30", "17:15", "GVA time", "hybrid",
        status="held", agenda_adopted="as presented", head_count=45, opened_by="Ada Moss", closed_at="17:00",
        agenda_symbol="A/40/1", summary_symbol="S/40/1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "date", "end"),
    [
        ("May 2031", "2031-05", ""), ("28-30 May 2031", "2031-05-28", "2031-05-30"), ("to be decided", "", ""),
        ("2031-05-28", "2031-05-28", ""), (None, "", ""),
    ],
)  # fmt: skip
def test_a_date_is_a_day_a_month_a_period_or_open(written, date, end):
    read = facts(("Code", "X"), ("Date", written))
    assert (read.date, read.end_date) == (date, end)


def test_a_missing_code_is_made():
    assert facts(("SOM number", "40"), ("Segment", "Mid-Term Technical Segment")).code == "SOM40 mid-term"
    with pytest.raises(InputError) as refused:
        facts(("Title", "A meeting"))
    assert (
        str(refused.value)
        == "meeting.xlsx does not say which meeting it is: it has no Code and no SOM number."
    )


def test_what_is_not_understood_is_told_with_its_cell():
    extra = (sheet(("Number", "Title"), ("1", "Opening"), ("2", "Closing"), name="Catering"),)
    raw = workbook(("Code", "X"), ("Mode", "by boat"), ("Weather", "fair"), ("Date", "soon"), extra=extra)
    assert read_meeting(raw).notes == (
        "“by boat” is no Mode the desk understands (Meeting B3).",
        "Field “Weather” of sheet “Meeting” was not read (Meeting B4: fair).",
        "“soon” is no Date the desk understands (Meeting B5).",
        "Sheet “Catering” (2 rows) is none of a meeting workbook and was not read.",
    )


def test_who_stands_in_the_workbook_of_a_held_meeting_was_there():
    held = read_meeting(workbook(("Code", "X"), ("Status", "held")))
    assert [one.attendance for one in held.roster.records] == ["attended", "attended"]
    planned = read_meeting(workbook(("Code", "X"), ("Status", "planned")))
    assert [one.attendance for one in planned.roster.records] == ["", ""]
    assert held.roster.format == "workbook"


def plan(read, known=None, **more):
    return plan_meeting(read, NOWHERE, known, roster_plan(read.roster, NOWHERE), **more)


def test_a_new_meeting_with_its_people():
    read = read_meeting(workbook(("Code", "X"), ("Title", "A meeting")))
    made = plan(read)
    assert (made.verdict, made.meeting_id, made.changes) == ("new", None, {})
    assert made.sheets == {"Meeting": SheetCounts(2, new=2)}
    answer = meeting_json(made)
    assert (answer["format"], answer["sheet"], answer["totals"]["new"]) == ("workbook", "Participants", 2)
    assert answer["sheets"] == {"Meeting": {"rows": 2, "new": 2, "changed": 0, "same": 0, "problem": 0}}
    assert answer["meeting"] == {"code": "X", "verdict": "new", "changes": {}}


def test_importing_it_again_updates_the_meeting_and_empties_nothing():
    read = read_meeting(
        workbook(("Code", "X"), ("Title", "A meeting"), ("Venue", "Hall 2"), ("SOM number", 40))
    )
    known = MeetingFacts("X", "A meeting", 40, venue="Hall 1", chair="Ada Moss")
    changed = plan(read, known)
    assert (changed.verdict, changed.changes) == ("changed", {"venue": ("Hall 1", "Hall 2")})
    assert changed.sheets == {"Meeting": SheetCounts(4, changed=1, same=3)}
    assert plan(read, known, update="add-only").verdict == "same"
    assert plan(read, read.facts).verdict == "same"


def test_a_workbook_without_people_has_no_roster():
    raw = file(
        sheet(("Field", "Value"), ("Code", "X"), name="Meeting"), sheet(("Name",), name="Participants")
    )
    assert read_meeting(raw).roster is None


def test_another_file_is_refused():
    with pytest.raises(InputError) as refused:
        read_meeting(file(PEOPLE))
    assert (
        str(refused.value)
        == "list.xlsx is no meeting workbook: it has no sheet “Meeting” with Field and Value."
    )


def test_a_field_that_stands_twice_is_refused_unless_it_says_the_same():
    assert facts(("Code", "X"), ("Venue", None), ("CODE", "X"), ("Venue", "Nairobi")).venue == "Nairobi"
    with pytest.raises(InputError) as refused:
        facts(("Code", "SOM40 technical"), ("Venue", "Nairobi"), ("Code", "SOM40 senior"))
    assert str(refused.value) == "Field “Code” stands twice in meeting.xlsx (Meeting B2, Meeting B4)."


@pytest.mark.parametrize("written", [31.5, -3, 0, "1,000", "abc", "31-33"])
def test_a_number_is_whole_and_above_nothing(written):
    read = read_meeting(workbook(("Code", "X"), ("SOM number", written), ("Head count", written)))
    assert (read.facts.som_number, read.facts.head_count) == (None, None)
    assert read.notes == (
        f"“{written}” is no SOM number the desk understands (Meeting B3).",
        f"“{written}” is no Head count the desk understands (Meeting B4).",
    )
