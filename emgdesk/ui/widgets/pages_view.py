"""The pages of a PDF on the screen: scroll, zoom, search; the place is kept when the pages change.

`drawn` makes the pages of a document in a thread; `PagesView` shows them.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfLink, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView

from emgdesk.jobs import QUIET, Job
from emgdesk.publishing import render
from emgdesk.reports.blocks import Document

_HIT_PLACE = 0.35
"""How far down the view a hit is brought, of its height."""
STEPS = (0.25, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


@dataclass(frozen=True, slots=True)
class DrawnPages:
    """Pages drawn: the PDF itself, so that what is saved and printed is what was seen."""

    pdf: bytes
    count: int
    warnings: tuple[str, ...] = ()


def drawn(content: Document, job: Job = QUIET) -> DrawnPages:
    """The pages of `content`, for any thread.

    Raises InputError for a logo that is no picture, CancelledError from `job`.
    """
    with tempfile.TemporaryDirectory(prefix="emgdesk-") as folder:
        published = render(content, Path(folder) / "preview.pdf", job=job)
        return DrawnPages(published.path.read_bytes(), published.pages, published.warnings)


class PagesView(QPdfView):
    """Shows the PDF it is given as bytes; `page_shown` tells (page from 1, pages)."""

    page_shown = Signal(int, int)
    zoom_changed = Signal(str)  # "125 %", "Fit width", "Whole page"
    found = Signal(int, int)  # the hit shown, from 1 (0: none), and how many there are

    def __init__(self) -> None:
        super().__init__()
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(12)
        self.setAccessibleName("Preview")
        # Not the view's own children: a document that closes while its view is torn down still paints on it.
        # They go after it, and always on this thread: a job may hold the last reference to the view.
        self._keeper = QObject()
        self.destroyed.connect(self._keeper.deleteLater)
        self._file = QPdfDocument(self._keeper)
        self._buffer = QBuffer(self._keeper)
        self._search = QPdfSearchModel(self._keeper)
        self._search.countChanged.connect(self._hits_changed)
        self.setSearchModel(self._search)
        self.pageNavigator().currentPageChanged.connect(self._tell_page)
        self.viewport().installEventFilter(self)

    @property
    def pages(self) -> int:
        return self._file.pageCount()

    def show_pdf(self, data: bytes) -> None:
        """Show these pages at the place and zoom of the ones before."""
        horizontal, vertical = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        old, old_buffer = self._file, self._buffer
        self._buffer = QBuffer(self._keeper)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._file = QPdfDocument(self._keeper)
        self._file.load(self._buffer)
        self.setDocument(self._file)
        self._search.setDocument(self._file)
        old.deleteLater()
        old_buffer.deleteLater()
        self.horizontalScrollBar().setValue(horizontal)
        self.verticalScrollBar().setValue(vertical)
        self._tell_page()

    def close_pdf(self) -> None:
        """Let go of the pages: nothing may be drawn while the window goes away."""
        self._search.setDocument(QPdfDocument(self._keeper))
        self._file.close()

    def go_to_page(self, page: int) -> None:
        """Scroll to a page, counted from 1."""
        if 1 <= page <= self.pages:
            self.pageNavigator().jump(page - 1, self.pageNavigator().currentLocation() * 0)

    def _tell_page(self) -> None:
        self.page_shown.emit(min(self.pageNavigator().currentPage() + 1, self.pages), self.pages)

    # zoom

    def fit_width(self) -> None:
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.zoom_changed.emit("Fit width")

    def fit_page(self) -> None:
        self.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.zoom_changed.emit("Whole page")

    def zoom_to(self, factor: float) -> None:
        """1.0 is the size on paper; the middle of the view stays where it is."""
        factor = max(STEPS[0], min(STEPS[-1], factor))
        bar = self.verticalScrollBar()
        middle = (bar.value() + bar.pageStep() / 2) / max(1, bar.maximum() + bar.pageStep())
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(factor)
        bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
        self.zoom_changed.emit(f"{round(factor * 100)} %")

    def zoom_by(self, steps: int) -> None:
        """The next larger (1) or smaller (-1) of the usual steps."""
        now = self.scale()
        if steps > 0:
            self.zoom_to(next((s for s in STEPS if s > now * 1.01), STEPS[-1]))
        else:
            self.zoom_to(next((s for s in reversed(STEPS) if s < now * 0.99), STEPS[0]))

    def scale(self) -> float:
        """The zoom in use, also where the width or the page decides it."""
        if self.zoomMode() == QPdfView.ZoomMode.Custom or not self.pages:
            return self.zoomFactor()
        margins = self.documentMargins()
        size = self._file.pagePointSize(self.pageNavigator().currentPage())
        dots = self.screen().logicalDotsPerInch() / 72
        width = (self.viewport().width() - margins.left() - margins.right()) / (size.width() * dots)
        if self.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            return width
        return min(width, (self.viewport().height() - self.pageSpacing()) / (size.height() * dots))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    # search

    def search_for(self, text: str) -> None:
        place = self.verticalScrollBar().value()
        self._search.setSearchString(text.strip())
        self.setCurrentSearchResultIndex(-1)
        self.verticalScrollBar().setValue(place)  # to let go of a hit is no reason to leave the page
        self._hits_changed()

    def step_hit(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place the text stands at, round and round."""
        count = self._search.rowCount(self._search.index(-1, 0))
        if count:
            self._show_hit((self.currentSearchResultIndex() + step) % count)

    def _hits_changed(self) -> None:
        count = self._search.rowCount(self._search.index(-1, 0))
        if count and self.currentSearchResultIndex() < 0:
            self._show_hit(0)
        self.found.emit(self.currentSearchResultIndex() + 1 if count else 0, count)

    def _show_hit(self, index: int) -> None:
        self.setCurrentSearchResultIndex(index)
        self._bring_into_view(self._search.resultAtIndex(index))
        self.found.emit(index + 1, self._search.rowCount(self._search.index(-1, 0)))

    def _bring_into_view(self, hit: QPdfLink) -> None:
        """Scroll until a hit stands in the upper half: the view itself goes to the page alone."""
        self.pageNavigator().jump(hit.page(), hit.location())
        scale = self.scale() * self.screen().logicalDotsPerInch() / 72
        above = sum(self._file.pagePointSize(page).height() * scale for page in range(hit.page()))
        above += self.pageSpacing() * hit.page() + self.documentMargins().top()
        place = above + hit.location().y() * scale - self.viewport().height() * _HIT_PLACE
        self.verticalScrollBar().setValue(round(place))
