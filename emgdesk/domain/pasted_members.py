"""Members of a workstream copied from a document, a mail or a spreadsheet."""

from dataclasses import dataclass

from emgdesk.domain.entity_lists import split_entities
from emgdesk.domain.folding import words
from emgdesk.domain.statuses import MEMBERSHIPS
from emgdesk.domain.terms import is_day_month_or_year

_ROLES = {
    "leads": "lead", "lead agency": "lead", "lead entity": "lead", "leading": "lead", "chair": "lead",
    "cochair": "co-chair", "co chairs": "co-chair", "co lead": "co-chair", "members": "member",
    "participant": "member", "focal points": "focal point", "focalpoint": "focal point",
    "contact": "focal point", "responsible officer": "officer", "secretariat officer": "officer",
}  # fmt: skip
_HEADS = {
    "role": "role", "entity": "entity", "organization": "entity", "organisation": "entity",
    "agency": "entity", "person": "person", "name": "person", "focal point": "person", "since": "since",
    "from": "since", "until": "until", "to": "until", "note": "note", "notes": "note",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PastedMember:
    """One member; `written` where it is not told whether that is an entity or a person."""

    written: tuple[str, ...] = ()
    role: str = ""
    entity: str = ""
    person: str = ""
    since: str = ""
    until: str = ""
    note: str = ""


def member_role(text: str) -> str:
    """One of the roles in a workstream, "" for anything else: "Leads" -> "lead".

    >>> member_role("Co-Chair"), member_role("Focal points"), member_role("UNEP")
    ('co-chair', 'focal point', '')
    """
    plain = " ".join(words(text))
    own = {" ".join(words(role)): role for role in MEMBERSHIPS}
    return own.get(plain) or _ROLES.get(plain, "")


def parse_members(text: str) -> tuple[PastedMember, ...]:
    """The members of a pasted text: "UNEP, WHO and FAO", a name a line, or rows of a table.

    >>> [one.written for one in parse_members("UNEP, WHO and FAO")]
    [('UNEP',), ('WHO',), ('FAO',)]
    """
    if "\t" not in text:
        return tuple(PastedMember((name,)) for name in split_entities(text))
    rows = [[cell.strip() for cell in line.split("\t")] for line in text.splitlines() if line.strip()]
    heads = [_HEADS.get(" ".join(words(cell)), "") for cell in rows[0]]
    if sum(map(bool, heads)) > 1:
        found = [_by_heads(heads, row) for row in rows[1:]]
    else:
        found = [_by_cells(row) for row in rows]
    return tuple(one for one in found if one.written or one.entity or one.person)


def _by_heads(heads: list[str], row: list[str]) -> PastedMember:
    told: dict[str, str] = {}
    for head, cell in zip(heads, row, strict=False):
        if head and cell:
            told.setdefault(head, cell)
    return PastedMember(**{**told, "role": member_role(told.get("role", ""))})  # type: ignore[arg-type]


def _by_cells(row: list[str]) -> PastedMember:
    """Cells without a head: a role and dates are known by what they say, one or two names by being left."""
    role, dates, rest = "", [], []
    for cell in filter(None, row):
        if not role and member_role(cell):
            role = member_role(cell)
        elif is_day_month_or_year(cell):
            dates.append(cell)
        else:
            rest.append(cell)
    since, until = (*dates, "", "")[:2]
    return PastedMember(tuple(rest[:2]), role, since=since, until=until, note="; ".join(rest[2:]))
