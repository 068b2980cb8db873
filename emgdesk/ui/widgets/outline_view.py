"""A tree of lines with generated labels, arranged by mouse and keyboard and edited in place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QTreeView, QWidget

from emgdesk.ui.models.outline_lines import MIME, OutlineLine, OutlineModel, Spot
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.outline_delegate import INDENT, InPlaceEdit, OutlineDelegate, word_picture

__all__ = ["OutlineLine", "OutlineView"]

_SELECT = QItemSelectionModel.SelectionFlag
_KEY = Qt.Key
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
MayDrop = Callable[[OutlineLine, OutlineLine | None], bool]


class OutlineView(QTreeView):
    """Shows lines and asks for what is to become of them; the page does it and sets the lines anew.

    `moved(id, parent_id, index)`: to be put below `parent_id` ("" the first level), `index` counted
    among those there without the line itself. `wanted_after("")` where nothing is there yet;
    `pasted(text)` carries the clipboard's text.
    `selection_changed(ids)` is said after `chosen`, and once more whenever lines were set.
    Tab steps lines in, so Ctrl+Tab is the way on by keyboard. `may_drop(line, parent)` says which
    places drag and drop may offer. A letter typed on a line goes on with its text. A new line the page
    put there is written by `write_draft`: `draft_taken(text, below)` for Enter or Ctrl+Enter,
    `draft_stepped(way)` for Tab, `draft_left(text)` where it was left, "" by Esc.
    """

    chosen = Signal(str)
    selection_changed = Signal(tuple)
    renamed = Signal(str, str)
    moved = Signal(str, str, int)
    indented = Signal(list)
    outdented = Signal(list)
    wanted_after = Signal(str)
    wanted_below = Signal(str)
    delete_pressed = Signal(list)
    pasted = Signal(str)
    draft_taken = Signal(str, bool)
    draft_stepped = Signal(int)
    draft_left = Signal(str)

    def __init__(self, name: str = "Outline", parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__(parent)
        self.may_drop: MayDrop | None = None
        self._chosen = ""
        self._spot: Spot | None = None  # where what is dragged would go
        self._mark = QRect()
        self.lines = OutlineModel(self)
        self._delegate = OutlineDelegate(self)
        self.setObjectName("outline")
        self.setAccessibleName(name)
        self.setModel(self.lines)
        self.setItemDelegate(self._delegate)
        self._dress()
        self.lines.renamed.connect(self.renamed)
        self._delegate.stepped.connect(self._stepped)
        self._delegate.taken.connect(self.draft_taken)
        self._delegate.draft_stepped.connect(self.draft_stepped)
        self._delegate.left.connect(self.draft_left)
        self.selectionModel().currentChanged.connect(lambda *_: self._announce())
        self.selectionModel().selectionChanged.connect(lambda *_: self._announce_selection())

    def _dress(self) -> None:
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)  # the delegate steps the lines in
        self.setUniformRowHeights(False)
        self.setAnimated(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)  # our own shows the level too
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)

    # --- for the page -------------------------------------------------------------------------

    def set_lines(self, lines: Sequence[OutlineLine]) -> None:
        """Show `lines` (in printed order), keeping selection, scroll and a text being typed.

        Where the chosen line has gone the one in its place is chosen, and `chosen` says nothing.
        """
        typed = self._typed()
        kept, scroll, was = self.chosen_ids, self.verticalScrollBar().value(), self._place_of_chosen()
        self._delegate.measure(tuple(lines), self.font())
        self.selectionModel().blockSignals(True)
        if self.lines.set_lines(lines):
            self.expandAll()
            self._restore(kept, was)
        self.selectionModel().blockSignals(False)
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scroll)
        if typed is not None and not self._typing():
            self._type_on(*typed)
        self._announce_selection()

    def show_at_most(self, lines: int) -> None:
        """How many lines a long text takes before it is cut."""
        self._delegate.most = lines
        self.scheduleDelayedItemsLayout()

    @property
    def chosen_id(self) -> str:
        """The current line, "" for none."""
        return self._chosen

    @property
    def chosen_ids(self) -> list[str]:
        """The selected lines, top to bottom."""
        picked = {self.lines.line(index).id for index in self.selectionModel().selectedIndexes()}
        return [line.id for line in self.lines.tree.lines if line.id in picked]

    def line(self, line_id: str) -> OutlineLine | None:
        """The line of this id, None if there is none."""
        return self.lines.tree.line(line_id) if line_id in self.lines.tree.at else None

    def choose(self, line_id: str) -> bool:
        """Select a line and scroll to it; False if there is none of this id."""
        index = self.lines.index_of(line_id)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)
        self.scrollTo(index)
        return True

    def choose_all(self, ids: Sequence[str]) -> None:
        """Select these lines; the first is the current one."""
        found = [index for index in map(self.lines.index_of, ids) if index.isValid()]
        if found:
            self._select(found)
            self.scrollTo(found[0])

    def edit_line(self, line_id: str) -> bool:
        """Choose a line and begin to edit it in place."""
        if not self.choose(line_id):
            return False
        self.setFocus()
        self.edit(self.lines.index_of(line_id))
        return True

    def write_draft(self, line_id: str) -> None:
        """Begin to write a new line; it says by the draft's signals what became of it."""
        self._delegate.draft = line_id
        self.scheduleDelayedItemsLayout()  # it is higher by the field's frame
        self.executeDelayedItemsLayout()
        self.edit_line(line_id)

    def close_draft(self) -> str:
        """Close the new line without a signal; answers what was typed."""
        editor = self._editor()
        mine = editor is not None and self._delegate.draft == self._chosen
        text = editor.toPlainText() if mine and editor is not None else ""
        self._delegate.draft = ""
        if mine:
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return text

    def copy(self) -> None:
        """Put the selected lines on the clipboard as text, labels included."""
        QGuiApplication.clipboard().setText(self.lines.as_text(self.chosen_ids))

    # --- choice -------------------------------------------------------------------------------

    def _announce(self) -> None:
        index = self.currentIndex()
        now = self.lines.line(index).id if index.isValid() else ""
        if now != self._chosen:
            self._chosen = now
            self.chosen.emit(now)
            self._announce_selection()  # Qt tells of the selection before the current line

    def _announce_selection(self) -> None:
        self.selection_changed.emit(tuple(self.chosen_ids))

    def _place_of_chosen(self) -> int:
        return self.lines.tree.at.get(self._chosen, 0)

    def _restore(self, kept: Sequence[str], was: int) -> None:
        """Select again what was selected; the chosen line is the current one."""
        tree = self.lines.tree
        if self._chosen not in tree.at:
            near = min(was, len(tree.lines) - 1)
            self._chosen = tree.lines[near].id if tree.lines else ""
            kept = [self._chosen]
        ids = [self._chosen, *(key for key in kept if key != self._chosen)]
        found = [index for index in map(self.lines.index_of, ids) if index.isValid()]
        if found:
            self._select(found)

    def _select(self, found: Sequence[QModelIndex]) -> None:
        selection = QItemSelection()
        for index in found:
            selection.select(index, index)
        self.selectionModel().select(selection, _SELECT.ClearAndSelect)
        self.selectionModel().setCurrentIndex(found[0], _SELECT.NoUpdate)

    # --- typing -------------------------------------------------------------------------------

    def _typing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def _editor(self) -> InPlaceEdit | None:
        """The field in which the chosen line is being edited."""
        found = self.indexWidget(self.currentIndex()) if self._typing() else None
        return found if isinstance(found, InPlaceEdit) else None

    def _typed(self) -> tuple[str, QTextCursor, str] | None:
        """The line being edited, the cursor and what has been typed, None while nothing is."""
        editor = self._editor()
        return None if editor is None else (self._chosen, editor.textCursor(), editor.toPlainText())

    def _type_on(self, line_id: str, was: QTextCursor, text: str) -> None:
        """Go on editing a line after the lines were set anew."""
        anchor, position = was.anchor(), was.position()
        editor = self._editor() if self._chosen == line_id and self.edit_line(line_id) else None
        if editor is not None:
            editor.setPlainText(text)
            cursor = editor.textCursor()
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)

    def write_on(self, event: QKeyEvent) -> None:
        """Go on with the text of the chosen line by the letter that was typed."""
        editor = self._editor() if self.edit_line(self._chosen) else None
        if editor is not None:
            editor.moveCursor(QTextCursor.MoveOperation.End)
            QApplication.sendEvent(editor, event)

    def _stepped(self, line_id: str, way: int) -> None:
        (self.indented if way > 0 else self.outdented).emit([line_id])

    # --- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tab steps in and out; copying and pasting are the outline's own while it has the keyboard."""
        if isinstance(event, QKeyEvent):
            own = event.matches(QKeySequence.StandardKey.Copy) or event.matches(
                QKeySequence.StandardKey.Paste
            )
            if event.type() == QEvent.Type.ShortcutOverride and own:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (_KEY.Key_Tab, _KEY.Key_Backtab):
                return self._tab(event) or super().event(event)
        return super().event(event)

    def _tab(self, event: QKeyEvent) -> bool:
        back = event.key() == _KEY.Key_Backtab or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self.focusNextPrevChild(not back)
        if not self.chosen_ids:
            return False
        (self.outdented if back else self.indented).emit(self.chosen_ids)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if text.strip():
                self.pasted.emit(text)
        elif self._typing():
            super().keyPressEvent(event)
        elif self._chosen and _is_letter(event):
            self.write_on(event)
        elif not self._asked(event):
            super().keyPressEvent(event)

    def _asked(self, event: QKeyEvent) -> bool:
        """Whether the key asked for something."""
        key, held = event.key(), event.modifiers() & _MODIFIERS
        ids = self.chosen_ids
        if key in (_KEY.Key_Return, _KEY.Key_Enter):
            deeper = held == Qt.KeyboardModifier.ControlModifier and bool(self._chosen)
            (self.wanted_below if deeper else self.wanted_after).emit(self._chosen)
            return True
        if not ids:
            return False
        if key == _KEY.Key_Delete and not held:
            self.delete_pressed.emit(ids)
            return True
        if held != Qt.KeyboardModifier.AltModifier:
            return False
        if key in (_KEY.Key_Left, _KEY.Key_Right):
            (self.indented if key == _KEY.Key_Right else self.outdented).emit(ids)
            return True
        if key in (_KEY.Key_Up, _KEY.Key_Down):
            self.move_chosen(-1 if key == _KEY.Key_Up else 1)
            return True
        return False

    def move_chosen(self, offset: int) -> None:
        """Ask to move the selected lines up (-1) or down (1) among their neighbours."""
        spot = self.lines.tree.step(self.chosen_ids, offset)
        if spot is not None:
            self.moved.emit(spot.id, spot.parent_id, spot.index)

    # --- drag and drop ------------------------------------------------------------------------

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drag the current line, shown small beside the pointer so that the mark stays in sight."""
        line = self.line(self._chosen)
        if line is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self.lines.mimeData([self.lines.index_of(line.id)]))
        words = f"{line.label} {line.text}".strip()
        drag.setPixmap(word_picture(words, self.font(), self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-14, -10))
        drag.exec(supported | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        self._aim(event.position().toPoint())
        event.setAccepted(event.source() is self)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._forget_aim()

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(event.position().toPoint())
        spot = self._spot
        self._forget_aim()
        event.setDropAction(Qt.DropAction.CopyAction)  # the page moves it, not the model
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        if spot is not None:
            self.moved.emit(spot.id, spot.parent_id, spot.index)

    def _aim(self, at: QPoint) -> None:
        """Find where the line that is dragged would go with the mouse there, and mark it."""
        self._spot, self._mark = self._aimed(at)
        if self._spot is not None and self.may_drop is not None:
            parent = self.line(self._spot.parent_id)
            if not self.may_drop(self.lines.tree.line(self._spot.id), parent):
                self._spot = None
        self.viewport().update()

    def _aimed(self, at: QPoint) -> tuple[Spot | None, QRect]:
        tree, moved = self.lines.tree, self._chosen
        index = self.indexAt(QPoint(4, at.y()))
        if moved not in tree.at:
            return None, QRect()
        if not index.isValid():
            last = self.visualRect(self.lines.index_of(tree.lines[-1].id))
            spot = tree.between(moved, len(tree.lines), self._depth_at(at.x()))
            return spot, self._bar(last.bottom(), spot)
        box, target = self.visualRect(index), self.lines.line(index)
        edge = min(box.height() // 3, 12)
        if at.y() < box.top() + edge:
            spot = tree.between(moved, tree.at[target.id], self._depth_at(at.x()))
            return spot, self._bar(box.top(), spot)
        if at.y() > box.bottom() - edge:
            spot = tree.between(moved, tree.at[target.id] + 1, self._depth_at(at.x()))
            return spot, self._bar(box.bottom(), spot)
        return tree.under(moved, target.id), box

    def _depth_at(self, x: int) -> int:
        return max(0, (x - self._delegate.label_left(0)) // INDENT)

    def _bar(self, y: int, spot: Spot | None) -> QRect:
        left = self._delegate.label_left(spot.depth) if spot is not None else 0
        return QRect(left, y, max(0, self.viewport().width() - left - 8), 0)

    def _forget_aim(self) -> None:
        self._spot, self._mark = None, QRect()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._spot is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tones().accent), 2))
        if self._mark.height() > 1:  # into this line
            painter.drawRoundedRect(self._mark.adjusted(5, 2, -5, -2), 6, 6)
        else:
            y = min(max(self._mark.top(), 4), self.viewport().height() - 4)
            painter.drawEllipse(QPoint(self._mark.left() + 3, y), 3, 3)
            painter.drawLine(self._mark.left() + 7, y, self._mark.right(), y)
        painter.end()

    # --- room ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts are wrapped anew where the width has changed."""
        self._delegate.width = self.viewport().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_delegate"):
            self._delegate.measure(self.lines.tree.lines, self.font())
            self.scheduleDelayedItemsLayout()


def _is_letter(event: QKeyEvent) -> bool:
    text, held = event.text(), event.modifiers() & _MODIFIERS
    return held in (_NONE, _MODIFIERS) and text.isprintable() and bool(text.strip())  # both held: AltGr
