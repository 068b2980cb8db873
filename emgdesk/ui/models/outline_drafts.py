"""New lines of an outline before the desk has them: where they stand, on which level."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from emgdesk.ui.models.outline_lines import OutlineLine


@dataclass(frozen=True, slots=True)
class Draft:
    """A new line of the page `home`: behind `after_id` and all below that, else directly behind `behind`.

    Without either it is the last below `parent_id` (None: of the first level). Its `id` is the key it
    will have.
    """

    id: str
    home: str
    parent_id: str | None = None
    after_id: str | None = None
    behind: str = ""
    text: str = ""
    kind: str = ""


def with_drafts(lines: Sequence[OutlineLine], drafts: Sequence[Draft]) -> list[OutlineLine]:
    """The lines with the drafts among them, each placed after those before it in `drafts`."""
    made = list(lines)
    for draft in drafts:
        at, depth, parent = _place(made, draft)
        made.insert(at, OutlineLine(draft.id, parent, depth, "", draft.text, kind=draft.kind))
    return made


def beside(lines: Sequence[OutlineLine], draft: Draft, line: OutlineLine, *, below: bool) -> Draft:
    """The draft behind a line, or the last one below it."""
    if not below:
        return replace(draft, parent_id=line.parent_id, after_id=line.id, behind="")
    return replace(draft, parent_id=line.id, after_id=_last_below(lines, line.id), behind="")


def stepped(lines: Sequence[OutlineLine], draft: Draft, way: int) -> Draft | None:
    """The draft a level deeper (1: below the line before it) or higher (-1); None where it cannot go."""
    if way > 0:
        before = draft.after_id
        if before is None:
            return None
        return replace(draft, parent_id=before, after_id=_last_below(lines, before), behind="")
    above = next((line for line in lines if line.id == draft.parent_id), None)
    if above is None:
        return None
    return replace(draft, parent_id=above.parent_id, after_id=above.id, behind="")


def _last_below(lines: Sequence[OutlineLine], parent_id: str) -> str | None:
    found = [line.id for line in lines if line.parent_id == parent_id]
    return found[-1] if found else None


def _place(lines: Sequence[OutlineLine], draft: Draft) -> tuple[int, int, str | None]:
    """Where to insert it, its depth, its parent."""
    at = {line.id: number for number, line in enumerate(lines)}
    after = at.get(draft.after_id or "")
    if after is not None:
        return _end(lines, after), lines[after].depth, lines[after].parent_id
    above = at.get(draft.parent_id or "")
    depth = lines[above].depth + 1 if above is not None else 0
    if draft.behind in at:
        return at[draft.behind] + 1, depth, draft.parent_id
    if above is not None:
        return _end(lines, above), depth, draft.parent_id
    return len(lines), 0, None


def _end(lines: Sequence[OutlineLine], at: int) -> int:
    """The number of the line behind line `at` and all below it."""
    end = at + 1
    while end < len(lines) and lines[end].depth > lines[at].depth:
        end += 1
    return end
