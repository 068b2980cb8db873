"""Garbage is collected on the window's thread alone, and never while the window starts.

A collection on a worker thread could take apart widgets there, which Qt does not
bear; at the start it would only look again and again at modules that stay.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds
_YOUNG, _MIDDLE = 10_000, 10  # new objects, and young collections, worth a look


class Collector(QObject):
    """Takes over once the window stands: what exists by then is left in peace."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect if enough has come together."""
        young, middle, old = gc.get_count()
        if old > _MIDDLE:
            gc.collect()
        elif middle > _MIDDLE:
            gc.collect(1)
        elif young > _YOUNG:
            gc.collect(0)
