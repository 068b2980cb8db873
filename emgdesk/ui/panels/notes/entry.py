"""The line one writes a note in while the meeting goes on: item, kind, speaker, entity, gist."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QPlainTextEdit, QWidget

from emgdesk.domain.report_texts import INTERVENTIONS
from emgdesk.ui.panels.notes.loading import LoadedNotes
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import button, label

_LINES = 3
Typed = tuple[str, str, str]


class NoteEntry(QWidget):
    """`noted()` when Enter was pressed in the gist; `fields` are what was typed. The item stays."""

    noted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: LoadedNotes | None = None
        self.item = QComboBox()
        self.item.setMinimumContentsLength(18)
        self.item.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind = QComboBox()
        self.kind.addItems(list(INTERVENTIONS))
        self.speaker, self.entity = LineEdit(), LineEdit()
        self.speaker.setPlaceholderText("a part of the name")
        self._names, self._acronyms = QStringListModel(self), QStringListModel(self)
        for line, model in ((self.speaker, self._names), (self.entity, self._acronyms)):
            completer = QCompleter(model, line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        self.speaker.textChanged.connect(self._fill_entity)
        self.speaker.editingFinished.connect(self._complete_speaker)
        self.speaker.returnPressed.connect(self._offer_speakers)
        self.gist = _Gist()
        self.gist.finished.connect(self._finish)
        self.add = button("Note it", self._finish, "plus")
        self.add.setToolTip("Enter; Shift+Enter begins a new line")
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        fields = (
            ("Item", self.item, 3),
            ("Kind", self.kind, 2),
            ("Speaker", self.speaker, 4),
            ("Entity", self.entity, 2),
        )
        for at, (text, field, stretch) in enumerate(fields):
            caption = label(text, "muted")
            caption.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(caption, 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, stretch)
        self.gist.setAccessibleName("What was said")
        grid.addWidget(self.gist, 2, 0, 1, 3)
        grid.addWidget(self.add, 2, 3, Qt.AlignmentFlag.AlignTop)

    def know(self, loaded: LoadedNotes) -> None:
        """Propose the speakers, entities and items of this meeting; what is being typed stays."""
        fresh = self._known is None or self._known.meeting.id != loaded.meeting.id
        chosen = "" if fresh else self.item.currentData()
        self._known = loaded
        self.item.clear()
        self.item.addItem("no item", None)
        for item in loaded.items:
            if item.label:
                self.item.addItem(f"{item.path}  {item.title}", item.id)
        self.item.setCurrentIndex(max(0, self.item.findData(chosen)))
        self._names.setStringList([line.name for line in loaded.speakers.values()])
        self._acronyms.setStringList(sorted({row.acronym for row in loaded.entities.values()}))
        if fresh:
            self.clear()

    def _fill_entity(self, name: str) -> None:
        line = self._known.speaker(name) if self._known else None
        if line is not None:
            self.entity.setText(line.entity)

    def _complete_speaker(self) -> None:
        """A part of a name that only one on the roster has becomes that name."""
        found = self._known.speakers_like(self.speaker.text()) if self._known else []
        if len(found) == 1 and self.speaker.text() != found[0].name:
            self.speaker.setText(found[0].name)

    def _offer_speakers(self) -> None:
        """Enter on a part that several have keeps their names open to be chosen from."""
        if self._known and len(self._known.speakers_like(self.speaker.text())) > 1:
            self.speaker.completer().setCompletionPrefix(self.speaker.text())
            self.speaker.completer().complete()

    def _finish(self) -> None:
        self._complete_speaker()
        self.noted.emit()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return self.typed() == ("", "", "")

    def typed(self) -> Typed:
        """Speaker, entity and gist as they stand there."""
        return self.speaker.text().strip(), self.entity.text().strip(), self.gist.toPlainText().strip()

    def put_back(self, typed: Typed, fields: Mapping[str, object]) -> None:
        """Show a note again that was not taken, unless the next one is being typed."""
        if self.is_empty:
            self.item.setCurrentIndex(max(0, self.item.findData(fields["agenda_item_id"])))
            self.kind.setCurrentText(str(fields["kind"]))
            self.speaker.setText(typed[0])
            self.entity.setText(typed[1])
            self.gist.setPlainText(typed[2])

    def fields(self) -> dict[str, object]:
        """What was typed, as `add_intervention` takes it."""
        speaker, entity = self.speaker.text().strip(), self.entity.text().strip()
        line = self._known.speaker(speaker) if self._known else None
        return {
            "agenda_item_id": self.item.currentData(),
            "kind": self.kind.currentText(),
            "speaker": line.name if line else speaker,
            "person_id": line.person_id if line else None,
            "entity": entity,
            "entity_id": self._known.entity_id(entity) if self._known else None,
            "gist": self.gist.toPlainText().strip(),
        }

    def clear(self) -> None:
        """Ready for the next speaker; the item stays."""
        for field in (self.speaker, self.entity, self.gist):
            field.clear()
        self.kind.setCurrentIndex(0)

    def order(self) -> Sequence[QWidget]:
        """The fields in the order of the keyboard."""
        return (self.item, self.kind, self.speaker, self.entity, self.gist, self.add)


class _Gist(QPlainTextEdit):
    """A few lines; Enter ends them, Shift+Enter begins another."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("What was said, in a few words; Enter notes it")
        self.setTabChangesFocus(True)
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 14)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)
