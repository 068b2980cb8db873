"""From a file to the records of a roster: header, columns, cells."""

from collections.abc import Mapping

from emgdesk.errors import InputError
from emgdesk.importing import cell_dates
from emgdesk.importing.columns import (
    Column,
    apply_mapping,
    columns_of,
    has_name,
    map_columns,
)
from emgdesk.importing.formats import Format, format_of, headerless
from emgdesk.importing.header_words import is_numbering
from emgdesk.importing.headers import Table
from emgdesk.importing.records import MappedRoster
from emgdesk.importing.roster_cells import RosterCells
from emgdesk.importing.roster_rows import read_rows
from emgdesk.importing.roster_tables import no_names, notes_on_sheets, roster_table
from emgdesk.importing.tables import RawFile


def map_roster(
    raw: RawFile,
    *,
    sheet: str | None = None,
    header_row: int | None = None,
    overrides: Mapping[str, str] | None = None,
    remembered: Mapping[str, str] | None = None,
    date_order: cell_dates.DateOrder | None = None,
    attendance: str = "",
) -> MappedRoster:
    """The people of a file: one record a row, and the rows that are no people with the reason.

    `overrides` and `remembered` map a field to the header it is taken from ("" for none);
    overrides win and must name fields and headers that exist (`UsageError`, `InputError`).
    `attendance` is what a row says that says none itself, as "attended" in an attendance list.
    Raises `InputError` where the sheet has no column of names.
    """
    table = roster_table(raw, sheet, header_row, tuple((overrides or {}).values()))
    columns = columns_of(table)
    form = format_of(table)
    mapped = _mapping(table, columns, form)
    mapped = apply_mapping(mapped, columns, remembered or {}, strict=False, file=raw.name)
    mapped = apply_mapping(mapped, columns, overrides or {}, strict=True, file=raw.name)
    if not has_name(mapped):
        raise InputError(no_names(raw, (table.sheet,)))
    order = date_order or _order(columns, mapped)
    said = attendance or form.attendance
    records, aside = read_rows(RosterCells(table, mapped, order, said))
    used = set(mapped.values())
    return MappedRoster(
        file=raw.name,
        sha256=raw.sha256,
        format=form.name,
        sheet=table.sheet.name,
        header_row=table.header_row,
        headers=table.labels,
        columns={field: table.labels[index] for field, index in mapped.items()},
        unused=tuple(c.label for c in columns if c.index not in used and not _is_counter(c)),
        samples={column.label: column.samples for column in columns},
        fingerprint=table.fingerprint,
        records=records,
        set_aside=aside,
        notes=tuple(notes_on_sheets(raw, table)),
        date_order=order,
        is_attendance=bool(said),
    )


def _mapping(table: Table, columns: tuple[Column, ...], form: Format) -> dict[str, int]:
    if table.header is None:
        bare = headerless(table.sheet, columns_of)
        return dict(bare[1]) if bare else {}
    mapped = map_columns(columns)
    mapped = apply_mapping(mapped, columns, form.columns, strict=False, file="")
    return {field: index for field, index in mapped.items() if field not in form.ignore}


def _order(columns: tuple[Column, ...], mapped: Mapping[str, int]) -> cell_dates.DateOrder | None:
    index = mapped.get("registered")
    return None if index is None else cell_dates.order_of(columns[index].values)


def _is_counter(column: Column) -> bool:
    """A column of running numbers, or an empty one: nothing is lost with it."""
    return not column.values or (is_numbering(column.label) and column.share(_is_number) > 0.5)


def _is_number(text: str) -> bool:
    return text.rstrip(".").isdigit()
