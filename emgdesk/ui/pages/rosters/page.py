"""The rosters screen: all people, all entities, the roster of any meeting or workstream."""

from PySide6.QtWidgets import QVBoxLayout

from emgdesk.domain.dates import written_date
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.workstreams import WorkstreamRow, list_workstreams
from emgdesk.ui.page import Page, WorkstreamPanel
from emgdesk.ui.pages.rosters.columns import (
    ATTENDANCE,
    DUPLICATES,
    ENTITIES,
    OFFICES,
    PEOPLE,
    roster_items,
)
from emgdesk.ui.pages.rosters.view import RostersView
from emgdesk.ui.panels.directory import EntitiesPanel, PeoplePanel
from emgdesk.ui.panels.duplicates.panel import DuplicatesPanel
from emgdesk.ui.panels.roster.panel import RosterPanel
from emgdesk.ui.services import Services
from emgdesk.workspace import ChangeSet, Workspace

_KINDS = {"person": PEOPLE, "entity": ENTITIES, "attendance": ATTENDANCE}


class RostersPage(Page):
    """Panels are made, and read, when their line is chosen."""

    tables = ("meeting", "participation", "workstream", "chapter", "mandate_event")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._meetings: dict[str, MeetingRow] = {}
        self._bodies: dict[str, WorkstreamRow] = {}
        self._pairs: int | None = None  # that look alike, once it is known
        self.view = RostersView(services.settings)
        self.view.list.set_items(roster_items(()))
        self.view.list.chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view.list)

    def refresh(self, changes: ChangeSet | None = None) -> None:
        self.services.load(_load, self._show_lists, latest=(id(self), "lists"))

    def _show_lists(self, found: tuple[tuple[MeetingRow, ...], tuple[WorkstreamRow, ...]]) -> None:
        self._meetings = {meeting.id: meeting for meeting in found[0]}
        self._bodies = {row.id: row for row in found[1]}
        self._list_rosters()
        self._choose(self.view.list.chosen_id)

    def _list_rosters(self) -> None:
        self.view.list.set_items(roster_items(self._meetings.values(), self._pairs, self._bodies.values()))

    def _count_pairs(self, number: int | None) -> None:
        self._pairs = number
        self._list_rosters()

    def _duplicates(self) -> DuplicatesPanel:
        panel = DuplicatesPanel(self.services)
        panel.counted.connect(self._count_pairs)
        return panel

    def _offices(self) -> Page:
        from emgdesk.ui.panels.offices.panel import OfficesPanel

        return OfficesPanel(self.services)

    def _members(self) -> Page:
        from emgdesk.ui.panels.members import MembersPanel

        return MembersPanel(self.services)

    def _statistics(self) -> Page:
        from emgdesk.ui.panels.statistics.panel import StatisticsPanel

        return StatisticsPanel(self.services)

    def _choose(self, key: str) -> None:
        if key == PEOPLE:
            panel = self.view.panel(key, lambda: PeoplePanel(self.services))
            self.view.show_panel(panel, "All people", "Everybody the desk knows, as they are today")
        elif key == ENTITIES:
            panel = self.view.panel(key, lambda: EntitiesPanel(self.services))
            self.view.show_panel(
                panel, "All entities", "The organisations that sit in the Group or beside it"
            )
        elif key == DUPLICATES:
            panel = self.view.panel(key, self._duplicates)
            self.view.show_panel(
                panel, "Possible duplicates", "Who may stand on the desk twice, the likeliest first"
            )
        elif key == OFFICES:
            panel = self.view.panel(key, self._offices)
            self.view.show_panel(
                panel,
                "Offices and designations",
                "Who speaks for the Group and for its entities, from day to day",
            )
        elif key == ATTENDANCE:
            panel = self.view.panel(key, self._statistics)
            self.view.show_panel(panel, "Attendance statistics", "Who came to the meetings, in numbers")
        elif (meeting := self._meetings.get(key)) is not None:
            roster = self.view.panel("roster", lambda: RosterPanel(self.services, "rosters"))
            if isinstance(roster, RosterPanel):
                roster.show_meeting(key)
            day = written_date(meeting.date, meeting.end_date) or "Date not decided yet"
            self.view.show_panel(roster, f"Roster of {meeting.code}", day)
        elif (body := self._bodies.get(key)) is not None:
            members = self.view.panel("members", self._members)
            if isinstance(members, WorkstreamPanel):
                members.show_workstream(key)
            self.view.show_panel(members, f"Members of {body.short_name or body.name}", body.name)

    def open_item(self, kind: str, item_id: str) -> None:
        self.view.list.choose(_KINDS[kind])
        self._choose(_KINDS[kind])
        if self.view.shown is not None:
            self.view.shown.open_item(kind, item_id)

    def meeting_in_view(self) -> str | None:
        key = self.view.list.chosen_id
        return key if key in self._meetings else None

    def copy_addresses(self) -> None:
        if self.view.shown is not None:
            self.view.shown.copy_addresses()

    def start_filter(self) -> None:
        if self.view.shown is not None:
            self.view.shown.start_filter()


def _load(workspace: Workspace) -> tuple[tuple[MeetingRow, ...], tuple[WorkstreamRow, ...]]:
    return workspace.read(list_meetings), workspace.read(list_workstreams)
