"""The people of a meeting as its lists name them: who is listed, in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from emgdesk.domain.collation import SortKey, family_key, given_key, text_key
from emgdesk.domain.counting import listed
from emgdesk.domain.numbering import counted
from emgdesk.domain.statuses import REGISTERED

Capacity = Literal["member", "observer", "guest", "secretariat"]
Order = Literal["", "given", "family", "entity"]
Include = Literal["", "attended", "registered", "all", "online", "in-person"]


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """One participation as it was at the meeting.

    `position` is its place on the roster (ties keep it); `name` and `entity`
    are as printed then; `entity_name` and `acronym` are those of its entity today; `entity_id` tells
    entities apart, and without it the printed entity does; `counted_as` is the
    body it counts as where that is another one, `counted_with` the acronyms of both.
    `attendance` is invited, registered, attended, absent, excused or cancelled;
    `mode` is "online", "in person" or ""; `particles` is the person's rule for the
    order by family name; `walk_in` says that they came without having registered.
    """

    position: int
    name: str
    given: str = ""
    family: str = ""
    title: str = ""
    entity: str = ""
    entity_name: str = ""
    entity_id: str = ""
    function: str = ""
    email: str = ""
    capacity: Capacity = "member"
    attendance: str = "registered"
    mode: str = ""
    particles: str = ""
    walk_in: bool = False
    id: str = ""
    phone: str = ""
    country: str = ""
    role: str = "participant"
    notes: str = ""
    acronym: str = ""
    counted_as: str = ""
    counted_with: tuple[str, str] | None = None


def included(lines: Sequence[ParticipantLine], include: Include = "") -> list[ParticipantLine]:
    """Those of `lines` the list names, in roster order; a mode picks among those of the default."""
    if include in ("", "online", "in-person"):
        chosen = listed(lines)[1]
        mode = include.replace("-", " ")
        return [line for line in chosen if line.mode == mode] if mode else chosen
    if include == "all":
        return list(lines)
    kept = {"attended"} if include == "attended" else REGISTERED
    return [line for line in lines if line.attendance in kept]


def ordered(lines: Iterable[ParticipantLine], order: Order = "given") -> list[ParticipantLine]:
    """`lines` in alphabetical order, "" as on the roster; by entity, people without one come last."""
    by_position = sorted(lines, key=lambda line: line.position)
    return sorted(by_position, key=lambda line: _sort_key(line, order)) if order else by_position


def _sort_key(line: ParticipantLine, order: Order) -> SortKey:
    if order == "family":
        return family_key(line.given, line.family, line.name, line.particles)
    by_name = given_key(line.name)
    if order == "entity":
        return ((not line.entity, ""), text_key(line.entity), *by_name)
    return by_name


def nobody(lines: Sequence[ParticipantLine], include: Include) -> str:
    """Why a list names nobody, in a sentence."""
    if not lines:
        return "Nobody is on the roster of this meeting yet."
    wanted = {"attended": "attended", "online": "online", "in-person": "in person"}.get(include, "registered")
    roster = counted(len(lines), "person", "people")
    return f"Nobody to list: of {roster} on the roster none is marked as {wanted}."
