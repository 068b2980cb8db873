"""What is being typed when the window or the desk is closed is on the desk afterwards."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from emgdesk.operations.action import add_action, add_action_section
from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.intervention import add_intervention
from emgdesk.operations.report import add_paragraph, add_report_section
from emgdesk.queries.actions import list_actions
from emgdesk.queries.agendas import list_agenda
from emgdesk.queries.interventions import list_interventions
from emgdesk.queries.meetings import find_meeting, get_meeting
from emgdesk.queries.reports import list_report
from emgdesk.ui.panels.actions.rich_field import RichField
from emgdesk.ui.panels.notes.notes_panel import NotesPanel
from emgdesk.ui.panels.report.paragraph_editor import ParagraphEditor
from emgdesk.ui.panels.report.section_editor import SectionEditor
from emgdesk.ui.widgets.outline_delegate import InPlaceEdit
from emgdesk.workspace import open_desk


@pytest.fixture
def meeting(workspace) -> str:
    return workspace.read(find_meeting, code="SOM40 technical").id


@pytest.fixture(params=["quit", "another desk"])
def leave(request, opened, tmp_path: Path):
    """Ways to leave the desk: its path, once it is closed."""

    def left() -> Path:
        path = opened.services.workspace.path
        if request.param == "quit":
            opened.close()
        else:
            opened.opener.open(tmp_path / "other.emgdesk")
            opened.tasks.settle()
        return path

    return left


def go(window, kind, key):
    window.tasks.settle()
    window.show_item(kind, key)
    window.tasks.settle()


def test_a_paragraph_of_the_report(opened, workspace, meeting, leave):
    section = workspace.do("Section", add_report_section, meeting_id=meeting, heading="Reefs").value
    key = workspace.do("Text", add_paragraph, section_id=section, text="Old").value
    go(opened, "paragraph", key)
    editor = opened.findChild(ParagraphEditor)
    editor.text.edit.setFocus()
    QTest.keyClicks(editor.text.edit, "New ")
    editor.speaker.setFocus()
    QTest.keyClicks(editor.speaker, "Ruth Solberg")
    with open_desk(leave()) as desk:
        ((paragraph,),) = (s.paragraphs for s in desk.read(list_report, meeting_id=meeting))
    assert (paragraph.text, paragraph.speaker) == ("New Old", "Ruth Solberg")


def test_a_heading_of_the_report(opened, workspace, meeting, leave):
    key = workspace.do("Section", add_report_section, meeting_id=meeting, heading="Reefs").value
    go(opened, "report_section", key)
    field = opened.findChild(SectionEditor).heading
    field.setFocus()
    QTest.keyClicks(field, " and ports")
    with open_desk(leave()) as desk:
        (section,) = desk.read(list_report, meeting_id=meeting)
    assert section.heading == "Reefs and ports"


def test_the_wording_of_an_action(opened, workspace, meeting, leave):
    section = workspace.do("Section", add_action_section, meeting_id=meeting, heading="Reefs").value
    key = workspace.do("Action", add_action, section_id=section, text="map reefs.").value
    go(opened, "action", key)
    field = next(f for f in opened.findChildren(RichField) if f.isVisible() and f.text() == "map reefs.")
    field.editor.edit.setFocus()
    QTest.keyClicks(field.editor.edit, "Count and ")
    with open_desk(leave()) as desk:
        ((action,),) = (s.actions for s in desk.read(list_actions, meeting_id=meeting))
    assert action.text == "Count and map reefs."


def test_a_note_before_enter(opened, workspace, meeting, leave):
    key = workspace.do("Note", add_intervention, meeting_id=meeting, gist="First.").value
    go(opened, "intervention", key)
    entry = opened.findChild(NotesPanel).entry
    entry.speaker.setFocus()
    QTest.keyClicks(entry.speaker, "Ruth Solberg")
    entry.gist.setFocus()
    QTest.keyClicks(entry.gist, "Agrees.")
    with open_desk(leave()) as desk:
        notes = [(n.speaker, n.gist) for n in desk.read(list_interventions, meeting_id=meeting)]
    assert notes == [("", "First."), ("Ruth Solberg", "Agrees.")]


def test_a_cell_of_a_table(opened, workspace, meeting, leave):
    key = workspace.do("Note", add_intervention, meeting_id=meeting, gist="First.").value
    go(opened, "intervention", key)
    table = opened.findChild(NotesPanel).table
    view = table.view
    keys = [column.key for column in table.model.columns]
    view.setCurrentIndex(view.model().index(0, keys.index("gist")))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit)
    QTest.keyClicks(editor, "Second.")
    with open_desk(leave()) as desk:
        notes = [n.gist for n in desk.read(list_interventions, meeting_id=meeting)]
    assert notes == ["Second."]


def test_a_line_of_an_outline(opened, workspace, meeting, leave):
    key = workspace.do("Item", add_agenda_item, meeting_id=meeting, title="Reefs").value
    go(opened, "agenda_item", key)
    outline = opened.desk.current.panel("agenda").view.outline
    outline.edit_line(key)
    editor = outline.viewport().findChild(InPlaceEdit)
    editor.setFocus()
    editor.setPlainText("Ports")
    with open_desk(leave()) as desk:
        (item,) = desk.read(list_agenda, meeting_id=meeting)
    assert item.title == "Ports"


def test_a_fact_of_the_meeting(opened, workspace, meeting, leave):
    go(opened, "meeting", meeting)
    field = opened.desk.current.view.overview.form.widget("chair")
    field.setFocus()
    QTest.keyClicks(field, "Ruth Solberg")
    with open_desk(leave()) as desk:
        assert desk.read(get_meeting, meeting_id=meeting).chair == "Ruth Solberg"
