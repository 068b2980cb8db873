"""The decision a task comes from, as it is cited and as it would say it."""

from emgdesk.operations.action import update_action
from emgdesk.operations.task import update_tasks
from emgdesk.queries.task_decisions import decisions_of_tasks, list_decisions
from tests.meeting_actions import make_actions


def test_a_decision_is_cited_with_its_meeting(desk):
    keys = make_actions(desk)
    desk.do("Choose", update_tasks, task_ids=[keys["survey"]], action_id=keys["welcome"])
    (found,) = desk.read(decisions_of_tasks).values()
    assert (found.action_id, found.cited, found.text) == (
        keys["welcome"],
        "SOM40 technical, I. a)",
        "Welcome the map.",
    )
    assert not found.adopted


def test_the_words_above_a_decision_are_said_with_it(desk):
    keys = make_actions(desk)
    desk.do("Choose", update_tasks, task_ids=[keys["website"]], action_id=keys["count"])
    (found,) = desk.read(decisions_of_tasks).values()
    assert (found.cited, found.text) == (
        "SOM40 technical, I. b) ii",
        "Request the Task Team to count the corals.",
    )


def test_only_what_was_decided_is_offered(desk):
    keys = make_actions(desk)
    assert desk.read(list_decisions) == ()
    desk.do("Decide", update_action, action_id=keys["welcome"], outcome="approved")
    assert [one.cited for one in desk.read(list_decisions)] == ["SOM40 technical, I. a)"]


def test_a_desk_without_decided_tasks_has_none(desk):
    assert desk.read(decisions_of_tasks) == {}
