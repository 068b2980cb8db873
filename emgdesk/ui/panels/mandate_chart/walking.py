"""Walking through a chart with the arrow keys: along a row, and from row to row."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from emgdesk.reports.charts.mandate_areas import HotArea


class Walk:
    """The stops of each row from left to right, bars and events; `area` is the one reached, if any."""

    def __init__(self, areas: Sequence[HotArea], place: tuple[str, str, str] | None = None) -> None:
        self._rows: dict[int, list[HotArea]] = {}
        for area in sorted(areas, key=lambda one: (one.row, one.x, one.event_id)):
            self._rows.setdefault(area.row, []).append(area)
        self._numbers = sorted(self._rows)
        self.area: HotArea | None = None
        if place is not None:
            stops = (stop for row in self._rows.values() for stop in row)
            self.area = next((stop for stop in stops if _place(stop) == place), None)

    @property
    def place(self) -> tuple[str, str, str] | None:
        """What is reached, in words that hold for another layout too."""
        return None if self.area is None else _place(self.area)

    def begin(self) -> None:
        """Reach the first stop, unless one is reached already."""
        if self.area is None and self._numbers:
            self.area = self._rows[self._numbers[0]][0]

    def find(self, area: HotArea) -> None:
        """Reach what an area stands for, if it is a stop."""
        stops = [stop for row in self._rows.values() for stop in row]
        self.area = next((stop for stop in stops if _place(stop) == _place(area)), self.area)

    def step(self, key: Qt.Key) -> bool:
        """Go where an arrow key, Home or End leads; False for any other key, and where nothing is."""
        if not self._numbers or key not in _KEYS:
            return False
        if self.area is None:
            self.begin()
            return True
        row = self._rows[self.area.row]
        at = row.index(self.area)
        match key:
            case Qt.Key.Key_Left:
                self.area = row[max(at - 1, 0)]
            case Qt.Key.Key_Right:
                self.area = row[min(at + 1, len(row) - 1)]
            case Qt.Key.Key_Home:
                self.area = row[0]
            case Qt.Key.Key_End:
                self.area = row[-1]
            case _:
                self._across(-1 if key == Qt.Key.Key_Up else 1)
        return True

    def _across(self, rows: int) -> None:
        """To the nearest stop of the row above or below."""
        assert self.area is not None
        at = self._numbers.index(self.area.row) + rows
        if 0 <= at < len(self._numbers):
            x = self.area.x
            self.area = min(self._rows[self._numbers[at]], key=lambda stop: abs(stop.x - x))


_KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


def _place(area: HotArea) -> tuple[str, str, str]:
    return area.kind, area.id, area.event_id
