"""A field for a name with the people of the desk proposed while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from emgdesk.queries.search import Hit, search
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.line_edit import LineEdit

_PAUSE = 150  # milliseconds after the last key before the desk is asked


class PersonEdit(LineEdit):
    """`person_id` is that of the person chosen, None while the name is a new one."""

    person_chosen = Signal(object)  # Hit or None

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.person_id: str | None = None
        self._hits: dict[str, Hit] = {}
        self._texts = QStringListModel(self)
        completer = QCompleter(self._texts, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated[str].connect(self._choose)  # type: ignore[index]
        self.setCompleter(completer)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)

    def _typed(self, _text: str) -> None:
        if self.person_id is not None:
            self.person_id = None
            self.person_chosen.emit(None)
        self._pause.start()

    def _ask(self) -> None:
        if len(self.text().strip()) > 1:
            self._services.read(
                search, self._propose, latest=(id(self), "people"), text=self.text(), limit=200
            )

    def _propose(self, hits: Sequence[Hit]) -> None:
        people = [hit for hit in hits if hit.kind == "person"][:12]
        self._hits = {_line(hit): hit for hit in people}
        self._texts.setStringList(list(self._hits))
        if self._hits and self.hasFocus() and self.person_id is None:
            self.completer().complete()

    def _choose(self, line: str) -> None:
        hit = self._hits.get(line)
        if hit is not None:
            QTimer.singleShot(0, self, lambda: self._take(hit))  # after the completer put its own text

    def _take(self, hit: Hit) -> None:
        self.person_id = hit.id
        self.setText(hit.text)
        self.person_chosen.emit(hit)


def _line(hit: Hit) -> str:
    return f"{hit.text}  ({hit.detail})" if hit.detail else hit.text
