from datetime import date

import pytest

from emgdesk.reports.blocks import (
    Column,
    Document,
    DocumentTitle,
    Heading,
    ItemList,
    ListItem,
    Note,
    Paragraph,
    Run,
    Table,
    TitleBlock,
    plain,
)
from emgdesk.reports.builders.progress_facts import (
    Chapter,
    ProgressEntry,
    ProgressFacts,
    TaskProgress,
    WorkstreamProgress,
)
from emgdesk.reports.builders.progress_report import build
from emgdesk.reports.builders.progress_selection import ProgressOptions
from tests.reports.builders.rosters import MEETING

TODAY = date(2035, 9, 1)
SPRING, SUMMER = date(2035, 3, 1), date(2035, 6, 1)


def task(text: str, *entries: ProgressEntry, next_steps: str = "") -> TaskProgress:
    return TaskProgress(text, entries, next_steps)


def stream(name: str, *tasks: TaskProgress, concluded: bool = False) -> WorkstreamProgress:
    return WorkstreamProgress(name, tasks, concluded)


FACTS = ProgressFacts(
    (
        Chapter(
            "IV. Issues",
            (
                stream(
                    "Forests",
                    task("Map", ProgressEntry("completed", "Done.", SPRING)),
                    task(
                        "Plan",
                        ProgressEntry("ongoing", "Begun.", SPRING),
                        ProgressEntry("ongoing", "Half.", SUMMER),
                    ),
                ),
                stream("Rivers", task("Clean", ProgressEntry("upcoming", "", SUMMER)), concluded=True),
            ),
        ),
        Chapter(
            "Outreach",
            (stream("", task("Film", ProgressEntry("", "Shot.", SPRING))), stream("Nexus", task("Talk"))),
        ),
    ),
    TODAY,
    MEETING,
)


def headings(document: Document) -> list[str]:
    return [f"{b.label} {b.text}" for b in document.blocks if isinstance(b, Heading)]


def cells(document: Document) -> list[list[str]]:
    return [
        [" | ".join(plain(block.text) for block in cell if isinstance(block, Paragraph)) for cell in row]
        for table in document.blocks
        if isinstance(table, Table)
        for row in table.rows
    ]


def test_chapters_are_numbered_and_letters_run_on() -> None:
    assert headings(build(FACTS)) == ["I. Issues", "a) Forests", "b) Rivers", "II. Outreach", "c) Nexus"]


def test_rows_carry_task_entries_and_next_steps() -> None:
    assert cells(build(FACTS)) == [
        ["Map", "Completed: Done.", ""],
        ["Plan", "Ongoing: Begun. | Ongoing: Half.", ""],
        ["Clean", "Upcoming.", ""],
        ["Film", "Shot.", ""],
        ["Talk", "", ""],
    ]


def test_the_status_is_bold_and_goes_before_the_text() -> None:
    table = build(FACTS).blocks[5]
    assert isinstance(table, Table)
    assert table.rows[0][1] == (Paragraph((Run("Completed: ", bold=True), Run("Done."))),)


def test_a_text_that_begins_with_a_list_has_its_status_on_a_line_of_its_own() -> None:
    facts = ProgressFacts(
        (Chapter("A", (stream("B", task("T", ProgressEntry("upcoming", "1. x"))),)),), TODAY
    )
    (table,) = (block for block in build(facts).blocks if isinstance(block, Table))
    assert table.rows[0][1] == (
        Paragraph((Run("Upcoming:", bold=True),)),
        ItemList((ListItem("1.", (Paragraph((Run("x"),)),)),)),
    )


def test_the_column_of_tasks_is_left_out_where_no_row_has_one() -> None:
    facts = ProgressFacts(
        (Chapter("A", (stream("B", task("", ProgressEntry("", "x"), next_steps="y")),)),), TODAY
    )
    (table,) = (block for block in build(facts).blocks if isinstance(block, Table))
    assert table.columns == (Column(58, "Progress"), Column(42, "Next steps"))
    assert cells(build(facts)) == [["x", "y"]]


@pytest.mark.parametrize(
    ("segment", "title"), [("mid-term", "Mid-Term Progress Report"), ("senior", "Progress Report")]
)
def test_the_title_follows_the_segment(segment: str, title: str) -> None:
    from dataclasses import replace

    document = build(replace(FACTS, meeting=replace(MEETING, segment=segment)))
    assert document.blocks[1] == DocumentTitle(title, "Note by the Secretariat")
    assert document.subject == "EMGSOM.41_2"


def test_without_a_meeting_there_is_no_block_of_one() -> None:
    document = build(ProgressFacts(FACTS.chapters, TODAY))
    assert document.blocks[0] == TitleBlock(("United Nations", "Environment Management Group"))
    assert isinstance(document.blocks[2], Paragraph)
    assert "as of 1 September 2035" in plain(document.blocks[2].text)


def test_the_introduction_replaces_the_usual_words() -> None:
    document = build(ProgressFacts(FACTS.chapters, TODAY, MEETING, "First.\n\nSecond."))
    assert document.blocks[2:4] == (Paragraph((Run("First."),)), Paragraph((Run("Second."),)))


def test_entries_after_the_chosen_day_are_left_out() -> None:
    rows = cells(build(FACTS, ProgressOptions(as_of=date(2035, 4, 1))))
    assert rows[1] == ["Plan", "Ongoing: Begun.", ""]
    assert rows[2] == ["Clean", "", ""]


def test_since_leaves_what_is_new() -> None:
    document = build(FACTS, ProgressOptions(since=date(2035, 4, 1)))
    assert headings(document) == ["I. Issues", "a) Forests", "b) Rivers"]
    assert cells(document) == [["Plan", "Ongoing: Half.", ""], ["Clean", "Upcoming.", ""]]


def test_concluded_work_can_be_left_out() -> None:
    document = build(FACTS, ProgressOptions(concluded=False))
    assert headings(document) == ["I. Issues", "a) Forests", "II. Outreach", "b) Nexus"]
    assert cells(document)[0] == ["Plan", "Ongoing: Begun. | Ongoing: Half.", ""]


def test_chosen_workstreams_alone() -> None:
    assert headings(build(FACTS, ProgressOptions(workstreams=("Nexus",)))) == ["I. Outreach", "a) Nexus"]


def test_a_workstream_without_tasks_says_so() -> None:
    facts = ProgressFacts((Chapter("A", (stream("B"),)),), TODAY)
    assert build(facts).blocks[-1] == Note("No tasks recorded.")


@pytest.mark.parametrize(
    ("chapters", "options", "sentence"),
    [
        ((), ProgressOptions(), "Nothing to report: the desk holds no workstreams with tasks yet."),
        (FACTS.chapters, ProgressOptions(since=TODAY), "Nothing to report: no progress has been entered since 1 September 2035."),
        (FACTS.chapters, ProgressOptions(workstreams=("None",)), "Nothing to report: the chosen workstreams have no tasks that fit the options."),
    ],
)  # fmt: skip
def test_nothing_to_report_is_said_on_the_page(
    chapters: tuple[Chapter, ...], options: ProgressOptions, sentence: str
) -> None:
    assert build(ProgressFacts(chapters, TODAY), options).blocks[-1] == Note(sentence)
