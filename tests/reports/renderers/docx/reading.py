"""Reading Word files back: what Word would show, counted from the numbering of the file itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from emgdesk.domain.numbering import label
from emgdesk.reports.blocks import Block, Document
from emgdesk.reports.renderers.docx import render_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = {"decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


@dataclass(frozen=True)
class Shown:
    """A paragraph as Word shows it: style, label, text, level of its list (-1: in none)."""

    style: str
    label: str
    text: str
    level: int = -1


def render(folder: Path, *blocks: Block, **metadata: str) -> Path:
    """A document of `blocks` as a file."""
    path = folder / "document.docx"
    document = Document(metadata.pop("title", "Title"), blocks, **metadata)
    assert render_docx(document, path).missing == ()
    return path


def part(path: Path, name: str = "document"):
    """The root of a part of the file."""
    with ZipFile(path) as file:
        return etree.fromstring(file.read(f"word/{name}.xml"))


def targets(path: Path, name: str = "document") -> list[str]:
    """The web addresses a part of the file leads to."""
    with ZipFile(path) as file:
        relations = etree.fromstring(file.read(f"word/_rels/{name}.xml.rels"))
    return [relation.get("Target") for relation in relations if relation.get("TargetMode") == "External"]


def number(value, attribute: str = "val") -> str:
    return value.get(f"{W}{attribute}")


def shown(path: Path) -> list[Shown]:
    """Every paragraph of the body, those in tables too, labelled as Word counts."""
    counter = _Counter(path)
    return [counter.shown(element) for element in part(path).iter(f"{W}p")]


def labelled(path: Path) -> list[tuple[str, str]]:
    """Label and text of every paragraph that has a label."""
    return [(line.label, line.text) for line in shown(path) if line.label]


def text(element) -> str:
    """The letters of an element, line ends as they are."""
    return "".join(_letters(element))


def _letters(element) -> Iterator[str]:
    for child in element.iter():
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}br":
            yield "\n"
        elif child.tag == f"{W}tab" and child.getparent().tag == f"{W}r":
            yield "\t"


class _Counter:
    """Counts as Word does: by abstract list and level, a level anew below each item above it."""

    def __init__(self, path: Path) -> None:
        root = part(path, "numbering")
        abstract = {number(element, "abstractNumId"): element for element in root.iter(f"{W}abstractNum")}
        self._lists = {}
        for element in root.iter(f"{W}num"):
            key = number(element.find(f"{W}abstractNumId"))
            levels = {int(number(level, "ilvl")): level for level in abstract[key].iter(f"{W}lvl")}
            self._lists[number(element, "numId")] = (key, levels)
        self._counts: dict[tuple[str, int], int] = {}

    def shown(self, element) -> Shown:
        properties = element.find(f"{W}pPr")
        style = number(properties.find(f"{W}pStyle"))
        place = properties.find(f"{W}numPr")
        if place is None:
            return Shown(style, "", text(element))
        level = int(number(place.find(f"{W}ilvl")))
        return Shown(style, self._label(number(place.find(f"{W}numId")), level), text(element), level)

    def _label(self, key: str, level: int) -> str:
        abstract, levels = self._lists[key]
        start = int(number(levels[level].find(f"{W}start")))
        self._counts[abstract, level] = self._counts.get((abstract, level), start - 1) + 1
        for deeper in [at for name, at in self._counts if name == abstract and at > level]:
            del self._counts[abstract, deeper]
        kind = number(levels[level].find(f"{W}numFmt"))
        pattern = number(levels[level].find(f"{W}lvlText"))
        if kind == "bullet":
            return pattern
        count = self._counts[abstract, level]
        shown = f"{count:02d}" if kind == "decimalZero" else label(count, _STYLES[kind])
        return pattern.replace(f"%{level + 1}", shown)
