"""Used fonts as PDF objects: only the used glyphs are embedded, each code with what it copies as.

reportlab's own TrueType support knows characters, not glyphs; shaped text needs
glyph codes, so the few objects of a composite font are written here.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from struct import pack
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from emgdesk.reports.renderers.pdf.text.glyphs import UsedFont

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{mappings}
endcmap CMapName currentdict /CMap defineresource pop end end"""


class EmbeddedFonts:
    """Stands in reportlab's list of fonts to finish: writes them when every page is known."""

    def __init__(self, fonts: Iterable[UsedFont]) -> None:
        self._fonts = fonts

    def addObjects(self, document: Any) -> None:  # noqa: N802 - reportlab's name
        """Add every used font to the resources all pages share."""
        resources: Any = document.idToObject["BasicFonts"]
        for font in self._fonts:
            resources.dict[font.name] = document.Reference(_font(document, font))


def _font(document: Any, font: UsedFont) -> PDFDictionary:
    glyphs = [glyph for glyph, _ in font.codes]
    program, numbers = font.source.subset(glyphs)
    tag = "".join(chr(ord("A") + byte % 26) for byte in sha256(program).digest()[:6])
    name = PDFName(f"{tag}+{font.source.name}")
    map_to_glyphs = pack(f">{len(glyphs) + 1}H", 0, *(numbers[glyph] for glyph in glyphs))
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(_descriptor(document, font, name, program)),
            "DW": 0,
            "W": PDFArray([1, PDFArray([round(font.advance(glyph), 2) for glyph in glyphs])]),
            "CIDToGIDMap": _stream(document, map_to_glyphs),
        }
    )
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": name,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(descendant)]),
            "ToUnicode": _stream(document, _to_unicode(font).encode("ascii")),
        }
    )


def _descriptor(document: Any, font: UsedFont, name: Any, program: bytes) -> PDFDictionary:
    box = font.source.box
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": 4,
            "FontBBox": PDFArray(list(box)),
            "ItalicAngle": -12 if "Italic" in font.source.name else 0,
            "Ascent": box[3],
            "Descent": box[1],
            "CapHeight": 714,
            "StemV": 140 if "Bold" in font.source.name else 80,
            "FontFile2": _stream(document, program, Length1=len(program)),
        }
    )


def _stream(document: Any, content: bytes, **entries: int) -> Any:
    return document.Reference(PDFStream(PDFDictionary(entries), content, filters=[PDFZCompress]))


def _to_unicode(font: UsedFont) -> str:
    lines = [
        f"<{code}> <{characters.encode('utf-16-be', 'replace').hex().upper()}>"
        for (_, characters), code in font.codes.items()
        if characters
    ]
    return _CMAP.format(
        mappings="\n".join(
            f"{len(some)} beginbfchar\n" + "\n".join(some) + "\nendbfchar" for some in _hundreds(lines)
        )
    )


def _hundreds(lines: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(lines)
    while some := list(islice(rest, 100)):
        yield some
