"""The work plan of a workstream, or of a chapter itself: its tasks and what was reported on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from emgdesk.operations.task import (
    add_entry,
    add_task,
    delete_entry,
    delete_task,
    move_task,
    update_entry,
    update_task,
)
from emgdesk.queries.workstreams import CLOSED, EntryRow, TaskRow
from emgdesk.ui.panels.work_plan.editors import EntryDialog
from emgdesk.ui.panels.work_plan.task_table import TaskTable
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import EmptyState, Offer
from emgdesk.ui.widgets.line_edit import FilterEdit
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.text import button, label, tool
from emgdesk.ui.widgets.text_dialog import TextDialog

_WHOLE = "workstreams.whole_texts"
_HINTS = {"text": "What is to be done", "next_steps": "What comes next"}
_TITLES = {"text": "Task", "next_steps": "Next steps"}


@dataclass(frozen=True, slots=True)
class Body:
    """Whose work plan is shown: a workstream, or with `workstream_id` None the chapter itself."""

    chapter_id: str
    workstream_id: str | None
    name: str


class WorkPlanPanel(QWidget):
    """Shows the tasks it is given; every edit is one undo step through the services."""

    count_changed = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._body: Body | None = None
        self._dialog: QDialog | None = None
        self._select_next = ""
        self.table = TaskTable()
        self.filter = FilterEdit("Filter tasks")
        self.filter.setMaximumWidth(240)
        self.filter.textChanged.connect(self._filter)
        self.filter.down.connect(self.table.setFocus)
        self.count = label(role="muted")
        self.whole = tool("Whole texts", lambda: self._show_whole(self.whole.isChecked()), "eye")
        self.whole.setCheckable(True)
        self.whole.setToolTip("Show long texts to their end")
        self._lay_out()
        self._wire()
        self.whole.setChecked(self._services.settings.get(_WHOLE, False))
        self._show_whole(self.whole.isChecked())

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.filter, 1)
        line.addWidget(self.count)
        line.addStretch()
        line.addWidget(self.whole)
        self.progress_button = tool(
            "Progress…", self.add_progress, "clipboard-list", tip="Report on this task today (Shift+Insert)"
        )
        line.addWidget(self.progress_button)
        line.addWidget(button("Task…", self.add, "plus"))
        self._empty = EmptyState(
            "list-checks",
            "No tasks yet",
            "Add the tasks of the work plan one by one, or import the work plan workbook.",
            (
                Offer("Add a task…", self.add, "plus", primary=True),
                Offer("Import a work plan…", self._import, "file-input"),
            ),
        )
        self._nothing = EmptyState("search", "Nothing found", "No task holds all the words typed.")
        self._stack = Stack()
        for widget in (self.table, self._empty, self._nothing):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def _wire(self) -> None:
        table = self.table
        table.edit_asked.connect(self.edit_text)
        table.entry_asked.connect(self.edit_entry)
        table.move_asked.connect(self._move)
        table.add_asked.connect(self.add)
        table.progress_asked.connect(self.add_progress)
        table.delete_pressed.connect(self._delete)
        table.tasks.edit_requested.connect(self._edit_field)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)
        table.selectionModel().selectionChanged.connect(self._selection_changed)

    # what is shown

    def show_tasks(self, body: Body, rows: Sequence[TaskRow], proposals: Sequence[str]) -> None:
        """The tasks of `body`; `proposals` are entities to propose as responsible."""
        if body != self._body:
            self.filter.clear()
        self._body = body
        self.table.set_tasks(rows, proposals)
        if self._select_next:
            self.table.select_task(self._select_next)
            self._select_next = ""
        self._show_state()
        self._selection_changed()

    def _show_state(self) -> None:
        rows = self.table.tasks.rows()
        shown = self.table.tasks.rowCount()
        still = sum(row.status not in CLOSED for row in rows)
        words = f"{len(rows)} {'task' if len(rows) == 1 else 'tasks'}, {still} open"
        self.count.setText(words if shown == len(rows) else f"{shown} of {len(rows)} tasks")
        self.count.setVisible(bool(rows))
        self.filter.setVisible(bool(rows))
        self.whole.setVisible(bool(rows))
        self.progress_button.setVisible(bool(rows))
        self._stack.setCurrentWidget(self.table if shown else self._nothing if rows else self._empty)

    def _filter(self, typed: str) -> None:
        self.table.tasks.set_filter(typed)
        self.table.resizeRowsToContents()
        self._show_state()

    def _show_whole(self, whole: bool) -> None:
        self._services.settings.set(_WHOLE, whole)
        self.table.show_whole(whole)

    def _selection_changed(self) -> None:
        self.progress_button.setEnabled(self.table.current_task() is not None)

    # what is asked for

    def add(self) -> None:
        """Write a new task at the end."""
        if self._body is not None:
            self._ask_text("New task", "", _HINTS["text"], self._add)

    def _add(self, text: str) -> None:
        body = self._body
        if body is not None and text.strip():
            self._services.do(
                "Add task",
                add_task,
                self._added,
                chapter_id=body.chapter_id,
                workstream_id=body.workstream_id,
                text=text,
            )

    def _added(self, done: Any) -> None:
        self._select_next = done.value
        self.table.select_task(done.value)

    def edit_text(self, task: TaskRow, key: str) -> None:
        """Write the task's wording ("text") or its next steps in a window."""
        before = task.text if key == "text" else task.next_steps

        def keep(text: str) -> None:
            if text != before:
                self._services.do(
                    f"Change {_TITLES[key].lower()}", update_task, None, None, task_id=task.id, **{key: text}
                )

        self._ask_text(_TITLES[key], before, _HINTS[key], keep)

    def add_progress(self) -> None:
        """Report on the current task as of today."""
        task = self.table.current_task()
        if task is not None:
            self.edit_entry(task, None)

    def edit_entry(self, task: TaskRow, entry: EntryRow | None) -> None:
        """Write a progress entry, a new one where `entry` is None."""
        dialog = EntryDialog(task.text, entry, self)
        dialog.accepted.connect(lambda: self._keep_entry(task, entry, dialog))
        self._open(dialog)

    def _keep_entry(self, task: TaskRow, entry: EntryRow | None, dialog: EntryDialog) -> None:
        values = dialog.values()
        if entry is None:
            self._services.do("Add progress", add_entry, None, None, task_id=task.id, **values)
        elif dialog.deleted:
            self._services.do("Delete progress", delete_entry, entry_id=entry.id)
        elif values != {"status": entry.status, "as_of": entry.as_of, "text": entry.text}:
            self._services.do("Change progress", update_entry, None, None, entry_id=entry.id, **values)

    def _edit_field(self, ids: tuple[str, ...], key: str, value: object) -> None:
        self._services.do(
            f"Change {'due date' if key == 'due' else key}",
            update_task,
            None,
            self._refused,
            task_id=ids[0],
            **{key: value},
        )

    def _refused(self, error: Exception) -> None:
        self.table.tasks.revert()
        self._services.navigator.notify(Notice(str(error), "error"))

    def _move(self, task: TaskRow, offset: int) -> None:
        if not self.filter.text():
            self._services.do("Move task", move_task, task_id=task.id, offset=offset)

    def _delete(self) -> None:
        task = self.table.current_task()
        if task is not None:
            self._services.do("Delete task", delete_task, self._deleted, task_id=task.id)

    def _deleted(self, _done: object) -> None:
        navigator = self._services.navigator
        navigator.notify(Notice("The task was deleted.", "success", "Undo", navigator.undo))

    def _import(self) -> None:
        self._services.navigator.start_import(None, None)

    def _menu(self, at: QPoint) -> None:
        task, entry = self.table.current_task(), None
        menu = QMenu(self)
        if task is not None:
            entry = task.entries[-1] if task.entries else None
            menu.addAction("Report progress…\tShift+Insert", self.add_progress)
            if entry is not None:
                menu.addAction("Edit the last progress…", lambda: self.edit_entry(task, entry))
            menu.addAction("Edit the task…", lambda: self.edit_text(task, "text"))
            menu.addAction("Edit the next steps…", lambda: self.edit_text(task, "next_steps"))
            menu.addSeparator()
            menu.addAction("Move up\tAlt+Up", lambda: self._move(task, -1)).setEnabled(not self.filter.text())
            menu.addAction("Move down\tAlt+Down", lambda: self._move(task, 1)).setEnabled(
                not self.filter.text()
            )
            menu.addSeparator()
            menu.addAction("Delete the task\tDel", self._delete)
            menu.addSeparator()
        menu.addAction("Add a task…\tInsert", self.add)
        menu.exec(self.table.viewport().mapToGlobal(at))
        menu.deleteLater()

    def _ask_text(self, title: str, text: str, hint: str, keep: Any) -> None:
        dialog = TextDialog(title, text, hint, self)
        dialog.accepted.connect(lambda: keep(dialog.text()))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
