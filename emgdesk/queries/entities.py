"""The entities of the Group: members, observers, guests, the secretariat."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity; `people` are those in it today, `meetings` those it sat at."""

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


_ENTITIES = text(
    """
    SELECT e.id, e.acronym, e.full_name, e.status, e.parent_id, coalesce(p.acronym, ''), e.unsure,
           (SELECT count(*) FROM person h WHERE h.entity_id = e.id),
           (SELECT count(DISTINCT r.meeting_id) FROM participation r WHERE r.entity_id = e.id)
    FROM entity e LEFT JOIN entity p ON p.id = e.parent_id ORDER BY e.acronym COLLATE NOCASE
    """
)


def list_entities(session: Session) -> tuple[EntityRow, ...]:
    """All entities by acronym."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for entity_id, name in session.execute(text("SELECT entity_id, name FROM entity_alias ORDER BY id")):
        aliases[entity_id].append(name)
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
        )
        for row in session.execute(_ENTITIES)
    )
