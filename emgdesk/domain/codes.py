"""Codes of meetings: made from SOM number and segment, compared leniently."""

import re

from emgdesk.domain.folding import fold

SEGMENTS = ("mid-term", "technical", "senior", "other")
_IGNORED = str.maketrans("", "", " .-_/\t–—")


def code_key(code: str) -> str:
    """What two spellings of a code or symbol share: case, spaces, dots, dashes and slashes ignored."""
    return fold(code).translate(_IGNORED)


def read_code(code: str) -> tuple[int | None, str]:
    """SOM number and segment of a code: "SOM27 mid-term" -> (27, "mid-term"), else (None, "")."""
    found = re.match(r"som(\d{1,4})(.*)", code_key(code))
    if not found:
        return None, ""
    named = {code_key(segment): segment for segment in SEGMENTS[:3]}
    return int(found[1]), named.get(found[2].removesuffix("segment"), "")


def segment_code(som_number: int, segment: str) -> str:
    """The code of a segment: (31, "mid-term") -> "SOM31 mid-term"; other segments get the SOM alone."""
    return f"SOM{som_number} {segment}" if segment in SEGMENTS[:3] else f"SOM{som_number}"
