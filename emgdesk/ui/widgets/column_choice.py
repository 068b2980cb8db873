"""Which columns a table shows, in what order and width, sorted how: remembered for each table."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from emgdesk.settings import Settings
from emgdesk.ui.models.rows import RowsModel

_AFTER = 400  # milliseconds after the last drag of a column edge


class ColumnChoice(QObject):
    """The header of one table and its memory in the settings under `table.<name>`."""

    sort_wanted = Signal(int, Qt.SortOrder)

    def __init__(self, view: QTableView, model: RowsModel, settings: Settings, name: str) -> None:
        super().__init__(view)
        self._view, self._model, self._settings = view, model, settings
        self._header: QHeaderView = view.horizontalHeader()
        self._name = f"table.{name}"
        self._save_soon = QTimer(self, interval=_AFTER, singleShot=True)
        self._save_soon.timeout.connect(self._save)
        self.restore()
        self._header.setSortIndicatorShown(True)
        self._header.sortIndicatorChanged.connect(self.sort_wanted)
        for signal in (self._header.sectionResized, self._header.sectionMoved):
            signal.connect(lambda *_: self._save_soon.start())
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(
            lambda at: self._menu().popup(self._header.mapToGlobal(at))
        )

    def restore(self) -> None:
        """Show the columns as remembered, else as declared."""
        known = self._settings.get(self._name, {})
        letter = self._view.fontMetrics().horizontalAdvance("Name of an entity, its code") / 27
        for at, column in enumerate(self._model.columns):
            kept = known.get(column.key)
            kept = kept if isinstance(kept, dict) else {}
            width = kept.get("width") or column.width * letter + 16
            self._header.resizeSection(at, int(width))
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
        self._view.setColumnHidden(at, not shown)
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
                "width": self._header.sectionSize(at) if not self._view.isColumnHidden(at) else 0,
                "place": self._header.visualIndex(at),
            }
            for at, column in enumerate(self._model.columns)
        }
        self._settings.set(self._name, kept)
