"""The dialog that shows how long work is getting on."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)


class Cancellable(Protocol):
    def cancel(self) -> None: ...


class Underway(Protocol):
    @property
    def job(self) -> Cancellable: ...


class ProgressDialog(QDialog):
    """Progress of one piece of `work`; closes only when the work has ended."""

    def __init__(self, work: Underway, title: str, cancellable: bool, parent: QWidget | None) -> None:
        super().__init__(QApplication.activeModalWidget() or parent)
        self.work = work
        self._over = False
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setMinimumWidth(380)
        self._text = QLabel(title)
        self._text.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._text)
        layout.addWidget(self._bar)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.rejected.connect(self.reject)
        self._buttons.setVisible(cancellable)
        layout.addWidget(self._buttons)
        self._cancellable = cancellable

    def follow(self, text: str, done: int, total: int) -> None:
        """Show what the job last said; `total` 0 means the end is not known."""
        if text:
            self._text.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))

    def reject(self) -> None:
        """Ask the work to stop; the dialog goes when it has."""
        if self._cancellable and not self._over:
            self.work.job.cancel()
            self._buttons.setEnabled(False)
            self._text.setText("Cancelling…")

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._over:
            event.ignore()
            self.reject()

    def finish(self) -> None:
        """Take the dialog away: its work has ended."""
        self._over = True
        self.done(0)
        self.deleteLater()
