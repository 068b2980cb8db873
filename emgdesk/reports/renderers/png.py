"""Documents as pictures: the pages of the PDF, drawn in dots.

A picture is one piece: nothing breaks, the page is as high as what stands on it. Of a document with a
chart it holds what stands before the chart, and the chart; the tables behind it are left to PDF and Word.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from emgdesk.jobs import QUIET, Job
from emgdesk.reports.blocks import Chart, Document, MandateChart
from emgdesk.reports.renderers.files import replacing
from emgdesk.reports.renderers.pdf import PdfResult, pdf_bytes
from emgdesk.reports.renderers.pdf.theme import BOTTOM, LEFT, RIGHT, TOP

_MARGIN = 1.0
"""Points left around what is cut out of a page."""
_TONES = 64
"""As many as the edges of letters and a few fills need: such a picture is half as heavy."""
_WHITE = 252
"""From here on a tone is white: mixing tones darkens the ground."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG file and its size in points."""

    content: bytes
    width: float
    height: float


def render_png(document: Document, path: Path, *, job: Job = QUIET) -> PdfResult:
    """Write `document` as a picture of `document.dpi` dots to the inch; its pages one below another.

    Raises OutputError if it cannot be written, CancelledError from `job`.
    """
    content, result = pdf_bytes(_pictured(document), endless=True, job=job)
    pages = list(_drawn(content, document.dpi, job))
    whole = Image.new("RGB", (max(p.width for p in pages), sum(p.height for p in pages)), "white")
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    with replacing(path) as part:
        whole.save(part, "PNG", dpi=(document.dpi, document.dpi))
    return replace(result, pages=1)


def page_pictures(document: Document, *, job: Job = QUIET) -> Iterator[Picture]:
    """What stands on each page of `document`, without margins and what is white above and below it."""
    content, _ = pdf_bytes(document, job=job)
    dots = document.dpi / 72
    for page in _drawn(content, document.dpi, job):
        box = [round(each * dots) for each in (LEFT - _MARGIN, TOP - _MARGIN, RIGHT - _MARGIN, BOTTOM)]
        inner = page.crop((box[0], box[1], page.width - box[2], page.height - box[3]))
        used = ImageChops.difference(inner, Image.new("RGB", inner.size, "white")).getbbox()
        if used:
            inner = inner.crop((0, max(used[1] - 2, 0), inner.width, min(used[3] + 2, inner.height)))
            file = BytesIO()
            _few_tones(inner).save(file, "PNG", dpi=(document.dpi, document.dpi), optimize=True)
            yield Picture(file.getvalue(), inner.width / dots, inner.height / dots)


def _few_tones(picture: Image.Image) -> Image.Image:
    """The picture in few tones, its ground as white as the page."""
    few = picture.quantize(_TONES, dither=Image.Dither.NONE)
    tones = few.getpalette() or []
    few.putpalette([255 if tone >= _WHITE else tone for tone in tones])
    return few


def _pictured(document: Document) -> Document:
    """The document up to its last chart, if it has one."""
    charts = [n for n, block in enumerate(document.blocks) if isinstance(block, Chart | MandateChart)]
    return replace(document, blocks=document.blocks[: charts[-1] + 1]) if charts else document


def _drawn(content: bytes, dpi: int, job: Job) -> Iterator[Image.Image]:
    pdf = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(pdf)):
            job.check_cancelled()
            job.report(f"Drawing page {number + 1} of {len(pdf)}")
            page = pdf[number]
            yield page.render(scale=dpi / 72).to_pil().convert("RGB")
            page.close()
    finally:
        pdf.close()
