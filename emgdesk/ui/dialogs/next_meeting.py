"""The next meeting like one there is: its code, title and date; the rest is taken from the last."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from emgdesk.domain.codes import code_key, next_code
from emgdesk.domain.meeting_titles import title_after
from emgdesk.operations.next_meeting import make_next_meeting
from emgdesk.queries.meetings import MeetingRow, list_meetings
from emgdesk.ui.dialogs.form_dialog import FormDialog
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.line_edit import LineEdit

_INTRO = (
    "It takes over the agenda, the list of documents with new symbols, times and place, and the deferred "
    "actions. Everybody who had registered, and whom the entities have designated, is put on its roster as "
    "invited. Open follow-ups are carried to it."
)


class NextMeetingDialog(FormDialog):
    """`made` carries the key of the new meeting."""

    def __init__(self, services: Services, meeting: MeetingRow, parent: QWidget) -> None:
        super().__init__(services, f"Next meeting like {meeting.code}", "Create meeting", _INTRO, parent)
        self._meeting = meeting
        self._proposed = ""
        self.code, self.title = LineEdit(), LineEdit()
        self.code.textChanged.connect(self._propose_title)
        self.code.setText(next_code(meeting.code))
        self.date = DateField("not decided yet")
        self.add_row("&Code", self.code)
        self.add_row("&Title", self.title)
        self.add_row("&Date", self.date)
        self.code.setFocus()
        self.code.selectAll()
        services.read(list_meetings, self._propose_free)

    def _propose_free(self, meetings: Sequence[MeetingRow]) -> None:
        """Propose the first code after this one that no meeting has, unless another was typed."""
        if self.code.text() == next_code(self._meeting.code):
            self.code.setText(free_code(self._meeting.code, [row.code for row in meetings]))
            self.code.selectAll()

    def _propose_title(self, code: str) -> None:
        """The title follows the code until another is written."""
        if self.title.text() == self._proposed:
            last = self._meeting
            self._proposed = title_after(last.title, last.som_number, last.segment, code)
            self.title.setText(self._proposed)
            self.title.setCursorPosition(0)

    def submit(self) -> None:
        code = self.code.text().strip()
        self.send(
            f"New meeting {code} like {self._meeting.code}",
            make_next_meeting,
            meeting_id=self._meeting.id,
            code=code,
            title=self.title.text().strip(),
            date=self.date.value(),
        )


def free_code(code: str, taken: Iterable[str]) -> str:
    """The first code after `code` that is none of `taken`, however they are spelt; "" where none follows."""
    keys = {code_key(one) for one in taken}
    code = next_code(code)
    while code and code_key(code) in keys:
        code = next_code(code)
    return code
