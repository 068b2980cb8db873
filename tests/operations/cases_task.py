"""Cases of what is done with several tasks at once, and of progress by the day."""

from emgdesk.workspace import Workspace
from tests.desks import make_workplan


def _two(desk: Workspace) -> dict[str, list[str]]:
    keys = make_workplan(desk)
    return {"task_ids": [keys["map"], keys["website"]]}


def _reported(desk: Workspace) -> dict[str, str]:
    keys = make_workplan(desk)
    return {
        "task_id": keys["map"], "as_of": "2031-09-01", "status": "completed", "text": "Drawn.",
        "next_steps": "- print it",
    }  # fmt: skip


CASES = {
    "task.add_several_tasks": lambda desk: {
        "chapter_id": make_workplan(desk)["chapter"], "workstream_id": None,
        "tasks": [{"text": "Count the corals."}, {"text": "Print the map.", "due": "SOM 42"}],
    },
    "task.delete_tasks": _two,
    "task.report_progress": _reported,
    "task.report_on_tasks": lambda desk: {**_two(desk), "as_of": "2031-05-02", "status": "completed"},
    "task.report_each": lambda desk: {
        "said": {(keys := make_workplan(desk))["map"]: {"status": "completed"}, keys["survey"]: {"text": "Begun."}},
        "as_of": "2031-05-02",
    },
    "task.repeat_progress": lambda desk: {**_two(desk), "as_of": "2031-09-01"},
    "task.transfer_tasks": lambda desk: {
        "task_ids": [(keys := make_workplan(desk))["map"], keys["website"]], "workstream_id": keys["ports"],
    },
    "task.update_tasks": lambda desk: {**_two(desk), "responsible": "UNEP, FAO", "until": "2031-06-01"},
}  # fmt: skip
