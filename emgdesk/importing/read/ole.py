"""The old Office container (OLE, "compound file"): only its table of contents is read here.

The layout is that of the specification MS-CFB; records of the workbook stream are of MS-XLS.
"""

import struct
from typing import NamedTuple

from emgdesk.errors import InputError

_NO_SECTOR = 0xFFFFFFFA  # this and everything above is a mark, not a sector
_MAX_SECTORS = 4_096
_STREAM = 2
_FILEPASS, _END_OF_FILE = 0x2F, 0x0A
_FOREIGN: tuple[tuple[str, str], ...] = (
    ("WordDocument", "a Word document"),
    ("PowerPoint Document", "a PowerPoint presentation"),
    ("VisioDocument", "a Visio drawing"),
    ("__properties_version1.0", "a saved Outlook message"),
    ("\x05HwpSummaryInformation", "a Hangul text document"),
)


class _Container(NamedTuple):
    """Where the streams begin (byte offsets of their first sectors) and how long a sector is."""

    streams: dict[str, int]
    sector: int


def check_is_workbook(data: bytes, name: str) -> None:
    """Raise InputError unless the container holds an old Excel workbook without password."""
    container = _open(data)
    streams = container.streams
    workbook = streams.get("Workbook", streams.get("Book"))
    if {"EncryptedPackage", "EncryptionInfo"} & streams.keys() or (
        workbook is not None and _is_locked(data[workbook : workbook + container.sector])
    ):
        raise InputError(
            f"{name} is protected by a password: open it in Excel, take the password off and save it again."
        )
    if workbook is not None:
        return
    for stream, what in _FOREIGN:
        if stream in streams:
            raise InputError(f"{name} is {what}, not a spreadsheet.")
    if not streams:
        raise InputError(f"{name} cannot be read: it is damaged or was not copied completely.")
    raise InputError(f"{name} is an old Office file without a workbook in it, not a spreadsheet.")


def _is_locked(beginning: bytes) -> bool:
    """Whether a record that announces encryption stands among the first of the workbook."""
    place = 0
    while place + 4 <= len(beginning):
        kind, length = struct.unpack_from("<HH", beginning, place)
        if kind in (_FILEPASS, _END_OF_FILE):
            return bool(kind == _FILEPASS)
        place += 4 + length
    return False


def _open(data: bytes) -> _Container:
    """The container's directory; empty when it is broken."""
    try:
        (shift,) = struct.unpack_from("<H", data, 30)
        (sector,) = struct.unpack_from("<I", data, 48)
        tables = struct.unpack_from("<109I", data, 76)
    except struct.error:
        return _Container({}, 0)
    if shift not in (9, 12):
        return _Container({}, 0)
    size = 1 << shift
    streams: dict[str, int] = {}
    for _ in range(_MAX_SECTORS):
        if sector >= _NO_SECTOR:
            break
        start = (sector + 1) * size
        for place in range(start, min(start + size, len(data) - 127), 128):
            entry = data[place : place + 128]
            if entry[66] == _STREAM:
                streams[_name(entry)] = (int.from_bytes(entry[116:120], "little") + 1) * size
        sector = _next(data, sector, tables, size)
    return _Container(streams, size)


def _name(entry: bytes) -> str:
    length = int.from_bytes(entry[64:66], "little")
    return entry[: min(max(length - 2, 0), 62)].decode("utf-16-le", errors="replace")


def _next(data: bytes, sector: int, tables: tuple[int, ...], size: int) -> int:
    """The sector after this one; a mark when the table is cut off or goes beyond its first 109 parts."""
    part, place = divmod(sector, size // 4)
    if part >= len(tables) or tables[part] >= _NO_SECTOR:
        return _NO_SECTOR
    offset = (tables[part] + 1) * size + 4 * place
    return int.from_bytes(data[offset : offset + 4], "little") if offset + 4 <= len(data) else _NO_SECTOR
