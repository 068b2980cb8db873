"""Elements of the Word format, made short: tags and attributes without their namespace."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any
"""An lxml element; lxml comes without types."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = {"w": WORD, "r": RELATIONS}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def el(tag: str, *children: Element | None, **attributes: str | int | float | None) -> Element:
    """A `w:` element with `w:` attributes; children and attributes that are None are left out."""
    element = etree.Element(f"{{{WORD}}}{tag}", nsmap=_NAMESPACES)
    for name, value in attributes.items():
        if value is not None:
            element.set(f"{{{WORD}}}{name}", str(value))
    element.extend([child for child in children if child is not None])
    return element


def flag(tag: str, on: bool) -> Element | None:
    """An element that says yes by being there."""
    return el(tag) if on else None


def val(tag: str, value: str | int | None) -> Element | None:
    """An element with one value, none for None."""
    return None if value is None else el(tag, val=value)


def text_element(text: str, tag: str = "t") -> Element:
    """The letters of a run, their outer spaces kept."""
    element = el(tag)
    element.text = text
    element.set(_SPACE, "preserve")
    return element


def twips(points: float) -> int:
    """Points as twentieths of one."""
    return round(points * 20)


@dataclass(slots=True)
class Frame:
    """How a paragraph stands, beside its style; lengths in points, None leaves them to the style.

    `number` is the list and the level it is counted in, `tabs` are (kind, place); with a `bar` a line
    stands before it, as beside changed text.
    """

    style: str
    keep_next: bool = False
    page_break: bool = False
    number: tuple[int, int] | None = None
    before: float | None = None
    after: float | None = None
    left: float | None = None
    hanging: float | None = None
    align: str | None = None
    bidi: bool = False
    tabs: tuple[tuple[str, float], ...] = ()
    bar: bool = False


def paragraph(frame: Frame, runs: Iterator[Element] | tuple[Element, ...] = ()) -> Element:
    """A paragraph of runs."""
    return el("p", _properties(frame), *runs)


def _properties(frame: Frame) -> Element:
    properties = el("pPr", val("pStyle", frame.style))
    parts = (
        flag("keepNext", frame.keep_next),
        flag("pageBreakBefore", frame.page_break),
        _number(frame.number),
        el("pBdr", el("left", val="single", sz=12, space=1, color="000000")) if frame.bar else None,
        el("tabs", *(el("tab", val=kind, pos=twips(at)) for kind, at in frame.tabs)) if frame.tabs else None,
        flag("bidi", frame.bidi),
        _spacing(frame),
        _indent(frame),
        val("jc", frame.align),
    )
    properties.extend([part for part in parts if part is not None])
    return properties


def _number(number: tuple[int, int] | None) -> Element | None:
    return el("numPr", val("ilvl", number[1]), val("numId", number[0])) if number else None


def _spacing(frame: Frame) -> Element | None:
    if frame.before is None and frame.after is None:
        return None
    before = None if frame.before is None else twips(frame.before)
    return el("spacing", before=before, after=None if frame.after is None else twips(frame.after))


def _indent(frame: Frame) -> Element | None:
    if frame.left is None:
        return None
    return el(
        "ind", left=twips(frame.left), hanging=twips(frame.hanging) if frame.hanging else None,
        firstLine=None if frame.hanging else 0,
    )  # fmt: skip


def change(paragraph_: Element, **changes: Any) -> None:
    """Say `keep_next`, `page_break`, `before` or `after` (points) of a paragraph that stands already."""
    properties = paragraph_[0]
    for name, value in changes.items():
        if name in ("before", "after"):
            spacing = properties.find(f"{{{WORD}}}spacing")
            if spacing is None:
                spacing = el("spacing")
                _insert(properties, spacing)
            spacing.set(f"{{{WORD}}}{name}", str(twips(value)))
        else:
            tag = {"keep_next": "keepNext", "page_break": "pageBreakBefore"}[name]
            if properties.find(f"{{{WORD}}}{tag}") is None:
                _insert(properties, el(tag))


_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs", "bidi", "spacing",
    "ind", "jc", "outlineLvl", "rPr", "sectPr",
)  # fmt: skip


def _insert(properties: Element, new: Element) -> None:
    """Put `new` where the format wants it among its brothers."""
    place = _ORDER.index(etree.QName(new).localname)
    index = sum(_ORDER.index(etree.QName(child).localname) < place for child in properties)
    properties.insert(index, new)
