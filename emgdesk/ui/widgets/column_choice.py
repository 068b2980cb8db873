"""Which columns a table shows, in what order and width, sorted how: remembered for each table."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from emgdesk.settings import Settings
from emgdesk.ui.models.rows import RowsModel
from emgdesk.ui.widgets.row_table_fit import ColumnRoom, fitted

_HEADING = 26  # pixels beside the words of a heading
_AFTER = 400  # milliseconds after the last drag of a column edge


class ColumnChoice(QObject):
    """The header of one table and its memory in the settings under `table.<name>`.

    The columns fill the width of the table; what is remembered is what was wanted of each.
    """

    sort_wanted = Signal(int, Qt.SortOrder)

    def __init__(self, view: QTableView, model: RowsModel, settings: Settings, name: str) -> None:
        super().__init__(view)
        self._view, self._model, self._settings = view, model, settings
        self._header: QHeaderView = view.horizontalHeader()
        self._name = f"table.{name}"
        self._wanted: dict[int, int] = {}  # pixels by column
        self._fitting = self._seen = False
        self._save_soon = QTimer(self, interval=_AFTER, singleShot=True)
        self._save_soon.timeout.connect(self._save)
        self.restore()
        self._header.setSortIndicatorShown(True)
        self._header.sortIndicatorChanged.connect(self.sort_wanted)
        self._header.sectionResized.connect(self._dragged)
        self._header.sectionMoved.connect(lambda *_: self._save_soon.start())
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(
            lambda at: self._menu().popup(self._header.mapToGlobal(at))
        )

    def restore(self) -> None:
        """Show the columns as remembered, else as declared."""
        known = self._settings.get(self._name, {})
        self._fitting = True
        for at, column in enumerate(self._model.columns):
            kept = known.get(column.key)
            kept = kept if isinstance(kept, dict) else {}
            self._wanted[at] = int(kept.get("width") or self._pixels(column.width))
            self._header.resizeSection(at, self._wanted[at])
            self._view.setColumnHidden(at, not kept.get("shown", column.shown))
            if column.stretch:
                self._header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        places = {
            c.key: known[c.key].get("place", at) for at, c in enumerate(self._model.columns) if c.key in known
        }
        for key, place in sorted(places.items(), key=lambda item: item[1]):
            self._header.moveSection(
                self._header.visualIndex(self._model.column_of(key)), min(place, len(places) - 1)
            )
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._fitting = False
        if self._seen:
            self.fit()

    def fit(self) -> None:
        """Give the columns the width of the table; where it has less than they need, it scrolls."""
        self._seen = True
        columns, shown = self._model.columns, self.shown_columns()
        if any(columns[at].stretch for at in shown):
            return
        self._fitting = True
        room = {at: self._room(at) for at in shown}
        for at, width in fitted(room, self._view.viewport().width()).items():
            self._header.resizeSection(at, width)
        self._fitting = False

    def _room(self, at: int) -> ColumnRoom:
        column, wanted = self._model.columns[at], self._wanted[at]
        heading = self._header.fontMetrics().horizontalAdvance(column.header) + _HEADING
        least = max(heading, self._pixels(column.least or column.width))
        return ColumnRoom(wanted, min(wanted, least), column.align == "left")

    def _pixels(self, letters: int) -> int:
        letter = self._view.fontMetrics().horizontalAdvance("Name of an entity, its code") / 27
        return int(letters * letter + 16)

    def _dragged(self, *_: object) -> None:
        """The user drew an edge: the columns are wanted as they are now."""
        if not self._fitting:
            self._wanted |= {at: self._header.sectionSize(at) for at in self.shown_columns()}
            self._save_soon.start()

    def shown_columns(self) -> list[int]:
        """The columns shown, left to right."""
        visual = (self._header.logicalIndex(at) for at in range(self._header.count()))
        return [at for at in visual if not self._view.isColumnHidden(at)]

    def first_column(self) -> int:
        return next(iter(self.shown_columns()), 0)

    def pop_up(self, button: QWidget) -> None:
        """Open the choice below a button."""
        menu = self._menu()
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height())))

    def set_shown(self, at: int, shown: bool) -> None:
        self._fitting = True
        self._view.setColumnHidden(at, not shown)
        self._fitting = False
        self.fit()
        self._save()

    def _menu(self) -> QMenu:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self.shown_columns()
        for at, column in enumerate(self._model.columns):
            action = menu.addAction(column.header)
            action.setCheckable(True)
            action.setChecked(at in shown)
            action.setEnabled(shown != [at])
            action.toggled.connect(lambda on, at=at: self.set_shown(at, on))
        menu.addSeparator()
        menu.addAction("As at first", self._forget)
        return menu

    def _forget(self) -> None:
        self._settings.set(self._name, None)
        for at in range(self._header.count()):
            self._header.moveSection(self._header.visualIndex(at), at)
        self.restore()

    def _save(self) -> None:
        kept = {
            column.key: {
                "shown": not self._view.isColumnHidden(at),
                "width": self._wanted[at],
                "place": self._header.visualIndex(at),
            }
            for at, column in enumerate(self._model.columns)
        }
        self._settings.set(self._name, kept)
