"""Places of the mandate chart that lead somewhere, and what they say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from emgdesk.domain.dates import long_date
from emgdesk.reports.mandates import Happening, MandateRow, Stretch

_SAID = {
    "proposed": "proposed",
    "active": "with a mandate of its own",
    "part": "part of another workstream",
    "lapsed": "its mandate has run out and nobody decided what follows",
    "ahead": "its mandate runs on",
}


@dataclass(frozen=True, slots=True)
class HotArea:
    """A rectangle that leads to a thing (`kind` and `id` as the window names them) and says `words`.

    `row` is the number of its row; an `event_id` tells areas of events from those of bars and names.
    """

    x: float
    y: float
    width: float
    height: float
    kind: str
    id: str
    words: str
    row: int
    event_id: str = ""

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


def told_of_stretch(row: MandateRow, one: Stretch) -> str:
    """A stretch in words: name, status, from when to when, the mandate."""
    kind = one.kind if one.kind and one.kind.lower() not in one.name.lower() else ""
    first, last = (long_date(date.fromordinal(day)) for day in (one.start, one.end))
    since = f"since about {first[first.index(' ') + 1 :]}" if one.rough else f"since {first}"
    running = one is row.stretches[-1] and row.open
    period = since if running else f"{since.replace('since', 'from', 1)} to {last}"
    until = f"Until {row.until}." if row.until and one is row.stretches[-1] else ""
    said = f"{_SAID[one.status].capitalize()}, {period}."
    return "\n".join(part for part in (one.name, kind, said, until) if part)


def told_of_event(row: MandateRow, event: Happening) -> str:
    """An event in words: whose, what happened, when and by which decision, the note."""
    name = next(
        (one.name for one in row.stretches if event.day and one.start <= event.day < one.end), row.name
    )
    what = event.words[:1].upper() + event.words[1:]
    return "\n".join(part for part in (name, f"{what}.", event.source, event.note) if part)


def told_of_row(row: MandateRow) -> Iterator[str]:
    """A workstream with its events, a line each."""
    yield row.name
    yield from (f"{event.source or 'No date'}: {event.words}" for event in row.events)
