"""The import window on a real desk, opened on real files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from emgdesk.ui.dialogs.import_dialog import ImportDialog
from emgdesk.ui.services import Services
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_roster
from tests.ui.dialogs.sheets import write_roster


@pytest.fixture
def meeting(desk: Workspace) -> str:
    """A meeting with five people on its roster, two of whom the file names in part only."""
    key = make_meeting(desk, "SOM40 mid-term", som_number=40, segment="mid-term")
    make_roster(desk, key)
    return key


@pytest.fixture
def open_import(qtbot, services: Services) -> Callable[..., ImportDialog]:
    """Opens the window on files and waits until it shows the first."""

    def opening(path: Path | None, meeting_id: str | None = None, others: tuple[Path, ...] = ()):
        dialog = ImportDialog(services, path, meeting_id, None, others)
        qtbot.addWidget(dialog)
        dialog.show()
        services.tasks.settle()
        return dialog

    return opening


@pytest.fixture
def shown(open_import, tmp_path: Path, meeting: str) -> ImportDialog:
    """A file with two doubtful rows, two new people and one known."""
    return open_import(write_roster(tmp_path), meeting)
