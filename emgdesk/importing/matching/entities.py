"""Which entity of the desk a printed text means; what is not surely one stays text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from emgdesk.domain.entity_names import compact_key, entity_key, in_brackets, name_parts, without_secretariat
from emgdesk.domain.folding import fold, words
from emgdesk.importing.snapshot import KnownEntity

# Beside the name of an entity these tell a part of it, or a place, and no other body.
_UNITS = frozenset(
    (
        "secretariat", "office", "offices", "hq", "headquarters", "division", "department", "branch",
        "section", "unit", "bureau", "delegation", "mission", "cluster", "desk",
    )
)  # fmt: skip
_PLACES = frozenset(
    (
        "geneva", "nairobi", "new york", "rome", "vienna", "paris", "bonn", "montreal", "bangkok",
        "addis ababa", "beirut", "santiago", "the hague", "washington", "washington dc", "brussels",
        "bern", "gland", "cambridge", "london", "madrid", "panama", "amman", "cairo", "dresden", "tokyo",
        "incheon", "kenya", "switzerland", "italy", "africa", "europe", "asia", "latin america",
    )
)  # fmt: skip

# An address in one of these says nothing of the entity, whoever claims the domain.
SHARED_DOMAINS = frozenset(
    (
        "un.org", "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com",
        "yahoo.com", "yahoo.fr", "icloud.com", "me.com", "aol.com", "gmx.net", "gmx.de", "web.de",
        "proton.me", "protonmail.com", "mail.ru", "qq.com", "163.com", "126.com", "mail.com", "zoho.com",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """An entity meant by a text, or none and the sentence that says so."""

    entity: KnownEntity | None
    message: str = ""


NO_ENTITY = FoundEntity(None)


class EntityIndex:
    """Finds entities by acronym, full name or alias; each text is looked up once.

    `taught` maps a folded text to the entity somebody said it means (None: no entity), an
    entity of the desk or one still to be made; it wins over everything else.
    """

    def __init__(
        self, entities: Iterable[KnownEntity], taught: Mapping[str, KnownEntity | None] | None = None
    ) -> None:
        self._taught = taught or {}
        self._exact: dict[str, set[str]] = {}
        self._by_key: dict[str, set[str]] = {}
        self._by_domain: dict[str, set[str]] = {}
        self._by_id = {entity.id: entity for entity in entities}
        self._by_id |= {entity.id: entity for entity in self._taught.values() if entity is not None}
        for entity in self._by_id.values():
            for domain in entity.domains:
                self._by_domain.setdefault(domain, set()).add(entity.id)
            for name in (entity.acronym, *entity.names):
                self._exact.setdefault(fold(name), set()).add(entity.id)
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

    def of_address(self, email: str) -> set[str]:
        """The entities a name in the domain of an address means: "ada@mail.fao.org" -> FAO."""
        labels = email.rpartition("@")[2].split(".")[:-1]
        return set().union(*(self._by_key.get(label, ()) for label in labels if len(label) > 2))

    def of_domain(self, email: str) -> tuple[KnownEntity, str] | None:
        """The one entity with the domain of an address, or one above it, and that domain.

        None where several share it or where anybody may have an address: un.org, gmail.com.
        """
        labels = email.rpartition("@")[2].lower().split(".")
        for start in range(len(labels) - 1):
            domain = ".".join(labels[start:])
            ids = self._by_domain.get(domain, ())
            if ids:
                alone = len(ids) == 1 and domain not in SHARED_DOMAINS
                return (self._by_id[next(iter(ids))], domain) if alone else None
        return None

    def meant(self, text: str) -> set[str]:
        """The keys of all the entities a text or a part of it may mean, sure or not."""
        return self._named(text) or self._in_parts(text)[0]

    def _look_up(self, text: str) -> FoundEntity:
        key = fold(text)
        if key in self._taught:
            known = self._taught[key]
            return FoundEntity(known, "" if known else f"Entity “{text}” stays as printed.")
        ids = self._named(text)
        others: tuple[str, ...] = ()
        if not ids:
            ids, others = self._in_parts(text)
        acronyms = " or ".join(sorted(self._by_id[one].acronym for one in ids))
        if len(ids) > 1:
            return FoundEntity(None, f"Entity “{text}” may be {acronyms}; it stays as printed.")
        if not ids:
            return FoundEntity(None, f"Entity “{text}” is not known; it stays as printed.")
        entity = self._by_id[next(iter(ids))]
        if all(_is_unit(other) or _shortens(other, entity) for other in others):
            return FoundEntity(entity)
        return FoundEntity(None, f"Entity “{text}” looks like {acronyms}; it stays as printed.")

    def _named(self, text: str) -> set[str]:
        if (exact := self._exact.get(fold(text))) is not None:
            return exact
        key = entity_key(text)
        for one in (key, compact_key(text), without_secretariat(key)):
            if one in self._by_key:
                return self._by_key[one]
        return set()

    def _in_parts(self, text: str) -> tuple[set[str], tuple[str, ...]]:
        """Who "Name (ACR)", "ACR - name" or "ACR/unit" may mean, and the parts that name nobody known.

        Of parts that no brackets part, a later one counts only as an acronym.
        """
        parts = in_brackets(text)
        ids, others = self._agreed(parts, parts) if parts else (set[str](), ())
        if ids:
            return ids, others
        split = name_parts(text)
        return self._agreed(split, split[:1] + tuple(part for part in split[1:] if part.isupper()))

    def _agreed(self, parts: tuple[str, ...], telling: tuple[str, ...]) -> tuple[set[str], tuple[str, ...]]:
        known = {part: ids for part in telling if (ids := self._named(part))}
        if not known:
            return set(), ()
        common = set.intersection(*known.values()) or set.union(*known.values())
        return common, tuple(part for part in parts if part not in known)


def _is_unit(text: str) -> bool:
    """Whether a text says a part of an organisation or a place: "Law Division", "Rome"."""
    found = words(text)
    return " ".join(found) in _PLACES or not _UNITS.isdisjoint(found)


def _shortens(text: str, entity: KnownEntity) -> bool:
    """Whether a text is a name of the entity with words left out: "Food and Agriculture Organization"."""
    found = set(entity_key(text).split())
    return len(found) > 1 and any(found <= set(entity_key(name).split()) for name in entity.names)
