"""Which meeting of a row of them stands next, and what came before it."""

from collections.abc import Sequence

from emgdesk.domain.statuses import SEGMENTS
from emgdesk.queries.meetings import MeetingRow


def row_of(meeting: MeetingRow, meetings: Sequence[MeetingRow]) -> list[MeetingRow]:
    """The meetings this one is one of, in order: all segments of SOMs, or those of a workstream."""
    if meeting.som_number is not None:
        mine = [m for m in meetings if m.som_number is not None]
    elif meeting.workstream_id:
        mine = [m for m in meetings if m.som_number is None and m.workstream_id == meeting.workstream_id]
    else:
        mine = [meeting]
    return sorted((m for m in mine if m.status != "cancelled"), key=_order)


def _order(meeting: MeetingRow) -> tuple[int, int, str, str]:
    at = SEGMENTS.index(meeting.segment) if meeting.segment in SEGMENTS else len(SEGMENTS)
    return (meeting.som_number or 0, at if meeting.som_number else 0, meeting.date or "9999", meeting.code)


def stands_next(meeting: MeetingRow, meetings: Sequence[MeetingRow]) -> bool:
    """Whether this is the next of its row: the first after the last one held, or that one if none follows."""
    line = row_of(meeting, meetings)
    held = max((at for at, m in enumerate(line) if m.status == "held"), default=-1)
    ahead = line[held + 1 :] or line[held:]
    return bool(ahead) and ahead[0].id == meeting.id


def last_reported(meeting: MeetingRow, meetings: Sequence[MeetingRow]) -> MeetingRow | None:
    """The meeting of the row at which progress was last reported before this one, None if there is none.

    A technical segment and the senior one of the same SOM, some weeks later, report on the same time.
    """
    line = row_of(meeting, meetings)
    at = next((n for n, m in enumerate(line) if m.id == meeting.id), 0)
    before = [m for m in line[:at] if m.status == "held"]
    if meeting.segment == "senior":
        before = [m for m in before if (m.som_number, m.segment) != (meeting.som_number, "technical")]
    return before[-1] if before else None
