"""ZIP archives written by hand, entry by entry, so that they may lie."""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from tests.importing.read.hostile import Parts, packed

_BLOCK = 1 << 20


@dataclass(frozen=True)
class Entry:
    """One entry as it stands in the archive: `stored` is the deflated content, the rest what is declared."""

    name: str
    stored: bytes
    size: int
    crc: int
    at: int | None = None  # the offset of another entry's content, shared with it


def entry(name: str, content: bytes, *, declared: int | None = None) -> Entry:
    """An honest entry, or one that declares another size."""
    return Entry(
        name, _deflated(content), len(content) if declared is None else declared, zlib.crc32(content)
    )


def blanks(name: str, size: int, *, before: bytes = b"", after: bytes = b"") -> Entry:
    """`before`, then `size` blanks (rounded to whole megabytes), then `after`: a thousandth of it packed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(before) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * _BLOCK) + packer.flush(zlib.Z_FULL_FLUSH)
    count = size // _BLOCK
    crc = zlib.crc32(before)
    for _ in range(count):
        crc = zlib.crc32(b" " * _BLOCK, crc)
    tail = packer.compress(after) + packer.flush()
    whole = len(before) + count * _BLOCK + len(after)
    return Entry(name, head + block * count + tail, whole, zlib.crc32(after, crc))


def archive(entries: Sequence[Entry]) -> bytes:
    """The archive of these entries, each declared as it says."""
    body, directory = bytearray(), bytearray()
    for one in entries:
        name = one.name.encode()
        about = struct.pack("<HHHHIIIHH", 0, 8, 0, 33, one.crc, len(one.stored), one.size, len(name), 0)
        at = len(body) if one.at is None else one.at
        if one.at is None:
            body += b"PK\x03\x04" + struct.pack("<H", 20) + about + name + one.stored
        directory += b"PK\x01\x02" + struct.pack("<HH", 20, 20) + about
        directory += struct.pack("<HHHII", 0, 0, 0, 0, at) + name
    counts = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return bytes(body + directory) + b"PK\x05\x06" + counts


def with_entries(parts: Parts, *more: Entry) -> bytes:
    """A workbook's parts with these entries besides, or in the place of those of the same name."""
    replaced = {one.name for one in more}
    own = [
        entry(name, content.encode() if isinstance(content, str) else content)
        for name, content in parts.items()
        if name not in replaced
    ]
    return archive([*own, *more])


def nested(depth: int) -> bytes:
    """An archive in an archive in an archive, ten of each in the next."""
    inner = archive([blanks("blanks.txt", 64 * _BLOCK)])
    for _ in range(depth):
        inner = packed({f"{number}.zip": inner for number in range(10)})
    return inner


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()
