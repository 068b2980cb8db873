"""A day one can type as people write days, pick from a calendar, or leave empty."""

import re

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from emgdesk.importing.sheets.cell_dates import iso_period
from emgdesk.ui.widgets.keys import own_key
from emgdesk.ui.widgets.text import ToolButton

_CUT_SHORT = re.compile(r"\d{1,2}\D+\d{1,2}\D+\d")  # "23/09/2", of which the year is being typed
_AROUND = 20  # pixels around the name of a day of the week, so that all seven stand whole
_YEARS = range(1900, 2200)
_TIP = "A day such as 2022-05-18 or 18 May 2022"


class DateField(QWidget):
    """`changed` carries the ISO date, or "" for none, when what stands there became a valid one.

    A text that is no date stays, marked; `problem` says so.
    """

    changed = Signal(str)

    def __init__(self, empty: str = "no date", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _IsoLine(self)
        self.line.setPlaceholderText(empty)
        self.line.setToolTip(_TIP)
        self.line.editingFinished.connect(self._typed)
        self._button = ToolButton("calendar-days", with_text=False)
        self._button.setToolTip("Choose from a calendar (Alt+Down)")
        self._button.setAccessibleName("Choose from a calendar")
        self._button.clicked.connect(self.choose)
        own_key(self.line, "Alt+Down", self.choose)
        self._value = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line, 1)
        layout.addWidget(self._button)
        self.setFocusProxy(self.line)

    def value(self) -> str:
        """The ISO date that stands there, or ""; the last valid one where `problem` says something."""
        read = self._read()
        return self._value if read is None else read

    def problem(self) -> str:
        """A sentence where what stands there is no date, with the field's name; "" for a date or nothing."""
        if self._read() is not None:
            return ""
        self.line.mark(valid=False)
        name, text = self.line.accessibleName(), self.line.text().strip()
        said = f"“{text}” is not a date; write 2027-09-23."
        return f"{name}: {said}" if name else said

    def _read(self) -> str | None:
        text = self.line.text().strip()
        return text if text == self._value else iso_day(text)

    def set_value(self, iso: str) -> None:
        self._value = iso
        self.line.setText(iso)
        self.line.mark(valid=True)

    def choose(self) -> None:
        """Open the calendar below the field."""
        popup = _CalendarPopup(QDate.fromString(self._value, Qt.DateFormat.ISODate), self)
        popup.chosen.connect(self._picked)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()

    def _picked(self, iso: str) -> None:
        self.line.setText(iso)
        self._typed()
        self.line.setFocus()

    def _typed(self) -> None:
        iso = self._read()
        self.line.mark(valid=iso is not None)
        if iso is None:
            return
        self.line.setText(iso)
        if iso != self._value:
            self._value = iso
            self.changed.emit(iso)


def iso_day(text: str) -> str | None:
    """`text` as an ISO date, "" for nothing, None if it is no single day; figures have the day first.

    >>> iso_day("2022-5-8"), iso_day("8/5/2022"), iso_day("8 May 2022"), iso_day("8-9 May 2022")
    ('2022-05-08', '2022-05-08', '2022-05-08', None)
    """
    if not text:
        return ""
    first, last = iso_period(text, "dmy")
    whole = len(first) == 10 and int(first[:4]) in _YEARS and not _CUT_SHORT.fullmatch(text)
    return first if whole and last in ("", first) else None


class _IsoLine(QLineEdit):
    def mark(self, *, valid: bool) -> None:
        self.setProperty("invalid", not valid)
        self.setToolTip(_TIP if valid else "This is no date; write it as 2022-05-18.")
        self.style().unpolish(self)
        self.style().polish(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


class _CalendarPopup(QWidget):
    chosen = Signal(str)

    def __init__(self, day: QDate, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        letters = calendar.fontMetrics().horizontalAdvance("Wed")
        calendar.setMinimumWidth(7 * (letters + _AROUND))
        if day.isValid():
            calendar.setSelectedDate(day)
        calendar.clicked.connect(self._choose)
        calendar.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(calendar)
        calendar.setFocus()

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(day.toString(Qt.DateFormat.ISODate))
        self.close()
