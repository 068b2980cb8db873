"""Actions as documents write them: stems, labels, the wording wanted, reservations as footnotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from emgdesk.domain.numbering import LabelStyle
from emgdesk.domain.word_changes import word_changes
from emgdesk.reports import richtext
from emgdesk.reports.blocks import Block, ItemList, ListItem, Paragraph, Run
from emgdesk.reports.builders.branches import branches
from emgdesk.reports.builders.footnotes import Footnotes, ReservationLine, at_the_end, reservation_note

Wording = Literal["standing", "proposed", "adopted", "changes"]
Romans = Literal["point", "bracket"]
ADOPTED = frozenset(("approved", "amended"))
_UNDECIDED = frozenset(("drafted", "suggested", ""))
_LEFT = frozenset(("deferred", "withdrawn"))


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action in printed order, after the one it stands below.

    `label` is its own ("b"; "" prints none) in label style `style`; `text` is the wording before the
    meeting, `adopted_text` that after it where it differs, both CommonMark; `outcome` as in the
    workbook. With `in_room` it arose in the meeting.
    """

    depth: int
    label: str
    style: LabelStyle
    text: str
    stem: str = ""
    adopted_text: str = ""
    outcome: str = "suggested"
    in_room: bool = False
    reservations: tuple[ReservationLine, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class ActionBlock:
    """A section of the actions; `number` is its Roman number."""

    id: str
    number: str
    heading: str
    workstream: str = ""
    actions: tuple[ActionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionStyle:
    """Which wording, whether outcomes are said, and how Roman labels end ("i." or "i)")."""

    wording: Wording = "standing"
    outcomes: bool = False
    romans: Romans = "point"


def shown(block: ActionBlock, wording: Wording) -> ActionBlock:
    """`block` without what was not yet before the meeting, where the wording is the one put before it."""
    if wording != "proposed":
        return block
    kept = tuple(line for line in block.actions if not line.in_room)
    return ActionBlock(block.id, block.number, block.heading, block.workstream, kept)


def action_blocks(lines: Sequence[ActionLine], style: ActionStyle, notes: Footnotes) -> Iterator[Block]:
    """The actions of a section: a stem when it changes, labelled ones as lists, others as paragraphs."""
    stem, waiting = "", list[ListItem]()
    for line, below in branches(lines):
        new_stem = bool(line.stem.strip()) and line.stem != stem
        if waiting and (new_stem or not line.label):
            yield ItemList(tuple(waiting))
            waiting = []
        if new_stem:
            yield from _introducing(richtext.to_blocks(line.stem))
            stem = line.stem
        if line.label:
            waiting.append(_item(line, below, style, notes))
        else:
            words = action_words(line, style, notes)
            yield from _introducing(words) if below else words
            yield from _below(below, style, notes)
    if waiting:
        yield ItemList(tuple(waiting))


def _item(line: ActionLine, below: Sequence[ActionLine], style: ActionStyle, notes: Footnotes) -> ListItem:
    words = action_words(line, style, notes)
    return ListItem(label_of(line, style.romans), (*words, *_below(below, style, notes)))


def _below(lines: Sequence[ActionLine], style: ActionStyle, notes: Footnotes) -> tuple[Block, ...]:
    if not lines:
        return ()
    return (ItemList(tuple(_item(line, below, style, notes) for line, below in branches(lines))),)


def _introducing(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield Paragraph(block.text, block.label, True) if isinstance(block, Paragraph) else block


def label_of(line: ActionLine, romans: Romans = "point") -> str:
    """The label as printed: "b)", "ii.", "3."."""
    if not line.label:
        return ""
    bracket = line.style == "a" or (line.style == "i" and romans == "bracket")
    return f"{line.label})" if bracket else f"{line.label}."


def action_words(line: ActionLine, style: ActionStyle, notes: Footnotes) -> tuple[Block, ...]:
    """The wording of one action with its reservations, and what became of it where that is wanted."""
    if style.wording == "changes":
        made: tuple[Block, ...] = (Paragraph(tuple(_changes(line))),)
    elif not _stands(line, style):
        return (Paragraph((Run(f"[{_outcome(line)}]", italic=True),)),)
    else:
        text = line.text if style.wording == "proposed" else line.adopted_text or line.text
        made = notes.blocks(text)
    if not made:
        made = (Paragraph((Run("[No text]", italic=True),)),)
    behind = [notes.mark(reservation_note(one)) for one in line.reservations]
    if style.outcomes:
        behind.append(Run(f" [{_outcome(line)}]", italic=True))
    return at_the_end(made, behind)


def _stands(line: ActionLine, style: ActionStyle) -> bool:
    """Whether an action has words: one put off or withdrawn keeps its label, unless outcomes are said."""
    if style.wording == "adopted":
        return line.outcome in ADOPTED
    return style.wording == "proposed" or style.outcomes or line.outcome not in _LEFT


def _outcome(line: ActionLine) -> str:
    return "not decided" if line.outcome in _UNDECIDED else line.outcome


def _changes(line: ActionLine) -> Iterator[Run]:
    """What the meeting took away struck, what it added underlined."""
    old = "" if line.in_room else _plain(line.text)
    new = "" if line.outcome == "withdrawn" else _plain(line.adopted_text or line.text)
    for change in word_changes(old, new):
        yield Run(change.text, struck=change.kind == "removed", underlined=change.kind == "added")


def _plain(text: str) -> str:
    return "".join(run.text for run in richtext.to_runs(text))
