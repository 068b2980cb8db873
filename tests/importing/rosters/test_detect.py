import pytest

from emgdesk.errors import InputError, UsageError
from emgdesk.importing.rosters.detect import detect
from emgdesk.importing.rosters.mapping import map_roster
from tests.importing.files import file, roster, sheet

MEETING = sheet(("Field", "Value"), ("Code", "SOM40 senior"), name="Meeting")
TASKS = sheet(("Chapter", "Task"), ("I. Oceans", "Swim"), name="Tasks")
PEOPLE = sheet(("Name", "Entity"), ("Ada Moss", "FAO"), name="Participants")


def test_workbooks_are_known_by_their_sheets():
    assert detect(file(MEETING, PEOPLE)).kind == "meeting"
    assert detect(file(TASKS)).kind == "workplan"
    roster = detect(file(PEOPLE))
    assert (roster.kind, roster.format, roster.sheet, roster.header_row) == (
        "roster",
        "workbook",
        "Participants",
        1,
    )


def test_a_sheet_of_that_name_with_other_columns_is_no_workbook():
    raw = file(sheet(("Room", "Name"), ("A", "Ada Moss"), name="Meeting"))
    assert detect(raw).kind == "roster"


def test_what_is_wanted_is_what_is_looked_for():
    both = file(MEETING, TASKS, PEOPLE)
    assert detect(both).kind == "meeting"
    assert detect(both, wanted="workplan").kind == "workplan"
    assert detect(both, wanted="roster").kind == "roster"
    assert detect(both, sheet="Participants").kind == "roster"


def test_a_file_that_is_not_what_was_wanted_is_refused():
    with pytest.raises(InputError) as refused:
        detect(file(PEOPLE), wanted="meeting")
    assert (
        str(refused.value)
        == "list.xlsx is no meeting workbook: it has no sheet “Meeting” with the columns Field and Value."
    )
    with pytest.raises(UsageError):
        detect(file(PEOPLE), wanted="banana")


def test_a_file_without_known_headers_is_a_roster_to_be_told_about():
    found = detect(roster(("Wer", "Woher"), ("Ada Moss", "FAO")))
    assert (found.kind, found.format, found.header_row) == ("roster", "generic", None)


def test_the_fingerprint_is_that_of_the_mapped_roster():
    raw = file(PEOPLE)
    assert detect(raw).fingerprint == map_roster(raw).fingerprint
