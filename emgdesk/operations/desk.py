"""What a new desk holds before anybody typed a word: the shipped list of entities."""

import csv

from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, EntityAlias, EntityDomain
from emgdesk.operations.marking import operation
from emgdesk.paths import resources


@operation
def seed_entities(session: Session, /) -> int:
    """Fill an empty desk with the shipped entities and aliases; returns how many entities."""
    with (resources() / "entities.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    made = {row["acronym"]: Entity(**_entity(row)) for row in rows}
    session.add_all(made.values())
    session.flush()
    for row in rows:
        entity = made[row["acronym"]]
        if row["parent"]:
            entity.parent_id = made[row["parent"]].id
        names = [name.strip() for name in row["aliases"].split("|") if name.strip()]
        session.add_all(EntityAlias(entity_id=entity.id, name=name) for name in names)
        domains = row["domains"].lower().replace("|", " ").split()
        session.add_all(EntityDomain(entity_id=entity.id, domain=domain) for domain in domains)
    session.flush()
    return len(made)


def _entity(row: dict[str, str]) -> dict[str, object]:
    return {
        "acronym": row["acronym"],
        "full_name": row["full_name"],
        "status": row["status"],
        "unsure": int(row["unsure"] == "yes"),
    }
