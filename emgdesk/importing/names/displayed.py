"""Names as people show them in a meeting: with their entity, a marker or another name beside.

What stands beside the name is cut off; an entity found there is a proposal and no more,
for it was typed by whoever joined.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from emgdesk.domain.folding import words
from emgdesk.domain.people import is_particle, is_title, read_name, without_markers
from emgdesk.importing.names.commas import behind_commas

IsEntity = Callable[[str], bool]
_BETWEEN = (  # from what only ever parts to what may stand inside a name
    re.compile(r"\s*[|｜]\s*|\s*::\s*|\s+[-–—]+\s+|\s+[/\\@]\s+|(?<=\w):\s+"),
    re.compile(r"(?<=\w)[-–—]\s+|_"),
    re.compile(r"(?<=[A-Z]{2})-(?=[A-Z])"),
)
_BAR = re.compile(r"[|｜]")
_FRONT = re.compile(r"\s*[\[({]\s*([^\[\](){}]+?)\s*[\])}]\s*[-–—:|,]?\s*(?=\S)")
_BACK = re.compile(r"\s*[\[({]\s*([^\[\](){}]*?)\s*[\])}]\s*\Z")
_ODD = re.compile(r"[\[(|{_:@/｜\\,]|[-–—]\s|\s[–—-]")
_OPEN_END = re.compile(
    r"(?<=\w)\s*[(\[]\s*(tbc|tbd|tba|t\.b\.[cda]\.?|to be (?:confirmed|determined|announced|nominated)|"
    r"à confirmer|por confirmar|provisional|provisoire)\s*[)\]]\s*\Z",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\d\[\](){}|@]+")
_SPACED = re.compile(r"(?<=[A-Z]{2})-\s(?=[A-Z]{2})")  # "UNU- FLORES", as copied PDFs write it
_ACRONYM = re.compile(r"(?:[A-Z]{2,}[A-Za-z]{0,3}|[A-Z]{1,3}\d{0,2}[A-Z]{1,6})(?:[-/.&][A-Za-z]+)*")
_BODY = frozenset(
    "secretariat secretaria sekretariat convention office agency programme program fund bank ministry group "
    "university universite institute organization organisation youth union commission department division "
    "centre center network council mission embassy".split()
)  # fmt: skip
_NO_ENTITY = frozenset(
    "I II III IV V JR SR PHD PH.D MD MBA MA BA MSC BSC LLM JD EXT TBC TBD PM AM HQ VIP MR MS MRS DR".split()
)


_LONGEST = 400  # characters; no name beside an entity is longer


class Shown(NamedTuple):
    """A display name taken apart: the name alone, the entity beside it, what was passed over.

    `unclear` where more stands behind its commas than can be told.
    """

    name: str
    entity: str = ""
    message: str = ""
    function: str = ""
    unclear: bool = False


def never(text: str) -> bool:
    """For a file read without a desk: no text is a known entity."""
    return False


def take_apart(written: str, *, original: bool = False, is_entity: IsEntity = never) -> Shown:
    """The name in a display name, and the entity shown with it.

    With `original` brackets at the end hold the name of the account (Zoom's "Shown (Original)").
    `is_entity` tells the names and acronyms of known entities.

    >>> take_apart("[UNEP] Moss, Ada (External)")
    Shown(name='Moss, Ada', entity='UNEP', message='', function='', unclear=False)
    """
    if len(written) > _LONGEST or not _ODD.search(written):
        return Shown(written)
    text, message = without_markers(written), ""
    if open_end := _OPEN_END.search(text):
        text, message = text[: open_end.start()].strip(), f"The name is marked as open ({open_end[1]})."
    if original:
        text, message = _account(text)
        text = without_markers(text)
    name, entity = _entity_beside(text, is_entity)
    if "," not in name:
        return Shown(name, entity, message)
    told = behind_commas(name, is_entity, looks_like_entity)
    unclear = told.unclear or bool(entity and told.entity)
    return Shown(told.name, entity or told.entity, message, told.function, unclear)


def _account(text: str) -> tuple[str, str]:
    """Of "Shown (Original)" the name that tells the person, and a sentence where both do, of two people."""
    found = _BACK.search(text)
    if not found or not found[1]:
        return text, ""
    shown, account = text[: found.start()].strip(), found[1].strip()
    if not shown:
        return account, ""
    if looks_like_entity(account) and len(words(shown)) > 1:
        return text, ""
    mine, theirs = set(words(shown)), set(words(account))
    if mine <= theirs or (not _is_person(shown) and _is_person(account)):
        return account, ""
    if mine & theirs or not _is_person(account):
        return shown, ""
    return shown, f"The account is that of “{account}”."


def _entity_beside(text: str, is_entity: IsEntity) -> tuple[str, str]:
    front = _FRONT.match(text)
    if front and not is_title(front[1]) and (text.startswith("[") or _tells(front[1], is_entity)):
        return text[front.end() :].strip(), front[1]
    back = _BACK.search(text)
    if back and back.start() and not is_title(back[1]) and _tells(back[1], is_entity):
        return text[: back.start()].strip(), back[1]
    for between in _BETWEEN:
        marks = list(between.finditer(text))
        for mark in dict.fromkeys(marks[:1] + marks[-1:]):
            left, right = text[: mark.start()].strip(), text[mark.end() :].strip()
            for entity, person in ((left, right), (right, left)):
                if _tells(entity, is_entity) and _is_beside(person, entity, is_entity):
                    return person, entity
        if marks:
            break
    bar = _BAR.search(text)
    if bar:  # it parts whatever stands beside it
        sides = text[: bar.start()].strip(), text[bar.end() :].strip()
        if all(sides):
            turned = _tells(sides[0], is_entity) and not _tells(sides[1], is_entity)
            return (sides[1], sides[0]) if turned else sides
    head, comma, tail = text.rpartition(",")
    if comma and is_entity(tail.strip()):  # "Moss, ADA" has the same shape
        return head.strip(" ,"), tail.strip()
    return text, ""


def _is_beside(person: str, entity: str, is_entity: IsEntity) -> bool:
    """Whether a text is the person beside an entity: "MOSS Ada" is one beside "FAO" alone."""
    if is_entity(person):
        return False
    sure = is_entity(entity) or bool(_ACRONYM.fullmatch(entity))
    several = len(words(person)) > 1 or (len(person) > 1 and not person.isascii() and not person[0].isupper())
    return _is_person(person) or (sure and several and bool(_LETTERS.fullmatch(person)))


def _tells(text: str, is_entity: IsEntity) -> bool:
    return is_entity(text) or looks_like_entity(text)


def looks_like_entity(text: str) -> bool:
    """Whether a text has the shape of an entity: an acronym first, or the word for a body: "UN Women"."""
    parts = _SPACED.sub("-", text).replace(",", " ").split()
    if not parts or len(parts) > 8 or text.strip(".").upper() in _NO_ENTITY:
        return False
    if is_body(text):
        return True
    return len(parts) <= 4 and bool(_ACRONYM.fullmatch(parts[0])) and not (len(parts) > 1 and text.isupper())


def is_body(text: str) -> bool:
    """Whether a text holds the word for a body: "World Bank Group"."""
    return not _BODY.isdisjoint(words(text))


def _is_person(text: str) -> bool:
    """Whether a text may be a person's name: letters alone, two words at least, not an entity's."""
    name = read_name(text).name
    parts = name.split()
    if len(parts) < 2 or len(parts) > 8 or any(c.isdigit() for c in name):
        return False
    return not looks_like_entity(name) and any(not is_particle(word) for word in words(name))
