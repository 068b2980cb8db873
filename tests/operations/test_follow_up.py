"""Follow-ups are carried to later meetings until they are answered."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.follow_up import add_follow_up, answer_follow_up
from emgdesk.queries.follow_ups import is_due, list_follow_ups
from emgdesk.workspace import Workspace
from tests.desks import make_meeting


def test_what_is_owed_is_carried_until_it_is_answered(desk: Workspace) -> None:
    first = make_meeting(desk, "SOM40 mid-term", date="2030-05-02")
    second = make_meeting(desk, "SOM40 technical", date="2030-09-12")
    third = make_meeting(desk, "SOM40 senior", date="2030-11-20")
    once = desk.do("F", add_follow_up, meeting_id=first, who="FAO", what="Send the list.").value
    always = desk.do("F", add_follow_up, meeting_id=first, what="Report.", due="every meeting").value
    later = desk.do("F", add_follow_up, meeting_id=second, what="Write.", due="2030-11-30").value

    def seen(meeting_id: str) -> list[tuple[str, bool, str]]:
        return [(r.id, r.carried, r.status) for r in desk.read(list_follow_ups, meeting_id=meeting_id)]

    assert seen(first) == [(once, False, "open"), (always, False, "open")]
    assert seen(second) == [(once, True, "open"), (always, True, "open"), (later, False, "open")]
    for key in (once, always):
        desk.do("A", answer_follow_up, follow_up_id=key, answer="Done.", meeting_id=second)
    assert seen(second) == [(once, True, "done"), (always, True, "open"), (later, False, "open")]
    assert seen(third) == [(always, True, "open"), (later, True, "open")]
    assert seen(first) == [(once, False, "done"), (always, False, "open")]
    due = {row.id: is_due(row, "2030-11-20") for row in desk.read(list_follow_ups)}
    assert due == {once: False, always: True, later: False}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"what": " "}, "A follow-up says what is owed."),
        (
            {"due": "soon"},
            "“soon” is no due date; write 2026-05-28, “next meeting” or “every meeting”.",
        ),
        ({"status": "lost"}, "A follow-up is one of: open, done, dropped."),
    ],
)
def test_a_follow_up_that_says_nothing_is_refused(
    desk: Workspace, fields: dict[str, str], sentence: str
) -> None:
    with pytest.raises(DataError) as refused:
        desk.do("F", add_follow_up, meeting_id=make_meeting(desk), **{"what": "Send it.", **fields})
    assert str(refused.value) == sentence
