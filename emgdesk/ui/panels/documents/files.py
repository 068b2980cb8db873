"""Stored files handed to the user: opened with the system's program, or saved as a copy."""

import stat
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from emgdesk.domain.symbols import file_stem
from emgdesk.errors import OutputError
from emgdesk.queries.attachments import AttachedFile, read_attachment
from emgdesk.reports.renderers.files import replacing
from emgdesk.ui.file_choice import choose_target
from emgdesk.ui.services import Notice, Services

_DOCUMENTS = frozenset(
    ".pdf .docx .odt .rtf .txt .md .xlsx .ods .csv .tsv .pptx .odp .png .jpg .jpeg .gif .tif .tiff .eml .ics "
    ".zip".split()
)  # whatever else there is may be a program, under a name nobody has thought of
_FOLDER = "folder.attachments"


class StoredFiles:
    """Opens stored files from temporary copies, read-only, that go with the window."""

    def __init__(self, services: Services, window: QWidget) -> None:
        self._services, self._window = services, window
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def open(self, attachment_id: str) -> None:
        """Open a stored file with the system's program for its kind."""
        self._services.read(read_attachment, self._open, attachment_id=attachment_id)

    def _open(self, file: AttachedFile) -> None:
        notify = self._services.navigator.notify
        name = safe_name(file.name)
        if Path(name).suffix.lower() not in _DOCUMENTS:
            notify(
                Notice(
                    f"“{file.name}” is no document of a kind that is opened from here; save a copy of it.",
                    "error",
                    "Save a copy…",
                    partial(self._save, file),
                )
            )
            return
        try:
            copy = self._copy(name, file)
        except OSError:
            notify(Notice(f"“{file.name}” cannot be opened: no temporary copy can be made.", "error"))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            notify(Notice(f"This computer has no program for “{file.name}”; save a copy of it.", "error"))

    def _copy(self, name: str, file: AttachedFile) -> Path:
        """A read-only copy; that of the same bytes is used again."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="emgdesk-open-", ignore_cleanup_errors=True)
        copy = Path(self._folder.name) / file.sha256[:16] / name
        if not copy.exists():
            copy.parent.mkdir(exist_ok=True)
            part = copy.with_name(f"{copy.name}.part")  # what is cut short is never taken for the file
            part.write_bytes(file.data)
            part.replace(copy)
            copy.chmod(stat.S_IREAD)
        return copy

    def close(self) -> None:
        """Take the temporary copies away."""
        if self._folder is not None:
            for path in Path(self._folder.name).rglob("*"):
                with suppress(OSError):
                    path.chmod(stat.S_IRWXU)  # Windows keeps what is read-only
            self._folder.cleanup()
            self._folder = None

    def save(self, attachment_id: str, name: str) -> None:
        """Ask where, and save a copy there."""
        path = self._ask(name)
        if path is not None:
            self.save_to(attachment_id, path)

    def _save(self, file: AttachedFile) -> None:
        path = self._ask(file.name)
        if path is not None:
            self._write(path, file)

    def _ask(self, name: str) -> Path | None:
        """Where to save a file of this name; the folder is proposed next time."""
        folder = Path(str(self._services.settings.get(_FOLDER, "") or Path.home()))
        suffix = Path(name).suffix
        kinds = f"{suffix[1:].upper()} files (*{suffix});;All files (*)" if suffix else "All files (*)"
        path = choose_target(self._window, "Save a copy", kinds, folder / safe_name(name))
        if path is not None:
            self._services.settings.set(_FOLDER, str(path.parent))
        return path

    def save_to(self, attachment_id: str, path: Path) -> None:
        """Save a copy of a stored file."""
        self._services.read(read_attachment, partial(self._write, path), attachment_id=attachment_id)

    def _write(self, path: Path, file: AttachedFile) -> None:
        try:
            with replacing(path) as part:
                part.write_bytes(file.data)
        except OutputError as error:
            self._services.navigator.notify(Notice(str(error), "error"))
            return
        self._services.navigator.notify(Notice(f"Saved as {path}.", "success"))


def safe_name(name: str) -> str:
    """The name of a stored file as every system takes it."""
    path = Path(name)
    suffix = path.suffix if path.suffix[1:].isalnum() else ""
    return file_stem(name[: len(name) - len(suffix)]) + suffix
