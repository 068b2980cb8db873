"""The rows of one file that bear one name: surely one person, or rivals for it.

A row is weighed against what all the rows taken for one person say together, and only
against the few such people its address or entity leads to: a file may hold thousands of
rows of one name.
"""

from collections.abc import Sequence

from emgdesk.domain.entity_names import entity_key
from emgdesk.importing.matching.entities import FoundEntity
from emgdesk.importing.matching.evidence import Evidence, clashes, is_reversed
from emgdesk.importing.matching.exact import tells_little
from emgdesk.importing.records import RosterRecord

_FEW = 8  # people of one name and entity: among more nobody is sure


class _Bearer:
    """One person of a name: the rows taken for them and what these say."""

    def __init__(self, index: int) -> None:
        self.rows = [index]
        self.mails: set[str] = set()


class SameName:
    """Sorts the rows of one name into the people they surely are.

    `same_as` gives (first row of the person, evidence) by row; `leaders` the first row of
    each person. Rows come in the order they count.
    """

    def __init__(self, key: str, records: Sequence[RosterRecord], found: Sequence[FoundEntity]) -> None:
        self.records = records
        self.found = found
        self.same_as: dict[int, tuple[int, Evidence]] = {}
        self.leaders: list[int] = []
        self._key = key
        self._by_mail: dict[str, list[_Bearer]] = {}
        self._by_entity: dict[str, list[_Bearer]] = {}

    def take(self, index: int) -> None:
        """Take the next row."""
        mail = self.records[index].email.lower()
        entity = self._entity(index)
        known = [one for one in self._by_mail.get(mail, ()) if self._fits(index, one)] if mail else []
        evidence = Evidence(1, 0)
        if not known and not tells_little(self.records[index], self._key):
            known = self._of_entity(index, mail, entity)
            evidence = Evidence(0, 1 if entity else 0)
        if len(known) == 1:
            bearer = known[0]
            self.same_as[index] = (bearer.rows[0], evidence)
            bearer.rows.append(index)
        else:
            bearer = _Bearer(index)
            self.leaders.append(index)
        self._remember(bearer, mail, entity)

    def _of_entity(self, index: int, mail: str, entity: str) -> list[_Bearer]:
        """Who of this name and entity the row may be; nobody where both have an address, another one.

        In a list of who was there, a name that comes again without an entity joined again.
        """
        found = self._by_entity.get(entity, [])
        if len(found) > _FEW:
            return found
        mine = self.records[index]
        if not entity:
            found = [one for one in found if mine.attendance == self._first(one).attendance == "attended"]
        found = [one for one in found if self._fits(index, one) and not is_reversed(mine, self._first(one))]
        return [] if mail and len(found) == 1 and found[0].mails else found

    def _first(self, bearer: _Bearer) -> RosterRecord:
        return self.records[bearer.rows[0]]

    def _fits(self, index: int, bearer: _Bearer) -> bool:
        """Whether nothing the row says of title and country speaks against the person's rows."""
        mine = self.records[index]
        return not any(clashes(mine, self.records[other]) for other in bearer.rows[-_FEW:])

    def _remember(self, bearer: _Bearer, mail: str, entity: str) -> None:
        if mail and mail not in bearer.mails:
            bearer.mails.add(mail)
            self._by_mail.setdefault(mail, []).append(bearer)
        same = self._by_entity.setdefault(entity, [])
        if len(same) <= _FEW and bearer not in same:
            same.append(bearer)

    def _entity(self, index: int) -> str:
        known = self.found[index].entity
        return known.id if known is not None else entity_key(self.records[index].entity)
