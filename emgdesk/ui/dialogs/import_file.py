"""Asks for a file to import, beginning in the folder of the last one."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from emgdesk.ui.file_choice import choose_file
from emgdesk.ui.services import Services

_SHEETS = "Spreadsheets and lists (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt);;All files (*)"


def ask_import(services: Services, window: QWidget) -> Path | None:
    """A file to import; None if the user changed their mind."""
    path = choose_file(window, "Import", _SHEETS, services.settings.get("folder.import", ""))
    if path is not None:
        services.settings.set("folder.import", str(path.parent))
    return path
