"""How the workstreams page is laid out: the report's outline at the left, one body of it at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from emgdesk.ui.pages.workstreams.overview import ChapterOverview, WorkstreamOverview
from emgdesk.ui.panels.work_plan import WorkPlanPanel
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.chips import Chip
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.filter_list import FilterList
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.text import ToolButton, button, label

OVERVIEW, WORK_PLAN = 0, 1


class WorkstreamsView(QWidget):
    """The widgets; the page says what they show and do."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.outline = FilterList("Filter workstreams")
        self.add_menu = QMenu(self)
        self.new = ToolButton("plus", with_text=False)
        self.new.setToolTip("New workstream or chapter")
        self.new.setAccessibleName("New workstream or chapter")
        self.new.setMenu(self.add_menu)
        self.new.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        self.outline.add_tool(self.new)
        self.title = label(role="title", wrap=True)
        self.status = Chip()
        self.caption = label(role="muted")
        self.workstream = WorkstreamOverview()
        self.chapter = ChapterOverview()
        self.tasks = WorkPlanPanel(services)
        self.more_menu = QMenu(self)
        self.empty = EmptyState("layers", "No workstreams yet")
        self._right = Stack()
        self._right.addWidget(self._detail())
        self._right.addWidget(self.empty)
        self._lay_out()

    def _detail(self) -> QWidget:
        self.print_button = button("Progress report…", lambda: None, "printer")
        self.print_button.clicked.disconnect()
        self.more = ToolButton("ellipsis", with_text=False)
        self.more.setToolTip("More")
        self.more.setAccessibleName("More")
        self.more.setMenu(self.more_menu)
        self.more.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        self.overview = Stack()
        self.overview.addWidget(self.workstream)
        self.overview.addWidget(self.chapter)
        self.sheets = QTabWidget()
        self.sheets.setObjectName("sheets")
        self.sheets.tabBar().setObjectName("parts")
        self.sheets.setDocumentMode(True)
        self.sheets.addTab(self.overview, "Overview")
        self.sheets.addTab(self.tasks, "Work plan")
        detail = QWidget()
        detail.setObjectName("sheet")
        detail.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(detail)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self.sheets, 1)
        return detail

    def _head(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.title, 1)
        line.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.status)
        second.addWidget(self.caption, 1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 6)
        head.setSpacing(4)
        head.addLayout(line)
        head.addLayout(second)
        return head

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.outline)
        split.addWidget(self._right)
        split.setStretchFactor(1, 1)
        split.setSizes([320, 900])
        self.outline.setMinimumWidth(180)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def show_detail(self, shown: bool) -> None:
        """The chosen body, or what to do while there is none."""
        self._right.setCurrentIndex(0 if shown else 1)
