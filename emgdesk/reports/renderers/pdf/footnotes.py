"""The foot of a page: the notes whose marks stand on it, and what is left of those of the page before."""

from typing import TypeAlias

from emgdesk.reports.renderers.pdf.bands import RuleMark, Sheet, text_mark
from emgdesk.reports.renderers.pdf.text.lines import Line
from emgdesk.reports.renderers.pdf.theme import (
    BOTTOM,
    FINE_RULE,
    FOOTNOTE,
    LEFT,
    NOTES_GAP,
    NOTES_RULE,
    RULE_GRAY,
)

Notes: TypeAlias = tuple[tuple[Line, ...], ...]
"""The lines of each note."""

_WHOLE = 12
"""Notes of so many lines together stand whole on the page of their marks."""
_BEGUN = 2
"""Of longer ones this many lines of the last do."""
_CARRIED = 0.5
"""The share of a page that may be filled by what is left of the page before."""


class PageNotes:
    """The footnotes of the page being filled, and what waits for the next; set in a measure of `width`."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._lines: list[Line] = []
        self._left: list[Line] = []

    @property
    def height(self) -> float:
        """What they take of the page, the rule above them included (points)."""
        return NOTES_GAP + FOOTNOTE.leading * len(self._lines) if self._lines else 0.0

    @property
    def unfinished(self) -> bool:
        """Whether lines wait for the next page."""
        return bool(self._left)

    def wanted(self, notes: Notes) -> float:
        """The height that must be left on the page for `notes`."""
        lines = sum(len(note) for note in notes)
        if lines > _WHOLE:
            lines += min(_BEGUN, len(notes[-1])) - len(notes[-1])
        return lines * FOOTNOTE.leading + (0.0 if self._lines else NOTES_GAP)

    def take(self, notes: Notes, room: float) -> None:
        """Put `notes` on the page as far as `room` reaches; the rest waits for the next page."""
        room -= 0.0 if self._lines else NOTES_GAP
        for note in notes:
            for line in note:
                if self._left or room + 0.01 < FOOTNOTE.leading:
                    self._left.append(line)
                else:
                    self._lines.append(line)
                    room -= FOOTNOTE.leading

    def carry_on(self, height: float, *, whole: bool = False) -> None:
        """Put what waited on a new page of `height`, all over it if no text follows (`whole`)."""
        share = height if whole else height * _CARRIED
        most = int((share - NOTES_GAP) / FOOTNOTE.leading) - len(self._lines)
        self._lines += self._left[:most]
        self._left = self._left[most:]

    def draw(self, sheet: Sheet) -> None:
        """Draw them at the foot of `sheet`, a rule above, and forget them."""
        if not self._lines:
            return
        y = BOTTOM + FOOTNOTE.leading * len(self._lines)
        RuleMark(0, 0, NOTES_RULE, 0, FINE_RULE, RULE_GRAY).draw(sheet, LEFT, y + NOTES_GAP / 3)
        for line in self._lines:
            text_mark(line, FOOTNOTE, self._width).draw(sheet, LEFT, y)
            y -= FOOTNOTE.leading
        self._lines = []
