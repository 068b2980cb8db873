"""Workstreams: what the page reads, and what its edits do."""

from functools import partial
from typing import Any

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
from emgdesk.queries.places import workstream_of
from emgdesk.queries.workstreams import ChapterRow, WorkstreamRow
from emgdesk.ui.doors import open_progress_requests, open_roll_forward, show_dialog
from emgdesk.ui.page import Page, WorkstreamPanel
from emgdesk.ui.pages.workstreams.menus import fill_menu_of_all, fill_menu_of_one
from emgdesk.ui.pages.workstreams.outline import ALL, CHAPTER, outline
from emgdesk.ui.pages.workstreams.overview import BodyOverview
from emgdesk.ui.pages.workstreams.reading import Plan, read_plan
from emgdesk.ui.pages.workstreams.sheets import (
    CHART,
    DELIVERABLES_OF_ALL,
    HOME_OF,
    KINDS_OF_ALL,
    OF_ONE,
    OVERVIEW,
    WHOLE,
    WORK_PLAN,
)
from emgdesk.ui.pages.workstreams.view import ALL_OF_THEM, NOTHING, ONE, WorkstreamsView
from emgdesk.ui.panels.work_plan import Body, WorkPlanPanel
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.keys import own_key
from emgdesk.workspace import ChangeSet

_TAB, _TAB_OF_ALL = "workstreams.sheet", "workstreams.sheet_of_all"
_STATUS_TONES = {"active": "good", "proposed": "accent", "concluded": ""}
_WORDS = {
    "short_name": "short name",
    "chapter_id": "chapter",
    "aliases": "spellings",
}  # the other fields are called as they are


class WorkstreamsPage(Page):
    """Chapters and workstreams at the left; the chosen one, or all of them, at the right."""

    tables = (
        "chapter", "workstream", "workstream_alias", "mandate_event", "membership", "task", "progress_entry",
        "entity", "person", "meeting", "deliverable",
    )  # fmt: skip

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._plan = Plan()
        self._opened: set[str] = set()  # chapters asked for that have no task of their own
        self._wanted: tuple[str, str] | None = None  # what to go to once it is read
        self.view = WorkstreamsView(services)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view.outline)
        self._wire()

    def _wire(self) -> None:
        view, settings = self.view, self.services.settings
        view.outline.chosen.connect(lambda _: self._show_chosen())
        view.outline.opened.connect(lambda _: self._sheets_in_view().currentWidget().setFocus())
        view.one.print_button.clicked.connect(partial(self.print_this, "workstream"))
        view.all.print_button.clicked.connect(self._print)
        view.add_menu.addAction("Workstream…", self.new_workstream)
        view.add_menu.addAction("Chapter…", self.new_chapter)
        view.one.menu.aboutToShow.connect(self._fill_more)
        fill_menu_of_all(view.all.menu, self)
        for keys, offset in (("Alt+Up", -1), ("Alt+Down", 1)):
            own_key(view.outline.view, keys, partial(self.move_chosen, offset))
        view.sheets.made.connect(self._wire_sheet)
        view.sheets.turned.connect(partial(settings.set, _TAB))
        view.all_sheets.turned.connect(partial(settings.set, _TAB_OF_ALL))

    def _sheets_in_view(self) -> Any:
        return self.view.all_sheets if self.view.outline.chosen_id == ALL else self.view.sheets

    def _wire_sheet(self, key: str, panel: QWidget) -> None:
        if isinstance(panel, BodyOverview):
            panel.edited.connect(self._change_workstream)
            panel.retitled.connect(self._change_chapter)
            panel.names_wanted.connect(self.open_names)
            panel.sheet_wanted.connect(self.view.sheets.open)
        elif isinstance(panel, WorkstreamPanel):
            panel.counted.connect(partial(self.view.sheets.show_count, key))
        self._tell_sheet(key, panel)

    @property
    def overview(self) -> BodyOverview:
        """The first sub-tab."""
        panel = self.view.sheets.page(OVERVIEW)
        assert isinstance(panel, BodyOverview)
        return panel

    @property
    def tasks(self) -> WorkPlanPanel:
        """The work plan of the chosen body."""
        panel = self.view.sheets.page(WORK_PLAN)
        assert isinstance(panel, WorkPlanPanel)
        return panel

    # --- reading and showing ------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None = None) -> None:
        self.services.read(read_plan, self._show, latest=(id(self), "plan"))

    def open_item(self, kind: str, item_id: str) -> None:
        """Go to a workstream, to something of one, or to a sub-tab of all."""
        self._wanted = (kind, item_id)
        self.read_soon()
        if self.isVisible():
            self._go()

    def _show(self, plan: Plan) -> None:
        self._plan = plan
        self.view.outline.set_items(outline(plan.chapters, plan.workstreams, plan.own_tasks(), self._opened))
        self._go()
        self._show_chosen()

    def _go(self) -> None:
        if self._wanted is None:
            return
        kind, item_id = self._wanted
        if kind in KINDS_OF_ALL:
            if self.view.outline.choose(ALL):
                self._wanted = None
                self._open_sheet(self.view.all_sheets, kind, item_id)
        elif kind == "workstream" or kind in WHOLE:
            if self.view.outline.choose(item_id):
                self._wanted = None
                if kind in WHOLE:
                    self.view.sheets.open(HOME_OF[kind])
        elif kind != "task":
            found = partial(self._found_body, kind, item_id)
            self.services.read(workstream_of, found, kind=kind, item_id=item_id)
        elif task := next((t for t in self._plan.tasks if t.id == item_id), None):
            self.view.outline.choose(task.workstream_id or CHAPTER + task.chapter_id)
            self._wanted = None
            self._open_sheet(self.view.sheets, kind, item_id)

    def _found_body(self, kind: str, item_id: str, workstream_id: str | None) -> None:
        """Go to its workstream; a deliverable of none stands among all, anything else is gone."""
        if self._wanted != (kind, item_id):
            return
        if workstream_id is None:
            self._wanted = None
            if kind == "deliverable" and self.view.outline.choose(ALL):
                panel: Any = self.view.all_sheets.open(DELIVERABLES_OF_ALL)
                panel.open_item(kind, item_id)
        elif self.view.outline.choose(workstream_id):
            self._wanted = None
            self._open_sheet(self.view.sheets, kind, item_id)

    def _open_sheet(self, sheets: Any, kind: str, item_id: str) -> None:
        panel = sheets.open(HOME_OF[kind])
        if hasattr(panel, "open_item"):
            panel.open_item(kind, item_id)

    def _show_chosen(self) -> None:
        chosen = self.view.outline.chosen_id
        workstream, chapter = self._workstream(chosen), self._chapter(chosen)
        if workstream is not None:
            self._show_workstream(workstream)
        elif chapter is not None:
            self._show_chapter(chapter)
        elif chosen == ALL:
            self._show_all()
        else:
            self._show_nothing()

    def _show_workstream(self, row: WorkstreamRow) -> None:
        view = self.view
        place = f"{row.letter}) in {row.chapter}" if row.letter else "in no chapter of the report"
        caption = " · ".join(part for part in (row.kind, place, row.leads) if part)
        status, tone = row.status, _STATUS_TONES.get(row.status, "")
        if row.id in self._plan.lapsed:
            status, tone = "mandate ran out", "bad"
        view.one.show_heading(row.name, status, tone, caption)
        view.one.print_button.setVisible(True)
        view.sheets.show_only([sheet.key for sheet in OF_ONE])
        self._show_sheets()

    def _show_chapter(self, row: ChapterRow) -> None:
        view = self.view
        caption = "Tasks of the chapter itself, without a workstream"
        view.one.show_heading(f"{row.label} {row.title}", "", "", caption)
        view.one.print_button.setVisible(False)
        view.sheets.show_only((OVERVIEW, WORK_PLAN))
        self._show_sheets()

    def _show_sheets(self) -> None:
        """Let the sub-tabs show the chosen body, the last one used first."""
        view = self.view
        view.show_part(ONE)
        if not view.sheets.pages:
            view.sheets.open(self.services.settings.get(_TAB, OVERVIEW))
        chosen = view.outline.chosen_id
        for key, number in self._plan.counts(self._workstream(chosen), self._chapter(chosen)).items():
            view.sheets.show_count(key, str(number or ""))
        for key, panel in view.sheets.pages.items():
            self._tell_sheet(key, panel)

    def _tell_sheet(self, key: str, panel: QWidget) -> None:
        """Let a sub-tab show the chosen body."""
        plan, chosen = self._plan, self.view.outline.chosen_id
        row, chapter = self._workstream(chosen), self._chapter(chosen)
        if isinstance(panel, WorkPlanPanel):
            panel.show_body(_body(row, chapter))
        elif isinstance(panel, WorkstreamPanel):
            panel.show_workstream(row.id if row is not None else "")
        elif isinstance(panel, BodyOverview) and row is not None:
            panel.show_workstream(row, plan.chapters, plan.members_in_words(row.id))
        elif isinstance(panel, BodyOverview) and chapter is not None:
            panel.show_chapter(chapter)

    def _show_all(self) -> None:
        view = self.view
        view.all.show_heading("All workstreams", "", "", self._plan.in_words())
        view.show_part(ALL_OF_THEM)
        if not view.all_sheets.pages:
            view.all_sheets.open(self.services.settings.get(_TAB_OF_ALL, CHART))

    def _show_nothing(self) -> None:
        self.view.show_part(NOTHING)
        self.view.empty.say(
            "layers",
            "No workstreams yet",
            "Import the work plan workbook, or begin with a chapter of the progress report.",
            (
                Offer("Import a work plan…", self.import_plan, "file-input", primary=True),
                Offer("New chapter…", self.new_chapter, "plus"),
            ),
        )

    def _workstream(self, item_id: str) -> WorkstreamRow | None:
        return self._plan.workstream(item_id)

    def _chapter(self, item_id: str) -> ChapterRow | None:
        return next((c for c in self._plan.chapters if CHAPTER + c.id == item_id), None)

    # --- edits ----------------------------------------------------------------------------------

    def _change_workstream(self, workstream_id: str, fields: dict[str, Any]) -> None:
        row = self._workstream(workstream_id)
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
        self.overview.revert()
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
        self.view.sheets.open(OVERVIEW)
        self.open_item("workstream", item_id)

    def _fill_more(self) -> None:
        is_workstream = self._workstream(self.view.outline.chosen_id) is not None
        fill_menu_of_one(self.view.one.menu, self, is_workstream=is_workstream)

    def roll_forward(self) -> None:
        """Take the desk from one SOM to the next."""
        open_roll_forward(self.services, self.window())

    def ask_for_progress(self) -> None:
        """Sheets for the entities to fill in, and who has answered."""
        open_progress_requests(self.services, self.window())

    def open_names(self) -> None:
        from emgdesk.ui.panels.members import NamesDialog

        row = self._workstream(self.view.outline.chosen_id)
        if row is not None:
            show_dialog(NamesDialog(self.services, row.id, self.window()))

    def open_chapter(self) -> None:
        """Show the line of the chapter in view, where its title and its own tasks are written."""
        if not self._plan.chapters:
            return
        chapter_id = self._chapter_in_view()
        self._opened.add(chapter_id)
        self._show(self._plan)
        self.open_item("workstream", CHAPTER + chapter_id)

    def move_chosen(self, offset: int) -> None:
        chosen = self.view.outline.chosen_id
        if self._workstream(chosen) is not None:
            self.services.do("Move workstream", move_workstream, workstream_id=chosen, offset=offset)
        elif self._chapter(chosen) is not None:
            self.services.do(
                "Move chapter", move_chapter, chapter_id=chosen.removeprefix(CHAPTER), offset=offset
            )

    def delete_chosen(self) -> None:
        chosen = self.view.outline.chosen_id
        if self._workstream(chosen) is not None:
            self.services.do(
                "Delete workstream", delete_workstream, None, self._refused, workstream_id=chosen
            )
        elif self._chapter(chosen) is not None:
            key = chosen.removeprefix(CHAPTER)
            self.services.do("Delete chapter", delete_chapter, None, self._refused, chapter_id=key)

    def import_plan(self) -> None:
        self.services.navigator.start_import(None, None)

    def _print(self) -> None:
        self.services.navigator.start_export("progress-report", None)

    def print_this(self, name: str, _checked: bool = False) -> None:
        from emgdesk.ui.dialogs.document_dialog import DocumentDialog

        row = self._workstream(self.view.outline.chosen_id)
        if row is not None:
            show_dialog(DocumentDialog(self.services, name, workstream=row.name, parent=self.window()))

    def start_filter(self) -> None:
        self.view.outline.filter.setFocus()


def _body(row: WorkstreamRow | None, chapter: ChapterRow | None) -> Body | None:
    """Whose work plan is shown."""
    if row is not None:
        return Body(row.chapter_id or "", row.id, row.name)
    return Body(chapter.id, None, chapter.title) if chapter is not None else None
