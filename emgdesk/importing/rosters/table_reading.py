"""All tables of one layout read with the columns of the main one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from emgdesk.errors import InputError
from emgdesk.importing.records import RosterRecord, RowNote
from emgdesk.importing.rosters.cells import RosterCells
from emgdesk.importing.rosters.layouts import Layout
from emgdesk.importing.rosters.presence import read_presence
from emgdesk.importing.rosters.rows import Rules, read_rows
from emgdesk.importing.sheets.cell_dates import DateOrder
from emgdesk.importing.sheets.columns import Column, apply_mapping, columns_of, has_name, map_columns
from emgdesk.importing.sheets.headers import Table
from emgdesk.importing.sheets.roster_tables import no_names
from emgdesk.importing.sheets.stacked_tables import title_above
from emgdesk.importing.tables import Cell, RawFile

_PANEL = ("panelist", "panellist", "panelista", "paneliste", "panéliste", "referent", "ponente")


class Reading:
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
            cells = RosterCells(table, mapped, order, self.layout.lines)
            check_in = self.overrides.get("attendance") != ""  # told to be no column
            cells.put("attendance", read_presence(cells, said, listed=rules.listed, check_in=check_in))
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
