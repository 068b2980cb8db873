"""Tasks and progress entries of a work plan: rows gathered into tasks, met with the desk's own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from emgdesk.domain.workbooks import citation_key
from emgdesk.importing.plan import Update
from emgdesk.importing.snapshot import KnownTask, WorkplanSnapshot
from emgdesk.importing.workplans import returned
from emgdesk.importing.workplans.changing import Clearing, note_change
from emgdesk.importing.workplans.plan import NEW, EntryLine, LineVerdict, TaskLine
from emgdesk.importing.workplans.returned import text_key
from emgdesk.importing.workplans.rows import TaskRow

_COLUMNS = {
    "source": "Source", "responsible": "Responsible", "due": "Due", "next_steps": "Next steps",
    "since": "Since", "until": "Left",
}  # fmt: skip
_SHEET = "Tasks"


@dataclass(slots=True)
class _Group:
    """The rows of one task."""

    known: KnownTask | None
    chapter: str
    workstream: str | None
    rows: list[TaskRow] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


class TaskPlanner:
    """Gathers rows into tasks and says of each row what it brings."""

    def __init__(self, snapshot: WorkplanSnapshot, update: Update, clearing: Clearing) -> None:
        self.update = update
        self._clearing = clearing
        self.notes: list[str] = []
        self.verdicts: dict[tuple[str, int], LineVerdict] = {}  # file and row number -> what became of it
        self._decisions = snapshot.decisions
        self._groups: dict[object, _Group] = {}
        self._by_id = {task.id: task for task in snapshot.tasks}
        self._by_entry = {entry[0]: task for task in snapshot.tasks for entry in task.entries}
        self._by_words: dict[object, KnownTask] = {}
        for task in sorted(snapshot.tasks, key=lambda task: bool(task.until)):  # those that left come last
            self._by_words.setdefault((task.workstream_id or task.chapter_id, text_key(task.text)), task)

    def add(self, row: TaskRow, chapter: str, workstream: str | None) -> None:
        """A row of the sheet with the refs of its chapter and workstream."""
        known = self.known(row)
        if known is None:
            known = self._by_words.get((workstream or chapter, text_key(row.text)))
        key: object = known.id if known else (chapter, workstream, text_key(row.text))
        self._put(key, row, known, chapter, workstream)

    def _put(
        self, key: object, row: TaskRow, known: KnownTask | None, chapter: str, workstream: str | None
    ) -> None:
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = _Group(known, chapter, workstream)
        group.rows.append(row)

    def add_answer(
        self, row: TaskRow, chapters: Mapping[str, str], is_called: Callable[[str, str], bool]
    ) -> str:
        """A row an entity filled in, on a task of the desk; why it cannot be taken, "" if it can.

        `chapters` are titles by key, `is_called(key, name)` says whether a workstream bears a name.
        """
        known = self.known(row) or returned.meant(row, self._by_id.values(), is_called)
        if known is None:
            return returned.NO_TASK
        kept, said = returned.only_reported(row, known, chapters.get(known.chapter_id, ""), is_called)
        self._put(known.id, kept, known, known.chapter_id, known.workstream_id)
        if said:
            self._groups[known.id].messages.append(said)
        return ""

    def known(self, row: TaskRow) -> KnownTask | None:
        """The task of the desk a row is by its ID."""
        return self._by_entry.get(row.id) or self._by_id.get(row.id)

    def tasks(self) -> tuple[TaskLine, ...]:
        """The tasks in the order of their first rows."""
        return tuple(self._task(group, number) for number, group in enumerate(self._groups.values(), 1))

    def _task(self, group: _Group, number: int) -> TaskLine:
        first, known = group.rows[0], group.known
        told = {name: _told(group, name) for name in _COLUMNS}
        told["action_id"] = self._decision(group)
        if known is not None:
            self._take_answers(group, known, told)
        changes = self._changes(group, told) if known else {}
        if fault := _ends_before_it_begins(known, told, changes):
            self.notes.append(f"{fault} (Tasks row {first.row}).")
        entries = tuple(_Entries(known, self.update, self._clearing).lines(group.rows))
        verdict: LineVerdict = "new" if known is None else "changed" if changes else "same"
        if known is not None and any(entry.verdict != "same" for entry in entries):
            verdict = "changed"
        self._judge(group, entries, bool(changes))
        return TaskLine(
            known.id if known else f"{NEW}task-{number}", first.row, verdict, group.chapter, group.workstream,
            first.text, **told, entries=entries, changes=changes, file=first.file,
            messages=tuple(group.messages),
        )  # fmt: skip

    def _take_answers(self, group: _Group, known: KnownTask, told: dict[str, str]) -> None:
        """Let what several entities tell of one task stand side by side; what differs is told."""
        answers = [row for row in group.rows if row.is_answer]
        if not answers:
            return
        said = [*returned.contradictions(answers, known)]
        told["next_steps"], differ = returned.next_steps(answers, known)
        named = iter(returned.with_names(answers, known))
        group.rows = [next(named) if row.is_answer else row for row in group.rows]
        group.messages += [*said, *differ]
        self.notes += group.messages

    def _decision(self, group: _Group) -> str:
        """The decision the rows of a task name; one the desk has not is told of."""
        row = next((row for row in group.rows if row.decision), None)
        if row is None:
            return ""
        found = self._decisions.get(citation_key(row.decision), "")
        if not found:
            self.notes.append(f"“{row.decision}” is no decision on this desk (Tasks row {row.row}).")
        return found

    def _judge(self, group: _Group, entries: Sequence[EntryLine], changed: bool) -> None:
        """The verdict of each row: its entry's; what changes on the task itself counts with its first row."""
        by_row = {(entry.file, entry.row): entry.verdict for entry in entries}
        for row in group.rows:
            verdict: LineVerdict = by_row.get((row.file, row.row), "same" if group.known else "new")
            if changed and row is group.rows[0] and verdict == "same":
                verdict = "changed"
            self.verdicts[row.file, row.row] = verdict

    def _changes(self, group: _Group, told: dict[str, str]) -> dict[str, tuple[str, str]]:
        known = group.known
        changes: dict[str, tuple[str, str]] = {}
        if known is None:
            return changes
        own = {known.id, *(entry[0] for entry in known.entries)}
        named = [row for row in group.rows if row.id in own]
        update: Update = "replace" if named and self.update != "add-only" else self.update
        wordings = list(dict.fromkeys(row.text for row in named if row.text != known.text))
        for text in wordings[:1]:
            note_change(changes, "text", known.text, text, update)
        if len(wordings) > 1:
            self.notes.append(
                f"The rows of one task name it differently; row {named[0].row} was followed: “{wordings[0]}”."
            )
        for name in (*_COLUMNS, "action_id"):
            note_change(changes, name, getattr(known, name) or "", told[name], update)
        emptied = {name: getattr(known, name) or "" for name in _emptied(known, named, told)}
        self._clearing.note(changes, _SHEET, emptied)
        return changes


def _told(group: _Group, name: str) -> str:
    """What the rows of a task say of it: what differs from the desk before what repeats it."""
    said = [text for row in group.rows if (text := getattr(row, name))]
    old = getattr(group.known, name) if group.known else ""
    return next((text for text in said if text != old), next(iter(said), ""))


def _emptied(known: KnownTask, rows: Sequence[TaskRow], told: Mapping[str, str]) -> list[str]:
    """Fields that a row with the ID of a task has an empty cell for, while no other says anything new."""
    columns = {**_COLUMNS, "action_id": "Decision"}
    silent = [name for name in columns if told[name] in ("", getattr(known, name))]
    return [name for name in silent if any(columns[name] in row.emptied for row in rows)]


def _ends_before_it_begins(
    known: KnownTask | None, told: dict[str, str], changes: dict[str, tuple[str, str]]
) -> str:
    """A sentence if a task would leave the work plan before it came, whose days are not taken then."""
    since, until = (
        changes[name][1] if name in changes else getattr(known, name) if known else told[name]
        for name in ("since", "until")
    )
    if not (since and until and until < since):
        return ""
    if known is None:
        told["until"] = ""
    changes.pop("since", None)
    changes.pop("until", None)
    return "The task left the work plan before it came into it"


class _Entries:
    """The progress entries of one task, each of the desk's met at most once."""

    def __init__(self, known: KnownTask | None, update: Update, clearing: Clearing) -> None:
        self.update = update
        self._clearing = clearing
        self.left = list(known.entries) if known else []

    def lines(self, rows: Iterable[TaskRow]) -> Iterable[EntryLine]:
        """An entry for every row that has one."""
        rows = [row for row in rows if row.has_entry]
        by_id = {entry[0]: entry for entry in self.left}
        taken = {row.id: by_id[row.id] for row in rows if row.id in by_id}
        self.left = [entry for entry in self.left if entry[0] not in taken]
        told: dict[tuple[str, str, str], str] = {}
        for row in rows:
            said = (row.status, text_key(row.progress), row.as_of)
            if told.setdefault(said, row.file) != row.file:  # the same sheet saved under another name
                yield EntryLine(row.row, "same", None, row.status, row.progress, row.as_of, file=row.file)
                continue
            entry = taken.pop(row.id, None)
            yield self._line(row, entry or self._met(row), by_id=entry is not None)

    def _met(self, row: TaskRow) -> tuple[str, str, str, str] | None:
        """The desk's entry with this text: of this date, or without a date."""
        key = text_key(row.progress)
        alike = [e for e in self.left if text_key(e[2]) == key and (e[3] == row.as_of or not e[3])]
        if not key:
            alike = [entry for entry in alike if entry[1] == row.status]
        exact = [entry for entry in alike if entry[1] == row.status and entry[3] == row.as_of]
        found = next(iter(exact or alike), None)
        if found is not None:
            self.left.remove(found)
        return found

    def _line(self, row: TaskRow, entry: tuple[str, str, str, str] | None, *, by_id: bool) -> EntryLine:
        if entry is None:
            return EntryLine(row.row, "new", None, row.status, row.progress, row.as_of, file=row.file)
        update: Update = "replace" if by_id and self.update != "add-only" else self.update
        changes: dict[str, tuple[str, str]] = {}
        note_change(changes, "status", entry[1], row.status, update)
        if by_id:
            note_change(changes, "text", entry[2], row.progress, update)
        note_change(changes, "as_of", entry[3], row.as_of, update)
        if by_id:
            held = {
                "Status": ("status", entry[1]),
                "Progress": ("text", entry[2]),
                "As of": ("as_of", entry[3]),
            }
            emptied = {name: old for column, (name, old) in held.items() if column in row.emptied}
            self._clearing.note(changes, _SHEET, emptied)
        verdict: LineVerdict = "changed" if changes else "same"
        return EntryLine(row.row, verdict, entry[0], row.status, row.progress, row.as_of, changes, row.file)
