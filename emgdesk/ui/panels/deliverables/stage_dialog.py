"""A stage a deliverable reached: which one, when, at which meeting."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QPlainTextEdit, QWidget

from emgdesk.domain.dates import decided_on, written_date
from emgdesk.domain.statuses import DELIVERABLE_STAGES
from emgdesk.importing.sheets.cell_dates import iso_period
from emgdesk.operations.deliverable import add_stage, delete_stage, update_stage
from emgdesk.queries.deliverables import DeliverableRow, StageRow
from emgdesk.queries.meetings import MeetingRow
from emgdesk.ui.dialogs.form_dialog import FormDialog
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.line_edit import LineEdit


class StageDialog(FormDialog):
    """Adds a stage, or corrects or deletes the one given."""

    def __init__(
        self,
        services: Services,
        deliverable: DeliverableRow,
        stage: StageRow | None,
        meetings: Sequence[MeetingRow],
        parent: QWidget,
    ) -> None:
        title = "Stage" if stage is not None else "New stage"
        edition = f" ({deliverable.edition})" if deliverable.edition else ""
        intro = f"{deliverable.title}{edition}"
        super().__init__(services, title, "Save" if stage else "Add", intro, parent)
        self._deliverable, self._stage = deliverable, stage
        self._meetings = {m.id: m for m in meetings}
        self.stage = QComboBox()
        for word in DELIVERABLE_STAGES:
            self.stage.addItem(word.capitalize(), word)
        self.day = LineEdit()
        self.day.setPlaceholderText("2026-05-28, or a month: May 2026")
        self.meeting = QComboBox()
        self.meeting.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.meeting.setMinimumContentsLength(30)
        self.meeting.addItem("(no meeting)", None)
        for one in meetings:
            self.meeting.addItem(f"{one.code}  {written_date(one.date, one.end_date)}".strip(), one.id)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(80)
        self.add_row("&Stage", self.stage)
        self.add_row("&Date", self.day)
        self.add_row("&Meeting", self.meeting)
        self.add_row("&Note", self.note)
        self.meeting.activated.connect(lambda _at: self._meeting_chosen())
        self._show(stage)

    def _show(self, stage: StageRow | None) -> None:
        if stage is None:
            self.stage.setCurrentIndex(self.stage.findData(_next_stage(self._deliverable)))
            return
        self.stage.setCurrentIndex(self.stage.findData(stage.stage))
        self.day.setText(stage.date)
        self.meeting.setCurrentIndex(max(0, self.meeting.findData(stage.meeting_id)))
        self.note.setPlainText(stage.note)
        delete = self.buttons.addButton("Delete this stage", QDialogButtonBox.ButtonRole.DestructiveRole)
        delete.setAutoDefault(False)
        delete.clicked.connect(lambda: self.send("Delete stage", delete_stage, stage_id=stage.id))

    def _meeting_chosen(self) -> None:
        """A meeting that is chosen gives the day, and endorses unless something else was said."""
        meeting = self._meetings.get(str(self.meeting.currentData()))
        if meeting is not None and not self.day.text().strip():
            self.day.setText(decided_on(meeting.date, meeting.end_date))

    def submit(self) -> None:
        fields = {
            "stage": str(self.stage.currentData()), "date": _stored(self.day.text().strip()),
            "meeting_id": self.meeting.currentData(), "note": self.note.toPlainText(),
        }  # fmt: skip
        if self._stage is None:
            self.send("Add stage", add_stage, deliverable_id=self._deliverable.id, **fields)
        else:
            self.send("Change stage", update_stage, stage_id=self._stage.id, **fields)


def _next_stage(row: DeliverableRow) -> str:
    """The stage that most likely comes after those it has."""
    reached = {one.stage for one in row.stages}
    last = max((DELIVERABLE_STAGES.index(stage) for stage in reached), default=-1)
    return DELIVERABLE_STAGES[min(last + 1, len(DELIVERABLE_STAGES) - 1)]


def _stored(typed: str) -> str:
    """A day or a month as it is stored; what is neither stays as typed, to be refused with a sentence."""
    first, last = iso_period(typed, "dmy") if typed else ("", "")
    return first if first and last in ("", first) else typed
