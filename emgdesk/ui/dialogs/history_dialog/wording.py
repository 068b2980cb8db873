"""Changes of rows in the words of the desk: what was added or removed, which field went from what to what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from emgdesk.queries.history import ChangeRow, HistoryRow
from emgdesk.queries.row_names import RowKey, name_of

NOUNS = {
    "chapter": "Chapter",
    "entity": "Entity",
    "entity_alias": "Spelling of an entity",
    "entity_domain": "E-mail domain of an entity",
    "entity_merge": "Merge of entities",
    "import_run": "Imported file",
    "meeting": "Meeting",
    "participation": "Participant",
    "person": "Person",
    "person_email": "E-mail",
    "person_merge": "Merge of people",
    "person_name": "Spelling of a person",
    "progress_entry": "Progress",
    "setting": "Setting",
    "task": "Task",
    "two_entities": "Said to be two entities",
    "two_people": "Said to be two people",
    "workstream": "Workstream",
    "workstream_alias": "Spelling of a workstream",
}
_REFERENCES = {
    "entity_id": "entity", "person_id": "person", "meeting_id": "meeting", "chapter_id": "chapter",
    "workstream_id": "workstream", "task_id": "task", "import_id": "import_run",
}  # fmt: skip
_KEPT = ("kept_id", "one_id", "other_id")  # of the same noun as their table
_FIELDS = {
    "as_of": "as of", "at": "", "before": "", "chapter_id": "chapter", "code_key": "",
    "counts_as_parent": "counted as its parent", "email": "e-mail", "entity_id": "entity",
    "full_name": "full name", "import_id": "imported from", "kept_id": "into", "key": "", "lost_id": "",
    "lost_name": "merged", "meeting_id": "meeting", "next_steps": "next steps", "one_id": "one",
    "original": "", "other_id": "other", "parent_id": "part of", "person_id": "person",
    "position": "place in the order", "short_name": "short name", "som_number": "SOM number",
    "source_row": "row of the file", "stands_in_for": "stands in for", "task_id": "task",
    "unsure": "to be confirmed", "walk_in": "walked in", "workstream_id": "workstream",
    "zone_label": "time zone label",
}  # fmt: skip
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
    if column in ("unsure", "counts_as_parent", "walk_in"):
        return "yes" if value else "no"
    return str(value)


def _table_of(column: str, table: str) -> str:
    if column in _KEPT:
        return "entity" if "entit" in table else "person"
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
