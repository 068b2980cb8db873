"""How the import window is laid out, and what each part shows of a file that was opened."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.intake import MeetingIntake, WorkplanIntake
from emgdesk.ui.dialogs.import_dialog.columns_strip import ColumnsStrip
from emgdesk.ui.dialogs.import_dialog.foot import foot_of
from emgdesk.ui.dialogs.import_dialog.meeting_facts import MeetingFactsBox
from emgdesk.ui.dialogs.import_dialog.notes_line import NotesLine
from emgdesk.ui.dialogs.import_dialog.policy import PolicyChoice
from emgdesk.ui.dialogs.import_dialog.preview import RosterPreview
from emgdesk.ui.dialogs.import_dialog.source import Opened
from emgdesk.ui.dialogs.import_dialog.source_bar import SourceBar
from emgdesk.ui.dialogs.import_dialog.wording import FORMATS
from emgdesk.ui.dialogs.import_dialog.workplan_preview import WorkplanPreview
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.text import IconButton, button, label, rule, tool


class ImportView(QObject):
    """The widgets of the window; the dialog says when they show what.

    `other_meeting_asked`: into the meeting that the sheet itself names.
    """

    other_meeting_asked = Signal()

    def __init__(self, services: Services, path: Path) -> None:
        super().__init__()
        self.source = SourceBar(path)
        self.banner = Banner()
        self.columns = ColumnsStrip()
        self.columns.hide()
        self.columns_button = tool("Columns", self._toggle_columns, "columns-3")
        self.columns_button.setCheckable(True)
        self.columns_button.setToolTip("Say which column is what")
        self.notes = NotesLine()
        self.policy = PolicyChoice()
        self.meeting = MeetingFactsBox()
        self.meeting.hide()
        self.roster = RosterPreview(services)
        self.workplan = WorkplanPreview()
        self.state = EmptyState("file-spreadsheet", "Reading the file…")
        self.totals = label(role="heading")
        self.left_out = label(role="muted")
        self.cancel_button = button("Cancel", lambda: None)
        self.cancel_button.setAutoDefault(False)
        self.import_button = IconButton("Import", "check", primary=True)
        self.set_ready(False)

    def put_into(self, dialog: QDialog) -> None:
        """Lay everything out in the window."""
        self._body = QStackedWidget()
        self._body.addWidget(self.state)
        self._body.addWidget(self.roster)
        self._body.addWidget(self.workplan)
        second = QHBoxLayout()
        second.setSpacing(10)
        second.addWidget(self.columns_button)
        second.addWidget(self.notes, 1)
        second.addWidget(self.policy)
        top = QVBoxLayout()
        top.setContentsMargins(18, 14, 18, 6)
        top.setSpacing(8)
        for part in (self.source, self.banner):
            top.addWidget(part)
        top.addLayout(second)
        top.addWidget(self.meeting)
        top.addWidget(self.columns)
        top.addWidget(self._body, 1)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top, 1)
        layout.addWidget(rule())
        layout.addLayout(self._foot())
        self.columns_button.hide()
        self.policy.hide()
        self.source.for_roster(False)
        self.import_button.setDefault(True)

    def _foot(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.totals)
        words.addWidget(self.left_out)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 8, 14, 10)
        foot.setSpacing(8)
        foot.addLayout(words, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.import_button)
        return foot

    def show_opened(self, opened: Opened) -> None:
        """Show a file that was read: how it is read, and what each row does or why there are none."""
        self.banner.hide()
        other = opened.other_meeting()
        if other is not None:
            why = "; the meeting chosen is another one." if opened.meeting_id else ", not on the desk yet."
            self.banner.tell(
                f"The title above the table is that of {other[0]}{why}",
                action=f"Use {other[0]}" if other[1] else f"New meeting {other[0]}…",
                on_action=self.other_meeting_asked.emit,
            )
        self._show_source(opened)
        self.notes.show_notes(opened)
        self.show_totals(opened)
        intake = opened.intake
        self.meeting.setVisible(isinstance(intake, MeetingIntake))
        if isinstance(intake, MeetingIntake):
            self.meeting.show_plan(intake.plan)
        if opened.roster is not None:
            self.roster.show_plan(*opened.roster, opened.shown)
            self._show_body(self.roster)
        elif isinstance(intake, WorkplanIntake):
            self.workplan.show_plan(intake.plan, opened.names)
            self._show_body(self.workplan)
        elif intake is not None:
            self.state.say(
                "calendar-days",
                "No participants in this workbook",
                "Only the facts of the meeting are taken in.",
            )
            self._body.setCurrentWidget(self.state)
        else:
            self._refuse(opened.refusal)

    def _show_body(self, widget: QWidget) -> None:
        self._body.setCurrentWidget(widget)
        widget.setFocus()

    def _show_source(self, opened: Opened) -> None:
        """One sheet, header row, meeting and columns are there to choose for a roster alone."""
        table = opened.table()
        roster = not isinstance(opened.intake, MeetingIntake | WorkplanIntake)
        self.policy.setVisible(opened.intake is not None)
        self.policy.show_policy(opened.choices.update, people=opened.roster is not None)
        self.source.for_roster(roster)
        self.source.show_meetings(opened.meetings, opened.meeting_id)
        self.source.show_table(
            self._kind(opened),
            [sheet.name for sheet in opened.raw.sheets if sheet.rows],
            table.sheet if table else None,
            table.header_row if table else None,
        )
        self.columns_button.setVisible(roster)
        self.columns.setVisible(roster and self.columns_button.isChecked())
        if roster:
            used, every = len(opened.mapping()), len(opened.columns())
            self.columns.show_columns(opened.columns(), opened.mapping())
            self.columns_button.setText(f"Columns: {used} of {every} used")

    def _refuse(self, sentence: str) -> None:
        self.state.say(
            "columns-3",
            "Which column holds the names?",
            f"{sentence} Choose another sheet or header row, or say above which column is the name.",
        )
        self._body.setCurrentWidget(self.state)
        self.columns_button.setChecked(True)
        self._toggle_columns()

    def show_unreadable(self, sentence: str) -> None:
        """The file cannot be read at all."""
        self.state.say("circle-alert", "This file cannot be imported", sentence)
        self.cancel_button.setText("Close")
        self.import_button.hide()

    def show_totals(self, opened: Opened) -> None:
        """The foot: what importing does, and what it leaves out."""
        foot = foot_of(opened)
        self.totals.setText(foot.totals)
        self.left_out.setText(foot.left_out)
        self.left_out.setVisible(bool(foot.left_out))
        self.import_button.setText(foot.button)
        self.set_ready(foot.ready)

    def set_ready(self, ready: bool) -> None:
        self.import_button.setEnabled(ready)

    def ask_for_meeting(self) -> None:
        """The rows need a meeting to go to."""
        self.banner.tell("Choose the meeting these people belong to, or make a new one.")
        self.source.meeting.setFocus()
        self.source.meeting.showPopup()

    def _kind(self, opened: Opened) -> str:
        if isinstance(opened.intake, WorkplanIntake):
            return "Work plan workbook"
        if isinstance(opened.intake, MeetingIntake):
            return "Meeting workbook"
        if opened.roster is None:
            return opened.raw.kind.upper()
        plan = opened.roster[0]
        return f"{FORMATS.get(plan.format, 'Roster')}, {counted(len(plan.rows), 'row', 'rows')}"

    def _toggle_columns(self) -> None:
        self.columns.setVisible(self.columns_button.isChecked())
