"""Actions before meetings of an invented cycle, for tests of deciding and of the screens."""

from emgdesk.operations.action import add_action, add_action_section, add_effect
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan

STEM = "The Senior Officials:"


def make_section(desk: Workspace, meeting_id: str, heading: str, **fields: object) -> str:
    return desk.do("Section", add_action_section, meeting_id=meeting_id, heading=heading, **fields).value


def make_action(desk: Workspace, section_id: str, text: str, **fields: object) -> str:
    return desk.do("Action", add_action, section_id=section_id, text=text, **fields).value


def make_actions(desk: Workspace) -> dict[str, str]:
    """Two sections before SOM40 technical, of a work plan's workstreams; keys by name.

    I. Reefs: a) welcome, b) request with i) map and ii) survey below it, c) rename (renamed, extended).
    II. Dust: an unlettered "extend" with i. finish; it establishes a Task Team the desk does not have.
    """
    keys = make_workplan(desk)
    keys["technical"] = make_meeting(desk, "SOM40 technical", date="2031-09-24")
    keys["senior"] = make_meeting(desk, "SOM40 senior", date="2031-10-29")
    keys["I"] = make_section(desk, keys["technical"], "Task Team on Reefs", workstream_id=keys["reefs"])
    keys["II"] = make_section(desk, keys["technical"], "Task Team on Dust", style="i")
    keys["welcome"] = make_action(desk, keys["I"], "Welcome the map;", stem=STEM)
    keys["request"] = make_action(desk, keys["I"], "Request the Task Team to:")
    keys["finish"] = make_action(desk, keys["I"], "Finish the map; and", parent_id=keys["request"])
    keys["count"] = make_action(desk, keys["I"], "Count the corals;", parent_id=keys["request"])
    keys["rename"] = make_action(desk, keys["I"], "Decide to rename the Task Team.")
    keys["establish"] = make_action(desk, keys["II"], "Agree to establish a Task Team to:", lettered=False)
    keys["dust"] = make_action(desk, keys["II"], "Measure dust.", parent_id=keys["establish"])
    for name, action, fields in (
        ("renamed", "rename", {"new_name": "Task Team on Corals"}),
        ("extended", "rename", {"until": "SOM 42"}),
        ("established", "establish", {"workstream": "Task Team on Dust"}),
    ):
        keys[name] = desk.do("Effect", add_effect, action_id=keys[action], kind=name, **fields).value
    return keys
