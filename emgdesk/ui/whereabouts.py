"""Where the user is on the pages, so that what was said of one place does not stay at the next."""

from collections.abc import Iterator

from PySide6.QtCore import QMetaObject, QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QTabBar, QWidget

from emgdesk.ui.widgets.filter_list import FilterList
from emgdesk.ui.widgets.row_table import RowTable


class Whereabouts(QObject):
    """`left` once the user went to another page, tab, line of a list or row than when told to `remember`."""

    left = Signal()

    def __init__(self, pages: QWidget) -> None:
        super().__init__(pages)
        self._pages = pages
        self._place: dict[QWidget, object] | None = None
        self._bound: list[QMetaObject.Connection] = []
        self._soon = QTimer(self, interval=0, singleShot=True)  # when a refresh has put everything back
        self._soon.timeout.connect(self.look)

    def remember(self) -> None:
        """This is the place; watch for its being left."""
        self.forget()
        self._place = dict(self._where())
        for tabs in self._pages.findChildren(QTabBar):
            self._bind(tabs.currentChanged)
        for chooser in self._pages.findChildren(FilterList):
            self._bind(chooser.chosen)
        for table in self._pages.findChildren(RowTable):
            self._bind(table.selection_changed)

    def forget(self) -> None:
        """Watch no more."""
        self._place = None
        for bond in self._bound:
            QObject.disconnect(bond)
        self._bound.clear()

    def look(self) -> None:
        """Say so if this is no longer the place."""
        if self._place is None:
            return
        now = dict(self._where())
        gone = now.keys() != self._place.keys()
        if gone or any(chosen != self._place[part] for part, chosen in now.items() if chosen is not None):
            self.forget()
            self.left.emit()

    def _bind(self, signal: SignalInstance) -> None:
        self._bound.append(signal.connect(self._soon.start))

    def _where(self) -> Iterator[tuple[QWidget, object]]:
        """What is chosen in each list, table and line of tabs in view; None where nothing is."""
        for tabs in self._pages.findChildren(QTabBar):
            if tabs.isVisible():
                yield tabs, tabs.currentIndex()
        for chooser in self._pages.findChildren(FilterList):
            if chooser.isVisible():
                yield chooser, chooser.chosen_id or None
        for table in self._pages.findChildren(RowTable):
            if table.isVisible():
                yield table, table.current_id()
