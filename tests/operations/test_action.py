"""Actions in their sections: labels, stems and levels follow from the order."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.action import (
    add_action,
    add_effect,
    delete_action_sections,
    delete_actions,
    indent_actions,
    move_action,
    move_action_section,
    outdent_actions,
    set_stem,
    update_action,
    update_action_section,
)
from emgdesk.operations.deciding import decide_in_room
from emgdesk.operations.pasting import paste_actions
from emgdesk.operations.reservation import add_reservation
from emgdesk.queries.actions import list_actions
from emgdesk.queries.reports import list_report
from emgdesk.workspace import Workspace
from tests.meeting_actions import STEM, make_action, make_actions, make_section
from tests.operations.cases_action import in_room


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    return make_actions(desk)


def outline(desk: Workspace, keys: dict[str, str], meeting: str = "technical") -> list[str]:
    return [
        f"{action.citation} {action.text}"
        for section in desk.read(list_actions, meeting_id=keys[meeting])
        for action in section.actions
    ]


def stems(desk: Workspace, keys: dict[str, str]) -> list[str]:
    sections = desk.read(list_actions, meeting_id=keys["technical"])
    return [action.stem for section in sections for action in section.actions if action.parent_id is None]


def test_labels_follow_the_order(desk, keys):
    assert outline(desk, keys) == [
        "I. a) Welcome the map;", "I. b) Request the Task Team to:", "I. b) i Finish the map; and",
        "I. b) ii Count the corals;", "I. c) Decide to rename the Task Team.",
        "II. Agree to establish a Task Team to:", "II. i) Measure dust.",
    ]  # fmt: skip


def test_an_action_goes_on_under_the_stem_before_it(desk, keys):
    assert stems(desk, keys) == [STEM] * 4
    ports = make_section(desk, keys["technical"], "Ports")
    make_action(desk, ports, "Welcome ports.")
    make_action(desk, ports, "Note ships.", stem="The Group:")
    make_action(desk, ports, "Note boats.")
    assert stems(desk, keys)[4:] == [STEM, "The Group:", "The Group:"]


def test_a_stem_is_changed_for_all_that_stand_under_it(desk, keys):
    desk.do("Stem", set_stem, action_id=keys["finish"], stem="The Group:")
    assert stems(desk, keys) == [STEM, "The Group:", "The Group:", STEM]
    desk.do("Stem", set_stem, action_id=keys["request"], stem="All:", following=False)
    assert stems(desk, keys) == [STEM, "All:", "The Group:", STEM]


def test_an_action_after_one_below_another_stands_there_too(desk, keys):
    make_action(desk, keys["I"], "Print it.", after_id=keys["finish"])
    assert outline(desk, keys)[2:5] == [
        "I. b) i Finish the map; and", "I. b) ii Print it.", "I. b) iii Count the corals;",
    ]  # fmt: skip


def test_levels_change_by_keyboard_and_nothing_is_left_behind(desk, keys):
    desk.do("In", indent_actions, action_ids=[keys["request"], keys["finish"], keys["rename"]])
    assert outline(desk, keys)[:5] == [
        "I. a) Welcome the map;", "I. a) i Request the Task Team to:", "I. a) i 1 Finish the map; and",
        "I. a) i 2 Count the corals;", "I. a) ii Decide to rename the Task Team.",
    ]  # fmt: skip
    desk.do("Out", outdent_actions, action_ids=[keys["request"], keys["rename"]])
    assert outline(desk, keys)[:5] == [
        "I. a) Welcome the map;", "I. b) Request the Task Team to:", "I. b) i Finish the map; and",
        "I. b) ii Count the corals;", "I. c) Decide to rename the Task Team.",
    ]  # fmt: skip
    assert stems(desk, keys) == [STEM] * 4


@pytest.mark.parametrize(
    ("change", "name", "sentence"),
    [
        (indent_actions, "welcome", "The first action cannot go a level deeper: there is none before it to stand below."),
        (outdent_actions, "rename", "An action of the first level cannot go a level up."),
    ],
)  # fmt: skip
def test_levels_that_are_not_there_are_refused(desk, keys, change, name, sentence):
    with pytest.raises(DataError) as refused:
        desk.do("Level", change, action_ids=[keys[name]])
    assert str(refused.value) == sentence


def test_the_first_of_two_that_cannot_go_deeper_keeps_the_second(desk, keys):
    with pytest.raises(DataError, match="first action cannot go a level deeper"):
        desk.do("In", indent_actions, action_ids=[keys["welcome"], keys["request"]])


def test_an_action_moves_with_all_below_it(desk, keys):
    desk.do("Move", move_action, action_id=keys["request"], section_id=keys["II"], parent_id=None, index=0)
    assert outline(desk, keys) == [
        "I. a) Welcome the map;", "I. b) Decide to rename the Task Team.", "II. i) Request the Task Team to:",
        "II. i) i Finish the map; and", "II. i) ii Count the corals;",
        "II. Agree to establish a Task Team to:", "II. i) Measure dust.",
    ]  # fmt: skip


def test_an_action_is_never_put_below_itself_or_before_another_meeting(desk, keys):
    said = {"action_id": keys["request"], "section_id": keys["I"], "index": 0}
    with pytest.raises(DataError, match=r"^An action cannot be put below itself\.$"):
        desk.do("Move", move_action, **said, parent_id=keys["count"])
    other = make_section(desk, keys["senior"], "Ports")
    with pytest.raises(DataError, match=r"^An action is moved within the actions of its meeting\.$"):
        desk.do("Move", move_action, **{**said, "section_id": other}, parent_id=None)


def test_sections_are_numbered_anew_when_one_moves(desk, keys):
    desk.do("Move", move_action_section, section_id=keys["II"], index=0)
    rows = desk.read(list_actions, meeting_id=keys["technical"])
    assert [(row.number, row.heading) for row in rows] == [
        ("I", "Task Team on Dust"), ("II", "Task Team on Reefs"),
    ]  # fmt: skip


def test_an_action_is_deleted_with_all_below_it(desk, keys):
    desk.do("Delete", delete_actions, action_ids=[keys["count"], keys["request"]])
    assert outline(desk, keys)[:2] == ["I. a) Welcome the map;", "I. b) Decide to rename the Task Team."]
    desk.do("Delete", delete_action_sections, section_ids=[keys["I"]])
    assert outline(desk, keys)[0] == "I. Agree to establish a Task Team to:"


def test_the_conclusion_of_a_deleted_decision_keeps_its_words(desk):
    said = in_room(desk)
    action = desk.do("Decide", decide_in_room, **said).value
    desk.do("Delete", delete_actions, action_ids=[action])
    meeting = next(m for m in desk.read(_meetings) if m.code == "SOM40 technical")
    (section,) = desk.read(list_report, meeting_id=meeting.id)
    assert [(p.kind, p.text, p.action_id) for p in section.paragraphs] == [
        ("conclusion", "Agreed to meet on reefs every spring.", None)
    ]


def _meetings(session):
    from emgdesk.queries.meetings import list_meetings

    return list_meetings(session)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": " \n"}, "An action needs a text that says what is decided or asked for."),
        ({"text": "x", "outcome": "voted"}, "The outcome of an action is one of: drafted, suggested, approved, amended, deferred, withdrawn."),
        ({"text": "x", "children_style": "%"}, "“%” is no label style; it is one of a, i, 1, A and I, as the first label is written."),
    ],
)  # fmt: skip
def test_an_action_that_says_nothing_is_refused(desk, keys, fields, sentence):
    with pytest.raises(DataError) as refused:
        desk.do("Add", add_action, section_id=keys["I"], **fields)
    assert str(refused.value) == sentence
    with pytest.raises(DataError) as refused:
        desk.do("Change", update_action, action_id=keys["welcome"], **fields)
    assert str(refused.value) == sentence


def test_sections_need_a_heading_and_effects_a_kind(desk, keys):
    with pytest.raises(DataError, match=r"^A section of the actions needs a heading\.$"):
        desk.do("Change", update_action_section, section_id=keys["I"], heading=" ")
    with pytest.raises(DataError, match=r"^“x” is no label style"):
        desk.do("Change", update_action_section, section_id=keys["I"], style="x")
    with pytest.raises(DataError, match=r"^“voted” is no effect on a mandate; it is one of: proposed, est"):
        desk.do("Effect", add_effect, action_id=keys["welcome"], kind="voted")


def test_an_effect_concerns_the_workstream_of_its_section(desk, keys):
    desk.do("Effect", add_effect, action_id=keys["welcome"], kind="Extension", until="SOM 43")
    (row,) = desk.read(list_actions, meeting_id=keys["technical"])[0].actions[0].effects
    assert (row.kind, row.workstream, row.until, row.applied) == (
        "extended", "Task Team on Reefs", "SOM 43", False,
    )  # fmt: skip


def test_a_pasted_list_becomes_actions_with_levels(desk, keys):
    ports = make_section(desk, keys["technical"], "Ports")
    text = "The Group:\n1. Welcome ports;\n2. Request:\n(a) a map;\n(b) a survey.\nDecide to meet."
    desk.do("Paste", paste_actions, section_id=ports, text=text)
    assert outline(desk, keys)[7:] == [
        "III. 1) Welcome ports;", "III. 2) Request:", "III. 2) a a map;", "III. 2) b a survey.",
        "III. Decide to meet.",
    ]  # fmt: skip
    assert stems(desk, keys)[4:] == ["The Group:"] * 3
    with pytest.raises(DataError, match=r"^There is no text to paste that could be an action\.$"):
        desk.do("Paste", paste_actions, section_id=ports, text=" \n ")


def test_a_list_is_pasted_after_an_action_on_its_level(desk, keys):
    desk.do("Paste", paste_actions, section_id=keys["I"], text="a) Draw;\nb) Print.", after_id=keys["finish"])
    assert outline(desk, keys)[1:6] == [
        "I. b) Request the Task Team to:", "I. b) i Finish the map; and", "I. b) ii Draw;",
        "I. b) iii Print.", "I. b) iv Count the corals;",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"entity": "", "text": "No."}, "A reservation needs the entity that made it."),
        ({"entity": "FAO", "text": " "}, "A reservation needs its words."),
        ({"entity": "FAO", "text": "No.", "action_id": None}, "A reservation is on one action, one paragraph or one deliverable."),
    ],
)  # fmt: skip
def test_a_reservation_says_who_what_and_on_what(desk, keys, fields, sentence):
    with pytest.raises(DataError) as refused:
        desk.do("Reserve", add_reservation, **{"action_id": keys["rename"], **fields})
    assert str(refused.value) == sentence
