"""Notes are written by keyboard and become paragraphs of the report."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.meeting import delete_meeting, update_meeting
from emgdesk.operations.report import add_report_section, set_section_items
from emgdesk.queries.interventions import list_interventions
from emgdesk.queries.meetings import find_meeting
from emgdesk.queries.reports import list_report
from emgdesk.ui.panels.notes.notes_panel import NotesPanel


@pytest.fixture
def meeting(workspace) -> str:
    return workspace.read(find_meeting, code="SOM40 technical").id


def clock() -> datetime:
    """Ten past three on the day of the meeting."""
    return datetime(2031, 9, 25, 15, 10)


@pytest.fixture
def panel(opened, qtbot, workspace, meeting) -> NotesPanel:
    item = workspace.do("Item", add_agenda_item, meeting_id=meeting, title="Reefs").value
    section = workspace.do("Section", add_report_section, meeting_id=meeting, heading="On reefs").value
    workspace.do("Items", set_section_items, section_id=section, item_ids=[item])
    made = NotesPanel(opened.services, clock)
    qtbot.addWidget(made)
    made.show_meeting(meeting)
    made.show()
    opened.tasks.settle()
    return made


def note(panel: NotesPanel, speaker: str, gist: str) -> None:
    panel.entry.speaker.setText(speaker)
    panel.entry.gist.setPlainText(gist)
    QTest.keyClick(panel.entry.gist, Qt.Key.Key_Return)
    panel.services.tasks.settle()


def test_a_speaker_of_the_roster_brings_the_entity(panel, workspace, meeting):
    panel.entry.item.setCurrentIndex(1)
    panel.entry.kind.setCurrentText("question")
    panel.entry.speaker.setText("jorge pena ibanez")
    assert panel.entry.entity.text() == "FAO"
    note(panel, "jorge pena ibanez", "Who pays for it?")
    (row,) = workspace.read(list_interventions, meeting_id=meeting)
    assert (row.speaker, row.entity, row.kind, row.item, row.gist, row.at) == (
        "Jorge Peña Ibáñez",
        "FAO",
        "question",
        "1",
        "Who pays for it?",
        "",
    )
    assert row.person_id is not None
    assert row.entity_id is not None
    assert panel.entry.item.currentText() == "1  Reefs"
    assert (panel.entry.speaker.text(), panel.entry.gist.toPlainText()) == ("", "")
    assert panel.entry.kind.currentText() == "statement"


def test_shift_enter_begins_a_line(panel):
    panel.entry.gist.setPlainText("First")
    panel.entry.gist.moveCursor(panel.entry.gist.textCursor().MoveOperation.End)
    QTest.keyClick(panel.entry.gist, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert panel.entry.gist.toPlainText() in ("First\n", "First\u2028")
    assert panel.table.model.total == 0


def test_nothing_typed_is_refused_in_words(panel, opened):
    note(panel, "", "")
    assert opened.desk.banner.text == "A note needs a speaker, an entity or what was said."


def test_on_the_day_of_the_meeting_the_time_is_noted(panel, workspace, meeting):
    workspace.do("Today", update_meeting, meeting_id=meeting, date="2031-09-25")
    panel.refresh()
    panel.services.tasks.settle()
    note(panel, "Somebody Else", "Hello.")
    (row,) = workspace.read(list_interventions, meeting_id=meeting)
    assert (row.at, row.person_id, row.entity) == ("15:10", None, "")


def test_notes_are_written_under_the_section_of_their_item(panel, opened, workspace, meeting):
    panel.entry.item.setCurrentIndex(1)
    note(panel, "Ruth Solberg", "Agrees.")
    panel.entry.item.setCurrentIndex(0)
    note(panel, "Ruth Solberg", "Thanks all.")
    panel.write.fill()
    texts = [action.text() for action in panel.write.menu().actions()]
    assert texts == ["Each under the section of its item (2 notes)", "", "On reefs"]
    panel.write.menu().actions()[0].trigger()
    panel.services.tasks.settle()
    assert opened.desk.banner.text == (
        "Written into the report: 1 note. 1 left: no section of the report covers the item."
    )
    (section,) = workspace.read(list_report, meeting_id=meeting)
    assert [(p.text, p.speaker) for p in section.paragraphs] == [("Agrees.", "Ruth Solberg")]
    assert [row.written for row in panel.table.model.shown_rows()] == [True, False]
    workspace.undo()
    assert workspace.read(list_report, meeting_id=meeting)[0].paragraphs == ()


def test_a_corrected_speaker_is_found_on_the_roster_again(panel, workspace, meeting):
    note(panel, "Nobody Known", "Agrees.")
    (row,) = workspace.read(list_interventions, meeting_id=meeting)
    panel.table.edit_requested.emit((row.id,), "speaker", "Amélie Dürst")
    panel.services.tasks.settle()
    (row,) = workspace.read(list_interventions, meeting_id=meeting)
    assert row.speaker == "Amélie Dürst"
    assert row.person_id is not None


def gists(workspace, meeting):
    return [(row.speaker, row.gist) for row in workspace.read(list_interventions, meeting_id=meeting)]


def test_the_next_note_can_be_typed_while_the_last_is_kept(panel, workspace, meeting):
    entry = panel.entry
    entry.speaker.setText("Somebody")
    entry.gist.setPlainText("First.")
    QTest.keyClick(entry.gist, Qt.Key.Key_Return)
    assert entry.typed() == ("", "", "")
    QTest.keyClick(entry.gist, Qt.Key.Key_Return)
    entry.speaker.setText("Another")
    entry.gist.setPlainText("Second.")
    panel.services.tasks.settle()
    assert entry.typed() == ("Another", "", "Second.")
    QTest.keyClick(entry.gist, Qt.Key.Key_Return)
    panel.services.tasks.settle()
    assert gists(workspace, meeting) == [("Somebody", "First."), ("Another", "Second.")]


def test_a_note_that_is_refused_is_put_back(panel, opened, workspace, meeting):
    workspace.do("Delete", delete_meeting, meeting_id=meeting)
    panel.entry.kind.setCurrentText("question")
    panel.entry.speaker.setText("Somebody")
    panel.entry.gist.setPlainText("Why?")
    QTest.keyClick(panel.entry.gist, Qt.Key.Key_Return)
    panel.services.tasks.settle()
    assert opened.desk.banner.text == "This meeting is no longer on the desk."
    assert panel.entry.typed() == ("Somebody", "", "Why?")
    assert panel.entry.kind.currentText() == "question"


def test_a_part_that_one_has_becomes_the_name(panel, workspace, meeting):
    entry = panel.entry
    entry.speaker.setText("peña")
    QTest.keyClick(entry.speaker, Qt.Key.Key_Return)
    assert entry.typed() == ("Jorge Peña Ibáñez", "FAO", "")
    entry.clear()
    note(panel, "solberg", "Agrees.")
    assert gists(workspace, meeting) == [("Ruth Solberg", "Agrees.")]


def test_a_part_that_several_have_stays_and_they_are_offered(panel):
    entry = panel.entry
    entry.speaker.setText("or")
    names = [line.name for line in panel._loaded.speakers_like("or")]
    QTest.keyClick(entry.speaker, Qt.Key.Key_Return)
    popup = entry.speaker.completer().popup()
    assert len(names) > 1
    assert (entry.speaker.text(), popup.isVisible()) == ("or", True)
    assert [popup.model().index(at, 0).data() for at in range(popup.model().rowCount())] == names
    popup.hide()


def test_several_notes_are_corrected_in_one_step(panel, workspace, meeting):
    for words in ("One.", "Two."):
        note(panel, "Somebody", words)
    ids = tuple(row.id for row in workspace.read(list_interventions, meeting_id=meeting))
    panel.table.edit_requested.emit(ids, "kind", "question")
    panel.services.tasks.settle()
    kinds = lambda: [row.kind for row in workspace.read(list_interventions, meeting_id=meeting)]  # noqa: E731
    assert kinds() == ["question", "question"]
    assert workspace.state().undo == "Correct 2 notes"
    workspace.undo()
    assert kinds() == ["statement", "statement"]


def test_what_is_typed_is_noted_before_another_meeting_is_shown(panel, workspace, meeting):
    panel.entry.gist.setPlainText("Agrees.")
    panel.show_meeting(workspace.read(find_meeting, code="REEF 1").id)
    panel.services.tasks.settle()
    assert gists(workspace, meeting) == [("", "Agrees.")]
    assert panel.entry.typed() == ("", "", "")
