"""The one alphabetical order of people and entities: in the app, the PDF, the DOCX and the workbooks.

Case and accents do not count (`folding.fold`), nor do hyphens and
apostrophes; names in Latin letters come first, then the other scripts by code
point. Equal keys keep the order of the rows they came from.
"""

from functools import lru_cache

from emgdesk.domain.folding import fold
from emgdesk.domain.people import is_particle, split_name

SortKey = tuple[tuple[bool, str], ...]

_GLUED = ("al-", "al‑", "el-", "d'", "d’")


@lru_cache(maxsize=65536)
def text_key(text: str) -> tuple[bool, str]:
    """Where `text` stands in alphabetical order; empty text comes first."""
    folded = fold(text)
    bare = "".join(c for c in folded if c.isalnum() or c == " ").strip()
    return (bool(bare) and not _is_latin(bare[0]), bare)


def given_key(name: str) -> SortKey:
    """The order of names as they are written and read, given name first."""
    return (text_key(name),)


def family_key(given: str, family: str, name: str) -> SortKey:
    """The order by family name without its particles, then given name.

    Without a known family part `people.split_name` guesses it from `name`.
    """
    if not family:
        given, family = split_name(name)
    return (text_key(without_particles(family)), text_key(given), text_key(family))


def without_particles(family: str) -> str:
    """`family` from its first word that is no lower-case particle: "van der Berg" -> "Berg"."""
    parts = family.split()
    while len(parts) > 1 and parts[0].islower() and is_particle(fold(parts[0])):
        parts = parts[1:]
    for prefix in _GLUED:
        if parts and parts[0].startswith(prefix) and len(parts[0]) > len(prefix):
            parts[0] = parts[0][len(prefix) :]
            break
    return " ".join(parts)


def _is_latin(character: str) -> bool:
    return character < "\u0250" or "\u1e00" <= character <= "\u1eff"
