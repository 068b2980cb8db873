"""What contradicts itself in the histories of workstreams, and mandates nobody dealt with."""

from collections.abc import Iterator
from dataclasses import replace

from emgdesk.domain.effects import effect_sentence
from emgdesk.domain.lineage import OVER, Event, Standing, Step, is_before
from emgdesk.domain.mandates import WITH_UNTIL
from emgdesk.domain.numbering import counted
from emgdesk.domain.standing_words import on_date
from emgdesk.domain.statuses import CLOSED
from emgdesk.domain.workstream_names import workstream_key
from emgdesk.queries.due import LAPSED, known_end, mandate_state, som_ahead
from emgdesk.queries.findings.facts import DeskFacts
from emgdesk.queries.findings.finding import Finding, Spot, found
from emgdesk.queries.findings.mandates import run_out

_GOING_ON = frozenset(
    ("extended", "continued", "renamed", "changed kind", "absorbed", "became part of", "split")
)  # fmt: skip
"""Events only a workstream that goes on can have."""
_NEEDING_OTHER = frozenset(("absorbed", "became part of", "taken up under", "transferred", "established"))


def after_end(facts: DeskFacts) -> Iterator[Finding]:
    """A workstream is extended, renamed ... though it had ended and was not established anew."""
    for key, step in _own_steps(facts):
        if step.event.kind in _GOING_ON and step.before.status == OVER:
            name = facts.work.workstreams[key]
            text = f"{_called(facts, step.event)} comes after {name} {_ended(step.before)}."
            yield _of_event(facts, "mandate-after-end", step.event, text)


def before_establishment(facts: DeskFacts) -> Iterator[Finding]:
    """An event is dated before the workstream was established, and it had not ended in between."""
    for key in facts.work.lineage.bodies:
        earlier: list[Event] = []
        for step in facts.work.lineage.steps(key):
            event = step.event
            if _begins(event, key):
                for one in earlier:
                    if is_before(one.date, event.date):
                        name, day = facts.work.workstreams[key], on_date(event.date)
                        text = f"{_called(facts, one)} comes before {name} was established {day}."
                        yield _of_event(facts, "mandate-before-establishment", one, text)
                break
            if step.after.status == OVER:
                earlier = []
            elif event.workstream_id == key and event.kind != "proposed":
                earlier.append(event)


def two_parents(facts: DeskFacts) -> Iterator[Finding]:
    """A workstream becomes part of another one while it is part of a third that goes on."""
    for key, step in _own_steps(facts):
        before, event = step.before, step.event
        held, other = _parent(facts, before), _other(facts, event)
        if event.kind != "became part of" or not held or held == other or before.status == OVER:
            continue
        if before.parent_id and facts.work.lineage.standing(before.parent_id, event.day or "").status == OVER:
            continue
        name = facts.work.workstreams[key]
        text = f"{name} became part of {other}{_on(event)}, and is part of {held} already."
        yield _of_event(facts, "mandate-two-parents", event, text)


def lapse(facts: DeskFacts) -> Iterator[Finding]:
    """A mandate had run out when it was extended or continued."""
    for key, step in _own_steps(facts):
        event, before = step.event, step.before
        if event.kind not in ("extended", "continued") or before.given is None:
            continue
        end = before.end
        late = bool(end.som and event.som and end.som < event.som)
        if late or (end.day and is_before(end.day, event.date)):
            out = f"with SOM {end.som}" if end.som else on_date(end.day)
            when = f"by SOM {event.som}" if event.som else on_date(event.date)
            name = facts.work.workstreams[key]
            text = f"The mandate of {name} ran out {out} and was {event.kind} only {when}."
            yield _of_event(facts, "mandate-lapse", event, text)


def expired(facts: DeskFacts) -> Iterator[Finding]:
    """A mandate has run out; the meeting that decides next tells the same, unless it deals with it."""
    ahead, day = som_ahead(facts.meetings, facts.today), facts.today.isoformat()
    for key, name in facts.work.workstreams.items():
        given = facts.work.lineage.standing(key, day).given
        if given and mandate_state(given, ahead, facts.meetings, facts.today) == LAPSED:
            one = run_out(_body(facts, key), name, given, known_end(given, facts.meetings))
            yield replace(one, workstream_id=key)


def undated(facts: DeskFacts) -> Iterator[Finding]:
    """An event gives a mandate and nobody knows when; one of a SOM is known by that."""
    for key, step in _own_steps(facts):
        event = step.event
        if event.kind in WITH_UNTIL and not event.date and event.som is None:
            name = facts.work.workstreams[key]
            text = f"{_called(facts, event)} in the history of {name} has neither a date nor a meeting."
            yield _of_event(facts, "mandate-undated", event, text, event.until)


def other_not_there(facts: DeskFacts) -> Iterator[Finding]:
    """A workstream absorbs, joins or follows one that had ended, or did not exist yet."""
    for key in facts.work.lineage.bodies:
        for step in facts.work.lineage.steps(key):
            event, stood = step.event, step.before
            if event.other_id != key or event.workstream_id == key or event.kind not in _NEEDING_OTHER:
                continue
            name = facts.work.workstreams[key]
            why = ""
            if not stood.status:
                why = f"{name} did not exist yet"
            elif event.kind != "established" and _had_ended(stood, event):
                why = f"{name} {_ended(stood)}"
            if why:
                text = f"{_called(facts, event)} cannot be: {why}."
                yield _of_event(facts, "mandate-body-not-there", event, text)


def rings(facts: DeskFacts) -> Iterator[Finding]:
    """Workstreams that are part of one another; told once."""
    day, told = facts.today.isoformat(), set[str]()
    for key in facts.work.lineage.bodies:
        line: list[str] = []
        at: str | None = key
        while at and at not in line:
            line.append(at)
            at = facts.work.lineage.standing(at, day).parent_id
        if at == key and key not in told:
            told.update(line)
            names = [facts.work.workstreams[one] for one in (*line, key)]
            text = f"{names[0]} is part of {', which is part of '.join(names[1:])}."
            yield replace(found("mandate-ring", _body(facts, key), text, *sorted(line)), workstream_id=key)


def name_of_another(facts: DeskFacts) -> Iterator[Finding]:
    """A workstream is given a name another one has that goes on."""
    for key, step in _own_steps(facts):
        event = step.event
        wanted = workstream_key(event.new_name)
        for other in facts.work.lineage.bodies if wanted else ():
            stands = facts.work.lineage.standing(other, event.day or "")
            if other != key and stands.status not in ("", OVER) and workstream_key(stands.name) == wanted:
                text = (
                    f"“{event.new_name}”, given as a new name{_on(event)}, is the name of another workstream."
                )
                yield _of_event(facts, "mandate-name-twice", event, text)
                break


def event_twice(facts: DeskFacts) -> Iterator[Finding]:
    """The same happened to a workstream twice on one day: entered or imported, and made by a decision."""
    seen: set[tuple[str, ...]] = set()
    for key, step in _own_steps(facts):
        event = step.event
        other = event.other_id or workstream_key(event.other)
        same = (key, event.kind, event.date, other, workstream_key(event.new_name), event.new_kind)
        if same in seen and event.date:
            text = f"{_called(facts, event)} stands twice in the history of {facts.work.workstreams[key]}."
            yield _of_event(facts, "mandate-event-twice", event, text)
        seen.add(same)


def ended_with_tasks(facts: DeskFacts) -> Iterator[Finding]:
    """A workstream has ended and open tasks are left in the work plan."""
    day = facts.today.isoformat()
    for key in sorted(facts.work.concluded):
        mine = (task for task in facts.work.tasks if task.workstream_id == key)
        left = sum(task.status not in CLOSED and bool(task.text.strip()) for task in mine)
        if left:
            name, tasks = facts.work.workstreams[key], counted(left, "open task", "open tasks")
            text = f"{name} {_ended(facts.work.lineage.standing(key, day))} and has {tasks}."
            one = found("ended-with-tasks", _body(facts, key), text)
            yield replace(one, workstream_id=key)


# --- words -----------------------------------------------------------------------------------


def _own_steps(facts: DeskFacts) -> Iterator[tuple[str, Step]]:
    for key in facts.work.lineage.bodies:
        for step in facts.work.lineage.steps(key):
            if step.event.workstream_id == key:
                yield key, step


def _begins(event: Event, key: str) -> bool:
    """Whether a workstream is established by an event, or split off another one."""
    own = event.workstream_id == key
    return event.kind == "established" if own else event.kind == "split" and event.other_id == key


def _had_ended(stood: Standing, event: Event) -> bool:
    """Whether a workstream had ended on an earlier day, and not by going to this very one."""
    over = stood.status == OVER and is_before(stood.ended, event.date)
    return over and stood.taker_id != event.workstream_id


def _body(facts: DeskFacts, key: str) -> Spot:
    return Spot(f"Workstreams, {facts.work.workstreams[key]}", "workstream", key)


def _of_event(facts: DeskFacts, kind: str, event: Event, text: str, *what: str) -> Finding:
    key = event.workstream_id
    spot = Spot(f"Mandate of {facts.work.workstreams[key]}", "mandate_event", event.id)
    return replace(found(kind, spot, text, *what), workstream_id=key)


def _other(facts: DeskFacts, event: Event) -> str:
    return facts.work.workstreams.get(event.other_id or "", event.other)


def _parent(facts: DeskFacts, stands: Standing) -> str:
    return facts.work.workstreams.get(stands.parent_id or "", stands.parent)


def _called(facts: DeskFacts, event: Event) -> str:
    """An event as a sentence names it: "“Extended until SOM 42” of 1 May 2031"."""
    until = event.until if event.kind in WITH_UNTIL else ""
    words = effect_sentence(
        event.kind, other=_other(facts, event), new_name=event.new_name, new_kind=event.new_kind, until=until
    )
    day = on_date(event.date)
    return f"“{words[:1].upper()}{words[1:]}”" + (f" of {day.split(' ', 1)[1]}" if day else "")


def _on(event: Event) -> str:
    return f" {on_date(event.date)}" if event.date else ""


def _ended(stood: Standing) -> str:
    """How a workstream ended: "ended on 2 October 2030 (concluded)"."""
    return f"ended {on_date(stood.ended)}".rstrip() + (f" ({stood.ended_by})" if stood.ended_by else "")


RULES = (
    after_end, before_establishment, two_parents, lapse, expired, undated, other_not_there, rings,
    name_of_another, event_twice, ended_with_tasks,
)  # fmt: skip
