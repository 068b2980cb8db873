"""One proposal at the side: why it is made, what is to be done, its wording."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from emgdesk.domain.dates import written_date
from emgdesk.domain.mandate_wordings import WITH_END
from emgdesk.queries.roll_forward import ASK, CONDITION, DECISION, MANDATE, MEETING, Proposal
from emgdesk.ui.dialogs.roll_forward.wording import effect_words, plain_line
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import label
from emgdesk.ui.widgets.text_edit import CommonMarkEdit

_LONGEST = 200
_DRAFTED = (MANDATE, CONDITION)


class ProposalDetail(QWidget):
    """Edits are told with the key of the proposal they were typed for."""

    choice_made = Signal(str, int)
    when_given = Signal(str, str)
    worded = Signal(str, str)
    owed_by = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self.title = label(role="heading", wrap=True)
        self.reason = label(role="muted", wrap=True)
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(8)
        self.when, self.line, self.who = LineEdit(), LineEdit(), LineEdit()
        self.text = CommonMarkEdit()
        self.text.setMinimumHeight(96)
        self.effect = label(role="muted", wrap=True)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setVerticalSpacing(8)
        self._captions = {
            field: self._row(caption, field)
            for caption, field in (
                ("&Do", self.choice),
                ("&Until", self.when),
                ("&Title", self.line),
                ("&Owed by", self.who),
                ("&Wording", self.text),
            )
        }
        self._lay_out()
        self._connect()

    def _row(self, caption: str, field: QWidget) -> QLabel:
        made = QLabel(caption)
        made.setBuddy(field)
        field.setAccessibleName(caption.replace("&", ""))
        self._form.addRow(made, field)
        return made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.reason)
        layout.addLayout(self._form)
        layout.addWidget(self.effect)
        layout.addStretch()

    def _connect(self) -> None:
        self.choice.activated.connect(lambda at: self.choice_made.emit(self._key, at))
        self.when.textEdited.connect(lambda text: self.when_given.emit(self._key, text))
        self.line.textEdited.connect(lambda text: self.worded.emit(self._key, text))
        self.who.textEdited.connect(lambda text: self.owed_by.emit(self._key, text))
        self.text.textChanged.connect(lambda: self.worded.emit(self._key, self.text.toPlainText()))

    def show_group(self, title: str, words: str) -> None:
        """Say what is done with a whole group."""
        self._key = ""
        self.title.setText(title)
        self.reason.setText(words)
        self.effect.hide()
        self._offer(None)

    def show_proposal(self, one: Proposal) -> None:
        """Show a proposal as it is now."""
        other = one.id != self._key
        self._key = one.id
        self.title.setText(_headline(one))
        self.reason.setText(one.reason)
        self.effect.setVisible(one.kind in _DRAFTED)
        self._offer(one)
        self.effect.setText(effect_words(one))
        if other or self.choice.count() != len(one.choices):
            self.choice.clear()
            self.choice.addItems([choice.words for choice in one.choices])
        self.choice.setCurrentIndex(one.choice)
        self._captions[self.when].setText("&Date" if one.kind == MEETING else "&Until")
        self.when.setPlaceholderText(
            "not decided yet" if one.kind == MEETING else "SOM 33, a day, a condition"
        )
        when = written_date(one.when) if one.kind == MEETING else one.when
        for field, value in ((self.when, when), (self.line, one.text), (self.who, one.who)):
            if other or not field.hasFocus():
                _show(field, value)
        with QSignalBlocker(self.text):
            if self.text.toPlainText() != one.text:
                self.text.setPlainText(one.text)

    def _offer(self, one: Proposal | None) -> None:
        """Show the fields this proposal has."""
        drafted = one is not None and one.kind in _DRAFTED
        meeting = one is not None and one.kind == MEETING
        asked = one is not None and one.chosen.verb == ASK
        shown = {
            self.choice: one is not None and len(one.choices) > 1,
            self.when: meeting or (one is not None and one.chosen.verb in WITH_END),
            self.line: meeting,
            self.who: asked,
            self.text: drafted or asked or (one is not None and one.kind == DECISION),
        }
        for field, visible in shown.items():
            self._form.setRowVisible(field, visible)

    def start(self) -> None:
        """Give the keyboard to the first field there is."""
        for field in (self.choice, self.when, self.line, self.text):
            if field.isVisibleTo(self):
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return


def _headline(one: Proposal) -> str:
    said = plain_line(one.subject)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()}…"


def _show(field: QLineEdit, value: str) -> None:
    if field.text() != value:
        field.setText(value)
        field.setCursorPosition(0)
