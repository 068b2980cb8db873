"""An open desk in the window: its pages, made when first shown, and the banner that speaks for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.ui.page import Page
from emgdesk.ui.pages.meetings.sheets import HOME_OF
from emgdesk.ui.pages.workstreams.sheets import HOME_OF as OF_WORKSTREAMS
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.whereabouts import Whereabouts
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.room import Room, Stack

if TYPE_CHECKING:  # the window shows before the database library is loaded
    from emgdesk.workspace import ChangeSet


@dataclass(frozen=True, slots=True)
class Place:
    """A tab of the window: its name, and how its page is made."""

    key: str
    title: str
    make: Callable[[Services], Page]


def _meetings(services: Services) -> Page:
    from emgdesk.ui.pages.meetings.page import MeetingsPage

    return MeetingsPage(services)


def _workstreams(services: Services) -> Page:
    from emgdesk.ui.pages.workstreams.page import WorkstreamsPage

    return WorkstreamsPage(services)


def _rosters(services: Services) -> Page:
    from emgdesk.ui.pages.rosters.page import RostersPage

    return RostersPage(services)


def _overview(services: Services) -> Page:
    from emgdesk.ui.pages.overview.page import OverviewPage

    return OverviewPage(services)


PLACES = (
    Place("overview", "Overview", _overview),
    Place("meetings", "Meetings", _meetings),
    Place("workstreams", "Workstreams", _workstreams),
    Place("rosters", "Rosters", _rosters),
)
HOMES = {
    "meeting": "meetings",
    **dict.fromkeys(HOME_OF, "meetings"),
    **dict.fromkeys(OF_WORKSTREAMS, "workstreams"),
    "person": "rosters",
    "entity": "rosters",
    "attendance": "rosters",
}


class DeskView(QWidget):
    """The pages of one desk; `banner` is the window's."""

    def __init__(self, services: Services, banner: Banner) -> None:
        super().__init__()
        self.services = services
        self.banner = banner
        self._told = ""  # the kind of the last notice
        self._pages: dict[str, Page] = {}
        self._stack = Stack()
        self._whereabouts = Whereabouts(self)
        self._whereabouts.left.connect(banner.dismiss)
        banner.closed.connect(self._whereabouts.forget)
        services.hub.changed.connect(self._on_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Room(self._stack), 1)

    def show_place(self, key: str) -> None:
        """Show a tab's page, making it the first time."""
        self._stack.setCurrentWidget(self.page(key))
        self._whereabouts.look()

    def page(self, key: str) -> Page:
        """The page of a tab."""
        if key not in self._pages:
            place = next(place for place in PLACES if place.key == key)
            self._pages[key] = place.make(self.services)
            self._stack.addWidget(self._pages[key])
        return self._pages[key]

    @property
    def current(self) -> Page | None:
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Page) else None

    def flush(self) -> None:
        """Let every page and panel hand over what is being typed."""
        for page in self.findChildren(Page):
            page.flush()

    def notify(self, notice: Notice) -> None:
        """Show a notice over the page."""
        self._told = notice.kind
        self.banner.tell(notice.text, notice.kind, notice.action, notice.on_action)
        if notice.kind == "error" or not (notice.kind == "success" or notice.action):
            self._whereabouts.remember()
        else:
            self._whereabouts.forget()

    def _on_changed(self, changes: ChangeSet) -> None:
        """What was said of the step before is past; an offer stands until a step is taken back."""
        if changes.kind != "do" or self._told != "info":
            self.banner.dismiss()
