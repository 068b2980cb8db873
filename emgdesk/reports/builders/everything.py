"""The whole desk as one workbook, to read and to keep: every table people would look for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from emgdesk.domain.dates import long_date
from emgdesk.domain.numbering import counted
from emgdesk.domain.workbooks import WORKBOOKS
from emgdesk.reports.blocks import Column, Document, Heading, Paragraph, Table, TitleBlock
from emgdesk.reports.builders.book_sheets import ID, ID_WIDTH, WIDTHS
from emgdesk.reports.builders.meeting import GROUP_LINES
from emgdesk.reports.sheets import Sheet, SheetColumn

_PAGE = (Column(24, "Sheet"), Column(60, "What it holds"), Column(16, "Rows", align="right"))
_WIDTHS: Mapping[str, float] = {
    **WIDTHS, "Text": 60, "Adopted text": 50, "Heading": 34, "Section": 30, "Subsection": 30, "Footnotes": 40,
    "Meeting": 22, "Reservation": 40, "What": 50, "Answer": 50, "Full name": 50, "Notes": 40, "Entity": 22,
    "Draft conclusion": 40, "Function": 34,
}  # fmt: skip
_OF_PEOPLE = frozenset(("Participants", "People", "Offices"))
"""Sheets whose Title is that of a person."""
_CONTACTS = frozenset(("Email", "E-mails", "Phone"))
_WORKPLAN = ", ".join(form.name for form in WORKBOOKS["workplan"])
_SAID = (
    "What the desk holds, as tables, for reading in Excel and for keeping. It is no backup: files, issued "
    "documents as printed and the history stay in the desk. Nothing here is read back but the "
    f"work plan ({_WORKPLAN}); to correct a meeting or a roster in Excel, export its own workbook."
)


@dataclass(frozen=True, slots=True)
class DeskTable:
    """One sheet: `holds` says what its rows are; each row has a cell for every column, the ID last."""

    title: str
    holds: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class EverythingOptions:
    """Without `contacts` the sheets have no e-mail addresses and phones."""

    contacts: bool = True
    group_lines: bool = True


def build(
    tables: Sequence[DeskTable], today: date, meeting: str = "", options: EverythingOptions | None = None
) -> Document:
    """The workbook as of `today`; `meeting` is the code of the one meeting whose rows it has, "" for all.

    A page says what each sheet holds.
    """
    options = options or EverythingOptions()
    kept = [table if options.contacts else _without_contacts(table) for table in tables]
    rows = sum(len(table.rows) for table in kept)
    about = f"As of {long_date(today)}" + (f", of meetings {meeting} alone" if meeting else "")
    lines = tuple((table.title, table.holds, f"{len(table.rows):,}") for table in kept)
    return Document(
        title="Everything on the desk",
        author="EMG Secretariat",
        blocks=(
            TitleBlock(group_lines=GROUP_LINES if options.group_lines else ()),
            Heading("Everything on the desk"),
            Paragraph(f"{about}: {counted(rows, 'row', 'rows')}. {_SAID}"),
            Table(_PAGE, lines),
        ),
        sheets=(_about(about, kept), *map(_sheet, kept)),
        listed=rows,
    )


def _about(about: str, tables: Sequence[DeskTable]) -> Sheet:
    head = (SheetColumn("Sheet", 22), SheetColumn("What it holds", 90), SheetColumn("Rows", 10))
    said = [("About", f"{about}. {_SAID}", None)]
    return Sheet("About", head, [*said, *((t.title, t.holds, len(t.rows)) for t in tables)])


def _sheet(table: DeskTable) -> Sheet:
    widths = {**_WIDTHS, "Title": None} if table.title in _OF_PEOPLE else _WIDTHS
    head = tuple(
        SheetColumn(name, ID_WIDTH, quiet=True) if name == ID else SheetColumn(name, widths.get(name))
        for name in table.columns
    )
    return Sheet(table.title, head, table.rows)


def _without_contacts(table: DeskTable) -> DeskTable:
    kept = [at for at, name in enumerate(table.columns) if name not in _CONTACTS]
    columns = tuple(table.columns[at] for at in kept)
    return DeskTable(
        table.title, table.holds, columns, tuple(tuple(row[at] for at in kept) for row in table.rows)
    )
