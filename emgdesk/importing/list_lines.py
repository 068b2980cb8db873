"""One line of a list somebody pasted: its entries, or the reason why it names nobody."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from emgdesk.domain.folding import fold, words
from emgdesk.domain.people import is_particle, is_title, read_name
from emgdesk.importing.columns import EMAIL
from emgdesk.importing.display_names import looks_like_entity
from emgdesk.importing.header_words import fields_of, is_exact, is_numbering, is_total
from emgdesk.importing.set_aside import is_of_office

_NUMBER = re.compile(r"\(?(\d{1,4})\s*[.):]?\s*\Z")
_NUMBERED = re.compile(r"\(?(\d{1,4})\s*(?:[.):]\s*|\s+)(?=\D)")
_BULLET = re.compile(r"\A\s*[•·▪◦*–—-]\s+(?=\S)")
_IN_BRACKETS = re.compile(r"\s*\(([^()]*(?:\([^()]*\))?[^()]*)\)\s*[.;,]?\Z")
_ADDRESSED = re.compile(
    r"""\s*(?:"(?P<quoted>[^"<>]*)"|'(?P<single>[^'<>]*)'|(?P<plain>[^<>;"]*?))\s*
        [<\[(]\s*(?:mailto:)?(?P<mail>[^@\s<>;,()\[\]]+@[^@\s<>;,()\[\]]+)\s*[>\])]\s*(?:[;,]|$)\s*""",
    re.VERBOSE,
)
_BARE = re.compile(r"\s*(?:mailto:)?([^@\s<>;,()\[\]\"']+@[^@\s<>;,()\[\]\"']+?)\s*(?:[;,\s]|$)\s*")
_HEADING = re.compile(
    r"(?:annex|annexe|anexo|appendix|anlage|anhang)\b.{0,80}"
    r"|(?:provisional |final |draft )?(?:list of|liste (?:des|de)|lista de|teilnehmer(?:liste)?)\b.{0,60}"
    r"|(?:members?|observers?|guests?|secretariat|participants?|attendees?|panell?ists?|speakers?|others?|"
    r"registered|present|absent|apologies|to|cc|bcc|from|subject|date|sent)(?: *\(\d+\))? *:?"
)
_PAGE = re.compile(
    r"(?:page|seite|pagina|pag\.?|p\.) ?\d+(?: ?(?:of|/|de|von|sur) ?\d+)?"
    r"|\d+ ?(?:of|/|de|von) ?\d+|- ?\d+ ?-"
)
LONGEST = 200


class Entry(NamedTuple):
    """Somebody a line names; `numbered` where a running number stands before the name."""

    name: str
    entity: str = ""
    email: str = ""
    numbered: bool = False

    @property
    def after_comma(self) -> str:
        """What stands behind the only comma of a name of two words or more, "" without one."""
        head, _, tail = self.name.partition(",")
        return "" if self.entity or "," in tail or len(words(head)) < 2 else tail.strip()

    def apart(self) -> "Entry":
        """The entry with what stands behind its comma as the entity."""
        tail = self.after_comma
        return self._replace(name=self.name.partition(",")[0].strip(), entity=tail) if tail else self


def heading(text: str) -> str:
    """Why a line is no entry, as a sentence; "" where it may be one."""
    plain = fold(text)
    if _PAGE.fullmatch(plain):
        return "A page number, no person."
    if _HEADING.fullmatch(plain):
        return "A heading, no person."
    if is_total(text):
        return "A row that counts, no person."
    cells = [cell for cell in re.split(r"\t|\s{2,}|\s*[|;]\s*", text) if cell]
    if all(is_exact(cell) or is_numbering(cell) for cell in cells):
        return "A header, no person."
    return ""


def addressed(text: str) -> list[Entry]:
    """The people of a line of addresses ("Ada Moss <a@x.org>; b@y.org"), [] where it is something else."""
    entries = []
    at = 0
    text = re.sub(r"^\s*(?:to|cc|bcc|an|à|para)\s*:\s*", "", text, flags=re.IGNORECASE)
    while at < len(text):
        found = _ADDRESSED.match(text, at)
        if found:
            name = next((found[g] for g in ("quoted", "single", "plain") if found[g]), "")
            name = _NUMBERED.sub("", _BULLET.sub("", name), count=1).strip(" ,;\"'")
            entries.append(Entry("" if "@" in name else name, email=found["mail"].strip(".")))
        else:
            found = _BARE.match(text, at)
            if not found:
                return []
            entries.append(Entry("", email=found[1].strip(".")))
        at = found.end()
    return entries


def from_cells(cells: Sequence[str]) -> Iterator[Entry]:
    """The people of a line cut into cells: a number begins the next one, then come name, entity, address."""
    said: list[str] = []
    numbered = False
    for cell in filter(None, (cell.strip() for cell in cells)):
        alone = _NUMBER.match(cell)
        inside = None if alone else _NUMBERED.match(cell)
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
    name = _BULLET.sub("", name).strip()
    if not entity:
        inside = _IN_BRACKETS.search(name)
        if inside and inside.start() and len(words(name[: inside.start()])) > 0:
            name, entity = name[: inside.start()].strip(), inside[1].strip()
    if entity.startswith("(") and entity.endswith(")"):
        entity = entity[1:-1].strip()
    return Entry(name.strip(" ,;"), entity, _address(mail), numbered)


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


def without_columns(text: str) -> list[str]:
    """The cells of a line that lost its columns ("12 Ada Moss FAO 57 Bo Lind WHO"), cut by their shape."""
    cells: list[str] = []
    for part in re.split(r"(?:(?<=\s)|^)(\d{1,4})[.)]?\s+(?=\D)", text):
        part = part.strip()
        if not part or part.isdigit():
            cells += [part] if part else []
            continue
        tokens = part.split()
        cut = next((at for at in range(2, len(tokens)) if looks_like_entity(" ".join(tokens[at:]))), 0)
        if cut and tokens[cut].isupper() and tokens[cut - 1].isupper() and len(tokens[cut:]) > 1:
            cut = len(tokens) - 1  # a family name in capitals, then the acronym
        cells += [" ".join(tokens[:cut]), " ".join(tokens[cut:])] if cut else [part]
    return cells


def from_address(mail: str) -> str:
    """The name an address is made of, "" where it is not plainly one: "ada.moss@x.org" -> "Ada Moss"."""
    parts = re.split(r"[._]", mail.partition("@")[0])
    plain = 1 < len(parts) < 5 and all(part.replace("-", "").isalpha() and len(part) > 1 for part in parts)
    if not plain or any(is_of_office(part.lower()) for part in parts):
        return ""
    return " ".join(part.capitalize() for part in parts)


def names_a_person(text: str) -> bool:
    """Whether a line by itself reads as a name: a few words, each begun with a capital, or particles."""
    name = read_name(text.strip(" ,;")).name
    parts = name.split()
    if not 0 < len(parts) <= 7 or len(name) > 80 or any(c.isdigit() or c in "@<>:!?=/\\" for c in name):
        return False
    if fields_of(text) and len(parts) < 3 and any(fields_of(text)):
        return False
    if name.endswith(".") and not (len(parts[-1]) < 4):
        return False
    large = [part for part in parts if not is_particle(fold(part).strip("'’.-"))]
    return bool(large) and all(not part[0].islower() for part in large) and any(c.isalpha() for c in name)
