"""CommonMark for the screen: shown as the printed document reads it, and made from pasted text."""

import re
from collections.abc import Iterator
from html import escape

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment, QTextListFormat

from emgdesk.reports.blocks import Block, ItemList, ListItem, Paragraph, Run, plain
from emgdesk.reports.richtext import BULLET, to_blocks
from emgdesk.ui.widgets.pasted_html import cleaned

_SPECIAL = re.compile(r"([\\*`\[\]]|(?<!\w)_|_(?!\w))")
_AT_START = re.compile(
    r"^([ \t]*)(?:(>|[#+~=-](?=\s|$|[#+~=-]))|(\d{1,9})([.)])(?=\s|$))", re.MULTILINE
)  # what begins a list, a heading, a quotation
_OUTER_SIGNS = re.compile(r"^([^\w\s]*)(.*?)([^\w\s]*)$", re.DOTALL)
_ADDRESS = re.compile(r"^(?:https?|mailto|doc):", re.IGNORECASE)
_UNSAFE_IN_ADDRESS = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"}
_WORD_BULLET = re.compile(r"^[·•▪◦‣§]\s+")
_WORD_NUMBER = re.compile(r"^(\d{1,4})[.)](?:\xa0| {2,})[\s\xa0]*")
_NUMBERED = (
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListUpperAlpha,
    QTextListFormat.Style.ListLowerRoman,
    QTextListFormat.Style.ListUpperRoman,
)


def to_html(text: str) -> str:
    """`text` (CommonMark) as the HTML Qt's rich text shows; what cannot be printed shows as typed."""
    return "".join(_block_html(block) for block in to_blocks(text))


def to_words(text: str) -> str:
    """The words of `text` (CommonMark) on one line, without its marks."""
    return " ".join(word for block in to_blocks(text) for word in _words(block).split())


def _words(block: Block) -> str:
    if isinstance(block, Paragraph):
        return plain(block.text)
    if isinstance(block, ItemList):
        return " ".join(_words(inner) for item in block.items for inner in item.blocks)
    return ""


def _block_html(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_runs_html(block.text)}</p>"
    if not isinstance(block, ItemList):
        return ""
    items = "".join(f"<li>{_item_html(item)}</li>" for item in block.items)
    first = block.items[0].label if block.items else BULLET
    if first == BULLET:
        return f"<ul>{items}</ul>"
    return f'<ol start="{first.rstrip(".)")}">{items}</ol>'


def _item_html(item: ListItem) -> str:
    """Without a paragraph around its first text: Qt would set the items far apart."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return "".join(map(_block_html, item.blocks))
    return _runs_html(first.text) + "".join(map(_block_html, item.blocks[1:]))


def _runs_html(text: str | tuple[Run, ...]) -> str:
    if isinstance(text, str):
        return escape(text)
    return "".join(_run_html(run) for run in text)


def _run_html(run: Run) -> str:
    html = escape(run.text).replace("\n", "<br>")
    if run.bold:
        html = f"<b>{html}</b>"
    if run.italic:
        html = f"<i>{html}</i>"
    return f'<a href="{escape(run.link)}">{html}</a>' if run.link else html


def from_html(html: str) -> str:
    """Pasted HTML (Word, a mail, a web page) as CommonMark; fonts, colours and scripts are dropped.

    Links keep their address where it is one of the web, of a mail or of a document (`doc:`).
    """
    document = QTextDocument()
    document.setHtml(cleaned(html))
    paragraphs: list[str] = []
    in_list = False
    for block in _blocks(document):
        line = _line(block)
        if not line.strip():
            continue
        prefix, line = _word_item(block, line)
        listed = bool(prefix) or block.textList() is not None
        prefix = prefix or (_prefix(block) if listed else "")
        if paragraphs:
            paragraphs.append("\n" if listed and in_list else "\n\n")
        words = _AT_START.sub(_as_letters, line.strip())
        paragraphs.append(prefix + words.replace("\n", "\n" + " " * len(prefix)))
        in_list = listed
    return "".join(paragraphs)


def _as_letters(found: re.Match[str]) -> str:
    """A sign that would begin a list, heading or quotation, marked as the letter it is."""
    lead, sign, number, delimiter = found.groups()
    return f"{lead}\\{sign}" if sign else f"{lead}{number}\\{delimiter}"


def _word_item(block: QTextBlock, line: str) -> tuple[str, str]:
    """Word's own lists arrive as paragraphs with a drawn bullet or number: the mark, and the words alone."""
    bullet, number = _WORD_BULLET.match(line), _WORD_NUMBER.match(block.text())
    if bullet is not None:
        return "- ", line[bullet.end() :]
    if number is not None and block.textList() is None and line.lstrip().startswith(number[1]):
        return f"{number[1]}. ", line.lstrip()[len(number[1]) + 1 :].lstrip()
    return "", line


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _prefix(block: QTextBlock) -> str:
    group = block.textList()
    depth = max(group.format().indent() - 1, 0)
    if group.format().style() in _NUMBERED:
        return "   " * depth + f"{group.itemNumber(block) + group.format().start()}. "
    return "   " * depth + "- "


def _line(block: QTextBlock) -> str:
    parts: list[str] = []
    iterator = block.begin()
    fragments: list[QTextFragment] = []
    while not iterator.atEnd():
        fragments.append(iterator.fragment())
        iterator += 1
    texts = ["", *map(_plain, fragments), ""]
    for at, fragment in enumerate(fragments, start=1):
        parts.append(_fragment(fragment, texts[at - 1][-1:], texts[at + 1][:1]))
    return "".join(parts)


def _plain(fragment: QTextFragment) -> str:
    return fragment.text().replace("\u2028", "\n").replace("\xa0", " ").replace("\ufffc", "")


def _fragment(fragment: QTextFragment, before: str, after: str) -> str:
    """Words of one dress; `before` and `after` are the letters beside them, "" at an end."""
    text = _plain(fragment)
    if not text.strip():
        return text
    form = fragment.charFormat()
    lead = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :]
    marks = "**" * (form.fontWeight() >= 600) + "*" * form.fontItalic()
    if form.isAnchor():
        lead_word = tail_word = False
    else:
        lead_word, tail_word = not lead and _is_letter(before), not tail and _is_letter(after)
    body = _marked(text.strip(), marks, lead_word, tail_word)
    if form.isAnchor() and _ADDRESS.match(form.anchorHref().strip()):
        address = "".join(_UNSAFE_IN_ADDRESS.get(c, c) for c in form.anchorHref().strip())
        body = f"[{body}]({address})"
    return lead + body + tail


def _is_letter(sign: str) -> bool:
    return bool(sign) and (sign.isalnum() or sign == "_")


def _marked(words: str, marks: str, after_word: bool, before_word: bool) -> str:
    """`words` between marks; signs at an edge that a word touches stay outside, for marks to count."""
    first, inner, last = _OUTER_SIGNS.match(words).groups() if marks else ("", words, "")
    if not after_word:
        first, inner = "", first + inner
    if not before_word:
        inner, last = inner + last, ""
    if not inner:
        marks = ""
    first, inner, last = (_SPECIAL.sub(r"\\\1", part) for part in (first, inner, last))
    return f"{first}{marks}{inner}{marks[::-1]}{last}"
