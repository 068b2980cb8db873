"""Writing and arranging actions in the outline: a new line, levels, places, deleting."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject

from emgdesk.domain.keys import new_key
from emgdesk.domain.numbering import counted
from emgdesk.errors import DataError
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
from emgdesk.ui.models.outline_drafts import Draft
from emgdesk.ui.models.outline_lines import OutlineLine
from emgdesk.ui.panels.actions.lines import ACTION, SECTION, STEM, place_of
from emgdesk.ui.services import Notice, Services
from emgdesk.ui.widgets.outline_view import OutlineView
from emgdesk.ui.widgets.outline_writing import OutlineWriting
from emgdesk.workspace import Done


class Arranging(QObject):
    """Does what the outline asks for."""

    def __init__(self, outline: OutlineView, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._outline, self._services = outline, services
        self.writing = OutlineWriting(outline, self, self._may_be_written)
        outline.may_drop = _may_stand
        outline.wanted_after.connect(lambda key: self.begin(key, below=False))
        outline.wanted_below.connect(lambda key: self.begin(key, below=True))
        outline.renamed.connect(self._renamed)
        outline.moved.connect(self._moved)
        outline.indented.connect(lambda ids: self._shift(ids, 1))
        outline.outdented.connect(lambda ids: self._shift(ids, -1))
        outline.delete_pressed.connect(self._delete)
        self.writing.kept.connect(self._add)

    @property
    def _lines(self) -> Sequence[OutlineLine]:
        return self._outline.lines.tree.lines

    def show_lines(self, lines: Sequence[OutlineLine]) -> None:
        """Show the lines of the desk, and those being written among them."""
        self.writing.show_lines(lines)

    def begin(self, beside: str, *, below: bool) -> None:
        """Open an empty line behind or below another to write an action in; of a section the first."""
        line = self._line(beside) or (self._lines[-1] if self._lines else None)
        if line is None:
            return
        home = self._section_of(line)
        if line.kind == ACTION:
            self.writing.begin(home, line.id, below=below, kind=ACTION)
        else:
            behind = line.id if line.kind == STEM else self._head_of(line)
            self.writing.open(Draft(new_key(), home, home, behind=behind, kind=ACTION))

    def _head_of(self, section: OutlineLine) -> str:
        """What stands over the first action of a section: its stem, or the section itself."""
        own = [line for line in self._lines if line.parent_id == section.id]
        return own[0].id if own and own[0].kind == STEM else section.id

    def delete_chosen(self) -> None:
        """Delete the selected lines."""
        self._delete(self._outline.chosen_ids)

    def _renamed(self, key: str, text: str) -> None:
        line = self._line(key)
        if line is None:
            return
        if line.kind == SECTION:
            self._do("Change heading of section", update_action_section, section_id=key, heading=text)
        elif line.kind == STEM:
            self._do("Change stem", set_stem, action_id=key.removeprefix(STEM), stem=text)
        else:
            self._do("Change wording of action", update_action, action_id=key, text=text)

    def _add(self, draft: Draft) -> None:
        """Make an action of a line that was written."""
        kw: dict[str, Any] = {"after_id": draft.after_id} if draft.after_id else {}
        stem = self._line(draft.behind)
        if draft.parent_id not in (None, draft.home):
            kw["parent_id"] = draft.parent_id
        elif stem is not None:
            before = [line for line in self._lines[: self._lines.index(stem)] if line.parent_id == draft.home]
            kw["index"] = sum(line.kind == ACTION for line in before)
            kw |= {"stem": stem.text} if stem.kind == STEM else {}

        def refused(error: Exception) -> None:
            self.writing.refused(draft.id)
            self._refused(DataError(f"{error} “{draft.text}” was not kept."))

        def made(done: Done[str]) -> None:
            self.writing.answered(done.value)

        self._services.do(
            "Add action", add_action, made, refused,
            section_id=draft.home, text=draft.text, key=draft.id, **kw,
        )  # fmt: skip

    def _moved(self, key: str, parent_id: str, index: int) -> None:
        line = self._line(key)
        if line is None or line.kind == STEM:
            return
        if line.kind == SECTION:
            self._do("Move section", move_action_section, section_id=key, index=index)
            return
        place = place_of(self._lines, key, parent_id, index)
        if place is None:
            return
        self._do(
            "Move action", move_action, action_id=key, section_id=place.section_id,
            parent_id=place.parent_id, index=place.index,
        )  # fmt: skip

    def _shift(self, ids: Sequence[str], way: int) -> None:
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
        self._services.navigator.notify(Notice(str(error), "error"))

    def _line(self, key: str) -> OutlineLine | None:
        return self._outline.line(key)

    def _may_be_written(self, draft: Draft) -> bool:
        parent = self._line(draft.parent_id or "")
        return parent is not None and parent.kind in (SECTION, ACTION)

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
