"""After the roll forward: what was made, the way there, and the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from emgdesk.operations.roll_forward import Rolled
from emgdesk.queries.roll_forward import RollForward
from emgdesk.ui.dialogs.roll_forward.wording import done_lines
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.empty_state import EmptyState, Offer
from emgdesk.workspace import Done


class ResultPage(EmptyState):
    """`shown(kind, id)`: go there; `started_again`: once more; `refused`: why it was not taken back."""

    shown = Signal(str, str)
    started_again = Signal()
    refused = Signal(object)

    def __init__(self, services: Services, close: Callable[[], object]) -> None:
        super().__init__("circle-check", "")
        self._services = services
        self._close = Offer("Close", close)
        self._revision = 0

    def show_done(self, done: Done[Rolled], plan: RollForward, target: str) -> None:
        """Say what was made."""
        rolled = done.value
        self._revision = done.changes.revision if done.changes is not None else 0
        ways: tuple[Offer, ...] = (Offer("Undo", self.undo, "undo-2"), self._close)
        if rolled.actions_meeting_id is not None:
            show = partial(self.shown.emit, "actions", rolled.actions_meeting_id)
            ways = (Offer("Show the drafted actions", show, "gavel", primary=True), *ways)
        lines = "\n".join(done_lines(rolled, plan, target))
        self.say("circle-check", f"SOM {rolled.som_number} is prepared", lines, ways)
        self._take_keyboard()

    def undo(self) -> None:
        """Take all of it back, once; what was done since stands in the way."""
        if self._revision:
            workspace, revision = self._services.workspace, self._revision
            self._revision = 0
            self._services.tasks.run(
                "Undo",
                lambda _job: workspace.undo(expected=revision),
                lambda _changes: self._show_undone(),
                self.refused.emit,
            )

    def _show_undone(self) -> None:
        again = Offer("Start again", self.started_again.emit, "refresh-cw", primary=True)
        self.say("undo-2", "It was taken back", "The desk is as it was before.", (again, self._close))
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Give it to the most likely button, or to the first."""
        buttons = self.findChildren(QPushButton)
        first = next((one for one in buttons if one.property("primary")), buttons[0])
        first.setFocus(Qt.FocusReason.TabFocusReason)
