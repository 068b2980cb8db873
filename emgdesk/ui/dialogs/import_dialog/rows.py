"""The rows of the preview table, each with its verdict, its match and what it does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from emgdesk.importing.plan import PlanRow
from emgdesk.ui.dialogs.import_dialog.wording import VERDICTS, action_words, lacks_entity
from emgdesk.ui.models.columns import Column

NO_ENTITY = "no entity"
_ORDER = {verdict: at for at, verdict in enumerate(VERDICTS)}


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A planned row as the table shows it; `known_as` names who it is or may be."""

    id: str
    plan: PlanRow
    verdict: str
    row: int
    name: str
    entity: str
    known_as: str
    what: str


def view_row(row: PlanRow) -> ViewRow:
    """The shown form of one planned row."""
    return ViewRow(
        str(row.row),
        row,
        VERDICTS[row.verdict],
        row.row,
        row.name,
        _entity(row),
        _known_as(row),
        action_words(row),
    )


def view_rows(rows: Iterable[PlanRow]) -> list[ViewRow]:
    """All rows, what needs the user first, each kind in the order of the file."""
    return [view_row(row) for row in sorted(rows, key=lambda row: (_ORDER[row.verdict], row.row))]


def changed_rows(before: Sequence[PlanRow], after: Sequence[PlanRow]) -> dict[str, ViewRow]:
    """The shown form of the rows that a decision planned anew."""
    old = {row.row: row for row in before}
    return {str(row.row): view_row(row) for row in after if old.get(row.row) is not row}


def _entity(row: PlanRow) -> str:
    if lacks_entity(row):
        return NO_ENTITY
    known = row.entity_acronym
    return f"{row.entity} → {known}" if known and row.entity and known != row.entity else row.entity or known


def _known_as(row: PlanRow) -> str:
    if row.person_name:
        return row.person_name
    if row.verdict == "possible" and row.candidates:
        more = len(row.candidates) - 1
        return f"{row.candidates[0].name}?" + (f" +{more}" if more else "")
    return ""


COLUMNS = (
    Column("verdict", "Verdict", width=12, searched=False, sort=lambda r: (_ORDER[r.plan.verdict], r.row)),
    Column("row", "Row", width=6, align="right"),
    Column("name", "Name in the file", width=26, strong=True),
    Column(
        "entity",
        "Entity",
        width=18,
        tone=lambda r: "warn" if r.entity and not r.plan.entity_id and r.plan.record else "",
    ),
    Column("known_as", "On the desk", width=24),
    Column("what", "What happens", width=16, cell_tip=lambda r: r.what, stretch=True),
)
