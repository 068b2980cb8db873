"""The inner parts of the report's panel, each made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from emgdesk.ui.page import MeetingPanel
from emgdesk.ui.services import Services


@dataclass(frozen=True, slots=True)
class Part:
    """An inner part: `kinds` are the things found in it (as in `Navigator.show`)."""

    title: str
    kinds: tuple[str, ...]
    make: Callable[[Services], MeetingPanel]


def _text(services: Services) -> MeetingPanel:
    from emgdesk.ui.panels.report.text_panel import TextPanel

    return TextPanel(services)


def _notes(services: Services) -> MeetingPanel:
    from emgdesk.ui.panels.notes.notes_panel import NotesPanel

    return NotesPanel(services)


def _follow_ups(services: Services) -> MeetingPanel:
    from emgdesk.ui.panels.notes.follow_ups_panel import FollowUpsPanel

    return FollowUpsPanel(services)


def parts() -> tuple[Part, ...]:
    """The parts in their order."""
    return (
        Part("Text", ("report_section", "paragraph"), _text),
        Part("Notes", ("intervention",), _notes),
        Part("Follow-ups", ("follow_up",), _follow_ups),
    )
