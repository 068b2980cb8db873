"""At the top: what is imported, and into which meeting."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from emgdesk.queries.meetings import MeetingRow
from emgdesk.ui.widgets.room import ElidedLabel
from emgdesk.ui.widgets.text import IconLabel, label

NEW_MEETING = "new"


class SourceBar(QWidget):
    """`meeting_chosen(id)`, `new_meeting_asked`."""

    meeting_chosen = Signal(str)
    new_meeting_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._meeting = ""
        self.file = ElidedLabel("", "title")
        self.kind = label(role="muted")
        self.meeting, self._meeting_label = MeetingCombo(), label("&Into the meeting")
        self.meeting.activated.connect(self._choose_meeting)
        self._meeting_label.setTextFormat(Qt.TextFormat.AutoText)
        self._meeting_label.setBuddy(self.meeting)
        self.meeting.setAccessibleName("Into the meeting")
        self.meeting.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.meeting.setMinimumWidth(210)
        self.meeting.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.file)
        names.addWidget(self.kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._icon = IconLabel("file-spreadsheet", 32, "accent")
        row.addWidget(self._icon)
        row.addLayout(names, 1)
        row.addWidget(self._meeting_label)
        row.addWidget(self.meeting)

    def set_short(self, short: bool) -> None:
        """Only the name of what is imported, for a low window."""
        self._icon.setVisible(not short)
        self.kind.setVisible(not short)

    def show_source(self, name: str, kind: str) -> None:
        """Say what is imported: the file's name and what it was recognised as."""
        self.file.tell(name)
        self.kind.setText(kind)

    def for_roster(self, roster: bool) -> None:
        """Only a roster has a meeting to choose."""
        self.meeting.setVisible(roster)
        self._meeting_label.setVisible(roster)

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
