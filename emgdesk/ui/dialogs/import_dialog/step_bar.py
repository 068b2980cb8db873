"""The steps side by side: where one is, what was found in each, a way to any step reached."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QShortcut
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

    @property
    def step(self) -> Step:
        return self._step

    def show_step(self, step: Step, number: int) -> None:
        """Show a step; Alt with its number presses it."""
        self._step = step
        self.number = number
        self.setAccessibleName(f"Step {number}: {step.title}")
        self.setAccessibleDescription(step.said)
        self.setToolTip(f"{step.said}\nAlt+{number}" if step.said else f"Alt+{number}")
        self.updateGeometry()
        self.update()

    def _title(self) -> str:
        return f"{self.number}  {self._step.title}"

    def _fonts(self) -> tuple[QFont, QFont]:
        title, said = QFont(self.font()), QFont(self.font())
        title.setWeight(QFont.Weight.DemiBold)
        said.setPointSizeF(max(8.0, said.pointSizeF() * 0.92))
        return title, said

    def sizeHint(self) -> QSize:
        title, said = (QFontMetrics(font) for font in self._fonts())
        wide = max(title.horizontalAdvance(self._title()), said.horizontalAdvance(self._step.said))
        return QSize(min(230, max(112, wide + 44)), title.height() + said.height() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self.sizeHint().height())

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
        painter.drawText(QRect(30, 5, wide, high), _LEFT, self._title())
        metrics = QFontMetrics(said)
        painter.setFont(said)
        painter.setPen(QColor(theme.warn if self._step.state == "attention" else theme.muted))
        text = metrics.elidedText(self._step.said, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRect(30, 5 + high, wide, metrics.height()), _LEFT, text)
        if self.isChecked():
            painter.fillRect(QRect(8, self.height() - 2, self.width() - 16, 2), QColor(theme.accent))
