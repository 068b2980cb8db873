"""Mandates of workstreams: run out, or due at a SOM that does not speak of them."""

from collections.abc import Iterator
from dataclasses import replace

from emgdesk.domain.lineage import Event
from emgdesk.domain.mandate_ends import End, until_words
from emgdesk.domain.standing_words import ran_out_words
from emgdesk.queries.due import CONDITION, DUE, LAPSED, SomAhead, known_end, mandate_state
from emgdesk.queries.findings.facts import Checked
from emgdesk.queries.findings.finding import Finding, Spot, found
from emgdesk.queries.standing import row_of


def mandates(facts: Checked) -> Iterator[Finding]:
    """Mandates that have run out, are due here, or run until something that is asked about at each SOM."""
    if not _decides(facts):
        return
    dealt, day = _spoken_of(facts), facts.desk.today.isoformat()
    for key in facts.desk.work.lineage.bodies:
        stands = facts.desk.work.lineage.standing(key, day)
        if stands.given is not None and key not in dealt:
            yield from (replace(one, workstream_id=key) for one in _of_one(facts, key, stands.given))


def _of_one(facts: Checked, key: str, event: Event) -> Iterator[Finding]:
    desk, here, name = facts.desk, facts.meeting, facts.desk.work.workstreams[key]
    som, spot = here.som_number or 0, Spot(f"Workstreams, {name}", "workstream", key)
    end = known_end(event, desk.meetings)
    state = mandate_state(event, SomAhead(som, here.id, here.code, here.date), desk.meetings, desk.today)
    if state == CONDITION:
        text = f"The mandate of {name} runs until “{end.condition}”; SOM {som} says nothing of it."
        yield found("mandate-condition-open", spot, text, str(som), end.condition)
    elif state == LAPSED:
        yield run_out(spot, name, event, end)
    elif state == DUE:
        text = f"The mandate of {name} runs until {until_words(end)}; no action of SOM {som} is about it."
        yield found("mandate-without-decision", spot, text, str(som))


def run_out(spot: Spot, name: str, event: Event, end: End) -> Finding:
    """A mandate given by this event has run out and nobody said anything."""
    text = f"The mandate of {name} ran out {ran_out_words(end)}."
    return found("mandate-expired", spot, text, event.date, event.until)


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
