"""A document issued whole: printed, kept, entered, revised, compared with today."""

from datetime import date
from pathlib import Path

import pytest

from emgdesk.domain.paragraph_changes import ParagraphChange
from emgdesk.errors import DataError, UsageError
from emgdesk.issuing import changed_since, issue
from emgdesk.operations.roster import remove_participations
from emgdesk.queries.attachments import read_attachment
from emgdesk.queries.documents import list_documents
from emgdesk.queries.issues import get_issue
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_roster
from tests.reports.renderers.pdf.reading import pages

TODAY = date(2031, 9, 25)
SYMBOL = "EMG/SOM.40/technical/02"


def printed(desk: Workspace, issue_id: str, folder: Path) -> str:
    file = desk.read(
        read_attachment, attachment_id=desk.read(get_issue, issue_id=issue_id).attachment_id or ""
    )
    (folder / file.name).write_bytes(file.data)
    return "\n".join(pages(folder / file.name))


def test_a_list_is_issued_revised_and_compared(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk, som_number=40, segment="technical")
    lines = make_roster(desk, meeting_id)
    options = {"include": "all"}
    first = issue(desk, "participants", meeting_id, options, TODAY, symbol=SYMBOL)
    assert (first.symbol, first.revision, first.warnings) == (SYMBOL, 0, ())
    assert desk.state().undo == "Issue list of participants"
    (row,) = desk.read(list_documents, meeting_id=meeting_id)
    assert (row.symbol, row.title, row.status) == (SYMBOL, "List of participants", "final")
    assert row.attachment == "EMG-SOM.40-technical-02.pdf"
    text = printed(desk, first.id, tmp_path)
    assert SYMBOL in text
    assert "Ngozi Adeyemi-Okoro" in text
    assert changed_since(desk, first.id, TODAY) == ()
    with pytest.raises(DataError):
        issue(desk, "participants", meeting_id, options, TODAY, symbol=SYMBOL)

    desk.do("Remove", remove_participations, ids=lines[2:3])
    assert changed_since(desk, first.id, TODAY) == (
        ParagraphChange("removed", "Ngozi Adeyemi-Okoro (WWF)", "", "3."),
    )
    second = issue(desk, "participants", meeting_id, options, TODAY, symbol=SYMBOL)
    assert (second.symbol, second.revision) == (f"{SYMBOL}/Rev.1", 1)
    assert desk.read(get_issue, issue_id=second.id).changes != ()
    assert f"{SYMBOL}/Rev.1" in printed(desk, second.id, tmp_path)
    assert "Ngozi Adeyemi-Okoro" in printed(desk, first.id, tmp_path)
    assert [row.symbol for row in desk.read(list_documents, meeting_id=meeting_id)] == [f"{SYMBOL}/Rev.1"]


def test_an_unknown_document_is_not_issued(desk: Workspace) -> None:
    with pytest.raises(UsageError):
        issue(desk, "poem", make_meeting(desk))
