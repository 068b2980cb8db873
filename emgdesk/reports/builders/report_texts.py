"""The texts of a meeting's report: numbered through, bullets inside their paragraph, conclusions in bold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from emgdesk.domain.folding import fold
from emgdesk.reports.blocks import Block, Heading, ItemList, ListItem, Note, Paragraph, Run, plain
from emgdesk.reports.builders.action_lines import ActionStyle, action_blocks, shown
from emgdesk.reports.builders.footnotes import Footnotes, at_the_end, before, reservation_note
from emgdesk.reports.builders.report_lines import EndorsedLine, ReportParagraph
from emgdesk.reports.richtext import BULLET

ENDORSED = "The meeting endorsed:"


class Texts:
    """Sets the paragraphs of one report and counts them, from 1 through all sections."""

    def __init__(
        self,
        notes: Footnotes,
        style: ActionStyle,
        actions_heading: str,
        endorsed: Sequence[EndorsedLine],
        *,
        numbered: bool,
    ) -> None:
        self._notes = notes
        self._style = style
        self._actions_heading = actions_heading
        self._endorsed = endorsed
        self._numbered = numbered
        self._count = 0

    def blocks(self, paragraphs: Sequence[ReportParagraph]) -> Iterator[Block]:
        """The paragraphs of a section, bullets inside the paragraph before them; notes are not printed."""
        waiting: list[Block] = []
        bullets: list[ListItem] = []
        for paragraph in paragraphs:
            if paragraph.kind == "note":
                continue
            if paragraph.kind == "bullet":
                bullets.append(ListItem(BULLET, self._words(paragraph)))
                continue
            if paragraph.kind == "deliverables" and not paragraph.text.strip() and _announces(waiting):
                bullets.extend(self._list())
                continue
            yield from self._done(waiting, bullets)
            waiting, bullets = list(self._lead(paragraph)), []
            if paragraph.kind == "actions":
                yield from self._actions(paragraph)
        yield from self._done(waiting, bullets)

    def _lead(self, paragraph: ReportParagraph) -> tuple[Block, ...]:
        """What of a paragraph is numbered: a block of actions has nothing of the kind."""
        if paragraph.kind == "actions":
            return ()
        if paragraph.kind == "deliverables":
            return self._deliverables(paragraph)
        words = self._words(paragraph)
        return _concluding(words) if paragraph.kind == "conclusion" and words else words

    def _done(self, lead: Sequence[Block], bullets: Sequence[ListItem]) -> Iterator[Block]:
        whole = (*lead, ItemList(tuple(bullets))) if bullets else tuple(lead)
        if not (lead and self._numbered):
            yield from whole
            return
        self._count += 1
        yield ItemList((ListItem(f"{self._count}.", whole),))

    def _words(self, paragraph: ReportParagraph) -> tuple[Block, ...]:
        behind = tuple(map(reservation_note, paragraph.reservations))
        return self._notes.blocks(paragraph.text, paragraph.notes, behind)

    def _actions(self, paragraph: ReportParagraph) -> Iterator[Block]:
        section = paragraph.actions
        if section is None:
            yield Note(f"There is no section “{paragraph.text}” among the actions of this meeting.")
            return
        of = section.workstream or section.heading
        yield Heading(f"{self._actions_heading}: {of}", 3)
        lines = shown(section, self._style.wording).actions
        yield from action_blocks(lines, self._style, self._notes)
        if not lines:
            yield Note("No actions.")

    def _deliverables(self, paragraph: ReportParagraph) -> tuple[Block, ...]:
        if not self._endorsed:
            return self._words(paragraph)
        lead = self._words(paragraph) or (Paragraph(ENDORSED, keeps_next=True),)
        return (*lead, ItemList(tuple(self._list())))

    def _list(self) -> Iterator[ListItem]:
        for line in self._endorsed:
            yield ListItem(BULLET, self._endorsed_one(line))

    def _endorsed_one(self, line: EndorsedLine) -> tuple[Block, ...]:
        more = ", ".join(part for part in (line.kind, line.edition) if part)
        runs = [Run(line.title, italic=True, link=line.address or None)]
        runs += [Run(f" ({more})")] if more else []
        notes = [self._notes.mark(reservation_note(one)) for one in line.reservations]
        return at_the_end((Paragraph(tuple(runs)),), notes)


def _announces(blocks: Sequence[Block]) -> bool:
    """Whether the last words of `blocks` announce a list."""
    last = blocks[-1] if blocks else None
    return isinstance(last, Paragraph) and plain(last.text).rstrip().endswith(":")


def _concluding(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A conclusion: all of it in bold, saying what it is unless its own words do."""
    strong = tuple(map(_bold, blocks))
    first = strong[0]
    said = first.text if isinstance(first, Paragraph) else ""
    opening = said if isinstance(said, str) else "".join(run.text for run in said)
    if fold(opening).startswith("conclusion"):
        return strong
    return before(strong, (Run("Conclusion: ", bold=True),))


def _bold(block: Block) -> Block:
    if isinstance(block, ItemList):
        items = (replace(item, blocks=tuple(map(_bold, item.blocks))) for item in block.items)
        return replace(block, items=tuple(items))
    if isinstance(block, Paragraph):
        runs = (Run(block.text),) if isinstance(block.text, str) else block.text
        return replace(block, text=tuple(run if run.note else replace(run, bold=True) for run in runs))
    return block
