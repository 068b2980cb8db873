"""An .xlsx or .xlsm workbook: its parts, shared texts, date formats, and every sheet in order."""

from datetime import datetime
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, iterparse

from openpyxl.styles.numbers import builtin_format_code, is_date_format, is_timedelta_format
from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from openpyxl.xml.constants import REL_NS, SHEET_MAIN_NS

from emgdesk.errors import InputError
from emgdesk.importing.read.choice import choose_sheet
from emgdesk.importing.read.limits import MAX_COLUMNS
from emgdesk.importing.read.package import Package, Relation
from emgdesk.importing.read.sheet import SparseParser, rich_text
from emgdesk.importing.read.wire import Sender

_NS = f"{{{SHEET_MAIN_NS}}}"
_EAST_ASIAN_DATES = {*range(27, 37), *range(50, 59), *range(71, 79), 80, 81}  # built in, unknown to openpyxl
_WITHOUT_ROWS = ("chartsheet",)
_MAX_LINKED_CELLS = 200_000


class Formats(NamedTuple):
    """The numbers of the cell styles that show a date, and of those that show a length of time."""

    dates: set[int]
    spans: set[int]


def read_workbook(package: Package, wanted: str | None, sender: Sender) -> tuple[str, ...]:
    """Send every sheet, or the wanted one; -> notes.

    Raises InputError for what a sentence says best, and otherwise whatever a broken
    part raises (`zipped.FAULTS`).
    """
    name = package.source_name
    part = workbook_part(package)
    root = package.root(part)
    relations = package.relations(part)
    entries = root.findall(f"{_NS}sheets/{_NS}sheet")
    chosen = choose_sheet([entry.get("name", "") for entry in entries], wanted, name)
    notes: list[str] = []
    strings = _shared_strings(package, relations)
    formats = _formats(package, relations, notes)
    properties = root.find(f"{_NS}workbookPr")
    mac = properties is not None and properties.get("date1904") in ("1", "true")
    for index in chosen:
        _send_sheet(package, entries[index], relations, strings, formats, MAC_EPOCH if mac else WINDOWS_EPOCH,
                    sender, notes)  # fmt: skip
    return tuple(notes)


def workbook_part(package: Package) -> str:
    """Where the workbook stands in the package."""
    for relation in package.relations("").values():
        if relation.kind == "officeDocument":
            return relation.target
    return "xl/workbook.xml"


def _shared_strings(package: Package, relations: dict[str, Relation]) -> list[str]:
    part = next(
        (relation.target for relation in relations.values() if relation.kind == "sharedStrings"), None
    )
    if part is None or not package.has(part):
        return []
    strings = []
    tag = f"{_NS}si"
    with package.part(part) as stream:
        for _, element in iterparse(stream):
            if element.tag == tag:
                strings.append(rich_text(element))
                element.clear()
    return strings


def _formats(package: Package, relations: dict[str, Relation], notes: list[str]) -> Formats:
    part = next((relation.target for relation in relations.values() if relation.kind == "styles"), None)
    formats = Formats(set(), set())
    if part is None or not package.has(part):
        return formats
    try:
        root = package.root(part)
    except (ParseError, EOFError):
        notes.append(
            f"The cell formats of {package.source_name} are damaged: dates may have come as plain numbers."
        )
        return formats
    codes = {
        element.get("numFmtId", ""): element.get("formatCode", "")
        for element in root.iterfind(f"{_NS}numFmts/{_NS}numFmt")
    }
    for index, style in enumerate(root.iterfind(f"{_NS}cellXfs/{_NS}xf")):
        number = style.get("numFmtId", "0")
        code = codes.get(number) or builtin_format_code(int(number))
        if is_date_format(code) or (number not in codes and int(number) in _EAST_ASIAN_DATES):
            formats.dates.add(index)
        if is_timedelta_format(code):
            formats.spans.add(index)
    return formats


def _send_sheet(
    package: Package,
    entry: Element,
    relations: dict[str, Relation],
    strings: list[str],
    formats: Formats,
    epoch: datetime,
    sender: Sender,
    notes: list[str],
) -> None:
    name = entry.get("name", "")
    relation = relations[entry.get(f"{{{REL_NS}}}id", "")]
    if relation.kind in _WITHOUT_ROWS:
        return
    if relation.kind != "worksheet":
        notes.append(f"Sheet “{name}” of {package.source_name} is a macro or dialog sheet and was not read.")
        return
    sender.sheet(name, entry.get("state", "visible") != "visible")
    with package.part(relation.target) as stream:
        parser = SparseParser(stream, strings, epoch, formats.dates, formats.spans)
        for number, cells in parser.parse():
            sender.row(number, cells)
    links = _links(package, relation.target, parser)
    sender.details(
        hidden_rows=parser.hidden_rows,
        hidden_columns=[
            column - 1
            for first, last in parser.hidden_columns
            for column in range(first, min(last, MAX_COLUMNS) + 1)
        ],
        merges=parser.merges,
        links=links,
        uncalculated=parser.uncalculated,
    )
    if parser.beyond_dates:
        row, column = parser.beyond_dates[0]
        notes.append(
            f"Cell {get_column_letter(column + 1)}{row} of sheet “{name}” in {package.source_name} holds a date "
            f"outside the years 1900 to 9999; it came as a plain number."
        )


def _links(package: Package, part: str, parser: SparseParser) -> dict[tuple[int, int], str]:
    links = dict(parser.formula_links)
    targets = package.relations(part) if parser.link_refs else {}
    for ref, relation, place in parser.link_refs:
        target = targets.get(relation)
        if target is None or not target.external:
            continue
        address = f"{target.target}#{place}" if place else target.target
        left, top, right, bottom = range_boundaries(ref)
        for row in range(top, bottom + 1):
            for column in range(left - 1, right):
                if len(links) < _MAX_LINKED_CELLS:
                    links[(row, column)] = address
    return links
