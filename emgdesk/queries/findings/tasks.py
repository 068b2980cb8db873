"""Tasks of the work plan nobody reported on since the last meeting."""

from collections import defaultdict
from collections.abc import Iterator

from emgdesk.domain.dates import written_date
from emgdesk.domain.statuses import CLOSED
from emgdesk.queries.findings.facts import Checked, shortened
from emgdesk.queries.findings.finding import Finding, Spot, found
from emgdesk.queries.findings.placeholders import plain_text
from emgdesk.queries.standing import last_reported, stands_next
from emgdesk.queries.workstreams import TaskRow


def task_without_progress(facts: Checked) -> Iterator[Finding]:
    """An open task has no entry since the last report; told once for a workstream without any."""
    meeting, desk = facts.meeting, facts.desk
    if meeting.som_number is None or not stands_next(meeting, desk.meetings):
        return
    before = last_reported(meeting, desk.meetings)
    since = before.date if before else ""
    told = f"since {before.code} ({written_date(before.date)})" if before else "yet"
    for workstream, tasks in _open(facts).items():
        still = [task for task in tasks if not _moved(task, since)]
        if len(still) == len(tasks) > 1 and workstream:
            name = desk.work.workstreams.get(workstream, "")
            spot = Spot(f"Workstreams, {name}", "workstream", workstream)
            text = f"None of the {len(tasks)} open tasks of {name} has progress {told}."
            yield found("task-without-progress", spot, text, since)
            continue
        for task in still:
            named = shortened(plain_text(task.text))
            spot = Spot(f"Work plan, “{named}”", "task", task.id)
            yield found("task-without-progress", spot, f"“{named}” has no progress {told}.", since)


def _open(facts: Checked) -> dict[str, list[TaskRow]]:
    """The open tasks with a text of workstreams that are not concluded, by workstream."""
    held: dict[str, list[TaskRow]] = defaultdict(list)
    for task in facts.desk.work.tasks:
        if task.workstream_id in facts.desk.work.concluded or not task.text.strip():
            continue
        if task.status not in (*CLOSED, "postponed"):
            held[task.workstream_id or ""].append(task)
    return held


def _moved(task: TaskRow, since: str) -> bool:
    """Whether something was reported after a day; an entry without a date counts."""
    return any(not entry.as_of or entry.as_of > since for entry in task.entries)


RULES = (task_without_progress,)
