"""Workbooks that want too much, or are built as no program builds them."""

from collections.abc import Callable, Iterator

from tests.importing.read.hostile import (
    MACRO_BOOK,
    NAMES,
    Parts,
    book_parts,
    open_document,
    packed,
    relationships,
    strict,
    text_cell,
    worksheet,
)
from tests.importing.read.hostile_archives import Entry, archive, blanks, entry, with_entries

SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"


def parts(rows: str = NAMES, *, before: str = "", after: str = "", **more: object) -> Parts:
    """The parts of a workbook of one sheet, by default with one honest person."""
    return book_parts({"Sheet1": worksheet(rows, before=before, after=after)}, **more)  # type: ignore[arg-type]


def plain(rows: str = NAMES, **more: str | bytes) -> bytes:
    """The honest workbook with other parts besides."""
    return packed(parts(rows) | more)


def of(rows: str = "", *, before: str = "", after: str = "", **more: object) -> bytes:
    """The honest rows, and what stands around them."""
    return packed(parts(NAMES + rows, before=before, after=after, **more))


def blown_up(megabytes: int) -> bytes:
    """The honest sheet with so many blanks inside."""
    head, tail = worksheet(NAMES).split("</sheetData>")
    blown = blanks(SHEET, megabytes << 20, before=head.encode(), after=b"</sheetData>" + tail.encode())
    return with_entries(parts(), blown)


def lying(megabytes: int, part: str = SHEET) -> bytes:
    """A part that declares its honest size and goes on far beyond it."""
    content = parts()[part]
    assert isinstance(content, str)
    long = blanks(part, megabytes << 20, before=content.encode())
    return with_entries(parts(), Entry(part, long.stored, len(content.encode()), long.crc))


def overlapping() -> bytes:
    """A thousand further entries that all share the content of the first."""
    own = [entry(name, str(content).encode()) for name, content in parts().items()]
    more = [Entry(f"xl/media/{n}.png", own[0].stored, own[0].size, own[0].crc, at=0) for n in range(1_000)]
    return archive([*own, *more])


def in_capitals() -> bytes:
    return packed({name.upper(): content for name, content in parts().items()})


def _many(pattern: Callable[[int], str], count: int, start: int) -> str:
    return "".join(map(pattern, range(start, start + count)))


def formatted_rows() -> bytes:
    """Every row Excel has, formatted and empty, as a click on "whole column" makes them."""
    return of(
        _many(lambda row: f'<row r="{row}" s="1" customFormat="1"><c r="A{row}" s="1"/></row>', 1_048_573, 3)
    )


def blank_strings() -> bytes:
    """A hundred thousand rows that hold a blank and nothing else."""
    return of(_many(lambda row: f'<row r="{row}">{text_cell(f"A{row}", "  ")}</row>', 100_000, 3))


def _letters() -> Iterator[str]:
    from openpyxl.utils import get_column_letter

    return map(get_column_letter, range(1, 16_385))


def many_columns() -> bytes:
    """16,384 filled columns."""
    return packed(parts(_row_of_all()))


def _row_of_all() -> str:
    cells = "".join(text_cell(f"{letters}2", "x") for letters in _letters())
    return f'<row r="1">{text_cell("A1", "Name")}</row><row r="2">{cells}</row>'


def formatted_columns() -> bytes:
    """16,384 formatted, empty cells in each of two hundred rows."""
    cells = [f'<c r="{letters}#" s="1"/>' for letters in _letters()]
    row = "".join(cells)
    return of(_many(lambda number: f'<row r="{number}">{row.replace("#", str(number))}</row>', 200, 3))


def endless_row() -> bytes:
    """One row of more cells than memory holds."""
    row = b'<row r="3">' + b'<c r="A3"><v>1</v></c>' * 3_000_000 + b"</row>"
    head, tail = worksheet(NAMES).split("</sheetData>")
    return packed(parts() | {SHEET: head.encode() + row + b"</sheetData>" + tail.encode()})


def many_sheets() -> bytes:
    """One part, named as a sheet two hundred thousand times."""
    whole = parts()
    book = str(whole[BOOK])
    entries = _many(lambda n: f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>', 200_000, 2)
    return packed(whole | {BOOK: book.replace("</sheets>", entries + "</sheets>")})


def merges(count: int) -> str:
    return "<mergeCells>" + '<mergeCell ref="A9:B9"/>' * count + "</mergeCells>"


def hidden_columns(count: int) -> str:
    return "<cols>" + '<col min="4" max="16384" hidden="1"/>' * count + "</cols>"


def wide_link() -> bytes:
    """One link over every cell there is."""
    link = '<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="rId1"/></hyperlinks>'
    lines = relationships(("rId1", "hyperlink", "https://unep.example"), external=True)
    return packed(parts(after=link) | {"xl/worksheets/_rels/sheet1.xml.rels": lines})


def out_of_order() -> bytes:
    first, second = NAMES.split("</row>")[:2]
    return packed(parts(f"{second}</row>{first}</row>"))


def merged_header() -> bytes:
    """A header of two rows, the upper one merged over both columns."""
    rows = (
        f'<row r="1">{text_cell("A1", "Participants of the forum")}</row>'
        f'<row r="2">{text_cell("A2", "Name")}{text_cell("B2", "Entity")}</row>'
        f'<row r="3">{text_cell("A3", "Ana Lima")}{text_cell("B3", "UNEP")}</row>'
    )
    return packed(parts(rows, after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))


def hidden_rows() -> bytes:
    return packed(parts(NAMES.replace("<row ", '<row hidden="1" ')))


def chart_only() -> bytes:
    whole = parts()
    rels = "xl/_rels/workbook.xml.rels"
    whole[rels] = str(whole[rels]).replace("/worksheet", "/chartsheet", 1)
    return packed(whole)


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def laughing(part: str, encoding: str = "utf-8", blanks: int = 0) -> bytes:
    """A billion laughs before the root of one part."""
    whole = parts(strings=["<t>a</t>"])
    body = str(whole[part]).partition("?>")[2] or str(whole[part])
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>'
    body = body.replace("Ana Lima", "&l9;").replace("<t>a</t>", "<t>&l9;</t>").replace("Sheet1", "&l9;")
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{" " * blanks}{doctype}{body}'
    return packed(whole | {part: xml.encode(encoding)})


def external_entity() -> bytes:
    whole = parts()
    body = str(whole[SHEET]).partition("?>")[2].replace("Ana Lima", "&secret;")
    return packed(whole | {SHEET: f'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>{body}'})


def external_links() -> bytes:
    """Formulas that lead to another workbook, which nobody fetches."""
    whole = parts(NAMES + '<row r="3"><c r="C3" t="str"><f>[1]Sheet1!A1</f><v>x</v></c></row>')
    link = relationships(("rId1", "externalLinkPath", "file:///far/away.xlsx"), external=True)
    return packed(whole | {"xl/externalLinks/_rels/externalLink1.xml.rels": link})


def deep() -> bytes:
    """Elements in elements in elements."""
    return packed(parts(after="<a>" * 1_000_000 + "</a>" * 1_000_000))


def never_calculated() -> bytes:
    return of('<row r="3"><c r="A3"><f>B3</f></c><c r="B3" t="str"><f>C3</f><v></v></c></row>')


def errors() -> bytes:
    return of('<row r="3"><c r="C3" t="e"><v>#REF!</v></c><c r="D3" t="e"><v>#N/A</v></c></row>')


_DATES = f'<row r="3">{text_cell("B3", "FAO")}<c r="C3" s="1"><v>%s</v></c></row>'
_DATE_STYLE = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'


def year_1904() -> bytes:
    return of(_DATES % 43_000, styles=_DATE_STYLE, properties='<workbookPr date1904="1"/>')


def beyond_9999() -> bytes:
    return of(_DATES % 99_999_999, styles=_DATE_STYLE)


def long_cell(size: int) -> bytes:
    return of(f'<row r="3">{text_cell("A3", "x" * size)}</row>')


def long_string(size: int) -> bytes:
    return of('<row r="3"><c r="A3" t="s"><v>0</v></c></row>', strings=[f"<t>{'x' * size}</t>"])


def much_text() -> bytes:
    """One long text, named in two thousand cells."""
    rows = _many(lambda row: f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>', 2_000, 3)
    return of(rows, strings=[f"<t>{'x' * 900_000}</t>"])


def macros() -> bytes:
    return packed(parts(kind=MACRO_BOOK) | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(2_000)})


def strictly() -> bytes:
    return packed(strict(parts()))


def _ods_row(*cells: str, times: int = 1) -> str:
    kind = 'office:value-type="string"'
    inner = "".join(f"<table:table-cell {kind}><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    return f'<table:table-row table:number-rows-repeated="{times}">{inner}</table:table-row>'


def repeated_ods() -> bytes:
    """A row that says of itself to be there two thousand million times."""
    return open_document(
        "spreadsheet", _ods_row("Name", "Entity") + _ods_row("Ana Lima", "UNEP", times=2_000_000_000)
    )


def repeated_blanks_ods() -> bytes:
    """All the empty rows there are, with a formatted cell a thousand columns wide."""
    blank = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    )
    return open_document("spreadsheet", _ods_row("Name", "Entity") + _ods_row("Ana Lima", "UNEP") + blank)
