"""Filling pages from the top: what is kept together, when a new page begins."""

from collections.abc import Iterable, Sequence

from emgdesk.jobs import Job
from emgdesk.reports.renderers.pdf.bands import Band, BookmarkMark, Sheet, stacked
from emgdesk.reports.renderers.pdf.footnotes import Notes, PageNotes
from emgdesk.reports.renderers.pdf.theme import BOTTOM, LEFT, LONGEST, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP


class Pages:
    """The pages of one document in the making.

    `width` and `height` are the measure and the height of the text on a page, in points. With `endless`
    nothing breaks by itself: a page is as high as what stands on it, and has no number.
    """

    def __init__(
        self, job: Job, paper: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT), *, endless: bool = False
    ) -> None:
        self._job, self._endless = job, endless
        self._paper = (paper[0], LONGEST if endless else paper[1])
        self.width = self._paper[0] - LEFT - RIGHT
        self.height = self._paper[1] - TOP - BOTTOM
        self.sheets: list[Sheet] = []
        self._kept: list[Band] = []
        self._y = 0.0
        self._notes = PageNotes(self.width)
        self._part, self._symbol = 0, ""
        self._begin()

    @property
    def room(self) -> float:
        """The height left on the page between what is already on it and its footnotes."""
        return self._y - BOTTOM - self._notes.height

    @property
    def at_top(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self._y >= self._paper[1] - TOP - 0.01

    def add(self, bands: Iterable[Band]) -> None:
        """Put bands under each other; a kept one waits for the one it belongs to."""
        for band in bands:
            if band.keep:
                self._kept.append(band)
            else:
                before = band.before if self._kept or not self.at_top else 0
                self.reserve(band.height + before + self.wanted(band.notes))
                self.put(band)

    def wanted(self, notes: Notes) -> float:
        """The height that must be left for `notes` on the page of their marks."""
        return self._notes.wanted(notes) if notes else 0.0

    def reserve(self, height: float) -> None:
        """Make sure `height` fits under what waits for it, on a new page if need be, and put what waits."""
        waiting, self._kept = self._kept, []
        needed = stacked(waiting) + (waiting[0].before if waiting and not self.at_top else 0) + height
        needed += self.wanted(tuple(note for band in waiting for note in band.notes))
        if needed > self.room and not self.at_top:
            self._begin()
        for band in waiting:
            self.put(band)
        if height > self.room and height <= self.height and not self.at_top:
            self._begin()

    def put(self, band: Band, *, here: bool = False) -> None:
        """Put one band at once, on a new page if it does not fit.

        With `here` its footnotes do not move it: what of them finds no room goes on on the next page.
        """
        before = 0.0 if self.at_top else band.before
        notes = 0.0 if here else self.wanted(band.notes)
        if before + band.height + notes > self.room and not self.at_top:
            self._begin()
            before = 0.0
        self._y -= before
        band.draw(self.sheets[-1], 0.0 + LEFT, self._y)
        self._y -= band.height
        if band.notes:
            self._notes.take(band.notes, self.room)

    def put_beside(self, columns: Sequence[tuple[float, Sequence[Band]]]) -> None:
        """Put stacks of bands (each with its distance from the left) side by side; go below the longest."""
        lowest = self._y
        for right, bands in columns:
            y = self._y
            for index, band in enumerate(bands):
                y -= band.before if index else 0.0
                band.draw(self.sheets[-1], LEFT + right, y)
                y -= band.height
            lowest = min(lowest, y)
        self._y = lowest

    def space(self, height: float) -> None:
        """Leave `height` free, unless at the top of a page."""
        if not self.at_top:
            self._y -= min(height, max(self.room, 0.0))

    def break_page(self) -> None:
        """Begin a new page, unless this one is still empty."""
        self.finish()
        if not self.at_top:
            self._begin()

    def bare_page(self, width: float, height: float) -> Sheet:
        """A page of its own size (points), without margins and number; what follows begins another."""
        self.close()
        if self.at_top and not self.sheets[-1].texts:
            self.sheets.pop()
        self._begin(Sheet(width=width, height=height, numbered=False))
        self._y = BOTTOM
        return self.sheets[-1]

    def finish(self) -> None:
        """Put whatever still waits for something to follow."""
        self.reserve(0.0)

    def begin_part(self, title: str, symbol: str) -> None:
        """What follows is a document of its own: a new page, numbered from 1, a line of the outline."""
        self.close()
        if self.at_top and not self.sheets[-1].texts:
            self.sheets.pop()
        self._part, self._symbol = self._part + 1, symbol
        self._begin()
        self.put(Band(0.0, (BookmarkMark(0, title),)))

    def close(self) -> None:
        """Put whatever waits, and what is left of the footnotes on pages of its own."""
        self.finish()
        while self._notes.unfinished:
            self._begin()
            self._notes.carry_on(self.height, whole=True)
        self._notes.draw(self.sheets[-1])
        self._cut()

    def _cut(self) -> None:
        """Cut an endless page where it ends."""
        if self._endless:
            self.sheets[-1].cut = max(self._y - TOP, 0.0)

    def _begin(self, sheet: Sheet | None = None) -> None:
        self._job.check_cancelled()
        self._job.report(f"Setting page {len(self.sheets) + 1}")
        if self.sheets:
            self._notes.draw(self.sheets[-1])
            self._cut()
        width, height = self._paper
        self.sheets.append(sheet or Sheet(width=width, height=height, numbered=not self._endless))
        self.sheets[-1].part, self.sheets[-1].symbol = self._part, self._symbol
        self._y = self._paper[1] - TOP
        self._notes.carry_on(self.height)
