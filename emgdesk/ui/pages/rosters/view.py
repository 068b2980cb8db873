"""How the rosters screen is laid out."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.settings import Settings
from emgdesk.ui.page import Page
from emgdesk.ui.widgets.filter_list import FilterList
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.side_split import SideSplit
from emgdesk.ui.widgets.text import label

_LIST = 130  # pixels the list keeps where there is room for little


class RostersView(QWidget):
    """The list at the left; at the right a heading and the panel of the line chosen."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.list = FilterList("Filter rosters")
        self.list.setMinimumWidth(_LIST)
        self.title = label(role="title")
        self.detail = label(role="muted")
        self._stack = Stack()
        self._panels: dict[str, Page] = {}
        right = QWidget()
        right.setObjectName("sheet")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(right)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        column.addSpacing(10)
        column.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SideSplit((self.list, right), (270, 1000), 1, settings, "rosters"))

    def panel(self, key: str, make: Callable[[], Page]) -> Page:
        """The panel of this key, made the first time."""
        if key not in self._panels:
            self._panels[key] = make()
            self._stack.addWidget(self._panels[key])
        return self._panels[key]

    def show_panel(self, panel: Page, title: str, detail: str) -> None:
        """Show a panel under its heading."""
        self.title.setText(title)
        self.detail.setText(detail)
        self._stack.setCurrentWidget(panel)

    @property
    def shown(self) -> Page | None:
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Page) else None
