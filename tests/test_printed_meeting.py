"""A meeting typed into a workbook, taken in and printed: what the pages say, line by line and in order."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from emgdesk.intake import commit, plan_import
from emgdesk.publishing import export_document
from emgdesk.queries.meetings import find_meeting
from emgdesk.workspace import Workspace
from tests.reports.renderers.pdf.reading import bookmarks, pages
from tests.sheets import write_book

OFFICIALS = "The Senior Officials:"
SHEETS = {
    "Meeting": (
        ("Field", "Value"),
        ("Code", "SOM40 mid-term"), ("Title", "Mid-Term Technical Segment of the 40th Senior Officials Meeting"),
        ("SOM number", 40), ("Segment", "mid-term"), ("Status", "held"), ("Date", "2031-05-14"),
        ("Start time", "15:00"), ("End time", "17:00"), ("Time zone label", "Geneva time"), ("Venue", "MS Teams"),
        ("Distribution", "EMG members"), ("Agenda symbol", "EMG SOM40/mid-term/02"),
        ("Summary title", "Summary of Action Points"),
        ("Summary subtitle", "As approved by the Technical Segment of the 40th EMG Senior Officials Meeting"),
    ),
    "Agenda": (
        ("Number", "Title", "Start", "End", "Presenter", "Presented by", "Workstream"),
        (1, "Opening remarks by the Secretary", "15:00", "15:10"),
        (2, "Adoption of the agenda"),
        (3, "Overview of progress in response to SOM39 decisions as follows:", "15:10", "16:10"),
        ("3.a", "Issue Management Group on Reefs", None, None, "UNESCO"),
        ("3.b", "Consultative Process on Quiet Ports", None, None, "UNEP"),
        ("3.b.a", "Core Working Group on Noise"),
        ("3.b.b", "Task Team on Light"),
        ("3.c", "Sustainability in the United Nations System", None, None, "EMG Secretariat"),
        (4, "Preparation for the 40th meeting of the Senior Officials", "16:10", "16:50"),
        ("4.1", "Presentation of new topics"),
        ("4.1.a", "Soils and their data", None, None, "UNDP; UNEP"),
        ("4.1.b", "Nexus Dialogue on Sand", None, None, "UNEP"),
        ("4.2", "Date and time of the meeting"),
        (5, "Any other business", "16:50"),
        (None, "Closure of the meeting", "17:00"),
    ),
    "Documents": (
        ("Number", "Symbol", "Title", "Kind", "Distribution", "Language", "Submitted by", "Status", "Circulated on",
         "Web address"),
        ("01", None, "Logistics Note"),
        ("02", "EMG SOM40/mid-term/02", "Provisional Agenda"),
        ("03", None, "Progress Report"),
        ("04.A", None, "Concept Note - Soils and their data"),
        ("04.B", None, "Concept Note – Nexus Dialogue on Sand"),
        ("05a", "EMGSOM.40_5a", "Summary of Action Points", "action points"),
    ),
    "Actions": (
        ("Workstream", "Heading", "Stem", "Label", "Text", "Outcome", "Adopted text", "Reservation by",
         "Reservation"),
        (None, "Issue Management Group on Reefs", OFFICIALS, "a", "Endorse the report on reefs;", "suggested"),
        (None, "Issue Management Group on Reefs", OFFICIALS, "b", "Decide to extend the Group:", "suggested"),
        (None, "Issue Management Group on Reefs", OFFICIALS, "b.i", "to finish the survey;", "suggested"),
        (None, "Issue Management Group on Reefs", OFFICIALS, "b.ii", "to publish it.", "suggested", None, "IMO",
         "The survey is not ready."),
        (None, "Consultative Process on Quiet Ports", OFFICIALS, None, "Agree to extend the Process to:", "suggested"),
        (None, "Consultative Process on Quiet Ports", OFFICIALS, "a", "Complete its tasks and;", "suggested"),
        (None, "Consultative Process on Quiet Ports", OFFICIALS, "b", "Present the results.", "suggested"),
        (None, "Sustainability in the United Nations System", OFFICIALS, None, "Agree to go on to:", "suggested"),
        (None, "Sustainability in the United Nations System", OFFICIALS, "i", "Finalise Phase II;", "suggested"),
        (None, "Sustainability in the United Nations System", OFFICIALS, "ii", "Raise awareness.", "suggested"),
        (None, "Nexus Dialogues", "The Senior Officials decide to:", None, "Welcome the Dialogues.", "suggested"),
    ),
    "Paragraphs": (
        ("Section", "Subsection", "Kind", "Text", "Items", "Speaker", "Entity", "Footnotes"),
        ("Introduction", None, "paragraph", "The meeting was held virtually.[^1]", None, None, None, "On MS Teams."),
        ("Opening of the meeting", None, "paragraph", "The agenda was adopted as presented.", "1; 2"),
        ("Overview of progress", "Issue Management Group on Reefs", "paragraph", "Three streams were named:", "3.a"),
        ("Overview of progress", "Issue Management Group on Reefs", "bullet", "corals;"),
        ("Overview of progress", "Issue Management Group on Reefs", "bullet", "fish."),
        ("Overview of progress", "Issue Management Group on Reefs", "note", "Not for print."),
        ("Overview of progress", "Issue Management Group on Reefs", "actions", "Issue Management Group on Reefs"),
        ("Overview of progress", "Consultative Process on Quiet Ports", "conclusion", "Ports stay quiet.", "3.b"),
        ("Closure of the meeting", None, "paragraph", "The Chair closed the meeting at 5:06 p.m."),
    ),
}  # fmt: skip

AGENDA = (
    "Mid-Term Technical Segment of the 40th Senior Officials Meeting", "14 May 2031, 3:00 – 5:00 p.m. Geneva time",
    "MS Teams", "EMG SOM40/mid-term/02", "Distribution: EMG members",
    "Provisional Agenda",
    "Meeting documents:", "01. Logistics Note", "02. Provisional Agenda", "03. Progress Report",
    "04. A) Concept Note - Soils and their data", "B) Concept Note – Nexus Dialogue on Sand",
    "05. a) Summary of Action Points",
    "3:00 – 3:10 p.m.", "Item 1: Opening remarks by the Secretary", "Item 2: Adoption of the agenda",
    "3:10 – 4:10 p.m.", "Item 3: Overview of progress in response to SOM39 decisions as follows:",
    "a) Issue Management Group on Reefs (presented by UNESCO)",
    "b) Consultative Process on Quiet Ports (presented by UNEP)",
    "a. Core Working Group on Noise", "b. Task Team on Light",
    "c) Sustainability in the United Nations System (presented by EMG Secretariat)",
    "4:10 – 4:50 p.m.", "Item 4: Preparation for the 40th meeting of the Senior Officials",
    "1) Presentation of new topics",
    "a. Soils and their data (presented by UNDP and UNEP)", "b. Nexus Dialogue on Sand (presented by UNEP)",
    "2) Date and time of the meeting",
    "4:50 p.m.", "Item 5: Any other business",
    "5:00 p.m. Closure of the meeting",
)  # fmt: skip
ACTIONS = (
    "EMGSOM.40_5a", "Summary of Action Points",
    "As approved by the Technical Segment of the 40th EMG Senior Officials Meeting",
    "I. Issue Management Group on Reefs", OFFICIALS,
    "a) Endorse the report on reefs;", "b) Decide to extend the Group:", "i. to finish the survey;",
    "ii. to publish it.1",
    "II. Consultative Process on Quiet Ports", OFFICIALS, "Agree to extend the Process to:",
    "a) Complete its tasks and;", "b) Present the results.",
    "III. Sustainability in the United Nations System", OFFICIALS, "Agree to go on to:",
    "i. Finalise Phase II;", "ii. Raise awareness.",
    "IV. Nexus Dialogues", "The Senior Officials decide to:", "Welcome the Dialogues.",
    "1 IMO: The survey is not ready.",
)  # fmt: skip
BLOCK = (
    "Suggested Actions: Issue Management Group on Reefs", OFFICIALS, "a) Endorse the report on reefs;",
    "b) Decide to extend the Group:", "i. to finish the survey;", "ii. to publish it.2",
)  # fmt: skip
BY_ITEMS = (
    "Meeting Report",
    "Introduction", "The meeting was held virtually.1",
    "1. Opening of the meeting", "The agenda was adopted as presented.",
    "2. Overview of progress",
    "(a) Issue Management Group on Reefs (presented by UNESCO)",
    "Three streams were named:", "• corals;", "• fish.", *BLOCK,
    "(b) Consultative Process on Quiet Ports (presented by UNEP)", "Conclusion: Ports stay quiet.",
    "3. Closure of the meeting", "The Chair closed the meeting at 5:06 p.m.",
    "1 On MS Teams.", "2 IMO: The survey is not ready.",
    "Annex 1: List of participants", "Nobody is on the roster of this meeting yet.",
    "Annex 2: Agenda", *AGENDA[6:],
)  # fmt: skip
NUMBERED = (
    "I. Introduction", "1. The meeting was held virtually.1",
    "II. Opening of the meeting", "2. The agenda was adopted as presented.",
    "III. Overview of progress", "Issue Management Group on Reefs",
    "3. Three streams were named:", "• corals;", "• fish.", *BLOCK,
    "Consultative Process on Quiet Ports", "4. Conclusion: Ports stay quiet.",
    "IV. Closure of the meeting", "5. The Chair closed the meeting at 5:06 p.m.",
)  # fmt: skip


@pytest.fixture
def meeting_id(desk: Workspace, tmp_path: Path) -> str:
    book = write_book(tmp_path / "meeting.xlsx", SHEETS)
    commit(desk, plan_import(desk, book))
    return desk.read(find_meeting, code="SOM40 mid-term").id


def printed(desk: Workspace, path: Path, name: str, meeting_id: str, **options: str) -> list[str]:
    """The text of each page."""
    export_document(desk, name, path, meeting_id=meeting_id, options=options)
    return pages(path)


def missing(lines: Sequence[str], text: str) -> list[str]:
    """Those of `lines` that do not follow the one before them; how lines wrap does not count."""
    words, at, lost = "".join(text.split()), 0, []
    for line in lines:
        wanted = "".join(line.split())
        found = words.find(wanted, at)
        if found < 0:
            lost.append(line)
        else:
            at = found + len(wanted)
    return lost


def test_the_agenda(desk: Workspace, tmp_path: Path, meeting_id: str) -> None:
    text = "\n".join(printed(desk, tmp_path / "a.pdf", "agenda", meeting_id))
    assert missing(AGENDA, text) == []
    assert text.count("presented by") == 5


def test_the_summary_of_action_points(desk: Workspace, tmp_path: Path, meeting_id: str) -> None:
    path = tmp_path / "a.pdf"
    text = "\n".join(printed(desk, path, "action-points", meeting_id))
    assert missing(ACTIONS, text) == []
    assert text.count(OFFICIALS) == 3
    assert [title for _, title, _ in bookmarks(path)] == [
        "I. Issue Management Group on Reefs", "II. Consultative Process on Quiet Ports",
        "III. Sustainability in the United Nations System", "IV. Nexus Dialogues",
    ]  # fmt: skip


def test_the_report_item_by_item(desk: Workspace, tmp_path: Path, meeting_id: str) -> None:
    whole = printed(desk, tmp_path / "a.pdf", "meeting-report", meeting_id, annexes="participants,agenda")
    assert missing(BY_ITEMS, "\n".join(whole)) == []
    assert "Not for print" not in "\n".join(whole)


def test_the_report_in_numbered_paragraphs(desk: Workspace, tmp_path: Path, meeting_id: str) -> None:
    text = "\n".join(printed(desk, tmp_path / "a.pdf", "meeting-report", meeting_id, form="numbered"))
    assert missing(NUMBERED, text) == []


def test_the_set_of_the_segment(desk: Workspace, tmp_path: Path, meeting_id: str) -> None:
    path = tmp_path / "a.pdf"
    whole = printed(desk, path, "segment-set", meeting_id)
    parts = [(title, page) for depth, title, page in bookmarks(path) if depth == 0]
    assert parts == [
        ("Agenda (EMG SOM40/mid-term/02)", 0),
        ("Summary of action points (EMGSOM.40_5a)", 1),
        ("Meeting report", 2),
    ]
    assert ["Page 1 of 1" in "".join(page.split("\n")) for page in whole] == [True, True, True]
