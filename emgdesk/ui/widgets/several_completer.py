"""Proposals for a line that holds several names, separated by semicolons."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QWidget

_APART = "; "


class SeveralCompleter(QCompleter):
    """Completes the name the line ends with; those before it stay."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(list(names), parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(";")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        typed = self.widget().text() if self.widget() is not None else ""  # type: ignore[attr-defined]
        before = [name.strip() for name in typed.split(";")[:-1] if name.strip()]
        return _APART.join([*before, super().pathFromIndex(index)])
