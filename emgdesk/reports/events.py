"""Meetings as a calendar holds them: what stands between the builders and the calendar renderer."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting in a calendar: with a `start` at times of its one day, without one for whole days.

    `uid` is the same whenever it is written, so that a calendar updates what it holds. `zone` is an
    IANA name; without one the times are those of wherever the reader is. `last` counts in.
    """

    uid: str
    title: str
    first: date
    last: date
    start: time | None = None
    end: time | None = None
    zone: str = ""
    place: str = ""
    note: str = ""
    status: Literal["confirmed", "tentative", "cancelled"] = "tentative"
