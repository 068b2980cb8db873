"""A field that finds an entity of the desk by any of its names."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter

from emgdesk.domain.folding import fold
from emgdesk.importing.snapshot import KnownEntity
from emgdesk.ui.widgets.line_edit import LineEdit


class EntitySearch(LineEdit):
    """`chosen(entity id)` when one of those proposed is taken."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Another entity…")
        self.setAccessibleName("Another entity of the desk")
        self._ids: dict[str, str] = {}  # by line
        self._named: dict[str, str] = {}  # by folded name
        self._texts = QStringListModel(self)
        completer = QCompleter(self._texts, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated[str].connect(self._choose)  # type: ignore[index]
        self.setCompleter(completer)

    def show_entities(self, entities: Sequence[KnownEntity]) -> None:
        """What can be found: acronym and every other name of each entity."""
        self._ids = {line_of(entity): entity.id for entity in entities}
        named: dict[str, set[str]] = {}
        for entity in entities:
            for name in (entity.acronym, *entity.names):
                named.setdefault(fold(name), set()).add(entity.id)
        acronyms = {fold(entity.acronym): entity.id for entity in entities}
        self._named = {name: next(iter(ids)) for name, ids in named.items() if len(ids) == 1} | acronyms
        self._texts.setStringList(sorted(self._ids, key=str.casefold))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is written in full, or what alone is meant; it presses no button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        event.accept()
        entity_id = self._meant(self.text())
        if entity_id:
            self.completer().popup().hide()
            self.clear()
            QTimer.singleShot(0, self, lambda: self.chosen.emit(entity_id))  # the list gives focus back first

    def _meant(self, text: str) -> str:
        """The entity with this acronym or name, else the only one in whose line the text stands."""
        typed = fold(text)
        if not typed:
            return ""
        if typed in self._named:
            return self._named[typed]
        found = {key for line, key in self._ids.items() if typed in fold(line)}
        return found.pop() if len(found) == 1 else ""

    def _choose(self, line: str) -> None:
        entity_id = self._ids.get(line)
        if entity_id is not None:
            QTimer.singleShot(0, self, self.clear)  # after the completer put its own text
            self.chosen.emit(entity_id)


def line_of(entity: KnownEntity) -> str:
    """An entity in one line, every name it is found by included."""
    others = [name for name in entity.names if name != entity.acronym]
    return f"{entity.acronym} – {'; '.join(others)}" if others else entity.acronym
