"""Content blocks to Word: real styles, numbering, tables and footnotes, so that texts can be finished there.

python-docx holds the package and its parts; what it has no word for (numbering
by our labels, footnotes, scripts) is written as elements of the format. Sizes
and distances are those of the PDF (`renderers.pdf.theme`), fonts are named, not
embedded.

Order of work: `writing` opens an empty package and puts `styles`, `sections`
and `notes` around the body; `body` hands each block to what sets its kind
(`heads`, `prose`, `tables`, `entries`); they make paragraphs (`elements`) out of
runs (`runs`), labelled by `numbering`.
"""

from dataclasses import dataclass
from pathlib import Path

from emgdesk.jobs import QUIET, Job
from emgdesk.reports.blocks import Document


@dataclass(frozen=True, slots=True)
class DocxResult:
    """What was written; `missing` are sentences on what of the document a Word file does not hold."""

    missing: tuple[str, ...] = ()


def render_docx(document: Document, path: Path, *, job: Job = QUIET) -> DocxResult:
    """Write `document` to `path`, which is replaced only when the whole file stands.

    Raises OutputError if it cannot be written, InputError for a logo that is no picture, CancelledError
    from `job`.
    """
    from emgdesk.reports.renderers.docx.writing import write_document

    return write_document(document, path, job)
