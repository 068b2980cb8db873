"""People of the roster, and those the meeting names who should be on it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from emgdesk.domain.folding import fold, name_key
from emgdesk.domain.numbering import counted
from emgdesk.domain.people import split_title, tidy
from emgdesk.queries.findings.facts import Checked, item_spot, paragraph_spot, person_spot
from emgdesk.queries.findings.finding import Finding, Spot, found
from emgdesk.queries.findings.named_in_prose import named_in_prose
from emgdesk.queries.findings.names import Cited, cited_people
from emgdesk.queries.findings.placeholders import plain_text
from emgdesk.queries.findings.presented import presented_by
from emgdesk.queries.roster import RosterRow

_PRESENTER = "presenter-not-on-roster"
_GONE = frozenset(("cancelled", "excused", "absent"))


def person_without_entity(facts: Checked) -> Iterator[Finding]:
    """Somebody the list of participants would print without an entity."""
    for line in facts.roster:
        if not line.entity.strip() and line.attendance not in _GONE:
            yield found("person-without-entity", person_spot(line), f"{line.name} has no entity.")


def entity_not_registered(facts: Checked) -> Iterator[Finding]:
    """A text on the roster that is no entity of the desk, told once however many people bear it."""
    bearers: dict[str, list[RosterRow]] = defaultdict(list)
    for line in facts.roster:
        if line.entity.strip() and line.entity_id is None and line.attendance not in _GONE:
            bearers[fold(line.entity)].append(line)
    for key, lines in bearers.items():
        if key in facts.desk.bodies.as_printed:
            continue
        first, others = lines[0], len(lines) - 1
        who = f"{first.name} and {counted(others, 'other', 'others')}" if others else first.name
        text = f"“{tidy(first.entity)}”, the entity of {who}, is not registered on this desk."
        yield found("entity-not-registered", person_spot(first), text, key)


def chair_not_on_roster(facts: Checked) -> Iterator[Finding]:
    """The chair, or who opened the meeting, is a person the roster does not have."""
    if not facts.roster:
        return
    said = (("chair", "chairs the meeting"), ("opened_by", "opened the meeting"))
    missing: dict[str, tuple[Cited, list[str]]] = {}
    for field, words in said:
        for cited in _absent(facts, getattr(facts.meeting, field)):
            missing.setdefault(_key(cited.name), (cited, []))[1].append(words)
    for key, (cited, does) in missing.items():
        text = f"{cited.name} {' and '.join(does)} and is not on the roster."
        yield found("chair-not-on-roster", facts.spot, text, key)


def presenter_not_on_roster(facts: Checked) -> Iterator[Finding]:
    """Somebody, or an entity of whom nobody, on the roster is to present an item."""
    if not facts.roster:
        return
    for item in facts.agenda:
        spot = item_spot(item)
        for field in dict.fromkeys((item.presenter, item.presented_by)):
            yield from _presenters(facts, spot, field)
        yield from _missing(facts, _PRESENTER, spot, presented_by(item.title), "presents this item")
    for section in facts.report:
        cited = presented_by(section.heading)
        spot = Spot(f"Report, “{section.heading[:40]}”", "report_section", section.id)
        if cited:
            yield from _missing(facts, _PRESENTER, spot, cited, "presents")


def _presenters(facts: Checked, spot: Spot, field: str) -> Iterator[Finding]:
    yield from _missing(facts, _PRESENTER, spot, field, "presents this item")
    for part in field.split(";"):
        entity = facts.desk.bodies.find(part) if part.strip() else ""
        if entity and not _sends(facts, entity):
            text = f"{part.strip()} presents this item and has nobody on the roster."
            yield found(_PRESENTER, spot, text, fold(part))


def _sends(facts: Checked, entity: str) -> bool:
    return any(
        line.entity_id and line.attendance not in _GONE and facts.desk.bodies.related(line.entity_id, entity)
        for line in facts.roster
    )


def speaker_not_on_roster(facts: Checked) -> Iterator[Finding]:
    """A paragraph or a note has a speaker the roster does not have."""
    if not facts.roster:
        return
    for spot, speaker, _ in _speakers(facts):
        yield from _missing(facts, "speaker-not-on-roster", spot, speaker, "speaks here")


def speaker_under_another_entity(facts: Checked) -> Iterator[Finding]:
    """A named speaker or presenter stands on the roster for another entity."""
    for spot, speaker, entity in (*_speakers(facts), *_presenting(facts)):
        for cited in cited_people(speaker, facts.desk.bodies):
            lines = facts.people.named(cited.name)
            yield from _elsewhere(facts, spot, cited.name, entity or cited.entity, lines)

    for spot, text in _prose(facts):
        for named in named_in_prose(text, facts.people):
            yield from _elsewhere(facts, spot, named.name, named.entity, named.lines)


def _prose(facts: Checked) -> Iterator[tuple[Spot, str]]:
    for section in facts.report:
        for paragraph in section.paragraphs:
            if paragraph.kind != "note":
                yield paragraph_spot(section, paragraph), plain_text(paragraph.text)


def _elsewhere(
    facts: Checked, spot: Spot, name: str, entity: str, lines: Sequence[RosterRow]
) -> Iterator[Finding]:
    bodies = facts.desk.bodies
    meant = bodies.find(entity) if entity.strip() else ""
    if not meant or not lines or not all(line.entity_id for line in lines):
        return
    if any(bodies.related(line.entity_id or "", meant) for line in lines):
        return
    text = f"{name} is named for {entity.strip()} and stands on the roster for {lines[0].entity}."
    yield found("speaker-under-another-entity", spot, text, _key(name), meant)


def _speakers(facts: Checked) -> Iterator[tuple[Spot, str, str]]:
    """Where somebody speaks, who, and for which entity; notes that became paragraphs are told there."""
    for section in facts.report:
        for paragraph in section.paragraphs:
            if paragraph.speaker.strip():
                yield paragraph_spot(section, paragraph), paragraph.speaker, paragraph.entity
    for note in facts.notes:
        if note.speaker.strip() and not note.written:
            place = f"Notes, item {note.item}" if note.item else "Notes"
            yield Spot(place, "intervention", note.id), note.speaker, note.entity


def _presenting(facts: Checked) -> Iterator[tuple[Spot, str, str]]:
    for item in facts.agenda:
        for field in dict.fromkeys((item.presenter, item.presented_by)):
            for part in field.split(";"):
                yield item_spot(item), part, ""
    for section in facts.report:
        if cited := presented_by(section.heading):
            yield Spot(f"Report, “{section.heading[:40]}”", "report_section", section.id), cited, ""


def _missing(facts: Checked, kind: str, spot: Spot, field: str, does: str) -> Iterator[Finding]:
    for cited in _absent(facts, field):
        yield found(kind, spot, f"{cited.name} {does} and is not on the roster.", _key(cited.name))


def _absent(facts: Checked, field: str) -> Iterator[Cited]:
    for cited in cited_people(field, facts.desk.bodies):
        if not facts.people.named(cited.name):
            yield cited


def _key(name: str) -> str:
    """What two citations of one name share, with a title or without."""
    return fold(split_title(name)[1])


def head_count_differs(facts: Checked) -> Iterator[Finding]:
    """A head count was typed beside a roster on which another number attended."""
    listed, typed = facts.numbers.listed, facts.meeting.head_count
    if typed and listed.word == "attended" and typed != listed.people:
        there = counted(listed.people, "person", "people")
        text = f"The head count is {typed}; by the roster {there} attended."
        yield found("head-count-differs", facts.spot, text, str(typed))


def look_alike_people(facts: Checked) -> Iterator[Finding]:
    """Two lines of the roster that may be one person."""
    lines = {line.person_id: line for line in facts.roster}
    for pair in facts.alike:
        one, other = lines[pair.one.id], lines[pair.other.id]
        if _are_two(facts, one, other):
            continue
        named = [f"{line.name} ({line.entity})" if line.entity else line.name for line in (one, other)]
        text = f"{named[0]} and {named[1]} may be one person: {pair.why}."
        yield found("look-alike-people", person_spot(one), text, *sorted((one.person_id, other.person_id)))


def _are_two(facts: Checked, one: RosterRow, other: RosterRow) -> bool:
    """Whether two have different names and sit for entities that have nothing to do with each other."""
    if not one.entity_id or not other.entity_id or name_key(one.name) == name_key(other.name):
        return False
    return not facts.desk.bodies.related(one.entity_id, other.entity_id)


RULES = (
    look_alike_people,
    person_without_entity,
    entity_not_registered,
    chair_not_on_roster,
    presenter_not_on_roster,
    speaker_not_on_roster,
    speaker_under_another_entity,
    head_count_differs,
)
