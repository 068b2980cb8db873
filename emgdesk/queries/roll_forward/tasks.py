"""Tasks of the work plan that leave it, or go on elsewhere."""

from collections.abc import Iterator

from emgdesk.domain.dates import written_date
from emgdesk.domain.statuses import CLOSED
from emgdesk.queries.roll_forward.heirs import successors
from emgdesk.queries.roll_forward.proposals import ENDED, FINISHED, GO_ON, LEAVE, Choice, Proposal
from emgdesk.queries.roll_forward.year import Year
from emgdesk.queries.workstreams import TaskRow


def finished(year: Year) -> Iterator[Proposal]:
    """Tasks completed or dropped, and reported so by the end of SOM n: they leave the work plan."""
    for task in year.tasks:
        if task.status in CLOSED and last_day(task) <= (year.closed_on or year.today.isoformat()):
            when = f" on {written_date(last_day(task))}" if last_day(task) else ""
            choices = (Choice(LEAVE, "Leaves the work plan"),)
            yield about_task(year, task, FINISHED, f"{task.status.capitalize()}, as reported{when}.", choices)


def ended(year: Year) -> Iterator[Proposal]:
    """Open tasks of workstreams that have ended: they leave, or go on under the one that took over."""
    for task in year.open_tasks():
        if year.has_ended(task.workstream_id):
            now = year.lineage.standing(task.workstream_id or "", year.day)
            day = f" on {written_date(now.ended)}" if now.ended else ""
            choices = (
                *successors(year, task.workstream_id, GO_ON),
                Choice(LEAVE, "Leaves the work plan"),
            )
            yield about_task(
                year, task, ENDED, f"Its workstream ended{day} ({now.ended_by or 'concluded'}).", choices
            )


def about_task(
    year: Year, task: TaskRow, kind: str, reason: str, choices: tuple[Choice, ...], *, text: str = "",
    who: str = "", ticked: bool = True,
) -> Proposal:  # fmt: skip
    """A proposal on a task."""
    return Proposal(
        id=f"task:{task.id}", kind=kind, key=task.id, subject=task.text, reason=reason, choices=choices,
        ticked=ticked, text=text, who=who, workstream_id=task.workstream_id,
        workstream=year.name(task.workstream_id),
    )  # fmt: skip


def last_day(task: TaskRow) -> str:
    """The day (ISO) of the newest entry, "" without any."""
    return max((entry.as_of for entry in task.entries), default="")
