"""The import window on a work plan and on a meeting workbook."""

import pytest

from emgdesk.importing.plan import Decision
from emgdesk.operations.meeting import create_meeting
from emgdesk.operations.workstream import add_workstream
from emgdesk.queries.meetings import list_meetings
from emgdesk.queries.roster import list_roster
from emgdesk.queries.workstreams import list_tasks, list_workstreams
from emgdesk.ui.dialogs.import_dialog import ImportDialog
from tests.desks import make_meeting, make_workplan
from tests.ui.dialogs.sheets import write_book, write_meeting, write_workplan


@pytest.fixture
def open_import(qtbot, services):
    def opening(path, meeting_id=None):
        dialog = ImportDialog(services, path, meeting_id)
        qtbot.addWidget(dialog)
        dialog.show()
        services.tasks.settle()
        return dialog

    return opening


def lines(item, depth=0):
    """(depth, text, verdict, what) of every line shown."""
    for at in range(item.childCount()):
        child = item.child(at)
        yield depth, child.text(0), child.text(1), child.text(3)
        yield from lines(child, depth + 1)


def shown(dialog):
    return list(lines(dialog.view.workplan.preview.tree.invisibleRootItem()))


def test_a_work_plan_is_shown_chapter_by_chapter(open_import, desk, tmp_path):
    make_workplan(desk)
    dialog = open_import(write_workplan(tmp_path))
    assert dialog.view.source.kind.text() == "Work plan workbook"
    assert dialog.view.source.meeting.isHidden()
    assert shown(dialog) == [
        (0, "I. Oceans and coasts", "", ""),
        (1, "a)  Task Team on Reefs", "Changed", ""),
        (2, "Kind", "", "–  →  Task Team"),
        (2, "Make the map.", "Changed", "1 new progress entry"),
        (3, "Next steps", "", "–  →  Print it."),
        (3, "Progress: Completed 1 June 2031", "New", "It is drawn."),
        (0, "II. Land", "", "New chapter"),
        (1, "b)  Network on Soils", "New", "Also written “Soil Network”"),
        (2, "Count the worms.", "New", "1 new progress entry"),
        (3, "Progress: Ongoing 1 June 2031", "New", "Half of them."),
        (1, "(chapter)", "", ""),
        (2, "Write the newsletter.", "New", ""),
    ]
    assert dialog.view.totals.text() == "Workstreams: 1 new, 1 changed.  Tasks: 2 new, 1 changed"
    assert dialog.view.import_button.text() == "Import 2 workstreams and 3 tasks"


def test_lines_of_one_verdict_are_shown_below_their_chapters(open_import, desk, tmp_path):
    make_workplan(desk)
    dialog = open_import(write_workplan(tmp_path))
    dialog.view.workplan.preview.verdicts.button("changed").click()
    texts = [text for _, text, verdict, _ in shown(dialog) if verdict]
    assert texts[:2] == ["a)  Task Team on Reefs", "Make the map."]
    assert "b)  Network on Soils" not in texts


def test_importing_a_work_plan_tells_what_was_done(open_import, desk, tmp_path, services, told):
    make_workplan(desk)
    dialog = open_import(write_workplan(tmp_path))
    dialog.import_now()
    services.tasks.settle()
    dialog.finishing.show_roster()
    assert [w.name for w in desk.read(list_workstreams)] == [
        "Task Team on Reefs",
        "Coalition on Ports",
        "Network on Soils",
    ]
    assert told.notices[0].text == "2 workstreams, 3 tasks and 2 progress entries imported."
    again = open_import(write_workplan(tmp_path))
    assert again.view.import_button.text() == "Nothing to import"


def test_a_workstream_like_a_known_one_is_decided_in_its_line(open_import, desk, tmp_path, services):
    make_workplan(desk)
    desk.do("Add", add_workstream, name="Coalition on Healthy Coral Reefs", chapter_id=None)
    tasks = [
        ("Chapter", "Workstream", "Task"),
        ("I. Oceans and coasts", "Coalition on Coral Reefs", "Count the corals."),
    ]
    dialog = open_import(write_book(tmp_path / "plan.xlsx", Tasks=tasks))
    first, line = shown(dialog)[:2]
    assert (first[1], line[1], line[2]) == ("To decide", "Coalition on Coral Reefs", "To decide")
    assert dialog.view.left_out.text() == "1 undecided workstream will be left out with its tasks"
    assert dialog.view.import_button.text() == "Nothing to import"
    tree = dialog.view.workplan.preview.tree
    choice = tree.itemWidget(tree.topLevelItem(0).child(0), 3)
    assert [choice.itemText(at)[:27] for at in range(choice.count())] == [
        "Decide later: leave out", "It is “Coalition on Healthy", "It is a new workstream",
    ]  # fmt: skip
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    services.tasks.settle()
    decided = tree.topLevelItem(0).child(0)
    assert [decided.text(0), decided.text(1), decided.child(0).text(0)] == [
        "Coalition on Coral Reefs", "Decided", "Stands in Tasks, row 2",
    ]  # fmt: skip
    assert tree.itemWidget(decided, 3).currentIndex() == 1
    assert isinstance(dialog._opened.choices.names["Coalition on Coral Reefs"], Decision)
    dialog.import_now()
    services.tasks.settle()
    dialog.finishing.show_roster()
    reefs = next(w for w in desk.read(list_workstreams) if w.name == "Coalition on Healthy Coral Reefs")
    assert [t.text for t in desk.read(list_tasks, workstream_id=reefs.id)] == ["Count the corals."]


def test_what_nobody_decided_is_named_after_the_import(open_import, desk, tmp_path, services):
    make_workplan(desk)
    desk.do("Add", add_workstream, name="Coalition on Healthy Coral Reefs", chapter_id=None)
    tasks = [
        ("Chapter", "Workstream", "Task"),
        ("I. Oceans and coasts", "Coalition on Coral Reefs", "Count the corals."),
        ("I. Oceans and coasts", "Coalition on Ports", "Count the ships."),
    ]
    dialog = open_import(write_book(tmp_path / "plan.xlsx", Tasks=tasks))
    dialog.import_now()
    services.tasks.settle()
    state = dialog.view.result.state
    assert state._title.text() == "1 task imported."
    assert state._sentence.text().splitlines()[0] == (
        "Left out, because nobody decided what it is: “Coalition on Coral Reefs”. Import again to decide."
    )


def test_a_meeting_workbook_brings_its_own_meeting(open_import, desk, tmp_path, services, told):
    other = make_meeting(desk, "SOM40 senior")
    dialog = open_import(write_meeting(tmp_path), other)
    view = dialog.view
    assert view.source.kind.text() == "Meeting workbook"
    assert (view.people.meeting.chip.text(), view.people.meeting.text.text()) == (
        "New meeting",
        "REEF 2 – Second meeting on reefs",
    )
    assert view.people.meeting.more.text() == "3 facts"
    assert view.import_button.text() == "Make REEF 2, import 2 people"
    view.people.roster.decide("S")
    assert view.import_button.text() == "Make REEF 2, import 1 person"
    dialog.import_now()
    services.tasks.settle()
    dialog.finishing.show_roster()
    made = next(m for m in desk.read(list_meetings) if m.code == "REEF 2")
    assert [row.name for row in desk.read(list_roster, meeting_id=made.id)] == ["Ida Brekke"]
    assert told.shown == [("participants", made.id)]
    assert told.notices[0].text == "REEF 2 imported with 1 person."


def test_a_meeting_known_already_shows_which_facts_change(open_import, desk, tmp_path):
    desk.do("New meeting", create_meeting, code="REEF 2", title="Second meeting on reefs", date="2031-05-02")
    dialog = open_import(write_meeting(tmp_path))
    assert dialog.view.people.meeting.chip.text() == "Changes"
    assert dialog.view.people.meeting.more.text() == "2 facts change"
    assert dialog.view.import_button.text() == "Update REEF 2, import 2 people"


def test_a_workbook_of_ours_that_cannot_be_planned_says_why(open_import, tmp_path):
    facts = [("Field", "Value"), ("Title", "A meeting without code")]
    dialog = open_import(write_book(tmp_path / "odd.xlsx", Meeting=facts))
    assert dialog.view.state._title.text() == "This file cannot be imported"
    assert dialog.view.state._sentence.text().startswith("odd.xlsx")


def test_tasks_are_counted_alike_in_foot_chips_and_button(open_import, tmp_path):
    tasks = [
        ("Chapter", "Workstream", "Task", "Status", "Progress", "As of"),
        ("I. Land", "Network on Soils", "Count the worms.", "Ongoing", "Half of them.", "2031-06-01"),
        ("I. Land", "Network on Soils", "Count the worms.", "Completed", "All of them.", "2031-09-01"),
        ("I. Land", "Network on Soils", "Name the worms.", None, None, None),
    ]
    dialog = open_import(write_book(tmp_path / "plan.xlsx", Tasks=tasks))
    assert dialog.view.totals.text() == "Workstreams: 1 new.  Tasks: 2 new (3 rows)"
    assert dialog.view.import_button.text() == "Import 1 workstream and 2 tasks"
    assert dialog.view.workplan.preview.verdicts.button("new").text() == "New  3"
