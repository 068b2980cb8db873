"""The step Sheets of a meeting workbook: what would change, sheet by sheet and item by item."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.importing.meetings.plan import BookPlan
from emgdesk.ui.dialogs.import_dialog.meeting_lines import book_lines, book_questions
from emgdesk.ui.dialogs.import_dialog.workplan_preview import WorkplanPreview


class MeetingSheetsPage(QWidget):
    """`decided({name: Decision or None})` for names of workstreams."""

    decided = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self.preview = WorkplanPreview()
        self.preview.tree.setAccessibleName("Sheets of the workbook")
        self.preview.decided.connect(self.decided)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.preview, 1)
        self.setFocusProxy(self.preview)

    def show_plan(self, plan: BookPlan) -> None:
        """Show what the sheets do."""
        self.preview.show_lines(book_lines(plan), book_questions(plan), plan.decisions)
