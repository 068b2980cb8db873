"""The growing body: paragraphs, tables and sections in their order, and the room between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.document import DocumentPart

from emgdesk.reports.renderers.docx.elements import WORD, Element, Frame, change, el, paragraph
from emgdesk.reports.renderers.docx.notes import NoteCollector
from emgdesk.reports.renderers.docx.numbering import Numbering, Shape
from emgdesk.reports.renderers.docx.runs import Setter
from emgdesk.reports.renderers.docx.sections import STANDING, Section, add_foot
from emgdesk.reports.renderers.docx.styles import SPACES
from emgdesk.reports.renderers.pdf.theme import BOTTOM, LEFT, RIGHT, TABLE_SPACE, TOP


def _paragraphs(element: Element) -> list[Element]:
    """`element` if it is a paragraph, and those inside a table."""
    return list(element.iter(f"{{{WORD}}}p"))


@dataclass(slots=True)
class Line:
    """A paragraph before it is put into the file."""

    frame: Frame
    runs: list[Element] = field(default_factory=list)

    def element(self) -> Element:
        """The paragraph itself."""
        return paragraph(self.frame, tuple(self.runs))


class Flow:
    """One document in the making; `setter` and `numbering` serve all its texts.

    `totals` are the pages its parts are thought to take, for readers that do not count them themselves;
    a document that is no set has none. `page` is the width and height of its pages in points,
    `width` and `height` are those of their text.
    """

    def __init__(
        self,
        document: DocumentPart,
        symbol: str,
        totals: Sequence[int] = (),
        *,
        page: tuple[float, float] = STANDING,
    ) -> None:
        self.page = page
        self.width, self.height = page[0] - LEFT - RIGHT, page[1] - TOP - BOTTOM
        self.document = document
        self.notes = NoteCollector(document)
        self.numbering = Numbering()
        self.hangings: Mapping[str, float] = {}
        """How far behind their labels the texts of a style stand, alike in the whole document."""
        self.paragraph_shapes: frozenset[Shape] = frozenset()
        """How its numbered paragraphs are labelled."""
        self._addresses: dict[str, str] = {}
        self.setter = Setter(self._relate, self.notes)
        self._symbol = self._whole = symbol
        self._totals = list(totals)
        self._body = document.element.body
        self._section = Section(foot=True, page=page)
        self._fresh, self._breaks = True, False
        self._above = 0.0
        self._last: Element | None = None
        self.part = 0

    def add(self, lines: Sequence[Line]) -> None:
        """Put paragraphs under what stands already."""
        for line in lines:
            if self._above or self._breaks:
                before = SPACES[line.frame.style] if line.frame.before is None else line.frame.before
                line.frame = replace(
                    line.frame, before=before + self._above, page_break=line.frame.page_break or self._breaks
                )
            self._put(line.element())

    def add_table(self, table: Element, space: float = TABLE_SPACE) -> None:
        """Put a table with `space` above and below it."""
        if self._last is not None and not self._fresh:
            if self._last.tag == f"{{{WORD}}}tbl":
                self.add([Line(Frame("Gap"))])  # Word makes one table of two without anything between
            elif space:
                change(self._last, after=space)
        if self._breaks:
            change(_paragraphs(table)[0], page_break=True)
        self._put(table)
        self._above = space

    def break_page(self) -> None:
        """What follows begins on a new page."""
        self._breaks = not self._fresh

    def begin_columns(self, columns: int) -> None:
        """What follows runs in so many columns of the page."""
        if self._fresh:
            self._section.columns = columns
        else:
            self._end_section(within_part=True)
            self._section = Section(columns, continuous=not self._breaks, page=self.page)
            self._breaks = False

    def begin_part(self, symbol: str) -> None:
        """What follows is a document of its own, its pages numbered from 1."""
        if not self._fresh:
            self._end_part()
            self._end_section()
        self.part += 1
        self._section = Section(part=True, foot=True, page=self.page)
        self._symbol = symbol or self._whole
        self._breaks = False
        self._bookmark(self._body, f"Part_{self.part}", self.part * 2)

    def finish(self) -> None:
        """End the last section and write down lists and notes."""
        self._end_part()
        if self._last is not None:
            self._closing()  # Word wants a paragraph after the last table
        self._body.append(self._section.properties(self._foot(within_part=False)))
        numbering = self.document.numbering_part.element
        numbering.extend(list(self.numbering.elements()))
        self.notes.finish()

    def _put(self, element: Element) -> None:
        self._body.append(element)
        self._last = element
        self._fresh = self._breaks = False
        self._above = 0.0

    def _end_part(self) -> None:
        """Mark where the part ends: its number of pages is the number of that page."""
        if self._totals:
            self._bookmark(self._last_paragraph(), f"End_{self.part}", self.part * 2 + 1)

    def _end_section(self, *, within_part: bool = False) -> None:
        self._closing()[0].append(self._section.properties(self._foot(within_part)))
        self._fresh = True
        self._above = 0.0

    def _last_paragraph(self) -> Element:
        return self._closing() if self._last is None else _paragraphs(self._last)[-1]

    def _closing(self) -> Element:
        """The last paragraph; an empty one after a table."""
        if self._last is None or self._last.tag != f"{{{WORD}}}p":
            self._above = 0.0
            self._put(Line(Frame("Gap")).element())
        return self._last

    def _foot(self, within_part: bool) -> str:
        """The relationship of the section's foot; `within_part` if more of its part follows in another."""
        if not self._section.foot:
            return ""
        total, shown = "NUMPAGES", 1
        if self._totals:
            total = f"PAGEREF End_{self.part}" if within_part else "SECTIONPAGES"
            shown = self._totals[min(self.part, len(self._totals) - 1)]
        return add_foot(self.document, self._symbol, total, shown, self.width)

    def _bookmark(self, parent: Element, name: str, number: int) -> None:
        parent.append(el("bookmarkStart", id=number, name=name))
        parent.append(el("bookmarkEnd", id=number))

    def _relate(self, address: str) -> str:
        if address not in self._addresses:
            self._addresses[address] = self.document.relate_to(
                address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        return self._addresses[address]
