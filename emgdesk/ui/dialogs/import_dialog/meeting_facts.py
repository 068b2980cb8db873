"""What a meeting workbook says of its meeting: made, or which facts change."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.importing.meetings.plan import MeetingPlan
from emgdesk.ui.widgets.chips import Chip
from emgdesk.ui.widgets.text import label, tool

_VERDICTS = {"new": ("New meeting", "accent"), "changed": ("Changes", "good"), "same": ("Same", "")}
_WORDS = {"som_number": "SOM number", "zone_label": "Time zone label"}


class MeetingFactsBox(QWidget):
    """One line on the meeting; its facts below it on demand."""

    def __init__(self) -> None:
        super().__init__()
        self.chip = Chip()
        self.text = label(role="heading")
        self.more = tool("Facts", self._toggle, "list")
        self.more.setCheckable(True)
        self._facts = QWidget()
        self._facts.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.chip)
        line.addWidget(self.text)
        line.addWidget(self.more)
        line.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(line)
        self._column.addWidget(self._facts)

    def show_plan(self, plan: MeetingPlan) -> None:
        """Say what the import does to the meeting itself."""
        self.chip.set(*_VERDICTS[plan.verdict])
        self.text.setText(" – ".join(part for part in (plan.facts.code, plan.facts.title) if part))
        rows = [
            (fact_word(key), "", str(value))
            for key, value in plan.facts.told().items()
            if key not in ("code", "title")
        ]
        if plan.verdict != "new":
            rows = [
                (fact_word(key), str(old or "–"), str(new or "–")) for key, (old, new) in plan.changes.items()
            ]
        self.more.setVisible(bool(rows))
        self.more.setText(
            counted(len(rows), "fact", "facts") + (" change" if plan.verdict == "changed" else "")
        )
        self._show_rows(rows)

    def _show_rows(self, rows: list[tuple[str, str, str]]) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(8, 0, 0, 6)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        half = (len(rows) + 1) // 2
        for at, (word, old, new) in enumerate(rows):
            line, column = at % half, 4 * (at // half)
            grid.addWidget(label(word, "muted"), line, column)
            if old:
                grid.addWidget(label(old, "muted"), line, column + 1)
            grid.addWidget(label(f"→ {new}" if old else new), line, column + 2)
            grid.setColumnMinimumWidth(column + 3, 30)
        grid.setColumnStretch(8, 1)
        body.setVisible(self.more.isChecked())
        self._column.replaceWidget(self._facts, body)
        self._facts.deleteLater()
        self._facts = body

    def _toggle(self) -> None:
        self._facts.setVisible(self.more.isChecked())


def fact_word(key: str) -> str:
    """The fact as its field is called on the screen."""
    return _WORDS.get(key, key.replace("_", " ").capitalize())
