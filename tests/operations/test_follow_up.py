"""Follow-ups are carried to later meetings until they are answered."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.follow_up import add_follow_up, answer_follow_up
from emgdesk.queries.follow_ups import is_due, list_follow_ups
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan


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
    rows = desk.read(list_follow_ups)
    assert [is_due(row, "2030-11-20", earlier=True) for row in rows] == [False, True, False]
    assert [is_due(row, "2030-11-30", earlier=False) for row in rows] == [False, False, True]


def test_every_answer_of_one_asked_at_every_meeting_is_kept(desk: Workspace) -> None:
    first = make_meeting(desk, "SOM40 mid-term", date="2030-05-02")
    second = make_meeting(desk, "SOM40 technical", date="2030-09-12")
    key = desk.do("F", add_follow_up, meeting_id=first, what="Report.", due="every meeting").value

    def answered(answer: str, day: str, meeting_id: str) -> str:
        told = {"answer": answer, "answered_on": day, "meeting_id": meeting_id}
        desk.do("A", answer_follow_up, follow_up_id=key, **told)
        return desk.read(list_follow_ups)[0].answer

    once = "2 May 2030, SOM40 mid-term: Ten maps."
    assert answered("Ten maps.", "2030-05-02", first) == once
    twice = f"{once}\n12 September 2030, SOM40 technical: Twelve maps."
    assert answered("Twelve maps.", "2030-09-12", second) == twice
    assert answered(f"{twice}\nAnd a film.", "", second) == f"{twice}\nSOM40 technical: And a film."
    (row,) = desk.read(list_follow_ups)
    assert (row.status, row.answered_at) == ("open", "SOM40 technical")


@pytest.mark.parametrize(
    ("earlier", "later", "is_carried"),
    [
        ({"code": "SOM40 senior", "date": "2030-11-20"}, {"code": "SOM41 mid-term"}, True),
        ({"code": "SOM40 senior", "date": "2030-11-20"}, {"code": "SOM40 technical"}, False),
        ({"code": "SOM40 senior", "date": "2030-11-20"}, {"code": "SOM41 senior", "date": "2030-05-02"}, False),
        ({"code": "SOM40 senior"}, {"code": "SOM41 senior", "date": "2031-05-02"}, False),
        ({"code": "SOM40 senior", "date": "2030-11-20"}, {"code": "REEF 2", "kind": "event"}, False),
        ({"code": "REEF 1", "date": "2030-11-20"}, {"code": "REEF 2"}, False),
        ({"code": "REEF 1", "date": "2030-11-20", "kind": "event"}, {"code": "REEF 2", "kind": "event"}, True),
        ({"code": "REEF 1", "date": "2030-11-20", "kind": "event"}, {"code": "REEF 2", "kind": "nexus dialogue"}, False),
    ],
)  # fmt: skip
def test_what_is_owed_is_carried_along_one_row_of_meetings(
    desk: Workspace, earlier: dict[str, str], later: dict[str, str], is_carried: bool
) -> None:
    first, second = make_meeting(desk, **earlier), make_meeting(desk, **later)
    desk.do("F", add_follow_up, meeting_id=first, what="Send the list.")
    assert len(desk.read(list_follow_ups, meeting_id=second)) == is_carried


def test_what_is_owed_is_carried_within_a_workstream(desk: Workspace) -> None:
    keys = make_workplan(desk)
    reefs = {"workstream_id": keys["reefs"], "kind": "workstream meeting"}
    first = make_meeting(desk, "REEF 1", date="2030-05-02", **reefs)
    second = make_meeting(desk, "REEF 2", date="2030-06-02", **reefs)
    ports = make_meeting(desk, "PORT 1", date="2030-07-02", **{**reefs, "workstream_id": keys["ports"]})
    desk.do("F", add_follow_up, meeting_id=first, what="Send the list.")
    assert len(desk.read(list_follow_ups, meeting_id=second)) == 1
    assert desk.read(list_follow_ups, meeting_id=ports) == ()


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
