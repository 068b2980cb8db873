"""One folding for comparing and sorting names, the same on every machine.

Letters compare without case and accents; letters that carry no separable
accent (ø, ł, ß, æ ...) fold to the Latin letters they are usually written
with. No locale is asked, so the app, the PDF and the DOCX sort alike.
"""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
        "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "ə": "a",
        "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl",
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
        "‐": "-", "‑": "-", "–": "-", "—": "-",
    }
)  # fmt: skip
_GAPS = {code: " " for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` without case and accents, spaces single: "Łukasz  ØSTBY" -> "lukasz ostby"."""
    if text.isascii():
        return " ".join(text.lower().split())
    lowered = text.casefold().translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return " ".join(bare.split())


def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`, punctuation taken as space: "O'Neil-Li, A." -> o neil li a."""
    return tuple(_words(fold(text)).split())


@lru_cache(maxsize=8192)
def _words(folded: str) -> str:
    if folded.isascii():
        return folded.translate(_GAPS)
    return "".join(c if c.isalnum() else " " for c in folded)


def name_key(name: str) -> str:
    """Equal for names that differ only in case, accents, punctuation and order of parts."""
    return " ".join(sorted(words(name)))
