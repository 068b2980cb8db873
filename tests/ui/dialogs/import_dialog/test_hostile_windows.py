"""Hostile files in the real import window: the sentence is there to be read, and the window lives."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from emgdesk.ui.dialogs.import_dialog import ImportDialog
from tests.desks import dump, make_meeting
from tests.importing.read.hostile_corpus import CASES, LIGHT


def texts(dialog: ImportDialog) -> str:
    """What stands in the window."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("name", LIGHT)
def test_the_window_lives_and_says_why(qtbot, services, desk, tmp_path: Path, name: str) -> None:
    case = CASES[name]
    meeting = make_meeting(desk)
    before = dump(desk.path)
    dialog = ImportDialog(services, case.make(tmp_path), meeting)
    qtbot.addWidget(dialog)
    dialog.show()
    services.tasks.settle()
    assert dialog.isVisible()
    assert case.sentence() in texts(dialog)
    assert dump(desk.path) == before
    dialog.reject()
    assert not dialog.isVisible()
