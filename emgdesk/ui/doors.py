"""Opens the dialogs; each is loaded when first needed, so that the window starts fast."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QInputDialog, QLineEdit, QWidget

from emgdesk.ui.dialogs.import_file import ask_import
from emgdesk.ui.file_choice import choose_file, choose_target
from emgdesk.ui.services import Services

_DESKS = "Desks of emgdesk (*.emgdesk);;All files (*)"
_ASKED = 440  # pixels of the field for a line of text that is asked for


def show_dialog(dialog: QDialog) -> None:
    """Open over its window and delete when closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def open_import(services: Services, path: Path | None, meeting_id: str | None, window: QWidget) -> None:
    """Import `path`, or a file asked for, into a meeting."""
    if path is None:
        path = ask_import(services, window)
        if path is None:
            return
    open_imports(services, (path,), meeting_id, window)


def open_imports(services: Services, paths: Sequence[Path], meeting_id: str | None, window: QWidget) -> None:
    """Import several files into a meeting, one after another."""
    from emgdesk.ui.dialogs.import_dialog import ImportDialog

    services.settings.set("folder.import", str(paths[0].parent))
    show_dialog(ImportDialog(services, paths[0], meeting_id, window, paths[1:]))


def open_paste(services: Services, meeting_id: str | None, window: QWidget) -> None:
    """Import a list that was copied elsewhere, or is typed."""
    from emgdesk.ui.dialogs.import_dialog import ImportDialog

    dialog = ImportDialog(services, None, meeting_id, window)
    show_dialog(dialog)
    dialog.paste()


def open_document(
    services: Services,
    name: str | None,
    meeting_id: str | None,
    window: QWidget,
    options: Mapping[str, str] | None = None,
) -> None:
    """Preview a document, to print or save it; `options` go before those of last time."""
    from emgdesk.ui.dialogs.document_dialog import DocumentDialog

    show_dialog(DocumentDialog(services, name, meeting_id, parent=window, options=options))


def open_roll_forward(services: Services, window: QWidget) -> None:
    """Take the desk from one SOM to the next."""
    from emgdesk.ui.dialogs.roll_forward import RollForwardDialog

    show_dialog(RollForwardDialog(services, window))


def open_progress_requests(services: Services, window: QWidget) -> None:
    """Sheets for the entities to fill in, and who has answered."""
    from emgdesk.ui.dialogs.progress_requests import ProgressRequestsDialog

    show_dialog(ProgressRequestsDialog(services, window))


def open_history(services: Services, window: QWidget) -> None:
    from emgdesk.ui.dialogs.history_dialog import HistoryDialog

    show_dialog(HistoryDialog(services, parent=window))


def open_new_meeting(services: Services, on_made: Callable[[str], object], window: QWidget) -> None:
    from emgdesk.ui.dialogs.new_meeting import NewMeetingDialog

    dialog = NewMeetingDialog(services, window)
    dialog.made.connect(on_made)
    show_dialog(dialog)


def open_new_person(services: Services, on_made: Callable[[str], object], window: QWidget) -> None:
    from emgdesk.ui.dialogs.new_person import NewPersonDialog

    dialog = NewPersonDialog(services, window)
    dialog.made.connect(on_made)
    show_dialog(dialog)


def open_new_entity(
    services: Services, on_made: Callable[[str], object], window: QWidget, name: str = ""
) -> None:
    """`name` is what was typed of it so far."""
    from emgdesk.ui.dialogs.new_entity import NewEntityDialog

    dialog = NewEntityDialog(services, window, name)
    dialog.made.connect(on_made)
    show_dialog(dialog)


def ask_new_desk(window: QWidget, folder: Path) -> Path | None:
    """Where a new desk is to be kept; None if the user changed their mind."""
    return choose_target(window, "New desk", _DESKS, folder / "desk.emgdesk")


def ask_desk(window: QWidget, folder: Path) -> Path | None:
    """A desk file to open."""
    return choose_file(window, "Open desk", _DESKS, folder)


def ask_backup(window: QWidget, proposal: Path) -> Path | None:
    """Where a backup is to be written."""
    return choose_target(window, "Back up", _DESKS, proposal)


def ask_text(
    window: QWidget, title: str, question: str, text: str, on_given: Callable[[str], object]
) -> None:
    """Ask for a line of text, without holding up the window."""
    dialog = QInputDialog(window)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(text)
    dialog.sizeHint()  # makes its field
    dialog.findChild(QLineEdit).setMinimumWidth(_ASKED)
    dialog.textValueSelected.connect(on_given)
    show_dialog(dialog)


def open_about(window: QWidget) -> None:
    from emgdesk.ui.dialogs.about import AboutDialog

    show_dialog(AboutDialog(window))


def open_shortcuts(window: QWidget) -> None:
    from emgdesk.ui.dialogs.shortcuts import ShortcutsDialog

    show_dialog(ShortcutsDialog(window))
