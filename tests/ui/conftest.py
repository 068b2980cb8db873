"""Real windows on real desks, offscreen."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMessageBox

from emgdesk.operations.meeting import create_meeting
from emgdesk.settings import Settings
from emgdesk.ui.main_window import MainWindow
from emgdesk.ui.tasks import Tasks
from emgdesk.ui.theme import Appearance
from emgdesk.workspace import Workspace, open_desk
from tests.desks import make_meeting, make_roster


@pytest.fixture(scope="session", autouse=True)
def widgets_die_here() -> Iterator[None]:
    """Garbage is collected on this thread alone, as in the program (`ui.collector`)."""
    gc.disable()
    gc.freeze()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collect(widgets_die_here: None) -> Iterator[None]:
    """What a test leaves behind is collected; what lived before it is not looked at again."""
    gc.freeze()
    yield
    gc.collect()


@pytest.fixture(scope="session")
def appearance(qapp):
    """The application dressed once, as at the program's start."""
    return Appearance(qapp)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def tasks(qapp) -> Iterator[Tasks]:
    """Tasks without a window; what fails unexpectedly is kept in `tasks.shown`."""
    shown: list[Exception] = []
    made = Tasks(None, shown.append)
    made.shown = shown
    yield made
    made.close()


@pytest.fixture
def desk_path(tmp_path: Path, new_desk: Callable[[Path, str], Path]) -> Path:
    """A desk with two meetings, one of them with a roster."""
    path = new_desk(tmp_path / "desk.emgdesk", "Tester")
    with open_desk(path, author="Tester") as desk:
        facts = {"som_number": 40, "segment": "technical", "date": "2031-09-24", "status": "held"}
        make_roster(desk, make_meeting(desk, "SOM40 technical", **facts))
        desk.do("New meeting REEF 1", create_meeting, code="REEF 1", title="First meeting on reefs")
    return path


@pytest.fixture
def window(qtbot, appearance, settings: Settings) -> Iterator[MainWindow]:
    """The main window, with no desk open."""
    made = MainWindow(settings, appearance)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    complaints = [box.text() for box in made.findChildren(QMessageBox)]
    made.tasks.close()
    if made.services is not None:
        made.services.workspace.close()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
    assert complaints == []


@pytest.fixture
def opened(window: MainWindow, desk_path: Path) -> MainWindow:
    """The main window with `desk_path` open on the meetings."""
    window.opener.open(desk_path)
    window.tasks.settle()
    return window


@pytest.fixture
def workspace(opened: MainWindow) -> Workspace:
    """The workspace of the open window."""
    assert opened.services is not None
    return opened.services.workspace
