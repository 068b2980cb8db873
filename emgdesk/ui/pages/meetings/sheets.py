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


def _participants(services: Services) -> MeetingPanel:
    from emgdesk.ui.panels.roster.panel import RosterPanel

    return RosterPanel(services, "roster")


PARTICIPANTS = "participants"
SHEETS = (Sheet(PARTICIPANTS, "Participants", ("participants", "participation"), _participants),)
HOME_OF = {kind: sheet.key for sheet in SHEETS for kind in sheet.kinds}
