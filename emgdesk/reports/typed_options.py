"""Words typed after --option become values, or are refused with what the option takes."""

from datetime import date

from emgdesk.errors import UsageError
from emgdesk.reports.options import BY_STYLE, Option


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
        return _number(option, text) if text else None
    if option.kind == "date":
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise _refused(option, text, "a date such as 2022-05-18") from None
    if option.kind == "report":
        return _day_or_symbol(text)
    if option.kind in ("names", "meetings", "bodies"):
        return tuple(part.strip() for part in text.split(";") if part.strip())
    return text or option.default


def _day_or_symbol(text: str) -> date | str | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return text


def _number(option: Option, text: str) -> int:
    whole = text.isascii() and text.isdecimal() and len(text) < 10
    if not whole or not option.least <= int(text) <= (option.most or int(text)):
        upto = "on" if option.most is None else f"to {option.most}"
        raise _refused(option, text, f"a whole number from {option.least} {upto}")
    return int(text)


def _choice(option: Option, text: str) -> object:
    if text not in (choice.value for choice in option.choices):
        raise _refused(option, text, ", ".join(choice.value for choice in option.choices if choice.value))
    if option.choices is BY_STYLE:
        return {"yes": True, "no": False}.get(text)
    return text


def _refused(option: Option, text: str, allowed: str) -> UsageError:
    return UsageError(f"Option {option.key} cannot be {text!r}; it takes {allowed}.", place=option.key)
