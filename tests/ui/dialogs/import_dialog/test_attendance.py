"""Attendance lists against those registered, and entities proposed for rows that name none."""

import pytest
from PySide6.QtCore import Qt

from emgdesk.operations.roster import add_participant
from emgdesk.queries.roster import list_roster
from tests.desks import make_meeting
from tests.ui.dialogs.import_dialog.keys import settled

TEAMS = """\
1. Summary
Meeting title\tReefs

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Ana Ruiz\t5/2/31, 2:00:00 PM\t5/2/31, 3:00:00 PM\t1h\tana.ruiz@fao.org\t\tAttendee
Ida Brekke\t5/2/31, 2:00:00 PM\t5/2/31, 3:00:00 PM\t1h\tida.brekke@fao.org\t\tAttendee
Bo Lindh\t5/2/31, 2:00:00 PM\t5/2/31, 3:00:00 PM\t1h\tbo.lindh@elsewhere.example\t\tAttendee
"""


@pytest.fixture
def reef(desk):
    """A meeting with two people registered."""
    key = make_meeting(desk, "REEF 9")
    for name, entity in (("Bo Lindh", "WHO"), ("Gil Missing", "WMO")):
        desk.do("Add", add_participant, meeting_id=key, name=name, entity=entity, attendance="registered")
    return key


@pytest.fixture
def met(open_import, tmp_path, reef):
    path = tmp_path / "attendance.csv"
    path.write_text(TEAMS, encoding="utf-16")
    return open_import(path, reef)


def test_three_groups_meet(met):
    pane = met.view.people.attendance
    assert met.view.people.groups.isTabVisible(3)
    assert [(row.verdict, row.name, row.row) for row in pane.table.rows.rows()] == [
        ("Registered and absent", "Gil Missing", ""),
        ("Present and not registered", "Ana Ruiz", "6"),
        ("Present and not registered", "Ida Brekke", "7"),
        ("Registered and present", "Bo Lindh", "8"),
    ]
    pane.groups.button("walk_in").click()
    assert [row.name for row in pane.table.rows.rows()] == ["Ana Ruiz", "Ida Brekke"]


def test_the_absent_are_marked_only_when_the_user_says_so(met, services, desk, reef):
    pane = met.view.people.attendance
    assert pane.mark.text() == "&Mark the 1 person registered and absent as absent"
    pane.mark.click()
    services.tasks.settle()
    met.view.go_to("changes")
    services.tasks.settle()
    changes = [(row.name, row.what, row.old, row.new) for row in met.view.changes.table.model.rows()]
    assert ("Gil Missing", "Attendance", "registered", "absent") in changes
    met.import_now()
    services.tasks.settle()
    assert met.view.result.state._sentence.text() == "1 person marked as absent."
    said = {row.name: row.attendance for row in desk.read(list_roster, meeting_id=reef)}
    assert said == {
        "Bo Lindh": "attended", "Gil Missing": "absent", "Ana Ruiz": "attended", "Ida Brekke": "attended",
    }  # fmt: skip


def test_a_list_without_registrations_has_nothing_to_compare(open_import, tmp_path, desk):
    path = tmp_path / "attendance.csv"
    path.write_text(TEAMS, encoding="utf-16")
    dialog = open_import(path, make_meeting(desk, "REEF 10"))
    assert dialog.view.people.attendance.empty._title.text() == "Nobody was registered"


def test_proposed_entities_are_taken_one_by_one_or_by_domain(met, services, desk, reef):
    view, pane = met.view, met.view.people.proposals
    view.go_to("people")
    view.people.groups.setCurrentIndex(2)
    pane.table.setFocus()
    rows = pane.table.rows.rows()
    assert [(row.name, row.entity, row.verdict) for row in rows] == [
        ("Ana Ruiz", "FAO", "Proposed"),
        ("Ida Brekke", "FAO", "Proposed"),
    ]
    assert pane.alike.text() == "Take all 2 of fao.org  (A)"
    settled(services, met, Qt.Key.Key_Y)
    assert [row.verdict for row in pane.table.rows.rows()] == ["Taken", "Proposed"]
    settled(services, met, Qt.Key.Key_A)
    assert [row.verdict for row in pane.table.rows.rows()] == ["Taken", "Taken"]
    settled(services, met, Qt.Key.Key_U)
    assert sorted(row.verdict for row in pane.table.rows.rows()) == ["Proposed", "Taken"]
    met.import_now()
    services.tasks.settle()
    said = {row.name: row.entity for row in desk.read(list_roster, meeting_id=reef)}
    assert sorted((said["Ana Ruiz"], said["Ida Brekke"])) == ["", "FAO"]
