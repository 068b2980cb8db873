"""What the desk knows, read once for an import to be planned against."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from emgdesk.domain.dates import decided_on
from emgdesk.domain.folding import fold, name_key
from emgdesk.domain.lineage import OVER
from emgdesk.domain.people import composed
from emgdesk.domain.workbooks import citation_key
from emgdesk.importing.snapshot import (
    KnownBearer,
    KnownChapter,
    KnownEntity,
    KnownMeeting,
    KnownParticipation,
    KnownPerson,
    KnownRequest,
    KnownTask,
    KnownWorkstream,
    RosterSnapshot,
    WorkplanSnapshot,
)
from emgdesk.queries.citations import read_citations
from emgdesk.queries.entities import list_entities
from emgdesk.queries.mandates import list_events
from emgdesk.queries.meetings import list_meetings
from emgdesk.queries.memberships import written_members
from emgdesk.queries.workplan_books import besides_tasks
from emgdesk.queries.workstreams import WorkstreamRow, list_chapters, list_workstreams


def revision(session: Session) -> str:
    """Names the state of the desk; another one means the data moved on."""
    return str(session.execute(text("SELECT coalesce(max(number), 0) FROM revision")).scalar_one())


def _rows(session: Session, sql: str, **values: str) -> Iterable[Any]:
    """Plain tuples straight from the driver: a snapshot of 50,000 people is made of 150,000 of them."""
    rows: Iterable[Any] = session.connection().connection.cursor().execute(sql, values)
    return rows


def _grouped(session: Session, sql: str) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for key, value in _rows(session, sql):
        groups[key] = (*groups[key], value) if key in groups else (value,)
    return groups


# The entity as printed last of those whose entity is none of the desk's; a later line wins.
_PRINTED = """
    SELECT p.person_id, p.entity FROM participation p JOIN person h ON h.id = p.person_id
    WHERE h.entity_id IS NULL AND p.entity <> '' ORDER BY p.id
"""
# Other entities of the desk than today's that a person once stood on a roster for.
_PRINTED_FOR = """
    SELECT DISTINCT p.person_id, p.entity_id FROM participation p JOIN person h ON h.id = p.person_id
    WHERE p.entity_id IS NOT NULL AND p.entity_id IS NOT h.entity_id
"""
AS_PRINTED = "entities_as_printed"  # the setting that keeps what `_as_printed` answers


def _with_parts(keys: tuple[str, ...], given: str, family: str) -> tuple[str, ...]:
    """The keys of a name, also as its parts make it where they are run together: 王丽 where it is 丽 王."""
    if given.isascii() or " " in (whole := composed(given, family)) or not family:
        return keys
    key = name_key(whole)
    return keys if key in keys else (*keys, key)


def roster_snapshot(session: Session, *, meeting_id: str | None = None) -> RosterSnapshot:
    """Everybody and every entity, and the roster of the meeting imported into."""
    keys = _grouped(session, "SELECT person_id, key FROM person_name")
    emails = _grouped(session, "SELECT person_id, lower(email) FROM person_email ORDER BY position")
    printed = dict(_rows(session, _PRINTED))
    printed_for = _grouped(session, _PRINTED_FOR)
    people = _rows(
        session,
        "SELECT id, name, entity_id, given, family, title, function, phone, country FROM person",
    )
    status, date = _meeting(session, meeting_id) if meeting_id else ("", "")
    return RosterSnapshot(
        revision=revision(session),
        people=tuple(
            KnownPerson._make(
                (
                    p[0], p[1], _with_parts(keys.get(p[0], ()), p[3], p[4]), p[2],
                    emails.get(p[0], ()), *p[3:],
                    printed.get(p[0], ""), printed_for.get(p[0], ()),
                )
            )
            for p in people
        ),
        entities=known_entities(session),
        roster=_roster(session, meeting_id) if meeting_id else (),
        meeting_id=meeting_id,
        meeting_held=status == "held",
        meeting_date=date,
        two_people=frozenset(_rows(session, "SELECT one_id, other_id FROM two_people")),
        as_printed=_as_printed(session),
        merged=_merged(session),
    )  # fmt: skip


def known_entities(session: Session) -> tuple[KnownEntity, ...]:
    """Every entity with all its names."""
    domains = _grouped(session, "SELECT entity_id, lower(domain) FROM entity_domain ORDER BY id")
    return tuple(
        KnownEntity(
            e.id,
            e.acronym,
            tuple(n for n in (e.acronym, e.full_name, *e.aliases) if n),
            domains.get(e.id, ()),
            e.parent_id,
            e.status,
        )
        for e in list_entities(session)
    )


def _merged(session: Session) -> dict[str, str]:
    """{key of a person who turned out to be another one: the key of that one today}."""
    merged = dict(_rows(session, "SELECT lost_id, kept_id FROM person_merge ORDER BY id"))
    for lost, kept in merged.items():
        seen = {lost}
        while kept in merged and kept not in seen:
            seen.add(kept)
            kept = merged[kept]
        merged[lost] = kept
    return merged


def _as_printed(session: Session) -> frozenset[str]:
    """The folded entity texts somebody said are no entity and stay as printed."""
    said = _rows(session, "SELECT value FROM setting WHERE name = :name", name=AS_PRINTED)
    return frozenset(key for (value,) in said for key in json.loads(value))


def _meeting(session: Session, meeting_id: str) -> tuple[str, str]:
    """Status and date of a meeting, empty where it is gone."""
    rows = _rows(session, "SELECT status, date FROM meeting WHERE id = :m", m=meeting_id)
    return next(iter(rows), ("", ""))


def _roster(session: Session, meeting_id: str) -> tuple[KnownParticipation, ...]:
    rows = _rows(
        session,
        """
        SELECT p.id, p.person_id, p.name, p.entity, p.entity_id, p.title, p.function, p.role, p.attendance,
               p.mode, p.notes, p.walk_in, p.registered, i.kind = 'attendance' AND p.registered = '',
               p.capacity
        FROM participation p LEFT JOIN import_run i ON i.id = p.import_id
        WHERE p.meeting_id = :m ORDER BY p.position
        """,
        m=meeting_id,
    )
    return tuple(KnownParticipation(*_line(*row)) for row in rows)


def _line(*row: Any) -> tuple[Any, ...]:
    """The columns of a line with its flags as such."""
    *texts, walk_in, registered, from_attendance, capacity = row
    return (*texts, bool(walk_in), registered, bool(from_attendance), capacity or "guest")


def printed_people(session: Session, *, names: Iterable[str]) -> dict[tuple[str, str], frozenset[str]]:
    """The people rosters print under each of these `names`, by (name, folded entity)."""
    rows = _rows(
        session,
        "SELECT DISTINCT name, entity, person_id FROM participation "
        "WHERE name IN (SELECT value FROM json_each(:names))",
        names=json.dumps(sorted(names)),
    )
    found: dict[tuple[str, str], frozenset[str]] = {}
    for name, entity, person_id in rows:
        key = (name, fold(entity))
        found[key] = found.get(key, frozenset()) | {person_id}
    return found


def kept_decisions(session: Session, *, sha256: str, sheet: str) -> dict[str, str]:
    """What was decided on the rows of this sheet of this file, as `importing.planning.memory` reads it."""
    sql = "SELECT decisions FROM import_run WHERE sha256 = :s AND sheet = :t AND decisions <> '' ORDER BY id"
    kept: dict[str, str] = {}
    for (decisions,) in _rows(session, sql, s=sha256, t=sheet):
        kept |= json.loads(decisions)
    merged = _merged(session) if kept else {}
    return {row: merged.get(said, said) for row, said in kept.items()}


def taken_rows(session: Session, *, sha256: str, sheet: str, meeting_id: str) -> dict[int, str]:
    """{row: person} of the rows of this sheet of this file that became lines of the meeting."""
    rows = _rows(
        session,
        "SELECT p.source_row, p.person_id FROM participation p JOIN import_run i ON i.id = p.import_id "
        "WHERE i.sha256 = :s AND i.sheet = :t AND p.meeting_id = :m AND p.source_row IS NOT NULL",
        s=sha256, t=sheet, m=meeting_id,
    )  # fmt: skip
    return dict(rows)


def workplan_snapshot(
    session: Session, *, cited: Iterable[str] = (), people: Iterable[str] = ()
) -> WorkplanSnapshot:
    """The work plan as the desk holds it.

    Decisions are read of the meetings `cited` (texts) begin with, people by the names in `people`.
    """
    workstreams = list_workstreams(session)
    return WorkplanSnapshot(
        revision=revision(session),
        chapters=tuple(KnownChapter(c.id, c.title) for c in list_chapters(session)),
        workstreams=_known(session, workstreams),
        tasks=_tasks(session),
        book=besides_tasks(session, workstreams),
        decided=frozenset(row.id for row in list_events(session) if row.applied),
        meetings=tuple(
            KnownMeeting(m.id, m.code, decided_on(m.date, m.end_date)) for m in list_meetings(session)
        ),
        entities=known_entities(session),
        decisions=_decisions(session, cited),
        people=_bearers(session, people),
        requests=tuple(
            KnownRequest(*row)
            for row in _rows(
                session,
                "SELECT r.id, coalesce(e.acronym, r.entity), r.as_of, r.answered_on FROM progress_request r "
                "LEFT JOIN entity e ON e.id = r.entity_id ORDER BY r.id",
            )
        ),
    )


def _tasks(session: Session) -> tuple[KnownTask, ...]:
    """Every task in order, with what was reported on it in the order it was written."""
    entries: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for entry in _rows(
        session, "SELECT id, status, text, as_of, task_id FROM progress_entry ORDER BY position, id"
    ):
        entries[entry[4]].append(entry[:4])
    tasks = _rows(
        session,
        "SELECT id, chapter_id, workstream_id, text, source, responsible, due, next_steps, action_id, since, "
        "until FROM task ORDER BY position, id",
    )
    return tuple(
        KnownTask(key, chapter_id, workstream_id, said, tuple(entries.get(key, ())), *others)
        for key, chapter_id, workstream_id, said, *others in tasks
    )


def _bearers(session: Session, names: Iterable[str]) -> dict[str, tuple[KnownBearer, ...]]:
    """Who is known by these names, by `name_key`."""
    rows = _rows(
        session,
        "SELECT DISTINCT n.key, p.id, p.name, p.entity_id FROM person_name n "
        "JOIN person p ON p.id = n.person_id "
        "WHERE n.key IN (SELECT value FROM json_each(:keys)) ORDER BY p.id",
        keys=json.dumps(sorted({name_key(name) for name in names} - {""})),
    )
    found: dict[str, tuple[KnownBearer, ...]] = {}
    for key, *bearer in rows:
        found[key] = (*found.get(key, ()), KnownBearer(*bearer))
    return found


def known_workstreams(session: Session) -> tuple[KnownWorkstream, ...]:
    """Every workstream with all it is and was called."""
    return _known(session, list_workstreams(session))


def _known(session: Session, workstreams: Iterable[WorkstreamRow]) -> tuple[KnownWorkstream, ...]:
    members = written_members(session)
    dated: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for key, name, since, until in _rows(
        session, "SELECT workstream_id, name, since, until FROM workstream_alias ORDER BY id"
    ):
        dated[key].append((name, since, until))
    for key, name in _rows(session, "SELECT id, first_name FROM workstream WHERE first_name <> ''"):
        dated[key].append((name, "", ""))
    joined = {key for (key,) in _rows(session, _JOINED)}
    return tuple(
        KnownWorkstream(
            w.id, w.name, tuple(n for n in (w.name, w.short_name) if n), w.chapter_id,
            w.short_name, w.kind, w.parent_id, w.leads, w.members, w.purpose,
            members.get((w.id, "co-chair"), ""), members.get((w.id, "focal point"), ""), w.officer,
            w.proposer, tuple(dated[w.id]), w.status == OVER, w.id in joined,
        )
        for w in workstreams
    )  # fmt: skip


_JOINED = (
    "SELECT workstream_id FROM mandate_event WHERE kind IN ('became part of', 'taken up under') "
    "AND other_workstream_id IS NOT NULL"
)


def _decisions(session: Session, cited: Iterable[str]) -> dict[str, str]:
    """{citation_key: key of the action} of the decisions of meetings that are cited by code."""
    keys = {citation_key(text) for text in cited}
    meetings = [
        meeting_id
        for meeting_id, code in _rows(session, "SELECT id, code FROM meeting")
        if any(key.startswith(citation_key(code)) for key in keys)
    ]
    actions = _rows(
        session,
        "SELECT a.id FROM action a JOIN action_section s ON s.id = a.section_id "
        "WHERE s.meeting_id IN (SELECT value FROM json_each(:meetings))",
        meetings=json.dumps(meetings),
    )
    citations = read_citations(session, [action_id for (action_id,) in actions])
    return {citation_key(one.words): key for key, one in citations.items()}


def remembered_mapping(session: Session, *, fingerprint: str) -> dict[str, str]:
    """{field: header} as the user last read columns with this header; empty if never."""
    row = session.execute(
        text("SELECT mapping FROM import_run WHERE fingerprint = :f ORDER BY id DESC LIMIT 1"),
        {"f": fingerprint},
    ).first()
    return dict(json.loads(row[0])) if row and row[0] else {}
