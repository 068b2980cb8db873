"""How the options of a document are declared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["choice", "flag", "text", "number", "date", "report", "names", "meetings", "bodies", "entity"]


@dataclass(frozen=True, slots=True)
class Choice:
    """An allowed value as typed, and as the screen says it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Option:
    """One option: `key` as typed after --option, `label` for the screen, `default` as it would be typed.

    `kind` tells a screen which field fits: `flag` takes yes and no, `number`
    `least` to `most` (None: any more), `date` ISO form, `report` that or the symbol of an issued progress
    report, `names` several names of workstreams and `meetings` several codes separated by semicolons,
    `bodies` as `names`, or "all", and `entity` an acronym or name; all but `choice` and `flag`
    may be empty. `choices` are the values of a choice; `unit` is what a number counts.
    `folder` says that it holds where files are written into a folder, and is not asked where one is written.
    `only_with` names the option and its values without which this one has no effect.
    """

    key: str
    label: str
    kind: Kind
    default: str = ""
    choices: tuple[Choice, ...] = ()
    only_with: tuple[str, tuple[str, ...]] | None = None
    least: int = 1
    most: int | None = None
    unit: str = ""
    folder: bool = False


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document as declared: `needs` is what it is printed of; with "desk" a meeting may be given.

    With `of_people` it shows the people of meetings: it is offered where they stand.

    `options_from` makes the builder's options object from checked values by key
    (str, bool, int, date, tuple of str; None for an empty number or date).
    """

    name: str
    title: str
    needs: Literal["meeting", "workstream", "entity", "desk"]
    suffixes: tuple[str, ...]
    options: tuple[Option, ...]
    options_from: Callable[[Mapping[str, object]], object]
    of_people: bool = False


def choices(*pairs: tuple[str, str]) -> tuple[Choice, ...]:
    """Choices of (value, label)."""
    return tuple(Choice(value, label) for value, label in pairs)


BY_STYLE = choices(("", "As the style has it"), ("yes", "Yes"), ("no", "No"))
"""Yes, no, or what the builder makes of it: its values are True, False and None."""
