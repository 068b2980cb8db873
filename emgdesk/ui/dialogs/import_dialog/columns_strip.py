"""The columns of the file side by side: what each is taken for, its header, a few of its values."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from emgdesk.importing.records import FIELDS
from emgdesk.importing.sheets.columns import Column
from emgdesk.ui.dialogs.import_dialog.wording import FIELDS as WORDS
from emgdesk.ui.widgets.text import label

NOT_USED = "Not used"
NAMES = ("given", "family", "name")
MOST = 120  # columns shown
_CARD, _LEAST = 166, 150  # pixels wide, high
_SAMPLES = 12


class ColumnsStrip(QScrollArea):
    """`remapped({field: header})` carries every field after the user changed one column."""

    remapped = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its cards take the keyboard
        self.setAccessibleName("Columns of the file")
        self.cards: list[ColumnCard] = []
        self._given: dict[str, str] = {}

    def show_columns(self, columns: Sequence[Column], mapping: Mapping[str, str]) -> None:
        """The columns of the table, with the {field: header} in use."""
        self._given = dict(mapping)
        used = {header: field for field, header in mapping.items()}
        shown = columns[:MOST]
        if [card.column for card in self.cards] == list(shown):
            for card in self.cards:
                card.set_field(used.get(card.header, ""))
            return
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(6)
        self.cards = []
        for column in shown:
            card = ColumnCard(column, used.get(column.label, ""))
            card.chosen.connect(self._chosen)
            card.field.entered.connect(lambda card=card: self.ensureWidgetVisible(card, 8, 0))
            row.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
            self.cards.append(card)
        row.addStretch(1)
        self.setWidget(body)
        high = body.sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        self.setMaximumHeight(high)
        self.setMinimumHeight(min(high, _LEAST))

    def first_to_see(self) -> QWidget | None:
        """The choice the keyboard goes to first."""
        return self.cards[0].field if self.cards else None

    def _chosen(self, header: str, field: str) -> None:
        """A field stands for one column only: the column that had it before gives it up."""
        mapping = {f: h for f, h in self._given.items() if h != header and f != field}
        left_out = {f: "" for f in self._given if f not in mapping}
        if field:
            mapping[field] = header
        self.remapped.emit({**left_out, **mapping})

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The strip goes sideways by a plain wheel too, unless it is cut below."""
        if self.verticalScrollBar().maximum():
            super().wheelEvent(event)
            return
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (event.angleDelta().y() or event.angleDelta().x()))


class ColumnCard(QFrame):
    """One column; `chosen(header, field)` when the user says what it is."""

    chosen = Signal(str, str)

    def __init__(self, column: Column, field: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(_CARD)
        self.column = column
        self.header = column.label
        self.field = FieldCombo()
        self.field.setAccessibleName(f"What {column.label} is")
        self.field.addItem(NOT_USED, "")
        for key in FIELDS:
            self.field.addItem(f"{WORDS[key]} *" if key in NAMES else WORDS[key], key)
        if field == "id":
            self.field.addItem(WORDS["id"], "id")
        self.field.activated.connect(lambda _: self.chosen.emit(self.header, self.field.currentData()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 7, 8, 9)
        layout.setSpacing(3)
        layout.addWidget(self.field)
        layout.addWidget(self._line(column.label, "heading"))
        values = tuple(dict.fromkeys(column.values))[:_SAMPLES]
        for at in range(_SAMPLES):
            text = values[at] if at < len(values) else ""
            layout.addWidget(self._line(text or ("(empty)" if not values and at == 0 else ""), "caption"))
        self.set_field(field)

    def set_field(self, field: str) -> None:
        """Show what the column is taken for."""
        self.field.setCurrentIndex(max(0, self.field.findData(field)))
        self.field.setToolTip(self.field.currentText())

    def _line(self, text: str, role: str) -> QWidget:
        made = label(role=role)
        made.ensurePolished()
        made.setText(made.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _CARD - 20))
        made.setToolTip(text)
        return made


class FieldCombo(QComboBox):
    """`entered` when the keyboard comes to it; the wheel is left to the strip."""

    entered = Signal()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
