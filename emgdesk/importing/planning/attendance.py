"""A list of who was there meets the roster: registered and present, absent, or not registered."""

from collections.abc import Iterable, Sequence

from emgdesk.domain.statuses import EXPECTED
from emgdesk.importing.plan import ROW_PERSON, AttendanceMeets, PlanRow
from emgdesk.importing.records import MappedRoster
from emgdesk.importing.snapshot import KnownParticipation

_ONLINE = frozenset(("teams", "zoom", "webex", "gotomeeting", "gotowebinar", "google-meet"))


def is_attendance(mapped: MappedRoster) -> bool:
    """Whether a file is a list of who was there: told, or known as the report of a tool."""
    if mapped.is_attendance is not None:
        return mapped.is_attendance
    return mapped.format in _ONLINE and any(record.attendance == "attended" for record in mapped.records)


def mode_of(mapped: MappedRoster) -> str:
    """How whoever attended took part by the kind of the file; "" where it does not tell."""
    return "online" if mapped.format in _ONLINE and is_attendance(mapped) else ""


def meet(rows: Iterable[PlanRow], roster: Sequence[KnownParticipation]) -> AttendanceMeets:
    """Who of the `roster` the planned rows of an attendance list name, and whom they do not."""
    if not any(not line.walk_in and not line.from_attendance for line in roster):
        return AttendanceMeets()
    lines = {line.id: line for line in roster}
    present: list[int] = []
    walk_ins: list[int] = []
    named: set[str] = set()
    doubtful: set[str] = set()
    for row in rows:
        if row.record is None:
            continue
        if row.verdict in ("possible", "skipped") and row.action == "none" and row.target_id is None:
            doubtful.update(c.person_id for c in row.candidates if not c.person_id.startswith(ROW_PERSON))
        if row.record.attendance != "attended":
            continue
        line = lines.get(row.participation_id or "")
        if line is not None and (row.verdict in ("matched", "already") or row.target_id is not None):
            named.add(line.person_id)
            (walk_ins if line.walk_in and not row.record.registered else present).append(row.row)
        elif row.action in ("create", "join"):
            (present if row.record.registered else walk_ins).append(row.row)
    expected = [
        line
        for line in roster
        if line.attendance in EXPECTED and not line.walk_in and line.person_id not in named
    ]
    return AttendanceMeets(
        tuple(present),
        tuple(walk_ins),
        tuple(line for line in expected if line.person_id not in doubtful),
        tuple(line for line in expected if line.person_id in doubtful),
    )
