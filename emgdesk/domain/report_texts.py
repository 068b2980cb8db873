"""The kinds of paragraph a report has, the marks of its footnotes, and what stands behind them."""

import re
from collections.abc import Callable, Sequence

from emgdesk.domain.folding import words

KINDS = ("paragraph", "bullet", "conclusion", "actions", "note", "deliverables")
"""`actions` prints a section of the actions, `deliverables` those endorsed; `note` does not print."""
FILLS = ("opening", "attendance", "agenda", "presenters", "closing", "next meeting")
"""Sentences filled from the desk's data, by what they tell."""
INTERVENTIONS = ("statement", "question", "answer", "request", "proposal", "reservation")
NEXT_MEETING, EVERY_MEETING = "next meeting", "every meeting"
FOLLOW_UP_STATUSES = ("open", "done", "dropped")
FORMS = ("numbered", "items")
"""The house forms of a report: paragraphs numbered through, or item by item."""
MARK = re.compile(r"\[\^(\d{1,4})\]")
"""A footnote's mark in a text: [^1] refers to the first footnote of the paragraph."""
_SPELT = {
    "text": "paragraph", "para": "paragraph", "paragraphs": "paragraph", "bullets": "bullet",
    "bullet point": "bullet", "conclusions": "conclusion", "decision": "conclusion",
    "action": "actions", "suggested actions": "actions", "notes": "note", "deliverable": "deliverables",
    "endorsed": "deliverables",
}  # fmt: skip


def kind(text: str) -> str:
    """One of `KINDS` for what somebody typed, "" where it is none; nothing said is a paragraph."""
    plain = " ".join(words(text))
    if not plain:
        return KINDS[0]
    return plain if plain in KINDS else _SPELT.get(plain, "")


def marks(text: str) -> tuple[int, ...]:
    """The numbers of the footnote marks in a text, in order: "So[^2] and[^1]" -> (2, 1)."""
    return tuple(int(found[1]) for found in MARK.finditer(text))


def mark_faults(text: str, notes: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Marks without a footnote, and footnotes (from 1) no mark refers to, where there are `notes`."""
    found = marks(text)
    lone = tuple(dict.fromkeys(n for n in found if not 1 <= n <= notes))
    return lone, tuple(n for n in range(1, notes + 1) if n not in found)


def renumbered(text: str, number: Callable[[int], int]) -> str:
    """`text` with every footnote mark given its new number; a mark whose number becomes 0 goes."""
    return MARK.sub(lambda found: f"[^{new}]" if (new := number(int(found[1]))) else "", text)


def moved_marks(text: str, before: Sequence[str], after: Sequence[str]) -> str:
    """`text` with its marks following their footnotes, which were `before` and are now `after`.

    A footnote whose words changed keeps its place; the mark of one that is gone goes, and a mark that
    had no footnote stays as it is.
    """
    if len(before) == len(after) and sorted(before) != sorted(after):
        return text
    new: dict[int, int] = {}
    left = dict(enumerate(after, start=1))
    for old, note in enumerate(before, start=1):
        same = next((n for n, words in left.items() if words == note), 0)
        if same:
            new[old] = same
            del left[same]
    for old in range(1, len(before) + 1):
        if old not in new:
            new[old] = next(iter(left), 0)
            left.pop(new[old], None)
    return renumbered(text, lambda number: new.get(number, number))
