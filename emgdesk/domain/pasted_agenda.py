"""An agenda pasted from Word or a mail: typed labels become levels, times and presenters their own facts."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from emgdesk.domain.action_grammar import numbers_of
from emgdesk.domain.clock_times import read_time, read_times
from emgdesk.domain.outline import BY_DEPTH

_CLOCK = r"\d{1,2}[:.hH]\d{2}(?:\s*[ap]\.?\s?m\b\.?)?"
_TIMES = rf"{_CLOCK}(?:\s*(?:-|–|—|to)\s*{_CLOCK})?"
_WHEN = re.compile(rf"^\s*({_TIMES})(?:\s+|$)", re.IGNORECASE)
_WHEN_AT_END = re.compile(rf"\s*\(\s*({_TIMES})\s*\)\s*$", re.IGNORECASE)
_ITEM = re.compile(r"^\s*item\s+([A-Za-z]{1,7}|\d{1,3})\s*([:.)–-])?\s*", re.IGNORECASE)
_LABEL = re.compile(r"^\s*\(?([A-Za-z]{1,7}|\d{1,3})([.):])\s+(?=\S)")
_BULLET = re.compile(r"^\s*[-*·•▪◦‣–]\s+(?=\S)")
_PRESENTED = re.compile(r"\s*\(+\s*(?:to be )?presented by\s+([^()]+)\)+\s*$", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:to be )?presented by\s+(.+)$", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?\s?m", re.IGNORECASE)
_ENDS = str.maketrans({"\r": "\n", "\v": "\n", "\u2028": "\n", "\u2029": "\n", "\xa0": " ", "\t": " "})


@dataclass(frozen=True, slots=True)
class PastedItem:
    """A line of a pasted agenda: `depth` from 0, `style` the label style of its level ("" as usual there).

    Times are HH:MM or ""; a line without a label is not `numbered`.
    """

    depth: int
    title: str
    numbered: bool = True
    style: str = ""
    start: str = ""
    end: str = ""
    presenter: str = ""


def parse_agenda(text: str) -> tuple[PastedItem, ...]:
    """The items of pasted lines in order.

    A time on a line of its own is that of the next item, one in brackets at the end of a line that of its
    own; after "3:10 p.m." a "4:50" is in the afternoon
    too. "(presented by UNEP)" is the presenter.
    Where no line has a label each is a numbered item.
    """
    reader = _Reader()
    for line in text.replace("\r\n", "\n").translate(_ENDS).split("\n"):
        reader.take(line)
    made = reader.made
    if not any(item.style for item in made):
        made = [replace(item, numbered=True) for item in made]
    return tuple(made)


def _later(time: str) -> str:
    """A time before noon twelve hours later."""
    return f"{int(time[:2]) + 12}{time[2:]}" if time and time < "12:00" else time


@dataclass(slots=True)
class _Level:
    style: str
    end: str
    number: int


class _Reader:
    def __init__(self) -> None:
        self.made: list[PastedItem] = []
        self._levels: list[_Level] = []
        self._times = ("", "")
        self._afternoon = False

    def take(self, line: str) -> None:
        bullet = _BULLET.match(line)
        rest = self._take_times(line[bullet.end() :] if bullet else line)
        said = _BY.match(rest)
        if not rest.strip():
            return
        if said and self.made:
            self.made[-1] = replace(self.made[-1], presenter=" ".join(said[1].split()))
            return
        item = _ITEM.match(rest)
        found = item or _LABEL.match(rest)
        numbers = numbers_of(found[1]) if found else {}
        if found is None or not numbers:
            self._add(rest, numbered=False)
            return
        if item:
            self._levels = self._levels[:1]  # items stand on the first level
        self._open_level(numbers, ":" if item else found[2])
        self._add(rest[found.end() :])

    def _take_times(self, line: str) -> str:
        """What is left of a line without the time it begins with, which is kept."""
        when = _WHEN.match(line)
        if when is None:
            return line
        both = read_times(when[1])
        one = read_time(when[1])
        if both is None and one is None:
            return line
        start, end = both or (one or "", "")
        if _HALF.search(when[1]):
            self._afternoon = start >= "12:00"
        elif self._afternoon:  # "3:10 p.m." and then "4:50"
            start, end = _later(start), _later(end)
        self._times = (start, end)
        return line[when.end() :]

    def _take_times_at_end(self, text: str) -> str:
        """What is left without times in brackets at the end, unless the item has times already."""
        when = _WHEN_AT_END.search(text)
        if when is None or self._times != ("", ""):
            return text
        left = self._take_times(when[1])
        return text if left else text[: when.start()]

    def _add(self, text: str, *, numbered: bool = True) -> None:
        text = self._take_times_at_end(text)
        presented = _PRESENTED.search(text)
        title = self._take_times_at_end(text[: presented.start()]) if presented else text
        title = " ".join(title.split())
        if not title:
            return
        depth = len(self._levels) - 1 if numbered else 0
        style = self._levels[-1].style if numbered else ""
        who = " ".join(presented[1].split()) if presented else ""
        self.made.append(PastedItem(depth, title, numbered, style, *self._times, presenter=who))
        self._times = ("", "")

    def _open_level(self, numbers: Mapping[str, int], end: str) -> None:
        """Leaves the level this label belongs to as the last of those open."""
        first: str = next((style for style in BY_DEPTH if numbers.get(style) == 1), "")
        tries: tuple[Callable[[_Level], bool], ...] = (
            lambda one: numbers[one.style] == one.number + 1 and one.end == end,
            lambda one: numbers[one.style] == one.number + 1,
            lambda one: one.end == end and (not first or one.style == first),
        )
        at = next((at for fits in tries if (at := self._level_of(numbers, fits)) is not None), None)
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
