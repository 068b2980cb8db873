"""The facts of the chosen item, edited in place."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from emgdesk.domain.agenda_times import TimesFinding
from emgdesk.domain.clock_times import read_times
from emgdesk.queries.agendas import AgendaRow
from emgdesk.queries.documents import DocumentRow
from emgdesk.ui.panels.agenda.lines import STYLES, heading
from emgdesk.ui.panels.agenda.papers import Papers
from emgdesk.ui.panels.agenda.shifting import Shifting
from emgdesk.ui.widgets.facts_form import Fact, FactGroup, FactsForm
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.several_completer import SeveralCompleter
from emgdesk.ui.widgets.text import IconButton, label
from emgdesk.ui.widgets.text_block import TextBlock

NONE = "—"
_KINDS = ("numbered item", "timed line without a label")
_FACTS = FactGroup(
    "",
    (
        Fact("title", "Title", "long"),
        Fact("start_time", "Begins", hint="no time", tip="A period such as 3:10 – 4:10 p.m. fills both"),
        Fact("end_time", "Ends", hint="no time"),
        Fact("kind", "Prints as", "choice", _KINDS),
        Fact("children_style", "Labels below", "choice", tuple(STYLES.values())),
        Fact("presenter", "Presenter", hint="as planned; several with “;”"),
        Fact("presented_by", "Presented by", hint="who did, for the report"),
        Fact("workstream", "Workstream", "choice", (NONE,)),
    ),
)
_SEVERAL = (
    "Tab and Shift+Tab step them in and out, Alt with the arrows moves them, "
    "Delete takes them off the agenda."
)
_NEW = (
    "Enter keeps it and begins the next one, Tab and Shift+Tab step it in and out. "
    "Enter in an empty line ends the writing."
)


class AgendaDetail(QScrollArea):
    """`edited(fields)` carries what `update_agenda_item` is to be told, or the style of the items below."""

    edited = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(290)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._streams: dict[str, str] = {}
        self._presenters: tuple[str, ...] = ()
        self.heading = label(role="heading")
        self.form = FactsForm((_FACTS,), label_width=92)
        self.form.edited.connect(self._edited)
        stream = cast(QComboBox, self.form.widget("workstream"))
        stream.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        stream.setMinimumContentsLength(12)
        self.shifting = Shifting()
        self.papers = Papers()
        self.notes = TextBlock("Notes for the chair", "What the chair should know of this item.")
        self.conclusion = TextBlock("Draft conclusion", "What the chair may conclude with.")
        self.notes.edited.connect(lambda text: self.edited.emit({"notes": text}))
        self.conclusion.edited.connect(lambda text: self.edited.emit({"draft_conclusion": text}))
        self.back = IconButton("Back to the agenda", "chevron-left")
        self.back.setProperty("link", True)
        self.back.hide()
        self._one_box, self._several_box = self._one(), self._several()
        sheet = QWidget()
        sheet.setObjectName("sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(18, 2, 12, 12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._one_box)
        column.addWidget(self._several_box)
        column.addStretch()
        self.setWidget(sheet)

    def _one(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        parts = (self.heading, self.form, self.shifting, self.papers, self.notes, self.conclusion)
        for part in parts:
            column.addWidget(part)
        return box

    def _several(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self.count = label(role="heading")
        self.hint = label(role="muted", wrap=True)
        column.addWidget(self.count)
        column.addWidget(self.hint)
        return box

    def offer(self, workstreams: Mapping[str, str], presenters: Sequence[str]) -> None:
        """What can be chosen: workstreams by key, names of those who may present."""
        self._streams = {name: key for key, name in workstreams.items()}
        combo = cast(QComboBox, self.form.widget("workstream"))
        words = [NONE, *self._streams]
        if [combo.itemText(at) for at in range(combo.count())] != words:
            combo.clear()
            combo.addItems(words)
        if tuple(presenters) != self._presenters:
            self._presenters = tuple(presenters)
            for key in ("presenter", "presented_by"):
                line = cast(LineEdit, self.form.widget(key))
                line.setCompleter(SeveralCompleter(self._presenters, line))

    def show_several(self, number: int) -> None:
        """Several items are selected."""
        self._say(f"{number} items selected", _SEVERAL)

    def show_new(self) -> None:
        """A new item is being written."""
        self._say("New item", _NEW)

    def _say(self, words: str, hint: str) -> None:
        self.count.setText(words)
        self.hint.setText(hint)
        self._one_box.hide()
        self._several_box.show()

    def show_item(
        self, row: AgendaRow, findings: Sequence[TimesFinding], register: Sequence[DocumentRow]
    ) -> None:
        """Show one item, what its times are at odds with, and its documents."""
        self._several_box.hide()
        self._one_box.show()
        self.heading.setText(heading(row))
        self.form.show_values(
            {
                "title": row.title, "start_time": row.start_time, "end_time": row.end_time,
                "kind": _KINDS[0 if row.numbered else 1], "children_style": STYLES[row.children_style],
                "presenter": row.presenter, "presented_by": row.presented_by,
                "workstream": row.workstream or NONE,
            }
        )  # fmt: skip
        self.shifting.show_findings(findings)
        self.papers.show_papers(row.documents, register)
        self.notes.show_text(row.notes)
        self.conclusion.show_text(row.draft_conclusion)

    def _edited(self, key: str, text: str) -> None:
        self.edited.emit(self._fields(key, text))

    def _fields(self, key: str, text: str) -> dict[str, Any]:
        if key == "kind":
            return {"numbered": text == _KINDS[0]}
        if key == "children_style":
            return {"children_style": next(style for style, words in STYLES.items() if words == text)}
        if key == "workstream":
            return {"workstream_id": self._streams.get(text)}
        both = read_times(text) if key == "start_time" else None
        return {key: text} if both is None else {"start_time": both[0], "end_time": both[1]}
