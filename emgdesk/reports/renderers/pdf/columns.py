"""Long lists of entries in one, two or three columns, page after page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from emgdesk.reports.blocks import Entry, EntryColumns
from emgdesk.reports.renderers.pdf.bands import Band, Mark, stacked, text_bands, text_mark
from emgdesk.reports.renderers.pdf.pages import Pages
from emgdesk.reports.renderers.pdf.text.lines import Typesetter
from emgdesk.reports.renderers.pdf.theme import (
    COLUMN_GAP,
    DETAIL,
    ENTRY,
    GROUP_HEADING,
    PARAGRAPH_SPACE,
)

_LABEL_GAP = 7.0
_DETAIL_SPACE = 3.0
_GROUP_SPACE = 9.0


def place_columns(block: EntryColumns, setter: Typesetter, pages: Pages) -> None:
    """Set the entries and let them flow down one column after the other; the last page is balanced.

    Entries are set as pages need them, so a long list never stands in memory as marks.
    """
    width = (pages.width - COLUMN_GAP * (block.columns - 1)) / block.columns
    rights = [(width + COLUMN_GAP) * column for column in range(block.columns)]
    source = _chunks(_bands(block, setter, width), pages.height)
    waiting: list[list[Band]] = []
    above = PARAGRAPH_SPACE
    while _draw(waiting, source, pages.height * block.columns):
        if not above:
            pages.break_page()
        pages.reserve(stacked(waiting[0]) + above)
        pages.space(above)
        filled, end = _fill(waiting, pages.room, block.columns)
        pages.put_beside([(right, column) for right, column in zip(rights, filled, strict=True)])
        del waiting[:end]
        above = 0.0


def _draw(waiting: list[list[Band]], source: Iterator[list[Band]], most: float) -> bool:
    """Have more than a page of chunks waiting, if there are as many; whether any are left."""
    height = sum(stacked(chunk) for chunk in waiting)
    while height <= most:
        chunk = next(source, None)
        if chunk is None:
            break
        waiting.append(chunk)
        height += stacked(chunk)
    return bool(waiting)


def _bands(block: EntryColumns, setter: Typesetter, width: float) -> Iterator[Band]:
    labels = [entry.label for group in block.groups for entry in group.entries]
    widest = max(
        (line.width for label in _longest(labels) for line in setter.lines(label, ENTRY, width)), default=0
    )
    indent = widest + _LABEL_GAP if widest else 0.0
    detailed = any(entry.details for group in block.groups for entry in group.entries)
    before = _DETAIL_SPACE if detailed else 0.0
    for group in block.groups:
        if group.heading:
            lines = setter.lines(group.heading, GROUP_HEADING, width)
            heading = text_bands(lines, GROUP_HEADING, width, before=_GROUP_SPACE)
            yield from (replace(band, keep=True) for band in heading)
        for entry in group.entries:
            yield from _entry(entry, setter, width, indent, before)


def _longest(labels: Sequence[str]) -> list[str]:
    """One label of each length, the widest among them (digits are of one width)."""
    return list({len(label): label for label in labels if label}.values())


def _entry(entry: Entry, setter: Typesetter, width: float, indent: float, before: float) -> list[Band]:
    texts = [(entry.text, ENTRY), *((detail, DETAIL) for detail in entry.details)]
    setter.whose = entry.text if entry.details else ""
    marks: list[tuple[float, Mark]] = [
        (style.leading, text_mark(line, style, width, indent))
        for text, style in texts
        for line in setter.lines(text, style, width - indent)
    ]
    setter.whose = ""
    last = len(marks) - 1
    bands = [
        Band(height, (mark,), 0.0 if index else before, keep=index < last)
        for index, (height, mark) in enumerate(marks)
    ]
    if entry.label and bands:
        (label,) = setter.lines(entry.label, ENTRY, width)
        mark = text_mark(label, ENTRY, indent - _LABEL_GAP, right=True)
        bands[0] = Band(bands[0].height, (mark, *bands[0].marks), bands[0].before, bands[0].keep)
    return bands


def _chunks(bands: Iterable[Band], most: float) -> Iterator[list[Band]]:
    """What no column end divides, unless it is longer than a page."""
    chunk: list[Band] = []
    for band in bands:
        if chunk and stacked(chunk) + band.before + band.height > most:
            yield chunk
            chunk = []
        chunk.append(band)
        if not band.keep:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _fill(chunks: Sequence[list[Band]], height: float, columns: int) -> tuple[list[list[Band]], int]:
    """The columns of this page, and how many of `chunks` they hold; evenly filled if they hold all."""
    filled, end = _greedy(chunks, height, columns)
    if end < len(chunks) or columns == 1:
        return filled, end
    low, high = 0.0, height
    while high - low > 1.0:
        middle = (low + high) / 2
        tried, reached = _greedy(chunks, middle, columns)
        if reached == len(chunks):
            filled, high = tried, middle
        else:
            low = middle
    return filled, end


def _greedy(chunks: Sequence[list[Band]], height: float, columns: int) -> tuple[list[list[Band]], int]:
    filled: list[list[Band]] = []
    end = 0
    for _ in range(columns):
        column: list[Band] = []
        used = 0.0
        while end < len(chunks):
            chunk = chunks[end]
            needed = stacked(chunk) + (chunk[0].before if column else 0.0)
            if used + needed > height + 0.01:
                break
            column.extend(chunk)
            used += needed
            end += 1
        filled.append(column)
    return filled, end
