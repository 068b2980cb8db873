"""Which lines of a list name nobody: titles, headers, page numbers, prose."""

import re

from emgdesk.domain.folding import fold
from emgdesk.domain.people import is_particle, read_name
from emgdesk.importing.sheets.header_words import fields_of, is_exact, is_numbering, is_total

_TITLE = re.compile(
    r"(?:annex|annexe|anexo|appendix|anlage|anhang)\b.{0,80}"
    r"|(?:provisional |final |draft )?(?:list of|liste (?:des|de)|lista de|teilnehmer(?:liste)?)\b.{0,60}"
)
_HEADING = re.compile(
    r"\d{1,2}(?:[.\u2013-]? ?\d{0,2})? [^\W\d]+ \d{4}"  # a day
    r"|(?:emg )?(?:members?|observers?|guests?|secretariat|participants?|attendees?|panell?ists?|speakers?|"
    r"others?|registered|present|absent|apologies|to|cc|bcc|from|subject|date|sent)"
    r"(?: and guests)?(?: *\(\d+\))? *:?"
)
_PAGE = re.compile(
    r"(?:page|seite|pagina|pag\.?|p\.) ?\d+(?: ?(?:of|/|de|von|sur) ?\d+)?"
    r"|\d+ ?(?:of|/|de|von) ?\d+|- ?\d+ ?-"
)
_LONGEST_HEADING = 200
_LONGEST_NAME = 80


def heading(text: str) -> str:
    """Why a line is no entry, as a sentence; "" where it may be one."""
    if len(text) > _LONGEST_HEADING:
        return ""
    plain = fold(text)
    if _PAGE.fullmatch(plain):
        return "A page number, no person."
    if _TITLE.fullmatch(plain) or _HEADING.fullmatch(plain):
        return "A heading, no person."
    if is_total(text):
        return "A row that counts, no person."
    cells = [cell for cell in re.split(r"\t|\s{2,}|\s*[|;]\s*", text) if cell]
    if is_numbering(text.partition(" ")[0]):  # "No. Name", of columns that were lost
        cells = text.split()
    if all(is_exact(cell) or is_numbering(cell) for cell in cells):
        return "A header, no person."
    return ""


def titles_a_list(text: str) -> bool:
    """Whether a line is the title of a list: what stands above it is none of its lines."""
    return len(text) <= _LONGEST_HEADING and _TITLE.fullmatch(fold(text)) is not None


def names_a_person(text: str) -> bool:
    """Whether a line by itself reads as a name: a few words, each begun with a capital, or particles."""
    if len(text) > _LONGEST_HEADING:
        return False
    name = read_name(text.strip(" ,;")).name
    parts = name.split()
    if not 0 < len(parts) <= 7 or len(name) > _LONGEST_NAME:
        return False
    if any(c.isdigit() or c in "@<>:!?=/\\" for c in name) or (len(parts) < 3 and fields_of(text)):
        return False
    if name.endswith(".") and len(parts[-1]) > 3:
        return False
    large = [part for part in parts if not is_particle(fold(part).strip("'’.-"))]
    return bool(large) and all(not part[0].islower() for part in large) and any(c.isalpha() for c in name)
