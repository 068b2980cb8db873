"""From a file to the desk and back to the same file: what an import does, and what it does not."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from emgdesk.errors import CancelledError, DataError, InputError
from emgdesk.importing.plan import Decision
from emgdesk.intake import Choices, MeetingIntake, RosterIntake, WorkplanIntake, commit, plan_import
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.task import update_entry
from emgdesk.queries.meetings import list_meetings
from emgdesk.queries.people import get_person, list_people
from emgdesk.queries.roster import list_roster
from emgdesk.queries.workstreams import list_chapters, list_tasks, list_workstreams
from emgdesk.workspace import Workspace
from tests.desks import dump, make_meeting, make_person
from tests.sheets import REGISTRATIONS, meeting_book, registration_sheet, workplan_book, write_book


def roster_import(desk: Workspace, path: Path, meeting_id: str, **choices: object) -> RosterIntake:
    intake = plan_import(desk, path, meeting_id=meeting_id, choices=Choices(**choices))  # type: ignore[arg-type]
    assert isinstance(intake, RosterIntake)
    return intake


def test_an_import_keeps_every_cell_and_where_it_stood(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    commit(desk, roster_import(desk, registration_sheet(tmp_path), meeting_id))
    rows = desk.read(list_roster, meeting_id=meeting_id)
    assert [(r.name, r.source, r.email) for r in rows] == [
        ("Amélie DÜRST", "registrations.xlsx, row 5", "amelie@unep.example"),
        ("Jorge Peña Ibáñez", "registrations.xlsx, row 6", "jorge@fao.example"),
        ("Ngozi Adeyemi-Okoro", "registrations.xlsx, row 7", ""),
        ("Ruth Solberg", "registrations.xlsx, row 9", "ruth@guest.example"),
        ("王明", "registrations.xlsx, row 11", "wang@unido.example"),
    ]
    with closing(sqlite3.connect(desk.path)) as file:
        original = file.execute("SELECT original FROM participation ORDER BY position LIMIT 3").fetchall()
        run = file.execute("SELECT file, kind, sheet, headers, mapping FROM import_run").fetchone()
    assert json.loads(original[0][0])[2:4] == ["Amélie ", "DÜRST"]
    assert json.loads(original[2][0])[9] == "=late"
    assert run[:3] == ("registrations.xlsx", "roster", "Registrations")
    assert json.loads(run[3])[5] == "Organization / Entity"
    assert json.loads(run[4])["family"] == "LAST NAME"


def test_the_same_file_again_changes_nothing(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    sheet = registration_sheet(tmp_path)
    commit(desk, roster_import(desk, sheet, meeting_id))
    people, roster = desk.read(list_people), desk.read(list_roster, meeting_id=meeting_id)
    again = roster_import(desk, sheet, meeting_id)
    assert again.summary() == "5 already there, 2 skipped"
    assert commit(desk, again).changes is None
    assert (desk.read(list_people), desk.read(list_roster, meeting_id=meeting_id)) == (people, roster)


def test_a_known_person_joins_and_only_empty_fields_are_filled(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    key = make_person(desk, "Jorge Pena Ibanez", "FAO", ("jorge@fao.example",))
    intake = roster_import(desk, registration_sheet(tmp_path), meeting_id)
    (row,) = [r for r in intake.plan.rows if r.verdict == "matched"]
    assert (row.row, row.person_id) == (6, key)
    commit(desk, intake)
    person = desk.read(get_person, person_id=key)
    assert (person.name, person.spellings, person.meetings) == ("Jorge Pena Ibanez", "Jorge Peña Ibáñez", 1)
    assert len(desk.read(list_people)) == 5


def test_decisions_are_applied_and_verdicts_stay(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    key = make_person(desk, "Amelie Durst-Meyer", "UNEP")
    decisions = {5: Decision("match", key), 7: Decision("skip")}
    intake = roster_import(desk, registration_sheet(tmp_path), meeting_id, decisions=decisions)
    commit(desk, intake)
    rows = desk.read(list_roster, meeting_id=meeting_id)
    assert [(r.name, r.person_id == key) for r in rows] == [
        ("Amélie DÜRST", True),
        ("Jorge Peña Ibáñez", False),
        ("Ruth Solberg", False),
        ("王明", False),
    ]


def test_a_mapping_is_remembered_for_its_header(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    sheet = registration_sheet(tmp_path)
    first = roster_import(desk, sheet, meeting_id, overrides={"notes": "Function", "function": "Remarks"})
    commit(desk, first)
    again = roster_import(desk, registration_sheet(tmp_path, "next year.xlsx"), meeting_id)
    assert (again.plan.columns["notes"], again.plan.columns["function"]) == ("Function", "Remarks")


def test_a_plan_is_refused_once_the_desk_moved_on(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    intake = roster_import(desk, registration_sheet(tmp_path), meeting_id)
    desk.do("Meanwhile", update_meeting, meeting_id=meeting_id, venue="Room IX")
    before = dump(desk.path)
    with pytest.raises(DataError, match="desk has changed since this preview"):
        commit(desk, intake)
    assert dump(desk.path) == before
    commit(desk, roster_import(desk, tmp_path / "registrations.xlsx", meeting_id))
    assert len(desk.read(list_roster, meeting_id=meeting_id)) == 5


def test_a_cancelled_import_leaves_nothing(desk: Workspace, tmp_path: Path) -> None:
    class Cancelled:
        def report(self, text: str, done: int = 0, total: int = 0) -> None:
            pass

        def check_cancelled(self) -> None:
            raise CancelledError

    meeting_id = make_meeting(desk)
    intake = roster_import(desk, registration_sheet(tmp_path), meeting_id)
    before = dump(desk.path)
    with pytest.raises(CancelledError):
        commit(desk, intake, job=Cancelled())
    assert dump(desk.path) == before


def test_a_roster_without_a_meeting_is_planned_but_not_taken(desk: Workspace, tmp_path: Path) -> None:
    intake = plan_import(desk, registration_sheet(tmp_path))
    assert intake.summary() == "5 new, 2 skipped"
    with pytest.raises(
        DataError, match=r"^registrations\.xlsx is a roster: name the meeting it belongs to\.$"
    ):
        commit(desk, intake)


def test_a_work_plan_brings_chapters_workstreams_tasks_and_entries(desk: Workspace, tmp_path: Path) -> None:
    intake = plan_import(desk, workplan_book(tmp_path))
    assert isinstance(intake, WorkplanIntake)
    commit(desk, intake)
    assert [(c.label, c.title) for c in desk.read(list_chapters)] == [("I.", "Oceans"), ("II.", "Outreach")]
    assert [(w.letter, w.name, w.leads, w.aliases) for w in desk.read(list_workstreams)] == [
        ("a", "Task Team on Reefs", "UNEP", ("Reef Team", "Team on Reefs")),
        ("b", "IMG on Ports", "", ()),
    ]
    assert [
        (t.text, t.next_steps, [(e.status, e.text, e.as_of) for e in t.entries])
        for t in desk.read(list_tasks)
    ] == [
        (
            "Map the reefs.",
            "Send them out.",
            [
                ("completed", "Charts printed.", "2031-03-01"),
                ("ongoing", "- second edition\n- **errata**", "2031-06-30"),
            ],
        ),
        ("Survey ports.", "", [("upcoming", "", "2031-06-30")]),
        ("Revise the website.", "", [("ongoing", "Drafted.", "2031-06-30")]),
    ]
    assert intake.notes() == ()


def test_a_work_plan_again_changes_nothing(desk: Workspace, tmp_path: Path) -> None:
    book = workplan_book(tmp_path)
    commit(desk, plan_import(desk, book))
    before = desk.read(list_tasks), desk.read(list_workstreams)
    again = plan_import(desk, book)
    assert again.summary() == "Workstreams: 2 the same; Mandate: 1 the same; Tasks: 4 the same"
    assert commit(desk, again).changes is None
    assert (desk.read(list_tasks), desk.read(list_workstreams)) == before


def test_work_done_since_is_not_overwritten_by_an_older_plan(desk: Workspace, tmp_path: Path) -> None:
    book = workplan_book(tmp_path)
    commit(desk, plan_import(desk, book))
    entry = desk.read(list_tasks)[2].entries[0]
    desk.do("Correct", update_entry, entry_id=entry.id, text="Drafted and tested.")
    commit(desk, plan_import(desk, book))
    assert "Drafted and tested." in [e.text for e in desk.read(list_tasks)[2].entries]


def test_a_meeting_workbook_brings_its_own_meeting(desk: Workspace, tmp_path: Path) -> None:
    intake = plan_import(desk, meeting_book(tmp_path))
    assert isinstance(intake, MeetingIntake)
    assert intake.summary() == (
        "SOM40 technical: a new meeting; Agenda: 2 new; Documents: 1 new; participants: 3 new"
    )
    commit(desk, intake)
    (meeting,) = desk.read(list_meetings)
    assert (meeting.code, meeting.status, meeting.date, meeting.start_time, meeting.zone_label) == (
        "SOM40 technical", "held", "2031-09-02", "15:00", "Geneva time",
    )  # fmt: skip
    assert (meeting.agenda_symbol, meeting.closed_at, meeting.people) == ("EMG/SOM.40/technical/02", "", 3)
    rows = desk.read(list_roster, meeting_id=meeting.id)
    assert [(r.name, r.attendance, r.mode) for r in rows] == [
        ("Amélie Dürst", "attended", "online"),
        ("Jorge Peña Ibáñez", "attended", "in person"),
        ("Bo Lindh", "excused", ""),
    ]


def test_a_meeting_workbook_updates_its_meeting(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk, "SOM 40 Technical")
    commit(desk, plan_import(desk, meeting_book(tmp_path)))
    (meeting,) = desk.read(list_meetings)
    assert (meeting.id, meeting.code, meeting.status) == (meeting_id, "SOM 40 Technical", "held")
    assert plan_import(desk, meeting_book(tmp_path)).summary() == (
        "SOM40 technical: its facts are the same; Agenda: 2 the same; participants: 3 already there"
    )
    other = make_meeting(desk, "SOM40 senior")
    with pytest.raises(InputError, match="is a workbook of SOM40 technical, not of SOM40 senior"):
        plan_import(desk, meeting_book(tmp_path), meeting_id=other)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.xlsx", b"", "empty"),
        ("letter.xlsx", b"%PDF-1.7 a letter", "PDF"),
        ("broken.xlsx", b"PK\x03\x04 and nothing more", "damaged"),
        ("numbers.csv", b"a,b\n1,2\n3,4\n", "name"),
    ],
)
def test_what_cannot_be_taken_is_one_sentence_with_the_name(
    desk: Workspace, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    meeting_id = make_meeting(desk)
    before = dump(desk.path)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as caught:
        plan_import(desk, tmp_path / name, meeting_id=meeting_id)
    assert name in str(caught.value)
    assert sentence in str(caught.value)
    assert dump(desk.path) == before


def test_what_looks_like_a_formula_is_data(desk: Workspace, tmp_path: Path) -> None:
    rows = [*REGISTRATIONS[:4], (1, None, "=Ana", "+Bo", None, "-FAO", None, None, None, "=1+1")]
    meeting_id = make_meeting(desk)
    sheet = write_book(tmp_path / "signs.xlsx", {"Registrations": rows})
    commit(desk, roster_import(desk, sheet, meeting_id))
    (row,) = desk.read(list_roster, meeting_id=meeting_id)
    assert (row.name, row.entity, row.notes) == ("=Ana +Bo", "-FAO", "=1+1")


def test_a_new_address_is_the_one_in_use(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    key = make_person(desk, "Jorge Peña Ibáñez", "FAO", ("old@fao.example",))
    decisions = {6: Decision("match", key)}
    sheet = registration_sheet(tmp_path)
    commit(desk, roster_import(desk, sheet, meeting_id, update="replace", decisions=decisions))
    person = desk.read(get_person, person_id=key)
    assert (person.email, person.emails) == ("jorge@fao.example", "jorge@fao.example; old@fao.example")


def test_workstreams_that_are_part_of_each_other_are_told(desk: Workspace, tmp_path: Path) -> None:
    rows = (
        ("Name", "Parent", "Chapter"),
        ("Task Team on Reefs", "Coalition on Ports", "I. Oceans"),
        ("Coalition on Ports", "Task Team on Reefs", "I. Oceans"),
    )
    intake = plan_import(desk, write_book(tmp_path / "ring.xlsx", {"Workstreams": rows}))
    assert isinstance(intake, WorkplanIntake)
    reefs, ports = intake.plan.workstreams
    assert (reefs.messages, ports.messages) == (
        (), ("“Coalition on Ports” would be part of itself; mend the column Parent (Workstreams B3).",)
    )  # fmt: skip
    commit(desk, intake)
    assert [(w.name, w.parent) for w in desk.read(list_workstreams)] == [
        ("Task Team on Reefs", "Coalition on Ports"), ("Coalition on Ports", ""),
    ]  # fmt: skip
