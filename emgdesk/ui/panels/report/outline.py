"""The outline of a report: paragraphs are written in the editor, not in place, and cross sections."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from emgdesk.ui.models.outline_lines import OutlineLine
from emgdesk.ui.panels.report.lines import PARAGRAPH, SECTION
from emgdesk.ui.widgets.outline_view import OutlineView


class ReportOutline(OutlineView):
    """`writing_wanted(id)`: F2 or a double click on a paragraph; `typed(event)`: a letter on one."""

    writing_wanted = Signal(str)
    typed = Signal(object)
    _held: list[QKeyEvent] | None = None  # typed while a new paragraph is being made

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

    def write_on(self, event: QKeyEvent) -> None:
        line = self.line(self.chosen_id)
        if line is not None and line.kind == PARAGRAPH:
            self.typed.emit(event)
        else:
            super().write_on(event)

    def hold(self) -> None:
        """Keep what is typed from now on for the paragraph that is being made."""
        self._held = []

    def release(self, onto: QWidget | None = None) -> None:
        """Hand what was kept over to the editor of the new paragraph."""
        held, self._held = self._held, None
        if onto is not None:
            for event in held or ():
                QApplication.sendEvent(onto, event)

    def event(self, event: QEvent) -> bool:
        if self._held is None or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().event(event)
        self._held.append(QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        return True

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
