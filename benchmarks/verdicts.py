"""What a matcher said of labelled rows, held against the truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from benchmarks.labelled.shape import Row


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was said of a row: surely the person `sure`, or one of `asked`, or nobody known.

    `question` tells whether the row asks the user anything; `said` is why, in words.
    """

    sure: str | None = None
    asked: tuple[str, ...] = ()
    question: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1: precision of sure, recall of sure, of sure + possible; questions a 1,000."""

    precision: float
    wrong: int
    sure: float
    found: float
    questions: float


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows with their verdicts, right or wrong; somebody known is found, asked for or missed."""

    HEADERS: ClassVar = (
        "Rows", "Precision of sure", "Wrong", "Recall of sure", "Recall of sure + possible",
        "Questions per 1,000 rows", "Seconds",
    )  # fmt: skip
    rows: Sequence[Row]
    verdicts: Sequence[Verdict]
    seconds: float

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            [*self.rows, *other.rows], [*self.verdicts, *other.verdicts], self.seconds + other.seconds
        )

    def outcomes(self) -> list[str]:
        """One word a row: "sure", "asked", "missed" or "wrong".

        "new" is a stranger rightly taken for one, "doubted" a stranger asked about.
        """
        return [_outcome(row, verdict) for row, verdict in zip(self.rows, self.verdicts, strict=True)]

    def figures(self) -> Figures:
        """What the rows come to."""
        counts = Counter(self.outcomes())
        known = sum(row.truth is not None for row in self.rows)
        sure, asked, wrong = counts["sure"], counts["asked"], counts["wrong"]
        questions = 1000 * sum(verdict.question for verdict in self.verdicts) / len(self.rows)
        precision = sure / (sure + wrong) if sure + wrong else 1.0
        return Figures(precision, wrong, sure / known, (sure + asked) / known, questions)

    def cells(self) -> tuple[str, ...]:
        """The figures of `HEADERS`, as printed."""
        found = self.figures()
        return (
            f"{len(self.rows):,}", f"{found.precision:.4f}", str(found.wrong), f"{found.sure:.4f}",
            f"{found.found:.4f}", f"{found.questions:.1f}", f"{self.seconds:.1f}",
        )  # fmt: skip

    def shown(self, kind: str) -> list[str]:
        """The rows of a kind that were not surely right, in words."""
        return [
            f"{outcome:8}{row.name or f'{row.given} / {row.family}'} | {row.entity} | {row.email} | "
            f"{row.truth} <- {verdict.said}"
            for row, verdict, outcome in zip(self.rows, self.verdicts, self.outcomes(), strict=True)
            if kind in (row.kind, outcome) and outcome not in ("sure", "new")
        ]


def _outcome(row: Row, verdict: Verdict) -> str:
    if verdict.sure is not None:
        return "sure" if verdict.sure == row.truth else "wrong"
    if row.truth is None:
        return "doubted" if verdict.question else "new"
    return "asked" if row.truth in verdict.asked else "missed"


def by_kind(tally: Tally) -> list[tuple[str, tuple[int, ...]]]:
    """Rows, sure, asked (strangers too), missed and wrong by kind, in the order of the alphabet."""
    counts: dict[str, Counter[str]] = {}
    for row, outcome in zip(tally.rows, tally.outcomes(), strict=True):
        counts.setdefault(row.kind, Counter())[outcome] += 1
    return [
        (kind, (sum(c.values()), c["sure"], c["asked"] + c["doubted"], c["missed"], c["wrong"]))
        for kind, c in sorted(counts.items())
    ]
