"""The report: where things stand, sentences that follow, footnotes, decisions entered once, the first draft."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.action import add_action, add_action_section
from emgdesk.operations.agenda import add_agenda_item
from emgdesk.operations.deciding import decide, decide_in_room
from emgdesk.operations.deliverable import (
    add_deliverable,
    add_stage,
    delete_deliverables,
    endorse_deliverable,
    unendorse_deliverable,
)
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.report import (
    add_paragraph,
    add_report_section,
    delete_report_parts,
    delete_report_sections,
    freeze_sentence,
    make_report,
    move_paragraph,
    move_report_section,
    set_footnotes,
    set_section_items,
    update_paragraph,
)
from emgdesk.queries.actions import list_actions
from emgdesk.queries.deliverables import endorsed_deliverables, list_deliverables
from emgdesk.queries.reports import ParagraphRow, list_report
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan
from tests.operations.cases_report import make_paragraphs, make_sections


def outline(desk: Workspace, meeting: str) -> list[tuple[int, str, list[str]]]:
    return [
        (
            section.depth,
            section.heading,
            [p.fill or p.kind if not p.text else p.text for p in section.paragraphs],
        )
        for section in desk.read(list_report, meeting_id=meeting)
    ]


def paragraph(desk: Workspace, key: str, meeting: str) -> ParagraphRow:
    sections = desk.read(list_report, meeting_id=meeting)
    return next(p for section in sections for p in section.paragraphs if p.id == key)


def test_sections_stand_where_they_are_put(desk: Workspace) -> None:
    meeting, _, (first, second, third) = make_sections(desk)
    added = desk.do("Add", add_report_section, meeting_id=meeting, heading="Ports", after_id=first).value
    desk.do("Below", add_report_section, meeting_id=meeting, heading="Harbours", parent_id=added)
    assert [row[:2] for row in outline(desk, meeting)] == [
        (0, "Introduction"), (0, "Ports"), (1, "Harbours"), (0, "Reefs"), (0, "Closure"),
    ]  # fmt: skip
    desk.do("Move", move_report_section, section_id=added, parent_id=second, index=0)
    desk.do("Move", move_report_section, section_id=third, parent_id=None, index=0)
    assert [row[:2] for row in outline(desk, meeting)] == [
        (0, "Closure"), (0, "Introduction"), (0, "Reefs"), (1, "Ports"), (2, "Harbours"),
    ]  # fmt: skip
    with pytest.raises(DataError, match="A section cannot stand below itself"):
        desk.do("Loop", move_report_section, section_id=second, parent_id=added, index=0)
    other = make_meeting(desk, "SOM40 senior")
    foreign = desk.do("Add", add_report_section, meeting_id=other, heading="Elsewhere").value
    with pytest.raises(DataError, match="A section stays in the report of its own meeting"):
        desk.do("Away", move_report_section, section_id=second, parent_id=foreign, index=0)
    desk.do("Delete", delete_report_sections, section_ids=[second])
    assert [row[1] for row in outline(desk, meeting)] == ["Closure", "Introduction"]


def test_paragraphs_stand_where_they_are_put(desk: Workspace) -> None:
    meeting, _, (first, second, _) = make_sections(desk)
    one, two = (desk.do("Add", add_paragraph, section_id=first, text=text).value for text in ("One.", "Two."))
    desk.do("Add", add_paragraph, section_id=first, text="Between.", after_id=one)
    desk.do("Move", move_paragraph, paragraph_id=two, section_id=first, index=0)
    assert outline(desk, meeting)[0][2] == ["Two.", "One.", "Between."]
    desk.do("Move", move_paragraph, paragraph_id=two, section_id=second, index=9)
    assert [row[2] for row in outline(desk, meeting)] == [["One.", "Between."], ["Two."], []]
    desk.do("Delete", delete_report_parts, section_ids=[second], paragraph_ids=[one])
    assert [row[1:] for row in outline(desk, meeting)] == [("Introduction", ["Between."]), ("Closure", [])]
    foreign = desk.do(
        "Add", add_report_section, meeting_id=make_meeting(desk, "REEF 1"), heading="Elsewhere"
    ).value
    with pytest.raises(DataError, match="A paragraph stays in the report of its own meeting"):
        desk.do("Away", move_paragraph, paragraph_id=two_left(desk, meeting), section_id=foreign, index=0)


def two_left(desk: Workspace, meeting: str) -> str:
    return desk.read(list_report, meeting_id=meeting)[0].paragraphs[0].id


def test_items_of_a_section_come_in_the_order_of_the_agenda(desk: Workspace) -> None:
    meeting, (opening, reefs), sections = make_sections(desk)
    desk.do("Items", set_section_items, section_id=sections[0], item_ids=[reefs, opening])
    desk.do("Items", set_section_items, section_id=sections[1], item_ids=[reefs])
    report = desk.read(list_report, meeting_id=meeting)
    assert [section.items for section in report] == [(opening, reefs), (reefs,), ()]
    desk.do("Items", set_section_items, section_id=sections[0], item_ids=[])
    assert desk.read(list_report, meeting_id=meeting)[0].items == ()
    item = desk.do("Item", add_agenda_item, meeting_id=make_meeting(desk, "REEF 1"), title="Other").value
    with pytest.raises(DataError, match="items of its own meeting's agenda"):
        desk.do("Items", set_section_items, section_id=sections[0], item_ids=[item])


def test_a_sentence_follows_the_data_until_it_is_frozen(desk: Workspace) -> None:
    meeting, _, sections = make_sections(desk)
    key = desk.do("Add", add_paragraph, section_id=sections[2], fill="closing").value

    def now() -> tuple[str, bool]:
        row = paragraph(desk, key, meeting)
        return row.text, row.follows

    assert now() == ("The Chair closed the meeting at 17:06 Geneva time.", True)
    desk.do("Later", update_meeting, meeting_id=meeting, closed_at="17:30")
    assert now() == ("The Chair closed the meeting at 17:30 Geneva time.", True)
    desk.do("Freeze", freeze_sentence, paragraph_id=key, frozen=True)
    desk.do("Later", update_meeting, meeting_id=meeting, closed_at="18:00")
    assert now() == ("The Chair closed the meeting at 17:30 Geneva time.", False)
    desk.do("Follow", freeze_sentence, paragraph_id=key, frozen=False)
    assert now() == ("The Chair closed the meeting at 18:00 Geneva time.", True)
    desk.do("Same", update_paragraph, paragraph_id=key, text=now()[0], kind="bullet")
    assert now()[1] is True
    desk.do("Own", update_paragraph, paragraph_id=key, text="It ended.")
    assert now() == ("It ended.", False)
    desk.do("Other", update_paragraph, paragraph_id=key, fill="agenda")
    assert now() == ("The agenda was adopted [how].", True)
    desk.do("None", update_paragraph, paragraph_id=key, fill="")
    with pytest.raises(DataError, match="only a filled sentence follows the data"):
        desk.do("Freeze", freeze_sentence, paragraph_id=key, frozen=True)


def test_presenters_are_those_of_the_sections_items(desk: Workspace) -> None:
    meeting, _, sections = make_sections(desk)
    item = desk.do(
        "Item", add_agenda_item, meeting_id=meeting, title="Ports", presenter="Ana Ruiz, FAO"
    ).value
    key = desk.do("Add", add_paragraph, section_id=sections[1], fill="presenters").value
    assert paragraph(desk, key, meeting).text == "The item was presented by [name]."
    desk.do("Items", set_section_items, section_id=sections[1], item_ids=[item])
    assert paragraph(desk, key, meeting).text == "The item was presented by Ana Ruiz (FAO)."
    desk.do("Freeze", freeze_sentence, paragraph_id=key, frozen=True)
    assert paragraph(desk, key, meeting).text == "The item was presented by Ana Ruiz (FAO)."


def test_a_deleted_footnote_takes_its_mark_along(desk: Workspace) -> None:
    meeting, _, sections = make_sections(desk)
    key = desk.do(
        "Add",
        add_paragraph,
        section_id=sections[0],
        text="A[^1] b[^2] c[^3].",
        footnotes=["one", "two", "three"],
    ).value
    desk.do("Notes", set_footnotes, paragraph_id=key, notes=["one", "three"])
    row = paragraph(desk, key, meeting)
    assert (row.text, [note.text for note in row.footnotes]) == ("A[^1] b c[^2].", ["one", "three"])
    desk.do("Both", update_paragraph, paragraph_id=key, text="A[^1].", footnotes=["uno"])
    row = paragraph(desk, key, meeting)
    assert (row.text, [note.text for note in row.footnotes]) == ("A[^1].", ["uno"])


def test_the_words_of_a_decision_stand_with_the_decision(desk: Workspace) -> None:
    meeting, _, sections = make_sections(desk)
    actions = desk.read(list_actions, meeting_id=meeting)[0].id
    key = desk.do(
        "Add", add_paragraph, section_id=sections[1], kind="conclusion", text="Map the reefs."
    ).value
    desk.do("Decide", decide_in_room, paragraph_id=key, section_id=actions)
    desk.do(
        "Words", update_paragraph, paragraph_id=key, text="Map all reefs.[^1]", footnotes=["WWF objects."]
    )
    (action,) = desk.read(list_actions, meeting_id=meeting)[0].actions
    assert (action.wording, paragraph(desk, key, meeting).text) == (
        "Map all reefs.[^1]",
        "Map all reefs.[^1]",
    )
    desk.do("Notes", set_footnotes, paragraph_id=key, notes=[])
    (action,) = desk.read(list_actions, meeting_id=meeting)[0].actions
    assert (action.text, action.adopted_text) == ("Map all reefs.", "")
    drafted = desk.do("Draft", add_action, section_id=actions, text="Draft wording").value
    desk.do("Point", update_paragraph, paragraph_id=key, action_id=drafted)
    with pytest.raises(DataError) as refused:
        desk.do("Words", update_paragraph, paragraph_id=key, text="Adopted wording")
    assert str(refused.value) == (
        "“Draft wording” is not approved; decide it before its words are changed here."
    )
    desk.do("Approve", decide, action_ids=[drafted], outcome="approved")
    desk.do("Words", update_paragraph, paragraph_id=key, text="Adopted wording")
    row = desk.read(list_actions, meeting_id=meeting)[0].actions[1]
    assert (row.text, row.adopted_text, row.outcome) == ("Draft wording", "Adopted wording", "amended")
    desk.do("Words", update_paragraph, paragraph_id=key, text="Draft wording")
    row = desk.read(list_actions, meeting_id=meeting)[0].actions[1]
    assert (row.text, row.adopted_text, row.outcome) == ("Draft wording", "", "approved")
    with pytest.raises(DataError, match="A decision keeps its words"):
        desk.do("Words", update_paragraph, paragraph_id=key, text=" ")


def test_the_words_of_a_decision_made_in_the_room_stay_some(desk: Workspace) -> None:
    meeting, _, sections = make_sections(desk)
    actions = desk.read(list_actions, meeting_id=meeting)[0].id
    add = {"section_id": sections[1], "kind": "conclusion", "text": "Map the reefs."}
    key = desk.do("Add", add_paragraph, **add).value
    desk.do("Decide", decide_in_room, paragraph_id=key, section_id=actions)
    with pytest.raises(DataError, match="An action needs a text that says what is decided"):
        desk.do("Words", update_paragraph, paragraph_id=key, text="  ")
    assert paragraph(desk, key, meeting).text == "Map the reefs."


def test_what_a_paragraph_cannot_be_is_refused(desk: Workspace) -> None:
    sections, (key, _) = make_paragraphs(desk)
    with pytest.raises(DataError, match="A paragraph is one of: paragraph, bullet"):
        desk.do("Kind", update_paragraph, paragraph_id=key, kind="haiku")
    with pytest.raises(DataError, match="is one of: opening, attendance"):
        desk.do("Fill", add_paragraph, section_id=sections[0], fill="weather")
    other = desk.do(
        "Actions", add_action_section, meeting_id=make_meeting(desk, "REEF 1"), heading="Theirs"
    ).value
    with pytest.raises(DataError, match="A report prints actions of its own meeting"):
        desk.do("Block", add_paragraph, section_id=sections[0], kind="actions", action_section_id=other)
    desk.do("Gone", delete_report_parts, paragraph_ids=[key])
    with pytest.raises(DataError, match=r"^This paragraph is no longer on the desk\.$"):
        desk.do("Gone", update_paragraph, paragraph_id=key, text="x")


def test_a_paragraph_of_twenty_thousand_words_is_kept_whole(desk: Workspace) -> None:
    meeting, _, sections = make_sections(desk)
    text = " ".join(f"word{n}" for n in range(20_000))
    key = desk.do("Long", add_paragraph, section_id=sections[0], text=text).value
    assert paragraph(desk, key, meeting).text == text


def agenda(desk: Workspace) -> str:
    """An agenda of six lines below which two workstreams are, and actions of one of them and of none."""
    meeting = make_meeting(desk, opened_by="Amélie Dürst", opened_at="15:02")
    plan = make_workplan(desk)

    def item(title: str, **fields: object) -> str:
        return str(desk.do("Item", add_agenda_item, meeting_id=meeting, title=title, **fields).value)

    item("Opening of the meeting")
    item("Adoption of the agenda")
    progress = item("Progress made")
    item("Reefs", parent_id=progress, workstream_id=plan["reefs"], presenter="FAO")
    item("Figures", parent_id=progress)
    item("Coffee", numbered=False)
    item("Date of the next meeting")
    item("Closure of the meeting", numbered=False)
    desk.do("A", add_action_section, meeting_id=meeting, heading="Reefs", workstream_id=plan["reefs"])
    desk.do("B", add_action_section, meeting_id=meeting, heading="Other")
    return meeting


@pytest.mark.parametrize("form", ["numbered", "items"])
def test_a_first_report_from_the_agenda(desk: Workspace, form: str) -> None:
    meeting = agenda(desk)
    numbered = form == "numbered"
    assert desk.do("Write", make_report, meeting_id=meeting, form=form).value == (7 if numbered else 8)
    presented = ["The item was presented by FAO."] if numbered else []
    figures = [] if numbered else [(1, "Figures", [])]
    assert outline(desk, meeting) == [
        (
            0,
            "Opening of the meeting",
            [
                "Amélie Dürst opened the meeting at 15:02.",
                "The meeting was attended by [nobody is on the roster yet].",
            ],
        ),
        (0, "Adoption of the agenda", ["The agenda was adopted [how]."]),
        (0, "Progress made", []),
        (1, "Reefs", [*presented, "actions"]),
        *figures,
        (0, "Date of the next meeting", ["The next meeting will be held on [date]."]),
        (0, "Action points", ["actions"]),
        (0, "Closure of the meeting", ["The Chair closed the meeting at [time]."]),
    ]
    report = desk.read(list_report, meeting_id=meeting)
    assert len(report[2].items) == (2 if numbered else 1)
    with pytest.raises(DataError, match="This meeting has a report already"):
        desk.do("Write", make_report, meeting_id=meeting, form=form)


def test_a_first_report_without_an_agenda_opens_and_closes(desk: Workspace) -> None:
    meeting = make_meeting(desk)
    desk.do("Write", make_report, meeting_id=meeting)
    assert [(row[1], len(row[2])) for row in outline(desk, meeting)] == [
        ("Introduction", 3), ("Closure of the meeting", 1),
    ]  # fmt: skip
    with pytest.raises(DataError, match="in one of the forms: numbered, items"):
        desk.do("Write", make_report, meeting_id=make_meeting(desk, "REEF 1"), form="verse")


def test_a_meeting_endorses_deliverables_once(desk: Workspace) -> None:
    meeting = make_meeting(desk, date="2031-09-24", end_date="2031-09-25")
    atlas = desk.do("Add", add_deliverable, title="Atlas", edition="2nd", endorsed_at=meeting).value
    desk.do("Add", add_deliverable, title="Handbook")
    (row,) = desk.read(endorsed_deliverables, meeting_id=meeting)
    assert (row.title, row.edition, row.stages[0].date) == ("Atlas", "2nd", "2031-09-25")
    with pytest.raises(DataError, match="SOM40 technical has endorsed this deliverable already"):
        desk.do("Again", endorse_deliverable, deliverable_id=atlas, meeting_id=meeting)
    desk.do("Back", unendorse_deliverable, deliverable_id=atlas, meeting_id=meeting)
    assert desk.read(endorsed_deliverables, meeting_id=meeting) == ()
    with pytest.raises(DataError, match="has not endorsed"):
        desk.do("Back", unendorse_deliverable, deliverable_id=atlas, meeting_id=meeting)
    with pytest.raises(DataError, match="A deliverable needs a title"):
        desk.do("Add", add_deliverable, title=" ")
    with pytest.raises(DataError, match="A stage is one of: draft"):
        desk.do("Stage", add_stage, deliverable_id=atlas, stage="dreamt")
    with pytest.raises(DataError, match="“May” is not a date"):
        desk.do("Stage", add_stage, deliverable_id=atlas, stage="draft", date="May")
    desk.do("Delete", delete_deliverables, deliverable_ids=[atlas])
    assert [one.title for one in desk.read(list_deliverables)] == ["Handbook"]
