"""Names as texts cite them ("Ms. Quell, UNEP"), and who on a roster is meant."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from emgdesk.domain.entity_names import in_brackets
from emgdesk.domain.folding import words
from emgdesk.domain.people import is_particle, split_title, tidy
from emgdesk.queries.findings.bodies import Bodies
from emgdesk.queries.roster import RosterRow

_TITLE = re.compile(r"(?<=\s)(?:H\.E\.|Mr|Ms|Mrs|Mx|Dr|Prof|Professor|Ambassador)\b\.?\s+(?=\S)")
_PARTS = re.compile(r"\s*;\s*|\s+and\s+|\s+&\s+|\s*/\s*|\n+")
_OFFICES = frozenset(
    (
        "chair", "chairperson", "cochair", "co", "secretary", "secretariat", "head", "director", "executive",
        "deputy", "officer", "official", "officials", "representative", "representatives", "group",
        "members", "member", "all", "participants", "focal", "points", "team", "consultant", "general",
        "emg", "un", "committee", "office", "division", "the", "of", "task", "host", "moderator", "tbd",
        "tbc", "various", "several", "other", "others", "youth", "observer", "observers", "president",
        "lead", "leads", "agency", "agencies", "entity", "entities", "new", "speaker", "panel", "all",
    )
)  # fmt: skip


class Cited(NamedTuple):
    """Somebody as a text names them: `entity` is the text beside the name, "" without one."""

    name: str
    entity: str = ""


def cited_people(text: str, bodies: Bodies) -> tuple[Cited, ...]:
    """The people a field like "Ana Quell, UNEP; Bo Lindh (FAO)" names; entities and offices are nobody."""
    found = []
    for part in _PARTS.split(tidy(text.replace("\n", "; "))):
        titled = _TITLE.search(part)
        cited = _parted(part[titled.start() :] if titled else part)
        if is_name(cited.name, bodies):
            found.append(cited)
    return tuple(found)


def _parted(part: str) -> Cited:
    part = part.strip(" .,:")
    if (brackets := in_brackets(part)) is not None:
        return Cited(*brackets)
    name, _, rest = part.partition(",")
    return Cited(name.strip(), rest.strip())


def is_name(text: str, bodies: Bodies) -> bool:
    """Whether a text is surely a person's name: two to five words with capitals, or one behind a title."""
    title, name = split_title(text)
    parts = name.split()
    if not (2 - bool(title) <= len(parts) <= 5) or bodies.may_be(name):
        return False
    if not _OFFICES.isdisjoint(words(name)) or any(c.isdigit() for c in name):
        return False
    return all(part[0].isupper() or (part[0].isalpha() and _is_small(part)) for part in parts) and any(
        part[0].isupper() for part in parts
    )


def _is_small(part: str) -> bool:
    """A particle, or a word of a script without capitals."""
    return not part[0].islower() or is_particle("".join(words(part)))


class People:
    """The people of a roster, found by how texts cite them; `spellings` are other names by person."""

    def __init__(self, roster: Sequence[RosterRow], spellings: dict[str, tuple[str, ...]]) -> None:
        self._lines = [
            (line, [words(n) for n in {line.name, line.person_name, *spellings.get(line.person_id, ())} if n])
            for line in roster
        ]

    def named(self, name: str) -> tuple[RosterRow, ...]:
        """The lines a cited name may mean: every word of it stands in the name, or the other way round."""
        cited = words(split_title(name)[1])
        return tuple(line for line, known in self._lines if any(_fits(cited, one) for one in known))

    def exactly(self, name: str) -> tuple[RosterRow, ...]:
        """The lines with exactly this name, letter case and accents aside."""
        cited = words(name)
        return tuple(line for line, known in self._lines if cited in known)


def _fits(cited: Sequence[str], known: Sequence[str]) -> bool:
    if not cited or not known:
        return False
    if len(known) > 1 and set(known) <= set(cited):
        return True
    left = list(known)
    for word in cited:
        match = next((k for k in left if k == word or (len(word) == 1 and k.startswith(word))), None)
        if match is None:
            return False
        left.remove(match)
    return any(len(word) > 1 for word in cited)
