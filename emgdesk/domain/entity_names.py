"""How the name of an organisation is compared: acronym, full name or alias, however printed."""

import re

from emgdesk.domain.folding import words

_SAME = {
    "organisation": "organization", "programme": "program", "labour": "labor", "centre": "center",
    "organisations": "organizations", "programmes": "programs", "&": "and", "intl": "international",
    "secretary": "secretary",
}  # fmt: skip
_SILENT = frozenset(
    ("the", "of", "for", "on", "and", "in", "to", "against", "de", "la", "le", "les", "des", "du", "y")
)
_BRACKETS = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]+)[)\]]\s*(.*)$")
_PARTS = re.compile(r"\s+[-–—|]\s+|\s*[–—|/,;:]\s*|\s+-|-\s+")


def entity_key(text: str) -> str:
    """Equal for spellings of one name: case, accents, punctuation, small words, UN for United Nations."""
    found = [_SAME.get(word, word) for word in words(text.replace("&", " and "))]
    plain = f" {' '.join(found)} ".replace(" united nations ", " un ")
    kept = [word for word in plain.split() if word not in _SILENT]
    return " ".join(kept or found)


def compact_key(text: str) -> str:
    """Equal for spellings that differ only in spaces and hyphens: "UNU- FLORES" and "UNU-FLORES"."""
    return "".join(words(text))


def without_secretariat(key: str) -> str:
    """An entity key without the word secretariat at either end: "ceb secretariat" -> "ceb"."""
    found = key.split()
    while len(found) > 1 and found[-1] == "secretariat":
        found.pop()
    while len(found) > 1 and found[0] == "secretariat":
        found.pop(0)
    return " ".join(found)


def in_brackets(text: str) -> tuple[str, str] | None:
    """Outside and inside of one pair of brackets: "Food Organization (FAO)" -> both; None without."""
    match = _BRACKETS.match(text)
    if not match:
        return None
    outside = f"{match[1]} {match[3]}".strip()
    return (outside, match[2].strip()) if outside else None


def name_parts(text: str) -> tuple[str, ...]:
    """The parts of "ACR - name", "ACR/unit" and "ACR, unit"; () where nothing parts it."""
    parts = tuple(part for part in map(str.strip, _PARTS.split(text)) if part)
    return parts if len(parts) > 1 else ()
