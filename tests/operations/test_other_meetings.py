"""What belongs to one meeting stays there; days, addresses and origins are what they can be."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.action import update_action
from emgdesk.operations.agenda import add_agenda_item, link_document
from emgdesk.operations.deciding import adopt
from emgdesk.operations.deliverable import add_deliverable
from emgdesk.operations.document import move_document
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.report import add_report_section
from emgdesk.queries.agendas import list_agenda
from emgdesk.queries.reports import list_report
from emgdesk.workspace import Workspace
from tests.desks import dump, make_meeting
from tests.operations.agendas import make_document
from tests.operations.cases_action import approved


def test_sections_and_items_of_another_meeting_are_refused(desk: Workspace) -> None:
    one, other = make_meeting(desk, "SOM40 technical"), make_meeting(desk, "SOM40 senior")
    section = desk.do("Section", add_report_section, meeting_id=one, heading="Reefs").value
    item = desk.do("Item", add_agenda_item, meeting_id=one, title="Reefs").value
    for place in ("parent_id", "after_id"):
        with pytest.raises(DataError, match="A section stays in the report of its own meeting"):
            desk.do("Section", add_report_section, meeting_id=other, heading="Ports", **{place: section})
        with pytest.raises(DataError, match="An item cannot be put below an item of another meeting"):
            desk.do("Item", add_agenda_item, meeting_id=other, title="Ports", **{place: item})
    assert (desk.read(list_report, meeting_id=other), desk.read(list_agenda, meeting_id=other)) == ((), ())


def test_decisions_are_dated_by_the_last_day_of_their_meeting(desk: Workspace) -> None:
    keys = approved(desk)
    desk.do("Days", update_meeting, meeting_id=keys["technical"], end_date="2031-09-25")
    desk.do("Adopt", adopt, meeting_id=keys["technical"])
    assert {row[4] for row in dump(desk.path)["mandate_event"]} == {"2031-09-25"}


def test_documents_of_an_item_are_in_the_order_of_the_register(desk: Workspace) -> None:
    meeting = make_meeting(desk)
    item = desk.do("Item", add_agenda_item, meeting_id=meeting, title="Reefs").value
    papers = [make_document(desk, meeting, title) for title in ("One", "Two", "Three")]
    for paper in reversed(papers):
        desk.do("Link", link_document, item_id=item, document_id=paper)
    assert desk.read(list_agenda, meeting_id=meeting)[0].documents == tuple(papers)
    desk.do("Move", move_document, document_id=papers[2], offset=-2)
    assert desk.read(list_agenda, meeting_id=meeting)[0].documents == (papers[2], papers[0], papers[1])


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc", "https://reef.example/a b"])
def test_a_deliverable_has_an_address_of_the_web(desk: Workspace, address: str) -> None:
    with pytest.raises(DataError) as refused:
        desk.do("Add", add_deliverable, title="Guide", web_address=address)
    assert str(refused.value) == f"“{address}” is no web address; it begins with https://."


def test_an_action_does_not_come_from_itself(desk: Workspace) -> None:
    keys = approved(desk)
    desk.do("From", update_action, action_id=keys["rename"], origin_id=keys["welcome"])
    for origin in ("welcome", "rename"):
        with pytest.raises(DataError, match="An action cannot come from itself"):
            desk.do("From", update_action, action_id=keys["welcome"], origin_id=keys[origin])
