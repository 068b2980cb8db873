"""Texts with footnotes: their marks are counted through the whole document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from emgdesk.reports import richtext
from emgdesk.reports.blocks import Block, ItemList, Paragraph, Run, Text

_MARK = re.compile(r"\[\^([0-9]{1,4})\]")


@dataclass(frozen=True, slots=True)
class ReservationLine:
    """A reservation: `entity` as printed, `text` CommonMark."""

    entity: str
    text: str = ""


class Footnotes:
    """Sets texts with their notes and counts the marks; `without_text` are texts whose mark has no note."""

    def __init__(self) -> None:
        self.count = 0
        self.without_text: list[str] = []

    def blocks(self, text: str, notes: Sequence[str] = (), behind: Sequence[Text] = ()) -> tuple[Block, ...]:
        """CommonMark with `[^1]` for the first of `notes` (CommonMark), and so on.

        Notes that no mark refers to, then those of `behind`, stand at its end; a mark without a note is
        left out and remembered.
        """
        referred: set[int] = set()
        made = tuple(self._marked(block, notes, referred) for block in richtext.to_blocks(text))
        if any(not "".join(notes[number - 1 : number]).strip() for number in referred):
            self.without_text.append(text)
        rest = [
            richtext.to_runs(note) for n, note in enumerate(notes, 1) if n not in referred and note.strip()
        ]
        return at_the_end(made, tuple(self.mark(note) for note in (*rest, *behind)))

    def _marked(self, block: Block, notes: Sequence[str], referred: set[int]) -> Block:
        if isinstance(block, ItemList):
            items = (
                replace(item, blocks=tuple(self._marked(inner, notes, referred) for inner in item.blocks))
                for item in block.items
            )
            return replace(block, items=tuple(items))
        if isinstance(block, Paragraph) and not isinstance(block.text, str):
            runs = (part for run in block.text for part in self._split(run, notes, referred))
            return replace(block, text=tuple(runs))
        return block

    def _split(self, run: Run, notes: Sequence[str], referred: set[int]) -> Iterator[Run]:
        words, *rest = _MARK.split(run.text)
        if words or not rest:
            yield replace(run, text=words)
        for number, words in zip(map(int, rest[::2]), rest[1::2], strict=True):
            referred.add(number)
            note = notes[number - 1] if 0 < number <= len(notes) else ""
            if note.strip():
                yield self.mark(richtext.to_runs(note))
            if words:
                yield replace(run, text=words)

    def mark(self, note: Text) -> Run:
        """The next mark, with its note."""
        self.count += 1
        return Run(str(self.count), note=note)


def reservation_note(reservation: ReservationLine) -> Text:
    """A reservation as a footnote; one without words of its own says that there is one."""
    runs = richtext.to_runs(reservation.text)
    said = "".join(run.text for run in runs)
    if not said:
        return f"{reservation.entity} entered a reservation."
    if not reservation.entity or said.startswith(reservation.entity):
        return runs
    return (Run(f"{reservation.entity}: "), *runs)


def at_the_end(blocks: Sequence[Block], runs: Sequence[Run]) -> tuple[Block, ...]:
    """`blocks` with `runs` at the end of their last words."""
    if not runs:
        return tuple(blocks)
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph):
        text = (Run(last.text),) if isinstance(last.text, str) else last.text
        return (*blocks[:-1], replace(last, text=(*text, *runs)))
    if isinstance(last, ItemList) and last.items:
        item = last.items[-1]
        ended = replace(item, blocks=at_the_end(item.blocks, runs))
        return (*blocks[:-1], replace(last, items=(*last.items[:-1], ended)))
    return (*blocks, Paragraph(tuple(runs)))


def before(blocks: Sequence[Block], runs: Sequence[Run]) -> tuple[Block, ...]:
    """`blocks` with `runs` before their first words."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        text = (Run(first.text),) if isinstance(first.text, str) else first.text
        return (replace(first, text=(*runs, *text)), *blocks[1:])
    return (Paragraph(tuple(runs)), *blocks)
