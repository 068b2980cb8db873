"""Titles of segments: the one of the next meeting, from that of the last."""

from emgdesk.domain.codes import read_code
from emgdesk.domain.numbering import ordinal

_SEGMENT_WORDS = {
    "mid-term": "Mid-Term Technical Segment",
    "technical": "Technical Segment",
    "senior": "Senior Segment",
}


def title_after(title: str, last_som: int | None, last_segment: str, code: str) -> str:
    """A title with the segment and the SOM's ordinal of another `code`.

    Without them in the title it stays as it is, to be changed by hand.

    >>> title_after("Senior Segment of the 31st Meeting", 31, "senior", "SOM32 mid-term")
    'Mid-Term Technical Segment of the 32nd Meeting'
    """
    number, segment = read_code(code)
    if number is None or last_som is None:
        return title
    title = title.replace(ordinal(last_som), ordinal(number))
    before, after = _SEGMENT_WORDS.get(last_segment, ""), _SEGMENT_WORDS.get(segment, "")
    return title.replace(before, after) if before and after else title
