"""Which fields an event of a mandate needs, and how they are called; one of them may be left empty."""

from dataclasses import dataclass

from emgdesk.domain.mandates import EVENTS, WITH_UNTIL

_OTHER = {
    "established": "In the place of", "absorbed": "Absorbed the tasks of", "became part of": "Became part of",
    "split": "Split apart", "transferred": "Transferred to", "taken up under": "Taken up under",
}  # fmt: skip
_WITH_NAME = frozenset(("renamed", "changed kind", "established", "absorbed", "became part of"))
_WITH_KIND = frozenset(("changed kind", "established", "became part of"))
_MEANINGS = {
    "proposed": "Somebody proposed it; it has no mandate yet.",
    "established": "It was given a mandate, perhaps in the place of another workstream that ends with it.",
    "extended": "Its mandate goes on until the day or SOM said.",
    "continued": "Its mandate goes on as it is.",
    "renamed": "It has a new name from this day; the old one is still understood.",
    "changed kind": "It is of another kind from this day.",
    "absorbed": "It took over the tasks of another workstream, which ends with it.",
    "became part of": "It goes on within another workstream, without a mandate of its own.",
    "split": "A part of it became a workstream of its own.",
    "transferred": "It was handed over, to another workstream or to somebody else, and ends here.",
    "engagement ended": "The Group takes part in it no longer.",
    "taken up under": "The topic is dealt with under another workstream.",
    "not pursued": "The topic is not pursued.",
    "concluded": "It has done its work.",
}


@dataclass(frozen=True, slots=True)
class Needs:
    """What the dialog asks for an event: `other` is how the other workstream is called, "" for none."""

    other: str
    until: bool
    new_name: bool
    new_kind: bool
    meaning: str


def needs(kind: str) -> Needs:
    """The fields of an event of this kind (one of `domain.mandates.EVENTS`)."""
    return Needs(
        other=_OTHER.get(kind, ""),
        until=kind in WITH_UNTIL,
        new_name=kind in _WITH_NAME,
        new_kind=kind in _WITH_KIND,
        meaning=_MEANINGS[kind],
    )


KIND_WORDS = tuple(kind[:1].upper() + kind[1:] for kind in EVENTS)
"""The kinds of `domain.mandates.EVENTS` as a list shows them."""
