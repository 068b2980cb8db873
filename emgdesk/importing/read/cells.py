"""From what stands in a cell of the file to a value."""

import datetime
import re
from math import isfinite

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile("[\ud800-\udfff]")


def plain_text(text: str) -> str:
    """Text with Excel's `_x000D_` escapes resolved and its line ends as "\\n"."""
    if "_x" in text:
        text = _ESCAPE.sub(_unescape, text)
        if _SURROGATE.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return plain_lines(text)


def plain_lines(text: str) -> str:
    """Text with every line end as "\\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _unescape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return "" if character == "\0" else character


def number(text: str) -> int | float | str:
    """A number as the file writes it; what is none stays text."""
    try:
        return int(text)
    except ValueError:
        pass
    try:
        value = float(text)
    except ValueError:
        return text
    return value if isfinite(value) else text


def duration(span: datetime.timedelta) -> str:
    """A length of time as Excel shows it under [h]:mm:ss, "26:05:00"."""
    seconds = round(span.total_seconds())
    minutes, second = divmod(abs(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{'-' if seconds < 0 else ''}{hours}:{minute:02}:{second:02}"
