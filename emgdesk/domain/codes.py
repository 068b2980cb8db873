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


def next_code(code: str) -> str:
    """The code of the meeting after this one, as a proposal; "" where none follows from it.

    Segments go mid-term, technical, senior, then the next SOM; else a number at the end counts on.

    >>> next_code("SOM31 technical"), next_code("SOM31 senior"), next_code("IMG-BIO 2")
    ('SOM31 senior', 'SOM32 mid-term', 'IMG-BIO 3')
    """
    number, segment = read_code(code)
    if number is not None and segment:
        at = SEGMENTS.index(segment)
        return segment_code(number, SEGMENTS[at + 1]) if at < 2 else segment_code(number + 1, SEGMENTS[0])
    found = re.search(r"(\d+)(\D*)$", code.strip())
    return f"{code.strip()[: found.start()]}{int(found[1]) + 1}{found[2]}" if found else ""
