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
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_STRAY = 20  # one wrong byte among at least so many right letters is a slip, not another encoding


class Decoded(NamedTuple):
    text: str
    notes: tuple[str, ...]


def decode(data: bytes, name: str) -> Decoded:
    """The text and what to tell about it. Raises InputError for bytes that are no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _unicode(data[len(mark) :], encoding, name)
    if encoding := _unmarked_utf16(data[:_SAMPLE]):
        return _unicode(data, encoding, name)
    _check_is_text(data, name)
    return _unmarked(data, name)


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 shows by zero bytes in every second place, on one side only."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half and odd > half * 0.3 and even < odd * 0.05:
        return "utf-16-le"
    if half and even > half * 0.3 and odd < even * 0.05:
        return "utf-16-be"
    return None


def _check_is_text(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(2, len(sample) // 50):
        raise InputError(f"{name} is not a spreadsheet and not a text file: it cannot be read.")


def _unicode(data: bytes, encoding: str, name: str) -> Decoded:
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    notes = ()
    if "\ufffd" in text and "\ufffd".encode(encoding) not in data:
        line = _line_of(text, text.index("\ufffd"))
        notes = (f"Some letters of {name} are damaged, first in line {line}; they came as “\ufffd”.",)
    return _without_zeros(text, notes, name)


def _unmarked(data: bytes, name: str) -> Decoded:
    try:
        return _without_zeros(data.decode("utf-8"), (), name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    text = data.decode("utf-8", "emgdesk-western")
    wrong = text.count("\ufffd")
    lenient = data.decode("utf-8", "ignore")
    letters = sum(not character.isascii() for character in lenient)
    wrong = len(data) - len(lenient.encode())
    if letters >= wrong * _STRAY:
        return _without_zeros(
            text, (f"{name} is UTF-8 but for a few letters, first in line {line}; check those.",), name
        )
    return _without_zeros(
        data.decode("cp1252", "emgdesk-western"),
        (
            f"{name} is not Unicode and was read as Western European (Windows-1252); if names look wrong, "
            f"save it in Excel as “CSV UTF-8”.",
        ),
        name,
    )


def _western(error: UnicodeError) -> tuple[str, int]:
    """One byte as Windows-1252 reads it; the five that mean nothing there as the letter of Latin-1."""
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "ignore") or byte.decode("latin-1"), error.start + 1


codecs.register_error("emgdesk-western", _western)


def _without_zeros(text: str, notes: tuple[str, ...], name: str) -> Decoded:
    if "\0" not in text:
        return Decoded(text, notes)
    line = _line_of(text, text.index("\0"))
    note = f"{name} holds zero bytes, first in line {line}; they were left out."
    return Decoded(text.replace("\0", ""), (*notes, note))


def _line_of(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
