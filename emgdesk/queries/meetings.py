"""Meetings as the list, the overview and the command line see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Document, Meeting, Participation
from emgdesk.domain.codes import code_key
from emgdesk.domain.symbols import symbol_key
from emgdesk.errors import DataError


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting with the size of its roster; dates ISO (a day, a month or ""), times HH:MM."""

    id: str
    code: str
    title: str
    som_number: int | None
    segment: str
    date: str
    end_date: str
    start_time: str
    end_time: str
    zone_label: str
    mode: str
    venue: str
    chair: str
    status: str
    distribution: str
    opened_at: str
    opened_by: str
    closed_at: str
    agenda_adopted: str
    head_count: int | None
    agenda_symbol: str
    report_symbol: str
    summary_symbol: str
    summary_title: str
    summary_subtitle: str
    kind: str
    workstream_id: str | None
    previous_id: str | None
    symbol_pattern: str
    agenda_style: str
    people: int


_FACTS = [name for name in MeetingRow.__dataclass_fields__ if name != "people"]


def list_meetings(session: Session) -> tuple[MeetingRow, ...]:
    """All meetings, the newest first, those without a date on top."""
    people = (
        select(Participation.meeting_id, func.count().label("people"))
        .group_by(Participation.meeting_id)
        .subquery()
    )
    statement = (
        select(*(getattr(Meeting, name) for name in _FACTS), func.coalesce(people.c.people, 0))
        .outerjoin(people, people.c.meeting_id == Meeting.id)
        .order_by(Meeting.date == "", Meeting.date.desc(), Meeting.code)
    )
    rows: Iterable[Any] = session.execute(statement)
    return tuple(MeetingRow(*row) for row in rows)


def get_meeting(session: Session, *, meeting_id: str) -> MeetingRow:
    """One meeting. Raises DataError if it is gone."""
    for row in list_meetings(session):
        if row.id == meeting_id:
            return row
    raise DataError("This meeting is no longer on the desk.")


def find_meeting(session: Session, *, code: str) -> MeetingRow:
    """The meeting of a code or of the symbol of one of its documents, compared leniently.

    Raises DataError with the list of codes if there is none, or more than one.
    """
    wanted = code_key(code)
    meetings = list_meetings(session)
    found = [m for m in meetings if code_key(m.code) == wanted]
    if not found:
        registered = _registered(session, code)
        found = [m for m in meetings if wanted and (wanted in _symbol_keys(m) or m.id in registered)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(m.code for m in found or meetings) or "none yet"
    if found:
        raise DataError(f"“{code}” fits more than one meeting: {known}.")
    raise DataError(f"There is no meeting “{code}” on this desk; its meetings are: {known}.")


def _registered(session: Session, symbol: str) -> set[str]:
    """The meetings with a document of this symbol in their register, in whatever spelling."""
    wanted = {code_key(symbol), symbol_key(symbol)}
    rows = session.execute(select(Document.meeting_id, Document.symbol).where(Document.symbol != ""))
    return {meeting_id for meeting_id, own in rows if wanted & {code_key(own), symbol_key(own)}}


def _symbol_keys(meeting: MeetingRow) -> set[str]:
    symbols = (meeting.agenda_symbol, meeting.report_symbol, meeting.summary_symbol)
    return {code_key(symbol) for symbol in symbols if symbol}
