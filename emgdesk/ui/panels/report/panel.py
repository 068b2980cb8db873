"""The report's panel: the text, and what stands behind it, side by side as inner parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout

from emgdesk.ui.page import MeetingPanel
from emgdesk.ui.panels.report.parts import Part, parts
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.room import Stack
from emgdesk.workspace import ChangeSet


class ReportPanel(MeetingPanel):
    """Alt+1, Alt+2 ... or the bar lead to the parts; each may offer `tools`, shown beside the bar."""

    def __init__(self, services: Services, made_of: Callable[[], Sequence[Part]] = parts) -> None:
        super().__init__(services)
        self._parts = tuple(made_of())
        self._made: dict[int, MeetingPanel] = {}
        self._meeting = ""
        self.bar = QTabBar()
        self.bar.setObjectName("parts")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName("Parts of the report")
        self.stack, self._tools = Stack(), Stack()
        for at, part in enumerate(self._parts):
            self.bar.addTab(part.title)
            self.bar.setTabToolTip(at, f"{part.title} (Alt+{at + 1})")
            QShortcut(QKeySequence(f"Alt+{at + 1}"), self, lambda at=at: self.bar.setCurrentIndex(at))
        self.bar.setVisible(len(self._parts) > 1)
        self.bar.currentChanged.connect(self._open)
        self._lay_out()
        self._open(0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.bar)
        head.addWidget(self._tools, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def part(self, at: int) -> MeetingPanel:
        """The part at this place, made when it is first wanted."""
        if at not in self._made:
            made = self._made[at] = self._parts[at].make(self.services)
            self.stack.addWidget(made)
            if at == 0:
                made.counted.connect(self.counted)
            tools = getattr(made, "tools", None)
            if tools is not None:
                self._tools.addWidget(tools)
            made.show_meeting(self._meeting)
        return self._made[at]

    def _open(self, at: int) -> None:
        shown = self.part(at)
        self.stack.setCurrentWidget(shown)
        tools = getattr(shown, "tools", None)
        self._tools.setVisible(tools is not None)
        if tools is not None:
            self._tools.setCurrentWidget(tools)
        self.setFocusProxy(shown)

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """The parts read for themselves."""

    def show_meeting(self, meeting_id: str) -> None:
        self._meeting = meeting_id
        for made in self._made.values():
            made.show_meeting(meeting_id)

    def open_item(self, kind: str, item_id: str) -> None:
        for at, part in enumerate(self._parts):
            if kind in part.kinds:
                self.bar.setCurrentIndex(at)
                self.part(at).open_item(kind, item_id)

    def start_filter(self) -> None:
        self.part(self.bar.currentIndex()).start_filter()
