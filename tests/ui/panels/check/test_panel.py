"""The findings of a meeting in the window: grouped, filtered, opened, marked as meant so."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from emgdesk.operations.document import add_document
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.roster import update_participations
from emgdesk.queries.findings import list_findings
from emgdesk.queries.meetings import find_meeting
from emgdesk.queries.roster import list_roster
from emgdesk.ui.panels.check.lines import BY_PLACE
from emgdesk.ui.panels.check.panel import CheckPanel
from emgdesk.ui.panels.check.reason_dialog import ReasonDialog


@pytest.fixture
def meeting_id(workspace):
    key = workspace.read(find_meeting, code="SOM40 technical").id
    workspace.do(
        "Facts", update_meeting, meeting_id=key, chair="Ada Frost", zone_label="CEST", date="2031-01-24"
    )
    return key


@pytest.fixture
def panel(qtbot, opened, meeting_id):
    made = CheckPanel(opened.services)
    made.numbers = []
    made.counted.connect(made.numbers.append)
    made.resize(1000, 560)
    made.show()
    made.show_meeting(meeting_id)
    opened.tasks.settle()
    yield made
    made.close()
    made.deleteLater()


def shown(panel):
    """The lines of the list from top to bottom, headings as they are."""
    model = panel.list.model
    return [model.item(at).title for at in range(model.rowCount())]


ZONE = "CEST is not in use on 24 January 2031; it is CET then."
CHAIR = "Ada Frost chairs the meeting and is not on the roster."
RUTH = "Ruth Solberg has no entity."


def test_findings_stand_under_how_grave_they_are(panel):
    assert shown(panel) == ["Errors", ZONE, "Warnings", RUTH, CHAIR]
    assert panel.words.text() == "1 error, 2 warnings"
    assert panel.numbers == ["3"]
    assert panel.detail.text.text() == ZONE
    assert panel.detail.place.text() == "Error: Time zone that does not fit the date  ·  Meeting"
    assert not panel.detail.reason.isVisible()


def test_or_under_the_part_they_are_in(opened, panel, settings):
    panel.grouping.setCurrentText(BY_PLACE)
    panel.grouping.activated.emit(1)
    assert shown(panel) == ["The meeting", ZONE, "People", RUTH, CHAIR]
    assert settings.get("check.grouping", "") == BY_PLACE
    again = CheckPanel(opened.services)
    assert again.grouping.currentText() == BY_PLACE
    again.deleteLater()


def test_typing_filters_them(qtbot, panel):
    panel.start_filter()
    qtbot.keyClicks(panel.list.filter, "roster")
    assert shown(panel) == ["Warnings", CHAIR]


def test_enter_opens_the_place(qtbot, opened, panel, workspace, meeting_id):
    panel.list.choose(next(key for key, one in panel._findings.items() if one.text == RUTH))
    qtbot.keyClick(panel.list.view, Qt.Key.Key_Return)
    opened.tasks.settle()
    assert opened.meeting_in_view() == meeting_id
    page = opened.desk.page("meetings")
    assert page.sheet_in_view == "participants"
    assert [row.name for row in page.roster.table.selected_rows()] == ["Ruth Solberg"]
    assert opened.focusWidget() is page.roster.table.view


def test_what_is_wrong_with_all_documents_leads_to_the_documents(opened, panel, workspace, meeting_id):
    for title in ("Map", "Survey"):
        workspace.do("Paper", add_document, meeting_id=meeting_id, title=title, status="circulated")
    opened.tasks.settle()
    text = "None of the 2 documents circulated has a file or a web address."
    panel.list.choose(next(key for key, one in panel._findings.items() if one.text == text))
    panel.show_place()
    opened.tasks.settle()
    assert opened.meeting_in_view() == meeting_id
    assert opened.desk.page("meetings").sheet_in_view == "documents"


def test_a_finding_is_marked_with_a_reason_and_taken_back(opened, panel, workspace, meeting_id):
    panel.mark()
    (dialog,) = panel.findChildren(ReasonDialog)
    assert not dialog.ok.isEnabled()
    dialog.reason.setText("As typed on the invitation.")
    dialog.submit()
    opened.tasks.settle()
    assert shown(panel) == ["Warnings", RUTH, CHAIR, "Marked as intended", ZONE]
    assert panel.words.text() == "2 warnings; 1 marked as intended"
    assert panel.numbers == ["3", "2"]
    assert panel.detail.text.text() == ZONE
    assert panel.detail.reason.text() == "Intended: As typed on the invitation."
    assert panel.list.model.item(4).faint
    assert workspace.undo().label == "Mark a finding as intended"
    workspace.redo()
    opened.tasks.settle()
    panel.unmark()
    opened.tasks.settle()
    assert shown(panel) == ["Errors", ZONE, "Warnings", RUTH, CHAIR]
    assert panel.chosen.text == ZONE


def test_what_is_put_right_goes_away(opened, panel, workspace, meeting_id):
    ruth = next(
        line for line in workspace.read(list_roster, meeting_id=meeting_id) if line.name == "Ruth Solberg"
    )
    workspace.do("Entity", update_participations, ids=[ruth.id], entity="UNEP")
    opened.tasks.settle()
    assert shown(panel) == ["Errors", ZONE, "Warnings", CHAIR]
    workspace.do("Facts", update_meeting, meeting_id=meeting_id, zone_label="CET", chair="Amélie Dürst")
    opened.tasks.settle()
    assert panel.numbers[-1] == ""
    texts = [part.text() for part in panel.empty.findChildren(QLabel) if part.text()]
    assert texts[0] == "Nothing found"
    assert panel.empty.isVisible()
    assert not panel.detail.isVisible()


def test_a_finding_is_chosen_from_elsewhere(panel, workspace, meeting_id):
    last = workspace.read(list_findings, meeting_id=meeting_id, today=date.today())[-1]
    panel.open_item("finding", last.id)
    assert panel.detail.text.text() == last.text


def test_the_findings_are_printed(opened, panel):
    from emgdesk.ui.dialogs.document_dialog import DocumentDialog

    panel._print_pages()
    opened.tasks.settle()
    (dialog,) = opened.findChildren(DocumentDialog)
    assert dialog.windowTitle() == "Findings of the check"
    dialog.reject()


def test_a_meeting_that_is_gone_shows_nothing(opened, panel):
    panel.show_meeting("gone")
    opened.tasks.settle()
    assert panel.words.text() == "Nothing found"
