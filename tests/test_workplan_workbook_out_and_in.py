"""A work plan written as a workbook, corrected outside and taken in again."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.domain.workbooks import WORKBOOKS
from emgdesk.errors import OutputError
from emgdesk.intake import commit, plan_import
from emgdesk.operations.task import update_entry
from emgdesk.publishing import export_document
from emgdesk.queries.workplan_books import workplan_book
from emgdesk.workspace import Workspace, open_desk
from tests.desks import dump, make_meeting
from tests.workplan_desks import LONG, make_whole_workplan

ROWS = {"Workstreams": 4, "Names": 4, "Mandate": 7, "Members": 6, "Tasks": 8, "Deliverables": 3}


@pytest.fixture
def keys(desk: Workspace) -> dict[str, str]:
    return make_whole_workplan(desk)


def exported(desk: Workspace, folder: Path, name: str = "out.xlsx") -> Path:
    path = folder / name
    export_document(desk, "workplan", path)
    return path


def cells(path: Path, sheet: str) -> list[dict[str, object]]:
    head, *rows = load_workbook(path)[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def counts(desk: Workspace, path: Path) -> dict[str, tuple[int, int, int, int]]:
    """New, changed, same and refused rows by sheet."""
    sheets = plan_import(desk, path).answer()["sheets"]
    return {n: (c["new"], c["changed"], c["same"], c["problem"]) for n, c in sheets.items()}


def test_every_sheet_ends_with_the_id_below_a_frozen_filtered_header(desk, keys, tmp_path):
    book = load_workbook(exported(desk, tmp_path))
    assert {sheet.title: sheet.max_row - 1 for sheet in book} == ROWS
    for sheet, form in zip(book, WORKBOOKS["workplan"], strict=True):
        assert [cell.value for cell in sheet[1]] == [*form.columns, "ID"]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_tasks_stand_in_the_order_of_the_report_with_their_entries(desk, keys, tmp_path):
    rows = cells(exported(desk, tmp_path), "Tasks")
    shown = [(r["Chapter"], r["Workstream"], r["Task"], r["Status"], r["Progress"], r["As of"]) for r in rows]
    reefs, ports = "Task Team on Coral Reefs", "Coalition on Ports"
    first, second = "I. Oceans and coasts", "II. Outreach & émissions"
    assert (
        shown
        == [
            (first, reefs, "Make the map.", "ongoing", "Half of it.", "2031-05-02"),
            (first, reefs, "Make the map.", "completed", LONG, None),
            (first, reefs, "Make the map.", "ongoing", "Second edition.", "2031-09-01"),
            (first, reefs, "Make the map.", "postponed", None, "2031-10-01"),
            (first, ports, "Make the survey.", "dropped", None, None),
            (first, None, "Make the website.", None, None, None),
            (second, "Nexus Dialogues", "=1+1, and - more", None, None, None),
            (second, None, None, None, "- a list\n- alone", None),
        ]
        or len(shown) == 9
    )


def test_a_task_says_its_decision_and_its_days(desk, keys, tmp_path):
    row = cells(exported(desk, tmp_path), "Tasks")[0]
    told = {
        key: row[key] for key in ("Source", "Responsible", "Due", "Next steps", "Decision", "Since", "Left")
    }
    assert told == {
        "Source": "Terms of reference, 3.", "Responsible": "UNEP; Harbour Union, Vienna", "Due": "mid-2031",
        "Next steps": "Print it.\n- soon", "Decision": "SOM40 technical, I. b) ii",
        "Since": "2031-01-01", "Left": "2032-01-01",
    }  # fmt: skip


def test_workstreams_say_what_follows_from_their_mandates(desk, keys, tmp_path):
    path = exported(desk, tmp_path)
    rows = {row["Name"]: row for row in cells(path, "Workstreams")}
    told = [(n, r["Letter"], r["Kind"], r["Parent"], r["Aliases"], r["Proposer"]) for n, r in rows.items()]
    assert told == [
        ("Task Team on Coral Reefs", "a", None, None, "Reef Team\nTask Team on Reefs", None),
        ("Coalition on Ports", "b", None, "Task Team on Coral Reefs", None, None),
        ("Nexus Dialogues", "c", "Coalition", None, "Dialogues on the Nexus\nNexus", None),
        ("Light at sea", None, None, "Nexus Dialogues", None, "IMO, on behalf of many"),
    ]
    events = [
        (row["Event"], row["Meeting"], row["Until"], row["Other workstream"])
        for row in cells(path, "Mandate")
    ]
    assert events == [
        ("established", "SOM38 senior", "SOM 41", None),
        ("renamed", None, None, None),
        ("extended", "SOM40 senior", "the atlas is printed", None),
        ("established", None, None, None),
        ("became part of", None, None, "Task Team on Coral Reefs"),
        ("changed kind", None, None, None),
        ("transferred", None, None, "a secretariat of two others"),
    ]


def test_deliverables_have_a_row_for_each_stage(desk, keys, tmp_path):
    rows = cells(exported(desk, tmp_path), "Deliverables")
    assert [(r["Title"], r["Stage"], r["Stage date"], r["Stage meeting"], r["Stage note"]) for r in rows] == [
        ("Atlas of Reefs", "draft", "2031-05", None, "to all members"),
        ("Atlas of Reefs", "endorsed", None, "SOM40 senior", None),
        ("Light meter", None, None, None, None),
    ]


def test_words_and_workstreams_are_offered_in_a_drop_down(desk, keys, tmp_path):
    book = load_workbook(exported(desk, tmp_path))
    tasks = {str(one.sqref): one.formula1 for one in book["Tasks"].data_validations.dataValidation}
    assert tasks == {
        "B2:B5000": "'Workstreams'!$A$2:$A$45",
        "G2:G5000": '"completed,ongoing,upcoming,not started,postponed,dropped"',
    }


def test_out_and_in_again_changes_nothing(desk, keys, tmp_path):
    before = dump(desk.path)
    intake = plan_import(desk, exported(desk, tmp_path))
    answer = intake.answer()
    assert {name: (c["rows"], c["same"]) for name, c in answer["sheets"].items()} == {
        name: (rows, rows) for name, rows in ROWS.items()
    }
    assert answer["notes"] == []
    assert commit(desk, intake).changes is None
    assert dump(desk.path) == before


@pytest.mark.parametrize(
    ("sheet", "column", "row", "value"),
    [
        ("Workstreams", "Purpose", 4, "Other talks: 新"),
        ("Names", "Until", 2, "2030-06"),
        ("Mandate", "Until", 2, "SOM 42"),
        ("Members", "Note", 4, "in other turns"),
        ("Tasks", "Progress", 4, "Third edition."),
        ("Deliverables", "Stage note", 2, "to some members"),
    ],
)
def test_one_cell_corrected_outside_changes_that_row_alone(desk, keys, tmp_path, sheet, column, row, value):
    path = exported(desk, tmp_path)
    book = load_workbook(path)
    head = [cell.value for cell in book[sheet][1]]
    book[sheet].cell(row, head.index(column) + 1).value = value
    book.save(path)
    assert counts(desk, path) == {
        name: (0, int(name == sheet), rows - int(name == sheet), 0) for name, rows in ROWS.items()
    }
    commit(desk, plan_import(desk, path))
    assert cells(exported(desk, tmp_path, "after.xlsx"), sheet)[row - 2][column] == value
    assert desk.undo().label == "Import out.xlsx"


def test_the_workbook_makes_the_work_plan_on_another_desk(desk, keys, tmp_path):
    path = exported(desk, tmp_path)
    with open_desk(tmp_path / "other.emgdesk", author="Ada Test") as other:
        make_meeting(other, "SOM40 senior")
        commit(other, plan_import(other, path))
        mine, theirs = desk.read(workplan_book), other.read(workplan_book)
    for name in ("Names", "Members", "Deliverables"):
        assert [dict(row.cells) for row in theirs[name]] == [dict(row.cells) for row in mine[name]], name
    told = ("Chapter", "Workstream", "Task", "Status", "Progress", "Next steps", "As of", "Since", "Left")
    assert [[row.cells[key] for key in told] for row in theirs["Tasks"]] == [
        [row.cells[key] for key in told] for row in mine["Tasks"]
    ]


def test_a_text_longer_than_a_cell_is_refused_with_its_cell(desk, keys, tmp_path):
    desk.do("Text", update_entry, entry_id=keys["entry"], text="word " * 20_000)
    with pytest.raises(OutputError, match=r"^The text for cell Tasks!H2 has 99,999 characters"):
        exported(desk, tmp_path)


def test_an_empty_desk_has_its_sheets_all_the_same(desk, tmp_path):
    published = export_document(desk, "workplan", tmp_path / "out.xlsx")
    assert (published.rows, published.warnings) == (
        0,
        ("The desk holds no work plan yet; the sheets are empty.",),
    )
    book = load_workbook(tmp_path / "out.xlsx")
    assert [(sheet.title, sheet.max_row) for sheet in book] == [(name, 1) for name in ROWS]
