"""A list at the left and what it leads to at the right, their widths remembered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from emgdesk.settings import Settings

_SHARE = 0.27  # of the width that a part which does not grow takes at most


class SideSplit(QSplitter):
    """Splits `parts` side by side; `name` is what the widths are remembered under."""

    def __init__(
        self, parts: Sequence[QWidget], widths: Sequence[int], grows: int, settings: Settings, name: str
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings, self._name = settings, f"split.{name}"
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for at, part in enumerate(parts):
            self.addWidget(part)
            self.setStretchFactor(at, 1 if at == grows else 0)
        known = settings.get(self._name, [])
        fits = len(known) == len(parts) and all(isinstance(width, int) and width > 0 for width in known)
        self.setSizes(known if fits else list(widths))
        self._usual = None if fits else (grows, list(widths))
        self.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        self._usual = None
        self._settings.set(self._name, self.sizes())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until somebody moved it, what does not grow gives way in a narrow window."""
        super().resizeEvent(event)
        if self._usual is not None:
            grows, widths = self._usual
            least = [min(width, round(event.size().width() * _SHARE)) for width in widths]
            least[grows] = max(1, event.size().width() - sum(least) + least[grows])
            self.setSizes(least)
