"""From a file to the records of a roster: header, columns, cells."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from emgdesk.errors import InputError
from emgdesk.importing import date_orders
from emgdesk.importing.cell_dates import DateOrder
from emgdesk.importing.columns import Column, apply_mapping, columns_of, has_name, map_columns
from emgdesk.importing.display_names import IsEntity, never
from emgdesk.importing.formats import Format
from emgdesk.importing.header_words import is_numbering
from emgdesk.importing.headers import Table
from emgdesk.importing.layouts import Layout, layout_of
from emgdesk.importing.records import MappedRoster, RosterRecord, RowNote
from emgdesk.importing.repeats import latest_first, of_their_own
from emgdesk.importing.roster_cells import RosterCells
from emgdesk.importing.roster_rows import Rules, read_rows
from emgdesk.importing.roster_tables import no_names, no_roster, notes_on_sheets
from emgdesk.importing.sections import title_above
from emgdesk.importing.tables import Cell, RawFile

_PANEL = ("panelist", "panellist", "panelista", "paneliste", "panéliste", "referent", "ponente")


def map_roster(
    raw: RawFile,
    *,
    sheet: str | None = None,
    header_row: int | None = None,
    overrides: Mapping[str, str] | None = None,
    remembered: Mapping[str, str] | None = None,
    date_order: DateOrder | None = None,
    attendance: str = "",
    meeting_date: str = "",
    is_entity: IsEntity = never,
) -> MappedRoster:
    """The people of a file: one record a row, and the rows that are no people with the reason.

    `overrides` and `remembered` map a field to the header it is taken from ("" for none);
    overrides win and must name fields and headers that exist (`UsageError`, `InputError`).
    `attendance` is what a row says that says none itself, as "attended" in an attendance list.
    `meeting_date` (ISO) settles the order of dates the file leaves open; `is_entity` tells the
    entities of the desk, to know them in display names.
    Raises `InputError` where the sheet has no column of names.
    """
    layout = layout_of(raw, sheet, header_row, tuple((overrides or {}).values()))
    if layout is None:
        raise no_roster(raw, sheet, header_row)
    reading = _Reading(raw, layout, overrides or {}, remembered or {})
    table, columns, mapped = layout.main, reading.columns, reading.mapped
    order, question = date_orders.settled(table, columns, mapped, date_order, meeting_date)
    said = attendance or layout.form.attendance
    rules = Rules(layout.form, said == "attended", is_entity)
    records, aside = reading.rows(order, said, rules)
    notes = [*notes_on_sheets(raw, table, reading.headers_read()), *layout.notes]
    used = set(mapped.values())
    return MappedRoster(
        file=raw.name,
        sha256=raw.sha256,
        format=layout.form.name,
        sheet=table.sheet.name,
        header_row=table.header_row,
        headers=reading.labels,
        columns={field: table.labels[index] for field, index in mapped.items()},
        unused=tuple(c.label for c in columns if c.index not in used and not _is_counter(c)),
        samples={column.label: column.samples for column in columns},
        fingerprint=table.fingerprint,
        records=_sorted_out(records, layout.form),
        set_aside=(*layout.aside, *aside),
        notes=tuple(filter(None, (*notes, _lost_letters(raw.name, records, aside), question))),
        date_order=order,
        date_question=question,
        lines=layout.lines,
    )


class _Reading:
    """The tables of one layout read with the columns of the main one."""

    def __init__(
        self, raw: RawFile, layout: Layout, overrides: Mapping[str, str], remembered: Mapping[str, str]
    ) -> None:
        self.layout = layout
        self.overrides = overrides
        self.remembered = remembered
        self.columns = columns_of(layout.main)
        mapped = self._mapped(layout.main, self.columns)
        self.mapped = apply_mapping(mapped, self.columns, overrides, strict=True, file=raw.name)
        if not has_name(self.mapped):
            raise InputError(no_names(raw, (layout.main.sheet,)))
        labels = dict.fromkeys(label for one in (layout.main, *layout.tables) for label in one.labels)
        self.labels = tuple(labels)  # of all tables, those of the main one first

    def _mapped(self, table: Table, columns: tuple[Column, ...]) -> dict[str, int]:
        form = self.layout.form
        if table.header is None:
            mapped = dict(self.layout.fields)
        else:
            mapped = apply_mapping(map_columns(columns), columns, form.columns, strict=False, file="")
            mapped = {field: index for field, index in mapped.items() if field not in form.ignore}
        return apply_mapping(mapped, columns, self.remembered, strict=False, file="")

    def headers_read(self) -> Sequence[int]:
        """The row numbers of all headers whose tables are read."""
        return [one.header_row for one in self.layout.tables if one.header_row is not None]

    def rows(
        self, order: DateOrder | None, said: str, rules: Rules
    ) -> tuple[list[RosterRecord], list[RowNote]]:
        """Records and set-aside rows of all tables, each under the headers of all of them."""
        records: list[RosterRecord] = []
        aside: list[RowNote] = []
        for table in self.layout.tables:
            mapped = self.mapped
            if table.labels != self.layout.main.labels:
                columns = columns_of(table)
                mapped = self._mapped(table, columns)
                mapped = apply_mapping(mapped, columns, self.overrides, strict=False, file="")
            if not has_name(mapped):
                continue
            cells = RosterCells(table, mapped, order, said)
            for position, number in enumerate(cells.numbers if self.layout.said else ()):
                if number in self.layout.said:
                    cells.say(position, self.layout.said[number])
            found, left = read_rows(cells, rules)
            if len(self.labels) > len(table.labels) or table.labels != self.labels[: len(table.labels)]:
                found = tuple(
                    replace(r, cells=self._laid(table, r.cells), headers=self.labels) for r in found
                )
                left = tuple(replace(r, cells=self._laid(table, r.cells), headers=self.labels) for r in left)
            if rules.form.stacked and any(word in title_above(table).casefold() for word in _PANEL):
                found = tuple(replace(r, role=r.role or "presenter") for r in found)
            records += found
            aside += left
        return records, aside

    def _laid(self, table: Table, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """A row of one of several tables under the headers of all of them."""
        at = {label: index for index, label in enumerate(table.labels)}
        return tuple(
            cells[at[label]] if label in at and at[label] < len(cells) else None for label in self.labels
        )


def _sorted_out(records: list[RosterRecord], form: Format) -> tuple[RosterRecord, ...]:
    if form.buyers:
        records = of_their_own(records)
    if form.answers or form.stacked:
        records = latest_first(records)
    return tuple(records)


def _lost_letters(file: str, records: Sequence[RosterRecord], aside: Sequence[RowNote]) -> str:
    """A sentence where letters of several names were lost when the file was saved."""
    said = [*(m for one in records for m in one.messages), *(one.message for one in aside)]
    lost = sum("were lost (" in one or "is lost (" in one for one in said)
    if lost < 2:
        return ""
    return (
        f"In {lost} names of {file} letters were lost (“?”): it was saved in a code page that has not got "
        f"them. Ask for the file as UTF-8 or as a workbook."
    )


def _is_counter(column: Column) -> bool:
    """A column of running numbers, or an empty one: nothing is lost with it."""
    return not column.values or (is_numbering(column.label) and column.share(_is_number) > 0.5)


def _is_number(text: str) -> bool:
    return text.rstrip(".").isdigit()
