"""What somebody meant to fill in and did not: "<insert date>", "TBD", "xx", "[...]", "???"."""

import re

_LINK = re.compile(  # bounded, for texts that open brackets and never close them
    r"(?<!\\)!?\[((?:[^\[\]\\]|\\.){0,400})\]"
    r"\(([^()\s]{0,900}(?:\([^()\s]{0,200}\)[^()\s]{0,900}){0,3})(?:\s\"[^\"]{0,200}\")?\)"
)
_GAP, _BREAK = re.compile(r"[^\S\n]+"), re.compile(r" ?\n[ \n]*")
_MARK = re.compile(r"\[\^\w+\]")
_ADDRESS = re.compile(r"<(?:[a-z][a-z0-9+.-]*:|[^<>\s]+@)[^<>\s]*>", re.IGNORECASE)
_BARE = re.compile(r"\bhttps?://\S+", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|br|p|ul|ol|li|sup|sub|span|a|hr)\b[^<>]*/?>", re.IGNORECASE)
_FOUND = (
    re.compile(r"(?<![\w])<\s?[A-Za-z][^<>\n]{0,80}>"),
    re.compile(r"\[(?!sic\])[^\[\]\n]{0,120}\]"),
    re.compile(r"\b(?:TBD|TBC|TBA|tbd|tbc|tba)\b|\b[Tt]\.[Bb]\.[DdCcAa]\."),
    re.compile(r"\b(?:x{2,}|X{2,})\b"),
    re.compile(r"\?{2,}"),
    re.compile(r"_{3,}"),
    re.compile(r"\blorem ipsum\b", re.IGNORECASE),
)
# "Chapter XX", "XX century", "XXX. Heading": a numeral, not a gap.
_NUMERAL_AFTER = re.compile(
    r"\b(?:chapter|article|part|section|annex|title|volume|goal|appendix|book|phase|no\.?)\s+$", re.IGNORECASE
)
_NUMERAL_BEFORE = re.compile(r"\s+centur|\.\s|\)", re.IGNORECASE)


def plain_text(text: str) -> str:
    """CommonMark with links as their words, without addresses, footnote marks and escapes; spaces single."""
    text = _LINK.sub(r"\1", single_spaced(text))
    text = _ADDRESS.sub(" ", _MARK.sub(" ", text))
    return _ESCAPE.sub(r"\1", text)


def single_spaced(text: str) -> str:
    """`text` with runs of spaces as one, and of line breaks as one."""
    return _BREAK.sub("\n", _GAP.sub(" ", text))


def placeholders(text: str, *, marked: bool = False) -> tuple[str, ...]:
    """The placeholders left in a text (CommonMark where `marked`), each once, in order.

    >>> placeholders("attended by xx members <insert date>")
    ('xx', '<insert date>')
    """
    text = plain_text(text) if marked else single_spaced(text)
    text = _TAG.sub(" ", _BARE.sub(" ", text))
    hits = [match for pattern in _FOUND for match in pattern.finditer(text) if not _is_numeral(text, match)]
    hits.sort(key=lambda match: match.start())
    kept: list[re.Match[str]] = []
    for match in hits:
        if not kept or match.start() >= kept[-1].end():  # "[TBD]" is one
            kept.append(match)
    return tuple(dict.fromkeys(match[0] for match in kept))


def links_without_address(text: str) -> tuple[str, ...]:
    """The words of links that lead nowhere: "[the report](#)"."""
    return tuple(dict.fromkeys(link[1] for link in _LINK.finditer(text) if link[2] in ("", "#")))


def _is_numeral(text: str, match: re.Match[str]) -> bool:
    """Whether capital X's are the number 20 or 30."""
    if match[0] not in ("XX", "XXX"):
        return False
    before, after = text[: match.start()], text[match.end() :]
    starts = not before.strip() or before.endswith("\n")
    return bool(_NUMERAL_AFTER.search(before) or re.match(r"\s+centur", after)) or (
        starts and bool(_NUMERAL_BEFORE.match(after))
    )
