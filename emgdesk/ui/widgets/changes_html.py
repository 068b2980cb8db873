"""What changed between two texts, on the screen: what went is struck, what came underlined."""

from collections.abc import Sequence
from html import escape

from emgdesk.domain.paragraph_changes import ParagraphChange
from emgdesk.domain.word_changes import word_changes
from emgdesk.ui.theme import tones

_WORDS = {"changed": "Changed", "added": "Added", "removed": "Removed"}
_SIGNS = {"removed": ("s", "bad"), "added": ("u", "good")}


def changes_html(old: str, new: str) -> str:
    """`old` and `new` (CommonMark, shown as typed) as one HTML paragraph with their differences."""
    return f"<p style='line-height:135%'>{_compared(old, new)}</p>"


def paragraphs_html(changes: Sequence[ParagraphChange]) -> str:
    """Each paragraph that differs, under a word that says how."""
    return "".join(
        f"<p style='color:{tones().muted};margin-bottom:0'>{_WORDS[change.kind]}</p>"
        f"<p style='margin-top:2px;line-height:135%'>{_paragraph(change)}</p>"
        for change in changes
    )


def _paragraph(change: ParagraphChange) -> str:
    label = f"{escape(change.label)} " if change.label else ""
    if change.kind != "changed":
        return label + _marked(change.kind, change.old or change.new)
    return label + _compared(change.old, change.new)


def _compared(old: str, new: str) -> str:
    """The words of both; a gap keeps what went from what came in its place."""
    made, before = "", "same"
    for part in word_changes(old, new):
        gap = " " if (before, part.kind) == ("removed", "added") else ""
        made += gap + _marked(part.kind, part.text)
        before = part.kind
    return made


def _marked(kind: str, text: str) -> str:
    words = escape(text).replace("\n", "<br>")
    if kind not in _SIGNS:
        return words
    sign, tone = _SIGNS[kind]
    colours = f"color:{tones().named(tone)};background-color:{tones().named(f'{tone}_soft')}"
    return f'<{sign}><span style="{colours}">{words}</span></{sign}>'
