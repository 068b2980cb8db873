"""Issuing from the window: proposed, printed, listed with what changed, taken back."""

import pytest

from emgdesk.domain.paragraph_changes import ParagraphChange
from emgdesk.issuing import ISSUED, issue
from emgdesk.operations.roster import remove_participations
from emgdesk.queries.documents import list_documents
from emgdesk.queries.issues import list_issues
from emgdesk.queries.roster import list_roster
from emgdesk.reports import catalog
from emgdesk.ui.panels.documents.issue_dialog import IssueDialog
from emgdesk.ui.widgets.changes_html import paragraphs_html

SYMBOL = "EMG/SOM.40/technical/04"


@pytest.fixture
def twice(opened, workspace, filled, meeting_id):
    """The list of participants issued, revised; and nothing changed since."""
    first = issue(workspace, "participants", meeting_id, {"include": "all"}, symbol=SYMBOL)
    line = workspace.read(list_roster, meeting_id=meeting_id)[0]
    workspace.do("Remove", remove_participations, ids=[line.id])
    second = issue(workspace, "participants", meeting_id, {"include": "all"})
    filled.bar.setCurrentIndex(1)
    opened.tasks.settle()
    return filled, first, second


def cells(pane):
    model = pane.table.model
    wanted = [model.column_of(key) for key in ("name", "symbol", "revision", "changes")]
    return [tuple(model.value(row, at) for at in wanted) for row in model.shown_rows()]


def dialog_of(opened, panel, name):
    panel.ask_issue(name)
    opened.tasks.settle()
    return opened.findChild(IssueDialog)


def test_every_document_that_is_issued_is_in_the_catalog():
    assert set(ISSUED) <= {kind.name for kind in catalog.DOCUMENTS}


def test_a_document_is_issued_from_the_window(opened, workspace, filled, meeting_id):
    dialog = dialog_of(opened, filled, "participants")
    assert dialog.document.currentText() == "List of participants"
    assert dialog.symbol.text() == "EMG/SOM.40/technical/02"
    assert dialog.change.text().startswith("List of participants has not been issued for this meeting yet.")
    dialog.symbol.setText(SYMBOL)
    dialog.submit()
    opened.tasks.settle()
    assert filled.bar.currentIndex() == 1
    assert filled.bar.tabText(1) == "Issued  1"
    assert cells(filled.issued) == [("List of participants", SYMBOL, "first issue", "")]
    assert filled.issued.title.text() == "List of participants, first issue"
    line = workspace.read(list_documents, meeting_id=meeting_id)[-1]
    assert (line.symbol, line.status, line.kind, line.language) == (SYMBOL, "final", "participants", "en")
    assert workspace.state().undo == "Issue list of participants"


def test_a_revision_is_proposed_with_its_number_of_changes(opened, workspace, filled, meeting_id):
    issue(workspace, "participants", meeting_id, {"include": "all"}, symbol=SYMBOL)
    line = workspace.read(list_roster, meeting_id=meeting_id)[0]
    workspace.do("Remove", remove_participations, ids=[line.id])
    opened.tasks.settle()
    dialog = dialog_of(opened, filled, "participants")
    assert dialog.symbol.text() == f"{SYMBOL}/Rev.1"
    assert dialog.change.text() == f"1 paragraph differs from {SYMBOL}, which it revises."
    dialog.reject()


def test_nothing_to_revise_is_told_in_the_dialog(opened, twice):
    panel, _first, _second = twice
    dialog = dialog_of(opened, panel, "participants")
    assert dialog.change.text() == (
        f"The text is that of {SYMBOL}/Rev.1; there is nothing to revise unless options differ."
    )
    dialog.submit()
    opened.tasks.settle()
    assert dialog.banner.text == (
        "Nothing has changed since this document was issued; there is nothing to revise."
    )
    assert dialog.ok.isEnabled()
    dialog.reject()


def test_another_document_is_proposed_anew(opened, workspace, twice, meeting_id):
    panel, _first, _second = twice
    dialog = dialog_of(opened, panel, "")
    assert dialog.name == "participants"
    dialog.document.setCurrentIndex(dialog.document.findData("agenda"))
    opened.tasks.settle()
    assert dialog.symbol.text() == "EMG/SOM.40/technical/01"
    dialog.submit()
    opened.tasks.settle()
    assert [row.name for row in workspace.read(list_issues, meeting_id=meeting_id)] == [
        "agenda", "participants", "participants",
    ]  # fmt: skip
    lines = workspace.read(list_documents, meeting_id=meeting_id)
    assert [(line.title, line.status) for line in lines] == [
        ("Provisional agenda", "final"), ("Progress report", "planned"), ("Note on reefs", "planned"),
        ("List of participants", "final"),
    ]  # fmt: skip


def test_issues_are_listed_with_what_they_changed(twice):
    panel, _first, second = twice
    assert cells(panel.issued) == [
        ("List of participants", f"{SYMBOL}/Rev.1", "Rev.1", "1 paragraph"),
        ("List of participants", SYMBOL, "first issue", ""),
    ]
    assert panel.issued.chosen.id == second.id
    assert panel.issued.caption.text() == "1 paragraph differs from the issue before."
    assert panel.issued.changes.toPlainText() == "Removed\n1. Amélie Dürst (UNEP)"


def test_an_issue_is_compared_with_today(opened, workspace, twice, meeting_id):
    panel, first, _second = twice
    panel.issued.compare()
    opened.tasks.settle()
    assert panel.issued.caption.text() == "It would print the same now."
    panel.issued.table.select([first.id])
    panel.issued.compare()
    opened.tasks.settle()
    assert panel.issued.title.text() == "List of participants, first issue, and today"
    assert panel.issued.caption.text() == "1 paragraph would print differently now."
    assert panel.issued.changes.toPlainText() == "Removed\n1. Amélie Dürst (UNEP)"


def test_an_issue_opens_as_printed(opened, twice, desktop):
    panel, first, _second = twice
    panel.issued.table.select([first.id])
    panel.issued._open()
    opened.tasks.settle()
    (path,) = desktop.opened
    assert path.name == "EMG-SOM.40-technical-04.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    panel.files.close()


def test_the_last_issue_is_taken_back_first(opened, twice):
    panel, first, second = twice
    panel.issued.table.select([first.id])
    panel.issued._withdraw()
    opened.tasks.settle()
    assert opened.banner.text == f"{SYMBOL}/Rev.1 revises this one; take that back first."
    panel.issued.table.select([second.id])
    panel.issued._withdraw()
    opened.tasks.settle()
    assert [row[1] for row in cells(panel.issued)] == [SYMBOL]


def test_nothing_issued_yet_says_what_issuing_is(opened, panel):
    panel.bar.setCurrentIndex(1)
    opened.tasks.settle()
    assert panel.issued.table._empty.isVisible()
    assert not panel.issued.side.isVisible()


def test_changes_are_marked_by_more_than_colour(qapp):
    html = paragraphs_html((ParagraphChange("changed", "A <b> reef", "A <b> port", "3."),))
    assert "3. A &lt;b&gt; <s><span" in html
    assert ">reef</span></s> <u><span" in html
    assert ">port</span></u>" in html
