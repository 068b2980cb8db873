"""Spoiling honest files: a mutation is a small value that hypothesis can draw, shrink and print."""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Literal

from tests.importing.read.hostile import packed

Kind = Literal["flip", "cut", "drop", "insert", "repeat", "swap"]
KINDS: tuple[Kind, ...] = ("flip", "cut", "drop", "insert", "repeat", "swap")

NASTY = (
    b"", b"0", b"-1", b"1", b"2147483648", b"99999999999999999999", b"1e308", b"1e999", b"NaN", b"-0.0",
    b"inf", b"true", b"A0", b"A1048577", b"XFE1", b"ZZZZ1", b"1A", b"$A$1", b"A1:", b"B9:A1", b"#REF!", b"&#0;",
    b"&#x1F600;", b"&amp;#10;", b"&lt;", b"<", b"]]>", b"<![CDATA[x]]>", b"&nope;", b"\0", b"\xff\xfe", b"\xc3",
    b"_x0000_", b"_xD83D__xDE00_", b"rId1", b"rId999", b"/xl/../../etc/passwd", b"s", b"inlineStr", b"e", b"d",
    b"2031-09-02T25:61:00", b"PT36H", b"\xe2\x80\xae", b"xmlns:x='y'", b"x" * 5_000, b"\r\n", b'"', b";", b"=1+1",
)  # fmt: skip

_VALUE = re.compile(rb'"[^"<>]*"|>[^<>]+<')
_ELEMENT = re.compile(rb"<(\w[\w:]*)[^<>]*/>|<(\w[\w:]*)[^<>]*>[^<>]*</\2>")


@dataclass(frozen=True)
class Mutation:
    """What is done to bytes: `at` and `length` are shares of the whole, `word` what is put in."""

    kind: Kind
    at: float
    length: float
    word: bytes

    def applied(self, data: bytes) -> bytes:
        start = int(self.at * len(data))
        size = 1 + int(self.length**3 * (len(data) - start))  # mostly small
        end = start + size
        head, middle, tail = data[:start], data[start:end], data[end:]
        match self.kind:
            case "flip":
                mask = self.word or b"\x01"
                spoilt = bytes(b ^ (mask[n % len(mask)] or 1) for n, b in enumerate(middle[:64]))
                return head + spoilt + middle[64:] + tail
            case "cut":
                return head
            case "drop":
                return head + tail
            case "insert":
                return head + self.word + middle + tail
            case "repeat":
                return head + middle * 3 + tail
            case "swap":
                half = len(tail) // 2
                return head + tail[:half] + middle + tail[half:]


@dataclass(frozen=True)
class PartMutation:
    """A mutation inside one part of a ZIP archive: of a value, of an element, of bytes, or of the part."""

    part: float
    what: Literal["value", "element", "bytes", "remove", "rename", "exchange"]
    inner: Mutation

    def applied(self, data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
        names = list(parts)
        if not names:
            return data
        name = names[min(int(self.part * len(names)), len(names) - 1)]
        content = parts[name]
        assert isinstance(content, bytes)
        match self.what:
            case "value":
                parts[name] = self._at_one(_VALUE, content)
            case "element":
                parts[name] = self._at_one(_ELEMENT, content)
            case "bytes":
                parts[name] = self.inner.applied(content)
            case "remove":
                del parts[name]
            case "rename":
                parts[name.swapcase()] = parts.pop(name)
            case "exchange":
                other = names[int(self.inner.at * len(names))]
                parts[name], parts[other] = parts[other], parts[name]
        return packed(parts)

    def _at_one(self, pattern: re.Pattern[bytes], content: bytes) -> bytes:
        """The content with one match dropped, doubled, or its inside replaced."""
        found = list(pattern.finditer(content))
        if not found:
            return content
        match = found[min(int(self.inner.at * len(found)), len(found) - 1)]
        whole = match[0]
        spoilt = {"drop": b"", "repeat": whole * 2, "cut": whole[:-1]}.get(
            self.inner.kind, whole[:1] + self.inner.word + whole[-1:]
        )
        return content[: match.start()] + spoilt + content[match.end() :]
