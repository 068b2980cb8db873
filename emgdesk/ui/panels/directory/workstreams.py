"""The workstreams of an entity or a person, as lines of the detail."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from emgdesk.domain.dates import written_date
from emgdesk.domain.terms import has_ended
from emgdesk.queries.memberships import InWorkstream, MemberRow
from emgdesk.ui.panels.directory.detail import Line

OF_WORKSTREAMS = ("membership", "workstream", "mandate_event")
"""The tables these lines are read from."""


def entity_lines(found: Sequence[InWorkstream]) -> list[Line]:
    """A line for each workstream of an entity, with its roles and whom it sent."""
    return _lines(found, whom="person")


def person_lines(found: Sequence[InWorkstream]) -> list[Line]:
    """A line for each workstream of a person, with the roles and the entity of each."""
    return _lines(found, whom="entity")


def _lines(found: Sequence[InWorkstream], whom: str) -> list[Line]:
    own: dict[str, list[InWorkstream]] = defaultdict(list)
    for one in found:
        own[one.member.workstream_id].append(one)
    lines = []
    for key, members in own.items():
        name, status = members[0].workstream, members[0].status
        text = name if status == "active" else f"{name} ({status or 'not begun'})"
        details = [role_words(one.member, getattr(one.member, whom)) for one in members]
        lines.append(Line(key, text, "\n".join(dict.fromkeys(details))))
    return lines


def role_words(row: MemberRow, beside: str) -> str:
    """A role with who is named beside it and the term: "Focal point Ines Calado, since May 2031"."""
    words = f"{row.role[:1].upper()}{row.role[1:]}{f' · {beside}' if beside else ''}"
    since, until = written_date(row.since), written_date(row.until)
    over = has_ended(row.until, date.today().isoformat())
    if since and until:
        term = f"{since} to {until}"
    else:
        term = f"since {since}" if since else f"until {until}" if until else ""
    return ", ".join(part for part in (words, "former" if over else "", term) if part)
