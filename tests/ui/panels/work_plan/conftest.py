"""Panels of the work plan, of the quick update and of deliverables on a desk of their own."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from emgdesk.ui.changes import ChangeHub
from emgdesk.ui.services import Navigator, Services
from emgdesk.workspace import Workspace
from tests.desks import make_workplan


@pytest.fixture
def asked() -> list[tuple[object, ...]]:
    """What a panel asked of the window."""
    return []


@pytest.fixture
def services(desk: Workspace, tasks, settings, appearance, asked) -> Iterator[Services]:
    navigator = Navigator(
        show=lambda *what: asked.append(("show", *what)),
        start_import=lambda *what: asked.append(("import", *what)),
        start_export=lambda *what: asked.append(("export", *what)),
        new_meeting=lambda: asked.append(("new meeting",)),
        notify=lambda notice: asked.append(("notice", notice.text)),
    )
    hub = ChangeHub(desk)
    yield Services(desk, tasks, hub, settings, navigator)
    assert tasks.shown == []
    hub.deleteLater()


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    return make_workplan(desk)


@pytest.fixture
def settle(services: Services) -> Callable[[], None]:
    """Waits until what was asked is done and shown."""

    def wait() -> None:
        for _ in range(3):  # an edit, its reading, what is read of the chosen row then
            services.tasks.settle()
            QApplication.processEvents()

    return wait
