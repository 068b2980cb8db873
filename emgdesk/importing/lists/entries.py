"""The people a line of a list names, cut into cells: a number, then name, entity, address."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from emgdesk.domain.folding import words
from emgdesk.domain.people import is_title
from emgdesk.importing.names.commas import behind_commas
from emgdesk.importing.names.displayed import looks_like_entity, never
from emgdesk.importing.sheets.columns import EMAIL

NUMBERED = re.compile(r"\(?(\d{1,4})\s*(?:[.):]\s*|\s+)(?=\D)")
BULLET = re.compile(r"\A\s*[•·▪◦*–—-]\s+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,4})\s*[.):]?\s*\Z")
_IN_BRACKETS = re.compile(r"\s*\(([^()]*(?:\([^()]*\))?[^()]*)\)\s*[.;,]?\Z")


class Entry(NamedTuple):
    """Somebody a line names; `numbered` where a running number stands before the name."""

    name: str
    entity: str = ""
    email: str = ""
    numbered: bool = False
    function: str = ""

    @property
    def after_comma(self) -> str:
        """What stands behind the only comma of a name of two words or more, "" without one."""
        head, _, tail = self.name.partition(",")
        return "" if self.entity or "," in tail or len(words(head)) < 2 else tail.strip()

    def apart(self) -> "Entry":
        """The entry with what stands behind its comma as the entity."""
        tail = self.after_comma
        return self._replace(name=self.name.partition(",")[0].strip(), entity=tail) if tail else self


def from_cells(cells: Sequence[str]) -> Iterator[Entry]:
    """The people of a line cut into cells: a number begins the next one, then come name, entity, address."""
    said: list[str] = []
    numbered = False
    for cell in filter(None, (cell.strip() for cell in cells)):
        alone = _NUMBER.match(cell)
        inside = None if alone else NUMBERED.match(cell)
        if alone or inside:
            if said:
                yield _entry(said, numbered)
            said = [cell[inside.end() :]] if inside else []
            numbered = True
        else:
            said.append(cell)
    if said:
        yield _entry(said, numbered)


def _entry(said: list[str], numbered: bool) -> Entry:
    mail = next((cell for cell in said if EMAIL.search(cell)), "")
    before = EMAIL.split(mail.replace("mailto:", ""))[0].strip(" <(,;:-")
    rest = [before if cell == mail else cell for cell in said if cell != mail or before]
    if not rest:
        return Entry("", email=_address(mail), numbered=numbered)
    rest = _joined(rest, mail)
    name, entity = rest[0], rest[1] if len(rest) > 1 else ""
    name = BULLET.sub("", name).strip()
    if not entity:
        inside = _IN_BRACKETS.search(name)
        if inside and inside.start() and len(words(name[: inside.start()])) > 0:
            name, entity = name[: inside.start()].strip(), inside[1].strip()
    if entity.startswith("(") and entity.endswith(")"):
        entity = entity[1:-1].strip()
    name = name.strip(" ,;")
    told = behind_commas(name, never, looks_like_entity)
    if told.unclear or (entity and told.entity):
        return Entry(name, entity, _address(mail), numbered)
    return Entry(told.name, entity or told.entity, _address(mail), numbered, told.function)


def _joined(cells: list[str], mail: str) -> list[str]:
    """Title, given and family name in cells of their own put together."""
    title = ""
    if is_title(cells[0]) and len(cells) > 1:
        title, cells = f"{cells[0]} ", cells[1:]
    if len(cells) > 1 and " " not in cells[0] and not looks_like_entity(cells[1]):
        local = words(mail.partition("@")[0].replace("_", " "))
        told = bool(mail) and set(words(cells[1])) & set(local)
        if told or (len(cells) > 2 and looks_like_entity(cells[2])):
            cells = [f"{cells[0]} {cells[1]}", *cells[2:]]
    return [title + cells[0], *cells[1:]]


def _address(text: str) -> str:
    found = EMAIL.search(text.replace("mailto:", " "))
    return found[0].strip(".<>()") if found else ""
