"""Answers of the user on people and entities: each becomes a new plan, long ones off the window's thread."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from emgdesk.errors import CancelledError
from emgdesk.importing.plan import EntityDecision, RosterPlan
from emgdesk.importing.planning.roster import decide_many, take_proposals
from emgdesk.jobs import Job
from emgdesk.ui.dialogs.import_dialog import source
from emgdesk.ui.dialogs.import_dialog.keeping import decided_on
from emgdesk.ui.dialogs.import_dialog.people_page import PeoplePage
from emgdesk.ui.dialogs.import_dialog.rows import view_rows
from emgdesk.ui.dialogs.import_dialog.source import Opened
from emgdesk.ui.services import Services


class Answering(QObject):
    """`answered(Opened)` carries the file with one more answer; `refused(sentence)` why one cannot be."""

    answered = Signal(object)
    refused = Signal(str)

    def __init__(self, services: Services, page: PeoplePage, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._page = services, page
        self._opened: Opened | None = None
        self._asked: dict[str, EntityDecision | None] = {}  # entity answers on their way
        page.roster.decided.connect(self._take_rows)
        page.entities.decided.connect(self._decide_entities)
        page.proposals.taken.connect(self._take_proposals)
        page.attendance.mark_absent_chosen.connect(self._mark_absent)

    def take(self, opened: Opened) -> None:
        """The file as it was read or planned anew; answers are about this from now on."""
        self._opened = opened
        self._asked = {}

    def decisions(self) -> int:
        """How many answers would be lost."""
        return decided_on(self._opened) if self._opened is not None else 0

    def _take_rows(self, plan: RosterPlan) -> None:
        if self._opened is not None and self._opened.roster is not None:
            self._opened = source.with_roster(self._opened, plan)
            self._page.refresh(plan, self._opened.roster[1])
            self.answered.emit(self._opened)

    def _show(self, opened: Opened) -> None:
        self._opened = opened
        if opened.roster is not None:
            self._page.replan(*opened.roster)
            self.answered.emit(opened)

    def _take_proposals(self, rows: tuple[int, ...], taken: bool) -> None:
        if self._opened is not None and self._opened.roster is not None:
            plan, matches = self._opened.roster
            self._show(source.with_roster(self._opened, take_proposals(plan, matches, rows, taken)))

    def _mark_absent(self, marked: bool) -> None:
        if self._opened is not None:
            self._show(source.marking_absent(self._opened, marked))

    # --- entities: every row is matched anew ----------------------------------------------------

    def _decide_entities(self, decisions: Mapping[str, EntityDecision | None]) -> None:
        """Match the rows anew; answers given meanwhile go along."""
        opened = self._opened
        if opened is None:
            return
        self._asked |= decisions
        asked = dict(self._asked)
        self._services.tasks.compute(
            "Comparing with the desk",
            lambda job: self._matched(opened, asked, job),
            lambda made: self._take_entities(opened, made),
            self._refuse,
            latest=(id(self), "entities"),
        )

    def _matched(self, opened: Opened, asked: dict[str, EntityDecision | None], job: Job) -> Opened:
        return source.with_entities(opened, asked, job)

    def _take_entities(self, before: Opened, made: Opened) -> None:
        """Show the rows matched anew, with what was decided on rows since they were."""
        now = self._opened
        if now is None or now.raw is not before.raw or now.choices is not before.choices:
            return  # read otherwise meanwhile
        self._asked = {}
        self._show(self.carried(before, made))

    def carried(self, before: Opened, made: Opened) -> Opened:
        """`made`, which was planned from `before`, with the answers given on rows since."""
        now = self._opened
        if now is None or now is before or not (now.roster and before.roster and made.roster):
            return made
        return _with_later(made, before.roster[0], now.roster[0])

    def _refuse(self, error: Exception) -> None:
        self._asked = {}
        if not isinstance(error, CancelledError):
            self.refused.emit(str(error))
        if self._opened is not None and self._opened.roster is not None:
            self._page.refresh(*self._opened.roster)


def _with_later(made: Opened, before: RosterPlan, now: RosterPlan) -> Opened:
    if made.roster is None:
        return made
    plan, matches = made.roster
    later = {
        row: now.decisions.get(row)
        for row in before.decisions.keys() | now.decisions.keys()
        if now.decisions.get(row) != before.decisions.get(row) and matches.row(row) is not None
    }
    plan = decide_many(plan, matches, later)
    plan = take_proposals(plan, matches, before.proposals_taken - now.proposals_taken, taken=False)
    plan = take_proposals(plan, matches, now.proposals_taken - before.proposals_taken)
    absent = now.mark_absent if now.mark_absent != before.mark_absent else plan.mark_absent
    made = source.marking_absent(source.with_roster(made, plan), absent)
    return replace(made, shown=tuple(view_rows(plan.rows)))
