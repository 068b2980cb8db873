"""The list of pairs: both names and why, the likeliest first; its keys decide instead of filtering."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from emgdesk.ui.models.list_items import ListItem
from emgdesk.ui.panels.duplicates.kinds import PairLine
from emgdesk.ui.theme import Tones
from emgdesk.ui.widgets.filter_list import FilterList
from emgdesk.ui.widgets.item_delegate import ItemDelegate

_ELIDE = Qt.TextElideMode.ElideRight
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def decision_of(event: QKeyEvent) -> str:
    """What a key decides about the pair in view: merge, two, later, back, or "" for nothing."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
        return "merge"
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return ""
    keys = {Qt.Key.Key_M: "merge", Qt.Key.Key_T: "two", Qt.Key.Key_Space: "later", Qt.Key.Key_U: "back"}
    return keys.get(Qt.Key(event.key()), "")


class PairList(FilterList):
    """`decided(word)` as of `decision_of`; `entered` when Right or Enter leads on to the comparison."""

    decided = Signal(str)
    entered = Signal()

    def __init__(self, nouns: str) -> None:
        super().__init__(f"Filter {nouns} alike")
        self._delegate = _PairDelegate(self)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.set_empty("")

    def show_lines(self, lines: Sequence[PairLine], later: Collection[str], prefer: str = "") -> None:
        """List these; those in `later` were put off and are faint."""
        self._delegate.lines = {line.id: line for line in lines}
        self.set_items([_item(line, line.id in later) for line in lines], prefer)

    def neighbour(self, pair_id: str) -> str:
        """The pair after this one in the list as shown, else the one before; "" if it is alone."""
        ids = self.model.ids()
        if pair_id not in ids:
            return next(iter(ids), "")
        at = ids.index(pair_id)
        return ids[at + 1] if at + 1 < len(ids) else ids[at - 1] if at else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters decide here; the field above filters."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return QObject.eventFilter(self, watched, event)
        if decision := decision_of(event):
            self.decided.emit(decision)
            return True
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return True
        return not event.modifiers() and bool(event.text().strip())


def _item(line: PairLine, later: bool) -> ListItem:
    first = f"{line.one}, {line.one_detail}" if line.one_detail else line.one
    second = f"{line.other}, {line.other_detail}" if line.other_detail else line.other
    return ListItem(line.id, first, "\n".join(part for part in (second, line.why) if part), faint=later)


class _PairDelegate(ItemDelegate):
    """One name above the other, each with its entity; the reason below."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: dict[str, PairLine] = {}

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, QFontMetrics(option.font).height() * 3 + 17)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, item: ListItem, tone: Tones, room: QRect
    ) -> None:
        line = self.lines.get(item.id)
        if line is None:
            return
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        ink = tone.muted if item.faint else tone.text
        score = f"{round(line.score * 100)} %" if line.score else ""
        rows = (
            (line.one, line.one_detail, ink),
            (line.other, line.other_detail, ink),
            (line.why, score, tone.muted),
        )
        height = metrics.height() + 1
        top = room.top() + (room.height() - 3 * height) // 2
        for at, (left, right, colour) in enumerate(rows):
            box = QRect(room.left(), top + at * height, room.width(), height)
            self._paint_row(painter, box, left, right, QColor(colour), QColor(tone.muted))

    def _paint_row(
        self, painter: QPainter, box: QRect, left: str, right: str, ink: QColor, faint: QColor
    ) -> None:
        metrics = painter.fontMetrics()
        beside = metrics.elidedText(right, _ELIDE, box.width() // 3)
        painter.setPen(faint)
        painter.drawText(box, _RIGHT, beside)
        if beside:
            box = box.adjusted(0, 0, -metrics.horizontalAdvance(beside) - 8, 0)
        painter.setPen(ink)
        painter.drawText(box, _LEFT, metrics.elidedText(left, _ELIDE, box.width()))
