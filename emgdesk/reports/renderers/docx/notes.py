"""Footnotes: a part of their own, numbered by Word where the marks run on, else with their marks as text."""

from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.document import DocumentPart
from lxml import etree

from emgdesk.reports.blocks import Text
from emgdesk.reports.renderers.docx.elements import Element, Frame, el, paragraph, text_element
from emgdesk.reports.renderers.docx.runs import Setter, raised
from emgdesk.reports.renderers.docx.scripts import printable

_SEPARATORS = ("separator", "continuationSeparator")


class NoteCollector:
    """The notes of one document in the order of their marks."""

    def __init__(self, document: DocumentPart) -> None:
        self._document = document
        self._part: Part | None = None
        self._notes: list[Element] = []
        self._counted = 0
        self._setter = Setter(self._relate)

    def reference(self, mark: str, note: Text) -> Element:
        """The mark in the text; Word counts it itself if `mark` is the next number."""
        mark = printable(mark).strip()
        counted = mark == str(self._counted + 1)
        self._counted += counted
        number = len(self._notes) + 1
        self._notes.append(self._note(number, "" if counted else mark, note))
        reference = el("footnoteReference", customMarkFollows=None if counted else 1, id=number)
        return raised(reference) if counted else raised(reference, text_element(mark))

    def finish(self) -> None:
        """Put the notes into the file, if there are any."""
        if not self._notes:
            return
        kinds = list(enumerate(_SEPARATORS, start=-1))
        root = el("footnotes", *(_separator(kind, number) for number, kind in kinds), *self._notes)
        content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._own_part()._blob = content
        wanted = el("footnotePr", *(el("footnote", id=number) for number, _ in kinds))
        self._document.settings.element.find("{*}compat").addprevious(wanted)

    def _note(self, number: int, own_mark: str, note: Text) -> Element:
        mark = raised(text_element(own_mark) if own_mark else el("footnoteRef"))
        bidi, runs = self._setter.runs(note, by_first_letter=True)
        return el("footnote", paragraph(Frame("FootnoteText", bidi=bidi), _after(mark, runs)), id=number)

    def _relate(self, address: str) -> str:
        return self._own_part().relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def _own_part(self) -> Part:
        if self._part is None:
            name = PackURI("/word/footnotes.xml")
            self._part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, b"", self._document.package)
            self._document.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        return self._part


def _after(mark: Element, runs: list[Element]) -> Iterator[Element]:
    yield mark
    yield el("r", text_element(" "))
    yield from runs


def _separator(kind: str, number: int) -> Element:
    spacing = el("pPr", el("spacing", before=0, after=0, line=240, lineRule="auto"))
    return el("footnote", el("p", spacing, el("r", el(kind))), type=kind, id=number)
