"""Draws the lines of an outline and edits one in place."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from emgdesk.ui.models.outline_lines import LINE, Index, OutlineLine
from emgdesk.ui.theme import Tones, tones

INDENT = 24  # pixels a level is stepped in
_EDGE = 12  # pixels before the first column and after the text
_GAP = 8  # pixels between label and text
_OVER = 5  # pixels over and under a line
_FIELD = 14  # pixels a field is higher than the lines in it
_LETTERS = 600  # more of them than these stand in no line of a screen
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Columns:
    """Pixels the widest lead takes, and the widest label of each level."""

    lead: int = 0
    labels: tuple[int, ...] = ()

    def label(self, depth: int) -> int:
        return self.labels[depth] if depth < len(self.labels) else 0


class InPlaceEdit(QPlainTextEdit):
    """A text over its line: Enter takes it, Shift+Enter breaks the line, Esc leaves it as it was."""

    grown = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inplace")
        self.filled = False  # it has got its text; what changes on the desk meanwhile is not put over it
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.fit())

    def fit(self) -> None:
        """As high as the text, as far as there is room below."""
        lines = max(1, round(self.document().size().height()))
        height = lines * self.fontMetrics().lineSpacing() + _FIELD
        over = self.parentWidget().height() - self.y() if self.parentWidget() is not None else height
        fits = height <= over
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.resize(self.width(), max(min(height, over), self.fontMetrics().lineSpacing() + _FIELD))


class OutlineDelegate(QStyledItemDelegate):
    """Lead, label, text over at most `most` lines, details. `stepped(id, way)`: Tab left the editor.

    Of the new line `draft` Enter says `taken(text, below)`, Tab `draft_stepped(way)`, and the editor stays;
    leaving it says `left(text)`, "" by Esc.
    """

    stepped = Signal(str, int)
    taken = Signal(str, bool)
    draft_stepped = Signal(int)
    left = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.columns = Columns()
        self.width = 400
        self.most = 4
        self.draft = ""
        self._editing = ""
        self.closeEditor.connect(self._closed)

    def measure(self, lines: tuple[OutlineLine, ...], font: QFont) -> None:
        """Find out how wide the columns of these lines are."""
        plain, strong = QFontMetrics(font), QFontMetrics(_strong(font))
        deepest = max((line.depth for line in lines), default=-1)
        labels = [0] * (deepest + 1)
        for line in lines:
            wide = strong.horizontalAdvance(line.label) if line.label else 0
            labels[line.depth] = max(labels[line.depth], wide)
        lead = max((plain.horizontalAdvance(line.lead) for line in lines if line.lead), default=0)
        self.columns = Columns(lead, tuple(labels))

    def text_left(self, line: OutlineLine) -> int:
        """Pixels from the left edge of the view to the text of a line."""
        label = self.columns.label(line.depth) if line.label else 0
        return self.label_left(line.depth) + (label + _GAP if label else 0)

    def label_left(self, depth: int) -> int:
        """Pixels from the left edge of the view to the labels of a level."""
        lead = self.columns.lead + 2 * _GAP if self.columns.lead else 0
        return _EDGE + lead + depth * INDENT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: OutlineLine = index.data(LINE)
        room = max(60, self.width - self.text_left(line) - _EDGE)
        tall = QFontMetrics(option.font).lineSpacing()
        text = len(_wrapped(line.text, _font(option.font, line), room, self.most)) or 1
        small = QFontMetrics(_small(option.font)).lineSpacing()
        rest = sum(
            len(_wrapped(part, _small(option.font), room, 2)) for part in (line.detail, line.note) if part
        )
        height = text * tall + rest * small + 2 * _OVER
        return QSize(60, max(height, tall + _FIELD + 2) if line.id == self.draft else height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: OutlineLine = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, tones())
        self._paint_words(painter, option, line, tones())
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, line: OutlineLine, tone: Tones
    ) -> None:
        top = option.rect.top() + _OVER
        height = option.rect.height()
        if line.lead:
            painter.setFont(option.font)
            painter.setPen(QColor(tone.muted))
            painter.drawText(QRect(_EDGE, top, self.columns.lead + 2, height), _LEFT, line.lead)
        ink = QColor(tone.muted if line.faint else tone.text)
        if line.label:
            painter.setFont(_font(option.font, line))
            painter.setPen(ink)
            room = QRect(self.label_left(line.depth), top, self.columns.label(line.depth) + 2, height)
            painter.drawText(room, _LEFT, line.label)
        left = self.text_left(line)
        room = QRect(left, top, max(60, option.rect.right() - left - _EDGE), height)
        parts = [(line.text, _font(option.font, line), ink, self.most)]
        for at, words in enumerate((line.detail, line.note)):
            coloured = line.tone and (at == 1 or not line.note)
            colour = QColor(tone.named(line.tone if coloured else "muted"))
            parts.append((words, _small(option.font), colour, 2))
        for words, font, colour, most in parts:
            painter.setFont(font)
            painter.setPen(colour)
            spacing = QFontMetrics(font).lineSpacing()
            for written in _wrapped(words, font, room.width(), most):
                painter.drawText(QPointF(room.left(), room.top() + QFontMetrics(font).ascent()), written)
                room.setTop(room.top() + spacing)

    # --- editing in place -----------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = InPlaceEdit(parent)
        editor.setFont(_font(option.font, index.data(LINE)))
        editor.setAccessibleName("Text")
        self._editing = index.data(LINE).id
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, InPlaceEdit) and not editor.filled:
            editor.filled = True
            editor.setPlainText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if self._is_draft():
            self._closed(editor, QStyledItemDelegate.EndEditHint.NoHint)
        elif isinstance(editor, InPlaceEdit):
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        left = self.text_left(index.data(LINE)) - 10
        height = max(option.rect.height() - 2, 10)
        editor.setGeometry(left, option.rect.top() - 1, max(120, option.rect.right() - left - 2), height)
        if isinstance(editor, InPlaceEdit):
            editor.fit()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter takes the text; Tab and Shift+Tab take it and step the line in or out."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
                self._enter(editor, event)
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._tab(editor, 1 if event.key() == Qt.Key.Key_Tab and not shift else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return False  # a new line: the base class would take the text
        return super().eventFilter(editor, event)

    def _is_draft(self) -> bool:
        return bool(self.draft) and self._editing == self.draft

    def _enter(self, editor: QObject, event: QKeyEvent) -> None:
        if self._is_draft() and isinstance(editor, InPlaceEdit):
            below = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.taken.emit(editor.toPlainText(), below)
        else:
            self._take(editor)

    def _tab(self, editor: QObject, way: int) -> None:
        if self._is_draft():
            self.draft_stepped.emit(way)
            return
        self._take(editor)
        self.stepped.emit(self._editing, way)

    def _closed(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """A new line was left without Enter."""
        if self._is_draft() and isinstance(editor, InPlaceEdit):
            self.draft = ""
            dropped = hint == QStyledItemDelegate.EndEditHint.RevertModelCache
            self.left.emit("" if dropped else editor.toPlainText())

    def _take(self, editor: QObject) -> None:
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def word_picture(words: str, font: QFont, ratio: float) -> QPixmap:
    """Words on a small ground, for a screen of `ratio`: what is shown of a line while it is dragged."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, 260)
    size = QSize(metrics.horizontalAdvance(shown) + 2 * _EDGE, metrics.height() + 2 * _OVER)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(tones().accent))
    painter.setBrush(QColor(tones().surface))
    painter.drawRoundedRect(QRect(QPoint(0, 0), size).adjusted(1, 1, -1, -1), 6, 6)
    painter.setPen(QColor(tones().text))
    painter.setFont(font)
    painter.drawText(QRect(QPoint(0, 0), size), Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    return picture


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, tone: Tones) -> None:
    box = option.rect.adjusted(4, 1, -4, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(tone.accent_soft))
        painter.drawRoundedRect(box, 6, 6)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(tone.hover))
        painter.drawRoundedRect(box, 6, 6)
    keyed = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    if option.state & keyed == keyed:
        painter.setPen(QPen(QColor(tone.accent), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(max(7.5, font.pointSizeF() * 0.9))
    return made


def _font(font: QFont, line: OutlineLine) -> QFont:
    return _strong(font) if line.kind == "heading" else font


def _wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """A text broken into at most `most` lines of `width` pixels, the last one cut where there is more."""
    written: list[str] = []
    if len(text) > most * _LETTERS:  # a whole report in one line is not laid out to be cut again
        text = text[: most * _LETTERS] + "…"
    paragraphs = [part for part in text.split("\n") if part.strip()]
    for number, paragraph in enumerate(paragraphs):
        pieces = _broken(paragraph, font, width)
        for at, piece in enumerate(pieces):
            if len(written) == most - 1:
                more = at < len(pieces) - 1 or number < len(paragraphs) - 1
                rest = " ".join(pieces[at:]) if at < len(pieces) - 1 else piece + ("…" if more else "")
                cut = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
                return [*written, cut]
            written.append(piece)
    return written


def _broken(paragraph: str, font: QFont, width: int) -> list[str]:
    """One paragraph in lines of at most `width` pixels."""
    layout = QTextLayout(paragraph, font)
    layout.setTextOption(QTextOption())
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    pieces = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        pieces.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return pieces
