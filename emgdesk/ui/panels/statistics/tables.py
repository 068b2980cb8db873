"""The numbers of the statistics as tables: a row a meeting, or a row an entity."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from emgdesk.reports.sheets import Sheet, Value
from emgdesk.ui.models.columns import Column
from emgdesk.ui.models.rows import RowsModel
from emgdesk.ui.widgets.clipboard import as_tsv
from emgdesk.ui.widgets.table_view import TableView

_FIRST = ("Meeting", "People", "Members", "Observers", "Guests", "Secretariat", "Online", "In person",
          "Registered", "Attended", "Absent", "Walk-ins")  # fmt: skip
"""The columns of a sheet that are seen without scrolling; the others follow them."""

_CELL, _HEADING, _WIDEST = 22, 26, 300  # pixels beside the words of a cell and a heading; at most


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet; `id` is its place there."""

    id: str
    cells: tuple[Value, ...]


class NumbersTable(TableView):
    """Shows one sheet; `led(first cell)` when a row was opened.

    What is not known is shown as a dash; with `sparse` nought is left blank.
    """

    led = Signal(str)

    def __init__(self, name: str, *, sparse: bool = False) -> None:
        super().__init__()
        self._sparse = sparse
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.sheet: Sheet | None = None
        self._rows = RowsModel(())
        self.copy_pressed.connect(self._copy_selected)
        self.open_pressed.connect(lambda: self._lead(self.currentIndex()))
        self.doubleClicked.connect(self._lead)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self._sort)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the rows of a sheet in their own order."""
        headers = [column.header for column in sheet.columns]
        order = sorted(range(len(headers)), key=lambda at: (_place(headers[at]), at))
        columns = tuple(self._column(sheet, at) for at in order)
        self.sheet = sheet
        self._rows = RowsModel(columns, self)
        self._rows.set_rows([Line(str(at), tuple(row)) for at, row in enumerate(sheet.rows)])
        old = self.model()
        self.setModel(self._rows)
        if old is not None:
            old.deleteLater()
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._fit()

    def height_of(self, rows: int) -> int:
        """The pixels in which so many rows are seen, with headings and the bar below them."""
        heading, bar = self.horizontalHeader().sizeHint(), self.horizontalScrollBar().sizeHint()
        row = self.verticalHeader().defaultSectionSize()
        return heading.height() + rows * row + bar.height() + 2 * self.frameWidth()

    def copy_all(self) -> None:
        """Put the whole table with its headings on the clipboard, as shown."""
        self._copy(range(self._rows.rowCount()))

    def _copy_selected(self) -> None:
        self._copy(sorted({index.row() for index in self.selectionModel().selectedRows()}))

    def _copy(self, places: Sequence[int]) -> None:
        columns = range(self._rows.columnCount())
        cells = [[self._rows.value(self._rows.row_at(at), n) for n in columns] for at in places]
        headers = [column.header for column in self._rows.columns]
        QGuiApplication.clipboard().setText(as_tsv(cells, headers))

    def _fit(self) -> None:
        """Columns as wide as their words."""
        header = self.horizontalHeader()
        for at, column in enumerate(self._rows.columns):
            texts = (str(self._rows.index(row, at).data()) for row in range(self._rows.rowCount()))
            cells = max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + _CELL
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            words = QFontMetrics(bold).horizontalAdvance(column.header) + _HEADING
            header.resizeSection(at, min(max(cells, words), _WIDEST))

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._rows.sort(column, order)

    def _lead(self, index: QModelIndex) -> None:
        if index.isValid():
            self.led.emit(str(self._rows.row_at(index.row()).cells[0]))

    def _column(self, sheet: Sheet, at: int) -> Column:
        header, sparse = sheet.columns[at].header, self._sparse
        numeric = any(isinstance(row[at], int) for row in sheet.rows)
        return Column(
            header,
            header,
            value=lambda row: row.cells[at] or None if sparse else row.cells[at],
            align="right" if numeric else "left",
            blank="" if sparse or not numeric else "–",
        )


def _place(header: str) -> int:
    return _FIRST.index(header) if header in _FIRST else len(_FIRST)
