"""What a row is called by people: the history shows names, never keys."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

RowKey = tuple[str, str]
"""(table, id)"""

_BATCH = 500
_NAMES = {
    "action": "SELECT id, substr(text, 1, 90) FROM action",
    "action_section": "SELECT s.id, s.heading || ' (' || m.code || ')' FROM action_section s "
    "JOIN meeting m ON m.id = s.meeting_id",
    "agenda_document": "SELECT l.id, d.title || ' under ' || i.title FROM agenda_document l "
    "JOIN agenda_item i ON i.id = l.agenda_item_id JOIN document d ON d.id = l.document_id",
    "agenda_item": "SELECT i.id, i.title || ' (' || m.code || ')' FROM agenda_item i "
    "JOIN meeting m ON m.id = i.meeting_id",
    "attachment": "SELECT id, name FROM attachment",
    "attachment_part": "SELECT p.id, 'part of ' || a.name FROM attachment_part p "
    "JOIN attachment a ON a.id = p.attachment_id",
    "chapter": "SELECT id, title FROM chapter",
    "deliverable": "SELECT id, title FROM deliverable",
    "deliverable_stage": "SELECT s.id, s.stage || ': ' || d.title FROM deliverable_stage s "
    "JOIN deliverable d ON d.id = s.deliverable_id",
    "designation": "SELECT d.id, d.role || ' of ' || e.acronym || ': ' || p.name FROM designation d "
    "JOIN entity e ON e.id = d.entity_id JOIN person p ON p.id = d.person_id",
    "document": "SELECT d.id, trim(d.symbol || ' ' || d.title) || ' (' || m.code || ')' FROM document d "
    "JOIN meeting m ON m.id = d.meeting_id",
    "effect": "SELECT f.id, f.kind || ': ' || substr(a.text, 1, 80) FROM effect f "
    "JOIN action a ON a.id = f.action_id",
    "entity": "SELECT id, acronym FROM entity",
    "entity_alias": "SELECT a.id, a.name || ' (' || e.acronym || ')' FROM entity_alias a "
    "JOIN entity e ON e.id = a.entity_id",
    "entity_domain": "SELECT d.id, d.domain || ' (' || e.acronym || ')' FROM entity_domain d "
    "JOIN entity e ON e.id = d.entity_id",
    "entity_merge": "SELECT m.id, m.lost_name || ' into ' || e.acronym FROM entity_merge m "
    "JOIN entity e ON e.id = m.kept_id",
    "follow_up": "SELECT id, substr(trim(who || ': ' || what, ': '), 1, 90) FROM follow_up",
    "footnote": "SELECT id, substr(text, 1, 90) FROM footnote",
    "import_run": "SELECT id, file FROM import_run",
    "intended_finding": "SELECT id, reason FROM intended_finding",
    "intervention": "SELECT id, substr(trim(speaker || ': ' || gist, ': '), 1, 90) FROM intervention",
    "issued_document": "SELECT d.id, d.name || ' of ' || m.code FROM issued_document d "
    "JOIN meeting m ON m.id = d.meeting_id",
    "mandate_event": "SELECT v.id, w.name || ' ' || v.kind FROM mandate_event v "
    "JOIN workstream w ON w.id = v.workstream_id",
    "meeting": "SELECT id, code FROM meeting",
    "membership": "SELECT m.id, m.role || ': ' || coalesce(nullif(m.person, ''), m.entity) || ' (' || w.name "
    "|| ')' FROM membership m JOIN workstream w ON w.id = m.workstream_id",
    "office": "SELECT o.id, o.office || ': ' || p.name FROM office o JOIN person p ON p.id = o.person_id",
    "paragraph": "SELECT id, substr(text, 1, 90) FROM paragraph",
    "participation": "SELECT p.id, p.name || ' (' || m.code || ')' FROM participation p "
    "JOIN meeting m ON m.id = p.meeting_id",
    "person": "SELECT id, name FROM person",
    "person_email": "SELECT e.id, e.email || ' (' || p.name || ')' FROM person_email e "
    "JOIN person p ON p.id = e.person_id",
    "person_merge": "SELECT m.id, m.lost_name || ' into ' || p.name FROM person_merge m "
    "JOIN person p ON p.id = m.kept_id",
    "person_name": "SELECT n.id, n.name || ' (' || p.name || ')' FROM person_name n "
    "JOIN person p ON p.id = n.person_id",
    "progress_entry": "SELECT e.id, substr(t.text, 1, 90) || ', ' || e.as_of FROM progress_entry e "
    "JOIN task t ON t.id = e.task_id",
    "progress_request": "SELECT id, entity || ', progress as of ' || as_of FROM progress_request",
    "report_section": "SELECT s.id, s.heading || ' (' || m.code || ')' FROM report_section s "
    "JOIN meeting m ON m.id = s.meeting_id",
    "reservation": "SELECT id, entity || ': ' || substr(text, 1, 80) FROM reservation",
    "section_item": "SELECT l.id, s.heading || ' on ' || i.title FROM section_item l "
    "JOIN report_section s ON s.id = l.section_id JOIN agenda_item i ON i.id = l.agenda_item_id",
    "setting": "SELECT id, name FROM setting",
    "task": "SELECT id, substr(text, 1, 90) FROM task",
    "two_entities": "SELECT t.id, a.acronym || ' and ' || b.acronym FROM two_entities t "
    "JOIN entity a ON a.id = t.one_id JOIN entity b ON b.id = t.other_id",
    "two_people": "SELECT t.id, a.name || ' and ' || b.name FROM two_people t "
    "JOIN person a ON a.id = t.one_id JOIN person b ON b.id = t.other_id",
    "workstream": "SELECT id, name FROM workstream",
    "workstream_alias": "SELECT a.id, a.name || ' (' || w.name || ')' FROM workstream_alias a "
    "JOIN workstream w ON w.id = a.workstream_id",
}
_TELLING = (
    "acronym", "code", "title", "heading", "name", "email", "file", "text", "lost_name", "domain", "gist",
    "what", "reason", "stage", "kind", "office", "role",
)  # fmt: skip


def name_rows(session: Session, *, keys: Mapping[str, Collection[str]]) -> dict[RowKey, str]:
    """The names of rows given by table; a row that was removed keeps the name it had last.

    Rows nothing is known of any more are left out.
    """
    names: dict[RowKey, str] = {}
    for table, wanted in keys.items():
        if table in _NAMES:
            names.update(_living(session, table, list(wanted)))
    gone = {(table, key) for table, wanted in keys.items() for key in wanted} - names.keys()
    names.update(_removed(session, gone))
    return names


def name_of(row: Mapping[str, Any]) -> str:
    """The most telling text of a whole row's columns, "" if it has none."""
    found = next((str(row[column]) for column in _TELLING if row.get(column)), "")
    return found[:90]


def _living(session: Session, table: str, wanted: list[str]) -> Iterator[tuple[RowKey, str]]:
    source = _NAMES[table]
    alias = source.split(" FROM ")[1].split()[1] + "." if " JOIN " in source else ""
    statement = text(f"{source} WHERE {alias}id IN :keys").bindparams(bindparam("keys", expanding=True))
    for batch in _batches(wanted):
        for key, name in session.execute(statement, {"keys": batch}):
            yield (table, key), name


def _removed(session: Session, gone: Collection[RowKey]) -> Iterator[tuple[RowKey, str]]:
    statement = text(
        "SELECT table_name, row_id, before FROM change WHERE action = 'D' AND row_id IN :keys ORDER BY id"
    ).bindparams(bindparam("keys", expanding=True))
    for batch in _batches([key for _, key in gone]):
        for table, key, before in session.execute(statement, {"keys": batch}):
            name = name_of(json.loads(before))
            if name:
                yield (table, key), name


def _batches(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]
