"""Names of two people or more in one cell: "Tom Hill & Ann Poe", "Mr. and Mrs. Smith", "Ana y Luis Gómez".

Words that join parts of one family name ("Ortega y Gasset", "von und zu Tal") are no such sign.
"""

import re

from emgdesk.domain.folding import words
from emgdesk.domain.functions import is_function
from emgdesk.domain.people import is_particle, is_title, split_title, without_markers
from emgdesk.importing.names.displayed import looks_like_entity

_JOINS = re.compile(r"\s*[;/\n]\s*|\s+(?:[&+]|and|und|et|y|e)\s+", re.IGNORECASE)
_MAY = re.compile(r"[;&+/\n]|\s(?:and|und|et|y|e)\s", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LONGEST = 200  # characters
_APART = ("/", ";", "\n")  # between whole names, never between two given names


def names_several(text: str) -> bool:
    """Whether a cell surely names several people."""
    if not _MAY.search(text) or len(text) > _LONGEST:
        return False
    parts = text.split(",") if "," in text else (text,)
    for part in parts:
        for mark in _JOINS.finditer(part):
            if _are_two(part[: mark.start()], mark[0].strip().lower() or "\n", part[mark.end() :]):
                return True
    return False


def may_be_two(text: str, email: str = "") -> bool:
    """Whether the only comma of a text stands between two whole names, none of them a family name alone.

    An address made of words of both, or what a meeting program added, tells that it is one person's.
    """
    left, comma, right = text.partition(",")
    if not comma or "," in right or without_markers(text) != text:
        return False
    local = set(words(email.partition("@")[0].replace("_", " ")))
    if local & set(words(left)) and local & set(words(right)):
        return False
    sides = (left.strip(), right.strip())
    return all(
        len(words(side)) > 1 and _is_name(side) and not side.isupper() and not _begins_as_family(side)
        for side in sides
    )


def are_names(text: str) -> bool:
    """Whether commas part whole names and nothing else: "Ann Lee, Bob Poe, Cy Roe"."""
    parts = [part.strip() for part in text.split(",")]
    return len(parts) > 1 and all(len(words(part)) > 1 and _is_name(part) for part in parts)


def _begins_as_family(side: str) -> bool:
    return is_particle(words(side)[0])


def _are_two(left: str, join: str, right: str) -> bool:
    left, right = (_BRACKETS.sub(" ", side).strip(" ,.;") for side in (left, right))
    if is_title(left) and join not in _APART:
        return bool(right)
    if not _is_name(left) or not _is_name(right):
        return False
    mine, theirs = words(split_title(left)[1]), words(split_title(right)[1])
    if join in _APART:
        shared = {word for word in mine if not is_particle(word)} & set(theirs)
        return min(len(mine), len(theirs)) > 1 and _is_latin(left) == _is_latin(right) and not shared
    if is_particle(mine[-1]) or is_particle(theirs[0]) or join == "e":
        return False  # "von und zu", "Maria e Silva"
    if left.isupper() and not right.isupper():
        return False  # "GARCÍA Y SÁNCHEZ José"
    return len(theirs) > 1 if join == "y" else True


def _is_name(side: str) -> bool:
    """Whether a text may be a name or a part of one: a few words with capitals, no function, no entity."""
    parts = split_title(side)[1].split()
    if not 0 < len(parts) <= 6 or any(c.isdigit() or c in "@|" for c in side) or not words(side):
        return False
    if is_function(side) or looks_like_entity(" ".join(parts)):
        return False
    large = [part for part in parts if not is_particle(part.lower().strip("'’.-"))]
    return bool(large) and not any(part[0].islower() for part in large)


def _is_latin(text: str) -> bool:
    return all(ord(c) < 0x250 for c in text if c.isalpha())
