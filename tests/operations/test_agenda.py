"""Agendas: arranging never loses an item, loops and odd times are refused in a sentence."""

import pytest

from emgdesk.errors import DataError, UsageError
from emgdesk.operations.agenda import (
    add_agenda_item,
    copy_agenda,
    delete_agenda_items,
    indent_agenda_items,
    link_document,
    move_agenda_item,
    outdent_agenda_items,
    set_agenda_style,
    shift_times,
    unlink_document,
    update_agenda_item,
)
from emgdesk.operations.agenda_pasting import paste_agenda
from emgdesk.operations.meeting import update_meeting
from emgdesk.queries.agendas import find_times, list_agenda
from emgdesk.workspace import Workspace
from tests.desks import make_meeting
from tests.operations.agendas import make_agenda, make_document, printed


@pytest.fixture
def meeting(desk: Workspace) -> str:
    return make_meeting(desk)


@pytest.fixture
def keys(desk: Workspace, meeting: str) -> dict[str, str]:
    return make_agenda(desk, meeting)


START = ["1 Opening", "2 Reefs", "2.a The map", "2.b The survey", "3 Dust"]


def test_items_stand_in_the_order_they_were_added(desk, meeting, keys):
    assert printed(desk, meeting) == START


def test_a_new_item_goes_after_the_one_named_or_below_its_parent(desk, meeting, keys):
    desk.do("Add", add_agenda_item, meeting_id=meeting, title="The budget", after_id=keys["map"])
    desk.do("Add", add_agenda_item, meeting_id=meeting, title=" Other \n business ", parent_id=keys["dust"])
    desk.do("Add", add_agenda_item, meeting_id=meeting, title="Adoption", after_id=keys["opening"])
    assert printed(desk, meeting) == [
        "1 Opening", "2 Adoption", "3 Reefs", "3.a The map", "3.b The budget", "3.c The survey", "4 Dust",
        "4.a Other business",
    ]  # fmt: skip


def test_moving_takes_along_what_is_below(desk, meeting, keys):
    desk.do("Move", move_agenda_item, item_id=keys["reefs"], parent_id=keys["dust"], index=0)
    assert printed(desk, meeting) == [
        "1 Opening", "2 Dust", "2.a Reefs", "2.a.i The map", "2.a.ii The survey",
    ]  # fmt: skip
    desk.do("Move", move_agenda_item, item_id=keys["survey"], parent_id=None, index=0)
    desk.do("Move", move_agenda_item, item_id=keys["opening"], parent_id="", index=99)
    assert printed(desk, meeting) == ["1 The survey", "2 Dust", "2.a Reefs", "2.a.i The map", "3 Opening"]


def test_the_index_counts_the_others(desk, meeting, keys):
    desk.do("Move", move_agenda_item, item_id=keys["opening"], parent_id=None, index=1)
    assert printed(desk, meeting)[:1] == ["1 Reefs"]
    assert printed(desk, meeting)[3:] == ["2 Opening", "3 Dust"]


def test_a_loop_is_refused(desk, meeting, keys):
    for parent in (keys["reefs"], keys["map"]):
        with pytest.raises(DataError, match=r"^“Reefs” cannot be put below itself\.$"):
            desk.do("Move", move_agenda_item, item_id=keys["reefs"], parent_id=parent, index=0)
    assert printed(desk, meeting) == START


def test_an_item_stays_in_its_meeting(desk, meeting, keys):
    other = make_meeting(desk, "SOM40 senior")
    with pytest.raises(DataError, match=r"^An item cannot be put below an item of another meeting\.$"):
        desk.do("Add", add_agenda_item, meeting_id=other, title="X", parent_id=keys["reefs"])
    with pytest.raises(DataError, match="This meeting is no longer on the desk"):
        desk.do("Add", add_agenda_item, meeting_id="gone", title="X")
    with pytest.raises(DataError, match="This agenda item is no longer on the desk"):
        desk.do("Change", update_agenda_item, item_id="gone", title="X")


def test_several_items_step_in_and_out_together(desk, meeting, keys):
    desk.do("In", indent_agenda_items, item_ids=[keys["dust"], keys["reefs"], keys["map"]])
    assert printed(desk, meeting) == [
        "1 Opening", "1.a Reefs", "1.a.i The map", "1.a.ii The survey", "1.b Dust",
    ]  # fmt: skip
    desk.do("Out", outdent_agenda_items, item_ids=[keys["reefs"], keys["dust"]])
    assert printed(desk, meeting) == START
    desk.do("Out", outdent_agenda_items, item_ids=[keys["map"], keys["survey"]])
    assert printed(desk, meeting) == ["1 Opening", "2 Reefs", "3 The map", "4 The survey", "5 Dust"]


def test_stepping_where_there_is_no_room_is_said(desk, keys):
    with pytest.raises(DataError, match="no item before this one that it could be put below"):
        desk.do("In", indent_agenda_items, item_ids=[keys["opening"]])
    with pytest.raises(DataError, match="on the first level cannot go further out"):
        desk.do("Out", outdent_agenda_items, item_ids=[keys["opening"], keys["dust"]])


def test_deleting_takes_what_is_below(desk, meeting, keys):
    desk.do("Delete", delete_agenda_items, item_ids=[keys["reefs"], keys["map"]])
    assert printed(desk, meeting) == ["1 Opening", "2 Dust"]
    desk.undo()
    assert printed(desk, meeting) == START


def test_label_styles_are_those_of_the_branch(desk, meeting, keys):
    desk.do("Style", set_agenda_style, meeting_id=meeting, parent_id=keys["reefs"], style="1")
    desk.do("Style", set_agenda_style, meeting_id=meeting, parent_id=None, style="I")
    desk.do("Line", update_agenda_item, item_id=keys["opening"], numbered=False)
    assert printed(desk, meeting) == [" Opening", "I Reefs", "I.1 The map", "I.2 The survey", "II Dust"]
    with pytest.raises(DataError, match=r"^“x” is no label style; choose one of: 1, a, i, A, I\.$"):
        desk.do("Style", set_agenda_style, meeting_id=meeting, parent_id=None, style="x")


@pytest.mark.parametrize(
    ("typed", "stored"), [("3:10 p.m.", "15:10"), ("9.30", "09:30"), ("", ""), ("0900", "09:00")]
)
def test_times_are_read_as_people_write_them(desk, meeting, keys, typed, stored):
    desk.do("Time", update_agenda_item, item_id=keys["map"], start_time=typed)
    assert desk.read(list_agenda, meeting_id=meeting)[2].start_time == stored


def test_what_is_no_time_is_refused_and_backwards_is_found(desk, meeting, keys):
    with pytest.raises(DataError, match=r"^“25:00” is not a time of day; write 15:00\.$") as refused:
        desk.do("Time", update_agenda_item, item_id=keys["dust"], end_time="25:00")
    assert refused.value.place == "end_time"
    desk.do("Time", update_agenda_item, item_id=keys["dust"], start_time="16:10", end_time="16:00")
    (found,) = desk.read(find_times, meeting_id=meeting)
    assert (found.kind, found.item_id) == ("backwards", keys["dust"])
    assert found.text == "Item 3 ends at 16:00, before it begins at 16:10."


def test_times_are_measured_by_the_meeting(desk, meeting, keys):
    assert desk.read(find_times, meeting_id=meeting) == ()
    desk.do(
        "Times", update_meeting, meeting_id=meeting, date="2031-09-24", start_time="15:00", end_time="16:30"
    )
    (found,) = desk.read(find_times, meeting_id=meeting)
    assert found.text == "Item 3 ends at 16:50, but the meeting ends at 16:30."
    desk.do("Days", update_meeting, meeting_id=meeting, end_date="2031-09-25")
    assert desk.read(find_times, meeting_id=meeting) == ()
    assert desk.read(find_times, meeting_id="gone") == ()


def test_the_rest_is_shifted(desk, meeting, keys):
    assert desk.do("Shift", shift_times, item_id=keys["survey"], minutes=15).value == 3
    rows = desk.read(list_agenda, meeting_id=meeting)
    assert [(r.start_time, r.end_time) for r in rows] == [
        ("15:00", "15:10"), ("15:10", "16:25"), ("", ""), ("15:55", "16:25"), ("16:25", "17:05"),
    ]  # fmt: skip
    with pytest.raises(
        DataError, match=r"^Item 3 would pass midnight; it can be 414 minutes later at most\.$"
    ):
        desk.do("Shift", shift_times, item_id=keys["dust"], minutes=600)
    desk.do("Time", update_agenda_item, item_id=keys["dust"], start_time="", end_time="")
    with pytest.raises(DataError, match="no times to shift"):
        desk.do("Shift", shift_times, item_id=keys["dust"], minutes=5)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": "  "}, "An agenda item needs a title"),
        ({"children_style": "x"}, "is no label style"),
        ({"workstream_id": "gone"}, "This workstream is no longer on the desk"),
    ],
)
def test_odd_values_are_refused(desk, keys, fields, said):
    with pytest.raises(DataError, match=said):
        desk.do("Change", update_agenda_item, item_id=keys["dust"], **fields)


def test_fields_that_are_not_there_are_refused(desk, keys):
    with pytest.raises(UsageError, match="There is no field “parent_id” here"):
        desk.do("Change", update_agenda_item, item_id=keys["dust"], parent_id=keys["reefs"])


def test_documents_are_linked_once_and_from_the_own_register(desk, meeting, keys):
    paper = make_document(desk, meeting)
    first = desk.do("Link", link_document, item_id=keys["map"], document_id=paper).value
    assert desk.do("Link", link_document, item_id=keys["map"], document_id=paper).value == first
    assert desk.read(list_agenda, meeting_id=meeting)[2].documents == (paper,)
    desk.do("Unlink", unlink_document, item_id=keys["map"], document_id=paper)
    with pytest.raises(DataError, match="not linked to this item any more"):
        desk.do("Unlink", unlink_document, item_id=keys["map"], document_id=paper)
    foreign = make_document(desk, make_meeting(desk, "SOM40 senior"), "Their agenda")
    with pytest.raises(DataError, match="“Their agenda” is in the register of another meeting"):
        desk.do("Link", link_document, item_id=keys["map"], document_id=foreign)


def test_an_agenda_is_copied_with_its_times_moved_along(desk, meeting, keys):
    desk.do("Begin", update_meeting, meeting_id=meeting, start_time="15:00")
    desk.do("Style", set_agenda_style, meeting_id=meeting, parent_id=None, style="I")
    desk.do(
        "Notes",
        update_agenda_item,
        item_id=keys["map"],
        notes="Ask Ruth.",
        presenter="UNEP",
        presented_by="X",
    )
    senior = make_meeting(desk, "SOM40 senior", start_time="10:00")
    made = desk.do("Copy", copy_agenda, from_meeting_id=meeting, to_meeting_id=senior).value
    rows = desk.read(list_agenda, meeting_id=senior)
    assert [row.id for row in rows] == list(made)
    assert [(r.path, r.title, r.start_time, r.end_time) for r in rows] == [
        ("I", "Opening", "10:00", "10:10"),
        ("II", "Reefs", "10:10", "11:10"),
        ("II.a", "The map", "", ""),
        ("II.b", "The survey", "10:40", "11:10"),
        ("III", "Dust", "11:10", "11:50"),
    ]
    assert (rows[2].presenter, rows[2].presented_by, rows[2].notes) == ("UNEP", "", "")
    desk.do("Again", copy_agenda, from_meeting_id=meeting, to_meeting_id=senior)
    assert printed(desk, senior)[5:] == ["IV Opening", "V Reefs", "V.a The map", "V.b The survey", "VI Dust"]


def test_copying_an_empty_agenda_is_refused_and_midnight_takes_times_away(desk, meeting, keys):
    other = make_meeting(desk, "SOM40 senior", start_time="23:00")
    with pytest.raises(DataError, match="The agenda of SOM40 senior is empty"):
        desk.do("Copy", copy_agenda, from_meeting_id=other, to_meeting_id=meeting)
    desk.do("Begin", update_meeting, meeting_id=meeting, start_time="15:00")
    desk.do("Copy", copy_agenda, from_meeting_id=meeting, to_meeting_id=other)
    rows = desk.read(list_agenda, meeting_id=other)
    assert [(r.start_time, r.end_time) for r in rows[:2]] == [("23:00", "23:10"), ("23:10", "")]


def test_a_pasted_agenda_becomes_items_with_its_labels(desk, meeting):
    text = "I. Opening\nII. Reefs\n1) The map (presented by UNEP)\n\ta. North\nIII. Dust\n5:00 p.m. Closure"
    made = desk.do("Paste", paste_agenda, meeting_id=meeting, text=text).value
    rows = desk.read(list_agenda, meeting_id=meeting)
    assert [row.id for row in rows] == list(made)
    assert printed(desk, meeting) == [
        "I Opening", "II Reefs", "II.1 The map", "II.1.a North", "III Dust", " Closure",
    ]  # fmt: skip
    assert (rows[2].presenter, rows[5].start_time, rows[5].numbered) == ("UNEP", "17:00", False)


def test_pasting_goes_after_the_item_given_on_its_level(desk, meeting, keys):
    desk.do(
        "Paste", paste_agenda, meeting_id=meeting, text="1. Wrecks\na) Old\n2. Ports", after_id=keys["map"]
    )
    assert printed(desk, meeting)[1:7] == [
        "2 Reefs", "2.a The map", "2.b Wrecks", "2.b.a Old", "2.c Ports", "2.d The survey",
    ]  # fmt: skip
    with pytest.raises(DataError, match="no text to paste that could be an agenda"):
        desk.do("Paste", paste_agenda, meeting_id=meeting, text=" \n")
