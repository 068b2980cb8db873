"""The outline of a report: paragraphs are written in the editor, not in place, and cross sections."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from emgdesk.ui.models.outline_lines import OutlineLine
from emgdesk.ui.panels.report.lines import PARAGRAPH, SECTION
from emgdesk.ui.widgets.outline_view import OutlineView


class ReportOutline(OutlineView):
    """`writing_wanted(id)`: F2 or a double click on a paragraph."""

    writing_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("Sections and paragraphs of the report")
        self.show_at_most(2)
        self.may_drop = _may_drop

    def edit(self, index: Any, *how: Any) -> Any:
        """A heading is edited in place; a paragraph in the editor, where all of it stands."""
        line = self.lines.line(index) if index.isValid() else None
        if line is None or line.kind == SECTION:
            return super().edit(index, *how)
        trigger = how[0] if how else self.EditTrigger.AllEditTriggers
        if trigger & self.editTriggers():
            self.writing_wanted.emit(line.id)
        return False

    def move_chosen(self, offset: int) -> None:
        """A paragraph at the end of its section goes on to the next one."""
        line = self.line(self.chosen_id)
        if line is None or line.kind == SECTION or len(self.chosen_ids) != 1:
            super().move_chosen(offset)
            return
        section = line.parent_id or ""
        own = self._paragraphs(section)
        index = own.index(line.id) + offset
        if 0 <= index < len(own):
            self.moved.emit(line.id, section, index)
            return
        sections = [one.id for one in self.lines.tree.lines if one.kind == SECTION]
        there = sections.index(section) + offset
        if 0 <= there < len(sections):
            onto = sections[there]
            self.moved.emit(line.id, onto, 0 if offset > 0 else len(self._paragraphs(onto)))

    def _paragraphs(self, section_id: str) -> list[str]:
        tree = self.lines.tree
        return [key for key in tree.siblings(section_id) if tree.line(key).kind == PARAGRAPH]


def _may_drop(line: OutlineLine, parent: OutlineLine | None) -> bool:
    """Paragraphs stand in sections, and nothing stands below a paragraph."""
    if parent is None:
        return line.kind == SECTION
    return parent.kind == SECTION
