"""Where shipped files and the user's files are, in a checkout and in a frozen program."""

import sys
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("emgdesk", appauthor=False, roaming=False)


def resources() -> Path:
    """The folder of shipped fonts, entity list, sample data and icons."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    return Path(__file__).resolve().parent.parent / "resources"


def default_database() -> Path:
    """The desk that opens when none is named: in the platform's user data folder."""
    return Path(_DIRS.user_data_dir) / "desk.emgdesk"


def log_file() -> Path:
    """Where unexpected errors are written."""
    return Path(_DIRS.user_log_dir) / "emgdesk.log"


def settings_file() -> Path:
    """The user's own preferences (window, last desk, author name)."""
    return Path(_DIRS.user_config_dir) / "settings.json"
