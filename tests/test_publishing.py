"""From a desk to a page: what is printed is what the desk holds, as of the day asked for."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.domain.workbooks import WORKBOOKS
from emgdesk.errors import OutputError, UsageError
from emgdesk.operations.roster import update_participations
from emgdesk.operations.setting import set_setting
from emgdesk.operations.task import add_entry
from emgdesk.publishing import build_document, export_document, write_template
from emgdesk.reports.blocks import EntryColumns, Heading, Note, Table, TitleBlock, plain
from emgdesk.workspace import Workspace
from tests.desks import make_meeting, make_roster, make_workplan

TODAY = date(2031, 12, 1)


def entries(document: object) -> list[str]:
    return [
        plain(entry.text)
        for block in document.blocks  # type: ignore[attr-defined]
        if isinstance(block, EntryColumns)
        for group in block.groups
        for entry in group.entries
    ]


def test_the_annex_names_who_attended_once_anybody_did(desk: Workspace) -> None:
    meeting_id = make_meeting(desk)
    lines = make_roster(desk, meeting_id)
    assert len(entries(build_document(desk, "participants", meeting_id=meeting_id))) == 5
    desk.do("Came", update_participations, ids=lines[1:3], attendance="attended")
    assert entries(build_document(desk, "participants", meeting_id=meeting_id)) == [
        "Jorge Peña Ibáñez (FAO)",
        "Ngozi Adeyemi-Okoro (WWF)",
    ]
    document = build_document(desk, "participants", meeting_id=meeting_id, options={"totals": "yes"})
    assert [plain(b.text) for b in document.blocks if isinstance(b, Note)] == [
        "2 participants from 1 EMG member and 1 observing entity"
    ]


def test_the_head_says_what_the_meeting_says(desk: Workspace) -> None:
    meeting_id = make_meeting(
        desk, date="2031-09-02", end_date="2031-09-03", start_time="15:00", end_time="17:00",
        zone_label="GVA time", venue="MS Teams", distribution="EMG Members",
    )  # fmt: skip
    (head,) = [
        b
        for b in build_document(desk, "participants", meeting_id=meeting_id).blocks
        if isinstance(b, TitleBlock)
    ]
    assert head.left == ("Segment SOM40 technical", "2–3 September 2031, 15:00–17:00 GVA time", "MS Teams")
    assert head.right == ("", "Distribution: EMG Members")


def told_in(block: object) -> str:
    """A block of a cell, or a run of one, as plain text."""
    text = block.text  # type: ignore[attr-defined]
    return text if isinstance(text, str) else plain(text)


def cells(document: object) -> list[list[str]]:
    return [
        ["\n".join(map(told_in, cell)) if isinstance(cell, tuple) else cell for cell in row]
        for block in document.blocks  # type: ignore[attr-defined]
        if isinstance(block, Table)
        for row in block.rows
    ]


def test_the_report_of_a_meeting_stops_at_its_last_day(desk: Workspace) -> None:
    keys = make_workplan(desk)
    desk.do("Late", add_entry, task_id=keys["map"], status="completed", text="All of it.", as_of="2031-09-20")
    meeting_id = make_meeting(desk, date="2031-09-02")
    report = build_document(desk, "progress-report", meeting_id=meeting_id, today=TODAY)
    assert cells(report)[0] == ["Make the map.", "Ongoing: Half of it.", ""]
    assert report.remarks == ("1 progress entry dated after 2 September 2031 is not in this report.",)
    told = cells(build_document(desk, "progress-report", today=TODAY))
    assert told[0] == ["Make the map.", "Ongoing: Half of it.\nCompleted: All of it.", ""]
    options = {"as-of": "2031-12-31", "since": "2031-09-01"}
    told = cells(build_document(desk, "progress-report", meeting_id=meeting_id, options=options, today=TODAY))
    assert told == [["Make the map.", "Completed: All of it.", ""]]


def test_numerals_and_letters_are_generated(desk: Workspace) -> None:
    make_workplan(desk)
    document = build_document(desk, "progress-report", today=TODAY)
    headings = [(b.label, b.text) for b in document.blocks if isinstance(b, Heading)]
    assert headings == [
        ("I.", "Oceans and coasts"),
        ("a)", "Task Team on Reefs"),
        ("b)", "Coalition on Ports"),
    ]


def test_the_introduction_is_the_desks_own_if_it_has_one(desk: Workspace) -> None:
    make_workplan(desk)
    desk.do("Introduce", set_setting, name="progress-introduction", value="Written *by hand*.")
    document = build_document(desk, "progress-report", today=TODAY)
    assert "Written by hand." in [
        plain(b.text) for b in document.blocks if hasattr(b, "text") and b.text != ""
    ]


def test_a_document_is_written_whole_or_not_at_all(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    make_roster(desk, meeting_id)
    target = tmp_path / "annex.pdf"
    published = export_document(desk, "participants", target, meeting_id=meeting_id)
    assert (published.pages, published.warnings, target.read_bytes()[:5]) == (1, (), b"%PDF-")
    folder = tmp_path / "taken.pdf"
    folder.mkdir()
    with pytest.raises(OutputError, match="a folder has that name"):
        export_document(desk, "participants", folder, meeting_id=meeting_id)
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix == ".part") == []


def test_a_character_without_a_font_is_told_with_the_name(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    make_roster(desk, meeting_id, (("Ama \U00010330 Boateng", "UNEP"),))
    published = export_document(desk, "participants", tmp_path / "annex.pdf", meeting_id=meeting_id)
    assert len(published.warnings) == 1
    assert "U+10330" in published.warnings[0]
    assert "Ama \U00010330 Boateng" in published.warnings[0]


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("agenda of old", {}, "no document called"),
        ("participants", {"colour": "red"}, "has no option 'colour'"),
        ("participants", {"columns": "4"}, "Option columns cannot be '4'; it takes 1, 2, 3"),
        ("progress-report", {"as-of": "soon"}, "it takes a date such as"),
    ],
)
def test_words_it_does_not_know_are_refused(
    desk: Workspace, name: str, options: dict[str, str], sentence: str
) -> None:
    meeting_id = make_meeting(desk)
    with pytest.raises(UsageError) as caught:
        build_document(desk, name, meeting_id=meeting_id, options=options)
    assert sentence in str(caught.value)


@pytest.mark.parametrize("name", sorted(WORKBOOKS))
def test_a_template_offers_the_words_a_column_takes(tmp_path: Path, name: str) -> None:
    write_template(name, tmp_path / "t.xlsx")
    book = load_workbook(tmp_path / "t.xlsx")
    for form in WORKBOOKS[name]:
        sheet = book[form.name]
        assert tuple(cell.value for cell in sheet[1]) == form.columns
        offered = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
        assert [listed for listed in offered.values() if listed.startswith('"')] == [
            f'"{",".join(words)}"' for _, words in form.choices
        ]
    with pytest.raises(UsageError, match=r"written as \.xlsx"):
        write_template(name, tmp_path / "t.ods")
