"""References to documents in a text: `doc:SYMBOL` becomes a link once its address is known.

A symbol with spaces stands in angle brackets, `doc:<EMG SOM27th /mid-term/03>`; a bare one ends
at the next space or footnote mark and gives back the punctuation and the closing bracket that
belong to the sentence.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlsplit

from emgdesk.domain.symbols import symbol_key

_REFERENCE = re.compile(
    r"(?<![\w/\\])doc:(?:\\?<(?P<held>[^<>\n]{1,200}?)\\?>|(?P<bare>[^\s<>\[]{1,200}))", re.IGNORECASE
)
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"\[(?:[^\[\]\\]|\\.)*\]\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)|<https?://[^<>\s]*>")
_PATH = "/:?#[]@!$&'*+,;=%~-._"


def resolve(text: str, addresses: Mapping[str, str]) -> str:
    """`text` (CommonMark) with each reference a link, or its symbol alone where no address is known.

    `addresses` are web addresses by `symbol_key` (`queries.documents.document_addresses`). Links that are
    written out stay.

    >>> resolve("See doc:EMGSOM.26_3a.", {"emg/som.26/3a": "https://emg.example/3a"})
    'See [EMGSOM.26\\\\_3a](https://emg.example/3a).'
    """
    made, at = [], 0
    for start, end, symbol in _references(text):
        made += [text[at:start], _link(symbol, addresses)]
        at = end
    return "".join(made) + text[at:]


def cited(text: str) -> tuple[str, ...]:
    """The symbols `text` refers to, as written, in order, each once."""
    return tuple(dict.fromkeys(symbol for _, _, symbol in _references(text)))


def _references(text: str) -> Iterator[tuple[int, int, str]]:
    if "doc:" not in text.lower():
        return
    links = [found.span() for found in _LINK.finditer(text)]
    for found in _REFERENCE.finditer(text):
        if any(start <= found.start() < end for start, end in links):
            continue
        written = found["held"] if found["held"] is not None else _trimmed(found["bare"])
        start = found.start("held" if found["held"] is not None else "bare")
        end = found.end() if found["held"] is not None else start + len(written)
        symbol = _ESCAPED.sub(r"\1", written).strip()
        if symbol_key(symbol):
            yield found.start(), end, symbol


def _trimmed(bare: str) -> str:
    """A bare symbol without what belongs to the sentence around it: "(doc:X(b)).*" refers to X(b)."""
    while bare:
        last = bare[-1]
        if last == ")" and bare.count("(") >= bare.count(")"):
            break
        if last.isalnum() or last in "(":
            break
        bare = bare[:-1].removesuffix("\\")
    return bare


def _link(symbol: str, addresses: Mapping[str, str]) -> str:
    words = _SPECIAL.sub(r"\\\1", symbol)
    target = _address(addresses.get(symbol_key(symbol), ""))
    return f"[{words}]({target})" if target else words


def _address(address: str) -> str:
    """An address as the target of a link, "" for one that is none; without a scheme it is of the web."""
    address = address.strip()
    if not address:
        return ""
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    if scheme not in ("http", "https"):
        if scheme and not re.match(r"[^/?#]*\.[^/?#]*:\d", address):
            return ""
        address = f"https://{address}"
    return quote(address, safe=_PATH)
