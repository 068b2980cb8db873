"""The findings of the check on paper and as a sheet."""

from emgdesk.reports.blocks import DocumentTitle, Note, Paragraph, Table
from emgdesk.reports.builders.findings import FindingLine, FindingsOptions, build
from emgdesk.reports.builders.meeting import MeetingFacts

FACTS = MeetingFacts("Technical Segment")
LINES = (
    FindingLine("error", "Agenda, item 1", "Item 1 ends before it begins.", "agenda-backwards"),
    FindingLine("warning", "Participants, Ruth Solberg", "Ruth Solberg has no entity.", "person-without-entity", True, "So."),
    FindingLine("note", "Meeting", "Nobody chaired.", "meeting-without-chair"),
)  # fmt: skip


def table(document):
    return next(block for block in document.blocks if isinstance(block, Table))


def test_open_findings_come_first_then_those_meant_so_with_the_reason():
    document = build(FACTS, LINES)
    assert document.title == "Check before publication – Technical Segment"
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["1 error and 1 note."]
    rows = table(document).rows
    assert rows[:3] == (
        ("1", "Error", "Agenda, item 1", "Item 1 ends before it begins."),
        ("2", "Note", "Meeting", "Nobody chaired."),
        ("Marked as intended",),
    )
    number, severity, place, (told,) = rows[3]
    assert (number, severity, place) == ("3", "Warning", "Participants, Ruth Solberg")
    assert (told.text, told.details) == ("Ruth Solberg has no entity.", ("Intended: So.",))
    assert document.rows == 3


def test_notes_and_those_meant_so_can_be_left_out():
    document = build(FACTS, LINES, FindingsOptions(intended=False, notes=False, group_lines=False))
    assert table(document).rows == (("1", "Error", "Agenda, item 1", "Item 1 ends before it begins."),)
    assert document.sheets[0].rows == [
        ("error", "Agenda, item 1", "Item 1 ends before it begins.", "", "agenda-backwards")
    ]


def test_nothing_found_is_said():
    document = build(FACTS, ())
    assert [type(block) for block in document.blocks[1:]] == [DocumentTitle, Note]
    assert document.blocks[-1].text == "Nothing was found."


def test_a_page_of_intended_findings_alone_says_that_nothing_else_was_found():
    document = build(FACTS, LINES[1:2])
    assert [block.text for block in document.blocks if isinstance(block, Note)] == ["Nothing was found."]
    assert len(table(document).rows) == 2
