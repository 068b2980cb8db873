"""The bottom line of the window: which desk is open, that it is saved, and the last backup."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QLabel, QStatusBar

from emgdesk.domain.dates import long_date
from emgdesk.settings import Settings

_BACKUPS = "desk.backups"


class StatusLine(QStatusBar):
    """Labels of the status bar; a passing message covers them for a few seconds."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._file, self._saved, self._backup = QLabel(), QLabel(), QLabel()
        self.setSizeGripEnabled(False)
        self.addWidget(self._file)
        self.addPermanentWidget(self._saved)
        self.addPermanentWidget(self._backup)

    def show_desk(self, path: Path | None) -> None:
        """Show the open desk, or that none is open."""
        self._file.setText(path.name if path else "No desk open")
        self._file.setToolTip(str(path) if path else "")
        self._saved.setText("All changes saved" if path else "")
        self.show_backup(path)

    def show_saved(self) -> None:
        """A change has just been committed."""
        self._saved.setText(f"Saved at {datetime.now():%H:%M}")

    def note_backup(self, desk: Path) -> None:
        """Remember that a backup of `desk` was made now."""
        known = self._settings.get(_BACKUPS, {})
        self._settings.set(_BACKUPS, {**known, str(desk): datetime.now().isoformat(timespec="minutes")})
        self.show_backup(desk)

    def show_backup(self, desk: Path | None) -> None:
        made = self._settings.get(_BACKUPS, {}).get(str(desk)) if desk else None
        if desk is None:
            self._backup.setText("")
        elif not isinstance(made, str):
            self._backup.setText("No backup yet")
        else:
            at = datetime.fromisoformat(made)
            self._backup.setText(f"Last backup {long_date(at.date())}, {at:%H:%M}")

    def say(self, text: str) -> None:
        """Show a passing message."""
        self.showMessage(text, 6000)
