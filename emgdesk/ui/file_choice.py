"""The file dialogs of the program, which never look into the files they list.

Qt's own dialog, and those of some desktops, open and close each file they list to find its
type. On Linux closing a file drops every lock the process holds on it, SQLite's on the open
desk too; the next process that leaves the desk then takes its write-ahead log away.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QLineEdit, QWidget

_Known = QAbstractFileIconProvider.IconType


class NameOnlyIcons(QFileIconProvider):
    """Icon and type of a file by its name alone; asked on a thread of Qt, so the icons are ready."""

    def __init__(self) -> None:
        super().__init__()
        self.setOptions(QAbstractFileIconProvider.Option.DontUseCustomDirectoryIcons)
        self._folder = super().icon(_Known.Folder)
        self._file = super().icon(_Known.File)

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:  # type: ignore[override]
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        return super().icon(what)

    def type(self, info: QFileInfo) -> str:
        if info.isDir():
            return "Folder"
        return f"{info.suffix().upper()} file" if info.suffix() else "File"


def file_dialog(parent: QWidget | None, title: str, filters: str, folder: Path | str) -> QFileDialog:
    """A dialog that asks for a file that exists; `filters` as Qt writes them ("Lists (*.csv)")."""
    dialog = QFileDialog(parent, title)
    # before anything is listed
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, sys.platform.startswith("linux"))
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    icons = NameOnlyIcons()
    dialog.setIconProvider(icons)
    dialog.name_only_icons = icons  # type: ignore[attr-defined]  # Qt does not keep it alive
    dialog.setNameFilters(filters.split(";;"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setDirectory(str(folder))
    for line in dialog.findChildren(QLineEdit):
        line.setCompleter(None)  # its list takes the Enter that was meant for the name typed
    return dialog


def target_dialog(parent: QWidget | None, title: str, filters: str, proposal: Path) -> QFileDialog:
    """A dialog that asks where to write; a name without suffix gets that of `proposal`."""
    dialog = file_dialog(parent, title, filters, proposal.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(proposal.suffix[1:])  # before it asks whether to replace a file
    dialog.selectFile(proposal.name)
    return dialog


def choose_file(parent: QWidget, title: str, filters: str, folder: Path | str) -> Path | None:
    """Ask for a file that exists; None if the user changed their mind."""
    return _answer(file_dialog(parent, title, filters, folder))


def choose_files(parent: QWidget, title: str, filters: str, folder: Path | str) -> tuple[Path, ...]:
    """Ask for files that exist, in the order of their names; none if the user changed their mind."""
    dialog = file_dialog(parent, title, filters, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return tuple(sorted(_answers(dialog)))


def choose_folder(parent: QWidget, title: str, folder: Path | str) -> Path | None:
    """Ask for a folder; None if the user changed their mind."""
    dialog = file_dialog(parent, title, "Folders (*)", folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _answer(dialog)


def choose_target(parent: QWidget, title: str, filters: str, proposal: Path) -> Path | None:
    """Ask where to write; None if the user changed their mind."""
    return _answer(target_dialog(parent, title, filters, proposal))


def _answer(dialog: QFileDialog) -> Path | None:
    return next(iter(_answers(dialog)), None)


def _answers(dialog: QFileDialog) -> list[Path]:
    given = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return [Path(one) for one in given]
