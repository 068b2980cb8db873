"""A day one can type in ISO form, pick from a calendar, or leave empty."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from emgdesk.ui.widgets.keys import own_key
from emgdesk.ui.widgets.text import ToolButton


class DateField(QWidget):
    """`changed` carries the ISO date, or "" for none, when what stands there became a valid one."""

    changed = Signal(str)

    def __init__(self, empty: str = "no date", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _IsoLine(self)
        self.line.setPlaceholderText(empty)
        self.line.setToolTip("A day such as 2022-05-18")
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
        """The ISO date, or ""."""
        return self._value

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
        text = self.line.text().strip()
        iso = iso_day(text)
        self.line.mark(valid=iso is not None)
        if iso is None or iso == self._value:
            return
        self._value = iso
        self.line.setText(iso)
        self.changed.emit(iso)


def iso_day(text: str) -> str | None:
    """`text` as an ISO date: "2022-5-8" and "8.5.2022" too; "" for nothing, None if it is no date."""
    if not text:
        return ""
    parts = text.replace("/", "-").replace(".", "-").split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


class _IsoLine(QLineEdit):
    def mark(self, *, valid: bool) -> None:
        self.setProperty("invalid", not valid)
        self.setToolTip("" if valid else "This is no date; write it as 2022-05-18.")
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
