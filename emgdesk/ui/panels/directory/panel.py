"""What the directories of people and of entities have in common: a table and the facts beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from emgdesk.domain.dates import written_date
from emgdesk.errors import EmgdeskError
from emgdesk.queries.duplicates import MergeRow
from emgdesk.ui.models.columns import Column
from emgdesk.ui.page import Page
from emgdesk.ui.panels.directory.detail import Detail, Line, Section
from emgdesk.ui.panels.duplicates.kinds import PairKind
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.facts_form import FactGroup
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.side_split import SideSplit
from emgdesk.ui.widgets.text import button, tool
from emgdesk.workspace import Done


@dataclass(frozen=True, slots=True)
class Directory:
    """How a directory is set up.

    `title` is the field a row is called by; `words` name fields in the history.
    """

    kind: PairKind
    title: str
    columns: Sequence[Column]
    facts: Sequence[FactGroup]
    empty: tuple[str, str]
    new_icon: str
    update: Callable[..., Any]
    delete: Callable[..., Any]
    part: Callable[..., str]
    words: Mapping[str, str] = field(default_factory=dict)


class DirectoryPanel(Page):
    """Everybody, or everything, of one kind; edited in the table or beside it.

    Subclasses read in `refresh`, say in `_fields` what an edit tells the operation, and show
    the one chosen in `_show_row`.
    """

    def __init__(self, services: Services, directory: Directory) -> None:
        super().__init__(services)
        self._set, self._kind = directory, directory.kind
        self._wanted = ""
        kind = self._kind
        self.table = RowTable(directory.columns, services.settings, kind.nouns, (kind.noun, kind.nouns))
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._delete)
        self.table.selection_changed.connect(self._choose)
        self.table.add_tool(tool(f"New {kind.noun}", self._new, directory.new_icon))
        self._same = self.table.add_row_action(self._same_words(), self._merge_selected)
        self.table.add_row_action("Delete from the desk", lambda: self._delete(self.table.selected_ids()))
        offer = Offer(f"New {kind.noun}…", self._new, directory.new_icon)
        self.table.set_empty(kind.icon, *directory.empty, (offer,))
        self.detail = Detail(directory.facts)
        self.detail.form.edited.connect(self._edit_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SideSplit((self.table, self.detail), (760, 330), 0, services.settings, kind.nouns))

    def _end_detail(self) -> None:
        """Put what both directories have at the end of the detail."""
        self.merged = Section("Merged from", "Part again")
        self.merged.acted.connect(self._part)
        self.detail.add(self.merged)
        self.same = button(self._same_words(), self._merge_selected, "copy")
        self.same.setToolTip(f"Choose another {self._kind.noun} and make one of the two")
        self.detail.add(self.same)

    def _same_words(self) -> str:
        return f"This is the same {self._kind.noun} as…"

    # --- for the subclasses -------------------------------------------------------------------

    def _fields(self, key: str, text: str) -> dict[str, Any]:
        """What the operation is to be told of an edit. Raises EmgdeskError for what cannot be."""
        raise NotImplementedError

    def _show_row(self, row: Any) -> None:
        """Show the one chosen in the detail."""
        raise NotImplementedError

    def _new(self) -> None:
        """Open the dialog for a new one."""
        raise NotImplementedError

    def _edited(self, row: Any, fields: Mapping[str, Any], done: Done[Any]) -> None:
        """An edit was made."""

    # --- reading ------------------------------------------------------------------------------

    def _show_rows(self, rows: Sequence[Any], haystack: Any = None) -> None:
        self.table.set_rows(rows, haystack)
        if self._wanted:
            self.open_item(self._kind.noun, self._wanted)
        self._choose(self.table.selected_ids())

    def _chosen(self) -> Any | None:
        """The one row selected, None for none or several."""
        ids = self.table.selected_ids()
        return self.table.model.row_of(ids[0]) if len(ids) == 1 else None

    def _choose(self, _ids: tuple[str, ...]) -> None:
        row = self._chosen()
        self._same.setText(self._same_words() if row is not None else f"These two are one {self._kind.noun}…")
        self._same.setVisible(len(self.table.selected_ids()) in (1, 2))
        self.detail.setVisible(row is not None)
        if row is not None:
            self.detail.heading.setText(getattr(row, self._set.title))
            self._show_row(row)

    def _show_merges(self, merges: Sequence[MergeRow]) -> None:
        self.merged.show_lines(
            [Line(merge.id, merge.lost_name, written_date(merge.at[:10])) for merge in merges]
        )

    # --- changing -----------------------------------------------------------------------------

    def _edit_chosen(self, key: str, text: str) -> None:
        self._edit(self.table.selected_ids()[:1], key, text)

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        try:
            fields = self._fields(key, str(value))
        except EmgdeskError as error:
            self._refused(error)
            return
        for row_id in ids:
            row = self.table.model.row_of(row_id)
            if row is not None:
                label = f"Change {self._set.words.get(key, key)} of {getattr(row, self._set.title)}"
                done = partial(self._edited, row, fields)
                self.services.do(
                    label, self._set.update, done, self._refused, **self._named(row_id), **fields
                )

    def _named(self, row_id: str) -> dict[str, str]:
        return {f"{self._kind.noun}_id": row_id}

    def _delete(self, ids: tuple[str, ...]) -> None:
        for row_id in ids:
            row = self.table.model.row_of(row_id)
            if row is not None:
                label = f"Delete {getattr(row, self._set.title)}"
                self.services.do(label, self._set.delete, None, self._refused, **self._named(row_id))

    def _refused(self, error: Exception) -> None:
        self.table.model.revert()
        self._choose(self.table.selected_ids())
        self.detail.form.revert()
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    # --- one of two, two of one ---------------------------------------------------------------

    def _merge_selected(self) -> None:
        """Compare two selected rows, or the one selected with another to be chosen, and merge them."""
        from emgdesk.ui.panels.duplicates.merge_dialog import open_merge

        ids = self.table.selected_ids()
        if len(ids) in (1, 2):
            other = ids[1] if len(ids) == 2 else ""
            one = (ids[0], getattr(self.table.model.row_of(ids[0]), self._set.title))
            open_merge(self.services, self._kind, one, other, self._show_kept, self.window())

    def _show_kept(self, row_id: str) -> None:
        self.open_item(self._kind.noun, row_id)

    def _part(self, merge_id: str) -> None:
        row = self._chosen()
        if row is not None:
            name = getattr(row, self._set.title)
            self.services.do(
                f"Part what was merged into {name}", self._set.part, partial(self._parted, name),
                self._refused, merge_id=merge_id,
            )  # fmt: skip

    def _parted(self, name: str, done: Done[str]) -> None:
        navigator = self.services.navigator
        sentence = f"{name} was parted again; the two are remembered as two {self._kind.nouns}."
        navigator.notify(Notice(sentence, "success", "Undo", navigator.undo))
        self.open_item(self._kind.noun, done.value)

    # --- ways ---------------------------------------------------------------------------------

    def open_item(self, kind: str, item_id: str) -> None:
        known = self.table.model.row_of(item_id) is not None
        self._wanted = "" if known else item_id
        if known:
            self.table.select([item_id], focus=True)

    def start_filter(self) -> None:
        self.table.filter.setFocus()
