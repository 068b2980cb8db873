"""The actions of an invented cycle in a panel of their own."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from emgdesk.ui.changes import ChangeHub
from emgdesk.ui.panels.actions import ActionsPanel
from emgdesk.ui.services import Navigator, Services
from emgdesk.workspace import Workspace
from tests.meeting_actions import make_actions


@pytest.fixture
def asked() -> list[tuple[object, ...]]:
    """What the panel asked of the window."""
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
    return make_actions(desk)


@pytest.fixture
def settle(services: Services) -> Callable[[], None]:
    """Waits until what was asked is done and shown."""

    def wait() -> None:
        for _ in range(3):  # an edit, its reading, the wordings of what is chosen then
            services.tasks.settle()
            QApplication.processEvents()

    return wait


@pytest.fixture
def panel(qtbot, services: Services, keys: dict[str, str], settle) -> ActionsPanel:
    """The actions of SOM40 technical."""
    made = ActionsPanel(services)
    made.resize(1066, 600)
    qtbot.addWidget(made)
    made.show_meeting(keys["technical"])
    made.show()
    settle()
    return made
