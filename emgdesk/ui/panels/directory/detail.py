"""The side of a directory: the facts of the one chosen, and more below them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from emgdesk.ui.widgets.facts_form import FactGroup, FactsForm
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import PushButton, ToolButton, label, link

_LEAST = 60  # pixels a link keeps
_SLACK = 4  # pixels, as the style rounds


@dataclass(frozen=True, slots=True)
class Line:
    """A line under the form: what it is, and what more is to be said of it."""

    id: str
    text: str
    detail: str


class ElidedLink(PushButton):
    """A button that looks like a link and cuts words it has no room for; the tooltip has them all."""

    def __init__(self, text: str, on_click: Callable[[], object]) -> None:
        super().__init__(text)
        self._whole = text
        self.setAccessibleName(text)
        self.setProperty("link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: on_click())

    def sizeHint(self) -> QSize:
        own, metrics = super().sizeHint(), self.fontMetrics()
        beside = own.width() - metrics.horizontalAdvance(self.text())
        return QSize(beside + metrics.horizontalAdvance(self._whole) + _SLACK, own.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        lacking = self.sizeHint().width() - event.size().width()
        room = metrics.horizontalAdvance(self._whole) - max(0, lacking)
        cut = lacking > 0
        self.setText(
            metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room) if cut else self._whole
        )
        self.setToolTip(self._whole if cut else "")


class Section(QWidget):
    """Lines under a heading, gone while there are none.

    With `act` each line has a button of these words and `acted(id)` is emitted; without, its
    words themselves lead on.
    """

    acted = Signal(str)

    def __init__(self, title: str, act: str = "") -> None:
        super().__init__()
        self._act = act
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(title, "group"))
        column.addLayout(self._lines)
        self.hide()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """List these."""
        empty(self._lines)
        for line in lines:
            self._lines.addWidget(self._widget(line))
        self.setVisible(bool(lines))

    def _widget(self, line: Line) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        detail = label(line.detail, "muted", wrap=True)
        act = partial(self.acted.emit, line.id)
        if not self._act:
            column.addWidget(ElidedLink(line.text, act))
            detail.setContentsMargins(7, 0, 0, 0)
            column.addWidget(detail)
            return made
        go = link(self._act, act)
        go.setAccessibleName(f"{self._act}: {line.text}")
        column.addWidget(label(line.text, wrap=True))
        row = QHBoxLayout()
        row.addWidget(detail, 1)
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        return made


class Spellings(QWidget):
    """The other ways a name is written; `added` and `removed` ask the panel to change them."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.line = LineEdit()
        self.line.setPlaceholderText("Add a spelling…")
        self.line.setAccessibleName("Add a spelling")
        self.line.setProperty("quiet", True)
        self.line.returnPressed.connect(self._add)
        self.line.escaped.connect(self.line.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(label("Also written", "group"))
        column.addLayout(self._rows)
        column.addWidget(self.line)

    def show_spellings(self, names: Sequence[str]) -> None:
        """List these; the name itself is not among them and cannot be removed."""
        empty(self._rows)
        for name in names:
            self._rows.addWidget(self._row(name))

    def _row(self, name: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(8, 0, 0, 0)
        row.addWidget(label(name, wrap=True), 1)
        forget = ToolButton("x", with_text=False)
        forget.setToolTip("Forget this spelling")
        forget.setAccessibleName(f"Forget the spelling {name}")
        forget.clicked.connect(partial(self.removed.emit, name))
        row.addWidget(forget, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _add(self) -> None:
        name = self.line.text().strip()
        if name:
            self.line.clear()
            self.added.emit(name)


class Detail(QScrollArea):
    """A heading, a form, and what a directory puts under it; hidden while nothing is chosen."""

    def __init__(self, facts: Sequence[FactGroup]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(270)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading = label(role="heading", wrap=True)
        self.form = FactsForm(facts, label_width=92)
        box = QWidget()
        box.setObjectName("sheet")
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(18, 4, 12, 12)
        self._column.setSpacing(10)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.form)
        self._column.addStretch()
        self.setWidget(box)
        self.hide()

    def add(self, widget: QWidget, align: Qt.AlignmentFlag = Qt.AlignmentFlag(0)) -> None:
        """Put something under the form."""
        self._column.insertWidget(self._column.count() - 1, widget, 0, align)


def empty(rows: QVBoxLayout) -> None:
    """Take all widgets out of a layout."""
    while (item := rows.takeAt(0)) is not None:
        if (gone := item.widget()) is not None:
            gone.hide()
            gone.deleteLater()
