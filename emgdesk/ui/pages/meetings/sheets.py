"""The sub-tabs of a meeting beside its overview: what each shows, made when first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from emgdesk.ui.page import MeetingPanel
from emgdesk.ui.services import Services


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sub-tab; `kinds` are the things found on it (as in `Navigator.show`)."""

    key: str
    title: str
    kinds: tuple[str, ...]
    make: Callable[[Services], MeetingPanel]


def _agenda(services: Services) -> MeetingPanel:
    from emgdesk.ui.panels.agenda.panel import AgendaPanel

    return AgendaPanel(services)


def _documents(services: Services) -> MeetingPanel:
    from emgdesk.ui.panels.documents.panel import DocumentsPanel

    return DocumentsPanel(services)


def _participants(services: Services) -> MeetingPanel:
    from emgdesk.ui.panels.roster.panel import RosterPanel

    return RosterPanel(services, "roster")


def _actions(services: Services) -> MeetingPanel:
    from emgdesk.ui.panels.actions.panel import ActionsPanel

    return ActionsPanel(services)


def _report(services: Services) -> MeetingPanel:
    from emgdesk.ui.panels.report.panel import ReportPanel

    return ReportPanel(services)


def _check(services: Services) -> MeetingPanel:
    from emgdesk.ui.panels.check.panel import CheckPanel

    return CheckPanel(services)


PARTICIPANTS, CHECK = "participants", "check"
SHEETS = (
    Sheet("agenda", "Agenda", ("agenda", "agenda_item"), _agenda),
    Sheet("documents", "Documents", ("documents", "document"), _documents),
    Sheet(PARTICIPANTS, "Participants", ("participants", "participation"), _participants),
    Sheet("actions", "Actions", ("actions", "action", "action_section"), _actions),
    Sheet(
        "report", "Report", ("report", "report_section", "paragraph", "intervention", "follow_up"), _report
    ),
    Sheet(CHECK, "Check", ("finding",), _check),
)
AT = {sheet.key: at for at, sheet in enumerate(SHEETS)}
WHOLE = {"agenda", "documents", PARTICIPANTS, "actions", "report", "finding"}
"""Kinds that stand for a whole sub-tab: their id is that of the meeting."""
HOME_OF = {kind: sheet.key for sheet in SHEETS for kind in sheet.kinds}
