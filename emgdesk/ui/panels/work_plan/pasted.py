"""Tasks as rows of a spreadsheet: read from what was copied there, and written for it."""

import csv
import io
from collections.abc import Sequence

from emgdesk.ui.panels.work_plan.reading import TaskLine
from emgdesk.ui.widgets.clipboard import as_tsv

_FIELDS = {
    1: ("text",),
    2: ("text", "responsible"),
    3: ("text", "responsible", "due"),
    4: ("text", "responsible", "due", "next_steps"),
}
_COPIED = ("text", "progress", "next_steps", "responsible", "due")
_HEADER = ("Task", "Progress", "Next steps", "Responsible", "Due")


def pasted_tasks(text: str) -> list[dict[str, str]]:
    """The fields of a task for each row: task, responsible, due, next steps, as far as there are columns.

    Rows as `copied_tasks` writes them are read as such; its header and rows without a task are passed over.
    """
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), dialect="excel-tab")]
    wide = max((len(row) for row in rows), default=0)
    names = _FIELDS.get(wide, _COPIED)
    made = []
    for row in rows:
        fields = {name: cell for name, cell in zip(names, row, strict=False) if name != "progress"}
        if fields.get("text") and fields["text"] != _HEADER[0]:
            made.append(fields)
    return made


def copied_tasks(lines: Sequence[TaskLine]) -> str:
    """Tasks with their last progress, for a spreadsheet."""
    cells = [(one.text, _last(one), one.next_steps, one.responsible, one.due) for one in lines]
    return as_tsv(cells, _HEADER if len(lines) > 1 else ())


def _last(line: TaskLine) -> str:
    if not line.entries:
        return ""
    entry = line.entries[-1]
    return ": ".join(part for part in (entry.status.capitalize(), entry.text) if part)
