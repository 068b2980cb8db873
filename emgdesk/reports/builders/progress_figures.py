"""How many tasks of each chapter are completed, ongoing, upcoming: one count for page and window."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from emgdesk.domain.numbering import roman
from emgdesk.domain.statuses import TASK_STATUSES
from emgdesk.reports.blocks import Block, Chart, Column, Heading, Series, Table
from emgdesk.reports.builders.progress_facts import Chapter
from emgdesk.reports.builders.progress_rows import STATUS_WORDS, bare_title
from emgdesk.reports.sheets import Sheet, columns

_ALWAYS = TASK_STATUSES[:3]
_UNTOLD = "No status"
_COUNT = 12.5  # share of the table's width in which "Completed" fits


@dataclass(frozen=True, slots=True)
class ChapterFigures:
    """The tasks of a chapter by the status of their last entry ("": none)."""

    label: str
    title: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All tasks of the chapter."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class ProgressFigures:
    """The chapters of a report in figures; `statuses` are those counted anywhere, the usual three always."""

    chapters: tuple[ChapterFigures, ...]
    statuses: tuple[str, ...]

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers of the table: chapter, tasks, each status."""
        words = (STATUS_WORDS.get(status, status) or _UNTOLD for status in self.statuses)
        return ("Chapter", "Tasks", *words)

    @property
    def rows(self) -> tuple[tuple[str | int, ...], ...]:
        """A row a chapter and one of all of them."""
        whole: Counter[str] = Counter()
        for one in self.chapters:
            whole.update(one.counts)
        together = ChapterFigures("", "Together", whole)
        return tuple(
            (f"{one.label} {one.title}".strip(), one.total, *(one.counts.get(s, 0) for s in self.statuses))
            for one in (*self.chapters, together)
        )

    @property
    def total(self) -> int:
        """All tasks."""
        return sum(one.total for one in self.chapters)


def figures(chapters: Sequence[Chapter]) -> ProgressFigures:
    """The tasks of `chapters` counted, as the report shows them."""
    found = tuple(
        ChapterFigures(
            f"{roman(number).upper()}.",
            bare_title(chapter.title),
            Counter(task.status for stream in chapter.workstreams for task in stream.tasks),
        )
        for number, chapter in enumerate(chapters, start=1)
    )
    counted = {status for one in found for status in one.counts}
    known = [status for status in TASK_STATUSES if status in _ALWAYS or status in counted]
    others = sorted(counted.difference(TASK_STATUSES, {""}))
    return ProgressFigures(found, (*known, *others, *([""] if "" in counted else [])))


def chart(numbers: ProgressFigures) -> Chart:
    """The figures drawn: a bar a chapter, its tasks by status."""
    series = tuple(
        Series(header, tuple(float(one.counts.get(status, 0)) for one in numbers.chapters))
        for status, header in zip(numbers.statuses, numbers.headers[2:], strict=True)
        if any(one.counts.get(status) for one in numbers.chapters)
    )
    names = tuple(f"{one.label} {one.title}" for one in numbers.chapters)
    return Chart("stacked", "Tasks by chapter and status", names, series, "tasks")


def statistics(numbers: ProgressFigures) -> Iterator[Block]:
    """The figures as a small table and a chart."""
    yield Heading("The work plan in figures")
    counts = numbers.headers[1:]
    heads = [Column(max(24.0, 100 - _COUNT * len(counts)), "Chapter")]
    heads += [Column(_COUNT, header, "right") for header in counts]
    yield Table(tuple(heads), tuple(tuple(map(str, row)) for row in numbers.rows), lines="rows")
    yield chart(numbers)


def sheet(numbers: ProgressFigures) -> Sheet:
    """The figures as a sheet."""
    return Sheet("Figures", columns(*numbers.headers), numbers.rows)
