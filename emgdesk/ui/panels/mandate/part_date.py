"""A date of which perhaps only the month or the year is known."""

import re

from PySide6.QtWidgets import QWidget

from emgdesk.domain.dates import is_stored_date
from emgdesk.importing.sheets.cell_dates import iso_period
from emgdesk.ui.widgets.date_field import DateField, iso_day

_TIP = "A day, a month or a year: 2022-05-18, May 2022, 2022"


class PartDateField(DateField):
    """A `DateField` that takes months and years too."""

    def __init__(self, empty: str = "no date", parent: QWidget | None = None) -> None:
        super().__init__(empty, parent)
        self.line.setToolTip(_TIP)

    def problem(self) -> str:
        said = super().problem()
        return said.replace("write 2027-09-23.", "write 2027-09-23, 2027-09 or 2027.")

    def _read(self) -> str | None:
        return iso_part(self.line.text().strip())


def iso_part(text: str) -> str | None:
    """`text` as an ISO day, month or year, "" for nothing, None if it is none of them.

    >>> iso_part("18 May 2022"), iso_part("May 2022"), iso_part("2022"), iso_part("soon")
    ('2022-05-18', '2022-05', '2022', None)
    """
    if re.fullmatch(r"(?:19|20|21)\d\d", text):
        return text
    if len(text) == 7 and is_stored_date(text):
        return text
    if (day := iso_day(text)) is not None:
        return day
    first, last = iso_period(text, "dmy")
    return first if len(first) == 7 and last in ("", first) else None
