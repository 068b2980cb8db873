"""Mandates of workstreams: run out, or due at a SOM that does not speak of them."""

from collections.abc import Iterator

from emgdesk.domain.dates import written_date
from emgdesk.domain.lineage import Event
from emgdesk.domain.mandate_ends import End, until_words
from emgdesk.domain.standing_words import on_date
from emgdesk.queries.findings.facts import Checked
from emgdesk.queries.findings.finding import Finding, Spot, found
from emgdesk.queries.standing import row_of


def mandates(facts: Checked) -> Iterator[Finding]:
    """Mandates that have run out, are due here, or run until something that is asked about at each SOM."""
    if not _decides(facts):
        return
    dealt = _spoken_of(facts)
    for key in facts.desk.work.lineage.bodies:
        stands = facts.desk.work.lineage.standing(key)
        if stands.status == "active" and stands.given is not None and key not in dealt:
            yield from _of_one(facts, key, stands.given)


def _of_one(facts: Checked, key: str, event: Event) -> Iterator[Finding]:
    som, name = facts.meeting.som_number or 0, facts.desk.work.workstreams[key]
    spot = Spot(f"Workstreams, {name}", "workstream", key)
    end = event.end
    if end.condition:
        text = f"The mandate of {name} runs until “{end.condition}”; SOM {som} says nothing of it."
        yield found("mandate-condition-open", spot, text, str(som), end.condition)
    elif _is_over(end, som, facts.meeting.date):
        yield run_out(spot, name, event)
    elif _is_due(end, som, facts.meeting.date):
        text = f"The mandate of {name} runs until {_in_words(end, '')}; no action of SOM {som} is about it."
        yield found("mandate-without-decision", spot, text, str(som))


def run_out(spot: Spot, name: str, event: Event) -> Finding:
    """A mandate given by this event has run out and nobody said anything."""
    text = f"The mandate of {name} ran out {_in_words(event.end)}."
    return found("mandate-expired", spot, text, event.date, event.until)


def _in_words(end: End, before: str = "with ") -> str:
    if end.som or not end.day:
        return f"{before}{until_words(end)}"
    return on_date(end.day) if before else written_date(end.day)


def _is_over(end: End, som: int, day: str) -> bool:
    if end.som:
        return end.som < som
    return bool(end.day and day) and end.day < day[: len(end.day)]


def _is_due(end: End, som: int, day: str) -> bool:
    """Due at this SOM: it is named, or the day is in its year."""
    return end.som == som if end.som else bool(end.day and day) and end.day[:4] == day[:4]


def _decides(facts: Checked) -> bool:
    """Whether this is where mandates are decided next: the first segment but a mid-term one not yet held."""
    if facts.meeting.som_number is None or facts.meeting.segment == "mid-term":
        return False
    line = [m for m in row_of(facts.meeting, facts.desk.meetings) if m.segment != "mid-term"]
    held = max((at for at, m in enumerate(line) if m.status == "held"), default=-1)
    ahead = line[held + 1 :] or line[held:]
    return bool(ahead) and ahead[0].id == facts.meeting.id


def _spoken_of(facts: Checked) -> set[str]:
    """The workstreams an action of this meeting is about, by its section or its effects."""
    keys: set[str | None] = set()
    for section in facts.sections:
        if section.actions:
            keys.add(section.workstream_id)
        for action in section.actions:
            for effect in action.effects:
                keys.update((effect.workstream_id, effect.other_workstream_id))
    return {key for key in keys if key}


RULES = (mandates,)
