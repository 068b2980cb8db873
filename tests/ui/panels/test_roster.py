"""The roster: numbers and table from the same rows, corrected in place."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from emgdesk.db.models import Participation
from emgdesk.operations.marking import operation
from emgdesk.operations.roster import add_participant, update_participations
from emgdesk.queries.meetings import find_meeting
from emgdesk.queries.people import get_person
from emgdesk.queries.roster import list_roster
from emgdesk.ui.dialogs.add_participant import AddParticipantDialog
from emgdesk.ui.dialogs.pasted import drop_pasted, keep_pasted
from emgdesk.ui.panels.roster.counting_dialog import CountingDialog
from emgdesk.ui.widgets.cards import FactCard


@pytest.fixture
def panel(opened):
    """The participants of SOM40 technical, in view."""
    page = opened.desk.page("meetings")
    page.open_sheet("participants")
    opened.tasks.settle()
    return page.roster


def names(panel):
    return [row.name for row in panel.table.model.shown_rows()]


def figures(panel):
    return [card.accessibleName() for card in panel.numbers.findChildren(FactCard) if not card.isHidden()]


def printed(workspace, code="SOM40 technical"):
    return workspace.read(list_roster, meeting_id=workspace.read(find_meeting, code=code).id)


def test_numbers_and_rows_agree(panel):
    assert names(panel) == [
        "Amélie Dürst",
        "Jorge Peña Ibáñez",
        "Ngozi Adeyemi-Okoro",
        "Светлана Воронова",
        "Ruth Solberg",
    ]
    assert figures(panel) == [
        "5 people registered",
        "2 EMG members from 2 entities",
        "1 observer from 1 entity",
        "1 guest",
        "1 secretariat",
        "1 without entity",
    ]


def test_a_figure_selects_whom_it_counts(qtbot, panel):
    cards = {card.accessibleName(): card for card in panel.numbers.findChildren(FactCard)}
    qtbot.mouseClick(cards["1 without entity"], Qt.MouseButton.LeftButton)
    assert [panel.table.model.row_of(key).name for key in panel.table.selected_ids()] == ["Ruth Solberg"]


def test_the_figures_say_whom_they_count(qtbot, opened, workspace, panel):
    ids = [row.id for row in printed(workspace)]
    opened.services.do("Came", update_participations, ids=ids[:3], attendance="attended")
    opened.services.do("Not", update_participations, ids=ids[3:4], attendance="absent")
    opened.tasks.settle()
    assert set(figures(panel)) == {
        "5 people on the roster",
        "3 attended (3 of 5 registered)",
        "2 EMG members attended from 2 entities",
        "1 observer attended from 1 entity",
        "1 without entity",
    }
    for key, picked in (("listed", ids[:3]), ("members", ids[:2]), ("people", ids)):
        panel.select_who(key)
        assert sorted(panel.table.selected_ids()) == sorted(picked)


def test_an_entity_typed_in_the_table_is_on_the_desk_and_counted(qtbot, opened, workspace, panel):
    panel.select_who("without_entity")
    table = panel.table
    table.view.setCurrentIndex(table.model.index(4, table.model.column_of("entity")))
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    editor = table.view.findChild(QLineEdit)
    assert editor.completer().model().rowCount() > 50
    editor.setText("unesco")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.tasks.busy)
    opened.tasks.settle()
    assert printed(workspace)[4].entity == "unesco"
    assert printed(workspace)[4].capacity == "member"
    assert "3 EMG members from 3 entities" in figures(panel)


def test_one_value_for_many_is_one_step(opened, workspace, panel):
    ids = [row.id for row in panel.table.model.shown_rows()]
    panel.table.select(ids)
    panel.table._spread("attendance", "attended")
    opened.tasks.settle()
    assert {row.attendance for row in printed(workspace)} == {"attended"}
    assert workspace.state().undo == "Change attendance of 5 people"
    opened.commands["undo"].trigger()
    opened.tasks.settle()
    assert {row.attendance for row in printed(workspace)} == {"registered"}


def test_a_corrected_name_offers_the_other_rosters_and_never_forces(opened, workspace, panel):
    amelie = printed(workspace)[0]
    other = workspace.read(find_meeting, code="REEF 1").id
    opened.services.do(
        "Add", add_participant, meeting_id=other, name="Amelie Durst", person_id=amelie.person_id
    )
    opened.tasks.settle()
    panel.table.model.ask([amelie.id], "name", "Amélie Dürst-Weber")
    opened.tasks.settle()
    assert printed(workspace)[0].name == "Amélie Dürst-Weber"
    assert printed(workspace, "REEF 1")[0].name == "Amelie Durst"
    banner = opened.desk.banner
    assert banner.text == "Printed as “Amélie Dürst-Weber” on the roster of SOM40 technical."
    assert banner._action.text() == "Also correct the person and 1 other roster"
    banner._action.click()
    opened.tasks.settle()
    assert printed(workspace, "REEF 1")[0].name == "Amélie Dürst-Weber"
    assert workspace.read(get_person, person_id=amelie.person_id).name == "Amélie Dürst-Weber"


def test_a_refused_edit_shows_the_old_value_and_says_why(opened, workspace, panel):
    first = printed(workspace)[0]
    panel.table.model.ask([first.id], "name", " ")
    opened.tasks.settle()
    assert opened.desk.banner.text == "A line of a roster needs a name."
    assert panel.table.model.value(panel.table.model.row_of(first.id), 0) == "Amélie Dürst"


def test_delete_removes_the_selected_and_undo_brings_them_back(qtbot, opened, panel):
    panel.table.select([row.id for row in panel.table.model.shown_rows()][:2], focus=True)
    qtbot.keyClick(panel.table.view, Qt.Key.Key_Delete)
    opened.tasks.settle()
    assert names(panel) == ["Ngozi Adeyemi-Okoro", "Светлана Воронова", "Ruth Solberg"]
    opened.commands["undo"].trigger()
    opened.tasks.settle()
    assert len(names(panel)) == 5


def test_a_known_person_is_proposed_and_added_once(qtbot, opened, workspace, panel):
    opened.desk.page("meetings").view.list.choose(workspace.read(find_meeting, code="REEF 1").id)
    opened.tasks.settle()
    assert panel.table._empty.isVisible()
    panel.add()
    dialog = opened.findChild(AddParticipantDialog)
    opened.tasks.settle()
    dialog.name.setText("penya")
    dialog.name._propose(())
    qtbot.keyClick(dialog.name, Qt.Key.Key_Backspace)
    dialog.name.setText("peña")
    dialog.name._ask()
    opened.tasks.settle()
    (line,) = dialog.name._texts.stringList()
    dialog.name._choose(line)
    qtbot.waitUntil(lambda: dialog.name.person_id is not None)
    opened.tasks.settle()
    assert (dialog.name.text(), dialog.entity.text()) == ("Jorge Peña Ibáñez", "FAO")
    dialog.submit()
    opened.tasks.settle()
    assert names(panel) == ["Jorge Peña Ibáñez"]
    assert len(panel.table.selected_ids()) == 1


def test_somebody_twice_is_refused_in_the_dialog(opened, workspace, panel):
    panel.add()
    dialog = opened.findChild(AddParticipantDialog)
    dialog.name.setText("Amélie Dürst")
    dialog.name.person_id = printed(workspace)[0].person_id
    dialog.submit()
    opened.tasks.settle()
    assert dialog.banner.text == "Amélie Dürst is on the roster of SOM40 technical already."
    assert dialog.ok.isEnabled()
    dialog.reject()


@pytest.fixture
def pasted(tmp_path, monkeypatch) -> Path:
    """The folder for passing files, empty."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_pasted_word_fills_the_cell_and_a_block_is_imported(qtbot, opened, workspace, panel, pasted):
    from emgdesk.ui.dialogs.import_dialog import ImportDialog

    table = panel.table
    table.select([printed(workspace)[1].id], focus=True)
    table.view.setCurrentIndex(table.model.index(1, table.model.column_of("function")))
    QGuiApplication.clipboard().setText("Forester\n")
    qtbot.keyClick(table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    opened.tasks.settle()
    assert printed(workspace)[1].function == "Forester"
    QGuiApplication.clipboard().setText("Name\tEntity\nAna Ruiz\tFAO\n")
    qtbot.keyClick(table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = opened.findChild(ImportDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Import a pasted list"
    opened.tasks.settle()
    assert dialog.view.totals.text().startswith("1 new")
    dialog.reject()
    assert list(pasted.iterdir()) == []


def test_pasted_rows_are_gone_when_their_reading_is_given_up(qtbot, opened, panel, pasted):
    panel._paste("Name\tEntity\nAna Ruiz\tFAO\n")
    opened.tasks.cancel_running()
    opened.tasks.settle()
    assert list(pasted.iterdir()) == []


def test_a_file_of_the_user_is_not_taken_for_pasted_rows(pasted, tmp_path):
    kept = tmp_path / "emgdesk-pasted-1" / "pasted.tsv"
    kept.parent.mkdir()
    kept.write_text("Name\nAna Ruiz\n")
    drop_pasted(kept)
    assert kept.exists()
    made = keep_pasted("Name\nAna Ruiz\n")
    assert made.read_text() == "Name\nAna Ruiz\n"
    drop_pasted(made)
    assert list(pasted.iterdir()) == []


def test_the_person_of_a_line_is_shown_on_the_rosters_screen(opened, panel):
    panel.table.select([panel.table.model.row_at(2).id])
    panel._show_person()
    opened.tasks.settle()
    shown = opened.desk.page("rosters").view.shown
    assert shown.detail.heading.text() == "Ngozi Adeyemi-Okoro"


@operation
def mark_walk_ins(session, /, *, ids):
    for key in ids:
        session.get_one(Participation, key).walk_in = 1


@pytest.fixture
def attendance(opened, workspace, panel):
    """The roster once it is known who came: three of four registered, and one besides."""
    ids = [row.id for row in printed(workspace)]
    opened.services.do("Came", update_participations, ids=ids[:4], attendance="attended")
    opened.services.do("Not", update_participations, ids=ids[4:], attendance="absent")
    opened.services.do("Besides", mark_walk_ins, ids=ids[1:2])
    opened.tasks.settle()
    return panel


def chips(panel):
    return [chip.text() for chip in panel.counting.chips.values() if chip.isVisible()]


def test_people_and_entities_are_counted_in_words(panel):
    assert panel.counting.words.accessibleName() == "5 people, 4 entities"
    assert chips(panel) == []


def test_chips_show_who_came_of_the_registered(attendance):
    panel = attendance
    assert chips(panel) == ["Registered and present (3)", "Registered and absent (1)", "Not registered (1)"]
    panel.counting.chips["walk_ins"].click()
    assert names(panel) == ["Jorge Peña Ibáñez"]
    panel.counting.chips["absent"].click()
    assert names(panel) == ["Ruth Solberg"]
    assert not panel.counting.chips["walk_ins"].isChecked()
    panel.counting.chips["absent"].click()
    assert len(names(panel)) == 5


def test_a_figure_selects_among_everybody_whatever_the_chips_show(attendance):
    panel = attendance
    panel.counting.chips["absent"].click()
    panel.select_who("members")
    assert len(names(panel)) == 5
    assert [panel.table.model.row_of(key).name for key in panel.table.selected_ids()] == [
        "Amélie Dürst",
        "Jorge Peña Ibáñez",
    ]


def test_who_was_not_registered_is_said_in_a_column_of_its_own(attendance):
    table = attendance.table
    at = table.model.column_of("walk_in")
    assert not table.view.isColumnHidden(at)
    assert [table.model.value(row, at) for row in table.model.shown_rows()] == [
        "",
        "not registered",
        "",
        "",
        "",
    ]


def test_another_roster_is_shown_whole(opened, workspace, attendance):
    attendance.counting.chips["absent"].click()
    opened.desk.page("meetings").view.list.choose(workspace.read(find_meeting, code="REEF 1").id)
    opened.tasks.settle()
    assert not attendance.counting.isVisible()
    opened.desk.page("meetings").view.list.choose(workspace.read(find_meeting, code="SOM40 technical").id)
    opened.tasks.settle()
    assert len(names(attendance)) == 5


def test_what_counts_as_what_is_one_step_and_said_beside_the_counts(opened, workspace, panel):
    first = printed(workspace)[1]
    opened.services.do("Sun", update_participations, ids=[first.id], entity="SUN")
    opened.tasks.settle()
    assert panel.counting.words.accessibleName() == "5 people, 4 entities"
    panel.counting.ask.click()
    opened.tasks.settle()
    dialog = opened.findChild(CountingDialog)
    texts = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    assert texts == [
        "Ozone Secretariat, counted with UNEP",
        "SUN, counted with UNEP",
        "UNEP-WCMC, counted with UNEP",
        "UNU-FLORES, counted with UNU",
        "UNV, counted with UNDP",
    ]
    for at in (1, 4):
        dialog.list.itemActivated.emit(dialog.list.item(at))
    dialog.submit()
    opened.tasks.settle()
    assert panel.counting.words.accessibleName() == "5 people, 3 entities (SUN counted with UNEP)"
    assert workspace.state().undo == "Change what counts as what"
    opened.commands["undo"].trigger()
    opened.tasks.settle()
    assert panel.counting.words.accessibleName() == "5 people, 4 entities"


def test_nothing_changed_in_what_counts_as_what_is_no_step(opened, workspace, panel):
    before = workspace.state().revision
    panel.counting.ask.click()
    opened.tasks.settle()
    opened.findChild(CountingDialog).submit()
    opened.tasks.settle()
    assert workspace.state().revision == before
