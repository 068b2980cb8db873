"""The columns of notes and of follow-ups."""

from emgdesk.domain.dates import written_date
from emgdesk.domain.report_texts import EVERY_MEETING, FOLLOW_UP_STATUSES, INTERVENTIONS, NEXT_MEETING
from emgdesk.queries.follow_ups import FollowUpRow
from emgdesk.ui.models.columns import Column

NOTES = (
    Column("at", "Time", 8, editable=True, tip="When it was said, as 15:20"),
    Column("item", "Item", 8, tip="The item of the agenda", cell_tip=lambda row: row.item_title),
    Column("speaker", "Speaker", 24, editable=True, editor="suggest", least=12, strong=True),
    Column("entity", "Entity", 14, editable=True, editor="suggest", least=8),
    Column("kind", "Kind", 12, editable=True, editor="choice", choices=INTERVENTIONS),
    Column("gist", "What was said", 50, editable=True, least=20, cell_tip=lambda row: row.gist),
    Column(
        "written", "Report", 10, value=lambda row: "written" if row.written else "", searched=False,
        tone=lambda row: "good" if row.written else "", tip="Whether it is a paragraph of the report",
    ),
)  # fmt: skip

DUE = (NEXT_MEETING, EVERY_MEETING)
_TONES = {"open": "warn", "done": "good", "dropped": ""}


def _due(row: FollowUpRow) -> str:
    return row.due if row.due in DUE else written_date(row.due)


FOLLOW_UPS = (
    Column("who", "Who owes it", 20, editable=True, editor="suggest", strong=True, least=10),
    Column("whom", "To whom", 18, editable=True, editor="suggest", least=8),
    Column("what", "What", 46, editable=True, least=20, cell_tip=lambda row: row.what),
    Column(
        "due", "Due", 16, value=_due, sort=lambda row: row.due, editable=True, editor="suggest",
        tip="A day such as 2026-05-28, “next meeting” or “every meeting”",
    ),
    Column(
        "status", "Status", 10, editable=True, editor="choice", choices=FOLLOW_UP_STATUSES,
        tone=lambda row: _TONES.get(row.status, ""),
    ),
    Column("meeting", "Since", 18, tip="The meeting where it arose"),
    Column("answer", "Answered by", 36, editable=True, least=14, cell_tip=lambda row: row.answer),
    Column(
        "answered_on", "On", 14, value=lambda row: written_date(row.answered_on),
        sort=lambda row: row.answered_on, editable=True, editor="date",
    ),
)  # fmt: skip
