"""Numbers of people and bodies that a paragraph says attended the meeting."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from emgdesk.domain.counting import Counts
from emgdesk.domain.written_dates import PATTERN, fits, read_date
from emgdesk.queries.meetings import MeetingRow

_UNITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELT = {word: n for n, word in enumerate(_UNITS) if n > 1} | {
    f"{ten}{'-' if n else ''}{_UNITS[n]}": 20 + 10 * at + n for at, ten in enumerate(_TENS) for n in range(10)
}
_NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})?|{'|'.join(sorted(_SPELT, key=len, reverse=True))})"
_COUNTED = re.compile(
    rf"(?<![\w.,/-]){_NUMBER}\s+(?:UN\s+|EMG\s+|different\s+|UN-EMG\s+)*"
    r"(?P<unit>participants|people|persons|delegates|attendees|representatives"
    r"|(?:member|observer|observing)\s+(?:entities|agencies|organi[sz]ations)|members|observers)\b",
    re.IGNORECASE,
)
_ATTENDED = re.compile(
    r"\b(?:attend(?:ed|ance|ees)|participat(?:ed|ion)|participants|took part|brought together|was joined by"
    r")\b",
    re.IGNORECASE,
)
_THIS = re.compile(r"\b(?:the|this)\s+(?:[\w-]+\s+){0,4}?(?:meeting|segment|SOM\d*)\b", re.IGNORECASE)
# Another gathering, or only a part of those who came.
_OTHER = re.compile(
    r"\b(?:workshops?|webinars?|dialogues?|launch(?:ed)?|side[- ]events?|conferences?|trainings?|previous|"
    r"last|earlier|first|second|third|consultative process(?:es)?|coalitions?|networks?|"
    r"task teams?|working groups?|IMG|survey|interviews?|next|future|expected|up to|more than|"
    r"over|at least|about|around|approximately|nearly|almost|of whom|of which|including|online|in person|"
    r"virtually|remotely|contribut\w+|invited|registered)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n+")
_DATE = re.compile(PATTERN, re.IGNORECASE)
_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b|\bSOM[\s.-]?(\d{1,3})\b", re.IGNORECASE)


class Typed(NamedTuple):
    """A number with what it counts, as written: (46, "members", "46 EMG members")."""

    number: int
    unit: str
    words: str


def typed_counts(text: str, meeting: MeetingRow) -> Iterator[Typed]:
    """The numbers a text (plain) says attended this meeting; other gatherings and parts of it aside."""
    for sentence in _SENTENCE.split(text):
        if not (_ATTENDED.search(sentence) and _THIS.search(sentence)) or _OTHER.search(sentence):
            continue
        if _is_of_another(sentence, meeting):
            continue
        for match in _COUNTED.finditer(sentence):
            number = _SPELT.get(match["number"].lower()) or int(match["number"].replace(",", ""))
            yield Typed(number, _unit(match["unit"]), " ".join(match[0].split()))


def _is_of_another(sentence: str, meeting: MeetingRow) -> bool:
    """Whether a sentence names another SOM, or a day on which this meeting was not."""
    numbers = {int(a or b) for a, b in _ORDINAL.findall(_DATE.sub(" ", sentence))}
    if _is_som(sentence) and numbers - {meeting.som_number}:
        return True
    dates = (read_date(match[0]) for match in _DATE.finditer(sentence))
    return any(written and fits(written, meeting.date, meeting.end_date) is False for written in dates)


def _is_som(sentence: str) -> bool:
    return bool(re.search(r"\bSOM\b|\bSOM\d|senior officials", sentence, re.IGNORECASE))


def _unit(said: str) -> str:
    word = said.lower().split()[0]
    if word.startswith("member"):
        return "members"
    return "observers" if word.startswith("observ") else "people"


def counted_as(typed: Typed, counts: Counts) -> str:
    """What the roster says instead ("45 members"), "" where the number is one of those it may mean."""
    may_be = {
        "people": (counts.people, counts.people - counts.secretariat),
        "members": (counts.member_entities, counts.members),
        "observers": (counts.observer_entities, counts.observers),
    }[typed.unit]
    if typed.number in may_be:
        return ""
    noun = {"people": "people", "members": "EMG members", "observers": "observing entities"}[typed.unit]
    return f"{may_be[0]} {noun}"
