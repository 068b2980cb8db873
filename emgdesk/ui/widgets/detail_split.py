"""A table with a detail beside or below it that one can put away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from emgdesk.settings import Settings
from emgdesk.ui.widgets.text import ToolButton

_ROOM = 330  # pixels of height from which the detail is there until it is put away


class DetailSplit(QSplitter):
    """`switch` shows and hides the detail; both that and the sizes are remembered under `name`.

    The detail stands at the right where the room is `beside_from` pixels wide (0: never), else below.
    """

    def __init__(
        self, main: QWidget, detail: QWidget, settings: Settings, name: str, switch: ToolButton,
        beside_from: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(Qt.Orientation.Vertical)
        self._detail, self._settings, self._name = detail, settings, f"detail.{name}"
        self._switch, self._beside_from = switch, beside_from
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(main)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        switch.setCheckable(True)
        switch.toggled.connect(self._toggled)
        self._asked: bool | None = settings.get(f"{self._name}.shown", None)
        self.splitterMoved.connect(lambda *_: settings.set(self._sizes_name(), self.sizes()))
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = bool(self._beside_from) and event.size().width() >= self._beside_from
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if way != self.orientation() or not event.oldSize().isValid():
            self.setOrientation(way)
            self._take_sizes()
        self._settle()

    def _toggled(self, shown: bool) -> None:
        self._asked = shown
        self._settings.set(f"{self._name}.shown", shown)
        self._settle()

    def _settle(self) -> None:
        """Show the detail where it is wanted, or was never asked about and there is room."""
        shown = self.height() >= _ROOM if self._asked is None else self._asked
        self._detail.setVisible(shown)
        self._switch.blockSignals(True)
        self._switch.setChecked(shown)
        self._switch.blockSignals(False)

    def _sizes_name(self) -> str:
        return f"{self._name}.{'beside' if self.orientation() == Qt.Orientation.Horizontal else 'below'}"

    def _take_sizes(self) -> None:
        known = self._settings.get(self._sizes_name(), [])
        whole = self.width() if self.orientation() == Qt.Orientation.Horizontal else self.height()
        share = 36 if self.orientation() == Qt.Orientation.Horizontal else 40
        fits = len(known) == 2 and all(isinstance(size, int) and size > 0 for size in known)
        self.setSizes(known if fits else [whole * (100 - share) // 100, whole * share // 100])
