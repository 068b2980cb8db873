"""What a progress report is compared with: an issued one chosen from a list, or a day."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.dates import is_stored_date, long_date
from emgdesk.queries.progress_issues import IssuedReport
from emgdesk.ui.widgets.date_field import DateField

_A_DAY = "\0day"


class ReportChoice(QWidget):
    """`value()` is an ISO day, what names an issued report as an option, or "" for nothing.

    The day stands below the list, or `beside` it.
    """

    changed = Signal()

    def __init__(self, nothing: str = "nothing", *, beside: bool = False) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(18)
        self.day = DateField("which day")
        self.day.line.setAccessibleName("Day")
        places = QHBoxLayout(self) if beside else QVBoxLayout(self)
        places.setContentsMargins(0, 0, 0, 0)
        places.setSpacing(4)
        places.addWidget(self.box)
        places.addWidget(self.day)
        self._nothing = nothing
        self.set_reports(())
        self.box.activated.connect(self._chosen)
        self.day.changed.connect(lambda _: self.changed.emit())
        self.setFocusProxy(self.box)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    def set_reports(self, reports: Sequence[IssuedReport]) -> None:
        """The issued reports to choose from, the newest first; what was chosen stays."""
        held = self.value() if self.box.count() else ""
        choosing = self.box.currentData() == _A_DAY and not held  # the day is still to be typed
        self.box.clear()
        self.box.addItem(self._nothing.capitalize(), "")
        for report in reports:
            day = f"  ·  {long_date(report.day)}" if report.day else ""
            self.box.addItem(f"{report.name}{day}", report.option)
            self.box.setItemData(self.box.count() - 1, report.meeting, Qt.ItemDataRole.ToolTipRole)
        self.box.addItem("A day…", _A_DAY)
        self.set_value(held)
        if choosing:
            self.box.setCurrentIndex(self.box.findData(_A_DAY))
            self.day.show()

    def value(self) -> str:
        chosen = str(self.box.currentData() or "")
        return self.day.value() if chosen == _A_DAY else chosen

    def set_value(self, text: str) -> None:
        """Show a choice, without announcing it; an issued report that is no longer there is nothing."""
        is_day = bool(text) and is_stored_date(text)
        self.box.setCurrentIndex(max(0, self.box.findData(_A_DAY if is_day else text)))
        self.day.set_value(text if is_day else "")
        self.day.setVisible(is_day)

    def _chosen(self) -> None:
        is_day = self.box.currentData() == _A_DAY
        self.day.setVisible(is_day)
        if is_day:
            self.day.setFocus()
        if not is_day or self.day.value():
            self.changed.emit()
