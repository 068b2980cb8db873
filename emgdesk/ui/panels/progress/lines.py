"""What differs from an earlier report as lines of a list, each leading to its task or workstream."""

from collections.abc import Sequence

from emgdesk.domain.numbering import counted
from emgdesk.reports.builders.progress_changes import BodyChanges
from emgdesk.ui.models.list_items import ListItem

_ICONS = {
    "new": "plus",
    "reported": "message-square",
    "changed": "pencil",
    "moved": "arrow-right",
    "finished": "check",
    "gone": "circle-x",
}
_WORDS = {
    "new": "New",
    "reported": "Reported",
    "changed": "Changed",
    "moved": "Moved",
    "finished": "Finished",
    "gone": "Gone",
}


def lines(changes: Sequence[BodyChanges]) -> list[ListItem]:
    """A line a change, under its workstream; its id says where it leads ("task:KEY:0")."""
    return [
        ListItem(
            ":".join((*_place(one, change.task_id), f"{at}.{number}")),
            *_parted(change.words),
            group=one.name,
            badge=_WORDS[change.what],
            icon=_ICONS[change.what],
            faint=change.what == "gone",
        )
        for at, one in enumerate(changes)
        for number, change in enumerate(one.changes)
    ]


def _parted(words: str) -> tuple[str, str]:
    """The task, and what was reported on it below."""
    task, _, told = words.partition(" – ")
    return task, told


def _place(one: BodyChanges, task_id: str) -> tuple[str, str]:
    return ("task", task_id) if task_id else ("workstream", one.workstream_id)


def leads_to(line_id: str) -> tuple[str, str]:
    """The kind and key of what a line is about; the key "" where it is no longer on the desk."""
    kind, key, _ = line_id.split(":")
    return kind, key


def summary(changes: Sequence[BodyChanges]) -> str:
    """How much differs: "5 new, 2 changed, 1 finished in 3 workstreams"."""
    each = [change.what for one in changes for change in one.changes]
    if not each:
        return "nothing"
    said = ", ".join(f"{each.count(what)} {word.lower()}" for what, word in _WORDS.items() if what in each)
    return f"{said} in {counted(len(changes), 'workstream', 'workstreams')}"
