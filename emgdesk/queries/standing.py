"""Rows of meetings: which stands next, what came before it, and to which one something is carried."""

from collections.abc import Sequence

from emgdesk.domain.statuses import SEGMENTS
from emgdesk.queries.meetings import MeetingRow


def row_of(meeting: MeetingRow, meetings: Sequence[MeetingRow]) -> list[MeetingRow]:
    """The meetings this one is one of, in order: all segments of SOMs, or those of a workstream or kind."""
    mine = (m for m in meetings if m.id == meeting.id or _of_one_row(m, meeting))
    return sorted((m for m in mine if m.status != "cancelled"), key=_order)


def carries(earlier: MeetingRow, later: MeetingRow) -> bool:
    """Whether what is owed since one meeting comes up at another: a later one of the same row.

    A row are the segments of all SOMs, the meetings of a workstream, or else those of one kind. Nothing
    is carried from a meeting that has no day yet, nor to an earlier one.
    """
    if not earlier.date or earlier.id == later.id or not _of_one_row(earlier, later):
        return False
    if later.date and later.date != earlier.date:
        return earlier.date < later.date
    return _order(earlier) < _order(later)


def _of_one_row(one: MeetingRow, other: MeetingRow) -> bool:
    if one.som_number is not None or other.som_number is not None:
        return one.som_number is not None and other.som_number is not None
    if one.workstream_id or other.workstream_id:
        return one.workstream_id == other.workstream_id
    return bool(one.kind) and one.kind == other.kind


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
