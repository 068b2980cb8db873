"""Lines of a document register: numbers proposed, languages, and what is wrong with a line."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from emgdesk.domain.folding import fold, words
from emgdesk.domain.symbols import (
    Symbol,
    document_key,
    fill_pattern,
    guess_pattern,
    next_symbol,
    parse_symbol,
    symbol_key,
)

_LANGUAGES: Mapping[str, str] = {
    spelling: tag
    for tag, line in {
        "ar": "arabic arabe", "zh": "chinese chinois chino", "en": "english anglais ingles",
        "fr": "french francais frances", "ru": "russian russe ruso", "es": "spanish espagnol espanol",
    }.items()
    for spelling in line.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line: in a word or two, and as a sentence."""

    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Registered:
    """What is looked at of a line of the register."""

    id: str
    number: str
    symbol: str
    title: str = ""
    language: str = ""


def number_key(number: str, symbol: str, language: str) -> tuple[object, ...] | None:
    """What two lines of one number share, None for a line without one.

    Versions in other languages, revisions, addenda, corrigenda and INF papers have numbers of their own.
    """
    plain = "".join(words(number))
    read = (parse_symbol(symbol) if symbol else None) or Symbol(0)
    kind = (read.series, read.part, read.revision, read.addendum, read.corrigendum)
    return (plain.lstrip("0") or "0", fold(language), *kind) if plain else None


def are_versions(one: str, other: str) -> bool:
    """Whether two languages make lines of one symbol versions of one paper."""
    return bool(one and other) and fold(one) != fold(other)


def next_number(used: Iterable[str]) -> str:
    """The number after the highest, filled up as the others are: ["01", "04.B"] -> "05"."""
    leading = [found[0] for text in used if (found := re.match(r"\s*0*[0-9]{1,6}", text))]
    digits = [text.strip() for text in leading]
    padded = [len(text) for text in digits if text.startswith("0")]
    width = max(padded, default=1 if digits else 2)
    return str(max(map(int, digits), default=0) + 1).zfill(width)


def propose_symbol(
    lines: Sequence[Registered], pattern: str, *, som: int | None, segment: str, number: str = ""
) -> str:
    """The symbol a line of a register gets, "" where none can be made.

    With the `number` of a line that waits for its symbol it is made of that; else it is the next one,
    and lines that still have no symbol are reckoned with by their numbers.
    """
    if not lines and not pattern:
        return ""
    pattern = pattern or guess_pattern([line.symbol for line in lines])
    used = [line.symbol for line in lines if line.symbol]
    waiting = [line.number for line in lines if not line.symbol]
    own = _filled(pattern, number, som, segment)
    if own and document_key(own) not in map(document_key, used):
        return own
    used += [_filled(pattern, text, som, segment) for text in waiting]
    return next_symbol(pattern, used, som=som, segment=segment)


def renewed_symbols(
    lines: Sequence[Registered], pattern: str, *, som: int | None, segment: str
) -> dict[str, str]:
    """The symbols the lines of one meeting's register get at the next one, by key; "" where none can be made.

    Numbers, letters and series stay; versions of one paper keep sharing a symbol. A line that has no
    symbol, or revises another one, gets none.
    """
    pattern = pattern or guess_pattern([line.symbol for line in lines])
    made: list[Registered] = []
    renewed: dict[str, str] = {}
    for at, line in enumerate(lines):
        twin = next((old for old in lines if symbol_key(old.symbol) == symbol_key(line.symbol)), line)
        revised = {document_key(before.symbol) for before in lines[:at]}
        if twin.id in renewed:
            new = renewed[twin.id]
        elif not line.symbol or document_key(line.symbol) in revised:
            new = ""
        else:
            new = _renewed(line, made, pattern, som, segment)
        renewed[line.id] = new
        made.append(Registered(line.id, line.number, new))
    return renewed


def _renewed(
    line: Registered, made: Sequence[Registered], pattern: str, som: int | None, segment: str
) -> str:
    symbol = parse_symbol(line.symbol)
    own, number = pattern, line.number
    if symbol is not None and symbol.number is not None:
        if symbol.series:
            own = guess_pattern([line.symbol], symbol.series)
        number = f"{symbol.number}{symbol.letter}"
    taken = [one for one in made if one.symbol]
    return propose_symbol(taken, own, som=som, segment=segment, number=number) if own else ""


def _filled(pattern: str, number: str, som: int | None, segment: str) -> str:
    """A pattern with a number as printed, its letter behind it: "04.A" -> ".../04a"."""
    found = re.fullmatch(r"\s*0*([0-9]{1,4})[\s.]*([a-z]?)[\s.)]*", number, re.I)
    if found is None or "{number" not in pattern:
        return ""
    made = fill_pattern(pattern, int(found[1]), som=som, segment=segment)
    return made + found[2].lower() if made and re.search(r"\{number[^}]*\}\s*$", pattern) else made


def language_tag(text: str) -> str:
    """A language as a tag ("en") where its name is one of the six of the United Nations, else as typed."""
    return _LANGUAGES.get(fold(text), text.strip())


def title_of_file(name: str) -> str:
    """A title made of a file's name: "03_Progress-report.pdf" -> "Progress-report"."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name)
    words = re.sub(r"^[\d\s._-]+(?=[^\W\d])", "", stem.replace("_", " "))
    return " ".join(words.split()) or name


def warnings_of(lines: Sequence[Registered], som_number: int | None = None) -> dict[str, tuple[Fault, ...]]:
    """What is wrong with lines of one register by key; lines with nothing wrong are left out.

    `som_number` is that of the meeting: where there is none, symbols need not be those of a SOM.
    """
    symbols: dict[str, list[Registered]] = defaultdict(list)
    for line in lines:
        symbols[symbol_key(line.symbol)].append(line)
    numbers = Counter(number_key(line.number, line.symbol, line.language) for line in lines)
    found = {}
    for line in lines:
        alike = symbols[symbol_key(line.symbol)] if line.symbol else []
        shared = sum(not are_versions(line.language, other.language) for other in alike)
        number = number_key(line.number, line.symbol, line.language)
        found[line.id] = tuple(_faults(line, shared, numbers[number] if number else 0, som_number))
    return {key: faults for key, faults in found.items() if faults}


def _faults(line: Registered, symbols: int, numbers: int, som_number: int | None) -> Iterator[Fault]:
    for what, text, count in (("symbol", line.symbol, symbols), ("number", line.number, numbers)):
        if count > 1:
            yield Fault(f"{what} twice", f"The {what} {text} stands in the register {_times(count)}.")
    if not line.symbol or som_number is None:
        return
    symbol = parse_symbol(line.symbol)
    if symbol is None:
        example = f"one reads like “EMG/SOM.{som_number}/04”"
        yield Fault("symbol unclear", f"The symbol {line.symbol} is not understood; {example}.")
    elif symbol.som != som_number:
        whose = f"is one of SOM {symbol.som}, the meeting one of SOM {som_number}"
        yield Fault(f"SOM {symbol.som}", f"The symbol {line.symbol} {whose}.")


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"
