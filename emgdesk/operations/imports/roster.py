"""A roster plan becomes people and lines: bulk rows, so that ten thousand cost little."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, Meeting, Participation, Person, PersonEmail, PersonName
from emgdesk.domain.folding import name_key
from emgdesk.domain.keys import new_keys
from emgdesk.domain.people import split_name
from emgdesk.importing.plan import PlanRow, RosterPlan
from emgdesk.importing.records import RosterRecord
from emgdesk.importing.tables import Cell, text_of
from emgdesk.jobs import QUIET, Job
from emgdesk.operations.imports.bulk import add_addresses, insert_rows, make_room, select_by_key, update_rows
from emgdesk.operations.imports.decisions import Decided
from emgdesk.operations.imports.entities import decide_entities
from emgdesk.operations.imports.runs import record_run, refuse_if_moved_on
from emgdesk.operations.marking import operation
from emgdesk.operations.rows import fetch

_CHUNK = 2000
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_KNOWN = ("name", "given", "family", "title", "function", "phone", "country")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RosterImported:
    """What an import did: people made, lines added to the roster, lines or people changed,
    entities made.

    `import_id` is empty where there was nothing to do: no step is made of that.
    """

    import_id: str
    new_people: int
    new_lines: int
    changed: int
    new_entities: int = 0


@dataclass(slots=True)
class _Harvest:
    """The rows of one chunk, collected before they are written together."""

    people: list[Row] = field(default_factory=list)
    names: list[Row] = field(default_factory=list)
    emails: list[Row] = field(default_factory=list)
    lines: list[Row] = field(default_factory=list)
    readdressed: list[tuple[str]] = field(default_factory=list)  # people whose new address goes first
    learned: list[tuple[str, str, str, str]] = field(default_factory=list)  # addresses that go last
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
    if _is_idle(session, plan):
        return RosterImported("", 0, 0, 0)
    run = record_run(
        session, kind="attendance" if plan.is_attendance else "roster", file=plan.file,
        sha256=plan.sha256, sheet=plan.sheet, fingerprint=plan.fingerprint, mapping=plan.columns,
        headers=plan.headers, meeting_id=meeting.id,
    )  # fmt: skip
    return _Importer(session, plan, meeting.id, run).run(job)


def _is_idle(session: Session, plan: RosterPlan) -> bool:
    """Whether applying the plan would change nothing at all."""
    if any(row.action != "none" for row in plan.rows) or _absent(plan):
        return False
    if plan.late_walk_ins:
        return False
    asked = any(question.answered is not None for question in plan.entity_questions)
    return not asked and Decided(plan).is_known(session)


def _texts(cells: tuple[Cell, ...]) -> list[str]:
    return [cell if isinstance(cell, str) else text_of(cell) for cell in cells]


def _absent(plan: RosterPlan) -> list[str]:
    """The lines of people registered that are to be marked absent."""
    if not plan.mark_absent or plan.meets is None:
        return []
    return [line.id for line in plan.meets.absent if line.attendance != "absent"]


class _Importer:
    """Turns the rows of one plan into rows of the tables, a chunk at a time to keep memory level."""

    def __init__(self, session: Session, plan: RosterPlan, meeting_id: str, run: str) -> None:
        self._session, self._plan, self._meeting_id, self._run = session, plan, meeting_id, run
        self._made = decide_entities(session, plan)
        statuses = session.execute(select(Entity.id, Entity.status))
        self._statuses: dict[str, str] = {row.id: row.status for row in statuses}
        last = select(func.max(Participation.position)).where(Participation.meeting_id == meeting_id)
        self._position = session.scalar(last) or 0
        self._seated = set(
            session.scalars(select(Participation.person_id).where(Participation.meeting_id == meeting_id))
        )
        self._walk_ins = set(plan.meets.walk_ins) if plan.meets is not None else set()
        self._decided = Decided(plan)
        self._begin_chunk()

    def _begin_chunk(self) -> None:
        self._harvest = _Harvest()
        self._keys = iter(new_keys(4 * _CHUNK))
        self._spellings: dict[str, set[str]] = defaultdict(set)
        self._persons: dict[str, Row] = {}

    def run(self, job: Job) -> RosterImported:
        """Write all rows; raises CancelledError between two chunks."""
        people, changed = 0, set[str]()
        before = self._position
        rows = self._plan.rows
        for start in range(0, len(rows), _CHUNK):
            job.check_cancelled()
            job.report("Writing", start, len(rows))
            self._begin_chunk()
            chunk = rows[start : start + _CHUNK]
            self._look_up({row.target_id for row in chunk if row.target_id})
            for row in chunk:
                if row.record is not None and row.action != "none":
                    self._take(row, row.record)
            self._write()
            people += len(self._harvest.people)
            changed.update(key for key, _ in (*self._harvest.person_updates, *self._harvest.line_updates))
        self._decided.write(self._session, self._run)
        absent = _absent(self._plan)
        update_rows(self._session, Participation, ((key, {"attendance": "absent"}) for key in absent))
        late = [line.id for line in self._plan.late_walk_ins]
        update_rows(self._session, Participation, ((key, {"walk_in": 1}) for key in late))
        added = self._position - before
        return RosterImported(self._run, people, added, len(changed.union(absent, late)), len(self._made))

    def _write(self) -> None:
        harvest = self._harvest
        insert_rows(self._session, Person, harvest.people)
        insert_rows(self._session, PersonName, harvest.names)
        make_room(self._session, harvest.readdressed)
        insert_rows(self._session, PersonEmail, harvest.emails)
        add_addresses(self._session, harvest.learned)
        insert_rows(self._session, Participation, harvest.lines)
        update_rows(self._session, Person, harvest.person_updates)
        update_rows(self._session, Participation, harvest.line_updates)

    def _look_up(self, people: set[str]) -> None:
        wanted = sorted(people)
        columns = ("id", "name", "given", "family", "title", "function")
        for person in select_by_key(self._session, Person, columns, "id", wanted):
            self._persons[person[0]] = dict(zip(columns, person, strict=True))
        for key, name in select_by_key(self._session, PersonName, ("person_id", "name"), "person_id", wanted):
            self._spellings[key].add(name)

    def _take(self, row: PlanRow, record: RosterRecord) -> None:
        if row.action == "create":
            person_id = self._create(row, record)
        else:
            person_id = row.target_id or ""  # planning names one for whoever joins or is updated
            self._change_person(row, record, person_id)
        self._decided.note(row.row, person_id)
        if row.action == "update":
            self._change_line(row)
        elif person_id not in self._seated:
            self._seat(row, record, person_id)

    def _create(self, row: PlanRow, record: RosterRecord) -> str:
        person_id = next(self._keys)
        given, family = (record.given, record.family) if record.family else split_name(record.name)
        person = {
            "id": person_id, "name": record.name, "given": given, "family": family, "title": record.title,
            "function": record.function, "entity_id": self._entity(row), "phone": record.phone,
            "country": record.country, "notes": "",
        }  # fmt: skip
        self._harvest.people.append(person)
        self._persons[person_id] = person
        self._spell(person_id, record.name)
        self._mail(person_id, record.email)
        return person_id

    def _spell(self, person_id: str, name: str) -> None:
        if name not in self._spellings[person_id] and (key := name_key(name)):
            self._spellings[person_id].add(name)
            self._harvest.names.append(
                {"id": next(self._keys), "person_id": person_id, "name": name, "key": key}
            )

    def _mail(self, person_id: str, email: str) -> None:
        if email:
            self._harvest.emails.append(
                {"id": next(self._keys), "person_id": person_id, "email": email, "position": 0}
            )

    def _change_person(self, row: PlanRow, record: RosterRecord, person_id: str) -> None:
        self._spell(person_id, record.name)
        changes = {name: new for name, (_, new) in row.person_changes.items()}
        if "email" in row.person_changes and row.person_changes["email"][0]:
            self._harvest.readdressed.append((person_id,))
        self._mail(person_id, changes.pop("email", ""))
        if "email_added" in changes:
            learned = changes.pop("email_added")
            self._harvest.learned.append((next(self._keys), person_id, learned, person_id))
        values: Row = {name: value for name, value in changes.items() if name in _KNOWN}
        if "entity" in changes:
            values["entity_id"] = self._entity(row)
        if values:
            self._harvest.person_updates.append((person_id, values))

    def _change_line(self, row: PlanRow) -> None:
        values: Row = {name: new for name, (_, new) in row.line_changes.items()}
        if "name" in values and "family" not in values:
            values["given"], values["family"] = split_name(values["name"])
        if "walk_in" in values:
            values["walk_in"] = 0
        if "entity" in values or "entity_id" in values:
            values["entity_id"] = self._entity(row)
        if values and row.participation_id:
            self._harvest.line_updates.append((row.participation_id, values))

    def _entity(self, row: PlanRow) -> str | None:
        """The key of the row's entity, which this very import may have made."""
        return self._made.get(row.entity_id, row.entity_id) if row.entity_id else None

    def _capacity(self, entity_id: str | None) -> str:
        return self._statuses.get(entity_id or "", "guest")

    def _seat(self, row: PlanRow, record: RosterRecord, person_id: str) -> None:
        person = self._persons.get(person_id, {})
        given, family = record.given, record.family
        if not family:
            known = person.get("name") == record.name
            given, family = (person["given"], person["family"]) if known else split_name(record.name)
        entity_id = self._entity(row)
        attendance = record.attendance or self._plan.default_attendance
        mode = record.mode or (self._plan.default_mode if attendance == "attended" else "")
        self._position += 1
        self._seated.add(person_id)
        self._harvest.lines.append(
            {
                "id": next(self._keys), "meeting_id": self._meeting_id, "person_id": person_id,
                "position": self._position, "title": record.title or person.get("title", ""),
                "name": record.name, "given": given, "family": family, "entity_id": entity_id,
                "entity": record.entity, "function": record.function or person.get("function", ""),
                "capacity": self._capacity(entity_id), "role": record.role or "participant",
                "attendance": attendance, "walk_in": int(row.row in self._walk_ins), "mode": mode,
                "registered": record.registered, "notes": record.notes, "import_id": self._run,
                "source_row": row.row, "level": "", "stands_in_for": "",
                "original": _ENCODE(_texts(record.cells)) if record.cells else "",
            }
        )  # fmt: skip
