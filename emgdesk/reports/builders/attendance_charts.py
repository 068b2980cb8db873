"""The numbers of the attendance statistics drawn, for the page and for the window."""

from collections import Counter
from collections.abc import Iterable, Sequence

from emgdesk.domain.counting import listed
from emgdesk.reports.blocks import Chart, Series
from emgdesk.reports.builders.attendance_figures import (
    CAPACITIES,
    CAPACITY_WORDS,
    MeetingAttendance,
    MeetingFigures,
)
from emgdesk.reports.builders.entity_figures import EntityFigures

MODE_WORDS = ("Online", "In person", "Not recorded")


def charts(numbers: Sequence[MeetingFigures]) -> tuple[Chart, ...]:
    """The numbers drawn: people by capacity, entities, online and in person, registered and attended."""
    codes = tuple(one.code for one in numbers)
    people = _series(CAPACITY_WORDS, [n.capacities for n in numbers])
    found = [
        Chart("stacked", "People", codes, people, "people"),
        Chart(
            "stacked", "Entities represented", codes,
            _series(CAPACITY_WORDS[:3], [n.entities for n in numbers]), "entities",
        ),
    ]  # fmt: skip
    if any(sum(n.modes[:2]) for n in numbers):
        modes = _series(MODE_WORDS, [n.modes for n in numbers])
        found.append(Chart("stacked", "Online and in person", codes, modes, "people"))
    came = [n for n in numbers if n.attended is not None]
    if came:
        pairs = [(n.registered, n.attended or 0) for n in came]
        found.append(
            Chart(
                "grouped",
                "Registered and attended",
                tuple(n.code for n in came),
                _series(("Registered", "Attended"), pairs),
                "people",
            )
        )
    return tuple(found)


def _series(names: Iterable[str], rows: Sequence[Sequence[int]]) -> tuple[Series, ...]:
    """One series for each name that counts anything anywhere; the first always."""
    made = [Series(name, tuple(float(row[place]) for row in rows)) for place, name in enumerate(names)]
    return tuple(one for place, one in enumerate(made) if place == 0 or any(one.values))


def charts_of_one(entities: Sequence[EntityFigures]) -> tuple[Chart, ...]:
    """The entities of a single meeting, those with most people first."""
    people = Counter[str]()  # an entity that came in two capacities is one bar
    for one in entities:
        if one.entity:
            people[one.entity] += one.people[0]
    if not people:
        return ()
    names, numbers = zip(*people.most_common(), strict=True)
    values = tuple(map(float, numbers))
    return (Chart("stacked", "People by entity", names, (Series("People", values),), "people"),)


def chart_of_meeting(meeting: MeetingAttendance) -> Chart:
    """One meeting by itself: each capacity somebody came in, online and in person."""
    counts = Counter[tuple[str, str]]((line.capacity, line.mode) for line in listed(meeting.lines)[1])
    rows = []
    for capacity, word in zip(CAPACITIES, CAPACITY_WORDS, strict=True):
        whole = sum(number for (came_as, _), number in counts.items() if came_as == capacity)
        online, in_person = counts[capacity, "online"], counts[capacity, "in person"]
        if whole:
            rows.append((word, (online, in_person, whole - online - in_person)))
    series = _series(MODE_WORDS, [modes for _, modes in rows])
    told = tuple(one for one in series if any(one.values)) or series
    return Chart("stacked", "", tuple(word for word, _ in rows), told, "people")
