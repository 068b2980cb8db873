"""Whether a conclusion of the report is a decision made in the room, and which."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from emgdesk.queries.reports import ParagraphRow
from emgdesk.ui.panels.report.reading import ReportView
from emgdesk.ui.widgets.menu_tool import Entry, MenuTool
from emgdesk.ui.widgets.text import label, link


class DecisionLine(QWidget):
    """`decided(paragraph, section of the actions)`, `undecided(paragraph)`, `opened(action)`."""

    decided = Signal(str, str)
    undecided = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row: ParagraphRow | None = None
        self._view = ReportView("")
        self.decide = MenuTool("This conclusion is a decision", "gavel", self._sections)
        self.told = label()
        self.open = link("Open it", lambda: self.opened.emit(self._row.action_id if self._row else ""))
        self.take_back = link(
            "Words of the report again", lambda: self.undecided.emit(self._row.id if self._row else "")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.decide, self.told, self.open, self.take_back):
            row.addWidget(widget)
        row.addStretch(1)

    def show_paragraph(self, row: ParagraphRow, view: ReportView) -> None:
        """Offer to make it a decision, or say which one it is."""
        self._row, self._view = row, view
        is_one = row.action_id is not None
        made = any(a.id == row.action_id and a.made_in_room for s in view.actions for a in s.actions)
        self.decide.setVisible(not is_one)
        self.decide.setEnabled(bool(view.actions) and bool(row.text) and not row.fill)
        self.decide.setToolTip(
            "Enter it once, as a decision under a section of the actions"
            if view.actions
            else "The meeting has no section of actions yet to enter it under"
        )
        self.told.setText(f"Decision {view.citation(row.action_id or '')}".strip())
        for widget in (self.told, self.open):
            widget.setVisible(is_one)
        self.take_back.setVisible(is_one and made)

    def _sections(self) -> Sequence[Entry]:
        return [
            (f"{section.number}. {section.heading}", partial(self.decided.emit, row.id, section.id))
            for section in self._view.actions
            if (row := self._row) is not None
        ]
