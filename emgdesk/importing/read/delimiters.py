"""Which character separates the cells of a text table, told by the shape of its lines."""

import csv
import io
from collections import Counter
from itertools import islice

_DELIMITERS = "\t;|,"
_SAMPLE_CHARACTERS = 200_000
_RECORDS = 500
_SHARE = {"\t": 0.3}  # of the lines that must hold a delimiter; a tab is hardly ever anything else
_OTHER_SHARE = 0.5
_WEIGHT = {"\t": 4.0}
_UNCLEAN = 0.2


def delimiter_of(text: str) -> str | None:
    """What separates the cells; None when every line is one cell.

    The first lines are split by each candidate in turn. Real delimiters give many
    cells in rows of few different widths: titles above the table and second tables
    below it are borne, commas in prose, names and times do not count for much.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    best = _best(sample, quoted=True)
    if best is None and '"' in sample:  # an unclosed quotation mark hides every delimiter behind it
        best = _best(sample, quoted=False)
    return best


def _best(sample: str, quoted: bool) -> str | None:
    scores = {delimiter: _score(sample, delimiter, quoted) for delimiter in _DELIMITERS}
    best = max(scores, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > 0 else None


def _score(sample: str, delimiter: str, quoted: bool) -> float:
    if delimiter not in sample:
        return 0
    widths = _widths(sample, delimiter, quoted)
    split = sum(width > 1 for width in widths)
    if not split or split < len(widths) * _SHARE.get(delimiter, _OTHER_SHARE):
        return 0
    counts = Counter(widths)
    evenness = sum(count * count for count in counts.values()) / len(widths) ** 2
    borders = sum(count * (width - 1) for width, count in counts.items())
    clean = 1.0 if not quoted or _is_cleanly_quoted(sample, delimiter) else _UNCLEAN
    return borders * evenness * clean * _WEIGHT.get(delimiter, 1.0)


def _is_cleanly_quoted(sample: str, delimiter: str) -> bool:
    """Whether every closing quotation mark ends its cell, as it hardly does for a wrong delimiter."""
    try:
        for _ in islice(
            csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True), _RECORDS
        ):
            pass
    except csv.Error:
        return False
    return True


def _widths(sample: str, delimiter: str, quoted: bool) -> list[int]:
    rows = csv.reader(
        io.StringIO(sample, newline=""),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )
    return [len(row) for row in islice(rows, _RECORDS) if any(cell.strip() for cell in row)]
