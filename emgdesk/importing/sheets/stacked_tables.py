"""Several tables of people in one sheet, one below the other, each under its title."""

from emgdesk.importing.sheets.header_words import fields_of, names_people
from emgdesk.importing.sheets.headers import Table, header_score, header_texts, is_weak, unique_labels
from emgdesk.importing.tables import Cell, RawSheet, text_of

_LEAST = 3  # cells of a header below a title


def stacked(table: Table) -> tuple[Table, ...]:
    """Every table of people in the sheet of `table`, each below its title, in the order of the sheet."""
    headers = [index for index in range(len(table.sheet.rows)) if _heads(table.sheet, index)]
    if table.header not in headers or len(headers) < 2:
        return (table,)
    ends = [*headers[1:], len(table.sheet.rows)]
    return tuple(_section(table.sheet, one, end) for one, end in zip(headers, ends, strict=True))


def title_above(table: Table) -> str:
    """The lone cell above a table's header, "" where there is none."""
    above = table.sheet.rows[table.header - 1] if table.header else ()
    return next((text_of(cell) for cell in above if cell not in (None, "")), "") if _lone(above) else ""


def _heads(sheet: RawSheet, index: int) -> bool:
    row = sheet.rows[index]
    if len(row) - row.count(None) - row.count("") < _LEAST or header_score(row) <= 0:
        return False
    if not any(isinstance(cell, str) and _names(cell) for cell in row):
        return False  # "Participants" above a number
    if index == 0 or _lone(sheet.rows[index - 1]):
        return True
    return sheet.numbers[index] - sheet.numbers[index - 1] > 1


def _names(header: str) -> bool:
    return any(map(names_people, fields_of(header)[:1])) and not is_weak(header)


def _lone(row: tuple[Cell, ...]) -> bool:
    return len(row) - row.count(None) - row.count("") == 1


def _section(sheet: RawSheet, header: int, end: int) -> Table:
    if header + 1 < end < len(sheet.rows) and _lone(sheet.rows[end - 1]):
        end -= 1  # the title of the next one
    texts = list(header_texts(sheet.rows[header]))
    while texts and not texts[-1]:
        texts.pop()  # old exports pad every line
    filled = (_width(row) for row in sheet.rows[header + 1 : end])
    labels = unique_labels(tuple(texts), max(len(texts), *filled, 0))
    return Table(sheet, header, labels, header + 1, end, header_score(sheet.rows[header]))


def _width(row: tuple[Cell, ...]) -> int:
    return next((index + 1 for index in range(len(row) - 1, -1, -1) if row[index] not in (None, "")), 0)
