"""The shipped entity list and sample desk: complete, consistent, and what their README says."""

import csv
import json
import re
import unicodedata
from collections import Counter
from datetime import date
from typing import Any

import openpyxl
import pytest

from emgdesk.domain.folding import fold, name_key, words
from emgdesk.domain.statuses import ATTENDANCES, MODES, ROLES, TASK_STATUSES
from emgdesk.paths import resources

MID_TERM, TECHNICAL, SENIOR = "SOM31 mid-term", "SOM31 technical", "SOM31 senior"
SAMPLE = resources() / "sample"


def rows_of(name: str) -> list[dict[str, str]]:
    with (resources() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def parts(text: str, mark: str = "|") -> list[str]:
    return [part.strip() for part in text.split(mark) if part.strip()]


def names(entity: dict[str, str]) -> list[str]:
    return [entity["acronym"], entity["full_name"], *parts(entity["aliases"])]


@pytest.fixture(scope="module")
def entities() -> dict[str, dict[str, str]]:
    return {row["acronym"]: row for row in rows_of("entities.csv")}


@pytest.fixture(scope="module")
def people() -> dict[str, dict[str, str]]:
    return {row["person"]: row for row in rows_of("sample/people.csv")}


@pytest.fixture(scope="module")
def rosters() -> list[dict[str, str]]:
    return rows_of("sample/rosters.csv")


@pytest.fixture(scope="module")
def meetings() -> dict[str, dict[str, Any]]:
    text = (SAMPLE / "meetings.json").read_text(encoding="utf-8")
    return {meeting["code"]: meeting for meeting in json.loads(text)["meetings"]}


@pytest.fixture(scope="module")
def work_plan() -> dict[str, Any]:
    plan: dict[str, Any] = json.loads((SAMPLE / "workplan.json").read_text(encoding="utf-8"))
    return plan


@pytest.fixture(scope="module")
def acronyms(entities: dict[str, dict[str, str]]) -> dict[str, str]:
    """Folded name -> acronym, for every name of every entity."""
    return {fold(name): acronym for acronym, row in entities.items() for name in names(row)}


# the entity list ------------------------------------------------------------------------------


def test_entities_are_counted_by_status(entities: dict[str, dict[str, str]]) -> None:
    statuses = Counter(row["status"] for row in entities.values())
    assert statuses == {"member": 57, "guest": 18, "observer": 4, "secretariat": 2}
    assert len(entities) == len(rows_of("entities.csv"))


def test_entity_columns(entities: dict[str, dict[str, str]]) -> None:
    columns = ["acronym", "full_name", "status", "parent", "aliases", "unsure", "domains"]
    for row in entities.values():
        assert list(row) == columns
        assert row["acronym"]
        assert row["full_name"]
        assert row["unsure"] in ("", "yes")
        assert [value for value in row.values() if value != value.strip() or "  " in value] == []


def test_no_name_belongs_to_two_entities(entities: dict[str, dict[str, str]]) -> None:
    owners: dict[str, set[str]] = {}
    for acronym, row in entities.items():
        for name in names(row):
            for key in (fold(name), " ".join(words(name)), "".join(words(name))):
                owners.setdefault(key, set()).add(acronym)
    shared = {key: several for key, several in owners.items() if len(several) > 1}
    assert shared == {}


def test_aliases_are_not_repeated(entities: dict[str, dict[str, str]]) -> None:
    repeated = {a: n for a, r in entities.items() for n, k in Counter(names(r)).items() if k > 1}
    assert repeated == {"UN-Water": "UN-Water"}  # its name is its acronym


def test_parents_are_entities(entities: dict[str, dict[str, str]]) -> None:
    assert {a: row["parent"] for a, row in entities.items() if row["parent"]} == {
        "Ozone Secretariat": "UNEP",
        "SUN": "UNEP",
        "UNEP-WCMC": "UNEP",
        "UNU-FLORES": "UNU",
        "UNV": "UNDP",
    }
    assert {row["parent"] for row in entities.values() if row["parent"]} <= set(entities)


def test_domains_belong_to_one_entity(entities: dict[str, dict[str, str]]) -> None:
    domains = [d for row in entities.values() for d in parts(row["domains"])]
    assert len(domains) == len(set(domains)) == 57
    assert [d for d in domains if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", d)] == []
    assert "un.org" not in domains


@pytest.mark.parametrize(
    ("written", "acronym"),
    [
        ("UNECE", "ECE"), ("WBG", "WB"), ("World Bank", "WB"), ("UNDCO", "DCO"), ("UNDESA", "DESA"),
        ("UN Tourism", "UNWTO"), ("UNESCAP", "ESCAP"), ("CEB Secretariat", "CEB"),
        ("Convention on Wetlands", "Ramsar"), ("BRS Secretariat", "BRS"), ("Basel Convention", "BRS"),
        ("Minamata", "Minamata Convention"), ("UNHABITAT", "UN-Habitat"), ("HABITAT", "UN-Habitat"),
        ("UNWOMEN", "UN Women"), ("UNOCHA", "OCHA"), ("HCDH", "OHCHR"), ("OMS", "WHO"), ("OIT", "ILO"),
        ("BIT", "ILO"), ("OMM", "WMO"), ("UIT", "ITU"), ("PNUE", "UNEP"), ("pnuma", "UNEP"), ("PNUD", "UNDP"),
        ("Youth Envoy", "UN Youth Office"), ("United Nations Population Fund", "UNFPA"),
        ("UN Industrial Development Organization", "UNIDO"), ("Organisation mondiale de la sante", "WHO"),
    ],
)  # fmt: skip
def test_usual_spellings_lead_to_the_entity(acronyms: dict[str, str], written: str, acronym: str) -> None:
    assert acronyms[fold(written)] == acronym


# people ---------------------------------------------------------------------------------------


def script_of(name: str) -> str:
    letter = next(c for c in name if c.isalpha())
    return unicodedata.name(letter).split()[0]


def test_people_write_themselves_in_many_scripts(people: dict[str, dict[str, str]]) -> None:
    assert Counter(script_of(row["name"]) for row in people.values()) == {
        "LATIN": 82, "CYRILLIC": 7, "GREEK": 4, "ARABIC": 6, "CJK": 5, "HANGUL": 2, "HEBREW": 2, "THAI": 2,
        "DEVANAGARI": 2,
    }  # fmt: skip
    assert len(people) == len(rows_of("sample/people.csv")) == 112


def test_people_have_the_parts_of_their_name(people: dict[str, dict[str, str]]) -> None:
    for row in people.values():
        assert row["given"], row
        assert name_key(row["name"]).replace(" ", "") == "".join(sorted_letters(row)), row["name"]
        assert row["name"] == unicodedata.normalize("NFC", row["name"])
        assert row["title"] in ("Mr", "Ms", "Dr", "Prof.", "")
        assert row["function"]
    single = [row["name"] for row in people.values() if not row["family"]]
    assert single == ["B. Oyunchimeg", "Wulandarini"]


def sorted_letters(row: dict[str, str]) -> list[str]:
    """The words of both parts as `name_key` orders them; names without spaces are one word."""
    together = f"{row['given']} {row['family']}"
    if " " in row["name"]:
        return name_key(together).split()
    return [fold(row["name"])]


def test_addresses_are_invented_and_unique(people: dict[str, dict[str, str]]) -> None:
    emails = [email for row in people.values() for email in parts(row["emails"])]
    assert len(emails) == len(set(emails)) == 122
    assert [email for email in emails if not re.fullmatch(r"[a-z.-]+@[a-z-]+\.example", email)] == []


def test_people_belong_to_known_entities(
    people: dict[str, dict[str, str]], entities: dict[str, dict[str, str]]
) -> None:
    used = {row["entity"] for row in people.values()}
    assert used - set(entities) == {""}
    assert sorted(row["name"] for row in people.values() if not row["entity"]) == [
        "Delphine Marchetaux",
        "Kazimierz Żółkiewicz-Dąb",
    ]
    assert {"WWF", "CYNESA", "Youth"} <= used


def test_no_name_is_shared_by_two_people(people: dict[str, dict[str, str]]) -> None:
    owner = {name_key(row["name"]): key for key, row in people.items()}
    assert len(owner) == 112
    for key, row in people.items():
        for spelling in parts(row["spellings"]):
            assert owner.setdefault(name_key(spelling), key) == key


def test_the_look_alikes_differ_by_a_letter(people: dict[str, dict[str, str]]) -> None:
    alike = ["anamaria.ribeiro-soto", "annamaria.ribeirosoto", "johan.lindeman", "johann.lindemann"]
    assert [(name_key(people[key]["name"]), people[key]["entity"]) for key in alike] == [
        ("ana maria ribeiro soto", "UNDP"),
        ("anna maria ribeiro soto", "IFAD"),
        ("johan lindeman", "UNOPS"),
        ("johann lindemann", "ITU"),
    ]


# meetings and rosters -------------------------------------------------------------------------


def test_the_three_segments(meetings: dict[str, dict[str, Any]]) -> None:
    facts = {code: (m["segment"], m["date"], m["status"], m["mode"]) for code, m in meetings.items()}
    assert facts == {
        MID_TERM: ("mid-term", "2026-05-28", "held", "online"),
        TECHNICAL: ("technical", "2026-09-24", "held", "hybrid"),
        SENIOR: ("senior", "2026-10-29", "confirmed", "hybrid"),
    }
    assert {(m["som_number"], m["start_time"], m["zone_label"]) for m in meetings.values()} == {
        (31, "15:00", "Geneva time")
    }


def test_symbols_are_used_once(meetings: dict[str, dict[str, Any]]) -> None:
    symbols = [d["symbol"] for m in meetings.values() for d in m["documents"]]
    assert len(symbols) == len(set(symbols)) == 13
    for meeting in meetings.values():
        own = {d["symbol"] for d in meeting["documents"]}
        assert {meeting[k] for k in ("agenda_symbol", "report_symbol", "summary_symbol")} - {""} <= own
    assert "EMG/SOM.31/mid-term/03" in symbols


def test_rosters_are_counted(rosters: list[dict[str, str]]) -> None:
    assert Counter((r["meeting"], r["attendance"]) for r in rosters) == {
        (MID_TERM, "attended"): 70,
        (MID_TERM, "absent"): 2,
        (MID_TERM, "excused"): 1,
        (TECHNICAL, "attended"): 62,
        (TECHNICAL, "absent"): 1,
        (TECHNICAL, "excused"): 2,
        (SENIOR, "registered"): 48,
    }
    assert Counter((r["meeting"], r["capacity"]) for r in rosters) == {
        (MID_TERM, "member"): 60,
        (MID_TERM, "observer"): 3,
        (MID_TERM, "guest"): 2,
        (MID_TERM, "secretariat"): 8,
        (TECHNICAL, "member"): 55,
        (TECHNICAL, "observer"): 2,
        (TECHNICAL, "guest"): 1,
        (TECHNICAL, "secretariat"): 7,
        (SENIOR, "member"): 39,
        (SENIOR, "observer"): 3,
        (SENIOR, "guest"): 1,
        (SENIOR, "secretariat"): 5,
    }


def test_roster_lines_fit_people_meetings_and_entities(
    rosters: list[dict[str, str]],
    people: dict[str, dict[str, str]],
    meetings: dict[str, dict[str, Any]],
    entities: dict[str, dict[str, str]],
    acronyms: dict[str, str],
) -> None:
    assert {r["person"] for r in rosters} <= set(people)
    assert {r["meeting"] for r in rosters} == set(meetings)
    assert max(Counter((r["meeting"], r["person"]) for r in rosters).values()) == 1
    for line in rosters:
        acronym = acronyms[fold(line["entity"])] if line["entity"] else ""
        assert line["capacity"] == (entities[acronym]["status"] if acronym else "guest")
        person = people[line["person"]]
        known = {name_key(n) for n in (person["name"], *parts(person["spellings"]))}
        assert name_key(line["name"]) in known or line["name"] == "Oyunchimeg B.", line
        assert line["role"] in ROLES
        assert line["attendance"] in ATTENDANCES
        assert line["mode"] in MODES


def test_people_seen_under_another_entity(
    rosters: list[dict[str, str]], people: dict[str, dict[str, str]], acronyms: dict[str, str]
) -> None:
    seen: dict[str, set[str]] = {}
    for line in rosters:
        seen.setdefault(line["person"], set()).add(acronyms.get(fold(line["entity"]), ""))
    moved = {people[key]["name"]: found for key, found in seen.items() if len(found) > 1}
    assert moved == {
        "Emmanuel Nkurikiyinka": {"UNDP", "DCO"},
        "Hanneke van der Wielen": {"FAO", "UNCCD"},
        "Jürgen Weißenfels": {"CMS", "UNEP"},
        "Luciana Benavídez Ocampo": {"UNDP", "UN Women"},
        "Ярослава Кривошапко": {"UNESCO", "UNEP"},
        "欧阳振宇": {"ITU", "UNIDO"},
        "ميساء الطرابيشي": {"ESCWA", "UNDRR"},
        "Zuri Makafui-Teye": {"Youth", "UNICEF"},
        "Robin Feldhuizen": {"", "WWF"},
        "Priscila Vasconcelos Prado": {"EMG", "UNEP"},
    }


def test_each_meeting_has_its_chair_on_the_roster(
    rosters: list[dict[str, str]], meetings: dict[str, dict[str, Any]]
) -> None:
    chairs = {r["meeting"]: r["name"] for r in rosters if r["role"] == "chair"}
    assert chairs == {code: meeting["chair"] for code, meeting in meetings.items()}


# work plan ------------------------------------------------------------------------------------


def test_the_work_plan_is_counted(work_plan: dict[str, Any]) -> None:
    tasks = work_plan["tasks"]
    assert [len(work_plan[part]) for part in ("chapters", "workstreams", "tasks")] == [4, 13, 40]
    assert Counter(p["status"] for t in tasks for p in t["progress"]) == {
        "ongoing": 43, "completed": 18, "upcoming": 4, "not started": 3, "postponed": 2,
    }  # fmt: skip
    assert Counter(len(t["progress"]) for t in tasks) == {1: 12, 2: 26, 3: 2}
    assert sum(not t["workstream"] for t in tasks) == 4


def test_tasks_stand_with_their_workstream(work_plan: dict[str, Any]) -> None:
    chapter_of = {w["name"]: w["chapter"] for w in work_plan["workstreams"]}
    assert set(chapter_of.values()) == set(work_plan["chapters"][:3])
    for task in work_plan["tasks"]:
        assert task["chapter"] == chapter_of.get(task["workstream"], "Communications and Outreach")
    only_proposed = {"Environmental Effects of Space Activities"}
    assert {t["workstream"] for t in work_plan["tasks"]} == {*chapter_of, ""} - only_proposed
    assert [w["letter"] for w in work_plan["workstreams"]] == list("abcdefghijklm")
    assert {w["parent"] for w in work_plan["workstreams"]} - {""} <= set(chapter_of)


def test_workstream_names_are_unambiguous(work_plan: dict[str, Any]) -> None:
    written = [
        fold(name) for w in work_plan["workstreams"] for name in (w["name"], w["short_name"], *w["aliases"])
    ]
    assert [name for name, count in Counter(written).items() if count > 1] == []
    assert Counter(w["kind"] for w in work_plan["workstreams"])["Issue Management Group"] == 3


def test_the_work_plan_names_known_entities(
    work_plan: dict[str, Any], entities: dict[str, dict[str, str]]
) -> None:
    lists = [w[field] for w in work_plan["workstreams"] for field in ("leads", "members")]
    lists += [task["responsible"] for task in work_plan["tasks"]]
    assert {acronym for text in lists for acronym in parts(text, ",")} - set(entities) == set()
    assert all(lists)


def test_progress_is_dated_in_order(work_plan: dict[str, Any]) -> None:
    for task in work_plan["tasks"]:
        dates = [date.fromisoformat(entry["as_of"]) for entry in task["progress"]]
        assert dates == sorted(dates)
        assert dates[-1] <= date(2026, 10, 16)
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", task["due"])
        assert {entry["status"] for entry in task["progress"]} <= set(TASK_STATUSES)
    assert len({(t["workstream"], t["task"]) for t in work_plan["tasks"]}) == 40


def test_progress_uses_the_marks_a_text_field_takes(work_plan: dict[str, Any]) -> None:
    texts = [entry["text"] for task in work_plan["tasks"] for entry in task["progress"]]
    assert sum("\n- " in text for text in texts) == 3
    assert sum("\n1. " in text for text in texts) == 3
    assert sum("**" in text for text in texts) == 10
    links = {link for text in texts for link in re.findall(r"\]\((.*?)\)", text)}
    assert links == {
        "https://unemg.org/",
        "https://unemg.org/our-work/emerging-issues/",
        "https://unemg.org/human-rights-and-environment",
        "https://unemg.org/emg-nexus-dialogues/",
    }


# workbooks ------------------------------------------------------------------------------------


def sheet_rows(name: str, sheet: str) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(SAMPLE / name)
    rows = list(book[sheet].iter_rows(values_only=True))
    book.close()
    return rows


def test_the_registrations_are_what_the_readme_says(
    people: dict[str, dict[str, str]], rosters: list[dict[str, str]]
) -> None:
    rows = sheet_rows("registrations.xlsx", "Registrations")
    assert [cell.strip() for cell in rows[3]] == [
        "No.", "Title", "First name", "LAST NAME", "E-mail address", "Organization / Entity", "Function",
        "Attendance (online/in person)", "Registered on", "Remarks",
    ]  # fmt: skip
    assert set(rows[32]) == {None}
    assert rows[66][:3] == ("Total", None, 60)
    data = [row for row in rows[4:65] if any(row)]
    by_email = {parts(row["emails"])[0]: key for key, row in people.items()}
    known = [by_email.get((row[4] or "").lower()) for row in data]
    senior = {line["person"] for line in rosters if line["meeting"] == SENIOR}
    found = {key for key in known if key}
    assert (len(data), known.count(None)) == (60, 9)
    assert (len(found & senior), len(found - senior)) == (26, 24)
    assert [row[0] for row in data if row[9] == "=> will join from 15:30 only"] == [8]


def test_a_remark_that_looks_like_a_formula_is_text() -> None:
    book = openpyxl.load_workbook(SAMPLE / "registrations.xlsx")
    cell = book["Registrations"]["J12"]
    assert (cell.value, cell.data_type) == ("=> will join from 15:30 only", "s")
    assert book.sheetnames == ["Registrations", "Lists"]
    book.close()


def test_the_work_plan_workbook_updates_the_sample(work_plan: dict[str, Any]) -> None:
    known = {(t["workstream"], t["task"]) for t in work_plan["tasks"]}
    header, *rows = sheet_rows("workplan.xlsx", "Tasks")
    assert list(header) == [
        "Chapter", "Workstream", "Task", "Source", "Responsible", "Due", "Status", "Progress", "Next steps",
        "As of",
    ]  # fmt: skip
    assert Counter((row[1] or "", row[2]) in known for row in rows) == {True: 11, False: 2}
    streams = {row[0] for row in sheet_rows("workplan.xlsx", "Workstreams")[1:]}
    assert streams - {w["name"] for w in work_plan["workstreams"]} == {
        "Network of Focal Points for Environmental Data"
    }
    assert [row[1] for row in sheet_rows("workplan.xlsx", "Mandate")[1:]] == [
        "extended",
        "continued",
        "proposed",
    ]
