"""The numbers beside the titles of a meeting's parts."""

from emgdesk.operations.deciding import decide
from emgdesk.queries.sizes import MeetingSizes, meeting_sizes
from emgdesk.workspace import Workspace
from tests.meeting_actions import make_actions


def test_what_is_below_an_action_is_decided_with_it(desk: Workspace) -> None:
    keys = make_actions(desk)
    sizes = desk.read(meeting_sizes, meeting_id=keys["technical"])
    assert sizes == MeetingSizes(agenda=0, documents=0, actions=7, report=0, undecided=4)
    desk.do("Decide", decide, action_ids=[keys["welcome"]], outcome="approved")
    assert desk.read(meeting_sizes, meeting_id=keys["technical"]).undecided == 3
