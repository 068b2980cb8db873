"""Decisions on rows, without widgets: what a key means for a row, and which other rows are like it."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from emgdesk.importing.plan import Decision, PlanRow, RosterPlan

_IN_FILE = " of this file: "
_NAMED = re.compile(r"\([^()]*\)|“[^”]*”|\d+")
Decisions = dict[int, Decision | None]


def alike(plan: RosterPlan, number: int) -> list[int]:
    """The other undecided rows whose best candidate is a candidate for reasons of the same kinds."""
    rows = {row.row: row for row in plan.rows if row.verdict == "possible" and row.candidates}
    mine = rows.get(number)
    if mine is None:
        return []
    why = kinds_of(mine.candidates[0].why)
    return [
        other for other, row in rows.items() if other != number and kinds_of(row.candidates[0].why) == why
    ]


@cache
def kinds_of(why: str) -> frozenset[str]:
    """The kinds of evidence in a reason: what it says without the row, entity or words it names.

    "row 45 of this file: the same name, another entity (FAO)" -> {"of this file", "the same name",
    "another entity"}
    """
    beside, _, said = why.rpartition(_IN_FILE)
    kinds = {_NAMED.sub("", part).strip() for part in said.split(", ")}
    return frozenset(kinds | {"of this file"} if beside else kinds)


def undecided(plan: RosterPlan) -> list[PlanRow]:
    """The rows nobody decided on that are not taken as they stand."""
    return [row for row in plan.rows if row.verdict == "possible" and row.action == "none"]


def decide_all(plan: RosterPlan, key: str) -> Decisions:
    """What N (new), S (skipped) or 1 (the likeliest) decides for every undecided row."""
    rows = undecided(plan)
    if key == "1":
        return _best(rows, [row.row for row in rows if row.candidates])
    kind: Literal["new", "skip"] = "new" if key == "N" else "skip"
    return {row.row: Decision(kind) for row in rows}


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
