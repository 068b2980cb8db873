"""One folding for comparing and sorting names, the same on every machine.

Letters compare without case and accents; letters that carry no separable
accent (ø, ł, ß, æ ...) fold to the Latin letters they are usually written
with. Marks are accents only on Latin, Greek, Cyrillic, Hebrew and Arabic
letters; elsewhere (Devanagari, Thai, kana ...) they spell the word and stay.
No locale is asked, so the app, the PDF and the DOCX sort alike.
"""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
        "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "ə": "a",
        "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl",
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
        "‐": "-", "‑": "-", "–": "-", "—": "-", "\u200d": "",
        "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "",
    }
)  # fmt: skip
_ACCENTED = ((0x0000, 0x0900), (0x1D00, 0x2000), (0x2C60, 0x2C80), (0xA640, 0xA800), (0xAB30, 0xAB70))
_SELECTORS = ((0xFE00, 0xFE10), (0xE0100, 0xE01F0))  # they choose a glyph and mean nothing
_GAPS = {code: " " for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` without case and accents, spaces single: "Łukasz  ØSTBY" -> "lukasz ostby"."""
    if text.isascii():
        return " ".join(text.lower().split())
    lowered = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)).translate(_LETTERS)
    return " ".join(unicodedata.normalize("NFC", _without_accents(lowered)).split())


def _without_accents(text: str) -> str:
    """Decomposed `text` without the marks that are accents of the letter before."""
    kept: list[str] = []
    accented = True  # whether marks on the letter just kept are accents; a mark on nothing is none
    for c in text:
        if not c.isascii() and unicodedata.category(c)[0] == "M":
            if accented or _within(c, _SELECTORS):
                continue
        else:
            accented = _within(c, _ACCENTED)
        kept.append(c)
    return "".join(kept)


def _within(c: str, blocks: tuple[tuple[int, int], ...]) -> bool:
    code = ord(c)
    return any(first <= code < end for first, end in blocks)


def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`, punctuation taken as space: "O'Neil-Li, A." -> o neil li a."""
    return tuple(_words(fold(text)).split())


@lru_cache(maxsize=8192)
def _words(folded: str) -> str:
    if folded.isascii():
        return folded.translate(_GAPS)
    return "".join(c if c.isalnum() or unicodedata.category(c) in ("Mn", "Mc") else " " for c in folded)


def name_key(name: str) -> str:
    """Equal for names that differ only in case, accents, punctuation and order of parts."""
    return " ".join(sorted(words(name)))
