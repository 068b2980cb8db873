"""Right-to-left text: the levels and the order of the Unicode bidirectional algorithm (UAX #9).

Explicit embeddings, overrides and isolates are taken as invisible: they come
from pasted text and would reorder what stands around them. LRM, RLM and ALM
count as the strong characters they are.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from unicodedata import bidirectional

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u200f\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_BRACKETS = dict(zip("([{〈《「『【〔（［｛｢", ")]}〉》」』】〕）］｝｣", strict=True))
_CLOSING = {closing: opening for opening, closing in _BRACKETS.items()}
_DEEPEST_BRACKETS = 63
_INVISIBLE = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", ""})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})


def has_rtl(text: str) -> bool:
    """Whether any character of `text` is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def base_level(text: str) -> int:
    """1 if the first strong character of `text` is right-to-left, else 0."""
    for character in text:
        kind = bidirectional(character)
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def levels(text: str, base: int) -> list[int]:
    """The level of each character of one paragraph; odd ones are read from right to left."""
    seen = [index for index, c in enumerate(text) if bidirectional(c) not in _INVISIBLE]
    side = "R" if base else "L"
    original = [bidirectional(text[index]) for index in seen]
    kinds = _weak(original, side)
    _brackets([text[index] for index in seen], original, kinds, side)
    _neutrals(kinds, side)
    found = [base] * len(text)
    for index, kind in zip(seen, kinds, strict=True):
        found[index] = base + _RAISE[base & 1][kind]
    for index in range(1, len(text)):
        if bidirectional(text[index]) in _INVISIBLE:
            found[index] = found[index - 1]
    return found


def visual_order(line: Sequence[int]) -> list[int]:
    """The indices of a line's pieces from left to right, given their levels in reading order (rule L2)."""
    order = list(range(len(line)))
    odd = [level for level in line if level % 2]
    if not odd:
        return order
    for level in range(max(line), min(odd) - 1, -1):
        start = 0
        for at_least, run in groupby([line[index] >= level for index in order]):
            length = len(list(run))
            if at_least:
                order[start : start + length] = order[start : start + length][::-1]
            start += length
    return order


_RAISE = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"L": 1, "R": 0, "AN": 1, "EN": 1})


def _weak(original: Sequence[str], side: str) -> list[str]:
    """Rules W1 to W7: numbers, their separators, marks."""
    kinds = list(original)
    strong = before = side
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        before = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[index] = kind
    for index in range(1, len(kinds) - 1):
        around = (kinds[index - 1], kinds[index + 1])
        if (kinds[index] in ("ES", "CS") and around == ("EN", "EN")) or (
            kinds[index] == "CS" and around == ("AN", "AN")
        ):
            kinds[index] = around[0]
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    _terminators(kinds)
    strong = side
    for index, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
        elif kind in ("ES", "ET", "CS"):
            kinds[index] = "ON"
    return kinds


def _terminators(kinds: list[str]) -> None:
    """Rule W5: per cent signs, currency and the like join the number they touch."""
    start = 0
    for kind, run in groupby(list(kinds)):
        length = len(list(run))
        end = start + length
        if kind == "ET" and "EN" in (kinds[start - 1 : start] + kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * length
        start = end


def _brackets(characters: Sequence[str], original: Sequence[str], kinds: list[str], side: str) -> None:
    """Rule N0: a pair of brackets goes with what it encloses, or with what stands before it."""
    for opening, closing in _pairs(characters, kinds):
        inside = {_strong(kind) for kind in kinds[opening + 1 : closing]} - {""}
        if side in inside:
            direction = side
        elif inside:
            other = "L" if side == "R" else "R"
            before = next((s for s in map(_strong, reversed(kinds[:opening])) if s), side)
            direction = other if before == other else side
        else:
            continue
        for index in (opening, closing):
            kinds[index] = direction
            while index + 1 < len(kinds) and original[index + 1] == "NSM":
                index += 1
                kinds[index] = direction


def _pairs(characters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    open_at: list[int] = []
    pairs = []
    for index, character in enumerate(characters):
        if kinds[index] != "ON":
            continue
        if character in _BRACKETS:
            if len(open_at) == _DEEPEST_BRACKETS:
                return []
            open_at.append(index)
        elif character in _CLOSING:
            for depth in range(len(open_at) - 1, -1, -1):
                if characters[open_at[depth]] == _CLOSING[character]:
                    pairs.append((open_at[depth], index))
                    del open_at[depth:]
                    break
    return sorted(pairs)


def _neutrals(kinds: list[str], side: str) -> None:
    """Rules N1 and N2: neutrals between two strong ones of a kind take it, others the paragraph's."""
    start = 0
    before = side
    for neutral, run in groupby([kind in _NEUTRAL for kind in kinds]):
        end = start + len(list(run))
        if neutral:
            after = _strong(kinds[end]) if end < len(kinds) else side
            kinds[start:end] = [before if before == after else side] * (end - start)
        else:
            before = _strong(kinds[end - 1])
        start = end


def _strong(kind: str) -> str:
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "AL", "EN", "AN") else ""
