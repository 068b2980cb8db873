"""How names of workstreams are compared: one body is written three ways in three documents."""

import re

from emgdesk.domain.folding import words

_ACRONYM = re.compile(r"\(\s*[A-Z][A-Za-z&/-]{1,9}\s*\)")
_KINDS = (
    "issue management group", "consultative process", "consultations", "core working group", "working group",
    "task team", "coalition", "network", "nexus dialogues", "nexus dialogue", "framework", "task force",
)  # fmt: skip
_ONE_KIND = {"consultations": "consultative process", "nexus dialogue": "nexus dialogues"}
_JOINING = ("on", "for", "of", "a", "an")
_CHAPTER = re.compile(r"^\s*(?:chapter\s+)?(?:([IVX]+)|(\d{1,2}))\s*[.):]\s+(?=\S)", re.IGNORECASE)


def workstream_key(name: str) -> str:
    """Equal for writings of one name: a leading "The", "(ESS)", IMG, UN, "&", case and accents.

    >>> workstream_key("The IMG on Human Rights & the Environment")
    'issue management group on human rights and environment'
    """
    bare = _ACRONYM.sub(" ", name).replace("&", " and ")
    plain = f" {' '.join(word for word in words(bare) if word != 'the')} "
    plain = plain.replace(" img ", " issue management group ").replace(" un ", " united nations ")
    return plain.replace(" system wide ", " systemwide ").strip()


def kind_and_subject(key: str) -> tuple[str, str]:
    """A workstream key parted into its kind ("" if it begins with none) and what it is about."""
    for kind in _KINDS:
        if key.startswith(f"{kind} "):
            rest = key[len(kind) + 1 :].split()
            while len(rest) > 1 and rest[0] in _JOINING:
                rest.pop(0)
            return _ONE_KIND.get(kind, kind), " ".join(rest)
    return "", key


def chapter_title(written: str) -> str:
    """A chapter without its number: "II. Enhancing sustainability" -> "Enhancing sustainability"."""
    return " ".join(_CHAPTER.sub("", written).split())


def chapter_number(written: str) -> int | None:
    """The number a chapter is written with, None if it has none: "IV. Outreach" -> 4."""
    match = _CHAPTER.match(written)
    if not match:
        return None
    return int(match[2]) if match[2] else _roman(match[1].lower())


def chapter_key(written: str) -> str:
    """Equal for writings of one chapter, with or without its number."""
    return " ".join(words(chapter_title(written)))


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[c] for c in text]
    return sum(
        -value if any(value < later for later in values[at + 1 : at + 2]) else value
        for at, value in enumerate(values)
    )
