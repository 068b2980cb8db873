"""Which entity answers for which tasks of the work plan, and whom to write to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from emgdesk.domain.entity_lists import join_entities, split_entities
from emgdesk.domain.folding import fold
from emgdesk.domain.statuses import CLOSED
from emgdesk.domain.terms import in_work_plan
from emgdesk.errors import DataError
from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.snapshot import KnownEntity
from emgdesk.queries.entities import list_entities
from emgdesk.queries.memberships import MemberRow, list_members
from emgdesk.queries.offices import list_designations
from emgdesk.queries.people import list_people
from emgdesk.queries.workplan_books import tasks_in_order
from emgdesk.queries.workstreams import TaskRow, list_chapters, list_tasks, list_workstreams

WhoKey = tuple[str | None, str]
"""An entity: its key and acronym, or None and the folded name of one the desk does not know."""

Named = tuple[str, str | None]
"""An entity as written, and its key where that is known."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to write to: `role` "focal point" (of the entity) or that of a workstream; `email` or ""."""

    name: str
    email: str
    role: str


@dataclass(frozen=True, slots=True)
class AskableEntity:
    """An entity with tasks: `tasks` in the work plan, `open_tasks` neither completed nor dropped.

    `status` is that of the entity (member, secretariat ...), "" for a name the desk does not know;
    `entity_id` is None for a name that surely is no entity of the desk. `officers` answer for the
    workstreams concerned, as one cell.
    """

    entity_id: str | None
    name: str
    full_name: str
    status: str
    tasks: int
    open_tasks: int
    officers: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Askable:
    """Who can be asked; `unanswered` is the number of tasks no entity answers for."""

    entities: tuple[AskableEntity, ...]
    unanswered: int


@dataclass(frozen=True, slots=True)
class TasksOf:
    """The tasks of an entity (`name` as shown) as of a day, in the order of the report."""

    entity_id: str | None
    name: str
    full_name: str
    tasks: tuple[TaskRow, ...]


class EntityNames:
    """Entities of the desk by whatever they are called; each name is looked up once."""

    def __init__(self, session: Session) -> None:
        self._rows = {row.id: row for row in list_entities(session)}
        self._index = EntityIndex(
            KnownEntity(
                row.id, row.acronym, tuple(n for n in (row.acronym, row.full_name, *row.aliases) if n),
                row.domains, row.parent_id, row.status,
            )
            for row in self._rows.values()
        )  # fmt: skip

    def key(self, name: str, entity_id: str | None = None) -> WhoKey:
        """Who a name means; one nobody knows is the same however it is written."""
        row = self._rows.get(entity_id or "")
        if row is None:
            found = self._index.find(name).entity
            row = self._rows[found.id] if found else None
        return (row.id, row.acronym) if row else (None, fold(name))

    def full_name(self, key: WhoKey) -> str:
        """The full name of an entity of the desk, "" of others."""
        return self._rows[key[0]].full_name if key[0] else ""

    def status(self, key: WhoKey) -> str:
        """What an entity of the desk is to the Group, "" for others."""
        return self._rows[key[0]].status if key[0] else ""


def tasks_of_entities(
    session: Session, *, as_of: str, names: EntityNames | None = None
) -> tuple[TasksOf, ...]:
    """The tasks in the work plan on an ISO day, by the entities that answer for them, by name.

    Those named as responsible, else those that lead the workstream that day; a task of several stands
    with each. Entities without any task are left out; the last one, named "", has those of nobody.
    """
    names = names or EntityNames(session)
    leads = _leads(list_members(session, as_of=as_of))
    held: dict[WhoKey, list[TaskRow]] = defaultdict(list)
    written: dict[WhoKey, str] = {}
    nobody = []
    for task in _plan(session, as_of):
        who: list[Named] = [(name, None) for name in split_entities(task.responsible)]
        who = who or leads[task.workstream_id or ""]
        keys = {names.key(name, entity_id): name for name, entity_id in who}
        for key, name in keys.items():
            written.setdefault(key, key[1] if key[0] else name)
            held[key].append(task)
        if not keys:
            nobody.append(task)
    rows = [TasksOf(key[0], written[key], names.full_name(key), tuple(tasks)) for key, tasks in held.items()]
    rows.sort(key=lambda row: (row.name.casefold(), row.entity_id or ""))
    return (*rows, TasksOf(None, "", "", tuple(nobody)))


def list_askable(session: Session, *, as_of: str) -> Askable:
    """Who can be asked to report as of an ISO day, by name."""
    names = EntityNames(session)
    *asked, nobody = tasks_of_entities(session, as_of=as_of, names=names)
    officers = {row.id: row.officer for row in list_workstreams(session, as_of=as_of)}
    contacts = contacts_of(session, names=names, as_of=as_of)
    rows = tuple(
        AskableEntity(
            one.entity_id, one.name, one.full_name, names.status((one.entity_id, one.name)), len(one.tasks),
            sum(task.status not in CLOSED for task in one.tasks),
            joined(officers.get(task.workstream_id or "", "") for task in one.tasks),
            contacts.get(_who(one), ()),
        )
        for one in asked
    )  # fmt: skip
    return Askable(rows, len(nobody.tasks))


def find_askable(
    session: Session, *, as_of: str, entities: Sequence[str] = (), completed: bool = True
) -> tuple[AskableEntity, ...]:
    """Those of `list_askable` with these names (all without any), each however it is called.

    Without `completed` only who has open tasks. Raises DataError for a name without tasks, with the list.
    """
    names = EntityNames(session)
    found = list_askable(session, as_of=as_of).entities
    known = {_who(one): one for one in found}
    for name in entities:
        if names.key(name) not in known:
            listed = "; ".join(one.name for one in found) or "nobody yet"
            raise DataError(f"“{name}” answers for no task of the work plan; those who do: {listed}.")
    wanted = dict.fromkeys(map(names.key, entities)) if entities else known
    chosen = (known[key] for key in wanted)
    return tuple(one for one in chosen if completed or one.open_tasks)


def contacts_of(session: Session, *, names: EntityNames, as_of: str) -> Mapping[WhoKey, tuple[Contact, ...]]:
    """The focal points of entities on an ISO day: those designated, then those in workstreams, each once."""
    people = {row.id: row for row in list_people(session)}
    found: dict[WhoKey, dict[str, Contact]] = defaultdict(dict)
    for row in list_designations(session, as_of=as_of):
        if row.role == "focal point":
            email = people[row.person_id].email
            found[row.entity_id, row.acronym].setdefault(row.person, Contact(row.person, email, row.role))
    for member in list_members(session, as_of=as_of):
        if member.role != "focal point" or not member.person:
            continue
        known = people.get(member.person_id or "")
        entity_id = member.entity_id or (known.entity_id if known else None)
        entity = member.entity or (known.entity if known else "")
        if entity:
            contact = Contact(member.person, known.email if known else "", "focal point of a workstream")
            found[names.key(entity, entity_id)].setdefault(member.person, contact)
    return {key: tuple(held.values()) for key, held in found.items()}


def _who(one: TasksOf | AskableEntity) -> WhoKey:
    """The key by which `EntityNames` knows it."""
    return (one.entity_id, one.name if one.entity_id else fold(one.name))


def joined(names: Iterable[str]) -> str:
    """Names from several cells as one, each once."""
    each = (one for cell in names for one in split_entities(cell))
    return join_entities(dict.fromkeys(each))


def _plan(session: Session, as_of: str) -> list[TaskRow]:
    tasks = [task for task in list_tasks(session, as_of=as_of) if in_work_plan(task, as_of)]
    chapters = [row.id for row in list_chapters(session)]
    return tasks_in_order(tasks, chapters, [row.id for row in list_workstreams(session)])


def _leads(members: Iterable[MemberRow]) -> dict[str, list[Named]]:
    """By workstream the entities that lead it, or those of the people who do."""
    leads: dict[str, list[Named]] = defaultdict(list)
    for row in members:
        if row.role == "lead" and row.entity:
            leads[row.workstream_id].append((row.entity, row.entity_id))
    return leads
