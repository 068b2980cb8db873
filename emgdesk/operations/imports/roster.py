"""A roster plan becomes people and lines: bulk rows, so that ten thousand cost little."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, Meeting, Participation, Person, PersonEmail, PersonName
from emgdesk.domain.folding import name_key
from emgdesk.domain.keys import new_keys
from emgdesk.domain.people import split_name
from emgdesk.errors import DataError
from emgdesk.importing.plan import ROW_PERSON, PlanRow, RosterPlan
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.tables import text_of
from emgdesk.jobs import QUIET, Job
from emgdesk.operations.imports.runs import record_run, refuse_if_moved_on
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import fetch

_CHUNK = 500
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_KNOWN = ("name", "given", "family", "title", "function", "phone", "country")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RosterImported:
    """What an import did: people made, lines added to the roster, lines or people changed."""

    import_id: str
    new_people: int
    new_lines: int
    changed: int


@dataclass(slots=True)
class _Harvest:
    """Rows to write, collected before anything is written."""

    people: list[Row] = field(default_factory=list)
    names: list[Row] = field(default_factory=list)
    emails: list[Row] = field(default_factory=list)
    lines: list[Row] = field(default_factory=list)
    person_updates: list[tuple[str, Row]] = field(default_factory=list)
    line_updates: list[tuple[str, Row]] = field(default_factory=list)


@operation
def apply_roster_plan(
    session: Session, /, *, plan: RosterPlan, meeting_id: str | None = None, job: Job = QUIET
) -> RosterImported:
    """Take a previewed roster into its meeting.

    Raises DataError if the desk moved on since the preview or the meeting is
    gone, CancelledError if the job is cancelled; nothing is left behind then.
    """
    refuse_if_moved_on(session, plan.revision)
    return write_roster_plan(session, plan, meeting_id, job)


def write_roster_plan(session: Session, plan: RosterPlan, meeting_id: str | None, job: Job) -> RosterImported:
    """As `apply_roster_plan`, inside an import that made sure of the desk's state itself."""
    meeting = fetch(session, Meeting, meeting_id or plan.meeting_id or "", "meeting")
    run = record_run(
        session, kind="roster", file=plan.file, sha256=plan.sha256, sheet=plan.sheet,
        fingerprint=plan.fingerprint, mapping=plan.columns, headers=plan.headers, meeting_id=meeting.id,
    )  # fmt: skip
    harvest = _Gatherer(session, plan, meeting.id, run).gather(job)
    job.report("Writing", 0, 0)
    _insert(session, Person, harvest.people, job)
    _insert(session, PersonName, harvest.names, job)
    _insert(session, PersonEmail, harvest.emails, job)
    _insert(session, Participation, harvest.lines, job)
    _update(session, Person.__table__, harvest.person_updates)  # type: ignore[arg-type]
    _update(session, Participation.__table__, harvest.line_updates)  # type: ignore[arg-type]
    changed = len({key for key, _ in (*harvest.person_updates, *harvest.line_updates)})
    return RosterImported(run, len(harvest.people), len(harvest.lines), changed)


class _Gatherer:
    """Turns the rows of one plan into rows of the tables."""

    def __init__(self, session: Session, plan: RosterPlan, meeting_id: str, run: str) -> None:
        self._session, self._plan, self._meeting_id, self._run = session, plan, meeting_id, run
        statuses = session.execute(select(Entity.id, Entity.status))
        self._statuses: dict[str, str] = {row.id: row.status for row in statuses}
        last = select(func.max(Participation.position)).where(Participation.meeting_id == meeting_id)
        self._position = session.scalar(last) or 0
        self._harvest = _Harvest()
        self._by_row: dict[int, str] = {}
        self._keys = iter(new_keys(4 * len(plan.rows)))
        self._spellings: dict[str, set[str]] = defaultdict(set)
        self._persons: dict[str, Row] = {}
        self._seated: set[str] = set()

    def gather(self, job: Job) -> _Harvest:
        self._look_up({row.target_id for row in self._plan.rows if row.target_id})
        for count, row in enumerate(self._plan.rows):
            if count % _CHUNK == 0:
                job.check_cancelled()
                job.report("Preparing", count, len(self._plan.rows))
            if row.record is not None and row.action != "none":
                self._take(row, row.record)
        return self._harvest

    def _look_up(self, people: set[str]) -> None:
        ordered = sorted(key for key in people if not key.startswith(ROW_PERSON))
        for start in range(0, len(ordered), _CHUNK):
            part = ordered[start : start + _CHUNK]
            columns = (Person.id, Person.name, Person.given, Person.family, Person.title, Person.function)
            for person in self._session.execute(select(*columns).where(Person.id.in_(part))).mappings():
                self._persons[person["id"]] = dict(person)
            names = select(PersonName.person_id, PersonName.name).where(PersonName.person_id.in_(part))
            for key, name in self._session.execute(names):
                self._spellings[key].add(name)
            own = select(Participation.person_id).where(
                Participation.meeting_id == self._meeting_id, Participation.person_id.in_(part)
            )
            self._seated.update(self._session.scalars(own))

    def _take(self, row: PlanRow, record: RosterRecord) -> None:
        if row.action == "create":
            person_id = self._create(row, record)
        else:
            person_id = self._resolve(row)
            self._change_person(row, record, person_id)
        self._by_row[row.row] = person_id
        if row.action == "update":
            self._change_line(row)
        elif person_id not in self._seated:
            self._seat(row, record, person_id)

    def _resolve(self, row: PlanRow) -> str:
        target = row.target_id or ""
        if target.startswith(ROW_PERSON):
            target = self._by_row.get(int(target.removeprefix(ROW_PERSON)), "")
        if not target:
            raise DataError(f"Row {row.row}: the person chosen for {row.name} is not imported.")
        return target

    def _create(self, row: PlanRow, record: RosterRecord) -> str:
        person_id = next(self._keys)
        given, family = (record.given, record.family) if record.family else split_name(record.name)
        person = {
            "id": person_id, "name": record.name, "given": given, "family": family, "title": record.title,
            "function": record.function, "entity_id": row.entity_id, "phone": record.phone,
            "country": record.country, "notes": "",
        }  # fmt: skip
        self._harvest.people.append(person)
        self._persons[person_id] = person
        self._spell(person_id, record.name)
        self._mail(person_id, record.email, 0)
        return person_id

    def _spell(self, person_id: str, name: str) -> None:
        key = name_key(name)
        if key and name not in self._spellings[person_id]:
            self._spellings[person_id].add(name)
            self._harvest.names.append(
                {"id": next(self._keys), "person_id": person_id, "name": name, "key": key}
            )

    def _mail(self, person_id: str, email: str, position: int) -> None:
        if email:
            self._harvest.emails.append(
                {"id": next(self._keys), "person_id": person_id, "email": email, "position": position}
            )

    def _change_person(self, row: PlanRow, record: RosterRecord, person_id: str) -> None:
        self._spell(person_id, record.name)
        changes = {name: new for name, (_, new) in row.person_changes.items()}
        self._mail(person_id, changes.pop("email", ""), 0 if self._plan.update == "replace" else 1)
        values: Row = {name: value for name, value in changes.items() if name in _KNOWN}
        if "entity" in changes:
            values["entity_id"] = row.entity_id
        if values:
            self._harvest.person_updates.append((person_id, values))

    def _change_line(self, row: PlanRow) -> None:
        values: Row = {name: new for name, (_, new) in row.line_changes.items()}
        if "entity" in values:
            values |= {"entity_id": row.entity_id, "capacity": self._capacity(row.entity_id)}
        if values and row.participation_id:
            self._harvest.line_updates.append((row.participation_id, values))

    def _capacity(self, entity_id: str | None) -> str:
        return self._statuses.get(entity_id or "", "guest")

    def _seat(self, row: PlanRow, record: RosterRecord, person_id: str) -> None:
        person = self._persons.get(person_id, {})
        given, family = record.given, record.family
        if not family:
            known = person.get("name") == record.name
            given, family = (person["given"], person["family"]) if known else split_name(record.name)
        self._position += 1
        self._seated.add(person_id)
        self._harvest.lines.append(
            {
                "id": next(self._keys), "meeting_id": self._meeting_id, "person_id": person_id,
                "position": self._position, "title": record.title or person.get("title", ""),
                "name": record.name, "given": given, "family": family, "entity_id": row.entity_id,
                "entity": record.entity, "function": record.function or person.get("function", ""),
                "capacity": self._capacity(row.entity_id), "role": record.role or "participant",
                "attendance": record.attendance or self._plan.default_attendance, "mode": record.mode,
                "registered": record.registered, "notes": record.notes, "import_id": self._run,
                "source_row": row.row, "level": "", "stands_in_for": "",
                "original": _ENCODE([text_of(cell) for cell in record.cells]) if record.cells else "",
            }
        )  # fmt: skip


def _insert(session: Session, model: Any, rows: list[Row], job: Job) -> None:
    for start in range(0, len(rows), 10 * _CHUNK):
        job.check_cancelled()
        session.connection().execute(insert(model), rows[start : start + 10 * _CHUNK])


def _update(session: Session, table: Table, updates: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for key, values in updates:
        groups[tuple(values)].append({"_key": key, **values})
    for columns, rows in groups.items():
        statement = update(table).where(table.c.id == bindparam("_key"))
        session.connection().execute(statement.values({c: bindparam(c) for c in columns}), rows)
