"""A list of actions pasted from Word or a mail: typed labels become levels."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from emgdesk.domain.action_grammar import decision_verb, numbers_of
from emgdesk.domain.outline import BY_DEPTH

_LABEL = re.compile(r"^\s*\(?([A-Za-z]{1,7}|\d{1,3})([.)])\s+(?=\S)")
_BULLET = re.compile(r"^\s*[-*·•▪◦‣–§]\s+(?=\S)")
_ENDED = re.compile(r"[.;:!?][\"”’)]?$| (?:and|or)[;,]?$")
_ENDS = str.maketrans({"\r": "\n", "\v": "\n", "\u2028": "\n", "\u2029": "\n", "\xa0": " "})


@dataclass(frozen=True, slots=True)
class PastedAction:
    """A line of a pasted list: `depth` from 0, `text` without label, `style` of its level ("" by depth)."""

    depth: int
    text: str
    stem: str
    lettered: bool
    style: str


def parse_actions(text: str) -> tuple[PastedAction, ...]:
    """Actions out of pasted lines; one that ends with a colon is a stem, unless it decides something.

    A line without a label goes on with the one before it where that is unfinished; else it is an action
    without a letter, and what is labelled below it belongs to it. What is no list is one action.
    """
    reader = _Reader()
    for line in text.replace("\r\n", "\n").translate(_ENDS).split("\n"):
        reader.take(line)
    return tuple(reader.made)


@dataclass(slots=True)
class _Level:
    style: str  # "" for bullets
    end: str
    number: int

    def goes_on_with(self, numbers: Mapping[str, int]) -> bool:
        return numbers[self.style] == self.number + 1


class _Reader:
    def __init__(self) -> None:
        self.made: list[PastedAction] = []
        self._levels: list[_Level] = []
        self._stem = ""
        self._base = 0  # depth of the first level of labels
        self._open = False  # whether the last line may go on in the next

    def take(self, line: str) -> None:
        bare = " ".join(line.split())
        label, bullet = _LABEL.match(line), _BULLET.match(line)
        numbers = numbers_of(label[1]) if label else {}
        if not bare:
            self._open = False
        elif label and numbers:
            self._open_level(numbers, label[2])
            self._add(line[label.end() :])
        elif bullet:
            if not self._levels or self._levels[-1].style:
                self._levels.append(_Level("", "", 0))
            self._add(line[bullet.end() :])
        elif bare.endswith(":") and bare[0].isupper() and not decision_verb(bare):
            self._stem, self._base, self._levels, self._open = bare, 0, [], False
        elif self._open and not (bare[0].isupper() and decision_verb(bare)):
            self.made[-1] = replace(self.made[-1], text=f"{self.made[-1].text} {bare}")
            self._open = not _ENDED.search(bare)
        else:
            self._base, self._levels = 0, []
            self._add(bare, lettered=False)
            self._base = 1

    def _add(self, text: str, *, lettered: bool = True) -> None:
        bare = " ".join(text.split())
        depth = self._base + max(0, len(self._levels) - 1)
        style = self._levels[-1].style if self._levels else ""
        self.made.append(PastedAction(depth, bare, self._stem, lettered, style))
        self._open = not _ENDED.search(bare)

    def _open_level(self, numbers: Mapping[str, int], end: str) -> None:
        """Leaves the level this label belongs to as the last of those open."""
        first: str = next((style for style in BY_DEPTH if numbers.get(style) == 1), "")
        at = self._level_of(numbers, lambda one: one.goes_on_with(numbers) and one.end == end)
        if at is None:
            at = self._level_of(numbers, lambda one: one.goes_on_with(numbers))
        if at is None:
            at = self._level_of(numbers, lambda one: not first or (one.style == first and one.end == end))
        if at is None:
            style: str = first or min(numbers, key=lambda one: numbers[one])
            self._levels.append(_Level(style, end, 0))
            at = len(self._levels) - 1
        del self._levels[at + 1 :]
        self._levels[at].number = numbers[self._levels[at].style]

    def _level_of(self, numbers: Mapping[str, int], fits: Callable[[_Level], bool]) -> int | None:
        """The deepest open level whose style the label can be read in and that fits."""
        found = (at for at, level in enumerate(self._levels) if level.style in numbers and fits(level))
        return max(found, default=None)
