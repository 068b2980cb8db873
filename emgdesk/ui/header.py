"""The thin line at the top: tabs, what one does most, and the search field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QToolButton, QWidget

from emgdesk.ui.actions import EXPORT_MENU, NEW_MENU, TOOLBAR, Actions
from emgdesk.ui.icons import icon
from emgdesk.ui.search_field import Ask, SearchField

_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICON = Qt.ToolButtonStyle.ToolButtonIconOnly
_SEARCH, _SEARCH_LEAST, _NARROWEST = 250, 90, 620  # pixels
_AT_ONCE = QToolButton.ToolButtonPopupMode.InstantPopup


class Header(QFrame):
    """`place_chosen(index)` when a tab is chosen."""

    place_chosen = Signal(int)

    def __init__(self, actions: Actions, places: Sequence[str], ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._actions = actions
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("places")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Places")
        for title in places:
            self.tabs.addTab(title)
        self.tabs.currentChanged.connect(self.place_chosen)
        self._menus = {
            "plus": self._menu_button("New", "plus", NEW_MENU),
            "printer": self._menu_button("Export / Print", "printer", EXPORT_MENU),
        }
        self.search = SearchField(ask, self)
        self.search.setMinimumWidth(_SEARCH)
        self.search.setMaximumWidth(_SEARCH)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._worded: list[QToolButton] = list(self._menus.values())
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(5)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        for part in (
            self._menus["plus"],
            self._button("import", "Import"),
            self._menus["printer"],
            _rule(self),
            self._button("undo"),
            self._button("redo"),
            _rule(self),
            self.search,
        ):
            row.addWidget(part)
        self._row = row
        self._natural = 0  # the width with all words, once it is shown

    # --- room -----------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Learn how wide it is with all words, in the font of now."""
        self._natural = 0
        self._fit()
        self.tabs.setMinimumWidth(self.tabs.sizeHint().width())
        self._row.invalidate()
        self._natural = self._row.sizeHint().width()
        self._fit()

    def _fit(self) -> None:
        """Where the words find no room: icons alone, closer tabs, a shorter search field."""
        short = self.width() < self._natural
        for made in self._worded:
            made.setToolButtonStyle(_ICON if short else _WORDS)
        self.search.setMinimumWidth(_SEARCH_LEAST if short else _SEARCH)
        if bool(self.tabs.property("short")) != short:
            self.tabs.setProperty("short", short)
            self.tabs.style().polish(self.tabs)
            self.tabs.setMinimumWidth(self.tabs.sizeHint().width())

    # --- parts ----------------------------------------------------------------------------------

    def _button(self, key: str, text: str = "") -> QToolButton:
        """A button for an action, with its icon alone or under a shorter name."""
        made = QToolButton(self)
        self._actions[key].setIconText(f" {text}")
        made.setDefaultAction(self._actions[key])
        made.setAccessibleName(text or key.capitalize())
        _dress(made, _WORDS if text else _ICON)
        if text:
            self._worded.append(made)
        return made

    def _menu_button(self, text: str, icon_name: str, keys: tuple[str, ...]) -> QToolButton:
        made = QToolButton(self)
        made.setText(f" {text}")
        made.setAccessibleName(text)
        made.setIcon(icon(icon_name))
        made.setPopupMode(_AT_ONCE)
        _dress(made, _WORDS)
        menu = self._actions.menu(keys, made)
        menu.aboutToShow.connect(lambda: self._actions.tint(keys))
        made.setMenu(menu)
        return made

    def show_place(self, at: int) -> None:
        """Mark a tab as the one in view."""
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(at)
        self.tabs.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_natural"):
            self._measure()
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_menus"):
            self._actions.tint(TOOLBAR)
            for name, made in self._menus.items():
                made.setIcon(icon(name))


def _dress(made: QToolButton, style: Qt.ToolButtonStyle) -> None:
    made.setToolButtonStyle(style)
    made.setIconSize(QSize(18, 18))
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _rule(parent: QWidget) -> QFrame:
    made = QFrame(parent)
    made.setObjectName("upright")
    return made
