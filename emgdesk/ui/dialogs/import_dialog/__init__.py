"""From a file to the desk: see what every row would do, decide what is open, import."""

from emgdesk.ui.dialogs.import_dialog.dialog import ImportDialog

__all__ = ["ImportDialog"]
