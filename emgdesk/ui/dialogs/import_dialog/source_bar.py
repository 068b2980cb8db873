"""Where the rows come from and where they go: file, kind, sheet, header row, meeting."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from emgdesk.importing.headers import header_texts
from emgdesk.importing.tables import RawSheet
from emgdesk.queries.meetings import MeetingRow
from emgdesk.ui.widgets.room import ElidedLabel
from emgdesk.ui.widgets.text import IconLabel, label

_ROWS = 25  # rows offered as the header
NEW_MEETING = "new"
Combo = TypeVar("Combo", bound=QComboBox)


class SourceBar(QWidget):
    """`sheet_chosen`, `header_chosen(row number)`, `meeting_chosen(id)`, `new_meeting_asked`."""

    sheet_chosen = Signal(str)
    header_chosen = Signal(int)
    meeting_chosen = Signal(str)
    new_meeting_asked = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._meeting = ""
        self.file = ElidedLabel(path.name, "title")
        self.kind = label(role="muted")
        self.sheet, self._sheet_label = _shaped(QComboBox(), 110, 160), label("&Sheet")
        self.header, self._header_label = _shaped(QComboBox(), 130, 250), label("&Header row")
        self.meeting, self._meeting_label = _shaped(MeetingCombo(), 130, 210), label("&Into the meeting")
        self.sheet.activated.connect(lambda _: self.sheet_chosen.emit(self.sheet.currentText()))
        self.header.activated.connect(lambda _: self.header_chosen.emit(self.header.currentData()))
        self.meeting.activated.connect(self._choose_meeting)
        self._lay_out()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.file)
        names.addWidget(self.kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(IconLabel("file-spreadsheet", 32, "accent"))
        row.addLayout(names, 2)
        for text, combo in (
            (self._sheet_label, self.sheet),
            (self._header_label, self.header),
            (self._meeting_label, self.meeting),
        ):
            text.setTextFormat(Qt.TextFormat.AutoText)
            text.setBuddy(combo)
            combo.setAccessibleName(text.text().replace("&", ""))
            pair = QVBoxLayout()
            pair.setSpacing(2)
            pair.addWidget(text)
            pair.addWidget(combo)
            row.addLayout(pair, 1)

    def show_table(
        self, kind: str, sheets: Sequence[str], sheet: RawSheet | None, header: int | None
    ) -> None:
        """What was found: the kind in words, the sheets to choose from, the sheet read and its header row."""
        self.kind.setText(kind)
        self.sheet.clear()
        self.sheet.addItems(list(sheets))
        self.sheet.setCurrentText(sheet.name if sheet else "")
        self.header.clear()
        if header is None:
            self.header.addItem("No header row", 0)
        for number, row in list(zip(sheet.numbers, sheet.rows, strict=True))[:_ROWS] if sheet else []:
            words = " · ".join(text for text in header_texts(row) if text)
            self.header.addItem(f"{number}:  {words}", number)
        self.header.setCurrentIndex(max(0, self.header.findData(header)))
        self.header.setToolTip(self.header.currentText())

    def for_roster(self, roster: bool) -> None:
        """Only a roster has one sheet, one header row and one meeting to choose."""
        for widget in (
            self.sheet, self._sheet_label, self.header, self._header_label, self.meeting, self._meeting_label,
        ):  # fmt: skip
            widget.setVisible(roster)

    def show_meetings(self, meetings: Sequence[MeetingRow], chosen: str | None) -> None:
        """The meetings of the desk, the one imported into chosen."""
        self._meeting = chosen or ""
        self.meeting.clear()
        if not chosen:
            self.meeting.addItem("Choose…", "")
        for row in meetings:
            self.meeting.addItem(row.code, row.id)
            self.meeting.setItemData(self.meeting.count() - 1, row.title, Qt.ItemDataRole.ToolTipRole)
        self.meeting.insertSeparator(self.meeting.count())
        self.meeting.addItem("New meeting…", NEW_MEETING)
        self.meeting.setCurrentIndex(max(0, self.meeting.findData(self._meeting)))

    @property
    def meeting_name(self) -> str:
        """The code of the meeting chosen, "" without one."""
        return self.meeting.currentText() if self._meeting else ""

    def _choose_meeting(self) -> None:
        chosen = self.meeting.currentData()
        self.meeting.setCurrentIndex(max(0, self.meeting.findData(self._meeting)))
        if chosen == NEW_MEETING:
            if not self.meeting.stepping:
                self.new_meeting_asked.emit()
        elif chosen and chosen != self._meeting:
            self.meeting_chosen.emit(chosen)


class MeetingCombo(QComboBox):
    """`stepping` while a key or the wheel goes from entry to entry of the closed list.

    What opens a window is done only when it is picked in the open list.
    """

    stepping = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.stepping = True
        super().keyPressEvent(event)
        self.stepping = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the meeting is not changed by accident


def _shaped(made: Combo, least: int, most: int) -> Combo:
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumWidth(least)
    made.setMaximumWidth(most)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made
