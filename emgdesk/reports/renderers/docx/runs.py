"""Content text to runs: its dress, its scripts, its links and footnotes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Protocol
from urllib.parse import quote, urlsplit

from emgdesk.reports.blocks import Run, Text, marks_apart, plain
from emgdesk.reports.renderers.docx.elements import RELATIONS, Element, el, flag, text_element, val
from emgdesk.reports.renderers.docx.scripts import Script, Stretch, printable, stretches
from emgdesk.reports.renderers.pdf.text.bidi import base_level
from emgdesk.reports.richtext import LINK_SCHEMES


class Footnotes(Protocol):
    """What takes the notes of a document."""

    def reference(self, mark: str, note: Text) -> Element:
        """The run that stands in the text for `note`."""


class Setter:
    """Sets the texts of one part of a file; `relate` gives the relationship of a web address."""

    def __init__(self, relate: Callable[[str], str], footnotes: Footnotes | None = None) -> None:
        self._relate = relate
        self._footnotes = footnotes

    def runs(
        self, text: Text, *, italic: bool = False, by_first_letter: bool = False
    ) -> tuple[bool, list[Element]]:
        """Whether `text` is read from the right, and its runs.

        `italic` says that the style of the paragraph is: what is set apart in it then stands upright.
        """
        given = (Run(text),) if isinstance(text, str) else text
        filled = marks_apart(run for run in given if run.text or run.note)
        parts = _trimmed([replace(run, text=printable(run.text)) for run in filled])
        base = base_level(plain(tuple(parts))) if by_first_letter else 0
        runs: list[Element] = []
        for link, group in groupby(parts, key=lambda run: address(run.link)):
            inner = [element for run in group for element in self._run(run, base, italic, bool(link))]
            runs += [self._link(link, inner)] if link else inner
        return base == 1, runs

    def _run(self, run: Run, base: int, italic: bool, linked: bool) -> Iterator[Element]:
        if run.note and self._footnotes:
            yield self._footnotes.reference(run.text, run.note)
            return
        if run.note is not None:
            yield raised(text_element(run.text))
            return
        for index, line in enumerate(run.text.split("\n")):
            if index:
                yield el("r", el("br"))
            for stretch in stretches(line, base):
                yield el("r", _dress(run, stretch, italic, linked), text_element(stretch.text))

    def _link(self, link: str, runs: Sequence[Element]) -> Element:
        element = el("hyperlink", *runs, history=1)
        element.set(f"{{{RELATIONS}}}id", self._relate(link))
        return element


def _trimmed(parts: list[Run]) -> list[Run]:
    """`parts` without the line breaks and spaces at their very ends."""
    while parts and not parts[-1].note and not parts[-1].text.strip():
        parts.pop()
    while parts and not parts[0].note and not parts[0].text.strip():
        parts.pop(0)
    if parts and not parts[0].note:
        parts[0] = replace(parts[0], text=parts[0].text.lstrip("\n"))
    if parts and not parts[-1].note:
        parts[-1] = replace(parts[-1], text=parts[-1].text.rstrip("\n"))
    return parts


def _dress(run: Run, stretch: Stretch, italic: bool, linked: bool) -> Element | None:
    slanted = None if not run.italic else 0 if italic else 1
    parts = [
        val("rStyle", "Hyperlink" if linked else None),
        _fonts(stretch.script),
        *([el("b"), el("bCs")] if run.bold else []),
        *([] if slanted is None else [el("i", val=slanted), el("iCs", val=slanted)]),
        flag("strike", run.struck),
        val("u", "single" if run.underlined else None),
        flag("rtl", stretch.rtl),
        flag("cs", stretch.script.slot == "cs" and not stretch.rtl),
        _language(stretch.script),
    ]
    found = [part for part in parts if part is not None]
    return el("rPr", *found) if found else None


def _fonts(script: Script) -> Element | None:
    if not script.slot:
        return None
    hint = "eastAsia" if script.slot == "eastAsia" else "cs"
    return el("rFonts", **{"hint": hint, script.slot: script.font})


def _language(script: Script) -> Element | None:
    if not script.slot:
        return None
    return el("lang", **{"bidi" if script.slot == "cs" else "eastAsia": script.language})


def raised(*content: Element) -> Element:
    """A run that stands as the mark of a footnote does."""
    return el("r", el("rPr", val("rStyle", "FootnoteReference")), *content)


def address(link: str | None) -> str:
    """A web address Word accepts as the target of a link; "" for one it would stumble over."""
    if not link:
        return ""
    cleaned = printable(link).replace("\n", "").strip()
    try:
        parts = urlsplit(cleaned)
        known = parts.scheme.lower() in LINK_SCHEMES and bool(parts.netloc or parts.path)
        _ = parts.port
    except ValueError:
        return ""
    return quote(cleaned, safe="!#$%&'()*+,-./:;=?@_~") if known else ""
