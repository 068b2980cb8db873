"""A new meeting: what kind it is, and the code that follows from it."""

from PySide6.QtWidgets import QWidget

from emgdesk.domain.codes import SEGMENTS, segment_code
from emgdesk.domain.numbering import ordinal
from emgdesk.domain.statuses import MEETING_KINDS
from emgdesk.operations.meeting import create_meeting
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.queries.workstreams import WorkstreamRow, list_workstreams
from emgdesk.ui.dialogs.form_dialog import FormDialog, choice
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.line_edit import LineEdit

_TITLES = {
    "mid-term": "Mid-Term Technical Segment",
    "technical": "Technical Segment",
    "senior": "Senior Segment",
}
_SEGMENT, _OF_WORKSTREAM, _DIALOGUE, _EVENT = MEETING_KINDS
_KINDS = (
    *((f"{title} of a SOM", _SEGMENT, segment) for segment, title in _TITLES.items()),
    ("Meeting of a workstream", _OF_WORKSTREAM, ""),
    ("Nexus Dialogue", _DIALOGUE, ""),
    ("Event", _EVENT, ""),
)  # what the user chooses, the kind, the segment


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
        self.kind = choice([text for text, _, _ in _KINDS])
        self.number = LineEdit()
        self.number.setPlaceholderText("for example 28")
        self.workstream = choice(["no workstream yet"])
        self.code = LineEdit()
        self.title = LineEdit()
        self.date = DateField("not decided yet")
        self._workstreams: tuple[WorkstreamRow, ...] = ()
        self._meetings: tuple[MeetingRow, ...] = ()
        self._proposed = {"code": "", "title": ""}
        self.add_row("&Kind", self.kind)
        self._number_label = self.add_row("&SOM number", self.number)
        self._workstream_label = self.add_row("&Workstream", self.workstream)
        self.add_row("C&ode", self.code)
        self.add_row("&Title", self.title)
        self.add_row("&Date", self.date)
        for chosen in (self.kind, self.workstream):
            chosen.currentIndexChanged.connect(lambda _at: self._propose())
        self.number.textChanged.connect(lambda _text: self._propose())
        self._propose()
        self.number.setFocus()
        services.read(list_workstreams, self._know_workstreams)
        services.read(list_meetings, self._continue_series)

    def _know_workstreams(self, rows: tuple[WorkstreamRow, ...]) -> None:
        self._workstreams = tuple(row for row in rows if row.status != "concluded")
        if self._workstreams:
            self.workstream.clear()
            self.workstream.addItems([row.name for row in self._workstreams])

    def _continue_series(self, meetings: tuple[MeetingRow, ...]) -> None:
        """Begin with the segment that follows the newest one."""
        self._meetings = meetings
        series = [m for m in meetings if m.som_number is not None]
        if self.number.text() or not series:
            return
        number = max(m.som_number or 0 for m in series)
        held = {m.segment for m in series if m.som_number == number}
        missing = [segment for segment in SEGMENTS[:3] if segment not in held]
        self.choose_segment(missing[0] if missing else SEGMENTS[0])
        self.number.setText(str(number if missing else number + 1))
        self.number.selectAll()

    def choose_segment(self, segment: str) -> None:
        """Make it that segment of a SOM; "" leaves the kind as it is."""
        if segment in SEGMENTS[:3]:
            self.kind.setCurrentIndex(SEGMENTS.index(segment))

    @property
    def _chosen(self) -> tuple[str, str]:
        """The kind and the segment."""
        _, kind, segment = _KINDS[self.kind.currentIndex()]
        return kind, segment

    @property
    def _of(self) -> WorkstreamRow | None:
        """The workstream whose meeting it is."""
        at = self.workstream.currentIndex()
        return self._workstreams[at] if self._chosen[0] == _OF_WORKSTREAM and self._workstreams else None

    def _propose(self) -> None:
        kind, segment = self._chosen
        self.number.setVisible(kind == _SEGMENT)
        self._number_label.setVisible(kind == _SEGMENT)
        self.workstream.setVisible(kind == _OF_WORKSTREAM)
        self._workstream_label.setVisible(kind == _OF_WORKSTREAM)
        code, title = "", ""
        number, workstream = self.number.text().strip(), self._of
        if kind == _SEGMENT and number.isdecimal():
            code = segment_code(int(number), segment)
            title = f"{_TITLES[segment]} of the {ordinal(int(number))} Senior Officials Meeting"
        elif workstream is not None:
            count = 1 + sum(meeting.workstream_id == workstream.id for meeting in self._meetings)
            code = f"{workstream.short_name or workstream.name} {count}"
            title = f"{ordinal(count).capitalize()} meeting of the {workstream.name}"
        elif kind == _DIALOGUE:
            count = 1 + sum(meeting.kind == _DIALOGUE for meeting in self._meetings)
            code, title = f"Nexus {count}", "Nexus Dialogue on "
        self._put("code", self.code, code)
        self._put("title", self.title, title)

    def _put(self, key: str, field: LineEdit, text: str) -> None:
        """Propose a text, unless the user has written another."""
        if field.text() == self._proposed[key]:
            field.setText(text)
            field.setCursorPosition(0)
            self._proposed[key] = text

    def submit(self) -> None:
        (kind, segment), number = self._chosen, self.number.text().strip()
        of_som, workstream = kind == _SEGMENT, self._of
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
            kind=kind,
            segment=segment if of_som else "other",
            som_number=int(number) if of_som and number else None,
            workstream_id=workstream.id if workstream else None,
        )
