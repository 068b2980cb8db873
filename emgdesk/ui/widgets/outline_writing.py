"""Lines written one behind the other in an outline: none waits for the desk to answer."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from emgdesk.domain.keys import new_key
from emgdesk.ui.models.outline_drafts import Draft, beside, stepped, with_drafts
from emgdesk.ui.models.outline_lines import OutlineLine
from emgdesk.ui.widgets.outline_view import OutlineView

MayStand = Callable[[Draft], bool]


class OutlineWriting(QObject):
    """Shows the lines of the desk with the new ones among them.

    `kept(draft)` asks the page to make a line, under the draft's key and with its text; the page says
    `answered` when the desk has it and `refused` when it has not. Enter keeps a line and opens the next,
    Tab and Shift+Tab change its level, Esc and Enter in an empty one end the run. `may_stand` says where
    a page's lines cannot be stepped to; `ended` that no new line is open any more.
    """

    kept = Signal(object)
    ended = Signal()

    def __init__(self, outline: OutlineView, parent: QObject, may_stand: MayStand | None = None) -> None:
        super().__init__(parent)
        self._outline = outline
        self._may_stand = may_stand or (lambda _draft: True)
        self._lines: Sequence[OutlineLine] = ()
        self._waiting: dict[str, Draft] = {}  # lines asked for that the desk has not shown yet
        self._made: set[str] = set()  # those of them it has made: the next lines it shows hold them
        self._open: Draft | None = None
        outline.draft_taken.connect(self._take)
        outline.draft_stepped.connect(self._step)
        outline.draft_left.connect(self._leave)

    @property
    def writing(self) -> bool:
        """Whether a new line is open."""
        return self._open is not None

    def show_lines(self, lines: Sequence[OutlineLine]) -> None:
        """Show what the desk holds now."""
        self._lines = lines
        there = {line.id for line in lines} | self._made
        self._waiting = {key: draft for key, draft in self._waiting.items() if key not in there}
        self._made.clear()
        self._display()

    def begin(self, home: str, chosen: str, *, below: bool = False, kind: str = "") -> None:
        """Open a new line of the page `home` behind the chosen one, or as the last below it."""
        lines = self._outline.lines.tree.lines
        line = self._outline.line(chosen) or next((one for one in reversed(lines) if not one.depth), None)
        draft = Draft(new_key(), home, kind=kind)
        self.open(draft if line is None else beside(lines, draft, line, below=below and bool(chosen)))

    def open(self, draft: Draft) -> None:
        """Open a new line; one that is open is kept."""
        self.flush()
        self._open = draft
        self._display()
        self._outline.write_draft(draft.id)

    def flush(self) -> None:
        """Keep the line that is open, if something stands in it."""
        if self._open is not None:
            self._leave(self._outline.close_draft())

    def forget(self) -> None:
        """Show nothing: the page goes to another agenda. What was kept is still asked for."""
        self._waiting.clear()
        self._made.clear()
        self.show_lines(())

    def answered(self, key: str) -> None:
        """The desk has made the line."""
        self._made.add(key)

    def refused(self, key: str) -> None:
        """The desk has not made the line."""
        self._waiting.pop(key, None)
        self._display()

    def _keep(self, draft: Draft, text: str) -> None:
        made = replace(draft, text=text.strip())
        self._waiting[draft.id] = made
        self.kept.emit(made)

    def _take(self, text: str, below: bool) -> None:
        """Enter: keep the line and open the next one; an empty one ends the run."""
        draft = self._open
        self._outline.close_draft()
        if draft is None or not text.strip():
            self._leave("")
            return
        self._open = None
        self._keep(draft, text)
        self._display()
        line = self._outline.line(draft.id)
        if line is not None:
            new = Draft(new_key(), draft.home, kind=draft.kind)
            self.open(beside(self._outline.lines.tree.lines, new, line, below=below))

    def _step(self, way: int) -> None:
        if self._open is None:
            return
        lines = [line for line in self._outline.lines.tree.lines if line.id != self._open.id]
        moved = stepped(lines, self._open, way)
        if moved is not None and self._may_stand(moved):
            self._open = moved
            self._display()

    def _leave(self, text: str) -> None:
        """The line was left: by Esc, or for another place."""
        draft, self._open = self._open, None
        if draft is None:
            return
        if text.strip():
            self._keep(draft, text)
        QTimer.singleShot(0, self, lambda: self._show_left(draft))  # a click that left it comes first

    def _show_left(self, draft: Draft) -> None:
        here = self._outline.chosen_id == draft.id and draft.id not in self._waiting
        self._display()
        if here and self._open is None:
            self._outline.choose(draft.after_id or draft.behind or draft.parent_id or "")
        if self._open is None:
            self.ended.emit()

    def _display(self) -> None:
        drafts = list(self._waiting.values())
        self._outline.set_lines(with_drafts(self._lines, [*drafts, self._open] if self._open else drafts))
