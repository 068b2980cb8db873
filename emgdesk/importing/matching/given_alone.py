"""Who of those registered may be meant by a given name alone, as people show it in a meeting."""

from collections.abc import Iterable

from emgdesk.domain.folding import name_key
from emgdesk.domain.people import split_name
from emgdesk.importing.snapshot import KnownParticipation, KnownPerson


class GivenAlone:
    """The registered people by given name; made when first asked."""

    def __init__(self, people: dict[str, KnownPerson], lines: Iterable[KnownParticipation]) -> None:
        self._people = people
        self._lines = lines
        self._found: dict[str, set[str]] | None = None

    def bearer(self, key: str) -> KnownPerson | None:
        """The one registered person whose given name has this key; None for none or several."""
        if self._found is None:
            self._found = {}
            for line in self._lines:
                person = self._people.get(line.person_id)
                given = (person.given if person else "") or split_name(line.name)[0]
                if person is not None and given:
                    self._found.setdefault(name_key(given), set()).add(person.id)
        found = self._found.get(key, set())
        return self._people[next(iter(found))] if len(found) == 1 else None
