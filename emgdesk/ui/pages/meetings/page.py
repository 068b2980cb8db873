"""The meetings screen: what is read, what an edit does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QVBoxLayout

from emgdesk.domain.clock_times import read_time
from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError
from emgdesk.operations.meeting import delete_meeting, update_meeting
from emgdesk.queries.attendance import attendance_input
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.places import meeting_of
from emgdesk.queries.roster import RosterNumbers, count_roster, list_roster
from emgdesk.queries.sizes import MeetingSizes, meeting_sizes
from emgdesk.reports.blocks import Chart
from emgdesk.reports.builders.attendance_charts import chart_of_meeting
from emgdesk.ui.address_line import copy_address_line
from emgdesk.ui.doors import show_dialog
from emgdesk.ui.models.meeting_items import meeting_items
from emgdesk.ui.page import MeetingPanel, Page
from emgdesk.ui.pages.meetings.columns import DATES, NUMBERS, TIMES
from emgdesk.ui.pages.meetings.next_steps import next_steps
from emgdesk.ui.pages.meetings.sheets import AT, CHECK, HOME_OF, PARTICIPANTS, SHEETS, WHOLE
from emgdesk.ui.pages.meetings.view import MeetingsView
from emgdesk.ui.panels.roster.columns import figures
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.ui.widgets.menu_tool import Entry
from emgdesk.workspace import ChangeSet, Done, Workspace

if TYPE_CHECKING:
    from emgdesk.ui.panels.roster.panel import RosterPanel

Found = tuple[RosterNumbers, Chart, MeetingSizes]

_LAST = "meetings.last"


class MeetingsPage(Page):
    """All meetings, and one of them."""

    tables = (
        "meeting", "participation", "agenda_item", "document", "action", "action_section", "paragraph",
        "report_section",
    )  # fmt: skip

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._meetings: dict[str, MeetingRow] = {}
        self._wanted = services.settings.get(_LAST, "")
        self._panels: dict[str, MeetingPanel] = {}
        self.view = MeetingsView(services.settings, self._lists, self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view.list)
        self._wire()

    def _wire(self) -> None:
        navigator, view = self.services.navigator, self.view
        view.new.clicked.connect(self._new)
        view.list.chosen.connect(self._choose)
        view.list.delete_pressed.connect(self._delete)
        view.list.add_item_action("Delete this meeting", self._delete)
        view.overview.form.edited.connect(self._edit)
        view.overview.steps.chosen.connect(self._do_step)
        view.overview.numbers.clicked.connect(self._show_counted)
        view.overview.presence.chosen.connect(lambda word: self._show_counted(word.lower()))
        view.overview.compare.clicked.connect(lambda: navigator.show("attendance", view.list.chosen_id))
        view.tabs.currentChanged.connect(self._open_tab)
        view.empty.say(
            "calendar-days",
            "No meetings yet",
            "Create the first one; then drop its registration sheet on this window.",
            (
                Offer("New meeting…", self._new, "calendar-plus", primary=True),
                Offer("Import a work plan…", lambda: navigator.start_import(None, None), "file-input"),
            ),
        )

    @property
    def roster(self) -> RosterPanel:
        """The participants of the chosen meeting."""
        return cast("RosterPanel", self.panel(PARTICIPANTS))

    def panel(self, key: str) -> MeetingPanel:
        """The panel of a sub-tab for the chosen meeting, made when first wanted."""
        if key not in self._panels:
            sheet, at = SHEETS[AT[key]], AT[key] + 1
            made = self._panels[key] = sheet.make(self.services)
            if key == CHECK:  # the numbers of the others are known before they are opened
                made.counted.connect(partial(self._count_tab, CHECK))
            self.view.put_sheet(at, made)
            made.show_meeting(self.view.list.chosen_id)
        return self._panels[key]

    def _count_tab(self, key: str, number: str) -> None:
        title = SHEETS[AT[key]].title
        self.view.tabs.setTabText(AT[key] + 1, f"{title}  {number}" if number else title)

    def _open_tab(self, at: int) -> None:
        if at > 0:
            self.setTabOrder(self.view.tabs, self.panel(SHEETS[at - 1].key))

    def open_sheet(self, key: str) -> MeetingPanel:
        """Show a sub-tab; answers its panel."""
        panel = self.panel(key)
        self.view.tabs.setCurrentIndex(AT[key] + 1)
        return panel

    @property
    def sheet_in_view(self) -> str:
        """The key of the sub-tab shown, "" for the overview."""
        at = self.view.tabs.currentIndex()
        return SHEETS[at - 1].key if at > 0 else ""

    # --- reading ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None = None) -> None:
        self.services.read(list_meetings, self._show_meetings, latest=(id(self), "meetings"))

    def _show_meetings(self, meetings: tuple[MeetingRow, ...]) -> None:
        self._meetings = {meeting.id: meeting for meeting in meetings}
        self.view.list.set_items(meeting_items(meetings), self._wanted)
        if self.view.list.chosen_id == self._wanted:
            self._wanted = ""
        self.view.show_detail(bool(meetings))
        self._show_chosen()

    def _choose(self, meeting_id: str) -> None:
        """Another line was chosen by hand."""
        if meeting_id:
            self._wanted = ""
            self.services.settings.set(_LAST, meeting_id)
        self._count_tab(CHECK, "")  # known once it is looked at
        self._show_chosen()

    def _show_chosen(self) -> None:
        meeting = self._meetings.get(self.view.list.chosen_id)
        for panel in self._panels.values():
            panel.show_meeting(meeting.id if meeting else "")
        if meeting is None:
            return
        self.view.heading.show_meeting(meeting)
        values = {name: getattr(meeting, name) for name in MeetingRow.__dataclass_fields__}
        self.view.overview.form.show_values(values)
        answer = partial(self._show_numbers, meeting)
        self.services.load(partial(_load, meeting=meeting), answer, latest=(id(self), "numbers"))

    def _show_numbers(self, meeting: MeetingRow, found: Found) -> None:
        if meeting.id != self.view.list.chosen_id:
            return
        numbers, chart, sizes = found
        self.view.overview.show_presence(chart)
        self.view.overview.numbers.set_figures(figures(numbers))
        self.view.overview.steps.show_steps(next_steps(meeting, numbers, sizes, date.today()))
        self._count_tab(PARTICIPANTS, str(numbers.people or ""))
        for key in AT.keys() & MeetingSizes.__dataclass_fields__.keys():
            self._count_tab(key, str(getattr(sizes, key) or ""))

    # --- changing -----------------------------------------------------------------------------

    def _edit(self, key: str, text: str) -> None:
        meeting = self._meetings.get(self.view.list.chosen_id)
        if meeting is None:
            return
        value: object = text
        if key in NUMBERS:
            if text and not text.isdecimal():
                self._refused(EmgdeskError(f"“{text}” is not a whole number."))
                return
            value = int(text) if text else None
        elif key in DATES:
            from emgdesk.importing.sheets.cell_dates import iso_date

            value = iso_date(text, "dmy") or text
        elif key in TIMES:
            value = read_time(text) or text
        label = f"Change {key.replace('_', ' ')} of {meeting.code}"
        self.services.do(label, update_meeting, None, self._refused, meeting_id=meeting.id, **{key: value})

    def _refused(self, error: Exception) -> None:
        self.view.overview.form.revert()
        meeting = self._meetings.get(self.view.list.chosen_id)
        if meeting is not None:
            values = {name: getattr(meeting, name) for name in MeetingRow.__dataclass_fields__}
            self.view.overview.form.show_values(values)
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))

    def _delete(self, meeting_id: str) -> None:
        meeting = self._meetings.get(meeting_id)
        if meeting is not None:
            self.services.do(
                f"Delete meeting {meeting.code}",
                delete_meeting,
                partial(self._deleted, meeting),
                self._refused,
                meeting_id=meeting_id,
            )

    def _deleted(self, meeting: MeetingRow, _done: object) -> None:
        self._wanted = meeting.id  # should it come back
        words = f"{meeting.code} was deleted with all that belongs to it."
        self.services.navigator.notify(Notice(words, "success", "Undo", self.services.navigator.undo))

    # --- ways ---------------------------------------------------------------------------------

    def open_item(self, kind: str, item_id: str) -> None:
        key = HOME_OF.get(kind, "")
        if kind == "meeting" or kind in WHOLE:
            self._open_meeting(item_id)
            if key:
                self.open_sheet(key)
            else:
                self.view.tabs.setCurrentIndex(0)
            return
        found = partial(self._open_thing, kind, item_id, key)
        self.services.read(meeting_of, found, kind=kind, item_id=item_id)

    def _open_meeting(self, meeting_id: str) -> None:
        if not self.view.list.choose(meeting_id):
            self._wanted = meeting_id
            self.read_soon()

    def _open_thing(self, kind: str, item_id: str, key: str, meeting_id: str | None) -> None:
        if meeting_id is None:
            self.services.navigator.notify(Notice("This is no longer on the desk.", "error"))
            return
        self._open_meeting(meeting_id)
        self.open_sheet(key).open_item(kind, item_id)

    def _new(self) -> None:
        self.services.navigator.new_meeting()

    def meeting_in_view(self) -> str | None:
        return self.view.list.chosen_id or None

    def start_filter(self) -> None:
        key = self.sheet_in_view
        if key and not self.view.list.filter.hasFocus() and self._panels[key].isVisible():
            if key != PARTICIPANTS or not self.roster.table.filter.hasFocus():
                self._panels[key].start_filter()
                return
        self.view.list.filter.setFocus()

    def _lists(self) -> Sequence[Entry]:
        from emgdesk.ui.meeting_lists import list_entries  # the documents are not needed at the start

        meeting = self._meetings[self.view.list.chosen_id]
        words = f"Copy address line of {counted(meeting.people, 'person', 'people')}"
        return list_entries(self.services.navigator, meeting.id, words, self.copy_addresses)

    def _more(self) -> Sequence[Entry]:
        """What else can be done with the chosen meeting."""
        navigator, meeting_id = self.services.navigator, self.view.list.chosen_id
        return (
            ("Next meeting like this one…", self._make_next),
            ("Invite whom the entities have designated", self._invite),
            None,
            ("All its documents together…", partial(navigator.start_export, "segment-set", meeting_id)),
            ("Meeting workbook (.xlsx)…", partial(navigator.start_export, "meeting", meeting_id)),
            ("Calendar entry (.ics)…", partial(navigator.start_export, "calendar", meeting_id)),
            None,
            ("Delete this meeting", partial(self._delete, meeting_id)),
        )

    def _make_next(self) -> None:
        from emgdesk.ui.dialogs.next_meeting import NextMeetingDialog

        meeting = self._meetings.get(self.view.list.chosen_id)
        if meeting is not None:
            dialog = NextMeetingDialog(self.services, meeting, self.window())
            dialog.made.connect(lambda key: self.services.navigator.show("meeting", key))
            show_dialog(dialog)

    def _invite(self) -> None:
        from emgdesk.operations.next_meeting import invite_designated

        meeting = self._meetings.get(self.view.list.chosen_id)
        if meeting is not None:
            self.services.do(
                f"Invite whom the entities have designated to {meeting.code}",
                invite_designated,
                self._invited,
                self._refused,
                meeting_id=meeting.id,
            )

    def _invited(self, done: Done[int]) -> None:
        people = counted(done.value, "person was", "people were")
        if done.value:
            notice = Notice(f"{people} put on the roster as invited.", "success")
        else:
            notice = Notice("Nobody new to invite: all whom the entities have designated are on the roster.")
        self.services.navigator.notify(notice)

    def copy_addresses(self) -> None:
        """Copy the addresses of the roster, or of those selected or shown while it is in view."""
        if self.sheet_in_view == PARTICIPANTS:
            self.roster.copy_addresses()
        elif self.view.list.chosen_id:
            copy = partial(copy_address_line, navigator=self.services.navigator)
            self.services.read(list_roster, copy, meeting_id=self.view.list.chosen_id)

    def _do_step(self, key: str) -> None:
        navigator, meeting_id = self.services.navigator, self.view.list.chosen_id
        if key in ("date", "venue"):
            self.view.overview.form.widget(key).setFocus()
        elif key == "import":
            navigator.start_import(None, meeting_id)
        elif key == "print":
            navigator.start_export("participants", meeting_id)
        elif key == "held":
            self._edit("status", "held")
        elif key in AT:
            self.open_sheet(key)
        else:
            self._show_counted(key)

    def _show_counted(self, key: str) -> None:
        """Go to the participants that a figure counts."""
        self.open_sheet(PARTICIPANTS)
        self.roster.select_who(key)


def _load(workspace: Workspace, *, meeting: MeetingRow) -> Found:
    """The numbers of a roster, who of it is counted, drawn, and the sizes of the other parts."""
    facts = workspace.read(attendance_input, codes=(meeting.code,))
    numbers = workspace.read(count_roster, meeting_id=meeting.id)
    return numbers, chart_of_meeting(facts.meetings[0]), workspace.read(meeting_sizes, meeting_id=meeting.id)
