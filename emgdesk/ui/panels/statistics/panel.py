"""Attendance statistics: the charts and tables of the document, from the same numbers, in the window."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from emgdesk.domain.numbering import counted
from emgdesk.queries.attendance import attendance_input
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.reports.blocks import Chart
from emgdesk.reports.builders.attendance_charts import charts, charts_of_one
from emgdesk.reports.builders.attendance_figures import StatisticsFacts, figures
from emgdesk.reports.builders.entity_figures import entity_figures
from emgdesk.reports.builders.names import counted_together
from emgdesk.reports.builders.statistics import left_out
from emgdesk.reports.builders.statistics_tables import sheets
from emgdesk.reports.sheets import Sheet
from emgdesk.ui.page import Page
from emgdesk.ui.panels.statistics.board import ChartBoard
from emgdesk.ui.panels.statistics.choice import Choice, Kind, choice_around, chosen_meetings
from emgdesk.ui.panels.statistics.choice_bar import ChoiceBar
from emgdesk.ui.panels.statistics.tables import NumbersTable
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import EmptyState, Offer
from emgdesk.ui.widgets.room import ElidedLabel, Stack
from emgdesk.ui.widgets.text import tool
from emgdesk.workspace import ChangeSet, Workspace

_CHOICE = "statistics.choice"
_DOCUMENT = "attendance-statistics"
_CHARTS = 150  # pixels of the charts that are always seen
_ROWS = range(3, 6)  # of the tables, from and to: as many as there are meetings


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is shown: the meetings of the desk by code, those counted, their charts and sheets."""

    meetings: tuple[MeetingRow, ...]
    codes: tuple[str, ...]
    said: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    sheets: tuple[Sheet, ...] = ()


class StatisticsPanel(Page):
    """Charts over tables, and which meetings they count; a click on a meeting opens it."""

    tables = ("meeting", "participation", "entity")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._meetings: Mapping[str, str] = {}  # ids by code
        self._codes: tuple[str, ...] = ()
        self._around = ""  # the meeting to be shown beside others
        self.bar = ChoiceBar()
        self.bar.set_choice(_remembered(services.settings.get(_CHOICE, {})))
        self.bar.changed.connect(self._choose)
        self.words = ElidedLabel("", "muted")
        self.board = ChartBoard()
        self.board.chosen.connect(self._open_meeting)
        self.by_meeting = NumbersTable("Numbers by meeting")
        self.by_meeting.led.connect(self._open_meeting)
        self.by_entity = NumbersTable("Numbers by entity", sparse=True)
        self.empty = EmptyState("chart-bar", "Nothing to count yet")
        self._lay_out()

    def _lay_out(self) -> None:
        self._copy = tool("Copy table", self.copy_table, "copy", tip="Copy the table in view, for Excel")
        self._print = tool(
            "Print or save…", self._print_pages, "printer", tip="The same meetings as a document"
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        for part in (self.bar, self._copy, self._print):
            line.addWidget(part)
        line.insertStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.board)
        scroll.setMinimumHeight(_CHARTS)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(scroll)
        self._split.addWidget(self._lower())
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([10_000, 1])  # the tables no more than their rows, until drawn higher
        self._stack = Stack()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.words)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.bar.box)

    def _lower(self) -> QWidget:
        self.tabs = QTabBar()
        self.tabs.setObjectName("parts")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName("Which table")
        self._tables = Stack()
        for title, table in (("By meeting", self.by_meeting), ("By entity", self.by_entity)):
            self.tabs.addTab(title)
            self._tables.addWidget(table)
        self.tabs.currentChanged.connect(self._tables.setCurrentIndex)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tabs)
        column.addWidget(self._tables, 1)
        return made

    # --- reading ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None = None) -> None:
        load = partial(_load, choice=self.bar.choice, around=self._around)
        self.services.load(load, self._show, latest=(id(self), "attendance"))

    def _show(self, loaded: tuple[_Counted, Choice]) -> None:
        counts, choice = loaded
        self._around = ""
        self._meetings = {meeting.code: meeting.id for meeting in counts.meetings}
        self._codes = counts.codes
        self.bar.set_choice(choice)
        self.bar.show_meetings(counts.meetings)
        if self.bar.choice != choice:  # nothing of the kind is left
            self.refresh()
            return
        there = bool(counts.codes)
        self._say_empty(any(meeting.people for meeting in counts.meetings))
        self._stack.setCurrentIndex(0 if there else 1)
        for part in (self._copy, self._print):
            part.setEnabled(there)
        self.words.tell(_in_words(counts) if there else "")
        if there:
            self.board.show_charts(counts.charts, counts.codes)
            self.by_meeting.show_sheet(counts.sheets[0])
            rows = min(max(len(counts.sheets[0].rows), _ROWS.start), _ROWS.stop)
            self._tables.setMinimumHeight(self.by_meeting.height_of(rows))
            self.by_entity.show_sheet(counts.sheets[1])

    def _say_empty(self, elsewhere: bool) -> None:
        if elsewhere:
            offer = Offer("Count all meetings", lambda: self.show_choice(Choice()), "chart-bar")
            self.empty.say(
                "chart-bar", "None of these meetings has a roster", "Choose other meetings above.", (offer,)
            )
            return
        self.empty.say(
            "chart-bar",
            "Nothing to count yet",
            "Take in the registrations of a meeting, or the list of those who came: its people are counted "
            "here, by capacity, by entity, online and in person.",
            (Offer("Import registrations…", self._import, "file-input", primary=True),),
        )

    # --- choosing -----------------------------------------------------------------------------

    def show_choice(self, choice: Choice) -> None:
        """Count other meetings."""
        self.bar.set_choice(choice)
        self._choose()

    def _choose(self) -> None:
        self.services.settings.set(_CHOICE, asdict(self.bar.choice))
        self.read_soon()

    def open_item(self, kind: str, item_id: str) -> None:
        """Show a meeting beside the others of its SOM."""
        self._around = item_id
        self.read_soon()

    def start_filter(self) -> None:
        self.bar.box.setFocus()

    # --- elsewhere ----------------------------------------------------------------------------

    def copy_table(self) -> None:
        """Put the table in view on the clipboard."""
        table = (self.by_meeting, self.by_entity)[self.tabs.currentIndex()]
        table.copy_all()
        rows = counted(table.model().rowCount(), "row", "rows")
        self.services.navigator.notify(Notice(f"Copied {rows}, with their headings.", "success"))

    def _print_pages(self) -> None:
        options = {"meetings": "; ".join(self._codes), "from": "", "to": ""}
        self.services.navigator.start_export(_DOCUMENT, None, options)

    def _open_meeting(self, code: str) -> None:
        self.services.navigator.show("meeting", self._meetings[code])

    def _import(self) -> None:
        self.services.navigator.start_import(None, None)


def _remembered(stored: object) -> Choice:
    """The choice of last time, as far as it is one."""
    if not isinstance(stored, dict) or stored.get("kind") not in get_args(Kind):
        return Choice()
    texts = {key: str(stored.get(key, "")) for key in ("value", "since", "until")}
    last = stored.get("last")
    return Choice(stored["kind"], last=last if isinstance(last, int) and last > 0 else 6, **texts)


def _load(workspace: Workspace, *, choice: Choice, around: str) -> tuple[_Counted, Choice]:
    meetings = workspace.read(list_meetings)
    beside: Any = next((meeting for meeting in meetings if meeting.id == around), None)
    if beside is not None:
        choice = choice_around(beside)
    codes = tuple(meeting.code for meeting in chosen_meetings(choice, meetings))
    facts = workspace.read(attendance_input, codes=codes) if codes else StatisticsFacts(())
    return _counted(meetings, facts), choice


def _counted(meetings: tuple[MeetingRow, ...], facts: StatisticsFacts) -> _Counted:
    there = [meeting for meeting in facts.meetings if meeting.lines]
    numbers = [figures(meeting) for meeting in there]
    entities = entity_figures(there)
    together = counted_together(line for meeting in there for line in meeting.lines)
    return _Counted(
        meetings,
        tuple(one.code for one in numbers),
        tuple(part for part in (f"{together}." if together else "", *left_out(facts.meetings)) if part),
        (*charts(numbers), *(charts_of_one(entities) if len(numbers) == 1 else ())),
        sheets(numbers, entities),
    )


def _in_words(counts: _Counted) -> str:
    """What is counted: "3 meetings: those who attended ..."."""
    meetings = counted(len(counts.codes), "meeting", "meetings")
    whole = f"{meetings}: those who attended or, as long as nobody is marked so, those registered."
    return " ".join((whole, *counts.said))
