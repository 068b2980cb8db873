"""The list at the left: the chapters of the report with their workstreams, each with its letter."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from emgdesk.queries.workstreams import ChapterRow, WorkstreamRow
from emgdesk.ui.models.list_items import ListItem

CHAPTER = "chapter:"  # begins the id of the line that stands for a chapter itself
ALL = "all"  # the id of the line that stands for all workstreams together
NO_CHAPTER = "Without a chapter"


def outline(
    chapters: Sequence[ChapterRow],
    workstreams: Sequence[WorkstreamRow],
    own_tasks: Mapping[str, int],
    opened: Collection[str] = (),
) -> tuple[ListItem, ...]:
    """A line for all, then the others in report order.

    `own_tasks` counts the tasks of a chapter without a workstream. A chapter has a line of its own
    where it has such tasks, holds nothing, or is in `opened`.
    """
    if not (chapters or workstreams):
        return ()
    whole = ListItem(ALL, "All workstreams", "mandates · update · progress", "")
    return (whole, *_lines(chapters, workstreams, own_tasks, opened))


def _lines(
    chapters: Sequence[ChapterRow],
    workstreams: Sequence[WorkstreamRow],
    own_tasks: Mapping[str, int],
    opened: Collection[str],
) -> Iterator[ListItem]:
    for chapter in chapters:
        group = f"{chapter.label} {chapter.title}"
        own = [_line(w, group) for w in workstreams if w.chapter_id == chapter.id]
        yield from own
        count = own_tasks.get(chapter.id, 0)
        if own and not count and chapter.id not in opened:
            continue
        words = f"{count} {'task' if count == 1 else 'tasks'} without a workstream" if count else ""
        yield ListItem(CHAPTER + chapter.id, "(chapter)", words, group, faint=True)
    yield from (_line(w, NO_CHAPTER) for w in workstreams if w.chapter_id is None)


def _line(row: WorkstreamRow, group: str) -> ListItem:
    title = f"{row.letter})  {row.name}" if row.letter else row.name
    counts = f"{row.open_tasks} open of {row.tasks}" if row.tasks else "no tasks yet"
    return ListItem(row.id, title, " · ".join(part for part in (row.kind, counts) if part), group,
                    faint=row.status == "concluded")  # fmt: skip
