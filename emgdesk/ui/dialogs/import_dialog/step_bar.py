"""The steps side by side: where one is, what was found in each, a way to any step reached."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from emgdesk.ui.dialogs.import_dialog.steps import Step
from emgdesk.ui.dialogs.import_dialog.tab_order import order_tabs
from emgdesk.ui.icons import pixmap
from emgdesk.ui.theme import tones

_ICONS = {
    "done": ("circle-check", "good"),
    "todo": ("circle", "muted"),
    "attention": ("triangle-alert", "warn"),
}
_MOST = 5  # steps
_NARROWEST = 320  # pixels
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StepBar(QWidget):
    """`chosen(key)` when a step is pressed, or Alt with its number."""

    chosen = Signal(str)

    def __init__(self, before: QWidget) -> None:
        """`before` is what the tabulator leaves for the first step."""
        super().__init__()
        self._before = before
        self.buttons: dict[str, StepButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self._short = False
        for number in range(1, _MOST + 1):
            QShortcut(QKeySequence(f"Alt+{number}"), self, partial(self._press, number))

    def show_steps(self, steps: Sequence[Step], current: str) -> None:
        """Show these, `current` as the one in view; buttons that stay keep the keyboard."""
        for key in self.buttons.keys() - {step.key for step in steps}:
            gone = self.buttons.pop(key)
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, step in enumerate(steps):
            made = self.buttons.get(step.key)
            if made is None:
                made = self.buttons[step.key] = StepButton()
                made.clicked.connect(lambda _=False, key=step.key: self.chosen.emit(key))
            if self._row.indexOf(made) != at:
                self._row.removeWidget(made)
                self._row.insertWidget(at, made)
            made.show_step(step, at + 1)
            made.setChecked(step.key == current)
        order_tabs(self._before, *(self.buttons[step.key] for step in steps))
        self._fit()

    def set_short(self, short: bool) -> None:
        """One line each; where the titles find no room, the numbers alone but for the step in view."""
        if short != self._short:
            self._short = short
            self._fit()

    def _fit(self) -> None:
        made = list(self.buttons.values())
        wide = sum(one.wide(titled=True, said=not self._short) + 4 for one in made)
        for one in made:
            one.shape(titled=wide <= self.width() or one.isChecked(), said=not self._short)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, max((one.sizeHint().height() for one in self.buttons.values()), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _press(self, number: int) -> None:
        made = next((made for made in self.buttons.values() if made.number == number), None)
        if made is not None and self.isVisible():
            self.chosen.emit(made.step.key)


class StepButton(QAbstractButton):
    """A sign of its state, a number with a title, and a line of what was found."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._step, self.number = Step("", ""), 0
        self._titled, self._said = True, True

    @property
    def step(self) -> Step:
        return self._step

    def show_step(self, step: Step, number: int) -> None:
        """Show a step; Alt with its number presses it."""
        self._step = step
        self.number = number
        self.setAccessibleName(f"Step {number}: {step.title}")
        self.setAccessibleDescription(step.said)
        self.setToolTip("\n".join(part for part in (step.title, step.said, f"Alt+{number}") if part))
        self.updateGeometry()
        self.update()

    def shape(self, *, titled: bool, said: bool) -> None:
        """Whether to show the title beside the number, and the line of what was found below it."""
        if (titled, said) != (self._titled, self._said):
            self._titled, self._said = titled, said
            self.updateGeometry()
            self.update()

    def _title(self, titled: bool) -> str:
        return f"{self.number}  {self._step.title}" if titled else str(self.number)

    def wide(self, *, titled: bool, said: bool) -> int:
        """The width it would take so."""
        title, below = (QFontMetrics(font) for font in self._fonts())
        words = title.horizontalAdvance(self._title(titled))
        told = below.horizontalAdvance(self._step.said) if titled and said else 0
        return min(230, max(112 if titled and said else 0, max(words, told) + 44))

    def _fonts(self) -> tuple[QFont, QFont]:
        title, said = QFont(self.font()), QFont(self.font())
        title.setWeight(QFont.Weight.DemiBold)
        said.setPointSizeF(max(8.0, said.pointSizeF() * 0.92))
        return title, said

    def sizeHint(self) -> QSize:
        title, said = (QFontMetrics(font) for font in self._fonts())
        below = said.height() if self._said else 0
        return QSize(self.wide(titled=self._titled, said=self._said), title.height() + below + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(96, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = tones()
        if self.hasFocus() or self.underMouse():
            painter.setPen(QColor(theme.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        name, tone = _ICONS[self._step.state]
        painter.drawPixmap(8, 7, pixmap(name, 16, theme.named(tone), self.devicePixelRatioF()))
        title, said = self._fonts()
        high = QFontMetrics(title).height()
        wide = self.width() - 38
        painter.setFont(title)
        painter.setPen(QColor(theme.accent if self.isChecked() else theme.text))
        painter.drawText(QRect(30, 5, wide, high), _LEFT, self._title(self._titled))
        if self._titled and self._said:
            self._paint_said(painter, said, QRect(30, 5 + high, wide, QFontMetrics(said).height()))
        if self.isChecked():
            painter.fillRect(QRect(8, self.height() - 2, self.width() - 16, 2), QColor(theme.accent))

    def _paint_said(self, painter: QPainter, said: QFont, room: QRect) -> None:
        theme, metrics = tones(), QFontMetrics(said)
        painter.setFont(said)
        painter.setPen(QColor(theme.warn if self._step.state == "attention" else theme.muted))
        text = metrics.elidedText(self._step.said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, text)
