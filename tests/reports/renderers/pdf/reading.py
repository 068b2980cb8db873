"""Reading back what was rendered, with the reader the window uses."""

import re
import zlib
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument

from emgdesk.reports.blocks import Block, Document
from emgdesk.reports.renderers.pdf import PdfResult, render_pdf


def render(folder: Path, *blocks: Block, **metadata: str) -> tuple[PdfResult, Path]:
    """A document of `blocks` as a file."""
    path = folder / "document.pdf"
    document = Document(metadata.pop("title", "Title"), blocks, **metadata)
    return render_pdf(document, path), path


def pages(path: Path) -> list[str]:
    """The text of each page as it copies."""
    document = _opened(path)
    return [
        document.getAllText(number).text().replace("\r\n", "\n") for number in range(document.pageCount())
    ]


def bookmarks(path: Path) -> list[tuple[int, str, int]]:
    """Depth, title and page (from 0) of each line of the outline."""
    model = QPdfBookmarkModel()
    document = _opened(path)
    model.setDocument(document)

    def below(parent: QModelIndex) -> list[tuple[int, str, int]]:
        found = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            role = QPdfBookmarkModel.Role
            found.append((index.data(role.Level), index.data(role.Title), index.data(role.Page)))
            found.extend(below(index))
        return found

    return below(QModelIndex())


def metadata(path: Path) -> dict[str, str]:
    """Title, author, subject and creator."""
    fields = QPdfDocument.MetaDataField
    document = _opened(path)
    return {
        field.name.lower(): str(document.metaData(field))
        for field in (fields.Title, fields.Author, fields.Subject, fields.Creator)
    }


def fonts(path: Path) -> set[str]:
    """The names of the fonts, without the six letters that mark a subset."""
    names = re.findall(rb"/BaseFont /([A-Z]{6}\+)?([\w-]+)", path.read_bytes())
    return {name.decode() if tag else f"unembedded {name.decode()}" for tag, name in names}


def operators(path: Path) -> list[str]:
    """The drawing operators of each page."""
    found = re.findall(rb"stream\r?\n(.*?)endstream", path.read_bytes(), re.DOTALL)
    texts = []
    for content in found:
        try:
            text = zlib.decompress(content)
        except zlib.error:
            continue
        if b" TJ" in text:
            texts.append(text.decode("latin-1"))
    return texts


def _opened(path: Path) -> QPdfDocument:
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    return document
