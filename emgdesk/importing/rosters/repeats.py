"""Rows of one person in the exports where a later row, or the address of another, must not win."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from emgdesk.domain.folding import name_key, words
from emgdesk.importing.records import RosterRecord


def latest_first(records: Sequence[RosterRecord]) -> list[RosterRecord]:
    """The records with those of one name in the order they count: who attended, then the latest answer.

    Only records of a name that comes more than once change places; matching takes the first of them.
    """
    keys = [name_key(record.name) for record in records]
    counts = Counter(keys)
    groups: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        if counts[key] > 1:
            groups[key].append(index)
    ordered = list(records)
    for indexes in groups.values():
        ranked = sorted(indexes, key=lambda i: records[i].registered, reverse=True)
        ranked.sort(key=lambda i: records[i].attendance != "attended")
        for place, index in zip(indexes, ranked, strict=True):
            ordered[place] = records[index]
    return ordered


def of_their_own(records: Sequence[RosterRecord]) -> list[RosterRecord]:
    """The records without an address that several people of one order share, but for the one it names."""
    sharing: dict[str, list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        if record.email:
            sharing[record.email.lower()].append(index)
    kept = list(records)
    for mail, indexes in sharing.items():
        if len({name_key(records[index].name) for index in indexes}) < 2:
            continue
        fits = {index: _named(records[index].name, mail) for index in indexes}
        best = max(fits.values())
        owners = {name_key(records[index].name) for index in indexes if fits[index] == best > 0}
        for index in indexes:
            if len(owners) != 1 or name_key(records[index].name) not in owners:
                said = (
                    f"{records[index].email} is the address of an order for several people; it was not taken."
                )
                kept[index] = replace(kept[index], email="", messages=(*kept[index].messages, said))
    return kept


def _named(name: str, mail: str) -> int:
    """How many words of a name its address bears."""
    local = words(mail.partition("@")[0].replace("_", " "))
    return sum(word in local for word in words(name) if len(word) > 1)
