"""The assistant that takes the desk from one SOM to the next."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from emgdesk.domain.numbering import counted
from emgdesk.errors import EmgdeskError
from emgdesk.operations.roll_forward import Rolled, roll_forward
from emgdesk.queries.roll_forward import CONDITION, MANDATE, Obstacle, RollForward, propose, som_to_leave
from emgdesk.ui.dialogs.roll_forward.choosing import Choosing
from emgdesk.ui.dialogs.roll_forward.detail import ProposalDetail
from emgdesk.ui.dialogs.roll_forward.range_bar import RangeBar
from emgdesk.ui.dialogs.roll_forward.result_page import ResultPage
from emgdesk.ui.dialogs.roll_forward.tree import ProposalTree
from emgdesk.ui.dialogs.roll_forward.wording import group_words, summary
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.empty_state import EmptyState
from emgdesk.ui.widgets.room import Room, Stack, fit_screen
from emgdesk.ui.widgets.text import button, label, rule
from emgdesk.workspace import Done, Workspace


class RollForwardDialog(QDialog):
    """Proposals from SOM `som_number`, or from the one that ended last, to the SOM after it."""

    def __init__(
        self, services: Services, parent: QWidget | None = None, som_number: int | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._choosing: Choosing | None = None
        self._done = False
        self.setWindowTitle("Roll forward to the next SOM")
        fit_screen(self, 1240, 680)
        self.banner = Banner()
        self.range = RangeBar()
        self.tree, self.detail = ProposalTree(), ProposalDetail()
        self.empty = EmptyState("check-check", "Nothing to carry over")
        self.outcome = ResultPage(services, self.accept)
        self._lay_out()
        self._connect()
        self.read(som_number)

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.tree)
        self._split.addWidget(Room(self.detail))
        self._split.setSizes([self.width() * share // 100 for share in (66, 34)])
        self._middle = Stack()
        for page in (self._split, self.empty, self.outcome):
            self._middle.addWidget(page)
        self._foot = QWidget()
        self._fill_foot()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.range)
        layout.addWidget(self.banner)
        layout.addWidget(rule())
        layout.addWidget(self._middle, 1)
        layout.addWidget(rule())
        layout.addWidget(self._foot)

    def _fill_foot(self) -> None:
        self.words = label(role="muted", wrap=True)
        self.apply_button = button("Roll forward", self.apply, "check", primary=True)
        self.cancel_button = button("Cancel", self.reject)
        self.cancel_button.setAutoDefault(False)
        line = QHBoxLayout(self._foot)
        line.setContentsMargins(16, 10, 12, 10)
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.apply_button)
        line.addWidget(self.cancel_button)

    def _connect(self) -> None:
        self.range.number_changed.connect(self._number_changed)
        self.tree.chosen.connect(lambda _key: self._show_chosen())
        self.tree.ticked.connect(self._tick)
        self.tree.number_pressed.connect(lambda at: self._choose(self.tree.chosen_id, at))
        self.tree.entered.connect(self.detail.start)
        self.detail.choice_made.connect(self._choose)
        self.detail.when_given.connect(self._set_when)
        self.detail.worded.connect(self._word)
        self.detail.owed_by.connect(self._owed_by)
        self.outcome.shown.connect(self._go)
        self.outcome.started_again.connect(self._start_again)
        self.outcome.refused.connect(self._tell_refusal)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.apply)
        self._undo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.outcome.undo)
        self._undo_key.setEnabled(False)  # the fields have an undo of their own

    # --- reading ------------------------------------------------------------------------------

    def read(self, som_number: int | None = None) -> None:
        """Read the proposals from a SOM, None for the one that ended last; what was edited is kept."""
        self._services.load(partial(_read, som_number=som_number), self._show, latest=(id(self), "plan"))

    def _number_changed(self, number: int) -> None:
        self._choosing = None
        self.banner.dismiss()
        self.read(number)

    def _show(self, plan: RollForward) -> None:
        if self._done:
            return
        same = self._choosing is not None and self._choosing.plan.som_number == plan.som_number
        before = self._choosing.edited() if same and self._choosing is not None else ()
        self._choosing = Choosing(plan, before)
        drafts = bool(self._choosing.of_kind(MANDATE) or self._choosing.of_kind(CONDITION))
        self.range.show_plan(plan, drafts=drafts, keep_target=same)
        if plan.obstacles and not same:
            self._warn(plan.obstacles)
        self._show_whole()

    def _warn(self, obstacles: Sequence[Obstacle]) -> None:
        """Say what is better done before, with the way to the first meeting it is about."""
        said = "\n".join(one.sentence for one in obstacles)
        meeting = next((one.meeting_id for one in obstacles if one.meeting_id), None)
        if meeting is None:
            self.banner.tell(said)
        else:
            self.banner.tell(said, "info", "Show the actions", partial(self._go, "actions", meeting))

    def _show_whole(self) -> None:
        choosing = self._choosing
        if choosing is None:
            return
        empty = not choosing.all()
        self._middle.setCurrentIndex(1 if empty else 0)
        if empty:
            self.empty.say("check-check", "Nothing to carry over", _stays(choosing.plan))
        self.tree.show_proposals(choosing, self.tree.chosen_id)
        self._tell()
        self.tree.setFocus()

    def _show_chosen(self) -> None:
        if self._choosing is None:
            return
        one = self._choosing.get(self.tree.chosen_id)
        if one is not None:
            self.detail.show_proposal(one)
        else:
            kind, title = self.tree.chosen_group
            self.detail.show_group(title, group_words(kind, self._choosing.plan))

    def _tell(self) -> None:
        """Say what Apply would do."""
        held = self._choosing.all() if self._choosing is not None else ()
        self.words.setText(summary(held) if held else "")
        self.apply_button.setEnabled(any(one.ticked for one in held))

    # --- choosing -----------------------------------------------------------------------------

    def _tick(self, keys: tuple[str, ...], ticked: bool) -> None:
        if self._choosing is not None:
            for key in keys:
                self._choosing.tick(key, ticked)
            self._changed()

    def _choose(self, key: str, at: int) -> None:
        if self._choosing is not None and key:
            self._choosing.choose(key, at)
            self._changed()

    def _set_when(self, key: str, text: str) -> None:
        if self._choosing is not None and key:
            self._choosing.set_when(key, text)
            self._changed()

    def _word(self, key: str, text: str) -> None:
        if self._choosing is not None and key:
            self._choosing.word(key, text)

    def _owed_by(self, key: str, text: str) -> None:
        if self._choosing is not None and key:
            self._choosing.owed_by(key, text)

    def _changed(self) -> None:
        if self._choosing is not None:
            self.tree.show_changed(self._choosing)
            self._show_chosen()
            self._tell()

    # --- doing --------------------------------------------------------------------------------

    def apply(self) -> None:
        """Do what is ticked, as one step."""
        if self._choosing is None or not self.apply_button.isEnabled():
            return
        self.apply_button.setEnabled(False)
        self.banner.dismiss()
        self._services.do(
            f"Roll forward to SOM {self._choosing.som}",
            roll_forward,
            self._show_done,
            self._failed,
            plan=self._choosing.plan,
            chosen=self._choosing.all(),
            target=self.range.target.currentText(),
        )

    def _failed(self, error: Exception) -> None:
        """Say why not, show the line at fault, and read again what may have changed meanwhile."""
        self._tell()
        if isinstance(error, EmgdeskError):
            self._tell_refusal(error)
            self.tree.choose(error.place)
            self.read(self.range.number.value())

    def _show_done(self, done: Done[Rolled]) -> None:
        if self._choosing is None:
            return
        self._done = True
        self._undo_key.setEnabled(True)
        self._middle.setCurrentIndex(2)
        for part in (self.range, self._foot, self.banner):
            part.hide()
        self.outcome.show_done(done, self._choosing.plan, self.range.target.currentText())

    def _go(self, kind: str, key: str) -> None:
        self.accept()
        self._services.navigator.show(kind, key)

    def _tell_refusal(self, error: Exception) -> None:
        if isinstance(error, EmgdeskError):
            self.banner.tell(str(error), "error")

    def _start_again(self) -> None:
        self._done = False
        self._undo_key.setEnabled(False)
        self.range.show()
        self._foot.show()
        self.read(self.range.number.value())


def _read(workspace: Workspace, som_number: int | None) -> RollForward:
    today = date.today()
    if som_number is None:
        som_number = max(1, workspace.read(som_to_leave, today=today))
    return workspace.read(propose, som_number=som_number, today=today)


def _stays(plan: RollForward) -> str:
    if not plan.carried:
        return f"What SOM {plan.som_number} left is carried to SOM {plan.som_number + 1}."
    stay = counted(plan.carried, "open task stays", "open tasks stay")
    return f"All that SOM {plan.som_number} left is carried; {stay} in the work plan."
