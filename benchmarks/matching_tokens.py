"""The bare comparison: a row is whoever's name has the most alike set of tokens.

The usual thresholds: 95 is sure, 80 is asked about; the names of a row and of everybody known
are compared with rapidfuzz's `token_set_ratio`, an address that is the same makes sure too.
"""

from collections.abc import Callable

from rapidfuzz import process
from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.utils import default_process

from benchmarks.labelled.shape import LabelledSet, Row
from benchmarks.verdicts import Verdict

_SHOWN = 5


def tokens(sure: float, asked: float, *, mailed: bool) -> Callable[[LabelledSet], list[Verdict]]:
    """A matcher of tokens; with `mailed` one and the same address is sure where one person has it."""

    def matched(made: LabelledSet) -> list[Verdict]:
        names = [default_process(one.name) for one in made.people]
        owners: dict[str, set[str]] = {}
        for one in made.people:
            for mail in one.emails:
                owners.setdefault(mail.lower(), set()).add(one.key)

        def judge(row: Row) -> Verdict:
            owner = owners.get(row.email.lower(), set()) if mailed and row.email else set()
            if len(owner) == 1:
                return Verdict(sure=next(iter(owner)))
            name = default_process(row.name or f"{row.given} {row.family}")
            best = process.extract(
                name, names, scorer=token_set_ratio, score_cutoff=asked, limit=_SHOWN, processor=None
            )
            if not best:
                return Verdict()
            found = tuple(made.people[at].key for _, _, at in best)
            alone = len(best) < 2 or best[1][1] < best[0][1]
            if best[0][1] >= sure and alone:
                return Verdict(sure=found[0])
            return Verdict(asked=found, question=True)

        return [judge(row) for rows in made.files() for row in rows]

    return matched
