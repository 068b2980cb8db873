"""Rows of a sheet an entity filled in: they report on a task of the desk and change nothing else of it.

What several entities tell of one task for one day is all kept, each with the name of who tells it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from emgdesk.domain.dates import written_date
from emgdesk.domain.folding import fold, words
from emgdesk.domain.workstream_names import chapter_key
from emgdesk.importing.snapshot import KnownTask
from emgdesk.importing.workplans.rows import TaskRow

NO_TASK = "The row is about no task of this desk; an answer adds none."
_FIXED = {
    "text": "Task", "source": "Source", "responsible": "Responsible", "due": "Due", "since": "Since",
    "until": "Left",
}  # fmt: skip
"""Fields of a task that are not the entity's to change, with their columns."""


def place(row: TaskRow) -> str:
    """Where a row stands: "UNEP.xlsx row 2", "row 2" of a file that is alone."""
    return f"{row.file} row {row.row}" if row.file else f"row {row.row}"


def text_key(text: str) -> str:
    """The words of a text: two with the same say the same."""
    return " ".join(words(text))


def only_reported(
    row: TaskRow, known: KnownTask, chapter: str, is_called: Callable[[str, str], bool]
) -> tuple[TaskRow, str]:
    """The row with nothing but what was asked for, and a sentence on what else differs in it, "" if nothing.

    `chapter` is the title of the task's own; `is_called(key, name)` says whether a workstream bears a name.
    """
    differs = [
        column
        for name, column in _FIXED.items()
        if (told := getattr(row, name)) and text_key(told) != text_key(getattr(known, name))
    ]
    if row.workstream and not is_called(known.workstream_id or "", row.workstream):
        differs.insert(0, "Workstream")
    if row.chapter and chapter_key(row.chapter) != chapter_key(chapter):
        differs.insert(0, "Chapter")
    if row.decision:
        differs.append("Decision")
    kept = replace(
        row, text=known.text, chapter="", workstream="", source="", responsible="", due="", decision="",
        since="", until="",
    )  # fmt: skip
    if not differs:
        return kept, ""
    what = " and ".join(filter(None, (", ".join(differs[:-1]), *differs[-1:])))
    stay = "differ from the desk and stay" if len(differs) > 1 else "differs from the desk and stays"
    return kept, f"{what} of {place(row)} {stay} as on the desk: an answer only reports on “{known.text}”."


def meant(
    row: TaskRow, tasks: Iterable[KnownTask], is_called: Callable[[str, str], bool]
) -> KnownTask | None:
    """The task of the desk a row without an ID of it is about by its words, if that is sure."""
    found = [task for task in tasks if task.text and text_key(task.text) == text_key(row.text)]
    if len(found) > 1:
        found = [task for task in found if not task.until] or found
    if len(found) > 1 and row.workstream:
        found = [task for task in found if is_called(task.workstream_id or "", row.workstream)]
    return found[0] if len(found) == 1 else None


def with_names(rows: Sequence[TaskRow], known: KnownTask) -> list[TaskRow]:
    """The rows of one task; what entities tell beside others for one day begins with their names."""
    return [_named(row, rows, known) if row.progress and row.entity else row for row in rows]


def _named(row: TaskRow, rows: Sequence[TaskRow], known: KnownTask) -> TaskRow:
    named = by(row.entity, row.progress)
    held = {text_key(entry[2]) for entry in known.entries if entry[3] == row.as_of and entry[2]}
    if text_key(named) in held:
        return replace(row, progress=named)
    if text_key(row.progress) in held:
        return row
    beside = any(
        other.entity and fold(other.entity) != fold(row.entity) and other.as_of == row.as_of
        for other in rows
        if other.progress and _said(other) != _said(row)
    )
    return replace(row, progress=named) if held or beside else row


def by(entity: str, text: str) -> str:
    """A text with the name of who tells it: "UNEP: Half of it."; a list begins below the name."""
    if not entity:
        return text
    return f"{entity}:\n\n{text}" if text[:1] in "-*+#>|" or text[:1].isdigit() else f"{entity}: {text}"


def next_steps(rows: Sequence[TaskRow], known: KnownTask) -> tuple[str, list[str]]:
    """The next steps of a task after the answers, "" as they were; sentences on what stands beside what.

    The steps of several entities stand together with their names, and so do those of one beside those of
    the desk where somebody else has reported for the same day already.
    """
    told = {row.entity or place(row): row for row in rows if row.next_steps}
    told = {who: row for who, row in told.items() if not _is_there(row, known)}
    if not told:
        return "", []
    last = [*told.values()]
    beside = [row for row in last if known.next_steps and _others(row, rows, known)]
    distinct = {text_key(row.next_steps) for row in last}
    held = text_key(known.next_steps)
    if len(distinct) == 1 and (not beside or distinct == {held}):
        return last[-1].next_steps, []
    steps = [by(row.entity, row.next_steps) for row in last if text_key(row.next_steps) != held]
    said = " and ".join(place(row) for row in last)
    if beside or held in distinct or _is_joint(known.next_steps, rows):
        steps.insert(0, known.next_steps)
        said += " and the desk"
    return "\n\n".join(steps), [f"{said} tell different next steps of “{known.text}”: all are kept."]


def _is_there(row: TaskRow, known: KnownTask) -> bool:
    """Whether the desk has the next steps of a row from an earlier import of it."""
    if _holds(known.next_steps, by(row.entity, row.next_steps)):
        return True
    is_taken = not row.has_entry or any(_tells(row, entry) for entry in known.entries)
    return is_taken and _holds(known.next_steps, row.next_steps)


def _holds(old: str, steps: str) -> bool:
    """Whether next steps hold others as paragraphs of their own."""
    blocks, size = old.split("\n\n"), steps.count("\n\n") + 1
    runs = ("\n\n".join(blocks[at : at + size]) for at in range(len(blocks)))
    return any(text_key(run) == text_key(steps) for run in runs)


def _is_joint(old: str, rows: Sequence[TaskRow]) -> bool:
    """Whether next steps hold already what one of the rows tells with its entity's name."""
    return any(row.next_steps and _holds(old, by(row.entity, row.next_steps)) for row in rows)


def _others(row: TaskRow, rows: Sequence[TaskRow], known: KnownTask) -> list[tuple[str, str, str, str]]:
    """What the desk holds of the day of a row and none of the rows tells."""
    held = [entry for entry in known.entries if row.as_of and entry[3] == row.as_of]
    return [entry for entry in held if not any(_tells(one, entry) for one in rows)]


def contradictions(rows: Sequence[TaskRow], known: KnownTask) -> Iterator[str]:
    """A sentence for each day of which a task is told to stand in several ways."""
    for day in dict.fromkeys(row.as_of for row in rows if row.status and row.as_of):
        mine = [row for row in rows if row.status and row.as_of == day]
        mine.sort(key=lambda row: not any(_tells(row, entry) for entry in known.entries))
        if any(_tells(mine[-1], entry) for entry in known.entries):
            continue  # the desk holds them all
        held = next((entry[1] for entry in _others(mine[-1], rows, known)[::-1] if entry[1]), "")
        if len({row.status for row in mine} | ({held} if held else set())) > 1:
            told = [f"“{held}” on the desk"] if held else []
            told += [f"“{row.status}” in {place(row)}" for row in mine]
            counts = f"the last one counts ({mine[-1].status})"
            yield f"“{known.text}” is told to be {', '.join(told)} as of {written_date(day)}: {counts}."


def _tells(row: TaskRow, entry: tuple[str, str, str, str]) -> bool:
    """Whether a row tells what an entry of the desk says: its text for the day, without any its status."""
    if not row.has_entry or entry[3] not in (row.as_of, ""):
        return False
    if not row.progress:
        return not entry[2] and row.status == entry[1]
    return text_key(entry[2]) in (text_key(row.progress), text_key(by(row.entity, row.progress)))


def _said(row: TaskRow) -> tuple[str, str]:
    return row.status, text_key(row.progress)
