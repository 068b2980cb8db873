"""The entities of the Group: members, observers, guests, the secretariat."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.domain.counting import wholes


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity; `people` are those in it today, `meetings` those it sat at.

    `domains` are those of its e-mail addresses, lower case; with `counts_as_parent` it is no
    body of its own where bodies are counted.
    """

    id: str
    acronym: str
    full_name: str
    status: str
    parent_id: str | None
    parent: str
    aliases: tuple[str, ...]
    unsure: bool
    people: int
    meetings: int
    domains: tuple[str, ...] = ()
    counts_as_parent: bool = False


_ENTITIES = text(
    """
    SELECT e.id, e.acronym, e.full_name, e.status, e.parent_id, coalesce(p.acronym, ''), e.unsure,
           (SELECT count(*) FROM person h WHERE h.entity_id = e.id),
           (SELECT count(DISTINCT r.meeting_id) FROM participation r WHERE r.entity_id = e.id),
           e.counts_as_parent
    FROM entity e LEFT JOIN entity p ON p.id = e.parent_id ORDER BY e.acronym COLLATE NOCASE
    """
)


def list_entities(session: Session) -> tuple[EntityRow, ...]:
    """All entities by acronym."""
    aliases = _grouped(session, "SELECT entity_id, name FROM entity_alias ORDER BY id")
    domains = _grouped(session, "SELECT entity_id, domain FROM entity_domain ORDER BY id")
    return tuple(
        EntityRow(
            id=row[0],
            acronym=row[1],
            full_name=row[2],
            status=row[3],
            parent_id=row[4],
            parent=row[5],
            aliases=tuple(aliases.get(row[0], ())),
            unsure=bool(row[6]),
            people=row[7],
            meetings=row[8],
            domains=tuple(domains.get(row[0], ())),
            counts_as_parent=bool(row[9]),
        )
        for row in session.execute(_ENTITIES)
    )


def _grouped(session: Session, sql: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for entity_id, value in session.execute(text(sql)):
        groups[entity_id].append(value)
    return groups


class CountedAs(NamedTuple):
    """The body an entity is counted as, and how both are called."""

    whole_id: str
    acronym: str
    whole: str

    @property
    def pair(self) -> tuple[str, str]:
        """The entity and the body it is counted with: ("SUN", "UNEP")."""
        return self.acronym, self.whole


def counted_as(session: Session) -> dict[str, CountedAs]:
    """The entities that are no bodies of their own where bodies are counted, by key."""
    names: dict[str, str] = {}
    parents: dict[str, str] = {}
    rows = session.execute(text("SELECT id, acronym, parent_id, counts_as_parent FROM entity"))
    for key, acronym, parent_id, counts in rows:
        names[key] = acronym
        if counts and parent_id:
            parents[key] = parent_id
    return {key: CountedAs(whole, names[key], names[whole]) for key, whole in wholes(parents).items()}


def counted_with(session: Session) -> tuple[tuple[str, str], ...]:
    """(entity, the body it is counted with) by acronym, for what is to be said beside counts."""
    return tuple(sorted(one.pair for one in counted_as(session).values()))
