"""The reservations made on a paragraph, or on the decision it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

from emgdesk.queries.actions import ReservationRow
from emgdesk.queries.reports import ParagraphRow
from emgdesk.ui.panels.report.reading import ReportView
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import ToolButton, label, tool


class ReservationsBox(QWidget):
    """Each prints as a footnote. `add` opens a line for a new one; hidden while there is nothing to show."""

    added = Signal(object, str, str)  # the paragraph it was typed for, entity, words
    changed = Signal(str, dict)
    removed = Signal(str)

    def __init__(self, entities: QStringListModel) -> None:
        super().__init__()
        self._entities = entities
        self._shown: tuple[ReservationRow, ...] = ()
        self._row: ParagraphRow | None = None
        self._fields: dict[tuple[str, str], LineEdit] = {}  # by reservation and what of it
        self.add = tool(
            "Reservation", self.begin, "flag", tip="An entity's reservation, printed as a footnote"
        )
        self.entity, self.words = self._line("Entity that reserves"), self._line("Words of the reservation")
        self.words.returnPressed.connect(self._take)
        self.words.escaped.connect(self._leave)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 3)
        self._lines: list[QWidget] = []
        self._grid.addWidget(label("Reservations", "group"), 0, 0, 1, 3)
        self._new = (self.entity, self.words, tool("Add", self._take, "check"))
        for column, widget in enumerate(self._new):
            self._grid.addWidget(widget, 1000, column)
            widget.hide()

    def show_paragraph(self, row: ParagraphRow, view: ReportView, other: bool) -> None:
        """Show those on the paragraph and on its decision; with `other` a line begun is put away."""
        of_action = (a for s in view.actions for a in s.actions if a.id == row.action_id)
        found = (*row.reservations, *(one for action in of_action for one in action.reservations))
        if other:
            self._leave()
        self._row = row
        before, self._shown = self._shown, found
        if [one.id for one in found] != [one.id for one in before]:
            typed = self._typed(before)
            self._fill(found)
            self._type_on(typed)
        else:
            self._update(before)
        self._decide()

    def _typed(self, rows: tuple[ReservationRow, ...]) -> dict[tuple[str, str], str]:
        """What is being typed, and not on the desk yet."""
        stood = {(row.id, key): getattr(row, key) for row in rows for key in ("entity", "text")}
        return {at: field.text() for at, field in self._fields.items() if field.text() != stood.get(at)}

    def _update(self, before: tuple[ReservationRow, ...]) -> None:
        """Show what changed on the desk; a field being typed in is left alone."""
        typed = self._typed(before)
        for row in self._shown:
            for key in ("entity", "text"):
                field = self._fields[row.id, key]
                if (row.id, key) not in typed and field.text() != getattr(row, key):
                    field.setText(getattr(row, key))

    def _type_on(self, typed: dict[tuple[str, str], str]) -> None:
        for at, text in typed.items():
            if at in self._fields:
                self._fields[at].setText(text)
                self._fields[at].setFocus()

    def begin(self) -> None:
        """Offer a line for a new one."""
        for widget in self._new:
            widget.show()
        self.show()
        self.entity.setFocus()

    def _fill(self, rows: tuple[ReservationRow, ...]) -> None:
        for widget in self._lines:
            widget.hide()
            widget.deleteLater()
        self._lines, self._fields = [], {}
        for at, row in enumerate(rows, start=1):
            for column, (key, name) in enumerate((("entity", "Entity"), ("text", "Reservation"))):
                field = self._line(f"{name} {at}")
                field.setText(getattr(row, key))
                field.setCursorPosition(0)
                field.editingFinished.connect(partial(self._edited, row.id, key))
                self._fields[row.id, key] = field
                self._put(field, at, column)
            remove = ToolButton("x", with_text=False)
            remove.setToolTip("Remove this reservation")
            remove.setAccessibleName(f"Remove the reservation of {row.entity}")
            remove.clicked.connect(lambda _checked=False, key=row.id: self.removed.emit(key))
            self._put(remove, at, 2)

    def _put(self, widget: QWidget, at: int, column: int) -> None:
        self._grid.addWidget(widget, at, column)
        self._lines.append(widget)

    def _line(self, name: str) -> LineEdit:
        made = LineEdit()
        made.setPlaceholderText(name.rstrip(" 0123456789"))
        made.setAccessibleName(name)
        if name.startswith("Entity"):
            completer = QCompleter(self._entities, made)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            made.setCompleter(completer)
        return made

    def _edited(self, reservation_id: str, key: str) -> None:
        row = next((one for one in self._shown if one.id == reservation_id), None)
        field = self._fields.get((reservation_id, key))
        if row is not None and field is not None and field.text().strip() != getattr(row, key):
            self.changed.emit(row.id, {key: field.text().strip()})

    def _take(self) -> None:
        entity, words = self.entity.text().strip(), self.words.text().strip()
        if not entity or not words:
            (self.words if entity else self.entity).setFocus()
            return
        self._leave()
        if self._row is not None:
            self.added.emit(self._row, entity, words)

    def _leave(self) -> None:
        for widget in self._new:
            widget.hide()
        self.entity.clear()
        self.words.clear()
        self._decide()

    def _decide(self) -> None:
        self.setVisible(bool(self._shown) or not self.entity.isHidden())
