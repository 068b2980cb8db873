"""The step People: rows by verdict, entities asked about, entities proposed, and who was there."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from emgdesk.importing.matching.finding import RosterMatches
from emgdesk.importing.meetings.plan import MeetingPlan
from emgdesk.importing.plan import RosterPlan
from emgdesk.ui.dialogs.import_dialog.attendance_pane import AttendancePane
from emgdesk.ui.dialogs.import_dialog.entities_pane import EntitiesPane
from emgdesk.ui.dialogs.import_dialog.meeting_facts import MeetingFactsBox
from emgdesk.ui.dialogs.import_dialog.preview import RosterPreview
from emgdesk.ui.dialogs.import_dialog.proposals_pane import ProposalsPane
from emgdesk.ui.dialogs.import_dialog.source import Opened
from emgdesk.ui.dialogs.import_dialog.steps import open_entities, open_questions
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.room import Stack

PEOPLE, ENTITIES, PROPOSALS, ATTENDANCE = range(4)


class GroupBar(QTabBar):
    """`entered` when a group was chosen with the mouse or its letter: the keyboard goes on into it."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tabBarClicked.connect(lambda _: QTimer.singleShot(0, self, self.entered.emit))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Shortcut:
            self.entered.emit()
        return done


class PeoplePage(QWidget):
    """Its panes say what was answered: `roster`, `entities`, `proposals`, `attendance`."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.meeting = MeetingFactsBox()
        self.meeting.hide()
        self.groups = GroupBar()
        self.groups.entered.connect(self._enter_group)
        self.groups.setObjectName("parts")
        self.groups.setExpanding(False)
        self.groups.setDrawBase(False)
        self.groups.setAccessibleName("Groups of questions")
        for _ in range(4):
            self.groups.addTab("")
        self.roster = RosterPreview(services)
        self.entities = EntitiesPane()
        self.proposals = ProposalsPane()
        self.attendance = AttendancePane()
        self.empty = EmptyState("calendar-days", "")
        self._stack = Stack()
        self._panes = (self.roster, self.entities, self.proposals, self.attendance)
        for pane in (*self._panes, self.empty):
            self._stack.addWidget(pane)
        self.groups.currentChanged.connect(self._show_group)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.meeting)
        layout.addWidget(self.groups)
        layout.addWidget(self._stack, 1)

    def _enter_group(self) -> None:
        self._panes[self.groups.currentIndex()].setFocus()

    def _show_group(self, at: int) -> None:
        self._stack.setCurrentWidget(self._panes[at])
        self.setFocusProxy(self._panes[at])

    def show_meeting(self, plan: MeetingPlan | None) -> None:
        """Say what the import does to the meeting itself, for a meeting workbook."""
        self.meeting.setVisible(plan is not None)
        if plan is not None:
            self.meeting.show_plan(plan)

    def show_no_people(self) -> None:
        """A meeting workbook without participants."""
        self.groups.hide()
        said = "The facts of the meeting and its other sheets are taken in."
        self.empty.say("calendar-days", "No participants in this workbook", said)
        self._stack.setCurrentWidget(self.empty)
        self.setFocusProxy(None)

    def show_people(self, opened: Opened) -> None:
        """Show a plan made from the file anew, at the first group with an open question."""
        if opened.roster is None:
            return
        plan, matches = opened.roster
        if not plan.rows:
            self.groups.hide()
            self.empty.say("users", "No people in this table", "Choose another header row or sheet.")
            self._stack.setCurrentWidget(self.empty)
            self.setFocusProxy(None)
            return
        self.roster.show_plan(plan, matches, opened.shown)
        self._show_others(plan, matches)
        first = _first_group(plan)
        self.groups.setCurrentIndex(first)
        self._show_group(first)

    def replan(self, plan: RosterPlan, matches: RosterMatches) -> None:
        """Show the same rows planned otherwise, every group where it was."""
        self.roster.replan(plan, matches)
        self._show_others(plan, matches)

    def refresh(self, plan: RosterPlan, matches: RosterMatches) -> None:
        """A row was decided in the table: the other groups follow."""
        self._show_others(plan, matches)

    def _show_others(self, plan: RosterPlan, matches: RosterMatches) -> None:
        self.entities.show_plan(plan, matches)
        self.proposals.show_plan(plan)
        if plan.is_attendance:
            self.attendance.show_plan(plan)
        self._name_groups(plan)

    def _name_groups(self, plan: RosterPlan) -> None:
        """The groups there are, each with the number of questions that are open in it."""
        proposed = sum(row.proposal is not None for row in plan.rows)
        asked = len(plan.entity_questions)
        groups = (
            ("P&eople", open_questions(plan), True),
            ("Enti&ties", open_entities(plan), asked > 0),
            ("P&roposed entities", proposed - len(plan.proposals_taken), proposed > 0),
            ("Atten&dance", 0, plan.is_attendance),
        )
        for at, (word, count, there) in enumerate(groups):
            self.groups.setTabText(at, f"{word} ({count:,})" if count else word)
            self.groups.setTabVisible(at, there)
        self.groups.setVisible(sum(there for *_, there in groups) > 1)


def _first_group(plan: RosterPlan) -> int:
    """The group to begin with: the first with a question, else the first with something to choose."""
    if open_questions(plan):
        return PEOPLE
    if open_entities(plan):
        return ENTITIES
    if any(row.proposal is not None and row.row not in plan.proposals_taken for row in plan.rows):
        return PROPOSALS
    return ATTENDANCE if plan.meets is not None and plan.meets.absent else PEOPLE
