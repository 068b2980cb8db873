"""Slips that lists make in the name of a person: each takes the name and gives it back miswritten.

A slip gives None where it cannot happen to the name. Those in `PAIR_SLIPS` act on given and family name,
those in `NAME_SLIPS` give one text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks.labelled.cultures import PARTICLES, by_name, lexicon, plain, variants, words
from benchmarks.labelled.ligatures import ligature_slip
from benchmarks.labelled.people import Someone, draw_middle, draw_second

Pair = tuple[str, str]
PairSlip = Callable[[Random, Pair, Someone], Pair | None]
NameSlip = Callable[[Random, Pair, Someone], str | None]

_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
_UMLAUTS |= {"ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa", "æ": "ae"}
_NEAR = {"a": "e", "e": "a", "i": "y", "y": "i", "o": "u", "u": "o", "s": "z", "z": "s", "k": "c", "c": "k"}
_NEAR |= {"m": "n", "n": "m", "v": "w", "w": "v", "b": "p", "d": "t", "t": "d", "g": "q", "r": "t", "l": "i"}
_FIRST_PARTS = {"abdel", "abdul", "abu", "nour", "salah", "wolde"}
_NICKNAMES = (
    "Robert Bob,William Bill,Richard Dick,Michael Mike,Thomas Tom,Christopher Chris,Matthew Matt,"
    "Stephen Steve,Steven Steve,Andrew Andy,Edward Ed,Patrick Pat,Benjamin Ben,Samuel Sam,Timothy Tim,"
    "Nicholas Nick,James Jim,Gregory Greg,Anthony Tony,Joseph Joe,David Dave,Daniel Dan,Elizabeth Liz,"
    "Jennifer Jenny,Margaret Maggie,Catherine Cathy,Katherine Kate,Rebecca Becky,Patricia Pat,Victoria "
    "Vicky,Deborah Debbie,Christine Chris,Susan Sue,José Pepe,Francisco Paco,Ignacio Nacho,Antonio "
    "Toni,Rafael Rafa,Alejandro Alex,Alberto Beto,Isabel Isa,Beatriz Bea,Aleksandr Sasha,Alexander "
    "Sasha,Dmitry Dima,Mikhail Misha,Vladimir Volodya,Tatyana Tanya,Natalya Natasha,Olga Olya,Wolfgang "
    "Wolf,Hans Hansi,Susanne Susi,Katharina Kathi,Willem Wim,Johannes Hans,Hendrik Henk,Cornelis Cees,"
    "Wilhelmina Mina,Giuseppe Beppe,Giovanni Gianni,Francesco Franco,Konstantinos Kostas,Oluwaseun "
    "Seun,Chukwuemeka Emeka,Olufemi Femi,Babatunde Tunde,Titilayo Titi,Funmilayo Funmi,Selamawit Selam,"
    "Emmanuel Manu,Jonathan Jon,Philip Phil,Jessica Jess,Rachel Rach"
)


def drop_accents(rng: Random, pair: Pair, someone: Someone) -> Pair | None:
    """Accents left out, mostly everywhere."""
    bare = (plain(pair[0]), plain(pair[1]))
    if rng.random() < 0.2:
        bare = (pair[0], bare[1])
    return bare


def change_case(rng: Random, pair: Pair, someone: Someone) -> Pair | None:
    """The family name in capitals, or everything in capitals or in small letters."""
    given, family = pair
    return rng.choices(
        ((given, family.upper()), (given.upper(), family.upper()), (given.lower(), family.lower())),
        weights=(70, 20, 10),
    )[0]


def change_particle(rng: Random, pair: Pair, someone: Someone) -> Pair | None:
    """A particle dropped, capitalised, shortened, or put where there was none."""
    given, family = pair
    tokens = family.split()
    culture = someone.parts.culture
    if culture == "arabic":
        return _change_article(rng, given, family)
    if len(tokens) > 1 and tokens[0].lower() in PARTICLES | {"'t"}:
        rest = [token for token in tokens if token.lower() not in PARTICLES | {"'t"}]
        head = tokens[: len(tokens) - len(rest)]
        capitals = " ".join(token.capitalize() for token in head)
        short = "".join(f"{token[0].lower()}." for token in head)
        lower = " ".join(token.lower() for token in head)
        start = rng.choice([capitals, "", lower, short if len(head) > 1 else capitals])
        return given, f"{start} {' '.join(rest)}".strip()
    if culture == "spanish" and someone.parts.second:
        return given, f"{someone.parts.family} y {someone.parts.second}"
    if culture == "spanish" and len(tokens) == 1:
        return given, f"de {family}"
    if culture == "portuguese" and tokens[0] in ("Silva", "Costa", "Souza", "Oliveira", "Lima", "Rocha"):
        return given, f"{rng.choice(('da', 'de'))} {family}"
    return None


def _change_article(rng: Random, given: str, family: str) -> Pair | None:
    match = re.fullmatch(r"(al-|Al |El |Ben |bin |ben )(.+)", family)
    if match is None:
        return (given, f"al-{family}") if family in ("Haddad", "Khoury", "Darwish", "Nasser") else None
    head, rest = match[1], match[2]
    if head.strip().lower() in ("ben", "bin"):
        return given, f"{rng.choice(('bin', 'ben', 'Ben', 'Bin', 'ibn'))} {rest}"
    return given, rng.choice((f"Al-{rest}", f"Al {rest}", f"El {rest}", f"al {rest}", f"El-{rest}", rest))


def initials(rng: Random, pair: Pair, someone: Someone) -> Pair | None:
    """Initials instead of the given names."""
    given, family = pair
    if len(given) < 2 or not family:
        return None
    letters = ["-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split()]
    if rng.random() < 0.3:
        letters = letters[:1]
    text = rng.choice((" ", "")).join(letters)
    return (text if rng.random() < 0.75 else text.replace(".", "")), family


def change_middle(rng: Random, pair: Pair, someone: Someone) -> Pair | None:
    """A middle name left out, shortened to its letter, or added."""
    parts = someone.parts
    if not parts.given:
        return None
    if parts.middle:
        if len(parts.middle) > 2 and rng.random() < 0.35:
            return f"{parts.given} {parts.middle[0]}.", pair[1]
        return parts.given, pair[1]
    culture = by_name()[parts.culture]
    if parts.culture in ("chinese", "korean", "japanese", "thai", "turkish", "greek", "westslavic"):
        return None
    middle = draw_middle(rng, parts, culture)
    if parts.culture == "vietnamese":
        return f"{middle} {pair[0]}", pair[1]
    return f"{pair[0]} {middle[0] + '.' if rng.random() < 0.4 else middle}", pair[1]


def change_second_family(rng: Random, pair: Pair, someone: Someone) -> Pair | None:
    """A second family name left out or added; the Portuguese one that stays is the last."""
    parts = someone.parts
    if parts.culture not in ("spanish", "portuguese", "filipino") or not parts.given:
        return None
    if parts.second:
        return pair[0], parts.second if parts.culture == "portuguese" else parts.family
    if parts.suffix or rng.random() < 0.3:
        return None
    culture = by_name()[parts.culture]
    second = draw_second(rng, parts, culture)
    return pair[
        0
    ], f"{second} {parts.family}" if parts.culture == "portuguese" else f"{parts.family} {second}"


def join_or_split(rng: Random, pair: Pair, someone: Someone) -> Pair | None:
    """Parts run together or torn apart: a particle, a hyphen, an apostrophe, a syllable."""
    given, family = pair
    for side in rng.sample((0, 1), 2):
        text = pair[side]
        if (found := _joined_or_split(rng, text)) is not None and found != text:
            return (found, family) if side == 0 else (given, found)
    return None


def _joined_or_split(rng: Random, text: str) -> str | None:
    if "-" in text:
        left, _, right = text.partition("-")
        return rng.choice((f"{left} {right}", left + right.lower(), f"{left}{right}"))
    if "'" in text:
        return rng.choice((text.replace("'", ""), text.replace("'", " "), text.replace("'", "’")))
    tokens = text.split()
    if len(tokens) > 1 and tokens[0].lower() in PARTICLES | {
        "abdel",
        "abdul",
        "abu",
        "nour",
        "salah",
        "wolde",
    }:
        glued = "".join(tokens)
        capped = "".join(token[0].upper() + token[1:] for token in tokens)
        return rng.choice((glued, capped, glued.capitalize()))
    if match := re.fullmatch(r"(Mac|Mc|Abdel|Vanden|Dela|Gebre|Habte)([A-Za-z]{4,})", text):
        return f"{match[1]} {match[2].capitalize()}"
    if match := re.fullmatch(r"(Xiao|Zhi|Jian|Hao|Wen|Guo|Yun|Mei|Xiu|Yuan)([a-z]{2,})", text):
        return rng.choice((f"{match[1]} {match[2].capitalize()}", f"{match[1]}-{match[2]}"))
    return None


def letters_off(rng: Random, pair: Pair, someone: Someone) -> Pair | None:
    """One letter wrong in a long name, two in a very long one; never one name turned into another."""
    given, family = pair
    long = [w for w in (*given.split(), *family.split()) if len(w) >= 7 and w.isalpha()]
    if not long:
        return None
    word = rng.choice(long)
    wrong = _mistype(rng, word)
    if len(word) >= 11 and rng.random() < 0.5:
        wrong = _mistype(rng, wrong)
    if plain(wrong).lower() == plain(word).lower() or words(wrong)[0] in lexicon():
        return None
    return given.replace(word, wrong), family.replace(word, wrong)


def _mistype(rng: Random, word: str) -> str:
    # The last letter is left alone: there one letter makes Daniel a Daniela.
    at = rng.randrange(1, len(word) - 2)
    letter, after = word[at], word[at + 1]
    way = rng.choice(("drop", "double", "swap", "near", "near"))
    if way == "drop":
        return word[:at] + word[at + 1 :]
    if way == "double":
        return word[:at] + letter + word[at:]
    if way == "swap":
        return word[:at] + after + letter + word[at + 2 :]
    return word[:at] + _NEAR.get(letter, "e") + word[at + 1 :]


def transliterate(rng: Random, pair: Pair, someone: Someone) -> Pair | None:
    """Another romanisation of a name, or ae, oe, ue for the umlauts."""
    spelled = tuple("".join(_UMLAUTS.get(letter, letter) for letter in text) for text in pair)
    if spelled != pair:
        return spelled[0], spelled[1]
    culture = by_name()[someone.parts.culture]
    if culture.name == "chinese":
        # Wang and Wong are one sign, but two people in life.
        return None
    found: list[Pair] = []
    for side, text in zip(("given", "family"), pair, strict=True):
        first, _, rest = text.partition(" ")
        for whole, tail in {(text, ""), (first, rest)}:
            for other in variants(culture, side).get(whole.lower(), ()):
                changed = f"{other} {tail}".strip()
                found.append((changed, pair[1]) if side == "given" else (pair[0], changed))
    return rng.choice(sorted(found)) if found else None


def nickname(rng: Random, pair: Pair, someone: Someone) -> Pair | None:
    """A short form of the given name."""
    short = dict(entry.split() for entry in _NICKNAMES.split(","))
    first, _, _ = pair[0].partition(" ")
    return (short[first], pair[1]) if first in short else None


def turn_order(rng: Random, pair: Pair, someone: Someone) -> str | None:
    """The other order: "Family, Given" or "Family Given"."""
    given, family = pair
    if not given or not family:
        return None
    if someone.parts.family_first:
        return f"{given} {family}" if rng.random() < 0.5 else f"{family}, {given}"
    return f"{family}, {given}" if rng.random() < 0.6 else f"{family} {given}"


def turn_east_asian(rng: Random, pair: Pair, someone: Someone) -> str | None:
    """The order that the directory does not have, for Chinese, Korean, Vietnamese and Japanese names."""
    given, family = pair
    if someone.parts.culture not in ("chinese", "korean", "vietnamese", "japanese") or not given:
        return None
    if someone.parts.family_first:
        return f"{given} {family}"
    return rng.choice((f"{family} {given}", f"{family.upper()} {given}", f"{family}, {given}"))


def add_title(rng: Random, pair: Pair, someone: Someone) -> str | None:
    """A title or a degree within the name."""
    given, family = pair
    usual = "Mr" if someone.parts.sex == "m" else "Ms"
    heads = (usual, f"{usual}.", "Dr.", "Dr", f"H.E. {usual}.", "Prof. Dr.", "Prof.", f"{usual}. Dr.")
    name = f"{given} {family}".strip()
    if rng.random() < 0.15:
        return f"{name}, {rng.choice(('PhD', 'Ph.D.', 'MSc', 'Esq.'))}"
    return f"{rng.choice(heads)} {name}"


def display_name(rng: Random, pair: Pair, someone: Someone) -> str | None:
    """The name as meeting software shows it, with the organisation or a marker about it."""
    given, family = pair
    name, turned = f"{given} {family}".strip(), f"{family}, {given}" if given else family
    entity = someone.entity
    marker = rng.choice(("(External)", "(Guest)", "(Unverified)", "(EXT)"))
    ways = [f"{name} {marker}", f"{turned} {marker}", f"[{entity}] {turned}", f"[{entity}] {name}"]
    ways += [f"{entity} - {name}", f"{name} ({entity})", f"{name} - {entity}", f"{name} | {entity}"]
    ways += [f"{family.upper()} {given} {marker}".replace("  ", " "), f"{entity}_{name}", f"{name}, {entity}"]
    return rng.choice(ways)


def native_script(rng: Random, pair: Pair, someone: Someone) -> str | None:
    """The name in its own script, at times beside the Latin letters."""
    given, family = someone.parts.native
    if not given or not family or someone.parts.middle or someone.parts.second:
        return None
    han = someone.parts.culture in ("chinese", "korean", "japanese")
    name = family + given if han else f"{given} {family}"
    return rng.choice((name, name, f"{pair[0]} {pair[1]} ({name})", f"{pair[1].upper()} {pair[0]} {name}"))


PAIR_SLIPS: dict[str, PairSlip] = {
    "accents": drop_accents,
    "case": change_case,
    "particles": change_particle,
    "initials": initials,
    "middle name": change_middle,
    "second family name": change_second_family,
    "joined or split": join_or_split,
    "ligature": ligature_slip,
    "letters off": letters_off,
    "transliteration": transliterate,
    "nickname": nickname,
}
NAME_SLIPS: dict[str, NameSlip] = {
    "token order": turn_order,
    "east asian order": turn_east_asian,
    "title in name": add_title,
    "display name": display_name,
    "native script": native_script,
}
