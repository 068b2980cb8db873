"""The workstreams page on a real desk: outline, facts, tasks and what was reported on them."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from emgdesk.operations.deliverable import add_deliverable
from emgdesk.operations.document import add_document
from emgdesk.operations.mandate import add_event
from emgdesk.operations.membership import add_member, set_members
from emgdesk.operations.task import add_entry, delete_task, update_task, update_tasks
from emgdesk.queries.workstreams import list_chapters, list_tasks, list_workstreams
from emgdesk.ui.changes import ChangeHub
from emgdesk.ui.pages.workstreams import WorkstreamsPage
from emgdesk.ui.pages.workstreams.papers import PaperDialog
from emgdesk.ui.panels.work_plan.editors import EntryDialog
from emgdesk.ui.panels.work_plan.task_table import TaskTable
from emgdesk.ui.services import Navigator, Services
from emgdesk.ui.widgets.text_dialog import TextDialog
from emgdesk.workspace import open_desk
from tests.desks import make_meeting, make_workplan


@pytest.fixture
def desk(tmp_path):
    with open_desk(tmp_path / "plan.emgdesk", author="Tester") as made:
        yield made


@pytest.fixture
def asked():
    return []


@pytest.fixture
def services(desk, tasks, settings, appearance, asked):
    navigator = Navigator(
        show=lambda *what: asked.append(("show", *what)),
        start_import=lambda *what: asked.append(("import", *what)),
        start_export=lambda *what: asked.append(("export", *what)),
        new_meeting=lambda: asked.append(("new meeting",)),
        notify=lambda notice: asked.append(("notice", notice.text)),
    )
    hub = ChangeHub(desk)
    yield Services(desk, tasks, hub, settings, navigator)
    assert tasks.shown == []
    hub.deleteLater()


@pytest.fixture
def keys(desk):
    return make_workplan(desk)


@pytest.fixture
def page(qtbot, services, keys):
    """The page with the work plan of the first workstream in view."""
    page = open_page(qtbot, services)
    page.view.outline.choose(keys["reefs"])
    page.view.sheets.open("work_plan")
    services.tasks.settle()
    return page


def open_page(qtbot, services) -> WorkstreamsPage:
    page = WorkstreamsPage(services)
    page.resize(1200, 640)
    qtbot.addWidget(page)
    page.show()
    services.tasks.settle()
    return page


def outline(page) -> list[str]:
    model = page.view.outline.model
    return [model.item(at).title for at in range(model.rowCount())]


def shown_tasks(page) -> list[str]:
    return [row.text for row in page.tasks.table.tasks.shown_rows()]


def dialog_of(page, kind: type[QDialog]) -> QDialog:
    return next(made for made in page.tasks.findChildren(kind) if made.isVisible())


def done(page) -> None:
    page.services.tasks.settle()


def test_chapters_and_workstreams_stand_in_report_order(page):
    assert outline(page) == [
        "All workstreams",
        "I. Oceans and coasts",
        "a)  Task Team on Reefs",
        "b)  Coalition on Ports",
        "(chapter)",
    ]
    assert page.view.one.title.text() == "Task Team on Reefs"
    assert page.view.one.caption.text() == "a) in I. Oceans and coasts"
    assert page.view.one.status.text() == "active"
    assert shown_tasks(page) == ["Make the map."]


def test_the_outline_is_filtered(page):
    page.view.outline.filter.setText("ports")
    assert outline(page) == ["I. Oceans and coasts", "b)  Coalition on Ports"]


def test_tasks_of_the_chapter_itself_are_reached(page):
    page.view.outline.choose(page.view.outline.model.ids()[-1])
    done(page)
    assert page.view.one.title.text() == "I. Oceans and coasts"
    assert shown_tasks(page) == ["Make the website."]


def test_a_chapter_without_tasks_of_its_own_is_opened_from_its_workstream(page, desk, keys):
    desk.do("Delete", delete_task, task_id=keys["website"])
    QApplication.processEvents()
    done(page)
    assert outline(page)[1:] == ["I. Oceans and coasts", "a)  Task Team on Reefs", "b)  Coalition on Ports"]
    page.open_chapter()
    done(page)
    assert outline(page)[-1] == "(chapter)"
    assert page.view.one.title.text() == "I. Oceans and coasts"


def test_a_task_is_added_to_what_is_in_view(page, desk, keys):
    page.tasks.add()
    dialog = dialog_of(page, TextDialog)
    dialog.editor.edit.insertPlainText("Count the **corals**.")
    dialog.accept()
    done(page)
    assert [t.text for t in desk.read(list_tasks, workstream_id=keys["reefs"])] == [
        "Make the map.",
        "Count the **corals**.",
    ]
    assert page.tasks.table.current_task().text == "Count the **corals**."
    assert page.tasks.count.text() == "2 tasks, 2 open"


def test_progress_is_reported_for_today(page, desk, keys):
    page.tasks.table.select_task(keys["map"])
    page.tasks.add_progress()
    dialog = dialog_of(page, EntryDialog)
    assert dialog.as_of.value() == date.today().isoformat()
    dialog.as_of.set_value("")
    dialog.status.setCurrentIndex(dialog.status.findData("completed"))
    dialog.editor.edit.insertPlainText("It is drawn.")
    dialog.accept()
    done(page)
    task = desk.read(list_tasks, workstream_id=keys["reefs"])[0]
    assert [(e.status, e.text) for e in task.entries] == [
        ("ongoing", "Half of it."),
        ("completed", "It is drawn."),
    ]
    assert page.tasks.count.text() == "1 task, 0 open"


def test_an_entry_without_status_and_text_is_not_kept(page):
    page.tasks.add_progress()
    dialog = dialog_of(page, EntryDialog)
    dialog.status.setCurrentIndex(0)
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()


def test_an_entry_with_a_day_that_is_none_is_not_kept(page):
    page.tasks.add_progress()
    dialog = dialog_of(page, EntryDialog)
    dialog.as_of.line.setText("soon")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.as_of.line.property("invalid") is True
    dialog.reject()


def test_a_double_click_on_an_entry_edits_it(page, desk, keys, qtbot):
    table = page.tasks.table
    rect = table.visualRect(table.tasks.index(0, 1))
    at = rect.topLeft() + QPoint(30, 20)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    dialog = dialog_of(page, EntryDialog)
    assert (dialog.status.currentData(), dialog.as_of.value(), dialog.text()) == (
        "ongoing",
        "2031-05-02",
        "Half of it.",
    )
    dialog.editor.edit.setPlainText("Three quarters.")
    dialog.accept()
    done(page)
    assert desk.read(list_tasks, workstream_id=keys["reefs"])[0].entries[0].text == "Three quarters."


def test_an_entry_is_deleted_in_its_window(page, desk, keys):
    table = page.tasks.table
    table.open_cell(table.tasks.index(0, 1))
    dialog = dialog_of(page, EntryDialog)
    dialog._delete()
    done(page)
    assert desk.read(list_tasks, workstream_id=keys["reefs"])[0].entries == ()
    assert desk.state().undo == "Delete progress"


def test_an_unchanged_text_makes_no_step(page, desk, keys):
    before = desk.state()
    page.tasks.edit_text(page.tasks.table.current_task(), "text")
    dialog_of(page, TextDialog).accept()
    done(page)
    assert desk.state() == before


def test_next_steps_and_due_date_are_changed(page, desk, keys):
    table = page.tasks.table
    table.open_cell(table.tasks.index(0, 2))
    dialog = dialog_of(page, TextDialog)
    dialog.editor.edit.insertPlainText("- print it\n- send it")
    dialog.accept()
    done(page)
    table.tasks.ask([keys["map"]], "due", "2031-12-01")
    done(page)
    task = desk.read(list_tasks, workstream_id=keys["reefs"])[0]
    assert (task.next_steps, task.due) == ("- print it\n- send it", "2031-12-01")
    assert desk.state().undo == "Change due date"


def test_tasks_are_moved_with_the_keyboard(page, desk, keys):
    page.tasks._add("Count the corals.")
    done(page)
    table = page.tasks.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    done(page)
    assert shown_tasks(page) == ["Count the corals.", "Make the map."]
    assert table.current_task().text == "Count the corals."
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    done(page)
    assert shown_tasks(page) == ["Make the map.", "Count the corals."]


def test_a_task_is_deleted_and_undone(page, desk):
    QTest.keyClick(page.tasks.table, Qt.Key.Key_Delete)
    done(page)
    assert shown_tasks(page) == []
    desk.undo()
    QApplication.processEvents()
    done(page)
    assert shown_tasks(page) == ["Make the map."]


def test_tasks_are_filtered_over_all_their_texts(page):
    page.tasks.filter.setText("half")
    assert shown_tasks(page) == ["Make the map."]
    page.tasks.filter.setText("volcano")
    assert shown_tasks(page) == []
    assert page.tasks.count.text() == "0 of 1 tasks"


def test_facts_are_edited_in_place(page, desk, keys):
    page.overview.workstream.form.edited.emit("aliases", "Reef Team\nTeam on Reefs\n")
    page.overview.workstream.form.edited.emit("proposer", "UNEP")
    done(page)
    row = desk.read(list_workstreams)[0]
    assert (row.aliases, row.proposer) == (("Reef Team", "Team on Reefs"), "UNEP")


def test_a_refused_edit_shows_the_old_value_and_the_reason(page, asked):
    page.overview.workstream.form.edited.emit("name", " ")
    done(page)
    assert asked == [("notice", "A workstream needs a name.")]
    assert page.overview.workstream.form._fields["name"]._text() == "Task Team on Reefs"


def test_workstreams_and_chapters_are_moved_and_deleted(page, desk, keys, asked):
    page.view.outline.choose(keys["ports"])
    page.view.outline.view.setFocus()
    QTest.keyClick(page.view.outline.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    done(page)
    assert outline(page)[2:4] == ["a)  Coalition on Ports", "b)  Task Team on Reefs"]
    page.delete_chosen()
    done(page)
    assert asked[0][0] == "notice"
    assert len(desk.read(list_workstreams)) == 2


def test_another_title_of_the_chapter(page, desk):
    page.view.outline.choose(page.view.outline.model.ids()[-1])
    page.overview.chapter.edited.emit("Oceans, coasts and islands")
    done(page)
    assert desk.read(list_chapters)[0].title == "Oceans, coasts and islands"
    assert page.view.one.title.text() == "I. Oceans, coasts and islands"


def test_the_search_leads_to_a_task(page, keys):
    page.open_item("task", keys["survey"])
    done(page)
    assert page.view.one.title.text() == "Coalition on Ports"
    assert page.tasks.table.current_task().id == keys["survey"]


def test_what_is_done_elsewhere_is_shown(page, desk, keys):
    desk.do("Report", add_entry, task_id=keys["map"], status="completed", text="Done.", as_of="")
    QApplication.processEvents()
    done(page)
    assert page.tasks.count.text() == "1 task, 0 open"


def test_all_workstreams_stand_together(page, asked, keys):
    page.view.outline.choose("all")
    done(page)
    assert page.view.all.caption.text() == ("2 workstreams: 2 active, 0 proposed, 0 concluded · 3 open tasks")
    assert page.view.all_sheets.key == "chart"
    page.open_item("quick_update", "")
    done(page)
    assert page.view.all_sheets.key == "update"
    page.view.all.print_button.click()
    assert asked == [("export", "progress-report", None)]
    page.open_item("mandate", keys["ports"])
    done(page)
    assert (page.view.one.title.text(), page.view.sheets.key) == ("Coalition on Ports", "mandate")
    assert page.services.settings.get("workstreams.sheet", "") == "mandate"


def titles(page) -> list[str]:
    tabs = page.view.sheets
    return [tabs.tabText(at) for at in range(tabs.count()) if tabs.isTabVisible(at)]


def test_the_sub_tabs_tell_what_they_hold_before_they_are_opened(page, desk, keys):
    desk.do("Event", add_event, workstream_id=keys["ports"], kind="established", date="2020")
    desk.do("Member", add_member, workstream_id=keys["ports"], role="member", entity="UNEP")
    desk.do("Former", add_member, workstream_id=keys["ports"], role="member", entity="FAO", until="2020")
    desk.do("Deliverable", add_deliverable, title="Atlas", workstream_id=keys["ports"])
    QApplication.processEvents()
    done(page)
    assert titles(page) == ["Overview", "Mandate", "Work plan  1", "Members", "Deliverables"]
    page.view.outline.choose(keys["ports"])
    assert titles(page) == ["Overview", "Mandate  1", "Work plan  1", "Members  1", "Deliverables  1"]
    page.view.outline.choose(keys["reefs"])
    assert titles(page) == ["Overview", "Mandate", "Work plan  1", "Members", "Deliverables"]


def test_a_mandate_that_ran_out_is_said_beside_the_name(page, desk, keys):
    desk.do("Event", add_event, workstream_id=keys["reefs"], kind="established", date="2019", until="2020")
    desk.do("Event", add_event, workstream_id=keys["ports"], kind="established", date="2019", until="2099")
    QApplication.processEvents()
    done(page)
    assert page.view.one.status.text() == "mandate ran out"
    page.view.outline.choose(keys["ports"])
    assert page.view.one.status.text() == "active"


def test_a_task_that_left_the_work_plan_is_not_counted(page, desk, keys):
    desk.do("Left", update_tasks, task_ids=(keys["map"], keys["website"]), until="2020-01-01")
    QApplication.processEvents()
    done(page)
    assert titles(page)[2] == "Work plan"
    page.view.outline.choose("all")
    assert page.view.all.caption.text().endswith("· 1 open task")


def test_a_deliverable_of_no_workstream_is_found_among_all(page, desk):
    atlas = desk.do("Deliverable", add_deliverable, title="Atlas").value
    page.open_item("deliverable", atlas)
    done(page)
    sheets = page.view.all_sheets
    assert (page.view.outline.chosen_id, sheets.key) == ("all", "all_deliverables")
    done(page)
    assert sheets.page("all_deliverables").table.current_id() == atlas


def test_a_purpose_is_of_the_workstream_it_was_opened_for(page, desk, keys):
    page.view.sheets.open("overview")
    page.overview.workstream.purpose.edit()
    dialog = page.overview.workstream.purpose.findChild(TextDialog)
    page.view.outline.choose(keys["ports"])
    dialog.editor.set_text("Keep the reefs.")
    dialog.accept()
    done(page)
    purposes = {row.id: row.purpose for row in desk.read(list_workstreams)}
    assert purposes == {keys["reefs"]: "Keep the reefs.", keys["ports"]: ""}


def test_how_it_stands_is_said_in_words(page, desk, keys):
    desk.do(
        "Event", add_event, workstream_id=keys["reefs"], kind="established", date="2020-10-28", until="SOM 40"
    )
    desk.do(
        "Part", add_event, workstream_id=keys["reefs"], kind="became part of", date="2021",
        other_workstream_id=keys["ports"],
    )  # fmt: skip
    desk.do("Lead", set_members, workstream_id=keys["reefs"], role="lead", names=["UNEP", "FAO"])
    QApplication.processEvents()
    page.view.sheets.open("overview")
    done(page)
    said = page.overview.workstream.stands.text().splitlines()
    assert said[0].startswith("Active since 28 October 2020 (")
    assert said[1:] == ["Part of Coalition on Ports.", "Led by UNEP, FAO."]


def test_a_document_of_a_register_becomes_a_paper(page, desk, keys, asked):
    meeting = make_meeting(desk, "REEF 1")
    paper = desk.do("Paper", add_document, meeting_id=meeting, title="Terms of reference").value
    page.view.sheets.open("overview")
    QApplication.processEvents()
    done(page)
    papers = page.overview.workstream.papers
    papers.add_button.click()
    dialog = page.findChild(PaperDialog) or page.window().findChild(PaperDialog)
    dialog.submit()
    done(page)
    shown = [text.text() for text in papers.findChildren(QLabel) if not text.isHidden()]
    assert "Terms of reference · Terms of reference · REEF 1" in shown
    papers.opened.emit(paper)
    assert asked == [("show", "document", paper)]


def test_long_texts_are_cut_until_asked_for(page, desk, keys, services):
    desk.do("Long", update_task, task_id=keys["map"], text="A long sentence that fills the cell. " * 60)
    QApplication.processEvents()
    done(page)
    table = page.tasks.table
    assert table.rowHeight(0) == 191  # and the grid's line
    page.tasks.whole.click()
    assert table.rowHeight(0) > 400
    assert services.settings.get("workstreams.whole_texts", False) is True


def test_an_empty_desk_says_what_to_do(qtbot, services, asked):
    page = open_page(qtbot, services)
    assert not page.view.empty.isHidden()
    page.import_plan()
    assert asked == [("import", None, None)]


def test_the_headers_of_the_tasks_are_shown_whole(qtbot, appearance):
    table = TaskTable()
    qtbot.addWidget(table)
    table.resize(820, 400)
    table.show()
    header = table.horizontalHeader()
    assert all(header.sectionSize(at) >= header.sectionSizeHint(at) for at in range(header.count()))
    assert header.length() == table.viewport().width()
