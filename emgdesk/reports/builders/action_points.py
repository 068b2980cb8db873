"""The summary of action points: the actions before a meeting, or what it made of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from emgdesk.reports.blocks import Block, Document, DocumentTitle, Heading, Note
from emgdesk.reports.builders.action_lines import (
    ADOPTED,
    ActionBlock,
    ActionStyle,
    Romans,
    Wording,
    action_blocks,
    shown,
)
from emgdesk.reports.builders.footnotes import Footnotes
from emgdesk.reports.builders.meeting import MeetingFacts, title_block

TITLE = "Summary of Action Points"


@dataclass(frozen=True, slots=True)
class ActionPointsFacts:
    """A meeting with its actions; `title` and `subtitle` are the user's own, "" for the usual title."""

    meeting: MeetingFacts
    sections: tuple[ActionBlock, ...] = ()
    title: str = ""
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class ActionPointsOptions:
    """`wording` standing: the wording that stands; proposed: as put before the meeting; adopted: what it
    adopted, the place of anything else saying what became of it; changes: word by word.
    """

    wording: Wording = "standing"
    outcomes: bool = False
    romans: Romans = "point"
    heading: str = ""
    group_lines: bool = True


def build(facts: ActionPointsFacts, options: ActionPointsOptions | None = None) -> Document:
    """The summary; with nothing to print it says so."""
    options = options or ActionPointsOptions()
    sections = [shown(section, options.wording) for section in facts.sections]
    sections = [section for section in sections if section.actions]
    title = options.heading or facts.title or TITLE
    empty = _nothing(sections, options.wording)
    head: list[Block] = [
        title_block(facts.meeting, group_lines=options.group_lines),
        DocumentTitle(title, facts.subtitle),
    ]
    body = [Note(empty)] if empty else action_points_blocks(sections, options)
    return Document(
        title=f"{title} – {facts.meeting.title}",
        author="EMG Secretariat",
        subject=facts.meeting.symbol,
        blocks=(*head, *body),
        remarks=(empty,) if empty else (),
        listed=0 if empty else sum(len(section.actions) for section in sections),
    )


def action_points_blocks(sections: Sequence[ActionBlock], options: ActionPointsOptions) -> list[Block]:
    """The sections under their Roman headings."""
    notes = Footnotes()
    style = ActionStyle(options.wording, options.outcomes, options.romans)
    blocks: list[Block] = []
    for section in sections:
        blocks.append(Heading(section.heading, 2, f"{section.number}.", ruled=True))
        blocks.extend(action_blocks(section.actions, style, notes))
    return blocks


def _nothing(sections: Sequence[ActionBlock], wording: Wording) -> str:
    if not sections:
        return "There are no actions before this meeting yet."
    outcomes = {line.outcome for section in sections for line in section.actions}
    if wording == "adopted" and not outcomes & ADOPTED:
        return "This meeting has not adopted any of its actions yet."
    return ""
