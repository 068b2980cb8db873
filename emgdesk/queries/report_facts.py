"""What the sentences of a meeting's report are filled from."""

import re

from sqlalchemy.orm import Session

from emgdesk.domain.dates import decided_on, written_date
from emgdesk.domain.report_sentences import Presented, ReportFacts
from emgdesk.queries.agendas import AgendaRow, list_agenda
from emgdesk.queries.meetings import MeetingRow, get_meeting, list_meetings
from emgdesk.queries.roster import count_roster
from emgdesk.queries.standing import carries

_NAME_ENTITY = re.compile(r"^(?P<name>[^,()]+),\s*(?P<entity>[^,()]+)$")


def report_facts(session: Session, *, meeting_id: str) -> ReportFacts:
    """The facts of one meeting. Raises DataError if it is gone.

    People and bodies are counted as the closing line of the list of participants counts them.
    """
    meeting = get_meeting(session, meeting_id=meeting_id)
    following = next_meeting(session, meeting)
    return ReportFacts(
        counts=count_roster(session, meeting_id=meeting_id).listed,
        head_count=meeting.head_count,
        opened_by=meeting.opened_by,
        opened_at=meeting.opened_at,
        closed_at=meeting.closed_at,
        zone_label=meeting.zone_label,
        agenda_adopted=meeting.agenda_adopted,
        presented=tuple(_presented(row) for row in list_agenda(session, meeting_id=meeting_id)),
        next_title=(following.title or following.code) if following else "",
        next_date=written_date(following.date, following.end_date) if following else "",
        next_month_only=following is not None and len(following.date) == 7,
    )


def next_meeting(session: Session, meeting: MeetingRow) -> MeetingRow | None:
    """The meeting made from this one, else the first after it of the same series; None if there is none.

    A series are the segments of Senior Officials Meetings, or the meetings of one workstream.
    """
    others = sorted(list_meetings(session), key=lambda row: (row.date == "", row.date))
    made = next((row for row in others if row.previous_id == meeting.id), None)
    if made is not None or (meeting.som_number is None and not meeting.workstream_id):
        return made
    ended = decided_on(meeting.date, meeting.end_date)
    soms = (meeting.som_number, (meeting.som_number or 0) + 1)
    series = (row for row in others if row.som_number is None or row.som_number in soms)
    later = (row for row in series if row.date > ended and row.status != "cancelled")
    return next((row for row in later if carries(meeting, row)), None)


def presenters(row: AgendaRow) -> tuple[str, ...]:
    """Who presented an item, else who was to: "Ana Ruiz, FAO; UNEP" -> ("Ana Ruiz (FAO)", "UNEP")."""
    said = row.presented_by or row.presenter
    return tuple(_with_entity(one.strip()) for one in said.split(";") if one.strip())


def _presented(row: AgendaRow) -> Presented:
    return Presented(row.id, row.path if row.numbered else "", presenters(row))


def _with_entity(text: str) -> str:
    found = _NAME_ENTITY.match(text)
    return f"{found['name'].strip()} ({found['entity'].strip()})" if found else text
