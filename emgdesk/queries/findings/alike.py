"""People on one roster who may be one person."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.domain.folding import name_key
from emgdesk.importing.matching.duplicates import Pair, pairs_alike
from emgdesk.importing.snapshot import KnownEntity, KnownPerson

_SURE_ENOUGH = 0.75  # below this a pair is for whoever tidies the desk, not for whoever prints a list

_THESE = "IN (SELECT value FROM json_each(:ids))"
_PEOPLE = text(f"SELECT id, name, entity_id, given, family, title FROM person WHERE id {_THESE}")
_EMAILS = text(f"SELECT person_id, lower(email) FROM person_email WHERE person_id {_THESE}")
_KEYS = text(f"SELECT person_id, key FROM person_name WHERE person_id {_THESE}")
_TWO = text("SELECT one_id, other_id FROM two_people")


def read_pairs(
    session: Session, person_ids: Sequence[str], entities: Sequence[KnownEntity]
) -> tuple[Pair, ...]:
    """The pairs among these people that look alike and were not said to be two, the likeliest first."""
    ids = {"ids": json.dumps(sorted(set(person_ids)))}
    emails, keys = _grouped(session.execute(_EMAILS, ids)), _grouped(session.execute(_KEYS, ids))
    people = [
        KnownPerson(
            id=row[0], name=row[1], keys=keys.get(row[0], (name_key(row[1]),)), entity_id=row[2],
            emails=emails.get(row[0], ()), given=row[3], family=row[4], title=row[5],
        )
        for row in session.execute(_PEOPLE, ids)
    ]  # fmt: skip
    apart = {(row[0], row[1]) for row in session.execute(_TWO)}
    return tuple(pair for pair in pairs_alike(people, apart, entities) if pair.score >= _SURE_ENOUGH)


def _grouped(rows: Any) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for key, value in rows:
        groups[key].append(value)
    return {key: tuple(held) for key, held in groups.items()}
