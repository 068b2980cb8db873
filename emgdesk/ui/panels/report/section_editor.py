"""A section of the report: its heading, workstream, and the items of the agenda it reports on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from emgdesk.queries.reports import ReportSectionRow
from emgdesk.ui.panels.report.reading import ReportView
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import label

_KEY = Qt.ItemDataRole.UserRole


class SectionEditor(QWidget):
    """Each edit is handed over at once."""

    edited = Signal(str, dict)
    items_set = Signal(str, list)

    def __init__(self) -> None:
        super().__init__()
        self._row: ReportSectionRow | None = None
        self.heading = LineEdit()
        self.heading.editingFinished.connect(self._heading_left)
        self.heading.escaped.connect(self._put_heading)
        self.workstream = QComboBox()
        self.workstream.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.workstream.activated.connect(self._workstream_chosen)
        self.items = QListWidget()
        self.items.setMinimumHeight(120)
        self.items.itemChanged.connect(self._ticked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, field, grows in (
            ("&Heading", self.heading, 0),
            ("&Workstream", self.workstream, 0),
            ("&Items of the agenda it reports on", self.items, 1),
        ):
            caption = label(name, "muted")
            caption.setTextFormat(Qt.TextFormat.AutoText)
            caption.setBuddy(field)
            field.setAccessibleName(name.replace("&", ""))
            column.addWidget(caption)
            column.addWidget(field, grows)
        self.setFocusProxy(self.heading)

    def show_section(self, row: ReportSectionRow, view: ReportView) -> None:
        """Show a section; a heading being typed is left alone."""
        before, self._row = self._row, row
        typing = before is not None and before.id == row.id and self.heading.text() != before.heading
        if not typing:
            self._put_heading()
        self.workstream.clear()
        self.workstream.addItem("(none)", None)
        for key, name in view.workstreams:
            self.workstream.addItem(name, key)
        self.workstream.setCurrentIndex(max(0, self.workstream.findData(row.workstream_id)))
        self._show_items(row, view)

    def _show_items(self, row: ReportSectionRow, view: ReportView) -> None:
        current = self.items.currentRow()
        self.items.blockSignals(True)
        self.items.clear()
        for item in view.agenda:
            words = f"{item.path}  {item.title}" if item.numbered else item.title
            line = QListWidgetItem("    " * item.depth + words)
            line.setData(_KEY, item.id)
            line.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            )
            line.setCheckState(Qt.CheckState.Checked if item.id in row.items else Qt.CheckState.Unchecked)
            self.items.addItem(line)
        self.items.setCurrentRow(min(current, self.items.count() - 1))
        self.items.blockSignals(False)

    def _put_heading(self) -> None:
        if self._row is not None:
            self.heading.setText(self._row.heading)

    def flush(self) -> None:
        """Hand over what was typed."""
        self._heading_left()

    def _heading_left(self) -> None:
        heading = " ".join(self.heading.text().split())
        if self._row is not None and heading != self._row.heading:
            self.edited.emit(self._row.id, {"heading": heading})

    def _workstream_chosen(self, _at: int) -> None:
        chosen = self.workstream.currentData()
        if self._row is not None and chosen != self._row.workstream_id:
            self.edited.emit(self._row.id, {"workstream_id": chosen})

    def _ticked(self, _item: QListWidgetItem) -> None:
        lines = [self.items.item(at) for at in range(self.items.count())]
        keys = [line.data(_KEY) for line in lines if line.checkState() == Qt.CheckState.Checked]
        if self._row is not None:
            self.items_set.emit(self._row.id, keys)
