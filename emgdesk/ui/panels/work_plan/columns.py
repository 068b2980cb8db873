"""The columns of the work plan, and the fields several tasks can be given at once."""

from emgdesk.domain.dates import written_date
from emgdesk.ui.models.columns import Column

COLUMNS = (
    Column("text", "Task", width=30, value=lambda row: f"{row.text} {row.source_words}".strip()),
    Column(
        "progress",
        "Progress",
        width=40,
        value=lambda row: " ".join(f"{e.status} {e.text}" for e in row.entries),
    ),
    Column("next_steps", "Next steps", width=28),
    Column("responsible", "Responsible", width=13, editable=True, editor="several"),
    Column(
        "due", "Due", width=11, editable=True, editor="suggest", tip="A day, a month, or a SOM: SOM 29",
        cell_tip=lambda row: f"Overdue: it was due {written_date(row.due)}" if row.overdue else "",
    ),
)  # fmt: skip
SEVERAL = (
    *COLUMNS[3:],
    Column("source", "Source", editable=True),
    Column("since", "In the work plan since", editable=True, editor="date"),
    Column("until", "Left it on", editable=True, editor="date"),
)
"""What can be given to several tasks."""
