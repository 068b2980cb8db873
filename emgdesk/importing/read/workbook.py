"""An .xlsx or .xlsm workbook: its parts, and every sheet in order."""

from datetime import datetime
from itertools import islice, product
from typing import NamedTuple
from xml.etree.ElementTree import Element, iterparse

from openpyxl.utils.cell import get_column_letter
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from openpyxl.xml.constants import REL_NS, SHEET_MAIN_NS

from emgdesk.errors import InputError
from emgdesk.importing.read.choice import choose_sheet
from emgdesk.importing.read.formats import Formats, read_formats
from emgdesk.importing.read.limits import MAX_CELLS, MAX_COLUMNS
from emgdesk.importing.read.package import Package, Relation
from emgdesk.importing.read.sheet import MAX_PLACES, SparseParser, rich_text
from emgdesk.importing.read.source import plain_name
from emgdesk.importing.read.wire import Sender

_NS = f"{{{SHEET_MAIN_NS}}}"
_SIGN_OF_LIFE = 50_000  # shared strings after which the parent is told that work goes on


class _Workbook(NamedTuple):
    """What every sheet needs of its workbook."""

    package: Package
    relations: dict[str, Relation]
    strings: list[str]
    formats: Formats
    epoch: datetime


def read_workbook(package: Package, wanted: str | None, sender: Sender) -> tuple[str, ...]:
    """Send every sheet, or the wanted one; -> notes.

    Raises InputError for what a sentence says best, and otherwise whatever a broken
    part raises (`zipped.FAULTS`).
    """
    part = _workbook_part(package)
    root = package.root(part)
    entries = _entries(root)
    chosen = choose_sheet([entry.get("name", "") for entry in entries], wanted, package.source_name)
    relations = package.relations(part)
    strings = _shared_strings(package, _part_of_kind(package, relations, "sharedStrings"), sender)
    formats = read_formats(package, _part_of_kind(package, relations, "styles"))
    workbook = _Workbook(package, relations, strings, formats, _epoch(root))
    notes = list(formats.notes)
    for index in chosen:
        notes += _send_sheet(workbook, entries[index], sender)
    return tuple(notes)


def sheet_parts(package: Package) -> dict[str, str]:
    """The part of every worksheet by the sheet's name. Raises what a broken part raises (`zipped.FAULTS`)."""
    part = _workbook_part(package)
    relations = package.relations(part)
    named = (
        (entry.get("name", ""), entry.get(f"{{{REL_NS}}}id", "")) for entry in _entries(package.root(part))
    )
    return {name: relations[key].target for name, key in named if relations[key].kind == "worksheet"}


def _workbook_part(package: Package) -> str:
    targets = (
        relation.target for relation in package.relations("").values() if relation.kind == "officeDocument"
    )
    return next(targets, "xl/workbook.xml")


def _part_of_kind(package: Package, relations: dict[str, Relation], kind: str) -> str | None:
    """The part the workbook names, else the one that stands where every program puts it."""
    for relation in relations.values():
        if relation.kind == kind:
            return relation.target
    usual = f"xl/{kind}.xml"
    return usual if package.has(usual) else None


def _entries(root: Element) -> list[Element]:
    """What the workbook says its sheets are; ValueError if some are said in a form not known here."""
    entries = root.findall(f"{_NS}sheets/*")
    named = [element for element in root.iter() if element.tag.rpartition("}")[2] == "sheet"]
    if named != entries or any(element.tag != f"{_NS}sheet" for element in entries):
        raise ValueError("sheets that are not named in the usual form")
    return entries


def _epoch(root: Element) -> datetime:
    properties = root.find(f"{_NS}workbookPr")
    mac = properties is not None and properties.get("date1904") in ("1", "true")
    return MAC_EPOCH if mac else WINDOWS_EPOCH


def _shared_strings(package: Package, part: str | None, sender: Sender) -> list[str]:
    strings: list[str] = []
    if part is None or not package.has(part):  # some programs name an empty table and leave it out
        return strings
    tag = f"{_NS}si"
    with package.part(part) as stream:
        for _, element in iterparse(stream):
            if element.tag == tag:
                if len(strings) >= MAX_CELLS:
                    most = f"{MAX_CELLS:,} texts"
                    raise InputError(
                        f"{package.source_name} has more than {most}: split it into smaller files."
                    )
                strings.append(rich_text(element))
                element.clear()
                if len(strings) % _SIGN_OF_LIFE == 0:
                    sender.alive()
    return strings


def _send_sheet(workbook: _Workbook, entry: Element, sender: Sender) -> list[str]:
    """Send one sheet; -> notes."""
    name = entry.get("name", "")
    file_name = workbook.package.source_name
    relation = workbook.relations[entry.get(f"{{{REL_NS}}}id", "")]
    if relation.kind == "chartsheet":
        return []
    if relation.kind != "worksheet":
        return [f"Sheet “{plain_name(name)}” of {file_name} is a macro or dialog sheet and was not read."]
    sender.sheet(name, entry.get("state", "visible") != "visible")
    with workbook.package.part(relation.target) as stream:
        parser = SparseParser(stream, workbook.strings, workbook.epoch, workbook.formats)
        for number, cells in parser.rows():
            sender.row(number, cells) if cells else sender.alive()
    sender.details(
        hidden_rows=parser.hidden_rows,
        hidden_columns=_hidden_columns(parser),
        merges=parser.merges,
        links=_links(workbook.package, relation.target, parser),
        uncalculated=parser.uncalculated,
    )
    return _sheet_notes(parser, f"sheet “{plain_name(name)}” in {file_name}")


def _hidden_columns(parser: SparseParser) -> list[int]:
    return sorted(
        {
            column - 1
            for first, last in parser.hidden_columns
            for column in range(max(first, 1), min(last, MAX_COLUMNS) + 1)
        }
    )


def _links(package: Package, part: str, parser: SparseParser) -> dict[tuple[int, int], str]:
    """Cells and the addresses behind them; links within the workbook lead nowhere outside it."""
    links = dict(parser.formula_links)
    targets = package.relations(part) if parser.links else {}
    for (top, left, bottom, right), relation, inside in parser.links:
        target = targets.get(relation)
        if target is not None and target.external:
            address = f"{target.target}#{inside}" if inside else target.target
            cells = product(range(top, bottom + 1), range(left, right + 1))
            links.update(dict.fromkeys(islice(cells, max(0, MAX_PLACES - len(links))), address))
    return links


def _sheet_notes(parser: SparseParser, where: str) -> list[str]:
    notes = []
    if parser.beyond_dates:
        row, column = parser.beyond_dates[0]
        notes.append(
            f"Cell {get_column_letter(column + 1)}{row} of {where} holds a date that no calendar has; "
            f"it came as a plain number."
        )
    if len(parser.uncalculated) >= MAX_PLACES:
        notes.append(f"There are more than {MAX_PLACES:,} formulas without a value in {where}.")
    return notes
