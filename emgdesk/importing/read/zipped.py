"""Whatever comes in a ZIP archive: which document it is, and who reads it."""

import struct
import zipfile
import zlib
from typing import Literal
from xml.etree import ElementTree

from emgdesk.errors import InputError
from emgdesk.importing.read.package import Package, open_package
from emgdesk.importing.read.source import Source
from emgdesk.importing.read.wire import Sender

FAULTS = (
    LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError, NotImplementedError,
    RecursionError, OSError, EOFError, ElementTree.ParseError, zipfile.BadZipFile, zlib.error, struct.error,
)  # fmt: skip
"""What openpyxl and the archive raise over files that are not as they should be."""

_TYPES: tuple[tuple[bytes, str], ...] = (
    (b"spreadsheetml.sheet.main", "xlsx"),
    (b"ms-excel.sheet.macroenabled.main", "xlsx"),
    (b"spreadsheetml.template.main", "xlsx"),
    (b"ms-excel.template.macroenabled.main", "xlsx"),
    (b"ms-excel.addin.macroenabled.main", "xlsx"),
    (b"ms-excel.sheet.binary.macroenabled.main", "xlsb"),
    (b"wordprocessingml", "a Word document"),
    (b"ms-word", "a Word document"),
    (b"presentationml", "a PowerPoint presentation"),
    (b"ms-powerpoint", "a PowerPoint presentation"),
    (b"visio", "a Visio drawing"),
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_KINDS: tuple[Literal["xlsx", "xlsb", "ods"], ...] = ("xlsx", "xlsb", "ods")


def read_zipped(source: Source, sheet: str | None, sender: Sender) -> tuple[str, tuple[str, ...]]:
    """Send the sheets of a workbook in a ZIP archive; -> (kind, notes). Raises InputError."""
    from emgdesk.importing.read.other import read_other

    package = open_package(source)
    try:
        what = _document(package)
    except FAULTS as fault:
        raise _damaged(source.name) from fault
    if what not in _KINDS:
        raise InputError(f"{source.name} is {what}, not a spreadsheet.")
    if what == "xlsx":
        return "xlsx", _read_xlsx(source, package, sheet, sender)
    _verify(package)
    if what == "ods":
        _check_well_formed(package, "content.xml")
    return what, read_other(source, what, sheet, sender)


def _read_xlsx(source: Source, package: Package, sheet: str | None, sender: Sender) -> tuple[str, ...]:
    from emgdesk.importing.read.other import read_second_try
    from emgdesk.importing.read.workbook import read_workbook

    try:
        return read_workbook(package, sheet, sender)
    except ElementTree.ParseError:
        sender.start_again()
    except FAULTS:
        _verify(package)
        sender.start_again()
        return read_second_try(source, sheet, sender)
    # Broken XML is not for calamine, which passes over what it does not understand: rows would be lost.
    package.mended = True
    try:
        notes = read_workbook(package, sheet, sender)
    except FAULTS as fault:
        raise InputError(
            f"{source.name} is damaged inside: open it in Excel, let Excel repair it and save it again."
        ) from fault
    return (*notes, f"Characters that no text can hold were left out of {source.name}.")


def _verify(package: Package) -> None:
    """Unpack everything once, for a reader that does not check sizes and sums itself."""
    try:
        broken = package.testzip()
    except FAULTS as fault:
        raise _damaged(package.source_name) from fault
    if broken is not None:
        raise _damaged(package.source_name)


def _check_well_formed(package: Package, part: str) -> None:
    try:
        with package.part(part) as stream:
            for _, element in ElementTree.iterparse(stream):
                element.clear()
    except FAULTS as fault:
        raise _damaged(package.source_name) from fault


def _damaged(name: str) -> InputError:
    return InputError(f"{name} cannot be read: it is damaged or was not copied completely.")


def _document(package: Package) -> str:
    """ "xlsx", "xlsb", "ods", or in words what else the archive is."""
    if package.has("[Content_Types].xml"):
        types = package.read("[Content_Types].xml").replace(b"\0", b"").lower()
        for mark, what in _TYPES:
            if mark in types:
                return what
        if package.has("xl/workbook.xml"):
            return "xlsx"
        return "a Microsoft document of an unknown kind"
    if package.has("mimetype"):
        return _open_document(package)
    if package.has("xl/workbook.xml"):
        return "xlsx"
    if package.has("Index/Document.iwa") or package.has("Index.zip"):
        return "an Apple iWork document (Numbers, Pages or Keynote)"
    return "a ZIP archive (unpack it and choose the file inside)"


def _open_document(package: Package) -> str:
    kind = package.read("mimetype").strip().lower()
    if not kind.startswith(_OPEN_DOCUMENT):
        return "an electronic book" if b"epub" in kind else "a ZIP archive of an unknown kind"
    if package.has("META-INF/manifest.xml") and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise InputError(
            f"{package.source_name} is protected by a password: take the password off and save it again."
        )
    kind = kind.removeprefix(_OPEN_DOCUMENT)
    if kind.startswith(b"spreadsheet"):
        return "ods"
    return {
        b"text": "an OpenDocument text",
        b"presentation": "an OpenDocument presentation",
        b"graphics": "an OpenDocument drawing",
    }.get(kind, "an OpenDocument file of another kind")
