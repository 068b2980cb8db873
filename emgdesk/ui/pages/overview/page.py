"""The overview: what is read for today, and where each line leads."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.queries.overview import Overview, read_overview
from emgdesk.ui.doors import open_progress_requests, open_roll_forward, show_dialog
from emgdesk.ui.page import Page
from emgdesk.ui.pages.overview.lines import Line, cards, headline
from emgdesk.ui.pages.overview.rules import RulesDialog
from emgdesk.ui.pages.overview.view import OverviewView
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.workspace import ChangeSet

_WHOSE = "overview.officer"


class OverviewPage(Page):
    """What now: next meetings with their deadlines, mandates, silent tasks, decisions, follow-ups."""

    tables = (
        "meeting", "participation", "person", "entity", "setting", "document", "action_section", "action",
        "effect", "task", "progress_entry", "workstream", "mandate_event", "membership", "follow_up",
        "agenda_item", "report_section", "paragraph", "intended_finding", "chapter", "progress_request",
    )  # fmt: skip

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.view = OverviewView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.view.whose.activated.connect(self._choose)
        self.view.rules.clicked.connect(self.open_rules)
        self.view.roll.clicked.connect(self.roll_forward)
        self.setFocusProxy(self.view.whose)

    def refresh(self, changes: ChangeSet | None = None) -> None:
        self.services.read(
            read_overview, self._show, latest=(id(self), "overview"), today=date.today(),
            officer=self.services.settings.get(_WHOSE, ""),
        )  # fmt: skip

    def _show(self, overview: Overview) -> None:
        view = self.view
        view.show_empty(overview.is_empty)
        if overview.is_empty:
            self._show_nothing()
        view.day.setText(headline(date.today()))
        view.show_whose(overview.officers, overview.officer)
        held = cards(overview)
        waiting = sum(len(card.lines) for card in held[1:])
        view.summary.setText(
            f"{counted(waiting, 'thing waits', 'things wait')}; every line leads to its place."
            if waiting
            else "Nothing waits."
        )
        for card in held:
            shown = view.card(card.key)
            if not shown.property("wired"):
                shown.setProperty("wired", True)
                shown.chosen.connect(self._go)
            shown.show_card(card)

    def _show_nothing(self) -> None:
        navigator = self.services.navigator
        self.view.empty.say(
            "layout-dashboard",
            "Nothing to do yet",
            "Once there are meetings and workstreams, what is due stands here every morning.",
            (
                Offer("New meeting…", navigator.new_meeting, "calendar-plus", primary=True),
                Offer("Import a work plan…", partial(navigator.start_import, None, None), "file-input"),
            ),
        )

    def _choose(self) -> None:
        self.services.settings.set(_WHOSE, str(self.view.whose.currentData() or ""))
        self.read_soon()

    def _go(self, line: Line) -> None:
        if line.kind == "progress_request":
            self.show_requests()
        else:
            self.services.navigator.show(line.kind, line.id)

    def show_requests(self) -> None:
        """Who was asked for progress, and who has answered."""
        open_progress_requests(self.services, self.window())

    def open_rules(self) -> None:
        """Change the days of the house rules."""
        show_dialog(RulesDialog(self.services, self.window()))

    def roll_forward(self) -> None:
        """Take the desk from one SOM to the next."""
        open_roll_forward(self.services, self.window())

    def start_filter(self) -> None:
        self.view.whose.setFocus()
