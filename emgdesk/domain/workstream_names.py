"""How names of workstreams are compared: one body is written three ways in three documents."""

import re

from emgdesk.domain.folding import words

_ACRONYM = re.compile(r"\(\s*[A-Z][A-Za-z&/-]{1,9}\s*\)")
_KINDS = (
    "issue management group", "consultative process", "consultations", "core working group", "working group",
    "task team", "coalition", "network", "nexus dialogues", "nexus dialogue", "framework", "task force",
)  # fmt: skip
KIND_NAMES = {
    "issue management group": "Issue Management Group", "consultative process": "Consultative Process",
    "task team": "Task Team", "working group": "Working Group", "core working group": "Core Working Group",
    "coalition": "Coalition", "network": "Network", "framework": "Framework", "task force": "Task Force",
    "nexus dialogues": "Nexus Dialogues",
}  # fmt: skip
_NOT_TELLING = frozenset(
    ("and", "or", "the", "of", "in", "on", "for", "a", "an", "to", "with", "by", "its", "united", "nations",
     "system", "systemwide", "emg", "s")
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


def kind_told(key: str) -> str:
    """The kind a workstream key tells wherever it stands: "united nations dune coalition" -> "coalition"."""
    kind, _ = kind_and_subject(key)
    if kind:
        return kind
    plain = key.removeprefix("united nations ").removeprefix("emg ").removeprefix("interagency ")
    for kind in _KINDS:
        if plain == kind or plain.startswith(f"{kind} ") or plain.endswith(f" {kind}"):
            return _ONE_KIND.get(kind, kind)
    return ""


def kind_name(name: str) -> str:
    """The kind a workstream's name tells, as it is written, "" where it tells none.

    >>> kind_name("The IMG on Soils"), kind_name("UN E-waste Coalition"), kind_name("Peer Reviews")
    ('Issue Management Group', 'Coalition', '')
    """
    return KIND_NAMES.get(kind_told(workstream_key(name)), "")


def telling_words(key: str) -> tuple[str, ...]:
    """The words of a workstream key that say what it is about: no kind, no joining words, no "UN system"."""
    kind = kind_told(key)
    words_of_kind = {
        word for name in (kind, *_KINDS) if _ONE_KIND.get(name, name) == kind for word in name.split()
    }
    _, subject = kind_and_subject(key)
    told = [word for word in subject.split() if word not in _NOT_TELLING]
    return tuple(word for word in told if subject != key or word not in words_of_kind) or tuple(told)


def acronyms(name: str) -> frozenset[str]:
    """Acronyms a name is known by: those in brackets, "ESS" of "... Sustainability (ESS)"."""
    return frozenset(found.strip("() ").casefold() for found in _ACRONYM.findall(name))


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
