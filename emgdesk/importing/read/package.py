"""The ZIP archive a workbook is, opened with care and forgiving in what costs no data."""

import io
import posixpath
import re
import zipfile
from typing import IO, NamedTuple
from xml.etree import ElementTree

from emgdesk.errors import InputError
from emgdesk.importing.read.limits import MAX_ENTRIES, MAX_UNPACKED_BYTES
from emgdesk.importing.read.source import Source

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (  # how the namespaces of "Strict Open XML" read in the usual form
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))
_NO_CHARACTER = re.compile(
    rb"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));", re.IGNORECASE
)


class Relation(NamedTuple):
    """A line of a .rels part: `kind` is the last word of its type, `target` a part or an address."""

    kind: str
    target: str
    external: bool


class Package(zipfile.ZipFile):
    """Parts are found whatever the case of their names; Strict Open XML is handed out rewritten.

    With `mended` set, characters that XML does not allow are left out of every part.
    """

    def __init__(self, source: Source) -> None:
        self.source_name = source.name
        self.mended = False
        self._strict = False
        super().__init__(io.BytesIO(source.data))
        self._by_folded = {_fold(entry): entry for entry in self.NameToInfo}

    def has(self, part: str) -> bool:
        return _fold(part) in self._by_folded

    def getinfo(self, name: str) -> zipfile.ZipInfo:
        return super().getinfo(self._by_folded.get(_fold(name), name))

    def read(self, name: str | zipfile.ZipInfo, pwd: bytes | None = None) -> bytes:
        """A whole part; of one that is larger than it declares no more than that is unpacked."""
        entry = self.getinfo(name) if isinstance(name, str) else name
        with self.open(entry, pwd=pwd) as stream:
            return stream.read(entry.file_size + 1)

    def part(self, name: str) -> IO[bytes]:
        """A part's XML to read from. Raises KeyError if it is missing, InputError if it is unsafe."""
        stream = self.open(name)
        head = stream.peek(4096)[:4096]  # type: ignore[attr-defined]  # zipfile.ZipExtFile
        if b"<!DOCTYPE" in head.replace(b"\0", b""):
            raise InputError(
                f"{self.source_name} is refused as unsafe: it declares XML entities, which no workbook does."
            )
        self._strict = self._strict or _STRICT in head
        if not (self._strict or self.mended):
            return stream
        xml = stream.read()
        if self._strict:
            xml = _in_usual_form(xml)
        if self.mended:
            xml = _NO_CHARACTER.sub(b"", xml.translate(None, _CONTROLS))
        return io.BytesIO(xml)

    def root(self, name: str) -> ElementTree.Element:
        with self.part(name) as stream:
            return ElementTree.parse(stream).getroot()

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part ("" for the package) refers to, by id."""
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", file + ".rels")
        if not self.has(rels):
            return {}
        return {
            element.get("Id", ""): _relation(element, folder)
            for element in self.root(rels)
            if element.tag.endswith("}Relationship")
        }


def _fold(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").casefold()


def _in_usual_form(xml: bytes) -> bytes:
    for strict, usual in _TRANSITIONAL:
        xml = xml.replace(strict, usual)
    return xml


def _relation(element: ElementTree.Element, folder: str) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
    return Relation(posixpath.basename(element.get("Type", "")), target, external)


def open_package(source: Source) -> Package:
    """The archive. Raises InputError when it is broken, protected, or would unpack to too much."""
    try:
        package = Package(source)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise InputError(
            f"{source.name} cannot be read: it is damaged or was not copied completely."
        ) from error
    entries = package.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError(
            f"{source.name} is protected by a password: take the password off and save it again."
        )
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise InputError(
            f"{source.name} is too large: unpacked it would hold {len(entries):,} parts and "
            f"{sum(entry.file_size for entry in entries) // 1_000_000:,} MB."
        )
    return package
