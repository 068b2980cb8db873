"""Possible duplicates: people and entities that look alike, each under their own tab."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout

from emgdesk.ui.page import Page
from emgdesk.ui.panels.duplicates.entities import ENTITIES
from emgdesk.ui.panels.duplicates.pairs import PairsPanel
from emgdesk.ui.panels.duplicates.people import PEOPLE
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.room import Stack
from emgdesk.workspace import ChangeSet

_TITLES = ("People", "Entities")


class DuplicatesPanel(Page):
    """Two lists of pairs; `counted` is how many pairs there are in both, None while that is not known."""

    counted = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._counts: dict[int, int | None] = {}
        self.tabs = QTabBar()
        self.tabs.setObjectName("parts")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName("Which duplicates")
        self._stack = Stack()
        self.panels = tuple(PairsPanel(services, kind) for kind in (PEOPLE, ENTITIES))
        for at, panel in enumerate(self.panels):
            self.tabs.addTab(_TITLES[at])
            self._stack.addWidget(panel)
            panel.counted.connect(lambda number, at=at: self._count(at, number))
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)

    def _count(self, at: int, number: int | None) -> None:
        self._counts[at] = number
        self.tabs.setTabText(at, _TITLES[at] if number is None else f"{_TITLES[at]} ({number})")
        known = [count for count in self._counts.values() if count is not None]
        self.counted.emit(sum(known) if len(known) == len(self.panels) else None)

    @property
    def shown(self) -> PairsPanel:
        """The list in view."""
        return self.panels[self._stack.currentIndex()]

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Each list reads for itself when seen; the other is counted beforehand."""
        for panel in self.panels:
            if panel is not self.shown:
                panel.search.begin()

    def start_filter(self) -> None:
        self.shown.start_filter()
