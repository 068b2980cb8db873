"""The documents emgdesk prints: their names on the command line, what they need, their options.

The command line and the preview dialog both read this table, so an option
exists in both or in neither. Nothing heavy is imported here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from emgdesk.errors import UsageError
from emgdesk.reports.builders.participants import ParticipantsOptions
from emgdesk.reports.builders.progress_report import ProgressOptions

Kind = Literal["choice", "flag", "text", "number", "date", "names"]


@dataclass(frozen=True, slots=True)
class Choice:
    """An allowed value as typed, and as the screen says it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Option:
    """One option: `key` as typed after --option, `label` for the screen, `default` as it would be typed.

    `kind` tells a screen which field fits: `flag` takes yes and no, `number`
    1 and more, `date` ISO form, `names` several names separated by semicolons;
    all but `choice` and `flag` may be empty. `choices` are the values of a choice.
    `only_with` names the option and its values without which this one has no effect.
    """

    key: str
    label: str
    kind: Kind
    default: str = ""
    choices: tuple[Choice, ...] = ()
    only_with: tuple[str, tuple[str, ...]] | None = None


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


def _choices(*pairs: tuple[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, label) for value, label in pairs)


_GROUP_LINES = Option("group-lines", "Group name at the top", "flag", "yes")

_BY_STYLE = _choices(("", "As the style has it"), ("yes", "Yes"), ("no", "No"))

DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(
        name="participants",
        title="List of participants",
        needs="meeting",
        suffixes=(".pdf",),
        options=(
            Option(
                "style",
                "Style",
                "choice",
                "list",
                _choices(
                    ("list", "Numbered list"),
                    ("two-blocks", "Two blocks side by side"),
                    ("by-entity", "By entity"),
                ),
            ),
            Option(
                "order",
                "Order",
                "choice",
                "given",
                _choices(("given", "Given name"), ("family", "Family name"), ("entity", "Entity")),
            ),
            Option(
                "columns",
                "Columns",
                "choice",
                "1",
                _choices(("1", "One"), ("2", "Two"), ("3", "Three")),
                only_with=("style", ("list", "by-entity")),
            ),
            Option("heading", "Heading", "text", "List of participants"),
            Option("titles", "Titles (Mr., Ms., Dr.)", "choice", "", _BY_STYLE),
            Option("function", "Function", "choice", "", _BY_STYLE),
            Option("email", "E-mail", "flag", "no"),
            Option(
                "include",
                "Who is listed",
                "choice",
                "",
                _choices(
                    ("", "Attended, else registered"),
                    ("attended", "Attended"),
                    ("registered", "Registered"),
                    ("all", "The whole roster"),
                    ("online", "Online"),
                    ("in-person", "In person"),
                ),
            ),
            Option("totals", "Closing line of totals", "flag", "no"),
            Option("split", "People in the left block", "number", only_with=("style", ("two-blocks",))),
            _GROUP_LINES,
        ),
        options_from=lambda values: ParticipantsOptions(
            **{**values, "columns": int(str(values["columns"])), "split": values["split"] or 0}  # type: ignore[arg-type]
        ),
    ),
    DocumentKind(
        name="progress-report",
        title="Progress report",
        needs="desk",
        suffixes=(".pdf",),
        options=(
            Option("as-of", "As of", "date"),
            Option("since", "Only what is new since", "date"),
            Option("concluded", "With concluded work", "flag", "yes"),
            Option("workstreams", "Workstreams", "names"),
            _GROUP_LINES,
        ),
        options_from=lambda values: ProgressOptions(**values),  # type: ignore[arg-type]
    ),
)


def document(name: str) -> DocumentKind:
    """The document declared as `name`; UsageError lists the names there are."""
    for kind in DOCUMENTS:
        if kind.name == name:
            return kind
    names = ", ".join(kind.name for kind in DOCUMENTS)
    raise UsageError(f"There is no document called {name!r}; there are: {names}.")


def parse_options(name: str, given: Mapping[str, str]) -> object:
    """The builder's options object of document `name` from typed values; what is not given has its default.

    UsageError names the key and what it takes.
    """
    kind = document(name)
    known = {option.key: option for option in kind.options}
    for key in given:
        if key not in known:
            raise UsageError(f"{kind.title} has no option {key!r}; it has: {', '.join(known)}.", place=key)
    values = {
        key.replace("-", "_"): _value(option, given.get(key, option.default).strip())
        for key, option in known.items()
    }
    return kind.options_from(values)


def check_suffix(name: str, suffix: str) -> None:
    """Raise UsageError if document `name` is not written as `suffix` (".pdf")."""
    kind = document(name)
    if suffix.lower() not in kind.suffixes:
        allowed = ", ".join(kind.suffixes)
        raise UsageError(f"{kind.title} is written as {allowed}, not as {suffix or 'a file without ending'}.")


def _value(option: Option, text: str) -> object:
    if option.kind == "choice":
        return _choice(option, text)
    if option.kind == "flag":
        if text not in ("yes", "no"):
            raise _refused(option, text, "yes or no")
        return text == "yes"
    if option.kind == "number":
        if text and not (text.isascii() and text.isdecimal() and int(text[:9]) > 0):
            raise _refused(option, text, "a whole number from 1 on")
        return int(text) if text else None
    if option.kind == "date":
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise _refused(option, text, "a date such as 2022-05-18") from None
    if option.kind == "names":
        return tuple(part.strip() for part in text.split(";") if part.strip())
    return text or option.default


def _choice(option: Option, text: str) -> object:
    if text not in (choice.value for choice in option.choices):
        raise _refused(option, text, ", ".join(choice.value for choice in option.choices if choice.value))
    if option.choices is _BY_STYLE:
        return {"yes": True, "no": False}.get(text)
    return text


def _refused(option: Option, text: str, allowed: str) -> UsageError:
    return UsageError(f"Option {option.key} cannot be {text!r}; it takes {allowed}.", place=option.key)
