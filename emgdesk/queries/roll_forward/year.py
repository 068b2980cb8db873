"""What a roll forward looks at, read once: the SOM that is left, the one ahead, tasks and bodies."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from emgdesk.domain.codes import SEGMENTS
from emgdesk.domain.dates import decided_on
from emgdesk.domain.lineage import OVER
from emgdesk.domain.statuses import CLOSED
from emgdesk.domain.terms import in_work_plan
from emgdesk.queries.due import in_report_order
from emgdesk.queries.mandates import Lineage, read_lineage
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.memberships import written_members
from emgdesk.queries.soms import som_ahead, soms
from emgdesk.queries.workstreams import ChapterRow, TaskRow, list_chapters, list_tasks


@dataclass(frozen=True, slots=True)
class Year:
    """SOM `number` with all it leaves; `line` are the segments of all SOMs in order, `tasks` the work plan.

    `closed_on`, `closed_before` are the last days (ISO) of this SOM and the one before it, "" where unknown.
    """

    number: int
    today: date
    meetings: tuple[MeetingRow, ...]
    line: tuple[MeetingRow, ...]
    closed_on: str
    closed_before: str
    starts_on: str
    lineage: Lineage
    leads: dict[str, str]
    chapter_of: dict[str, str | None]  # by key of workstream, as the report has them
    chapters: tuple[ChapterRow, ...]
    tasks: tuple[TaskRow, ...]

    @property
    def day(self) -> str:
        """The day workstreams are told as of (ISO): today, or when the new plan begins if that is later."""
        return max(self.today.isoformat(), self.starts_on)

    def segments(self, number: int) -> list[MeetingRow]:
        """The segments of a SOM, in order."""
        return [m for m in self.line if m.som_number == number]

    def segment(self, number: int, segment: str) -> MeetingRow | None:
        """One segment of a SOM, None if the desk does not have it."""
        return next((m for m in self.segments(number) if m.segment == segment), None)

    def name(self, workstream_id: str | None) -> str:
        """The name of a workstream in use now, "" for none."""
        return self.lineage.standing(workstream_id, self.day).name if workstream_id else ""

    def has_ended(self, workstream_id: str | None) -> bool:
        """Whether a workstream has ended."""
        return bool(workstream_id) and self.lineage.standing(workstream_id or "", self.day).status == OVER

    def open_tasks(self) -> list[TaskRow]:
        """Tasks of the work plan that are neither completed nor dropped."""
        return [task for task in self.tasks if task.status not in CLOSED]


def read_year(session: Session, som_number: int, today: date) -> Year:
    """All of it, as the desk is now."""
    meetings = list_meetings(session)
    line = tuple(soms(meetings))
    closed = closing_day(line, som_number)
    starts = (date.fromisoformat(closed) + timedelta(days=1)).isoformat() if closed else today.isoformat()
    members = written_members(session, as_of=today.isoformat())
    return Year(
        number=som_number,
        today=today,
        meetings=meetings,
        line=line,
        closed_on=closed,
        closed_before=closing_day(line, som_number - 1),
        starts_on=starts,
        lineage=read_lineage(session),
        leads={key: names for (key, role), names in members.items() if role == "lead"},
        chapter_of=in_report_order(session),
        chapters=list_chapters(session),
        tasks=tuple(
            task
            for task in list_tasks(session, as_of=max(today.isoformat(), starts))
            if in_work_plan(task, starts) and task.text.strip()
        ),
    )


def som_to_leave(session: Session, *, today: date) -> int:
    """The number of the SOM to leave: the one before that which decides next; 0 on a desk without any."""
    meetings = list_meetings(session)
    numbers = [m.som_number or 0 for m in soms(meetings)]
    return max(som_ahead(meetings, today).number - 1, min(numbers)) if numbers else 0


def closing_day(line: Sequence[MeetingRow], number: int) -> str:
    """The last day (ISO) on which a SOM decided, "" where none of its segments has a date.

    Of a segment of which the month alone is known, it is the last day of that month.
    """
    of_som = [m for m in line if m.som_number == number]
    deciding = [m for m in of_som if m.segment != SEGMENTS[0]] or of_som
    return max((_last_day(decided_on(m.date, m.end_date)) for m in deciding), default="")


def _last_day(day: str) -> str:
    if len(day) != len("2031-05"):
        return day
    year, month = (int(part) for part in day.split("-"))
    return f"{day}-{calendar.monthrange(year, month)[1]:02}"
