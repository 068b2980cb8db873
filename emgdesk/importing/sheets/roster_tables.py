"""Which sheet of a file holds the roster, and what is said of the others."""

from collections.abc import Sequence

from emgdesk.domain.numbering import counted
from emgdesk.errors import InputError
from emgdesk.importing.sheets.columns import columns_of
from emgdesk.importing.sheets.formats import headerless
from emgdesk.importing.sheets.headers import Table, find_table, header_texts, row_with
from emgdesk.importing.tables import RawFile, RawSheet, quoted


def no_roster(raw: RawFile, sheet: str | None, header_row: int | None) -> InputError:
    """The error for a file in which no table of people was found, with the headers seen."""
    sheets = named_sheets(raw, sheet)
    if header_row is not None:
        return InputError(
            f"{raw.name} has no row {header_row} in {_said(sheets)}.", place=f"row {header_row}"
        )
    return InputError(no_names(raw, sheets))


def best_table(
    raw: RawFile, sheet: str | None = None, header_row: int | None = None, named: Sequence[str] = ()
) -> Table | None:
    """The table of people in the sheet named, or in the one that looks most like a roster; None for none.

    `named` are headers somebody told the fields of: where no header is recognised, the row
    that has all of them is the header.
    Raises `InputError` for an empty file or no such sheet.
    """
    sheets = named_sheets(raw, sheet)
    found = [table for one in sheets if (table := find_table(one, header_row)) is not None]
    if not found and named:
        rows = [(one, row) for one in sheets if (row := row_with(one, named)) is not None]
        found = [table for one, row in rows if (table := find_table(one, row)) is not None]
    if found:
        return max(found, key=_rank)
    bare = (headerless(one, columns_of) for one in sheets if header_row is None)
    return next((table for one in bare if one is not None for table in one[:1]), None)


def _rank(table: Table) -> tuple[bool, float, int]:
    return (not table.sheet.hidden, table.score, table.last - table.first)


def named_sheets(raw: RawFile, sheet: str | None) -> tuple[RawSheet, ...]:
    """The sheet of this name, all sheets for None; raises `InputError` for an empty file or no such sheet."""
    if sheet is None:
        if not any(one.rows for one in raw.sheets):
            raise InputError(f"{raw.name} is empty: no sheet of it holds any cell.")
        return raw.sheets
    wanted = sheet.strip().casefold()
    named = tuple(one for one in raw.sheets if one.name.strip().casefold() == wanted)
    if not named:
        raise InputError(
            f"{raw.name} has no sheet “{sheet}”; its sheets are {quoted(one.name for one in raw.sheets)}.",
            place=sheet,
        )
    return named


def no_names(raw: RawFile, sheets: tuple[RawSheet, ...]) -> str:
    """The sentence for a file without a column of names: which sheets, which headers were seen."""
    fullest = max(sheets, key=lambda one: len(one.rows))
    rows = fullest.rows[:20]
    likely = max(rows, key=lambda row: sum(isinstance(c, str) and bool(c.strip()) for c in row), default=())
    words = tuple(cell for cell in likely if isinstance(cell, str))
    headers = [text for text in header_texts(words) if text][:12]
    seen = f"the headers seen are {quoted(headers)}" if headers else "no headers were seen"
    return f"{raw.name} has no column of names in {_said(sheets)}; {seen}."


def _said(sheets: tuple[RawSheet, ...]) -> str:
    if len(sheets) > 1:
        return f"its sheets {quoted(one.name for one in sheets)}"
    return f"sheet “{sheets[0].name}”" if sheets[0].name else "its table"


def notes_on_sheets(raw: RawFile, table: Table, read: Sequence[int] = (), form: str = "") -> list[str]:
    """What was left unread: other sheets, hidden rows, further tables; `read` are headers that were not.

    `form` names the format of the file: of Teams the further table repeats the people.
    """
    notes = list(raw.notes)
    for one in raw.sheets:
        if one.name == table.sheet.name or not one.rows:
            continue
        other = find_table(one)
        many = counted(other.last - other.first if other else len(one.rows), "row", "rows")
        what = f"a list of people with {many}" if other else many
        hidden = "hidden " if one.hidden else ""
        notes.append(f"The {hidden}sheet “{one.name}” ({what}) was not read.")
    others = [number for number in table.others if number not in read]
    if others:
        rows = ", ".join(map(str, others))
        where = f" of sheet “{table.sheet.name}”" if table.sheet.name else ""
        said = "; it was not read."
        if form == "teams":
            said = " with each time somebody joined. It repeats the people above and was not read."
        notes.append(f"Another table begins in row {rows}{where}{said}")
    hidden_rows = sum(1 for number in table.sheet.numbers if number in table.sheet.hidden_rows)
    if hidden_rows:
        rows = counted(hidden_rows, "hidden row", "hidden rows")
        were = "was" if hidden_rows == 1 else "were"
        notes.append(f"{rows} of {_said((table.sheet,))} {were} read like the others.")
    return notes
