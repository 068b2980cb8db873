"""What is asked, or shown, before a step that concerns many actions at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QCompleter, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.operations.action import add_action_section
from emgdesk.operations.deciding import add_tasks, adopt, put_forward
from emgdesk.operations.reservation import add_reservation
from emgdesk.queries.actions import ActionRow
from emgdesk.queries.decisions import PlannedEffect
from emgdesk.queries.meetings import MeetingRow
from emgdesk.ui.dialogs.form_dialog import FormDialog
from emgdesk.ui.icons import icon
from emgdesk.ui.panels.actions.reading import Board
from emgdesk.ui.services import Services
from emgdesk.ui.theme import tones
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.text import label

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_AFTER = {"mid-term": "technical", "technical": "senior"}


def likely_next(meeting: MeetingRow, others: tuple[MeetingRow, ...]) -> MeetingRow | None:
    """The segment its actions go before: the next one of the same SOM."""
    wanted = (meeting.som_number, _AFTER.get(meeting.segment))
    return next((row for row in others if wanted == (row.som_number, row.segment)), None)


def likely_source(meeting: MeetingRow, board: Board) -> MeetingRow | None:
    """The segment whose actions come before this one: one of the same SOM that has some and leads here."""
    return next(
        (
            row
            for row in board.meetings
            if row.id in board.with_actions and row.som_number == meeting.som_number and row.som_number
            and _AFTER.get(row.segment) == meeting.segment
        ),
        None,
    )  # fmt: skip


class SectionDialog(FormDialog):
    """A new section, with the heading of its workstream or one of its own."""

    def __init__(self, services: Services, board: Board, after_id: str | None, parent: QWidget) -> None:
        intro = "A section prints a Roman number and its heading; its actions follow."
        super().__init__(services, "New section", "Add", intro, parent)
        self._board, self._after = board, after_id
        self.workstream = QComboBox()
        self.workstream.addItem("(none)", None)
        for row in board.workstreams:
            self.workstream.addItem(row.name, row.id)
        self.workstream.setEditable(True)
        self.workstream.setSizeAdjustPolicy(_SHORT)
        self.workstream.setMinimumContentsLength(30)
        self.workstream.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.workstream.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.workstream.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.heading = LineEdit()
        self.add_row("&Workstream", self.workstream)
        self.add_row("&Heading", self.heading)
        self.workstream.currentIndexChanged.connect(self._propose)
        self.heading.setFocus()

    def _propose(self, at: int) -> None:
        names = {row.name for row in self._board.workstreams}
        if at > 0 and self.heading.text() in {"", *names}:
            self.heading.setText(self.workstream.itemText(at))

    def submit(self) -> None:
        meeting = self._board.meeting
        at = self.workstream.findText(self.workstream.currentText())
        if meeting is not None:
            self.send(
                "Add section", add_action_section, meeting_id=meeting.id, heading=self.heading.text(),
                workstream_id=self.workstream.itemData(at) if at > 0 else None, after_id=self._after,
            )  # fmt: skip


class PutForwardDialog(FormDialog):
    """Which meeting the actions come before next."""

    def __init__(self, services: Services, board: Board, parent: QWidget) -> None:
        assert board.meeting is not None
        intro = (
            "Each action comes before that meeting with the wording it has now, knows where it comes from, "
            "and waits there for a decision. What was deferred or withdrawn stays behind."
        )
        super().__init__(services, "Put before another meeting", "Put forward", intro, parent)
        self._from = board.meeting
        self.meeting = QComboBox()
        self.meeting.setSizeAdjustPolicy(_SHORT)
        self.meeting.setMinimumContentsLength(40)
        likely = likely_next(board.meeting, board.meetings)
        for row in sorted(board.meetings, key=lambda row: row is not likely):
            self.meeting.addItem(f"{row.code}  {row.title}".strip(), row.id)
        self.add_row("&Meeting", self.meeting)
        self.ok.setEnabled(self.meeting.count() > 0)

    def submit(self) -> None:
        code = self.meeting.currentText().split("  ")[0]
        self.send(
            f"Put the actions of {self._from.code} before {code}", put_forward,
            from_meeting_id=self._from.id, to_meeting_id=self.meeting.currentData(),
        )  # fmt: skip


class AdoptDialog(FormDialog):
    """Shows every effect before it is applied; one that does not say enough stops the adoption.

    Those stand first; `effect_wanted` carries the action of the one to be completed.
    """

    effect_wanted = Signal(str)

    def __init__(self, services: Services, board: Board, parent: QWidget) -> None:
        assert board.meeting is not None
        count = counted(len(board.planned), "effect", "effects")
        intro = (
            f"Adopting the decisions of {board.meeting.code} applies {count} to the mandates of workstreams:"
        )
        super().__init__(services, "Adopt", "Adopt", intro, parent)
        self._meeting = board.meeting
        self.setMinimumWidth(640)
        self.effects = QListWidget()
        self.effects.setAccessibleName("Effects")
        self.effects.setWordWrap(True)
        self.effects.setSpacing(3)
        for one in sorted(board.planned, key=lambda one: not one.lacking):
            self.effects.addItem(_effect_item(one))
        self._column.insertWidget(2, self.effects, 1)
        number = sum(bool(one.lacking) for one in board.planned)
        if number:
            which = "effect" if number == 1 else f"{number} effects"
            hint = f"Complete the first {which} before adopting; a double click goes there."
            self._column.insertWidget(3, label(hint, wrap=True))
            self.ok.setEnabled(False)
            self.effects.itemActivated.connect(self._go_to)

    def _go_to(self, item: QListWidgetItem) -> None:
        self.reject()
        self.effect_wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def submit(self) -> None:
        self.send(f"Adopt the decisions of {self._meeting.code}", adopt, meeting_id=self._meeting.id)


def _effect_item(one: PlannedEffect) -> QListWidgetItem:
    new = " (new on this desk)" if one.is_new else ""
    missing = f"\nIt does not say {one.lacking}." if one.lacking else ""
    item = QListWidgetItem(f"{one.citation}  {one.workstream or '?'}{new}: {one.words}{missing}")
    item.setData(Qt.ItemDataRole.UserRole, one.action_id)
    if missing:
        item.setForeground(QColor(tones().warn))
        item.setIcon(icon("triangle-alert", tones().warn))
    return item


class ReservationDialog(FormDialog):
    """Which entity reserves, and in which words."""

    def __init__(self, services: Services, board: Board, action: ActionRow, parent: QWidget) -> None:
        intro = f"A reservation on {action.citation} prints as a footnote of the report."
        super().__init__(services, "Add reservation", "Add", intro, parent)
        self._board, self._action = board, action
        self.entity = LineEdit()
        completer = QCompleter([acronym for acronym, _ in board.entities], self.entity)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.entity.setCompleter(completer)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setMaximumHeight(110)
        self.add_row("&Entity", self.entity)
        self.add_row("&Reservation", self.words)

    def submit(self) -> None:
        entity = self.entity.text()
        self.send(
            f"Add reservation of {entity}", add_reservation, action_id=self._action.id, entity=entity,
            entity_id=self._board.entity_named(entity), text=self.words.toPlainText(),
        )  # fmt: skip


class TasksDialog(FormDialog):
    """Decisions no task was made of yet; what asks somebody to do something is ticked."""

    def __init__(self, services: Services, board: Board, chosen: list[str], parent: QWidget) -> None:
        self.said = ""  # how many were added, in words
        intro = "Each ticked decision becomes a task of the work plan, with the decision as its source."
        super().__init__(services, "Add tasks to the work plan", "Add tasks", intro, parent)
        self.setMinimumSize(680, 420)
        self.list = QListWidget()
        self.list.setAccessibleName("Decisions")
        self.list.setSpacing(4)
        self.list.setWordWrap(True)
        offers = [one for one in board.offered if not chosen or one.action_id in chosen] or board.offered
        for offer in offers:
            item = QListWidgetItem(f"{offer.citation}  {offer.text}\n{offer.workstream or 'no workstream'}")
            item.setData(Qt.ItemDataRole.UserRole, offer.action_id)
            item.setCheckState(Qt.CheckState.Checked if offer.likely else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self._column.insertWidget(2, self.list, 1)
        self.chapter = QComboBox()
        self.chapter.setSizeAdjustPolicy(_SHORT)
        self.chapter.setMinimumContentsLength(20)
        for row in board.chapters:
            self.chapter.addItem(f"{row.label} {row.title}", row.id)
        caption = self.add_row("&Chapter, where the workstream has none", self.chapter)
        homeless = any(one.chapter_id is None for one in offers)
        for part in (caption, self.chapter):
            part.setVisible(homeless)
        self.list.itemChanged.connect(lambda _item: self._count())
        self._count()

    def ticked(self) -> list[str]:
        """Keys of the decisions that become tasks."""
        items = [self.list.item(at) for at in range(self.list.count())]
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        found = len(self.ticked())
        self.ok.setText(f"Add {counted(found, 'task', 'tasks')}" if found else "Add tasks")
        self.ok.setEnabled(bool(found))

    def submit(self) -> None:
        ticked = self.ticked()
        self.said = counted(len(ticked), "task was", "tasks were")
        words = f"Add {counted(len(ticked), 'task', 'tasks')} to the work plan"
        self.send(words, add_tasks, action_ids=ticked, chapter_id=self.chapter.currentData())
