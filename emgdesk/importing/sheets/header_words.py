"""Which words head which column, in English, French, Spanish and German.

The words themselves are data (`resources/headers/roster.txt`); here stands how a
header is brought into the form they are written in, and how a long question is read.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from emgdesk.domain.folding import fold
from emgdesk.paths import resources

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Words that settle a longer question ("What is your organization?"), tried in this order.
_KEYWORDS = {
    "email": "email courriel correo",
    "given": "firstname forename prenom vorname",
    "family": "lastname surname apellido apellidos nachname familienname",
    "phone": "phone telephone telefono telefon mobile",
    "entity": "organization organisation entity affiliation agency entidad entite organizacion institution",
    "function": "function position fonction cargo designation funktion",
    "country": "country pays pais",
    "notes": "remarks comments observaciones bemerkungen",
}
_PARTS = {
    "first name": "given", "given name": "given", "last name": "family", "family name": "family",
    "full name": "name", "your name": "name", "nombre completo": "name", "nom complet": "name",
    "job title": "function", "in person": "mode", "will you attend": "mode", "will you participate": "mode",
}  # fmt: skip


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, frozenset[str]]:
    """{field or list name: its phrases}, read once from the shipped file."""
    text = (resources() / "headers" / "roster.txt").read_text(encoding="utf-8")
    joined = re.sub(r"\n +", " ", text)
    tables = {}
    for line in joined.splitlines():
        name, colon, phrases = line.partition(":")
        if colon and not line.startswith("#"):
            tables[name] = frozenset(part.strip() for part in phrases.split("|"))
    return tables


@lru_cache(maxsize=1)
def _fields() -> Mapping[str, tuple[str, ...]]:
    """{phrase: the fields it may head}; a few phrases head two ("attending")."""
    fields: dict[str, tuple[str, ...]] = {}
    for name, phrases in _tables().items():
        if name not in ("numbering", "totals", "foreign"):
            for one in phrases:
                fields[one] = (*fields.get(one, ()), name)
    return fields


@lru_cache(maxsize=4096)
def phrase(header: str) -> str:
    """A header as the tables know it: "E-mail address (work) " -> "email address"."""
    return _plain(_BRACKETS.sub(" ", header)) or _plain(header)


def in_brackets(header: str) -> str:
    """What stands in a header's brackets, plain: "Attendance (online/in person)" -> "online in person"."""
    return " ".join(_plain(part) for part in _BRACKETS.findall(header))


def _plain(text: str) -> str:
    letters = "".join(c if c.isalnum() or c == "#" else " " for c in fold(text))
    return " ".join(letters.split()).replace("e mail", "email")


@lru_cache(maxsize=4096)
def fields_of(header: str) -> tuple[str, ...]:
    """The fields a header may head by its words, surest first; () for a column of something else."""
    plain = phrase(header)
    exact = _fields().get(plain)
    if exact:
        return exact
    found = plain.split()
    if not found or len(found) > 14 or not _tables()["foreign"].isdisjoint(found):
        return ()
    for part, field in _PARTS.items():
        if f" {part} " in f" {plain} ":
            return (field,)
    for field, keywords in _KEYWORDS.items():
        if not set(keywords.split()).isdisjoint(found):
            return (field,)
    return ()


def names_people(field: str) -> bool:
    """Whether a column of this field holds a name or a part of one."""
    return field in ("name", "given", "family")


def is_exact(header: str) -> bool:
    """Whether the header is one of the tables' own phrases, not only a question with a known word."""
    return phrase(header) in _fields()


def is_numbering(header: str) -> bool:
    """Whether the header is that of a running number: "No.", "#", "S/N"."""
    return phrase(header) in _tables()["numbering"]


@lru_cache(maxsize=4096)
def is_total(text: str) -> bool:
    """Whether a cell begins a row that counts: "Total", "Total: 105", "Number of participants"."""
    if len(text) > 60 or text.startswith("="):
        return False
    plain = " ".join(word for word in phrase(text).split() if not word.isdigit())
    return plain in _tables()["totals"]
