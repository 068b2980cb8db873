"""A work plan typed into a workbook, taken in and printed: the report's lines, row by row and in order."""

from pathlib import Path

import pytest

from emgdesk.intake import commit, plan_import
from emgdesk.operations.document import add_document
from emgdesk.operations.meeting import update_meeting
from emgdesk.publishing import export_document
from emgdesk.workspace import Workspace
from tests.desks import make_meeting
from tests.reports.renderers.pdf.reading import bookmarks, pages
from tests.sheets import write_book
from tests.test_printed_meeting import missing

SEA, LAND, WORDS = "I. Seas and coasts", "II. Land", "III. Words and pictures"
TASKS = (
    ("Chapter", "Workstream", "Task", "Status", "Progress", "Next steps", "As of"),
    (SEA, "Consultative Process on Quiet Ports", "Agree on a measure of noise.", "completed",
     "The measure was agreed in *March* by 12 entities.", "Publish it, see https://ports.example/noise.", "2031-04-02"),
    (SEA, "Consultative Process on Quiet Ports", "Count the ports.", "ongoing", "Sixty ports are counted.\n\nTwenty are left.",
     None, "2031-05-01"),
    (SEA, "Task Team on Reefs", "Map the reefs:", "ongoing", "1. North Sea\n2. Baltic Sea", "Print the map.", "2031-05-01"),
    (SEA, "Task Team on Reefs", "Map the reefs:", "upcoming", "1. Black Sea", None, "2031-05-01"),
    (SEA, "Task Team on Reefs", None, None, "A film on reefs was shown in May.", "Show it again.", "2031-05-02"),
    (LAND, "The IMG on Soils", None, "completed", "Six soils were sampled.", "Sample six more.", "2031-04-20"),
    (LAND, "The IMG on Soils", None, "ongoing", "Two samples were lost.", None, "2031-04-21"),
    (WORDS, None, "Issue the newsletter.", "ongoing", None, "Next issue in September.", "2031-05-03"),
    (WORDS, None, "Make a film.", "postponed", "No money.", None, "2031-05-03"),
)  # fmt: skip
PRINTED = (
    "UNITED NATIONS", "ENVIRONMENT MANAGEMENT GROUP",
    "Mid-Term Technical Segment of the 40th Senior Officials Meeting",
    "14 May 2031, 15:00–17:00 Geneva time", "MS Teams", "EMG SOM40 /mid-term/03", "Distribution: EMG members",
    "Mid-Term Progress Report", "Note by the Secretariat",
    "This note has been prepared for the Mid-Term Technical Segment of the 40th Senior Officials Meeting.",
    "as of 14 May 2031.",
    "I. Seas and coasts",
    "a) Consultative Process on Quiet Ports", "Tasks", "Progress", "Next steps",
    "Agree on a measure of noise.", "Completed: The measure was agreed in March by 12 entities.",
    "Publish it, see https://ports.example/noise.",
    "Count the ports.", "Ongoing: Sixty ports are counted.", "Twenty are left.",
    "b) Task Team on Reefs", "Tasks", "Progress", "Next steps",
    "Map the reefs:", "Ongoing:", "1. North Sea", "2. Baltic Sea", "Upcoming:", "1. Black Sea", "Print the map.",
    "A film on reefs was shown in May.", "Show it again.",
    "II. Land",
    "c) The IMG on Soils", "Progress", "Next steps",
    "Completed: Six soils were sampled.", "Ongoing: Two samples were lost.", "Sample six more.",
    "III. Words and pictures", "Tasks", "Progress", "Next steps",
    "Issue the newsletter.", "Ongoing.", "Next issue in September.",
    "Make a film.", "Postponed: No money.",
)  # fmt: skip


@pytest.fixture
def meeting_id(desk: Workspace, tmp_path: Path) -> str:
    commit(desk, plan_import(desk, write_book(tmp_path / "plan.xlsx", {"Tasks": TASKS})))
    key = make_meeting(desk, "SOM40 mid-term", som_number=40, segment="mid-term", date="2031-05-14")
    title = "Mid-Term Technical Segment of the 40th Senior Officials Meeting"
    desk.do(
        "Facts", update_meeting, meeting_id=key, title=title, start_time="15:00", end_time="17:00",
        zone_label="Geneva time", venue="MS Teams", distribution="EMG members",
    )  # fmt: skip
    desk.do(
        "Paper", add_document, meeting_id=key, number="03", symbol="EMG SOM40 /mid-term/03",
        title="Progress Report",
    )  # fmt: skip
    return key


def printed(desk: Workspace, path: Path, meeting_id: str | None, **options: str) -> str:
    export_document(desk, "progress-report", path, meeting_id=meeting_id, options=options)
    return "\n".join(pages(path))


def test_the_report_of_a_segment(desk: Workspace, tmp_path: Path, meeting_id: str) -> None:
    path = tmp_path / "report.pdf"
    text = printed(desk, path, meeting_id)
    assert missing(PRINTED, text) == []
    assert [title for _, title, _ in bookmarks(path)] == [
        "I. Seas and coasts", "a) Consultative Process on Quiet Ports", "b) Task Team on Reefs", "II. Land",
        "c) The IMG on Soils", "III. Words and pictures",
    ]  # fmt: skip
    assert text.count("Tasks") == 3


def test_letters_run_on_where_workstreams_are_left_out(
    desk: Workspace, tmp_path: Path, meeting_id: str
) -> None:
    text = printed(desk, tmp_path / "r.pdf", meeting_id, workstreams="IMG on Soils; Task Team on Reefs")
    assert (
        missing(["I. Seas and coasts", "a) Task Team on Reefs", "II. Land", "b) The IMG on Soils"], text)
        == []
    )
    assert "Words and pictures" not in text


def test_the_report_as_of_an_earlier_day(desk: Workspace, tmp_path: Path, meeting_id: str) -> None:
    text = printed(desk, tmp_path / "r.pdf", meeting_id, **{"as-of": "2031-04-20"})
    assert "Completed: Six soils were sampled." in text
    assert "Two samples were lost." not in text
    assert missing(["as of 20 April 2031"], text) == []
    assert "Show it again." not in text


def test_tables_of_chapters_can_be_left_out(desk: Workspace, tmp_path: Path, meeting_id: str) -> None:
    text = printed(desk, tmp_path / "r.pdf", meeting_id, **{"chapter-tasks": "no"})
    assert "Issue the newsletter." not in text
    assert "The IMG on Soils" in text


def test_the_figures_of_the_report(desk: Workspace, tmp_path: Path, meeting_id: str) -> None:
    text = printed(desk, tmp_path / "r.pdf", meeting_id, statistics="yes")
    rows = ("Chapter Tasks Completed Ongoing Upcoming Postponed No status", "I. Seas and coasts 4 1 1 1 0 1")
    assert missing(["The work plan in figures", *rows, "Together"], text) == []
