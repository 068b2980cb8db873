"""Progress of all workstreams: figures as of a day, and what has changed since an earlier report."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.reports.builders.progress_figures import ProgressFigures, chart, sheet
from emgdesk.reports.sheets import Sheet
from emgdesk.ui.dialogs.introduction import ask_introduction
from emgdesk.ui.page import WorkstreamPanel
from emgdesk.ui.panels.progress.lines import leads_to, lines, summary
from emgdesk.ui.panels.progress.reading import ProgressView, read_progress
from emgdesk.ui.panels.statistics.tables import NumbersTable
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.chart_view import ChartView
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.empty_state import EmptyState, Offer
from emgdesk.ui.widgets.filter_list import FilterList
from emgdesk.ui.widgets.report_choice import ReportChoice
from emgdesk.ui.widgets.room import ElidedLabel, Stack
from emgdesk.ui.widgets.text import label, tool
from emgdesk.workspace import ChangeSet

_AGAINST = "progress.against"
_DOCUMENT = "progress-report"
_ADVICE = 250  # pixels the advice beside the figures is wide
_TITLE = 24  # letters of a chapter's title in the table


class ProgressPanel(WorkstreamPanel):
    """Of all workstreams, whichever is chosen."""

    tables = (
        "chapter", "workstream", "workstream_alias", "mandate_event", "task", "progress_entry", "meeting",
        "document", "issued_document", "setting",
    )  # fmt: skip

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.as_of = DateField("today")
        self.as_of.line.setAccessibleName("As of")
        self.as_of.setFixedWidth(150)
        self.as_of.changed.connect(lambda _: self.read_soon())
        self.against = ReportChoice(beside=True)
        self.against.setAccessibleName("Compared with")
        self.against.day.setFixedWidth(150)
        self.against.set_value(str(services.settings.get(_AGAINST, "")))
        self.against.changed.connect(self._choose)
        self.words = ElidedLabel("", "muted")
        self.chart = ChartView(chart(ProgressFigures((), ())))
        self.table = NumbersTable("Tasks by chapter and status")
        self.told = ElidedLabel("", "muted")
        self.list = FilterList("Filter what has changed")
        self.list.opened.connect(self._show_place)
        self.list.add_item_action("Show the place", self._show_place)
        self.nothing = EmptyState("history", "Compare with an earlier report", width=_ADVICE)
        self.empty = EmptyState("list-checks", "No tasks yet")
        self._lay_out()

    def _lay_out(self) -> None:
        self._print = tool("Print…", self.print_report, "printer", tip="Print the progress report")
        self._edit = tool("Introduction…", self.edit_introduction, "pencil", tip="The report's first lines")
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for words, field in (("As of", self.as_of), ("Compared with", self.against)):
            named = label(words)
            named.setBuddy(field)
            bar.addWidget(named)
            bar.addWidget(field)
        bar.addStretch()
        for button in (self._edit, self._print):
            bar.addWidget(button)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._figures())
        self._split.addWidget(self._changes())
        self._compared: bool | None = None
        self._stack = Stack()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.as_of)

    def _figures(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("sheet")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        for part in (self.words, self.chart, self.table):
            column.addWidget(part)
        column.addStretch(1)
        scroll.setWidget(inside)
        return scroll

    def _changes(self) -> QWidget:
        self._list_stack = Stack()
        self._list_stack.addWidget(self.list)
        self._list_stack.addWidget(self.nothing)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.told)
        column.addWidget(self._list_stack, 1)
        return made

    # --- reading ------------------------------------------------------------------------------

    def show_workstream(self, workstream_id: str) -> None:
        """Shows all of them, whichever is chosen."""
        self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        self.services.read(
            read_progress,
            self._show,
            latest=(id(self), "progress"),
            as_of=self.as_of.value(),
            changes=self.against.value(),
            today=date.today(),
        )

    def _show(self, view: ProgressView) -> None:
        self.against.set_reports(view.reports)
        self._say_nothing(view)
        there = bool(view.figures.total)
        self._stack.setCurrentIndex(0 if there else 1)
        self._print.setEnabled(there)
        self.counted.emit("")
        if not there:
            return
        self.words.tell(_in_words(view.figures))
        self.chart.show_chart(chart(view.figures))
        self.table.show_sheet(_narrow(sheet(view.figures)))
        self.table.setFixedHeight(self.table.height_of(len(view.figures.chapters) + 1))
        self.told.tell(f"Since {view.against}: {summary(view.changes)}" if view.against else "")
        self.told.setVisible(bool(view.against))
        self.list.set_items(lines(view.changes))
        self._list_stack.setCurrentIndex(0 if view.changes else 1)
        self._share_room(compared=bool(view.against))

    def _share_room(self, *, compared: bool) -> None:
        """Most of the width for the figures while there is nothing to list beside them."""
        if compared != self._compared:
            self._compared = compared
            width = self._split.width()
            figures = round(width * (0.5 if compared else 0.7))
            self._split.setSizes([figures, width - figures])

    def _say_nothing(self, view: ProgressView) -> None:
        if view.problem:
            self.nothing.say("circle-alert", "Cannot be compared", view.problem)
        elif view.against:
            self.nothing.say("circle-check", "Nothing has changed", f"All is as it was: {view.against}.")
        else:
            self.nothing.say(
                "history",
                "Compare with an earlier report",
                "Choose an issued progress report or a day above: what is new, changed, finished or gone "
                "since then is listed here, each line leading to its task.",
            )
        self.empty.say(
            "list-checks",
            "No tasks on that day" if self.as_of.value() else "No tasks yet",
            "Tasks and their progress are counted here, chapter by chapter. Take in a work plan, or choose "
            "another day.",
            (Offer("Import a work plan…", self._import, "file-input", primary=True),),
        )

    def _choose(self) -> None:
        self.services.settings.set(_AGAINST, self.against.value())
        self.read_soon()

    def start_filter(self) -> None:
        self.list.filter.setFocus()

    # --- elsewhere ----------------------------------------------------------------------------

    def print_report(self) -> None:
        """The report of the day chosen, with what has changed since the earlier one marked in it."""
        options = {
            "as-of": self.as_of.value(), "since": "", "changes": self.against.value(), "statistics": "yes",
        }  # fmt: skip
        self.services.navigator.start_export(_DOCUMENT, None, options)

    def edit_introduction(self) -> None:
        """Ask for the first paragraphs of the report."""
        ask_introduction(self.services, self, lambda: None)

    def _show_place(self, line_id: str) -> None:
        kind, key = leads_to(line_id)
        if key:
            self.services.navigator.show(kind, key)

    def _import(self) -> None:
        self.services.navigator.start_import(None, None)


def _narrow(numbers: Sheet) -> Sheet:
    """The figures with the titles of chapters cut short: the chart beside them says them too."""
    cut = [str(row[0])[:_TITLE].rstrip() for row in numbers.rows]
    rows = [
        (title if title == row[0] else f"{title}…", *row[1:])
        for title, row in zip(cut, numbers.rows, strict=True)
    ]
    return replace(numbers, rows=rows)


def _in_words(figures: ProgressFigures) -> str:
    """The figures in a line: "35 tasks: 12 completed, 19 ongoing"."""
    together = figures.rows[-1]
    said = ", ".join(
        f"{number} {header.lower()}"
        for header, number in zip(figures.headers[2:], together[2:], strict=True)
        if number
    )
    return f"{counted(figures.total, 'task', 'tasks')}: {said}"
