"""Where a paragraph of the report is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.report_texts import FILLS, KINDS, MARK, marks
from emgdesk.queries.reports import ParagraphRow
from emgdesk.ui.panels.report.decision_line import DecisionLine
from emgdesk.ui.panels.report.deliverables import DeliverablesBox
from emgdesk.ui.panels.report.footnotes import FootnotesBox
from emgdesk.ui.panels.report.reading import ReportView
from emgdesk.ui.panels.report.reservations import ReservationsBox
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import button, label, tool
from emgdesk.ui.widgets.text_edit import TextEditor

_PAUSE = 1500  # milliseconds without a key before what was typed is taken over
_KIND_WORDS = {
    "paragraph": "Paragraph", "bullet": "Bullet", "conclusion": "Conclusion", "actions": "Block of actions",
    "note": "Note (does not print)", "deliverables": "Deliverables endorsed",
}  # fmt: skip
_FILL_WORDS = {
    "": "In words of its own", "opening": "Sentence: opening", "attendance": "Sentence: attendance",
    "agenda": "Sentence: adoption of the agenda", "presenters": "Sentence: who presented",
    "closing": "Sentence: closing", "next meeting": "Sentence: next meeting",
}  # fmt: skip


class ParagraphEditor(QWidget):
    """`edited(id, fields)`: what update_paragraph is to change; typing is handed over after a pause."""

    edited = Signal(str, dict)
    froze = Signal(str, bool)
    follow_up_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row: ParagraphRow | None = None
        self._view = ReportView("")
        self.kind = _choice("Kind of paragraph", ((_KIND_WORDS[key], key) for key in KINDS))
        self.fill = _choice("Words or sentence", ((_FILL_WORDS[key], key) for key in ("", *FILLS)))
        self.follow = label("", "muted", wrap=True)
        self.freeze = button("Freeze", self._freeze, "lock")
        self.text = TextEditor("Text of the paragraph", as_printed=False)
        self.speaker, self.entity = _line("Speaker"), _line("Entity")
        self._people, self._entities = QStringListModel(self), QStringListModel(self)
        self.reservations = ReservationsBox(self._entities)
        self.follow_up = tool(
            "Follow-up…",
            self._ask_follow_up,
            "square-check",
            tip="Write down who owes what since then",
        )
        self.footnotes = FootnotesBox(self.reservations.add)
        self.decision = DecisionLine()
        self.block = _choice("Actions printed here", ())
        self.deliverables = DeliverablesBox()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._wire()
        self.setFocusProxy(self.text)

    def _lay_out(self) -> None:
        self._following = _row(self.follow, self.freeze)
        self._below = QWidget()  # keeps a single field at the top
        self.text.buttons.layout().addWidget(self.follow_up)
        self._said_by = _row(self.speaker, self.entity, stretches=(3, 2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_row(self.kind, self.fill, stretches=(1, 1)))
        column.addWidget(self._following)
        column.addWidget(self.text, 1)
        column.addWidget(self.block)
        column.addWidget(self.deliverables, 1)
        column.addWidget(self._said_by)
        column.addWidget(self.decision)
        column.addWidget(self.reservations)
        column.addWidget(self.footnotes)
        column.addWidget(self._below, 1)

    def _wire(self) -> None:
        self.kind.activated.connect(lambda _at: self._choose("kind", self.kind.currentData()))
        self.fill.activated.connect(lambda _at: self._choose("fill", self.fill.currentData()))
        self.block.activated.connect(lambda _at: self._choose("action_section_id", self.block.currentData()))
        self.text.edit.textChanged.connect(self._typed)
        self.footnotes.changed.connect(self._typed)
        self.footnotes.mark_wanted.connect(self.insert_footnote)
        self.footnotes.removed.connect(self.remove_footnote)
        self._pause.timeout.connect(self.flush)
        for field, names in ((self.speaker, self._people), (self.entity, self._entities)):
            completer = QCompleter(names, field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)
            field.editingFinished.connect(self._said)
        self.speaker.completer().activated[str].connect(self._speaker_chosen)  # type: ignore[index]
        here = QShortcut(QKeySequence("Ctrl+Alt+F"), self, self.insert_footnote)
        here.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def row(self) -> ParagraphRow | None:
        """The paragraph shown."""
        return self._row

    # --- showing ------------------------------------------------------------------------------

    def show_paragraph(self, row: ParagraphRow, view: ReportView) -> None:
        """Show a paragraph; what is being typed in it is left alone."""
        if self._row is not None and self._row.id != row.id:
            self.flush()
        other = self._row is None or self._row.id != row.id
        busy = not other and self._unsaved()
        self._row, self._view = row, view
        _select(self.kind, row.kind)
        _select(self.fill, row.fill)
        if not busy:
            self._put(row, other)
        for field, value in ((self.speaker, row.speaker), (self.entity, row.entity)):
            if other or not field.hasFocus():
                field.setText(value)
        self._people.setStringList([name for name, _ in view.people])
        self._entities.setStringList(sorted({entity for _, entity in view.people if entity}))
        self._show_actions(row, view)
        self.deliverables.show_view(view)
        self.decision.show_paragraph(row, view)
        self._arrange(row)
        self.reservations.show_paragraph(row, view, other)

    def _put(self, row: ParagraphRow, other: bool) -> None:
        if other or self.text.text().strip() != row.text:
            self.text.edit.blockSignals(True)
            self.text.set_text(row.text)
            self.text.edit.blockSignals(False)
        self.footnotes.show_notes([note.text for note in row.footnotes])

    def _show_actions(self, row: ParagraphRow, view: ReportView) -> None:
        self.block.clear()
        self.block.addItem("(choose a section of the actions)", None)
        for section in view.actions:
            self.block.addItem(f"{section.number}. {section.heading}", section.id)
        _select(self.block, row.action_section_id)

    def _arrange(self, row: ParagraphRow) -> None:
        """Show the fields this kind of paragraph has."""
        written = row.kind not in ("actions", "deliverables")
        self.fill.setVisible(row.kind in ("paragraph", "bullet"))
        self._following.setVisible(written and bool(row.fill))
        self.follow.setText("This sentence follows the data." if row.follows else "Frozen: own words now.")
        self.freeze.setText(" Freeze" if row.follows else " Follow the data again")
        self.freeze.setAccessibleName(self.freeze.text().strip())
        self.text.setVisible(written)
        self.text.edit.setReadOnly(row.follows)
        self.text.offer_marks(not row.follows)
        self._said_by.setVisible(written and not row.fill)
        self.footnotes.setVisible(written and bool(row.footnotes or not row.follows))
        self.footnotes.add.setEnabled(not row.follows)
        self.decision.setVisible(row.kind == "conclusion")
        self.block.setVisible(row.kind == "actions")
        self._below.setVisible(row.kind == "actions")
        self.deliverables.setVisible(row.kind == "deliverables")

    # --- writing ------------------------------------------------------------------------------

    def flush(self) -> None:
        """Hand over what was typed."""
        self._pause.stop()
        self._said()
        if self._row is None or not self._unsaved():
            return
        fields: dict[str, object] = {}
        if not self._row.follows and self.text.text().strip() != self._row.text:
            fields["text"] = self.text.text().strip()
        if self.footnotes.notes() != [note.text for note in self._row.footnotes]:
            fields["footnotes"] = tuple(self.footnotes.notes())
        self.edited.emit(self._row.id, fields)

    def forget(self) -> None:
        """Nothing is shown any more: what was typed is no longer for anything."""
        self._pause.stop()
        self._row = None

    def _unsaved(self) -> bool:
        if self._row is None:
            return False
        text = not self._row.follows and self.text.text().strip() != self._row.text
        return text or self.footnotes.notes() != [note.text for note in self._row.footnotes]

    def _typed(self) -> None:
        if self._row is not None:
            self._pause.start()

    def _choose(self, field: str, value: str | None) -> None:
        if self._row is not None and value != getattr(self._row, field):
            self.flush()
            self.edited.emit(self._row.id, {field: value})

    def _ask_follow_up(self) -> None:
        if self._row is not None:
            self.flush()
            self.follow_up_wanted.emit(self._row.id)

    def _freeze(self) -> None:
        if self._row is not None:
            self.flush()
            self.froze.emit(self._row.id, self._row.follows)

    def _speaker_chosen(self, name: str) -> None:
        """Whoever is on the roster brings the entity along."""
        entity = next((entity for known, entity in self._view.people if known == name), "")
        if entity:
            self.entity.setText(entity)
        self._said()

    def _said(self) -> None:
        if self._row is None:
            return
        said = {"speaker": self.speaker.text().strip(), "entity": self.entity.text().strip()}
        fields = {key: value for key, value in said.items() if value != getattr(self._row, key)}
        if fields:
            self.edited.emit(self._row.id, fields)

    # --- footnotes ----------------------------------------------------------------------------

    def insert_footnote(self) -> None:
        """Put the mark of a new footnote at the cursor; those behind it are numbered on."""
        if self._row is None:
            return
        cursor = self.text.edit.textCursor()
        before = marks(self.text.edit.toPlainText()[: cursor.selectionEnd()])
        notes = self.footnotes.notes()
        number = min(max(before, default=0), len(notes)) + 1
        cursor.setPosition(cursor.selectionEnd())
        cursor.beginEditBlock()
        at = cursor.position()
        shift = self._number_marks(cursor, lambda n: n + 1 if n >= number else n, until=at)
        cursor.setPosition(at + shift)
        cursor.insertText(f"[^{number}]")
        cursor.endEditBlock()
        self.text.edit.setTextCursor(cursor)
        self.footnotes.show_notes([*notes[: number - 1], "", *notes[number - 1 :]])
        self.footnotes.fields[number - 1].setFocus()

    def remove_footnote(self, number: int) -> None:
        """Take a footnote away with its mark; those behind it are numbered anew."""
        cursor = self.text.edit.textCursor()
        cursor.beginEditBlock()
        self._number_marks(cursor, lambda n: 0 if n == number else n - (n > number))
        cursor.endEditBlock()
        notes = self.footnotes.notes()
        self.footnotes.show_notes([*notes[: number - 1], *notes[number:]])
        self.flush()

    def _number_marks(self, cursor: QTextCursor, number: Callable[[int], int], until: int = 0) -> int:
        """Give every mark its new number, 0 removing it; by how much what stands before `until` grew."""
        grew = 0
        for found in reversed(list(MARK.finditer(self.text.edit.toPlainText()))):
            new = number(int(found[1]))
            if new == int(found[1]):
                continue
            words = f"[^{new}]" if new else ""
            cursor.setPosition(found.start())
            cursor.setPosition(found.end(), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
            if found.end() <= until:
                grew += len(words) - len(found[0])
        return grew


def _choice(name: str, entries: Iterable[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    for words, key in entries:
        made.addItem(words, key)
    return made


def _select(choice: QComboBox, key: str | None) -> None:
    choice.setCurrentIndex(max(0, choice.findData(key)))


def _line(name: str) -> LineEdit:
    made = LineEdit()
    made.setPlaceholderText(name)
    made.setAccessibleName(name)
    return made


def _row(*widgets: QWidget, stretches: Sequence[int] = (1,)) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, stretches[at] if at < len(stretches) else 0)
    return box
