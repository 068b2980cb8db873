"""What the rules look at: a desk and one meeting of it, each read once."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.domain.people import tidy
from emgdesk.importing.matching.duplicates import Pair
from emgdesk.queries.actions import ActionSectionRow, list_actions
from emgdesk.queries.agendas import AgendaRow, list_agenda
from emgdesk.queries.documents import DocumentRow, list_documents
from emgdesk.queries.entities import list_entities
from emgdesk.queries.findings.alike import read_pairs
from emgdesk.queries.findings.bodies import Bodies
from emgdesk.queries.findings.finding import Spot
from emgdesk.queries.findings.names import People
from emgdesk.queries.findings.work import Work, read_work
from emgdesk.queries.follow_ups import FollowUpRow, list_follow_ups
from emgdesk.queries.interventions import InterventionRow, list_interventions
from emgdesk.queries.matching import AS_PRINTED
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.reports import ParagraphRow, ReportSectionRow, list_report
from emgdesk.queries.roster import RosterNumbers, RosterRow, list_roster, roster_numbers
from emgdesk.queries.settings import get_setting

_SHORT = 50  # characters of a title in a place


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """What every meeting is compared with; `documents` are all registers, `today` the day of the check."""

    today: date
    meetings: tuple[MeetingRow, ...]
    documents: tuple[DocumentRow, ...]
    bodies: Bodies
    work: Work
    follow_ups: tuple[FollowUpRow, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A meeting with all that is printed of it."""

    desk: DeskFacts
    meeting: MeetingRow
    roster: tuple[RosterRow, ...]
    numbers: RosterNumbers
    people: People
    agenda: tuple[AgendaRow, ...]
    documents: tuple[DocumentRow, ...]
    sections: tuple[ActionSectionRow, ...]
    report: tuple[ReportSectionRow, ...]
    notes: tuple[InterventionRow, ...]
    alike: tuple[Pair, ...]

    @property
    def spot(self) -> Spot:
        """The meeting itself."""
        return Spot("Meeting", "meeting", self.meeting.id)

    @property
    def held(self) -> bool:
        """Whether the meeting took place."""
        return self.meeting.status == "held"


def read_desk(session: Session, today: date) -> DeskFacts:
    """What all meetings of the desk share."""
    as_printed = frozenset(json.loads(get_setting(session, name=AS_PRINTED, default="[]")))
    bodies = Bodies(list_entities(session), as_printed)
    return DeskFacts(
        today, list_meetings(session), list_documents(session), bodies, read_work(session, today),
        list_follow_ups(session),
    )  # fmt: skip


def read_desk_alone(session: Session, today: date) -> DeskFacts:
    """As `read_desk`, with meetings, work plan and mandates only."""
    return DeskFacts(today, list_meetings(session), (), Bodies(()), read_work(session, today), ())


def read_meeting(session: Session, desk: DeskFacts, meeting: MeetingRow) -> Checked:
    """One meeting, each of its lists in one query or two."""
    roster = list_roster(session, meeting_id=meeting.id)
    return Checked(
        desk=desk,
        meeting=meeting,
        roster=roster,
        numbers=roster_numbers(roster),
        people=People(roster, _spellings(session, meeting.id)),
        agenda=list_agenda(session, meeting_id=meeting.id),
        documents=tuple(row for row in desk.documents if row.meeting_id == meeting.id),
        sections=list_actions(session, meeting_id=meeting.id),
        report=list_report(session, meeting_id=meeting.id),
        notes=list_interventions(session, meeting_id=meeting.id),
        alike=read_pairs(session, [line.person_id for line in roster], desk.bodies.known),
    )


_SPELLINGS = text(
    "SELECT n.person_id, n.name FROM person_name n JOIN participation p ON p.person_id = n.person_id "
    "WHERE p.meeting_id = :meeting"
)


def _spellings(session: Session, meeting_id: str) -> dict[str, tuple[str, ...]]:
    names: dict[str, list[str]] = defaultdict(list)
    for key, name in session.execute(_SPELLINGS, {"meeting": meeting_id}):
        names[key].append(name)
    return {key: tuple(held) for key, held in names.items()}


def shortened(title: str) -> str:
    """A title as far as a place has room for it."""
    plain = tidy(title)
    return plain if len(plain) <= _SHORT else plain[: _SHORT - 1].rstrip() + "…"


def item_spot(row: AgendaRow) -> Spot:
    """An item of the agenda."""
    named = f"item {row.path}" if row.numbered and row.path else f"“{shortened(row.title)}”"
    return Spot(f"Agenda, {named}", "agenda_item", row.id)


def document_spot(row: DocumentRow) -> Spot:
    """A line of the register."""
    named = row.number or row.symbol or f"“{shortened(row.title)}”"
    return Spot(f"Documents, {named}", "document", row.id)


def section_spot(row: ReportSectionRow) -> Spot:
    """A section of the report."""
    return Spot(f"Report, “{shortened(row.heading)}”", "report_section", row.id)


def paragraph_spot(section: ReportSectionRow, paragraph: ParagraphRow) -> Spot:
    """A paragraph, numbered within its section."""
    number = section.paragraphs.index(paragraph) + 1
    return Spot(f"Report, “{shortened(section.heading)}”, paragraph {number}", "paragraph", paragraph.id)


def person_spot(line: RosterRow) -> Spot:
    """A line of the roster."""
    return Spot(f"Participants, {line.name}", "participation", line.id)
