"""The values Excel calculated last, which openpyxl drops when it saves formulas: put back as they were."""

import re
import zipfile
from collections.abc import Mapping
from functools import partial
from typing import IO, NamedTuple
from xml.etree.ElementTree import iterparse
from xml.sax.saxutils import escape

from openpyxl.worksheet._reader import CELL_TAG, FORMULA_TAG, ROW_TAG, VALUE_TAG

_FORMULA = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f[^>]*(?:/>|>[^<]*</f>))<v(?: ?/>|></v>)</c>'
)  # as openpyxl writes one


class Cached(NamedTuple):
    """What stands in the file for a formula's value: the type of the cell and the text."""

    kind: str
    text: str


def cached_values(stream: IO[bytes]) -> dict[str, Cached]:
    """The values of a worksheet part's formulas by cell, "B2"."""
    found: dict[str, Cached] = {}
    for _, element in iterparse(stream):
        if element.tag != ROW_TAG:
            continue
        for cell in element.iterfind(CELL_TAG):
            written = cell.findtext(VALUE_TAG)
            if written and cell.find(FORMULA_TAG) is not None:
                found[cell.get("r", "")] = Cached(cell.get("t", "n"), written)
        element.clear()
    return found


def put_back(book: zipfile.ZipFile, values: Mapping[str, Mapping[str, Cached]], out: IO[bytes]) -> None:
    """Write `book` to `out` with the values of its formulas; `values` are by part, then by cell."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in book.infolist():
            content = book.read(entry)
            if known := values.get(entry.filename):
                content = _FORMULA.sub(partial(_with_value, known), content)
            archive.writestr(entry.filename, content)


def _with_value(known: Mapping[str, Cached], match: re.Match[bytes]) -> bytes:
    value = known.get(match[1].decode())
    if value is None:
        return match[0]
    kind = b"" if value.kind == "n" else f' t="{escape(value.kind)}"'.encode()
    return b'<c r="%s"%s%s>%s<v>%s</v></c>' % (
        match[1], match[2], kind, match[3], escape(value.text).encode(),
    )  # fmt: skip
