"""The columns of the quick update: what is known at the left, what is typed at the right."""

from emgdesk.domain.statuses import TASK_STATUSES
from emgdesk.ui.models.columns import Column
from emgdesk.ui.panels.quick_update.reading import UpdateRow

_KEYS = ", ".join(f"{word[0].upper()} {word}" for word in TASK_STATUSES)


def _place_tip(row: UpdateRow) -> str:
    due = f"{'Overdue: due' if row.overdue else 'Due'} {row.due}" if row.due else ""
    return "\n".join(part for part in (row.place, due) if part)


COLUMNS = (
    Column("place", "Workstream", 15, least=9, cell_tip=_place_tip),
    Column("task", "Task", 27, least=14, cell_tip=lambda row: row.task),
    Column("last", "Last said", 28, least=18, cell_tip=lambda row: row.last),
    Column(
        "status", "Status", 13, least=11, editable=True, editor="choice", choices=("", *TASK_STATUSES),
        tip=f"By its first letter: {_KEYS}; = for no change",
    ),
    Column("text", "Progress", 32, least=15, editable=True, tip="What was done; Ctrl+Enter for a long text"),
    Column("next_steps", "Next steps", 22, least=12, editable=True, tip="What comes next"),
)  # fmt: skip
TYPED = ("status", "text", "next_steps")
"""Columns one writes in, left to right."""
