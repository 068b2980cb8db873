"""Decisions on rows, without widgets: what a key means for a row, and which other rows are like it."""

from collections.abc import Iterable
from typing import Literal

from emgdesk.importing.plan import Decision, PlanRow, RosterPlan

Decisions = dict[int, Decision | None]


def alike(plan: RosterPlan, number: int) -> list[int]:
    """The other undecided rows whose best candidate is a candidate for the same reason."""
    rows = {row.row: row for row in plan.rows if row.verdict == "possible" and row.candidates}
    mine = rows.get(number)
    if mine is None:
        return []
    why = mine.candidates[0].why
    return [other for other, row in rows.items() if other != number and row.candidates[0].why == why]


def decisions_for(plan: RosterPlan, row: PlanRow, key: str, *, with_alike: bool) -> Decisions:
    """What a key decides: a digit takes a candidate, N somebody new, S skips, U takes it back.

    With `with_alike` rows like it go along, each with its own best candidate. Empty where the
    key means nothing for this row.
    """
    if row.record is None:
        return {}
    if key == "U":
        return {row.row: None} if row.decision is not None else {}
    numbers = [row.row, *(alike(plan, row.row) if with_alike else ())]
    if key in ("N", "S"):
        kind: Literal["new", "skip"] = "new" if key == "N" else "skip"
        return dict.fromkeys(numbers, Decision(kind))
    place = int(key) - 1
    if row.verdict != "possible" or place >= len(row.candidates):
        return {}
    if place > 0:
        return {row.row: Decision("match", row.candidates[place].person_id)}
    return _best(plan.rows, numbers)


def _best(rows: Iterable[PlanRow], numbers: list[int]) -> Decisions:
    wanted = set(numbers)
    return {row.row: Decision("match", row.candidates[0].person_id) for row in rows if row.row in wanted}
