"""What was said, noted during the meeting by keyboard and written into the report afterwards."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError
from emgdesk.operations.intervention import (
    add_intervention,
    delete_interventions,
    move_intervention,
    update_interventions,
    write_interventions,
)
from emgdesk.ui.page import MeetingPanel
from emgdesk.ui.panels.notes.columns import NOTES
from emgdesk.ui.panels.notes.entry import NoteEntry, Typed
from emgdesk.ui.panels.notes.loading import LoadedNotes, load_notes
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.menu_tool import Entry, MenuTool
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.workspace import ChangeSet, Done


class NotesPanel(MeetingPanel):
    """A line to write in above the notes of the meeting."""

    tables = (
        "intervention",
        "agenda_item",
        "participation",
        "entity",
        "report_section",
        "section_item",
        "meeting",
    )

    def __init__(self, services: Services, now: Callable[[], datetime] = datetime.now) -> None:
        """`now` is the clock the times of notes are read off."""
        super().__init__(services)
        self._now = now
        self._under_way = 0  # notes handed over and not answered
        self._meeting_id = ""
        self._loaded: LoadedNotes | None = None
        self._wanted = ""
        self.entry = NoteEntry()
        self.entry.noted.connect(self._note)
        self.table = RowTable(NOTES, services.settings, "notes", ("note", "notes"))
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._delete)
        self.write = MenuTool(
            "Write into the report",
            "notebook-pen",
            self._sections,
            tip="Make paragraphs of the selected notes",
        )
        self.table.add_tool(self.write)
        self.table.add_row_action("Move up", partial(self._move, -1))
        self.table.add_row_action("Move down", partial(self._move, 1))
        self.table.add_row_action("Delete", lambda: self._delete(self.table.selected_ids()))
        self.table.set_empty(
            "notebook-pen",
            "Nothing noted yet",
            "While the meeting goes on, type a part of the speaker's name, then what was said, and press "
            "Enter. Afterwards the notes become paragraphs of the report.",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.entry)
        layout.addWidget(self.table, 1)
        for before, after in zip(self.entry.order(), (*self.entry.order()[1:], self.table), strict=True):
            self.setTabOrder(before, after)
        self.setFocusProxy(self.entry.speaker)

    def show_meeting(self, meeting_id: str) -> None:
        if meeting_id != self._meeting_id:
            self._keep_typed()
            self._meeting_id = meeting_id
            self.read_soon()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if self._meeting_id:
            load = partial(load_notes, meeting_id=self._meeting_id)
            self.services.load(load, self._show, latest=(id(self), "notes"))

    def _show(self, loaded: LoadedNotes | None) -> None:
        if loaded is None or loaded.meeting.id != self._meeting_id:
            return
        self._loaded = loaded
        self.entry.know(loaded)
        self.table.set_proposals("speaker", [line.name for line in loaded.speakers.values()])
        self.table.set_proposals("entity", sorted({row.acronym for row in loaded.entities.values()}))
        self.table.set_rows(loaded.notes)
        self.counted.emit(str(len(loaded.notes) or ""))
        if self._wanted:
            self.table.select([self._wanted], focus=True)
            self._wanted = ""

    def open_item(self, kind: str, item_id: str) -> None:
        self._wanted = item_id
        self.read_soon()

    def start_filter(self) -> None:
        self.table.filter.setFocus()

    # --- changing -----------------------------------------------------------------------------

    def flush(self) -> None:
        """What was said is noted, even if Enter was not pressed yet."""
        super().flush()
        self._keep_typed()

    def _keep_typed(self) -> None:
        if self.entry.gist.toPlainText().strip():
            self._note()

    def _note(self) -> None:
        """Keep what stands in the entry, which is free at once for the next speaker.

        The time is that of now on the day of the meeting.
        """
        if self._loaded is None or (self._under_way and self.entry.is_empty):
            return
        now = self._now()
        at = f"{now:%H:%M}" if self._loaded.meeting.date == now.date().isoformat() else ""
        typed, fields = self.entry.typed(), self.entry.fields()
        said = fields["speaker"] or fields["entity"] or "somebody"
        self.services.do(
            f"Note what {said} said", add_intervention, self._noted, partial(self._not_noted, typed, fields),
            meeting_id=self._meeting_id, at=at, **fields,
        )  # fmt: skip
        self._under_way += 1
        self.entry.clear()
        self.entry.speaker.setFocus()

    def _noted(self, _done: object) -> None:
        self._under_way -= 1

    def _not_noted(self, typed: Typed, fields: Mapping[str, object], error: Exception) -> None:
        self._under_way -= 1
        self.entry.put_back(typed, fields)
        self._refused(error)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        fields: dict[str, object] = {key: value}
        if key == "speaker" and self._loaded is not None:
            line = self._loaded.speaker(str(value))
            fields["person_id"] = line.person_id if line else None
        if key == "entity" and self._loaded is not None:
            fields["entity_id"] = self._loaded.entity_id(str(value))
        words = "a note" if len(ids) == 1 else counted(len(ids), "note", "notes")
        self.services.do(
            f"Correct {words}", update_interventions, None, self._refused, intervention_ids=ids, **fields
        )

    def _move(self, offset: int) -> None:
        for row_id in self.table.selected_ids()[:1]:
            self.services.do("Move a note", move_intervention, intervention_id=row_id, offset=offset)

    def _delete(self, ids: tuple[str, ...]) -> None:
        if ids:
            words = counted(len(ids), "note", "notes")
            self.services.do(
                f"Delete {words}", delete_interventions, None, self._refused, intervention_ids=ids
            )

    # --- into the report ----------------------------------------------------------------------

    def _meant(self) -> list[str]:
        """The notes selected, else all shown, without those in the report already."""
        rows = self.table.selected_rows() or self.table.model.shown_rows()
        return [row.id for row in rows if not row.written]

    def _sections(self) -> Sequence[Entry]:
        loaded, meant = self._loaded, self._meant()
        if loaded is None or not meant:
            return (("All of these notes are in the report already", lambda: None),)
        if not loaded.sections:
            return (("The report has no section yet: begin it under Text", lambda: None),)
        words = counted(len(meant), "note", "notes")
        return (
            (f"Each under the section of its item ({words})", partial(self._write, meant, None)),
            None,
            *((f"{'   ' * s.depth}{s.heading}", partial(self._write, meant, s.id)) for s in loaded.sections),
        )

    def _write(self, ids: Sequence[str], section_id: str | None) -> None:
        words = counted(len(ids), "note", "notes")
        self.services.do(
            f"Write {words} into the report", write_interventions, partial(self._written, len(ids)),
            self._refused, intervention_ids=ids, section_id=section_id,
        )  # fmt: skip

    def _written(self, asked: int, done: Done[list[str]]) -> None:
        left = asked - len(done.value)
        words = f"Written into the report: {counted(len(done.value), 'note', 'notes')}."
        if left:
            words += f" {left} left: no section of the report covers the item."
        navigator = self.services.navigator
        navigator.notify(Notice(words, "success", "Undo", navigator.undo))
