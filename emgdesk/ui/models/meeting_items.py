"""Meetings as lines of a side list, grouped by the SOM they belong to."""

from collections.abc import Iterable

from emgdesk.domain.codes import SEGMENTS
from emgdesk.domain.dates import written_date
from emgdesk.queries.meetings import MeetingRow
from emgdesk.ui.models.list_items import ListItem

OTHERS = "Other meetings"


def meeting_items(meetings: Iterable[MeetingRow]) -> tuple[ListItem, ...]:
    """A line for each meeting, the newest first: the SOMs each under its number, then the others.

    Those without a date stand first, the segments of a SOM in the order they are held in.
    """
    newest = sorted(
        sorted(meetings, key=_segment), key=lambda meeting: (meeting.date == "", meeting.date), reverse=True
    )
    numbers = sorted({m.som_number for m in newest if m.som_number is not None}, reverse=True)
    ordered = [m for number in numbers for m in newest if m.som_number == number]
    ordered += [m for m in newest if m.som_number is None]
    return tuple(_item(meeting) for meeting in ordered)


def _segment(meeting: MeetingRow) -> int:
    return SEGMENTS.index(meeting.segment) if meeting.segment in SEGMENTS else len(SEGMENTS)


def _item(meeting: MeetingRow) -> ListItem:
    day = written_date(meeting.date, meeting.end_date) or "no date yet"
    status = meeting.status if meeting.status in ("cancelled", "postponed") else ""
    people = meeting.people or meeting.head_count
    return ListItem(
        id=meeting.id,
        title=meeting.code,
        detail=" · ".join(part for part in (day, status, meeting.mode) if part),
        group=f"SOM {meeting.som_number}" if meeting.som_number is not None else OTHERS,
        badge=str(people) if people else "",
        faint=meeting.status == "cancelled",
    )
