"""Files made by hand, byte by byte where need be: what no spreadsheet program writes on purpose."""

import io
import zipfile
from collections.abc import Mapping, Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MACRO_BOOK = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PLAIN_BOOK = f"{SHEET_ML}.sheet.main+xml"
RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"

Parts = dict[str, str | bytes]


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def worksheet(rows: str, *, before: str = "", after: str = "") -> str:
    """A worksheet part around its rows."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships">'
        f"{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def relationships(*lines: tuple[str, str, str], external: bool = False) -> str:
    """A .rels part of (id, last word of the type, target)."""
    mode = ' TargetMode="External"' if external else ""
    inner = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/relationships/{kind}" Target="{target}"{mode}/>'
        for key, kind, target in lines
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def book_parts(
    sheets: Mapping[str, str],
    *,
    strings: Sequence[str] = (),
    styles: str = "",
    properties: str = "",
    states: Mapping[str, str] | None = None,
    kind: str = PLAIN_BOOK,
) -> Parts:
    """The parts of an .xlsx file; `strings` are the insides of <si>, `styles` those of <styleSheet>."""
    entries, lines = [], []
    parts: Parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{RELATIONSHIPS}"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}"/>'
            + "".join(
                f'<Override PartName="/xl/{part}.xml" ContentType="{SHEET_ML}.{part}+xml"/>'
                for part, there in (("sharedStrings", strings), ("styles", styles))
                if there
            )
            + "</Types>"
        ),
        "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml")),
    }
    for number, (name, xml) in enumerate(sheets.items(), 1):
        state = (states or {}).get(name, "visible")
        entries.append(f'<sheet name="{name}" sheetId="{number}" state="{state}" r:id="rId{number}"/>')
        lines.append((f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml"))
        parts[f"xl/worksheets/sheet{number}.xml"] = xml
    if strings:
        lines.append(("rId901", "sharedStrings", "sharedStrings.xml"))
        inner = "".join(f"<si>{string}</si>" for string in strings)
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{inner}</sst>'
    if styles:
        lines.append(("rId902", "styles", "styles.xml"))
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships">{properties}'
        f"<sheets>{''.join(entries)}</sheets></workbook>"
    )
    parts["xl/_rels/workbook.xml.rels"] = relationships(*lines)
    return parts


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


NAMES = (
    f'<row r="1">{text_cell("A1", "Name")}{text_cell("B1", "Entity")}</row>'
    f'<row r="2">{text_cell("A2", "Ana Lima")}{text_cell("B2", "UNEP")}</row>'
)
NAMES_ROWS = (("Name", "Entity"), ("Ana Lima", "UNEP"))


def numbered_rows(count: int) -> str:
    """Rows from 1 of the same text and the row's number."""
    return "".join(
        f'<row r="{row}">{text_cell(f"A{row}", "Same")}<c r="B{row}"><v>{row}</v></c></row>'
        for row in range(1, count + 1)
    )


def book(rows: str = NAMES, *, before: str = "", after: str = "", **parts: object) -> bytes:
    """An .xlsx file of one sheet, "Sheet1"."""
    return packed(book_parts({"Sheet1": worksheet(rows, before=before, after=after)}, **parts))  # type: ignore[arg-type]


def strict(parts: Parts) -> Parts:
    """The same workbook as "Strict Open XML", the other form Excel offers when saving."""
    return {
        name: content.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            OFFICE, "http://purl.oclc.org/ooxml/officeDocument"
        )
        for name, content in parts.items()
        if isinstance(content, str)
    }


def declaring(data: bytes, part: str, size: int) -> bytes:
    """The archive with another unpacked size declared for one part."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.getinfo(part).file_size = size
        archive._didModify = True  # type: ignore[attr-defined]  # so that the table of contents is written anew
    return out.getvalue()


def flagged_encrypted(data: bytes) -> bytes:
    """The archive with its first entry marked as encrypted."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.infolist()[0].flag_bits |= 1
        archive._didModify = True  # type: ignore[attr-defined]
    return out.getvalue()


def document(folder: str, content_type: str) -> bytes:
    """An Office document of another kind: Word, PowerPoint."""
    return packed(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/{folder}/main.xml" '
                f'ContentType="application/vnd.openxmlformats-officedocument.{content_type}.main+xml"/></Types>'
            ),
            f"{folder}/main.xml": "<main/>",
        }
    )


def open_document(kind: str, table: str = "", manifest: str = "") -> bytes:
    """An OpenDocument file; `table` is the inside of the one table."""
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    return packed(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            "content.xml": (
                f'<office:document-content xmlns:office="{office}" '
                'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
                'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
                f'<office:spreadsheet><table:table table:name="Liste">{table}</table:table>'
                "</office:spreadsheet></office:body></office:document-content>"
            ),
        }
    )
