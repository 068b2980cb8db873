"""Who was asked to report, by when, and who has answered."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, ProgressRequest
from emgdesk.queries.asked_tasks import Contact, EntityNames, contacts_of, joined, tasks_of_entities
from emgdesk.queries.workstreams import list_workstreams

ANSWERED, WAITING, OVERDUE = "answered", "waiting", "overdue"
STATES = (OVERDUE, WAITING, ANSWERED)
"""Of a request, the most pressing first: its day of return has passed, it has not, the sheet came back."""


@dataclass(frozen=True, slots=True)
class RequestRow:
    """An entity asked: `state` one of `STATES`; days are ISO, `due` and `answered_on` may be "".

    `tasks` it answers for as of that day; `officers` of their workstreams as one cell; `contacts` are
    the focal points to write to.
    """

    id: str
    entity_id: str | None
    entity: str
    full_name: str
    as_of: str
    asked_on: str
    due: str
    answered_on: str
    file: str
    state: str
    tasks: int
    officers: str
    contacts: tuple[Contact, ...]


def list_requests(session: Session, *, today: date, as_of: str | None = None) -> tuple[RequestRow, ...]:
    """Requests, the newest day first, then overdue, waiting and answered ones by name.

    `as_of` (ISO) leaves those for that day; `today` is what `due` is compared with.
    """
    wanted = select(ProgressRequest, Entity.acronym).outerjoin(Entity, Entity.id == ProgressRequest.entity_id)
    if as_of is not None:
        wanted = wanted.where(ProgressRequest.as_of == as_of)
    found = session.execute(wanted).all()
    if not found:
        return ()
    day = today.isoformat()
    names = EntityNames(session)
    contacts = contacts_of(session, names=names, as_of=day)
    officers = {row.id: row.officer for row in list_workstreams(session, as_of=day)}
    held = {
        (asked, names.key(one.name, one.entity_id)): one.tasks
        for asked in {row.as_of for row, _ in found}
        for one in tasks_of_entities(session, as_of=asked, names=names)
    }
    rows = []
    for row, acronym in found:
        key = names.key(row.entity, row.entity_id)
        tasks = held.get((row.as_of, key), ())
        rows.append(
            RequestRow(
                row.id, row.entity_id, acronym or row.entity, names.full_name(key), row.as_of, row.asked_on,
                row.due, row.answered_on, row.file, _state(row, day), len(tasks),
                joined(officers.get(task.workstream_id or "", "") for task in tasks), contacts.get(key, ()),
            )
        )  # fmt: skip
    rows.sort(key=lambda row: (STATES.index(row.state), row.entity.casefold(), row.id))
    return tuple(sorted(rows, key=lambda row: row.as_of, reverse=True))


def _state(row: ProgressRequest, today: str) -> str:
    if row.answered_on:
        return ANSWERED
    return OVERDUE if row.due and row.due < today else WAITING
