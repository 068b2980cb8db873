"""A meeting written as a workbook, corrected outside and taken in again."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.cli.run import main
from emgdesk.errors import OutputError
from emgdesk.intake import commit, plan_import
from emgdesk.operations.action import add_action_section
from emgdesk.operations.deciding import adopt, decide_in_room
from emgdesk.operations.meeting import update_meeting
from emgdesk.operations.report import add_paragraph, update_paragraph
from emgdesk.publishing import export_document
from emgdesk.queries.meetings import find_meeting
from emgdesk.workspace import Workspace
from tests.desks import dump, make_roster, make_workplan
from tests.importing.meetings.test_actions_sheet import EFFECTS, ROWS
from tests.importing.meetings.test_agenda_sheet import ITEMS
from tests.importing.meetings.test_other_sheets import PAPERS, REPORT
from tests.meeting_books import CODE, changes, held, taken, workbook

SHEETS = ["Meeting", "Agenda", "Documents", "Participants", "Actions", "Effects", "Paragraphs"]
FACTS = (
    ("Title", "Technical segment – Größe, 会议"), ("SOM number", 40), ("Segment", "technical"), ("Date", "May 2031"),
    ("Start time", "09:30"), ("Time zone label", "GVA time"), ("Status", "held"), ("Head count", 45),
    ("Agenda symbol", "EMGSOM.40_2"), ("Report symbol", "EMG/SOM.40/09"),
)  # fmt: skip


@pytest.fixture
def meeting(desk: Workspace) -> str:
    """Everything a meeting can hold: decisions of the room, adopted effects, sentences that follow the data."""
    make_workplan(desk)
    report = [row if row[2] != "Actions" else (*row[:3], "Ports") for row in REPORT]
    taken(
        desk,
        workbook(*FACTS, Agenda=ITEMS, Documents=PAPERS, Actions=ROWS, Effects=EFFECTS, Paragraphs=report),
    )
    key = desk.read(find_meeting, code=CODE).id
    make_roster(desk, key)
    book = held(desk)
    opening = book.report_sections[0].id
    for fill in ("opening", "attendance", "closing"):
        desk.do("Fill", add_paragraph, section_id=opening, fill=fill)
    room = desk.do(
        "Say", add_paragraph, section_id=opening, text="Agreed to meet again,\n\n- soon\n- *here*"
    ).value
    desk.do("Decide", decide_in_room, paragraph_id=room, section_id=book.action_sections[0].id)
    odd = "=1+1 is no formula\nsecond line\twith a tab"
    desk.do("Text", update_paragraph, paragraph_id=book.paragraphs[0].id, text=odd)
    desk.do("Section", add_action_section, meeting_id=key, heading="Nothing yet")
    desk.do("Adopt", adopt, meeting_id=key)
    return key


def exported(desk: Workspace, meeting: str, folder: Path) -> Path:
    path = folder / "out.xlsx"
    export_document(desk, "meeting", path, meeting_id=meeting)
    return path


def test_the_workbook_has_every_sheet_with_frozen_filtered_headers(desk, meeting, tmp_path):
    book = load_workbook(exported(desk, meeting, tmp_path))
    assert book.sheetnames == SHEETS
    for sheet in book.worksheets[1:]:
        assert sheet.cell(1, sheet.max_column).value == "ID"
        assert (sheet.freeze_panes, sheet.auto_filter.ref.startswith("A1:")) == ("A2", True)
    cell = next(c for c in book["Paragraphs"]["D"] if str(c.value).startswith("=1+1"))
    assert (cell.data_type, cell.number_format) == ("s", "@")
    assert [row[1].value for row in book["Meeting"].iter_rows(min_row=6, max_row=6)] == ["2031-05"]


def test_out_and_in_again_changes_nothing(desk, meeting, tmp_path):
    before = dump(desk.path)
    intake = plan_import(desk, exported(desk, meeting, tmp_path))
    answer = intake.answer()
    for name, counts in answer["sheets"].items():
        assert counts["rows"] == counts["same"] > 0, name
    assert answer["totals"]["already"] == answer["totals"]["rows"] == 5
    assert (answer["notes"], [i for i in answer["items"] if i["messages"]]) == ([], [])
    assert commit(desk, intake).changes is None
    assert dump(desk.path) == before


@pytest.mark.parametrize(
    ("sheet", "column", "row"),
    [
        ("Agenda", "Title", 4),
        ("Documents", "Title", 3),
        ("Actions", "Text", 4),
        ("Effects", "New name", 4),
        ("Paragraphs", "Text", 3),
    ],
)
def test_one_wording_corrected_outside_changes_that_row_alone(desk, meeting, tmp_path, sheet, column, row):
    path = exported(desk, meeting, tmp_path)
    book = load_workbook(path)
    head = [cell.value for cell in book[sheet][1]]
    cell = book[sheet].cell(row, head.index(column) + 1)
    old, cell.value = cell.value or "", "Another wording altogether: 新"
    book.save(path)
    intake = plan_import(desk, path)
    assert changes(intake) == {(sheet, row): {column: (old, "Another wording altogether: 新")}}
    commit(desk, intake)
    again = plan_import(desk, path)
    assert changes(again) == {}
    assert desk.undo().label == "Import out.xlsx"


def test_the_workbook_makes_the_meeting_on_another_desk(desk, meeting, tmp_path):
    path = exported(desk, meeting, tmp_path)
    book = load_workbook(path)
    book["Meeting"]["B2"] = "SOM41 technical"
    book.save(path)
    commit(desk, plan_import(desk, path))
    mine, other = held(desk), held(desk, "SOM41 technical")

    def cells(rows):
        return [dict(row.cells) for row in rows]

    assert cells(other.agenda) == cells(mine.agenda)
    assert cells(other.documents) == cells(mine.documents)
    assert cells(other.actions) == cells(mine.actions)
    assert cells(other.effects) == cells(mine.effects)
    assert [row["Section"] for row in cells(other.paragraphs)] == [
        row["Section"] for row in cells(mine.paragraphs)
    ]
    assert not {row.id for row in other.actions} & {row.id for row in mine.actions}


def test_a_month_stays_a_month(desk, meeting, tmp_path):
    desk.do("Date", update_meeting, meeting_id=meeting, date="2031-06")
    assert plan_import(desk, exported(desk, meeting, tmp_path)).plan.changes == {}


def test_a_text_longer_than_a_cell_is_refused_with_its_cell(desk, meeting, tmp_path):
    key = held(desk).paragraphs[0].id
    desk.do("Text", update_paragraph, paragraph_id=key, text="word " * 20_000)
    with pytest.raises(OutputError, match=r"^The text for cell Paragraphs!D2 has 99,999 characters"):
        exported(desk, meeting, tmp_path)


def test_the_command_line_lists_what_it_took_in(desk, meeting, tmp_path, capsys):
    path = exported(desk, meeting, tmp_path)
    book = load_workbook(path)
    book["Actions"]["E2"] = "Welcome the mapping of reefs;"
    book.save(path)
    desk.close()
    words = ["--database", str(desk.path)]
    assert main([*words, "import", str(path), "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert (
        "Actions row 2 a Welcome the mapping of reefs;: changed: Text “Take note of the mapping of reefs;” -> "
        "“Welcome the mapping of reefs;”." in told
    )
    assert "Nothing was changed (dry run)." in told
    assert main([*words, "list", "documents", "--meeting", "emg som 40 09"]) == 0
    assert "Report of the meeting" in capsys.readouterr().out
