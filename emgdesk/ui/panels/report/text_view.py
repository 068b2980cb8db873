"""How the text of a report is laid out: outline, editor, live preview; or a way to begin."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from emgdesk.settings import Settings
from emgdesk.ui.panels.report.live_preview import LivePreview
from emgdesk.ui.panels.report.outline import ReportOutline
from emgdesk.ui.panels.report.paragraph_editor import ParagraphEditor
from emgdesk.ui.panels.report.section_editor import SectionEditor
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.room import Room, Stack
from emgdesk.ui.widgets.side_split import SideSplit
from emgdesk.ui.widgets.text import ToolButton, label

_THREE, _TWO, _ONE = 880, 520, 260  # pixels for outline, editor and preview beside; for two; for one


class TextView(QWidget):
    """The preview leaves first where there is no room; then the editor goes below the outline.

    `preview_fits(bool)` tells whether there is room for it.
    """

    preview_fits = Signal(bool)

    def __init__(self, settings: Settings, preview: LivePreview) -> None:
        super().__init__()
        self.outline = ReportOutline()
        self.section, self.paragraph = SectionEditor(), ParagraphEditor()
        self.preview, self._wanted = preview, True
        self.editors = Stack()
        nothing = label("Choose a section or a paragraph.", "muted", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        for editor in (nothing, self.section, self.paragraph):
            self.editors.addWidget(editor)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(14, 4, 14, 8)
        column.addWidget(self.editors)
        self.split = SideSplit(
            (self.outline, Room(middle), preview), (300, 400, 360), 1, settings, "report-text"
        )
        self.outline.setMinimumWidth(180)
        self.empty = EmptyState("notebook-pen", "No report yet")
        self.stack = Stack()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.split)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stack)

    def minimumSizeHint(self) -> QSize:
        """That of one part: the others go where there is no room for them."""
        return QSize(_ONE, self.empty.minimumSizeHint().height() // 2)

    def want_preview(self, wanted: bool) -> None:
        """Show the preview, where there is room for it."""
        self._wanted = wanted
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        beside = width >= _TWO
        self.preview.setVisible(self._wanted and width >= _THREE)
        self.preview_fits.emit(width >= _THREE)
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.split.orientation() != way:
            self.split.setOrientation(way)


class ToolRow(QWidget):
    """Tools at the right end of a line, shown as icons alone where their words find no room."""

    def __init__(self, *tools: QToolButton) -> None:
        super().__init__()
        self._tools = tools
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        for made in tools:
            row.addWidget(made)
        self._full = self.sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        return QSize(len(self._tools) * 34, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        beside = style.ToolButtonTextBesideIcon
        if all(made.toolButtonStyle() == beside for made in self._tools):
            self._full = self.sizeHint().width()
        wanted = beside if event.size().width() >= self._full else style.ToolButtonIconOnly
        for made in self._tools:
            if made.toolButtonStyle() != wanted:
                made.setToolButtonStyle(wanted)


def toggle(icon_name: str, words: str) -> ToolButton:
    """A flat button that stays down."""
    made = ToolButton(icon_name)
    made.setText(f" {words}")
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setCheckable(True)
    return made
