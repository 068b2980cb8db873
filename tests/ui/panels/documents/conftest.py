"""The documents of a meeting in the window, and a system that opens files by noting them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from emgdesk.operations.document import add_document, attach_file
from emgdesk.queries.meetings import find_meeting
from emgdesk.ui.panels.documents.panel import DocumentsPanel
from emgdesk.workspace import Workspace

LINES = (
    ("01", "EMG/SOM.40/technical/01", "Provisional agenda"),
    ("02", "EMGSOM40 technical 1", "Progress report"),
    ("03", "EMG/SOM.39/technical/03", "Note on reefs"),
)


@pytest.fixture
def meeting_id(workspace: Workspace) -> str:
    return workspace.read(find_meeting, code="SOM40 technical").id


@pytest.fixture
def keys(workspace: Workspace, meeting_id: str) -> list[str]:
    """Three lines, two of them with one symbol, the second with a file."""
    made = [
        workspace.do(
            "Add", add_document, meeting_id=meeting_id, number=number, symbol=symbol, title=title
        ).value
        for number, symbol, title in LINES
    ]
    workspace.do("Attach", attach_file, document_id=made[1], name="progress/report.txt", data=b"Half of it.")
    return made


@pytest.fixture
def panel(opened, meeting_id) -> DocumentsPanel:
    """The documents of SOM40 technical, in view, its register empty."""
    page = opened.desk.page("meetings")
    page.view.list.choose(meeting_id)
    opened.tasks.settle()
    made = page.open_sheet("documents")
    opened.tasks.settle()
    return made


@pytest.fixture
def filled(opened, panel, keys) -> DocumentsPanel:
    """The same with three lines."""
    panel.read_soon()
    opened.tasks.settle()
    return panel


class Desktop(QObject):
    """Stands for the system: notes what it is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def desktop(qapp) -> Iterator[Desktop]:
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("file")
