"""The numbers of the attendance statistics drawn, for the page and for the window."""

from collections.abc import Iterable, Sequence

from emgdesk.reports.blocks import Chart, Series
from emgdesk.reports.builders.attendance_figures import CAPACITY_WORDS, MeetingFigures
from emgdesk.reports.builders.entity_figures import EntityFigures


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
        words = ("Online", "In person", "Not recorded")
        found.append(
            Chart(
                "stacked", "Online and in person", codes, _series(words, [n.modes for n in numbers]), "people"
            )
        )
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
    largest = sorted((one for one in entities if one.entity), key=lambda one: -one.people[0])
    if not largest:
        return ()
    names = tuple(one.entity for one in largest)
    values = tuple(float(one.people[0]) for one in largest)
    return (Chart("stacked", "People by entity", names, (Series("People", values),), "people"),)
