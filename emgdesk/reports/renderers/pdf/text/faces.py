"""The shipped fonts: which file draws which character.

A file is opened (memory-mapped) when a text first needs it; its coverage is
read from the character map alone. Latin, Cyrillic and Greek come from the
text family; every other script falls to the first family that has it.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

import uharfbuzz as hb

from emgdesk import paths


@dataclass(frozen=True, slots=True)
class Family:
    """File names (without .ttf) of a family; a missing bold is drawn thickened, a missing italic upright."""

    regular: str
    bold: str = ""
    italic: str = ""
    bold_italic: str = ""

    def file(self, bold: bool, italic: bool) -> str:
        """The file that comes nearest to the wanted style."""
        if bold and italic:
            return self.bold_italic or self.bold or self.regular
        if bold:
            return self.bold or self.regular
        return (self.italic if italic else "") or self.regular


TEXT_FAMILY = Family("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSans-BoldItalic")

FAMILIES = (
    TEXT_FAMILY,
    Family("NotoSansArabic-Regular", "NotoSansArabic-Bold"),
    Family("NotoSansHebrew-Regular", "NotoSansHebrew-Bold"),
    Family("NotoSansThai-Regular", "NotoSansThai-Bold"),
    Family("NotoSansDevanagari-Regular", "NotoSansDevanagari-Bold"),
    Family("NotoSansSC-Regular"),
    Family("NanumSquareR", "NanumSquareB"),
)
"""In the order they are asked; Han characters come from the Chinese face before the Korean one."""


_NOT_EMBEDDED = (b"GSUB", b"GPOS", b"GDEF", b"kern", b"cmap", b"post", b"name", b"OS/2")
"""Tables that serve shaping and menus; glyphs are drawn by number."""


class Face:
    """One font file, opened at first use."""

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def hb_face(self) -> hb.Face:
        """The parsed file."""
        return hb.Face(hb.Blob.from_file_path(str(paths.resources() / "fonts" / f"{self.name}.ttf")))

    @cached_property
    def hb_font(self) -> hb.Font:
        """The file ready for shaping, in font units."""
        return hb.Font(self.hb_face)

    @cached_property
    def scale(self) -> float:
        """Thousandths of an em in a font unit."""
        return 1000 / int(self.hb_face.upem)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character the file has a glyph for."""
        return frozenset(map(chr, self.hb_face.unicodes))

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The box around all glyphs (left, bottom, right, top), in thousandths of an em."""
        head = self.hb_face.reference_table("head").data
        left, bottom, right, top = (round(unit * self.scale) for unit in struct.unpack(">4h", head[36:44]))
        return left, bottom, right, top

    def subset(self, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
        """A TrueType file with `glyphs` alone (and the box), and their numbers in it by their old ones."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _NOT_EMBEDDED)
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        plan = hb.SubsetPlan(self.hb_face, wanted)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


@cache
def face(name: str) -> Face:
    """The one Face of a font file."""
    return Face(name)


@cache
def family_of(cluster: str) -> Family | None:
    """The first family that has every character of `cluster`, else the first that has its base, else None."""
    drawn = [c for c in cluster if c not in "\u200c\u200d\ufe0e\ufe0f"] or [cluster[0]]
    for wanted in (drawn, drawn[:1]):
        for family in FAMILIES:
            if face(family.regular).characters.issuperset(wanted):
                return family
    return None
