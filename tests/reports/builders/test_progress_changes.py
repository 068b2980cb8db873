from datetime import date

import pytest

from emgdesk.reports.blocks import Heading, ItemList, Paragraph, plain
from emgdesk.reports.builders.printed_progress import PrintedBody, PrintedRow, printed_bodies
from emgdesk.reports.builders.progress_changes import Change, compared
from emgdesk.reports.builders.progress_facts import (
    Chapter,
    EarlierReport,
    ProgressEntry,
    ProgressFacts,
    TaskProgress,
    WorkstreamProgress,
)
from emgdesk.reports.builders.progress_report import build
from emgdesk.reports.builders.progress_selection import ProgressOptions
from emgdesk.reports.text_lines import text_lines

TODAY = date(2035, 9, 1)
DONE = ProgressEntry("completed", "The map is printed.")
HALF = ProgressEntry("ongoing", "Half of the rivers are cleaned.")


def stream(*tasks: TaskProgress, name: str = "Forests", **facts: object) -> WorkstreamProgress:
    return WorkstreamProgress(name, tasks, id=name.lower(), **facts)


def facts(*streams: WorkstreamProgress) -> ProgressFacts:
    return ProgressFacts((Chapter("Issues", streams),), TODAY)


def printed(*streams: WorkstreamProgress) -> EarlierReport:
    return EarlierReport(text_lines(build(facts(*streams))), date(2035, 6, 1), "EMG SOM41/03")


def changes(now: ProgressFacts, earlier: EarlierReport) -> list[tuple[str, tuple[Change, ...]]]:
    return [(one.name, one.changes) for one in compared(now.chapters, earlier)[1]]


MAP = TaskProgress("Map the forests.", (), "Print it.", "map")
CLEAN = TaskProgress("Clean the rivers.", (HALF,), "", "clean")
BEFORE = printed(stream(MAP, CLEAN))


def test_a_report_is_read_back_from_its_lines() -> None:
    assert printed_bodies(BEFORE.lines) == (
        PrintedBody(
            "Issues",
            "Forests",
            rows=(
                PrintedRow("Map the forests.", "", "Print it."),
                PrintedRow("Clean the rivers.", "Ongoing: Half of the rivers are cleaned.", ""),
            ),
        ),
    )


def test_tables_without_tasks_and_of_chapters_are_read_back() -> None:
    loose = TaskProgress("", (ProgressEntry("", "A | B"),), "Next.")
    lines = printed(stream(loose), stream(name="Seas"), stream(CLEAN, name="")).lines
    assert printed_bodies(lines) == (
        PrintedBody("Issues", "Forests", rows=(PrintedRow("", "A | B", "Next."),)),
        PrintedBody("Issues", "Seas"),
        PrintedBody(
            "Issues", rows=(PrintedRow("Clean the rivers.", "Ongoing: Half of the rivers are cleaned.", ""),)
        ),
    )


def test_what_stands_before_the_first_chapter_is_no_part_of_it() -> None:
    document = build(facts(stream(MAP)), ProgressOptions(changes=TODAY, statistics=True), BEFORE)
    assert [body.name for body in printed_bodies(text_lines(document))] == ["Forests"]


def test_nothing_has_changed() -> None:
    now = facts(stream(MAP, CLEAN))
    assert compared(now.chapters, BEFORE) == (now.chapters, ())


@pytest.mark.parametrize(
    ("now", "change"),
    [
        (TaskProgress("Map the forests.", (HALF,), "Print it.", "map"), Change("reported", "Map the forests – Ongoing: Half of the rivers are cleaned.", "map")),
        (TaskProgress("Map the forests.", (DONE,), "Print it.", "map"), Change("finished", "Map the forests – Completed: The map is printed.", "map")),
        (TaskProgress("Map the forests.", (), "Send it.", "map"), Change("changed", "Map the forests – Next steps: Send it.", "map")),
        (TaskProgress("Map the forests.", (), "", "map"), Change("gone", "Next steps taken out of: Map the forests.", "map")),
        (TaskProgress("Map the great forests.", (), "Print it.", "map"), Change("changed", "Task reworded: Map the great forests.", "map")),
    ],
)  # fmt: skip
def test_one_thing_of_a_task(now: TaskProgress, change: Change) -> None:
    assert changes(facts(stream(now, CLEAN)), BEFORE) == [("Forests", (change,))]


def test_an_entry_edited_without_a_new_date_is_seen() -> None:
    edited = ProgressEntry("ongoing", "Most of the rivers are cleaned.")
    now = facts(stream(MAP, TaskProgress("Clean the rivers.", (edited,), "", "clean")))
    (chapter,), ((body),) = compared(now.chapters, BEFORE)
    words = "Clean the rivers – Ongoing: Most of the rivers are cleaned."
    assert body.changes == (Change("changed", words, "clean"),)
    assert chapter.workstreams[0].tasks[1].entries[0].mark == "changed"
    assert not chapter.workstreams[0].tasks[0].marked


def test_an_entry_taken_out() -> None:
    now = facts(stream(MAP, TaskProgress("Clean the rivers.", (), "", "clean")))
    assert changes(now, BEFORE) == [
        ("Forests", (Change("gone", "Progress taken out of: Clean the rivers.", "clean"),))
    ]


def test_tasks_that_came_and_went() -> None:
    plan = TaskProgress("Plant a thousand trees.", (), "", "plant")
    assert changes(facts(stream(MAP, plan)), BEFORE) == [
        (
            "Forests",
            (
                Change("new", "Task: Plant a thousand trees.", "plant"),
                Change("gone", "No longer in the report: Clean the rivers."),
            ),
        )
    ]


def test_a_task_moved_to_another_workstream() -> None:
    """From one that goes on and from one that is gone; what was reported on it since is told as well."""
    before = printed(stream(MAP, CLEAN), stream(name="Seas"), stream(TaskProgress("Count."), name="Ports"))
    moved = TaskProgress("Clean the rivers.", (HALF, DONE), "", "clean")
    now = facts(stream(MAP), stream(moved, TaskProgress("Count.", (), "", "count"), name="Seas"))
    assert changes(now, before) == [
        ("Seas", (
            Change("moved", "From Forests: Clean the rivers.", "clean"),
            Change("finished", "Clean the rivers – Completed: The map is printed.", "clean"),
            Change("moved", "From Ports: Count.", "count"),
        )),
        ("Ports", (Change("gone", "No longer in the report."),)),
    ]  # fmt: skip
    (chapter,), _ = compared(now.chapters, before)
    first = chapter.workstreams[1].tasks[0]
    assert (first.mark, [entry.mark for entry in first.entries]) == ("changed", ["", "new"])


def test_rows_without_a_task_are_known_by_what_they_say() -> None:
    film = TaskProgress("", (ProgressEntry("", "A film was shown in May."),), "", "film")
    again = TaskProgress("", (*film.entries, ProgressEntry("", "And in June.")), "", "film")
    assert changes(facts(stream(MAP, again)), printed(stream(MAP, film))) == [
        ("Forests", (Change("reported", "And in June.", "film"),))
    ]


def test_workstreams_that_came_went_and_were_renamed() -> None:
    now = facts(
        stream(MAP, CLEAN, name="Woods", names=("Forests",)),
        stream(name="Seas", standing="Part of Woods."),
    )
    before = printed(stream(MAP, CLEAN), stream(name="Deserts"))
    assert changes(now, before) == [
        ("Woods", (Change("changed", "Called Forests before."),)),
        ("Seas", (Change("new", "Workstream not in the earlier report."),)),
        ("Deserts", (Change("gone", "No longer in the report."),)),
    ]


def test_a_workstream_concluded_since() -> None:
    now = facts(stream(MAP, CLEAN, concluded=True, standing="Concluded on 3 July 2035."))
    assert changes(now, BEFORE) == [("Forests", (Change("finished", "Concluded on 3 July 2035."),))]


def test_changes_are_listed_at_the_front_and_marked_beside_the_text() -> None:
    now = facts(stream(TaskProgress("Map the forests.", (DONE,), "Send it.", "map"), CLEAN))
    document = build(now, ProgressOptions(changes="EMG SOM41/03"), BEFORE)
    at = document.blocks.index(Heading("What has changed since EMG SOM41/03 of 1 June 2035"))
    told = document.blocks[at + 3]
    assert isinstance(told, ItemList)
    assert [plain(item.blocks[0].text) for item in told.items if isinstance(item.blocks[0], Paragraph)] == [
        "Finished: Map the forests – Completed: The map is printed.",
        "Changed: Map the forests – Next steps: Send it.",
    ]
    table = document.blocks[-1]
    marks = [[getattr(cell[0], "marked", None) if cell else None for cell in row] for row in table.rows]
    assert marks == [[False, True, True], [False, False, None]]


def test_nothing_changed_is_said() -> None:
    document = build(facts(stream(MAP, CLEAN)), ProgressOptions(changes="EMG SOM41/03"), BEFORE)
    assert Paragraph("Nothing has changed.") in document.blocks


def test_only_what_is_new_since_an_issued_report() -> None:
    more = TaskProgress("Clean the rivers.", (HALF, ProgressEntry("ongoing", "Ten are left.")), "", "clean")
    document = build(facts(stream(MAP, more)), ProgressOptions(since="EMG SOM41/03"), BEFORE)
    assert text_lines(document)[-2:] == (
        "Tasks | Progress | Next steps",
        "Clean the rivers. | Ongoing: Ten are left. |",
    )


def test_a_report_of_some_workstreams_lists_theirs() -> None:
    seas = stream(TaskProgress("Sail.", (), "", "sail"), name="Seas")
    options = ProgressOptions(changes="EMG SOM41/03", workstreams=("Seas",))
    lines = text_lines(build(facts(seas), options, BEFORE))
    assert "•\tNew: Workstream not in the earlier report." in lines
    assert not [line for line in lines if "Forests" in line]
