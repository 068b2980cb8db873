"""Honest files of every format, small and full of what formats have: the beginnings of fuzzing."""

import codecs

from tests.importing.read.containers import xls, xlsb
from tests.importing.read.hostile import (
    book_parts,
    open_document,
    packed,
    relationships,
    text_cell,
    worksheet,
)

_STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="[h]:mm"/>'
    '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/></cellXfs>'
)
_STRINGS = (
    "<t>Name</t>", "<t>Entity</t>", "<t>Ana Lima</t>", "<r><t>Bo </t></r><r><t>Chen</t></r>",
    "<t>a_x000D_b</t>",
)  # fmt: skip
_ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    + text_cell("C1", "Registered")
    + '</row><row r="2" hidden="1"><c r="A2" t="s"><v>2</v></c><c r="B2" t="str"><f>"UN"&amp;"EP"</f><v>UNEP</v></c>'
    '<c r="C2" s="1"><v>45127.5</v></c><c r="D2" s="2"><v>1.25</v></c></row>'
    '<row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4" t="e"><v>#N/A</v></c><c r="C4" t="d"><v>2031-09-02</v></c>'
    '<c r="D4" t="b"><v>1</v></c><c r="E4"><f>HYPERLINK("mailto:x@unep.example")</f></c></row>'
)
_BEFORE = '<dimension ref="A1:E4"/><cols><col min="4" max="5" hidden="1"/></cols>'
_AFTER = (
    '<mergeCells><mergeCell ref="A5:B6"/></mergeCells>'
    '<hyperlinks><hyperlink ref="A2" r:id="rId1" location="here"/></hyperlinks>'
)
_TEXT = (
    "Name;Entity;Remarks\r\n"
    'Ana Lima;UNEP;"likes ""tea""; and\r\ncoffee"\r\n'
    "Jürgen Groß;FAO;=1+1\r\n"
    "王明;UNIDO;\r\n"
    "Zoë D'Souza;;x\r\n"
)
_TABLE = [["Name", "Entity", "No."], ["Ana Lima", "UNEP", 7.0], ["Jürgen Groß", "FAO", 2.5]]


def _workbook() -> bytes:
    sheet = worksheet(_ROWS, before=_BEFORE, after=_AFTER)
    links = relationships(("rId1", "hyperlink", "mailto:ana@unep.example"), external=True)
    book = book_parts(
        {"People": sheet, "Empty": worksheet("")},
        strings=_STRINGS, styles=_STYLES, states={"Empty": "hidden"}, properties='<workbookPr date1904="1"/>',
    )  # fmt: skip
    return packed(book | {"xl/worksheets/_rels/sheet1.xml.rels": links})


def _ods() -> bytes:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in ("Name", "Entity")
    )
    number = '<table:table-cell office:value-type="float" office:value="7.5"/>'
    return open_document(
        "spreadsheet",
        f'<table:table-row table:number-rows-repeated="2">{cells}</table:table-row>'
        f'<table:table-row>{number}<table:table-cell table:number-columns-repeated="3"/>{number}</table:table-row>',
    )


ZIPPED = {"names.xlsx": _workbook(), "names.xlsb": xlsb(_TABLE), "names.ods": _ods()}  # type: ignore[arg-type]
OTHER = {
    "names.xls": xls(_TABLE),  # type: ignore[arg-type]
    "names.csv": _TEXT.encode(),
    "marked.csv": codecs.BOM_UTF8 + _TEXT.replace(";", ",").encode(),
    "wide.tsv": _TEXT.replace(";", "\t").encode("utf-16"),
    "western.csv": _TEXT.replace("王明", "Wang Ming").encode("cp1252"),
    "longest.csv": _TEXT.encode("utf-32"),
}
FILES = ZIPPED | OTHER
