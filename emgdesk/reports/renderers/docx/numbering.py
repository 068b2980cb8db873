"""Our labels as numbering of Word's: a list counts itself in Word, and shows exactly the label it was given.

A label is read as what stands around its number, the number and the way it is
written: "b)" is the 2nd letter before a bracket. Where the next label is what a
running list would show, the paragraph joins that list; else a new list begins
at its number. What no list of Word's can show is left to be typed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from emgdesk.domain.numbering import LabelStyle, label
from emgdesk.reports.renderers.docx.elements import Element, el, twips, val

_PARTS = re.compile(r"(.*?)([0-9]+|[a-zA-Z]+)([^0-9a-zA-Z]*)", re.DOTALL)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_FORMATS = {
    "1": "decimal", "01": "decimalZero", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
    "I": "upperRoman", "": "bullet",
}  # fmt: skip
_LAST_LETTER = 27
"""Up to here (aa) Word counts letters as we do."""
_DEEPEST = 8
_MOST_LISTS = 1900
"""Word stumbles over files with more than some two thousand lists."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the labels of a level look: style of the number ("" a bullet) and the text around it."""

    style: str
    before: str
    after: str = ""

    def show(self, number: int) -> str:
        """The label of `number`."""
        if not self.style:
            return self.before
        shown = f"{number:02d}" if self.style == "01" else label(number, _label_style(self.style))
        return f"{self.before}{shown}{self.after}"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: its labels and where they and their texts stand (points).

    `right` sets labels against the text (numbers under each other by their points).
    """

    shape: Shape
    left: float
    hanging: float
    right: bool = False


@dataclass(slots=True)
class _Running:
    """A list as Word counts it: its levels by depth, where each begins, and where it stands."""

    levels: dict[int, Level]
    starts: dict[int, int]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> int:
        return self.counts[depth] + 1 if depth in self.counts else self.starts[depth]

    def count(self, depth: int) -> None:
        number = self.next(depth)
        self.counts = {deep: at for deep, at in self.counts.items() if deep < depth} | {depth: number}


class Numbering:
    """The lists of one document."""

    def __init__(self) -> None:
        self._lists: list[_Running] = []
        self._bullets: dict[tuple[int, Level], int] = {}
        self._joined: dict[tuple[object, int, Shape], int] = {}

    def number(
        self, text: str, depth: int, place: Level, *, run: object, below: int | None = None
    ) -> tuple[int, int] | None:
        """The list and level that show `text`, None if it has to be typed.

        `run` names what it may continue (the numbered paragraphs of the document, this list); `below` is
        the list of the item it stands in. The shape of `place` is that of `text` in the end.
        """
        depth = min(depth, _DEEPEST)
        read = readings(text)
        for shape, number in read:
            level = replace(place, shape=shape)
            running = self._joined.get((run, depth, shape), below)
            if running is not None and self._shows(running, depth, level, number):
                return self._take(running, depth, run, shape)
        if not read or len(self._lists) >= _MOST_LISTS:
            return None
        shape, number = read[0]
        level = replace(place, shape=shape)
        if not shape.style:
            if (depth, level) not in self._bullets:
                self._bullets[depth, level] = self._open(depth, level, 1)
            return self._take(self._bullets[depth, level], depth, run, shape)
        return self._take(self._open(depth, level, number, below), depth, run, shape)

    def _shows(self, index: int, depth: int, level: Level, number: int) -> bool:
        running = self._lists[index - 1]
        if not level.shape.style or running.levels.get(depth) != level:
            return False
        return running.next(depth) == number

    def _take(self, index: int, depth: int, run: object, shape: Shape) -> tuple[int, int]:
        self._lists[index - 1].count(depth)
        self._joined[run, depth, shape] = index
        return index, depth

    def _open(self, depth: int, level: Level, start: int, below: int | None = None) -> int:
        """A list for `level`; a level its mother list does not know yet is added to that one."""
        if below is not None:
            mother = self._lists[below - 1]
            if depth not in mother.levels and depth - 1 in mother.levels:
                mother.levels[depth], mother.starts[depth] = level, start
                return below
        self._lists.append(_Running({depth: level}, {depth: start}))
        return len(self._lists)

    def elements(self) -> Iterator[Element]:
        """The definitions of all lists, then the lists."""
        for index, running in enumerate(self._lists, start=1):
            yield _definition(index, running)
        for index in range(1, len(self._lists) + 1):
            yield el("num", val("abstractNumId", index), numId=index)


def readings(text: str) -> list[tuple[Shape, int]]:
    """What `text` may be the label of, the likeliest (lowest) number first; none if it can only be typed."""
    if not text or "%" in text or "\n" in text:
        return []
    match = _PARTS.fullmatch(text)
    if not match:
        return [(Shape("", text), 1)]
    before, core, after = match.groups()
    found = [(Shape(style, before, after), number) for style, number in _numbers(core)]
    return sorted(((shape, n) for shape, n in found if shape.show(n) == text), key=lambda pair: pair[1])


def _numbers(core: str) -> Iterator[tuple[str, int]]:
    if core.isdigit():
        if len(core) < 6:
            yield ("01" if core[0] == "0" else "1"), int(core)
        return
    letters, numerals = ("a", "i") if core.islower() else ("A", "I")
    number = 0
    for character in core.lower():
        number = number * 26 + ord(character) - ord("a") + 1
    if number <= _LAST_LETTER:
        yield letters, number
    if set(core.lower()) <= set(_ROMAN):
        yield numerals, _roman_value(core.lower())


def _roman_value(core: str) -> int:
    values = [_ROMAN[character] for character in core]
    return sum(
        -value if any(later > value for later in values[index + 1 :]) else value
        for index, value in enumerate(values)
    )


def _label_style(style: str) -> LabelStyle:
    known: dict[str, LabelStyle] = {"1": "1", "a": "a", "A": "A", "i": "i", "I": "I"}
    return known[style]


def _definition(index: int, running: _Running) -> Element:
    deepest = max(running.levels)
    levels = [
        _level(depth, running.levels.get(depth), running.starts.get(depth, 1)) for depth in range(deepest + 1)
    ]
    kind = "multilevel" if deepest else "singleLevel"
    return el(
        "abstractNum", val("nsid", f"{0x4D000000 + index:08X}"), val("multiLevelType", kind), *levels,
        abstractNumId=index,
    )  # fmt: skip


def _level(depth: int, level: Level | None, start: int) -> Element:
    if level is None:  # a level nobody uses, above the one that is
        return el(
            "lvl",
            val("start", 1),
            val("numFmt", "none"),
            val("suff", "nothing"),
            val("lvlText", ""),
            ilvl=depth,
        )
    shape = level.shape
    text = f"{shape.before}%{depth + 1}{shape.after}" if shape.style else shape.before
    return el(
        "lvl",
        val("start", start),
        val("numFmt", _FORMATS[shape.style]),
        val("lvlText", text),
        val("lvlJc", "right" if level.right else "left"),
        el("pPr", el("ind", left=twips(level.left), hanging=twips(level.hanging))),
        ilvl=depth,
    )  # fmt: skip


def hanging(labels: Sequence[str], size: float, least: float) -> float:
    """How far texts hang behind the widest of `labels` (points), judged by their letters."""
    return max([least, *(size * sum(_WIDTHS.get(c, 0.58) for c in text) + 5.0 for text in labels)])


_WIDTHS = (
    dict.fromkeys(".,:;()'|!Iijl ", 0.32)
    | dict.fromkeys("mwMWQO%@", 0.9)
    | dict.fromkeys("ABCDGHKNRUVXYZ", 0.72)
)


def is_bullet(text: str) -> bool:
    """Whether a label counts nothing."""
    return not any(character.isalnum() for character in text)
