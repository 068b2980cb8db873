"""People a text names with their entity in brackets: "updates by Ana Quell (FAO)"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from emgdesk.queries.findings.names import People
from emgdesk.queries.roster import RosterRow

_NAMED = re.compile(r"((?:[^\W\d_][\w'’.-]{0,40} ){1,4})\(([A-Z][\w &-]{1,30})\)")


class Named(NamedTuple):
    """A name of the roster and the entity a text gives it."""

    name: str
    entity: str
    lines: tuple[RosterRow, ...]


def named_in_prose(text: str, people: People) -> Iterator[Named]:
    """Where exactly a name of the roster, in two to four words, stands before an entity in brackets."""
    for match in _NAMED.finditer(text):
        parts = match[1].split()
        for count in range(min(4, len(parts)), 1, -1):
            name = " ".join(parts[-count:])
            if lines := people.exactly(name):
                yield Named(name, match[2], lines)
                break
