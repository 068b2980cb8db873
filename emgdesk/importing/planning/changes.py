"""What a row would change on a known person and on the line already on the roster."""

from operator import attrgetter

from emgdesk.domain.folding import fold
from emgdesk.domain.people import split_name
from emgdesk.domain.statuses import OF_ATTENDANCE, OF_REGISTRATION, strength
from emgdesk.importing.matching.entities import EntityIndex, FoundEntity
from emgdesk.importing.plan import NO_CHANGES, Changes, Update
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.snapshot import KnownParticipation, KnownPerson

_PERSON = ("title", "function", "phone", "country")
_LINE = ("title", "function", "role", "registered", "notes")
_of_person = attrgetter(*_PERSON)  # read in one go: a file may have 100,000 rows
_of_line = attrgetter(*_LINE)


def person_changes(
    record: RosterRecord,
    entity: FoundEntity,
    person: KnownPerson,
    entities: EntityIndex,
    update: Update,
    *,
    decided: bool = False,
) -> Changes:
    """{field: (old, new)} on the person; "fill" only fills what is empty.

    `decided` says that somebody chose this person for the row: then its address is learned,
    behind the known ones ("email_added") unless `update` is "replace".
    """
    changes: dict[str, tuple[str, str]] = {}
    if update == "add-only":
        if decided:
            _change_email(changes, record, person, update, learn=True)
        return changes or NO_CHANGES
    new, old = _of_person(record), _of_person(person)
    if new != old:
        _change_all(changes, _PERSON, old, new, update)
    if record.given and record.family and not (person.given or person.family):
        changes["given"], changes["family"] = ("", record.given), ("", record.family)
    _change_email(changes, record, person, update, learn=decided)
    if entity.entity is not None and entity.entity.id != person.entity_id:
        known = entities.by_id(person.entity_id)
        _change(changes, "entity", known.acronym if known else "", entity.entity.acronym, update)
    return changes


def _change_email(
    changes: dict[str, tuple[str, str]],
    record: RosterRecord,
    person: KnownPerson,
    update: Update,
    *,
    learn: bool,
) -> None:
    """A new address goes first where none is known or the known one is replaced, else behind if learned."""
    if not record.email or record.email.lower() in person.emails:
        return
    if not person.emails or update == "replace":
        changes["email"] = (person.emails[0] if person.emails else "", record.email)
    elif learn:
        changes["email_added"] = ("", record.email)


def line_changes(
    record: RosterRecord,
    line: KnownParticipation,
    update: Update,
    *,
    mode: str = "",
    attendance_list: bool = False,
) -> Changes:
    """{field: (old, new)} on the line already on the roster.

    `mode` is how whoever attended took part where neither row nor line says so; an
    `attendance_list` says nothing of who registered unless it gives the date.
    """
    if update == "add-only":
        return NO_CHANGES
    changes: dict[str, tuple[str, str]] = {}
    new, old = _of_line(record), _of_line(line)
    if new != old:
        _change_all(changes, _LINE, old, new, update)
    if record.entity:
        _change(changes, "entity", line.entity, record.entity, update)
    said, was = record.attendance, line.attendance
    if said and said != was and _takes_place(said, was, update):
        changes["attendance"] = (was, said)
    if record.mode:
        _change(changes, "mode", line.mode, record.mode, update)
    elif mode and not line.mode and said == "attended":
        changes["mode"] = ("", mode)
    if line.walk_in and (record.registered or not (attendance_list or said in OF_ATTENDANCE)):
        changes["walk_in"] = ("yes", "no")
    return changes


def _takes_place(said: str, was: str, update: Update) -> bool:
    """Whether one word of attendance takes the place of another: that somebody registered never
    takes the place of who was there.
    """
    if was in OF_ATTENDANCE and said in OF_REGISTRATION:
        return False
    return update == "replace" or strength(said) > strength(was)


def entity_link(entity: FoundEntity, line: KnownParticipation, update: Update) -> Changes:
    """The entity somebody decided that the text of a line means: {"entity_id": (old, acronym)}.

    `update` "fill" only links a line that has none; a line printed with another text is left alone.
    """
    known = entity.entity
    if known is None or update == "add-only" or known.id == line.entity_id:
        return NO_CHANGES
    if line.entity_id is not None and update == "fill":
        return NO_CHANGES
    return {"entity_id": ("", known.acronym)}


def capacity_change(
    entity: FoundEntity, line: KnownParticipation, entities: EntityIndex, update: Update
) -> Changes:
    """What another entity of a line makes of its capacity: {"capacity": (old, new)}, or nothing.

    `update` "fill" leaves a capacity alone that is not that of the line's entity: somebody set it.
    """
    was = entities.by_id(line.entity_id)
    of_entity = was.status if was is not None else "guest"
    new = entity.entity.status if entity.entity is not None else "guest"
    if new == line.capacity or (update != "replace" and line.capacity != of_entity):
        return NO_CHANGES
    return {"capacity": (line.capacity, new)}


def corrections(
    record: RosterRecord, line: KnownParticipation, person: KnownPerson
) -> tuple[Changes, Changes]:
    """(on the person, on the line) for a row whose ID names the line: its wording is the new one.

    A corrected name brings its given and family part along, told or guessed. The person's
    name follows where the line printed it unchanged.
    """
    on_line = dict(line_changes(record, line, "replace"))
    if record.attendance and record.attendance != line.attendance:
        on_line["attendance"] = (line.attendance, record.attendance)
    on_person: dict[str, tuple[str, str]] = {}
    as_known = line.name == person.name
    parts = (record.given, record.family)
    if record.name != line.name:
        on_line["name"] = (line.name, record.name)
        parts = parts if record.family else split_name(record.name)
        was = (person.given, person.family) if as_known and person.family else split_name(line.name)
        _change_parts(on_line, was, parts)
        if as_known:
            on_person["name"] = (person.name, record.name)
            _change_parts(on_person, (person.given, person.family), parts)
    elif as_known and all(parts):
        _change_parts(on_person, (person.given, person.family), parts)
        _change_parts(on_line, (person.given, person.family), parts)
    for field in ("phone", "country"):
        new = getattr(record, field)
        if new:
            _change(on_person, field, getattr(person, field), new, "replace")
    _change_email(on_person, record, person, "replace", learn=True)
    return on_person, on_line


def _change_parts(changes: dict[str, tuple[str, str]], old: tuple[str, str], new: tuple[str, str]) -> None:
    """Given and family part of a corrected name; both are as the new name has them, empty too."""
    for field, was, said in zip(("given", "family"), old, new, strict=True):
        if was != said:
            changes[field] = (was, said)


def _change_all(
    changes: dict[str, tuple[str, str]],
    fields: tuple[str, ...],
    olds: tuple[str, ...],
    news: tuple[str, ...],
    update: Update,
) -> None:
    for field, old, new in zip(fields, olds, news, strict=True):
        if new and new != old:
            _change(changes, field, old, new, update)


def _change(changes: dict[str, tuple[str, str]], field: str, old: str, new: str, update: Update) -> None:
    if old == new or (old and update == "fill"):
        return
    if old and _says_the_same(field, old, new):
        return
    changes[field] = (old, new)


def _says_the_same(field: str, old: str, new: str) -> bool:
    """Whether two texts differ only in what nobody would correct: the point after Ms, blanks in a number."""
    if field == "title":
        return fold(old).strip(".") == fold(new).strip(".")
    if field == "phone":
        return _digits(old) == _digits(new)
    return " ".join(old.split()) == " ".join(new.split())


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
