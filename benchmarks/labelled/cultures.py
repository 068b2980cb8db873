"""The name lists of `names.txt`, read into weighted lists, and a folding to compare spellings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae"}
    | {"ı": "i", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ʻ": "'"}
)
_WORD = re.compile(r"[^\W_]+")
PARTICLES = frozenset(
    "van der den de la del los las y e da do dos das di du d von zu zur ten ter op in t af le al el bin ben "
    "della lo san st".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name: its spellings in Latin letters, the usual one first, and its native script or ""."""

    spellings: tuple[str, ...]
    native: str


@dataclass(frozen=True, slots=True)
class Culture:
    """The names of one culture with the weights (rank to the power of minus `skew`) they are drawn by."""

    name: str
    share: float
    skew: float
    male: tuple[Entry, ...]
    female: tuple[Entry, ...]
    families: tuple[Entry, ...]

    def given(self, sex: str) -> tuple[Entry, ...]:
        """The given names of sex "m" or "f"."""
        return self.male if sex == "m" else self.female


def plain(text: str) -> str:
    """Text without accents and without letters that ASCII lacks; other scripts stay as they are."""
    marks = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in marks if not _is_latin_mark(c)))


def _is_latin_mark(char: str) -> bool:
    return "\u0300" <= char <= "\u036f"


def words(text: str) -> tuple[str, ...]:
    """The words of a name, folded: no accents, no case, no punctuation."""
    return tuple(_WORD.findall(plain(text).casefold().replace("'", "").replace("’", "")))


def draw(rng: Random, entries: tuple[Entry, ...], skew: float) -> Entry:
    """One name by its rank in the list."""
    return rng.choices(entries, cum_weights=_weights(len(entries), skew))[0]


@lru_cache(maxsize=256)
def _weights(size: int, skew: float) -> list[float]:
    total, sums = 0.0, []
    for rank in range(size):
        total += (rank + 2) ** -skew
        sums.append(total)
    return sums


@lru_cache(maxsize=1)
def cultures() -> tuple[Culture, ...]:
    """All cultures of the name file."""
    text = Path(__file__).with_name("names.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^\[", text, flags=re.M)[1:]
    return tuple(_culture(block.strip().splitlines()) for block in blocks)


def _culture(lines: list[str]) -> Culture:
    head = re.fullmatch(r"(\w+)\] share ([\d.]+) skew ([\d.]+)", lines[0])
    if head is None:
        raise ValueError(f"names.txt: {lines[0]!r} is no heading of a culture")
    lists = {
        line.partition(":")[0]: _entries(line.partition(":")[2]) for line in lines[1:] if "tail:" not in line
    }
    tails = {line.partition(":")[0]: _tail(line.partition(":")[2]) for line in lines[1:] if "tail:" in line}
    given, families = tails.get("given tail", ()), lists["family"] + tails.get("tail", ())
    # A name made by chance goes to men and women alike, as many Chinese and Korean ones do.
    male, female = lists["m"] + given, lists["f"] + given
    return Culture(head[1], float(head[2]), float(head[3]), male, female, families)


def _tail(text: str) -> tuple[Entry, ...]:
    """Rare names: every beginning with every ending, spread so that neighbours in rank differ."""
    starts, ends = (half.split() for half in text.split(" + "))
    return tuple(
        Entry((starts[(turn + place) % len(starts)] + end,), "")
        for turn in range(len(starts))
        for place, end in enumerate(ends)
    )


def _entries(text: str) -> tuple[Entry, ...]:
    found = []
    for word in text.replace("_", "\u00a0").split(" "):
        latin, _, native = word.replace("\u00a0", " ").strip().partition("=")
        if latin:
            found.append(Entry(tuple(latin.split("/")), native))
    return tuple(found)


@lru_cache(maxsize=64)
def variants(culture: Culture, side: str) -> dict[str, tuple[str, ...]]:
    """Other spellings of the "given" or "family" names of a culture, by the name in lower case."""
    entries = culture.families if side == "family" else (*culture.male, *culture.female)
    found: dict[str, set[str]] = {}
    for entry in entries:
        for spelling in entry.spellings:
            found.setdefault(spelling.lower(), set()).update(s for s in entry.spellings if s != spelling)
    return {name: tuple(sorted(others)) for name, others in sorted(found.items()) if others}


@lru_cache(maxsize=1)
def by_name() -> dict[str, Culture]:
    """The cultures by their names."""
    return {culture.name: culture for culture in cultures()}


def sex_of(given: str, otherwise: str) -> str:
    """Whose name it is by the lists, "m" or "f"; `otherwise` where men and women bear it or nobody does."""
    sexes = [sex for sex in "mf" for c in cultures() for entry in c.given(sex) if given in entry.spellings]
    if not sexes:
        return "f" if given.endswith("a") else otherwise
    return sexes[0] if len(set(sexes)) == 1 else otherwise


@lru_cache(maxsize=1)
def lexicon() -> frozenset[str]:
    """Every word that is a name in some list, folded: a slip must not turn one name into another."""
    every = (entry for c in cultures() for entry in (*c.male, *c.female, *c.families))
    return frozenset(word for entry in every for spelling in entry.spellings for word in words(spelling))


@lru_cache(maxsize=1)
def _heads() -> dict[str, str]:
    """One word for all spellings of a name, so that Mohamed and Muhammad fold alike."""
    parent: dict[str, str] = {}

    def root(word: str) -> str:
        while parent.setdefault(word, word) != word:
            word = parent[word]
        return word

    for culture in cultures():
        for entry in (*culture.male, *culture.female, *culture.families):
            first = "".join(words(entry.spellings[0]))
            for other in entry.spellings[1:]:
                parent[root("".join(words(other)))] = root(first)
    return {word: root(word) for word in sorted(parent)}


@lru_cache(maxsize=100_000)
def loose(text: str) -> frozenset[str]:
    """The words of a name without particles, every spelling of one name folded together."""
    heads = _heads()
    kept = [word for word in words(text) if word not in PARTICLES]
    return frozenset(heads.get(word, word) for word in (kept or words(text)))
