"""What was issued: a list, and beside it what an issue changed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.domain.paragraph_changes import ParagraphChange
from emgdesk.errors import EmgdeskError
from emgdesk.issuing import changed_since, revision_in_words
from emgdesk.operations.issuing import withdraw_issue
from emgdesk.queries.issues import IssueRow
from emgdesk.ui.panels.documents.columns import ISSUES, title_of
from emgdesk.ui.panels.documents.files import StoredFiles
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.changes_html import paragraphs_html
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.side_split import SideSplit
from emgdesk.ui.widgets.text import label, tool


class IssuedPane(QWidget):
    """`issue_wanted(name)` asks to issue a document again, or any ("")."""

    issue_wanted = Signal(str)

    def __init__(self, services: Services, files: StoredFiles) -> None:
        super().__init__()
        self._services, self._files = services, files
        self._wanted = ""  # an issue to select once it is read
        self.table = RowTable(ISSUES, services.settings, "issues", ("issue", "issues"))
        self.table.selection_changed.connect(lambda _ids: self.show_own())
        self._wire()
        self.title = label(role="heading", wrap=True)
        self.caption = label(role="muted", wrap=True)
        self.changes = QTextBrowser()
        self.changes.setOpenLinks(False)
        self.changes.setAccessibleName("What was changed")
        self.changes.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.title, self.caption):
            column.addWidget(part)
        column.addWidget(self.changes, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SideSplit((self.table, self.side), (760, 340), 0, services.settings, "issued"))
        self.setFocusProxy(self.table)

    def _wire(self) -> None:
        table = self.table
        table.opened.connect(lambda _id: self._open())
        table.delete_requested.connect(lambda _ids: self._withdraw())
        table.add_tool(tool("Open", self._open, "external-link", tip="Open it as printed  (Enter)"))
        table.add_tool(tool("Compare with today", self.compare, "arrow-right-left"))
        table.add_tool(tool("Issue", self._issue, "stamp", tip="Issue this document again, or another"))
        table.add_row_action("Open as printed", self._open)
        table.add_row_action("Save a copy…", self._save)
        table.add_row_action("Compare with today", self.compare)
        table.add_row_action("Take this issue back", self._withdraw)
        table.set_empty(
            "stamp",
            "Nothing has been issued yet",
            "Issuing keeps a document as it was printed, enters it in the register as final, and lists what "
            "later revisions change.",
            (Offer("Issue a document…", self._issue, "stamp", primary=True),),
        )

    # --- what is done with an issue -----------------------------------------------------------

    def _issue(self) -> None:
        self.issue_wanted.emit(self.chosen.name if self.chosen else "")

    def _open(self) -> None:
        if (issue := self.chosen) is not None and issue.attachment_id:
            self._files.open(issue.attachment_id)

    def _save(self) -> None:
        if (issue := self.chosen) is not None and issue.attachment_id:
            self._files.save(issue.attachment_id, issue.attachment)

    def compare(self) -> None:
        """Show what the chosen document would say differently if it were printed now."""
        issue = self.chosen
        if issue is not None:
            self._services.tasks.run(
                "Compare with today",
                lambda _job: changed_since(self._services.workspace, issue.id),
                partial(self.show_since, issue),
                self._refused,
                quiet=True,
            )

    def _withdraw(self) -> None:
        if (issue := self.chosen) is not None:
            label = f"Take back the issue of {issue.symbol or title_of(issue.name).lower()}"
            self._services.do(label, withdraw_issue, None, self._refused, issue_id=issue.id)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EmgdeskError):
            self._services.navigator.notify(Notice(str(error), "error"))

    # --- showing ------------------------------------------------------------------------------

    def select_soon(self, issue_id: str) -> None:
        """Select an issue that may still have to be read."""
        self._wanted = issue_id
        if self.table.model.row_of(issue_id) is not None:
            self._wanted = ""
            self.table.select([issue_id])

    def show_issues(self, issues: Sequence[IssueRow]) -> None:
        """Show a meeting's issues, the newest first; one of them is always chosen."""
        self.table.set_rows(issues)
        if issues and not self.table.selected_ids():
            self.table.select([issues[0].id])
        if self._wanted:
            self.select_soon(self._wanted)
        self.show_own()

    @property
    def chosen(self) -> IssueRow | None:
        """The issue selected, None unless it is one."""
        rows = self.table.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def show_own(self) -> None:
        """Show what the chosen issue changed of the one before."""
        issue = self.chosen
        self.side.setVisible(issue is not None)
        if issue is None:
            return
        name = title_of(issue.name)
        if not issue.revision:
            self._show(f"{name}, first issue", "Later issues are listed here with what they change.", ())
        elif issue.changes:
            words = counted(len(issue.changes), "paragraph differs", "paragraphs differ")
            self._show(
                f"{name}, {revision_in_words(issue.revision)}",
                f"{words} from the issue before.",
                issue.changes,
            )
        else:
            self._show(
                f"{name}, {revision_in_words(issue.revision)}",
                "The text is that of the issue before; it was printed with other options.",
                (),
            )

    def show_since(self, issue: IssueRow, changes: Sequence[ParagraphChange]) -> None:
        """Show what `issue` would say differently if it were printed now."""
        if self.chosen is None or self.chosen.id != issue.id:
            return
        name = f"{title_of(issue.name)}, {revision_in_words(issue.revision)}, and today"
        if changes:
            words = counted(len(changes), "paragraph would", "paragraphs would")
            self._show(name, f"{words} print differently now.", changes)
        else:
            self._show(name, "It would print the same now.", ())

    def _show(self, title: str, caption: str, changes: Sequence[ParagraphChange]) -> None:
        self.title.setText(title)
        self.caption.setText(caption)
        self.changes.setHtml(paragraphs_html(changes))
