"""Every list in the document window: its options as fields, its pages, its formats."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from emgdesk.reports.catalog import DOCUMENTS
from emgdesk.ui.dialogs.document_dialog import DocumentDialog
from tests.desks import make_meeting, make_roster

LISTS = [kind.name for kind in DOCUMENTS if kind.name != "progress-report"]


@pytest.fixture
def meeting(desk) -> str:
    key = make_meeting(desk, "SOM40 technical", date="2031-09-24", end_date="2031-09-25", segment="technical")
    make_roster(desk, key)
    return key


@pytest.fixture
def open_list(qtbot, services, meeting):
    opened = []

    def opening(name: str) -> DocumentDialog:
        dialog = DocumentDialog(services, name, meeting)
        qtbot.addWidget(dialog)
        dialog.show()
        services.tasks.settle()
        opened.append(dialog)
        return dialog

    yield opening
    for dialog in opened:
        dialog.done(0)


def settle(dialog: DocumentDialog, services) -> None:
    services.tasks.settle()
    if dialog._pause.isActive():
        dialog.refresh()
        services.tasks.settle()


def text_of(dialog: DocumentDialog) -> str:
    return dialog.preview.document().getAllText(0).text()


def formats(dialog: DocumentDialog) -> list[str]:
    """The other formats than PDF, in their order."""
    rows = (dialog._formats, dialog._last)
    shown = [row.itemAt(n).widget().text().strip() for row in rows for n in range(row.count())]
    dialog.others.fill()
    offered = [action.text() for action in dialog.others.menu().actions()]
    assert dialog.others.isVisible() == bool(offered)
    return [*offered, *shown]


def leading(dialog: DocumentDialog) -> list[str]:
    """The buttons that stand out."""
    buttons = [made for made in dialog.findChildren(QPushButton) if made.isVisible()]
    assert [made.text() for made in buttons if made.property("primary")] == [
        made.text() for made in buttons if made.isDefault()
    ]
    return [made.text().strip() for made in buttons if made.property("primary")]


def test_what_is_worked_on_in_a_spreadsheet_is_saved_as_one_first(open_list) -> None:
    for name in ("roster", "address-list", "invitations"):
        assert leading(open_list(name)) == ["Save as Excel…"]
    for name in ("participants", "attendance-statistics", "badges"):
        assert leading(open_list(name)) == ["Save as PDF…"]


def test_another_document_has_another_first_format(open_list, services) -> None:
    dialog = open_list("roster")
    dialog.side.document.setCurrentIndex(dialog.side.document.findData("participants"))
    settle(dialog, services)
    assert leading(dialog) == ["Save as PDF…"]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_shown_with_its_options(open_list, name: str) -> None:
    dialog = open_list(name)
    kind = next(kind for kind in DOCUMENTS if kind.name == name)
    assert dialog.windowTitle() == kind.title
    chosen = {"workstream": {"workstreams": "all"}, "entity": {"entity": "BRS"}}.get(kind.needs, {})
    asked = {option.key: option.default for option in kind.options if not option.folder}
    assert dialog.side.values() == asked | chosen
    assert dialog.side.meeting.isVisible() is (kind.needs in ("meeting", "desk"))
    assert dialog.save_button.isEnabled()
    assert dialog.status.text().endswith(("page", "pages"))
    assert len(formats(dialog)) == len(kind.suffixes) - 1


def test_formats_are_called_what_people_call_them(open_list) -> None:
    assert formats(open_list("address-list")) == [
        "Save as Word…", "Save as CSV…", "Save as text…", "Save as Excel…",
    ]  # fmt: skip
    assert formats(open_list("badges")) == []
    assert formats(open_list("participants")) == ["Save as Excel…", "Save as CSV…", "Save as Word…"]
    assert formats(open_list("calendar")) == ["Save as Word…", "Save as calendar…"]


def test_a_number_with_a_unit_and_one_that_may_stay_open(open_list, services) -> None:
    dialog = open_list("sign-in-sheet")
    fields = dialog.side.form._fields
    assert (fields["height"].text(), fields["days"].text(), fields["blank"].text()) == (
        "11 mm",
        "Automatic",
        "10",
    )
    fields["height"].setValue(3)
    assert fields["height"].text() == "6 mm"
    fields["blank"].setValue(0)
    fields["days"].setValue(1)
    settle(dialog, services)
    assert (dialog.side.values()["blank"], dialog.side.values()["days"]) == ("0", "1")
    assert "Name Entity Signature" in text_of(dialog)
    fields["days"].setValue(0)
    settle(dialog, services)
    assert dialog.side.values()["days"] == ""
    assert "24 Sep 25 Sep" in text_of(dialog)


def test_the_meetings_to_count_are_ticked(open_list, services, desk) -> None:
    make_roster(desk, make_meeting(desk, "REEF 1", date="2030-05-05"), (("Bo Reef", "WHO"),))
    dialog = open_list("attendance-statistics")
    field = dialog.side.form._fields["meetings"]
    assert [field.item(row).text() for row in range(field.count())] == ["SOM40 technical", "REEF 1"]
    labels = [label.text() for label in dialog.side.form.findChildren(QLabel)]
    assert "Meetings (none ticked: automatic)" in labels
    assert "REEF 1" not in text_of(dialog)
    field.set_value("REEF 1")
    settle(dialog, services)
    assert "REEF 1" in text_of(dialog)
    assert services.settings.get("document.attendance-statistics", {}).get("meetings") is None


def test_sheets_are_saved_from_the_window(open_list, services, tmp_path: Path) -> None:
    dialog = open_list("roster")
    dialog.write(tmp_path / "roster.xlsx")
    services.tasks.settle()
    assert dialog.banner.text == f"Saved as {tmp_path / 'roster.xlsx'}"
    assert (tmp_path / "roster.xlsx").read_bytes()[:2] == b"PK"


def test_what_a_list_leaves_out_is_told_above_the_pages(open_list) -> None:
    assert open_list("address-list").banner.text.startswith("5 people have no e-mail address: Amélie Dürst;")
