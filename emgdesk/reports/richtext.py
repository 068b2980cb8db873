"""CommonMark text of the desk's long fields to content blocks.

Taken are paragraphs, bullets, numbered lists, bold, italics and links; raw
HTML, headings, quotes, code and the rest are no part of the fields and show as
the text they were typed as. Nothing in a text can do more than print.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from emgdesk.domain.numbering import LabelStyle, label
from emgdesk.reports.blocks import Block, ItemList, ListItem, Paragraph, Run

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BULLET = "•"
_NOT_TAKEN = (
    "blockquote", "code", "fence", "heading", "hr", "html_block", "lheading", "reference", "table",
    "backticks", "html_inline", "image",
)  # fmt: skip
_DEEPEST = 40
_ADDRESS = re.compile(r"(https?://[^\s<>]*[^\s<>.,;:!?)\]'\"’”])")
LINK_SCHEMES = frozenset({"http", "https", "mailto"})


def to_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs and lists of `text`; empty text gives no blocks."""
    if not text.strip():
        return ()
    tokens = _parser().parse(text)
    if any(token.level > _DEEPEST for token in tokens):
        return tuple(Paragraph(part.strip()) for part in text.split("\n\n") if part.strip())
    return tuple(_blocks(iter(tokens), None))


def to_runs(text: str) -> tuple[Run, ...]:
    """`text` as the runs of one paragraph, its paragraphs broken by lines (for places that hold one)."""
    runs: list[Run] = []
    for block in to_blocks(text):
        if runs:
            runs.append(Run("\n"))
        runs.extend(_flat(block))
    return tuple(runs)


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # only when a text is set: builders are read at every start

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 100})
    return parser.disable(list(_NOT_TAKEN))


def _blocks(tokens: Iterator["Token"], end: str | None) -> Iterator[Block]:
    for token in tokens:
        if token.type == end:
            return
        if token.type == "inline":
            runs = _runs(token.children or ())
            if runs:
                yield Paragraph(runs)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield _item_list(tokens, token)


def _item_list(tokens: Iterator["Token"], opening: "Token") -> ItemList:
    ordered = opening.type == "ordered_list_open"
    number = int(opening.attrGet("start") or 1) if ordered else 0
    items: list[ListItem] = []
    for token in tokens:
        if token.type == opening.type.replace("open", "close"):
            break
        if token.type == "list_item_open":
            text = _label(number, token.markup) if ordered else BULLET
            items.append(ListItem(text, tuple(_blocks(tokens, "list_item_close"))))
            number += 1
    return ItemList(tuple(items))


def _label(number: int, delimiter: str, style: LabelStyle = "1") -> str:
    return label(number, style) + (delimiter or ".")


def _runs(children: Sequence["Token"]) -> tuple[Run, ...]:
    bold = italic = 0
    links: list[str | None] = []
    runs: list[Run] = []
    for token in children:
        bold += token.nesting if token.type.startswith("strong") else 0
        italic += token.nesting if token.type.startswith("em_") else 0
        if token.type == "link_open":
            links.append(_safe(str(token.attrGet("href") or "")))
        elif token.type == "link_close":
            links.pop()
        # A line ended in a cell or an editor ends on the page: nobody here thinks in soft breaks.
        text = "\n" if token.type in ("softbreak", "hardbreak") else token.content
        for part, link in _linked(text, links[-1]) if links else _addresses(text):
            _append(runs, Run(part, bold > 0, italic > 0, link))
    return tuple(runs)


def _linked(text: str, link: str | None) -> Iterator[tuple[str, str | None]]:
    if text:
        yield text, link


def _addresses(text: str) -> Iterator[tuple[str, str | None]]:
    """`text` with the web addresses in it set apart, each a link to itself."""
    for part in _ADDRESS.split(text):
        yield from _linked(part, part if _ADDRESS.fullmatch(part) else None)


def _append(runs: list[Run], run: Run) -> None:
    last = runs[-1] if runs else None
    if last and (last.bold, last.italic, last.link) == (run.bold, run.italic, run.link):
        runs[-1] = Run(last.text + run.text, run.bold, run.italic, run.link)
    else:
        runs.append(run)


def _safe(address: str) -> str | None:
    try:
        return address if urlsplit(address).scheme.lower() in LINK_SCHEMES else None
    except ValueError:
        return None


def _flat(block: Block) -> Iterator[Run]:
    if isinstance(block, Paragraph):
        yield from block.text if not isinstance(block.text, str) else (Run(block.text),)
    elif isinstance(block, ItemList):
        for index, item in enumerate(block.items):
            yield Run(("\n" if index else "") + item.label + " ")
            for inner in item.blocks:
                yield from _flat(inner)
