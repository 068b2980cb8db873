"""The order of day and month in one file: by a part over 12, else by the meeting's date, else asked."""

import re
from collections.abc import Iterable, Mapping

from emgdesk.importing.sheets.cell_dates import DateOrder, contradicts, iso_date, order_of
from emgdesk.importing.sheets.columns import Column
from emgdesk.importing.sheets.headers import Table

_DATE = re.compile(r"\s*\d{1,4}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)")
_FIELD = "registered"


def settled(
    table: Table,
    columns: tuple[Column, ...],
    mapped: Mapping[str, int],
    told: DateOrder | None,
    meeting_date: str,
) -> tuple[DateOrder | None, str]:
    """The order of the file's dates, None where it tells none, and the question to ask then.

    Asked is only where dates are taken from the file and one of them can be read in two ways.
    """
    if told is not None:
        return told, ""
    dates = list(_dates(table, columns))
    order = order_of(dates) or _by_meeting(dates, meeting_date)
    index = mapped.get(_FIELD)
    if order is not None or index is None:
        return order, ""
    open_ones = [text for text in _column(table, index) if _DATE.match(text) and not iso_date(text)]
    if not open_ones:
        return None, ""
    return None, (
        f"The dates in “{table.labels[index]}” (as {open_ones[0].strip()}) can be read with the day or with "
        f"the month first; say which order they have. Until then they are left out."
    )


def contradiction(table: Table, mapped: Mapping[str, int], order: DateOrder | None) -> str:
    """A sentence where some dates of a column can only be read in the other order; "" for none."""
    index = mapped.get(_FIELD)
    if index is None or order not in ("dmy", "mdy"):
        return ""
    against = next((text for text in _column(table, index) if contradicts(text, order)), "")
    other: DateOrder = "mdy" if order == "dmy" else "dmy"
    along = next((text for text in _column(table, index) if contradicts(text, other)), "")
    if not against or not along:
        return ""
    day, month = (along, against) if order == "dmy" else (against, along)
    first = "day" if order == "dmy" else "month"
    return (
        f"The dates in “{table.labels[index]}” contradict each other: some have the day first (as "
        f"{day.strip()}), some the month (as {month.strip()}). Where both can be, the {first} is taken first."
    )


def _dates(table: Table, columns: tuple[Column, ...]) -> Iterable[str]:
    """Every date written in figures, in the columns that mostly hold such and above the table."""
    for column in columns:
        if column.values and column.share(_DATE.match) > 0.5:
            yield from (text for text in _column(table, column.index) if _DATE.match(text))
    for row in table.sheet.rows[: table.header or 0]:
        yield from (cell for cell in row if isinstance(cell, str) and _DATE.match(cell))


def _column(table: Table, index: int) -> Iterable[str]:
    for row in table.sheet.rows[table.first : table.last]:
        cell = row[index] if index < len(row) else None
        if isinstance(cell, str) and cell:
            yield cell


def _by_meeting(dates: list[str], meeting_date: str) -> DateOrder | None:
    """The order in which dates fall on the day of the meeting, or in which none falls after it."""
    if not meeting_date or not dates:
        return None
    read: dict[DateOrder, list[str]] = {
        order: [iso_date(text, order) for text in dict.fromkeys(dates)] for order in ("dmy", "mdy")
    }
    on_the_day: list[DateOrder] = [order for order, days in read.items() if meeting_date in days]
    if len(on_the_day) == 1:
        return on_the_day[0]
    before: list[DateOrder] = [o for o, days in read.items() if all(day <= meeting_date for day in days)]
    return before[0] if len(before) == 1 else None
