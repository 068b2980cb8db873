"""Where a line may end, and which characters never reach the page."""

import re
from collections.abc import Iterator
from unicodedata import normalize

_CJK = "\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_CLOSING = "、。，．）」』】〉》！？：；"
_OPENING = "（「『【〈《"
_TOKENS = re.compile(rf"[ \t\u3000]+|[{_OPENING}]*[{_CJK}][{_CLOSING}]*|[^ \t\u3000{_CJK}]+")
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\dA-Z_]{3}[-‐–—/])(?=[^\W\d_]{3})")
_ANYWHERE_FIT = re.compile(r"(?<=\w\w[-‐–—/_.@&=#?])(?=\w)")
_IN_ADDRESS = re.compile(r"(?<=[^:/][/?&=#_.@-])(?=\w)")
_ADDRESS = re.compile(r"://|www\.|@")
_CARE = re.compile(rf"[\t\n\u0590-\u08ff\u200e\u200f{_CJK}\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U0001ffff]")
_DROPPED = (
    dict.fromkeys(
        (
            *range(0x09),
            *range(0x0B, 0x20),
            *range(0x7F, 0xA0),
            *(0xAD, 0x200B, 0x2060, 0xFEFF),
            *range(0x202A, 0x202F),
            *range(0x2066, 0x206A),
        )
    )
    | {0x09: " ", 0x2028: "\n", 0x2029: "\n"}
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
)


def clean(text: str) -> str:
    """`text` composed (NFC), control characters gone, tabs as spaces, separators as line breaks."""
    if not text.isascii():
        text = normalize("NFC", text)
    return text if text.isprintable() else text.translate(_DROPPED)


def is_plain(text: str) -> bool:
    """Whether cleaned `text` is one line from left to right that ends only at spaces and hyphens."""
    return _CARE.search(text) is None


def last_resorts(word: str) -> list[str]:
    """Where to divide a word wider than the measure: after its hyphens, slashes and points."""
    return _ANYWHERE_FIT.split(word)


def units(text: str) -> Iterator[tuple[int, int]]:
    """From and to of each stretch no line end divides; stretches of space are units of their own."""
    for token in _TOKENS.finditer(text):
        start, end = token.span()
        word = token.group()
        within = _IN_ADDRESS if _ADDRESS.search(word) else _AFTER_HYPHEN
        for mark in within.finditer(word):
            cut = token.start() + mark.start()
            yield start, cut
            start = cut
        yield start, end
