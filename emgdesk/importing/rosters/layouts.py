"""How the people stand in a file: which tables, of which export, with which rows counted on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from emgdesk.importing.lists.pasted import FIELDS, Listing, listing
from emgdesk.importing.records import RowNote
from emgdesk.importing.sheets.columns import columns_of
from emgdesk.importing.sheets.formats import ANNEX, GENERIC, Format, format_of, headerless
from emgdesk.importing.sheets.headers import Table, bare_table
from emgdesk.importing.sheets.roster_tables import best_table, named_sheets
from emgdesk.importing.sheets.side_by_side import side_by_side
from emgdesk.importing.sheets.stacked_tables import stacked
from emgdesk.importing.tables import RawFile

NO_HEADER = 0  # in the place of a row number


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables of a roster: `tables` all of them in file order, `main` the one its columns are told by.

    `fields` are the columns of a file without a header; `aside` lines of a list that name nobody;
    `lines` the row of the file of each row number that was counted on, `said` sentences by row number.
    """

    main: Table
    form: Format
    tables: tuple[Table, ...]
    fields: Mapping[str, int] = field(default_factory=dict)
    aside: tuple[RowNote, ...] = ()
    lines: Mapping[int, int] = field(default_factory=dict)
    said: Mapping[int, str] = field(default_factory=dict)

    @property
    def notes(self) -> tuple[str, ...]:
        """A sentence on rows that were counted on."""
        if not self.lines:
            return ()
        first, last = min(self.lines), max(self.lines)
        begin, end = min(self.lines.values()), max(self.lines.values())
        of = f"lines {begin} to {end}" if end > begin else f"line {begin}"
        if last == first:
            return (f"A line names several people: row {first} is the further person of {of}.",)
        said = f"rows {first} to {last} are the further people of {of}."
        return (f"Lines with several people were taken apart: {said}",)


def layout_of(
    raw: RawFile, sheet: str | None = None, header_row: int | None = None, named: Sequence[str] = ()
) -> Layout | None:
    """How people stand in `raw`, None where no table or list of people is found.

    `header_row` 0 means that there is no header row; `named` are headers somebody told the fields of.
    Raises `InputError` for an empty file or no such sheet.
    """
    if header_row == NO_HEADER:
        return _without_header(raw, sheet, named)
    table = best_table(raw, sheet, header_row, named)
    if header_row is None and (table is None or _is_weak(table)):
        found = _listing(raw, sheet)
        if found is not None and (table is None or found.sure):
            return _of_listing(found)
    if table is None:
        return None
    if table.header is None:
        bare = headerless(table.sheet, columns_of)
        return Layout(table, format_of(table), (table,), fields=bare[1] if bare else {})
    return _of_table(raw, table, told=header_row is not None)


def _without_header(raw: RawFile, sheet: str | None, named: Sequence[str]) -> Layout:
    """The list in a sheet, else the whole sheet with its columns called by their letters."""
    found = _listing(raw, sheet)
    if found is not None and set(filter(None, named)) <= set(found.table.labels):
        return _of_listing(found)
    table = bare_table(max(named_sheets(raw, sheet), key=lambda one: (not one.hidden, len(one.rows))))
    bare = headerless(table.sheet, columns_of)
    return Layout(table, format_of(table) if bare else GENERIC, (table,), fields=bare[1] if bare else {})


def _is_weak(table: Table) -> bool:
    """Whether a header is one word in the only column: it may be the title of a list."""
    return len(table.labels) == 1


def _listing(raw: RawFile, sheet: str | None) -> Listing | None:
    found = [one for sheet in named_sheets(raw, sheet) if not sheet.hidden and (one := listing(sheet))]
    return max(found, key=lambda one: len(one.table.sheet.rows), default=None)


def _of_listing(found: Listing) -> Layout:
    rows = found.table.sheet.rows
    fields = {
        name: index for name, index in FIELDS.items() if name == "name" or any(row[index] for row in rows)
    }
    return Layout(found.table, found.form, (found.table,), fields, found.aside, found.lines, found.said)


def _of_table(raw: RawFile, table: Table, *, told: bool) -> Layout:
    """The tables with the one found; of several below each other the widest is the main one."""
    form = format_of(table)
    if form.stacked:
        tables = stacked(table)
        main = max(tables, key=lambda one: len(one.labels))
        if told:
            main = next(one for one in tables if one.header == table.header)
        return Layout(main, form, tables)
    tables = side_by_side(table)
    if len(tables) == 1:
        return Layout(table, form, tables)
    if form is GENERIC and raw.kind == "csv":
        form = ANNEX
    first = replace(tables[0], others=table.others)
    counted = {n: n - one.shift for one in tables[1:] for n in one.sheet.numbers[one.first : one.last]}
    return Layout(first, form, (first, *tables[1:]), lines=counted)
