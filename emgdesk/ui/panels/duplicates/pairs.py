"""Pairs of one kind: found in the background, decided one by one."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.errors import EmgdeskError
from emgdesk.ui.page import Page
from emgdesk.ui.panels.duplicates.choosing import Side
from emgdesk.ui.panels.duplicates.kinds import Found, PairKind, PairLine
from emgdesk.ui.panels.duplicates.pair_list import PairList, decision_of
from emgdesk.ui.panels.duplicates.pane import PairPane
from emgdesk.ui.panels.duplicates.searching import PairSearch, SearchLine
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.empty_state import EmptyState, Offer
from emgdesk.ui.widgets.room import Stack
from emgdesk.ui.widgets.side_split import SideSplit
from emgdesk.ui.widgets.text import button, label
from emgdesk.workspace import ChangeSet, Workspace

_LIST = 150  # pixels the list keeps
_HINT = "↑ ↓ field   ← → side"


class PairsPanel(Page):
    """The pairs of a kind at the left, the one in view compared at the right.

    `counted(number)` when it is known how many look alike, `counted(None)` when it no longer is.
    """

    counted = Signal(object)

    def __init__(self, services: Services, kind: PairKind) -> None:
        super().__init__(services)
        self.kind = kind
        self.tables = kind.tables
        self._found: Found | None = None
        self._later: set[str] = set()
        self._undone = False  # the pair an undo brings back is the next to be looked at
        self._busy = False
        self.search = PairSearch(services, kind, self)
        self.search.found.connect(self._show)
        self.search.stopped.connect(self._show_stopped)
        self.list = PairList(kind.nouns)
        self.list.setMinimumWidth(_LIST)
        self.pane = PairPane(kind)
        self.progress = SearchLine(self.search)
        self.empty = EmptyState("search", "", "")
        self._make_buttons()
        self._lay_out()
        self._wire()

    def _make_buttons(self) -> None:
        noun, nouns = self.kind.noun, self.kind.nouns
        self.merge = button("Merge  (M)", self._merge, primary=True)
        self.merge.setToolTip(f"Make one {noun} of the two, as the last column shows  (M or Ctrl+Enter)")
        self.two = button(f"They are two {nouns}  (T)", self._say_two)
        self.two.setToolTip("Remember it and do not ask again")
        self.later = button("Later  (Space)", self._put_off)
        self.back = button("Take it back  (U)", self._take_back, "undo-2")
        self.back.setToolTip(f"Ask again whether these are one {noun}")
        self.said = button("Said to be two", self._switch)
        self.said.setCheckable(True)
        self.said.setObjectName("chip")

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(10)
        bar.addWidget(self.said)
        bar.addStretch()
        bar.addWidget(self.progress)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.merge, self.two, self.later, self.back):
            foot.addWidget(part)
        foot.addStretch()
        self.hint = label(_HINT, "caption")
        foot.addWidget(self.hint)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(14, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.pane, 1)
        column.addLayout(foot)
        split = SideSplit(
            (self.list, right), (270, 800), 1, self.services.settings, f"pairs.{self.kind.nouns}"
        )
        self._stack = Stack()
        self._stack.addWidget(split)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        self._say_searching()

    def _wire(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.decided.connect(self.decide)
        self.list.entered.connect(self.pane.view.setFocus)

    # --- searching ----------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if changes is not None and changes.kind == "undo":
            self._undone = True
        if self._found is None or changes is None:
            self.search.begin()
        else:
            self.search.begin_soon()
            self._choose(self.list.chosen_id)

    def _on_changed(self, changes: ChangeSet) -> None:
        """Count again what nobody looks at: its number is seen from elsewhere."""
        super()._on_changed(changes)
        if self._found is not None and self.concerns(changes) and not self.isVisible():
            self.counted.emit(None)
            self.search.begin_unseen()

    def _show(self, found: Found) -> None:
        before = {line.id for line in self._lines()}
        self._found = found
        back = [line.id for line in self._lines() if line.id not in before] if self._undone else []
        self._undone = False
        self.progress.look()
        self.counted.emit(len(found.alike))
        self._list_pairs(next(iter(back), ""))

    def _show_stopped(self) -> None:
        if self._found is None:
            offer = Offer("Look again", self.search.begin, "search", primary=True)
            self.empty.say(
                "search", "Stopped", "The comparison was stopped before it came to an end.", (offer,)
            )
        self.counted.emit(None)
        self.progress.look()

    def _say_searching(self) -> None:
        who = "that" if self.kind.noun == "entity" else "who"
        title = f"Looking for {self.kind.nouns} {who} look alike"
        self.empty.say("search", title, "You can go on working meanwhile.")
        self._stack.setCurrentWidget(self.empty)
        self.said.hide()

    # --- the list -----------------------------------------------------------------------------

    @property
    def _saying_two(self) -> bool:
        return self.said.isChecked()

    def _lines(self) -> tuple[PairLine, ...]:
        if self._found is None:
            return ()
        return self._found.two if self._saying_two else self._found.alike

    def _list_pairs(self, prefer: str = "") -> None:
        """Show the pairs there are, or say that there are none."""
        if self._found is None:
            return
        count = len(self._found.two)
        self.said.setText(f"Said to be two ({count})")
        self.said.setAccessibleName(self.said.text())
        self.said.setVisible(bool(count) or self._saying_two)
        lines = self._lines()
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.list.show_lines(lines, self._later, prefer)
        for part in (self.merge, self.two, self.later, self.hint):
            part.setVisible(not self._saying_two)
        self.back.setVisible(self._saying_two)
        if lines:
            self._stack.setCurrentIndex(0)
            if had_focus and not self.pane.view.hasFocus() and not self.list.view.hasFocus():
                self.pane.view.setFocus()
        else:
            self._say_none()
        self._choose(self.list.chosen_id)

    def _say_none(self) -> None:
        assert self._found is not None
        noun, nouns = self.kind.noun, self.kind.nouns
        if self._saying_two:
            text = f"{nouns.capitalize()} who look alike and are two would be listed here."
            self.empty.say("users", f"No {nouns} were said to be two", text)
        else:
            text = f"All {self._found.total:,} {nouns} on this desk were compared with one another."
            who = (
                "Nobody looks like somebody else" if noun == "person" else "No entity looks like another one"
            )
            self.empty.say("circle-check", who, text)
        self._stack.setCurrentWidget(self.empty)

    def _switch(self) -> None:
        self._list_pairs()

    def _choose(self, pair_id: str) -> None:
        line = next((line for line in self._lines() if line.id == pair_id), None)
        if line is None:
            self.pane.show_pair(None, None)
            self._enable(False)
            return
        load = partial(_sides, kind=self.kind, line=line)
        self.services.load(load, partial(self._compare, line), latest=(id(self), "sides"))

    def _compare(self, line: PairLine, sides: tuple[Side, Side] | None) -> None:
        if line.id != self.list.chosen_id:
            return
        shown = self.pane.choices
        if shown is not None and sides is not None and shown.sides == sides:
            return  # read again and the same: what was chosen stays
        question = ""
        if sides is None:
            question = "One of the two is no longer on the desk."
        elif self._saying_two:
            question = f"These were said to be two {self.kind.nouns}."
        self.pane.show_pair(line, sides, question)
        self._enable(sides is not None)

    def _enable(self, on: bool) -> None:
        for part in (self.merge, self.two, self.back):
            part.setEnabled(on)

    # --- deciding -----------------------------------------------------------------------------

    def decide(self, decision: str) -> None:
        """Do what a key says (see `decision_of`), where the pair in view allows it."""
        acts = {"merge": self.merge, "two": self.two, "later": self.later, "back": self.back}
        part = acts[decision]
        if not part.isHidden() and part.isEnabled():
            part.click()

    def _merge(self) -> None:
        choices = self.pane.choices
        if choices is None or self._busy:
            return
        kept, lost = choices.kept, choices.lost
        told = choices.told()
        name = str(told.get("name") or told.get("acronym") or kept.name)
        sentence = f"{kept.name} and {lost.name} are one {self.kind.noun} now: {name}."
        self._do(
            f"Merge {lost.name} into {kept.name}", self.kind.merge, sentence,
            kept_id=kept.id, lost_id=lost.id, **told,
        )  # fmt: skip

    def _say_two(self) -> None:
        line = self._line_in_view()
        if line is not None:
            sentence = f"{line.one} and {line.other} are two {self.kind.nouns}; you will not be asked again."
            self._do(
                f"{line.one} and {line.other} are two {self.kind.nouns}", self.kind.say_two, sentence,
                one_id=line.one_id, other_id=line.other_id,
            )  # fmt: skip

    def _take_back(self) -> None:
        line = self._line_in_view()
        if line is not None:
            sentence = f"{line.one} and {line.other} are compared again."
            self._do(
                f"Ask again about {line.one} and {line.other}", self.kind.forget_two, sentence,
                one_id=line.one_id, other_id=line.other_id,
            )  # fmt: skip

    def _put_off(self) -> None:
        line = self._line_in_view()
        if line is None:
            return
        self._later.add(line.id)
        following = self.list.neighbour(line.id)
        ids = self.list.model.ids()
        if ids and line.id == ids[-1]:
            following = next((key for key in ids if key not in self._later), ids[0])
        self._list_pairs(following)

    def _line_in_view(self) -> PairLine | None:
        return next((line for line in self._lines() if line.id == self.list.chosen_id), None)

    def _do(self, label_: str, operation: Any, sentence: str, **kw: Any) -> None:
        line = self._line_in_view()
        if line is None or self._busy:
            return
        self._busy = True
        gone = str(kw.get("lost_id", ""))
        done = partial(self._done, line.id, gone, sentence)
        self.services.do(label_, operation, done, self._refused, **kw)

    def _done(self, pair_id: str, gone: str, sentence: str, _done: object) -> None:
        """Go on to the next pair; the search that follows the change brings the others up to date."""
        self._busy = False
        following = self.list.neighbour(pair_id)
        if self._found is not None:
            alike, two = (
                tuple(
                    line for line in lines if line.id != pair_id and gone not in (line.one_id, line.other_id)
                )
                for lines in (self._found.alike, self._found.two)
            )
            self._found = Found(alike, two, self._found.total)
            self.counted.emit(len(alike))
            self._list_pairs(following)
        self.services.navigator.notify(Notice(sentence, "success", "Undo", self.services.navigator.undo))

    def _refused(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, EmgdeskError):
            self.services.navigator.notify(Notice(str(error), "error"))
        self.search.begin()

    # --- ways ---------------------------------------------------------------------------------

    def start_filter(self) -> None:
        self.list.filter.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the comparison."""
        if decision := decision_of(event):
            self.decide(decision)
        else:
            super().keyPressEvent(event)


def _sides(workspace: Workspace, *, kind: PairKind, line: PairLine) -> tuple[Side, Side] | None:
    return kind.sides(workspace, line.one_id, line.other_id)
