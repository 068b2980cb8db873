"""The cells of a sheet in place: numbered as a spreadsheet numbers them, each row with what it is."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from emgdesk.importing.sheets.headers import column_letter
from emgdesk.importing.tables import RawSheet, text_of
from emgdesk.ui.theme import tones

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NO_SHEET = RawSheet("", (), ())
_WIDEST = 512  # columns shown
_LONGEST = 300  # letters of a cell shown
HEADER, ABOVE, NOT_READ = "Header", "Above the table", "Not read"


class CellsModel(QAbstractTableModel):
    """Column 0 says what a row is, the others are the sheet's own columns A, B, C ..."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = _NO_SHEET
        self.header_row: int | None = None
        self._aside: Mapping[int, str] | None = None
        self._width = 0

    def show_sheet(
        self, sheet: RawSheet | None, header_row: int | None, rows: Mapping[int, str] | None
    ) -> None:
        """Show a sheet; `rows` has every row that was read, with the reason where it was set aside."""
        self.beginResetModel()
        self.sheet = sheet or _NO_SHEET
        self.header_row, self._aside = header_row, rows
        self._width = min(_WIDEST, max((len(row) for row in self.sheet.rows), default=0))
        self.endResetModel()

    def move_header(self, row: int | None) -> None:
        """Show another row as the header, until what that means was worked out."""
        self.header_row, self._aside = row, None
        if self.sheet.rows:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def number(self, at: int) -> int:
        """The row number of a shown row."""
        return self.sheet.numbers[at]

    def at_of(self, number: int | None) -> int:
        """Where the row with this number stands, -1 if there is none."""
        return self.sheet.numbers.index(number) if number in self.sheet.numbers else -1

    def said(self, at: int) -> str:
        """What a row is; "" for a row that is read as a person."""
        number = self.sheet.numbers[at]
        if number == self.header_row:
            return HEADER
        if self.header_row is not None and number < self.header_row:
            return ABOVE
        return "" if self._aside is None else self._aside.get(number, NOT_READ)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._width + 1

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            text = self._text(index)
            return text[:_LONGEST] if role == _Role.DisplayRole or len(text) > 20 else None
        said = self.said(index.row())
        if role == _Role.ForegroundRole and said:
            return QColor(tones().accent if said == HEADER else tones().muted)
        if role == _Role.BackgroundRole and said == HEADER:
            return QColor(tones().accent_soft)
        if role == _Role.FontRole and said == HEADER:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _text(self, index: Index) -> str:
        if index.column() == 0:
            return self.said(index.row())
        row = self.sheet.rows[index.row()]
        at = index.column() - 1
        return " ".join(text_of(row[at]).split()) if at < len(row) else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            if role == _Role.DisplayRole:
                return str(self.sheet.numbers[section])
            return "Click: this row is the header" if role == _Role.ToolTipRole else None
        if role == _Role.DisplayRole:
            return column_letter(section - 1) if section else ""
        return None
