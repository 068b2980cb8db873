"""Two wordings compared word by word."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

ChangeKind = Literal["same", "removed", "added"]
_TOKEN = re.compile(r"(\s*)(\w+(?:['’]\w+)*|[^\w\s]|$)")
_AT_ONCE = 400  # words up to which difflib compares without regard to what is common


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch of text: `kind` is same, removed (in the old wording only) or added (in the new only)."""

    kind: ChangeKind
    text: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or a punctuation mark and the space before it."""

    space: str
    text: str


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """What became of `old` on its way to `new`; punctuation counts as words of its own.

    Joining the texts of same and removed gives `old` exactly, same and added gives `new`. What was
    removed stands before what was added in its place.

    >>> [(part.kind, part.text) for part in word_changes("Agree to meet.", "Agree to act.")]
    [('same', 'Agree to '), ('removed', 'meet'), ('added', 'act'), ('same', '.')]
    """
    before, after = _words(old), _words(new)
    parts = _Parts()
    at, by = 0, 0
    for first, second, length in _common([w.text for w in before], [w.text for w in after]):
        parts.replace(before[at:first], after[by:second])
        at, by = first + length, second + length
        for one, other in zip(before[first:at], after[second:by], strict=True):
            parts.keep(one, other)
    parts.replace(before[at:], after[by:])
    return parts.done()


class _Parts:
    """Collects stretches, joining neighbours of one kind."""

    def __init__(self) -> None:
        self._made: list[WordChange] = []
        self._same = self._removed = self._added = ""

    def replace(self, before: Sequence[_Word], after: Sequence[_Word]) -> None:
        if before and after and before[0].space == after[0].space:
            self._hold_same(before[0].space)
            before = (_Word("", before[0].text), *before[1:])
            after = (_Word("", after[0].text), *after[1:])
        self._removed += "".join(word.space + word.text for word in before)
        self._added += "".join(word.space + word.text for word in after)

    def keep(self, one: _Word, other: _Word) -> None:
        if one.space == other.space:
            self._hold_same(one.space + one.text)
        else:
            self._removed += one.space
            self._added += other.space
            self._hold_same(one.text)

    def done(self) -> tuple[WordChange, ...]:
        self._flush()
        return tuple(self._made)

    def _hold_same(self, text: str) -> None:
        if text and (self._removed or self._added):
            self._flush()
        self._same += text

    def _flush(self) -> None:
        kinds: tuple[tuple[ChangeKind, str], ...] = (
            ("same", self._same), ("removed", self._removed), ("added", self._added),
        )  # fmt: skip
        self._made += [WordChange(kind, text) for kind, text in kinds if text]
        self._same = self._removed = self._added = ""


def _words(text: str) -> list[_Word]:
    return [_Word(space, word) for space, word in _TOKEN.findall(text) if space or word]


def _common(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Runs both have, in order: (place in old, place in new, length).

    Long texts are first held together where three words in a row occur once in each, so that
    the time needed grows with their length and not with its square.
    """
    at, by = 0, 0
    for first, second in (*_anchors(old, new), (len(old), len(new))):
        if first < at or second < by:
            continue  # inside the run of the anchor before
        long = max(first - at, second - by) > _AT_ONCE
        matcher = SequenceMatcher(None, old[at:first], new[by:second], autojunk=long)
        for match in matcher.get_matching_blocks()[:-1]:
            yield at + match.a, by + match.b, match.size
        length = _run(old, new, first, second)
        if length:
            yield first, second, length
        at, by = first + length, second + length


def _run(old: Sequence[str], new: Sequence[str], at: int, by: int) -> int:
    most = min(len(old) - at, len(new) - by)
    return next((n for n in range(most) if old[at + n] != new[by + n]), most)


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where three words in a row that occur once in either text stand in both, in the order of both."""
    if max(len(old), len(new)) <= _AT_ONCE:
        return []
    rare = dict(_rare(new))
    return _rising([(at, rare[three]) for three, at in _rare(old) if three in rare])


def _rare(words: Sequence[str]) -> list[tuple[tuple[str, ...], int]]:
    threes = [tuple(words[at : at + 3]) for at in range(len(words) - 2)]
    counted = Counter(threes)
    return [(three, at) for at, three in enumerate(threes) if counted[three] == 1]


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of pairs, given by rising first number, whose second numbers rise too."""
    ends: list[int] = []  # the least second number a rising row of each length ends with
    rows: list[int] = []  # the pair that does
    before: list[int] = []
    for at, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(rows[length - 1] if length else -1)
        ends[length : length + 1], rows[length : length + 1] = [second], [at]
    chosen: list[tuple[int, int]] = []
    at = rows[-1] if rows else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]
