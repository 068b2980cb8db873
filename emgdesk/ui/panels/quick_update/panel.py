"""The quick update: every open task as it stood, and what is said of it for one day."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout

from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError, InputError
from emgdesk.operations.task import repeat_progress, report_each, report_on_tasks
from emgdesk.ui.page import WorkstreamPanel
from emgdesk.ui.panels.quick_update.choice_bar import ChoiceBar
from emgdesk.ui.panels.quick_update.pasted import cells_of, read_pasted
from emgdesk.ui.panels.quick_update.reading import UpdateRow, Wanted, load_updates, short_day
from emgdesk.ui.panels.quick_update.table import UpdateTable
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.text import label, tool
from emgdesk.ui.widgets.text_dialog import TextDialog
from emgdesk.workspace import ChangeSet

_KEPT = "quick-update.place"
_TITLES = {"text": "Progress", "next_steps": "Next steps", "status": "Status"}
_HINTS = {"text": "What was done, found, agreed", "next_steps": "What comes next"}


class QuickUpdatePanel(WorkstreamPanel):
    """All open tasks as of a day; each edit makes or corrects the entry of that day."""

    tables = ("chapter", "workstream", "mandate_event", "membership", "task", "progress_entry", "meeting")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._rows: tuple[UpdateRow, ...] = ()
        self._day_shown = ""  # the day the rows are of, until those of another are read
        self._waiting = False  # rows came while a cell was being written in
        self._resumed = False
        self._kept = True  # a task in the table stays there, whatever its update makes of it
        self._dialog: QDialog | None = None
        self.bar = ChoiceBar(services.settings.author())
        self.bar.changed.connect(self._choose)
        self.bar.day_changed.connect(lambda _iso: self._other_day())
        self.said = label(role="muted")
        self.table = UpdateTable(services.settings)
        self._wire()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._recall()

    def _wire(self) -> None:
        table = self.table
        table.edit_requested.connect(self._edit)
        table.same_asked.connect(self._same)
        table.longer_asked.connect(self._write_longer)
        table.paste_requested.connect(self._paste)
        table.opened.connect(lambda row_id: self.services.navigator.show("task", row_id))
        table.delegate.closeEditor.connect(lambda *_: self._take_up())
        table.view.selectionModel().currentChanged.connect(lambda *_: self._remember())
        table.count.hide()
        table.add_tool(self.said)
        table.model.modelReset.connect(self._count)
        table.add_tool(
            tool(
                "No change",
                self._same,
                "check-check",
                tip="Say of the selected tasks that nothing changed (=)",
            )
        )
        table.add_row_action("No change\t=", self._same)
        table.add_row_action("Write a longer text…\tCtrl+Enter", lambda: self._write_longer("text", ""))
        table.add_row_action("Paste from a spreadsheet\tCtrl+V", self._paste_clipboard)
        table.add_row_action("Show in its work plan", self._show_task)
        table.set_empty(
            "list-checks",
            "No open tasks",
            "Tasks of the work plans that are not completed or dropped stand here, to be updated one after "
            "another.",
            (Offer("Import a work plan…", self._import, "file-input"),),
        )

    # --- reading and showing ------------------------------------------------------------------

    def show_workstream(self, workstream_id: str) -> None:
        """The quick update is of all workstreams, whichever is in view."""

    @property
    def as_of(self) -> str:
        """The day one writes for (ISO)."""
        return self.bar.day.value() or date.today().isoformat()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        show = partial(self._show, self.as_of)
        self.services.load(partial(load_updates, as_of=self.as_of), show, latest=(id(self), "tasks"))

    def _show(self, day: str, rows: tuple[UpdateRow, ...]) -> None:
        self._day_shown, self._rows = day, rows
        if self.table.is_typing:
            self._waiting = not self._replace(self._chosen())
        else:
            self.bar.offer(rows)
            self._recall_choice()
            if not self._replace(self._chosen()):
                self.table.set_rows(self._chosen())
            self._resume()
        self._count()

    def _replace(self, rows: list[UpdateRow]) -> bool:
        """Show new values in place; False where rows came or went."""
        shown = self.table.model.rows()
        if not shown or [row.id for row in rows] != [row.id for row in shown]:
            return False
        changed = {new.id: new for new, old in zip(rows, shown, strict=True) if new != old}
        self.table.model.replace_rows(changed)
        return True

    def _take_up(self) -> None:
        """What came while a cell was being written in."""
        if self._waiting:
            self._waiting = False
            self.read_soon()

    def _chosen(self) -> list[UpdateRow]:
        """The tasks wanted; one in the table stays there though it was updated, until another choice."""
        wanted, shown = self.bar.wanted(), {row.id for row in self.table.model.rows()}
        return [row for row in self._rows if wanted.holds(row) or (self._kept and row.id in shown)]

    def _choose(self) -> None:
        self._kept = False
        self.table.set_rows(self._chosen())
        self._kept = True
        self._count()
        self._remember()
        self.table.view.setFocus()

    def _count(self) -> None:
        """Say of the tasks in the table how many were updated."""
        rows = self.table.model.shown_rows()
        done = sum(row.updated for row in rows)
        today = self.as_of == date.today().isoformat()
        day = "today" if today else f"on {short_day(self.as_of)}"
        self.said.setText(f"{done} of {len(rows)} updated {day}" if rows else "")
        self.counted.emit(str(len(self._rows) or ""))

    def _other_day(self) -> None:
        self._remember()
        self.read_soon()

    # --- where one was ------------------------------------------------------------------------

    def _recall(self) -> None:
        kept: Mapping[str, Any] = self.services.settings.get(_KEPT, {})
        today = date.today().isoformat()
        self._recalled = dict(kept)
        self.bar.day.set_value(str(kept.get("as_of", today)) if kept.get("on") == today else today)

    def _recall_choice(self) -> None:
        """The choice of last time, once there is something to choose from."""
        if not self._resumed and self._rows:
            names = ("officer", "place", "entity", "only")
            told = {name: str(self._recalled[name]) for name in names if name in self._recalled}
            self.bar.choose(Wanted(**told))

    def _resume(self) -> None:
        if self._resumed or not self._rows:
            return
        self._resumed = True
        key = str(self._recalled.get("column", "status"))
        model = self.table.model
        row_id = str(self._recalled.get("task", ""))
        if model.at_of(row_id) < 0 and model.rowCount():
            row_id = model.row_at(0).id
        self.table.go_to(row_id, key if key in {c.key for c in model.columns} else "status")

    def _remember(self) -> None:
        """The day, the choice and the cell, to go on there next time."""
        if not self._resumed:
            return
        self.services.settings.set(
            _KEPT,
            {
                "as_of": self.as_of,
                "on": date.today().isoformat(),
                "task": self.table.current_id() or "",
                "column": self.table.current_key() or "status",
                **asdict(self.bar.wanted()),
            },
        )

    def open_item(self, kind: str, item_id: str) -> None:
        self._recalled, self._resumed = {**self._recalled, "task": item_id}, False
        self.read_soon()

    def start_filter(self) -> None:
        self.table.filter.setFocus()

    # --- changing -----------------------------------------------------------------------------

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        some = "" if len(ids) == 1 else f" of {counted(len(ids), 'task', 'tasks')}"
        words = {"text": "Report progress", "status": "Report status", "next_steps": "Change next steps"}[key]
        self.services.do(
            words + some, report_on_tasks, None, self._refused, task_ids=ids, as_of=self._day_shown,
            **{key: str(value)},
        )  # fmt: skip

    def _paste(self, text: str) -> None:
        """Cells of a spreadsheet from the cell in view downwards; one row is said of all selected tasks."""
        rows = cells_of(text)
        try:
            pasted = read_pasted(rows, *self.table.below(one_row=len(rows) == 1))
        except InputError as error:
            self._refused(error)
            return
        if pasted.said:
            words = f"Paste progress of {counted(len(pasted.said), 'task', 'tasks')}"
            done = partial(self._pasted, pasted.over)
            self.services.do(words, report_each, done, self._refused, as_of=self._day_shown, said=pasted.said)

    def _paste_clipboard(self) -> None:
        self._paste(QGuiApplication.clipboard().text())

    def _pasted(self, over: int, _done: object) -> None:
        if over:
            rows = counted(over, "row", "rows")
            self.services.navigator.notify(Notice(f"{rows} of what was copied found no task below.", "info"))

    def _same(self) -> None:
        ids = self.table.selected_ids()
        if ids:
            self.services.do(
                "Report no change", repeat_progress, None, self._refused, task_ids=ids, as_of=self._day_shown
            )
            self.table.step(0, 1)

    def _write_longer(self, key: str, typed: str) -> None:
        """A window for a text longer than a cell; `typed` is what stood in the cell just now."""
        row = self.table.model.row_of(self.table.current_id() or "")
        if row is None:
            return
        dialog = TextDialog(_TITLES[key], typed or getattr(row, key), _HINTS[key], self)
        dialog.accepted.connect(lambda: self.table.model.ask([row.id], key, dialog.text().strip()))
        dialog.finished.connect(lambda _result: self.table.view.setFocus())
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _import(self) -> None:
        self.services.navigator.start_import(None, None)

    def _show_task(self) -> None:
        row_id = self.table.current_id()
        if row_id:
            self.services.navigator.show("task", row_id)

    def _refused(self, error: Exception) -> None:
        self.table.model.revert()
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))
