"""Actions and decisions of a meeting: what the panel reads, and what its edits do."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.errors import DataError
from emgdesk.operations.action import (
    add_effect,
    delete_effect,
    set_stem,
    update_action,
    update_action_section,
    update_effect,
)
from emgdesk.operations.deciding import approve_all, decide, put_forward, withdraw_adoption
from emgdesk.operations.pasting import paste_actions
from emgdesk.operations.reservation import delete_reservation, update_reservation
from emgdesk.queries.actions import ActionRow, ActionSectionRow
from emgdesk.queries.meetings import MeetingRow
from emgdesk.queries.wordings import WordingRow, list_wordings
from emgdesk.ui.dialogs.follow_up import ask_follow_up
from emgdesk.ui.page import MeetingPanel
from emgdesk.ui.panels.actions.action_detail import DECISIONS
from emgdesk.ui.panels.actions.arranging import Arranging
from emgdesk.ui.panels.actions.dialogs import (
    AdoptDialog,
    PutForwardDialog,
    ReservationDialog,
    SectionDialog,
    TasksDialog,
    likely_source,
)
from emgdesk.ui.panels.actions.lines import STEM, outline_lines
from emgdesk.ui.panels.actions.reading import Board, read_board
from emgdesk.ui.panels.actions.view import ActionsView
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import Offer
from emgdesk.workspace import ChangeSet

_KEYS = {key: outcome for outcome, _, _, key in DECISIONS}
_DONE = {
    "approved": "Approve",
    "deferred": "Defer",
    "withdrawn": "Withdraw",
    "amended": "Approve with changes",
}


class ActionsPanel(MeetingPanel):
    """Sections and actions at the left, the chosen one at the right. `counted` says how many there are."""

    counted = Signal(str)
    tables = (
        "action_section", "action", "effect", "reservation", "mandate_event", "workstream",
        "workstream_alias", "meeting", "task", "entity", "chapter",
    )  # fmt: skip

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._meeting_id = ""
        self._wanted = ""
        self.board = Board()
        self.dialog: QDialog | None = None
        self.view = ActionsView(
            services,
            {
                "section": self.new_section, "forward": self.put_forward, "all": self.approve_all,
                "adopt": self.adopt, "tasks": self.add_tasks, "print": self._print,
            },
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view.outline)
        self.arranging = Arranging(self.view.outline, services, self)
        self._wire()

    def _wire(self) -> None:
        view = self.view
        view.outline.chosen.connect(lambda _id: self._show_chosen())
        view.outline.selection_changed.connect(lambda _ids: self._show_chosen())
        view.outline.installEventFilter(self)
        view.outline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.outline.customContextMenuRequested.connect(self._menu)
        view.section.edited.connect(self._change_section)
        view.action.edited.connect(self._change_action)
        view.action.stem_edited.connect(
            lambda key, text: self._do("Change stem", set_stem, action_id=key, stem=text)
        )
        view.action.decided.connect(self.decide)
        view.action.amended.connect(self._amend)
        view.action.effects.add_asked.connect(self._add_effect)
        view.action.effects.edited.connect(self._change_effect)
        view.action.effects.delete_asked.connect(
            lambda key: self._do("Delete effect", delete_effect, effect_id=key)
        )
        view.action.withdraw.clicked.connect(lambda _=False: self.withdraw_adoption())
        view.action.reservations.add_asked.connect(self._add_reservation)
        view.action.reservations.edited.connect(self._change_reservation)
        view.action.reservations.delete_asked.connect(
            lambda key: self._do("Delete reservation", delete_reservation, reservation_id=key)
        )

    # --- reading and showing ------------------------------------------------------------------

    def show_meeting(self, meeting_id: str) -> None:
        """Show the actions of a meeting."""
        if meeting_id != self._meeting_id:
            self.arranging.writing.flush()
            self._meeting_id = meeting_id
            self.arranging.writing.forget()
            self.read_soon()

    def meeting_in_view(self) -> str | None:
        return self._meeting_id or None

    def open_item(self, kind: str, item_id: str) -> None:
        """Go to an action or a section of the meeting in view."""
        self.go_to(item_id)

    def go_to(self, item_id: str) -> None:
        """Choose a line, at once or when it has been read."""
        self._wanted = "" if self.view.outline.choose(item_id) else item_id

    def start_filter(self) -> None:
        self.view.outline.setFocus()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if self._meeting_id:
            self.services.read(
                read_board, self._show, latest=(id(self), "board"), meeting_id=self._meeting_id
            )

    def _show(self, board: Board) -> None:
        if board.meeting is not None and board.meeting.id != self._meeting_id:
            return
        self.board = board
        lines = outline_lines(board.sections)
        self.arranging.show_lines(lines)
        if self._wanted:
            self.go_to(self._wanted)
        elif not self.view.outline.chosen_id and lines:
            self.view.outline.choose(lines[0].id)
        self.view.show_actions(bool(lines))
        self.view.action.propose(
            [row.name for row in board.workstreams], [acronym for acronym, _ in board.entities],
            sorted({row.kind for row in board.workstreams if row.kind}),
        )  # fmt: skip
        self._show_state()
        self._show_chosen()
        self.counted.emit(str(len(board.actions)) if board.actions else "")

    def _show_state(self) -> None:
        board, tools = self.board, self.view.tools
        count, open_ones = len(board.actions), board.undecided
        said = [counted(count, "action", "actions")]
        if count and open_ones < count:
            said.append(f"{count - open_ones} decided" if open_ones else "all decided")
        if open_ones and open_ones < count:
            said.append(f"{open_ones} still open")
        if board.planned:
            said.append(counted(len(board.planned), "effect to adopt", "effects to adopt"))
        self.view.state.setText(" · ".join(said))
        tools["all"].setEnabled(open_ones > 0)
        tools["adopt"].setEnabled(bool(board.planned))
        tools["tasks"].setEnabled(bool(board.offered))
        tools["forward"].setEnabled(count > 0)
        tools["print"].setEnabled(count > 0)
        if not board.sections and board.meeting is not None:
            self._say_empty(board.meeting)

    def _say_empty(self, meeting: MeetingRow) -> None:
        source = likely_source(meeting, self.board)
        offers = [Offer("New section…", self.new_section, "plus", primary=source is None)]
        if source is not None:
            words = f"Take over the actions of {source.code}"
            offers.insert(0, Offer(words, lambda: self._take_over(source), "file-input", primary=True))
        self.view.empty.say(
            "gavel",
            "No actions yet",
            f"What {meeting.code} is asked to decide stands here in sections, one a workstream. "
            "Begin with a section, or paste actions from Word into one.",
            offers,
        )

    def _take_over(self, source: MeetingRow) -> None:
        words = f"Put the actions of {source.code} before this meeting"
        self._do(words, put_forward, from_meeting_id=source.id, to_meeting_id=self._meeting_id)

    @property
    def chosen(self) -> tuple[ActionSectionRow | None, ActionRow | None]:
        """The section in view, and the action where one is chosen."""
        key = self.view.outline.chosen_id.removeprefix(STEM)
        action = self.board.action(key)
        return self.board.section(action.section_id if action else key), action

    def _show_chosen(self) -> None:
        section, action = self.chosen
        if section is None:
            self.view.show_hint(writing=self.arranging.writing.writing)
        elif action is None or self.view.outline.chosen_id.startswith(STEM):
            self.view.section.show_section(section, [row.name for row in self.board.workstreams])
            self.view.show_section()
        else:
            self.view.action.show_action(action, section, len(self._decidable()))
            self.view.show_action()
            self.services.read(
                list_wordings, self._show_wordings, latest=(id(self), "wordings"), action_id=action.id
            )

    def _show_wordings(self, rows: tuple[WordingRow, ...]) -> None:
        _, action = self.chosen
        if action is not None:
            self.view.action.wordings.show_wordings(rows, action.id)

    # --- edits ----------------------------------------------------------------------------------

    def _do(self, label: str, operation: Any, /, **kw: Any) -> None:
        self.services.do(label, operation, None, self._refused, **kw)

    def _refused(self, error: Exception) -> None:
        self.view.action.revert()
        self.view.section.form.revert()
        self.services.navigator.notify(Notice(str(error), "error"))

    def _change_section(self, key: str, text: str) -> None:
        section, _ = self.chosen
        if section is None:
            return
        if key == "stem":
            self._do("Change stem", set_stem, action_id=section.actions[0].id, stem=text)
            return
        fields: dict[str, Any] = {key: text}
        if key == "workstream":
            found = self.board.workstream_named(text)
            if text.strip() and found["id"] is None:
                self._refused(DataError(f"There is no workstream “{text}” on this desk; make it first."))
                return
            fields = {"workstream_id": found["id"]}
        words = {"style": "labels"}.get(key, key)
        self._do(f"Change {words} of section", update_action_section, section_id=section.id, **fields)

    def _change_action(self, action_id: str, fields: dict[str, Any]) -> None:
        words = "wording" if "text" in fields else "labels"
        self._do(f"Change {words} of action", update_action, action_id=action_id, **fields)

    def _decidable(self) -> list[str]:
        """The chosen actions; a section stands for all of its own."""
        chosen = set(self.view.outline.chosen_ids)
        return [row.id for row in self.board.actions if chosen & {row.id, row.section_id}]

    def decide(self, outcome: str) -> None:
        """Write down what the meeting made of the chosen actions."""
        keys = self._decidable()
        if not keys:
            return
        if outcome == "amended":
            self.view.action.begin_changes()
            return
        label = f"{_DONE[outcome]} {counted(len(keys), 'action', 'actions')}"
        self._do(label, decide, action_ids=keys, outcome=outcome)

    def reopen(self) -> None:
        """Let the chosen actions wait for a decision again."""
        keys = self._decidable()
        if keys:
            label = f"Reopen {counted(len(keys), 'action', 'actions')}"
            self._do(label, decide, action_ids=keys, outcome="suggested")

    def _amend(self, action_id: str, text: str) -> None:
        row = self.board.action(action_id)
        if row is None:
            return
        if text.strip() in ("", row.text) and row.outcome == "amended":
            self._do("Approve 1 action", decide, action_ids=[action_id], outcome="approved")
        else:
            self._do(
                "Approve with changes", decide, action_ids=[action_id], outcome="amended", adopted_text=text
            )

    def _add_effect(self) -> None:
        _, action = self.chosen
        if action is not None:
            self._do("Add effect", add_effect, action_id=action.id, kind="extended")

    def _change_effect(self, effect_id: str, key: str, text: str) -> None:
        fields: dict[str, Any] = {key: text}
        if key in ("workstream", "other_workstream"):
            found = self.board.workstream_named(text)
            fields = {key: found["name"], f"{key}_id": found["id"]}
        self._do("Change effect", update_effect, effect_id=effect_id, **fields)

    def _add_reservation(self) -> None:
        _, action = self.chosen
        if action is not None:
            self._open(ReservationDialog(self.services, self.board, action, self))

    def _change_reservation(self, key: str, field: str, text: str) -> None:
        fields: dict[str, Any] = {field: text}
        if field == "entity":
            fields["entity_id"] = self.board.entity_named(text)
        self._do("Change reservation", update_reservation, reservation_id=key, **fields)

    # --- steps that concern many ----------------------------------------------------------------

    def new_section(self) -> None:
        """Ask for the heading of a new section, after the one in view."""
        section, _ = self.chosen
        dialog = SectionDialog(self.services, self.board, section.id if section else None, self)
        dialog.made.connect(self.go_to)
        self._open(dialog)

    def put_forward(self) -> None:
        """Ask which meeting these actions come before."""
        dialog = PutForwardDialog(self.services, self.board, self)
        dialog.made.connect(
            lambda count: self._tell(f"{counted(int(count), 'action was', 'actions were')} put forward.")
        )
        self._open(dialog)

    def approve_all(self) -> None:
        """Approve as proposed whatever is not decided yet."""
        count = counted(self.board.undecided, "action", "actions")
        self.services.do(
            f"Approve {count} as proposed", approve_all,
            lambda _done: self._tell(f"{count} approved as proposed."), self._refused,
            meeting_id=self._meeting_id,
        )  # fmt: skip

    def adopt(self) -> None:
        """Show what adopting would do, and do it."""
        count = len(self.board.planned)
        dialog = AdoptDialog(self.services, self.board, self)
        dialog.effect_wanted.connect(self._complete_effect)
        dialog.made.connect(lambda _count: self._tell_adopted(count))
        self._open(dialog)

    def _complete_effect(self, action_id: str) -> None:
        self.go_to(action_id)
        self.view.action.show_effects()

    def _tell_adopted(self, count: int) -> None:
        self._tell(f"{counted(count, 'effect was', 'effects were')} applied to the mandates.")

    def withdraw_adoption(self) -> None:
        """Take back what adopting the chosen actions did."""
        self._do("Withdraw adoption", withdraw_adoption, action_ids=self._decidable())

    def add_tasks(self) -> None:
        """Offer the decisions no task was made of yet."""
        several = len(self.view.outline.chosen_ids) > 1
        dialog = TasksDialog(self.services, self.board, self._decidable() if several else [], self)
        dialog.made.connect(lambda _keys: self._tell(f"{dialog.said} added to the work plan."))
        self._open(dialog)

    def paste(self) -> None:
        """Make actions of the text on the clipboard, behind the chosen one."""
        section, action = self.chosen
        text = QGuiApplication.clipboard().text()
        if section is not None and text.strip():
            self.services.do(
                "Paste actions", paste_actions, lambda done: self.go_to(done.value[0]), self._refused,
                section_id=section.id, text=text, after_id=action.id if action else None,
            )  # fmt: skip

    def follow_up(self) -> None:
        """Ask who owes what since the chosen action; its own words are proposed."""
        _, action = self.chosen
        if action is not None:
            ask_follow_up(self.services, self._meeting_id, action.wording, self.window(), action_id=action.id)

    def _print(self) -> None:
        self.services.navigator.start_export("action-points", self._meeting_id)

    def menu(self) -> QMenu:
        """What can be done with the chosen lines."""
        menu = QMenu(self)
        here = self.view.outline.chosen_id
        menu.addAction("New action\tEnter", lambda: self.arranging.begin(here, below=False))
        menu.addAction("New action below\tCtrl+Enter", lambda: self.arranging.begin(here, below=True))
        menu.addAction("Paste actions\tCtrl+V", self.paste)
        menu.addSeparator()
        for outcome, words, _, key in DECISIONS:
            menu.addAction(f"{words}\t{key}", partial(self.decide, outcome))
        menu.addAction("Reopen", self.reopen)
        if self.chosen[1] is not None:
            menu.addSeparator()
            menu.addAction("Follow-up…", self.follow_up)
        menu.addSeparator()
        menu.addAction("Delete\tDel", self.arranging.delete_chosen)
        return menu

    def _menu(self, at: QPoint) -> None:
        if self.view.outline.chosen_ids:
            menu = self.menu()
            menu.exec(self.view.outline.viewport().mapToGlobal(at))
            menu.deleteLater()

    def _tell(self, words: str) -> None:
        navigator = self.services.navigator
        navigator.notify(Notice(words, "success", "Undo", navigator.undo))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pasting and the keys that decide are the outline's own while it has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            outcome = _KEYS.get(QKeySequence(event.keyCombination()).toString())
            if outcome:
                self.decide(outcome)
                return True
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.paste()
                return True
        return super().eventFilter(watched, event)
