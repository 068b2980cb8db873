"""The user's own preferences (window, last desk, columns), kept in one small JSON file, without Qt."""

import getpass
import json
import logging
import os
from pathlib import Path
from typing import Any

from emgdesk.paths import settings_file

RECENT = 8
_log = logging.getLogger(__name__)


class Settings:
    """Preferences by dotted name ("window.geometry"); values are what JSON can hold.

    A file that is missing or damaged means starting with the defaults; one that
    cannot be written is noted in the log: preferences never stand in the way.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or settings_file()
        self._values = _load(self.path)

    def get(self, name: str, default: Any = None) -> Any:
        """The preference, or `default` if it is unset or of another type than `default`."""
        value = self._values.get(name, default)
        if default is not None and not isinstance(value, type(default)):
            return default
        return value

    def set(self, name: str, value: Any) -> None:
        """Keep the preference at once; None removes it."""
        if self._values.get(name) == value:
            return
        if value is None:
            self._values.pop(name, None)
        else:
            self._values[name] = value
        self._save()

    def author(self) -> str:
        """Who stands in the history: the name the user gave, else that of the account."""
        return str(self.get("author", "")).strip() or login_name()

    def recent_desks(self) -> tuple[Path, ...]:
        """Desk files opened lately, the last one first."""
        return tuple(Path(text) for text in self.get("desk.recent", []) if isinstance(text, str))

    def remember_desk(self, path: Path) -> None:
        others = [str(known) for known in self.recent_desks() if known != path]
        self.set("desk.recent", [str(path), *others][:RECENT])

    def forget_desk(self, path: Path) -> None:
        self.set("desk.recent", [str(known) for known in self.recent_desks() if known != path])

    def _save(self) -> None:
        text = json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True)
        passing = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            passing.write_text(text, encoding="utf-8")
            os.replace(passing, self.path)  # noqa: PTH105 -- atomic on every system
        except OSError as error:
            _log.warning("preferences cannot be kept in %s: %s", self.path, error)


def login_name() -> str:
    """The name of the account somebody is logged in with, "" where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _load(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}
