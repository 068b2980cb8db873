"""One deliverable: its stages along a line, its address, the reservations on it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.queries.deliverables import DeliverableRow, ReservationOn
from emgdesk.ui.panels.deliverables.columns import happened
from emgdesk.ui.widgets.commonmark import to_words
from emgdesk.ui.widgets.text import label, link, tool
from emgdesk.ui.widgets.timeline import Timeline


class DeliverableDetail(QWidget):
    """`stage_asked(id)` for a stage to be written, "" for a new one; `stage_deleted(id)`."""

    stage_asked = Signal(str)
    stage_deleted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row: DeliverableRow | None = None
        self.title = label(role="heading", wrap=True)
        self.address = link("", self.open_address)
        self.address.setToolTip("Open in the web browser")
        self.stages = Timeline("Stages")
        self.stages.opened.connect(self.stage_asked)
        self.stages.add_asked.connect(lambda: self.stage_asked.emit(""))
        self.stages.delete_asked.connect(self.stage_deleted)
        self.add = tool("Stage", lambda: self.stage_asked.emit(""), "plus", tip="A stage it reached (Insert)")
        self.reservations = label(role="muted", wrap=True)
        head = QHBoxLayout()
        head.addWidget(label("Stages", "group"), 1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.address, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        column.addWidget(self.stages, 1)
        column.addWidget(self.reservations)
        self.show_row(None)

    def show_row(self, row: DeliverableRow | None) -> None:
        """Show this deliverable, or that none is chosen."""
        self._row = row
        named = (
            " ".join(part for part in (row.title, f"({row.edition})" if row.edition else "") if part)
            if row
            else ""
        )
        self.title.setText(named or "Choose a deliverable")
        self.address.setText(_short(row.web_address) if row else "")
        self.address.setVisible(bool(row and row.web_address))
        self.stages.show_points([happened(stage) for stage in row.stages] if row else ())
        self.add.setEnabled(row is not None)
        said = _reservations(row.reservations) if row else ""
        self.reservations.setText(said)
        self.reservations.setVisible(bool(said))

    def open_address(self) -> None:
        """Open the web address of the deliverable."""
        if self._row is not None and self._row.web_address:
            QDesktopServices.openUrl(QUrl.fromUserInput(self._row.web_address))


def _short(address: str) -> str:
    plain = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    return plain if len(plain) <= 48 else plain[:47] + "…"


def _reservations(rows: Sequence[ReservationOn]) -> str:
    return "\n".join(f"Reservation of {row.entity}: {to_words(row.text)}" for row in rows)
