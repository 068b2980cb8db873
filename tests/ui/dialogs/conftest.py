"""Dialogs on a real desk, without the main window: where they lead is written down."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from emgdesk.settings import Settings
from emgdesk.ui.changes import ChangeHub
from emgdesk.ui.services import Navigator, Notice, Services
from emgdesk.ui.tasks import Tasks
from emgdesk.ui.theme import Appearance
from emgdesk.workspace import Workspace, open_desk


@dataclass
class Told:
    """What a dialog asked of the window."""

    notices: list[Notice] = field(default_factory=list)
    shown: list[tuple[str, str]] = field(default_factory=list)
    asked: list[tuple[object, ...]] = field(default_factory=list)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def desk(tmp_path: Path, new_desk: Callable[[Path, str], Path]) -> Iterator[Workspace]:
    """A desk with the shipped entities and nothing else."""
    with open_desk(new_desk(tmp_path / "dialogs.emgdesk", "Tester"), author="Tester") as made:
        yield made


@pytest.fixture
def services(
    desk: Workspace, tasks: Tasks, settings: Settings, appearance: Appearance, told: Told
) -> Iterator[Services]:
    navigator = Navigator(
        show=lambda kind, key: told.shown.append((kind, key)),
        start_import=lambda *what: told.asked.append(("import", *what)),
        start_export=lambda *what: told.asked.append(("export", *what)),
        new_meeting=lambda: told.asked.append(("new meeting",)),
        notify=told.notices.append,
    )
    hub = ChangeHub(desk)
    yield Services(desk, tasks, hub, settings, navigator)
    assert tasks.shown == []
    hub.deleteLater()
