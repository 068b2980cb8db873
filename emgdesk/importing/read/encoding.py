"""From the bytes of a text file to its text."""

import codecs
from typing import NamedTuple

from emgdesk.errors import InputError

_BOMS: tuple[tuple[bytes, str], ...] = (  # UTF-32 first: its mark begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 8_192
_CONTROLS = bytes(set(range(1, 32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_END_OF_FILE = "\x1a"  # some old programs put it at the end of a text
_MOSTLY = 20  # letters that must be right for each wrong byte to make it a slip, not another encoding
_REPLACED = "\ufffd"
_MARK = "\ufeff"


class Decoded(NamedTuple):
    """A text and sentences on what could not be read of it."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file, told by its mark, else by its shape. Raises InputError for what is no text."""
    text, notes = _decode(data, name)
    text = text.lstrip(_MARK).rstrip(_END_OF_FILE)
    if "\0" in text:
        line = line_of(text, text.index("\0"))
        text = text.replace("\0", "")
        notes = (*notes, f"{name} holds zero bytes, first in line {line}; they were left out.")
    return Decoded(text, notes)


def _decode(data: bytes, name: str) -> Decoded:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _unicode(data, encoding, name)
    if unmarked := _unmarked_utf16(data[:_SAMPLE]):
        return _unicode(data, unmarked, name)
    _check_is_text(data[:_SAMPLE], name)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_quite_utf8(data, data.count(b"\n", 0, error.start) + 1, name)


def _unicode(data: bytes, encoding: str, name: str) -> Decoded:
    text = data.decode(encoding, "replace")
    if _REPLACED not in text or _REPLACED.encode(encoding) in data:
        return Decoded(text)
    line = line_of(text, text.index(_REPLACED))
    return Decoded(text, (f"Some letters of {name} are damaged, first in line {line}: check those.",))


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 without its mark shows by zero bytes in every second place, on one side only."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.3 and even < odd * 0.05:
        return "utf-16-le"
    if even > half * 0.3 and odd < even * 0.05:
        return "utf-16-be"
    return None


def _check_is_text(sample: bytes, name: str) -> None:
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(2, len(sample) // 50) or sample.count(0) > max(8, len(sample) // 10):
        raise InputError(f"{name} is neither a spreadsheet nor a text file: it cannot be read.")


def _not_quite_utf8(data: bytes, line: int, name: str) -> Decoded:
    """UTF-8 with a slip or two, else the code page of Western Windows."""
    right = data.decode("utf-8", "ignore")
    wrong = len(data) - len(right.encode())
    if sum(not letter.isascii() for letter in right) >= wrong * _MOSTLY:
        text = data.decode("utf-8", _WESTERN)
        return Decoded(text, (f"Some letters of {name} are damaged, first in line {line}: check those.",))
    note = (
        f"{name} is not Unicode (first seen in line {line}) and was read as Western European; if names look "
        f"wrong, open it in Excel and save it as “CSV UTF-8”."
    )
    return Decoded(data.decode("cp1252", _WESTERN), (note,))


def _western(error: UnicodeError) -> tuple[str, int]:
    """One byte as Windows-1252 reads it, or as Latin-1 does the five that mean nothing there."""
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "ignore") or byte.decode("latin-1"), error.start + 1


_WESTERN = "emgdesk-western"
codecs.register_error(_WESTERN, _western)


def line_of(text: str, place: int) -> int:
    """The line, from 1, in which a character stands."""
    before = text[:place].replace("\r\n", "\n")
    return before.count("\n") + before.count("\r") + 1
