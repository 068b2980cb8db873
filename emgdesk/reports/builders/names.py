"""How the lists of a meeting write people and their entities, and which lines are one body."""

from collections import Counter
from collections.abc import Iterable

from emgdesk.domain.collation import text_key
from emgdesk.domain.counting import body, counted_with_in_words
from emgdesk.reports.builders.lines import ParticipantLine


def pointed(title: str) -> str:
    """A title as printed: "Ms" -> "Ms."."""
    return f"{title}." if title in ("Mr", "Ms", "Mrs", "Dr", "Prof") else title


def titled(line: ParticipantLine, titles: bool | None = True) -> str:
    """The name, with its title if so wanted and known."""
    return f"{pointed(line.title)} {line.name}" if titles and line.title else line.name


def full_entity(line: ParticipantLine) -> str:
    """The entity's own full name and acronym: "Food and Agriculture Organization (FAO)".

    What was printed says it alone where the line is of no known entity.
    """
    if not line.acronym or not line.entity_name or line.entity_name == line.acronym:
        return line.acronym or line.entity
    return with_entity(line.entity_name, line.acronym)


def entity_groups(people: Iterable[ParticipantLine]) -> list[tuple[str, list[ParticipantLine]]]:
    """`people` under the names of their entities, in alphabetical order, "" for those without one last.

    An entity nobody knows, printed in several cases of its letters, is one group, under the commonest.
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
