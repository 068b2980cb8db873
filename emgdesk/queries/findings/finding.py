"""One finding of the check, and how its key is made."""

import hashlib
from dataclasses import dataclass

from emgdesk.queries.findings.kinds import KINDS, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not fit: `text` one sentence, `place` where it is, in words.

    `id` is the same in every run as long as the thing and what is wrong with it are; edits elsewhere
    leave it alone. `target_kind` and `target_id` lead to the place (as in `Navigator.show`).
    `meeting_id` and `meeting` (its code) are the meeting it was found for, "" for one of the desk itself;
    of those `workstream_id` says which workstream they are about. `intended` says that somebody marked it
    as meant so, and `reason` why.
    """

    id: str
    kind: str
    severity: Severity
    place: str
    text: str
    target_kind: str
    target_id: str
    intended: bool = False
    reason: str = ""
    area: str = ""
    meeting_id: str = ""
    meeting: str = ""
    workstream_id: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: in words, and what to open there."""

    place: str
    kind: str
    id: str


def found(kind: str, spot: Spot, text: str, *what: str) -> Finding:
    """A finding of `kind`; `what` tells it from others of the kind at the same spot (text, other keys)."""
    declared = KINDS[kind]
    named = "\x1f".join((spot.kind, spot.id, *what))
    key = f"{kind}-{hashlib.sha256(named.encode()).hexdigest()[:16]}"
    return Finding(key, kind, declared.severity, spot.place, text, spot.kind, spot.id, area=declared.area)
