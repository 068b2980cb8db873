"""Sheets of workstreams, the work plan as a table, what was asked of an entity: from the desk to their lines."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.errors import UsageError
from emgdesk.operations.action import update_action
from emgdesk.operations.deliverable import add_deliverable, add_stage
from emgdesk.operations.document import add_document
from emgdesk.operations.entity import add_entity
from emgdesk.operations.follow_up import add_follow_up
from emgdesk.operations.mandate import add_event
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.membership import add_member
from emgdesk.operations.progress_request import ask_for_progress
from emgdesk.operations.task import add_entry, add_task, update_task
from emgdesk.operations.workstream import update_workstream
from emgdesk.publishing import build_document, export_document
from emgdesk.reports.blocks import Heading
from emgdesk.reports.text_lines import text_lines
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_meeting
from tests.meeting_actions import make_actions
from tests.reports.renderers.pdf.reading import pages

TODAY = date(2031, 12, 1)


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    """Reefs with its mandate, members, paper, deliverable and meeting; what UNEP and its reef unit were asked."""
    made = make_actions(desk)
    unep = entity_id(desk, "UNEP")
    desk.do("Unit", add_entity, acronym="REEFU", full_name="Reef Unit", status="member", parent_id=unep)
    reefs = {"workstream_id": made["reefs"]}
    desk.do("Purpose", update_workstream, **reefs, purpose="Knows **all** reefs.", kind="Task Team")
    desk.do(
        "Event", add_event, **reefs, kind="established", date="2029-10-03", until="SOM 40", note="In Kisumu."
    )
    desk.do(
        "Event", add_event, **reefs, kind="extended", until="SOM 42", meeting_id=made["technical"],
        action_id=made["rename"],
    )  # fmt: skip
    for role, entity, person in (
        ("lead", "UNEP", ""), ("lead", "FAO", ""), ("co-chair", "IMO", ""), ("member", "WHO", ""),
        ("focal point", "UNEP", "Ada Reefs"), ("officer", "", "Tomás Coral"),
    ):  # fmt: skip
        desk.do("Member", add_member, **reefs, role=role, entity=entity, person=person)
    desk.do(
        "Paper", add_document, meeting_id=made["technical"], title="Terms of the Team", symbol="EMG/40/7",
        kind="terms of reference", **reefs,
    )  # fmt: skip
    atlas = desk.do(
        "Add",
        add_deliverable,
        title="Atlas of Reefs",
        edition="Second edition",
        entities="UNEP, WHO",
        **reefs,
    ).value
    desk.do("Stage", add_stage, deliverable_id=atlas, stage="draft", date="2031-03")
    desk.do("Meeting", update_meeting, meeting_id=make_meeting(desk, "REEF 1", date="2031-02-04"), **reefs)
    desk.do("Task", update_task, task_id=made["map"], due="2032-01-31", next_steps="Print it.")
    desk.do("Task", update_task, task_id=made["website"], responsible="REEFU", source="Secretariat")
    desk.do(
        "Entry",
        add_entry,
        task_id=made["website"],
        status="completed",
        text="It is there.",
        as_of="2031-11-03",
    )
    desk.do(
        "Decide", update_action, action_id=made["finish"], outcome="amended",
        adopted_text="Finish the map with UNEP; and",
    )  # fmt: skip
    desk.do("Decide", update_action, action_id=made["request"], outcome="approved")
    desk.do(
        "Owe", add_follow_up, meeting_id=made["technical"], what="Send the data.", who="UNEP", whom="FAO",
        due="2031-12-24",
    )  # fmt: skip
    desk.do(
        "Ask", ask_for_progress, entities=((unep, "UNEP"),), as_of="2031-11-30", asked_on="2031-11-02",
        due="2031-11-20",
    )  # fmt: skip
    return made


def lines(desk: Workspace, name: str, **options: str) -> list[str]:
    named = {key.replace("_", "-"): value for key, value in options.items()}
    return list(text_lines(build_document(desk, name, options=named, today=TODAY)))


SHEET = [
    "United Nations", "Environment Management Group",
    "Task Team on Reefs",
    "Task Team · I. Oceans and coasts · as of 1 December 2031",
    "Status | Active since 3 October 2029 (2 years); runs until SOM 42",
    "Purpose | Knows all reefs.",
    "Leads | UNEP, FAO; co-chair: IMO",
    "Member | WHO",
    "Focal point | Ada Reefs (UNEP)",
    "Officer | Tomás Coral",
    "Papers | Terms of reference: Terms of the Team (EMG/40/7)",
    "Mandate", "Date | What was decided",
    "3 October 2029 | Established until SOM 40 “In Kisumu.”",
    "24 September 2031 | Extended until SOM 42 (SOM40 technical, I. c)) “Decide to rename the Task Team.”",
    "Deliverables", "Deliverable | Stages",
    "Atlas of Reefs, Second edition | draft March 2031",
    "Open tasks", "Task | Due | Last progress",
    "Make the map. | 31 January 2032 | Ongoing: Half of it. (2 May 2031)",
    "Meetings", "REEF 1, 4 February 2031.",
]  # fmt: skip


def test_the_sheet_of_a_workstream(desk: Workspace, keys: dict[str, str]) -> None:
    assert lines(desk, "workstream", workstreams="task team on REEFS") == SHEET


def test_the_sheet_fits_a_page(desk: Workspace, keys: dict[str, str], tmp_path: Path) -> None:
    options = {"workstreams": "Task Team on Reefs", "as-of": "2031-12-01"}
    assert export_document(desk, "workstream", tmp_path / "s.pdf", options=options).pages == 1


def test_all_workstreams_in_one_file(desk: Workspace, keys: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "s.pdf"
    published = export_document(desk, "workstream", path, options={"workstreams": "all"}, today=TODAY)
    assert (published.pages, published.rows) == (2, 2)
    assert ["Task Team on Reefs" in pages(path)[0], "Coalition on Ports" in pages(path)[1]] == [True, True]
    assert [page.startswith("UNITED") for page in pages(path)] == [False, False]
    options = {"workstreams": "all", "group-lines": "yes"}
    export_document(desk, "workstream", path, options=options, today=TODAY)
    assert [page.startswith("UNITED") for page in pages(path)] == [True, True]


def test_a_long_history_tells_its_extensions_in_a_line(desk: Workspace, keys: dict[str, str]) -> None:
    reefs = {"workstream_id": keys["reefs"]}
    for date_, until in (("2030-10-02", ""), ("2031-02", "SOM 41"), ("2031-05-01", "")):
        desk.do("Event", add_event, **reefs, kind="extended", date=date_, until=until)
    few = lines(desk, "workstream", workstreams="Task Team on Reefs")
    assert [line for line in few if "| Extended" in line][:2] == [
        "2 October 2030 | Extended", "February 2031 | Extended until SOM 41",
    ]  # fmt: skip
    together = (
        "2030 to 2031 | Extended 2030, 2031 until SOM 41, 2031, 2031 until SOM 42 (SOM40 technical, I. c)) "
        "“Decide to rename the Task Team.”"
    )
    short = lines(desk, "workstream", workstreams="Task Team on Reefs", history="short")
    assert [line for line in short if "| Extended" in line] == [together]
    for kind in ("continued", "continued"):
        desk.do("Event", add_event, **reefs, kind=kind, date="2031-06-01", note="By letter.")
    many = lines(desk, "workstream", workstreams="Task Team on Reefs")
    assert [line for line in many if " | Extended" in line or " | Continued" in line] == [
        "2031 | Continued 2031, 2031 “By letter.”", together,
    ]  # fmt: skip
    whole = lines(desk, "workstream", workstreams="Task Team on Reefs", history="whole")
    assert len([line for line in whole if " | Extended" in line or " | Continued" in line]) == 6


def test_the_sheet_as_it_was(desk: Workspace, keys: dict[str, str]) -> None:
    printed = lines(desk, "workstream", workstreams="Task Team on Reefs", as_of="2030-01-01", tasks="no")
    assert "Status | Active since 3 October 2029 (less than a year); runs until SOM 40" in printed
    assert [line for line in printed if "2031" in line or "Meetings" in line] == []
    assert "Atlas of Reefs, Second edition | No stage yet" in printed


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("workstream", {}, "Workstream sheet: name the workstream it is of, or all."),
        ("workstream", {"workstreams": "Kelp"}, "There is no workstream called “Kelp”."),
        ("workplan-table", {"workstreams": "Kelp"}, "There is no workstream called “Kelp”."),
        ("workplan-table", {"entity": "XYZ"}, "There is no entity called “XYZ”."),
        ("entity-extract", {}, "What was asked of an entity: name the entity it is for."),
        ("entity-extract", {"entity": "XYZ"}, "There is no entity called “XYZ”."),
    ],
)
def test_what_is_not_there(desk: Workspace, name: str, options: dict[str, str], sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        lines(desk, name, **options)
    assert str(refused.value) == sentence


TABLE = [
    "Work plan", "As of 1 December 2031", "I. Oceans and coasts",
    "Task | Source | Responsible | Due | Status | Last progress | Next steps",
    "a) Task Team on Reefs",
    "Make the map. | | | 31 January 2032 | Ongoing | 2 May 2031 Half of it. | Print it.",
    "b) Coalition on Ports",
    "Make the survey. | | | | – | |",
    "Make the website. | Secretariat | REEFU | | Completed | 3 November 2031 It is there. |",
]  # fmt: skip


def test_the_work_plan_as_a_table(desk: Workspace, keys: dict[str, str]) -> None:
    assert lines(desk, "workplan-table", group_lines="no") == TABLE


def test_columns_nobody_filled_in_are_left_out(desk: Workspace, keys: dict[str, str]) -> None:
    printed = lines(desk, "workplan-table", workstreams="Task Team on Reefs")
    assert printed[-3:] == [
        "Task | Due | Status | Last progress | Next steps", "a) Task Team on Reefs",
        "Make the map. | 31 January 2032 | Ongoing | 2 May 2031 Half of it. | Print it.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "tasks"),
    [
        ({"status": "open"}, ["Make the map.", "Make the survey."]),
        ({"status": "completed"}, ["Make the website."]),
        ({"as-of": "2031-05-01", "status": "ongoing"}, []),
        ({"entity": "United Nations Environment Programme"}, ["Make the map."]),
        ({"entity": "reefu"}, ["Make the website."]),
    ],
)
def test_tasks_of_a_status_or_an_entity(
    desk: Workspace, keys: dict[str, str], tmp_path: Path, options: dict[str, str], tasks: list[str]
) -> None:
    path = tmp_path / "t.xlsx"
    export_document(desk, "workplan-table", path, options=options, today=TODAY)
    rows = list(load_workbook(path)["Work plan"].iter_rows(values_only=True))
    assert rows[0] == (
        "Chapter", "Workstream", "Task", "Source", "Responsible", "Due", "Status", "Last progress", "Next steps",
        "As of",
    )  # fmt: skip
    assert [row[2] for row in rows[1:]] == tasks


def test_the_table_lies(desk: Workspace, keys: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "t.pdf"
    export_document(desk, "workplan-table", path, today=TODAY)
    assert b"/MediaBox [ 0 0 841.8898 595.2756 ]" in path.read_bytes()


EXTRACT = [
    "What was asked of UNEP", "United Nations Environment Programme, as of 1 December 2031",
    ("Progress as of 30 November 2031 was asked for on 2 November 2031, to be returned by 20 November 2031; "
    "it has not been told yet."),
    "2 tasks, 1 decision that names it, 1 follow-up owed, 1 workstream.",
    "Tasks", "Task | Due | Progress | Next steps",
    "Task Team on Reefs",
    "Make the map. | 31 January 2032 | Ongoing: Half of it. (2 May 2031) | Print it.",
    "Oceans and coasts",
    "Make the website. (REEFU) | | Completed: It is there. (3 November 2031) |",
    "Decisions that name it", "Decision | Wording",
    "SOM40 technical, I. b) i | Request the Task Team to finish the map with UNEP.",
    "Follow-ups owed", "What | To whom | Due | From",
    "Send the data. | FAO | 24 December 2031 | SOM40 technical",
    "Workstreams", "Workstream | As",
    "Task Team on Reefs | lead; focal point: Ada Reefs",
    "Deliverables", "Deliverable | Workstream | Stage",
    "Atlas of Reefs, Second edition | Task Team on Reefs | draft March 2031",
]  # fmt: skip


@pytest.mark.parametrize("written", ["UNEP", "unep", "United Nations Environment Programme"])
def test_what_was_asked_of_an_entity(desk: Workspace, keys: dict[str, str], written: str) -> None:
    assert lines(desk, "entity-extract", entity=written, group_lines="no") == EXTRACT


def test_an_entity_nobody_asked_anything(desk: Workspace, keys: dict[str, str]) -> None:
    printed = lines(desk, "entity-extract", entity="ITU", group_lines="no")
    assert printed[2:] == [
        "No tasks, no decisions that name it, no follow-ups owed, no workstreams.", "Tasks", "None.",
        "Decisions that name it", "None.", "Follow-ups owed", "None.", "Workstreams", "None.",
    ]  # fmt: skip


def test_finished_tasks_can_be_left_out(desk: Workspace, keys: dict[str, str]) -> None:
    printed = lines(desk, "entity-extract", entity="REEFU", finished="no")
    assert printed[4] == "No tasks, no decisions that name it, no follow-ups owed, no workstreams."


def test_the_extract_has_bookmarks_of_its_parts(desk: Workspace, keys: dict[str, str]) -> None:
    document = build_document(desk, "entity-extract", options={"entity": "UNEP"}, today=TODAY)
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["Tasks", "Decisions that name it", "Follow-ups owed", "Workstreams", "Deliverables"]


def test_on_an_earlier_day_nothing_is_asked_for_workstreams_to_come(
    desk: Workspace, keys: dict[str, str]
) -> None:
    facts = {"chapter_id": keys["chapter"], "workstream_id": keys["ports"]}
    desk.do("Event", add_event, workstream_id=keys["ports"], kind="established", date="2031-06-01")
    desk.do("Task", add_task, **facts, text="Count the cranes.", responsible="WHO")
    for day, printed in (("2031-05-01", False), ("2031-07-01", True)):
        told = lines(desk, "entity-extract", entity="WHO", as_of=day)
        assert any("Count the cranes." in line for line in told) == printed


def test_for_a_meeting_the_table_is_of_its_day(desk: Workspace, keys: dict[str, str]) -> None:
    meeting = keys["technical"]
    found = build_document(desk, "workplan-table", meeting_id=meeting, options={}, today=TODAY)
    assert "As of 24 September 2031" in text_lines(found)
