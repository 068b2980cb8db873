"""What can happen to the mandate of a workstream, in the words of the workbooks."""

from emgdesk.domain.folding import words

EVENTS = (
    "proposed", "established", "extended", "continued", "renamed", "changed kind", "absorbed",
    "became part of", "split", "transferred", "engagement ended", "taken up under", "not pursued",
    "concluded",
)  # fmt: skip
WITH_OTHER = frozenset(("absorbed", "became part of", "split", "taken up under"))
"""Events that name another workstream."""
OF_TWO = WITH_OTHER | {"established"}
"""Events between two workstreams: what they name is one; others may name whoever it is."""
WITH_UNTIL = frozenset(("established", "extended", "continued"))
"""Events that may say until when; "" is the next SOM."""
_SPELT = {
    "renewed": "extended", "prolonged": "extended", "extend": "extended", "extension": "extended",
    "establish": "established", "created": "established", "set up": "established", "launched": "established",
    "continue": "continued", "rename": "renamed", "change of name": "renamed", "new name": "renamed",
    "change kind": "changed kind", "change of kind": "changed kind", "kind changed": "changed kind",
    "absorb": "absorbed", "absorbed tasks of": "absorbed", "absorbed the tasks of": "absorbed",
    "merged into": "became part of", "part of": "became part of", "become part of": "became part of",
    "transfer": "transferred", "handed over": "transferred", "end engagement": "engagement ended",
    "ended engagement": "engagement ended", "engagement concluded": "engagement ended",
    "taken up": "taken up under", "take up under": "taken up under", "dropped": "not pursued",
    "conclude": "concluded", "closed": "concluded", "ended": "concluded", "propose": "proposed",
}  # fmt: skip


def event(text: str) -> str:
    """One of `EVENTS` for what somebody typed, "" where it is none: "Extension" -> "extended"."""
    plain = " ".join(words(text))
    return plain if plain in EVENTS else _SPELT.get(plain, "")
