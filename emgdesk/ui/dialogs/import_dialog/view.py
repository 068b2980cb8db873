"""How the import window is laid out, and what each part shows of a file that was opened."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.intake import MeetingIntake, WorkplanIntake
from emgdesk.ui.dialogs.import_dialog import steps
from emgdesk.ui.dialogs.import_dialog.changes_page import ChangesPage
from emgdesk.ui.dialogs.import_dialog.columns_page import ColumnsPage
from emgdesk.ui.dialogs.import_dialog.foot import foot_of
from emgdesk.ui.dialogs.import_dialog.meeting_page import MeetingSheetsPage
from emgdesk.ui.dialogs.import_dialog.notes_line import NotesLine
from emgdesk.ui.dialogs.import_dialog.people_page import PeoplePage
from emgdesk.ui.dialogs.import_dialog.recognised import recognised
from emgdesk.ui.dialogs.import_dialog.result_page import ResultPage
from emgdesk.ui.dialogs.import_dialog.source import Opened
from emgdesk.ui.dialogs.import_dialog.source_bar import SourceBar
from emgdesk.ui.dialogs.import_dialog.source_page import SourcePage
from emgdesk.ui.dialogs.import_dialog.step_bar import StepBar
from emgdesk.ui.dialogs.import_dialog.table_page import TablePage
from emgdesk.ui.dialogs.import_dialog.wording import FORMATS
from emgdesk.ui.dialogs.import_dialog.workplan_page import WorkplanPage
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.empty_state import EmptyState, Offer
from emgdesk.ui.widgets.room import ElidedLabel, Room, Stack
from emgdesk.ui.widgets.text import IconButton, button, label, rule

_LOW = 480  # pixels: a window lower than this is short of room


class ImportView(QObject):
    """The widgets of the window; the dialog says when they show what.

    `other_meeting_asked`: into the meeting that the sheet itself names.
    """

    other_meeting_asked = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._opened: Opened | None = None
        self._name = ""
        self._known: tuple[steps.Step, ...] = ()
        self.current = steps.FILE
        self.source = SourceBar()
        self.queue = label(role="muted")
        self.queue.hide()
        self.bar = StepBar(self.source.meeting)
        self.bar.chosen.connect(self.go_to)
        self.banner = Banner()
        self.notes = NotesLine()
        self.file = SourcePage()
        self.table = TablePage()
        self.columns = ColumnsPage()
        self.people = PeoplePage(services)
        self.changes = ChangesPage(services)
        self.workplan = WorkplanPage()
        self.sheets = MeetingSheetsPage()
        self.result = ResultPage()
        self.state = EmptyState("file-spreadsheet", "Reading the file…")
        self._pages: dict[str, QWidget] = {
            steps.FILE: self.file, steps.TABLE: self.table, steps.COLUMNS: self.columns,
            steps.PEOPLE: self.people, steps.CHANGES: self.changes, steps.WORKPLAN: self.workplan,
            steps.SHEETS: self.sheets,
        }  # fmt: skip
        self.totals = ElidedLabel("", "heading")
        self.left_out = ElidedLabel("", "muted")
        self.totals.cut_at = self.left_out.cut_at = Qt.TextElideMode.ElideRight
        self.cancel_button = button("Cancel", lambda: None)
        self.back_button = button("&Back", lambda: self.step(-1))
        self.back_button.setToolTip("The step before (Alt+Left)")
        self.next_button = button("&Next", lambda: self.step(1))
        self.next_button.setToolTip("The next step (Alt+Right)")
        self.import_button = IconButton("Import", "check", primary=True)
        self.import_button.setToolTip("Import now, from any step (Ctrl+Return)")
        for made in (self.cancel_button, self.back_button, self.next_button):
            made.setAutoDefault(False)
        self.set_ready(False)

    def put_into(self, dialog: QDialog) -> None:
        """Lay everything out in the window."""
        self._body = Stack()
        for page in (self.state, *self._pages.values(), self.result):
            self._body.addWidget(page)
        top = self._top = QVBoxLayout()
        top.setContentsMargins(18, 14, 18, 6)
        top.setSpacing(8)
        for part in (self.source, self.queue, self.bar, self.banner, self.notes):
            top.addWidget(part)
        top.addWidget(Room(self._body), 1)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top, 1)
        self._foot_line = QWidget()
        below = QVBoxLayout(self._foot_line)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(rule())
        below.addLayout(self._foot())
        layout.addWidget(self._foot_line)
        self.source.for_roster(False)
        self._show_steps()
        self.import_button.setDefault(True)

    def fit(self, height: int) -> None:
        """Leave what room a low window has to the step in view."""
        low = height < _LOW
        self._top.setContentsMargins(*((12, 4, 12, 2) if low else (18, 14, 18, 6)))
        self._top.setSpacing(4 if low else 8)
        self._foot_edges(low)
        self.source.set_short(low)
        self.bar.set_short(low)

    def _foot_edges(self, low: bool) -> None:
        self._foot_row.setContentsMargins(*((12, 4, 12, 4) if low else (18, 8, 14, 10)))

    def _foot(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.totals)
        words.addWidget(self.left_out)
        foot = self._foot_row = QHBoxLayout()
        foot.setContentsMargins(18, 8, 14, 10)
        foot.setSpacing(8)
        foot.addLayout(words, 1)
        for made in (self.cancel_button, self.back_button, self.next_button, self.import_button):
            foot.addWidget(made)
        return foot

    # --- from step to step ----------------------------------------------------------------------

    def _show_steps(self) -> None:
        self._known = steps.steps_of(self._opened, self._name)
        keys = [step.key for step in self._known]
        if self.current not in keys:
            self.current = keys[-1]
        self.bar.show_steps(self._known, self.current)
        self.bar.setVisible(len(keys) > 1 and not self.shows_result())
        self.back_button.setEnabled(self.current != keys[0])
        self.next_button.setEnabled(self.current != keys[-1])
        self.next_button.setVisible(len(keys) > 1)
        self.back_button.setVisible(len(keys) > 1)

    def step(self, by: int) -> None:
        """Go to the step before (-1) or after (1), if there is one."""
        keys = [step.key for step in self._known]
        to = keys.index(self.current) + by if self.current in keys else -1
        if 0 <= to < len(keys) and not self.shows_result():
            self.go_to(keys[to])

    def go_to(self, key: str) -> None:
        """Show a step that was reached and give it the keyboard."""
        if self._pages.get(key) is None or key not in [step.key for step in self._known]:
            return
        self.current = key
        self._body.setCurrentWidget(self._pages[key])
        self._show_steps()
        self._show_notes()
        if key == steps.CHANGES and self._opened is not None:
            self.changes.show_changes(self._opened)
        if key == steps.COLUMNS:
            self.columns.take_keyboard()
        else:
            self._pages[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_notes(self) -> None:
        """What is to be known of the file stands over its rows, not over every step."""
        over_rows = self.current in (steps.PEOPLE, steps.WORKPLAN, steps.SHEETS)
        self.notes.setVisible(over_rows and bool(self.notes.text.text()))

    def shows_result(self) -> bool:
        """Whether the import was made and its result is in view."""
        return self._body.currentWidget() is self.result

    # --- what was opened ------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """No file yet: ask for one, or for a list as text."""
        self._opened, self._name = None, ""
        self.source.show_source("Import", "A file or a list")
        self.current = steps.FILE
        self._show_steps()
        self._body.setCurrentWidget(self.file)
        self.file.setFocus()

    def show_reading(self, name: str) -> None:
        """A file is being read."""
        self._opened, self._name = None, name
        self.source.show_source(name, "")
        self.current = steps.FILE
        self.banner.hide()
        self._show_steps()
        self.state.say("file-spreadsheet", "Reading the file…")
        self._body.setCurrentWidget(self.state)
        self.cancel_button.setText("Cancel")
        self.totals.tell("")
        self.left_out.hide()
        self._foot_line.show()

    def show_opened(self, opened: Opened, name: str, *, stay: bool) -> None:
        """Show a file that was read, at the first step that needs the user, or the one in view (`stay`)."""
        self.banner.hide()
        self._opened, self._name = opened, name
        self._foot_line.show()
        self._tell_other_meeting(opened)
        self._show_source(opened, name)
        self.notes.show_notes(opened)
        self.file.tell(recognised(opened), "bad" if opened.intake is None else "good")
        self._fill_pages(opened)
        self.show_totals(opened)
        if stay and self.current in [step.key for step in self._known]:
            self._body.setCurrentWidget(self._pages[self.current])
            self._show_steps()
            self._show_notes()
            if self.current == steps.CHANGES:
                self.changes.show_changes(opened)
        else:
            self.go_to(steps.first_open(self._known))

    def _tell_other_meeting(self, opened: Opened) -> None:
        other = opened.other_meeting()
        if other is not None:
            why = "; the meeting chosen is another one." if opened.meeting_id else ", not on the desk yet."
            self.banner.tell(
                f"The title above the table is that of {other[0]}{why}",
                action=f"Use {other[0]}" if other[1] else f"New meeting {other[0]}…",
                on_action=self.other_meeting_asked.emit,
            )

    def _fill_pages(self, opened: Opened) -> None:
        intake = opened.intake
        if isinstance(intake, WorkplanIntake):
            self.workplan.show_plan(intake.plan, opened.names, opened.labels, opened.choices.update)
        elif isinstance(intake, MeetingIntake):
            self.people.show_meeting(intake.plan)
            self.sheets.show_plan(intake.plan.book)
        else:
            self.people.show_meeting(None)
            self.table.show_table(opened)
            self.columns.show_columns(opened)
        if opened.roster is not None:
            self.people.show_people(opened)
        elif intake is not None:
            self.people.show_no_people()

    def _show_source(self, opened: Opened, name: str) -> None:
        roster = not isinstance(opened.intake, MeetingIntake | WorkplanIntake)
        self.source.show_source(name, self._kind(opened))
        self.source.for_roster(roster)
        self.source.show_meetings(opened.meetings, opened.meeting_id)

    def show_unreadable(self, sentence: str, offers: tuple[Offer, ...]) -> None:
        """The file cannot be read at all: why, and the ways out."""
        self.state.say("circle-alert", "This file cannot be imported", sentence, offers)
        self._body.setCurrentWidget(self.state)
        self.totals.tell("")
        self.left_out.hide()
        self.cancel_button.setText("Close")
        self.set_ready(False)

    def show_result(self) -> None:
        """The import was made; its page says what can be done now."""
        self._body.setCurrentWidget(self.result)
        self.notes.hide()
        self.banner.hide()
        self._foot_line.hide()
        self.bar.hide()
        self.source.for_roster(False)
        self.result.take_keyboard()

    def show_totals(self, opened: Opened) -> None:
        """The foot and the steps: what importing does, what it leaves out, what is still open."""
        self._opened = opened
        foot = foot_of(opened)
        self.totals.tell(foot.totals)
        self.left_out.tell(foot.left_out)
        self.left_out.setVisible(bool(foot.left_out))
        self.import_button.setText(foot.button)
        self.set_ready(foot.ready)
        self._show_steps()

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
