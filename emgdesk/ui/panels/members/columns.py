"""Members as the rows of one table, and the roles one can look at alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from emgdesk.domain.dates import written_date
from emgdesk.domain.folding import fold
from emgdesk.domain.statuses import MEMBERSHIPS
from emgdesk.domain.terms import has_ended, is_held
from emgdesk.importing.sheets.cell_dates import iso_period
from emgdesk.queries.memberships import MemberRow
from emgdesk.ui.models.columns import Column

ROLES = {"lead": "Lead", "co-chair": "Co-chair", "member": "Member", "focal point": "Focal point",
         "officer": "Officer"}  # fmt: skip
"""The roles of a workstream as the window writes them."""
MANY = {"lead": "Leads", "co-chair": "Co-chairs", "member": "Members", "focal point": "Focal points",
        "officer": "Officers"}  # fmt: skip
CURRENT, FORMER, AHEAD = "", "former", "to come"


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member in the table; `state` says whether it is one on the day in view."""

    id: str
    role: str
    entity_id: str | None
    entity: str
    person_id: str | None
    person: str
    since: str
    until: str
    note: str
    state: str
    named: str
    position: int


def member_lines(rows: Iterable[MemberRow], day: str) -> list[MemberLine]:
    """The rows as lines, `day` being the one in view (ISO)."""
    return [
        MemberLine(
            row.key, row.role, row.entity_id, row.entity, row.person_id, row.person, row.since, row.until,
            row.note, _state(row, day), row.named, row.position,
        )
        for row in rows
    ]  # fmt: skip


def _state(row: MemberRow, day: str) -> str:
    if is_held(row.since, row.until, day):
        return CURRENT
    return FORMER if has_ended(row.until, day) else AHEAD


def stored_day(text: str) -> str:
    """What was typed as a day, as it is stored; what is no day stays, so that it can be refused.

    >>> stored_day("May 2031"), stored_day("2 May 2031"), stored_day("soon")
    ('2031-05', '2031-05-02', 'soon')
    """
    first, last = iso_period(text.strip(), "dmy")
    return first if first and last in ("", first) else text.strip()


def shown(rows: Sequence[MemberLine], role: str, former: bool) -> list[MemberLine]:
    """The lines of a role ("" for all), with those that are none on the day in view or without them."""
    return [row for row in rows if role in ("", row.role) and (former or row.state == CURRENT)]


def _faint(row: MemberLine) -> str:
    return "muted" if row.state else ""


def _unknown(name: str, key: str | None, what: str) -> str:
    return f"{name}\nAs written: no {what} of the desk is surely meant" if name and key is None else name


COLUMNS = (
    Column(
        "role", "Role", 14, value=lambda row: ROLES[row.role], editable=True, editor="choice",
        choices=tuple(ROLES.values()), sort=lambda row: (MEMBERSHIPS.index(row.role), row.position),
        tone=_faint, strong=True, least=11,
    ),
    Column(
        "entity", "Entity", 20, editable=True, editor="suggest", tone=_faint, least=10,
        cell_tip=lambda row: _unknown(row.entity, row.entity_id, "entity"),
        tip="Acronym, or the name as written",
    ),
    Column(
        "person", "Person", 26, editable=True, editor="suggest", tone=_faint, least=12,
        cell_tip=lambda row: _unknown(row.person, row.person_id, "person"),
        tip="Who acts for the entity, or the person alone",
    ),
    Column(
        "since", "Since", 15, value=lambda row: written_date(row.since), sort=lambda row: row.since,
        editable=True, tone=_faint, least=9, tip="A day, a month or a year: 2026-05-28, 2026-05, 2026",
    ),
    Column(
        "until", "Until", 15, value=lambda row: written_date(row.until),
        sort=lambda row: row.until or "9999", editable=True, tone=_faint, least=9,
        tip="The last day, month or year; empty as long as it is open",
    ),
    Column("note", "Note", 24, editable=True, tone=_faint, least=8),
    Column("state", "Now", 10, tone=_faint, sort=lambda row: fold(row.state), searched=False, least=7),
)  # fmt: skip
