from dataclasses import replace

import pytest

from emgdesk.reports.blocks import Heading, ItemList, PageBreak, Paragraph, Table
from emgdesk.reports.builders.footnotes import ReservationLine
from emgdesk.reports.builders.meeting_report import MeetingReportOptions, build
from emgdesk.reports.builders.report_lines import (
    EndorsedLine,
    MeetingReportFacts,
    ReportParagraph,
    ReportSection,
)
from tests.reports.builders import test_agenda
from tests.reports.builders.decisions import REEFS
from tests.reports.builders.papers import footnotes, lines, runs
from tests.reports.builders.rosters import MEETING, SIX

REPORT = (
    ReportSection(
        0,
        "Introduction",
        (ReportParagraph("paragraph", "The meeting was held online.[^1]", ("By *MS Teams*.",)),),
    ),
    ReportSection(
        0,
        "Progress",
        (
            ReportParagraph("note", "Not for print"),
            ReportParagraph("paragraph", "The Chair opened the item."),
        ),
    ),
    ReportSection(
        1,
        "Task Team on Reefs",
        (
            ReportParagraph("paragraph", "Ms. Quell reported:"),
            ReportParagraph("bullet", "on the map;"),
            ReportParagraph("bullet", "on **money**."),
            ReportParagraph("paragraph", "FAO asked for\n\n1. time\n2. money"),
            ReportParagraph("actions", actions=REEFS),
            ReportParagraph(
                "conclusion",
                "The meeting agreed to go on.",
                reservations=(ReservationLine("ITU", "Not without a budget."),),
            ),
        ),
        "Marta Quell, UNEP",
    ),
    ReportSection(2, "Mapping", (ReportParagraph("paragraph", "Half is mapped."),), "Ola Ek; Bela Rim"),
    ReportSection(1, "Coalition on Ports", (ReportParagraph("conclusion", "Conclusions: none."),)),
    ReportSection(
        0,
        "Closure",
        (
            ReportParagraph("deliverables"),
            ReportParagraph("bullet", "and no more."),
            ReportParagraph("paragraph", "The Chair closed the meeting at 16:31."),
        ),
    ),
)
ENDORSED = (
    EndorsedLine(
        "Map of Reefs", "report", "2nd edition", "https://reefs.example/map", (ReservationLine("IMO"),)
    ),
    EndorsedLine("Reef Calculator"),
)
FACTS = MeetingReportFacts(MEETING, test_agenda.FACTS, REPORT, ENDORSED, SIX)


def test_numbered_paragraphs_run_on_through_all_sections() -> None:
    assert lines(build(FACTS)) == [
        "Meeting Report",
        "I. Introduction",
        "1. The meeting was held online.1",
        "II. Progress",
        "2. The Chair opened the item.",
        "Task Team on Reefs",
        "3. Ms. Quell reported:",
        "  • on the map;",
        "  • on money.",
        "4. FAO asked for",
        "  1. time",
        "  2. money",
        "Suggested Actions: Task Team on Reefs",
        "The Senior Officials:",
        "a) Take note of the map;",
        "b) Decide to extend the Task Team for two years.23",
        "  i. to survey;",
        "  ii. to publish.",
        "Request the Secretariat to:",
        "c) [deferred]",
        "5. Conclusion: The meeting agreed to go on.4",
        "Mapping",
        "6. Half is mapped.",
        "Coalition on Ports",
        "7. Conclusions: none.",
        "III. Closure",
        "8. The meeting endorsed:",
        "  • Map of Reefs (report, 2nd edition)5",
        "  • Reef Calculator",
        "  • and no more.",
        "9. The Chair closed the meeting at 16:31.",
    ]


def test_footnotes_of_texts_and_reservations_are_counted_through() -> None:
    assert footnotes(build(FACTS)) == [
        ("1", "By MS Teams."),
        ("2", "IMO: The time is too long."),
        ("3", "ITU entered a reservation."),
        ("4", "ITU: Not without a budget."),
        ("5", "IMO entered a reservation."),
    ]


def test_item_by_item() -> None:
    said = lines(build(FACTS, MeetingReportOptions(form="items")))
    assert said[:11] == [
        "Meeting Report",
        "Introduction",
        "The meeting was held online.1",
        "1. Progress",
        "The Chair opened the item.",
        "(a) Task Team on Reefs (presented by Marta Quell, UNEP)",
        "Ms. Quell reported:",
        "• on the map;",
        "• on money.",
        "FAO asked for",
        "1. time",
    ]
    assert "a. Mapping (presented by Ola Ek and Bela Rim)" in said
    assert "(b) Coalition on Ports" in said
    assert "2. Closure" in said


def test_a_mid_term_segment_reports_item_by_item() -> None:
    mid_term = replace(FACTS, meeting=replace(MEETING, segment="mid-term"))
    assert lines(build(mid_term))[3] == "1. Progress"
    assert lines(build(mid_term, MeetingReportOptions(form="numbered")))[3] == "II. Progress"


def test_headings_without_numbers_and_actions_under_other_words() -> None:
    said = lines(
        build(FACTS, MeetingReportOptions(sections="plain", actions_heading="Decisions", wording="proposed"))
    )
    assert said[1] == "Introduction"
    assert said[12] == "Decisions: Task Team on Reefs"
    assert said[15] == "b) Decide to extend the Task Team for one year.23"


def test_a_conclusion_is_bold_but_for_its_footnote() -> None:
    document = build(FACTS)
    items = [item for b in document.blocks if isinstance(b, ItemList) for item in b.items]
    (conclusion,) = [item.blocks[0] for item in items if item.label == "5."]
    assert isinstance(conclusion, Paragraph)
    assert [(r.text, r.bold) for r in conclusion.text] == [  # type: ignore[union-attr]
        ("Conclusion: ", True),
        ("The meeting agreed to go on.", True),
        ("4", False),
    ]


def test_annexes_begin_on_pages_of_their_own() -> None:
    document = build(
        FACTS, MeetingReportOptions(annexes="agenda,participants", annex_numbers="I", people="list")
    )
    breaks = [n for n, b in enumerate(document.blocks) if isinstance(b, PageBreak)]
    heads = [document.blocks[n + 1] for n in breaks]
    assert heads == [Heading("Annex I: Agenda"), Heading("Annex II: List of participants")]
    said = lines(document)
    start = said.index("Annex I: Agenda")
    assert said[start + 1 : start + 3] == ["Meeting documents:", "01. Logistics Note"]
    blocks = build(FACTS, MeetingReportOptions(annexes="participants")).blocks
    assert blocks[-2] == Heading("Annex 1: List of participants")


def test_addresses_of_what_was_endorsed_are_links() -> None:
    assert [r.link for r in runs(build(FACTS)) if r.link] == ["https://reefs.example/map"]


def test_bullets_without_a_paragraph_before_them_stand_alone() -> None:
    section = ReportSection(
        0, "Items", (ReportParagraph("bullet", "one"), ReportParagraph("paragraph", "two"))
    )
    document = build(replace(FACTS, sections=(section,)))
    assert lines(document)[1:] == ["I. Items", "• one", "1. two"]
    assert isinstance(document.blocks[3], ItemList)


@pytest.mark.parametrize("text", ["", "the map of everything"])
def test_a_block_of_actions_that_is_gone_says_so(text: str) -> None:
    section = ReportSection(0, "Items", (ReportParagraph("actions", text),))
    assert lines(build(replace(FACTS, sections=(section,))))[-1] == (
        f"[There is no section “{text}” among the actions of this meeting.]"
    )


def test_a_mark_without_a_footnote_is_told() -> None:
    section = ReportSection(0, "Items", (ReportParagraph("paragraph", "So[^2] it was.", ("One.",)),))
    document = build(replace(FACTS, sections=(section,)))
    assert lines(document)[-1] == "1. So it was.1"
    assert document.remarks == ("A footnote mark in “So[^2] it was.” has no footnote; it is not printed.",)


def test_a_meeting_without_a_report_says_so() -> None:
    document = build(replace(FACTS, sections=()))
    assert lines(document) == ["Meeting Report", "[No report has been written for this meeting yet.]"]
    assert document.remarks == ("No report has been written for this meeting yet.",)


def test_the_annex_splits_and_orders_people_as_wanted() -> None:
    options = MeetingReportOptions(annexes="participants", order="family", split=1)
    (table,) = [block for block in build(FACTS, options).blocks if isinstance(block, Table)]
    assert len(table.rows) == 5
    assert table.rows[0][:2] == ("1", "Zora Blue")
    assert table.rows[0][3:5] == ("2", "ánder Ost")


def test_what_was_endorsed_belongs_to_the_paragraph_that_announces_it() -> None:
    paragraphs = (
        ReportParagraph("paragraph", "The meeting endorsed these:"),
        ReportParagraph("deliverables"),
    )
    section = ReportSection(0, "Deliverables", paragraphs)
    assert lines(build(replace(FACTS, sections=(section,))))[2:] == [
        "1. The meeting endorsed these:",
        "  • Map of Reefs (report, 2nd edition)1",
        "  • Reef Calculator",
    ]
    asked = ReportParagraph("deliverables", "Endorsed were:")
    section = ReportSection(0, "Deliverables", (*paragraphs[:1], asked))
    assert lines(build(replace(FACTS, sections=(section,))))[2:5] == [
        "1. The meeting endorsed these:",
        "2. Endorsed were:",
        "  • Map of Reefs (report, 2nd edition)1",
    ]
