"""The step Changes: field by field, by kind, under the policy chosen."""

import pytest

from emgdesk.operations.person import update_person
from emgdesk.queries.people import list_people
from tests.ui.dialogs.sheets import write_meeting


@pytest.fixture
def changes(shown, services):
    shown.view.go_to("changes")
    services.tasks.settle()
    return shown.view.changes


def lines(changes):
    return [
        (row.row, row.name, row.what, row.where, row.old, row.new) for row in changes.table.model.shown_rows()
    ]


def test_every_change_is_a_line(changes):
    assert lines(changes) == [
        ("4", "Amélie Dürst", "Function", "Person", "", "Head of unit"),
        ("4", "Amélie Dürst", "E-mail", "Person", "", "amelie.durst@unep.example"),
        ("4", "Amélie Dürst", "Function", "This list", "", "Head of unit"),
        (
            "6", "Tevita Havili", "New person", "Person and list", "",
            "Pacific Islands Forum, Officer, tevita@spc.example",
        ),
        ("8", "Ida Brekke", "New person", "Person and list", "", "WHO, Officer, ida@who.example"),
    ]  # fmt: skip


def test_one_kind_is_looked_at_by_itself(changes):
    kinds = changes.kinds
    assert [kinds.itemText(at) for at in range(kinds.count())] == [
        "All changes (5)", "New person (2)", "Function (2)", "E-mail (1)",
    ]  # fmt: skip
    kinds.setCurrentIndex(3)
    kinds.activated.emit(3)
    assert [row[1:3] for row in lines(changes)] == [("Amélie Dürst", "E-mail")]
    assert changes.table.count.text() == "1 change"


def test_another_policy_is_planned_at_once(shown, changes, services, desk):
    person = next(row for row in desk.read(list_people) if row.name == "Amélie Dürst")
    desk.do("Edit", update_person, person_id=person.id, function="Adviser")
    shown.import_now()
    services.tasks.settle()
    shown.view.go_to("changes")
    services.tasks.settle()
    assert ("4", "Amélie Dürst", "Function", "Person", "Adviser", "Head of unit") not in lines(changes)
    changes.policy.choices["replace"].click()
    services.tasks.settle()
    assert shown.view.current == "changes"
    assert ("4", "Amélie Dürst", "Function", "Person", "Adviser", "Head of unit") in lines(changes)
    changes.policy.choices["add-only"].click()
    services.tasks.settle()
    assert [row[2] for row in lines(changes)] == ["New person", "New person"]
    assert shown.view.import_button.text() == "Import 2 people"


def test_each_policy_says_what_it_means(changes):
    assert [(made.text(), made.toolTip()) for made in changes.policy.choices.values()] == [
        (
            "&Fill empty fields only",
            "What the desk knows stays; what it does not know is taken from the file.",
        ),
        ("Replace what &differs", "Where the file says something else, the file is right."),
        ("&Add people only", "Nobody the desk knows is changed; people who are missing are added."),
    ]


def test_where_nothing_changes_it_says_so(open_import, shown, services, tmp_path, meeting):
    shown.view.people.roster.decide("S")
    shown.view.people.roster.decide("S")
    shown.import_now()
    services.tasks.settle()
    again = open_import(tmp_path / "registrations.xlsx", meeting)
    again.view.go_to("changes")
    services.tasks.settle()
    assert lines(again.view.changes) == []
    assert again.view.changes.table._empty._title.text() == "Nothing changes"


def test_a_meeting_workbook_tells_its_facts_too(open_import, tmp_path, services):
    dialog = open_import(write_meeting(tmp_path))
    dialog.view.go_to("changes")
    services.tasks.settle()
    told = [row[1:3] + row[5:] for row in lines(dialog.view.changes) if row[3] == "Meeting"]
    assert ("REEF 2", "Date", "2031-05-02") in told
    assert ("REEF 2", "Title", "Second meeting on reefs") in told
