"""How the names of the informed half come to be written differently: one function a kind of slip.

Each takes given and family name and gives them as a list has them, None where the slip
cannot befall the name.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from benchmarks.labelled.informed_people import plain, pools

Parts = tuple[str, str]
Slip = Callable[[random.Random, str, str], Parts | None]
_PARTICLES = frozenset(
    "van von der den de del la las los le du da dos das do di y e al el bin ibn ben abu zu ten ter op".split()
)
_LIGATURE = re.compile("ff[il]|f[fil]")
_READ_AS = {
    "fi": ("ff", "fl", "f", "", "ﬁ"), "fl": ("fi", "ff", "f", "", "ﬂ"), "ff": ("fi", "fl", "f", "", "ﬀ"),
    "ffi": ("fi", "ff", "f", "", "ﬃ"), "ffl": ("fl", "ff", "f", "", "ﬄ"),
}  # fmt: skip
_SYLLABLES = (
    "xiao ming jian guo xiu ying qiang li hua yu lan zhi yuan mei ling hao ran zi xuan wen bo xin yi tian "
    "chen dong hai chun xue feng qing shan"
).split()


def _in_word(
    rng: random.Random, text: str, longest: int, change: Callable[[random.Random, str], str | None]
) -> str | None:
    """`text` with one of its words of `longest` letters or more changed."""
    words = text.split()
    places = [
        at for at, word in enumerate(words) if len(word) >= longest and word.isalpha() and word.isascii()
    ]
    if not places:
        return None
    at = rng.choice(places)
    changed = change(rng, words[at])
    if changed is None or changed.casefold() == words[at].casefold():
        return None
    return " ".join((*words[:at], changed, *words[at + 1 :]))


def _in_either(least: int, change: Callable[[random.Random, str], str | None]) -> Slip:
    def slip(rng: random.Random, given: str, family: str) -> Parts | None:
        if rng.random() < 0.6 and (changed := _in_word(rng, family, least, change)):
            return given, changed
        changed = _in_word(rng, given, least, change)
        return (changed, family) if changed else None

    return slip


def _replaced(rng: random.Random, word: str) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + rng.choice("aeioulmnrst".replace(word[at], "")) + word[at + 1 :]


def _dropped(rng: random.Random, word: str) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _added(rng: random.Random, word: str) -> str:
    at = rng.randrange(1, len(word) + 1)
    return word[:at] + rng.choice("aeilmnrst") + word[at:]


def _swapped(rng: random.Random, word: str) -> str | None:
    places = [at for at in range(len(word) - 1) if word[at].lower() != word[at + 1].lower()]
    at = rng.choice(places)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return swapped.capitalize() if word[0].isupper() else swapped


def _doubled(rng: random.Random, word: str) -> str | None:
    pairs = [at for at in range(1, len(word)) if word[at] == word[at - 1]]
    if pairs:
        at = rng.choice(pairs)
        return word[:at] + word[at + 1 :]
    places = [at for at in range(1, len(word)) if word[at] in "lmnrstpc"]
    if not places:
        return None
    at = rng.choice(places)
    return word[:at] + word[at] + word[at:]


def _first_letter(rng: random.Random, word: str) -> str:
    return rng.choice("ABDGKLMNPST".replace(word[0], "")) + word[1:]


def _twice(rng: random.Random, word: str) -> str | None:
    for change in rng.sample((_replaced, _dropped, _added), 2):
        word = change(rng, word)
    return word


def _ligature(rng: random.Random, word: str) -> str | None:
    found = list(_LIGATURE.finditer(word.casefold()))
    if not found:
        return None
    one = rng.choice(found)
    read = rng.choice(_READ_AS[one[0]])
    changed = word[: one.start()] + read + word[one.end() :]
    return changed if one.start() else changed[:1].upper() + changed[1:]


def _middle_left_out(rng: random.Random, given: str, family: str) -> Parts | None:
    words = given.split()
    return (words[0], family) if len(words) > 1 else None


def _middle_added(rng: random.Random, given: str, family: str) -> Parts | None:
    extra = rng.choice((*"ABCEGHKLMNPRST", "Maria", "Paul", "Louise", "Karim", "Irene", "Victor"))
    return (f"{given} {extra}{'.' if len(extra) == 1 else ''}", family) if extra not in given else None


def _middle_shortened(rng: random.Random, given: str, family: str) -> Parts | None:
    words = given.split()
    return (f"{words[0]} {words[1][0]}.", family) if len(words) > 1 and len(words[1]) > 2 else None


def _initial(rng: random.Random, given: str, family: str) -> Parts | None:
    return (f"{given[0]}.", family) if len(given) > 2 else None


def _second_family_left_out(rng: random.Random, given: str, family: str) -> Parts | None:
    words = family.split()
    if len(words) < 2 or words[-2].casefold() in _PARTICLES:
        return None
    kept = words[:-2] if len(words) > 2 and words[-2] in ("y", "e") else words[:-1]
    return (given, " ".join(kept)) if kept else None


def _second_family_added(rng: random.Random, given: str, family: str) -> Parts | None:
    extra = rng.choice(("Lund", "Castro", "Benson", "Moreau", "Haddad", "Winter"))
    joined = rng.choice((f"{family} {extra}", f"{family}-{extra}", f"{extra} {family}"))
    return (given, joined) if " " not in family else None


def _particle_left_out(rng: random.Random, given: str, family: str) -> Parts | None:
    kept = [word for word in re.split("[ -]", family) if word.casefold() not in _PARTICLES and word != "'t"]
    changed = " ".join(kept)
    return (given, changed) if changed and changed != family.replace("-", " ") else None


def _particle_added(rng: random.Random, given: str, family: str) -> Parts | None:
    return (
        (given, f"{rng.choice(('de', 'van', 'von', 'al', 'El', 'da'))} {family}")
        if " " not in family
        else None
    )


def _particle_run_in(rng: random.Random, given: str, family: str) -> Parts | None:
    words = re.split("[ -]", family)
    if len(words) < 2 or words[0].casefold() not in _PARTICLES:
        return None
    joined = rng.choice(("".join(words), "".join(words).capitalize()))
    if len(words) > 2 and rng.random() < 0.5:
        joined = f"{words[0]} {''.join(words[1:])}"
    return given, joined


def _given_joined(rng: random.Random, given: str, family: str) -> Parts | None:
    words = re.split("[ -]", given)
    if len(words) != 2 or "." in given:
        return None
    return words[0] + words[1].lower(), family


def _given_split(rng: random.Random, given: str, family: str) -> Parts | None:
    lowered = given.casefold()
    if "-" in given:
        return given.replace("-", " "), family
    for first in _SYLLABLES:
        if lowered.startswith(first) and lowered[len(first) :] in _SYLLABLES:
            return rng.choice(
                (f"{first} {lowered[len(first) :]}".title(), f"{first}-{lowered[len(first) :]}".capitalize())
            ), family
    return None


def _variant(rng: random.Random, given: str, family: str) -> Parts | None:
    changed = [_another(rng, word) for word in (given, family)]
    found = [at for at, one in enumerate(changed) if one]
    if not found:
        return None
    at = rng.choice(found)
    return (changed[0] or given, family) if at == 0 else (given, changed[1] or family)


def _variants(rng: random.Random, given: str, family: str) -> Parts | None:
    first, last = _another(rng, given), _another(rng, family)
    return (first, last) if first and last else None


def _another(rng: random.Random, word: str) -> str:
    for row in pools()["variants"]:
        names = row.split("=")
        if word in names:
            return rng.choice([name for name in names if name != word])
    return ""


def _umlauts(rng: random.Random, given: str, family: str) -> Parts | None:
    def spelt(text: str) -> str:
        for letter, pair in zip("äöüÄÖÜ", ("ae", "oe", "ue", "Ae", "Oe", "Ue"), strict=True):
            text = text.replace(letter, pair)
        return text

    changed = spelt(given), spelt(family)
    return changed if changed != (given, family) else None


def _accents(rng: random.Random, given: str, family: str) -> Parts | None:
    changed = plain(given), plain(family)
    return changed if changed != (given, family) else None


def _suffix(rng: random.Random, given: str, family: str) -> Parts | None:
    return given, f"{family}{rng.choice((', PhD', ' Jr.', ', MD', ' (External)', ' [Guest]'))}"


SLIPS: dict[str, Slip] = {
    "one letter replaced": _in_either(7, _replaced),
    "one letter dropped": _in_either(7, _dropped),
    "one letter too many": _in_either(7, _added),
    "first letter misread": _in_either(7, _first_letter),
    "two letters off": _in_either(9, _twice),
    "letters exchanged": _in_either(5, _swapped),
    "letter doubled or single": _in_either(4, _doubled),
    "short name one letter off": _in_either(4, _replaced),
    "ligature": _in_either(4, _ligature),
    "middle name left out": _middle_left_out,
    "middle name added": _middle_added,
    "middle name as initial": _middle_shortened,
    "given name as initial": _initial,
    "second family name left out": _second_family_left_out,
    "second family name added": _second_family_added,
    "particle left out": _particle_left_out,
    "particle added": _particle_added,
    "particle run in": _particle_run_in,
    "given names joined": _given_joined,
    "given name split": _given_split,
    "transliteration": _variant,
    "transliteration of both": _variants,
    "umlauts spelt out": _umlauts,
    "accents lost": _accents,
    "suffix": _suffix,
}
