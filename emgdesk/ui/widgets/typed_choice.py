"""A choice one can also type in, with proposals for any part of a name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

_LETTERS = 30  # it shows at least so many


class TypedChoice(QComboBox):
    """Tab takes the one proposal there is, and goes on; Up and Down open the list and change nothing."""

    def __init__(self, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addItems(list(texts))
        self.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.completer().popup().installEventFilter(self)
        self.setCurrentIndex(-1)
        self.setCurrentText("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.completer().popup()
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
        ):
            self._take_proposal()
        return super().eventFilter(watched, event)

    def _take_proposal(self) -> None:
        """Where several are proposed, the one reached with the arrows is taken by the list itself."""
        if self.completer().completionCount() == 1:
            self.setCurrentText(self.completer().currentCompletion())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.showPopup()
            event.accept()
        else:
            super().keyPressEvent(event)
