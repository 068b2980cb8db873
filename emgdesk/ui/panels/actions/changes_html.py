"""Two wordings on the screen: what went is struck, what came underlined, so that it reads without colour."""

from html import escape

from emgdesk.domain.word_changes import word_changes
from emgdesk.ui.theme import tones

_SIGNS = {"removed": "s", "added": "u"}
_TONES = {"removed": "bad", "added": "good"}


def changes_html(old: str, new: str) -> str:
    """`old` and `new` (CommonMark, shown as typed) as one HTML paragraph with their differences."""
    tone = tones()
    parts: list[str] = []
    before = "same"
    for change in word_changes(old, new):
        text = escape(change.text).replace("\n", "<br>")
        beside = " " if (before, change.kind) == ("removed", "added") else ""
        before = change.kind
        if change.kind == "same":
            parts.append(text)
            continue
        sign, name = _SIGNS[change.kind], _TONES[change.kind]
        colours = f"color:{tone.named(name)};background-color:{tone.named(f'{name}_soft')}"
        parts.append(f'{beside}<{sign}><span style="{colours}">{text}</span></{sign}>')
    return f"<p style='line-height:135%'>{''.join(parts)}</p>"
