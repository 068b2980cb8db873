"""Two of a kind side by side and what is chosen of each, without widgets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from emgdesk.domain.folding import fold
from emgdesk.domain.people import parts_fit

ONE, OTHER = 0, 1
SIDES = ("One", "The other")  # how they are called where both are named
STAYS = "stays"
SEATED = " · "  # between a meeting and what was printed there


@dataclass(frozen=True, slots=True)
class Field:
    """A line of the comparison.

    `kind` is choice (one of the two), join (all of both, the chosen one's first), every (all of
    both, nothing to choose) or seats (a line a meeting, that of the one that stays where both sat).
    `follows` names a field it is chosen with: the parts of a name and the rule for its order.
    """

    key: str
    label: str
    kind: str = "choice"
    follows: str = ""
    besides: tuple[str, ...] = ()  # fields whose words not chosen are kept in this one
    by_use: bool = False  # begins with the side that is used more, not with the newer


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what is shown of each field, and what choosing it tells the operation.

    `parts` are the lines of a field that is joined, `newest` the ISO day of its last meeting.
    """

    id: str
    name: str
    values: Mapping[str, str]
    given: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    meetings: int = 0
    newest: str = ""

    def text(self, key: str) -> str:
        return "\n".join(self.parts[key]) if key in self.parts else self.values.get(key, "")


class Choices:
    """Which side is chosen for each field; begins with the fuller and the newer."""

    def __init__(self, fields: Sequence[Field], one: Side, other: Side) -> None:
        self.sides = (one, other)
        self.fields = tuple(line for line in fields if line.key == STAYS or self._says(line))
        self._picked = {f.key: _first_choice(f, one, other) for f in self.fields}
        for line in self.fields:
            self._follow(line)

    def picked(self, key: str) -> int:
        """The side chosen for a field."""
        return self._picked[key]

    def can_choose(self, key: str) -> bool:
        """Whether the sides differ in a field one has to choose of."""
        if key == STAYS:
            return True
        line = self._field(key)
        one, other = (side.text(key) for side in self.sides)
        both = bool(one and other) or bool(line.follows)  # a part that does not fit may be left out
        return line.kind in ("choice", "join") and both and one != other

    def pick(self, key: str, side: int) -> bool:
        """Choose a side for a field and what goes with it; False if that changes nothing."""
        if not self.can_choose(key) or self._picked[key] == side:
            return False
        self._picked[key] = side
        for line in self.fields:
            if line.follows == key:
                self._follow(line)
        return True

    def _follow(self, line: Field) -> None:
        """Choose a field with the one it follows; what the other side has only in place of nothing."""
        if line.follows not in self._picked:
            return
        side = self._picked[line.follows]
        mine, theirs = (self.sides[at].text(line.key) for at in (side, 1 - side))
        other_fits = bool(theirs) and not mine and self._fits(line.key, theirs, side)
        self._picked[line.key] = 1 - side if other_fits else side

    def _fits(self, key: str, text: str, side: int) -> bool:
        """Whether a part of the one's name, or the rule for it, is right for that of `side` as well."""
        name = self.sides[side].text("name")
        if key == "given":
            return parts_fit(name, text, "")
        if key == "family":
            return parts_fit(name, "", text)
        one, other = (fold(one.text("family")) for one in self.sides)
        return one == other or not (one and other)

    @property
    def warning(self) -> str:
        """That the parts chosen are not those of the name chosen, "" while they are."""
        name, given, family = (self.result(key) for key in ("name", "given", "family"))
        if not name or parts_fit(name, given, family):
            return ""
        named = [
            f"{what} “{text}”" for what, text in (("given name", given), ("family name", family)) if text
        ]
        words = " and ".join(named)
        verb = "do" if len(named) > 1 else "does"
        return f"{words[0].upper()}{words[1:]} {verb} not fit in the name “{name}”."

    def result(self, key: str) -> str:
        """What stands in a field when the two are one; "" for one that says nothing."""
        if key not in self._picked:
            return ""
        line = self._field(key)
        if line.kind != "choice":
            return "\n".join(self._joined(key))
        if key == STAYS:
            return SIDES[self._picked[STAYS]]
        return self.sides[self._picked[key]].text(key)

    def changes(self, key: str) -> bool:
        """Whether the one that stays has something else in a field today."""
        return key != STAYS and self.result(key) != self.kept.text(key)

    @property
    def kept(self) -> Side:
        """The one that stays."""
        return self.sides[self._picked[STAYS]]

    @property
    def lost(self) -> Side:
        """The one that is merged into it."""
        return self.sides[1 - self._picked[STAYS]]

    def told(self) -> dict[str, Any]:
        """The fields as an operation is told them: just what `result` shows."""
        fields: dict[str, Any] = {}
        for line in self.fields:
            if line.kind == "join":
                fields[line.key] = self._joined(line.key)
            else:
                fields |= self.sides[self._picked[line.key]].given.get(line.key, {})
        return fields

    def _field(self, key: str) -> Field:
        return next(line for line in self.fields if line.key == key)

    def _says(self, line: Field) -> bool:
        """Whether there is anything to be said in a field."""
        one, other = self.sides
        apart = any(one.text(key) != other.text(key) for key in line.besides)
        return apart or bool(one.text(line.key) or other.text(line.key))

    def _joined(self, key: str) -> list[str]:
        line = self._field(key)
        kind = line.kind
        first = self._picked[key if kind == "join" else STAYS]
        lines: dict[str, str] = {}
        for side in (self.sides[first], self.sides[1 - first]):
            for part in side.parts.get(key, ()):
                same = part.partition(SEATED)[0] if kind == "seats" else part.casefold()
                lines.setdefault(same, part)
        for word in (
            side.text(besides) for besides in line.besides for side in self.sides if side.text(besides)
        ):
            lines.setdefault(word.casefold(), word)
        for besides in line.besides:
            lines.pop(self.result(besides).casefold(), None)
        return list(lines.values())


def _first_choice(line: Field, one: Side, other: Side) -> int:
    if line.key == STAYS:
        return int((other.meetings, len(_filled(other))) > (one.meetings, len(_filled(one))))
    mine, theirs = one.text(line.key), other.text(line.key)
    if not mine or not theirs:
        return OTHER if theirs else ONE
    if line.by_use:
        return int(other.meetings > one.meetings)
    if line.key == "name" or fold(mine) == fold(theirs):
        return int(_fullness(theirs) > _fullness(mine))
    return int((other.newest, other.id) > (one.newest, one.id))


def _filled(side: Side) -> list[str]:
    return [key for key in (*side.values, *side.parts) if side.text(key)]


def _fullness(text: str) -> tuple[bool, bool, int, int, int]:
    """How much a spelling tells: Latin letters before others, words before initials, accents before none."""
    words = [word for word in re.split(r"[\s.-]+", text) if len(word) > 1]
    latin = any(letter.isalpha() and letter < "\u0250" for letter in text)
    cased = not text.isupper() and not text.islower()
    return latin, cased, len(words), sum(not letter.isascii() for letter in text), len(text) - text.count(" ")
