"""Asking entities for progress from the command line, and who has answered."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.cli import main
from emgdesk.operations.membership import add_member
from emgdesk.operations.office import add_designation
from emgdesk.operations.progress_request import mark_answered
from emgdesk.operations.task import update_task
from emgdesk.queries.progress_requests import list_requests
from emgdesk.workspace import open_desk
from tests.desks import entity_id, make_person, make_workplan

Run = Callable[..., tuple[int, str, str]]
HEAD = (
    "Chapter", "Workstream", "Task", "Responsible", "Due", "Last reported", "Next steps until now", "Status",
    "Progress", "Next steps", "As of", "ID",
)  # fmt: skip


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a desk with three tasks: of UNEP and FAO, of the lead IMO, of nobody."""
    with open_desk(tmp_path / "desk.emgdesk", author="Ada Test") as desk:
        keys = make_workplan(desk)
        desk.do(
            "Who", update_task, task_id=keys["map"], responsible="UN Environment Programme, FAO", due="2031"
        )
        imo = entity_id(desk, "IMO")
        desk.do("Lead", add_member, workstream_id=keys["ports"], role="lead", entity_id=imo)
        ines = make_person(desk, "Ines Calado", "FAO", ("ines@fao.example",))
        desk.do(
            "Focal", add_designation, entity_id=entity_id(desk, "FAO"), person_id=ines, role="focal point"
        )

    def command(*words: str) -> tuple[int, str, str]:
        status = main(["--database", str(tmp_path / "desk.emgdesk"), *words])
        return status, *capsys.readouterr()

    return command


def ask(run: Run, folder: Path, *options: str) -> tuple[int, str, str]:
    words = [word for option in options for word in ("--option", option)]
    return run("export", "progress-sheets", *words, "--output", str(folder), "--json")


def test_each_entity_gets_its_own_tasks(run: Run, tmp_path: Path) -> None:
    status, out, _ = ask(run, tmp_path / "out", "as-of=2031-06-30", "due=2099-07-15")
    answer = json.loads(out)
    assert (status, [(Path(f["file"]).name, f["rows"]) for f in answer["files"]]) == (
        0,
        [(f"{name} progress 2031-06-30.xlsx", 1) for name in ("FAO", "IMO", "UNEP")],
    )
    assert [(one["entity"], one["due"]) for one in answer["requests"]] == [
        ("FAO", "2099-07-15"), ("IMO", "2099-07-15"), ("UNEP", "2099-07-15"),
    ]  # fmt: skip
    book = load_workbook(tmp_path / "out" / "UNEP progress 2031-06-30.xlsx")
    assert book.sheetnames == ["Progress request", "Tasks"]
    request = dict(book["Progress request"].iter_rows(min_row=2, values_only=True))
    assert request.pop("What to do").startswith(
        "Please tell on the sheet “Tasks” how each task stands as of 30 June 2031 and return this file by "
        "15 July 2099."
    )
    assert request == {
        "Entity": "UNEP", "As of": "2031-06-30", "Return by": "2099-07-15",
        "Request ID": answer["requests"][2]["id"],
    }  # fmt: skip
    header, row = book["Tasks"].iter_rows(values_only=True)
    assert header == HEAD
    assert row[:-1] == (
        "I. Oceans and coasts", "Task Team on Reefs", "Make the map.", "UN Environment Programme, FAO", "2031",
        "Ongoing (2 May 2031): Half of it.", None, None, None, None, None,
    )  # fmt: skip


def test_only_the_cells_to_fill_in_are_open(run: Run, tmp_path: Path) -> None:
    ask(run, tmp_path / "out", "as-of=2031-06-30", "entities=united nations environment programme")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["UNEP progress 2031-06-30.xlsx"]
    sheet = load_workbook(tmp_path / "out" / "UNEP progress 2031-06-30.xlsx")["Tasks"]
    open_cells = [
        head.value for head, cell in zip(sheet[1], sheet[2], strict=True) if not cell.protection.locked
    ]
    assert open_cells == ["Status", "Progress", "Next steps", "As of"]
    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)
    assert (sheet.column_dimensions["L"].hidden, sheet.column_dimensions["K"].hidden) == (True, False)
    listed = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert listed["H2:H5000"] == '"completed,ongoing,upcoming,not started,postponed,dropped"'


def test_who_was_asked_is_listed_with_whom_to_write_to(run: Run, tmp_path: Path) -> None:
    assert run("list", "requests")[1] == "Nobody was asked for progress yet; export progress-sheets asks.\n"
    ask(run, tmp_path / "out", "as-of=2031-06-30", "due=2099-07-15")
    with open_desk(tmp_path / "desk.emgdesk") as desk:
        imo = next(row.id for row in desk.read(list_requests, today=date.today()) if row.entity == "IMO")
        desk.do("Back", mark_answered, request_ids=[imo], answered_on="2031-07-01", file="IMO.xlsx")
    rows = json.loads(run("list", "requests", "--json")[1])["requests"]
    assert [(row["entity"], row["state"], row["tasks"], row["write_to"], row["file"]) for row in rows] == [
        ("FAO", "waiting", 1, "Ines Calado <ines@fao.example>", ""),
        ("UNEP", "waiting", 1, "", ""),
        ("IMO", "answered", 1, "", "IMO.xlsx"),
    ]
    assert {row["asked_on"] for row in rows} == {date.today().isoformat()}
    assert json.loads(run("list", "requests", "--as-of", "2031-05-31", "--json")[1])["requests"] == []
    assert run("undo")[1] == "Undone: Back.\n"
    assert run("undo")[1] == "Undone: Ask for progress as of 2031-06-30.\n"


@pytest.mark.parametrize(
    ("options", "status", "sentence"),
    [
        (("entities=WHO",), 1, "“WHO” answers for no task of the work plan; those who do: FAO; IMO; UNEP."),
        (("as-of=soon",), 2, "Option as-of cannot be 'soon'; it takes a date such as 2022-05-18."),
        (("due=2001-01-01",), 1, "The day of return, 2001-01-01, lies before the day of asking, "),
        (("colour=red",), 2, "Sheets for filling in has no option 'colour'"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    run: Run, tmp_path: Path, options: tuple[str, ...], status: int, sentence: str
) -> None:
    got, out, err = ask(run, tmp_path / "out", *options)
    assert (got, out) == (status, "")
    assert sentence in err
    assert json.loads(run("list", "requests", "--json")[1]) == {"requests": []}


def test_a_folder_that_cannot_be_made_is_told_before_anybody_is_asked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    status, _, err = ask(run, tmp_path / "out")
    assert (status, err) == (1, f"{tmp_path / 'out'} cannot be written: a file has that name.\n")
    assert json.loads(run("list", "requests", "--json")[1]) == {"requests": []}


def test_a_desk_without_a_work_plan_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--database", str(tmp_path / "new.emgdesk"), "export", "progress-sheets", "--output"]
    assert main([*words, str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err == (
        "No entity answers for a task of the work plan; name those responsible first.\n"
    )
