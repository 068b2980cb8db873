"""How actions on a mandate are worded: extend it, end it, ask for a report."""

EXTEND, CONCLUDE, REPORT, CONTINUE = "extend", "conclude", "report", "continue"
EFFECT_OF = {EXTEND: "extended", CONCLUDE: "concluded", CONTINUE: "continued"}
"""The mandate event an action makes once it is adopted; to ask for a report alone makes none."""
WITH_END = frozenset((EXTEND, CONTINUE))
"""Actions that say until when."""
_JOINED = frozenset(("after", "as", "once", "pending", "subject", "till", "until", "when", "while"))


def wording(verb: str, name: str, until: str, som: int) -> str:
    """An action before SOM number `som` on the mandate of the workstream `name`.

    `until` is the end of an extension or continuation, or what the mandate hangs on where a report is
    asked for.

    >>> wording("extend", "Task Team on Reefs", "SOM 33", 32)
    'Agree to extend the Task Team on Reefs until SOM 33.'
    >>> wording("report", "Task Team on Reefs", "", 32)
    'Request the Task Team on Reefs to report on its progress to SOM 33.'
    """
    body = with_article(name)
    if verb == CONCLUDE:
        return f"Decide to conclude {body}."
    if verb == EXTEND:
        return f"Agree to extend {body}{_ending(until)}."
    if verb == CONTINUE:
        return f"Request {body} to continue{_ending(until)} and to report on its progress to SOM {som + 1}."
    whether = f", and on whether the condition of its mandate is met (“{until}”)" if until else ""
    return f"Request {body} to report on its progress to SOM {som + 1}{whether}."


def with_article(name: str) -> str:
    """A name inside a sentence: "Task Team on Reefs" -> "the Task Team on Reefs"."""
    return f"the {name.removeprefix('The ').removeprefix('the ')}"


def _ending(until: str) -> str:
    first = until.split(" ", 1)[0].lower()
    return f" {until}" if first in _JOINED else f" until {until}" if until else ""
