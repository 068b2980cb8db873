"""A follow-up: who owes what to whom, and when it is due; or what answered it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QPlainTextEdit, QWidget

from emgdesk.domain.folding import fold
from emgdesk.domain.report_texts import EVERY_MEETING, MARK, NEXT_MEETING
from emgdesk.operations.follow_up import add_follow_up, answer_follow_up
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.follow_ups import FollowUpRow
from emgdesk.ui.dialogs.form_dialog import FormDialog
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.commonmark import to_words
from emgdesk.ui.widgets.date_field import DateField, iso_day
from emgdesk.ui.widgets.line_edit import LineEdit

_LINES = 4


class NewFollowUpDialog(FormDialog):
    """`made` carries its key. It may come from a paragraph or an action, whose words are proposed."""

    def __init__(
        self,
        services: Services,
        meeting_id: str,
        parent: QWidget,
        *,
        what: str = "",
        paragraph_id: str | None = None,
        action_id: str | None = None,
    ) -> None:
        intro = "It is shown at every later meeting until it is answered."
        super().__init__(services, "New follow-up", "Add follow-up", intro, parent)
        self._source = {"meeting_id": meeting_id, "paragraph_id": paragraph_id, "action_id": action_id}
        self._entities: dict[str, str] = {}
        self.who, self.whom = LineEdit(), LineEdit()
        self.what = _text(what)
        self.due = QComboBox()
        self.due.setEditable(True)
        self.due.addItems([NEXT_MEETING, EVERY_MEETING])
        self.due.lineEdit().setPlaceholderText("or a day such as 2026-05-28")
        self.add_row("&Who owes it", self.who)
        self.add_row("To wh&om", self.whom)
        self.add_row("Wha&t", self.what)
        self.add_row("&Due", self.due)
        services.read(list_entities, self._know)

    def _know(self, entities: tuple[EntityRow, ...]) -> None:
        self._entities = {fold(row.acronym): row.id for row in entities}
        names = [row.acronym for row in entities]
        for line in (self.who, self.whom):
            completer = QCompleter(names, line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)

    def submit(self) -> None:
        who, due = self.who.text().strip(), self.due.currentText().strip()
        self.send(
            f"Add follow-up {who}".strip(),
            add_follow_up,
            **self._source,
            who=who,
            entity_id=self._entities.get(fold(who)),
            whom=self.whom.text().strip(),
            what=self.what.toPlainText().strip(),
            due=iso_day(due) or due,
        )


def ask_follow_up(
    services: Services,
    meeting_id: str,
    words: str,
    parent: QWidget,
    *,
    paragraph_id: str | None = None,
    action_id: str | None = None,
) -> NewFollowUpDialog:
    """Ask who owes what since a paragraph or an action; `words` (CommonMark) are its own, proposed plain."""
    dialog = NewFollowUpDialog(
        services,
        meeting_id,
        parent,
        what=MARK.sub("", to_words(words)),
        paragraph_id=paragraph_id,
        action_id=action_id,
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class AnswerDialog(FormDialog):
    """What answered a follow-up, on which day; `meeting_id` is the meeting in view."""

    def __init__(self, services: Services, row: FollowUpRow, meeting_id: str, parent: QWidget) -> None:
        super().__init__(
            services, "Answer a follow-up", "Answered", f"{row.who}: {row.what}".strip(": "), parent
        )
        self._row, self._meeting_id = row, meeting_id
        self.answer = _text(row.answer)
        self.on = DateField("no day")
        self.on.set_value(row.answered_on or date.today().isoformat())
        self.add_row("&Answer", self.answer)
        self.add_row("&On", self.on)

    def submit(self) -> None:
        self.send(
            f"Answer the follow-up of {self._row.who}".strip(),
            answer_follow_up,
            follow_up_id=self._row.id,
            answer=self.answer.toPlainText().strip(),
            answered_on=self.on.value(),
            meeting_id=self._meeting_id,
        )


def _text(words: str) -> QPlainTextEdit:
    made = QPlainTextEdit(words)
    made.setTabChangesFocus(True)
    made.setFixedHeight(_LINES * made.fontMetrics().lineSpacing() + 14)
    return made
