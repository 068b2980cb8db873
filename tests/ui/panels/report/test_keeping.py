"""What is typed in the report is kept for what it was typed for; follow-ups and levels of its lines."""

from PySide6.QtCore import Qt

from emgdesk.errors import DataError
from emgdesk.operations.report import add_paragraph
from emgdesk.operations.reservation import add_reservation, delete_reservation, update_reservation
from emgdesk.queries.follow_ups import list_follow_ups
from emgdesk.ui.dialogs.follow_up import NewFollowUpDialog
from emgdesk.ui.widgets.outline_delegate import InPlaceEdit
from tests.ui.panels.report.shown import choose, lines, row, sections, told


def test_deleting_another_paragraph_keeps_what_is_typed(qtbot, opened, text, written, workspace, meeting):
    other = workspace.do(
        "Add", add_paragraph, section_id=sections(workspace, meeting)[1].id, text="Other."
    ).value
    opened.tasks.settle()
    qtbot.keyClicks(text.view.paragraph.text.edit, "So ")
    text.view.outline.delete_pressed.emit([other])
    opened.tasks.settle()
    assert told(workspace, meeting)[1] == ("Reefs", ["So One[^1] two[^2]."])


def test_deleting_its_section_forgets_what_is_typed(qtbot, opened, text, written, workspace, meeting):
    qtbot.keyClicks(text.view.paragraph.text.edit, "So ")
    text.view.outline.delete_pressed.emit([sections(workspace, meeting)[1].id])
    opened.tasks.settle()
    assert [heading for heading, _ in told(workspace, meeting)] == [
        "Opening of the meeting", "Action points", "Closure of the meeting",
    ]  # fmt: skip
    assert opened.banner.text == "1 section deleted."


def test_a_reservation_being_typed_stays_while_another_changes(
    qtbot, opened, text, written, workspace, meeting
):
    keys = [
        workspace.do("Add", add_reservation, paragraph_id=written, entity=entity, text="No.").value
        for entity in ("WWF", "FAO")
    ]
    opened.tasks.settle()
    box = text.view.paragraph.reservations
    typed = box._fields[keys[1], "text"]
    typed.setText("Not so fast.")
    workspace.do("Edit", update_reservation, reservation_id=keys[0], text="Never.")
    opened.tasks.settle()
    assert (box._fields[keys[0], "text"].text(), typed.text()) == ("Never.", "Not so fast.")
    workspace.do("Delete", delete_reservation, reservation_id=keys[0])
    opened.tasks.settle()
    field = box._fields[keys[1], "text"]
    assert field.text() == "Not so fast."
    field.editingFinished.emit()
    opened.tasks.settle()
    (left,) = row(workspace, meeting, written).reservations
    assert (left.entity, left.text) == ("FAO", "Not so fast.")


def test_a_speaker_being_typed_is_kept_when_another_line_is_shown(opened, text, written, workspace, meeting):
    text.view.paragraph.speaker.setText("Ruth Solberg")
    choose(text, opened, "Closure of the meeting")
    assert row(workspace, meeting, written).speaker == "Ruth Solberg"


def test_only_sentences_are_told(opened, text):
    text._refused(DataError("This section is no longer on the desk."))
    assert opened.banner.text == "This section is no longer on the desk."
    text._refused(RuntimeError("SELECT"))
    assert opened.banner.text == "This section is no longer on the desk."


def test_esc_leaves_no_new_section(qtbot, opened, text, workspace, meeting):
    before, steps = told(workspace, meeting), workspace.state().undo
    choose(text, opened, "Reefs")
    qtbot.keyClick(text.view.outline, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.tasks.settle()
    editor = text.view.outline.viewport().findChild(InPlaceEdit)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    opened.tasks.settle()
    assert told(workspace, meeting) == before
    assert workspace.state().undo == steps
    assert "New section" not in lines(text)


def test_esc_in_a_heading_of_before_changes_nothing(qtbot, opened, text, workspace, meeting):
    before = told(workspace, meeting)
    choose(text, opened, "Reefs")
    text.view.outline.edit_line(text.view.outline.chosen_id)
    qtbot.keyClick(text.view.outline.viewport().findChild(InPlaceEdit), Qt.Key.Key_Escape)
    opened.tasks.settle()
    assert told(workspace, meeting) == before


def test_a_follow_up_comes_from_a_paragraph(qtbot, opened, text, written, workspace, meeting):
    texts = [action.text() for action in text.menu().actions()]
    assert texts == ["New paragraph\tEnter", "New section\tCtrl+Enter", "", "Follow-up…", "", "Delete\tDel"]
    qtbot.keyClicks(text.view.paragraph.text.edit, "**So** ")
    qtbot.mouseClick(text.view.paragraph.follow_up, Qt.MouseButton.LeftButton)
    dialog = text.window().findChild(NewFollowUpDialog)
    opened.tasks.settle()
    assert dialog.what.toPlainText() == "So One two."
    dialog.who.setText("FAO")
    dialog.submit()
    opened.tasks.settle()
    (owed,) = workspace.read(list_follow_ups)
    assert (owed.who, owed.what, owed.paragraph_id) == ("FAO", "So One two.", written)
    assert row(workspace, meeting, written).text == "**So** One[^1] two[^2]."


def test_all_chosen_lines_are_stepped_in_one_step(qtbot, opened, text, written, workspace, meeting):
    other = workspace.do(
        "Add", add_paragraph, section_id=sections(workspace, meeting)[1].id, text="Other."
    ).value
    opened.tasks.settle()
    outline = text.view.outline
    outline.choose_all([written, other])
    outline.setFocus()
    qtbot.keyClick(outline, Qt.Key.Key_Tab)
    opened.tasks.settle()
    assert [row(workspace, meeting, key).kind for key in (written, other)] == ["bullet", "bullet"]
    assert workspace.state().undo == "Change level of 2 lines"
    workspace.undo()
    assert [row(workspace, meeting, key).kind for key in (written, other)] == ["paragraph", "paragraph"]
