"""How actions are written: the verb that decides, and what labels typed by hand say of their style."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from emgdesk.domain.folding import words
from emgdesk.domain.numbering import LabelStyle, label
from emgdesk.domain.outline import BY_DEPTH
from emgdesk.errors import InputError

_ASKING = frozenset(
    (
        "adopt", "agree", "appoint", "approve", "ask", "authorise", "authorize", "call on", "call upon",
        "close", "conclude", "continue", "convene", "create", "decide", "designate", "direct", "elect",
        "encourage", "end", "establish", "extend", "invite", "launch", "mandate", "merge", "nominate",
        "prolong", "recommend", "rename", "renew", "request", "task", "terminate", "transfer",
        "transform", "urge",
    )
)  # fmt: skip
_NOTING = frozenset(
    (
        "acknowledge", "affirm", "appreciate", "commend", "concur", "confirm", "consider", "defer",
        "emphasise", "emphasize", "endorse", "express", "highlight", "note", "postpone", "reaffirm",
        "recall", "recognise", "recognize", "reiterate", "resolve", "review", "stress", "support",
        "take note", "thank", "underline", "underscore", "welcome",
    )
)  # fmt: skip
_PAST = {"take": "took", "transfer": "transferred", "defer": "deferred", "concur": "concurred"}
_ADVERBS = frozenset(
    (
        "also", "further", "furthermore", "strongly", "again", "therefore", "accordingly", "formally",
        "fully", "and", "hereby", "provisionally", "then", "warmly", "kindly",
    )
)  # fmt: skip
_SUBJECT = 8  # words of a stem among which its verb is looked for: "The Senior Officials further agreed to:"
_MOST = 400  # labels of one list that are told apart
_SPELT: dict[LabelStyle, dict[str, int]] = {
    style: {label(number, style): number for number in range(1, _MOST + 1)} for style in BY_DEPTH
}


def _forms(verb: str) -> tuple[str, ...]:
    """As "agree", "agrees" and "agreed" are written."""
    first, _, rest = verb.partition(" ")
    past = _PAST.get(first) or (f"{first}d" if first.endswith("e") else f"{first}ed")
    third = f"{first}es" if first.endswith(("s", "sh", "ch", "x")) else f"{first}s"
    return tuple(f"{form} {rest}".strip() for form in (first, third, past))


_VERBS = {form: verb for verb in (*_ASKING, *_NOTING) for form in _forms(verb)}


def decision_verb(text: str) -> str:
    """The verb a wording begins with, in its plain form, "" where it begins with none.

    >>> decision_verb("*Further requests* UNEP to report"), decision_verb("UNEP reports")
    ('request', '')
    """
    found = list(words(text[:200]))
    while found and found[0] in _ADVERBS:
        found.pop(0)
    return _verb_at(found, 0)


def stem_verb(stem: str) -> str:
    """The verb of a stem, behind its subject: "The Senior Officials agreed to:" -> "agree", or ""."""
    found = words(stem[:200])
    return next((verb for at in range(min(_SUBJECT, len(found))) if (verb := _verb_at(found, at))), "")


def decides(text: str, above: Sequence[str] = (), stem: str = "") -> bool:
    """Whether an action has a verb that decides: its own, of one above it (`above`), or that of its stem."""
    return any(decision_verb(one) for one in (text, *above)) or bool(stem_verb(stem))


def asks_for_work(text: str, above: Sequence[str] = (), stem: str = "") -> bool:
    """Whether a decision gives somebody something to do, which "Welcome" and "Take note" do not."""
    verbs = (decision_verb(text), *(decision_verb(one) for one in reversed(above)), stem_verb(stem))
    return next((verb in _ASKING for verb in verbs if verb), False)


def _verb_at(found: Sequence[str], at: int) -> str:
    return _VERBS.get(" ".join(found[at : at + 2])) or _VERBS.get(found[at] if at < len(found) else "", "")


def typed_label(text: str) -> str:
    """A label as typed, bare: "(iv) " -> "iv", "b)" -> "b"."""
    return text.strip().lstrip("(").rstrip(".) ")


def numbers_of(typed: str) -> Mapping[str, int]:
    """What number a label is in each style it can be read in: "i" -> {"a": 9, "i": 1}."""
    bare = typed_label(typed)
    return {style: spelt[bare] for style, spelt in _SPELT.items() if bare in spelt}


def label_style(labels: Sequence[str]) -> LabelStyle:
    """The style of labels that stand in one list, in order: ("i.", "ii.") -> "i", ("h)", "i)") -> "a".

    A list that can be read in two ways is read in the one that runs on without a gap and begins
    nearest to its first. Raises InputError where no style fits all of them.
    """
    readings = [numbers_of(one) for one in labels]
    fitting = [style for style in BY_DEPTH if readings and all(style in reading for reading in readings)]
    if not fitting:
        typed = ", ".join(f"“{one.strip()}”" for one in labels) or "none"
        raise InputError(
            f"The label style cannot be told from the labels {typed}; write a), i., 1., A. or I. and so on."
        )
    return min(fitting, key=lambda style: _strain([reading[style] for reading in readings]))


def _strain(numbers: Sequence[int]) -> tuple[int, int]:
    gaps = sum(one + 1 != other for one, other in pairwise(numbers))
    return gaps, numbers[0]
