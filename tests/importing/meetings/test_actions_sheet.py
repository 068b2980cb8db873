import pytest

from emgdesk.intake import commit
from emgdesk.operations.deciding import adopt, approve_all
from emgdesk.queries.actions import list_actions
from emgdesk.queries.meetings import find_meeting
from emgdesk.queries.workstreams import list_workstreams
from tests.desks import dump, make_workplan
from tests.meeting_books import changes, column, held, planned, problems, said, taken, verdicts, workbook

CODE = "SOM40 technical"
REEFS, PORTS = "Task Team on Reefs", "Ports"
STEM = "The Senior Officials:"
ROWS = (
    ("Task Team on Reefs", REEFS, STEM, "a", "Take note of the mapping of reefs;", "approved"),
    ("Task Team on Reefs", REEFS, None, "b", "Decide to extend the Task Team for one year;", "Approved with changes",
     "Decide to extend the Task Team for **two** years;", "FAO", "FAO reserved its position.\n- on cost"),
    ("Task Team on Reefs", REEFS, "The Group:", "b.i", "with a budget, and", "suggested"),
    ("Task Team on Reefs", REEFS, None, "b.ii", "with terms of reference.", "suggested"),
    ("Coalition on Ports", PORTS, STEM, None, "Agree to establish a coalition to:", "suggested"),
    ("Coalition on Ports", PORTS, STEM, "i", "Survey the ports, 港口;", "suggested"),
    ("Coalition on Ports", PORTS, STEM, "ii", "Report at the next meeting.", "deferred"),
    (None, "Dunes – ideas", STEM, None, "Thank the donors.", None),
)  # fmt: skip
EFFECTS = (
    (REEFS, "b", "Extension", "Task Team on Reefs", None, None, None, "one year"),
    (REEFS, "b", "renamed", "Task Team on Reefs", None, "Task Team on Coral Reefs"),
    (PORTS, None, "established", "Coalition on Harbour Lights"),
)


def shape(desk):
    """(section, style, depth, label, stem, text) of every action."""
    key = desk.read(find_meeting, code=CODE).id
    return [
        (
            f"{section.number}. {section.heading}",
            section.style,
            action.depth,
            action.label,
            action.stem,
            action.text,
        )
        for section in desk.read(list_actions, meeting_id=key)
        for action in section.actions
    ]


def test_actions_follow_the_grammar_of_the_sheet(desk):
    keys = make_workplan(desk)
    taken(desk, workbook(Actions=ROWS, Effects=EFFECTS))
    first, second, third = (f"I. {REEFS}", "a"), (f"II. {PORTS}", "i"), ("III. Dunes – ideas", "a")
    assert shape(desk) == [
        (*first, 0, "a", STEM, "Take note of the mapping of reefs;"),
        (*first, 0, "b", STEM, "Decide to extend the Task Team for one year;"),
        (*first, 1, "i", "", "with a budget, and"),
        (*first, 1, "ii", "", "with terms of reference."),
        (*second, 0, "", STEM, "Agree to establish a coalition to:"),
        (*second, 1, "i", "", "Survey the ports, 港口;"),
        (*second, 1, "ii", "", "Report at the next meeting."),
        (*third, 0, "", STEM, "Thank the donors."),
    ]
    book = held(desk)
    assert [row.workstream_id for row in book.action_sections] == [keys["reefs"], keys["ports"], None]
    assert column(book.actions, "Outcome", "Adopted text")[:3] == [
        ("approved", ""), ("amended", "Decide to extend the Task Team for **two** years;"), ("suggested", ""),
    ]  # fmt: skip
    assert column(book.actions, "Reservation by", "Reservation")[1] == (
        "FAO", "FAO reserved its position.\n- on cost",
    )  # fmt: skip
    assert column(book.effects, "Label", "Effect", "Workstream", "New name", "Until") == [
        ("b", "extended", "Task Team on Reefs", "", "one year"),
        ("b", "renamed", "Task Team on Reefs", "Task Team on Coral Reefs", ""),
        ("", "established", "Coalition on Harbour Lights", "", ""),
    ]
    assert book.effects[0].links == {"Workstream": keys["reefs"]}
    lights = desk.read(list_workstreams)[-1]  # nobody knew it
    assert book.effects[2].links == {"Workstream": lights.id}
    assert (lights.name, lights.kind, lights.status) == (
        "Coalition on Harbour Lights",
        "Coalition",
        "proposed",
    )


def test_the_same_actions_again_change_nothing(desk):
    raw = workbook(Actions=ROWS, Effects=EFFECTS)
    taken(desk, raw)
    before = dump(desk.path)
    again = planned(desk, raw)
    assert set(verdicts(again, "Actions")) == set(verdicts(again, "Effects")) == {"same"}
    assert commit(desk, again).changes is None
    assert dump(desk.path) == before


def test_a_corrected_wording_is_a_change_of_that_row_alone(desk):
    taken(desk, workbook(Actions=ROWS))
    rows = [list(row) for row in ROWS]
    rows[6][4] = "Report back at the next meeting of the Group."
    intake = taken(desk, workbook(Actions=map(tuple, rows)))
    assert changes(intake) == {
        ("Actions", 8): {
            "Text": ("Report at the next meeting.", "Report back at the next meeting of the Group.")
        }
    }
    assert len(shape(desk)) == 8


def test_a_corrected_heading_is_no_new_section(desk):
    taken(desk, workbook(Actions=ROWS))
    rows = [(w, "Dunes" if h.startswith("Dunes") else h, *rest) for w, h, *rest in ROWS]
    intake = taken(desk, workbook(Actions=rows))
    assert changes(intake) == {("Actions", 9): {"Heading": ("Dunes – ideas", "Dunes")}}
    assert [section.heading for section in held(desk).action_sections] == [REEFS, PORTS, "Dunes"]


def test_an_action_moves_to_another_heading_by_its_id(desk):
    taken(desk, workbook(Actions=ROWS))
    key = held(desk).actions[0].id
    row = {"Heading": PORTS, "Stem": STEM, "Label": "a", "Text": ROWS[0][4], "ID": key}
    intake = taken(desk, workbook(Actions=[row]))
    assert changes(intake) == {("Actions", 2): {"Heading": (REEFS, PORTS)}}
    assert [line[0] for line in shape(desk)].count(f"II. {PORTS}") == 4


def test_a_new_action_between_two_takes_its_place_and_stem(desk):
    taken(desk, workbook(Actions=ROWS))
    new = (None, REEFS, None, "b", "Welcome the report on sponges;", "drafted")
    taken(desk, workbook(Actions=[ROWS[0], new, (*ROWS[1][:3], "c", *ROWS[1][4:])]))
    assert [line[3:] for line in shape(desk)[:3]] == [
        ("a", STEM, "Take note of the mapping of reefs;"),
        ("b", STEM, "Welcome the report on sponges;"),
        ("c", STEM, "Decide to extend the Task Team for one year;"),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(None, REEFS, STEM, "a", None)], ["2: The action has no Text (Actions E2)."]),
        ([(None, None, STEM, "a", "Agree.")], ["2: The action has no Heading (Actions B2)."]),
        ([(None, REEFS, STEM, "§", "Agree.")],
         ["2: “§” is no label of an action; write a, i, 1 or a.i (Actions D2)."]),
        ([(None, REEFS, STEM, "a.i", "Agree.")],
         ["2: There is no action a for a.i to stand below (Actions D2)."]),
        ([(None, REEFS, STEM, "a", "Agree."), (None, REEFS, STEM, "a", "Decide.")],
         ["3: Label a stands in row 2 already (Actions D3)."]),
        ([(None, REEFS, STEM, "a", "Agree."), (None, REEFS, STEM, "b", "Ask."), (None, REEFS, STEM, "3", "Decide.")],
         ["4: The label style of “3” cannot be told from its neighbours (Actions D4)."]),
    ],
)  # fmt: skip
def test_actions_that_cannot_be_taken(desk, rows, expected):
    assert problems(taken(desk, workbook(Actions=rows))) == expected


def test_an_outcome_nobody_knows_is_said(desk):
    intake = taken(desk, workbook(Actions=[(None, REEFS, STEM, "a", "Agree.", "perhaps")]))
    known = "drafted, suggested, approved, amended, deferred, withdrawn"
    assert said(intake) == [f"“perhaps” is no Outcome; write {known} (Actions F2)."]
    assert column(held(desk).actions, "Outcome") == [("drafted",)]


def test_a_workbook_keeps_to_the_rules_of_outcomes_and_addresses(desk):
    make_workplan(desk)
    taken(desk, workbook(Actions=ROWS, Effects=EFFECTS[:1]))
    key = desk.read(find_meeting, code=CODE).id
    desk.do("Approve", approve_all, meeting_id=key)
    desk.do("Adopt", adopt, meeting_id=key)
    before = column(held(desk).actions, "Outcome")
    first, second = ROWS[:2]
    rows = [(*first[:5], "amended"), (*second[:5], "withdrawn", *second[6:])]
    paper = ("01", None, "Map", *[None] * 6, "javascript:alert(1)")
    intake = taken(desk, workbook(Actions=rows, Documents=[paper]))
    assert said(intake) == [
        "“javascript:alert(1)” is no web address; it begins with https:// (Documents J2).",
        "An action approved with changes needs the wording that was adopted (Actions F2).",
        "This action was adopted; withdraw its adoption first (Actions F3).",
    ]
    assert column(held(desk).actions, "Outcome") == before
    assert column(held(desk).documents, "Title", "Web address") == [("Map", "")]


def test_effects_that_cannot_be_taken(desk):
    rows = [(REEFS, "z", "extended"), (REEFS, "a", "painted"), (REEFS, "a", None, "Task Team on Reefs")]
    assert problems(taken(desk, workbook(Actions=ROWS, Effects=rows))) == [
        f"2: There is no action z under the heading “{REEFS}” (Effects A2).",
        "3: “painted” is no effect the desk knows (Effects C3).",
        "4: The row names no Effect (Effects C4).",
    ]


def test_an_effect_that_was_adopted_is_left_alone(desk):
    make_workplan(desk)
    taken(desk, workbook(Actions=ROWS, Effects=EFFECTS[:1]))
    key = desk.read(find_meeting, code=CODE).id
    desk.do("Approve", approve_all, meeting_id=key)
    desk.do("Adopt", adopt, meeting_id=key)
    intake = taken(desk, workbook(Effects=[(*EFFECTS[0][:7], "three years")]))
    assert verdicts(intake, "Effects") == ["same"]
    assert said(intake) == ["This effect is part of a mandate already; a workbook does not change it."]


def test_a_workstream_that_may_be_meant_is_asked_about_and_never_made(desk):
    make_workplan(desk)
    rows = [("Coalition on Port", "Ports", STEM, "a", "Agree.")]
    intake = taken(desk, workbook(Actions=rows))
    (question,) = intake.plan.book.questions
    assert (question.name, question.places, question.candidates[0].name) == (
        "Coalition on Port", ("Actions A2",), "Coalition on Ports",
    )  # fmt: skip
    assert held(desk).action_sections[0].workstream_id is None
    taken(desk, workbook(Actions=rows), doubtful="match")
    assert column(held(desk).actions, "Workstream") == [("Coalition on Ports",)]


def test_several_reservations_stand_one_a_line(desk):
    row = (
        None,
        REEFS,
        STEM,
        "a",
        "Agree.",
        None,
        None,
        "FAO\nUNEP",
        "Too costly.\n\nToo soon.\nOr too late.",
    )
    taken(desk, workbook(Actions=[row]))
    book = held(desk)
    assert column(book.actions, "Reservation by", "Reservation") == [row[7:]]
    assert len(book.actions[0].parts) == 2
    assert verdicts(planned(desk, workbook(Actions=[row])), "Actions") == ["same"]
    less = (*row[:7], "FAO", "Too costly.")
    assert changes(taken(desk, workbook(Actions=[less])))["Actions", 2] == {
        "Reservation by": ("FAO\nUNEP", "FAO"),
        "Reservation": ("Too costly.\n\nToo soon.\nOr too late.", "Too costly."),
    }
    assert len(held(desk).actions[0].parts) == 1


def test_an_effect_stays_at_its_action_whatever_label_that_takes(desk):
    taken(desk, workbook(Actions=ROWS, Effects=EFFECTS[:1]))
    book = held(desk)
    first, second = book.actions[:2]
    raw = workbook(
        Actions=[
            {"Heading": REEFS, "Label": "a", "Text": second.cells["Text"], "ID": second.id},
            {"Heading": REEFS, "Label": "b", "Text": first.cells["Text"], "ID": first.id},
        ],
        Effects=[{"Heading": REEFS, "Label": "b", "Effect": "extended", "ID": book.effects[0].id}],
    )
    for count in range(2):
        intake = taken(desk, raw)
        assert len(changes(intake)) == (2, 0)[count]
        assert said(intake)[-1] == (
            "The Label names another action now; the effect stays where the desk has it (Effects B2)."
        )
        assert [row.owner_id for row in held(desk).effects] == [second.id]


@pytest.mark.parametrize(("heading", "label"), [(REEFS, "zz"), ("Nowhere", "b")])
def test_a_label_or_heading_of_no_action_is_said_of_an_effect_the_desk_has(desk, heading, label):
    taken(desk, workbook(Actions=ROWS, Effects=EFFECTS[:1]))
    row = {"Heading": heading, "Label": label, "Effect": "extended", "ID": held(desk).effects[0].id}
    intake = taken(desk, workbook(Actions=ROWS, Effects=[row]))
    none = f"There is no action {label} under the heading “{heading}” (Effects A2)"
    assert said(intake) == [f"{none}; the effect stays where the desk has it."]


def test_a_row_put_in_without_lettering_the_rest_anew_takes_nothing_from_the_others(desk):
    taken(desk, workbook(Actions=ROWS[:4]))
    rows = [{**row.cells, "ID": row.id} for row in held(desk).actions]
    new = {"Heading": REEFS, "Stem": STEM, "Label": "b", "Text": "Welcome the report on sponges;"}
    raw = workbook(Actions=[rows[0], new, *rows[1:]])
    for count in range(2):
        intake = taken(desk, raw)
        assert (problems(intake), said(intake)) == (
            [],
            ["Label b stands in row 3 already (Actions D4)."][:count],
        )
        assert [line[2:4] for line in shape(desk)] == [(0, "a"), (0, "b"), (0, "c"), (1, "i"), (1, "ii")]
    assert commit(desk, intake).changes is None
