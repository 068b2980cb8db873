"""The people of a meeting as its lists name them: who is listed, in which order, how a name is written."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from emgdesk.domain.collation import SortKey, family_key, given_key, text_key
from emgdesk.domain.counting import REGISTERED, body, counted_with_in_words, listed
from emgdesk.domain.numbering import counted

Capacity = Literal["member", "observer", "guest", "secretariat"]
Order = Literal["", "given", "family", "entity"]
Include = Literal["", "attended", "registered", "all", "online", "in-person"]


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """One participation as it was at the meeting.

    `position` is its place on the roster (ties keep it); `name` and `entity`
    are as printed then; `entity_name` is the full name; `entity_id` tells
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


def pointed(title: str) -> str:
    """A title as printed: "Ms" -> "Ms."."""
    return f"{title}." if title in ("Mr", "Ms", "Mrs", "Dr", "Prof") else title


def titled(line: ParticipantLine, titles: bool | None = True) -> str:
    """The name, with its title if so wanted and known."""
    return f"{pointed(line.title)} {line.name}" if titles and line.title else line.name


def full_entity(line: ParticipantLine) -> str:
    """The entity's full name with its acronym: "Food and Agriculture Organization (FAO)"."""
    if not line.entity_name or line.entity_name == line.entity:
        return line.entity
    return with_entity(line.entity_name, line.entity)


def entity_groups(people: Iterable[ParticipantLine]) -> list[tuple[str, list[ParticipantLine]]]:
    """`people` under the names of their entities, in alphabetical order, "" for those without one last.

    An entity printed in two ways is one group, under the way most of its people have it.
    """
    groups: dict[str, list[ParticipantLine]] = {}
    for line in people:
        groups.setdefault(body(line.entity_id, line.entity), []).append(line)
    headed = [
        (Counter(map(full_entity, group)).most_common(1)[0][0] if key else "", group)
        for key, group in groups.items()
    ]
    return sorted(headed, key=lambda group: (not group[0], text_key(group[0])))


def counted_body(line: ParticipantLine) -> str:
    """What makes two lines one body where bodies are counted; "" for none."""
    return body(line.counted_as or line.entity_id, line.entity)


def counted_together(people: Iterable[ParticipantLine]) -> str:
    """Which of their entities are counted as another: "SUN counted with UNEP", "" if none is.

    The secretariat's are left out: its bodies are not counted.
    """
    pairs = {line.counted_with for line in people if line.counted_with and line.capacity != "secretariat"}
    return counted_with_in_words(sorted(pairs))


def with_entity(name: str, entity: str) -> str:
    """`name` with the entity in parentheses, if there is one."""
    return f"{name} ({entity})" if entity else name
