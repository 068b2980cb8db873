"""The columns of the deliverables, and their stages in words."""

from emgdesk.domain.dates import written_date
from emgdesk.domain.numbering import counted
from emgdesk.domain.statuses import ENDORSED
from emgdesk.queries.deliverables import DeliverableRow, StageRow
from emgdesk.ui.models.columns import Column
from emgdesk.ui.widgets.timeline import Happened

KINDS = ("report", "guidance", "tool", "database", "training", "statement", "strategy", "website")
SIGNS = {
    "draft": ("empty", "muted"),
    "comments": ("half", "accent"),
    "final": ("full", "accent"),
    ENDORSED: ("check", "good"),
    "launched": ("diamond", "good"),
}


def stage_words(stage: StageRow) -> str:
    """A stage in words: "endorsed by SOM31 senior"."""
    if stage.stage == ENDORSED and stage.meeting:
        return f"{stage.stage} by {stage.meeting}"
    return f"{stage.stage} ({stage.meeting})" if stage.meeting else stage.stage


def stages_line(row: DeliverableRow) -> str:
    """All stages as one line, the newest first."""
    said = (f"{stage_words(one)} {written_date(one.date)}".strip() for one in reversed(row.stages))
    line = " ← ".join(said)
    return line[:1].upper() + line[1:]


def happened(stage: StageRow) -> Happened:
    """A stage as a point of the line."""
    sign, tone = SIGNS.get(stage.stage, ("empty", "muted"))
    words = stage_words(stage)
    day = written_date(stage.date) or "no date"
    return Happened(stage.id, sign, tone, words[:1].upper() + words[1:], day, stage.note)


def _reserved(row: DeliverableRow) -> str:
    return counted(len(row.reservations), "reservation", "reservations") if row.reservations else ""


NO_WORKSTREAM = "(none)"
COLUMNS = (
    Column("title", "Title", 34, editable=True, strong=True, least=18, cell_tip=lambda row: row.title),
    Column("edition", "Edition", 11, editable=True, least=7),
    Column("kind", "Kind", 11, editable=True, editor="suggest", least=8),
    Column(
        "stages", "Stage", 26, value=stages_line, least=14, cell_tip=stages_line,
        tip="The stages it reached, the newest first",
    ),
    Column("entities", "Entities", 18, editable=True, editor="several", least=10, tip="Who contributes"),
    Column(
        "web_address", "Web address", 18, editable=True, least=9, shown=False,
        cell_tip=lambda row: row.web_address,
    ),
    Column("reserved", "Reservations", 12, value=_reserved, shown=False, tone=lambda _row: "warn"),
)  # fmt: skip
COLUMNS_OF_ALL = (
    *COLUMNS[:1],
    Column(
        "workstream", "Workstream", 22, editable=True, editor="suggest", least=12, blank=NO_WORKSTREAM,
        cell_tip=lambda row: row.workstream,
    ),
    *COLUMNS[1:],
)  # fmt: skip
