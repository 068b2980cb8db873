"""A field that finds an entity of the desk by any of its names."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter

from emgdesk.importing.snapshot import KnownEntity
from emgdesk.ui.widgets.line_edit import LineEdit


class EntitySearch(LineEdit):
    """`chosen(entity id)` when one of those proposed is taken."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Another entity…")
        self.setAccessibleName("Another entity of the desk")
        self._ids: dict[str, str] = {}
        self._texts = QStringListModel(self)
        completer = QCompleter(self._texts, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated[str].connect(self._choose)  # type: ignore[index]
        self.setCompleter(completer)

    def show_entities(self, entities: Sequence[KnownEntity]) -> None:
        """What can be found: acronym and every other name of each entity."""
        self._ids = {line_of(entity): entity.id for entity in entities}
        self._texts.setStringList(sorted(self._ids, key=str.casefold))

    def _choose(self, line: str) -> None:
        entity_id = self._ids.get(line)
        if entity_id is not None:
            QTimer.singleShot(0, self, self.clear)  # after the completer put its own text
            self.chosen.emit(entity_id)


def line_of(entity: KnownEntity) -> str:
    """An entity in one line, every name it is found by included."""
    others = [name for name in entity.names if name != entity.acronym]
    return f"{entity.acronym} – {'; '.join(others)}" if others else entity.acronym
