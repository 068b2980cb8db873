"""The thin line at the top: tabs, what one does most, and the search field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QTabBar, QToolBar, QToolButton, QWidget

from emgdesk.ui.actions import EXPORT_MENU, NEW_MENU, TOOLBAR, Actions
from emgdesk.ui.icons import icon
from emgdesk.ui.search_field import Ask, SearchField

_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_AT_ONCE = QToolButton.ToolButtonPopupMode.InstantPopup


class Header(QToolBar):
    """`place_chosen(index)` when a tab is chosen."""

    place_chosen = Signal(int)

    def __init__(self, actions: Actions, places: Sequence[str], ask: Ask, parent: QWidget) -> None:
        super().__init__("Toolbar", parent)
        self.setObjectName("header")
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(18, 18))
        self._actions = actions
        self.tabs = QTabBar()
        self.tabs.setObjectName("places")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Places")
        for title in places:
            self.tabs.addTab(title)
        self.tabs.currentChanged.connect(self.place_chosen)
        self.addWidget(self.tabs)
        self.addWidget(_gap())
        self._new = self._menu_button("New", "plus", NEW_MENU)
        self._worded("import", "Import")
        self._export = self._menu_button("Export / Print", "printer", EXPORT_MENU)
        self.addSeparator()
        for key in ("undo", "redo"):
            self.addAction(actions[key])
            self.widgetForAction(actions[key]).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addSeparator()
        self.search = SearchField(ask)
        self.search.setFixedWidth(250)
        self.addWidget(self.search)

    def _worded(self, key: str, text: str) -> None:
        """A button for an action under a shorter name."""
        self.addAction(self._actions[key])
        made = self.widgetForAction(self._actions[key])
        if isinstance(made, QToolButton):
            self._actions[key].setIconText(f" {text}")
            made.setToolButtonStyle(_WORDS)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _menu_button(self, text: str, icon_name: str, keys: tuple[str, ...]) -> QToolButton:
        made = QToolButton()
        made.setText(f" {text}")
        made.setAccessibleName(text)
        made.setIcon(icon(icon_name))
        made.setProperty("icon_name", icon_name)
        made.setToolButtonStyle(_WORDS)
        made.setPopupMode(_AT_ONCE)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu: QMenu = self._actions.menu(keys, made)
        menu.aboutToShow.connect(lambda: self._actions.tint(keys))
        made.setMenu(menu)
        self.addWidget(made)
        return made

    def desk_open(self, is_open: bool) -> None:
        """Show the line only while there is a desk to work on."""
        self.setVisible(is_open)

    def show_place(self, at: int) -> None:
        """Mark a tab as the one in view."""
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(at)
        self.tabs.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_export"):
            self._actions.tint(TOOLBAR)
            for made in (self._new, self._export):
                made.setIcon(icon(made.property("icon_name")))


def _gap() -> QWidget:
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
