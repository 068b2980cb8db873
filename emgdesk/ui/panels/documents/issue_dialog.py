"""Issue a document: which one, under what symbol, and what it changes of the issue before."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError
from emgdesk.issuing import ISSUED, Issued, Proposal, issue, propose
from emgdesk.queries.meetings import MeetingRow
from emgdesk.reports import catalog
from emgdesk.ui.dialogs.form_dialog import FormDialog
from emgdesk.ui.panels.documents.columns import title_of
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import label, link

_INTRO = (
    "What is issued is kept as printed, whatever is changed later. It is entered in the register as final; "
    "the next issue of the same document becomes a revision with the list of its changes."
)


class IssueDialog(FormDialog):
    """Issues a document of one meeting; `made` carries the key of the issue."""

    def __init__(self, services: Services, meeting: MeetingRow, name: str, parent: QWidget) -> None:
        super().__init__(services, f"Issue a document of {meeting.code}", "Issue", _INTRO, parent)
        self._meeting = meeting
        self._proposal: Proposal | None = None
        self.document = QComboBox()
        for kind in catalog.DOCUMENTS:
            if kind.name in ISSUED:
                self.document.addItem(kind.title, kind.name)
        self.document.setCurrentIndex(max(0, self.document.findData(name)))
        self.symbol = LineEdit()
        self.change = label(role="muted", wrap=True)
        self.change.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add_row("&Document", self.document)
        self.add_row("&Symbol", self.symbol)
        self.form.addRow("", self.change)
        self.form.addRow("", link("Look at it first", self._preview))
        self.document.currentIndexChanged.connect(lambda _at: self._propose())
        self.document.setFocus()
        self._propose()

    @property
    def name(self) -> str:
        """The document chosen."""
        return str(self.document.currentData())

    def _propose(self) -> None:
        self._proposal = None
        self.ok.setEnabled(False)
        self.banner.hide()
        self.change.setText("Reading the desk…")
        self.services.tasks.run(
            "Compare with the last issue",
            partial(self._proposed, name=self.name, options=self._remembered()),
            self._show_proposal,
            self._failed,
            quiet=True,
            latest=(id(self), "proposal"),
        )

    def _remembered(self) -> dict[str, str] | None:
        """The options the document was last previewed with; None lets the last issue's stand."""
        known = self.services.settings.get(f"document.{self.name}", {})
        return {str(key): str(value) for key, value in known.items()} if known else None

    def _proposed(self, _job: Any, *, name: str, options: dict[str, str] | None) -> Proposal:
        workspace = self.services.workspace
        try:
            return propose(workspace, name, self._meeting.id, options)
        except EmgdeskError:
            if options is None:
                raise
            return propose(workspace, name, self._meeting.id)  # an option remembered is not known any more

    def _show_proposal(self, proposal: Proposal) -> None:
        if proposal.name != self.name:
            return
        self._proposal = proposal
        self.symbol.setText(proposal.symbol)
        self.ok.setEnabled(True)
        self.ok.setDefault(True)  # it could not be while there was nothing to issue
        if not proposal.before:
            words = f"{title_of(proposal.name)} has not been issued for this meeting yet."
        elif proposal.changes:
            count = counted(len(proposal.changes), "paragraph differs", "paragraphs differ")
            words = f"{count} from {proposal.before}, which it revises."
        else:
            words = (
                f"The text is that of {proposal.before}; there is nothing to revise unless options differ."
            )
        self.change.setText(" ".join((words, *proposal.remarks)))
        self._make_room()

    def _make_room(self) -> None:
        """As high as the sentence: a form does not ask again when a label's words change."""
        self.change.ensurePolished()
        self.change.setMinimumHeight(self.change.heightForWidth(max(self.change.width(), 300)))

    def _preview(self) -> None:
        self.services.navigator.start_export(self.name, self._meeting.id)

    def submit(self) -> None:
        if self._proposal is None:
            return
        self.ok.setEnabled(False)
        kept, symbol = self._proposal, self.symbol.text().strip()
        self.services.tasks.run(
            f"Issue {title_of(kept.name).lower()}",
            lambda job: issue(
                self.services.workspace, kept.name, self._meeting.id, kept.options, symbol=symbol, job=job
            ),
            self._issued,
            self._failed,
            cancellable=True,
        )

    def _issued(self, made: Issued) -> None:
        self.accept()
        self.made.emit(made.id)

    def _failed(self, error: Exception) -> None:
        super()._failed(error)
        self.ok.setEnabled(self._proposal is not None)
        if self._proposal is None:
            self.change.setText("")
