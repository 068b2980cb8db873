"""A PDF drawn on paper by the printer the user chose, page by page at the printer's resolution."""

from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from emgdesk.errors import OutputError
from emgdesk.jobs import QUIET, Job

_BAND = 1000  # rows of dots drawn at once: a whole page at 1200 dpi would be half a gigabyte
_SHARP = 600  # dots per inch beyond which a page gains nothing


def print_pdf(data: bytes, printer: QPrinter, *, job: Job = QUIET) -> int:
    """Print the pages the dialog asked for; returns how many sheets' sides were drawn.

    Raises OutputError if the printer cannot be written to, CancelledError from `job`.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = _pages(printer, document.pageCount())
    painter = QPainter()
    printer.setFullPage(True)
    if not painter.begin(printer):
        raise OutputError("The printer cannot be reached; nothing was printed.")
    try:
        for done, page in enumerate(pages):
            job.check_cancelled()
            job.report(f"Printing page {done + 1} of {len(pages)}", done, len(pages))
            if done:
                printer.newPage()
            _draw(document, page, painter, printer)
    finally:
        painter.end()
        document.close()
    return len(pages)


def _pages(printer: QPrinter, count: int) -> list[int]:
    """Page numbers from 0, in printing order."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = list(range(first - 1, min(last, count)))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    if printer.supportsMultipleCopies() or printer.copyCount() == 1:
        return pages
    if printer.collateCopies():
        return pages * printer.copyCount()
    return [page for page in pages for _ in range(printer.copyCount())]


def _draw(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    """Fill the sheet with the page, keeping its shape, in bands of whole dots (no seams)."""
    points = document.pagePointSize(page)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / points.width(), paper.height() / points.height())
    coarse = ceil(scale * 72 / _SHARP)  # printer dots to one drawn dot, each way
    size = QSize(round(points.width() * scale / coarse), round(points.height() * scale / coarse))
    for top in range(0, size.height(), _BAND):
        band = QRect(0, top, size.width(), min(_BAND, size.height() - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(size)
        options.setScaledClipRect(band)
        image = document.render(page, band.size(), options)
        place = QRect(0, top * coarse, band.width() * coarse, band.height() * coarse)
        painter.drawImage(place, image)
