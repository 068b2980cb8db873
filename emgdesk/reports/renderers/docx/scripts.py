"""Texts by script: Word asks of every run whether it is read from the right and which font is meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from unicodedata import bidirectional

from emgdesk.reports.renderers.pdf.text.bidi import has_rtl, levels
from emgdesk.reports.renderers.pdf.text.breaking import clean


@dataclass(frozen=True, slots=True)
class Script:
    """How runs of a script are marked: `slot` is the font slot Word takes for it."""

    slot: str = ""
    font: str = ""
    language: str = ""


LATIN = Script()
ARABIC = Script("cs", "Noto Sans Arabic", "ar-SA")
HEBREW = Script("cs", "Noto Sans Hebrew", "he-IL")
THAI = Script("cs", "Noto Sans Thai", "th-TH")
DEVANAGARI = Script("cs", "Noto Sans Devanagari", "hi-IN")
HAN = Script("eastAsia", "Noto Sans SC", "zh-CN")
KANA = Script("eastAsia", "Noto Sans SC", "ja-JP")
HANGUL = Script("eastAsia", "NanumSquare", "ko-KR")

_RANGES = (
    (0x0590, 0x05FF, HEBREW),
    (0x0600, 0x08FF, ARABIC),
    (0x0900, 0x097F, DEVANAGARI),
    (0x0E00, 0x0E7F, THAI),
    (0x1100, 0x11FF, HANGUL),
    (0x2E80, 0x303F, HAN),
    (0x3040, 0x30FF, KANA),
    (0x3100, 0x312F, HAN),
    (0x3130, 0x318F, HANGUL),
    (0x31C0, 0x31EF, HAN),
    (0x31F0, 0x31FF, KANA),
    (0x3200, 0x9FFF, HAN),
    (0xA960, 0xA97F, HANGUL),
    (0xAC00, 0xD7FF, HANGUL),
    (0xF900, 0xFAFF, HAN),
    (0xFB1D, 0xFB4F, HEBREW),
    (0xFB50, 0xFDFF, ARABIC),
    (0xFE30, 0xFE4F, HAN),
    (0xFE70, 0xFEFE, ARABIC),
    (0xFF00, 0xFFEF, HAN),
    (0x20000, 0x3FFFF, HAN),
)
_OTHER = re.compile("[\u0590-\u0fff\u1100-\u11ff\u2e80-\ufeff\uff00-\uffef\U00010000-\U0003ffff]")
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one script and one direction."""

    text: str
    script: Script
    rtl: bool = False


def printable(text: str) -> str:
    """`text` as the PDF prints it, without what an XML file cannot hold."""
    return _NOT_XML.sub("\ufffd", clean(text))


def stretches(text: str, base: int = 0) -> Iterator[Stretch]:
    """`text` (printable) in its stretches; `base` 1 for a paragraph read from the right."""
    if not _OTHER.search(text):
        if text:
            yield Stretch(text, LATIN)
        return
    start = 0
    for (script, rtl), group in groupby(_marked(text, base)):
        end = start + len(list(group))
        yield Stretch(text[start:end], script, rtl)
        start = end


def _marked(text: str, base: int) -> Iterator[tuple[Script, bool]]:
    """Script and direction of each character; what belongs to no script goes with what stands before."""
    sides = list(_sides(text, base)) if has_rtl(text) else [False] * len(text)
    last: dict[bool, Script] = {True: next((s for s in map(_script, text) if s in (ARABIC, HEBREW)), ARABIC)}
    for character, rtl in zip(text, sides, strict=True):
        script = _script(character)
        if rtl and script not in (ARABIC, HEBREW):
            script = last[True]
        elif script is None:
            neutral = bidirectional(character) in ("NSM", "BN")
            script = last.get(False, LATIN) if neutral else LATIN
        last[rtl] = script
        yield script, rtl


def _sides(text: str, base: int) -> Iterator[bool]:
    """Which characters Word is told to read from the right: of odd level, and the numbers among them."""
    last = base == 1
    for level, character in zip(levels(text, base), text, strict=True):
        kind = bidirectional(character)
        if kind in ("L", "R", "AL"):
            last = kind != "L"
        yield level % 2 == 1 or (level > 0 and last and kind in ("EN", "AN", "ES", "CS", "ET"))


def _script(character: str) -> Script | None:
    code = ord(character)
    if code < 0x0590:
        return None
    return next((script for first, last, script in _RANGES if first <= code <= last), None)
