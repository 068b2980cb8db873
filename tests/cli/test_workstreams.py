"""Workstreams from the command line: lists, names, documents, templates."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.cli import main
from emgdesk.domain.workbooks import WORKBOOKS
from emgdesk.operations.workstream import add_workstream
from emgdesk.workspace import open_desk
from tests.desks import make_meeting, make_roster
from tests.reports.renderers.pdf.reading import pages
from tests.workplan_desks import make_whole_workplan

Run = Callable[..., tuple[int, str, str]]
REEFS = "Task Team on Coral Reefs"
OTHERS = "Coalition on Ports; Nexus Dialogues; Light at sea; Coalition on Coral Reefs"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the desk of `make_whole_workplan`; answers exit status, stdout, stderr."""
    with open_desk(tmp_path / "desk.emgdesk", author="Ada Test") as desk:
        make_whole_workplan(desk)
        desk.do("Another", add_workstream, name="Coalition on Coral Reefs")

    def command(*words: str) -> tuple[int, str, str]:
        status = main(["--database", str(tmp_path / "desk.emgdesk"), *words])
        return status, *capsys.readouterr()

    return command


def listed(run: Run, what: str, *words: str) -> list[dict[str, object]]:
    status, out, err = run("list", what, *words, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)[what]


def test_workstreams_are_told_with_what_follows_from_their_mandates(run: Run) -> None:
    row, ports, *_ = listed(run, "workstreams", "--as-of", "2031-12-15")
    assert {key: row[key] for key in ("name", "letter", "status", "since", "until", "leads", "officer")} == {
        "name": REEFS, "letter": "a", "status": "active", "since": "2029-10-28", "until": "the atlas is printed",
        "leads": "UNEP", "officer": "Bo Lindh",
    }  # fmt: skip
    assert row["aliases"] == ["Reef Team", "Task Team on Reefs"]
    assert (ports["parent"], ports["until"], ports["tasks"], ports["open_tasks"]) == (REEFS, "", 1, 0)


def test_workstreams_are_told_as_they_stood(run: Run) -> None:
    (row,) = listed(run, "workstreams", "--as-of", "2029-12-31", "--workstream", "reef team")
    assert (row["name"], row["until"], row["status"]) == ("Task Team on Reefs", "SOM 41", "active")
    names = [row["name"] for row in listed(run, "workstreams", "--as-of", "2029-12-31")]
    assert "Coalition on Ports" not in names
    status, _, err = run("list", "workstreams", "--as-of", "lately")
    assert (status, err) == (2, "--as-of lately: write a date such as 2026-05-28.\n")


def test_mandates_are_listed_event_by_event(run: Run) -> None:
    rows = listed(run, "mandates", "--workstream", "coalition on ports")
    assert [{key: value for key, value in row.items() if value and key != "id"} for row in rows] == [
        {"workstream": "Coalition on Ports", "event": "established", "date": "2030"},
        {
            "workstream": "Coalition on Ports", "event": "became part of", "date": "2031-09-24",
            "other_workstream": REEFS,
        },
    ]  # fmt: skip
    assert len(listed(run, "mandates")) == 7


def test_tasks_tell_their_decision_and_days(run: Run) -> None:
    (row,) = listed(run, "tasks", "--workstream", "Task Team on Reefs")
    assert {key: row[key] for key in ("workstream", "since", "left", "decision")} == {
        "workstream": REEFS, "since": "2031-01-01", "left": "2032-01-01",
        "decision": "SOM40 technical, I. b) ii",
    }  # fmt: skip
    assert [row["status"] for row in listed(run, "tasks", "--workstream", "Coalition on Ports")] == [
        "dropped"
    ]


@pytest.mark.parametrize("name", ["las", "The Light at Sea", "LIGHT", "sea"])
def test_a_workstream_is_found_however_it_is_called(run: Run, name: str) -> None:
    assert [row["name"] for row in listed(run, "workstreams", "--workstream", name)] == ["Light at sea"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "coral reefs",
            f"“coral reefs” may be one of several workstreams: {REEFS}; Coalition on Coral Reefs.\n",
        ),
        (
            "Dunes",
            f"There is no workstream “Dunes” on this desk; its workstreams are: {REEFS}; {OTHERS}.\n",
        ),
    ],
)
def test_a_name_that_is_not_one_workstream_is_refused_with_the_list(
    run: Run, name: str, sentence: str
) -> None:
    assert run("list", "tasks", "--workstream", name) == (1, "", sentence)


@pytest.mark.parametrize("document", ["workstream", "workplan-table", "mandate-chart", "progress-report"])
def test_a_document_of_one_workstream(run: Run, tmp_path: Path, document: str) -> None:
    day = ("--option", "as-of=2031-12-15")
    words = ("--workstream", "task team on reefs", *day, "--output", str(tmp_path / "a.pdf"))
    status, _, err = run("export", document, *words)
    assert (status, err) == (0, "")
    text = " ".join(" ".join(pages(tmp_path / "a.pdf")).split())
    assert "Coral Reefs" in text
    assert "Nexus" not in text


def test_a_document_that_is_of_no_workstream_says_so(run: Run, tmp_path: Path) -> None:
    words = ("--workstream", "ports", "--output", str(tmp_path / "a.pdf"))
    status, _, err = run("export", "workplan", *words)
    assert (status, err) == (2, "Work-plan workbook is not made of one workstream; leave --workstream out.\n")


def test_the_template_has_every_sheet_of_a_work_plan(run: Run, tmp_path: Path) -> None:
    assert run("template", "workplan", "--output", str(tmp_path / "t.xlsx"))[0] == 0
    book = load_workbook(tmp_path / "t.xlsx")
    assert [(sheet.title, tuple(cell.value for cell in sheet[1])) for sheet in book] == [
        (form.name, form.columns) for form in WORKBOOKS["workplan"]
    ]
    offered = {str(one.sqref): one.formula1 for one in book["Mandate"].data_validations.dataValidation}
    assert offered["A2:A5000"] == "'Workstreams'!$A$2:$A$41"
    assert offered["B2:B5000"].startswith('"proposed,established,extended,')


def test_everything_holds_every_table_and_without_contacts_no_address(run: Run, tmp_path: Path) -> None:
    with open_desk(tmp_path / "desk.emgdesk") as desk:
        make_roster(desk, make_meeting(desk, "SOM41 technical"))
    assert run("export", "everything", "--output", str(tmp_path / "all.xlsx"))[0] == 0
    book = load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames == [
        "About", "Meetings", "Participants", "Agenda", "Documents", "Actions", "Effects", "Paragraphs", "Notes",
        "Follow-ups", "Issued", "Workstreams", "Names", "Mandate", "Members", "Tasks", "Deliverables",
        "Progress requests", "Entities", "People", "Offices", "Designations",
    ]  # fmt: skip
    counts = {title: rows for title, _, rows in book["About"].iter_rows(min_row=3, values_only=True)}
    assert counts == {sheet.title: sheet.max_row - 1 for sheet in book.worksheets[1:]}
    assert (counts["Meetings"], counts["Participants"], counts["Actions"], counts["Tasks"]) == (3, 5, 7, 8)
    people = list(book["People"].iter_rows(values_only=True))
    assert "ines@fao.example" in people[1]
    assert all(cell.value == "ID" for sheet in book.worksheets[1:] for cell in sheet[1][-1:])

    words = (
        "--meeting",
        "SOM41 technical",
        "--option",
        "contacts=no",
        "--output",
        str(tmp_path / "one.xlsx"),
    )
    assert run("export", "everything", *words)[0] == 0
    book = load_workbook(tmp_path / "one.xlsx")
    assert [sheet.max_row - 1 for sheet in (book["Meetings"], book["Participants"], book["Actions"])] == [
        1,
        5,
        0,
    ]
    assert [cell.value for cell in book["People"][1]] == [
        "Title", "Given name", "Family name", "Name", "Entity", "Function", "Country", "Spellings", "Notes",
        "Meetings", "ID",
    ]  # fmt: skip
    assert not any("@" in str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value)


def test_everything_of_an_empty_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--database", str(tmp_path / "new.emgdesk"), "export", "everything", "--json", "--output"]
    assert main([*words, str(tmp_path / "all.xlsx")]) == 0
    entities = load_workbook(tmp_path / "all.xlsx")["Entities"].max_row - 1
    assert json.loads(capsys.readouterr().out)["rows"] == entities > 70


def test_sheets_go_into_a_folder_a_file_each(run: Run, tmp_path: Path) -> None:
    status, out, err = run(
        "export", "workstream", "--workstream", "all", "--option", "files=docx", "--json",
        "--option", "as-of=2040-01-01",
        "--output", str(tmp_path / "sheets"),
    )  # fmt: skip
    written = [Path(one["file"]).name for one in json.loads(out)["files"]]
    assert (status, err) == (0, "")
    assert f"{REEFS}.docx" in written
    assert sorted(path.name for path in (tmp_path / "sheets").iterdir()) == sorted(written)
    status, _, err = run("export", "workstream", "--output", str(tmp_path / "none"))
    assert (status, (tmp_path / "none").exists()) == (2, False)


@pytest.mark.parametrize("document", ["progress-report", "mandate-chart", "workplan-table"])
def test_workstreams_nobody_knows_are_refused(run: Run, tmp_path: Path, document: str) -> None:
    path = tmp_path / "a.pdf"
    words = ("export", document, "--output", str(path), "--option")
    status, out, err = run(*words, "workstreams=Nonsense")
    assert (status, out, path.exists()) == (2, "", False)
    assert "There is no workstream called “Nonsense”." in err
    status, _, err = run(*words, f"workstreams={REEFS.upper()}")
    assert (status, path.exists()) == (0, True)
