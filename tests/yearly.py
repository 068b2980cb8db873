"""A desk at the end of SOM 40, with everything a year leaves behind."""

from datetime import date

from emgdesk.operations.action import add_effect
from emgdesk.operations.follow_up import add_follow_up
from emgdesk.operations.mandate import add_event
from emgdesk.operations.membership import add_member
from emgdesk.operations.task import add_entry, add_task
from emgdesk.operations.workstream import add_chapter, add_workstream
from emgdesk.workspace import Workspace
from tests.desks import make_meeting
from tests.meeting_actions import STEM, make_action, make_section

TODAY = date(2031, 11, 15)
BODIES = (
    ("reefs", "Task Team on Reefs"),
    ("ports", "Coalition on Ports"),
    ("dust", "Network on Dust"),
    ("kelp", "Consultative Process on Kelp"),
    ("tides", "Network on Tides"),
)
SEGMENTS = (
    ("before", "SOM39 senior", "2030-10-30"),
    ("midterm", "SOM40 mid-term", "2031-05-02"),
    ("technical", "SOM40 technical", "2031-09-24"),
    ("senior", "SOM40 senior", "2031-10-29"),
)


def make_year(desk: Workspace) -> dict[str, str]:
    """Keys by name of what the desk holds; all segments of SOM 40 were held.

    Reefs (officer Mona Field) runs until SOM 41 and has absorbed Kelp, Ports until SOM 40, Dust until a
    condition, Tides until SOM 45. Tasks: map (ongoing), survey (completed), weigh (Dust, completed),
    harvest (Kelp, open), chart (Tides, nothing ever reported), buoys (Tides, silent since SOM 39).
    """
    chapter = desk.do("Chapter", add_chapter, title="Oceans and coasts").value
    keys = {"chapter": chapter}
    for name, title in BODIES:
        keys[name] = desk.do("Body", add_workstream, name=title, chapter_id=chapter).value
    for name, code, day in SEGMENTS:
        keys[name] = make_meeting(desk, code, date=day, status="held")
    desk.do("Officer", add_member, workstream_id=keys["reefs"], role="officer", person="Mona Field")
    _mandates(desk, keys)
    _tasks(desk, keys)
    _actions(desk, keys)
    return keys


def _mandates(desk: Workspace, keys: dict[str, str]) -> None:
    for body, until in (
        ("reefs", "SOM 41"),
        ("ports", "SOM 40"),
        ("dust", "the inventory is complete"),
        ("kelp", ""),
        ("tides", "SOM 45"),
    ):
        keys[f"{body} given"] = desk.do(
            "Event", add_event, workstream_id=keys[body], kind="established", meeting_id=keys["before"],
            until=until,
        ).value  # fmt: skip
    desk.do(
        "Event", add_event, workstream_id=keys["reefs"], kind="absorbed", meeting_id=keys["senior"],
        other_workstream_id=keys["kelp"],
    )  # fmt: skip


def _tasks(desk: Workspace, keys: dict[str, str]) -> None:
    for name, body, text, entries in (
        ("map", "reefs", "Make the map.", (("ongoing", "2031-05-02"),)),
        ("survey", "ports", "Make the survey.", (("ongoing", "2031-05-02"), ("completed", "2031-09-24"))),
        ("weigh", "dust", "Weigh the dust.", (("completed", "2031-09-24"),)),
        ("harvest", "kelp", "Count the harvest.", (("ongoing", "2031-09-24"),)),
        ("chart", "tides", "Chart the tides.", ()),
        ("buoys", "tides", "Lay out buoys.", (("ongoing", "2030-10-01"),)),
    ):
        keys[name] = desk.do(
            "Task", add_task, chapter_id=keys["chapter"], workstream_id=keys[body], text=text,
            responsible="UNEP",
        ).value  # fmt: skip
        for status, day in entries:
            desk.do("Entry", add_entry, task_id=keys[name], status=status, text=f"{status}.", as_of=day)


def _actions(desk: Workspace, keys: dict[str, str]) -> None:
    section = make_section(desk, keys["senior"], "Task Team on Reefs", workstream_id=keys["reefs"])
    keys["welcome"] = make_action(desk, section, "Welcome the map;", stem=STEM, outcome="approved")
    keys["count"] = make_action(
        desk, section, "Request the Task Team to count the corals;", outcome="approved"
    )
    other = make_section(desk, keys["senior"], "Network on Dust", workstream_id=keys["dust"])
    keys["deferred"] = make_action(desk, other, "Decide to rename the Network.", outcome="deferred")
    desk.do("Effect", add_effect, action_id=keys["deferred"], kind="renamed", new_name="Network on Sand")
    keys["owed"] = desk.do(
        "Owed", add_follow_up, meeting_id=keys["senior"], what="Send the figures.", who="UNEP"
    ).value
