"""The meetings of the desk for a calendar."""

from sqlalchemy.orm import Session

from emgdesk.queries.meetings import list_meetings
from emgdesk.reports.builders.calendar import CalendarLine


def calendar_input(session: Session, *, meeting_id: str | None = None) -> tuple[CalendarLine, ...]:
    """One meeting, or every meeting."""
    return tuple(
        CalendarLine(
            id=row.id,
            code=row.code,
            title=row.title,
            date=row.date,
            end_date=row.end_date,
            start=row.start_time,
            end=row.end_time,
            zone_label=row.zone_label,
            place=row.venue or row.mode.capitalize(),
            status=row.status,
        )
        for row in list_meetings(session)
        if meeting_id in (None, row.id)
    )
