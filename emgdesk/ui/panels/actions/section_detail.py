"""The chosen section: heading, workstream, label style and the stem its actions stand under."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.queries.actions import ActionSectionRow
from emgdesk.ui.widgets.facts_form import Fact, FactGroup, FactsForm
from emgdesk.ui.widgets.text import label

STYLES = {
    "a": "a) b) c)", "i": "i) ii) iii)", "1": "1) 2) 3)", "A": "A) B) C)", "I": "I) II) III)",
}  # fmt: skip
_FACTS = FactGroup(
    "",
    (
        Fact("heading", "Heading", "long"),
        Fact("workstream", "Workstream", hint="what it is about"),
        Fact("style", "Labels", "choice", tuple(STYLES.values())),
        Fact("stem", "Stem", "long", hint="The Senior Officials:", tip="Printed once, over the first action"),
    ),
)


class SectionDetail(QWidget):
    """`edited(key, text)`: a field of the form; `style` comes as the style itself."""

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.title = label(role="heading")
        self.caption = label(role="muted")
        self.form = FactsForm((_FACTS,), label_width=84)
        self.form.edited.connect(self._edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.caption)
        layout.addWidget(self.form)
        layout.addStretch(1)

    def show_section(self, row: ActionSectionRow, workstreams: Sequence[str]) -> None:
        """Show a section; `workstreams` are proposed while one is typed."""
        self.title.setText(f"Section {row.number}.")
        self.caption.setText(counted(len(row.actions), "action", "actions"))
        self.form.set_proposals("workstream", workstreams)
        values: dict[str, Any] = {
            "heading": row.heading, "workstream": row.workstream, "style": STYLES.get(row.style, row.style),
            "stem": row.actions[0].stem if row.actions else "",
        }  # fmt: skip
        self.form.show_values(values)
        self.form.widget("stem").setEnabled(bool(row.actions))

    def _edited(self, key: str, text: str) -> None:
        if key == "style":
            text = next((style for style, words in STYLES.items() if words == text), text)
        self.edited.emit(key, text)
