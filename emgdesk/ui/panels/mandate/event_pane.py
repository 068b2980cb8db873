"""The event in view in full: what happened, the decision quoted, and ways to where it comes from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from emgdesk.ui.panels.mandate.lines import EventLine
from emgdesk.ui.widgets.commonmark import to_html
from emgdesk.ui.widgets.text import label, link

_LEAST = 44  # pixels of a decision's words; more of them scroll


class EventPane(QWidget):
    """`wanted(kind, id)` asks to show a decision, a meeting or a workstream."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._line: EventLine | None = None
        self.heading = label("", wrap=True)
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.caption = label("", "muted", wrap=True)
        self.quote = QTextBrowser()
        self.quote.setOpenLinks(False)
        self.quote.setProperty("quiet", True)
        self.quote.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.quote.setAccessibleName("The decision")
        self.quote.setMinimumHeight(_LEAST)
        self.decision = link(
            "", lambda: self._want("action", self._line.row.action_id if self._line else None)
        )
        self.meeting = link(
            "", lambda: self._want("meeting", self._line.row.meeting_id if self._line else None)
        )
        self.other = link("", lambda: self._want("workstream", self._other()))
        ways = QHBoxLayout()
        ways.setSpacing(14)
        for way in (self.decision, self.meeting, self.other):
            ways.addWidget(way)
        ways.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 4, 2, 0)
        column.setSpacing(4)
        for part in (self.heading, self.caption):
            column.addWidget(part)
        column.addLayout(ways)
        column.addWidget(self.quote, 1)
        column.addStretch(0)  # takes the height where there is no decision to quote
        self.show_event(None)

    def show_event(self, line: EventLine | None) -> None:
        """Show one, or say that none is chosen."""
        self._line = line
        row = line.row if line else None
        if line is None or row is None:
            self.heading.setText("Choose an event to read the decision that made it.")
        else:
            until = f", until {line.until}" if line.until else ""
            self.heading.setText(f"{line.date + ': ' if line.date else ''}{line.words}{until}.")
        self.caption.setText(row.note if row else "")
        self.caption.setVisible(bool(row and row.note))
        self.decision.setText(f"Decision {row.decision.words}" if row and row.decision else "")
        self.meeting.setText(row.meeting if row and row.meeting_id and not row.decision else "")
        self.other.setText(self._other_words())
        for way in (self.decision, self.meeting, self.other):
            way.setVisible(bool(way.text()))
            way.setAccessibleName(f"Show {way.text()}")
        self.quote.setHtml(to_html(row.decision.wording) if row and row.decision else "")
        self.quote.setVisible(bool(row and row.decision))

    def _other_words(self) -> str:
        if self._line is None or not self._other():
            return ""
        return self._line.row.other if self._line.own else self._line.row.workstream

    def _other(self) -> str:
        """The key of the other workstream."""
        if self._line is None:
            return ""
        event = self._line.row.event
        return (event.other_id or "") if self._line.own else event.workstream_id

    def _want(self, kind: str, key: str | None) -> None:
        if key:
            self.wanted.emit(kind, key)
