"""The text of a document's blocks as lines, one a paragraph, in reading order: what two issues differ in."""

from collections.abc import Iterable, Iterator

from emgdesk.reports.blocks import (
    Block,
    Cards,
    Cell,
    Chart,
    Document,
    DocumentTitle,
    EntryColumns,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Part,
    Table,
    Text,
    TitleBlock,
    plain,
)


def text_lines(document: Document) -> tuple[str, ...]:
    """A line for each paragraph, heading, item, entry and table row of `document`.

    A label stands before the text and a tab. Cells of a row are separated by " | "; a footnote stands
    after its paragraph, labelled "[3]". Empty lines are left out.
    """
    return tuple(filter(None, map(_tidy, _of(document.blocks))))


def _tidy(line: str) -> str:
    label, _, text = line.rpartition("\t")
    text = " ".join(text.split())
    return f"{label.strip()}\t{text}" if label.strip() else text


def _labelled(label: str, text: str) -> str:
    return f"{label}\t" + " ".join(text.split())


def _of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case TitleBlock():
            yield from (*block.group_lines, *block.left, *block.right)
        case Part():
            yield block.title
        case DocumentTitle():
            yield from (block.title, block.subtitle)
        case Heading():
            yield _labelled(block.label, block.text)
        case Paragraph() | Note():
            label = block.label if isinstance(block, Paragraph) else ""
            yield _labelled(label, plain(block.text))
            yield from _notes(block.text)
        case ItemList():
            yield from _items(block)
        case EntryColumns():
            yield from _entries(block)
        case Table():
            yield from _table(block)
        case Cards():
            for card in block.cards:
                yield " | ".join(text.text for text in card.texts)
        case Chart():
            yield from _chart(block)
        case _:  # a page break
            pass


def _items(items: ItemList) -> Iterator[str]:
    for item in items.items:
        own = [line for line in _of(item.blocks) if line.strip()]
        label, _, text = (own[0] if own else "").rpartition("\t")
        yield _labelled(" ".join(part for part in (item.label, label) if part), text)
        yield from own[1:]


def _entries(columns: EntryColumns) -> Iterator[str]:
    for group in columns.groups:
        yield group.heading
        for entry in group.entries:
            yield _labelled(entry.label, "; ".join((entry.text, *entry.details)))


def _table(table: Table) -> Iterator[str]:
    yield " | ".join(column.header for column in table.columns) if table.has_header else ""
    for row in table.rows:
        yield " | ".join(cell_line(cell) for cell in row)
        for cell in row:
            if _is_text(cell):
                yield from _notes(cell)  # type: ignore[arg-type]


def cell_line(cell: Cell) -> str:
    """What a cell holds as one line."""
    if _is_text(cell):
        return plain(cell).replace("\t", " ")  # type: ignore[arg-type]
    return " ".join(" ".join(line.split()) for line in _of(cell) if line.strip())  # type: ignore[arg-type]


def _is_text(cell: Cell) -> bool:
    return isinstance(cell, str) or all(hasattr(part, "note") for part in cell)


def _notes(text: Text) -> Iterator[str]:
    for run in text if not isinstance(text, str) else ():
        if run.note is not None:
            yield _labelled(f"[{run.text}]", plain(run.note))


def _chart(chart: Chart) -> Iterator[str]:
    yield chart.title
    for at, category in enumerate(chart.categories):
        yield " | ".join((category, *(f"{series.name} {series.values[at]:g}" for series in chart.series)))
