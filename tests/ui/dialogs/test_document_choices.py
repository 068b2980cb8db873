"""What documents of workstreams and entities are printed of, chosen beside their preview."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from emgdesk.issuing import issue
from emgdesk.operations.document import add_document
from emgdesk.queries.settings import get_setting
from emgdesk.ui.dialogs.document_dialog import DocumentDialog
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.text_dialog import TextDialog
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_workplan

SYMBOL = "EMG SOM20/mid-term/03"


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    made = make_workplan(desk)
    made["meeting"] = make_meeting(
        desk, "SOM20 mid-term", som_number=20, segment="mid-term", date="2011-05-14"
    )
    desk.do("Paper", add_document, meeting_id=made["meeting"], symbol=SYMBOL, title="Progress report")
    issue(desk, "progress-report", made["meeting"])
    return made


def settle(services: Services) -> None:
    for _ in range(4):
        services.tasks.settle()
        QApplication.processEvents()


@pytest.fixture
def open_dialog(qtbot, services: Services, keys) -> Callable[..., DocumentDialog]:
    def made(name: str, **options: str) -> DocumentDialog:
        named = {key.replace("_", "-"): value for key, value in options.items()}
        dialog = DocumentDialog(services, name, options=named)
        qtbot.addWidget(dialog)
        dialog.show()
        settle(services)
        return dialog

    return made


def text(dialog: DocumentDialog) -> str:
    """The first page, as previewed."""
    return dialog.preview.document().getAllText(0).text()


def redraw(dialog: DocumentDialog, services: Services) -> None:
    dialog.refresh()
    settle(services)


def test_the_sheet_of_one_workstream_or_of_all(open_dialog, services) -> None:
    dialog = open_dialog("workstream", workstreams="Coalition on Ports")
    assert dialog.status.text() == "1 page"
    assert "Coalition on Ports" in text(dialog)
    assert dialog.side.file_name() == "Coalition on Ports Workstream sheet"
    dialog.side.form._fields["workstreams"].set_value("")
    redraw(dialog, services)
    assert dialog.status.text() == "2 pages"
    assert dialog.side.file_name() == "Workstream sheet"


def test_the_entity_an_extract_is_for(open_dialog, services) -> None:
    dialog = open_dialog("entity-extract", entity="FAO")
    assert "What was asked of FAO" in text(dialog)
    assert (dialog.side.file_name(), dialog.side.meeting_id) == ("FAO What was asked of an entity", None)
    field = dialog.side.form._fields["entity"]
    field.setEditText("who")
    field.lineEdit().editingFinished.emit()
    redraw(dialog, services)
    assert "What was asked of WHO" in text(dialog)
    field.setEditText("Nobody")
    field.lineEdit().editingFinished.emit()
    redraw(dialog, services)
    assert dialog.banner.text == "There is no entity called “Nobody”."
    assert not dialog.save_button.isEnabled()


def test_an_issued_report_to_compare_with(open_dialog, services) -> None:
    dialog = open_dialog("progress-report")
    changes, since = (dialog.side.form._fields[key] for key in ("changes", "since"))
    assert [changes.box.itemText(at) for at in range(changes.box.count())] == [
        "No earlier report", f"{SYMBOL}  ·  14 May 2011", "A day…",
    ]  # fmt: skip
    changes.set_value(SYMBOL)
    redraw(dialog, services)
    assert "Nothing has changed." in text(dialog)
    since.set_value("2011-05-01")
    dialog.side.form._show_effective()
    assert not changes.isEnabled()
    assert dialog.side.values()["changes"] == ""


def test_the_introduction_is_edited_beside_its_preview(open_dialog, services, desk: Workspace) -> None:
    dialog = open_dialog("progress-report")
    dialog.side.introduction_wanted.emit()
    settle(services)
    editor = dialog.findChild(TextDialog)
    editor.editor.set_text("A short note.")
    editor.accept()
    settle(services)
    assert desk.read(get_setting, name="progress-introduction") == "A short note."
    assert "A short note." in text(dialog)


@pytest.mark.parametrize("name", ["workstream", "segment-set"])
def test_how_separate_files_are_written_is_not_asked_for_one(
    open_dialog, keys: dict[str, str], name: str
) -> None:
    dialog = open_dialog(name)
    assert dialog.side.form.findChild(QWidget, "option-files") is None
    assert "files" not in dialog.side.form.values()
