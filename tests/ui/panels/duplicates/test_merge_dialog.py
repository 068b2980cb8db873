"""Two chosen by hand are compared and merged."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from emgdesk.operations.merging import say_two_people
from emgdesk.queries.duplicates import list_two_people
from emgdesk.queries.entities import list_entities
from emgdesk.queries.people import list_people
from emgdesk.queries.search import Hit
from emgdesk.ui.panels.duplicates.merge_dialog import MergeDialog


@pytest.fixture
def people(opened, twins):
    opened.show_place("rosters")
    opened.tasks.settle()
    return opened.desk.page("rosters").view.shown


def person(workspace, name):
    return next(row for row in workspace.read(list_people) if row.name == name)


def ask(opened, panel, *ids):
    panel.table.select(list(ids))
    opened.tasks.settle()
    panel._same.trigger()
    opened.tasks.settle()
    return opened.findChild(MergeDialog)


def test_two_selected_rows_are_compared_and_merged(qtbot, opened, workspace, people, twins):
    amelie = person(workspace, "Amélie Dürst").id
    dialog = ask(opened, people, amelie, twins["amelie"])
    assert people._same.text() == "These two are one person…"
    assert dialog.choice.isHidden()
    assert dialog.pane.question.text() == "Merged into one person"
    qtbot.keyClick(dialog.pane.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.tasks.settle()
    assert [row.name for row in workspace.read(list_people)].count("Amélie Dürst") == 1
    assert opened.desk.banner.text == "Amelie Durst and Amélie Dürst are one person now."
    assert people.detail.heading.text() == "Amélie Dürst"
    opened.desk.banner._action.click()
    opened.tasks.settle()
    assert len(workspace.read(list_people)) == 7


def test_the_other_person_is_searched_for(opened, workspace, people, twins):
    amelie = person(workspace, "Amélie Dürst")
    dialog = ask(opened, people, amelie.id)
    assert people._same.text() == "This is the same person as…"
    assert dialog.asked.text() == "Amélie Dürst is the same person as"
    assert not dialog.ok.isEnabled()
    dialog._person_chosen(Hit("person", amelie.id, amelie.name, ""))
    assert dialog.banner.text == "That is the same person already; choose another one."
    dialog._person_chosen(Hit("person", twins["amelie"], "Amelie Durst", ""))
    opened.tasks.settle()
    assert dialog.banner.text == ""
    dialog.ok.click()
    opened.tasks.settle()
    assert len(workspace.read(list_people)) == 6


def test_people_once_said_to_be_two_are_merged_when_asked_for(opened, workspace, people, twins):
    amelie = person(workspace, "Amélie Dürst").id
    workspace.do("Two", say_two_people, one_id=amelie, other_id=twins["amelie"])
    dialog = ask(opened, people, amelie, twins["amelie"])
    dialog.ok.click()
    opened.tasks.settle()
    assert (len(workspace.read(list_people)), workspace.read(list_two_people)) == (6, ())


def test_three_selected_rows_are_not_merged(opened, people):
    people.table.select([row.id for row in people.table.model.rows()[:3]])
    assert not people._same.isVisible()
    people._merge_selected()
    assert opened.findChild(MergeDialog) is None


def test_an_entity_is_merged_with_one_chosen_by_any_part_of_its_name(opened, workspace):
    opened.show_place("rosters")
    opened.desk.page("rosters").view.list.choose("entities")
    opened.tasks.settle()
    panel = opened.desk.page("rosters").view.shown
    rows = {row.acronym: row for row in workspace.read(list_entities)}
    dialog = ask(opened, panel, rows["SUN"].id)
    completer = dialog.choice.completer()
    completer.setCompletionPrefix("nations environment programme (")
    assert completer.completionCount() == 0
    completer.setCompletionPrefix("UNEP  (")
    completer.activated[str].emit(completer.currentCompletion())
    opened.tasks.settle()
    dialog.submit()
    opened.tasks.settle()
    after = {row.acronym: row for row in workspace.read(list_entities)}
    assert len(after) == len(rows) - 1
    assert "SUN" in after["UNEP"].aliases or "UNEP" in after["SUN"].aliases


def test_the_dialog_is_small_until_there_is_something_to_compare(opened, workspace, people, twins):
    dialog = ask(opened, people, person(workspace, "Amélie Dürst").id)
    assert not dialog.pane.isVisible()
    assert dialog.height() < 300
    assert dialog.alike.said.text() == "These look alike:"
    offered = dialog.alike.findChildren(QPushButton)
    assert [link.text() for link in offered] == ["Amelie Durst, UNEP  (the same name, the same entity)"]
    offered[0].click()
    opened.tasks.settle()
    assert dialog.choice.text() == "Amelie Durst"
    assert dialog.pane.isVisible()
    assert not dialog.alike.isVisible()
    assert dialog.height() > 500
    dialog.ok.click()
    opened.tasks.settle()
    assert len(workspace.read(list_people)) == 6


def test_that_nobody_looks_alike_is_said(opened, workspace, people, twins):
    dialog = ask(opened, people, person(workspace, "Ruth Solberg").id)
    assert dialog.alike.said.text() == "No other person on this desk looks alike."
    dialog.reject()


def test_two_rows_are_compared_at_once_in_full_size(opened, workspace, people, twins):
    dialog = ask(opened, people, person(workspace, "Amélie Dürst").id, twins["amelie"])
    assert dialog.pane.isVisible()
    assert not dialog.alike.isVisible()
    assert dialog.alike.search.job is None
