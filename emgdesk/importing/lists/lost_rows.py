"""Tables that lost their rows when they were copied out of a page, cell by cell."""

from itertools import pairwise

from emgdesk.importing.lists.entries import from_cells
from emgdesk.importing.lists.headings import heading
from emgdesk.importing.lists.lines import Line, read_line


def in_column(lines: list[tuple[int, tuple[str, ...]]]) -> list[Line] | None:
    """A table that lost its rows: number, name and entity each on a line of their own."""
    texts = [cells[0] if len(cells) == 1 else "" for _, cells in lines]
    at = [index for index, text in enumerate(texts) if text.isdigit() and len(text) < 5]
    if len(at) < 3 or len(at) * 4 < len(lines) or "" in texts:
        return None
    order = [int(texts[index]) for index in at]
    if sum(after == before + 1 for before, after in pairwise(order)) < len(order) // 3:
        return None
    found = [read_line(number, cells) for number, cells in lines[: at[0]]]
    for begin, end in zip(at, [*at[1:], len(lines)], strict=True):
        said = [(lines[index][0], texts[index]) for index in range(begin + 1, end)]
        kept = [text for _, text in said if not heading(text)]
        entries = tuple(from_cells((texts[begin], *kept[:2])))
        found.append(Line(lines[begin][0], (texts[begin], *kept), entries, "" if entries else "No name."))
        found += [Line(number, (text,), reason=heading(text)) for number, text in said if heading(text)]
    return found
