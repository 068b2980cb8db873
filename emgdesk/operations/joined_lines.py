"""Two lines of one roster that turn out to be one person's: what the line that stays takes over."""

from emgdesk.db.models import Participation
from emgdesk.domain.statuses import ANSWERED, strength

_ALONE = ("title", "function", "level", "stands_in_for", "registered")
_TOGETHER = (
    ("given", "family"),
    ("entity", "entity_id", "capacity"),
    ("original", "import_id", "source_row"),
)


def join_line(stays: Participation, goes: Participation) -> None:
    """Fill the empty fields of `stays` from `goes`; the stronger attendance wins and brings its mode.

    The name stays as printed, the notes of both are kept. Who was registered under either name did not
    walk in.
    """
    was_registered = any(not line.walk_in and line.attendance in ANSWERED for line in (stays, goes))
    stays.walk_in = 0 if was_registered else max(stays.walk_in, goes.walk_in)
    if strength(goes.attendance) > strength(stays.attendance):
        stays.attendance = goes.attendance
        stays.mode = goes.mode or stays.mode
    stays.mode = stays.mode or goes.mode
    if stays.role in ("", "participant"):
        stays.role = goes.role or stays.role
    if goes.notes not in ("", stays.notes, *stays.notes.split("; ")):
        stays.notes = "; ".join(filter(None, (stays.notes, goes.notes)))
    for fields in (*((name,) for name in _ALONE), *_TOGETHER):
        if not any(getattr(stays, name) for name in fields if name != "capacity"):
            for name in fields:
                setattr(stays, name, getattr(goes, name))
