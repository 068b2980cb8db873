"""Writing the report in the window: outline, editor, footnotes, decisions, preview."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton

from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.report import add_paragraph
from emgdesk.queries.actions import list_actions
from emgdesk.queries.deliverables import endorsed_deliverables
from emgdesk.ui.widgets.outline_delegate import InPlaceEdit
from tests.ui.panels.report.shown import choose, lines, row, sections, told

ATTENDANCE = (
    "The meeting was attended by 2 EMG members and 1 observing entity "
    "[those registered: nobody is marked as attended]."
)


def test_an_empty_report_is_written_from_the_agenda(qtbot, opened, report, workspace, meeting):
    part = report.part(0)
    assert part.view.stack.currentWidget() is part.view.empty
    offers = [b.accessibleName() for b in part.view.empty.findChildren(QPushButton)]
    assert offers == ["Write it numbered", "Write it item by item", "Begin with an empty section"]
    with qtbot.waitSignal(report.counted) as counted:
        qtbot.mouseClick(part.view.empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
        opened.tasks.settle()
    assert counted.args == ["5"]
    assert told(workspace, meeting) == [
        (
            "Opening of the meeting",
            [
                "Amélie Dürst opened the meeting at 15:02.",
                ATTENDANCE,
                "The agenda was adopted [how].",
            ],
        ),
        ("Reefs", []),
        ("Action points", ["actions"]),
        ("Closure of the meeting", ["The Chair closed the meeting at [time]."]),
    ]
    assert part.view.stack.currentWidget() is part.view.split
    assert lines(part)[-2:] == ["Closure of the meeting", "The Chair closed the meeting at [time]."]


def test_enter_makes_a_paragraph_and_what_is_typed_is_kept(qtbot, opened, text, workspace, meeting):
    choose(text, opened, "Reefs")
    qtbot.keyClick(text.view.outline, Qt.Key.Key_Return)
    opened.tasks.settle()
    editor = text.view.paragraph.text.edit
    assert text.view.editors.currentWidget() is text.view.paragraph
    qtbot.keyClicks(editor, "The reefs were mapped.")
    text.flush()
    opened.tasks.settle()
    assert told(workspace, meeting)[1] == ("Reefs", ["The reefs were mapped."])
    assert editor.toPlainText() == "The reefs were mapped."
    workspace.undo()
    opened.tasks.settle()
    assert editor.toPlainText() == ""


def test_typing_is_taken_over_when_another_line_is_chosen(qtbot, opened, text, written, workspace, meeting):
    qtbot.keyClicks(text.view.paragraph.text.edit, "So ")
    choose(text, opened, "Closure of the meeting")
    assert row(workspace, meeting, written).text == "So One[^1] two[^2]."


def test_sections_are_made_renamed_and_moved_by_keyboard(qtbot, opened, text, workspace, meeting):
    outline = text.view.outline
    choose(text, opened, "Reefs")
    qtbot.keyClick(outline, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for keys in ("Ports", ""):
        editor = outline.viewport().findChildren(InPlaceEdit)[-1]
        qtbot.keyClicks(editor, keys)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    opened.tasks.settle()
    assert workspace.state().undo == "Add section"
    assert lines(text)[5] == "Ports"
    outline.indented.emit([outline.chosen_id])
    opened.tasks.settle()
    assert [(s.depth, s.heading) for s in sections(workspace, meeting)][1:3] == [(0, "Reefs"), (1, "Ports")]
    outline.outdented.emit([outline.chosen_id])
    opened.tasks.settle()
    qtbot.keyClick(outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    opened.tasks.settle()
    assert [s.heading for s in sections(workspace, meeting)][:3] == [
        "Opening of the meeting",
        "Ports",
        "Reefs",
    ]


def test_what_is_typed_while_a_paragraph_is_being_made_stands_in_it(qtbot, opened, text, workspace, meeting):
    choose(text, opened, "Reefs")
    qtbot.keyClick(text.view.outline, Qt.Key.Key_Return)
    qtbot.keyClicks(text.view.outline, "Mapped. ")
    opened.tasks.settle()
    editor = text.view.paragraph.text.edit
    assert editor.toPlainText() == "Mapped. "
    text.view.outline.setFocus()
    qtbot.keyClicks(text.view.outline, "T")
    qtbot.keyClicks(editor, "wice.")
    text.flush()
    opened.tasks.settle()
    assert told(workspace, meeting)[1] == ("Reefs", ["Mapped. Twice."])


def test_a_paragraph_goes_over_the_end_of_its_section(qtbot, opened, text, written, workspace, meeting):
    outline = text.view.outline
    for key, place in ((Qt.Key.Key_Down, (2, 0)), (Qt.Key.Key_Down, (2, 1)), (Qt.Key.Key_Up, (2, 0)),
                       (Qt.Key.Key_Up, (1, 0)), (Qt.Key.Key_Up, (0, 3))):  # fmt: skip
        qtbot.keyClick(outline, key, Qt.KeyboardModifier.AltModifier)
        opened.tasks.settle()
        found = [
            (at, n)
            for at, section in enumerate(sections(workspace, meeting))
            for n, p in enumerate(section.paragraphs)
            if p.id == written
        ]
        assert found == [place]
        assert outline.chosen_id == written


def test_tab_makes_a_bullet_and_delete_offers_undo(qtbot, opened, text, written, workspace, meeting):
    qtbot.keyClick(text.view.outline, Qt.Key.Key_Tab)
    opened.tasks.settle()
    assert row(workspace, meeting, written).kind == "bullet"
    text.view.outline.setFocus()
    qtbot.keyClick(text.view.outline, Qt.Key.Key_Delete)
    opened.tasks.settle()
    assert told(workspace, meeting)[1] == ("Reefs", [])
    assert opened.banner.text == "1 paragraph deleted."


def test_a_paragraph_is_written_in_the_editor_not_in_place(qtbot, opened, text, written):
    with qtbot.waitSignal(text.view.outline.writing_wanted) as wanted:
        qtbot.keyClick(text.view.outline, Qt.Key.Key_F2)
    assert wanted.args == [written]


def test_a_footnote_is_inserted_at_the_cursor(qtbot, opened, text, written, workspace, meeting):
    paragraph = text.view.paragraph
    cursor = paragraph.text.edit.textCursor()
    cursor.setPosition(len("One[^1]"))
    paragraph.text.edit.setTextCursor(cursor)
    qtbot.mouseClick(paragraph.footnotes.add, Qt.MouseButton.LeftButton)
    assert paragraph.text.edit.toPlainText() == "One[^1][^2] two[^3]."
    qtbot.keyClicks(paragraph.footnotes.fields[1], "between")
    paragraph.flush()
    opened.tasks.settle()
    found = row(workspace, meeting, written)
    assert found.text == "One[^1][^2] two[^3]."
    assert [note.text for note in found.footnotes] == ["first", "between", "second"]
    paragraph.footnotes.removed.emit(1)
    opened.tasks.settle()
    found = row(workspace, meeting, written)
    assert (found.text, [note.text for note in found.footnotes]) == (
        "One[^1] two[^2].",
        ["between", "second"],
    )


def test_a_mark_without_a_footnote_is_told_in_the_outline(opened, text, workspace, meeting):
    workspace.do(
        "Add",
        add_paragraph,
        section_id=sections(workspace, meeting)[1].id,
        text="So[^2].",
        footnotes=["lost"],
    )
    opened.tasks.settle()
    line = next(line for line in text.view.outline.lines.tree.lines if line.text == "So.")
    assert (line.detail, line.note) == ("1 footnote", "Mark [^2] has no footnote  ·  Footnote 1 has no mark")


def test_a_sentence_is_frozen_and_follows_again(qtbot, opened, text, workspace, meeting):
    choose(text, opened, "Amélie Dürst opened the meeting at 15:02.")
    paragraph = text.view.paragraph
    assert (paragraph.text.edit.isReadOnly(), paragraph.freeze.accessibleName()) == (True, "Freeze")
    qtbot.mouseClick(paragraph.freeze, Qt.MouseButton.LeftButton)
    opened.tasks.settle()
    assert (paragraph.text.edit.isReadOnly(), paragraph.freeze.accessibleName()) == (
        False,
        "Follow the data again",
    )
    first = sections(workspace, meeting)[0].paragraphs[0]
    assert (first.text, first.frozen) == ("Amélie Dürst opened the meeting at 15:02.", True)


def test_a_speaker_of_the_roster_brings_the_entity(qtbot, opened, text, written, workspace, meeting):
    paragraph = text.view.paragraph
    names = paragraph.speaker.completer().model().stringList()
    assert names[:2] == ["Amélie Dürst", "Jorge Peña Ibáñez"]
    paragraph.speaker.setText("Jorge Peña Ibáñez")
    paragraph.speaker.completer().activated.emit("Jorge Peña Ibáñez")
    opened.tasks.settle()
    found = row(workspace, meeting, written)
    assert (found.speaker, found.entity) == ("Jorge Peña Ibáñez", "FAO")


def test_a_conclusion_becomes_a_decision_and_words_again(qtbot, opened, text, workspace, meeting):
    key = workspace.do(
        "Add",
        add_paragraph,
        section_id=sections(workspace, meeting)[1].id,
        kind="conclusion",
        text="Map ports.",
    ).value
    opened.tasks.settle()
    text.view.outline.choose(key)
    decision = text.view.paragraph.decision
    decision.decide.fill()
    assert [action.text() for action in decision.decide.menu().actions()] == ["I. Reefs"]
    decision.decide.menu().actions()[0].trigger()
    opened.tasks.settle()
    assert [a.text for a in workspace.read(list_actions, meeting_id=meeting)[0].actions] == [
        "Map the reefs.", "Map ports.",
    ]  # fmt: skip
    assert decision.told.text() == "Decision I. b)"
    text.view.paragraph.text.edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(text.view.paragraph.text.edit, " Soon.")
    text.flush()
    opened.tasks.settle()
    assert workspace.read(list_actions, meeting_id=meeting)[0].actions[1].wording == "Map ports. Soon."
    qtbot.mouseClick(decision.take_back, Qt.MouseButton.LeftButton)
    opened.tasks.settle()
    assert len(workspace.read(list_actions, meeting_id=meeting)[0].actions) == 1
    assert row(workspace, meeting, key).text == "Map ports. Soon."


def test_items_of_a_section_are_ticked(qtbot, opened, text, workspace, meeting):
    choose(text, opened, "Action points")
    section = text.view.section
    assert [section.items.item(n).text() for n in range(3)] == [
        "1  Opening of the meeting", "2  Reefs", "3  Closure of the meeting",
    ]  # fmt: skip
    section.items.item(1).setCheckState(Qt.CheckState.Checked)
    opened.tasks.settle()
    assert [s.items for s in sections(workspace, meeting)][2] == (text.shown.agenda[1].id,)
    section.heading.setFocus()
    section.heading.setText("Decisions taken")
    section.flush()
    opened.tasks.settle()
    assert sections(workspace, meeting)[2].heading == "Decisions taken"


def test_deliverables_are_entered_where_they_are_listed(qtbot, opened, text, workspace, meeting):
    key = workspace.do(
        "Add", add_paragraph, section_id=sections(workspace, meeting)[1].id, kind="deliverables"
    ).value
    opened.tasks.settle()
    text.view.outline.choose(key)
    box = text.view.paragraph.deliverables
    qtbot.keyClicks(box.title, "Atlas of Reefs")
    qtbot.keyClick(box.title, Qt.Key.Key_Return)
    opened.tasks.settle()
    (atlas,) = workspace.read(endorsed_deliverables, meeting_id=meeting)
    assert atlas.title == "Atlas of Reefs"
    box.changed.emit(atlas.id, {"edition": "2nd"})
    opened.tasks.settle()
    assert workspace.read(endorsed_deliverables, meeting_id=meeting)[0].edition == "2nd"
    box.removed.emit(meeting, atlas.id)
    opened.tasks.settle()
    assert workspace.read(endorsed_deliverables, meeting_id=meeting) == ()
    box.known.fill()
    box.known.menu().actions()[0].trigger()
    opened.tasks.settle()
    assert len(workspace.read(endorsed_deliverables, meeting_id=meeting)) == 1


def test_pasted_html_is_cleaned_in_the_editor(opened, text, written):
    pasted = QMimeData()
    pasted.setHtml("<script>x()</script><p style='color:red'><b>bold</b> words</p>")
    edit = text.view.paragraph.text.edit
    edit.selectAll()
    edit.insertFromMimeData(pasted)
    assert edit.toPlainText() == "**bold** words"


def test_twenty_thousand_words_can_be_edited(qtbot, opened, text, written, workspace, meeting):
    long = " ".join(f"word{n}" for n in range(20_000))
    edit = text.view.paragraph.text.edit
    edit.setPlainText(long)
    text.flush()
    opened.tasks.settle()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, " end")
    text.flush()
    opened.tasks.settle()
    assert row(workspace, meeting, written).text == f"{long} end"


def test_the_preview_shows_the_pages_of_now(qtbot, opened, text, written):
    text.preview.draw()
    opened.tasks.settle()
    assert text.preview.pages.pages == 1
    assert text.preview.status.text() == "1 page"


def test_room_decides_what_stands_beside(qtbot, opened, report, text):
    assert text.preview.isVisible()
    report.resize(700, 500)
    opened.tasks.settle()
    assert (text.preview.isVisible(), text.view.split.orientation()) == (False, Qt.Orientation.Horizontal)
    report.resize(420, 500)
    opened.tasks.settle()
    assert text.view.split.orientation() == Qt.Orientation.Vertical
    report.resize(1090, 560)
    text.preview_button.setChecked(False)
    assert not text.preview.isVisible()


def test_a_finding_opens_its_paragraph(opened, report, text, written, workspace, meeting):
    first = sections(workspace, meeting)[0].paragraphs[0].id
    report.open_item("paragraph", first)
    assert text.view.outline.chosen_id == first
    assert text.view.paragraph.text.edit.toPlainText() == "Amélie Dürst opened the meeting at 15:02."


def test_the_preview_prints_in_the_form_chosen(qtbot, opened, settings, text, written):
    form = text.preview.form
    assert [form.itemData(at) for at in range(form.count())] == ["", "numbered", "items"]
    form.setCurrentIndex(2)
    form.activated.emit(2)
    opened.tasks.settle()
    assert settings.get("document.meeting-report", {}) == {"form": "items"}
    assert (text.preview.pages.pages, form.currentData()) == (1, "items")


def test_a_mid_term_meeting_is_offered_item_by_item_first(opened, report, workspace, meeting):
    workspace.do("Segment", update_meeting, meeting_id=meeting, segment="mid-term")
    opened.tasks.settle()
    offers = report.part(0).view.empty.findChildren(QPushButton)
    shown = [one.accessibleName() for one in offers if one.isVisible()]
    assert shown == ["Write it item by item", "Write it numbered", "Begin with an empty section"]


def test_a_reservation_is_entered_on_the_paragraph_and_taken_back(
    qtbot, opened, text, written, workspace, meeting
):
    box = text.view.paragraph.reservations
    assert box.isHidden()
    qtbot.mouseClick(box.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(box.entity, "WWF")
    qtbot.keyClicks(box.words, "WWF reserved its position.")
    qtbot.keyClick(box.words, Qt.Key.Key_Return)
    opened.tasks.settle()
    (made,) = row(workspace, meeting, written).reservations
    assert (made.entity, made.text) == ("WWF", "WWF reserved its position.")
    assert text.view.outline.line(written).detail == "2 footnotes  ·  Reservation: WWF"
    box.changed.emit(made.id, {"text": "It objects."})
    opened.tasks.settle()
    assert row(workspace, meeting, written).reservations[0].text == "It objects."
    box.removed.emit(made.id)
    opened.tasks.settle()
    assert row(workspace, meeting, written).reservations == ()
    assert box.isHidden()
