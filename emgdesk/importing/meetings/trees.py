"""Where labelled rows belong: below which row, in which order, in which label style.

A row whose label is still the one the desk prints stays where it is; the others are placed by what
their labels say.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from emgdesk.domain.action_grammar import label_style, numbers_of
from emgdesk.domain.meeting_books import BookRow
from emgdesk.domain.numbering import LabelStyle
from emgdesk.domain.outline import BY_DEPTH
from emgdesk.errors import InputError
from emgdesk.importing.meetings.ordering import left_told, move, moved_told
from emgdesk.importing.sheets.book_rows import FileRow

Branch = tuple[str, str | None]  # (section or "", row above or None)


@dataclass(slots=True)
class Spot:
    """A row on its way to its place; `keeps` says that it stays where the desk has it."""

    row: FileRow
    ref: str
    known: BookRow | None
    labels: tuple[str, ...]
    branch: Branch = ("", None)
    keeps: bool = False
    problem: str = ""
    messages: list[str] = field(default_factory=list)
    moved: bool = False


@dataclass(slots=True)
class Arrangement:
    """What was worked out: the style of each branch where it is not the one it has, and its new order."""

    styles: dict[Branch, LabelStyle]
    orders: dict[Branch, list[str]]
    notes: list[str] = field(default_factory=list)


def arrange(
    spots: Sequence[Spot],
    desk: Mapping[Branch, Sequence[BookRow]],
    style_of: Callable[[Branch, int], LabelStyle],
    what: str,
) -> Arrangement:
    """Styles and orders of the branches something is new or moved in; marks spots moved or at fault.

    `desk` has the rows of every branch in order, `style_of` the style a branch has or would have at a
    level; `what` is the column of the labels. What stands below a row that cannot be taken cannot either.
    """
    _refuse_rings(spots, desk, what)
    made = Arrangement({}, {})
    branches: dict[Branch, list[Spot]] = defaultdict(list)
    for spot in spots:
        branches[spot.branch].append(spot)
    for branch, members in branches.items():
        taken = [spot for spot in members if not spot.problem]
        _style(branch, taken, bool(desk.get(branch)), style_of, made, what)
    _refuse_below(spots, what)
    refused = {spot.ref for spot in spots if spot.problem and spot.known is None}
    made.styles = {branch: style for branch, style in made.styles.items() if branch[1] not in refused}
    leaving = {s.ref: s.branch for s in spots if s.known is not None and not s.problem}
    for branch, members in branches.items():
        rows = [row for row in desk.get(branch, ()) if leaving.get(row.id, branch) == branch]
        _order(branch, [s for s in members if not s.problem], rows, made, style_of)
    return made


def _style(
    branch: Branch,
    members: Sequence[Spot],
    has_desk_rows: bool,
    style_of: Callable[[Branch, int], LabelStyle],
    made: Arrangement,
    what: str,
) -> None:
    labelled = [spot for spot in members if spot.labels]
    if not labelled or all(spot.keeps for spot in labelled):
        return
    current = style_of(branch, len(labelled[0].labels) - 1)
    own = [spot.labels[-1] for spot in labelled]
    if has_desk_rows and all(current in numbers_of(label) for label in own):
        return
    try:
        style = label_style(own)
    except InputError:
        style = _commonest(own, current)
        for spot in labelled:
            if style not in numbers_of(spot.labels[-1]):
                spot.problem = (
                    f"The label style of “{'.'.join(spot.labels)}” cannot be told from its neighbours "
                    f"({spot.row.place(what)})."
                )
    if style != current:
        made.styles[branch] = style


def _commonest(labels: Sequence[str], current: LabelStyle) -> LabelStyle:
    fitting = {style: sum(style in numbers_of(label) for label in labels) for style in BY_DEPTH}
    return max(BY_DEPTH, key=lambda style: (fitting[style], style == current))


def _order(
    branch: Branch,
    members: Sequence[Spot],
    rows: Sequence[BookRow],
    made: Arrangement,
    style_of: Callable[[Branch, int], LabelStyle],
) -> None:
    here = {row.id for row in rows}
    keep = all(spot.keeps for spot in members)
    moved = move([(spot.row, spot.ref) for spot in members], [row.id for row in rows]) if keep else "moved"
    if moved == "left":
        made.notes.append(left_told(members[0].row))
    if moved != "moved":
        return
    style = made.styles.get(branch)
    keyed: list[tuple[int, int, int, Spot]] = []
    last = 0
    for at, spot in enumerate(members):
        if spot.labels:
            numbers = numbers_of(spot.labels[-1])
            last = numbers.get(style or style_of(branch, len(spot.labels) - 1), last)
        keyed.append((last, 0 if spot.labels else 1, at, spot))
    order = [spot.ref for *_, spot in sorted(keyed, key=lambda one: one[:3])]
    for at, row in enumerate(rows):
        if row.id not in order:
            before = rows[at - 1].id if at else None
            order.insert(order.index(before) + 1 if before in order else 0, row.id)
    stayed = [ref for ref in order if ref in here]
    shuffled = stayed != [row.id for row in rows]
    for spot in members:
        if spot.known is not None and not spot.keeps:
            spot.moved = spot.ref not in here or shuffled or branch in made.styles
    if keep:
        told = moved_told if shuffled else _labels_told
        made.notes.append(told(members[0].row))
    if shuffled or len(stayed) != len(order):
        made.orders[branch] = order
    _tell_gaps(members, order, style)


def _labels_told(first: FileRow) -> str:
    return (
        f"Rows of sheet “{first.sheet}” from row {first.number} on stand in another order than their labels "
        "say: the labels count."
    )


def _tell_gaps(members: Sequence[Spot], order: Sequence[str], style: LabelStyle | None) -> None:
    """Labels are generated: say where one will not be the one that was written."""
    numbers = [numbers_of(spot.labels[-1]) for spot in members if spot.labels and spot.known is None]
    if len(numbers) != len([s for s in members if s.labels]) or len(order) != len(members):
        return  # rows of the desk stand between: their labels are seen in the window
    said = [s for s in members if s.labels]
    for at, spot in enumerate(sorted(said, key=lambda s: order.index(s.ref)), 1):
        found = numbers_of(spot.labels[-1])
        if style is None and at in found.values():
            continue
        if style is not None and found.get(style) == at:
            continue
        spot.messages.append(f"“{'.'.join(spot.labels)}” stands at place {at} and is labelled so.")


def _refuse_rings(spots: Sequence[Spot], desk: Mapping[Branch, Sequence[BookRow]], what: str) -> None:
    above = {row.id: branch[1] for branch, rows in desk.items() for row in rows}
    above |= {spot.ref: spot.branch[1] for spot in spots if not spot.problem}
    for spot in spots:
        if spot.problem or spot.keeps:
            continue
        seen = {spot.ref}
        parent = spot.branch[1]
        while parent is not None and parent not in seen:
            seen.add(parent)
            parent = above.get(parent)
        if parent is not None:
            spot.problem = f"The row would stand below itself ({spot.row.place(what)})."
            above[spot.ref] = spot.known.parent_id if spot.known is not None else None


def _refuse_below(spots: Sequence[Spot], what: str) -> None:
    """What stands below a row that is not made cannot be made either."""
    refused = {spot.ref: spot for spot in spots if spot.problem}
    again = True
    while again:
        again = False
        for spot in spots:
            parent = spot.branch[1]
            if not spot.problem and not spot.keeps and parent in refused and refused[parent].known is None:
                spot.problem = (
                    f"It stands below row {refused[parent].row.number}, which cannot be taken "
                    f"({spot.row.place(what)})."
                )
                refused[spot.ref] = spot
                again = True
