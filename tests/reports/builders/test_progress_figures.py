from emgdesk.reports.blocks import Chart, Series
from emgdesk.reports.builders.progress_facts import Chapter, ProgressEntry, TaskProgress, WorkstreamProgress
from emgdesk.reports.builders.progress_figures import chart, figures, sheet


def tasks(*statuses: str) -> tuple[TaskProgress, ...]:
    return tuple(TaskProgress("T", (ProgressEntry("ongoing", "x"), ProgressEntry(s, "y"))) for s in statuses)


CHAPTERS = (
    Chapter(
        "IV. Issues",
        (
            WorkstreamProgress("Forests", tasks("completed", "ongoing", "halted")),
            WorkstreamProgress("Seas", tasks("completed")),
        ),
    ),
    Chapter("Outreach", (WorkstreamProgress("", (TaskProgress("Film"), *tasks("dropped"))),)),
)


def test_tasks_are_counted_by_their_last_entry() -> None:
    numbers = figures(CHAPTERS)
    assert numbers.headers == (
        "Chapter", "Tasks", "Completed", "Ongoing", "Upcoming", "Dropped", "halted", "No status",
    )  # fmt: skip
    assert numbers.rows == (
        ("I. Issues", 4, 2, 1, 0, 0, 1, 0), ("II. Outreach", 2, 0, 0, 0, 1, 0, 1), ("Together", 6, 2, 1, 0, 1, 1, 1),
    )  # fmt: skip
    assert sheet(numbers).rows == numbers.rows
    assert numbers.total == 6


def test_the_chart_draws_what_is_counted() -> None:
    assert chart(figures(CHAPTERS[:1])) == Chart(
        "stacked", "Tasks by chapter and status", ("I. Issues",),
        (Series("Completed", (2.0,)), Series("Ongoing", (1.0,)), Series("halted", (1.0,))), "tasks",
    )  # fmt: skip


def test_nothing_is_counted_on_an_empty_desk() -> None:
    assert figures(()).rows == (("Together", 0, 0, 0, 0),)
