"""An empty Word package, filled and written: its parts, its metadata, its zip."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.document import DocumentPart
from lxml import etree

from emgdesk.jobs import Job
from emgdesk.reports.blocks import Document
from emgdesk.reports.renderers.docx import DocxResult
from emgdesk.reports.renderers.docx.body import fill
from emgdesk.reports.renderers.docx.elements import el, val
from emgdesk.reports.renderers.docx.scripts import printable
from emgdesk.reports.renderers.docx.styles import fonts, styles
from emgdesk.reports.renderers.files import replacing

_UNWANTED = ("stylesWithEffects", "webSettings", "customXml")
_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip knows; every file is dated so."""
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
)
_LONGEST = 255
"""Letters python-docx takes in a property of a file."""


def write_document(document: Document, path: Path, job: Job) -> DocxResult:
    """Set `document` and write it whole to `path`."""
    part = _empty_package(document)
    missing = fill(document, part, job)
    job.report("Writing the file")
    content = _zipped(part)
    with replacing(path) as beside:
        beside.write_bytes(content)
    return DocxResult(missing)


def _empty_package(document: Document) -> DocumentPart:
    part = docx.Document().part
    _refill(part.element.body, ())
    _drop(part, _UNWANTED)
    _drop(part.package, ("thumbnail",))
    _refill(part.styles.element, list(styles(document.language)))
    _refill(part.numbering_part.element, ())
    _settings(part)
    _other_parts(part)
    core = part.core_properties
    core.title, core.author = _short(document.title), _short(document.author)
    core.subject, core.language = _short(document.subject), document.language
    core.last_modified_by, core.comments, core.keywords = _short(document.author), "", ""
    core.revision = 1
    core.created = core.modified = datetime(*_DATE)
    return part


def _short(text: str) -> str:
    return printable(text).replace("\n", " ")[:_LONGEST]


def _drop(part: object, kinds: tuple[str, ...]) -> None:
    """Leave out what python-docx's template brings along."""
    relations = part.rels  # type: ignore[attr-defined]
    for key in [k for k, relation in relations.items() if relation.reltype.endswith(kinds)]:
        del relations[key]


def _refill(root: Any, children: Iterable[Any]) -> None:
    """Put `children` in the place of all that a part of the template holds."""
    for child in list(root):
        root.remove(child)
    root.extend(list(children))


def _settings(part: DocumentPart) -> None:
    compatibility = el(
        "compat",
        *(
            el("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)
            for name, value in _COMPATIBILITY
        ),
    )
    _refill(
        part.settings.element,
        (
            el("zoom", percent=100),
            val("defaultTabStop", 720),
            val("characterSpacingControl", "doNotCompress"),
            compatibility,
            el("themeFontLang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA"),
            val("decimalSymbol", "."),
            val("listSeparator", ","),
        ),
    )


def _other_parts(part: DocumentPart) -> None:
    """The fonts named, and the program that wrote the file."""
    table = part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table._blob = _xml(el("fonts", *fonts()))
    properties = part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    root = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap={None: _EXTENDED})
    etree.SubElement(root, f"{{{_EXTENDED}}}Application").text = "emgdesk"
    properties._blob = _xml(root)


def _xml(root: Any) -> bytes:
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def _zipped(part: DocumentPart) -> bytes:
    """The file, every part of it dated alike: the same document gives the same bytes."""
    plain, dated = BytesIO(), BytesIO()
    part.package.save(plain)
    with ZipFile(plain) as source, ZipFile(dated, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, _DATE)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return dated.getvalue()
