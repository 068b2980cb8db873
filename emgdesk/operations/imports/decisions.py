"""What somebody decided on rows is remembered: who are two people, and who the rows of this file are."""

import json
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import ImportRun, TwoPeople
from emgdesk.domain.keys import new_keys
from emgdesk.importing.plan import ROW_PERSON, PlanRow, RosterPlan
from emgdesk.importing.planning.memory import written_decisions
from emgdesk.operations.imports.bulk import insert_rows
from emgdesk.operations.rows import fetch
from emgdesk.queries.matching import kept_decisions


class Decided:
    """The rows of a plan somebody decided on, and the people they became while they were written."""

    def __init__(self, plan: RosterPlan) -> None:
        self._plan = plan
        self._rows = [row for row in plan.rows if row.decision is not None]
        named = {one.person_id for row in self._rows for one in row.candidates}
        named |= {row.decision.person_id or "" for row in self._rows if row.decision is not None}
        self._wanted = {_key(row.row) for row in self._rows} | named
        known = (row for row in plan.rows if self._wanted and _key(row.row) in self._wanted)
        self._people = {_key(row.row): row.person_id for row in known if row.person_id}

    def note(self, row: int, person_id: str) -> None:
        """The person a row of the file became or joined as."""
        if (key := _key(row)) in self._wanted:
            self._people[key] = person_id

    def _person(self, key: str | None) -> str | None:
        return self._people.get(key) if key and key.startswith(ROW_PERSON) else key

    def outcomes(self) -> dict[str, str]:
        """The decisions as they are kept with the file: by row the person it is, or that it is left out."""
        found: list[tuple[int, str | None]] = []
        for row in self._rows:
            decision = row.decision
            if decision is not None and decision.kind == "skip":
                found.append((row.row, None))
            elif decision is not None:
                chosen = decision.person_id if decision.kind == "match" else _key(row.row)
                if person := self._person(chosen):
                    found.append((row.row, person))
        return written_decisions(found)

    def is_known(self, session: Session) -> bool:
        """Whether all that can be kept before anything is written is kept already."""
        kept = kept_decisions(session, sha256=self._plan.sha256, sheet=self._plan.sheet)
        return self.outcomes().items() <= kept.items()

    def write(self, session: Session, run: str) -> None:
        """Remember the pairs of people said to be two, and the decisions with this run of the import."""
        pairs = {pair for row in self._rows for pair in self._two(row)}
        known = session.execute(select(TwoPeople.one_id, TwoPeople.other_id)) if pairs else ()
        new = sorted(pairs - {(row[0], row[1]) for row in known})
        rows = [
            {"id": key, "one_id": one, "other_id": other}
            for key, (one, other) in zip(new_keys(len(new)), new, strict=True)
        ]
        insert_rows(session, TwoPeople, rows)
        if not self.is_known(session):
            made = fetch(session, ImportRun, run, "import")
            made.decisions = json.dumps(self.outcomes(), ensure_ascii=False)

    def _two(self, row: PlanRow) -> Iterable[tuple[str, str]]:
        """The pairs a row decided to be somebody new tells apart."""
        own = self._people.get(_key(row.row))
        if row.decision is None or row.decision.kind != "new" or own is None:
            return
        for candidate in row.candidates:
            other = self._person(candidate.person_id)
            if other is not None and other != own:
                yield (own, other) if own < other else (other, own)


def _key(row: int) -> str:
    return f"{ROW_PERSON}{row}"
