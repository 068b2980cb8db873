"""Tables that stand side by side in one sheet: the same columns twice or more in every row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from emgdesk.importing.sheets.header_words import fields_of, names_people, phrase
from emgdesk.importing.sheets.headers import Table, header_texts, unique_labels
from emgdesk.importing.tables import RawSheet


def side_by_side(table: Table) -> tuple[Table, ...]:
    """The parts of a table whose header repeats the same columns ("No | Name | Entity" twice a row).

    The rows of the second part are counted on from the last row of the sheet, as if that part stood below.
    """
    blocks = blocks_of(table.labels if table.header is None else header_texts(table.sheet.rows[table.header]))
    if table.header is None or len(blocks) < 2:
        return (table,)
    return tuple(_block(table, *block, order) for order, block in enumerate(blocks))


def blocks_of(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The column ranges that repeat the same headers, a column of names in each; [] for none."""
    plain = [phrase(text) if text else "" for text in texts]
    names = [at for at, text in enumerate(texts) if text and any(map(names_people, fields_of(text)[:1]))]
    if not names:
        return []
    first = names[0]
    again = [at for at in range(first + 1, len(plain)) if plain[at] == plain[first]]
    if not again:
        return []
    period = again[0] - first
    start = first
    while (
        start and plain[start - 1] and plain[start - 1 : start] == plain[start - 1 + period : start + period]
    ):
        start -= 1
    pattern = plain[start : start + period]
    blocks = []
    for left in range(start, len(plain), period):
        if not _repeats(pattern, plain[left : left + period]):
            break
        blocks.append((left, left + period))
    columns = sum(map(bool, pattern))
    return blocks if len(blocks) > 1 and columns > 1 else []


def _repeats(pattern: Sequence[str], texts: Sequence[str]) -> bool:
    filled = [text for text in pattern if text]
    return [text for text in texts if text] == filled


def _block(table: Table, left: int, right: int, order: int) -> Table:
    sheet = table.sheet
    header = table.header or 0
    span = sheet.numbers[-1] - sheet.numbers[table.first] + 1 if table.first < len(sheet.numbers) else 0
    shift = order * span
    rows = [sheet.rows[header][left:right]]
    numbers = [sheet.numbers[header]]
    repeated = set()
    for index in range(table.first, table.last):
        cells = sheet.rows[index][left:right]
        if index in table.repeated:
            if order:
                continue
            repeated.add(len(rows))
        if any(cell not in (None, "") for cell in cells):
            rows.append(cells)
            numbers.append(sheet.numbers[index] + shift)
    texts = header_texts(rows[0])
    links = {(row + shift, at - left): link for (row, at), link in sheet.links.items() if left <= at < right}
    cut = RawSheet(
        sheet.name, tuple(numbers), tuple(rows), sheet.hidden, links=links,
        merges=tuple(_merges(sheet, left, right, shift)),
        uncalculated=tuple((row + shift, at - left) for row, at in sheet.uncalculated if left <= at < right),
    )  # fmt: skip
    labels = unique_labels(texts, len(texts))
    again = frozenset(repeated)
    return replace(
        table,
        sheet=cut,
        header=0,
        labels=labels,
        first=1,
        last=len(rows),
        repeated=again,
        left=left,
        shift=shift,
    )


def _merges(sheet: RawSheet, left: int, right: int, shift: int) -> Iterator[tuple[int, int, int, int]]:
    for top, first, bottom, last in sheet.merges:
        if left <= first and last < right:
            yield top + shift, first - left, bottom + shift, last - left
