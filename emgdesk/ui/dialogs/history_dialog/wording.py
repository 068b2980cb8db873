"""Changes of rows in the words of the desk: what was added or removed, which field went from what to what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from emgdesk.queries.history import ChangeRow, HistoryRow
from emgdesk.queries.row_names import RowKey, name_of

NOUNS = {
    "action": "Action",
    "action_section": "Section of the actions",
    "agenda_document": "Document under an item",
    "agenda_item": "Agenda item",
    "attachment": "File",
    "chapter": "Chapter",
    "deliverable": "Deliverable",
    "deliverable_stage": "Stage of a deliverable",
    "designation": "Designation",
    "document": "Document",
    "effect": "Effect",
    "entity": "Entity",
    "entity_alias": "Spelling of an entity",
    "entity_domain": "E-mail domain of an entity",
    "entity_merge": "Merge of entities",
    "follow_up": "Follow-up",
    "footnote": "Footnote",
    "import_run": "Imported file",
    "intended_finding": "Finding marked as intended",
    "intervention": "Note",
    "issued_document": "Issue",
    "mandate_event": "Event of a mandate",
    "meeting": "Meeting",
    "office": "Office",
    "paragraph": "Paragraph",
    "participation": "Participant",
    "person": "Person",
    "person_email": "E-mail",
    "person_merge": "Merge of people",
    "person_name": "Spelling of a person",
    "progress_entry": "Progress",
    "report_section": "Section of the report",
    "reservation": "Reservation",
    "section_item": "Item of a section",
    "setting": "Setting",
    "task": "Task",
    "two_entities": "Said to be two entities",
    "two_people": "Said to be two people",
    "workstream": "Workstream",
    "workstream_alias": "Spelling of a workstream",
}
_REFERENCES = {
    "action_id": "action", "action_section_id": "action_section", "agenda_item_id": "agenda_item",
    "answered_meeting_id": "meeting", "attachment_id": "attachment", "chapter_id": "chapter",
    "deliverable_id": "deliverable", "document_id": "document", "effect_id": "effect", "entity_id": "entity",
    "import_id": "import_run", "meeting_id": "meeting", "origin_id": "action",
    "other_workstream_id": "workstream", "paragraph_id": "paragraph", "person_id": "person",
    "previous_id": "meeting", "task_id": "task", "workstream_id": "workstream",
}  # fmt: skip
_KEPT = ("kept_id", "one_id", "other_id")  # of the same noun as their table
_FIELDS = {
    "action_id": "action", "action_section_id": "section of the actions", "added_at": "",
    "adopted_text": "adopted wording", "agenda_adopted": "agenda adopted", "agenda_item_id": "agenda item",
    "agenda_style": "labels", "answered_meeting_id": "answered at", "answered_on": "answered on",
    "as_of": "as of", "at": "", "attachment_id": "file", "before": "", "changes": "", "chapter_id": "chapter",
    "children_style": "labels below", "circulated_on": "circulated on", "code_key": "",
    "counts_as_parent": "counted as its parent", "deliverable_id": "deliverable", "document_id": "document",
    "draft_conclusion": "draft conclusion", "effect_id": "effect", "email": "e-mail", "end_time": "end",
    "entity_id": "entity", "fill": "filled by", "finding": "", "full_name": "full name",
    "import_id": "imported from", "kept_id": "into", "key": "", "lettered": "has a label", "lines": "",
    "lost_id": "", "lost_name": "merged", "made_in_room": "made in the room", "meeting_id": "meeting",
    "new_kind": "new kind", "new_name": "new name", "next_steps": "next steps", "numbered": "has a label",
    "one_id": "one", "options": "", "origin_id": "came from", "original": "", "other_id": "other",
    "other_workstream": "other workstream", "other_workstream_id": "other workstream",
    "paragraph_id": "paragraph", "parent_id": "part of", "person_id": "person",
    "position": "place in the order", "presented_by": "presented by", "previous_id": "made like",
    "section_id": "section", "sha256": "", "short_name": "short name", "som_number": "SOM number",
    "source_row": "row of the file", "stands_in_for": "stands in for", "start_time": "start",
    "submitted_by": "submitted by", "symbol_pattern": "pattern of symbols", "task_id": "task",
    "unsure": "to be confirmed", "walk_in": "walked in", "web_address": "web address",
    "workstream_id": "workstream", "zone_label": "time zone label",
}  # fmt: skip
_YES_NO = ("counts_as_parent", "frozen", "lettered", "made_in_room", "numbered", "unsure", "walk_in")
_ACTIONS = {"I": "added", "U": "changed", "D": "removed"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field in words, before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One row touched: "Participant", "Ana Silva (SOM28 mid-term)", "changed" and its fields."""

    noun: str
    name: str
    action: str
    fields: tuple[FieldChange, ...] = ()


def keys_named(changes: Iterable[ChangeRow]) -> dict[str, set[str]]:
    """The rows whose names are needed to tell of `changes`, by table."""
    keys: dict[str, set[str]] = {}
    for change in changes:
        keys.setdefault(change.table, set()).add(change.row_id)
        for column, value in (*change.before.items(), *change.after.items()):
            table = _table_of(column, change.table)
            if table and isinstance(value, str) and value:
                keys.setdefault(table, set()).add(value)
    return keys


def described(changes: Iterable[ChangeRow], names: Mapping[RowKey, str]) -> tuple[Change, ...]:
    """Each change in words; fields nobody reads (keys for searching) are left out."""
    return tuple(_described(change, names) for change in changes)


def _described(change: ChangeRow, names: Mapping[RowKey, str]) -> Change:
    name = names.get((change.table, change.row_id)) or name_of(change.before) or name_of(change.after)
    noun = NOUNS.get(change.table, change.table)
    return Change(
        noun, " ".join(name.split()) or "(without a name)", _ACTIONS[change.action], _fields(change, names)
    )


def _fields(change: ChangeRow, names: Mapping[RowKey, str]) -> tuple[FieldChange, ...]:
    columns = list(dict.fromkeys((*change.before, *change.after)))
    made = []
    for column in columns:
        field = "entity as printed" if column == "entity" else _FIELDS.get(column, column)
        before = _value(column, change.before.get(column), change.table, names)
        after = _value(column, change.after.get(column), change.table, names)
        if field and column != "id" and (before or after):
            made.append(FieldChange(field, before, after))
    return tuple(made)


def _value(column: str, value: Any, table: str, names: Mapping[RowKey, str]) -> str:
    if value is None or value == "":
        return ""
    target = _table_of(column, table)
    if target:
        return names.get((target, str(value)), "(no longer on the desk)")
    if column in _YES_NO:
        return "yes" if value else "no"
    return str(value)


def _table_of(column: str, table: str) -> str:
    if column in _KEPT:
        return "entity" if "entit" in table else "person"
    if column == "section_id":
        return "action_section" if table == "action" else "report_section"
    return table if column == "parent_id" else _REFERENCES.get(column, "")


def when(at: str) -> str:
    """A stored UTC time as the clock on the wall says it: "2026-05-18 14:03"."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at


def label_of(row: HistoryRow) -> str:
    """What was done: an undo or a redo names the step it is about."""
    prefix = {"undo": "Undo: ", "redo": "Redo: "}.get(row.kind, "")
    return prefix + row.label


def summary(changes: Iterable[Change]) -> str:
    """ "2 participants added, 1 person changed" in the order met."""
    counts: dict[tuple[str, str], int] = {}
    for change in changes:
        counts[change.noun, change.action] = counts.get((change.noun, change.action), 0) + 1
    return ", ".join(f"{noun}: {count} {action}" for (noun, action), count in counts.items())
