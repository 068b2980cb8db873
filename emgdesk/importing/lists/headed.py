"""Annexes that head the people of an entity with its name: "Food Organization (FAO)", the people below."""

import re
from collections.abc import Mapping
from dataclasses import replace

from emgdesk.domain.folding import fold, words
from emgdesk.domain.functions import is_function
from emgdesk.importing.lists.entries import Entry
from emgdesk.importing.lists.headings import heading, names_a_person
from emgdesk.importing.lists.lines import UNREAD, Line
from emgdesk.importing.names.displayed import is_body
from emgdesk.importing.sheets.columns import EMAIL

HEADS = "The entity of the people below."
MIXED = "An entity whose people cannot be told: the columns of the page were mixed."
OF_ABOVE = "Belongs to the person above."
_NAMED = re.compile(r"(?P<name>\S.*\S)\s*\((?P<acronym>[^()]{2,40})\)\Z")
_SMALL = frozenset("of the for and on in to de des du la le del y e et für und der".split())
_WITHOUT = frozenset(("without entity", "no entity", "others", "other", "other participants"))
_FEWEST = 2  # entities with people below
_LONGEST = 250  # characters of the name of an entity
_LINES = 3  # lines the name of an entity may be broken over


def by_entity(lines: list[tuple[int, tuple[str, ...]]]) -> list[Line] | None:
    """The lines of an annex by entity, each person with the entity above; None where it is no such annex."""
    texts = [" ".join(filter(None, cells)) for _, cells in lines]
    if sum(len(cells) > 1 for _, cells in lines) * 10 > len(lines):
        return None
    heads = _heads(texts)
    if len(heads) < _FEWEST:
        return None
    found: list[Line] = []
    entity: str | None = None
    for at, ((number, cells), text) in enumerate(zip(lines, texts, strict=True)):
        if at in heads:
            entity = heads[at]
            found.append(Line(number, cells, reason=HEADS))
        elif reason := heading(text):
            found.append(Line(number, cells, reason=reason))
        elif fold(text) in _WITHOUT:
            entity = ""
            found.append(Line(number, cells, reason=HEADS))
        else:
            found.append(_below(number, cells, text, entity, found))
            if found[-1].reason == UNREAD and entity is not None:
                entity = ""  # it may be the heading of another entity
    people = sum(bool(line.entries) for line in found)
    unread = sum(line.reason == UNREAD for line in found[min(heads) :])
    if people < len(set(heads.values())) or unread * 4 > people:
        return None
    return _without_heads(found) if _is_mixed(found, heads) else found


def _is_mixed(found: list[Line], heads: Mapping[int, str]) -> bool:
    """Whether headings stand below each other without people between: of columns read across."""
    last = ""
    empty = 0
    for at, line in enumerate(found):
        if at in heads:
            empty += bool(last) and heads[at] != last
            last = heads[at]
        elif line.entries:
            last = ""
    return empty > 0


def _without_heads(found: list[Line]) -> list[Line]:
    """The lines with people of no entity: which of them belong below which heading cannot be told."""
    return [
        replace(line, reason=MIXED)
        if line.reason == HEADS
        else replace(line, entries=tuple(one._replace(entity="") for one in line.entries))
        for line in found
    ]


def _below(number: int, cells: tuple[str, ...], text: str, entity: str | None, found: list[Line]) -> Line:
    """A line under a heading: a person, or what is said of the person above."""
    at = next((at for at in range(len(found) - 1, -1, -1) if found[at].entries), None)
    if EMAIL.fullmatch(text) or is_function(text):
        if at is not None and entity is not None:
            (entry,) = found[at].entries
            entry = entry._replace(email=text) if EMAIL.fullmatch(text) else entry._replace(function=text)
            found[at] = replace(found[at], entries=(entry,))
            return Line(number, cells, reason=OF_ABOVE)
    elif entity is not None and names_a_person(text):
        return Line(number, cells, (Entry(text.strip(" ,;"), entity),))
    return Line(number, cells, reason=UNREAD)


def _heads(texts: list[str]) -> dict[int, str]:
    """{position of a line: the entity it is the heading of, or a part of that heading}."""
    heads: dict[int, str] = {}
    for start in range(len(texts)):
        like_name = names_a_person(texts[start]) and not _speaks_of_a_body(texts[start])
        for end in range(start + 1, min(start + _LINES, len(texts)) + 1):
            if start in heads or (end == start + 1 and heading(texts[start])):
                break
            if acronym := _acronym(" ".join(texts[start:end]), spelled=like_name):
                heads |= dict.fromkeys(range(start, end), acronym)
    return heads


def _acronym(text: str, *, spelled: bool) -> str:
    """The acronym a heading ends with, "" for other lines: a person's entity stands in brackets too.

    `spelled` asks for an acronym of the initials, for a line that may be a person's name.
    """
    named = _NAMED.match(text)
    if named is None or len(text) > _LONGEST or text[:1].isdigit():
        return ""
    name, acronym = named["name"], named["acronym"].strip()
    initials = "".join(word[0] for word in words(name) if word not in _SMALL)
    known = len(acronym) > 1 and "".join(words(acronym)) in (initials, initials.removeprefix("un"))
    if known:
        return acronym
    return "" if spelled or (names_a_person(name) and not _speaks_of_a_body(name)) else acronym


def _speaks_of_a_body(text: str) -> bool:
    found = words(text)
    return is_body(text) or (len(found) > 2 and not _SMALL.isdisjoint(text.split()))
