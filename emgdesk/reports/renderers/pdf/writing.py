"""Filled pages to a file: the canvas, its metadata, and the foot of each page once all are known."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from emgdesk.jobs import Job
from emgdesk.reports.blocks import Document
from emgdesk.reports.renderers.files import replacing
from emgdesk.reports.renderers.pdf import MissingGlyph, PdfResult
from emgdesk.reports.renderers.pdf.bands import Sheet, text_mark
from emgdesk.reports.renderers.pdf.embedding import EmbeddedFonts
from emgdesk.reports.renderers.pdf.setting import set_document
from emgdesk.reports.renderers.pdf.text.breaking import clean
from emgdesk.reports.renderers.pdf.text.lines import Typesetter
from emgdesk.reports.renderers.pdf.theme import FOOT, FOOTER, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT

_LONGEST_QUOTE = 120


class _BareCanvas(Canvas):
    """A canvas that begins without a font: reportlab would begin every page with unembedded Helvetica."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def write_document(document: Document, path: Path, job: Job) -> PdfResult:
    """Set `document`, number its pages and write it whole to `path`."""
    content, result = made_document(document, job)
    with replacing(path) as part:
        part.write_bytes(content)
    return result


def made_document(document: Document, job: Job, *, endless: bool = False) -> tuple[bytes, PdfResult]:
    """Set `document` and number its pages.

    With `endless` nothing breaks by itself: a page is as high as what stands on it, and has no number.
    """
    setter = Typesetter()
    sheets = set_document(document, setter, job, endless=endless).sheets
    for own in parts_of(sheets):
        for number, sheet in enumerate(own, start=1):
            if sheet.numbered:
                _foot(sheet, setter, sheet.symbol or document.subject, f"Page {number} of {len(own)}")
    job.report("Writing the file")
    content = _pdf(document, sheets, setter)
    missing = [MissingGlyph(character, _around(character, text)) for character, text in setter.missing]
    return content, PdfResult(len(sheets), tuple(missing))


def parts_of(sheets: Sequence[Sheet]) -> Iterator[list[Sheet]]:
    """The pages of each document of a set; all of them where it is no set."""
    for _, own in groupby(sheets, key=lambda sheet: sheet.part):
        yield list(own)


def _around(character: str, text: str) -> str:
    """`text`, or of a long one what stands around `character`."""
    if len(text) <= _LONGEST_QUOTE:
        return text
    start = max(0, text.index(character) - _LONGEST_QUOTE // 2)
    return f"…{text[start : start + _LONGEST_QUOTE]}…"


def _foot(sheet: Sheet, setter: Typesetter, symbol: str, number: str) -> None:
    width = sheet.width - LEFT - RIGHT
    for text, right in ((symbol, False), (number, True)):
        for line in setter.lines(text, FOOTER, width)[:1]:
            text_mark(line, FOOTER, width, right=right).draw(sheet, LEFT, FOOT + FOOTER.leading * 0.5)


def _pdf(document: Document, sheets: list[Sheet], setter: Typesetter) -> bytes:
    buffer = BytesIO()
    canvas = _BareCanvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=0,
        pdfVersion=(1, 7),
        lang=document.language,
    )
    canvas.setTitle(clean(document.title))
    canvas.setAuthor(clean(document.author))
    canvas.setSubject(clean(document.subject))
    canvas.setCreator("emgdesk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    inner = canvas._doc  # type: ignore[attr-defined]
    inner.defaultStreamFilters = [PDFZCompress]
    inner.delayedFonts.append(EmbeddedFonts(setter.shaper.fonts.values()))
    deepest = -1
    for sheet in sheets:
        deepest = _draw(canvas, sheet, deepest)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, sheet: Sheet, deepest: int) -> int:
    """Draw one page; the outline level reached (a bookmark is at most one deeper than the one before it)."""
    canvas.setPageSize((sheet.width, sheet.height - sheet.cut))
    if sheet.cut:
        canvas.translate(0, -sheet.cut)
    for picture, left, bottom, width, height in sheet.pictures:
        canvas.drawImage(str(picture), left, bottom, width, height, mask="auto")
    canvas.addLiteral("\n".join(("q 2 J", *sheet.rules, "Q", "BT", *sheet.texts, "ET")))
    for area in sheet.areas:
        canvas.linkURL(area.address, (area.left, area.bottom, area.right, area.top), relative=1, thickness=0)
    for level, title, top in sheet.bookmarks:
        deepest = min(level - 1, deepest + 1)
        key = f"{canvas.getPageNumber()}-{top:.0f}-{title}"
        canvas.bookmarkPage(key, fit="XYZ", left=0, top=top - sheet.cut + 12)
        canvas.addOutlineEntry(title, key, deepest)
    return deepest
