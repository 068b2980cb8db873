"""People's addresses as a mail program reads them."""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from emgdesk.domain.people import tidy

_QUOTED = re.compile(r"""[()<>\[\]:;@\\,."]""")
"""What in a display name asks for quotation marks (the specials of RFC 5322)."""


class Addressed(Protocol):
    """Somebody with a name and, unless it is empty, an address."""

    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str: ...


_Somebody = TypeVar("_Somebody", bound=Addressed)


def addressees(people: Sequence[_Somebody]) -> tuple[list[_Somebody], list[_Somebody]]:
    """Those to write to, each address once (the first who has it), and those without an address."""
    first: dict[str, _Somebody] = {}
    for person in people:
        if person.email:
            first.setdefault(person.email.strip().lower(), person)
    return list(first.values()), [person for person in people if not person.email]


def address_line(people: Sequence[Addressed]) -> str:
    """What is pasted into the To field: "Ana Quell <aq@mail.example>; ..."."""
    return "; ".join(mailbox(person.name, person.email) for person in people)


def mailbox(name: str, email: str) -> str:
    """A name and its address as a mail program reads it, the name quoted where it must be."""
    shown = tidy(name)
    if _QUOTED.search(shown):
        escaped = shown.replace("\\", "\\\\").replace('"', '\\"')
        shown = f'"{escaped}"'
    return f"{shown} <{tidy(email)}>" if shown else tidy(email)
