"""What stands on the sheets of workstreams, as of a day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Document
from emgdesk.domain.dates import written_date
from emgdesk.domain.lineage import has_begun
from emgdesk.domain.progress import known_by
from emgdesk.domain.statuses import CLOSED
from emgdesk.domain.terms import in_work_plan
from emgdesk.queries.deliverables import DeliverableRow, StageRow, list_deliverables
from emgdesk.queries.inputs.chosen import chosen_workstreams
from emgdesk.queries.inputs.meeting import stored_day
from emgdesk.queries.inputs.references import Linked, linked_texts
from emgdesk.queries.mandates import EventRow, Lineage, list_events, read_lineage
from emgdesk.queries.meetings import list_meetings
from emgdesk.queries.memberships import MemberRow, list_members
from emgdesk.queries.standing_told import told
from emgdesk.queries.workstreams import EntryRow, TaskRow, WorkstreamRow, list_tasks, list_workstreams
from emgdesk.reports.builders.mandate_history import SheetEvent
from emgdesk.reports.builders.progress_facts import ProgressEntry
from emgdesk.reports.builders.workstream_sheet import SheetPaper, SheetTask, WorkstreamSheet

ALL = "all"
_ROLES = (
    ("member", "Member", "Members"), ("focal point", "Focal point", "Focal points"),
    ("officer", "Officer", "Officers"),
)  # fmt: skip


def workstream_sheets(
    session: Session, *, names: Sequence[str], today: date, as_of: date | None = None
) -> tuple[WorkstreamSheet, ...]:
    """The sheets of the workstreams named (in any spelling), in the order of the report; "all" for all.

    They are as of a day (None: today). Those that did not exist yet are left out of all.
    Raises UsageError for a name nobody bears.
    """
    day = (as_of or today).isoformat()
    rows = [row for row in list_workstreams(session, as_of=day) if row.status]
    if tuple(names) != (ALL,):
        wanted = chosen_workstreams(session, names=names)
        rows = [row for row in list_workstreams(session, as_of=day) if row.id in wanted]
    reading = _Reading(session, today, day)
    return tuple(reading.sheet(row) for row in rows)


class _Reading:
    """What all sheets need, read once."""

    def __init__(self, session: Session, today: date, day: str) -> None:
        self._session, self._today, self._day = session, today, day
        self._linked: Linked = linked_texts(session)
        self._lineage: Lineage = read_lineage(session)
        self._tasks: dict[str | None, list[TaskRow]] = defaultdict(list)
        for task in list_tasks(session, as_of=day):
            if in_work_plan(task, day):
                self._tasks[task.workstream_id].append(task)
        self._members: dict[str, list[MemberRow]] = defaultdict(list)
        for member in list_members(session, as_of=day):
            self._members[member.workstream_id].append(member)
        self._meetings: dict[str | None, list[str]] = defaultdict(list)
        self._held = list_meetings(session)
        for meeting in self._held:
            if meeting.date and meeting.status != "cancelled" and has_begun(meeting.date, day):
                words = ", ".join(part for part in (meeting.code, written_date(meeting.date)) if part)
                self._meetings[meeting.workstream_id].append(words)

    def sheet(self, row: WorkstreamRow) -> WorkstreamSheet:
        """One workstream."""
        events = list_events(self._session, workstream_id=row.id)
        return WorkstreamSheet(
            name=row.name,
            caption=" · ".join(part for part in (row.kind, row.chapter) if part),
            status=self._status(row),
            purpose=self._linked(row.purpose),
            facts=tuple(self._facts(row)),
            papers=tuple(self._papers(row.id)),
            events=tuple(self._event(e, row.id) for e in events if has_begun(e.event.day or "", self._day)),
            deliverables=tuple(
                _deliverable(one, self._day) for one in list_deliverables(self._session, workstream_id=row.id)
            ),
            tasks=tuple(self._open_tasks(row.id)),
            meetings=tuple(self._meetings[row.id]),
        )

    def _status(self, row: WorkstreamRow) -> str:
        as_of = "" if self._day == self._today.isoformat() else self._day
        return "; ".join(told(self._lineage, row.id, self._held, today=self._today, as_of=as_of))

    def _facts(self, row: WorkstreamRow) -> Iterator[tuple[str, str]]:
        leads, chairs = self._named(row.id, "lead"), self._named(row.id, "co-chair")
        heading = "Lead" if len(leads) == 1 else "Leads" if leads else "Co-chairs"
        word = "co-chair" if len(chairs) == 1 else "co-chairs"
        chaired = f"{word}: {', '.join(chairs)}" if leads and chairs else ", ".join(chairs)
        yield heading, "; ".join(part for part in (", ".join(leads), chaired) if part)
        for role, one, many in _ROLES:
            named = self._named(row.id, role)
            yield (one if len(named) == 1 else many), ", ".join(named)
        yield "Proposed by", row.proposer if row.status == "proposed" else ""
        yield "Also called", "; ".join(name for name in row.aliases if name != row.name)

    def _named(self, workstream_id: str, role: str) -> list[str]:
        held = (member.named for member in self._members[workstream_id] if member.role == role)
        return list(dict.fromkeys(held))

    def _papers(self, workstream_id: str) -> Iterator[SheetPaper]:
        wanted = select(Document).where(Document.workstream_id == workstream_id)
        for one in self._session.scalars(wanted.order_by(Document.position, Document.id)):
            kind = f"{one.kind[:1].upper()}{one.kind[1:]}"
            named = ": ".join(part for part in (kind, one.title) if part)
            yield SheetPaper(f"{named} ({one.symbol})" if one.symbol else named, one.web_address)

    def _event(self, row: EventRow, workstream_id: str) -> SheetEvent:
        words = row.words[:1].upper() + row.words[1:]
        if row.event.workstream_id != workstream_id:
            words = f"{row.workstream}: {row.words}"
        cited, wording = row.meeting, row.note
        if row.decision:
            cited, wording = row.decision.words, row.decision.wording
        own = row.event.workstream_id == workstream_id
        kind, year = row.event.kind if own else "", row.event.date[:4]
        return SheetEvent(written_date(row.event.date), words, cited, wording, kind, year)

    def _open_tasks(self, workstream_id: str) -> Iterator[SheetTask]:
        for task in self._tasks[workstream_id]:
            known = known_by(task.entries, self._day)
            if task.status in CLOSED:
                continue
            last = self._entry(known[-1]) if known else None
            text = self._linked(task.text) or "Row without a task"
            yield SheetTask(text, last, written_date(task.due), task.responsible)

    def _entry(self, entry: EntryRow) -> ProgressEntry:
        return ProgressEntry(entry.status, self._linked(entry.text), stored_day(entry.as_of))


def _deliverable(row: DeliverableRow, day: str) -> tuple[str, str]:
    stages = "; ".join(_stage(stage) for stage in row.stages if has_begun(stage.date, day))
    edition = f", {row.edition}" if row.edition else ""
    return f"{row.title}{edition}", stages or "No stage yet"


def _stage(row: StageRow) -> str:
    """A stage in words: "endorsed 28 October 2031 (SOM31 senior)"."""
    at = f"({row.meeting})" if row.meeting else ""
    return " ".join(part for part in (row.stage, written_date(row.date), at) if part)
