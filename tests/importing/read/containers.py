"""The old binary formats, as small as they can be made: OLE containers, BIFF workbooks, .xlsb."""

import struct
from collections.abc import Mapping, Sequence

from tests.importing.read.hostile import PACKAGE, packed, relationships

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
_SMALLEST = 4_096  # shorter streams would stand in a table of their own


def ole(streams: Mapping[str, bytes]) -> bytes:
    """An OLE container of up to 60 KB: one table sector, then the directory, then the streams."""
    contents = {name: content.ljust(_SMALLEST, b"\0") for name, content in streams.items()}
    directory_sectors = -(-(len(contents) + 1) // 4)
    table = [_FAT, *range(2, directory_sectors + 1), _END]
    entries = [_entry("Root Entry", 5, _END, 0, child=1 if contents else _FREE)]
    body = b""
    for place, (name, content) in enumerate(contents.items(), 1):
        start = len(table)
        sectors = -(-len(content) // _SECTOR)
        table += [*range(start + 1, start + sectors), _END]
        following = place + 1 if place < len(contents) else _FREE
        entries.append(_entry(name, 2, start, len(content), right=following))
        body += content.ljust(sectors * _SECTOR, b"\0")
    directory = b"".join(entries).ljust(directory_sectors * _SECTOR, b"\0")
    assert len(table) <= _SECTOR // 4
    fat = struct.pack("<128I", *table, *[_FREE] * (128 - len(table)))
    return _header(first_directory=1) + fat + directory + body


def _header(first_directory: int) -> bytes:
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    fields = struct.pack("<16xHHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, first_directory, 0, _SMALLEST,
                         _END, 0, _END, 0)  # fmt: skip
    return (magic + fields + struct.pack("<109I", 0, *[_FREE] * 108)).ljust(_SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return encoded.ljust(64, b"\0") + struct.pack(
        "<HBBIII36xIQ", len(encoded), kind, 1, _FREE, right, child, start, size
    )


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _beginning(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0xDBB, 0x7CC, 0, 6))


def biff(rows: Sequence[Sequence[str | float | bool | None]], *, protected: bool = False) -> bytes:
    """The Workbook stream of an Excel 97 file with one sheet "Sheet0"; None is left out, "#N/A" an error."""
    name = b"Sheet0"
    locked = _record(0x2F, struct.pack("<HHHH", 0, 0, 1, 1)) if protected else b""
    opening = _beginning(5) + locked + _record(0x42, struct.pack("<H", 1200))
    place = len(opening) + 4 + 8 + len(name) + 4
    sheets = _record(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name)
    width = max(map(len, rows), default=0)
    cells = [
        _biff_cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value is not None
    ]
    dimensions = _record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    return opening + sheets + _record(0x0A) + _beginning(0x10) + dimensions + b"".join(cells) + _record(0x0A)


def _biff_cell(row: int, column: int, value: str | float | bool) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if value == "#N/A":
        return _record(0x205, place + b"\x2a\x01")
    if isinstance(value, bool):
        return _record(0x205, place + bytes([value, 0]))
    if isinstance(value, str):
        return _record(0x204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    return _record(0x203, place + struct.pack("<d", value))


def xls(rows: Sequence[Sequence[str | float | bool | None]], *, protected: bool = False) -> bytes:
    """An Excel 97 file."""
    return ole({"Workbook": biff(rows, protected=protected)})


def _xlsb_record(kind: int, content: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(content)
    return number + (bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])) + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(rows: Sequence[Sequence[str | float]]) -> bytes:
    """A binary workbook of one sheet "Sheet1"."""
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Sheet1")
    workbook = b"".join(
        [
            _xlsb_record(131),
            _xlsb_record(143),
            _xlsb_record(156, bundle),
            _xlsb_record(144),
            _xlsb_record(132),
        ]
    )
    width = max(map(len, rows), default=0)
    cells = []
    for row, values in enumerate(rows):
        cells.append(_xlsb_record(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0, 0, 0)))
        for column, value in enumerate(values):
            place = struct.pack("<II", column, 0)
            if isinstance(value, str):
                cells.append(_xlsb_record(6, place + _wide(value)))
            else:
                cells.append(_xlsb_record(5, place + struct.pack("<d", value)))
    sheet = b"".join(
        [
            _xlsb_record(129),
            _xlsb_record(148, struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, max(width - 1, 0))),
            _xlsb_record(145),
            *cells,
            _xlsb_record(146),
            _xlsb_record(130),
        ]
    )
    kind = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    return packed(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{PACKAGE}/content-types">'
                f'<Override PartName="/xl/workbook.bin" ContentType="{kind}"/></Types>'
            ),
            "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": workbook,
            "xl/_rels/workbook.bin.rels": relationships(("rId1", "worksheet", "worksheets/sheet1.bin")),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )
