"""Offices and designations in one table, added and ended in the window."""

import pytest
from PySide6.QtWidgets import QPushButton

from emgdesk.operations.office import add_designation, add_office
from emgdesk.queries.entities import list_entities
from emgdesk.queries.offices import list_designations, list_offices
from emgdesk.queries.search import search
from emgdesk.ui.dialogs.new_term import NewTermDialog
from emgdesk.ui.panels.offices.panel import OfficesPanel
from tests.desks import make_person


@pytest.fixture
def panel(opened):
    opened.show_place("rosters")
    opened.tasks.settle()
    opened.desk.current.view.list.choose("offices")
    opened.desk.current._choose("offices")
    opened.tasks.settle()
    return opened.desk.current.view.shown


def shown(panel: OfficesPanel) -> list[tuple[str, ...]]:
    model = panel.table.model
    return [
        tuple(str(model.index(row, column).data() or "") for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def choose_person(dialog: NewTermDialog, desk, name: str) -> None:
    (hit,) = desk.read(search, text=name)
    dialog.person._take(hit)


def test_an_empty_desk_says_what_offices_are_for(panel):
    texts = [button.text() for button in panel.findChildren(QPushButton)]
    assert " New…" in texts
    assert shown(panel) == []


def test_a_designation_is_added_and_ended(panel, opened, workspace):
    make_person(workspace, "Ines Calado", "UNDP")
    opened.tasks.settle()
    panel._new()
    dialog = opened.findChild(NewTermDialog)
    opened.tasks.settle()
    dialog.role.setCurrentText("Focal point")
    assert not dialog.entity.isHidden()
    dialog.person.setText("Ines")
    dialog.submit()
    assert dialog.banner.text == "“Ines” is nobody chosen from the desk. Type a part of the name and choose."
    choose_person(dialog, workspace, "Ines Calado")
    opened.tasks.settle()
    assert dialog.entity.text() == "UNDP"
    dialog.entity.setText("Nowhere")
    dialog.submit()
    assert dialog.banner.text == "“Nowhere” is no entity of the desk."
    dialog.entity.setText("undp")
    dialog.submit()
    opened.tasks.settle()
    assert shown(panel) == [("Focal point", "UNDP", "Ines Calado", "open", "open", "holds it")]
    (row,) = workspace.read(list_designations)
    panel.table.edit_requested.emit((row.id,), "until", "2001-05")
    opened.tasks.settle()
    assert shown(panel) == [("Focal point", "UNDP", "Ines Calado", "open", "May 2001", "")]
    panel.table.edit_requested.emit((row.id,), "until", "soon")
    opened.tasks.settle()
    assert opened.desk.banner.text == "“soon” is not a date; write 2026-05-28, or 2026-05 for a month."


def test_an_office_is_deleted_and_comes_back(panel, opened, workspace):
    person = make_person(workspace, "Ines Calado")
    workspace.do("Office", add_office, office="Chair", person_id=person, since="2020-01-01")
    opened.tasks.settle()
    panel.read_soon()
    opened.tasks.settle()
    assert shown(panel) == [("Chair", "", "Ines Calado", "1 January 2020", "open", "holds it")]
    (row,) = workspace.read(list_offices)
    panel.table.delete_requested.emit((row.id,))
    opened.tasks.settle()
    assert workspace.read(list_offices) == ()
    workspace.undo()
    assert workspace.read(list_offices) == (row,)


def test_several_terms_are_ended_and_deleted_in_one_step(panel, opened, workspace):
    ines, jan = (make_person(workspace, name, "UNDP") for name in ("Ines Calado", "Jan Ostrow"))
    entity = next(row.id for row in workspace.read(list_entities) if row.acronym == "UNDP")
    workspace.do("Office", add_office, office="Chair", person_id=ines)
    workspace.do("Term", add_designation, entity_id=entity, person_id=jan, role="alternate")
    opened.tasks.settle()
    ids = tuple(row.id for row in panel.table.model.shown_rows())
    panel.table.edit_requested.emit(ids, "until", "2001-05")
    opened.tasks.settle()
    assert [row[4] for row in shown(panel)] == ["May 2001", "May 2001"]
    assert workspace.state().undo == "Change 2 terms"
    panel.table.delete_requested.emit(ids)
    opened.tasks.settle()
    assert shown(panel) == []
    assert workspace.state().undo == "Delete 2 terms"
    workspace.undo()
    assert (len(workspace.read(list_offices)), len(workspace.read(list_designations))) == (1, 1)
