"""Which cell styles of an .xlsx workbook show a number as a date or as a length of time."""

from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

from openpyxl.styles.numbers import builtin_format_code, is_date_format, is_timedelta_format
from openpyxl.xml.constants import SHEET_MAIN_NS

from emgdesk.importing.read.package import Package

_NS = f"{{{SHEET_MAIN_NS}}}"
_EAST_ASIAN_DATES = {*range(27, 37), *range(50, 59), *range(71, 79), 80, 81}
"""Built-in formats of Chinese, Japanese, Korean and Thai editions that openpyxl does not know as dates."""


class Formats(NamedTuple):
    """Numbers of cell styles, as cells name them; a length of time is in both sets."""

    dates: set[str]
    spans: set[str]
    notes: tuple[str, ...] = ()


def read_formats(package: Package, part: str | None) -> Formats:
    """From the style part, of which only the number formats matter: other faults in it cost nothing."""
    if part is None:
        return Formats(set(), set())
    try:
        return _from_styles(package.root(part))
    except (ParseError, ValueError, KeyError):
        note = f"The cell formats of {package.source_name} are damaged: dates may have come as plain numbers."
        return Formats(set(), set(), (note,))


def _from_styles(root: Element) -> Formats:
    codes = {
        int(element.get("numFmtId", "-1")): element.get("formatCode", "")
        for element in root.iterfind(f"{_NS}numFmts/{_NS}numFmt")
    }
    formats = Formats(set(), set())
    for index, style in enumerate(root.iterfind(f"{_NS}cellXfs/{_NS}xf")):
        number = int(style.get("numFmtId", "0"))
        code = codes.get(number) or builtin_format_code(number)
        span = is_timedelta_format(code)
        if span or is_date_format(code) or (number in _EAST_ASIAN_DATES and number not in codes):
            formats.dates.add(str(index))
        if span:
            formats.spans.add(str(index))
    return formats
