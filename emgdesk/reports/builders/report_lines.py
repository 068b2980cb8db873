"""What a meeting's report is built from."""

from dataclasses import dataclass

from emgdesk.reports.builders.action_lines import ActionBlock
from emgdesk.reports.builders.agenda_lines import AgendaFacts
from emgdesk.reports.builders.footnotes import ReservationLine
from emgdesk.reports.builders.lines import ParticipantLine
from emgdesk.reports.builders.meeting import MeetingFacts


@dataclass(frozen=True, slots=True)
class ReportParagraph:
    """A paragraph: `kind` as in domain.report_texts, `text` and `notes` CommonMark, [^1] for the first note.

    `actions` is the section of the actions that a paragraph of that kind prints, None where it is gone.
    """

    kind: str
    text: str = ""
    notes: tuple[str, ...] = ()
    reservations: tuple[ReservationLine, ...] = ()
    actions: ActionBlock | None = None


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A section (`depth` 0) or one below the section before it; `presenters` are separated by "; "."""

    depth: int
    heading: str
    paragraphs: tuple[ReportParagraph, ...] = ()
    presenters: str = ""


@dataclass(frozen=True, slots=True)
class EndorsedLine:
    """A deliverable the meeting endorsed; `edition` and `kind` as typed, `address` a web address or ""."""

    title: str
    kind: str = ""
    edition: str = ""
    address: str = ""
    reservations: tuple[ReservationLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingReportFacts:
    """A meeting with its report, and what its annexes show."""

    meeting: MeetingFacts
    agenda: AgendaFacts
    sections: tuple[ReportSection, ...] = ()
    endorsed: tuple[EndorsedLine, ...] = ()
    people: tuple[ParticipantLine, ...] = ()
