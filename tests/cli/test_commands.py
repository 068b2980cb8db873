"""The command line as a script sees it: exit status, standard output, sentences."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from emgdesk.cli import main
from tests.desks import dump
from tests.sheets import registration_sheet

Run = Callable[..., tuple[int, str, str]]
MEETING = "SOM40 technical"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a desk of the test; answers exit status, stdout, stderr."""

    def command(*words: object) -> tuple[int, str, str]:
        try:
            status = main(["--database", str(tmp_path / "desk.emgdesk"), *map(str, words)])
        except SystemExit as end:  # argparse ends wrong usage by itself
            status = int(str(end.code))
        out, err = capsys.readouterr()
        return status, out, err

    return command


@pytest.fixture
def meeting(run: Run) -> None:
    run("new", "meeting", "--code", MEETING, "--title", "Technical Segment", "--date", "2031-09-02")


def answered(result: tuple[int, str, str]) -> Any:
    assert result[0] == 0, result[2]
    return json.loads(result[1])


@pytest.mark.usefixtures("meeting")
def test_an_import_says_what_it_would_do_and_then_does_it(run: Run, tmp_path: Path) -> None:
    sheet = registration_sheet(tmp_path)
    before = dump(tmp_path / "desk.emgdesk")
    dry = answered(run("import", sheet, "--meeting", "som 40 TECHNICAL", "--dry-run", "--json"))
    assert dry["totals"] == {
        "rows": 7, "new": 5, "matched": 0, "possible": 0, "already": 0, "problem": 0, "skipped": 2,
    }  # fmt: skip
    assert (dry["header_row"], dry["sheet"], dry["committed"], dry["revision"]) == (
        4,
        "Registrations",
        False,
        None,
    )
    assert dry["columns"]["family"] == "LAST NAME"
    assert dump(tmp_path / "desk.emgdesk") == before

    done = answered(run("import", sheet, "--meeting", MEETING, "--json"))
    assert (done["committed"], done["totals"]) == (True, dry["totals"])
    people = answered(run("list", "participants", "--meeting", MEETING, "--json"))["participants"]
    assert [(p["name"], p["entity"], p["capacity"], p["mode"]) for p in people] == [
        ("Amélie DÜRST", "UNEP", "member", "online"),
        ("Jorge Peña Ibáñez", "FAO", "member", "in person"),
        ("Ngozi Adeyemi-Okoro", "WWF", "observer", "online"),
        ("Ruth Solberg", "", "guest", "online"),
        ("王明", "UNIDO", "member", "online"),
    ]
    again = answered(run("import", sheet, "--meeting", MEETING, "--json"))
    assert (again["totals"]["already"], again["totals"]["new"]) == (5, 0)


@pytest.mark.usefixtures("meeting")
def test_undo_and_redo_work_across_calls(run: Run, tmp_path: Path) -> None:
    run("import", registration_sheet(tmp_path), "--meeting", MEETING)
    after = dump(tmp_path / "desk.emgdesk")
    assert run("undo")[1] == "Undone: Import registrations.xlsx.\n"
    assert run("list", "people")[1] == "There are no people on this desk yet.\n"
    assert run("redo")[1] == "Redone: Import registrations.xlsx.\n"
    assert dump(tmp_path / "desk.emgdesk") == after
    history = answered(run("history", "--json"))["history"]
    assert [(h["kind"], h["label"]) for h in history[-3:]] == [
        ("do", "Import registrations.xlsx"),
        ("undo", "Import registrations.xlsx"),
        ("redo", "Import registrations.xlsx"),
    ]
    assert answered(run("verify", "--json")) == {"revisions": 5}


@pytest.mark.usefixtures("meeting")
def test_a_decision_and_a_mapping_are_taken(run: Run, tmp_path: Path) -> None:
    sheet = registration_sheet(tmp_path)
    words = ("--decide", "5=skip", "--map", "notes=Function", "--meeting", MEETING, "--json")
    done = answered(run("import", sheet, *words))
    assert (done["columns"]["notes"], "Remarks" in done["unused_columns"]) == ("Function", True)
    people = answered(run("list", "participants", "--meeting", MEETING, "--json"))["participants"]
    assert [p["name"] for p in people][:2] == ["Jorge Peña Ibáñez", "Ngozi Adeyemi-Okoro"]


def test_the_demo_makes_a_desk_and_every_document(run: Run, tmp_path: Path) -> None:
    status, out, err = run("demo", "--output", tmp_path / "a" / "demo")
    assert (status, err) == (0, "")
    folder = tmp_path / "a" / "demo"
    names = {p.relative_to(folder).as_posix() for p in folder.rglob("*.*") if ".emgdesk" not in p.name}
    both = (
        "list of participants", "annex in two blocks", "participants by entity", "provisional agenda",
        "agenda as adopted", "annotated agenda", "summary of action points", "what changed in the actions",
        "meeting report, numbered", "meeting report, item by item", "documents of the segment", "progress report",
        "check before publication", "sign-in sheet", "attendance statistics", "roster", "calendar",
        "mandate chart", "sheets of the workstreams", "work plan as a table", "what was asked of UNEP",
    )  # fmt: skip
    papers = (
        "EMG-SOM.31-technical-02", "EMG-SOM.31-technical-04", "SOM31 technical Meeting report",
        "SOM31 technical List of participants",
    )  # fmt: skip
    assert names == {
        *(f"{name}{suffix}" for name in both for suffix in (".pdf", ".docx")),
        *(f"papers of the segment/{name}.pdf" for name in papers),
        "name badges.pdf", "name plates.pdf", "attendance statistics.xlsx", "roster.xlsx", "address list.csv",
        "invitations.xlsx", "meeting.xlsx", "calendar.ics", "made by the demo.txt", "mandate chart.png",
        "work plan as a table.xlsx", "work plan.xlsx", "everything on the desk.xlsx",
    }  # fmt: skip
    assert "Imported registrations.xlsx into SOM31 senior: 7 new" in out
    assert run("demo", "--output", tmp_path / "a" / "demo")[1] == out
    assert not (tmp_path / "desk.emgdesk").exists()

    (folder / "notes.txt").write_text("mine")
    before = dump(folder / "desk.emgdesk")
    said = f"{folder / 'notes.txt'} was not made by a demo: name a new or empty folder.\n"
    assert run("demo", "--output", folder) == (1, "", said)
    assert (dump(folder / "desk.emgdesk"), (folder / "notes.txt").read_text()) == (before, "mine")


@pytest.mark.usefixtures("meeting")
def test_the_demo_never_touches_a_desk_it_did_not_make(run: Run, tmp_path: Path) -> None:
    desk = tmp_path / "desk.emgdesk"
    before = dump(desk)
    said = f"{desk} was not made by a demo: name a new or empty folder.\n"
    assert run("demo", "--output", tmp_path) == (1, "", said)
    assert dump(desk) == before
    assert run("demo", "--output", desk) == (1, "", f"{desk} is a file: name a folder for the demo.\n")


@pytest.mark.usefixtures("meeting")
def test_no_document_is_written_onto_a_desk(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    (tmp_path / "desk.emgdesk").replace(other)
    before = dump(other)
    said = f"{other} is a desk: choose another file to write to.\n"
    asked = ("--database", other, "export", "meeting", "--meeting", MEETING, "--output", other)
    assert run(*asked) == (1, "", said)
    assert run("template", "meeting", "--output", other) == (1, "", said)
    assert dump(other) == before


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("import", "gone.xlsx", "--meeting", MEETING), 1, "gone.xlsx"),
        (("import", "notes.txt", "--meeting", "SOM41 senior"), 1, "There is no meeting “SOM41 senior”"),
        (("new", "meeting", "--code", MEETING, "--title", "x"), 1, "There is a meeting with the code"),
        (("new", "meeting", "--code", "SOM41", "--title", "x", "--date", "2031-02-30"), 1, "is not a date"),
        (("export", "participants", "--output", "a.pdf"), 2, "name the meeting"),
        (("export", "participants", "--meeting", MEETING, "--output", "a.doc"), 2, ".pdf"),
        (
            ("export", "participants", "--meeting", MEETING, "--option", "style=x", "--output", "a.pdf"),
            2,
            "style",
        ),
        (
            ("export", "participants", "--meeting", MEETING, "--option", "style", "--output", "a.pdf"),
            2,
            "KEY=VALUE",
        ),
        (("export", "progress-report", "--workstream", "None such", "--output", "a.pdf"), 1, "no workstream"),
        (("list", "participants"), 2, "--meeting"),
        (("undo", "--now"), 2, "usage"),
        (("template", "roster", "--output", "a.csv"), 2, ".xlsx"),
        (("restore", "gone.emgdesk"), 1, "does not exist"),
    ],
)
@pytest.mark.usefixtures("meeting")
def test_faults_are_one_sentence_and_an_exit_status(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    status: int,
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = dump(tmp_path / "desk.emgdesk")
    code, out, err = run(*words)
    assert (code, out) == (status, "")
    assert sentence in err
    assert "Traceback" not in err
    if "usage" not in err:
        assert err.count("\n") == 1
    assert dump(tmp_path / "desk.emgdesk") == before


@pytest.mark.usefixtures("meeting")
def test_an_unwritable_output_leaves_nothing(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "annex.pdf"
    status, out, err = run("export", "participants", "--meeting", MEETING, "--output", target)
    assert (status, out) == (1, "")
    assert err == f"{target} cannot be written: its folder does not exist.\n"


def test_a_desk_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "letter.emgdesk"
    letter.write_text("Dear colleague")
    assert main(["--database", str(letter), "list", "people"]) == 1
    assert capsys.readouterr().err == "letter.emgdesk is not a desk of emgdesk.\n"
    assert letter.read_text() == "Dear colleague"


def test_templates_have_the_documented_columns(run: Run, tmp_path: Path) -> None:
    for name, sheets in (
        ("roster", ["Participants"]),
        ("workplan", ["Workstreams", "Names", "Mandate", "Members", "Tasks", "Deliverables"]),
        ("meeting", ["Meeting", "Agenda", "Documents", "Participants", "Actions", "Effects", "Paragraphs"]),
    ):
        assert run("template", name, "--output", tmp_path / f"{name}.xlsx")[0] == 0
        book = load_workbook(tmp_path / f"{name}.xlsx")
        assert book.sheetnames == sheets
    header = [cell.value for cell in load_workbook(tmp_path / "roster.xlsx")["Participants"][1]]
    assert header == [
        "Title", "Given name", "Family name", "Name", "Entity", "Function", "Email", "Phone", "Country", "Role",
        "Attendance", "Mode", "Notes",
    ]  # fmt: skip


def test_a_setting_is_shown_changed_and_undone(run: Run, tmp_path: Path) -> None:
    assert run("setting", "progress-introduction")[1] == "progress-introduction is not set.\n"
    assert run("setting", "progress-introduction", "In *short*.")[1] == "In *short*.\n"
    assert answered(run("setting", "progress-introduction", "--json")) == {
        "setting": {"name": "progress-introduction", "value": "In *short*."}
    }
    assert run("undo")[1] == "Undone: Set progress-introduction.\n"
    gone = tmp_path / "gone.png"
    assert run("setting", "logo", gone) == (1, "", f"There is no picture file {gone}.\n")


@pytest.mark.usefixtures("meeting")
def test_backup_and_restore(run: Run, tmp_path: Path) -> None:
    assert run("backup", "--output", tmp_path / "copy.emgdesk")[0] == 0
    run("import", registration_sheet(tmp_path), "--meeting", MEETING)
    status, out, _ = run("restore", tmp_path / "copy.emgdesk")
    assert (status, out.startswith(f"Restored {tmp_path / 'desk.emgdesk'}.")) == (0, True)
    assert answered(run("list", "people", "--json")) == {"people": []}


def test_lists_speak_the_columns_of_the_workbooks(run: Run, tmp_path: Path) -> None:
    run("demo", "--output", tmp_path / "demo")
    desk = tmp_path / "demo" / "desk.emgdesk"
    with closing(sqlite3.connect(desk)) as file:
        expected = {
            name: file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for name, table in (
                ("meetings", "meeting"), ("workstreams", "workstream"), ("entities", "entity"),
                ("people", "person"), ("tasks", "task"),
            )
        }  # fmt: skip
    for name, count in expected.items():
        rows = answered(run("--database", desk, "list", name, "--json"))[name]
        assert len(rows) == count
        assert all(row["id"] for row in rows)
    task = answered(run("--database", desk, "list", "tasks", "--json"))["tasks"][0]
    assert sorted(task) == [
        "chapter", "decision", "due", "entries", "id", "left", "next_steps", "responsible", "since", "source",
        "status", "task", "workstream",
    ]  # fmt: skip


def test_the_module_runs_as_a_program(tmp_path: Path) -> None:
    words = [
        sys.executable,
        "-m",
        "emgdesk",
        "--database",
        str(tmp_path / "desk.emgdesk"),
        "list",
        "meetings",
    ]
    result = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (
        0,
        "There are no meetings on this desk yet.\n",
        "",
    )
