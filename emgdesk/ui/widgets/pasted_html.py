"""Pasted HTML made harmless and plain: scripts, styles, hidden words and Word's own trimmings gone."""

import re
from html import escape
from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]

_DROPPED = frozenset(
    ("script", "style", "head", "title", "xml", "noscript", "iframe", "object", "svg", "math", "template",
     "select", "button", "textarea", "audio", "video", "canvas", "del")
)  # fmt: skip
"""Elements that go with everything in them; `del` is what a tracked change took away."""
_VOID = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "base", "col", "area", "wbr", "source", "embed")
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BLOCKS = frozenset(("p", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"))
_TABLE = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup"))
_APART = " | "  # between the cells of a row


def cleaned(html: str) -> str:
    """`html` with its words, paragraphs, lists, bold, italics and web links alone.

    A row of a table becomes a paragraph, its cells parted by bars.
    """
    cleaner = _Cleaner()
    cleaner.feed(html)
    cleaner.close()
    return "".join(cleaner.made)


class _Cleaner(HTMLParser):
    """Comments and declarations, Word's conditional ones included, are dropped by doing nothing with them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.made: list[str] = []
        self._dropping: list[str] = []  # the dropped elements that are open, outermost first
        self._cells: list[int] = []  # of each open row, the cells begun

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "body":
            self._dropping.clear()  # whatever the head left open
        if tag in _VOID:
            if tag == "br" and not self._dropping:
                self.made.append("<br>")
        elif self._dropping or tag in _DROPPED or _is_hidden(given):
            self._dropping.append(tag)
        elif tag in _TABLE:
            self._table(tag)
        elif not (self._cells and tag in _BLOCKS):
            self.made.append(_opened(tag, given))
        else:
            self.made.append(" ")

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        if tag == "br":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._dropping:
            while self._dropping.pop() != tag:
                pass
        elif self._dropping or tag in _VOID:
            return
        elif tag == "tr" and self._cells:
            self._cells.pop()
            self.made.append("</p>" if not self._cells else " ")
        elif tag not in _TABLE and not (self._cells and tag in _BLOCKS):
            self.made.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self.made.append(escape(data))

    def _table(self, tag: str) -> None:
        if tag == "tr":
            self.made.append("<p>" if not self._cells else " ")
            self._cells.append(0)
        elif tag in ("td", "th") and self._cells:
            self.made.append(_APART if self._cells[-1] else "")
            self._cells[-1] += 1


def _opened(tag: str, given: dict[str, str]) -> str:
    names = ("style", "href", "start", "type")
    kept = "".join(f' {name}="{escape(given[name])}"' for name in names if given.get(name))
    return f"<{tag}{kept}>"


def _is_hidden(given: dict[str, str]) -> bool:
    return "hidden" in given or _HIDDEN.search(given.get("style", "")) is not None
