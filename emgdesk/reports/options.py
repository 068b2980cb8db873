"""How the options of a document are declared, and typed words become values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from emgdesk.errors import UsageError

Kind = Literal["choice", "flag", "text", "number", "date", "names", "meetings"]


@dataclass(frozen=True, slots=True)
class Choice:
    """An allowed value as typed, and as the screen says it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Option:
    """One option: `key` as typed after --option, `label` for the screen, `default` as it would be typed.

    `kind` tells a screen which field fits: `flag` takes yes and no, `number`
    `least` and more, `date` ISO form, `names` several names of workstreams and
    `meetings` several codes separated by semicolons; all but `choice` and `flag`
    may be empty. `choices` are the values of a choice; `unit` is what a number counts.
    `only_with` names the option and its values without which this one has no effect.
    """

    key: str
    label: str
    kind: Kind
    default: str = ""
    choices: tuple[Choice, ...] = ()
    only_with: tuple[str, tuple[str, ...]] | None = None
    least: int = 1
    unit: str = ""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document as declared: `needs` is what it is printed of; with "desk" a meeting may be given.

    `options_from` makes the builder's options object from checked values by key
    (str, bool, int, date, tuple of str; None for an empty number or date).
    """

    name: str
    title: str
    needs: Literal["meeting", "workstream", "desk"]
    suffixes: tuple[str, ...]
    options: tuple[Option, ...]
    options_from: Callable[[Mapping[str, object]], object]


def choices(*pairs: tuple[str, str]) -> tuple[Choice, ...]:
    """Choices of (value, label)."""
    return tuple(Choice(value, label) for value, label in pairs)


BY_STYLE = choices(("", "As the style has it"), ("yes", "Yes"), ("no", "No"))
"""Yes, no, or what the builder makes of it: its values are True, False and None."""


def value_of(option: Option, text: str) -> object:
    """The value of `text` (str, bool, int, date, tuple of str; None for an empty number or date).

    UsageError names the option and what it takes.
    """
    if option.kind == "choice":
        return _choice(option, text)
    if option.kind == "flag":
        if text not in ("yes", "no"):
            raise _refused(option, text, "yes or no")
        return text == "yes"
    if option.kind == "number":
        if text and not (text.isascii() and text.isdecimal() and int(text[:9]) >= option.least):
            raise _refused(option, text, f"a whole number from {option.least} on")
        return int(text) if text else None
    if option.kind == "date":
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise _refused(option, text, "a date such as 2022-05-18") from None
    if option.kind in ("names", "meetings"):
        return tuple(part.strip() for part in text.split(";") if part.strip())
    return text or option.default


def _choice(option: Option, text: str) -> object:
    if text not in (choice.value for choice in option.choices):
        raise _refused(option, text, ", ".join(choice.value for choice in option.choices if choice.value))
    if option.choices is BY_STYLE:
        return {"yes": True, "no": False}.get(text)
    return text


def _refused(option: Option, text: str, allowed: str) -> UsageError:
    return UsageError(f"Option {option.key} cannot be {text!r}; it takes {allowed}.", place=option.key)
