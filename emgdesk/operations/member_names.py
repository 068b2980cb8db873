"""Whom a written name means: an entity or a person of the desk where that is sure."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, EntityAlias, Person, PersonName
from emgdesk.domain.entity_names import entity_key, in_brackets
from emgdesk.domain.folding import fold, name_key
from emgdesk.domain.people import tidy
from emgdesk.importing.names.displayed import looks_like_entity, take_apart
from emgdesk.operations.entity import entity_names

OF_ENTITIES = frozenset(("lead", "co-chair", "member"))
"""Roles in which a name nobody knows is that of an entity; in the others it is that of a person."""


@dataclass(frozen=True, slots=True)
class Whom:
    """An entity, a person, or a person for an entity; without a key the name stays as written."""

    entity_id: str | None = None
    entity: str = ""
    person_id: str | None = None
    person: str = ""


class Directory:
    """The entities and people of a desk, by their names."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._entities = entity_names(session)
        keys: dict[str, set[str]] = defaultdict(set)
        rows = (
            *session.execute(select(Entity.full_name, Entity.id)),
            *session.execute(select(Entity.acronym, Entity.id)),
            *session.execute(select(EntityAlias.name, EntityAlias.entity_id)),
        )
        for name, entity_id in rows:
            keys[entity_key(name)].add(entity_id)
        self._alike = {key: next(iter(ids)) for key, ids in keys.items() if key and len(ids) == 1}

    def entity(self, written: str) -> str | None:
        """The key of the entity that is surely meant: by acronym, full name or alias, however spelt."""
        if not written.strip():
            return None
        return self._entities.get(fold(written)) or self._alike.get(entity_key(written))

    def parted(self, written: str) -> tuple[str, ...]:
        """ "WHO and Reef Club" as two names where what stands before the "and" is a known entity."""
        before, joint, behind = written.partition(" and ")
        if joint and self.entity(before) and not self.entity(written):
            return before, behind
        return (written,)

    def person(self, written: str, entity_id: str | None = None) -> str | None:
        """The key of the one person known by this name, of this entity if it is known; else None."""
        key = name_key(written)
        if not key:
            return None
        found = (
            select(Person.id, Person.entity_id)
            .join(PersonName, PersonName.person_id == Person.id)
            .where(PersonName.key == key)
            .distinct()
        )
        bearers = dict(self._session.execute(found).all())
        if entity_id is not None:
            bearers = {person: theirs for person, theirs in bearers.items() if theirs in (entity_id, None)}
        return next(iter(bearers)) if len(bearers) == 1 else None

    def named(self, entity: str, person: str) -> Whom:
        """An entity and a person, each as written."""
        entity_id = self.entity(entity)
        return Whom(entity_id, tidy(entity), self.person(person, entity_id), tidy(person))

    def whom(self, written: str, role: str) -> Whom:
        """Who is meant by one text in a role: "UNEP", "Ines Calado (FAO)", "World Organization (WO)"."""
        whole = self.entity(written)
        if whole is not None:
            return Whom(whole, tidy(written))
        shown = take_apart(written, is_entity=lambda text: self.entity(text) is not None)
        if shown.entity and not looks_like_entity(shown.name):
            return self.named(shown.entity, shown.name)
        known = self.person(written)
        if known is not None:
            return Whom(person_id=known, person=tidy(written))
        if role not in OF_ENTITIES:
            return Whom(person=tidy(written))
        inside = next((key for part in in_brackets(written) or () if (key := self.entity(part))), None)
        return Whom(inside, tidy(written))
