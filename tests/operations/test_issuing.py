"""Documents issued: kept as printed, revised, entered in the register."""

import pytest

from emgdesk.domain.paragraph_changes import ParagraphChange
from emgdesk.errors import DataError
from emgdesk.operations.document import attach_file, delete_documents, update_document
from emgdesk.operations.issuing import issue_document, withdraw_issue
from emgdesk.queries.attachments import read_attachment
from emgdesk.queries.documents import DocumentRow, document_addresses, list_documents
from emgdesk.queries.issues import IssueRow, last_issue, list_issues, symbol_to_issue
from emgdesk.workspace import Workspace
from tests.desks import make_meeting
from tests.operations.registers import make_register


def issue(desk: Workspace, meeting_id: str, *lines: str, name: str = "meeting-report", **more: object) -> str:
    given = {"options": {"form": "items"}, "lines": lines, "pdf": "|".join(lines).encode(), **more}
    return desk.do("Issue", issue_document, meeting_id=meeting_id, name=name, **given).value


def register(desk: Workspace, meeting_id: str) -> tuple[DocumentRow, ...]:
    return desk.read(list_documents, meeting_id=meeting_id)


def issues(desk: Workspace, meeting_id: str) -> tuple[IssueRow, ...]:
    return desk.read(list_issues, meeting_id=meeting_id)


def test_the_first_issue_makes_its_line_in_the_register(desk: Workspace) -> None:
    meeting_id, _keys = make_register(desk)
    key = issue(desk, meeting_id, "One.", "Two.", symbol="EMG/SOM.40/technical/05", title="Meeting report")
    (row,) = issues(desk, meeting_id)
    assert (row.id, row.symbol, row.revision, row.lines) == (
        key,
        "EMG/SOM.40/technical/05",
        0,
        ("One.", "Two."),
    )
    assert (row.options, row.changes, row.attachment) == (
        {"form": "items"},
        (),
        "EMG-SOM.40-technical-05.pdf",
    )
    line = register(desk, meeting_id)[-1]
    assert (line.id, line.number, line.symbol, line.title, line.status, line.attachment_id) == (
        row.document_id, "04", "EMG/SOM.40/technical/05", "Meeting report", "final", row.attachment_id,
    )  # fmt: skip
    assert desk.read(read_attachment, attachment_id=row.attachment_id or "").data == b"One.|Two."


def test_later_issues_are_revisions_and_what_was_printed_stays(desk: Workspace) -> None:
    meeting_id, keys = make_register(desk)
    issue(desk, meeting_id, "One.", "Two fine words.", symbol="EMGSOM40 technical 3")
    issue(desk, meeting_id, "One.", "Two old words.", "Three.")
    issue(desk, meeting_id, "One.")
    assert [(row.symbol, row.revision) for row in issues(desk, meeting_id)] == [
        ("EMGSOM40 technical 3 Rev.2", 2), ("EMGSOM40 technical 3 Rev.1", 1), ("EMGSOM40 technical 3", 0),
    ]  # fmt: skip
    assert issues(desk, meeting_id)[1].changes == (
        ParagraphChange("changed", "Two fine words.", "Two old words."),
        ParagraphChange("added", "", "Three."),
    )
    printed = [
        desk.read(read_attachment, attachment_id=r.attachment_id or "").data for r in issues(desk, meeting_id)
    ]
    assert printed == [b"One.", b"One.|Two old words.|Three.", b"One.|Two fine words."]
    lines = register(desk, meeting_id)
    assert (len(lines), lines[2].id, lines[2].symbol) == (3, keys[2], "EMGSOM40 technical 3 Rev.2")
    assert lines[2].attachment_id == issues(desk, meeting_id)[0].attachment_id


def test_nothing_changed_is_nothing_to_revise(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    issue(desk, meeting_id, "One.")
    with pytest.raises(DataError) as told:
        issue(desk, meeting_id, "One.")
    assert str(told.value) == (
        "Nothing has changed since this document was issued; there is nothing to revise."
    )
    issue(desk, meeting_id, "One.", options={"form": "numbered"})
    assert [(row.revision, row.symbol, row.changes) for row in issues(desk, meeting_id)] == [
        (1, "", ()),
        (0, "", ()),
    ]


def test_a_file_put_there_by_hand_stays(desk: Workspace) -> None:
    meeting_id, keys = make_register(desk)
    desk.do("Attach", attach_file, document_id=keys[0], name="final.docx", data=b"by hand")
    issue(desk, meeting_id, "One.", document_id=keys[0])
    assert register(desk, meeting_id)[0].attachment == "final.docx"
    assert issues(desk, meeting_id)[0].symbol == "EMG/SOM.40/technical/01"


def test_documents_are_revised_each_for_itself(desk: Workspace) -> None:
    meeting_id, keys = make_register(desk)
    issue(desk, meeting_id, "One.", name="agenda", document_id=keys[0])
    issue(desk, meeting_id, "One.", name="meeting-report", symbol="EMG/SOM.40/technical/09")
    issue(desk, meeting_id, "Two.", name="agenda")
    assert [(row.name, row.revision) for row in issues(desk, meeting_id)] == [
        ("agenda", 1), ("meeting-report", 0), ("agenda", 0),
    ]  # fmt: skip
    latest = desk.read(last_issue, meeting_id=meeting_id, name="agenda")
    assert latest is not None
    assert latest.symbol == "EMG/SOM.40/technical/01/Rev.1"
    assert desk.read(last_issue, meeting_id=meeting_id, name="action-points") is None


@pytest.mark.parametrize(
    ("symbol", "proposed"),
    [
        ("", "EMG/SOM.40/technical/01/Rev.1"),
        ("EMGSOM40/technical/1", "EMG/SOM.40/technical/01/Rev.1"),
        ("EMG/SOM.40/technical/01/Rev.4", "EMG/SOM.40/technical/01/Rev.4"),
        ("EMG/SOM.40/technical/20", "EMG/SOM.40/technical/20"),
    ],
)
def test_the_symbol_of_a_revision_is_proposed(desk: Workspace, symbol: str, proposed: str) -> None:
    meeting_id, keys = make_register(desk)
    issue(desk, meeting_id, "One.", name="agenda", document_id=keys[0])
    found = desk.read(symbol_to_issue, meeting_id=meeting_id, name="agenda", symbol=symbol)
    assert found == (keys[0], proposed)


def test_an_odd_symbol_is_revised_too(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    for text in ("One.", "Two.", "Three."):
        issue(desk, meeting_id, text, symbol="REEF/3")
    assert [row.symbol for row in issues(desk, meeting_id)] == ["REEF/3/Rev.2", "REEF/3/Rev.1", "REEF/3"]
    assert [line.symbol for line in register(desk, meeting_id)] == ["REEF/3/Rev.2"]


def test_an_issue_outlives_its_line_and_is_taken_back_last_first(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    first = issue(desk, meeting_id, "One.", symbol="REEF/3")
    second = issue(desk, meeting_id, "Two.")
    desk.do("Delete", delete_documents, document_ids=[register(desk, meeting_id)[0].id])
    assert [row.document_id for row in issues(desk, meeting_id)] == [None, None]
    with pytest.raises(DataError) as told:
        desk.do("Withdraw", withdraw_issue, issue_id=first)
    assert str(told.value) == "REEF/3/Rev.1 revises this one; take that back first."
    desk.do("Withdraw", withdraw_issue, issue_id=second)
    desk.do("Withdraw", withdraw_issue, issue_id=first)
    assert issues(desk, meeting_id) == ()


def test_an_issue_taken_back_leaves_the_register_as_before_it(desk: Workspace) -> None:
    meeting_id, keys = make_register(desk)
    first = issue(desk, meeting_id, "One.", symbol="EMG/SOM.40/technical/03")

    def line() -> DocumentRow:
        return next(row for row in register(desk, meeting_id) if row.id == keys[2])

    after_first = line()
    second = issue(desk, meeting_id, "One.", "Two.")
    assert line().symbol == "EMG/SOM.40/technical/03/Rev.1"
    desk.do("Withdraw", withdraw_issue, issue_id=second)
    assert line() == after_first
    assert desk.read(read_attachment, attachment_id=line().attachment_id or "").data == b"One."
    desk.do("Withdraw", withdraw_issue, issue_id=first)
    assert (line().symbol, line().status, line().attachment_id) == (
        "EMG/SOM.40/technical/03",
        "planned",
        None,
    )
    again = issue(desk, meeting_id, "One.", "Three.", symbol="EMG/SOM.40/technical/03")
    assert [(row.id, row.document_id) for row in issues(desk, meeting_id)] == [(again, keys[2])]
    assert len(register(desk, meeting_id)) == 3


def test_a_document_has_the_address_of_its_revision(desk: Workspace) -> None:
    _meeting, keys = make_register(desk)
    for key, number in zip(keys, (1, 2, 3), strict=True):
        desk.do("Address", update_document, document_id=key, web_address=f"https://reef.example/{number}")
    desk.do("Symbol", update_document, document_id=keys[1], symbol="EMG/SOM.40/technical/01/Rev.1")
    desk.do("Symbol", update_document, document_id=keys[2], symbol="EMG/SOM.40/technical/08/Rev.2")
    assert desk.read(document_addresses) == {
        "emg/som.40/technical/1": "https://reef.example/1",
        "emg/som.40/technical/1/rev.1": "https://reef.example/2",
        "emg/som.40/technical/8": "https://reef.example/3",
        "emg/som.40/technical/8/rev.2": "https://reef.example/3",
    }


def test_a_line_of_that_title_waits_for_its_symbol(desk: Workspace) -> None:
    meeting_id, keys = make_register(desk)
    desk.do("Symbol", update_document, document_id=keys[1], symbol="")
    issue(desk, meeting_id, "One.", name="progress-report", symbol="EMGSOM40 - 2", title="Progress Report")
    assert [(line.symbol, line.status) for line in register(desk, meeting_id)[1:]] == [
        ("EMGSOM40 - 2", "final"), ("EMG/SOM.40/technical/03", "planned"),
    ]  # fmt: skip
