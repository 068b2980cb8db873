"""The agenda of a meeting: written and arranged as an outline, each item's facts beside it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout

from emgdesk.domain.folding import words
from emgdesk.domain.numbering import counted
from emgdesk.errors import DataError, EmgdeskError
from emgdesk.operations.agenda import (
    add_agenda_item,
    copy_agenda,
    delete_agenda_items,
    indent_agenda_items,
    link_document,
    move_agenda_item,
    outdent_agenda_items,
    set_agenda_style,
    shift_times,
    unlink_document,
    update_agenda_item,
)
from emgdesk.operations.agenda_pasting import paste_agenda
from emgdesk.queries.agendas import AgendaRow, AgendaSource
from emgdesk.ui.models.outline_drafts import Draft
from emgdesk.ui.page import MeetingPanel
from emgdesk.ui.panels.agenda.lines import STYLES, called, outline_lines
from emgdesk.ui.panels.agenda.loading import LoadedAgenda, load_agenda
from emgdesk.ui.panels.agenda.papers import short_name
from emgdesk.ui.panels.agenda.view import AgendaView
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.menu_tool import Entry
from emgdesk.ui.widgets.outline_writing import OutlineWriting
from emgdesk.workspace import ChangeSet, Done


class AgendaPanel(MeetingPanel):
    """Shows the agenda of the meeting given to `show_meeting`."""

    tables = (
        "agenda_item", "agenda_document", "meeting", "document", "participation", "workstream", "office",
        "designation", "entity",
    )  # fmt: skip

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._meeting_id = ""
        self._loaded: LoadedAgenda | None = None
        self._rows: dict[str, AgendaRow] = {}
        self._wanted = ""  # an item to choose once it has been read
        self.view = AgendaView(services.settings, self._styles)
        self.outline, self.detail = self.view.outline, self.view.detail
        self.writing = OutlineWriting(self.outline, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.outline)
        self._wire_outline()
        self._wire_tools()

    def _wire_outline(self) -> None:
        outline, detail = self.outline, self.detail
        outline.selection_changed.connect(lambda _ids: self._show_chosen())
        outline.renamed.connect(self._rename)
        outline.moved.connect(self._move)
        outline.indented.connect(partial(self._arrange, "Step in", indent_agenda_items))
        outline.outdented.connect(partial(self._arrange, "Step out", outdent_agenda_items))
        outline.delete_pressed.connect(partial(self._arrange, "Delete", delete_agenda_items))
        outline.pasted.connect(self._paste)
        outline.wanted_after.connect(self._write)
        outline.wanted_below.connect(lambda key: self._write(key, below=True))
        self.writing.kept.connect(self._add)
        self.writing.ended.connect(self._show_page)
        detail.edited.connect(self._edit)
        detail.shifting.wanted.connect(self._shift)
        detail.papers.linked.connect(partial(self._link, "Link a document to", link_document))
        detail.papers.unlinked.connect(partial(self._link, "Take a document from", unlink_document))
        detail.papers.opened.connect(lambda key: self.services.navigator.show("document", key))

    def _wire_tools(self) -> None:
        outline, view = self.outline, self.view
        view.asked["new"].connect(lambda: self._write(outline.chosen_id))
        view.asked["below"].connect(lambda: self._write(outline.chosen_id, below=True))
        view.asked["out"].connect(lambda: outline.outdented.emit(outline.chosen_ids))
        view.asked["in"].connect(lambda: outline.indented.emit(outline.chosen_ids))
        view.asked["up"].connect(lambda: outline.move_chosen(-1))
        view.asked["down"].connect(lambda: outline.move_chosen(1))
        view.asked["copy"].connect(self.copy)
        view.asked["print"].connect(self._print)
        view.finder.textChanged.connect(lambda _typed: self._find(0))
        view.finder.returnPressed.connect(lambda: self._find(1))
        view.finder.down.connect(outline.setFocus)
        view.misfits.clicked.connect(lambda _checked=False: self._next_misfit())
        view.zone.clicked.connect(
            lambda _checked=False: self.services.navigator.show("meeting", self._meeting_id)
        )

    # --- reading ------------------------------------------------------------------------------

    def show_meeting(self, meeting_id: str) -> None:
        """Show the agenda of another meeting ("" for none)."""
        if meeting_id != self._meeting_id:
            self.writing.flush()
            self._meeting_id = meeting_id
            self._loaded = None
            self._rows = {}
            self.writing.forget()
            self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if self._meeting_id:
            load = partial(load_agenda, meeting_id=self._meeting_id)
            self.services.load(load, self._show, latest=(id(self), "agenda"))

    def _show(self, loaded: LoadedAgenda | None) -> None:
        if loaded is None or loaded.meeting.id != self._meeting_id:
            return
        self._loaded = loaded
        self._rows = {row.id: row for row in loaded.rows}
        self.detail.offer(loaded.workstreams, loaded.presenters)
        papers = {document.id: short_name(document) for document in loaded.documents}
        self.writing.show_lines(outline_lines(loaded.rows, loaded.findings, papers))
        self.view.say_misfits(len({finding.item_id for finding in loaded.findings}))
        self.view.say_zone(loaded.zone)
        self.view.say_style(STYLES[loaded.meeting.agenda_style or "1"])
        self._show_page()
        self.counted.emit(str(len(loaded.rows) or ""))
        self._show_chosen()
        self._choose_wanted()

    def _show_page(self) -> None:
        """Show the outline, or what to begin with where nothing is in it."""
        if self._loaded is not None:
            self.view.show_agenda(bool(self.outline.lines.tree.lines), self._offers(self._loaded.sources))

    def _show_chosen(self) -> None:
        """Show the facts of what is selected."""
        ids = self.outline.chosen_ids
        loaded, row = self._loaded, self._rows.get(self.outline.chosen_id)
        self.view.allow(row is not None, new=bool(ids) and row is None)
        if loaded is not None and ids and row is None:
            self.detail.show_new()
        if loaded is None or row is None:
            return
        if len(ids) > 1:
            self.detail.show_several(len(ids))
            return
        findings = [finding for finding in loaded.findings if finding.item_id == row.id]
        self.detail.show_item(row, findings, loaded.documents)

    def _choose_wanted(self) -> None:
        if self._wanted in self._rows and not self.writing.writing:
            self.outline.choose(self._wanted)
            self.outline.setFocus()
            self._wanted = ""

    # --- changing -----------------------------------------------------------------------------

    def _do(self, label: str, operation: Any, on_done: Any = None, **fields: Any) -> None:
        self.services.do(label, operation, on_done, self._refused, **fields)

    def _refused(self, error: Exception) -> None:
        self._show_chosen()  # what stands on the desk
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    def _write(self, chosen: str = "", *, below: bool = False) -> None:
        """Open a new line behind the chosen one, or below it."""
        if self._meeting_id:
            self.view.show_agenda(True, ())
            self.writing.begin(self._meeting_id, chosen, below=below)

    def _add(self, draft: Draft) -> None:
        """Make an item of a line that was written."""

        def refused(error: Exception) -> None:
            self.writing.refused(draft.id)
            self._refused(DataError(f"{error} “{draft.text}” was not kept."))

        self.services.do(
            "Add agenda item", add_agenda_item, lambda done: self.writing.answered(done.value), refused,
            meeting_id=draft.home, title=draft.text, parent_id=draft.parent_id, after_id=draft.after_id,
            key=draft.id,
        )  # fmt: skip

    def _called(self, item_id: str) -> str:
        """How the history calls an item; one the desk has not answered for by its title."""
        row, line = self._rows.get(item_id), self.outline.line(item_id)
        return called(row) if row is not None else f"“{line.text}”" if line is not None else "an item"

    def _rename(self, item_id: str, title: str) -> None:
        self._do(f"Rename {self._called(item_id)}", update_agenda_item, item_id=item_id, title=title)

    def _move(self, item_id: str, parent_id: str, index: int) -> None:
        label = f"Move {self._called(item_id)}"
        self._do(label, move_agenda_item, item_id=item_id, parent_id=parent_id or None, index=index)

    def _arrange(self, verb: str, operation: Any, ids: Sequence[str]) -> None:
        if ids:
            what = self._called(ids[0]) if len(ids) == 1 else counted(len(ids), "item", "items")
            self._do(f"{verb} {what}", operation, item_ids=list(ids))

    def _edit(self, fields: dict[str, Any]) -> None:
        row = self._rows.get(self.outline.chosen_id)
        if row is not None:
            self._do(f"Change {called(row)}", update_agenda_item, item_id=row.id, **fields)

    def _shift(self, minutes: int) -> None:
        row = self._rows.get(self.outline.chosen_id)
        if row is not None and minutes:
            way = counted(abs(minutes), "minute", "minutes") + (" later" if minutes > 0 else " earlier")
            self._do(
                f"Shift {called(row)} and what follows {way}", shift_times, item_id=row.id, minutes=minutes
            )

    def _link(self, verb: str, operation: Any, document_id: str) -> None:
        row = self._rows.get(self.outline.chosen_id)
        if row is not None:
            self._do(f"{verb} {called(row)}", operation, item_id=row.id, document_id=document_id)

    def _styles(self) -> Sequence[Entry]:
        """The label styles of the first level."""
        return [(said, partial(self._set_style, style)) for style, said in STYLES.items() if style]

    def _set_style(self, style: str) -> None:
        label = f"Label the agenda {STYLES[style]}"
        self._do(label, set_agenda_style, meeting_id=self._meeting_id, parent_id=None, style=style)

    # --- the empty agenda ---------------------------------------------------------------------

    def _offers(self, sources: Sequence[AgendaSource]) -> Sequence[Offer]:
        offers = [Offer("First item", self._write, "plus", primary=True)]
        offers += [
            Offer(f"Copy the agenda of {one.code}", partial(self._copy_from, one), "copy")
            for one in sources[:1]
        ]
        if len(sources) > 1:
            offers.append(Offer("Of another meeting…", partial(self._choose_source, sources)))
        offers.append(Offer("Paste from Word", self._paste_clipboard, "clipboard-list"))
        return offers

    def _paste_clipboard(self) -> None:
        self._paste(QGuiApplication.clipboard().text())

    def _paste(self, text: str) -> None:
        """Make items of pasted lines, after the chosen one."""
        self._do(
            "Paste an agenda", paste_agenda, self._choose_pasted, meeting_id=self._meeting_id, text=text,
            after_id=self.outline.chosen_id or None,
        )  # fmt: skip

    def _choose_pasted(self, done: Done[tuple[str, ...]]) -> None:
        navigator, number = self.services.navigator, counted(len(done.value), "item was", "items were")
        navigator.notify(Notice(f"{number} pasted.", "success", "Undo", navigator.undo))
        self.open_item("agenda_item", done.value[0])

    def _choose_source(self, sources: Sequence[AgendaSource]) -> None:
        menu = QMenu(self)
        for one in sources[1:]:
            menu.addAction(
                f"{one.code}  ({counted(one.items, 'item', 'items')})", partial(self._copy_from, one)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _copy_from(self, source: AgendaSource) -> None:
        self._do(
            f"Copy the agenda of {source.code}", copy_agenda, from_meeting_id=source.meeting_id,
            to_meeting_id=self._meeting_id,
        )  # fmt: skip

    # --- ways ---------------------------------------------------------------------------------

    def open_item(self, kind: str, item_id: str) -> None:
        self._wanted = item_id
        self._choose_wanted()

    def meeting_in_view(self) -> str | None:
        return self._meeting_id or None

    def start_filter(self) -> None:
        self.view.finder.setFocus()
        self.view.finder.selectAll()

    def copy(self) -> None:
        """Put the selected items on the clipboard as text, the whole agenda where not several are."""
        ids = self.outline.chosen_ids
        meant = ids if len(ids) > 1 else list(self._rows)
        QGuiApplication.clipboard().setText(self.outline.lines.as_text(meant))
        said = f"{counted(len(meant), 'item', 'items')} copied as text."
        self.services.navigator.notify(Notice(said, "success"))

    def _print(self) -> None:
        self.services.navigator.start_export("agenda", self._meeting_id)

    def _find(self, past: int) -> None:
        """Choose the next item that holds all the words typed, beginning `past` the chosen one."""
        typed = words(self.view.finder.text())
        keys = list(self._rows)
        if not typed or not keys:
            return
        here = keys.index(self.outline.chosen_id) + past if self.outline.chosen_id in keys else 0
        for key in [*keys[here:], *keys[:here]]:
            row = self._rows[key]
            held = " ".join(words(f"{row.title} {row.presenter} {row.presented_by} {row.workstream}"))
            if all(word in held for word in typed):
                self.outline.choose(key)
                return

    def _next_misfit(self) -> None:
        """Choose the next item whose times do not fit."""
        if self._loaded is not None and self._loaded.findings:
            misfits = list(dict.fromkeys(finding.item_id for finding in self._loaded.findings))
            here = misfits.index(self.outline.chosen_id) if self.outline.chosen_id in misfits else -1
            self.outline.choose(misfits[(here + 1) % len(misfits)])
            self.outline.setFocus()
