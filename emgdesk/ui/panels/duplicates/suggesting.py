"""Who looks like one chosen: found in the background, each a click away."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emgdesk.ui.panels.duplicates.kinds import Found, PairKind
from emgdesk.ui.panels.duplicates.searching import PairSearch
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.text import label, link

_MOST = 5  # are offered


class LookAlikes(QWidget):
    """`chosen(id, name)` when one who looks like `one_id` was clicked; `shown` once they are known."""

    chosen = Signal(str, str)
    shown = Signal()

    def __init__(self, services: Services, kind: PairKind, one_id: str) -> None:
        super().__init__()
        self._kind, self._one_id = kind, one_id
        self.search = PairSearch(services, kind, self)
        self.search.found.connect(self._show)
        self.said = label("Looking for others who look alike…", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.said)

    def _show(self, found: Found) -> None:
        others = list(self._others(found))
        nobody = f"No other {self._kind.noun} on this desk looks alike."
        self.said.setText("These look alike:" if others else nobody)
        for other_id, name, detail, why in others[:_MOST]:
            words = f"{name}, {detail}" if detail else name
            words = f"{words}  ({why})" if why else words
            go = link(words.replace("&", "&&"), partial(self.chosen.emit, other_id, name))
            self._column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        self.shown.emit()

    def _others(self, found: Found) -> Iterator[tuple[str, str, str, str]]:
        """Id, name, entity and reason of each, the likeliest first."""
        for line in found.alike:
            if line.one_id == self._one_id:
                yield line.other_id, line.other, line.other_detail, line.why
            elif line.other_id == self._one_id:
                yield line.one_id, line.one, line.one_detail, line.why
