"""Taking apart how a person's name is written: title, given and family part, order.

Nothing here changes a letter: parts are cut out of what was written, and only
spaces are made single.
"""

import re
from dataclasses import dataclass

from emgdesk.domain.folding import fold, words
from emgdesk.domain.functions import is_function

_TITLES = frozenset(
    (
        "mr", "ms", "mrs", "miss", "mx", "dr", "prof", "professor", "mme", "mlle", "m.", "sr", "sra", "srta",
        "h.e.", "he.", "s.e.", "h.e", "s.e", "amb", "ambassador", "hon", "rev", "herr", "frau", "eng", "ing",
        "drs", "lic", "dra", "madame", "monsieur", "sir",
    )
)  # fmt: skip
_OF_A_MAN = frozenset(("mr", "sr", "herr", "monsieur", "m", "sir"))
_OF_A_WOMAN = frozenset(("ms", "mrs", "miss", "mme", "mlle", "sra", "srta", "dra", "frau", "madame"))
_PARTICLES = frozenset(
    (
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la",
        "le", "las", "los", "y", "e", "ten", "ter", "zu", "zum", "zur", "al", "el", "bin", "ibn", "ben",
        "bint", "abu", "st", "af", "av", "d", "l", "op", "t", "san", "santa", "mac", "mc", "o", "und", "vom",
        "lo", "degli", "dal",
    )
)  # fmt: skip
_SUFFIXES = frozenset(
    (
        "jr", "sr", "ii", "iii", "iv", "phd", "ph", "md", "msc", "mba", "esq", "ma", "ba", "bsc", "llm", "jd",
        "dphil",
    )
)  # fmt: skip
_DEGREES = _SUFFIXES | frozenset(  # behind a comma; elsewhere they may be names
    "mphil msci meng beng mph mpa mpp mres edd dsc drsc scd llb mst pmp cpa rn frs hon dhc".split()
)
_GIVEN_TOO = frozenset(("ma", "md", "ba"))  # behind a family name alone: "Rahman, Md"
_INVISIBLE = dict.fromkeys(
    (
        *range(0x20),
        *range(0x7F, 0xA0),
        *(0xAD, 0x061C, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
    )
)
_KEPT = {9: " ", 10: " ", 11: " ", 12: " ", 13: " ", 0x85: " ", 0x200C: "\u200c", 0x200D: "\u200d"}
_CLEANED = _INVISIBLE | _KEPT
_MARKER = re.compile(  # what meeting programs add to the names they show, in the languages of their users
    r"\s*[(\[]\s*(external|guest|unverified|unverifiziert|extern|externe|externer|externo|externa|esterno|ext|gast|"
    r"invit[ée]e?|invitad[oa]|convidado|ospite|nicht (?:überprüft|verifiziert)|non vérifiée?|non verificato|"
    r"(?:no|sin) verificar|no verificad[oa]|verified|host|co-host|cohost|me|you|organizer|presenter|phone|"
    r"(?:she|he|they|elle|il|ella|él|sie|er)(?:\s*/\s*\w+){0,2})"
    r"(?:,\s*(?:external|guest|me|host|co-host|unverified))*\s*[)\]]\s*\Z",
    re.IGNORECASE,
)
_EAST_ASIAN = re.compile(  # Han, kana and Hangul, with what repeats or lengthens a sign
    "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+\\Z"
)
_KATAKANA = re.compile("[\u30a0-\u30ff]+\\Z")  # a foreign family name, which stays behind the given one


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name taken apart; `given` and `family` are empty where the writing does not tell them."""

    name: str
    title: str = ""
    given: str = ""
    family: str = ""


def tidy(text: str) -> str:
    """Trimmed, spaces single, control and direction characters gone; no letter touched."""
    if text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip()
    return " ".join(text.translate(_CLEANED).split())


def hides_characters(text: str) -> bool:
    """Whether `tidy` would remove invisible characters other than line breaks and tabs."""
    return not text.isprintable() and any(ord(c) in _INVISIBLE and ord(c) not in _KEPT for c in text)


def split_title(name: str) -> tuple[str, str]:
    """The titles a name begins with, and the rest: "H.E. Ms. Li An" -> ("H.E. Ms.", "Li An")."""
    parts = name.split()
    count = 0
    while count < len(parts) - 1 and _is_title(parts[count]):
        if parts[count] == "M." and len(parts) - count < 3:
            break  # "M. Dupont" is an initial as likely as a Monsieur
        count += 1
    return " ".join(parts[:count]), " ".join(parts[count:])


def _is_title(part: str) -> bool:
    lowered = part.lower()
    return lowered in _TITLES or (lowered.endswith((".", ",")) and lowered[:-1] in _TITLES)


def is_title(text: str) -> bool:
    """Whether the whole of `text` is a personal title: "Ms", "Prof. Dr."."""
    parts = text.split()
    return 0 < len(parts) <= 3 and all(_is_title(part) for part in parts)


def is_suffix(text: str) -> bool:
    """Whether a text is what stands behind names: "Jr.", "Ph.D.", "M. Sc., MBA"."""
    found = words(text.replace(".", ""))
    return bool(found) and ("".join(found) in _DEGREES or _DEGREES.issuperset(found))


def without_degrees(name: str) -> tuple[str, str]:
    """A name and the degrees behind its commas: "Anna Fisk, Ph.D." -> ("Anna Fisk", ", Ph.D.")."""
    bare = name
    while "," in bare:
        head, _, tail = bare.rpartition(",")
        alone = len(words(head)) < 2 and _GIVEN_TOO.issuperset(words(tail))
        if not is_suffix(tail) or alone:
            break
        bare = head.rstrip(" ,")
    return (bare, name[len(bare) :].rstrip(" ,")) if bare else (name, "")


def address(title: str) -> str:
    """The sex a title tells, "m" or "f", or "": "H.E. Ms." -> "f"."""
    found = {part.strip(".,").lower() for part in title.split()}
    man, woman = not found.isdisjoint(_OF_A_MAN), not found.isdisjoint(_OF_A_WOMAN)
    return "" if man == woman else "m" if man else "f"


def without_markers(name: str) -> str:
    """A shown name without what the meeting program added: "Ada Moss (External)" -> "Ada Moss"."""
    while name.endswith((")", "]")):
        bare = _MARKER.sub("", name)
        if bare == name or not bare:
            break
        name = bare
    return name


def read_name(written: str) -> WrittenName:
    """Take apart a name written in one cell: title, "Family, Given", capitals of the family name.

    >>> read_name("Ms. LOPEZ ROYO, Ana")
    WrittenName(name='Ana LOPEZ ROYO', title='Ms.', given='Ana', family='LOPEZ ROYO')
    """
    text = without_markers(written)
    title, name = split_title(text)
    bare, degrees = without_degrees(name)
    if "," in bare:
        family, _, given = (part.strip() for part in bare.partition(","))
        inner_title, given = split_title(given)
        if family and given and _may_be_given(given):
            if is_title(given):
                return WrittenName(family + degrees, title or given)
            return WrittenName(composed(given, family) + degrees, title or inner_title, given, family)
    given, family = capital_parts(bare)
    return WrittenName(name, title, given, family)


def composed(given: str, family: str) -> str:
    """A name put together of its parts, given name first; in the scripts of East Asia as it is written there.

    >>> composed("Li", "Wang"), composed("丽", "王")
    ('Li Wang', '王丽')
    """
    if not (given and family):
        return given or family
    if _EAST_ASIAN.match(given) and _EAST_ASIAN.match(family) and not _KATAKANA.match(family):
        return f"{family}{given}"
    return f"{given} {family}"


def parts_fit(name: str, given: str, family: str) -> bool:
    """Whether a name is made of these parts: the same words in any order, case and accents aside.

    Words one of both leaves out are no contradiction ("Ana M. Ruiz" of Ana and Ruiz) as long as
    the parts say nothing that the name does not; no parts fit any name.
    """
    letters = "".join(words(name))
    if "".join(words(composed(given, family))) == letters or "".join(words(family + given)) == letters:
        return True
    return set(words(f"{given} {family}")) <= set(words(name))


def _may_be_given(text: str) -> bool:
    """Whether what stands behind a comma may be a given name: no function, nothing with a comma in it."""
    return "," not in text and not is_function(text)


def capital_parts(name: str) -> tuple[str, str]:
    """Given and family part where capitals tell the family name, else ("", ""): "Ana LOPEZ ROYO"."""
    parts = name.split()
    if len(parts) < 2 or name.isupper() or name.islower():
        return "", ""
    loud = [len(part) > 1 and part.isupper() and "." not in part for part in parts]
    run = sum(loud)
    if run in (0, len(parts)):
        return "", ""
    if all(loud[-run:]):
        return " ".join(parts[:-run]), " ".join(parts[-run:])
    if all(loud[:run]):
        return " ".join(parts[run:]), " ".join(parts[:run])
    return "", ""


def split_name(name: str) -> tuple[str, str]:
    """A guess at (given, family) for sorting: capitals tell it, else the last word with its particles.

    >>> split_name("Anna van der Berg")
    ('Anna', 'van der Berg')
    """
    name, _ = without_degrees(name)
    given, family = capital_parts(name)
    if family:
        return given, family
    parts = name.split()
    if len(parts) < 2:
        return "", name
    cut = len(parts) - 1
    if fold(parts[cut]).strip(".") in _SUFFIXES and cut > 1:
        cut -= 1
    while cut > 1 and fold(parts[cut - 1]).strip(".'") in _PARTICLES:
        cut -= 1
    return " ".join(parts[:cut]), " ".join(parts[cut:])


def is_particle(word: str) -> bool:
    """Whether a folded word is a particle, which spellings of one name add and leave out."""
    return word in _PARTICLES
