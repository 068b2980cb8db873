"""The old Office container (OLE, "compound file"): only its table of contents is read here."""

import struct

from emgdesk.errors import InputError

_END_OF_CHAIN = 0xFFFFFFFA  # this and everything above is no sector
_MAX_SECTORS = 4_096
_FOREIGN: tuple[tuple[str, str], ...] = (
    ("WordDocument", "a Word document"),
    ("PowerPoint Document", "a PowerPoint presentation"),
    ("VisioDocument", "a Visio drawing"),
    ("__properties_version1.0", "a saved Outlook message"),
    ("\x05HwpSummaryInformation", "a Hangul text document"),
)


def check_is_workbook(data: bytes, name: str) -> None:
    """Raise InputError unless the container holds an old Excel workbook without password."""
    streams = _stream_names(data)
    if {"EncryptedPackage", "EncryptionInfo"} & streams:
        raise InputError(
            f"{name} is protected by a password: open it in Excel, take the password off and save it again."
        )
    if {"Workbook", "Book"} & streams:
        return
    for stream, what in _FOREIGN:
        if stream in streams:
            raise InputError(f"{name} is {what}, not a spreadsheet.")
    if not streams:
        raise InputError(f"{name} cannot be read: it is damaged or was not copied completely.")
    raise InputError(f"{name} is an old Office file without a workbook in it, not a spreadsheet.")


def _stream_names(data: bytes) -> set[str]:
    """Names in the directory; none when the container is broken."""
    try:
        (shift,) = struct.unpack_from("<H", data, 30)
        (first,) = struct.unpack_from("<I", data, 48)
        fat_sectors = struct.unpack_from("<109I", data, 76)
    except struct.error:
        return set()
    if shift not in (9, 12):
        return set()
    size = 1 << shift
    names: set[str] = set()
    sector, seen = first, 0
    while sector < _END_OF_CHAIN and seen < _MAX_SECTORS:
        start = (sector + 1) * size
        for entry in range(start, min(start + size, len(data) - 127), 128):
            names.add(_entry_name(data[entry : entry + 66]))
        sector, seen = _next_sector(data, sector, fat_sectors, size), seen + 1
    names.discard("")
    return names


def _entry_name(entry: bytes) -> str:
    length = int.from_bytes(entry[64:66], "little")
    return entry[: min(max(length - 2, 0), 62)].decode("utf-16-le", errors="replace")


def _next_sector(data: bytes, sector: int, fat_sectors: tuple[int, ...], size: int) -> int:
    """The sector after this one; the end when the table is cut off or goes beyond its first 109 parts."""
    part, place = divmod(sector, size // 4)
    if part >= len(fat_sectors) or fat_sectors[part] >= _END_OF_CHAIN:
        return _END_OF_CHAIN
    offset = (fat_sectors[part] + 1) * size + 4 * place
    return int.from_bytes(data[offset : offset + 4], "little") if offset + 4 <= len(data) else _END_OF_CHAIN
