"""The sentences of a report that are filled from the desk's data, in words.

What the data does not tell stands in square brackets, where the check before publication finds it.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from emgdesk.domain.counting import Counts
from emgdesk.domain.numbering import counted

BODIES = (
    ("EMG member", "EMG members"),
    ("observing entity", "observing entities"),
    ("guest entity", "guest entities"),
)
"""What the bodies of a list are called: members, observers and guests."""
_SPECIAL = re.compile(r"([\\*_`<])")


@dataclass(frozen=True, slots=True)
class Presented:
    """An item of the agenda and who presented it, as printed: `path` is "3.a", "" for a timed line."""

    item_id: str
    path: str
    presenters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What a meeting's report tells from the desk's data; "" and None where the desk does not know.

    `counts` are those of the list of participants, whose closing line says the same; `presented` has
    every item of the agenda in order; times are HH:MM, `next_date` is written out ("12 October 2031").
    """

    counts: Counts
    head_count: int | None = None
    opened_by: str = ""
    opened_at: str = ""
    closed_at: str = ""
    zone_label: str = ""
    agenda_adopted: str = ""
    presented: tuple[Presented, ...] = ()
    next_title: str = ""
    next_date: str = ""
    next_month_only: bool = False


def sentence(fill: str, facts: ReportFacts, items: Collection[str] = ()) -> str:
    """The sentence `fill` (one of report_texts.FILLS) as CommonMark; "" for an unknown one.

    `items` are keys of the agenda items whose presenters are named.
    """
    if fill == "presenters":
        return _presenters(facts, items)
    write = _WRITERS.get(fill)
    return write(facts) if write else ""


def in_a_row(parts: Collection[str]) -> str:
    """Parts of an enumeration: ("a", "b", "c") -> "a, b and c"."""
    *first, last = parts or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def bodies(counts: Counts) -> tuple[str, ...]:
    """The bodies counted, each with its noun, those of which there are any: ("2 EMG members", ...)."""
    numbers = (counts.member_entities, counts.observer_entities, counts.guest_entities)
    return tuple(counted(number, *nouns) for number, nouns in zip(numbers, BODIES, strict=True) if number)


def _opening(facts: ReportFacts) -> str:
    who = _plain(facts.opened_by) or "[who opened it]"
    return f"{who} opened the meeting at {facts.opened_at or '[time]'}."


def _attendance(facts: ReportFacts) -> str:
    counts = facts.counts
    if counts.people:
        who = in_a_row(bodies(counts)) or counted(counts.people, "participant", "participants")
        unsure = "" if counts.word == "attended" else " [those registered: nobody is marked as attended]"
        return f"The meeting was attended by {who}{unsure}."
    if facts.head_count:
        return f"The meeting was attended by {counted(facts.head_count, 'participant', 'participants')}."
    return "The meeting was attended by [nobody is on the roster yet]."


def _agenda(facts: ReportFacts) -> str:
    return f"The agenda was adopted {_plain(facts.agenda_adopted) or '[how]'}."


def _closing(facts: ReportFacts) -> str:
    when = " ".join(filter(None, (facts.closed_at or "[time]", _plain(facts.zone_label))))
    return f"The Chair closed the meeting at {when}."


def _next_meeting(facts: ReportFacts) -> str:
    title = f", {_plain(facts.next_title)}," if facts.next_title else ""
    when = f"{'in' if facts.next_month_only else 'on'} {_plain(facts.next_date) or '[date]'}"
    return f"The next meeting{title} will be held {when}."


def _presenters(facts: ReportFacts, items: Collection[str]) -> str:
    chosen = [one for one in facts.presented if one.item_id in items]
    told = [one for one in chosen if one.presenters]
    if not told:
        return "The item was presented by [name]."
    if len(told) == len(chosen) and len({one.presenters for one in told}) == 1:
        word = "item was" if len(chosen) == 1 else "items were"
        return f"The {word} presented by {_names(told[0])}."
    parts = [
        f"{_item(one)} {'was presented ' if not n else ''}by {_names(one)}" for n, one in enumerate(told)
    ]
    whole = in_a_row(parts)
    return f"{whole[0].upper()}{whole[1:]}."


def _item(one: Presented) -> str:
    return f"item {one.path}" if one.path else "an item"


def _names(one: Presented) -> str:
    return in_a_row([_plain(name) for name in one.presenters])


def _plain(text: str) -> str:
    """Data as CommonMark that reads the same; square brackets stay, so that a placeholder is found."""
    return _SPECIAL.sub(r"\\\1", text)


_WRITERS: Mapping[str, Callable[[ReportFacts], str]] = {
    "opening": _opening,
    "attendance": _attendance,
    "agenda": _agenda,
    "closing": _closing,
    "next meeting": _next_meeting,
}
