"""Sheets an entity was asked to fill in, and what their coming back says."""

from collections.abc import Sequence

from emgdesk.domain.folding import fold
from emgdesk.importing.snapshot import KnownRequest
from emgdesk.importing.tables import RawFile
from emgdesk.importing.workplans.plan import RequestAnswer, TaskLine
from emgdesk.importing.workplans.rows import Request, WorkplanRows


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
        whose = request.entity or "its sender"
        one = requests.get(request.id) or _asked(request, known)
        if one is None:
            said.append(
                f"{raw.name}: this desk has no such request to {whose}; what the sheet reports is "
                "taken all the same."
            )
        elif one.answered_on:
            said.append(f"{raw.name}: {one.entity} has answered already; what is new is taken all the same.")
        elif not _tells_something(rows.tasks[0].file if rows.tasks else raw.name, tasks):
            said.append(f"{raw.name}: nothing is filled in, so {one.entity} is still to answer.")
        elif one.id not in (other.request_id for other in found):
            found.append(RequestAnswer(one.id, one.entity, raw.name))
    return tuple(found), said


def _asked(request: Request, known: Sequence[KnownRequest]) -> KnownRequest | None:
    """The request to the entity a sheet names for its day, where its ID is none of the desk's."""
    alike = [one for one in known if (fold(one.entity), one.as_of) == (fold(request.entity), request.as_of)]
    return alike[-1] if alike else None


def _tells_something(file: str, tasks: Sequence[TaskLine]) -> bool:
    """Whether a file brings progress the desk has not, be it what another file says, or changes a task."""
    return any(
        entry.verdict != "same" or entry.id is None
        for task in tasks
        for entry in task.entries
        if entry.file == file
    ) or any(task.changes for task in tasks if task.file == file)
