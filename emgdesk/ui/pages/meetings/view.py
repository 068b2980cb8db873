"""How the meetings screen is laid out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from emgdesk.domain.dates import written_date, written_times
from emgdesk.queries.meetings import MeetingRow
from emgdesk.reports.blocks import Chart
from emgdesk.settings import Settings
from emgdesk.ui.pages.meetings.columns import FACTS, TONES
from emgdesk.ui.pages.meetings.sheets import SHEETS
from emgdesk.ui.widgets.cards import NumbersStrip
from emgdesk.ui.widgets.chart_view import ChartView
from emgdesk.ui.widgets.chips import Chip
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.facts_form import FactsForm
from emgdesk.ui.widgets.filter_list import FilterList
from emgdesk.ui.widgets.menu_tool import Entry, MenuTool
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.side_split import SideSplit
from emgdesk.ui.widgets.step_list import StepList
from emgdesk.ui.widgets.text import ToolButton, label

_NUMBERS, _BESIDE, _WIDEST = 286, 600, 16_777_215  # pixels: of the numbers, of both side by side
_LOW = 400  # pixels: of a page that has no height to spare
_NOBODY = Chart("stacked", "", (), (), "people")


class MeetingsView(QWidget):
    """The list at the left; at the right a heading and the sub-tabs, or a way to begin."""

    def __init__(
        self,
        settings: Settings,
        lists: Callable[[], Sequence[Entry]],
        more: Callable[[], Sequence[Entry]],
    ) -> None:
        super().__init__()
        self.list = FilterList("Filter meetings")
        self.list.set_empty("No meetings yet")
        self.new = ToolButton("calendar-plus", with_text=False)
        self.new.setToolTip("New meeting (Ctrl+N)")
        self.new.setAccessibleName("New meeting")
        self.list.add_tool(self.new)
        self.heading = MeetingHeading(more)
        self.overview = Overview(lists)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("sheets")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setObjectName("parts")
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.addTab(self.overview, "Overview")
        for sheet in SHEETS:
            self.tabs.addTab(QWidget(), sheet.title)
        self.empty = EmptyState("calendar-days", "No meetings yet")
        self.right = Stack()
        self.right.setObjectName("sheet")
        self.right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.right.addWidget(self.empty)
        self.right.addWidget(self._detail())
        split = SideSplit((self.list, self.right), (270, 1000), 1, settings, "meetings")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _detail(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.tabs, 1)
        return box

    def put_sheet(self, at: int, panel: QWidget) -> None:
        """Fill a tab, when it is first opened."""
        column = QVBoxLayout(self.tabs.widget(at))
        column.setContentsMargins(20, 14, 20, 12)
        column.addWidget(panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.heading.stand_low(event.size().height() < _LOW)
        super().resizeEvent(event)

    def show_detail(self, shown: bool) -> None:
        """Show the chosen meeting, or the empty state."""
        self.right.setCurrentIndex(1 if shown else 0)


class MeetingHeading(QWidget):
    """Code, status, full title, when and where; `more` is what else can be done with the meeting."""

    def __init__(self, more: Callable[[], Sequence[Entry]]) -> None:
        super().__init__()
        self._low = False
        self._code = label(role="title")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._status = Chip()
        self._title = label(wrap=False)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._when = label(role="muted")
        self._when.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._code)
        first.addWidget(self._status, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch()
        first.addWidget(MenuTool("More", "ellipsis", more, tip="What else can be done with this meeting"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addWidget(self._title)
        column.addWidget(self._when)

    def stand_low(self, low: bool) -> None:
        """Leave the room to what is below: code and status alone, the rest as their tip."""
        self._low = low
        for line in (self._title, self._when):
            line.setVisible(not low and bool(line.text()))
        self._code.setToolTip(f"{self._title.text()}\n{self._when.text()}".strip() if low else "")
        self.layout().setContentsMargins(20, 4 if low else 14, 20, 0)

    def show_meeting(self, meeting: MeetingRow) -> None:
        self._code.setText(meeting.code)
        self._status.set(meeting.status, TONES.get(meeting.status, ""))
        self._title.setText(meeting.title)
        self._title.setToolTip(meeting.title)
        times = " ".join(
            part for part in (written_times(meeting.start_time, meeting.end_time), meeting.zone_label) if part
        )
        day = written_date(meeting.date, meeting.end_date) or "Date not decided yet"
        self._when.setText("  ·  ".join(part for part in (day, times, meeting.mode, meeting.venue) if part))
        self.stand_low(self._low)


class Overview(QScrollArea):
    """Facts at the left; numbers and next steps at the right, and what `lists` can be printed."""

    def __init__(self, lists: Callable[[], Sequence[Entry]]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = FactsForm(FACTS, columns=2)
        self.numbers = NumbersStrip(stacked=True)
        self.steps = StepList()
        self.presence = ChartView(_NOBODY, leads=True)
        self.lists = MenuTool("Print or save", "printer", lists, tip="The lists of this meeting")
        self.compare = ToolButton("chart-bar")
        self.compare.setText(" Compare with other meetings")  # the style leaves no room after the icon
        self.compare.setAccessibleName("Compare with other meetings")
        self.show_presence(_NOBODY)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(label("What to do next", "group"))
        side.addWidget(self.steps)
        side.addSpacing(12)
        heading = QHBoxLayout()
        heading.addWidget(label("Participants", "group"), 1)
        heading.addWidget(self.lists)
        side.addLayout(heading)
        side.addWidget(self.numbers)
        side.addWidget(self.presence)
        side.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch()
        right = QWidget()
        right.setLayout(side)
        self._right = right
        side.setContentsMargins(0, 0, 0, 0)
        box = QWidget()
        box.setObjectName("sheet")
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, box)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(24)
        row.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(right)
        self.setWidget(box)
        self._stand(beside=True)

    def _stand(self, *, beside: bool) -> None:
        """The numbers beside the facts, or below them where there is no room."""
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._right.setMinimumWidth(_NUMBERS if beside else 0)
        self._right.setMaximumWidth(_NUMBERS if beside else _WIDEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._stand(beside=event.size().width() >= _BESIDE)
        super().resizeEvent(event)

    def show_presence(self, chart: Chart) -> None:
        """Show who is there, in numbers; nothing of it while nobody is."""
        self.presence.show_chart(chart)
        for part in (self.presence, self.lists, self.compare):
            part.setVisible(bool(chart.categories))
