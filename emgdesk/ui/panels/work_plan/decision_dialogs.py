"""The decision a task comes from: chosen among those of the desk, compared with the task."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from emgdesk.domain.dates import written_date
from emgdesk.queries.task_decisions import TaskDecision
from emgdesk.settings import Settings
from emgdesk.ui.models.columns import Column
from emgdesk.ui.panels.work_plan.reading import TaskLine
from emgdesk.ui.widgets.changes_html import changes_html
from emgdesk.ui.widgets.commonmark import to_words
from emgdesk.ui.widgets.room import fit_screen
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.text import label

_COLUMNS = (
    Column("cited", "Decision", 26, value=lambda row: row.decision.cited, strong=True, least=22),
    Column(
        "date", "Date", 18, value=lambda row: written_date(row.decision.date),
        sort=lambda row: row.decision.date, least=18,
    ),
    Column("heading", "Section", 20, value=lambda row: row.decision.heading, least=10),
    Column("words", "Wording", 60, least=20, cell_tip=lambda row: row.words),
)  # fmt: skip


class _Offer:
    """A decision as a row of the table."""

    def __init__(self, decision: TaskDecision) -> None:
        self.id, self.decision, self.words = decision.action_id, decision, to_words(decision.text)


class DecisionDialog(QDialog):
    """`chosen(action_id)` when a decision was chosen; those of the task's own workstream come first."""

    chosen = Signal(str)

    def __init__(
        self, decisions: Sequence[TaskDecision], workstream_id: str | None, current: str | None,
        settings: Settings, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle("The decision a task comes from")
        self.table = RowTable(_COLUMNS, settings, "task-decisions", ("decision", "decisions"))
        self.table.set_empty(
            "gavel",
            "No decisions yet",
            "Decisions are the approved actions of a meeting; none is on the desk.",
        )
        mine = [one for one in decisions if workstream_id and one.workstream_id == workstream_id]
        others = [one for one in decisions if one not in mine]
        self.table.set_rows([_Offer(one) for one in (*mine, *others)])
        self.words = QTextBrowser()
        self.words.setAccessibleName("Wording of the decision")
        self.words.setMaximumHeight(110)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Choose")
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        self.table.opened.connect(lambda _id: self._choose())
        self.table.view.doubleClicked.connect(lambda _index: self._choose())
        self.table.selection_changed.connect(lambda _ids: self._show_words())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.buttons)
        fit_screen(self, 860, 520)
        if current:
            self.table.select([current])
        self.table.filter.setFocus()
        self._show_words()

    def _show_words(self) -> None:
        row = self.table.model.row_of(self.table.current_id() or "")
        self.words.setPlainText(row.words if row else "")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(row is not None)

    def _choose(self) -> None:
        key = self.table.current_id()
        if key:
            self.accept()
            self.chosen.emit(key)


class CompareDialog(QDialog):
    """What the task says otherwise than its decision; `taken` when it is to say the same."""

    taken = Signal()

    def __init__(self, line: TaskLine, decision: TaskDecision, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Task and decision")
        signs = f"Struck: only in {decision.cited}. Underlined: only in the task."
        self.shown = QTextBrowser()
        self.shown.setAccessibleName("Differences")
        self.shown.setHtml(changes_html(decision.text, line.text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.take = buttons.addButton(
            "Take the words of the decision", QDialogButtonBox.ButtonRole.ActionRole
        )
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(label(signs, "muted", wrap=True))
        layout.addWidget(self.shown, 1)
        layout.addWidget(buttons)
        fit_screen(self, 620, 360)

    def _take(self) -> None:
        self.accept()
        self.taken.emit()
