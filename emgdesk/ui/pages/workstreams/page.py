"""Workstreams: what the page reads, and what its edits do."""

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QVBoxLayout, QWidget

from emgdesk.operations.workstream import (
    add_chapter,
    add_workstream,
    delete_chapter,
    delete_workstream,
    move_chapter,
    move_workstream,
    update_chapter,
    update_workstream,
)
from emgdesk.queries.entities import list_entities
from emgdesk.queries.workstreams import (
    ChapterRow,
    TaskRow,
    WorkstreamRow,
    list_chapters,
    list_tasks,
    list_workstreams,
)
from emgdesk.ui.page import Page
from emgdesk.ui.pages.workstreams.outline import CHAPTER, outline
from emgdesk.ui.pages.workstreams.view import OVERVIEW, WORK_PLAN, WorkstreamsView
from emgdesk.ui.panels.work_plan import Body
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.keys import own_key
from emgdesk.workspace import ChangeSet

_TAB = "workstreams.tab"
_STATUS_TONES = {"active": "good", "proposed": "accent", "concluded": ""}
_WORDS = {
    "short_name": "short name",
    "chapter_id": "chapter",
    "parent_id": "parent",
    "aliases": "spellings",
}  # the other fields are called as they are


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole work plan as one reading of the desk."""

    chapters: tuple[ChapterRow, ...]
    workstreams: tuple[WorkstreamRow, ...]
    tasks: tuple[TaskRow, ...]
    entities: tuple[str, ...]


def read_plan(session: Any) -> Plan:
    """Everything the page shows."""
    entities = tuple(e.acronym for e in list_entities(session))
    return Plan(list_chapters(session), list_workstreams(session), list_tasks(session), entities)


class WorkstreamsPage(Page):
    """Chapters and workstreams at the left, the chosen one's facts and work plan at the right."""

    tables = ("chapter", "workstream", "workstream_alias", "task", "progress_entry", "entity")

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._plan = Plan((), (), (), ())
        self._opened: set[str] = set()  # chapters asked for that have no task of their own
        self._wanted: tuple[str, str] | None = None  # a body and a task to go to once read
        self.view = WorkstreamsView(services)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view.outline)
        self._wire()

    def _wire(self) -> None:
        view = self.view
        view.outline.chosen.connect(lambda _: self._show_chosen())
        view.outline.opened.connect(lambda _: view.sheets.currentWidget().setFocus())
        view.workstream.edited.connect(self._change_workstream)
        view.chapter.edited.connect(self._change_chapter)
        view.print_button.clicked.connect(self._print)
        view.add_menu.addAction("Workstream…", self.new_workstream)
        view.add_menu.addAction("Chapter…", self.new_chapter)
        view.more_menu.aboutToShow.connect(self._fill_more)
        for keys, offset in (("Alt+Up", -1), ("Alt+Down", 1)):
            own_key(view.outline.view, keys, partial(self._move, offset))
        view.sheets.setCurrentIndex(self.services.settings.get(_TAB, WORK_PLAN))
        view.sheets.currentChanged.connect(lambda at: self.services.settings.set(_TAB, at))

    # --- reading and showing ------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None = None) -> None:
        self.services.read(read_plan, self._show, latest=(id(self), "plan"))

    def open_item(self, kind: str, item_id: str) -> None:
        """Go to a workstream or a task."""
        self._wanted = (kind, item_id)
        self.read_soon()
        if self.isVisible():
            self._go()

    def _show(self, plan: Plan) -> None:
        self._plan = plan
        own = Counter(task.chapter_id for task in plan.tasks if task.workstream_id is None)
        self.view.outline.set_items(outline(plan.chapters, plan.workstreams, own, self._opened))
        self._go()
        self._show_chosen()

    def _go(self) -> None:
        if self._wanted is None:
            return
        kind, item_id = self._wanted
        task = next((t for t in self._plan.tasks if kind == "task" and t.id == item_id), None)
        if task is not None:
            self.view.outline.choose(task.workstream_id or CHAPTER + task.chapter_id)
            self.view.sheets.setCurrentIndex(WORK_PLAN)
            self.view.tasks.table.select_task(item_id)
            self._wanted = None
        elif kind != "task" and self.view.outline.choose(item_id):
            self._wanted = None

    def _show_chosen(self) -> None:
        chosen = self.view.outline.chosen_id
        workstream, chapter = self._workstream(chosen), self._chapter(chosen)
        self.view.show_detail(workstream is not None or chapter is not None)
        if workstream is not None:
            self._show_workstream(workstream)
        elif chapter is not None:
            self._show_chapter(chapter)
        else:
            self._show_nothing()

    def _show_workstream(self, row: WorkstreamRow) -> None:
        view, plan = self.view, self._plan
        view.title.setText(row.name)
        view.status.set(row.status, _STATUS_TONES.get(row.status, ""))
        place = f"{row.letter}) in {row.chapter}" if row.letter else "in no chapter of the report"
        view.caption.setText(" · ".join(part for part in (row.kind, place, row.leads) if part))
        view.overview.setCurrentWidget(view.workstream)
        view.workstream.show_workstream(row, plan.chapters, plan.workstreams)
        tasks = tuple(t for t in plan.tasks if t.workstream_id == row.id)
        chapter_id = row.chapter_id or (plan.chapters[0].id if plan.chapters else "")
        view.tasks.show_tasks(Body(chapter_id, row.id, row.name), tasks, plan.entities)

    def _show_chapter(self, row: ChapterRow) -> None:
        view, plan = self.view, self._plan
        view.title.setText(f"{row.label} {row.title}")
        view.status.set("", "")
        view.caption.setText("Tasks of the chapter itself, without a workstream")
        view.overview.setCurrentWidget(view.chapter)
        view.chapter.show_chapter(row)
        tasks = tuple(t for t in plan.tasks if t.chapter_id == row.id and t.workstream_id is None)
        view.tasks.show_tasks(Body(row.id, None, row.title), tasks, plan.entities)

    def _show_nothing(self) -> None:
        self.view.empty.say(
            "layers",
            "No workstreams yet",
            "Import the work plan workbook, or begin with a chapter of the progress report.",
            (
                Offer("Import a work plan…", self._import, "file-input", primary=True),
                Offer("New chapter…", self.new_chapter, "plus"),
            ),
        )

    def _workstream(self, item_id: str) -> WorkstreamRow | None:
        return next((w for w in self._plan.workstreams if w.id == item_id), None)

    def _chapter(self, item_id: str) -> ChapterRow | None:
        return next((c for c in self._plan.chapters if CHAPTER + c.id == item_id), None)

    # --- edits ----------------------------------------------------------------------------------

    def _change_workstream(self, fields: dict[str, Any]) -> None:
        row = self._workstream(self.view.outline.chosen_id)
        if row is not None:
            what = ", ".join(_WORDS.get(key, key) for key in fields)
            self.services.do(
                f"Change {what} of {row.short_name or row.name}", update_workstream, None, self._refused,
                workstream_id=row.id, **fields,
            )  # fmt: skip

    def _change_chapter(self, title: str) -> None:
        row = self._chapter(self.view.outline.chosen_id)
        if row is not None:
            self.services.do(
                "Change title of chapter", update_chapter, None, self._refused, chapter_id=row.id, title=title
            )

    def _refused(self, error: Exception) -> None:
        self.view.workstream.revert()
        self.view.chapter.form.revert()
        self.services.navigator.notify(Notice(str(error), "error"))

    def new_chapter(self) -> None:
        """Ask for the title of a new chapter."""
        title, given = QInputDialog.getText(self, "New chapter", "Title (its number is generated)")
        if given and title.strip():
            self.services.do(
                "Add chapter", add_chapter, lambda done: self._added(CHAPTER + done.value), title=title
            )

    def new_workstream(self) -> None:
        """Ask for the name of a new workstream in the chapter in view."""
        if not self._plan.chapters:
            self.new_chapter()
            return
        name, given = QInputDialog.getText(self, "New workstream", "Name")
        if given and name.strip():
            self.services.do(
                "Add workstream", add_workstream, lambda done: self._added(done.value), name=name,
                chapter_id=self._chapter_in_view(),
            )  # fmt: skip

    def _chapter_in_view(self) -> str:
        chosen = self.view.outline.chosen_id
        workstream, chapter = self._workstream(chosen), self._chapter(chosen)
        if workstream is not None and workstream.chapter_id:
            return workstream.chapter_id
        return chapter.id if chapter is not None else self._plan.chapters[0].id

    def _added(self, item_id: str) -> None:
        self.view.sheets.setCurrentIndex(OVERVIEW)
        self.open_item("workstream", item_id)

    def _fill_more(self) -> None:
        menu = self.view.more_menu
        menu.clear()
        if self._workstream(self.view.outline.chosen_id) is not None:
            menu.addAction("Progress report of this workstream…", self._print_this)
            menu.addAction("Go to its chapter", self._open_chapter).setEnabled(bool(self._plan.chapters))
            menu.addSeparator()
        menu.addAction("Move up\tAlt+Up", lambda: self._move(-1))
        menu.addAction("Move down\tAlt+Down", lambda: self._move(1))
        menu.addSeparator()
        menu.addAction("Delete", self._delete)

    def _open_chapter(self) -> None:
        """Show the line of the chapter in view, where its title and its own tasks are written."""
        chapter_id = self._chapter_in_view()
        self._opened.add(chapter_id)
        self._show(self._plan)
        self.open_item("workstream", CHAPTER + chapter_id)

    def _move(self, offset: int) -> None:
        chosen = self.view.outline.chosen_id
        if self._workstream(chosen) is not None:
            self.services.do("Move workstream", move_workstream, workstream_id=chosen, offset=offset)
        elif self._chapter(chosen) is not None:
            self.services.do(
                "Move chapter", move_chapter, chapter_id=chosen.removeprefix(CHAPTER), offset=offset
            )

    def _delete(self) -> None:
        chosen = self.view.outline.chosen_id
        if self._workstream(chosen) is not None:
            self.services.do(
                "Delete workstream", delete_workstream, None, self._refused, workstream_id=chosen
            )
        elif self._chapter(chosen) is not None:
            key = chosen.removeprefix(CHAPTER)
            self.services.do("Delete chapter", delete_chapter, None, self._refused, chapter_id=key)

    def _import(self) -> None:
        self.services.navigator.start_import(None, None)

    def _print(self) -> None:
        self.services.navigator.start_export("progress-report", None)

    def _print_this(self) -> None:
        from emgdesk.ui.dialogs.document_dialog import DocumentDialog

        row = self._workstream(self.view.outline.chosen_id)
        if row is not None:
            dialog = DocumentDialog(
                self.services, "progress-report", workstream=row.name, parent=self.window()
            )
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
