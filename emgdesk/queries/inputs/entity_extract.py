"""What was asked of one entity, as of a day."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from emgdesk.domain.dates import is_stored_date, written_date
from emgdesk.domain.entity_lists import split_entities
from emgdesk.domain.lineage import has_begun
from emgdesk.domain.statuses import MEMBERSHIPS
from emgdesk.errors import UsageError
from emgdesk.queries.asked_tasks import EntityNames, tasks_of_entities
from emgdesk.queries.decisions_naming import decisions_naming
from emgdesk.queries.deliverables import list_deliverables
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.follow_ups import list_follow_ups
from emgdesk.queries.inputs.references import Linked, linked_texts
from emgdesk.queries.inputs.workplan_table import known_entity, table_task
from emgdesk.queries.memberships import MemberRow, list_members
from emgdesk.queries.progress_requests import ANSWERED, list_requests
from emgdesk.queries.workstreams import TaskRow, list_chapters, list_workstreams
from emgdesk.reports.builders.entity_extract import (
    AskedDecision,
    ExtractFacts,
    ExtractOptions,
    OwedFollowUp,
    TakesPart,
)
from emgdesk.reports.builders.workplan_table import TableTask


def entity_extract_input(session: Session, *, options: ExtractOptions, today: date) -> ExtractFacts:
    """All that concerns the entity asked for: its own and that of its parts.

    Raises UsageError where none is named, or none of that name is on the desk.
    """
    if not options.entity:
        raise UsageError("What was asked of an entity: name the entity it is for.", place="entity")
    names = EntityNames(session)
    key, acronym = known_entity(names, options.entity)
    rows = {row.id: row for row in list_entities(session)}
    as_of = options.as_of or today
    return _Extract(session, names, rows, key, as_of).facts(acronym)


class _Extract:
    """The reading of one extract."""

    def __init__(
        self, session: Session, names: EntityNames, rows: dict[str, EntityRow], key: str, as_of: date
    ) -> None:
        self._session, self._names, self._rows = session, names, rows
        self._key, self._as_of, self._day = key, as_of, as_of.isoformat()
        self._family = _family(key, rows)
        self._linked: Linked = linked_texts(session)
        self._workstreams = {row.id: row for row in list_workstreams(session, as_of=self._day)}

    def facts(self, acronym: str) -> ExtractFacts:
        """Everything, in the order of the page."""
        own = self._rows[self._key]
        called = (own.acronym, own.full_name, *own.aliases)
        decisions = decisions_naming(self._session, names=called, as_of=self._day)
        return ExtractFacts(
            acronym=acronym,
            full_name=own.full_name if own.full_name != acronym else "",
            day=self._as_of,
            requests=tuple(self._requests()),
            tasks=tuple(self._tasks()),
            decisions=tuple(AskedDecision(one.citation, self._linked(one.text)) for one in decisions),
            follow_ups=tuple(self._follow_ups()),
            workstreams=tuple(self._takes_part()),
            deliverables=tuple(self._deliverables()),
        )

    def _is_ours(self, name: str, entity_id: str | None = None) -> bool:
        return bool(name or entity_id) and self._names.key(name, entity_id)[0] in self._family

    def _requests(self) -> Iterator[str]:
        for row in list_requests(self._session, today=self._as_of):
            if row.state != ANSWERED and self._is_ours(row.entity, row.entity_id):
                asked = f"asked for on {written_date(row.asked_on)}" if row.asked_on else "asked for"
                due = f", to be returned by {written_date(row.due)}" if row.due else ""
                yield f"Progress as of {written_date(row.as_of)} was {asked}{due}; it has not been told yet."

    def _tasks(self) -> Iterator[tuple[str, tuple[TableTask, ...]]]:
        held: dict[tuple[str, str | None], dict[str, TaskRow]] = defaultdict(dict)
        for one in tasks_of_entities(self._session, as_of=self._day, names=self._names):
            if one.entity_id in self._family:
                for task in filter(self._is_there, one.tasks):
                    held[task.chapter_id, task.workstream_id][task.id] = task
        titles = {row.id: row.title for row in list_chapters(self._session)}
        order = [*self._workstreams, None]
        chapters = list(titles)
        for chapter, body in sorted(held, key=lambda k: (chapters.index(k[0]), order.index(k[1]))):
            tasks = sorted(held[chapter, body].values(), key=lambda task: (task.position, task.id))
            name = self._workstreams[body].name if body else titles[chapter]
            yield name, tuple(table_task(task, self._linked, self._day) for task in tasks)

    def _is_there(self, task: TaskRow) -> bool:
        """Whether the workstream of a task had begun."""
        return not task.workstream_id or bool(self._workstreams[task.workstream_id].status)

    def _follow_ups(self) -> Iterator[OwedFollowUp]:
        for row in list_follow_ups(self._session):
            if row.status == "open" and row.meeting_date <= self._day and self._owes(row.who, row.entity_id):
                due = written_date(row.due) if is_stored_date(row.due) else row.due
                yield OwedFollowUp(self._linked(row.what), row.whom, due, row.meeting)

    def _owes(self, who: str, entity_id: str | None) -> bool:
        if entity_id:
            return entity_id in self._family
        return any(self._is_ours(name) for name in split_entities(who))

    def _takes_part(self) -> Iterator[TakesPart]:
        held: dict[str, list[MemberRow]] = defaultdict(list)
        for member in list_members(self._session, as_of=self._day):
            if self._is_ours(member.entity, member.entity_id):
                held[member.workstream_id].append(member)
        for key, row in self._workstreams.items():
            if held[key] and row.status not in ("", "concluded"):
                yield TakesPart(row.name, "; ".join(_roles(held[key])))

    def _deliverables(self) -> Iterator[tuple[str, str, str]]:
        for row in list_deliverables(self._session):
            if any(self._is_ours(name) for name in split_entities(row.entities)):
                last = next((s for s in reversed(row.stages) if has_begun(s.date, self._day)), None)
                stage = " ".join((last.stage, written_date(last.date))).strip() if last else ""
                title = f"{row.title}, {row.edition}" if row.edition else row.title
                yield title, row.workstream, stage


def _family(key: str, rows: dict[str, EntityRow]) -> frozenset[str]:
    """An entity and those it is parent of, however far down."""
    found = {key}
    while more := {row.id for row in rows.values() if row.parent_id in found} - found:
        found |= more
    return frozenset(found)


def _roles(members: list[MemberRow]) -> Iterator[str]:
    """The roles in one workstream: "Lead; focal point: Ines Calado"."""
    for role in MEMBERSHIPS:
        mine = [member for member in members if member.role == role]
        people = ", ".join(dict.fromkeys(member.person for member in mine if member.person))
        if mine:
            yield f"{role}: {people}" if people else role
