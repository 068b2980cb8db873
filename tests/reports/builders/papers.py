"""What tests see of a document: its text line by line, labels before what they label."""

from collections.abc import Iterator, Sequence

from emgdesk.reports.blocks import (
    Block,
    Document,
    DocumentTitle,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Part,
    Run,
    Table,
    plain,
)


def lines(document: Document) -> list[str]:
    """Titles, headings, paragraphs, items and notes in order; items of a list are set in by two spaces."""
    return list(_lines(document.blocks, ""))


def _lines(blocks: Sequence[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case DocumentTitle(title, subtitle):
                yield from filter(None, (title, subtitle))
            case Part(title):
                yield f"=== {title}"
            case Heading(text, _, label):
                yield f"{label} {text}".strip()
            case Paragraph(text, label):
                yield f"{indent}{label} {plain(text)}".rstrip() if label else indent + plain(text)
            case Note(text):
                yield f"[{plain(text)}]"
            case ItemList(items):
                for item in items:
                    first, *rest = _lines(item.blocks, indent + "  ") or [""]
                    yield f"{indent}{item.label} {first.strip()}".rstrip() if item.label else first
                    yield from rest
            case Table():
                yield f"<table of {len(block.rows)}>"


def runs(document: Document) -> list[Run]:
    """Every run of the document's paragraphs and items, in order."""
    return list(_runs(document.blocks))


def _runs(blocks: Sequence[Block]) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, ItemList):
            for item in block.items:
                yield from _runs(item.blocks)
        elif isinstance(block, Paragraph) and not isinstance(block.text, str):
            yield from block.text


def footnotes(document: Document) -> list[tuple[str, str]]:
    """Every footnote: its mark and its text."""
    return [(run.text, plain(run.note)) for run in runs(document) if run.note is not None]
