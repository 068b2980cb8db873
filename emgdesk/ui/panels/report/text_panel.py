"""The text of a report: what is read, what an edit does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout

from emgdesk.domain.numbering import counted
from emgdesk.errors import DataError, EmgdeskError
from emgdesk.operations.report import (
    add_paragraph,
    add_report_section,
    delete_report_parts,
    freeze_sentence,
    make_report,
    set_section_items,
    update_paragraph,
    update_report_section,
)
from emgdesk.operations.report_levels import shift_report_lines
from emgdesk.ui.dialogs.follow_up import ask_follow_up
from emgdesk.ui.models.outline_drafts import Draft
from emgdesk.ui.page import MeetingPanel
from emgdesk.ui.panels.report.arranging import moved
from emgdesk.ui.panels.report.lines import SECTION, report_lines, sought
from emgdesk.ui.panels.report.live_preview import LivePreview
from emgdesk.ui.panels.report.reading import ReportView, read_report
from emgdesk.ui.panels.report.text_view import TextView, ToolRow, toggle
from emgdesk.ui.panels.report.wiring import wire_blocks
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.outline_writing import OutlineWriting
from emgdesk.ui.widgets.text import tool
from emgdesk.workspace import ChangeSet, Done

DOCUMENT = "meeting-report"
_TABLES = (
    "report_section", "section_item", "paragraph", "footnote", "reservation", "action", "action_section",
    "agenda_item", "meeting", "participation", "deliverable", "deliverable_stage", "workstream",
)  # fmt: skip


class TextPanel(MeetingPanel):
    """Sections and paragraphs at the left, the chosen one in the middle, the printed page at the right."""

    tables = _TABLES

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._meeting = self._choose_next = ""
        self._then: Callable[[], object] | None = None
        self.shown = ReportView("")
        self.preview = LivePreview(services, DOCUMENT)
        self.view = TextView(services.settings, self.preview)
        self.preview_button = toggle("eye", "Preview")
        self.preview_button.setChecked(bool(services.settings.get("report.preview", True)))
        self.add_section = tool("Section", self.new_section, "list-tree", tip="New section (Ctrl+Enter)")
        self.add_paragraph = tool("Paragraph", self.new_paragraph, "plus", tip="New paragraph (Enter)")
        self.print = tool("Print or save", self._print, "printer", tip="The report as PDF or Word")
        self.tools = ToolRow(self.add_section, self.add_paragraph, self.preview_button, self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view.outline)
        self.writing = OutlineWriting(self.view.outline, self, self._may_be_written)
        self._wire()

    def _wire(self) -> None:
        outline, paragraph, section = self.view.outline, self.view.paragraph, self.view.section
        outline.chosen.connect(self._show_chosen)
        outline.renamed.connect(lambda key, text: self._edit_section(key, {"heading": text}))
        outline.writing_wanted.connect(lambda _key: paragraph.text.setFocus())
        outline.typed.connect(self._type_on)
        self.writing.kept.connect(self._add_section)
        self.writing.ended.connect(self._show_page)
        outline.wanted_after.connect(lambda _key: self.new_paragraph())
        outline.wanted_below.connect(lambda _key: self.new_section())
        outline.moved.connect(self._move)
        outline.indented.connect(partial(self._indent, 1))
        outline.outdented.connect(partial(self._indent, -1))
        outline.delete_pressed.connect(self._delete)
        section.edited.connect(self._edit_section)
        section.items_set.connect(
            lambda key, items: self._do(
                "Choose items of a section", set_section_items, section_id=key, item_ids=items
            )
        )
        paragraph.edited.connect(
            lambda key, fields: self._do("Edit paragraph", update_paragraph, paragraph_id=key, **fields)
        )
        paragraph.froze.connect(self._freeze)
        paragraph.follow_up_wanted.connect(self.follow_up)
        outline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        outline.customContextMenuRequested.connect(self._open_menu)
        wire_blocks(paragraph, self._do, self.services.navigator)
        self.preview_button.toggled.connect(self._want_preview)
        self.view.preview_fits.connect(self.preview_button.setEnabled)
        self.view.want_preview(self.preview_button.isChecked())

    # --- reading ------------------------------------------------------------------------------

    def show_meeting(self, meeting_id: str) -> None:
        if meeting_id == self._meeting:
            return
        self._take_over()
        self.writing.flush()
        self._meeting = meeting_id
        self.view.outline.release()
        self.writing.forget()
        self.view.paragraph.forget()
        self.preview.show_meeting(meeting_id)
        self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if self._meeting:
            read = partial(read_report, meeting_id=self._meeting)
            self.services.load(read, self._show, latest=(id(self), "report"))

    def _show(self, view: ReportView) -> None:
        if view.meeting_id != self._meeting:
            return
        self.shown = view
        self.counted.emit(str(sum(len(one.paragraphs) for one in view.sections)) if view.sections else "")
        for made in (self.add_paragraph, self.print):
            made.setEnabled(bool(view.sections))
        if not view.sections:
            self._offer()
        self.writing.show_lines(report_lines(view))
        self._show_page()
        if self._choose_next and self.view.outline.choose(self._choose_next):
            self._choose_next = ""
        self._show_chosen(self.view.outline.chosen_id)
        if self._then is not None:
            then, self._then = self._then, None
            then()
        self.preview.draw_soon()

    def _show_page(self) -> None:
        """Show the report, or the ways to begin one."""
        self.view.stack.setCurrentIndex(1 if self.view.outline.lines.tree.lines else 0)

    def _offer(self) -> None:
        agenda = bool(self.shown.agenda)
        offers = [Offer("Begin with an empty section", self.new_section, "plus", primary=not agenda)]
        if agenda:
            forms = [
                ("numbered", "list-ordered", "Write it numbered"),
                ("items", "list-tree", "Write it item by item"),
            ]
            if self.shown.segment == "mid-term":
                forms.reverse()
            offers[:0] = [
                Offer(words, partial(self.write_from_agenda, form), icon, primary=not at)
                for at, (form, icon, words) in enumerate(forms)
            ]
        self.view.empty.say(
            "notebook-pen",
            "No report yet",
            "Write it from the agenda, with numbered paragraphs or item by item: sections, the sentences the "
            "desk knows already and the blocks of actions are put in; the rest you write."
            if agenda
            else "With an agenda, the desk writes the sections and the sentences it knows by itself.",
            offers,
        )

    def _show_chosen(self, key: str) -> None:
        """The editor of the chosen line; what was typed in another one is taken over first."""
        paragraph, section = self.shown.paragraph(key), self.shown.section(key)
        if self.view.editors.currentWidget() is self.view.section:
            self.view.section.flush()
        self.preview.point_at(sought(self.shown, key))
        if paragraph is not None:
            self.view.paragraph.show_paragraph(paragraph, self.shown)
            self.view.editors.setCurrentIndex(2)
            return
        self.view.paragraph.flush()
        self.view.paragraph.forget()
        if section is not None:
            self.view.section.show_section(section, self.shown)
        self.view.editors.setCurrentIndex(1 if section is not None else 0)

    def open_item(self, kind: str, item_id: str) -> None:
        if not self.view.outline.choose(item_id):
            self._choose_next = item_id  # not read yet

    def start_filter(self) -> None:
        self.view.outline.setFocus()

    def flush(self) -> None:
        super().flush()
        self._take_over()

    def _take_over(self) -> None:
        """Keep what is being typed, without taking the keyboard away from it."""
        self.view.section.flush()
        self.view.paragraph.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        self._take_over()
        super().hideEvent(event)

    # --- writing ------------------------------------------------------------------------------

    def _do(
        self,
        label: str,
        operation: Callable[..., Any],
        then: Callable[[Done[Any]], object] | None = None,
        **kw: Any,
    ) -> None:
        self.services.do(label, operation, then, self._refused, **kw)

    def _refused(self, error: Exception) -> None:
        self.view.outline.release()
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))
        self.read_soon()

    def write_from_agenda(self, form: str) -> None:
        """Write the first report."""
        self._do("Write the report from the agenda", make_report, meeting_id=self._meeting, form=form)

    def new_section(self) -> None:
        """Open a line for the heading of a section behind the one chosen."""
        self._take_over()
        self.view.stack.setCurrentIndex(1)
        self.writing.begin(self._meeting, self._section_here() or "", kind=SECTION)

    def _may_be_written(self, draft: Draft) -> bool:
        above = self.view.outline.line(draft.parent_id or "")
        return above is None or above.kind == SECTION

    def _add_section(self, draft: Draft) -> None:
        """Make a section of a heading that was written."""
        before = self.view.outline.line(draft.after_id or "")

        def refused(error: Exception) -> None:
            self.writing.refused(draft.id)
            told = isinstance(error, EmgdeskError)
            self._refused(DataError(f"{error} “{draft.text}” was not kept.") if told else error)

        self.services.do(
            "Add section", add_report_section, lambda done: self.writing.answered(done.value), refused,
            meeting_id=draft.home, heading=draft.text, parent_id=draft.parent_id, key=draft.id,
            after_id=before.id if before is not None and before.kind == SECTION else None,
        )  # fmt: skip

    def _type_on(self, event: QKeyEvent) -> None:
        """A letter typed on a paragraph goes on with its text."""
        edit = self.view.paragraph.text.edit
        if edit.isVisible() and edit.isEnabled() and not edit.isReadOnly():
            edit.setFocus()
            edit.moveCursor(QTextCursor.MoveOperation.End)
            QApplication.sendEvent(edit, event)

    def new_paragraph(self) -> None:
        """A paragraph behind the one chosen, or the first of the chosen section."""
        here = self._section_here()
        if here is None:
            self.new_section()
            return
        self._take_over()
        chosen = self.shown.paragraph(self.view.outline.chosen_id)
        kind = "bullet" if chosen is not None and chosen.kind == "bullet" else "paragraph"
        self.view.outline.hold()
        self._do(
            "Add paragraph", add_paragraph, self._made_paragraph,
            section_id=here, kind=kind, after_id=chosen.id if chosen is not None else None,
        )  # fmt: skip

    def _made_paragraph(self, done: Done[Any]) -> None:
        self._go_to(str(done.value), self._begin_paragraph)

    def _begin_paragraph(self) -> None:
        """What was typed while it was being made comes to stand in it."""
        self.view.paragraph.text.setFocus()
        self.view.outline.release(self.view.paragraph.text.edit)

    def _go_to(self, key: str, then: Callable[[], object]) -> None:
        """Choose a line that was just made, now or once it is read."""
        if self.view.outline.choose(key):
            then()
        else:
            self._choose_next, self._then = key, then

    def _section_here(self) -> str | None:
        line = self.view.outline.line(self.view.outline.chosen_id)
        if line is None:
            return self.shown.sections[-1].id if self.shown.sections else None
        return line.id if line.kind == SECTION else line.parent_id

    def _edit_section(self, key: str, fields: dict[str, Any]) -> None:
        self._do("Edit section", update_report_section, section_id=key, **fields)

    def _freeze(self, key: str, frozen: bool) -> None:
        words = "Freeze a sentence" if frozen else "Let a sentence follow the data"
        self._do(words, freeze_sentence, paragraph_id=key, frozen=frozen)

    def _move(self, key: str, parent: str, index: int) -> None:
        self._take_over()
        asked = moved(self.shown, key, parent, index)
        if asked is not None:
            self._do(asked.label, asked.operation, **asked.fields)

    def _indent(self, way: int, keys: Sequence[str]) -> None:
        self._take_over()
        label = "Change level" if len(keys) == 1 else f"Change level of {counted(len(keys), 'line', 'lines')}"
        self._do(label, shift_report_lines, line_ids=tuple(keys), way=way)

    def _delete(self, keys: Sequence[str]) -> None:
        sections = [key for key in keys if self.shown.section(key) is not None]
        loose = [key for key in keys if (row := self.shown.paragraph(key)) and row.section_id not in sections]
        words = [
            counted(len(found), *nouns)
            for found, nouns in ((sections, ("section", "sections")), (loose, ("paragraph", "paragraphs")))
            if found
        ]
        what = " and ".join(words)
        shown = self.view.paragraph.row
        if shown is not None and (shown.id in loose or self._goes(shown.section_id, sections)):
            self.view.paragraph.forget()  # nothing typed in it is kept
        self._take_over()
        self._do(
            f"Delete {what}", delete_report_parts, partial(self._tell_deleted, what),
            section_ids=sections, paragraph_ids=loose,
        )  # fmt: skip

    def _goes(self, key: str | None, sections: Sequence[str]) -> bool:
        """Whether a section is among these or below one of them."""
        while key and key not in sections:
            row = self.shown.section(key)
            key = row.parent_id if row is not None else None
        return bool(key)

    def follow_up(self, key: str) -> None:
        """Ask who owes what since a paragraph; its own words are proposed."""
        row = self.shown.paragraph(key)
        if row is not None:
            editor = self.view.paragraph
            typed = editor.row is not None and editor.row.id == key
            words = editor.text.text() if typed else row.text
            ask_follow_up(self.services, self._meeting, words, self.window(), paragraph_id=key)

    def menu(self) -> QMenu:
        """What can be done with the chosen lines."""
        outline, menu = self.view.outline, QMenu(self)
        menu.addAction("New paragraph\tEnter", self.new_paragraph)
        menu.addAction("New section\tCtrl+Enter", self.new_section)
        if self.shown.paragraph(outline.chosen_id) is not None:
            menu.addSeparator()
            menu.addAction("Follow-up…", partial(self.follow_up, outline.chosen_id))
        menu.addSeparator()
        menu.addAction("Delete\tDel", lambda: self._delete(outline.chosen_ids))
        return menu

    def _open_menu(self, at: QPoint) -> None:
        if self.view.outline.chosen_ids:
            menu = self.menu()
            menu.exec(self.view.outline.viewport().mapToGlobal(at))
            menu.deleteLater()

    def _tell_deleted(self, what: str, _done: Done[Any]) -> None:
        navigator = self.services.navigator
        navigator.notify(Notice(f"{what[0].upper()}{what[1:]} deleted.", "success", "Undo", navigator.undo))

    def _want_preview(self, wanted: bool) -> None:
        self.services.settings.set("report.preview", wanted)
        self.view.want_preview(wanted)

    def _print(self) -> None:
        self._take_over()
        self.services.navigator.start_export(DOCUMENT, self._meeting)
