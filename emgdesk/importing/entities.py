"""Which entity of the desk a printed text means; what is not surely one stays text."""

from collections.abc import Iterable
from dataclasses import dataclass

from emgdesk.domain.entity_names import compact_key, entity_key, in_brackets, name_parts, without_secretariat
from emgdesk.importing.snapshot import KnownEntity


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """An entity meant by a text, or none and the sentence that says so."""

    entity: KnownEntity | None
    message: str = ""


NO_ENTITY = FoundEntity(None)


class EntityIndex:
    """Finds entities by acronym, full name or alias; each text is looked up once."""

    def __init__(self, entities: Iterable[KnownEntity]) -> None:
        self._by_key: dict[str, set[str]] = {}
        self._by_id = {entity.id: entity for entity in entities}
        for entity in self._by_id.values():
            for name in (entity.acronym, *entity.names):
                self._add(entity_key(name), entity.id)
                self._add(compact_key(name), entity.id)
        for key, ids in tuple(self._by_key.items()):
            short = without_secretariat(key)
            if short != key and short not in self._by_key:
                self._by_key[short] = ids
        self._seen: dict[str, FoundEntity] = {"": NO_ENTITY}

    def _add(self, key: str, entity_id: str) -> None:
        if key:
            self._by_key.setdefault(key, set()).add(entity_id)

    def find(self, text: str) -> FoundEntity:
        """The entity `text` means, if it surely means one."""
        found = self._seen.get(text)
        if found is None:
            found = self._seen[text] = self._look_up(text)
        return found

    def by_id(self, entity_id: str | None) -> KnownEntity | None:
        """The entity with this key."""
        return self._by_id.get(entity_id) if entity_id else None

    def _look_up(self, text: str) -> FoundEntity:
        ids = self._named(text) or self._bracketed(text) or self._parted(text)
        if len(ids) == 1:
            return FoundEntity(self._by_id[next(iter(ids))])
        if ids:
            said = " or ".join(sorted(self._by_id[one].acronym for one in ids))
            return FoundEntity(None, f"Entity “{text}” may be {said}; it stays as printed.")
        return FoundEntity(None, f"Entity “{text}” is not known; it stays as printed.")

    def _named(self, text: str) -> set[str]:
        key = entity_key(text)
        for one in (key, compact_key(text), without_secretariat(key)):
            if one in self._by_key:
                return self._by_key[one]
        return set()

    def _bracketed(self, text: str) -> set[str]:
        """ "Name (ACR)": both say the same entity, or one of them is known."""
        pair = in_brackets(text)
        return self._agreed(pair) if pair else set()

    def _parted(self, text: str) -> set[str]:
        """ "ACR - name", "ACR/unit": the first part says it, or an acronym in another does."""
        parts = name_parts(text)
        return self._agreed(parts[:1] + tuple(part for part in parts[1:] if part.isupper()))

    def _agreed(self, parts: tuple[str, ...]) -> set[str]:
        known = [ids for part in parts if (ids := self._named(part))]
        if not known:
            return set()
        common = set.intersection(*known)
        return common or set.union(*known)
