"""The work plan of a workstream, or of a chapter itself: its tasks and what was reported on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout

from emgdesk.domain.numbering import counted
from emgdesk.operations.task import (
    add_entry,
    add_several_tasks,
    add_task,
    delete_entry,
    delete_tasks,
    move_task,
    transfer_tasks,
    update_entry,
    update_tasks,
)
from emgdesk.queries.task_decisions import TaskDecision, list_decisions
from emgdesk.queries.task_reports import issues_of_entries
from emgdesk.queries.workstreams import EntryRow
from emgdesk.ui.page import WorkstreamPanel
from emgdesk.ui.panels.work_plan.columns import COLUMNS, SEVERAL
from emgdesk.ui.panels.work_plan.decision_dialogs import CompareDialog, DecisionDialog
from emgdesk.ui.panels.work_plan.editors import EntryDialog
from emgdesk.ui.panels.work_plan.pasted import copied_tasks, pasted_tasks
from emgdesk.ui.panels.work_plan.reading import Body, Place, PlanView, TaskLine, load_plan
from emgdesk.ui.panels.work_plan.view import WorkPlanView
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.spread_dialog import ask_value
from emgdesk.ui.widgets.text_dialog import TextDialog

if TYPE_CHECKING:
    from emgdesk.workspace import ChangeSet, Done

_HINTS = {"text": "What is to be done", "next_steps": "What comes next"}
_TITLES = {"text": "task", "next_steps": "next steps", "due": "due date", "since": "day", "until": "day"}
_NOWHERE = PlanView(Body("", None, ""), ())


class WorkPlanPanel(WorkstreamPanel):
    """Reads the body it is given; every edit is one undo step."""

    tables = (
        "task", "progress_entry", "chapter", "workstream", "workstream_alias", "mandate_event", "entity",
        "action", "action_section", "meeting", "issued_document",
    )  # fmt: skip

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._body: Body | None = None
        self._plan = _NOWHERE
        self._printed: Mapping[str, Sequence[str]] = {}
        self._wanted = ""
        self._dialog: QDialog | None = None
        self.view = WorkPlanView(services.settings)
        self.table, self.filter = self.view.table, self.view.filter
        self.count, self.whole = self.view.count, self.view.whole
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.table)
        self._wire()

    def _wire(self) -> None:
        view, table, detail = self.view, self.view.table, self.view.detail
        view.add_asked.connect(self.add)
        view.progress_asked.connect(self.add_progress)
        view.import_asked.connect(lambda: self.services.navigator.start_import(None, None))
        table.edit_asked.connect(self.edit_text)
        table.entry_asked.connect(self.edit_entry)
        table.move_asked.connect(self._move)
        table.source_asked.connect(lambda _task: self._decide("show"))
        table.add_asked.connect(self.add)
        table.progress_asked.connect(self.add_progress)
        table.delete_pressed.connect(self._delete)
        table.copy_pressed.connect(self._copy)
        table.paste_pressed.connect(lambda: self._paste(QGuiApplication.clipboard().text()))
        table.spread_pressed.connect(self.change_several)
        table.leave_up.connect(view.filter.setFocus)
        table.tasks.edit_requested.connect(self._edit_field)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        detail.edited.connect(lambda key, name, value: self._edit_field((key,), name, value))
        detail.moved.connect(lambda key, place: self._transfer((key,), place))
        detail.entry_asked.connect(self._entry_of_current)
        detail.entry_deleted.connect(self._delete_entry)
        detail.decision_asked.connect(self._decide)

    # --- reading and showing ------------------------------------------------------------------

    def show_workstream(self, workstream_id: str) -> None:
        self.show_body(Body("", workstream_id, "") if workstream_id else None)

    def show_body(self, body: Body | None) -> None:
        """Show the tasks of a workstream or of a chapter itself, nothing for None."""
        same = body is not None and self._body is not None and _key(body) == _key(self._body)
        self._body = body
        if not same:
            self.filter.clear()
            self._take(_NOWHERE)
            self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if self._body is not None:
            load = partial(load_plan, body=self._body, today=date.today())
            self.services.load(load, self._show, latest=(id(self), "tasks"))

    def _show(self, plan: PlanView) -> None:
        if self._body is not None and _key(plan.body) == _key(self._body):
            self._take(plan)
            still = sum(line.open for line in plan.lines)
            self.counted.emit(str(still or ""))

    def _take(self, plan: PlanView) -> None:
        self._plan = plan
        self.view.show_plan(plan, self._wanted)
        if self._wanted and self.table.tasks.row_of(self._wanted):
            self.table.select_task(self._wanted)
            self._wanted = ""
        self._show_detail()

    def _show_detail(self) -> None:
        line = self.current()
        self.view.show_line(line, self._printed if line else {})
        if line is not None and line.entries and self.view.detail.isVisible():
            self.services.read(
                issues_of_entries, partial(self._show_printed, line.id), latest=(id(self), "printed"),
                task_id=line.id,
            )  # fmt: skip

    def _show_printed(self, task_id: str, printed: Mapping[str, Sequence[str]]) -> None:
        line = self.current()
        if line is not None and line.id == task_id and printed != self._printed:
            self._printed = printed
            self.view.show_line(line, printed)

    def current(self) -> TaskLine | None:
        """The task the keyboard is on."""
        return self.table.current_task()

    def open_item(self, kind: str, item_id: str) -> None:
        """Go to a task; one that left the work plan is shown among the others."""
        self._wanted = item_id
        self.read_soon()
        if self._plan.lines:
            self._take(self._plan)

    def start_filter(self) -> None:
        self.filter.setFocus()

    # --- tasks --------------------------------------------------------------------------------

    def add(self) -> None:
        """Write a new task at the end."""
        if self._body is not None:
            self._ask_text("New task", "", _HINTS["text"], self._add)

    def _add(self, text: str) -> None:
        body = self._plan.body
        if text.strip():
            self._do(
                "Add task", add_task, self._added, chapter_id=body.chapter_id,
                workstream_id=body.workstream_id, text=text, since=self._plan.since,
            )  # fmt: skip
        else:
            self.services.navigator.notify(Notice("A task needs words; none was added."))

    def _added(self, done: Done[Any]) -> None:
        self.open_item("task", done.value)

    def edit_text(self, task: TaskLine, key: str) -> None:
        """Write the task's wording ("text") or its next steps in a window."""
        before = task.text if key == "text" else task.next_steps

        def keep(text: str) -> None:
            if text != before:
                self._do(f"Change {_TITLES[key]}", update_tasks, None, task_ids=(task.id,), **{key: text})

        self._ask_text(_TITLES[key].capitalize(), before, _HINTS[key], keep)

    def _edit_field(self, ids: tuple[str, ...], key: str, value: object) -> None:
        some = "" if len(ids) == 1 else f" of {counted(len(ids), 'task', 'tasks')}"
        self._do(f"Change {_TITLES.get(key, key)}{some}", update_tasks, None, task_ids=ids, **{key: value})

    def change_several(self) -> None:
        """Ask for one value and give it to all selected tasks."""
        ids = self.table.selected_ids()
        if ids:
            at = self.table.currentIndex().column()
            column = next((c for c in SEVERAL if c.key == COLUMNS[at].key), SEVERAL[0])
            proposals = {"responsible": self._plan.entities, "due": self._plan.dues}
            ask_value(
                self, SEVERAL, column, len(ids), ("task", "tasks"), proposals,
                lambda key, value: self._edit_field(ids, key, value),
            )  # fmt: skip

    def _move(self, task: TaskLine, offset: int) -> None:
        """Move a task by places of the table, past what is hidden between them."""
        shown = [line.id for line in self.table.tasks.shown_rows()]
        every = [line.id for line in self._plan.lines]
        at = max(0, min(len(shown) - 1, shown.index(task.id) + offset))
        places = every.index(shown[at]) - every.index(task.id)
        if places and not self.filter.text():
            self._do("Move task", move_task, None, task_id=task.id, offset=places)

    def _transfer(self, ids: Sequence[str], place: Place) -> None:
        words = "Move task" if len(ids) == 1 else f"Move {counted(len(ids), 'task', 'tasks')}"
        said = f"{'The task was' if len(ids) == 1 else counted(len(ids), 'task was', 'tasks were')} moved to "
        navigator = self.services.navigator
        notice = Notice(f"{said}{place.name}.", "success", "Undo", navigator.undo)
        self._do(
            f"{words} to {place.name}", transfer_tasks, lambda _done: navigator.notify(notice),
            task_ids=tuple(ids), workstream_id=place.workstream_id, chapter_id=place.chapter_id,
        )  # fmt: skip

    def _leave(self) -> None:
        """Take the selected tasks off the work plan as of today; their history stays."""
        ids = self.table.selected_ids()
        self._do("Take off the work plan", update_tasks, None, task_ids=ids, until=date.today().isoformat())

    def _come_back(self) -> None:
        ids = self.table.selected_ids()
        self._do("Put back into the work plan", update_tasks, None, task_ids=ids, until="")

    def _delete(self) -> None:
        ids = self.table.selected_ids()
        if ids:
            words = "task" if len(ids) == 1 else counted(len(ids), "task", "tasks")
            self._do(f"Delete {words}", delete_tasks, partial(self._deleted, len(ids)), task_ids=ids)

    def _deleted(self, number: int, _done: object) -> None:
        navigator = self.services.navigator
        words = "The task was" if number == 1 else counted(number, "task was", "tasks were")
        navigator.notify(Notice(f"{words} deleted.", "success", "Undo", navigator.undo))

    def _copy(self) -> None:
        rows = [self.table.tasks.row_of(key) for key in self.table.selected_ids()]
        QGuiApplication.clipboard().setText(copied_tasks([row for row in rows if row is not None]))

    def _paste(self, text: str) -> None:
        """Rows copied from a spreadsheet become tasks at the end."""
        body = self._plan.body
        tasks = [{**fields, "since": self._plan.since} for fields in pasted_tasks(text)]
        if tasks and self._body is not None:
            self._do(
                f"Paste {counted(len(tasks), 'task', 'tasks')}", add_several_tasks, self._pasted,
                chapter_id=body.chapter_id, workstream_id=body.workstream_id, tasks=tasks,
            )  # fmt: skip

    def _pasted(self, done: Done[Any]) -> None:
        self.open_item("task", done.value[0])
        navigator = self.services.navigator
        words = f"{counted(len(done.value), 'task was', 'tasks were')} added."
        navigator.notify(Notice(words, "success", "Undo", navigator.undo))

    # --- progress -----------------------------------------------------------------------------

    def add_progress(self) -> None:
        """Report on the current task as of today."""
        self._entry_of_current(None)

    def _entry_of_current(self, entry: EntryRow | None) -> None:
        task = self.current()
        if task is not None:
            self.edit_entry(task, entry)

    def edit_entry(self, task: TaskLine, entry: EntryRow | None) -> None:
        """Write a progress entry, a new one where `entry` is None."""
        dialog = EntryDialog(task.text, entry, self)
        dialog.accepted.connect(lambda: self._keep_entry(task, entry, dialog))
        self._open(dialog)

    def _keep_entry(self, task: TaskLine, entry: EntryRow | None, dialog: EntryDialog) -> None:
        values = dialog.values()
        if entry is None:
            self._do("Add progress", add_entry, None, task_id=task.id, **values)
        elif dialog.deleted:
            self._delete_entry(entry.id)
        elif values != {"status": entry.status, "as_of": entry.as_of, "text": entry.text}:
            self._do("Change progress", update_entry, None, entry_id=entry.id, **values)

    def _delete_entry(self, entry_id: str) -> None:
        self._do("Delete progress", delete_entry, None, entry_id=entry_id)

    # --- the decision -------------------------------------------------------------------------

    def _decide(self, what: str) -> None:
        """Show, choose, compare or remove the decision of the current task."""
        line = self.current()
        if line is None:
            return
        if what == "choose":
            self.services.read(list_decisions, partial(self._choose_decision, line), latest=(id(self), "ask"))
        elif line.decision is not None:
            {"show": self._show_decision, "compare": self._compare, "remove": self._remove_decision}[what](
                line
            )

    def _show_decision(self, line: TaskLine) -> None:
        if line.decision is not None:
            self.services.navigator.show("action", line.decision.action_id)

    def _choose_decision(self, line: TaskLine, decisions: Sequence[TaskDecision]) -> None:
        dialog = DecisionDialog(
            decisions, line.task.workstream_id, line.task.action_id, self.services.settings, self
        )
        dialog.chosen.connect(
            lambda key: self._do(
                "Choose decision of task", update_tasks, None, task_ids=(line.id,), action_id=key
            )
        )
        self._open(dialog)

    def _remove_decision(self, line: TaskLine) -> None:
        self._do("Remove decision of task", update_tasks, None, task_ids=(line.id,), action_id=None)

    def _compare(self, line: TaskLine) -> None:
        if line.decision is not None:
            dialog = CompareDialog(line, line.decision, self)
            text = line.decision.text
            dialog.taken.connect(
                lambda: self._do("Take words of decision", update_tasks, None, task_ids=(line.id,), text=text)
            )
            self._open(dialog)

    # --- menu and dialogs ---------------------------------------------------------------------

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.exec(self.table.viewport().mapToGlobal(at))
        menu.deleteLater()

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the selected tasks."""
        task, ids = self.current(), self.table.selected_ids()
        if task is not None:
            self._fill_for_one(menu, task)
            menu.addSeparator()
            some = "the task" if len(ids) == 1 else counted(len(ids), "task", "tasks")
            menu.addAction(f"Change a field of {some}…\tShift+F2", self.change_several)
            elsewhere = menu.addMenu(f"Move {some} to")
            for place in self._plan.places:
                if (place.workstream_id, place.chapter_id) != (task.task.workstream_id, task.task.chapter_id):
                    elsewhere.addAction(place.name, partial(self._transfer, ids, place))
            if task.left:
                menu.addAction(f"Put {some} back into the work plan", self._come_back)
            else:
                menu.addAction(f"Take {some} off the work plan today", self._leave)
            free = not self.filter.text()
            menu.addAction("Move up\tAlt+Up", lambda: self._move(task, -1)).setEnabled(free)
            menu.addAction("Move down\tAlt+Down", lambda: self._move(task, 1)).setEnabled(free)
            menu.addSeparator()
            menu.addAction("Copy\tCtrl+C", self._copy)
            menu.addAction(f"Delete {some}\tDel", self._delete)
            menu.addSeparator()
        menu.addAction("Add a task…\tInsert", self.add)

    def _fill_for_one(self, menu: QMenu, task: TaskLine) -> None:
        menu.addAction("Report progress…\tShift+Insert", self.add_progress)
        if task.entries:
            menu.addAction("Edit the last progress…", lambda: self.edit_entry(task, task.entries[-1]))
        menu.addAction("Edit the task…", lambda: self.edit_text(task, "text"))
        menu.addAction("Edit the next steps…", lambda: self.edit_text(task, "next_steps"))
        menu.addSeparator()
        if task.decision is not None:
            menu.addAction(f"Show {task.decision.cited}", partial(self._decide, "show"))
            if task.differs:
                menu.addAction("Compare with the decision…", partial(self._decide, "compare"))
            menu.addAction("Remove the decision", partial(self._decide, "remove"))
        menu.addAction("Choose the decision it comes from…", partial(self._decide, "choose"))

    def _ask_text(self, title: str, text: str, hint: str, keep: Callable[[str], object]) -> None:
        dialog = TextDialog(title, text, hint, self)
        dialog.accepted.connect(lambda: keep(dialog.text()))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _do(self, label: str, operation: Callable[..., Any], on_done: Any = None, **kw: Any) -> None:
        self.services.do(label, operation, on_done, self._refused, **kw)

    def _refused(self, error: Exception) -> None:
        self.table.tasks.revert()
        self.view.detail.revert()
        self.services.navigator.notify(Notice(str(error), "error"))


def _key(body: Body) -> tuple[str | None, str]:
    return (body.workstream_id, "" if body.workstream_id else body.chapter_id)
