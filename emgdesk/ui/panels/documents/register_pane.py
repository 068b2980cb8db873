"""The register laid out: the pattern of its symbols, the table, what is wrong with the line in view."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.numbering import counted
from emgdesk.settings import Settings
from emgdesk.ui.drop_target import dropped_files, is_desk
from emgdesk.ui.panels.documents.columns import COLUMNS, RegisterLine
from emgdesk.ui.panels.documents.reading import LoadedRegister
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.text import IconLabel, label, link

_NOUN = ("document", "documents")


class RegisterPane(QWidget):
    """Shows a register; `dropped(paths, line)` are files let go over a line, or over none ("")."""

    pattern_edited = Signal(str)
    moved = Signal(int)
    wanted_new = Signal()
    dropped = Signal(tuple, str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._lines: tuple[RegisterLine, ...] = ()
        self.pattern = LineEdit()
        self.pattern.setAccessibleName("Pattern of the symbols")
        self.pattern.setMaximumWidth(340)
        self.pattern.setToolTip(
            "{som} is the number of the SOM, {som:th} with its ending, {segment} the segment,\n"
            "{number} the number, {number:02} with two digits"
        )
        self.pattern.editingFinished.connect(self._pattern_typed)
        self.pattern.escaped.connect(self._forget_pattern)
        self._pattern, self._guessed = "", ""
        self.next = label(role="muted")
        self.use = link("Keep this pattern", lambda: self.pattern_edited.emit(self._guessed))
        self.table = RowTable(COLUMNS, settings, "documents", _NOUN)
        self.table.selection_changed.connect(lambda _ids: self._tell())
        self._icon = IconLabel("triangle-alert", 18, "warn")
        self.remark = label(role="muted", wrap=True)
        self.remark.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        for keys, act in (("Alt+Up", -1), ("Alt+Down", 1)):
            self._shortcut(keys).activated.connect(lambda offset=act: self.moved.emit(offset))
        self._shortcut("Ins").activated.connect(self.wanted_new)
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        caption = label("Symbols of this meeting", "muted")
        caption.setBuddy(self.pattern)
        for widget in (caption, self.pattern, self.next, self.use):
            line.addWidget(widget, 1 if widget is self.pattern else 0)
        line.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.remark, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _shortcut(self, keys: str) -> QShortcut:
        return QShortcut(
            QKeySequence(keys), self.table.view, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    # --- showing ------------------------------------------------------------------------------

    def show_register(self, loaded: LoadedRegister) -> None:
        """Show a register as it was read."""
        self._lines = loaded.lines
        self._pattern, self._guessed = loaded.meeting.symbol_pattern, loaded.guessed
        if not self.pattern.hasFocus():
            self._forget_pattern()
        self.pattern.setPlaceholderText(loaded.guessed or "EMG/SOM.{som}/{segment}/{number:02}")
        self.next.setText(f"next: {loaded.next_symbol}" if loaded.next_symbol else "no symbol is proposed")
        self.use.setVisible(bool(loaded.guessed) and not self._pattern)
        for key, texts in loaded.proposals.items():
            self.table.set_proposals(key, texts)
        self.table.set_rows(loaded.lines)
        self._tell()

    def _forget_pattern(self) -> None:
        with QSignalBlocker(self.pattern):
            self.pattern.setText(self._pattern)

    def _pattern_typed(self) -> None:
        if self.pattern.text().strip() != self._pattern:
            self.pattern_edited.emit(self.pattern.text().strip())

    def refuse_pattern(self) -> None:
        """Show the pattern that stands: the one typed is at fault."""
        self._forget_pattern()

    def _tell(self) -> None:
        """Say what is wrong with the selected line, or how many lines are to be looked at."""
        chosen: Sequence[RegisterLine] = self.table.selected_rows()
        sentences = " ".join(chosen[0].warnings) if len(chosen) == 1 else ""
        wrong = sum(bool(line.warnings) for line in self._lines)
        if not sentences and wrong:
            sentences = f"{counted(wrong, 'document needs', 'documents need')} a look."
        self.say(sentences)

    def say(self, sentence: str) -> None:
        """A sentence below the table."""
        self.remark.setText(sentence)
        for part in (self._icon, self.remark):
            part.setVisible(bool(sentence))

    def edit_title(self, line_id: str) -> None:
        """Select a line and put the cursor into its title."""
        self.table.select([line_id], focus=True)
        at, column = self.table.model.at_of(line_id), self.table.model.column_of("title")
        if at >= 0 and not self.table.view.isColumnHidden(column):
            index = self.table.model.index(at, column)
            self.table.view.setCurrentIndex(index)
            self.table.view.edit(index)

    # --- files dropped ------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        paths = self._files(event)
        if paths:
            line = self._line_at(event.position().toPoint(), paths)
            new = counted(len(paths), "new line of it", "new lines of them")
            what = f"attach “{paths[0].name}” to {called(line)}" if line else f"make {new}"
            self.say(f"Let go to {what}.")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._tell()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = self._files(event)
        if paths:
            event.acceptProposedAction()
            line = self._line_at(event.position().toPoint(), paths)
            self._tell()
            self.dropped.emit(paths, line.id if line else "")

    def _files(self, event: QDropEvent) -> tuple[Path, ...]:
        paths = dropped_files(event.mimeData())
        return () if any(map(is_desk, paths)) else paths

    def _line_at(self, point: QPoint, paths: Sequence[Path]) -> RegisterLine | None:
        """The line one file is let go over; several files become lines of their own."""
        view = self.table.view
        index = view.indexAt(view.viewport().mapFrom(self, point))
        inside = view.isVisible() and view.viewport().rect().contains(view.viewport().mapFrom(self, point))
        if len(paths) != 1 or not inside or not index.isValid():
            return None
        line: RegisterLine = self.table.model.row_at(index.row())
        return line


def called(line: RegisterLine) -> str:
    """How a line is spoken of: its symbol, else its title, else its number."""
    row = line.row
    return row.symbol or (f"“{row.title}”" if row.title else f"document {row.number}")
