"""The agenda of a meeting in a real window: written, arranged and timed by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.meeting import create_meeting, update_meeting
from emgdesk.queries.agendas import list_agenda
from emgdesk.queries.meetings import find_meeting
from emgdesk.ui.panels.agenda.panel import AgendaPanel
from emgdesk.ui.widgets.outline_delegate import InPlaceEdit
from tests.operations.agendas import make_agenda, make_document, printed
from tests.ui.test_accessibility import nameless

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


@pytest.fixture
def meeting(workspace):
    return workspace.read(find_meeting, code="SOM40 technical").id


@pytest.fixture
def panel(qtbot, opened, meeting):
    """The agenda of SOM40 technical, empty, in a window of its own."""
    made = AgendaPanel(opened.services)
    qtbot.addWidget(made)
    made.counts = []
    made.counted.connect(made.counts.append)
    made.resize(1060, 520)
    made.show_meeting(meeting)
    made.show()
    qtbot.waitExposed(made)
    made.settle = opened.tasks.settle
    made.settle()
    made.outline.setFocus()
    return made


@pytest.fixture
def filled(panel, workspace, meeting):
    """The same with three items, two more below the second; keys in `keys`."""
    panel.keys = make_agenda(workspace, meeting)
    panel.refresh()
    panel.settle()
    return panel


def press(qtbot, panel, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(panel.outline, key, held)
    panel.settle()


def name(qtbot, panel, text):
    """Type into the new line, keep it with Enter and end the writing."""
    typed(qtbot, f"{text}\n\n")
    panel.settle()


def typed(qtbot, keys):
    """Type where the keyboard is: "\\n" is Enter, "\\t" Tab, "\\b" Shift+Tab, "\\x1b" Esc."""
    named = {
        "\n": Qt.Key.Key_Return,
        "\t": Qt.Key.Key_Tab,
        "\b": Qt.Key.Key_Backtab,
        "\x1b": Qt.Key.Key_Escape,
    }
    for letter in keys:
        where = QApplication.focusWidget()
        if letter in named:
            qtbot.keyClick(where, named[letter], SHIFT if letter == "\b" else Qt.KeyboardModifier.NoModifier)
        else:
            qtbot.keyClicks(where, letter)


def labels(panel):
    return [f"{line.label} {line.text}" for line in panel.outline.lines.tree.lines]


def test_an_empty_agenda_says_what_to_do_first(qtbot, panel, workspace, meeting):
    offers = [button for button in panel.view.empty.findChildren(QPushButton) if button.isVisible()]
    assert [button.accessibleName() for button in offers] == ["First item", "Paste from Word"]
    qtbot.mouseClick(offers[0], Qt.MouseButton.LeftButton)
    panel.settle()
    name(qtbot, panel, "Opening")
    assert printed(workspace, meeting) == ["1 Opening"]
    assert panel.counts[-1] == "1"


def test_an_agenda_is_written_by_keyboard_alone(qtbot, filled, workspace, meeting):
    panel = filled
    panel.outline.choose(panel.keys["dust"])
    press(qtbot, panel, Qt.Key.Key_Return)
    name(qtbot, panel, "Other business")
    press(qtbot, panel, Qt.Key.Key_Return, CTRL)
    name(qtbot, panel, "Wrecks")
    press(qtbot, panel, Qt.Key.Key_Return)
    name(qtbot, panel, "Ports")
    press(qtbot, panel, Qt.Key.Key_Tab)
    assert labels(panel)[4:] == ["3. Dust", "4. Other business", "a) Wrecks", "i. Ports"]
    press(qtbot, panel, Qt.Key.Key_Tab, SHIFT)
    press(qtbot, panel, Qt.Key.Key_Up, ALT)
    assert labels(panel)[5:] == ["4. Other business", "a) Ports", "b) Wrecks"]
    press(qtbot, panel, Qt.Key.Key_Delete)
    assert printed(workspace, meeting)[4:] == ["3 Dust", "4 Other business", "4.a Wrecks"]
    assert workspace.undo().label == "Delete item 4.a"
    panel.refresh()
    panel.settle()
    assert labels(panel)[5:] == ["4. Other business", "a) Ports", "b) Wrecks"]


def test_an_agenda_is_typed_without_waiting_for_the_desk(qtbot, panel, workspace, meeting):
    qtbot.mouseClick(panel.view.empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    typed(qtbot, "Opening\nAdoption\n\tSub item\nSecond\n\bReefs\n")
    assert labels(panel) == [" Opening", " Adoption", " Sub item", " Second", " Reefs", " "]
    typed(qtbot, "\n")
    panel.settle()
    assert printed(workspace, meeting) == ["1 Opening", "2 Adoption", "2.a Sub item", "2.b Second", "3 Reefs"]
    assert labels(panel) == ["1. Opening", "2. Adoption", "a) Sub item", "b) Second", "3. Reefs"]
    assert panel.outline.line(panel.outline.chosen_id).text == "Reefs"
    assert [workspace.undo().label for _ in range(5)] == ["Add agenda item"] * 5
    assert printed(workspace, meeting) == []


def test_a_line_being_typed_is_left_alone_by_answers_of_the_desk(qtbot, filled, workspace, meeting):
    filled.outline.choose(filled.keys["opening"])
    typed(qtbot, "\nWelcome\nTour")
    filled.settle()
    assert labels(filled)[:4] == ["1. Opening", "2. Welcome", " ", "3. Reefs"]
    assert (filled.detail.count.text(), filled.detail.isVisible()) == ("New item", True)
    typed(qtbot, " de table\x1b")
    filled.settle()
    assert labels(filled)[:3] == ["1. Opening", "2. Welcome", "3. Reefs"]
    assert filled.outline.line(filled.outline.chosen_id).text == "Welcome"
    typed(qtbot, "\nTour")
    filled.outline.choose(filled.keys["dust"])
    filled.settle()
    assert printed(workspace, meeting)[:4] == ["1 Opening", "2 Welcome", "3 Tour", "4 Reefs"]
    assert filled.outline.chosen_id == filled.keys["dust"]


def test_the_field_of_the_last_line_is_whole_in_view(qtbot, filled):
    filled.outline.choose(filled.keys["dust"])
    typed(qtbot, "\n")
    for number in range(30):
        typed(qtbot, f"Item {number}\n")
        filled.settle()
    editor = filled.outline.viewport().findChildren(InPlaceEdit)[-1]
    assert editor.geometry().bottom() <= filled.outline.viewport().height()
    assert editor.height() >= editor.fontMetrics().lineSpacing() + 14


def test_a_line_is_kept_for_its_own_meeting_when_another_is_shown(qtbot, filled, workspace, meeting):
    other = workspace.read(find_meeting, code="REEF 1").id
    filled.outline.choose(filled.keys["dust"])
    typed(qtbot, "\nWrecks")
    filled.show_meeting(other)
    filled.settle()
    assert labels(filled) == []
    assert printed(workspace, meeting)[-2:] == ["3 Dust", "4 Wrecks"]
    assert printed(workspace, other) == []


def test_an_empty_first_line_leads_back_to_the_offers(qtbot, panel, workspace, meeting):
    qtbot.mouseClick(panel.view.empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    typed(qtbot, "\x1b")
    panel.settle()
    assert panel.view.empty.isVisible()
    assert printed(workspace, meeting) == []


def test_letters_typed_on_an_item_go_on_with_its_title(qtbot, filled, workspace, meeting):
    filled.outline.choose(filled.keys["dust"])
    typed(qtbot, " storms\n")
    filled.settle()
    assert printed(workspace, meeting)[-1] == "3 Duststorms"
    assert workspace.undo().label == "Rename item 3"


def test_what_cannot_be_is_said_and_changes_nothing(qtbot, opened, filled):
    filled.outline.choose(filled.keys["opening"])
    press(qtbot, filled, Qt.Key.Key_Tab)
    assert opened.banner.text == "There is no item before this one that it could be put below."
    filled.outline.edit_line(filled.keys["opening"])
    editor = filled.outline.viewport().findChildren(InPlaceEdit)[-1]
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    filled.settle()
    assert opened.banner.text == "An agenda item needs a title."
    assert labels(filled)[0] == "1. Opening"


def test_a_drop_moves_the_item(filled, workspace, meeting):
    filled.outline.moved.emit(filled.keys["dust"], filled.keys["reefs"], 0)
    filled.settle()
    assert printed(workspace, meeting)[1:] == ["2 Reefs", "2.a Dust", "2.b The map", "2.c The survey"]


def test_the_facts_are_those_of_the_chosen_item(filled):
    filled.outline.choose(filled.keys["survey"])
    assert filled.detail.heading.text() == "Item 2.b"
    assert filled.detail.form.widget("title").toPlainText() == "The survey"
    assert filled.detail.form.widget("start_time").text() == "15:40"
    filled.outline.choose_all([filled.keys["map"], filled.keys["survey"]])
    assert filled.detail.count.text() == "2 items selected"
    assert filled.detail.count.isVisible()


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("start_time", "4:10 – 4:40 p.m.", {"start_time": "16:10", "end_time": "16:40"}),
        ("end_time", "17.05", {"end_time": "17:05"}),
        ("presenter", "UNEP; Amélie Dürst, UNEP", {"presenter": "UNEP; Amélie Dürst, UNEP"}),
        ("kind", "timed line without a label", {"numbered": False, "label": ""}),
        ("children_style", "i, ii, iii", {"children_style": "i"}),
    ],
)
def test_facts_are_edited_in_place(filled, workspace, meeting, key, typed, stored):
    filled.outline.choose(filled.keys["dust"])
    filled.detail.form.edited.emit(key, typed)
    filled.settle()
    row = workspace.read(list_agenda, meeting_id=meeting)[4]
    assert {name: getattr(row, name) for name in stored} == stored


def test_a_time_that_is_none_is_refused_and_the_field_put_back(qtbot, opened, filled):
    filled.outline.choose(filled.keys["dust"])
    field = filled.detail.form.widget("end_time")
    field.setFocus()
    field.setText("25:00")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    filled.settle()
    assert opened.banner.text == "“25:00” is not a time of day; write 15:00."
    assert field.text() == "16:50"
    assert workspace_times(filled) == ("16:10", "16:50")


def workspace_times(panel):
    row = panel._rows[panel.keys["dust"]]
    return row.start_time, row.end_time


def test_an_overlap_is_shown_at_its_item_and_mended_by_a_click(qtbot, filled, workspace, meeting):
    filled.outline.choose(filled.keys["reefs"])
    filled.detail.form.edited.emit("end_time", "16:20")
    filled.settle()
    note = filled.outline.line(filled.keys["dust"]).note
    assert note == "Item 3 begins at 16:10, but item 2 lasts until 16:20."
    assert filled.view.misfits.accessibleName() == "The times of 1 item do not fit"
    qtbot.mouseClick(filled.view.misfits, Qt.MouseButton.LeftButton)
    assert filled.outline.chosen_id == filled.keys["dust"]
    assert filled.detail.shifting.minutes.value() == 10
    qtbot.mouseClick(filled.detail.shifting.go, Qt.MouseButton.LeftButton)
    filled.settle()
    assert workspace_times(filled) == ("16:20", "17:00")
    assert filled.outline.line(filled.keys["dust"]).note == ""
    assert not filled.view.misfits.isVisible()


def test_the_rest_is_shifted_by_any_minutes(qtbot, filled):
    filled.outline.choose(filled.keys["dust"])
    filled.detail.shifting.minutes.setValue(-20)
    qtbot.mouseClick(filled.detail.shifting.go, Qt.MouseButton.LeftButton)
    filled.settle()
    assert workspace_times(filled) == ("15:50", "16:30")


def test_a_zone_that_cannot_be_is_said(filled, workspace, meeting):
    assert not filled.view.zone.isVisible()
    workspace.do("Zone", update_meeting, meeting_id=meeting, zone_label="CET")
    filled.refresh()
    filled.settle()
    assert filled.view.zone.accessibleName() == "CET is not in use on 24 September 2031; it is CEST then."


def test_presenters_are_proposed_from_roster_and_entities(filled):
    completer = filled.detail.form.widget("presenter").completer()
    assert {"Amélie Dürst, UNEP", "Jorge Peña Ibáñez, FAO", "UNEP", "WMO"} <= set(filled._loaded.presenters)
    completer.widget().setText("FAO; amélie")
    completer.setCompletionPrefix("amélie")
    assert completer.splitPath("FAO; amélie") == ["amélie"]
    assert completer.pathFromIndex(completer.completionModel().index(0, 0)) == "FAO; Amélie Dürst, UNEP"


def test_documents_of_the_register_are_linked(qtbot, filled, workspace, meeting):
    paper = make_document(workspace, meeting, "Progress report")
    filled.refresh()
    filled.settle()
    filled.outline.choose(filled.keys["reefs"])
    choice = filled.detail.papers.choice
    assert [choice.itemText(at) for at in range(choice.count())] == ["Link a document…", "Progress report"]
    choice.activated.emit(1)
    filled.settle()
    assert workspace.read(list_agenda, meeting_id=meeting)[1].documents == (paper,)
    assert filled.outline.line(filled.keys["reefs"]).detail == "Document Progress report"
    filled.detail.papers.unlinked.emit(paper)
    filled.settle()
    assert workspace.read(list_agenda, meeting_id=meeting)[1].documents == ()


def test_notes_for_the_chair_are_written_in_a_window(qtbot, filled, workspace, meeting):
    from emgdesk.ui.widgets.text_dialog import TextDialog

    filled.outline.choose(filled.keys["map"])
    qtbot.mouseClick(filled.detail.notes.write, Qt.MouseButton.LeftButton)
    dialog = filled.findChild(TextDialog)
    dialog.editor.edit.setPlainText("Thank **UNEP**.")
    dialog.accept()
    filled.settle()
    assert workspace.read(list_agenda, meeting_id=meeting)[2].notes == "Thank **UNEP**."
    assert filled.detail.notes.shown.toPlainText() == "Thank UNEP."


def test_the_agenda_of_another_meeting_is_copied(qtbot, opened, panel, workspace, meeting):
    source = workspace.do("Meeting", create_meeting, code="SOM39 technical", date="2030-09-20").value
    workspace.do("Item", add_agenda_item, meeting_id=source, title="Opening")
    panel.refresh()
    panel.settle()
    (offer,) = [
        button
        for button in panel.view.empty.findChildren(QPushButton)
        if button.accessibleName() == "Copy the agenda of SOM39 technical"
    ]
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    panel.settle()
    assert printed(workspace, meeting) == ["1 Opening"]
    assert labels(panel) == ["1. Opening"]


def test_the_whole_agenda_is_copied_as_text(opened, filled):
    filled.copy()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "15:00–15:10  1. Opening",
        "15:10–16:10  2. Reefs",
        "    a) The map",
        "    15:40–16:10  b) The survey",
        "16:10–16:50  3. Dust",
    ]
    assert opened.banner.text == "5 items copied as text."


def test_typing_finds_items_and_enter_the_next(qtbot, filled):
    filled.start_filter()
    qtbot.keyClicks(filled.view.finder, "the")
    assert filled.outline.chosen_id == filled.keys["map"]
    qtbot.keyClick(filled.view.finder, Qt.Key.Key_Return)
    assert filled.outline.chosen_id == filled.keys["survey"]


def test_an_item_is_opened_from_elsewhere(filled, workspace, meeting):
    filled.open_item("agenda_item", filled.keys["survey"])
    assert filled.outline.chosen_id == filled.keys["survey"]
    late = workspace.do("Add", add_agenda_item, meeting_id=meeting, title="Late").value
    filled.open_item("agenda_item", late)
    filled.refresh()
    filled.settle()
    assert filled.outline.chosen_id == late


def test_the_first_level_is_labelled_by_choice(filled):
    filled.view.styles.fill()
    entries = {action.text(): action for action in filled.view.styles.menu().actions()}
    assert list(entries) == ["1, 2, 3", "a, b, c", "A, B, C", "i, ii, iii", "I, II, III"]
    entries["I, II, III"].trigger()
    filled.settle()
    assert labels(filled)[:2] == ["I. Opening", "II. Reefs"]


def test_with_little_room_the_facts_take_the_place_of_the_agenda(qtbot, filled):
    filled.outline.choose(filled.keys["reefs"])
    assert filled.detail.isVisible()
    assert not filled.view.facts.isVisible()
    filled.resize(340, 300)
    qtbot.waitUntil(filled.view.facts.isVisible)
    assert not filled.detail.isVisible()
    qtbot.mouseClick(filled.view.facts, Qt.MouseButton.LeftButton)
    assert filled.detail.isVisible()
    assert not filled.outline.isVisible()
    qtbot.mouseClick(filled.detail.back, Qt.MouseButton.LeftButton)
    assert filled.outline.isVisible()
    filled.resize(1060, 520)
    qtbot.waitUntil(filled.detail.isVisible)
    assert not filled.detail.back.isVisible()


def test_everything_the_keyboard_reaches_says_what_it_is(filled):
    filled.outline.choose(filled.keys["reefs"])
    assert nameless(filled) == []


def test_another_meeting_is_shown_without_the_items_of_this_one(filled, workspace):
    other = workspace.read(find_meeting, code="REEF 1").id
    filled.show_meeting(other)
    filled.settle()
    assert labels(filled) == []
    assert filled.counts[-1] == ""
    assert filled.meeting_in_view() == other


def test_an_agenda_copied_in_word_is_pasted(qtbot, opened, filled, workspace, meeting):
    filled.outline.choose(filled.keys["dust"])
    QGuiApplication.clipboard().setText("Item 1: Wrecks\na) Old ones\nItem 2: Ports")
    press(qtbot, filled, Qt.Key.Key_V, CTRL)
    assert printed(workspace, meeting)[4:] == ["3 Dust", "4 Wrecks", "4.a Old ones", "5 Ports"]
    assert opened.banner.text == "3 items were pasted."
    assert filled.outline.line(filled.outline.chosen_id).text == "Wrecks"
