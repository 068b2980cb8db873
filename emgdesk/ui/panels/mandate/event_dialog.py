"""An event of a mandate: what happened, when, at which meeting, and what that kind of event needs."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSizePolicy, QWidget

from emgdesk.domain.codes import code_key
from emgdesk.domain.dates import decided_on
from emgdesk.domain.mandates import EVENTS, WITH_UNTIL
from emgdesk.domain.workstream_names import KIND_NAMES, workstream_key
from emgdesk.operations.mandate import add_event, update_event
from emgdesk.queries.actions import ActionSectionRow, list_actions
from emgdesk.queries.mandates import EventRow
from emgdesk.queries.meetings import MeetingRow
from emgdesk.ui.dialogs.form_dialog import FormDialog, choice
from emgdesk.ui.panels.mandate.event_fields import KIND_WORDS, needs
from emgdesk.ui.panels.mandate.part_date import PartDateField
from emgdesk.ui.panels.mandate.reading import LoadedMandate
from emgdesk.ui.panels.mandate.until_field import UntilField
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import label
from emgdesk.ui.widgets.typed_choice import TypedChoice

_LINES = 3
_LETTERS = 34  # of a decision's wording in the list of decisions
_NO_DECISION = "(none)"
_WHEN = "Say when: choose a meeting of the desk or give a date; the year alone will do."
_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class EventDialog(FormDialog):
    """Adds an event to the mandate given, or changes `row`; `made` carries the key of a new one."""

    def __init__(
        self, services: Services, mandate: LoadedMandate, parent: QWidget, row: EventRow | None = None
    ) -> None:
        title, do_it = ("Change event", "Change") if row else ("New event", "Add")
        super().__init__(services, title, do_it, f"What happened to {mandate.name}.", parent)
        self._mandate, self._row = mandate, row
        self._meetings: Mapping[str, MeetingRow] = {code_key(m.code): m for m in mandate.meetings}
        self._others = {key: name for key, name in mandate.bodies.items() if key != mandate.id}
        self._proposed = ""  # the date that came from a meeting
        self._make(mandate)
        self._lay_out()
        self._wire()
        self._fill(row)

    def _make(self, mandate: LoadedMandate) -> None:
        self.kind = choice(KIND_WORDS)
        self.meaning = label("", "muted", wrap=True)
        self.meeting = TypedChoice([m.code for m in mandate.meetings])
        self.meeting.lineEdit().setPlaceholderText("a meeting of the desk, or typed")
        self.meeting_note = label("", "muted", wrap=True)
        self.date = PartDateField("day, month or year")
        self.decision = QComboBox()
        self.decision.setSizeAdjustPolicy(_SHORT)
        self.decision.setMinimumContentsLength(20)
        self.decision.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.other = TypedChoice(list(self._others.values()))
        self.other_note = label("", "muted", wrap=True)
        self.new_name = LineEdit()
        self.new_kind = TypedChoice(sorted({*KIND_NAMES.values(), *mandate.kinds}))
        self.until = UntilField()
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_LINES * self.note.fontMetrics().lineSpacing() + 14)

    def _lay_out(self) -> None:
        self.add_row("&What happened", self.kind)
        self.form.addRow(self.meaning)
        self.add_row("At the &meeting", self.meeting)
        self.form.addRow(self.meeting_note)
        self._decision_label = self.add_row("By the d&ecision", self.decision)
        self.add_row("&Date", self.date)
        self._other_label = self.add_row("&Other workstream", self.other)
        self.form.addRow(self.other_note)
        self._name_label = self.add_row("New &name", self.new_name)
        self._kind_label = self.add_row("New &kind", self.new_kind)
        self._until_label = self.add_row("&Until", self.until)
        self.add_row("No&te", self.note)

    def _wire(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _at: self._show_fields())
        self.meeting.currentTextChanged.connect(self._at_meeting)
        self.other.currentTextChanged.connect(lambda _text: self._tell_other())

    def _fill(self, row: EventRow | None) -> None:
        if row is None:
            self.kind.setCurrentIndex(EVENTS.index("extended" if self._mandate.events else "established"))
            self.meeting.setCurrentText("")
        else:
            event = row.event
            self.kind.setCurrentIndex(EVENTS.index(event.kind))
            self.meeting.setCurrentText(row.meeting)
            self.date.set_value(event.date)
            self.other.setCurrentText(row.other)
            self.new_name.setText(event.new_name)
            self.new_kind.setCurrentText(event.new_kind)
            self.until.set_value(event.until)
            self.note.setPlainText(row.note)
        self._show_fields()
        self._at_meeting(self.meeting.currentText())
        self.kind.setFocus()

    # --- fields that follow others ------------------------------------------------------------

    @property
    def event_kind(self) -> str:
        """The kind chosen, one of `domain.mandates.EVENTS`."""
        return EVENTS[self.kind.currentIndex()]

    def _show_fields(self) -> None:
        """Only what this kind of event needs."""
        wanted = needs(self.event_kind)
        self.meaning.setText(wanted.meaning)
        self._other_label.setText(f"&{wanted.other}")
        for shown, widgets in (
            (bool(wanted.other), (self.other, self._other_label)),
            (wanted.new_name, (self.new_name, self._name_label)),
            (wanted.new_kind, (self.new_kind, self._kind_label)),
            (wanted.until, (self.until, self._until_label)),
        ):
            for widget in widgets:
                widget.setVisible(shown)
        optional = self.event_kind != "renamed"
        self.new_name.setPlaceholderText("only if it has a new one" if optional else "")
        self.new_kind.lineEdit().setPlaceholderText(
            "" if self.event_kind == "changed kind" else "only if it has a new one"
        )
        self._tell_other()
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as the fields shown need: it grows by itself, and does not shrink."""
        self.layout().activate()
        self.resize(self.width(), self.layout().totalHeightForWidth(self.width()))

    def _at_meeting(self, text: str) -> None:
        """Propose the date of the meeting, and its decisions."""
        meeting = self._meeting()
        self.meeting_note.setText(f"“{text.strip()}” is no meeting of this desk; it is kept as typed.")
        self.meeting_note.setVisible(bool(text.strip()) and meeting is None)
        day = decided_on(meeting.date, meeting.end_date) if meeting else ""
        if day and self.date.value() in ("", self._proposed):
            self.date.set_value(day)
            self._proposed = day
        if meeting is not None and meeting.som_number:
            self.until.propose_som(meeting.som_number + 1)
        self._offer_decisions(())
        if meeting is not None:
            key = meeting.id
            self.services.read(
                list_actions, partial(self._know_decisions, key), latest=(id(self), "actions"), meeting_id=key
            )

    def _know_decisions(self, meeting_id: str, sections: tuple[ActionSectionRow, ...]) -> None:
        if meeting_id == self._meeting_id():
            self._offer_decisions(sections)

    def _offer_decisions(self, sections: tuple[ActionSectionRow, ...]) -> None:
        """Those of the meeting, and the one the event has: it may be of another meeting, or not read yet."""
        self.decision.clear()
        self.decision.addItem(_NO_DECISION, None)
        for action in (action for section in sections for action in section.actions):
            self._offer_decision(action.id, action.citation, action.wording)
        row = self._row
        if row is not None and row.decision is not None and self.decision.findData(row.action_id) < 0:
            self._offer_decision(row.action_id, row.decision.words, row.decision.wording)
        stays = row is not None and code_key(self.meeting.currentText()) == code_key(row.meeting)
        self.decision.setCurrentIndex(max(0, self.decision.findData(row.action_id)) if row and stays else 0)
        shown = self.decision.count() > 1
        self.decision.setVisible(shown)
        self._decision_label.setVisible(shown)

    def _offer_decision(self, key: str | None, cited: str, wording: str) -> None:
        words = " ".join(wording.split())
        self.decision.addItem(f"{cited} {words[:_LETTERS]}{'…' * (len(words) > _LETTERS)}", key)
        self.decision.setItemData(self.decision.count() - 1, words, Qt.ItemDataRole.ToolTipRole)

    def _tell_other(self) -> None:
        """Say where a name is none of the desk's."""
        text = self.other.currentText().strip()
        unknown = bool(text) and self._other_id() is None
        self.other_note.setText(f"“{text}” is no workstream of this desk; it is kept as typed.")
        self.other_note.setVisible(unknown and not self.other.isHidden())

    def _meeting(self) -> MeetingRow | None:
        return self._meetings.get(code_key(self.meeting.currentText()))

    def _meeting_id(self) -> str | None:
        meeting = self._meeting()
        return meeting.id if meeting else None

    def _other_id(self) -> str | None:
        wanted = workstream_key(self.other.currentText())
        return next((key for key, name in self._others.items() if workstream_key(name) == wanted), None)

    # --- doing it -----------------------------------------------------------------------------

    def fields(self) -> dict[str, Any]:
        """All fields of the event; those its kind does not need are empty."""
        wanted, meeting_id = needs(self.event_kind), self._meeting_id()
        other_id = self._other_id() if wanted.other else None
        return {
            "kind": self.event_kind,
            "date": self.date.value(),
            "meeting_id": meeting_id,
            "meeting": "" if meeting_id else self.meeting.currentText().strip(),
            "action_id": self.decision.currentData(),
            "other_workstream_id": other_id,
            "other_workstream": self.other.currentText().strip() if wanted.other and not other_id else "",
            "new_name": self.new_name.text().strip() if wanted.new_name else "",
            "new_kind": self.new_kind.currentText().strip() if wanted.new_kind else "",
            "until": self.until.value() if wanted.until else "",
            "note": self.note.toPlainText().strip(),
        }

    def _is_undated(self) -> bool:
        """Whether a mandate would be given on no day: it would count as the last, whatever came since.

        One that was stored without a day can still be corrected in what else it says.
        """
        was = self._row is not None and not (self._row.event.date or self._row.meeting_id)
        dated = self.date.value() or self.date.problem() or self._meeting_id()
        return self.event_kind in WITH_UNTIL and not dated and not was

    def field_at(self, place: str) -> QWidget | None:
        fields = {"the new name": self.new_name, "the new kind": self.new_kind}
        return {**fields, "the other workstream": self.other, "date": self.date}.get(place)

    def submit(self) -> None:
        if needs(self.event_kind).until and (sentence := self.until.missing()):
            self.refuse(sentence, self.until)
            return
        if self._is_undated():
            self.refuse(_WHEN, self.meeting)
            return
        fields, name = self.fields(), self._mandate.name
        if self._row is None:
            label_ = f"Add mandate event of {name}: {fields['kind']}"
            self.send(label_, add_event, workstream_id=self._mandate.id, **fields)
        else:
            self.send(f"Change mandate event of {name}", update_event, event_id=self._row.id, **fields)
