"""Agendas as screens and sentences read them."""

from emgdesk.operations.agenda import add_agenda_item, update_agenda_item
from emgdesk.operations.meeting import update_meeting
from emgdesk.queries.agendas import agenda_slots, list_agenda, list_agenda_sources
from emgdesk.workspace import Workspace
from tests.desks import make_meeting
from tests.operations.agendas import make_agenda


def test_items_are_called_by_their_labels_and_timed_lines_by_their_titles(desk: Workspace) -> None:
    meeting = make_meeting(desk)
    keys = make_agenda(desk, meeting)
    desk.do("Line", update_agenda_item, item_id=keys["dust"], numbered=False)
    slots = agenda_slots(desk.read(list_agenda, meeting_id=meeting))
    assert [slot.name for slot in slots] == ["item 1", "item 2", "item 2.a", "item 2.b", "“Dust”"]
    assert (slots[3].parent_id, slots[3].start, slots[3].end) == (keys["reefs"], "15:40", "16:10")


def test_the_agendas_to_copy_begin_with_the_most_alike(desk: Workspace) -> None:
    made = {}
    for code, day in (
        ("SOM38 technical", "2029-09"), ("SOM39 technical", "2030-09-20"), ("SOM39 senior", "2030-10-20"),
        ("REEF 1", "2030-12-01"), ("SOM40 mid-term", "2031-05-20"),
    ):  # fmt: skip
        made[code] = make_meeting(desk, code, date=day)
        desk.do("Item", add_agenda_item, meeting_id=made[code], title="Opening")
    empty = make_meeting(desk, "SOM40 senior")
    mine = make_meeting(desk, "SOM40 technical")
    desk.do("Like", update_meeting, meeting_id=mine, previous_id=made["SOM40 mid-term"])
    sources = desk.read(list_agenda_sources, meeting_id=mine)
    assert [(source.code, source.items) for source in sources] == [
        ("SOM40 mid-term", 1), ("SOM39 technical", 1), ("SOM38 technical", 1), ("REEF 1", 1), ("SOM39 senior", 1),
    ]  # fmt: skip
    assert empty not in [source.meeting_id for source in sources]
    assert desk.read(list_agenda_sources, meeting_id="gone") == ()
