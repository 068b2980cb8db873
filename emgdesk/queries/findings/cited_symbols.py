"""Symbols of documents that a text cites, in prose or as `doc:` links."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from emgdesk.domain.symbols import document_key, parse_symbol, symbol_key
from emgdesk.queries.documents import DocumentRow
from emgdesk.queries.findings.placeholders import plain_text
from emgdesk.queries.meetings import MeetingRow

_DOC = re.compile(r"\]\(\s*(?:<doc:([^>\n]+)>|doc:((?:[^()\s]|\([^()]*\))+))\s*\)", re.IGNORECASE)
_HEAD = re.compile(r"\bEMG[\s./_-]?SOM[\s./_-]?\d{1,3}(?:st|nd|rd|th)?(?!\d)", re.IGNORECASE)
# What holds the parts of a symbol together; a space alone does only before INF, CRP, Rev., Add. and Corr.
_NEXT = re.compile(
    r"(?:\s?[/_–-]\s?|\(|\.|\)\s?[/_-]?\s?|\s(?=(?:INF|CRP|Rev|Add|Corr)\b)|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z]))"
    r"(?P<part>mid-?term|[a-z]+|\d{1,3}(?!\d))",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s[–-]\s")
_MONTH = re.compile(
    r"\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|(?:st|nd|rd|th)\b", re.IGNORECASE
)


def cited_symbols(text: str) -> Iterator[str]:
    """The symbols a text (CommonMark) cites, each once, as written.

    >>> list(cited_symbols("see document EMGSOM.24(b) - 5 of the EMG SOM28"))
    ['EMGSOM.24(b) - 5']
    """
    seen = set()
    linked = [unquote(one or other).strip() for one, other in _DOC.findall(text)]
    for symbol in (*linked, *_in_prose(plain_text(text))):
        if (key := symbol_key(symbol)) and key not in seen:
            seen.add(key)
            yield symbol


def _in_prose(text: str) -> Iterator[str]:
    at = 0
    while (head := _HEAD.search(text, at)) is not None:
        at = end = head.end()
        best = 0
        while (part := _NEXT.match(text, end)) is not None:
            if parse_symbol(text[head.start() : part.end()]) is None or _MONTH.match(text, part.end()):
                break
            if " " in head[0] and _ASIDE.match(part[0]):  # "the EMG SOM28 - 3 members": prose
                break
            end = part.end()
            symbol = parse_symbol(text[head.start() : end])
            best = end if symbol is not None and symbol.number is not None else best
        if best:
            at = best
            closed = text[best : best + 1] == ")" and "(" in text[head.start() : best].rpartition(")")[2]
            yield text[head.start() : best + closed]


class Register:
    """The symbols of all registers, and those meetings name for agenda, report and summary."""

    def __init__(self, documents: Sequence[DocumentRow], meetings: Sequence[MeetingRow]) -> None:
        named = [s for m in meetings for s in (m.agenda_symbol, m.report_symbol, m.summary_symbol)]
        symbols = [text for text in (*(row.symbol for row in documents), *named) if text.strip()]
        self._keys = {symbol_key(text) for text in symbols}
        self._documents = {document_key(text) for text in symbols}
        self._soms = {symbol.som for text in symbols if (symbol := parse_symbol(text))}

    def lacks(self, text: str) -> bool:
        """Whether a cited symbol is surely none of the registers.

        A document is known by any of its revisions; what is older than all registers cannot be told.
        """
        symbol = parse_symbol(text)
        if symbol_key(text) in self._keys:
            return False
        if symbol is None:
            return True
        changed = symbol.revision or symbol.addendum or symbol.corrigendum
        if not changed and document_key(text) in self._documents:
            return False
        return bool(self._soms) and symbol.som >= min(self._soms)
