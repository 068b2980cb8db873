"""Sheets to CSV that Excel opens right (UTF-8 with its mark, commas), and lines to plain text."""

import csv
from datetime import date, datetime, time
from io import StringIO
from pathlib import Path

from emgdesk.reports.renderers.files import replacing
from emgdesk.reports.sheets import Sheet, Value

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(sheet: Sheet, path: Path) -> None:
    """Write one sheet; a text a spreadsheet would take for a formula gets an apostrophe before it.

    Raises OutputError if the file cannot be written.
    """
    buffer = StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([guarded(column.header) for column in sheet.columns])
    writer.writerows([_text(value) for value in row] for row in sheet.rows)
    _write(path, "\ufeff" + buffer.getvalue())


def write_line(line: str, path: Path) -> None:
    """Write a line of plain text; raises OutputError if the file cannot be written."""
    _write(path, f"{line}\n")


def guarded(text: str) -> str:
    """`text`, made harmless for a spreadsheet."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _text(value: Value) -> str:
    if isinstance(value, str):
        return guarded(value.replace("\0", ""))
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat() if isinstance(value, date) else value.isoformat("minutes")
    return "" if value is None else str(value)


def _write(path: Path, text: str) -> None:
    with replacing(path) as part:
        part.write_bytes(text.encode("utf-8", "replace"))
