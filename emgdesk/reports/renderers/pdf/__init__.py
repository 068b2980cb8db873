"""Content blocks to PDF: A4 pages in the house look, fonts embedded, text that copies and searches."""

from dataclasses import dataclass
from pathlib import Path

from emgdesk.jobs import QUIET, Job
from emgdesk.reports.blocks import Document


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character no shipped font has: it prints as a box; `text` is the name or cell it stood in."""

    character: str
    text: str


@dataclass(frozen=True, slots=True)
class PdfResult:
    """What was written: the number of pages, and each missing character once per text it stood in."""

    pages: int
    missing: tuple[MissingGlyph, ...] = ()


def render_pdf(document: Document, path: Path, *, job: Job = QUIET) -> PdfResult:
    """Write `document` to `path`, which is replaced only when the whole file stands.

    Raises OutputError if it cannot be written, CancelledError from `job`.
    """
    from emgdesk.reports.renderers.pdf.writing import write_document

    return write_document(document, path, job)
