"""Beside the preview: which document, for which meeting, and its options."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from emgdesk.queries.meetings import MeetingRow
from emgdesk.queries.progress_issues import IssuedReport
from emgdesk.reports.catalog import DOCUMENTS, document
from emgdesk.ui.dialogs.document_dialog.options import OptionsForm
from emgdesk.ui.widgets.text import label, link

NO_MEETING = "Without a meeting"
_WITH_MEETING = ("meeting", "desk")  # what documents are printed of or for
_INTRODUCED = "progress-report"


@dataclass(frozen=True, slots=True)
class Choices:
    """What of the desk can be chosen: meetings, names of workstreams, acronyms, issued progress reports."""

    meetings: tuple[MeetingRow, ...] = ()
    workstreams: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    reports: tuple[IssuedReport, ...] = ()


class SidePanel(QWidget):
    """`changed` tells of another option or meeting, `document_changed` of another document.

    `introduction_wanted` asks to edit the first paragraphs of a progress report.
    """

    changed = Signal()
    document_changed = Signal()
    introduction_wanted = Signal()

    def __init__(self, name: str, meeting_id: str | None) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(240)
        self._names: Mapping[str, Sequence[object]] = {}
        self._meetings: tuple[MeetingRow, ...] = ()
        self._wanted = meeting_id
        self.document = QComboBox()
        self.document.setAccessibleName("Document")
        for kind in DOCUMENTS:
            self.document.addItem(kind.title, kind.name)
        self.document.setCurrentIndex(max(0, self.document.findData(name)))
        self.document.currentIndexChanged.connect(self._choose_document)
        self.meeting = QComboBox()
        self.meeting.setAccessibleName("Meeting")
        self.meeting.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.meeting.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.form = OptionsForm(document(name).options)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 0, 8)
        layout.setSpacing(4)
        self._of_meeting = QWidget()
        for text, box, held in (
            ("Document", self.document, QWidget()),
            ("Meeting", self.meeting, self._of_meeting),
        ):
            heading = label(text)
            heading.setBuddy(box)
            column = QVBoxLayout(held)
            column.setContentsMargins(0, 0, 16, 8)
            column.setSpacing(4)
            column.addWidget(heading)
            column.addWidget(box)
            layout.addWidget(held)
        self._introduction = link("Edit its introduction…", self.introduction_wanted.emit)
        layout.addWidget(self._introduction)
        head = QHBoxLayout()
        head.setContentsMargins(0, 4, 10, 0)
        head.addWidget(label("Options", "heading"), 1)
        head.addWidget(link("Back to defaults", self._back_to_defaults))
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)

    @property
    def name(self) -> str:
        """The document chosen, as the catalog names it."""
        return str(self.document.currentData())

    @property
    def meeting_id(self) -> str | None:
        """The meeting chosen, None where there is none or the document has no use for one."""
        if document(self.name).needs not in _WITH_MEETING:
            return None
        return self.meeting.currentData() or None

    def file_name(self) -> str:
        """A name to propose for a file, without suffix."""
        values = self.values()
        code = self.meeting.currentText() if self.meeting_id else values.get("entity", "")
        if document(self.name).needs == "workstream" and ";" not in values["workstreams"]:
            code = values["workstreams"].removeprefix("all")
        title = document(self.name).title
        return "".join(c if c not in '\\/:*?"<>|' else "-" for c in f"{code} {title}".strip())

    def values(self) -> dict[str, str]:
        return self.form.values()

    def set_values(self, values: Mapping[str, str]) -> None:
        """Show the options of the document chosen with these values, the others at their defaults."""
        self.form = OptionsForm(document(self.name).options, self._names)
        self.form.layout().setContentsMargins(0, 0, 16, 8)  # type: ignore[union-attr]
        self.form.set_values({**self._own(), **values})
        self.form.changed.connect(self.changed)
        self._scroll.setWidget(self.form)
        self.form.setAutoFillBackground(False)

    def _own(self) -> dict[str, str]:
        """What a document that needs an entity begins with: the first one."""
        entities = self._names.get("entity", ())
        return {"entity": str(entities[0])} if entities and document(self.name).needs == "entity" else {}

    def set_choices(self, choices: Choices) -> None:
        """What of the desk can be chosen."""
        self._names = {
            "names": choices.workstreams, "bodies": choices.workstreams, "entity": choices.entities,
            "report": choices.reports, "meetings": [meeting.code for meeting in choices.meetings],
        }  # fmt: skip
        self._meetings = choices.meetings
        self._fill_meetings()

    def _fill_meetings(self) -> None:
        self._of_meeting.setVisible(document(self.name).needs in _WITH_MEETING)
        self._introduction.setVisible(self.name == _INTRODUCED)
        self.meeting.blockSignals(True)
        self.meeting.clear()
        if document(self.name).needs == "desk":
            self.meeting.addItem(NO_MEETING, "")
        for meeting in self._meetings:
            self.meeting.addItem(meeting.code, meeting.id)
            self.meeting.setItemData(self.meeting.count() - 1, meeting.title, Qt.ItemDataRole.ToolTipRole)
        self.meeting.setCurrentIndex(max(0, self.meeting.findData(self._wanted or "")))
        self.meeting.blockSignals(False)

    def _choose_document(self) -> None:
        self._wanted = self.meeting_id or self._wanted
        self._fill_meetings()
        self.document_changed.emit()

    def _back_to_defaults(self) -> None:
        self.set_values({})
        self.changed.emit()
