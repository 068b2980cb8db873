"""A work plan that holds everything a workbook of it can hold. All people are invented."""

from emgdesk.operations.deliverable import add_deliverable, add_stage
from emgdesk.operations.mandate import add_event
from emgdesk.operations.membership import add_member
from emgdesk.operations.task import add_entry, add_task, update_task
from emgdesk.operations.workstream import add_chapter, add_workstream, update_workstream
from emgdesk.operations.workstream_names import add_alias
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_person
from tests.meeting_actions import make_actions

LONG = "Half of it, **in bold**, [here](https://reefs.example):\n\n- first\n- second, 珊瑚\n\n1. one\n2. two"


def make_whole_workplan(desk: Workspace) -> dict[str, str]:
    """`make_actions` with names, events, members, tasks, entries and deliverables of every kind; keys by name."""
    keys = make_actions(desk)
    _bodies(desk, keys)
    _members(desk, keys)
    _tasks(desk, keys)
    _deliverables(desk, keys)
    return keys


def _bodies(desk: Workspace, keys: dict[str, str]) -> None:
    keys["second"] = desk.do("Chapter", add_chapter, title="Outreach & émissions").value
    keys["dialogues"] = desk.do(
        "Workstream", add_workstream, name="Nexus Dialogues", kind="Nexus Dialogues", chapter_id=keys["second"],
        aliases=("Dialogues on the Nexus", "Nexus"), purpose="Talks.\n\n- open\n- to all",
    ).value  # fmt: skip
    keys["topic"] = desk.do(
        "Workstream", add_workstream, name="Light at sea", short_name="LAS", proposer="IMO, on behalf of many"
    ).value
    keys["alias"] = desk.do(
        "Name", add_alias, workstream_id=keys["reefs"], name="Reef Team", since="2029", until="2030-05"
    ).value
    desk.do("Part", update_workstream, workstream_id=keys["topic"], parent_id=keys["dialogues"])
    for body, kind, fields in (
        ("reefs", "established", {"date": "2029-10-28", "meeting": "SOM38 senior", "until": "SOM 41"}),
        ("reefs", "renamed", {"date": "2030-05", "new_name": "Task Team on Coral Reefs"}),
        (
            "reefs",
            "extended",
            {"meeting_id": keys["senior"], "until": "the atlas is printed", "note": "a\nb"},
        ),
        ("ports", "established", {"date": "2030"}),
        ("ports", "became part of", {"date": "2031-09-24", "other_workstream_id": keys["reefs"]}),
        ("dialogues", "changed kind", {"date": "2031", "new_kind": "Coalition"}),
        ("dialogues", "transferred", {"date": "2032", "other_workstream": "a secretariat of two others"}),
    ):
        desk.do("Event", add_event, workstream_id=keys[body], kind=kind, **fields)


def _members(desk: Workspace, keys: dict[str, str]) -> None:
    ines = make_person(desk, "Ines Calado", "FAO", ("ines@fao.example",))
    unep = entity_id(desk, "UNEP")
    for role, fields in (
        ("lead", {"entity_id": unep, "since": "2029-10"}),
        ("lead", {"entity": "Harbour Union, Vienna", "until": "2030"}),
        ("co-chair", {"entity_id": entity_id(desk, "WHO"), "note": "in turns"}),
        ("member", {"entity_id": entity_id(desk, "FAO")}),
        ("focal point", {"person_id": ines, "entity_id": entity_id(desk, "FAO"), "since": "2030-01-01"}),
        ("officer", {"person": "Bo Lindh"}),
    ):
        desk.do("Member", add_member, workstream_id=keys["reefs"], role=role, **fields)


def _tasks(desk: Workspace, keys: dict[str, str]) -> None:
    decided = {"action_id": keys["count"], "since": "2031-01-01", "until": "2032-01-01"}
    told = {
        "source": "Terms of reference, 3.",
        "responsible": "UNEP; Harbour Union, Vienna",
        "due": "mid-2031",
    }
    desk.do("Task", update_task, task_id=keys["map"], next_steps="Print it.\n- soon", **told, **decided)
    keys["loose"] = desk.do("Task", add_task, chapter_id=keys["second"], next_steps="Go on.").value
    keys["quiet"] = desk.do(
        "Task", add_task, chapter_id=keys["second"], workstream_id=keys["dialogues"], text="=1+1, and - more"
    ).value
    for task, status, text, day in (
        ("map", "completed", LONG, ""),
        ("map", "ongoing", "Second edition.", "2031-09-01"),
        ("map", "postponed", "", "2031-10-01"),
        ("loose", "", "- a list\n- alone", ""),
        ("survey", "dropped", "", ""),
    ):
        desk.do("Entry", add_entry, task_id=keys[task], status=status, text=text, as_of=day)


def _deliverables(desk: Workspace, keys: dict[str, str]) -> None:
    atlas = desk.do(
        "Atlas", add_deliverable, title="Atlas of Reefs", kind="report", edition="2031", entities="UNEP, FAO",
        workstream_id=keys["reefs"], web_address="https://atlas.example",
    ).value  # fmt: skip
    desk.do("Stage", add_stage, deliverable_id=atlas, stage="draft", date="2031-05", note="to all members")
    desk.do("Stage", add_stage, deliverable_id=atlas, stage="endorsed", meeting_id=keys["senior"])
    desk.do("Tool", add_deliverable, title="Light meter")
    keys["atlas"] = atlas
