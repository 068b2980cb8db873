"""Who of a workstream was at its meetings: members down, meetings across."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from emgdesk.domain.dates import written_date
from emgdesk.domain.numbering import counted
from emgdesk.queries.member_presence import AttendedMeeting, Mark, Presence, PresenceLine
from emgdesk.ui.panels.members.columns import ROLES
from emgdesk.ui.services import Services
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.room import ElidedLabel
from emgdesk.ui.widgets.table_view import TableView
from emgdesk.ui.widgets.text import tool

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_FIXED = ("Member", "Role", "Came to")
_NOT_IN = "·"  # the meeting was before or after its time


def mark_words(mark: Mark, told: bool) -> str:
    """What stands in the cell of a member and a meeting: "attended (2)", "registered", "–", "·"."""
    if mark.attendance:
        return f"{mark.attendance} ({mark.people})" if mark.people > 1 else mark.attendance
    return "–" if mark.counts or not told else _NOT_IN


class PresenceModel(QAbstractTableModel):
    """Members, then who came without being one; a column for each meeting."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.presence = Presence((), (), ())
        self.lines: tuple[PresenceLine, ...] = ()

    def show_presence(self, presence: Presence) -> None:
        self.beginResetModel()
        self.presence, self.lines = presence, (*presence.members, *presence.others)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_FIXED) + len(self.presence.meetings)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        line, at = self.lines[index.row()], index.column() - len(_FIXED)
        if role == _Role.DisplayRole:
            return self._text(line, index.column())
        if role == _Role.ForegroundRole:
            tone = self._tone(line, at)
            return QColor(tones().named(tone)) if tone else None
        if role == _Role.FontRole and index.column() == 0:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold if line.roles else QFont.Weight.Normal)
            return font
        return None

    def _text(self, line: PresenceLine, column: int) -> str:
        if column >= len(_FIXED):
            at = column - len(_FIXED)
            return mark_words(line.marks[at], self.presence.meetings[at].told)
        if column == 2:
            return f"{line.came} of {line.meetings}" if line.meetings else ""
        return (line.who, ", ".join(ROLES[role] for role in line.roles) or "not a member")[column]

    def _tone(self, line: PresenceLine, at: int) -> str:
        if at < 0:
            return "warn" if at == -1 and line.meetings and not line.came else "" if line.roles else "muted"
        return {"attended": "good", "excused": "warn"}.get(line.marks[at].attendance, "muted")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if section < len(_FIXED):
            return _FIXED[section] if role == _Role.DisplayRole else None
        meeting = self.presence.meetings[section - len(_FIXED)]
        if role == _Role.DisplayRole:
            return f"{meeting.code}\n{written_date(meeting.date) or 'no date'}\n{_numbers(meeting)}"
        return _meeting_words(meeting) if role == _Role.ToolTipRole else None


def _numbers(meeting: AttendedMeeting) -> str:
    people = counted(meeting.people, "person", "people")
    return f"{people}, {counted(meeting.entities, 'entity', 'entities')}"


def _meeting_words(meeting: AttendedMeeting) -> str:
    were = "were there" if meeting.told else "are registered; who was there is not told yet"
    return f"{meeting.title}\n{_numbers(meeting)} {were}"


class PresencePane(QWidget):
    """The table, with the sentence on who never came; `propose_asked(meeting_id)` for new members."""

    propose_asked = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.sentence = ElidedLabel()
        self.sentence.cut_at = Qt.TextElideMode.ElideRight
        self.model = PresenceModel(self)
        self.view = TableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName("Who was at the meetings")
        header = self.view.horizontalHeader()
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.sectionDoubleClicked.connect(self._open_meeting)
        self.view.doubleClicked.connect(lambda index: self._open_meeting(index.column()))
        head = QHBoxLayout()
        head.addWidget(self.sentence, 1)
        propose = tool("Make members", lambda: self.propose_asked.emit(self._meeting()), "user-plus")
        propose.setToolTip("Propose who came and is no member")
        head.addWidget(propose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)

    def show_presence(self, presence: Presence) -> None:
        """Show another reading."""
        self.model.show_presence(presence)
        self.sentence.tell(presence_sentence(presence))

    def _meeting(self) -> str:
        """The meeting whose column is chosen, else the last one at which somebody was."""
        meetings = self.model.presence.meetings
        at = self.view.currentIndex().column() - len(_FIXED)
        if 0 <= at < len(meetings):
            return meetings[at].id
        return next((meeting.id for meeting in reversed(meetings) if meeting.people), "")

    def _open_meeting(self, column: int) -> None:
        at = column - len(_FIXED)
        if 0 <= at < len(self.model.presence.meetings):
            self._services.navigator.show("meeting", self.model.presence.meetings[at].id)


def presence_sentence(presence: Presence) -> str:
    """At how many meetings it is told who was there, and which members never were."""
    told = [meeting for meeting in presence.meetings if meeting.told]
    if not told:
        meetings = counted(len(presence.meetings), "meeting", "meetings")
        return f"{meetings}; no roster tells yet who was there."
    sentence = f"{counted(len(told), 'meeting', 'meetings')} with attendance."
    never = _never(presence.members)
    return f"{sentence} Never came: {', '.join(never)}." if never else f"{sentence} Every member came."


def _never(members: Sequence[PresenceLine]) -> list[str]:
    entities = (line for line in members if not line.person)
    return [line.who for line in entities if line.meetings and not line.came]
