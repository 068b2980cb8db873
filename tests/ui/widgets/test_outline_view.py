"""The outline: keys and drops ask for what they mean, lines set anew keep choice and scroll."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from emgdesk.ui.widgets.outline_delegate import INDENT, InPlaceEdit
from emgdesk.ui.widgets.outline_view import OutlineLine, OutlineView

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
LINES = (
    OutlineLine("one", None, 0, "1.", "Opening"),
    OutlineLine("two", None, 0, "2.", "Reefs", detail="Presented by UNREEF"),
    OutlineLine("two-a", "two", 1, "a)", "The map"),
    OutlineLine("two-b", "two", 1, "b)", "The survey"),
    OutlineLine("three", None, 0, "3.", "Dust"),
)
HEARD = (
    "chosen",
    "renamed",
    "moved",
    "indented",
    "outdented",
    "wanted_after",
    "wanted_below",
    "delete_pressed",
)


@pytest.fixture
def outline(qtbot):
    made = OutlineView("Agenda")
    qtbot.addWidget(made)
    made.resize(420, 400)
    made.show()
    qtbot.waitExposed(made)
    made.set_lines(LINES)
    made.setFocus()
    made.heard = []
    for name in HEARD:
        getattr(made, name).connect(lambda *what, name=name: made.heard.append((name, *what)))
    return made


def drop(outline: OutlineView, moved: str, target: str, part: float, depth: int = 0) -> None:
    """Drop `moved` at a share of the height of `target`, the mouse over the labels of `depth`."""
    outline.choose(moved)
    outline.heard.clear()
    box = outline.visualRect(outline.lines.index_of(target))
    at = QPointF(16 + depth * INDENT, box.top() + box.height() * part)
    made = QDropEvent(
        at, Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    outline.dropEvent(made)


def test_the_first_line_is_chosen_and_nothing_is_said(outline):
    assert outline.chosen_id == "one"
    assert outline.heard == []


def test_arrows_walk_in_printed_order(qtbot, outline):
    for _ in range(3):
        qtbot.keyClick(outline, Qt.Key.Key_Down)
    assert outline.heard == [("chosen", "two"), ("chosen", "two-a"), ("chosen", "two-b")]


@pytest.mark.parametrize(
    ("key", "held", "said"),
    [
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, ("indented", ["two-b"])),
        (Qt.Key.Key_Right, ALT, ("indented", ["two-b"])),
        (Qt.Key.Key_Backtab, SHIFT, ("outdented", ["two-b"])),
        (Qt.Key.Key_Left, ALT, ("outdented", ["two-b"])),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, ("wanted_after", "two-b")),
        (Qt.Key.Key_Return, CTRL, ("wanted_below", "two-b")),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, ("delete_pressed", ["two-b"])),
        (Qt.Key.Key_Up, ALT, ("moved", "two-b", "two", 0)),
    ],
)
def test_keys_ask(qtbot, outline, key, held, said):
    outline.choose("two-b")
    outline.heard.clear()
    qtbot.keyClick(outline, key, held)
    assert outline.heard == [said]


def test_the_last_of_its_branch_goes_no_further(qtbot, outline):
    outline.choose("two-b")
    outline.heard.clear()
    qtbot.keyClick(outline, Qt.Key.Key_Down, ALT)
    assert outline.heard == []


def test_several_neighbours_move_by_moving_the_one_beside_them(qtbot, outline):
    outline.choose_all(["two", "three"])
    outline.heard.clear()
    qtbot.keyClick(outline, Qt.Key.Key_Up, ALT)
    assert outline.heard == [("moved", "one", "", 2)]


def test_an_empty_outline_takes_a_first_line(qtbot, outline):
    outline.set_lines(())
    assert outline.chosen_id == ""
    qtbot.keyClick(outline, Qt.Key.Key_Return)
    assert outline.heard == [("wanted_after", "")]


def test_f2_edits_in_place_and_enter_takes_it(qtbot, outline):
    outline.choose("two-a")
    qtbot.keyClick(outline, Qt.Key.Key_F2)
    editor = outline.viewport().findChild(InPlaceEdit)
    assert editor.toPlainText() == "The map"
    qtbot.keyClicks(editor, "The chart")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert outline.heard == [("chosen", "two-a"), ("renamed", "two-a", "The chart")]
    assert outline.state() == QAbstractItemView.State.NoState


def test_escape_leaves_the_text_as_it_was(qtbot, outline):
    outline.edit_line("two-a")
    editor = outline.viewport().findChild(InPlaceEdit)
    qtbot.keyClicks(editor, "Nothing")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert [what for what in outline.heard if what[0] == "renamed"] == []


def test_tab_in_the_editor_takes_the_text_and_steps_in(qtbot, outline):
    outline.edit_line("two-b")
    outline.heard.clear()
    editor = outline.viewport().findChild(InPlaceEdit)
    qtbot.keyClicks(editor, "Wrecks")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert outline.heard == [("renamed", "two-b", "Wrecks"), ("indented", ["two-b"])]


def test_shift_enter_breaks_the_line(qtbot, outline):
    outline.edit_line("one")
    outline.heard.clear()
    editor = outline.viewport().findChild(InPlaceEdit)
    qtbot.keyClicks(editor, "First")
    qtbot.keyClick(editor, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(editor, "second")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert outline.heard == [("renamed", "one", "First\nsecond")]


def test_what_is_being_typed_stays_when_the_lines_are_set_anew(qtbot, outline):
    outline.edit_line("three")
    qtbot.keyClicks(outline.viewport().findChild(InPlaceEdit), "Dust and ")
    outline.set_lines(LINES[1:])
    editor = outline.viewport().findChildren(InPlaceEdit)[-1]
    assert editor.toPlainText() == "Dust and "
    assert outline.chosen_id == "three"


def test_lines_set_anew_keep_the_selection_and_say_nothing(outline):
    outline.choose_all(["two-a", "two-b"])
    outline.heard.clear()
    outline.set_lines((*LINES, OutlineLine("four", None, 0, "4.", "Closing")))
    assert outline.chosen_ids == ["two-a", "two-b"]
    assert outline.chosen_id == "two-a"
    assert outline.heard == []


def test_the_one_in_its_place_is_chosen_when_the_chosen_has_gone(outline):
    outline.choose("two-b")
    outline.heard.clear()
    outline.set_lines([line for line in LINES if line.id != "two-b"])
    assert outline.chosen_id == "three"
    assert outline.heard == []


def test_the_scroll_stays(outline):
    many = [OutlineLine(f"n{n}", None, 0, f"{n}.", f"Item {n}") for n in range(1, 60)]
    outline.set_lines(many)
    outline.verticalScrollBar().setValue(300)
    outline.set_lines(many[:-1])
    assert outline.verticalScrollBar().value() == 300


@pytest.mark.parametrize(
    ("moved", "target", "part", "depth", "said"),
    [
        ("three", "one", 0.05, 0, [("moved", "three", "", 0)]),
        ("three", "two", 0.5, 0, [("moved", "three", "two", 2)]),
        ("one", "two-b", 0.98, 1, [("moved", "one", "two", 2)]),
        ("one", "two-b", 0.98, 0, [("moved", "one", "", 1)]),
        ("two-b", "one", 0.5, 0, [("moved", "two-b", "one", 0)]),
        ("two-b", "two-a", 0.05, 1, [("moved", "two-b", "two", 0)]),
        ("one", "two", 0.98, 0, [("moved", "one", "two", 0)]),  # before the first below it
        ("two", "two-b", 0.5, 0, []),  # not below itself
        ("two-b", "three", 0.05, 1, []),  # it stands there
        ("two-b", "three", 0.05, 0, [("moved", "two-b", "", 2)]),
    ],
)
def test_a_drop_asks_for_the_place_it_shows(outline, moved, target, part, depth, said):
    drop(outline, moved, target, part, depth)
    assert outline.heard == said


def test_the_page_may_refuse_places(outline):
    outline.may_drop = lambda line, parent: parent is None
    drop(outline, "three", "two", 0.5)
    assert outline.heard == []


def test_copy_takes_labels_and_details_along(qtbot, outline):
    outline.choose_all(["two", "two-a"])
    qtbot.keyClick(outline, Qt.Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert text == "2. Reefs\n    Presented by UNREEF\n    a) The map"


def test_a_long_text_wraps_within_the_view(outline):
    words = "Reefs and what the entities of the system do together to keep them " * 3
    outline.set_lines((OutlineLine("long", None, 0, "1.", words), *LINES[1:]))
    tall = outline.visualRect(outline.lines.index_of("long")).height()
    flat = outline.visualRect(outline.lines.index_of("three")).height()
    assert flat * 2 < tall < flat * 5
    assert outline.visualRect(outline.lines.index_of("long")).width() <= outline.viewport().width()


def test_the_mouse_may_be_anywhere(outline):
    outline.choose("one")
    spot, _mark = outline._aimed(QPoint(10, 390))
    assert (spot.parent_id, spot.index) == ("", 2)
