"""The agenda: times that cannot be, items without a title or twice."""

from collections.abc import Iterator
from datetime import date

from emgdesk.domain.agenda_times import Slot, TimesFinding, times_findings
from emgdesk.domain.folding import words
from emgdesk.queries.agendas import AgendaRow
from emgdesk.queries.findings.facts import Checked, item_spot, shortened
from emgdesk.queries.findings.finding import Finding, found

_KINDS = {
    "backwards": "agenda-backwards",
    "no-start": "agenda-without-start",
    "overlap": "agenda-overlap",
    "outside-parent": "agenda-outside-item",
    "outside-meeting": "agenda-outside-meeting",
}


def agenda_times(facts: Checked) -> Iterator[Finding]:
    """Times that run backwards, overlap, or lie outside the item or the meeting they belong to."""
    spots = {item.id: item_spot(item) for item in facts.agenda}
    slots = [Slot(i.id, i.parent_id, i.start_time, i.end_time, _named(i)) for i in facts.agenda]
    meeting = facts.meeting
    told = times_findings(slots, meeting.start_time, meeting.end_time, days=_days(facts))
    for one in told:
        yield found(_KINDS[one.kind], spots[one.item_id], one.text, *_what(one))


def _what(one: TimesFinding) -> tuple[str, ...]:
    return (one.other_id,) if one.other_id else ()


def _days(facts: Checked) -> int:
    """How many days the meeting lasts, 2 where that is not known but more than one."""
    first, last = facts.meeting.date, facts.meeting.end_date
    if not last or last == first:
        return 1
    try:
        return max(1, (date.fromisoformat(last) - date.fromisoformat(first)).days + 1)
    except ValueError:
        return 2


def item_without_title(facts: Checked) -> Iterator[Finding]:
    """An item prints nothing but its label or its time."""
    for item in facts.agenda:
        if not item.title.strip():
            named = f"Item {item.path}" if item.numbered else f"The line at {item.start_time or 'no time'}"
            yield found("item-without-title", item_spot(item), f"{named} has no title.")


def item_twice(facts: Checked) -> Iterator[Finding]:
    """Two numbered items below the same one have the same title."""
    seen: dict[tuple[str | None, tuple[str, ...]], AgendaRow] = {}
    for item in facts.agenda:
        key = (item.parent_id, words(item.title))
        if not item.numbered or not key[1]:
            continue
        first = seen.setdefault(key, item)
        if first is not item:
            text = f"Items {first.path} and {item.path} are both called “{shortened(item.title)}”."
            yield found("item-twice", item_spot(item), text, first.id)


def _named(item: AgendaRow) -> str:
    if item.numbered and item.path:
        return f"item {item.path}"
    return f"“{shortened(item.title)}”"


RULES = (agenda_times, item_without_title, item_twice)
