"""Proposals for a line that holds several names, separated by semicolons."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from emgdesk.domain.entity_lists import join_entities, split_entities

_APART = "; "


def spread_names(text: str) -> str:
    """Names in a cell as this line takes them: "UNEP, FAO" -> "UNEP; FAO"."""
    return _APART.join(split_entities(text))


def gathered_names(text: str, known: Sequence[str]) -> str:
    """What was typed as one cell: "UNEP; FAO, WHO" -> "UNEP, FAO, WHO"; a `known` name keeps its commas."""
    names: list[str] = []
    for part in split_entities(text):
        pieces = split_entities(part)
        apart = part not in known and any(piece in known for piece in pieces)
        names += pieces if apart else (part,)
    return join_entities(dict.fromkeys(names))


class SeveralCompleter(QCompleter):
    """Completes the name the line ends with; those before it stay."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(list(names), parent)
        self.names = tuple(names)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(";")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        typed = self.widget().text() if self.widget() is not None else ""  # type: ignore[attr-defined]
        before = [name.strip() for name in typed.split(";")[:-1] if name.strip()]
        return _APART.join([*before, super().pathFromIndex(index)])
