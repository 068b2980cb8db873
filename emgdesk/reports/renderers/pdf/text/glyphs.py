"""Letters to glyphs: HarfBuzz shapes each word once, in the one font it is measured and drawn with.

A document numbers its glyphs itself: each pair of glyph and characters gets
its own code in the font, so that every code copies as exactly what was typed,
also where one glyph stands for two letters or a box for a missing one.
"""

from dataclasses import dataclass
from itertools import groupby
from unicodedata import category

import uharfbuzz as hb

from emgdesk.reports.renderers.pdf.text.bidi import has_rtl
from emgdesk.reports.renderers.pdf.text.faces import TEXT_FAMILY, Face, face, family_of

BOX = 0
"""The glyph every font shows for a character it lacks."""


class UsedFont:
    """A font as one document uses it: `name` in the page's resources, codes in order of first use."""

    def __init__(self, source: Face, name: str) -> None:
        self.source = source
        self.name = name
        self.codes: dict[tuple[int, str], str] = {}
        self.advances: dict[int, float] = {}

    def code(self, glyph: int, characters: str) -> str:
        """The code (four hex digits) under which `glyph` stands for `characters`."""
        known = self.codes.get((glyph, characters))
        if known is None:
            known = self.codes[glyph, characters] = f"{len(self.codes) + 1:04X}"
        return known

    def advance(self, glyph: int) -> float:
        """The glyph's own width, in thousandths of the type size."""
        known = self.advances.get(glyph)
        if known is None:
            width = self.source.hb_font.get_glyph_h_advance(glyph) * self.source.scale
            known = self.advances[glyph] = width
        return known


@dataclass(frozen=True, slots=True)
class Piece:
    """Shaped text in one font and direction, glyphs in the order they are drawn.

    `parts` are stretches at one height: (rise, body of a PDF show-text array);
    rise and `width` are in thousandths of the type size. `thicken` asks for a
    drawn bold; `missing` are characters that print as boxes.
    """

    font: UsedFont
    parts: tuple[tuple[float, str], ...]
    width: float
    thicken: bool = False
    missing: str = ""


class Shaper:
    """Shapes for one document: knows its fonts and remembers words."""

    def __init__(self) -> None:
        self.fonts: dict[str, UsedFont] = {}
        self._words: dict[tuple[str, bool, bool, int], tuple[Piece, ...]] = {}
        self._text_characters = face(TEXT_FAMILY.regular).characters

    def shape(self, word: str, bold: bool = False, italic: bool = False, level: int = 0) -> tuple[Piece, ...]:
        """The pieces of `word` (no break inside, one bidi level) in the order they are drawn."""
        key = (word, bold, italic, level)
        known = self._words.get(key)
        if known is None:
            known = self._words[key] = self._shape(word, bold, italic, level)
        return known

    def _shape(self, word: str, bold: bool, italic: bool, level: int) -> tuple[Piece, ...]:
        rtl = level % 2 == 1
        if self._text_characters.issuperset(word) and not has_rtl(word):
            font = self._font(TEXT_FAMILY.file(bold, italic))
            return (_piece(font, word, rtl, False, False),)
        pieces = []
        for family, run in groupby(clusters(word), key=family_of):
            wanted = family or TEXT_FAMILY
            font = self._font(wanted.file(bold, italic))
            thicken = bold and not wanted.bold
            pieces.append(_piece(font, "".join(run), rtl, thicken, family is None))
        return tuple(pieces[::-1] if rtl else pieces)

    def _font(self, file: str) -> UsedFont:
        font = self.fonts.get(file)
        if font is None:
            font = self.fonts[file] = UsedFont(face(file), f"F{len(self.fonts) + 1}")
        return font


def clusters(text: str) -> list[str]:
    """`text` cut before every character that is no mark or joiner of the one before."""
    found: list[str] = []
    for character in text:
        joined = character in "\u200c\u200d" or category(character) in ("Mn", "Mc", "Me")
        if joined and found:
            found[-1] += character
        else:
            found.append(character)
    return found


def _piece(font: UsedFont, text: str, rtl: bool, thicken: bool, unknown: bool) -> Piece:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    hb.shape(font.source.hb_font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts, advances = [info.cluster for info in infos], [place.x_advance for place in positions]
    characters = _characters(text, starts, advances, rtl)
    scale = font.source.scale
    stretches: list[tuple[float, list[str]]] = []
    width = 0.0
    missing = text if unknown else ""
    for info, position, stands_for in zip(infos, positions, characters, strict=True):
        glyph = info.codepoint
        if glyph == BOX and not unknown:
            missing += stands_for
        rise = position.y_offset * scale
        if not stretches or stretches[-1][0] != rise:
            stretches.append((rise, []))
        shift, advance = position.x_offset * scale, position.x_advance * scale
        body = stretches[-1][1]
        if shift:
            body.append(f">{-shift:.4g}<")
        body.append(font.code(glyph, stands_for))
        back = font.advance(glyph) + shift - advance
        if back:
            body.append(f">{back:.4g}<")
        width += advance
    parts = tuple((rise, f"<{''.join(body)}>".replace("<>", " ")) for rise, body in stretches)
    return Piece(font, parts, width, thicken, missing)


def _characters(text: str, starts: list[int], advances: list[int], rtl: bool) -> list[str]:
    """What each glyph stands for, given where its cluster of characters starts.

    Read from left to right the parts make up the text as it is drawn: readers
    of a PDF turn right-to-left stretches round themselves, ligatures included.
    Where glyphs share a cluster its characters are dealt out; where there are
    more glyphs than characters, the narrowest stand for nothing.
    """
    if len(starts) == len(text) == len(set(starts)):
        return [text[start] for start in starts]
    bounds = sorted(set(starts))
    ends = dict(zip(bounds, [*bounds[1:], len(text)], strict=True))
    found = [""] * len(starts)
    for start in bounds:
        glyphs = [index for index, at in enumerate(starts) if at == start]
        part = text[start : ends[start]]
        if len(glyphs) > len(part):
            widest = sorted(glyphs, key=lambda index: -advances[index])[: len(part)]
            glyphs = sorted(widest)
        for place, index in enumerate(reversed(glyphs) if rtl else glyphs):
            last = place == len(glyphs) - 1
            dealt = part[place:] if last else part[place]
            found[index] = dealt[::-1] if rtl else dealt
    return found
