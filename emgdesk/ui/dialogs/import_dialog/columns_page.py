"""The step Columns: what each column of the file is, and how its dates are read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from emgdesk.domain.dates import written_date
from emgdesk.importing.sheets.cell_dates import DateOrder, iso_date
from emgdesk.ui.dialogs.import_dialog.columns_strip import MOST, ColumnsStrip
from emgdesk.ui.dialogs.import_dialog.date_order import DateQuestion, date_question
from emgdesk.ui.dialogs.import_dialog.source import Opened
from emgdesk.ui.dialogs.import_dialog.tab_order import order_tabs
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.text import IconLabel, label

_ORDERS: tuple[tuple[DateOrder, str], ...] = (("dmy", "day first"), ("mdy", "month first"))
NEEDED = "* Needed: a column of names, or one of given and one of family names."


class ColumnsPage(QWidget):
    """`remapped({field: header})`; `order_chosen("dmy" or "mdy")`."""

    remapped = Signal(dict)
    order_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("info", 16, "muted")
        self.said = label(wrap=True)
        self.strip = ColumnsStrip()
        self.strip.remapped.connect(self.remapped)
        self.dates = DateChoice()
        self.dates.chosen.connect(self.order_chosen)
        self.needed = label(NEEDED, "caption", wrap=True)
        self.empty = EmptyState("columns-3", "No columns", "Choose another sheet or header row first.")
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.said, 1)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(line)
        column.addWidget(self.dates)
        column.addWidget(self.strip, 100)
        column.addWidget(self.needed)
        column.addStretch(1)
        self._stack = Stack()
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_columns(self, opened: Opened) -> None:
        """Show the columns of the table read."""
        columns = opened.columns()
        self._stack.setCurrentIndex(0 if columns else 1)
        self.strip.show_columns(columns, opened.mapping())
        order_tabs(*self.dates.choices.values(), *(card.field for card in self.strip.cards))
        self.dates.show_question(date_question(opened))
        missing = opened.intake is None
        self._icon.show_icon(*(("triangle-alert", "warn") if missing else ("info", "muted")))
        self.said.setText(" ".join(_told(opened)))

    def take_keyboard(self) -> None:
        """Go to the question if one is open, else to the first column."""
        target = self.dates.first_choice() if self.dates.is_open() else self.strip.first_to_see()
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)


class DateChoice(QWidget):
    """The two ways to read a date of the file; `chosen(order)`. Hidden where there is only one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._question: DateQuestion | None = None
        self._icon = IconLabel("calendar-days", 16, "muted")
        self.said = label(wrap=True)
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        line, row = QHBoxLayout(), QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.said, 1)
        row.setContentsMargins(22, 0, 0, 0)
        row.setSpacing(16)
        for order, _words in _ORDERS:
            made = self.choices[order] = QRadioButton()
            made.clicked.connect(lambda _=False, order=order: self.chosen.emit(order))
            self._group.addButton(made)
            row.addWidget(made)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addLayout(row)
        self.hide()

    def is_open(self) -> bool:
        """Whether the order of the dates is still to be said."""
        return self._question is not None and self._question.order is None

    def first_choice(self) -> QWidget:
        return self.choices["dmy"]

    def show_question(self, question: DateQuestion | None) -> None:
        """Ask, or tell how the dates are read; nothing where they can mean one day only."""
        self._question = question
        self.setVisible(question is not None)
        if question is None:
            return
        self._icon.show_icon("calendar-days", "warn" if question.order is None else "muted")
        self.said.setText(question.told())
        self._group.setExclusive(False)
        for order, words in _ORDERS:
            made = self.choices[order]
            made.setText(f"{question.means(order)} ({words})")
            made.setToolTip(_others(question, order))
            made.setChecked(question.order == order)
        self._group.setExclusive(True)


def _others(question: DateQuestion, order: DateOrder) -> str:
    return "\n".join(f"{value}: {written_date(iso_date(value, order))}" for value in question.examples)


def _told(opened: Opened) -> list[str]:
    """What is known of the columns: what is missing, what is left unused, whose memory this is."""
    if opened.intake is None:
        return [opened.refusal, "Say below which column holds the names, or choose another header row."]
    said = []
    if opened.remembered:
        said.append("The columns are taken as the last time a file had these headers.")
    unused = opened.unused()
    if unused:
        named = ", ".join(f"“{name}”" for name in unused[:12])
        said.append(f"Not used: {named}{' and more' if len(unused) > 12 else ''}.")
    else:
        said.append("Every column of the file is used.")
    if len(opened.columns()) > MOST:
        said.append(f"Only the first {MOST} columns are shown.")
    return said
