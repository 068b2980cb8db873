"""Who was said to be somebody new is remembered as another person than those like them."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import TwoPeople
from emgdesk.domain.keys import new_keys
from emgdesk.importing.plan import ROW_PERSON, PlanRow
from emgdesk.operations.imports.bulk import insert_rows


class Distinctions:
    """Collects, while rows are written, the pairs of people somebody decided to be two."""

    def __init__(self, rows: Iterable[PlanRow]) -> None:
        said = [row for row in rows if row.decision is not None and row.decision.kind == "new"]
        self._others = {row.row: tuple(one.person_id for one in row.candidates) for row in said}
        named = {other for others in self._others.values() for other in others}
        self._wanted = {f"{ROW_PERSON}{row.row}" for row in said} | named
        self._people: dict[str, str] = {}

    def note(self, row: int, person_id: str) -> None:
        """The person a row of the file became or joined as."""
        key = f"{ROW_PERSON}{row}"
        if key in self._wanted:
            self._people[key] = person_id

    def write(self, session: Session) -> None:
        """Remember the pairs not known yet."""
        pairs = {pair for row, others in self._others.items() for pair in self._pairs(row, others)}
        if not pairs:
            return
        known = session.execute(select(TwoPeople.one_id, TwoPeople.other_id))
        new = sorted(pairs - {(row.one_id, row.other_id) for row in known})
        insert_rows(
            session,
            TwoPeople,
            [
                {"id": key, "one_id": one, "other_id": other}
                for key, (one, other) in zip(new_keys(len(new)), new, strict=True)
            ],
        )

    def _pairs(self, row: int, others: Iterable[str]) -> Iterable[tuple[str, str]]:
        own = self._people.get(f"{ROW_PERSON}{row}")
        for other in others:
            person = self._people.get(other) if other.startswith(ROW_PERSON) else other
            if own and person and own != person:
                yield (own, person) if own < person else (person, own)
