"""Every list out, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.cli import main
from emgdesk.operations.person import update_person
from emgdesk.operations.roster import update_participations
from emgdesk.queries.roster import list_roster
from emgdesk.reports.catalog import DOCUMENTS
from emgdesk.workspace import open_desk
from tests.desks import make_meeting, make_roster
from tests.reports.renderers.pdf.reading import pages

Run = Callable[..., tuple[int, str, str]]
TEXTS = {"agenda", "annotated-agenda", "action-points", "meeting-report", "workstream", "workplan-table",
         "entity-extract", "workplan", "mandate-chart"}  # fmt: skip  # this desk has none of them
OF_WHAT = {"workstream": ("--option", "workstreams=all"), "entity-extract": ("--option", "entity=unep")}
PAIRS = [
    (kind.name, suffix) for kind in DOCUMENTS for suffix in kind.suffixes if kind.name != "progress-report"
]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs an export on a desk of three meetings; answers exit status, stdout, stderr."""
    with open_desk(tmp_path / "desk.emgdesk", author="Ada Test") as desk:
        for code, date, people in (
            ("SOM39 technical", "2030-09-03", (("Old Hand", "FAO"),)),
            (
                "SOM40 technical",
                "2031-09-02",
                (("Amélie Dürst", "UNEP"), ("Ruth Solberg", ""), ("Ngozi Okoro", "WWF")),
            ),
            ("SOM40 senior", "2031-10-09", (("Amélie Dürst", "UNEP"),)),
        ):
            key = make_meeting(desk, code, date=date, segment=code.split()[1], som_number=int(code[3:5]))
            lines = make_roster(desk, key, people)
            desk.do("Came", update_participations, ids=lines, attendance="attended")
            if code == "SOM40 technical":
                person = desk.read(list_roster, meeting_id=key)[0].person_id
                desk.do("Mail", update_person, person_id=person, emails=("amelie@unep.example",))

    def command(document: str, file: str, *words: str) -> tuple[int, str, str]:
        words = ("--database", str(tmp_path / "desk.emgdesk"), "export", document, *words)
        status = main([*words, "--output", str(tmp_path / file)])
        return status, *capsys.readouterr()

    return command


@pytest.mark.parametrize(("name", "suffix"), PAIRS)
def test_every_document_in_every_format(run: Run, tmp_path: Path, name: str, suffix: str) -> None:
    words = OF_WHAT.get(name, ("--meeting", "SOM40 technical"))
    status, out, err = run(name, f"a{suffix}", *words, "--json")
    assert status == 0, err
    answer = json.loads(out)
    assert answer["file"] == str(tmp_path / f"a{suffix}")
    assert (answer["pages"] > 0) == (suffix in (".pdf", ".png"))
    # meetings; people with an address; documents
    listed = {"attendance-statistics": 2, "address-list": 1, "calendar": 1, "segment-set": 1}
    assert name in ("findings", "meeting", "everything") or answer["rows"] == (
        0 if name in TEXTS else listed.get(name, 3)
    )
    assert (tmp_path / f"a{suffix}").stat().st_size > 0


def test_who_has_no_address_is_told_on_stderr(run: Run, tmp_path: Path) -> None:
    status, out, err = run("address-list", "a.txt", "--meeting", "SOM40 technical")
    assert (status, out) == (0, f"Wrote {tmp_path / 'a.txt'} (1 row).\n")
    assert "2 people have no e-mail address: Ruth Solberg; Ngozi Okoro." in err
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Amélie Dürst <amelie@unep.example>\n"


def counted(tmp_path: Path) -> list[str]:
    sheet = load_workbook(tmp_path / "a.xlsx")["Meetings"]
    return [str(row[0].value) for row in sheet.iter_rows(min_row=2)]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ((), ["SOM39 technical", "SOM40 technical", "SOM40 senior"]),
        (("--meeting", "SOM40 technical"), ["SOM39 technical", "SOM40 technical"]),
        (("--meeting", "SOM40 senior"), ["SOM40 technical", "SOM40 senior"]),
        (("--meeting", "SOM39 technical"), ["SOM39 technical"]),
        (("--option", "meetings=SOM40 senior; som39-technical"), ["SOM39 technical", "SOM40 senior"]),
        (("--option", "from=2031-01-01"), ["SOM40 technical", "SOM40 senior"]),
        (("--option", "to=2031-09-02"), ["SOM39 technical", "SOM40 technical"]),
        (("--option", "from=2031-01-01", "--option", "to=2031-09-30"), ["SOM40 technical"]),
    ],
)
def test_which_meetings_are_counted(
    run: Run, tmp_path: Path, words: tuple[str, ...], codes: list[str]
) -> None:
    assert run("attendance-statistics", "a.xlsx", *words)[0] == 0
    assert counted(tmp_path) == codes


def test_an_unknown_meeting_to_count_is_refused_with_the_list(run: Run, tmp_path: Path) -> None:
    status, out, err = run("attendance-statistics", "a.pdf", "--option", "meetings=SOM12")
    assert (status, out) == (1, "")
    assert "There is no meeting “SOM12” on this desk" in err
    assert not (tmp_path / "a.pdf").exists()


def test_options_of_the_lists(run: Run, tmp_path: Path) -> None:
    words = (
        "--meeting",
        "SOM40 technical",
        "--option",
        "style=by-entity",
        "--option",
        "days=2",
        "--option",
        "blank=0",
    )
    assert run("sign-in-sheet", "a.pdf", *words)[0] == 0
    (text,) = pages(tmp_path / "a.pdf")
    for part in ("United Nations Environment Programme (UNEP)", "Without entity", "2 Sep", "Day 2"):
        assert part in text
    assert "Others" not in text
    status, _, err = run("sign-in-sheet", "b.pdf", *words[:2], "--option", "height=2")
    assert (status, "a whole number from 6 to 60" in err) == (2, True)


def test_a_list_without_anybody_is_written_and_says_so(run: Run, tmp_path: Path) -> None:
    for name in ("sign-in-sheet", "badges", "name-plates", "roster", "address-list", "invitations"):
        assert run(name, "a.pdf", "--meeting", "SOM39 technical", "--option", "include=in-person")[0] == 0
        assert "Nobody to list: of 1 person on the roster none is marked as in person." in pages(
            tmp_path / "a.pdf"
        )[0].replace("\n", " ")


def test_a_set_goes_into_a_folder_as_files_named_by_symbol(run: Run, tmp_path: Path) -> None:
    status, out, err = run(
        "segment-set", "papers", "--meeting", "SOM40 technical", "--json", "--option", "files=docx"
    )
    file = tmp_path / "papers" / "SOM40 technical List of participants.docx"
    assert (status, [path.name for path in (tmp_path / "papers").iterdir()]) == (0, [file.name])
    assert [written["file"] for written in json.loads(out)["files"]] == [str(file)]
    assert err.splitlines()[0] == "Agenda: nothing to print yet, left out of the set."


def test_a_set_of_nothing_makes_no_folder(run: Run, tmp_path: Path) -> None:
    status, out, err = run(
        "segment-set", "papers", "--meeting", "SOM40 senior", "--option", "participants=no"
    )
    assert (status, out, err) == (1, "", "There is nothing to put into the set yet.\n")
    assert not (tmp_path / "papers").exists()
