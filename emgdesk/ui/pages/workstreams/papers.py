"""The papers of a workstream: each leads to its line in the register of a meeting."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.operations.document import update_document
from emgdesk.queries.papers import PAPER_KINDS, PaperRow
from emgdesk.ui.dialogs.form_dialog import FormDialog
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.text import button, label, link


class Papers(QWidget):
    """`opened(id)` leads to a document; `wanted` asks for another one, with those that are nobody's."""

    opened = Signal(str)
    removed = Signal(str)
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._others: tuple[PaperRow, ...] = ()
        head = QHBoxLayout()
        head.addWidget(label("Papers", "group"), 1)
        self.add_button = button("Add…", lambda: self.wanted.emit(self._others), "plus")
        head.addWidget(self.add_button)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._lines)

    def show_papers(self, workstream_id: str, papers: Sequence[PaperRow]) -> None:
        """Show those of a workstream; the others can be added."""
        self._others = tuple(paper for paper in papers if paper.workstream_id is None)
        self.add_button.setEnabled(bool(self._others))
        self.add_button.setToolTip("" if self._others else "The registers of the meetings hold no document")
        while (item := self._lines.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        own = [paper for paper in papers if paper.workstream_id == workstream_id]
        for paper in own:
            self._lines.addWidget(self._line(paper))
        if not own:
            words = "Terms of reference and concept notes stand in the register of a meeting; add them here."
            self._lines.addWidget(label(words, "muted", wrap=True))

    def _line(self, paper: PaperRow) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = _words(paper.kind, paper.title, paper.symbol, paper.meeting)
        row.addWidget(label(words, wrap=True), 1)
        go = link("Open", lambda: self.opened.emit(paper.id))
        go.setAccessibleName(f"Open {paper.title}")
        row.addWidget(go)
        off = link("Remove", lambda: self.removed.emit(paper.id))
        off.setAccessibleName(f"Remove {paper.title} from the papers")
        off.setToolTip("The document stays in the register")
        row.addWidget(off)
        return line


class PaperDialog(FormDialog):
    """Makes a document of a register a paper of a workstream."""

    def __init__(
        self, services: Services, workstream_id: str, papers: Sequence[PaperRow], parent: QWidget
    ) -> None:
        intro = "The document stays where it is registered; the workstream leads to it."
        super().__init__(services, "Add a paper", "Add paper", intro, parent)
        self._workstream_id = workstream_id
        self.paper = QComboBox()
        self.paper.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.paper.setMinimumContentsLength(40)
        for row in papers:
            self.paper.addItem(_words(row.symbol, row.title, row.meeting), row.id)
        self.kind = QComboBox()
        self.kind.setEditable(True)
        self.kind.addItems(PAPER_KINDS)
        self.add_row("&Document", self.paper)
        self.add_row("&It is", self.kind)

    def submit(self) -> None:
        """Ask for it."""
        self.send(
            "Add paper of a workstream", update_document, document_id=str(self.paper.currentData()),
            workstream_id=self._workstream_id, kind=self.kind.currentText().strip(),
        )  # fmt: skip


def _words(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
