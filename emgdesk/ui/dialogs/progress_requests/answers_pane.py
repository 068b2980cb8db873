"""Answers: who was asked, who has answered, who is late."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.queries.progress_requests import ANSWERED, OVERDUE, WAITING, RequestRow
from emgdesk.settings import Settings
from emgdesk.ui.models.columns import Column
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.text import tool

_TONES = {ANSWERED: "good", WAITING: "", OVERDUE: "bad"}


def _reached(row: RequestRow) -> str:
    return ", ".join(one.name if one.email else f"{one.name} (no e-mail)" for one in row.contacts)


COLUMNS = (
    Column("entity", "Entity", 14, strong=True, cell_tip=lambda row: row.full_name),
    Column("state", "State", 10, tone=lambda row: _TONES[row.state]),
    Column("as_of", "As of", 13),
    Column("asked_on", "Asked on", 13),
    Column("due", "Return by", 13, blank="no day"),
    Column("answered_on", "Answered on", 14),
    Column("file", "File", 24, shown=False),
    Column("tasks", "Tasks", 7, align="right"),
    Column("contacts", "Write to", 26, value=_reached, stretch=True, blank="nobody known"),
    Column("officers", "Officers", 20),
)


class AnswersPane(QWidget):
    """What is done with the requests is asked for by signals; keys are those of the requests meant."""

    take_in = Signal()
    copy_wanted = Signal()
    ask_again = Signal()
    answered = Signal()
    withdrawn = Signal(tuple)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = RowTable(COLUMNS, settings, "progress-requests", ("request", "requests"))
        self.table.set_empty(
            "send", "Nobody was asked yet",
            "Choose entities under Ask; each gets a sheet with its own tasks. Who has not answered is listed "
            "here.",
        )  # fmt: skip
        self.take_in_tool = tool("Take in returned sheets…", self.take_in.emit, "file-input")
        self.copy_tool = tool(
            "Copy addresses", self.copy_wanted.emit, "mail",
            tip="Copy the addresses of the focal points of those who have not answered",
        )  # fmt: skip
        self.again_tool = tool(
            "Ask again…", self.ask_again.emit, "send", tip="Ask those who have not answered once more"
        )
        self.mark_tool = tool(
            "Answered",
            self.answered.emit,
            "check",
            tip="Note that the chosen ones have answered, or take it back",
        )
        for one in (self.take_in_tool, self.copy_tool, self.again_tool, self.mark_tool):
            self.table.add_tool(one)
        self.table.add_row_action("Answered, or not after all", self.answered.emit)
        self.table.add_row_action("Ask again…", self.ask_again.emit)
        self.table.add_row_action("Withdraw", lambda: self.withdrawn.emit(self.table.selected_ids()))
        self.table.delete_requested.connect(self.withdrawn)
        self.table.selection_changed.connect(lambda _: self._enable())
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        self._enable()

    def show_requests(self, rows: Sequence[RequestRow]) -> None:
        """Show who was asked."""
        self.table.set_rows(rows)
        self._enable()

    def rows(self) -> list[RequestRow]:
        """All requests."""
        return list(self.table.model.rows())

    def chosen(self) -> list[RequestRow]:
        """The requests selected."""
        return list(self.table.selected_rows())

    def waiting(self) -> list[RequestRow]:
        """Those not answered: of the selected ones if several are, else of all that pass the filter."""
        return [row for row in self.table.rows_meant() if row.state != ANSWERED]

    def _enable(self) -> None:
        left = any(row.state != ANSWERED for row in self.rows())
        self.copy_tool.setEnabled(left)
        self.again_tool.setEnabled(left)
        self.mark_tool.setEnabled(bool(self.table.selected_ids()))
