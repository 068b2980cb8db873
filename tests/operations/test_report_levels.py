"""Several lines of a report moved a level together."""

from emgdesk.db.models import Paragraph
from emgdesk.operations.report import add_paragraph, add_report_section
from emgdesk.operations.report_levels import shift_report_lines
from emgdesk.queries.reports import list_report
from tests.operations.cases_report import make_paragraphs, make_sections


def levels(desk, meeting):
    return [(section.depth, section.heading) for section in desk.read(list_report, meeting_id=meeting)]


def shift(desk, keys, way):
    desk.do("Shift", shift_report_lines, line_ids=keys, way=way)


def test_sections_go_deeper_and_back_together(desk):
    meeting, _, sections = make_sections(desk)
    shift(desk, sections[1:], 1)
    assert levels(desk, meeting) == [(0, "Introduction"), (1, "Reefs"), (1, "Closure")]
    shift(desk, sections[1:], -1)
    assert levels(desk, meeting) == [(0, "Introduction"), (0, "Reefs"), (0, "Closure")]


def test_the_first_section_and_the_first_level_stay(desk):
    meeting, _, sections = make_sections(desk)
    before = levels(desk, meeting)
    shift(desk, sections[:1], 1)
    shift(desk, sections, -1)
    assert levels(desk, meeting) == before


def test_what_lies_below_a_section_goes_along_once(desk):
    meeting, _, sections = make_sections(desk)
    inner = desk.do(
        "Add", add_report_section, meeting_id=meeting, heading="Ports", parent_id=sections[1]
    ).value
    shift(desk, [sections[1], inner], 1)
    assert levels(desk, meeting) == [(0, "Introduction"), (1, "Reefs"), (2, "Ports"), (0, "Closure")]


def test_paragraphs_become_bullets_and_paragraphs_again(desk):
    sections, keys = make_paragraphs(desk)
    keys.append(desk.do("Add", add_paragraph, section_id=sections[0], kind="note", text="Ask.").value)
    other = desk.do("Other", add_paragraph, section_id=sections[1], text="Stays.").value
    kinds = lambda: [desk.read(kind_of, key=key) for key in (*keys, other)]  # noqa: E731
    shift(desk, keys, 1)
    assert kinds() == ["bullet", "bullet", "note", "paragraph"]
    shift(desk, keys, -1)
    assert kinds() == ["paragraph", "paragraph", "note", "paragraph"]


def kind_of(session, *, key):
    return session.get(Paragraph, key).kind
