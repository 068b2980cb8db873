"""What an issue changed, on the screen: what went is struck, what came underlined."""

from collections.abc import Sequence
from html import escape

from emgdesk.domain.paragraph_changes import ParagraphChange
from emgdesk.domain.word_changes import word_changes
from emgdesk.ui.theme import tones

_WORDS = {"changed": "Changed", "added": "Added", "removed": "Removed"}
_SIGNS = {"removed": ("s", "bad"), "added": ("u", "good")}


def paragraphs_html(changes: Sequence[ParagraphChange]) -> str:
    """Each paragraph that differs, under a word that says how."""
    return "".join(
        f"<p style='color:{tones().muted};margin-bottom:0'>{_WORDS[change.kind]}</p>"
        f"<p style='margin-top:2px;line-height:135%'>{_words_html(change)}</p>"
        for change in changes
    )


def _words_html(change: ParagraphChange) -> str:
    label = f"{escape(change.label)} " if change.label else ""
    if change.kind != "changed":
        return label + _marked(change.kind, change.old or change.new)
    return label + "".join(_marked(part.kind, part.text) for part in word_changes(change.old, change.new))


def _marked(kind: str, text: str) -> str:
    if kind not in _SIGNS:
        return escape(text)
    sign, tone = _SIGNS[kind]
    colours = f"color:{tones().named(tone)};background-color:{tones().named(f'{tone}_soft')}"
    return f"<{sign}><span style='{colours}'>{escape(text)}</span></{sign}>"
