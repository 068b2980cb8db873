"""Two texts compared paragraph by paragraph: what was added, removed and changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_Line = tuple[str, str]  # a label and the text
_ALIKE = 0.5
"""Share of their words two paragraphs have in common to be one, changed."""
_MOST = 200  # paragraphs in a stretch up to which each is compared with each


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """One paragraph that differs; `old` is "" where it was added, `new` where it was removed.

    `label` is the one it bears now (or bore, if it was removed).
    """

    kind: Literal["changed", "added", "removed"]
    old: str
    new: str
    label: str = ""


def paragraph_changes(old: Sequence[str], new: Sequence[str]) -> tuple[ParagraphChange, ...]:
    """What became of the paragraphs `old`, in the order of `new`.

    A paragraph is changed if half its words stay, else one was removed and another added. A generated
    label stands before a tab and does not count: who is now third and was fourth has not changed.

    >>> [c.kind for c in paragraph_changes(["A fine reef.", "Gone."], ["A fine old reef.", "New one."])]
    ['changed', 'removed', 'added']
    """
    made: list[ParagraphChange] = []
    before, after = [_parted(line) for line in old], [_parted(line) for line in new]
    matcher = SequenceMatcher(None, [text for _, text in before], [text for _, text in after], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            made += _stretch(before[first:last], after[start:end])
    return tuple(made)


def _parted(line: str) -> _Line:
    label, tab, text = line.partition("\t")
    return (label, text) if tab else ("", line)


def _stretch(old: Sequence[_Line], new: Sequence[_Line]) -> Iterator[ParagraphChange]:
    at = by = 0
    pairs = _pairs([text for _, text in old], [text for _, text in new])
    for first, second in (*pairs, (len(old), len(new))):
        yield from (ParagraphChange("removed", text, "", label) for label, text in old[at:first])
        yield from (ParagraphChange("added", "", text, label) for label, text in new[by:second])
        if first < len(old) and second < len(new):
            yield ParagraphChange("changed", old[first][1], new[second][1], new[second][0])
        at, by = first + 1, second + 1


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of paragraphs alike, in the order of both, that are most alike altogether."""
    if len(old) * len(new) > _MOST * _MOST:
        return []
    bags = [Counter(text.lower().split()) for text in old], [Counter(text.lower().split()) for text in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness = [[_likeness(one, other) for other in bags[1]] for one in bags[0]]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            together = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= _ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    return list(_chosen(best, likeness))


def _chosen(best: list[list[float]], likeness: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(likeness) and j < len(likeness[0]) and best[i][j] > 0:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1


def likeness(one: str, other: str) -> float:
    """The share of their words two texts have in common, from 0 to 1.

    >>> likeness("A fine reef.", "a fine old reef.")
    0.8571428571428571
    """
    return _likeness(Counter(one.lower().split()), Counter(other.lower().split()))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
