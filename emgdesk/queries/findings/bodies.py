"""Which entity a printed text means, and whether two of them belong together."""

from collections.abc import Sequence
from functools import cached_property

from emgdesk.domain.folding import fold
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.snapshot import KnownEntity
from emgdesk.queries.entities import EntityRow


class Bodies:
    """The entities of the desk; `as_printed` are folded texts somebody said are none."""

    def __init__(self, rows: Sequence[EntityRow], as_printed: frozenset[str] = frozenset()) -> None:
        self._rows = rows
        self.as_printed = as_printed
        self._parents = {row.id: row.parent_id for row in rows}
        self._acronyms = {row.id: row.acronym for row in rows}

    @cached_property
    def known(self) -> tuple[KnownEntity, ...]:
        """They, as matching takes them."""
        return tuple(
            KnownEntity(r.id, r.acronym, tuple(n for n in (r.acronym, r.full_name, *r.aliases) if n))
            for r in self._rows
        )

    @cached_property
    def _index(self) -> EntityIndex:
        return EntityIndex(self.known)

    def find(self, text: str) -> str:
        """The key of the entity a text surely means, "" if none."""
        entity = self._index.find(text.strip()).entity
        return entity.id if entity else ""

    def may_be(self, text: str) -> bool:
        """Whether a text, or a part of it, names an entity, sure or not."""
        return fold(text) in self.as_printed or bool(self._index.meant(text.strip()))

    def acronym(self, entity_id: str) -> str:
        """How an entity is called."""
        return self._acronyms.get(entity_id, "")

    def related(self, one: str, other: str) -> bool:
        """Whether two are the same, one is a part of the other, or both are parts of a third."""
        return not self._line(one).isdisjoint(self._line(other))

    def _line(self, entity_id: str) -> set[str]:
        line: set[str] = set()
        at: str | None = entity_id
        while at and at not in line:
            line.add(at)
            at = self._parents.get(at)
        return line
