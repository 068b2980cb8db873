"""The history of a real desk, and the way back."""

from threading import Event

import pytest
from PySide6.QtCore import Qt

from emgdesk.operations.agenda import add_agenda_item, delete_agenda_items
from emgdesk.operations.document import add_document, attach_file
from emgdesk.operations.meeting import create_meeting
from emgdesk.operations.merging import merge_people, part_people
from emgdesk.operations.person import update_person
from emgdesk.operations.roster import correct_name, remove_participations
from emgdesk.operations.task import add_entry, delete_task, update_task
from emgdesk.queries.history import ChangeRow
from emgdesk.queries.roster import list_roster
from emgdesk.queries.row_names import name_rows
from emgdesk.ui.dialogs.history_dialog import HistoryDialog
from emgdesk.ui.dialogs.history_dialog.wording import Change, FieldChange, described
from tests.desks import entity_id, make_meeting, make_person, make_roster, make_workplan


@pytest.fixture
def opened(qtbot, services):
    def opening() -> HistoryDialog:
        dialog = HistoryDialog(services)
        qtbot.addWidget(dialog)
        dialog.show()
        services.tasks.settle()
        return dialog

    return opening


def steps(dialog: HistoryDialog) -> list[tuple[str, bool]]:
    """(what was done, whether it is struck through), as shown."""
    model = dialog.table.steps
    column = model.column_of("what")
    found = []
    for at in range(model.rowCount()):
        font = model.data(model.index(at, column), Qt.ItemDataRole.FontRole)
        found.append((model.row_at(at).what, font is not None and font.strikeOut()))
    return found


def told(dialog: HistoryDialog) -> list[str]:
    """What the chosen step changed, line by line."""
    tree, lines = dialog.changes.tree, []
    for at in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(at)
        lines.append(item.text(0))
        lines += [" | ".join(item.child(n).text(c) for c in range(3)) for n in range(item.childCount())]
    return lines


def choose(dialog: HistoryDialog, what: str, services) -> None:
    row = next(row for row in dialog.table.steps.rows() if row.what == what)
    dialog.table.go_to(row.id)
    services.tasks.settle()


def test_steps_stand_newest_first_with_their_author(opened, desk):
    key = make_meeting(desk, "SOM40 technical")
    make_roster(desk, key, (("Ida Brekke", "WHO"),))
    dialog = opened()
    assert [what for what, _ in steps(dialog)][:2] == ["Add", "New meeting SOM40 technical"]
    assert dialog.table.steps.row_at(0).who == "Tester"


def test_what_a_step_changed_is_told_in_names(opened, desk, services):
    key = make_meeting(desk, "SOM40 technical")
    line = make_roster(desk, key, (("Ida Brekke", "WHO"),))[0]
    desk.do("Correct name", correct_name, participation_id=line, name="Ida Brække", person=False)
    dialog = opened()
    choose(dialog, "Correct name", services)
    lines = told(dialog)
    assert lines[0] == "Participant changed: Ida Brække (SOM40 technical)"
    assert "name | Ida Brekke | Ida Brække" in lines


def test_references_are_told_by_name(opened, desk, services):
    key = make_meeting(desk, "SOM40 technical")
    make_roster(desk, key, (("Ida Brekke", "WHO"),))
    row = desk.read(list_roster, meeting_id=key)[0]
    desk.do("Move person", update_person, person_id=row.person_id, entity_id=entity_id(desk, "FAO"))
    dialog = opened()
    choose(dialog, "Move person", services)
    assert told(dialog) == ["Person changed: Ida Brekke", "entity | WHO | FAO"]


def test_a_file_is_told_by_its_name_and_not_by_its_bytes(opened, desk, services):
    key = make_meeting(desk, "SOM40 technical")
    paper = desk.do("Paper", add_document, meeting_id=key, title="Map").value
    desk.do("Attach map.pdf", attach_file, document_id=paper, name="map.pdf", data=b"%PDF-1.7 a map")
    dialog = opened()
    choose(dialog, "Attach map.pdf", services)
    assert told(dialog) == [
        "File added: map.pdf", "Document changed: Map (SOM40 technical)", "file | – | map.pdf",
    ]  # fmt: skip
    assert dialog.changes.caption.text() == "File: 1 added, Document: 1 changed"


def test_what_was_written_is_told_with_its_place(opened, desk, services):
    key = make_meeting(desk, "SOM40 technical")
    item = desk.do("Item", add_agenda_item, meeting_id=key, title="Reefs").value
    below = desk.do("Below", add_agenda_item, meeting_id=key, title="The map", parent_id=item).value
    desk.do("Delete item 1.a", delete_agenda_items, item_ids=[below])
    dialog = opened()
    choose(dialog, "Delete item 1.a", services)
    assert told(dialog) == [
        "Agenda item removed: The map", "meeting | SOM40 technical | –",
        "part of | Reefs (SOM40 technical) | –", "place in the order | 1 | –", "title | The map | –",
        "has a label | yes | –",
    ]  # fmt: skip


def test_a_merge_is_told_in_names_and_shows_nothing_it_keeps(opened, desk, services):
    kept, lost = make_person(desk, "Ida Brekke", "WHO"), make_person(desk, "Ida Breke")
    merge = desk.do("Merge Ida Breke", merge_people, kept_id=kept, lost_id=lost).value
    dialog = opened()
    choose(dialog, "Merge Ida Breke", services)
    lines = told(dialog)
    assert "Person removed: Ida Breke" in lines
    assert [line for line in lines if "Merge" in line or "{" in line] == [
        "Merge of people added: Ida Breke into Ida Brekke"
    ]
    desk.do("Part Ida Breke", part_people, merge_id=merge)
    again = opened()
    choose(again, "Part Ida Breke", services)
    lines = told(again)
    assert "Said to be two people added: Ida Brekke and Ida Breke" in lines
    assert [line for line in lines if "Merge" in line or "{" in line] == [
        "Merge of people removed: Ida Breke"
    ]
    assert {"merged | Ida Breke | –", "into | Ida Brekke | –"} <= set(lines)


def test_what_was_removed_keeps_its_name(opened, desk, services):
    keys = make_workplan(desk)
    desk.do("Delete task", delete_task, task_id=keys["map"])
    dialog = opened()
    choose(dialog, "Delete task", services)
    lines = told(dialog)
    assert lines[0] == "Progress removed: Half of it."
    assert "Task removed: Make the map." in lines
    assert "workstream | Task Team on Reefs | –" in lines


def test_undone_steps_are_struck_through_and_undo_is_a_step(opened, desk):
    keys = make_workplan(desk)
    desk.do("Change task", update_task, task_id=keys["map"], due="2031-12-01")
    desk.undo()
    assert steps(opened())[:2] == [("Undo: Change task", False), ("Change task", True)]


def test_undo_up_to_here_takes_back_every_step_since(opened, desk, services):
    key = make_meeting(desk, "SOM40 technical")
    lines = make_roster(desk, key, (("Ida Brekke", "WHO"), ("Tevita Havili", "FAO")))
    desk.do("Remove", remove_participations, ids=lines)
    dialog = opened()
    row = dialog.table.steps.row_at(1)
    dialog.table.go_to(row.id)
    services.tasks.settle()
    assert dialog.words.text() == "2 steps would be undone, this one included."
    dialog.undo_button.click()
    services.tasks.settle()
    assert [r.name for r in desk.read(list_roster, meeting_id=key)] == ["Ida Brekke"]
    assert dialog.words.text() == "This step was undone."
    assert not dialog.undo_button.isEnabled()
    dialog.redo_button.click()
    services.tasks.settle()
    assert [r.name for r in desk.read(list_roster, meeting_id=key)] == ["Ida Brekke", "Tevita Havili"]


def test_undo_up_to_here_stops_where_something_else_was_done(opened, desk, services):
    key = make_meeting(desk, "SOM40 technical")
    make_roster(desk, key, (("Ida Brekke", "WHO"), ("Tevita Havili", "FAO")))
    dialog = opened()
    dialog.table.go_to(dialog.table.steps.row_at(1).id)
    services.tasks.settle()
    gate = Event()
    services.tasks.run("Wait", lambda _job: gate.wait(20))
    services.do("Edit elsewhere", create_meeting, code="REEF 1")
    dialog.undo_button.click()
    gate.set()
    services.tasks.settle()
    assert [r.name for r in desk.read(list_roster, meeting_id=key)] == ["Ida Brekke", "Tevita Havili"]
    assert steps(dialog)[0] == ("Edit elsewhere", False)
    assert dialog.banner.text == "Something else was done since; the last step is “Edit elsewhere”."


def test_choosing_a_step_does_not_wait_for_a_busy_desk(opened, desk, services):
    make_meeting(desk, "SOM40 technical")
    dialog = opened()
    gate, busy, freed = Event(), Event(), []

    def hold(_session):
        busy.set()
        freed.append(gate.wait(5))

    services.tasks.run("Reading", lambda _job: desk.read(hold), quiet=True)
    assert busy.wait(20)
    dialog.table.go_to(dialog.table.steps.row_at(1).id)
    gate.set()
    services.tasks.settle()
    assert freed == [True]


def test_the_beginning_of_the_desk_stays(opened, desk, services):
    make_meeting(desk, "SOM40 technical")
    dialog = opened()
    dialog.table.go_to(dialog.table.steps.row_at(dialog.table.steps.rowCount() - 1).id)
    services.tasks.settle()
    assert dialog.words.text() == "This step belongs to how the desk began and stays."
    assert not dialog.undo_button.isEnabled()


def test_steps_are_filtered(opened, desk):
    make_workplan(desk)
    dialog = opened()
    dialog.filter.setText("entry")
    assert [what for what, _ in steps(dialog)] == ["Entry"]


def test_it_follows_what_is_done_while_it_is_open(opened, desk, services):
    keys = make_workplan(desk)
    dialog = opened()
    services.do(
        "Report", add_entry, task_id=keys["map"], status="completed", text="Done.", as_of="2031-07-01"
    )
    services.tasks.settle()
    assert steps(dialog)[0] == ("Report", False)


def test_names_of_rows(desk):
    key = make_meeting(desk, "SOM40 technical")
    line = make_roster(desk, key, (("Ida Brekke", "WHO"),))[0]
    desk.do("Remove", remove_participations, ids=[line])
    names = desk.read(name_rows, keys={"meeting": {key}, "participation": {line, "0" * 32}})
    assert names == {("meeting", key): "SOM40 technical", ("participation", line): "Ida Brekke"}


def test_fields_for_searching_are_left_out():
    change = ChangeRow("meeting", "m1", "U", {"code": "A", "code_key": "a"}, {"code": "B", "code_key": "b"})
    assert described([change], {("meeting", "m1"): "B"}) == (
        Change("Meeting", "B", "changed", (FieldChange("code", "A", "B"),)),
    )
