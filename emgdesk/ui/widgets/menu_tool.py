"""A flat button that opens a menu, for the line above a table."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QToolButton

from emgdesk.ui.widgets.text import ToolButton

Entry = tuple[str, Callable[[], object]] | None
"""Words and what they do; None is a line between."""


class MenuTool(ToolButton):
    """`entries` are asked for whenever the menu opens, so that their words tell of what is there now."""

    def __init__(
        self, text: str, icon_name: str, entries: Callable[[], Sequence[Entry]], *, tip: str = ""
    ) -> None:
        super().__init__(icon_name)
        self.say(text)
        self.setToolTip(tip or text)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._entries = entries
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)

    def say(self, text: str) -> None:
        """Show other words."""
        self.setText(f" {text}")  # the style leaves no room after the icon
        self.setAccessibleName(text)

    def fill(self) -> None:
        """Put the entries of now into the menu."""
        self.menu().clear()
        for entry in self._entries():
            if entry is None:
                self.menu().addSeparator()
            else:
                self.menu().addAction(entry[0], entry[1])
