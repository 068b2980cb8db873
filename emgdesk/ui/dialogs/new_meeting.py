"""A new meeting: its code is proposed from SOM number and segment."""

from PySide6.QtWidgets import QWidget

from emgdesk.domain.codes import SEGMENTS, segment_code
from emgdesk.domain.numbering import ordinal
from emgdesk.operations.meeting import create_meeting
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.ui.dialogs.form_dialog import FormDialog, choice
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.line_edit import LineEdit

_NOT_SOM = "not part of a SOM"
_TITLES = {
    "mid-term": "Mid-Term Technical Segment",
    "technical": "Technical Segment",
    "senior": "Senior Segment",
}


class NewMeetingDialog(FormDialog):
    """`made` carries the key of the new meeting."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(
            services,
            "New meeting",
            "Create meeting",
            "The date and everything else can be filled in later.",
            parent,
        )
        self.segment = choice([*SEGMENTS[:3], _NOT_SOM])
        self.number = LineEdit()
        self.number.setPlaceholderText("for example 28")
        self.code = LineEdit()
        self.title = LineEdit()
        self.date = DateField("not decided yet")
        self._proposed = {"code": "", "title": ""}
        self.add_row("S&egment", self.segment)
        self._number_label = self.add_row("&SOM number", self.number)
        self.add_row("&Code", self.code)
        self.add_row("&Title", self.title)
        self.add_row("&Date", self.date)
        self.segment.currentIndexChanged.connect(lambda _at: self._propose())
        self.number.textChanged.connect(lambda _text: self._propose())
        self.number.setFocus()
        services.read(list_meetings, self._continue_series)

    def _continue_series(self, meetings: tuple[MeetingRow, ...]) -> None:
        """Begin with the segment that follows the newest one."""
        series = [m for m in meetings if m.som_number is not None]
        if self.number.text() or not series:
            return
        number = max(m.som_number or 0 for m in series)
        held = {m.segment for m in series if m.som_number == number}
        missing = [segment for segment in SEGMENTS[:3] if segment not in held]
        self.segment.setCurrentText(missing[0] if missing else SEGMENTS[0])
        self.number.setText(str(number if missing else number + 1))
        self.number.selectAll()

    def _propose(self) -> None:
        segment = self.segment.currentText()
        of_som = segment != _NOT_SOM
        self.number.setEnabled(of_som)
        self._number_label.setEnabled(of_som)
        number = self.number.text().strip()
        known = of_som and number.isdecimal()
        self._put("code", self.code, segment_code(int(number), segment) if known else "")
        title = f"{_TITLES[segment]} of the {ordinal(int(number))} Senior Officials Meeting" if known else ""
        self._put("title", self.title, title)

    def _put(self, key: str, field: LineEdit, text: str) -> None:
        """Propose a text, unless the user has written another."""
        if field.text() == self._proposed[key]:
            field.setText(text)
            field.setCursorPosition(0)
            self._proposed[key] = text

    def submit(self) -> None:
        segment, number = self.segment.currentText(), self.number.text().strip()
        of_som = segment != _NOT_SOM
        if of_som and number and not number.isdecimal():
            self.banner.tell(
                f"“{number}” is not the number of a SOM; write it in digits, such as 28.", "error"
            )
            return
        code = self.code.text().strip()
        self.send(
            f"New meeting {code}",
            create_meeting,
            code=code,
            title=self.title.text().strip(),
            date=self.date.value(),
            segment=segment if of_som else "other",
            som_number=int(number) if of_som and number else None,
        )
