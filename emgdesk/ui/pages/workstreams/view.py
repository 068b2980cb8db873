"""How the workstreams page is laid out: the outline of the report at the left, what is chosen beside it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from emgdesk.ui.pages.workstreams.sheets import OF_ALL, OF_ONE
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.chips import Chip
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.filter_list import FilterList
from emgdesk.ui.widgets.lazy_tabs import LazyTabs
from emgdesk.ui.widgets.room import ElidedLabel, Stack
from emgdesk.ui.widgets.side_split import SideSplit
from emgdesk.ui.widgets.text import ToolButton, label, tool

_MARGINS = (20, 14, 20, 12)
_LOW = 400  # pixels: of a page that has no height to spare
NOTHING, ONE, ALL_OF_THEM = 0, 1, 2


class WorkstreamsView(QWidget):
    """The widgets; the page says what they show and do."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.outline = FilterList("Filter workstreams")
        self.add_menu = QMenu(self)
        self.new = _menu_button("plus", "New workstream or chapter", self.add_menu)
        self.outline.add_tool(self.new)
        self.one = Detail("Print…", "Print or save the sheet of this workstream")
        self.all = Detail("Progress report…", "Print or save the progress report")
        tabs = [(s.key, s.title, partial(s.make, services)) for s in OF_ONE]
        self.sheets = LazyTabs(tabs, _MARGINS)
        self.one.put(self.sheets)
        self.all_sheets = LazyTabs([(s.key, s.title, partial(s.make, services)) for s in OF_ALL], _MARGINS)
        self.all.put(self.all_sheets)
        self.empty = EmptyState("layers", "No workstreams yet")
        self._right = Stack()
        self._right.setObjectName("sheet")
        self._right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for part in (self.empty, self.one, self.all):
            self._right.addWidget(part)
        split = SideSplit((self.outline, self._right), (300, 970), 1, services.settings, "workstreams")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for part in (self.one, self.all):
            part.stand_low(event.size().height() < _LOW)
        super().resizeEvent(event)

    def show_part(self, part: int) -> None:
        """Show NOTHING (what to do first), ONE body or ALL_OF_THEM."""
        self._right.setCurrentIndex(part)


class Detail(QWidget):
    """A heading with its commands over sub-tabs."""

    def __init__(self, words: str, tip: str) -> None:
        super().__init__()
        self._name, self._low = "", False
        self.title = label(role="title", wrap=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.status = Chip()
        self.caption = ElidedLabel("", "muted")
        self.menu = QMenu(self)
        self.print_button = tool(words, lambda: None, "printer", tip=tip)
        self.print_button.clicked.disconnect()
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.title, 1)
        first.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(_menu_button("ellipsis", "More", self.menu), 0, Qt.AlignmentFlag.AlignTop)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        second.addWidget(self.status)
        second.addWidget(self.caption, 1)
        self._head = head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 0)
        head.setSpacing(4)
        head.addLayout(first)
        head.addWidget(self._second)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(head)

    def put(self, sheets: QWidget) -> None:
        """What stands below the heading."""
        self._column.addWidget(sheets, 1)

    def stand_low(self, low: bool) -> None:
        """Leave the room to what is below: name and status in one line, the rest as its tip."""
        self._low = low
        self._second.setVisible(not low)
        self.title.setWordWrap(not low)
        self._fit()
        self._head.setContentsMargins(20, 4 if low else 14, 20, 0)

    def show_heading(self, title: str, status: str, tone: str, caption: str) -> None:
        """Name, status as a chip ("" for none), and a line on where it stands."""
        self._name = title
        self._fit()
        self.status.set(status, tone)
        self.caption.tell(caption)

    def _fit(self) -> None:
        """The name whole, or on one line as far as there is room."""
        text = self._name
        if self._low:
            cut = Qt.TextElideMode.ElideRight
            text = self.title.fontMetrics().elidedText(text, cut, max(60, self.title.width()))
        self.title.setText(text)
        self.title.setAccessibleName(self._name)
        self.title.setToolTip(f"{self._name}\n{self.caption.text()}" if self._low else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _menu_button(icon: str, tip: str, menu: QMenu) -> ToolButton:
    made = ToolButton(icon, with_text=False)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setMenu(menu)
    made.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
    return made
