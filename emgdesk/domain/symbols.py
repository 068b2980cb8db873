"""Symbols of meeting documents: read in every spelling in use, compared, proposed, made file names.

`EMGSOM.26_3a`, `EMG SOM27th /mid-term/03`, `EMG.SOM28_INF_2`, `EMG/SOM.15/01rev2` and
`EMGSOM.24(b) - 5` are one language: a body, the number of a SOM, and after it, in any order and
with any separators, a segment, a part, a series, a number with a letter, and what revises it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from string import Formatter

from emgdesk.domain.numbering import ordinal
from emgdesk.domain.statuses import segment as read_segment

LONGEST = 200
"""More characters than these are no symbol."""
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_HEAD = re.compile(r"\s*(?:emg)?[\s./_-]*som[\s./_-]*([0-9]{1,3})(?:st|nd|rd|th)?(?![0-9])", re.I)
_SERIES = {"inf": "INF", "information": "INF", "crp": "CRP"}
_REVISIONS = {
    "rev": "revision", "revision": "revision", "revised": "revision",
    "add": "addendum", "addendum": "addendum",
    "corr": "corrigendum", "corrigendum": "corrigendum",
}  # fmt: skip
REVISIONS = {"Rev": "revision", "Add": "addendum", "Corr": "corrigendum"}
"""What changes a document that is out, as written in its symbol: the field that counts it."""
_CHANGES = [[word] for word in _REVISIONS]
_FILLING = frozenset(("doc", "document", "no", "nr", "paper", "segment", "meeting", "session"))
_SEGMENTS = {"mid": "mid-term", "midterm": "mid-term", "mt": "mid-term", "term": "mid-term"}
_DASHES = re.compile("[\u2010-\u2015\u2212]")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document of a SOM as its symbol says; numbers that are wanting are None, counts then 0.

    `part` is the letter behind the SOM ("b" of `EMGSOM.24(b)`), `letter` the one behind the number
    ("a" of `EMGSOM.26_3a`), `series` "INF" or "CRP" where the symbol says so. A bare "Rev." is the first.
    """

    som: int
    segment: str = ""
    part: str = ""
    series: str = ""
    number: int | None = None
    letter: str = ""
    revision: int = 0
    addendum: int = 0
    corrigendum: int = 0
    body: str = "EMG"


@dataclass(slots=True)
class _Reading:
    """What is read so far, and where in the text its number and what changes it begin."""

    symbol: Symbol
    som_at: tuple[int, int]
    number_at: tuple[int, int] | None = None
    segment_at: tuple[int, int] | None = None
    change_at: int | None = None


def parse_symbol(text: str) -> Symbol | None:
    """The symbol of a document of a SOM in whatever spelling; None for anything else.

    >>> parse_symbol("EMG SOM27th /mid-term/03")
    Symbol(som=27, segment='mid-term', part='', series='', number=3, letter='', revision=0, \
addendum=0, corrigendum=0, body='EMG')
    """
    reading = _read(_plain(text))
    return reading.symbol if reading else None


def _plain(text: str) -> str:
    return _DASHES.sub("-", unicodedata.normalize("NFKC", text)).strip()


def _read(text: str) -> _Reading | None:
    head = _HEAD.match(text) if len(text) <= LONGEST else None
    if head is None or not int(head[1]):
        return None
    reading = _Reading(Symbol(int(head[1])), head.span(1))
    tokens = list(_TOKEN.finditer(text, head.end()))
    while tokens:
        if not _take(reading, tokens):
            return None
    return reading


def _take(reading: _Reading, tokens: list[re.Match[str]]) -> bool:
    """Read the next of `tokens`, with what belongs to it; False if it has no meaning here."""
    token = tokens.pop(0)
    word = token[0].lower()
    if word in _REVISIONS:
        return _take_change(reading, token, _REVISIONS[word], tokens)
    if reading.change_at is not None:
        return False
    if word in _SERIES:
        return _set(reading, "series", _SERIES[word])
    if word.isdecimal():
        reading.number_at = token.span()
        return len(word) <= 4 and word.isascii() and _set(reading, "number", int(word))
    if len(word) == 1 and word.isascii():
        return _set(reading, "part" if reading.symbol.number is None else "letter", word)
    if word in _FILLING:
        return True
    return _take_segment(reading, token, word, tokens)


def _take_segment(reading: _Reading, token: re.Match[str], word: str, tokens: list[re.Match[str]]) -> bool:
    end = token.end()
    if word == "mid" and tokens and tokens[0][0].lower() == "term":
        end = tokens.pop(0).end()
    segment = _SEGMENTS.get(word) or read_segment(word)
    reading.segment_at = (token.start(), end)
    return segment not in ("", "other") and _set(reading, "segment", segment)


def _take_change(reading: _Reading, token: re.Match[str], field: str, tokens: list[re.Match[str]]) -> bool:
    if reading.change_at is None:
        reading.change_at = token.start()
    count = 1
    if tokens and tokens[0][0].isdecimal():
        digits = tokens.pop(0)[0]
        count = int(digits) if len(digits) <= 3 else 0
    return count > 0 and _set(reading, field, count)


def _set(reading: _Reading, field: str, value: object) -> bool:
    """Set what was not said before; a symbol says nothing twice."""
    if getattr(reading.symbol, field) not in ("", None, 0) or value == "":
        return False
    reading.symbol = replace(reading.symbol, **{field: value})  # type: ignore[arg-type]
    return True


def format_symbol(symbol: Symbol) -> str:
    """A symbol in the one spelling this program makes itself: "EMG/SOM.31/technical/INF/4a/Rev.2"."""
    parts = [symbol.body, f"SOM.{symbol.som}" + (f"({symbol.part})" if symbol.part else "")]
    parts += [part for part in (symbol.segment, symbol.series) if part]
    if symbol.number is not None:
        parts.append(f"{symbol.number}{symbol.letter}")
    for word, field in REVISIONS.items():
        if getattr(symbol, field):
            parts.append(f"{word}.{getattr(symbol, field)}")
    return "/".join(parts)


def symbol_key(text: str) -> str:
    """Equal for two spellings of one document, "" for an empty one: what symbols are compared by.

    A symbol that is not of a SOM compares by its letters and numbers, without case, separators and
    leading zeros.
    """
    symbol = parse_symbol(text)
    if symbol is not None:
        return format_symbol(symbol).lower()
    return " ".join(_key_words(text))


def _key_words(text: str) -> list[str]:
    tokens = (token[0].casefold() for token in _TOKEN.finditer(_plain(text)))
    return [token.lstrip("0") or "0" if token.isdecimal() else token for token in tokens]


def document_key(text: str) -> str:
    """As `symbol_key`, and equal for all revisions, addenda and corrigenda of one document."""
    symbol = parse_symbol(text)
    if symbol is None:
        words = _key_words(text)
        while words and (words[-1] in _REVISIONS or (words[-1].isdecimal() and words[-2:-1] in _CHANGES)):
            words = words[: -1 if words[-1] in _REVISIONS else -2]
        return " ".join(words)
    return format_symbol(replace(symbol, revision=0, addendum=0, corrigendum=0)).lower()


def next_change(text: str, word: str, used: Iterable[str] = ()) -> str:
    """The symbol of the next Rev., Add. or Corr. (a key of `REVISIONS`) of a document, in its spelling.

    `used` are the symbols there are. An addendum or corrigendum of a revision keeps the revision; a
    revision begins anew.

    >>> next_change("EMG/SOM.15/01rev2", "Rev"), next_change("EMGSOM.26_3a", "Corr")
    ('EMG/SOM.15/01rev3', 'EMGSOM.26_3a_Corr.1')
    """
    plain = text.strip()
    if not plain:
        return ""
    taken = {symbol_key(symbol) for symbol in (*used, text)}
    stem, lead, count = _stem(plain, word)
    while symbol_key(f"{stem}{lead}{count}") in taken:
        count += 1
    return f"{stem}{lead}{count}"


def _stem(text: str, word: str) -> tuple[str, str, int]:
    """The part of a symbol a change is put behind, how the change is written, its lowest count."""
    order = tuple(REVISIONS)
    for later in reversed(order[order.index(word) + 1 :]):
        text = _ending(later).sub("", text)
    own = _ending(word).search(text)
    if own is None:
        separator = "/" if "/" in text else "_" if "_" in text else " "
        return text, f"{separator}{word}.", 1
    return text[: own.start()], own[1] if own[2] else f"{own[1]}.", int(own[2][:4] or 1) + 1


def _ending(word: str) -> re.Pattern[str]:
    spellings = "|".join(one for one, field in _REVISIONS.items() if field == REVISIONS[word])
    return re.compile(rf"([\s./_-]*(?<![a-z])(?:{spellings})[\s./_-]*)(\d*)$", re.I)


# --- patterns ---------------------------------------------------------------------------------------


def pattern_fault(pattern: str) -> str:
    """What is wrong with a meeting's pattern, one sentence; "" if nothing is."""
    try:
        parsed = [part[1:] for part in Formatter().parse(pattern) if part[1] is not None]
        fields = [(name, form if turn is None else turn) for name, form, turn in parsed]
    except ValueError:
        fields = [("", "")]
    for name, form in fields:
        if not re.fullmatch(r"som(:th)?|segment|number(:0[1-4])?", f"{name}:{form}" if form else name or ""):
            return (
                f"“{pattern}” is no pattern of symbols: in braces stand {{som}} (or {{som:th}}), "
                "{segment}, {number} or, for two digits, {number:02}."
            )
    return ""


def fill_pattern(pattern: str, number: int, *, som: int | None = None, segment: str = "") -> str:
    """The symbol a pattern makes, "" if the pattern is at fault or the meeting lacks what it asks for.

    >>> fill_pattern("EMG SOM{som:th}/{segment}/{number:02}", 4, som=31, segment="technical")
    'EMG SOM31st/technical/04'
    """
    wanting = ("{som" in pattern and som is None) or ("{segment" in pattern and not segment)
    if not pattern.strip() or wanting or pattern_fault(pattern):
        return ""
    pattern = pattern.strip().replace("{som:th}", ordinal(som or 0))
    return pattern.format(som=som, segment=segment, number=number)


def next_symbol(pattern: str, used: Iterable[str], *, som: int | None = None, segment: str = "") -> str:
    """The symbol after the last one of `used` that is of this pattern; "" where none can be made.

    Gaps are not filled: a number that is wanting may be that of a document withdrawn. A pattern
    without a number makes one symbol, proposed while it is free.

    >>> next_symbol("EMG/SOM.{som}/{number:02}", ["EMG/SOM.31/01", "EMGSOM31 - 2a"], som=31)
    'EMG/SOM.31/03'
    """
    return _next(lambda number: fill_pattern(pattern, number, som=som, segment=segment), tuple(used))


def _next(fill: Callable[[int], str], used: tuple[str, ...]) -> str:
    first = fill(1)
    if not first:
        return ""
    taken = {_base(symbol) for symbol in used}
    if fill(2) == first:
        return "" if _base(first) in taken else first
    numbers = {int(digits) for symbol in used for digits in re.findall(r"[0-9]{1,4}", symbol)}
    return fill(max((n for n in numbers if _base(fill(n)) in taken), default=0) + 1)


def _base(text: str) -> str:
    """As `document_key`, and equal for all letters of one number."""
    symbol = parse_symbol(document_key(text))
    return format_symbol(replace(symbol, letter="")) if symbol else document_key(text)


def guess_pattern(used: Iterable[str], series: str = "") -> str:
    """The pattern most of `used` follow ("" if none has a number), those of `series` alone ("INF").

    >>> guess_pattern(["EMG SOM28/mid-term/02", "EMG SOM28/mid-term/03/Rev.1", "EMG.SOM28_INF_2"])
    'EMG SOM{som}/{segment}/{number:02}'
    """
    shapes: Counter[str] = Counter()
    widths: dict[str, int] = {}
    for text in used:
        shape, width = _shape(_plain(text), series)
        if shape:
            shapes[shape] += 1
            widths[shape] = max(width, widths.get(shape, 0))
    if not shapes:
        return ""
    shape = max(shapes, key=lambda one: (shapes[one], list(shapes).index(one)))
    return shape.replace("{number}", f"{{number:0{widths[shape]}}}") if widths[shape] else shape


def _shape(text: str, series: str) -> tuple[str, int]:
    """A symbol with its SOM, segment and number as fields, and to how many digits that is filled up."""
    reading = _read(text)
    if (
        reading is None
        or reading.number_at is None
        or reading.symbol.series != series
        or set(text) & set("{}")
    ):
        return "", 0
    start, end = reading.number_at
    width = end - start if text[start] == "0" else 0
    shape = text[:start] + "{number}"
    if reading.segment_at and reading.segment_at[1] <= start:
        written = slice(*reading.segment_at)
        if text[written] == reading.symbol.segment:
            shape = shape[: written.start] + "{segment}" + shape[written.stop :]
    first, last = reading.som_at
    said = "{som:th}" if text[last : last + 2].lower() in ("st", "nd", "rd", "th") else "{som}"
    shape = shape[:first] + said + shape[last + (2 if ":" in said else 0) :]
    again = parse_symbol(fill_pattern(shape, 1, som=1, segment="technical"))
    return (shape, width) if again is not None and again.series == series else ("", 0)


# --- file names -------------------------------------------------------------------------------------

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.I)


def file_stem(symbol: str) -> str:
    """`symbol` as the name of a file, without suffix, that Windows, macOS and Linux all take.

    >>> file_stem("EMG SOM27th /mid-term/03")
    'EMG SOM27th-mid-term-03'
    """
    text = "".join(
        "-" if c in '/\\:*?"<>|' or unicodedata.category(c)[0] == "C" else c
        for c in unicodedata.normalize("NFC", symbol)
    )
    text = re.sub(r"\s*-[\s-]*", "-", " ".join(text.split()))[:100].strip(" .-")
    if not text:
        return "document"
    return f"_{text}" if _RESERVED.fullmatch(text) else text
