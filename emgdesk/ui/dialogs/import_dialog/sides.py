"""A row beside the people it may be: the same fields of each, to be read across."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from emgdesk.domain.folding import fold, name_key
from emgdesk.importing.matching.finding import RosterMatches
from emgdesk.importing.plan import ROW_PERSON, Candidate, PlanRow
from emgdesk.importing.records import RosterRecord

COMPARED = ("name", "title", "entity", "function", "email", "phone", "country")
ON_LINE = ("attendance", "mode", "role", "registered", "notes")
AFTER = "After the import"
MOST = 9  # candidates that can be chosen with a digit


@dataclass(frozen=True, slots=True)
class Side:
    """One column of the comparison: who, why, and the fields; `key` is what a decision names."""

    heading: str
    note: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    entity_id: str | None = None


def file_side(row: PlanRow) -> Side:
    """The row as the file has it."""
    values = _of_record(row.record) if row.record else {"name": row.name, "entity": row.entity}
    return Side("In the file", f"row {row.row}", values, entity_id=row.entity_id)


def candidate_sides(row: PlanRow, matches: RosterMatches) -> list[Side]:
    """The people the row may be, best first."""
    return [_candidate_side(candidate, matches) for candidate in row.candidates[:MOST]]


def known_side(row: PlanRow, matches: RosterMatches) -> Side | None:
    """The person the row was found to be, as the desk knows them."""
    return _person_side(row.person_id or "", "known", matches)


def after_side(row: PlanRow, known: Side) -> Side | None:
    """The person after the import, the changed fields alone; None if nothing changes."""
    if not row.changes:
        return None
    return Side(
        "After the import", "what changes", {key: new for key, (_, new) in row.changes.items()}, known.key
    )


def differs(key: str, one: Side, other: Side) -> bool:
    """Whether two sides say something else in a field (case, accents and order of a name do not)."""
    mine, theirs = one.values.get(key, ""), other.values.get(key, "")
    if not mine or not theirs:
        return False
    if key == "entity" and one.entity_id and other.entity_id:
        return one.entity_id != other.entity_id
    if key == "name":
        return name_key(mine) != name_key(theirs)
    if key == "email":
        return not set(fold(mine).split("; ")) & set(fold(theirs).split("; "))
    return fold(mine) != fold(theirs)


def shown_fields(sides: Sequence[Side], first: Collection[str] = ()) -> list[str]:
    """The fields any side says something of, names and entities always, those in `first` before the rest."""
    others = dict.fromkeys(key for side in sides for key in side.values if key not in (*COMPARED, *ON_LINE))
    known = [key for key in (*COMPARED, *ON_LINE, *others) if any(side.values.get(key) for side in sides)]
    known = [key for key in known if key not in ("name", "entity")]
    return ["name", "entity", *(k for k in known if k in first), *(k for k in known if k not in first)]


def _candidate_side(candidate: Candidate, matches: RosterMatches) -> Side:
    note = f"{round(candidate.score * 100)} %: {candidate.why}"
    bare = {"name": candidate.name, "entity": candidate.entity}
    if candidate.person_id.startswith(ROW_PERSON):
        number = int(candidate.person_id.removeprefix(ROW_PERSON))
        match = matches.row(number)
        values = _of_record(match.record) if match else bare
        return Side(f"Row {number} of this file", note, values, candidate.person_id)
    return _person_side(candidate.person_id, note, matches) or Side(
        "On the desk", note, bare, candidate.person_id
    )


def _person_side(person_id: str, note: str, matches: RosterMatches) -> Side | None:
    person = matches.people.get(person_id)
    if person is None:
        return None
    return Side("On the desk", note, _of_person(person_id, matches), person_id, person.entity_id)


def _of_record(record: RosterRecord) -> dict[str, str]:
    return {key: getattr(record, key) for key in (*COMPARED, *ON_LINE)}


def _of_person(person_id: str, matches: RosterMatches) -> dict[str, str]:
    person = matches.people.get(person_id)
    if person is None:
        return {}
    entity = matches.entities.by_id(person.entity_id)
    line = matches.lines.get(person_id)
    values = {
        "name": person.name, "title": person.title, "entity": entity.acronym if entity else "",
        "function": person.function, "email": "; ".join(person.emails), "phone": person.phone,
        "country": person.country,
    }  # fmt: skip
    if line is not None:
        values |= {key: getattr(line, key) for key in ON_LINE}
    return values
