"""What a file is, told by its first bytes and never by its suffix."""

import re
from typing import Literal

from emgdesk.errors import InputError

Container = Literal["zip", "ole", "text"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF text document"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"SQLite format 3\x00", "a database"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"MZ\x90", "a program"),
    (b"\x7fELF", "a program"),
    (b"OggS", "a sound recording"),
    (b"ID3", "a sound recording"),
)
_OLD_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")
_PAGE = re.compile(r"<(!doctype html|html|head|body|table|meta|style|div|title|script)\b", re.IGNORECASE)


def container_of(data: bytes, name: str) -> Container:
    """ "zip", "ole" or, for anything else that may be a table, "text".

    Raises InputError for what certainly is none.
    """
    if data.startswith(_OLE):
        return "ole"
    if data.startswith(b"PK\x03\x04"):
        return "zip"
    if data.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        raise InputError(f"{name} is an empty ZIP archive or a part of one, not a spreadsheet.")
    if data.startswith(_OLD_EXCEL):
        raise InputError(
            f"{name} was written by a very old Excel (before 1997): open it in Excel and save it as .xlsx."
        )
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise InputError(f"{name} is {what}, not a spreadsheet.")
    if data[4:8] == b"ftyp":
        raise InputError(f"{name} is a video or a picture, not a spreadsheet.")
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise InputError(f"{name} is a picture, sound or video file, not a spreadsheet.")
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        raise InputError(f"{name} is a picture (BMP), not a spreadsheet.")
    if not data.strip(b"\0"):
        raise InputError(f"{name} holds nothing but zero bytes: it was damaged when it was saved or copied.")
    return "text"


def check_is_table(text: str, name: str) -> None:
    """Raise InputError for text that is no table but markup or another format."""
    head = text[:4096].lstrip("\ufeff \t\r\n")
    if not head:
        raise InputError(f"{name} is empty: there is nothing in it but blanks.")
    if head.startswith("<"):
        _refuse_markup(head, name)
    if head.startswith(("BEGIN:VCALENDAR", "BEGIN:VCARD")):
        raise InputError(f"{name} is a calendar or address card, not a spreadsheet.")
    if head.startswith("MIME-Version:"):
        raise _web_page(name)
    if head.startswith("ID;PWXL"):
        raise InputError(f"{name} is in the old SYLK format: open it in Excel and save it as .xlsx.")
    if head[0] in "{[" and _is_json(text):
        raise InputError(f"{name} is a JSON data file, not a spreadsheet.")


def _refuse_markup(head: str, name: str) -> None:
    if "urn:schemas-microsoft-com:office:spreadsheet" in head and not _PAGE.match(head):
        raise InputError(f"{name} is an “XML Spreadsheet 2003”: open it in Excel and save it as .xlsx.")
    if "urn:oasis:names:tc:opendocument" in head:
        raise InputError(f"{name} is a flat OpenDocument file: open it and save it as .ods or .xlsx.")
    if _PAGE.match(head) or (head.startswith(("<?xml", "<!--")) and _PAGE.search(head)):
        raise _web_page(name)
    if head.startswith("<?xml"):
        raise InputError(f"{name} is an XML data file, not a spreadsheet.")


def _web_page(name: str) -> InputError:
    return InputError(
        f"{name} is a web page saved under the name of a spreadsheet: open it in Excel and save it as .xlsx."
    )


def _is_json(text: str) -> bool:
    import json

    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
