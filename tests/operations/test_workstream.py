"""Chapters, workstreams, tasks: labels follow the order, deleting never loses work silently."""

import pytest

from emgdesk.domain.workstream_names import workstream_key
from emgdesk.errors import DataError
from emgdesk.operations.action import add_effect, delete_effect
from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.mandate import add_event
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.task import add_entry, delete_entry, move_task, update_entry
from emgdesk.operations.workstream import (
    add_chapter,
    add_workstream,
    delete_chapter,
    delete_workstream,
    move_chapter,
    move_workstream,
    update_workstream,
)
from emgdesk.queries.agendas import list_agenda
from emgdesk.queries.workstreams import list_tasks, list_workstreams, workstream_keys
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan
from tests.meeting_actions import make_actions


def meant(desk: Workspace, name: str) -> str | None:
    return desk.read(workstream_keys).get(workstream_key(name))


def test_a_name_means_the_one_that_goes_on_by_its_name_alias_or_short_name(desk: Workspace) -> None:
    old = desk.do("Add", add_workstream, name="Task Team on Sand").value
    desk.do("End", add_event, workstream_id=old, kind="concluded", date="2020-01-01")
    new = desk.do("Add", add_workstream, name="Task Team on Shoals", aliases=("The Task Team on Sand",)).value
    assert meant(desk, "Task Team on Sand") == new
    third = desk.do("Add", add_workstream, name="Task Team on Spits", short_name="CP-S").value
    assert meant(desk, "CP-S") == third
    fourth = desk.do("Add", add_workstream, name="CP-S", short_name="Spits").value
    assert meant(desk, "CP-S") == fourth
    desk.do("Short", update_workstream, workstream_id=new, short_name="spits")
    assert meant(desk, "Spits") is None
    desk.do("End", add_event, workstream_id=new, kind="concluded", date="2021-01-01")
    assert meant(desk, "Spits") == fourth


def labels(desk: Workspace) -> list[tuple[str, str, str]]:
    return [(w.chapter, w.letter, w.name) for w in desk.read(list_workstreams)]


def test_letters_run_on_through_the_chapters(desk: Workspace) -> None:
    keys = make_workplan(desk)
    land = desk.do("Chapter", add_chapter, title="Land").value
    desk.do("Add", add_workstream, name="Coalition on Dust", chapter_id=land)
    desk.do("Add", add_workstream, name="Proposed topic")
    assert labels(desk) == [
        ("I. Oceans and coasts", "a", "Task Team on Reefs"),
        ("I. Oceans and coasts", "b", "Coalition on Ports"),
        ("II. Land", "c", "Coalition on Dust"),
        ("", "", "Proposed topic"),
    ]
    desk.do("Move", move_chapter, chapter_id=land, offset=-1)
    desk.do("Move", move_workstream, workstream_id=keys["ports"], offset=-5)
    assert labels(desk)[:3] == [
        ("I. Land", "a", "Coalition on Dust"),
        ("II. Oceans and coasts", "b", "Coalition on Ports"),
        ("II. Oceans and coasts", "c", "Task Team on Reefs"),
    ]


def test_tasks_follow_their_workstream_to_another_chapter(desk: Workspace) -> None:
    keys = make_workplan(desk)
    land = desk.do("Chapter", add_chapter, title="Land").value
    desk.do("Move", update_workstream, workstream_id=keys["reefs"], chapter_id=land)
    (task,) = desk.read(list_tasks, workstream_id=keys["reefs"])
    assert task.chapter_id == land
    assert [t.text for t in desk.read(list_tasks, chapter_id=keys["chapter"])] == ["Make the website."]


def test_the_last_entry_gives_the_status(desk: Workspace) -> None:
    keys = make_workplan(desk)
    late = desk.do("Late", add_entry, task_id=keys["map"], status="completed", as_of="2031-06-30").value
    early = desk.do("Early", add_entry, task_id=keys["map"], status="upcoming", as_of="2031-01-15").value
    (task,) = desk.read(list_tasks, workstream_id=keys["reefs"])
    assert [(e.status, e.as_of) for e in task.entries] == [
        ("upcoming", "2031-01-15"), ("ongoing", "2031-05-02"), ("completed", "2031-06-30"),
    ]  # fmt: skip
    assert task.status == "completed"
    row = desk.read(list_workstreams)[0]
    assert (row.tasks, row.open_tasks, row.last_entry) == (1, 0, "2031-06-30")
    desk.do("Take back", delete_entry, entry_id=late)
    desk.do("Correct", update_entry, entry_id=early, as_of="2031-07-01")
    assert desk.read(list_tasks, workstream_id=keys["reefs"])[0].status == "upcoming"


def test_an_entry_says_something_known(desk: Workspace) -> None:
    keys = make_workplan(desk)
    with pytest.raises(DataError, match="needs a status or a text"):
        desk.do("Empty", add_entry, task_id=keys["map"])
    with pytest.raises(DataError, match="one of: completed, ongoing, upcoming, not started"):
        desk.do("Odd", add_entry, task_id=keys["map"], status="nearly")


def test_what_holds_work_is_not_deleted(desk: Workspace) -> None:
    keys = make_workplan(desk)
    with pytest.raises(DataError, match="“Oceans and coasts” is not empty"):
        desk.do("Delete", delete_chapter, chapter_id=keys["chapter"])
    with pytest.raises(DataError, match="“Task Team on Reefs” has tasks"):
        desk.do("Delete", delete_workstream, workstream_id=keys["reefs"])
    with pytest.raises(DataError, match="cannot be part of itself"):
        desk.do("Circle", update_workstream, workstream_id=keys["reefs"], parent_id=keys["reefs"])


def test_what_mandates_and_meetings_name_is_not_deleted(desk: Workspace) -> None:
    keys = make_actions(desk)
    ships = desk.do("Add", add_workstream, name="Task Team on Ships").value
    item = desk.do(
        "Item", add_agenda_item, meeting_id=keys["senior"], title="Ships", workstream_id=ships
    ).value
    meeting = make_meeting(desk, "SHIPS 1", workstream_id=ships)
    with pytest.raises(DataError) as refused:
        desk.do("Delete", delete_workstream, workstream_id=ships)
    assert str(refused.value) == "“Task Team on Ships” has meetings and cannot be deleted."
    desk.do("Off", update_meeting, meeting_id=meeting, workstream_id=None)
    effect = desk.do("Effect", add_effect, action_id=keys["dust"], kind="concluded", workstream_id=ships)
    with pytest.raises(DataError) as refused:
        desk.do("Delete", delete_workstream, workstream_id=ships)
    assert str(refused.value) == "“Task Team on Ships” is named by an action and cannot be deleted."
    desk.do("Off", delete_effect, effect_id=effect.value)
    desk.do("Delete", delete_workstream, workstream_id=ships)
    (row,) = desk.read(list_agenda, meeting_id=keys["senior"])
    assert (row.id, row.title, row.workstream_id) == (item, "Ships", None)


def test_tasks_move_within_their_own_table(desk: Workspace) -> None:
    keys = make_workplan(desk)
    desk.do("Move", move_task, task_id=keys["survey"], offset=-1)
    assert [t.text for t in desk.read(list_tasks)] == [
        "Make the map.",
        "Make the survey.",
        "Make the website.",
    ]


def test_an_entry_without_a_date_stays_where_it_was_written(desk: Workspace) -> None:
    keys = make_workplan(desk)
    desk.do("Undated", add_entry, task_id=keys["map"], status="completed", text="All of it.")
    (task,) = desk.read(list_tasks, workstream_id=keys["reefs"])
    assert [(e.as_of, e.status) for e in task.entries] == [("2031-05-02", "ongoing"), ("", "completed")]
    assert task.status == "completed"
