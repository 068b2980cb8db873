"""Tabs whose pages are made when first opened."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget


class LazyTabs(QTabWidget):
    """Tabs by key; `made(key, page)` when one was opened for the first time, `turned(key)` at each turn."""

    made = Signal(str, object)
    turned = Signal(str)

    def __init__(
        self, tabs: Sequence[tuple[str, str, Callable[[], QWidget]]], margins: tuple[int, int, int, int]
    ) -> None:
        """`tabs` are (key, title, how its page is made)."""
        super().__init__()
        self.setObjectName("sheets")
        self.setDocumentMode(True)
        self.tabBar().setObjectName("parts")
        self.tabBar().setDrawBase(False)
        self.tabBar().setExpanding(False)
        self._makers = {key: make for key, _, make in tabs}
        self._titles = {key: title for key, title, _ in tabs}
        self._keys = [key for key, _, _ in tabs]
        self._pages: dict[str, QWidget] = {}
        self._margins = margins
        for _, title, _ in tabs:
            self.addTab(QWidget(), title)
        self.currentChanged.connect(self._turn)

    @property
    def key(self) -> str:
        """The key of the tab in view."""
        return self._keys[self.currentIndex()]

    @property
    def pages(self) -> dict[str, QWidget]:
        """The pages made so far, by key."""
        return dict(self._pages)

    def page(self, key: str) -> QWidget:
        """The page of a tab, made if it was not yet."""
        if key not in self._pages:
            page = self._pages[key] = self._makers[key]()
            column = QVBoxLayout(self.widget(self._keys.index(key)))
            column.setContentsMargins(*self._margins)
            column.addWidget(page)
            self.made.emit(key, page)
        return self._pages[key]

    def open(self, key: str) -> QWidget:
        """Show a tab; its page. An unknown key opens the first."""
        key = key if key in self._keys else self._keys[0]
        page = self.page(key)
        self.setCurrentIndex(self._keys.index(key))
        return page

    def show_count(self, key: str, words: str) -> None:
        """Say a number beside a title, "" for none."""
        self.setTabText(
            self._keys.index(key), f"{self._titles[key]}  {words}" if words else self._titles[key]
        )

    def show_only(self, keys: Sequence[str]) -> None:
        """Hide the tabs that are not in `keys`."""
        for at, key in enumerate(self._keys):
            self.setTabVisible(at, key in keys)

    def _turn(self, at: int) -> None:
        self.page(self._keys[at])
        self.turned.emit(self._keys[at])
