"""The facts of a workstream, edited in place; how it stands; its purpose and its papers."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from emgdesk.operations.document import update_document
from emgdesk.queries.papers import PaperRow, list_papers
from emgdesk.queries.standing_told import standing_told
from emgdesk.queries.workstreams import ChapterRow, WorkstreamRow
from emgdesk.ui.doors import show_dialog
from emgdesk.ui.page import Page
from emgdesk.ui.pages.workstreams.papers import PaperDialog, Papers
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.commonmark import to_html
from emgdesk.ui.widgets.facts_form import Fact, FactGroup, FactsForm
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.text import button, label, link
from emgdesk.ui.widgets.text_dialog import TextDialog
from emgdesk.workspace import ChangeSet, Workspace

KINDS = (
    "Issue Management Group", "Consultative Process", "Task Team", "Core Working Group", "Working Group",
    "Coalition", "Network", "Nexus Dialogues", "Consultations", "Framework", "proposed topic",
)  # fmt: skip
NONE = "—"
_BESIDE = 640  # pixels from which the facts stand beside the rest
_NAMES = FactGroup(
    "Name",
    (
        Fact("name", "Name", tip="A correction; a new name from a day on is an event of the mandate"),
        Fact("short_name", "Short name", hint="as used in tables and badges"),
        Fact(
            "aliases",
            "Also written",
            "lines",
            hint="one spelling a line",
            tip="An import knows it by these too",
        ),
        Fact("kind", "Kind", "choice", ("", *KINDS), editable_choice=True),
    ),
)
_PLACE = FactGroup(
    "Place in the report",
    (Fact("chapter", "Chapter", "choice", (NONE,)), Fact("proposer", "Proposed by", hint="for a topic")),
)


class BodyOverview(Page):
    """The first sub-tab: of a workstream, or of a chapter.

    `edited(workstream_id, fields)` carries what `update_workstream` is to be given, `retitled(title)` the
    title of the chapter.
    `names_wanted` asks for all its names, `sheet_wanted(key)` for another sub-tab.
    """

    tables = ("document", "meeting", "mandate_event", "workstream")
    edited = Signal(str, dict)
    retitled = Signal(str)
    names_wanted = Signal()
    sheet_wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.workstream = WorkstreamOverview()
        self.workstream.edited.connect(self.edited)
        self.workstream.names_wanted.connect(self.names_wanted)
        self.workstream.sheet_wanted.connect(self.sheet_wanted)
        self.chapter = ChapterOverview()
        self.chapter.edited.connect(self.retitled)
        papers = self.workstream.papers
        papers.opened.connect(lambda key: services.navigator.show("document", key))
        papers.removed.connect(self._remove_paper)
        papers.wanted.connect(self._add_paper)
        self._workstream_id = ""
        self._stack = Stack()
        self._stack.addWidget(self.workstream)
        self._stack.addWidget(self.chapter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_workstream(
        self, row: WorkstreamRow, chapters: Sequence[ChapterRow], members: Sequence[str]
    ) -> None:
        """Show `row`; `members` are how many there are, in words."""
        self._stack.setCurrentWidget(self.workstream)
        self.workstream.show_workstream(row, chapters, members)
        if row.id != self._workstream_id:
            self._workstream_id = row.id
            self.workstream.show_standing(())
            self.read_soon()

    def show_chapter(self, row: ChapterRow) -> None:
        """Show a chapter."""
        self._workstream_id = ""
        self._stack.setCurrentWidget(self.chapter)
        self.chapter.show_chapter(row)

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if self._workstream_id:
            show = partial(self._show_told, self._workstream_id)
            load = partial(_load, workstream_id=self._workstream_id)
            self.services.load(load, show, latest=(id(self), "told"))

    def _show_told(self, workstream_id: str, found: tuple[tuple[str, ...], tuple[PaperRow, ...]]) -> None:
        if workstream_id == self._workstream_id:
            self.workstream.show_standing(found[0])
            self.workstream.papers.show_papers(workstream_id, found[1])

    def _add_paper(self, others: tuple[PaperRow, ...]) -> None:
        show_dialog(PaperDialog(self.services, self._workstream_id, others, self.window()))

    def _remove_paper(self, key: str) -> None:
        self.services.do("Remove paper of a workstream", update_document, document_id=key, workstream_id=None)

    def revert(self) -> None:
        """Show again what stands on the desk."""
        self.workstream.revert()
        self.chapter.form.revert()


class WorkstreamOverview(QScrollArea):
    """Facts at the left; how it stands, purpose and papers at the right."""

    edited = Signal(str, dict)
    names_wanted = Signal()
    sheet_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self._chapters: dict[str, str] = {}
        self._standing: tuple[str, ...] = ()
        self._people: tuple[str, ...] = ()
        self.form = FactsForm((_NAMES, _PLACE))
        self.form.edited.connect(self._edited)
        combo = cast(QComboBox, self.form.widget("chapter"))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(24)
        self.stands = label(wrap=True)
        self.stands.setTextFormat(Qt.TextFormat.PlainText)
        self.purpose = Purpose()
        self.purpose.edited.connect(lambda key, text: self.edited.emit(key, {"purpose": text}))
        self.papers = Papers()
        self.setWidget(self._body())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _body(self) -> QWidget:
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addWidget(link("Names and spellings with their dates…", self.names_wanted.emit))
        left.addStretch()
        ways = QHBoxLayout()
        ways.setSpacing(14)
        for key, words in (("mandate", "Mandate"), ("members", "Members"), ("work_plan", "Work plan")):
            ways.addWidget(link(words, partial(self.sheet_wanted.emit, key)))
        ways.addStretch()
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(label("How it stands", "group"))
        right.addWidget(self.stands)
        right.addLayout(ways)
        right.addSpacing(8)
        right.addWidget(self.purpose, 1)
        right.addWidget(self.papers)
        body = QWidget()
        body.setObjectName("sheet")
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(32)
        row.addLayout(left, 3)
        row.addLayout(right, 3)
        return body

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = event.size().width() >= _BESIDE
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        super().resizeEvent(event)

    def show_workstream(
        self, row: WorkstreamRow, chapters: Sequence[ChapterRow], members: Sequence[str]
    ) -> None:
        """Show `row`; `chapters` are those it may stand in."""
        self._id = row.id
        self._chapters = {f"{c.label} {c.title}": c.id for c in chapters}
        combo, words = cast(QComboBox, self.form.widget("chapter")), [NONE, *self._chapters]
        if [combo.itemText(at) for at in range(combo.count())] != words:
            combo.clear()
            combo.addItems(words)
        self.form.show_values(
            {
                "name": row.name, "short_name": row.short_name, "aliases": "\n".join(row.aliases),
                "kind": row.kind, "chapter": row.chapter or NONE, "proposer": row.proposer,
            }
        )  # fmt: skip
        led = f"Led by {row.leads}." if row.leads else ""
        officer = f"{row.officer} answers for it in the secretariat." if row.officer else ""
        self._people = tuple(words for words in (led, officer, *members) if words)
        self.show_standing(self._standing)
        self.purpose.show_text(row.id, row.purpose)

    def show_standing(self, words: tuple[str, ...]) -> None:
        """Say how it stands, and who is in it."""
        self._standing = words
        lines = [f"{part[:1].upper()}{part[1:]}." for part in words]
        self.stands.setText("\n".join((*lines, *self._people)))

    def _edited(self, key: str, text: str) -> None:
        fields: dict[str, Any] = {key: text}
        if key == "aliases":
            fields = {"aliases": tuple(line.strip() for line in text.splitlines() if line.strip())}
        elif key == "chapter":
            fields = {"chapter_id": self._chapters.get(text)}
        self.edited.emit(self._id, fields)

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
    """The purpose as it prints; Edit opens the window to write it in.

    `edited(workstream_id, text)` names the workstream it was opened for, whichever is in view by then.
    """

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._id, self._text = "", ""
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

    def show_text(self, workstream_id: str, text: str) -> None:
        self._id, self._text = workstream_id, text
        self.shown.setHtml(to_html(text))

    def edit(self) -> None:
        key, before = self._id, self._text
        dialog = TextDialog("Purpose", before, "What this workstream is for", self)

        def keep() -> None:
            if dialog.text() != before:
                self.edited.emit(key, dialog.text())

        dialog.accepted.connect(keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_text"):
            self.show_text(self._id, self._text)


def _load(workspace: Workspace, workstream_id: str) -> tuple[tuple[str, ...], tuple[PaperRow, ...]]:
    words = workspace.read(standing_told, workstream_id=workstream_id, today=date.today())
    return words, workspace.read(list_papers)
