"""What every document of a meeting says about it at the head of its first page."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from emgdesk.domain.dates import Clock, clock_times
from emgdesk.reports.blocks import TitleBlock

_SEGMENTS = {
    "mid-term": ("Mid-Term Technical Segment", r"mid.?term"),
    "technical": ("Technical Segment", "technical"),
    "senior": ("Senior Segment", r"senior(?!\s+officials)"),
}  # the words of a segment, and what names it in a title
GROUP_LINES = ("United Nations", "Environment Management Group")


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting as its documents name it; every text is printed as it stands, empty ones are left out.

    `title` is the full one (ordinal and segment), `date_text` and `time_text`
    are already written out, `zone_label` is the user's own ("Geneva time"),
    `venue` may be a platform, `symbol` and `distribution` belong to the document.
    `segment` is "mid-term", "technical", "senior" or ""; `days` are those it is
    held on, empty where they are not known; `start` and `end` are its times as HH:MM.
    """

    title: str
    date_text: str = ""
    time_text: str = ""
    zone_label: str = ""
    venue: str = ""
    symbol: str = ""
    distribution: str = ""
    segment: str = ""
    group_lines: bool = True
    logo: Path | None = None
    code: str = ""
    days: tuple[date, ...] = ()
    start: str = ""
    end: str = ""


def title_block(facts: MeetingFacts, *, group_lines: bool = True) -> TitleBlock:
    """The ruled head of a meeting's document; `group_lines` False leaves the group's name out."""
    times = " ".join(part for part in (facts.time_text, facts.zone_label if facts.time_text else "") if part)
    when = ", ".join(part for part in (_segment(facts), facts.date_text, times) if part)
    return TitleBlock(
        group_lines=GROUP_LINES if group_lines and facts.group_lines else (),
        logo=facts.logo,
        left=tuple(part for part in (facts.title, when, facts.venue) if part),
        right=_right(facts),
    )


def by_clock(facts: MeetingFacts, clock: Clock) -> MeetingFacts:
    """`facts` with their times by the clock wanted."""
    if not facts.start:
        return facts
    return replace(facts, time_text=clock_times(facts.start, facts.end, clock))


def _segment(facts: MeetingFacts) -> str:
    """The segment in words, where the title does not name it."""
    own, word = _SEGMENTS.get(facts.segment, ("", ""))
    title = facts.title.casefold()
    return "" if "segment" in title or re.search(word, title) else own


def _right(facts: MeetingFacts) -> tuple[str, ...]:
    distribution = f"Distribution: {facts.distribution}" if facts.distribution else ""
    if not facts.symbol and not distribution:
        return ()
    return (facts.symbol, distribution) if distribution else (facts.symbol,)
