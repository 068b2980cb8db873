"""The sub-tabs of the workstreams page: what each shows, made when first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from emgdesk.ui.services import Services


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sub-tab; `kinds` are the things found on it (as in `Navigator.show`)."""

    key: str
    title: str
    kinds: tuple[str, ...]
    make: Callable[[Services], QWidget]


def _overview(services: Services) -> QWidget:
    from emgdesk.ui.pages.workstreams.overview import BodyOverview

    return BodyOverview(services)


def _mandate(services: Services) -> QWidget:
    from emgdesk.ui.panels.mandate import MandatePanel

    return MandatePanel(services)


def _work_plan(services: Services) -> QWidget:
    from emgdesk.ui.panels.work_plan import WorkPlanPanel

    return WorkPlanPanel(services)


def _members(services: Services) -> QWidget:
    from emgdesk.ui.panels.members import MembersPanel

    return MembersPanel(services)


def _deliverables(services: Services) -> QWidget:
    from emgdesk.ui.panels.deliverables import DeliverablesPanel

    return DeliverablesPanel(services)


def _chart(services: Services) -> QWidget:
    from emgdesk.ui.panels.mandate_chart import MandateChartPanel

    return MandateChartPanel(services)


def _update(services: Services) -> QWidget:
    from emgdesk.ui.panels.quick_update import QuickUpdatePanel

    return QuickUpdatePanel(services)


def _progress(services: Services) -> QWidget:
    from emgdesk.ui.panels.progress import ProgressPanel

    return ProgressPanel(services)


def _all_deliverables(services: Services) -> QWidget:
    from emgdesk.ui.panels.deliverables import DeliverablesPanel

    return DeliverablesPanel(services, of_all=True)


DELIVERABLES_OF_ALL = "all_deliverables"
OVERVIEW, MANDATE, WORK_PLAN, CHART = "overview", "mandate", "work_plan", "chart"
OF_ONE = (
    Sheet(OVERVIEW, "Overview", ("workstream",), _overview),
    Sheet(MANDATE, "Mandate", ("mandate", "mandate_event"), _mandate),
    Sheet(WORK_PLAN, "Work plan", ("task",), _work_plan),
    Sheet("members", "Members", ("members", "member"), _members),
    Sheet("deliverables", "Deliverables", ("deliverable",), _deliverables),
)
"""Of a workstream; a chapter has the first and the work plan alone."""
OF_ALL = (
    Sheet(CHART, "Mandates", ("mandate_chart",), _chart),
    Sheet("update", "Update", ("quick_update",), _update),
    Sheet("progress", "Progress", ("progress",), _progress),
    Sheet(DELIVERABLES_OF_ALL, "Deliverables", (), _all_deliverables),
)
"""Of all workstreams together."""
HOME_OF = {kind: sheet.key for sheet in (*OF_ONE, *OF_ALL) for kind in sheet.kinds}
WHOLE = frozenset(("mandate", "members"))
"""Kinds that stand for a whole sub-tab: their id is that of the workstream."""
KINDS_OF_ALL = frozenset(kind for sheet in OF_ALL for kind in sheet.kinds)
