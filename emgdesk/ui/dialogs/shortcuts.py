"""All keys in one list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from emgdesk.ui.actions import shortcut_list
from emgdesk.ui.widgets.room import Room, fit_screen
from emgdesk.ui.widgets.text import label

_IN_TABLES = (
    ("Edit the cell", "F2, Enter or just type"),
    ("Change a field of all selected rows", "Shift+F2, or Ctrl+Enter in a cell"),
    ("Copy the selected rows for Excel", "Ctrl+C"),
    ("Remove the selected rows", "Delete"),
    ("From the filter into the list", "Down or Enter"),
    ("Empty the filter", "Esc"),
)
_IN_PAIRS = (
    ("Choose a field, choose a side", "↑ ↓, ← →"),
    ("Merge the two", "M or Ctrl+Enter"),
    ("They are two", "T"),
    ("Later", "Space"),
    ("Take back that they are two", "U"),
)
_IN_OUTLINES = (
    ("A new line; the next one while it is written", "Enter"),
    ("One below it; in the report a section", "Ctrl+Enter"),
    ("Step in, step out", "Tab, Shift+Tab"),
    ("Move up, move down", "Alt+↑, Alt+↓"),
    ("Approve, with changes, defer, withdraw", "F5, F6, F7, F8"),
    ("A footnote at the cursor", "Ctrl+Alt+F"),
)

_IN_PLANS = (
    ("A new task, a new line", "Insert"),
    ("Report on the task", "Shift+Insert"),
    ("Move up, move down", "Alt+↑, Alt+↓"),
    ("Paste tasks from a spreadsheet", "Ctrl+V"),
)
_IN_UPDATES = (
    ("Completed, ongoing, upcoming", "C, O, U"),
    ("Not started, postponed, dropped", "N, P, D"),
    ("No change", "="),
    ("Write, the task below", "just type, Enter"),
    ("A new line in a text", "Shift+Enter"),
    ("The next cell, the one before", "Tab, Shift+Tab"),
    ("A window for a long text", "Ctrl+Enter"),
    ("Take back what the cell says", "Delete"),
    ("Paste cells from a spreadsheet", "Ctrl+V"),
)
_IN_CHARTS = (
    ("More, fewer details, all years", "+, -, 0"),
    ("Zoom with the mouse", "Ctrl+wheel"),
    ("From event to event", "← → ↑ ↓"),
    ("First, last event of a row", "Home, End"),
    ("Move the chart", "Ctrl+← → ↑ ↓"),
    ("Show the decision or the workstream", "Enter"),
)
_IN_ROLLS = (
    ("Choose a proposal or leave it", "Space"),
    ("What becomes of a task", "1, 2, 3"),
    ("Do what is chosen", "Ctrl+Enter"),
)

_BESIDE = {
    3: (
        ("In lists and tables", _IN_TABLES),
        ("In possible duplicates", _IN_PAIRS),
        ("In agenda, actions and report", _IN_OUTLINES),
        ("In the roll forward", _IN_ROLLS),
    ),
    6: (
        ("In work plan, mandate, deliverables", _IN_PLANS),
        ("In the update of all tasks", _IN_UPDATES),
        ("In the mandate chart", _IN_CHARTS),
    ),
}
"""By the column of the grid they begin in."""


class ShortcutsDialog(QDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(5)
        self._fill(grid, "Anywhere", shortcut_list(), 0)
        for column, groups in _BESIDE.items():
            row = 0
            for title, lines in groups:
                self._fill(grid, title, lines, column, row)
                row += len(lines) + 2
        for column in (2, 5):
            grid.setColumnMinimumWidth(column, 20)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(18)
        keys = QWidget()
        keys.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setRowStretch(grid.rowCount(), 1)
        layout.addWidget(Room(keys), 1)
        layout.addWidget(buttons)
        wanted = self.sizeHint()
        fit_screen(self, wanted.width() + 16, wanted.height())

    def _fill(
        self, grid: QGridLayout, title: str, lines: tuple[tuple[str, str], ...], column: int, row: int = 0
    ) -> None:
        grid.addWidget(label(title, "group"), row, column, 1, 2, Qt.AlignmentFlag.AlignBottom)
        for at, (what, keys) in enumerate(lines, start=row + 1):
            grid.addWidget(label(what), at, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(keys, "muted"), at, column + 1, Qt.AlignmentFlag.AlignTop)
