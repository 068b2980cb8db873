"""The deliverables a meeting endorsed, as its report lists them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.queries.deliverables import DeliverableRow
from emgdesk.ui.panels.report.reading import ReportView
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.menu_tool import Entry, MenuTool
from emgdesk.ui.widgets.text import ToolButton, label, tool


class DeliverablesBox(QWidget):
    """Title, edition and workstream of each, edited in place.

    `added(meeting, title)`, `endorsed(meeting, deliverable)` and `removed(meeting, deliverable)` carry
    the meeting they were asked for.
    """

    added = Signal(str, str)
    changed = Signal(str, dict)
    endorsed = Signal(str, str)
    removed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._view = ReportView("")
        self.known = MenuTool("Endorse one on the desk", "badge-check", self._known)
        self.title = LineEdit()
        self.title.setPlaceholderText("Title of another deliverable")
        self.title.setAccessibleName("Title of another deliverable")
        self.title.returnPressed.connect(self._add)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 2)
        foot = QHBoxLayout()
        foot.addWidget(self.title, 1)
        foot.addWidget(tool("Add", self._add, "plus", tip="Add it as endorsed by this meeting"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(label("Endorsed by this meeting", "group"), 1)
        head.addWidget(self.known)
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addLayout(foot)
        column.addStretch(1)

    def show_view(self, view: ReportView) -> None:
        """List those the meeting of `view` endorsed."""
        same = (view.deliverables, view.meeting_id) == (self._view.deliverables, self._view.meeting_id)
        if view.meeting_id != self._view.meeting_id:
            self.title.clear()
        self._view = view
        if same and self._grid.count():
            return
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = endorsed_here(view)
        for at, row in enumerate(rows):
            self._add_row(at, row)
        if not rows:
            self._grid.addWidget(label("None yet", "muted"), 0, 0)
        self.known.setEnabled(len(rows) < len(view.deliverables))

    def _add_row(self, at: int, row: DeliverableRow) -> None:
        for column, (key, name) in enumerate((("title", "Title"), ("edition", "Edition"))):
            field = LineEdit()
            field.setText(getattr(row, key))
            field.setCursorPosition(0)
            field.setPlaceholderText(name)
            field.setAccessibleName(f"{name} of deliverable {at + 1}")
            field.editingFinished.connect(lambda f=field, k=key, r=row: self._edited(r, k, f.text().strip()))
            self._grid.addWidget(field, at, column)
        workstream = QComboBox()
        workstream.setAccessibleName(f"Workstream of deliverable {at + 1}")
        workstream.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        workstream.addItem("(no workstream)", None)
        for key, name in self._view.workstreams:
            workstream.addItem(name, key)
        workstream.setCurrentIndex(max(0, workstream.findData(row.workstream_id)))
        workstream.activated.connect(
            lambda _at, w=workstream, r=row: self._edited(r, "workstream_id", w.currentData())
        )
        self._grid.addWidget(workstream, at, 2)
        remove = ToolButton("x", with_text=False)
        remove.setToolTip("Not endorsed by this meeting")
        remove.setAccessibleName(f"{row.title}: not endorsed by this meeting")
        remove.clicked.connect(partial(self._remove, self._view.meeting_id, row.id))
        self._grid.addWidget(remove, at, 3)

    def _edited(self, row: DeliverableRow, key: str, value: str | None) -> None:
        if value != getattr(row, key):
            self.changed.emit(row.id, {key: value})

    def _add(self) -> None:
        title = self.title.text().strip()
        if title:
            self.title.clear()
            self.added.emit(self._view.meeting_id, title)

    def _remove(self, meeting_id: str, key: str, _checked: bool = False) -> None:
        self.removed.emit(meeting_id, key)

    def _known(self) -> Sequence[Entry]:
        here = {row.id for row in endorsed_here(self._view)}
        return [
            (row.title, partial(self.endorsed.emit, self._view.meeting_id, row.id))
            for row in self._view.deliverables
            if row.id not in here
        ]


def endorsed_here(view: ReportView) -> list[DeliverableRow]:
    """The deliverables the meeting endorsed."""
    return [
        row
        for row in view.deliverables
        if any(stage.stage == "endorsed" and stage.meeting_id == view.meeting_id for stage in row.stages)
    ]
