"""Writing and arranging actions in the outline: a new line, levels, places, deleting."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from emgdesk.domain.numbering import counted
from emgdesk.operations.action import (
    add_action,
    delete_action_sections,
    delete_actions,
    indent_actions,
    move_action,
    move_action_section,
    outdent_actions,
    set_stem,
    update_action,
    update_action_section,
)
from emgdesk.ui.models.outline_lines import OutlineLine
from emgdesk.ui.panels.actions.lines import ACTION, DRAFT, SECTION, STEM, place_of, with_draft
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.outline_view import OutlineView


class Arranging(QObject):
    """Does what the outline asks for; `made(id)` names a new action."""

    made = Signal(str)

    def __init__(self, outline: OutlineView, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._outline, self._services = outline, services
        self._lines: list[OutlineLine] = []
        self._draft: tuple[str, bool] | None = None  # beside which line, and whether below it
        self._step = 0  # levels a draft was stepped while it was being added
        outline.may_drop = _may_stand
        outline.wanted_after.connect(lambda key: self.begin(key, below=False))
        outline.wanted_below.connect(lambda key: self.begin(key, below=True))
        outline.renamed.connect(self._renamed)
        outline.moved.connect(self._moved)
        outline.indented.connect(lambda ids: self._shift(ids, 1))
        outline.outdented.connect(lambda ids: self._shift(ids, -1))
        outline.delete_pressed.connect(self._delete)
        outline.itemDelegate().closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._closed))

    def show_lines(self, lines: Sequence[OutlineLine]) -> None:
        """Show the lines of the desk, and the one being written among them."""
        self._lines = list(lines)
        if self._draft is not None:
            lines = with_draft(lines, self._draft[0], below=self._draft[1])
        self._outline.set_lines(lines)

    def begin(self, beside: str, *, below: bool) -> None:
        """Open an empty line beside or below another to write an action in."""
        if not self._lines:
            return
        beside = beside or self._lines[-1].id
        self._draft = (beside, below)
        self.show_lines(self._lines)
        self._outline.edit_line(DRAFT)

    def delete_chosen(self) -> None:
        """Delete the selected lines."""
        self._delete(self._outline.chosen_ids)

    def drop_draft(self) -> None:
        """Forget the empty line."""
        self._draft = None

    def _closed(self) -> None:
        """The editor of a draft was left without a text."""
        if self._draft is not None:
            beside, self._draft = self._draft[0], None
            self.show_lines(self._lines)
            self._outline.choose(beside)

    def _renamed(self, key: str, text: str) -> None:
        line = self._line(key)
        if key == DRAFT and self._draft is not None:
            self._add(text)
        elif line is None:
            return
        elif line.kind == SECTION:
            self._do("Change heading of section", update_action_section, section_id=key, heading=text)
        elif line.kind == STEM:
            self._do("Change stem", set_stem, action_id=key.removeprefix(STEM), stem=text)
        else:
            self._do("Change wording of action", update_action, action_id=key, text=text)

    def _add(self, text: str) -> None:
        assert self._draft is not None
        (beside, below), self._draft, self._step = self._draft, None, 0
        line = self._line(beside)
        if not text.strip() or line is None:
            self.show_lines(self._lines)
            return
        kw: dict[str, Any] = {"section_id": self._section_of(line), "text": text}
        if line.kind != ACTION:
            kw["index"] = 0
        else:
            kw["parent_id" if below else "after_id"] = beside
        self._services.do("Add action", add_action, lambda done: self._added(done.value), self._refused, **kw)

    def _added(self, key: str) -> None:
        """A line that was stepped in or out while it was being written goes there now."""
        if self._step:
            self._do("Change level", indent_actions if self._step > 0 else outdent_actions, action_ids=[key])
        self._step = 0
        self.made.emit(key)

    def _moved(self, key: str, parent_id: str, index: int) -> None:
        line = self._line(key)
        if line is None or line.kind == STEM:
            return
        if line.kind == SECTION:
            self._do("Move section", move_action_section, section_id=key, index=index)
            return
        place = place_of(self._lines, key, parent_id, index)
        if place is None:
            self._outline.set_lines(self._lines)
            return
        self._do(
            "Move action", move_action, action_id=key, section_id=place.section_id,
            parent_id=place.parent_id, index=place.index,
        )  # fmt: skip

    def _shift(self, ids: Sequence[str], way: int) -> None:
        if list(ids) == [DRAFT]:
            self._step = way
            return
        keys = [key for key in ids if (line := self._line(key)) is not None and line.kind == ACTION]
        if keys:
            words = f"Change level of {counted(len(keys), 'action', 'actions')}"
            self._do(words, indent_actions if way > 0 else outdent_actions, action_ids=keys)

    def _delete(self, ids: Sequence[str]) -> None:
        sections = [key for key in ids if (line := self._line(key)) is not None and line.kind == SECTION]
        actions = [key for key in ids if (line := self._line(key)) is not None and line.kind == ACTION]
        if sections:
            words = counted(len(sections), "section", "sections")
            self._delete_now(words, delete_action_sections, section_ids=sections)
        elif actions:
            words = counted(len(actions), "action", "actions")
            self._delete_now(words, delete_actions, action_ids=actions)

    def _delete_now(self, words: str, operation: Any, **kw: Any) -> None:
        navigator = self._services.navigator

        def tell(_done: object) -> None:
            was = "was" if words.startswith("1 ") else "were"
            navigator.notify(Notice(f"{words} {was} deleted.", "success", "Undo", navigator.undo))

        self._services.do(f"Delete {words}", operation, tell, self._refused, **kw)

    def _do(self, label: str, operation: Any, **kw: Any) -> None:
        self._services.do(label, operation, None, self._refused, **kw)

    def _refused(self, error: Exception) -> None:
        self._outline.set_lines(self._lines)
        self._services.navigator.notify(Notice(str(error), "error"))

    def _line(self, key: str) -> OutlineLine | None:
        return next((line for line in self._lines if line.id == key), None)

    def _section_of(self, line: OutlineLine) -> str:
        while line.kind != SECTION:
            above = self._line(line.parent_id or "")
            if above is None:
                break
            line = above
        return line.id


def _may_stand(line: OutlineLine, parent: OutlineLine | None) -> bool:
    if line.kind == SECTION:
        return parent is None
    return line.kind == ACTION and parent is not None and parent.kind in (SECTION, ACTION)
