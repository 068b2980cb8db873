"""Two chosen by hand, compared and merged: "This is the same person as…"."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from emgdesk.errors import EmgdeskError
from emgdesk.queries.entities import EntityRow, list_entities
from emgdesk.queries.search import Hit
from emgdesk.ui.dialogs.person_choice import PersonEdit
from emgdesk.ui.doors import show_dialog
from emgdesk.ui.panels.duplicates.choosing import Side
from emgdesk.ui.panels.duplicates.kinds import PairKind
from emgdesk.ui.panels.duplicates.pane import PairPane
from emgdesk.ui.panels.duplicates.suggesting import LookAlikes
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.room import fit_screen
from emgdesk.ui.widgets.text import label
from emgdesk.workspace import Done, Workspace

_NARROW = 560  # pixels, as long as nobody is compared


class MergeDialog(QDialog):
    """`merged` carries the key of the one that stays."""

    merged = Signal(str)

    def __init__(
        self, services: Services, kind: PairKind, one_id: str, name: str, other_id: str, parent: QWidget
    ) -> None:
        """Compare `one_id`, called `name`, with `other_id`, or with one to be chosen if that is ""."""
        super().__init__(parent)
        self.services, self.kind = services, kind
        self._one_id = one_id
        self.setWindowTitle(f"Merge two {kind.nouns}")
        self.banner = Banner()
        self.pane = PairPane(kind)
        self.asked = label(f"{name} is the same {kind.noun} as", "heading", wrap=True)
        self.choice = self._choice()
        self.asked.setVisible(not other_id)
        self.choice.setVisible(not other_id)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.addButton("Merge", QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setEnabled(False)
        self.ok.setToolTip("Ctrl+Enter")
        self.buttons.accepted.connect(self.submit)
        self.buttons.rejected.connect(self.reject)
        self.alike = LookAlikes(services, kind, one_id)
        self.alike.chosen.connect(self._take)
        self.alike.shown.connect(self._make_room)
        self.finished.connect(self.alike.search.give_up)
        self._lay_out()
        if other_id:
            self._grow()
            self.compare(other_id)
        else:
            self.resize(_NARROW, self.layout().totalHeightForWidth(_NARROW))
            self.alike.search.begin()
        self.choice.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (self.banner, self.asked, self.choice, self.alike):
            column.addWidget(part)
        column.addWidget(self.pane, 100)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.alike.setVisible(not self.choice.isHidden())
        self.pane.hide()

    def _make_room(self) -> None:
        """As high as those who look alike need, as long as nobody is compared."""
        if self.pane.isHidden():
            self.layout().activate()
            self.resize(self.width(), max(self.height(), self.layout().totalHeightForWidth(self.width())))

    def _grow(self) -> None:
        """Room for the comparison, around the middle of where the dialog was."""
        if not self.pane.isHidden():
            return
        middle = self.geometry().center()
        self.alike.hide()
        self.pane.show()
        fit_screen(self, 900, 620)
        if self.isVisible():
            room = self.screen().availableGeometry()
            at = middle - self.rect().center()
            self.move(
                max(room.left(), min(at.x(), room.right() - self.width())),
                max(room.top(), min(at.y(), room.bottom() - self.height())),
            )

    def _choice(self) -> LineEdit:
        """The field in which the other one is chosen."""
        made: LineEdit
        if self.kind.noun == "person":
            made = PersonEdit(self.services)
            made.person_chosen.connect(self._person_chosen)
        else:
            made = LineEdit()
            self.services.read(list_entities, self._propose)
        made.setPlaceholderText(f"Begin to type the other {self.kind.noun}…")
        made.setAccessibleName(f"The other {self.kind.noun}")
        return made

    def _person_chosen(self, hit: Hit | None) -> None:
        if hit is not None:
            self.compare(hit.id)

    def _take(self, other_id: str, name: str) -> None:
        """Compare with one who was offered."""
        self.choice.setText(name)
        self.compare(other_id)

    def _propose(self, rows: Sequence[EntityRow]) -> None:
        known = {_called(row): row.id for row in rows if row.id != self._one_id}
        completer = QCompleter(list(known), self.choice)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated[str].connect(lambda text: self.compare(known[text]))  # type: ignore[index]
        self.choice.setCompleter(completer)

    def compare(self, other_id: str) -> None:
        """Put this one beside the first."""
        if other_id == self._one_id:
            self.banner.tell(f"That is the same {self.kind.noun} already; choose another one.", "error")
            return
        self.banner.dismiss()
        load = partial(_sides, kind=self.kind, one_id=self._one_id, other_id=other_id)
        self.services.load(load, self._show, latest=(id(self), "sides"))

    def _show(self, sides: tuple[Side, Side] | None) -> None:
        self._grow()
        self.ok.setEnabled(sides is not None)
        noun = self.kind.noun
        question = f"Merged into one {noun}" if sides else "One of the two is no longer on the desk."
        self.pane.show_pair(None, sides, question)
        if sides is not None:
            self.ok.setDefault(True)
            self.pane.view.setFocus()

    def submit(self) -> None:
        """Merge as shown, even if they were once said to be two."""
        choices = self.pane.choices
        if choices is None or not self.ok.isEnabled():
            return
        self.ok.setEnabled(False)
        kept, lost = choices.kept, choices.lost
        done = partial(self._done, kept, lost)
        self.services.do(
            f"Merge {lost.name} into {kept.name}", self.kind.merge, done, self._failed,
            kept_id=kept.id, lost_id=lost.id, forget_two=True, **choices.told(),
        )  # fmt: skip

    def _done(self, kept: Side, lost: Side, _done: Done[Any]) -> None:
        navigator = self.services.navigator
        self.accept()
        self.merged.emit(kept.id)
        sentence = f"{kept.name} and {lost.name} are one {self.kind.noun} now."
        navigator.notify(Notice(sentence, "success", "Undo", navigator.undo))

    def _failed(self, error: Exception) -> None:
        self.ok.setEnabled(True)
        if isinstance(error, EmgdeskError):
            self.banner.tell(str(error), "error")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter merges from wherever the keyboard is."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        elif enter and self.choice.hasFocus():
            event.accept()  # takes a proposal, does not merge
        else:
            super().keyPressEvent(event)


def open_merge(
    services: Services,
    kind: PairKind,
    one: tuple[str, str],
    other_id: str,
    on_merged: Callable[[str], object],
    window: QWidget,
) -> None:
    """Open the dialog for `one` (key, name); `other_id` is "" if it is still to be chosen."""
    dialog = MergeDialog(services, kind, *one, other_id, window)
    dialog.merged.connect(on_merged)
    show_dialog(dialog)


def _called(row: EntityRow) -> str:
    return f"{row.acronym}  ({row.full_name})" if row.full_name not in ("", row.acronym) else row.acronym


def _sides(workspace: Workspace, *, kind: PairKind, one_id: str, other_id: str) -> tuple[Side, Side] | None:
    return kind.sides(workspace, one_id, other_id)
