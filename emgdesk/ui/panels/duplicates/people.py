"""People as a kind of pair."""

from typing import Any

from emgdesk.domain.dates import written_date
from emgdesk.domain.numbering import counted
from emgdesk.errors import DataError
from emgdesk.importing.matching.duplicates import Pair, pairs_alike
from emgdesk.jobs import Job
from emgdesk.operations.merging import forget_two_people, merge_people, say_two_people
from emgdesk.queries.duplicates import DuplicatePair, list_two_people, read_everybody, tell_pairs
from emgdesk.queries.people import PersonMeeting, PersonRow, get_person, person_meetings
from emgdesk.ui.panels.duplicates.choosing import SEATED, STAYS, Field, Side
from emgdesk.ui.panels.duplicates.kinds import Found, PairKind, PairLine
from emgdesk.workspace import Workspace

_FIELDS = (
    Field(STAYS, "Stays"),
    Field("name", "Name"),
    Field("given", "Given name", follows="name"),
    Field("family", "Family name", follows="name"),
    Field("particles", "Particles", follows="name"),
    Field("title", "Title"),
    Field("entity", "Entity"),
    Field("function", "Function"),
    Field("emails", "E-mails", "join"),
    Field("phone", "Phone"),
    Field("country", "Country"),
    Field("notes", "Notes"),
    Field("spellings", "Also written", "every", besides=("name",)),
    Field("meetings", "Meetings", "seats"),
)
_TOLD = ("name", "title", "given", "family", "function", "phone", "country", "particles", "notes")
_PARTICLES = {"": "", "kept": "kept in the order", "skipped": "skipped in the order"}


def _read(workspace: Workspace) -> Any:
    return workspace.read(read_everybody)


def _compare(everybody: Any, job: Job) -> tuple[int, tuple[Pair, ...]]:
    snapshot, apart = everybody
    return len(snapshot.people), pairs_alike(snapshot.people, apart, snapshot.entities, job)


def _tell(workspace: Workspace, compared: tuple[int, tuple[Pair, ...]]) -> Found:
    total, pairs = compared
    two = workspace.read(list_two_people)
    apart = {(row.one_id, row.other_id) for row in two}
    lines = [_line(pair) for pair in workspace.read(tell_pairs, pairs=pairs)]
    return Found(
        tuple(line for line in lines if (line.one_id, line.other_id) not in apart),
        tuple(PairLine(row.one_id, row.other_id, row.one_name, row.other_name) for row in two),
        total,
    )


def _line(pair: DuplicatePair) -> PairLine:
    return PairLine(
        pair.one_id, pair.other_id, pair.one_name, pair.other_name, pair.one_entity, pair.other_entity,
        pair.score, pair.why,
    )  # fmt: skip


def _sides(workspace: Workspace, one_id: str, other_id: str) -> tuple[Side, Side] | None:
    try:
        people = [workspace.read(get_person, person_id=key) for key in (one_id, other_id)]
    except DataError:  # merged or deleted meanwhile
        return None
    one, other = (_side(row, workspace.read(person_meetings, person_id=row.id)) for row in people)
    return one, other


def _side(row: PersonRow, meetings: tuple[PersonMeeting, ...]) -> Side:
    told = {key: getattr(row, key) for key in _TOLD}
    sat = counted(row.meetings, "meeting", "meetings")
    return Side(
        row.id,
        row.name,
        values={**told, "particles": _PARTICLES[row.particles], "entity": row.entity, STAYS: sat},
        given={**{key: {key: value} for key, value in told.items()}, "entity": {"entity_id": row.entity_id}},
        parts={
            "emails": _parts(row.emails),
            "spellings": _parts(row.spellings),
            "meetings": tuple(_sitting(row, meeting) for meeting in meetings),
        },
        meetings=row.meetings,
        newest=max((meeting.date for meeting in meetings), default=""),
    )


def _parts(joined: str) -> tuple[str, ...]:
    return tuple(part for part in joined.split("; ") if part)


def _sitting(row: PersonRow, meeting: PersonMeeting) -> str:
    """A meeting with what was printed there, if it was something else than today."""
    printed = meeting.name if meeting.name != row.name else ""
    seat = ", ".join(part for part in (printed and f"as {printed}", meeting.entity) if part)
    return SEATED.join(part for part in (meeting.code, written_date(meeting.date), seat) if part)


def _together(one: Side, other: Side) -> str:
    """The meetings on whose roster both are: a person is on it once."""
    mine, theirs = (
        [sitting.partition(SEATED)[0] for sitting in side.parts.get("meetings", ())] for side in (one, other)
    )
    both = [code for code in mine if code in theirs]
    if not both:
        return ""
    return f"Both are on the roster of {', '.join(both)}; merged, the two lines become one."


PEOPLE = PairKind(
    noun="person",
    nouns="people",
    icon="users",
    tables=("person", "person_name", "person_email", "participation", "two_people", "entity"),
    fields=_FIELDS,
    read=_read,
    compare=_compare,
    tell=_tell,
    sides=_sides,
    together=_together,
    merge=merge_people,
    say_two=say_two_people,
    forget_two=forget_two_people,
)
