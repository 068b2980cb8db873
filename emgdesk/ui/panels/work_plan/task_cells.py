"""Cells of the work plan that hold formatted text: drawn as they print, cut where they grow too long."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QLinearGradient,
    QPainter,
    QPalette,
    QTextDocument,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from emgdesk.domain.dates import written_date
from emgdesk.queries.workstreams import EntryRow
from emgdesk.ui.panels.work_plan.reading import TaskLine
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.cell_editing import CellDelegate
from emgdesk.ui.widgets.chips import chip_size, paint_chip
from emgdesk.ui.widgets.commonmark import to_html

Index = QModelIndex | QPersistentModelIndex
MARGIN = 8
GAP = 8  # between two progress entries
CUT = 190  # pixels a cell may take while long texts are cut
FADE = 26
_KEPT_TEXTS = 3000
_WRAPPED = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
OVERDUE = "overdue"
_STYLE = "p { margin: 0 0 4px 0; } ul, ol { margin: 0 0 4px 0; } a { text-decoration: none; }"
STATUS_TONES = {
    "completed": "good",
    "ongoing": "accent",
    "postponed": "warn",
    "dropped": "bad",
}  # upcoming and not started are quiet


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a cell: an entry's status line and text, a text alone, or where a task comes from.

    `top` is counted from the cell's top.
    """

    top: int
    height: int
    text: QTextDocument
    entry: EntryRow | None = None
    is_source: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What a piece is made of: CommonMark, or HTML where it is a task's source."""

    text: str
    entry: EntryRow | None = None
    is_source: bool = False


class Texts:
    """Laid-out texts by (text, width), those of some hundred tasks."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[str, bool, int, str], QTextDocument] = OrderedDict()

    def get(self, part: Part, width: int, font: QFont) -> QTextDocument:
        key = (part.text, part.is_source, width, font.key())
        found = self._made.get(key)
        if found is None:
            html = part.text if part.is_source else to_html(part.text)
            found = self._made[key] = _laid_out(html, width, font)
            if len(self._made) > _KEPT_TEXTS:
                self._made.popitem(last=False)
        self._made.move_to_end(key)
        return found

    def forget(self) -> None:
        self._made.clear()


def _laid_out(html: str, width: int, font: QFont) -> QTextDocument:
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setDefaultFont(font)
    made.setDefaultStyleSheet(_STYLE)
    made.setIndentWidth(20)
    made.setHtml(html)
    made.setTextWidth(width)
    return made


class RichCell(QStyledItemDelegate):
    """Draws what `pieces_of` a row there are; `cut` tells whether long cells end in a fade."""

    def __init__(self, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self.cut = True

    def parts(self, row: TaskLine) -> Iterator[Part]:
        """The texts of the cell, top to bottom."""
        raise NotImplementedError

    def pieces(self, row: TaskLine, width: int, font: QFont) -> list[Piece]:
        """The parts of the cell with their places, for a column of this width."""
        made: list[Piece] = []
        top = MARGIN
        for part in self.parts(row):
            document = self._texts.get(part, max(40, width - 2 * MARGIN), font)
            head = chip_size("X", font).height() + 3 if part.entry is not None else 0
            body = round(document.size().height()) if part.text.strip() else 0
            made.append(Piece(top, head + body, document, part.entry, part.is_source))
            top += head + body + (2 if part.is_source else GAP)
        return made

    def piece_at(self, row: TaskLine, width: int, font: QFont, y: int) -> Piece | None:
        """The part drawn `y` pixels below the cell's top, if any."""
        for piece in self.pieces(row, width, font):
            if piece.top - GAP // 2 <= y <= piece.top + piece.height + GAP // 2:
                return piece
        return None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width()
        pieces = self.pieces(_row(index), width, option.font)
        height = pieces[-1].top + pieces[-1].height + MARGIN if pieces else 0
        least = option.fontMetrics.height() + 2 * MARGIN
        return QSize(width, max(least, min(height, CUT) if self.cut else height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        if _row(index).left:
            ink = QColor(tones().muted)
        pieces = self.pieces(_row(index), option.rect.width(), option.font)
        painter.save()
        painter.setClipRect(option.rect)
        for piece in pieces:
            if piece.top < option.rect.height():
                _draw(painter, option, piece, ink)
        if pieces and pieces[-1].top + pieces[-1].height > option.rect.height():
            ground = palette.color(QPalette.ColorRole.Highlight if selected else QPalette.ColorRole.Base)
            _fade(painter, option.rect, ground)
        painter.restore()


class TextCell(RichCell):
    """One CommonMark text of the row."""

    def __init__(self, get: Callable[[Any], str], texts: Texts, parent: QObject) -> None:
        super().__init__(texts, parent)
        self._get = get

    def parts(self, row: TaskLine) -> Iterator[Part]:
        yield Part(self._get(row))


class TaskCell(RichCell):
    """Where a task comes from, and its wording below."""

    def parts(self, row: TaskLine) -> Iterator[Part]:
        if row.source_words:
            yield Part(_source_html(row), is_source=True)
        yield Part(row.text)


def _source_html(row: TaskLine) -> str:
    """The source in small letters, one that can be gone to in the colour of links; whether words differ."""
    tone = tones().accent if row.decision is not None else tones().muted
    words = f'<span style="color:{tone}">{escape(row.source_words)}</span>'
    if row.differs:
        words += f' <span style="color:{tones().warn}">≠ other words</span>'
    if row.left:
        words += f' <span style="color:{tones().muted}">· left the work plan {written_date(row.until)}</span>'
    return f'<p style="font-size:small">{words}</p>'


class ProgressCell(RichCell):
    """The progress entries of a task, the newest on top."""

    def parts(self, row: TaskLine) -> Iterator[Part]:
        for entry in reversed(row.entries):
            yield Part(entry.text, entry)


class PlainCell(CellDelegate):
    """A short text edited in place, drawn from the top like the cells beside it; what is due, overdue too."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        room = QRect(0, 0, option.rect.width() - 2 * MARGIN, 10_000)
        tall = option.fontMetrics.boundingRect(room, _WRAPPED, self._text(index)).height()
        late = option.fontMetrics.lineSpacing() if self._is_late(index) else 0
        return QSize(room.width(), tall + late + 2 * MARGIN)

    def _text(self, index: Index) -> str:
        text = str(index.data())
        return written_date(text) if self._columns[index.column()].key == "due" else text

    def _is_late(self, index: Index) -> bool:
        return self._columns[index.column()].key == "due" and _row(index).overdue

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        height = min(option.rect.height(), editor.sizeHint().height() + 6)
        editor.setGeometry(option.rect.left(), option.rect.top(), option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = self._text(index), ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setFont(option.font)
        faint = _row(index).left
        painter.setPen(QColor(tones().muted) if faint else option.palette.color(role))
        room = option.rect.adjusted(MARGIN, MARGIN, -2, -2)
        drawn = painter.drawText(room, _WRAPPED, text)
        if self._is_late(index):
            painter.setPen(option.palette.color(role) if selected else QColor(tones().bad))
            painter.drawText(room.adjusted(0, drawn.height(), 0, 0), _WRAPPED, OVERDUE)
        painter.restore()


def _row(index: Index) -> TaskLine:
    return index.model().row_at(index.row())  # type: ignore[attr-defined]


def _draw(painter: QPainter, option: QStyleOptionViewItem, piece: Piece, ink: QColor) -> None:
    corner = option.rect.topLeft() + QPoint(MARGIN, piece.top)
    head = 0
    if piece.entry is not None:
        _draw_head(painter, option, piece.entry, corner)
        head = chip_size("X", option.font).height() + 3
    painter.save()
    painter.translate(QPointF(corner) + QPointF(0, head))
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, ink)
    context.palette.setColor(QPalette.ColorRole.Link, QColor(tones().accent))
    context.clip = QRectF(0, 0, piece.text.textWidth(), option.rect.height())
    piece.text.documentLayout().draw(painter, context)
    painter.restore()


def _draw_head(painter: QPainter, option: QStyleOptionViewItem, entry: EntryRow, corner: QPoint) -> None:
    left = float(corner.x())
    if entry.status:
        tone = STATUS_TONES.get(entry.status, "")
        left = paint_chip(painter, left, corner.y(), entry.status.capitalize(), tone, option.font).right() + 7
    painter.setPen(QColor(tones().muted))
    painter.setFont(option.font)
    room = QRectF(left, corner.y(), option.rect.right() - left, chip_size("X", option.font).height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, written_date(entry.as_of))


def _fade(painter: QPainter, rect: QRect, ground: QColor) -> None:
    """Show at the lower edge that the text goes on."""
    band = QRect(rect.left(), rect.bottom() - FADE + 1, rect.width(), FADE)
    gradient = QLinearGradient(QPointF(band.topLeft()), QPointF(band.bottomLeft()))
    clear = QColor(ground)
    clear.setAlpha(0)
    gradient.setColorAt(0, clear)
    gradient.setColorAt(0.85, ground)
    painter.fillRect(band, gradient)
