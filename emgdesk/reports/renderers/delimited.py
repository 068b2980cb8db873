"""Rows to a CSV file that Excel opens right: UTF-8 with its mark, commas, no cell run as a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from emgdesk.reports.renderers.files import replacing

_PHONE = re.compile(r"\+[\d\s()./-]+")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]], path: Path) -> None:
    """Write `rows` under `header` to `path`, which is replaced only when the whole file stands.

    A text that a spreadsheet would run gets an apostrophe in front; telephone
    numbers and negative numbers stay as they are. OutputError if `path` cannot
    be written.
    """
    with replacing(path) as part, part.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([guarded(text) for text in header])
        writer.writerows([guarded(text) for text in row] for row in rows)


def guarded(text: str) -> str:
    """`text` as a cell that is read as text: "=1+1" -> "'=1+1"."""
    harmless = not text.startswith(("=", "+", "-", "@", "\t", "\r"))
    if harmless or _PHONE.fullmatch(text) or _NUMBER.fullmatch(text):
        return text
    return f"'{text}"
