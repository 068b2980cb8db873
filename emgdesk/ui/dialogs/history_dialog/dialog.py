"""The history window: the steps at the left, what the chosen one changed at the right, the way back below."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.errors import CancelledError
from emgdesk.jobs import Job
from emgdesk.queries.history import HistoryRow, list_changes, list_history
from emgdesk.queries.row_names import name_rows
from emgdesk.ui.dialogs.history_dialog.changes_view import LIMIT, ChangesView
from emgdesk.ui.dialogs.history_dialog.steps import Step, StepsTable, steps_of
from emgdesk.ui.dialogs.history_dialog.wording import Change, described, keys_named
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.dialog_filter import DialogFilter
from emgdesk.ui.widgets.room import fit_screen
from emgdesk.ui.widgets.text import button, label, rule
from emgdesk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Read:
    """The steps, newest first, and what Redo would bring back ("" for nothing)."""

    rows: tuple[HistoryRow, ...]
    redo: str


class HistoryDialog(QDialog):
    """Every step of the desk; it follows what is done while it is open."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._rows: tuple[HistoryRow, ...] = ()
        self._redo = ""
        self.setWindowTitle("History")
        fit_screen(self, 1100, 640)
        self.table = StepsTable()
        self.filter = DialogFilter("Filter steps")
        self.filter.textChanged.connect(self._filter)
        self.filter.down.connect(self.table.setFocus)
        self.changes = ChangesView()
        self.banner = Banner()
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        services.hub.changed.connect(self._desk_changed)
        self.refresh()
        self.table.setFocus()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.changes)
        split.setSizes([600, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(split, 1)
        layout.addWidget(rule())
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.words = label(role="muted")
        self.undo_button = button("Undo up to here", self.undo_to_here, "undo-2")
        self.redo_button = button("Redo", self.redo, "redo-2")
        close = button("Close", self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 12, 10)
        foot.setSpacing(8)
        foot.addWidget(self.words, 1)
        for made in (self.undo_button, self.redo_button, close):
            made.setAutoDefault(False)
            foot.addWidget(made)
        return foot

    # --- showing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the steps anew."""
        self._services.load(_read_steps, self._show, latest=(id(self), "steps"))

    def _desk_changed(self, _changes: object) -> None:
        self.refresh()

    def _show(self, read: _Read) -> None:
        current = self.table.current_step()
        newest_before = self._rows[0].number if self._rows else 0
        self._rows, self._redo = read.rows, read.redo
        self.table.steps.set_rows(steps_of(read.rows))
        stays = current is not None and current.row.number != newest_before
        self.table.go_to(current.id if current is not None and stays else "")
        self._show_current()

    def _filter(self, typed: str) -> None:
        current = self.table.current_step()
        self.table.steps.set_filter(typed)
        self.table.go_to(current.id if current else "")
        self._show_current()

    def _show_current(self) -> None:
        step = self.table.current_step()
        count = len(self._to_undo(step))
        self.undo_button.setEnabled(count > 0)
        self.undo_button.setText("Undo up to here" if count != 1 else "Undo this")
        self.redo_button.setEnabled(self._redo != "")
        self.redo_button.setToolTip(f"Redo: {self._redo}" if self._redo else "Nothing to redo")
        self.words.setText(self._sentence(step, count))
        if step is None:
            self.changes.show_changes("", (), 0)
            return
        self._services.tasks.run(
            "Reading",
            partial(_read_changes, self._services.workspace, step.row.number),
            partial(self._show_changes, step),
            quiet=True,
            latest=(id(self), "changes"),
        )

    def _show_changes(self, step: Step, changes: tuple[Change, ...]) -> None:
        self.changes.show_changes(step.what, changes, step.rows)

    def _sentence(self, step: Step | None, count: int) -> str:
        if step is None:
            return "Nothing was done on this desk yet." if not self._rows else ""
        if step.row.undone:
            return "This step was undone."
        if step.row.kind != "do":
            return ""
        if not step.row.undoable:
            return "This step belongs to how the desk began and stays."
        return f"{counted(count, 'step', 'steps')} would be undone, this one included." if count > 1 else ""

    def _to_undo(self, step: Step | None) -> list[HistoryRow]:
        """The steps Undo would take back to undo this one, newest first."""
        if step is None or not step.stands:
            return []
        return [r for r in self._rows if r.kind == "do" and not r.undone and r.number >= step.row.number]

    # --- the way back ---------------------------------------------------------------------------

    def undo_to_here(self) -> None:
        """Undo every step down to the chosen one, but none that is not shown yet."""
        steps = self._to_undo(self.table.current_step())
        if steps:
            self._run("Undoing", partial(_undo, self._services.workspace, [row.number for row in steps]))

    def redo(self) -> None:
        """Bring back the step undone last."""
        self._run("Redoing", lambda _job: self._services.workspace.redo())

    def _run(self, title: str, work: Any) -> None:
        self._services.tasks.run(title, work, None, self._failed, cancellable=True)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CancelledError):
            self.banner.tell(str(error), "error")


def _read_changes(workspace: Workspace, number: int, _job: Job) -> tuple[Change, ...]:
    rows = workspace.read(list_changes, number=number, limit=LIMIT)
    return described(rows, workspace.read(name_rows, keys=keys_named(rows)))


def _read_steps(workspace: Workspace) -> _Read:
    return _Read(workspace.read(list_history), workspace.state().redo or "")


def _undo(workspace: Workspace, numbers: Sequence[int], job: Job) -> None:
    """Undo these revisions in this order; DataError where another one would be undone."""
    for done, number in enumerate(numbers):
        job.check_cancelled()
        job.report(f"Undoing step {done + 1} of {len(numbers)}", done, len(numbers))
        workspace.undo(expected=number)
