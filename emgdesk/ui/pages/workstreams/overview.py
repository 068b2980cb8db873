"""The facts of a workstream, edited in place; its purpose as it prints, written in a window."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from emgdesk.queries.workstreams import ChapterRow, WorkstreamRow
from emgdesk.ui.widgets.commonmark import to_html
from emgdesk.ui.widgets.facts_form import Fact, FactGroup, FactsForm
from emgdesk.ui.widgets.text import button, label
from emgdesk.ui.widgets.text_dialog import TextDialog

KINDS = (
    "Issue Management Group", "Consultative Process", "Task Team", "Core Working Group", "Working Group",
    "Coalition", "Network", "Nexus Dialogues", "Consultations", "Framework", "proposed topic",
)  # fmt: skip
STATUSES = ("proposed", "active", "concluded")
NONE = "—"
_NAMES = FactGroup(
    "Name",
    (
        Fact("name", "Name"),
        Fact("short_name", "Short name", hint="as used in tables and badges"),
        Fact(
            "aliases",
            "Also written",
            "lines",
            hint="one spelling a line",
            tip="An import knows it by these too",
        ),
        Fact("kind", "Kind", "choice", ("", *KINDS), editable_choice=True),
        Fact("status", "Status", "choice", STATUSES),
    ),
)
_PLACE = FactGroup(
    "Place in the report",
    (Fact("chapter", "Chapter", "choice", (NONE,)), Fact("parent", "Part of", "choice", (NONE,))),
)
_ENTITIES = FactGroup(
    "Entities",
    (
        Fact("leads", "Leads", hint="UNEP; WHO"),
        Fact("members", "Members", "lines", hint="entities, separated by semicolons"),
    ),
)


class WorkstreamOverview(QScrollArea):
    """`edited(fields)` carries what `update_workstream` is to be given."""

    edited = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self._chapters: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self.form = FactsForm((_NAMES, _PLACE, _ENTITIES))
        self.form.edited.connect(self._edited)
        for key in ("chapter", "parent"):
            self._combo(key).setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            self._combo(key).setMinimumContentsLength(24)
        self.purpose = Purpose()
        self.purpose.edited.connect(lambda text: self.edited.emit({"purpose": text}))
        body = QWidget()
        body.setObjectName("sheet")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(body)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(32)
        row.addWidget(self.form, 3)
        row.addWidget(self.purpose, 2)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_workstream(
        self, row: WorkstreamRow, chapters: Sequence[ChapterRow], others: Sequence[WorkstreamRow]
    ) -> None:
        """Show `row`; `chapters` and `others` are what it may be put under."""
        self._chapters = {f"{c.label} {c.title}": c.id for c in chapters}
        self._parents = {w.name: w.id for w in others if w.id != row.id}
        self._fill("chapter", self._chapters)
        self._fill("parent", self._parents)
        self.form.show_values(
            {
                "name": row.name, "short_name": row.short_name, "aliases": "\n".join(row.aliases),
                "kind": row.kind, "status": row.status, "leads": row.leads, "members": row.members,
                "chapter": row.chapter or NONE, "parent": row.parent or NONE,
            }
        )  # fmt: skip
        self.purpose.show_text(row.purpose)

    def _combo(self, key: str) -> QComboBox:
        return cast(QComboBox, self.form.widget(key))

    def _fill(self, key: str, choices: dict[str, str]) -> None:
        combo = self._combo(key)
        words = [NONE, *choices]
        if [combo.itemText(at) for at in range(combo.count())] != words:
            combo.clear()
            combo.addItems(words)

    def _edited(self, key: str, text: str) -> None:
        if key == "aliases":
            self.edited.emit({"aliases": tuple(line.strip() for line in text.splitlines() if line.strip())})
        elif key == "chapter":
            self.edited.emit({"chapter_id": self._chapters.get(text)})
        elif key == "parent":
            self.edited.emit({"parent_id": self._parents.get(text)})
        else:
            self.edited.emit({key: text})

    def revert(self) -> None:
        self.form.revert()


class ChapterOverview(QWidget):
    """A chapter has a title only; `edited(title)` asks for another."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.form = FactsForm((FactGroup("Chapter of the report", (Fact("title", "Title"),)),))
        self.form.edited.connect(lambda _key, text: self.edited.emit(text))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self.form)
        layout.addWidget(label("Its number follows from the order of the chapters.", "muted"))
        layout.addStretch()

    def show_chapter(self, row: ChapterRow) -> None:
        self.form.show_values({"title": row.title})


class Purpose(QWidget):
    """The purpose as it prints; Edit opens the window to write it in."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.shown = QTextBrowser()
        self.shown.setOpenExternalLinks(False)
        self.shown.setOpenLinks(False)
        self.shown.setAccessibleName("Purpose")
        self.shown.setPlaceholderText("What this workstream is for")
        head = QHBoxLayout()
        head.addWidget(label("Purpose", "group"), 1)
        head.addWidget(button("Edit…", self.edit, "pencil"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.shown, 1)

    def show_text(self, text: str) -> None:
        self._text = text
        self.shown.setHtml(to_html(text))

    def edit(self) -> None:
        before = self._text
        dialog = TextDialog("Purpose", before, "What this workstream is for", self)
        dialog.accepted.connect(lambda: self.edited.emit(dialog.text()) if dialog.text() != before else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_text"):
            self.show_text(self._text)
