"""Text to lines of a given measure, ready to be shown: broken, ordered, and with its links."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from emgdesk.reports.blocks import Run, Text, marks_apart
from emgdesk.reports.renderers.pdf.text.bidi import base_level, has_rtl, levels, visual_order
from emgdesk.reports.renderers.pdf.text.breaking import clean, is_plain, last_resorts, units
from emgdesk.reports.renderers.pdf.text.glyphs import Piece, Shaper, clusters
from emgdesk.reports.renderers.pdf.text.showing import show
from emgdesk.reports.renderers.pdf.theme import FOOTNOTE, LEFT, PAGE_WIDTH, RIGHT, Style

_RAISED = 0.66
"""The size of a raised mark, as a share of the text's."""
_MEASURE = PAGE_WIDTH - LEFT - RIGHT


@dataclass(frozen=True, slots=True)
class Link:
    """A linked stretch of a line: from and to (points from its left end), web address."""

    start: float
    end: float
    address: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stroke through or under a stretch of a line; `rise` over the base line in shares of the type size."""

    start: float
    end: float
    rise: float


@dataclass(frozen=True, slots=True)
class Line:
    """One set line: its width in points, the operators that show it, whether it is read from the right.

    `notes` are the set lines of each footnote whose mark stands in it.
    """

    width: float
    code: str
    links: tuple[Link, ...] = ()
    rtl: bool = False
    strokes: tuple[Stroke, ...] = ()
    notes: "tuple[tuple[Line, ...], ...]" = ()


@dataclass(frozen=True, slots=True)
class _Dress:
    """What a stretch is beside its type: a link, the mark of a footnote, struck or underlined."""

    link: str | None
    note: Text | None
    mark: str
    struck: bool
    underlined: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    """Pieces of one dress and direction; `width` in points."""

    pieces: tuple[Piece, ...]
    width: float
    dress: _Dress | None
    level: int


@dataclass(frozen=True, slots=True)
class _Unit:
    """Atoms no line end divides; `space` ones vanish at line ends."""

    atoms: tuple[_Atom, ...]
    width: float
    space: bool


class Typesetter:
    """Sets the texts of one document; remembers which characters no font has, and where they stood."""

    def __init__(self) -> None:
        self.shaper = Shaper()
        self.missing: dict[tuple[str, str], None] = {}
        self.whose = ""
        """Whom the texts being set belong to, where they are more than a name."""

    def lines(self, text: Text, style: Style, width: float, *, by_first_letter: bool = False) -> list[Line]:
        """The lines of `text`, at most `width` points wide (but never less than a letter); none for "".

        Mixed directions are ordered as in a left-to-right text, or with
        `by_first_letter` as the first letter that has a direction says.
        """
        if isinstance(text, str):
            text = clean(text)
            line = self._whole(text, style, width) if is_plain(text) else None
            if line:
                return [line]
            text = (Run(text),)
        return [
            line
            for runs in _by_line_break(marks_apart(text))
            for line in _Paragraph(self, runs, style, by_first_letter).lines(width)
        ]

    def shape(self, word: str, style: Style, level: int, whole: str) -> tuple[Piece, ...]:
        """The pieces of `word`; what no font has is noted with the `whole` text it stands in."""
        pieces = self.shaper.shape(word, style.bold, style.italic, level)
        for piece in pieces:
            for character in piece.missing:
                named = not self.whose or self.whose in whole
                self.missing[character, whole if named else f"{whole} ({self.whose})"] = None
        return pieces

    def _whole(self, text: str, style: Style, width: float) -> Line | None:
        """`text` as one line if it fits: the common case of names and acronyms."""
        pieces: list[Piece] = []
        for word in text.split(" "):
            if pieces:
                pieces.extend(self.shape(" ", style, 0, text))
            if word:
                pieces.extend(self.shape(word, style, 0, text))
        length = _width(pieces, style, len(text))
        return Line(length, show(pieces, style)) if pieces and length <= width else None

    def note(self, mark: str, note: Text) -> tuple[Line, ...]:
        """The lines of a footnote behind its raised mark."""
        runs = (Run(note),) if isinstance(note, str) else note
        flat = (replace(run, note=None if run.note is None else "") for run in runs)
        text = (Run(mark, note=""), Run(" "), *flat)
        return tuple(self.lines(text, FOOTNOTE, _MEASURE, by_first_letter=True))


class _Paragraph:
    """One physical line of a text on its way to set lines."""

    def __init__(self, setter: Typesetter, runs: Sequence[Run], style: Style, by_first_letter: bool) -> None:
        self._setter = setter
        self._style = style
        self._text = "".join(run.text for run in runs)
        self._base = base_level(self._text) if by_first_letter else 0
        mixed = self._base or has_rtl(self._text)
        self._levels = levels(self._text, self._base) if mixed else [0] * len(self._text)
        self._ends = list(accumulate(len(run.text) for run in runs))
        self._dresses = [(_type(run, style), _dress(run)) for run in runs]

    def lines(self, width: float) -> Iterator[Line]:
        """The set lines; one without text for an empty paragraph inside a text."""
        line: list[_Unit] = []
        used = 0.0
        for unit in self._units(width):
            if line and used + unit.width > width and not unit.space:
                yield self._line(line)
                line, used = [], 0.0
            if line or not unit.space:
                line.append(unit)
                used += unit.width
        yield self._line(line)

    def _units(self, width: float) -> Iterator[_Unit]:
        for start, end in units(self._text):
            unit = self._unit(start, end)
            if unit.width <= width or unit.space:
                yield unit
            else:
                yield from self._divided(start, end, width)

    def _divided(self, start: int, end: int, width: float) -> Iterator[_Unit]:
        """A word wider than the measure, divided where it hurts least."""
        for part in last_resorts(self._text[start:end]):
            unit = self._unit(start, start + len(part))
            if unit.width <= width:
                yield unit
                start += len(part)
            else:
                for cluster in clusters(part):
                    yield self._unit(start, start + len(cluster))
                    start += len(cluster)

    def _unit(self, start: int, end: int) -> _Unit:
        atoms: list[_Atom] = []
        while start < end:
            run = bisect_right(self._ends, start)
            style, dress = self._dresses[run]
            level = self._levels[start]
            cut = start + 1
            while cut < min(self._ends[run], end) and self._levels[cut] == level:
                cut += 1
            pieces = self._setter.shape(self._text[start:cut], style, level, self._text)
            atoms.append(_Atom(pieces, _width(pieces, style, cut - start), dress, level))
            start = cut
        return _Unit(tuple(atoms), sum(atom.width for atom in atoms), self._text[end - 1].isspace())

    def _line(self, line: list[_Unit]) -> Line:
        while line and line[-1].space:
            line.pop()
        atoms = [atom for unit in line for atom in unit.atoms]
        ordered = [atoms[index] for index in visual_order([atom.level for atom in atoms])]
        links: list[Link] = []
        strokes: list[Stroke] = []
        codes: list[str] = []
        x = 0.0
        for dress, group in groupby(ordered, key=lambda atom: atom.dress):
            inner = list(group)
            end = x + sum(atom.width for atom in inner)
            style = self._style
            if dress:
                style = _dressed(style, dress)
                strokes.extend(_strokes(dress, x, end))
                if dress.link:
                    links.append(Link(x, end, dress.link))
            codes.append(show([piece for atom in inner for piece in atom.pieces], style))
            x = end
        rtl, notes = self._base == 1, tuple(self._notes(atoms))
        return Line(x, " ".join(codes), tuple(links), rtl, tuple(strokes), notes)

    def _notes(self, atoms: Sequence[_Atom]) -> Iterator[tuple[Line, ...]]:
        """The footnotes of a line; each once, however many atoms its mark is of."""
        for dress, _ in groupby(atoms, key=lambda atom: atom.dress):
            if dress and dress.note:
                yield self._setter.note(dress.mark, dress.note)


def _type(run: Run, style: Style) -> Style:
    bold, italic = style.bold or run.bold, style.italic != run.italic
    if run.note is not None:
        return replace(style, bold=bold, italic=italic, size=style.size * _RAISED)
    return replace(style, bold=bold, italic=italic)


def _dress(run: Run) -> _Dress | None:
    if run.link or run.note is not None or run.struck or run.underlined:
        return _Dress(run.link, run.note, run.text, run.struck, run.underlined)
    return None


def _dressed(style: Style, dress: _Dress) -> Style:
    if dress.note is not None:
        style = replace(style, size=style.size * _RAISED, rise=style.size * 0.36)
    return replace(style, tint="link") if dress.link else style


def _strokes(dress: _Dress, start: float, end: float) -> Iterator[Stroke]:
    if dress.struck:
        yield Stroke(start, end, 0.27)
    if dress.underlined:
        yield Stroke(start, end, -0.13)


def _width(pieces: Sequence[Piece], style: Style, characters: int) -> float:
    return sum([piece.width for piece in pieces]) * style.size / 1000 + style.tracking * characters


def _by_line_break(text: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of each physical line; blank ones at the ends are dropped."""
    lines: list[list[Run]] = [[]]
    for run in text:
        first, *others = clean(run.text).split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=other)] for other in others)
    filled = [index for index, line in enumerate(lines) if any(run.text.strip() for run in line)]
    if filled:
        yield from lines[filled[0] : filled[-1] + 1]
