"""The one place screens learn from that the desk changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # the window shows before the database library is loaded
    from emgdesk.workspace import ChangeSet, Workspace


class ChangeHub(QObject):
    """Passes every change set of a workspace on to the window's thread.

    `changed` carries a `ChangeSet`: an edit, an undo or a redo alike, before the
    work that caused it is answered.
    """

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self.changed)  # crosses to the thread this object lives on
        workspace.subscribe(self._arrived.emit)


def touched(changes: ChangeSet, *tables: str) -> bool:
    """Whether any of `tables` changed."""
    return not changes.tables.keys().isdisjoint(tables)


def keys_of(changes: ChangeSet, table: str) -> frozenset[str] | None:
    """The rows of `table` that changed; None when they are too many to name."""
    if table not in changes.tables:
        return frozenset()
    return changes.tables[table] or None
