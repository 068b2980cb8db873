"""Sections: page, columns, where page numbers begin, and the foot that shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.parts.document import DocumentPart

from emgdesk.reports.renderers.docx.elements import (
    RELATIONS,
    Element,
    Frame,
    el,
    paragraph,
    text_element,
    twips,
    val,
)
from emgdesk.reports.renderers.docx.scripts import printable
from emgdesk.reports.renderers.pdf.theme import (
    BOTTOM,
    COLUMN_GAP,
    FOOT,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    TOP,
)

STANDING = (PAGE_WIDTH, PAGE_HEIGHT)
"""Width and height of the usual page in points."""
WIDTH = PAGE_WIDTH - LEFT - RIGHT
"""The measure of its text."""


@dataclass(slots=True)
class Section:
    """What holds from one section break to the next.

    With `part` it opens a document of its own: a new page, numbered from 1. Without a `foot` of its own
    it has that of the section before. `page` is its width and height in points.
    """

    columns: int = 1
    part: bool = False
    continuous: bool = False
    foot: bool = False
    page: tuple[float, float] = STANDING

    def properties(self, foot: str) -> Element:
        """The element that ends the section; `foot` is the relationship of its foot, if it has its own."""
        reference = None
        if foot:
            reference = el("footerReference", type="default")
            reference.set(f"{{{RELATIONS}}}id", foot)
        columns = el("cols", num=self.columns, space=twips(COLUMN_GAP)) if self.columns > 1 else None
        return el(
            "sectPr",
            reference,
            val("type", "continuous" if self.continuous else "nextPage"),
            self._page(),
            el(
                "pgMar", top=twips(TOP), right=twips(RIGHT), bottom=twips(BOTTOM), left=twips(LEFT),
                header=twips(FOOT), footer=twips(FOOT), gutter=0,
            ),
            el("pgNumType", start=1) if self.part else None,
            columns if columns is not None else el("cols", space=twips(COLUMN_GAP)),
        )  # fmt: skip

    def _page(self) -> Element:
        width, height = self.page
        return el("pgSz", w=twips(width), h=twips(height), orient="landscape" if width > height else None)


def add_foot(document: DocumentPart, symbol: str, total: str, shown: int, width: float = WIDTH) -> str:
    """A foot with the symbol and "Page n of m", m what the field `total` gives; its relationship.

    `shown` stands for m until Word has worked it out.
    """
    part, relationship = document.add_footer_part()  # type: ignore[no-untyped-call]
    root = part.element
    for child in list(root):
        root.remove(child)
    frame = Frame("Footer", tabs=(("right", width),))
    root.append(paragraph(frame, tuple(_foot(symbol, total, shown))))
    return str(relationship)


def _foot(symbol: str, total: str, shown: int) -> Iterator[Element]:
    yield el("r", text_element(printable(symbol)), el("tab"), text_element("Page "))
    yield from _field("PAGE", 1)
    yield el("r", text_element(" of "))
    yield from _field(total, shown)


def _field(instruction: str, shown: int) -> Iterator[Element]:
    """A field Word works out."""
    yield el("r", el("fldChar", fldCharType="begin"))
    yield el("r", text_element(f" {instruction} ", "instrText"))
    yield el("r", el("fldChar", fldCharType="separate"))
    yield el("r", text_element(str(shown)))
    yield el("r", el("fldChar", fldCharType="end"))
