"""Sheets an entity was asked to fill in, and what their coming back says."""

from collections.abc import Sequence

from emgdesk.importing.snapshot import KnownRequest
from emgdesk.importing.tables import RawFile
from emgdesk.importing.workplans.plan import RequestAnswer, TaskLine
from emgdesk.importing.workplans.rows import WorkplanRows


def answers(
    read: Sequence[WorkplanRows],
    raws: Sequence[RawFile],
    tasks: Sequence[TaskLine],
    known: Sequence[KnownRequest],
) -> tuple[tuple[RequestAnswer, ...], list[str]]:
    """The requests of the desk the files answer, and sentences on sheets that answer none.

    A sheet that came back as it was sent answers nothing.
    """
    requests = {one.id: one for one in known}
    found: list[RequestAnswer] = []
    said: list[str] = []
    for rows, raw in zip(read, raws, strict=True):
        request = rows.request
        if request is None:
            continue
        whose = request.entity or "The sheet"
        one = requests.get(request.id)
        if one is None:
            said.append(f"{raw.name}: this desk has not asked for the progress of {whose}.")
        elif one.answered_on:
            said.append(f"{raw.name}: {one.entity} has answered already; what is new is taken all the same.")
        elif not _tells_something(rows.tasks[0].file if rows.tasks else raw.name, tasks):
            said.append(f"{raw.name}: nothing is filled in, so {one.entity} is still to answer.")
        elif one.id not in (other.request_id for other in found):
            found.append(RequestAnswer(one.id, one.entity, raw.name))
    return tuple(found), said


def _tells_something(file: str, tasks: Sequence[TaskLine]) -> bool:
    """Whether a file brings progress or changes a task."""
    return any(
        entry.verdict != "same" for task in tasks for entry in task.entries if entry.file == file
    ) or any(task.changes for task in tasks if task.file == file)
