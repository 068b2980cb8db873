"""All wordings of an action along the meetings, and any two of them compared."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from emgdesk.domain.dates import written_date
from emgdesk.queries.wordings import WordingRow
from emgdesk.ui.widgets.changes_html import changes_html
from emgdesk.ui.widgets.text import label


def wording_name(row: WordingRow) -> str:
    """What a wording is called: "agreed by the technical segment, SOM31 technical (24 September 2031)"."""
    day = f" ({written_date(row.date)})" if row.date else ""
    changed = " with changes" if row.outcome == "amended" else ""
    first, _, rest = row.stage.partition(" ")
    return f"{first.capitalize()}{changed} {rest}, {row.code}{day}"


_SIGNS = "Struck: only in the older wording. Underlined: only in the newer one."
_ALL = "All wordings, one below the other"


class WordingsPane(QWidget):
    """Every wording with what it changed of the one before, or any two of them compared."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[WordingRow, ...] = ()
        self._action = ""
        self.old, self.new = QComboBox(), QComboBox()
        self.shown = QTextBrowser()
        self.shown.setAccessibleName("Differences")
        self.shown.setProperty("quiet", True)
        self.shown.setMinimumHeight(90)
        self.summary = label(role="muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(6)
        for words, box in (("&From", self.old), ("&To", self.new)):
            line = QHBoxLayout()
            caption = label(words, "muted")
            caption.setBuddy(box)
            caption.setMinimumWidth(40)
            box.setAccessibleName(words.replace("&", ""))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)
            box.activated.connect(lambda _at: self._show())
            line.addWidget(caption)
            line.addWidget(box, 1)
            layout.addLayout(line)
        layout.addWidget(self.summary)
        layout.addWidget(self.shown, 1)

    def show_wordings(self, rows: Sequence[WordingRow], action_id: str) -> None:
        """Show these; for another action than before all of them, one below the other."""
        kept = (self.old.currentIndex(), self.new.currentIndex())
        same = action_id == self._action and len(rows) == len(self._rows)
        self._rows, self._action = tuple(rows), action_id
        first, last = kept if same else (0, len(rows) - 1)
        names = [wording_name(row) for row in rows]
        for box, at, texts in ((self.old, first, [_ALL, *names]), (self.new, last, names)):
            box.clear()
            box.addItems(texts)
            box.setCurrentIndex(at)
        self._show()

    def _show(self) -> None:
        together = self.old.currentIndex() <= 0
        self.new.setEnabled(not together)
        self.old.setEnabled(len(self._rows) > 1)
        if together:
            self._show_all()
            return
        old, new = self._rows[self.old.currentIndex() - 1], self._rows[self.new.currentIndex()]
        self.summary.setText("The two wordings are the same." if old.text == new.text else _SIGNS)
        self.shown.setHtml(changes_html(old.text, new.text))

    def _show_all(self) -> None:
        texts = [row.text for row in self._rows]
        self.summary.setText("So far there is one wording." if len(texts) == 1 else _SIGNS if texts else "")
        parts = []
        for row, before in zip(self._rows, texts[:1] + texts[:-1], strict=True):
            unchanged = before == row.text and row is not self._rows[0]
            body = "<p>The same wording.</p>" if unchanged else changes_html(before, row.text)
            parts.append(f"<p><b>{escape(wording_name(row))}</b></p>{body}")
        self.shown.setHtml("".join(parts))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "summary"):
            self._show()
