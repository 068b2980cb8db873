"""What the workstreams page shows, read in one go, and the numbers it tells of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from emgdesk.domain.numbering import counted
from emgdesk.domain.statuses import CLOSED
from emgdesk.domain.terms import in_work_plan
from emgdesk.queries.deliverables import list_deliverables
from emgdesk.queries.due import LAPSED, mandates_due
from emgdesk.queries.mandates import read_lineage
from emgdesk.queries.memberships import MemberRow, list_members
from emgdesk.queries.workstreams import (
    ChapterRow,
    TaskRow,
    WorkstreamRow,
    list_chapters,
    list_tasks,
    list_workstreams,
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole work plan as of `day` (ISO): `tasks` are all ever planned, `members` those of that day.

    `events` and `deliverables` are counted by key of workstream; `lapsed` are those whose mandate ran out.
    """

    day: str = ""
    chapters: tuple[ChapterRow, ...] = ()
    workstreams: tuple[WorkstreamRow, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    members: tuple[MemberRow, ...] = ()
    events: Mapping[str, int] = field(default_factory=dict)
    deliverables: Mapping[str | None, int] = field(default_factory=dict)
    lapsed: frozenset[str] = frozenset()

    @property
    def planned(self) -> tuple[TaskRow, ...]:
        """The tasks in the work plan on the day, without those that left it or are to come."""
        return tuple(task for task in self.tasks if in_work_plan(task, self.day))

    def workstream(self, key: str) -> WorkstreamRow | None:
        """A workstream by its key."""
        return next((row for row in self.workstreams if row.id == key), None)

    def own_tasks(self) -> Counter[str]:
        """How many tasks each chapter has of its own, by its key."""
        return Counter(task.chapter_id for task in self.planned if task.workstream_id is None)

    def counts(self, workstream: WorkstreamRow | None, chapter: ChapterRow | None) -> dict[str, int]:
        """What the sub-tabs of a body hold, by the key of the sub-tab: of tasks the open ones."""
        key = workstream.id if workstream is not None else None
        own = chapter.id if chapter is not None and workstream is None else None
        tasks = (t for t in self.planned if t.workstream_id == key and own in (None, t.chapter_id))
        found = {"work_plan": sum(task.status not in CLOSED for task in tasks)}
        if key is not None:
            found["mandate"] = self.events.get(key, 0)
            found["members"] = sum(member.workstream_id == key for member in self.members)
            found["deliverables"] = self.deliverables.get(key, 0)
        return found

    def members_in_words(self, key: str) -> tuple[str, ...]:
        """How many members and focal points a workstream has: ("3 members, 1 focal point.",)."""
        own = Counter(member.role for member in self.members if member.workstream_id == key)
        told = (
            (own["member"], "member", "members"),
            (own["focal point"], "focal point", "focal points"),
        )
        words = ", ".join(counted(*one) for one in told if one[0])
        return (f"{words}.",) if words else ()

    def in_words(self) -> str:
        """Workstreams by status, and the open tasks."""
        rows = Counter(row.status for row in self.workstreams)
        active, proposed = rows["active"], rows["proposed"]
        still = sum(task.status not in CLOSED for task in self.planned)
        return (
            f"{counted(rows.total(), 'workstream', 'workstreams')}: {active} active, {proposed} proposed, "
            f"{rows.total() - active - proposed} concluded · {counted(still, 'open task', 'open tasks')}"
        )


def read_plan(session: Any) -> Plan:
    """Everything the page shows, as of today."""
    today = date.today()
    day, due = today.isoformat(), mandates_due(session, today=today)
    return Plan(
        day=day,
        chapters=list_chapters(session),
        workstreams=list_workstreams(session, as_of=day),
        tasks=list_tasks(session, as_of=day),
        members=list_members(session, as_of=day),
        events=Counter(event.workstream_id for event in read_lineage(session).events),
        deliverables=Counter(row.workstream_id for row in list_deliverables(session)),
        lapsed=frozenset(one.workstream_id for one in due if one.state == LAPSED),
    )
