"""Rows as text that Excel, Calc and Word take apart into cells again."""

import csv
import io
from collections.abc import Iterable, Sequence

from emgdesk.ui.models.columns import shown_text


def as_tsv(rows: Iterable[Sequence[object]], header: Sequence[str] = ()) -> str:
    """Cells separated by tabs, rows by line ends; cells holding either are quoted."""
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    if header:
        writer.writerow(header)
    for row in rows:
        writer.writerow([shown_text(cell) for cell in row])
    return out.getvalue()
