"""Which row of the desk a row of the sheet is: by its ID, else by what it says, each at most once."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from emgdesk.domain.meeting_books import BookRow
from emgdesk.importing.matching.likeness import alike_wordings
from emgdesk.importing.sheets.book_rows import FileRow, key_of

_LOOKED_AT = 1_500  # characters of a text that tell whether another is a corrected wording of it

FileKey = Callable[[FileRow], Any]
DeskKey = Callable[[BookRow], Any]
Found = dict[int, BookRow]


def by_id(rows: Sequence[FileRow], known: Sequence[BookRow]) -> tuple[Found, dict[int, str], int]:
    """Rows found by their ID, problems of IDs that stand twice, and how many IDs no row of the desk has."""
    desk = {row.id: row for row in known}
    first: dict[str, int] = {}
    found: Found = {}
    problems: dict[int, str] = {}
    strange = 0
    for row in rows:
        if not row.id:
            continue
        if row.id in first:
            problems[row.number] = f"The ID stands in row {first[row.id]} already ({row.place('ID')})."
            continue
        first[row.id] = row.number
        if row.id in desk:
            found[row.number] = desk[row.id]
        else:
            strange += 1
    return found, problems, strange


def by_keys(
    rows: Sequence[FileRow], known: Sequence[BookRow], found: Found, pairs: Sequence[tuple[FileKey, DeskKey]]
) -> None:
    """Find the rest by keys, the surest pair of keys first; rows of one key go in order, "" is no key."""
    for of_file, of_desk in pairs:
        taken = {row.id for row in found.values()}
        waiting: Mapping[Any, list[BookRow]] = defaultdict(list)
        for row in known:
            if row.id not in taken and (key := of_desk(row)):
                waiting[key].append(row)
        for line in rows:
            if line.number not in found and (key := of_file(line)) and waiting.get(key):
                found[line.number] = waiting[key].pop(0)


def by_likeness(
    rows: Sequence[FileRow],
    known: Sequence[BookRow],
    found: Found,
    pairs: Sequence[tuple[FileKey, DeskKey, float]],
    column: str = "Text",
) -> None:
    """Find the rest by texts of a column that are alike, within rows of one key; the likest first."""
    for of_file, of_desk, enough in pairs:
        taken = {row.id for row in found.values()}
        left: dict[Any, list[BookRow]] = defaultdict(list)
        for row in known:
            if row.id not in taken:
                left[of_desk(row)].append(row)
        scored = []
        for line in rows:
            if line.number not in found:
                for at, row in enumerate(left.get(of_file(line), ())):
                    score = alike(line.get(column), row.cells.get(column, ""))
                    if score >= enough:
                        scored.append((-score, line.number, at, row))
        for _, number, _, row in sorted(scored, key=lambda one: one[:3]):
            if number not in found and row.id not in taken:
                found[number] = row
                taken.add(row.id)


def alike(mine: str, theirs: str) -> float:
    """How alike two wordings are, 0 to 100: 100 where one holds all the words of the other."""
    left, right = key_of(mine[:_LOOKED_AT]), key_of(theirs[:_LOOKED_AT])
    if not left or not right:
        return 0.0
    fewer, more = sorted((set(left.split()), set(right.split())), key=len)
    return 100.0 if fewer <= more else alike_wordings(left, right)
