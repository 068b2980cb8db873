"""From a file to the records of a roster: header, columns, cells."""

from collections.abc import Collection, Mapping, Sequence

from emgdesk.importing.lists.pasted import LABELS
from emgdesk.importing.names.displayed import IsEntity, never
from emgdesk.importing.records import MappedRoster, RosterRecord, RowNote
from emgdesk.importing.rosters.layouts import Layout, layout_of
from emgdesk.importing.rosters.presence import is_check_in
from emgdesk.importing.rosters.repeats import latest_first, of_their_own
from emgdesk.importing.rosters.rows import Rules
from emgdesk.importing.rosters.table_reading import Reading
from emgdesk.importing.sheets import date_orders
from emgdesk.importing.sheets.cell_dates import DateOrder
from emgdesk.importing.sheets.columns import Column
from emgdesk.importing.sheets.formats import Format
from emgdesk.importing.sheets.header_words import is_numbering
from emgdesk.importing.sheets.roster_tables import no_roster, notes_on_sheets
from emgdesk.importing.tables import RawFile


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
    listed: bool | None = None,
) -> MappedRoster:
    """The people of a file: one record a row, and the rows that are no people with the reason.

    `overrides` and `remembered` map a field to the header it is taken from ("" for none);
    overrides win and must name fields and headers that exist (`UsageError`, `InputError`).
    `attendance` is what a row says that says none itself, as "attended" in a meeting held. `listed`
    is True for a list of those who were there, False for one of those who registered, None where
    the file is to tell: everybody of a tool's report was there then.
    `meeting_date` (ISO) settles the order of dates the file leaves open; `is_entity` tells the
    entities of the desk, to know them in display names.
    Raises `InputError` where the sheet has no column of names.
    """
    layout = layout_of(raw, sheet, header_row, tuple((overrides or {}).values()))
    if layout is None:
        raise no_roster(raw, sheet, header_row)
    reading = Reading(raw, layout, overrides or {}, remembered or {})
    table, columns, mapped = layout.main, reading.columns, reading.mapped
    order, question = date_orders.settled(table, columns, mapped, date_order, meeting_date)
    said = attendance or ("attended" if listed else layout.form.attendance if listed is None else "")
    rules = Rules(layout.form, said == "attended", is_entity, listed)
    records, aside = reading.rows(order, said, rules)
    notes = [*notes_on_sheets(raw, table, reading.headers_read(), layout.form.name), *layout.notes]
    notes.append(date_orders.contradiction(table, mapped, order))
    notes.append(_parts_left(reading, records))
    used = set(mapped.values())
    return MappedRoster(
        file=raw.name,
        sha256=raw.sha256,
        format=layout.form.name,
        sheet=table.sheet.name,
        header_row=table.header_row,
        headers=reading.labels,
        columns={field: table.labels[index] for field, index in mapped.items()},
        unused=() if _is_taken_apart(layout) else _unused(columns, used),
        samples={column.label: column.samples for column in columns},
        fingerprint=table.fingerprint,
        records=_sorted_out(records, layout.form),
        set_aside=(*layout.aside, *aside),
        notes=tuple(filter(None, (*notes, _lost_letters(raw.name, records, aside), question))),
        date_order=order,
        date_question=question,
        lines=layout.lines,
        is_attendance=listed,
        latest=_latest_counts(layout.form),
    )


def _is_taken_apart(layout: Layout) -> bool:
    """Whether the columns are those a list without a header was taken apart into, none of the file's."""
    return layout.main.header is None and layout.main.labels == LABELS


def _unused(columns: Sequence[Column], used: Collection[int]) -> tuple[str, ...]:
    return tuple(c.label for c in columns if not (c.index in used or _is_told(c)))


def _parts_left(reading: Reading, records: Sequence[RosterRecord]) -> str:
    """A sentence where names are told to be in one column and a column with their other part is left out."""
    if "name" not in reading.overrides or "name" not in reading.mapped:
        return ""
    for part in ("given", "family"):
        if any(getattr(one, part) and getattr(one, part) not in one.name for one in records):
            column = reading.layout.main.labels[reading.mapped[part]]
            name = reading.layout.main.labels[reading.mapped["name"]]
            return (
                f"Names are taken from “{name}” alone, as you said; what “{column}” says is no part of them. "
                "Say given= and family= instead to put names together."
            )
    return ""


def _sorted_out(records: list[RosterRecord], form: Format) -> tuple[RosterRecord, ...]:
    if form.buyers:
        records = of_their_own(records)
    return tuple(latest_first(records) if _latest_counts(form) else records)


def _latest_counts(form: Format) -> bool:
    return form.answers or form.stacked


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


def _is_told(column: Column) -> bool:
    """A column of running numbers, an empty one, or one read beside the mapped ones: nothing is lost."""
    if is_check_in(column.label) or not column.values:
        return True
    return is_numbering(column.label) and column.share(_is_number) > 0.5


def _is_number(text: str) -> bool:
    return text.rstrip(".").isdigit()
