"""A roster written as a sheet, corrected outside and taken in again."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from emgdesk.intake import commit, plan_import
from emgdesk.operations.person import update_person
from emgdesk.operations.roster import update_participations
from emgdesk.publishing import address_line, build_document, export_document
from emgdesk.queries.roster import list_roster
from emgdesk.workspace import Workspace
from tests.desks import dump, make_meeting, make_person, make_roster

HEADERS = [
    "Title", "Given name", "Family name", "Name", "Entity", "Function", "Email", "Phone", "Country", "Role",
    "Attendance", "Mode", "Notes", "ID",
]  # fmt: skip


@pytest.fixture
def meeting(desk: Workspace) -> str:
    """A roster with a telephone number, notes over two lines, every role and a name without parts."""
    key = make_meeting(desk, date="2031-09-02")
    lines = make_roster(desk, key)
    people = [row.person_id for row in desk.read(list_roster, meeting_id=key)]
    desk.do("Phone", update_person, person_id=people[0], phone="+41 22 917 00 00", country="Suriname")
    desk.do("Mail", update_person, person_id=people[1], emails=("jorge.pena@fao.example",))
    desk.do(
        "Notes", update_participations, ids=lines[:1], notes="-late\nleaves early", role="chair", title="Ms"
    )
    desk.do("Came", update_participations, ids=lines[1:3], attendance="attended", mode="in person")
    return key


def totals(desk: Workspace, path: Path, meeting: str) -> dict[str, int]:
    return {k: v for k, v in plan_import(desk, path, meeting_id=meeting).answer()["totals"].items() if v}


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_taking_it_in_again_changes_nothing(
    desk: Workspace, tmp_path: Path, meeting: str, suffix: str
) -> None:
    published = export_document(desk, "roster", tmp_path / f"roster{suffix}", meeting_id=meeting)
    assert (published.rows, published.pages, published.warnings) == (5, 0, ())
    before = dump(desk.path)
    assert totals(desk, published.path, meeting) == {"rows": 5, "already": 5}
    commit(desk, plan_import(desk, published.path, meeting_id=meeting))
    assert dump(desk.path) == before


def test_a_corrected_wording_is_a_change(desk: Workspace, tmp_path: Path, meeting: str) -> None:
    path = export_document(desk, "roster", tmp_path / "roster.xlsx", meeting_id=meeting).path
    book = load_workbook(path)
    sheet = book["Participants"]
    assert [cell.value for cell in sheet[1]] == HEADERS
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:N6")
    sheet["D2"], sheet["B2"], sheet["C2"], sheet["F3"] = (
        "Amélie Dürst-Roth",
        "Amélie",
        "Dürst-Roth",
        "Officer",
    )
    book.save(path)
    plan = plan_import(desk, path, meeting_id=meeting)
    assert {row["row"]: row["changes"] for row in plan.answer()["rows"] if row["changes"]} == {
        2: {"name": ["Amélie Dürst", "Amélie Dürst-Roth"], "family": ["Dürst", "Dürst-Roth"]},
        3: {"function": ["", "Officer"]},
    }
    commit(desk, plan)
    rows = desk.read(list_roster, meeting_id=meeting)
    assert [(row.name, row.family, row.function) for row in rows[:2]] == [
        ("Amélie Dürst-Roth", "Dürst-Roth", ""),
        ("Jorge Peña Ibáñez", "Ibáñez", "Officer"),
    ]
    assert len(rows) == 5


def test_text_stays_text_in_the_workbook_and_is_guarded_in_csv(
    desk: Workspace, tmp_path: Path, meeting: str
) -> None:
    path = export_document(desk, "roster", tmp_path / "roster.xlsx", meeting_id=meeting).path
    phone = load_workbook(path)["Participants"]["H2"]
    assert (phone.value, phone.data_type, phone.number_format) == ("+41 22 917 00 00", "s", "@")
    path = export_document(desk, "roster", tmp_path / "roster.csv", meeting_id=meeting).path
    assert path.read_bytes().startswith(b"\xef\xbb\xbfTitle,Given name")
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    assert (first["Phone"], first["Notes"]) == ("'+41 22 917 00 00", "'-late\nleaves early")


def test_the_address_line_names_those_without_an_address(desk: Workspace, meeting: str) -> None:
    line, without = address_line(desk, meeting_id=meeting)
    assert line == "Jorge Peña Ibáñez <jorge.pena@fao.example>"
    assert without == ("Amélie Dürst", "Ngozi Adeyemi-Okoro", "Светлана Воронова", "Ruth Solberg")


def test_the_address_list_as_text_and_as_sheet(desk: Workspace, tmp_path: Path, meeting: str) -> None:
    text = export_document(desk, "address-list", tmp_path / "to.txt", meeting_id=meeting)
    assert text.path.read_text(encoding="utf-8") == "Jorge Peña Ibáñez <jorge.pena@fao.example>\n"
    assert text.warnings == (
        "4 people have no e-mail address: Amélie Dürst; Ngozi Adeyemi-Okoro; Светлана Воронова; Ruth Solberg.",
    )
    sheet = export_document(desk, "address-list", tmp_path / "to.csv", meeting_id=meeting)
    assert sheet.path.read_text(encoding="utf-8-sig").splitlines() == [
        "Name,Email,Entity,Address",
        "Jorge Peña Ibáñez,jorge.pena@fao.example,FAO,Jorge Peña Ibáñez <jorge.pena@fao.example>",
    ]


def test_the_rule_of_a_person_orders_the_list(desk: Workspace) -> None:
    key = make_meeting(desk)
    make_roster(desk, key, (("Zoe Eder", "FAO"), ("Piet Van Damme", "FAO"), ("Ana de la Cruz", "FAO")))
    people = [row.person_id for row in desk.read(list_roster, meeting_id=key)]

    def names() -> list[str]:
        document = build_document(desk, "roster", meeting_id=key, options={"order": "family"})
        return [str(row[3]) for row in document.sheets[0].rows]

    assert names() == ["Ana de la Cruz", "Zoe Eder", "Piet Van Damme"]
    desk.do("Rule", update_person, person_id=people[1], particles="skipped")
    desk.do("Rule", update_person, person_id=people[2], particles="kept")
    assert names() == ["Piet Van Damme", "Ana de la Cruz", "Zoe Eder"]
    make_person(desk, "Nobody Else")
    assert len(names()) == 3
