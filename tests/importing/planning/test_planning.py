"""What a row changes, what a decision does, and what the plan answers."""

from dataclasses import replace
from datetime import datetime

import pytest

from emgdesk.errors import InputError
from emgdesk.importing.answers import plan_json
from emgdesk.importing.matching.finding import find_matches
from emgdesk.importing.plan import Decision
from emgdesk.importing.planning.roster import decide, decide_many, plan_roster
from emgdesk.importing.rosters.mapping import map_roster
from emgdesk.importing.snapshot import KnownPerson
from tests.importing.files import ENTITIES, desk, line, person, roster, roster_plan

HEADER = ("Title", "Name", "Entity", "Function", "Email", "Phone", "Country", "Attendance", "Mode", "Remarks")
ROW = (
    "Dr", "Ada Moss", "FAO", "Head", "ada@fao.example", "+41 22", "Chad", "attended", "online", "late"
)  # fmt: skip
ADA = person("p1", "Ada Moss", "e-fao", "ada@fao.example", function="Adviser")
BARE = person("p1", "Ada Moss")


def plan(*rows, people=(), on_roster=(), header=HEADER, **more):
    return roster_plan(map_roster(roster(header, *rows)), desk(*people, on_roster=on_roster), **more)


def only(*rows, **more):
    (row,) = plan(*rows, **more).rows
    return row


def test_somebody_new_is_made():
    row = only(ROW)
    assert (row.verdict, row.action, row.target_id, row.entity_id, row.entity_acronym) == (
        "new", "create", None, "e-fao", "FAO",
    )  # fmt: skip
    assert row.changes == {}


def test_a_known_person_joins_and_what_is_empty_is_filled():
    row = only(ROW, people=[BARE])
    assert (row.verdict, row.action, row.target_id, row.person_name) == ("matched", "join", "p1", "Ada Moss")
    assert row.person_changes == {
        "title": ("", "Dr"), "function": ("", "Head"), "phone": ("", "+41 22"), "country": ("", "Chad"),
        "email": ("", "ada@fao.example"), "entity": ("", "FAO"),
    }  # fmt: skip
    assert row.line_changes == {}


def test_filling_leaves_alone_what_is_there_and_replacing_does_not():
    assert only(ROW, people=[ADA]).person_changes == {
        "title": ("", "Dr"), "phone": ("", "+41 22"), "country": ("", "Chad"),
    }  # fmt: skip
    assert only(ROW, people=[ADA], update="replace").person_changes["function"] == ("Adviser", "Head")
    moved = ("", "Ada Moss", "ECE", "", "ada@fao.example")
    assert only(moved, people=[ADA]).person_changes == {}
    assert only(moved, people=[ADA], update="replace").person_changes == {"entity": ("FAO", "ECE")}
    assert only(ROW, people=[BARE], update="add-only").person_changes == {}


def test_nothing_known_is_ever_emptied():
    bare = (None, "Ada Moss", "FAO")
    assert only(bare, people=[ADA], update="replace").changes == {}


def test_points_and_blanks_nobody_would_correct_are_no_changes():
    known = person("p1", "Ada Moss", "e-fao", title="Dr.", phone="41-22")
    assert only(ROW, people=[known], update="replace").person_changes == {
        "function": ("", "Head"), "country": ("", "Chad"), "email": ("", "ada@fao.example"),
    }  # fmt: skip


def test_a_line_on_the_roster_is_updated():
    listed = line("l1", "p1", "Ada Moss", "FAO", attendance="registered", function="Guest")
    row = only(ROW, people=[ADA], on_roster=(listed,))
    assert (row.verdict, row.action, row.participation_id) == ("matched", "update", "l1")
    assert row.line_changes == {
        "title": ("", "Dr"), "mode": ("", "online"), "notes": ("", "late"), "attendance": ("registered", "attended"),
    }  # fmt: skip
    replaced = only(ROW, people=[ADA], on_roster=(listed,), update="replace")
    assert replaced.line_changes["function"] == ("Guest", "Head")


def test_a_line_nothing_changes_on_is_already_there():
    full = line(
        "l1", "p1", "Ada Moss", "FAO", title="Dr", function="Head", attendance="attended", mode="online", notes="late"
    )  # fmt: skip
    known = person(
        "p1", "Ada Moss", "e-fao", "ada@fao.example", title="Dr", function="Head", phone="+41 22", country="Chad"
    )  # fmt: skip
    row = only(ROW, people=[known], on_roster=(full,))
    assert (row.verdict, row.action, row.changes) == ("already", "none", {})
    thin = line("l1", "p1", "Ada Moss", "FAO")
    assert only(ROW, people=[known], on_roster=(thin,), update="add-only").verdict == "already"


@pytest.mark.parametrize(
    ("was", "said", "becomes"),
    [
        ("invited", "registered", "registered"), ("registered", "absent", "absent"),
        ("absent", "attended", "attended"), ("attended", "registered", None), ("attended", "absent", None),
        ("registered", "", None),
    ],
)  # fmt: skip
def test_who_was_there_was_there(was, said, becomes):
    header = ("Name", "Entity", "Attendance")
    listed = line("l1", "p1", "Ada Moss", "FAO", attendance=was)
    rows = (("Ada Moss", "FAO", said), ("Bo Lind", "FAO", "attended"))
    first = plan(*rows, people=[ADA], on_roster=(listed,), header=header).rows[0]
    assert first.line_changes == ({"attendance": (was, becomes)} if becomes else {})
    replaced = plan(*rows, people=[ADA], on_roster=(listed,), header=header, update="replace").rows[0]
    there = was == "attended" and said == "registered"
    assert replaced.line_changes == ({"attendance": (was, said)} if said and not there else {})


KEY = "f" * 32


def test_a_row_known_by_its_id_brings_a_new_wording():
    header = ("Name", "Entity", "Function", "Email", "ID")
    listed = line(KEY, "p1", "Ada Moss", "FAO", function="Adviser")
    row = only(
        ("Adele Moss", "ECE", "Head", "b@x.example", KEY), people=[ADA], on_roster=(listed,), header=header
    )
    assert row.line_changes == {
        "function": ("Adviser", "Head"), "entity": ("FAO", "ECE"), "name": ("Ada Moss", "Adele Moss"),
        "given": ("Ada", "Adele"),
    }  # fmt: skip
    assert row.person_changes == {
        "name": ("Ada Moss", "Adele Moss"),
        "given": ("", "Adele"),
        "family": ("", "Moss"),
        "email": ("ada@fao.example", "b@x.example"),
    }


def test_a_corrected_line_does_not_rename_a_person_it_printed_otherwise():
    header = ("Name", "ID")
    listed = line(KEY, "p1", "A. Moss", "")
    row = only(("Ada M. Moss", KEY), people=[ADA], on_roster=(listed,), header=header)
    assert dict(row.line_changes) == {"name": ("A. Moss", "Ada M. Moss"), "given": ("A.", "Ada M.")}
    assert dict(row.person_changes) == {}


def test_corrected_parts_of_a_name_reach_the_line_too():
    header = ("Given name", "Family name", "ID")
    known = person("p1", "Wu Mei Lan", given="Wu Mei", family="Lan")
    listed = line(KEY, "p1", "Wu Mei Lan")
    row = only(("Wu", "Mei Lan", KEY), people=[known], on_roster=(listed,), header=header)
    parts = {"given": ("Wu Mei", "Wu"), "family": ("Lan", "Mei Lan")}
    assert (dict(row.line_changes), dict(row.person_changes)) == (parts, parts)
    row = only(("Wu Bo", "Lan", KEY), people=[known], on_roster=(listed,), header=header)
    renamed = {"name": ("Wu Mei Lan", "Wu Bo Lan"), "given": ("Wu Mei", "Wu Bo")}
    assert (dict(row.line_changes), dict(row.person_changes)) == (renamed, renamed)


def test_an_id_nobody_has_is_said():
    header = ("Name", "Entity", "ID")
    row = only(("Ada Moss", "FAO", KEY), people=[ADA], header=header)
    assert (row.verdict, row.person_id) == ("matched", "p1")
    assert row.messages == ("The ID in this row names nobody on this roster; the row is taken by its name.",)


def test_an_exported_row_that_was_not_touched_changes_nothing():
    header = ("Name", "Entity", "Function", "ID")
    listed = line(KEY, "p1", "Ada Moss", "FAO", function="Head")
    row = only(("Ada Moss", "FAO", "Head", KEY), people=[ADA], on_roster=(listed,), header=header)
    assert row.verdict == "already"


FIELDS = {
    "title": ("Ms", "Dr"), "function": ("Adviser", "Head"), "phone": ("+1 1", "+1 2"),
    "country": ("Chad", "Republic of Chad"), "notes": ("early", "late"), "role": ("presenter", "chair"),
    "mode": ("in person", "online"), "registered": ("2031-08-01", "2031-08-02"),
}  # fmt: skip
HEADERS = {
    "title": "Title", "function": "Function", "phone": "Phone", "country": "Country", "notes": "Remarks",
    "role": "Role", "mode": "Mode", "registered": "Registered on",
}  # fmt: skip
ON_PERSON = ("title", "function", "phone", "country")
ON_LINE = ("title", "function", "notes", "role", "mode", "registered")


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("known", ["", "old", "new"])
def test_each_field_is_filled_replaced_or_left_alone(field, known):
    old, new = FIELDS[field]
    held = {"": "", "old": old, "new": new}[known]
    whose = {field: held} if field in ON_PERSON else {}
    ada = person("p1", "Ada Moss", "e-fao", "ada@fao.example", **whose)
    listed = line(
        "l1", "p1", "Ada Moss", "FAO", attendance="registered", **({field: held} if field in ON_LINE else {})
    )
    header = ("Name", "Entity", "Email", HEADERS[field])
    row = ("Ada Moss", "FAO", "ada@fao.example", new)
    expected = {"fill": known == "", "replace": known != "new", "add-only": False}
    for update, changes in expected.items():
        found = only(row, people=[ada], on_roster=(listed,), header=header, update=update)
        change = {field: (held, new)} if changes else {}
        assert found.person_changes == (change if field in ON_PERSON else {})
        assert found.line_changes == (change if field in ON_LINE else {})
        assert found.verdict == ("matched" if change else "already")
        emptied = only((*row[:3], None), people=[ada], on_roster=(listed,), header=header, update=update)
        assert emptied.changes == {}


@pytest.mark.parametrize(("held", "fills"), [(None, True), ("e-ece", False)])
def test_the_entity_is_filled_replaced_or_left_alone(held, fills):
    known = {None: "", "e-ece": "ECE"}
    ada = person("p1", "Ada Moss", held, "ada@fao.example")
    listed = line("l1", "p1", "Ada Moss", known[held])
    row = ("Ada Moss", "FAO", "ada@fao.example")
    change = {"entity": (known[held], "FAO")}
    for update, changes in {"fill": fills, "replace": True, "add-only": False}.items():
        found = only(
            row, people=[ada], on_roster=(listed,), header=("Name", "Entity", "Email"), update=update
        )
        assert found.person_changes == found.line_changes == (change if changes else {})


MEMBERS = tuple(replace(one, status="member") if one.id == "e-fao" else one for one in ENTITIES)


@pytest.mark.parametrize(
    ("entity", "capacity", "update", "change"),
    [
        ("", "guest", "fill", ("guest", "member")), ("", "observer", "fill", None),
        ("", "observer", "replace", ("observer", "member")), ("ECE", "guest", "replace", ("guest", "member")),
        ("ECE", "member", "replace", None), ("", "member", "fill", None), ("ECE", "guest", "fill", None),
        ("FAO", "observer", "replace", None),
    ],
)  # fmt: skip
def test_another_entity_of_a_line_brings_its_capacity_where_nobody_set_one(entity, capacity, update, change):
    listed = line("l1", "p1", "Ada Moss", entity, capacity=capacity)
    snapshot = replace(desk(ADA, on_roster=(listed,)), entities=MEMBERS)
    mapped = map_roster(roster(("Name", "Entity", "Email"), ("Ada Moss", "FAO", "ada@fao.example")))
    (row,) = roster_plan(mapped, snapshot, update=update).rows
    moved = entity == "" or (entity == "ECE" and update == "replace")
    expected = {"entity": (entity, "FAO")} if moved else {}
    assert row.line_changes == expected | ({"capacity": change} if change else {})


def test_an_address_is_filled_or_put_first():
    header, row = ("Name", "Entity", "Email"), ("Ada Moss", "FAO", "ada@fao.example")
    bare = person("p1", "Ada Moss", "e-fao")
    held = person("p1", "Ada Moss", "e-fao", "moss@fao.example", "ada@fao.example")
    assert only(row, people=[bare], header=header).person_changes == {"email": ("", "ada@fao.example")}
    assert only(row, people=[bare], header=header, update="add-only").person_changes == {}
    for update in ("fill", "replace", "add-only"):
        assert only(row, people=[held], header=header, update=update).person_changes == {}


# Doubtful rows and decisions

DOUBT = ("", "Ada Moss", "ECE")


@pytest.mark.parametrize(
    ("doubtful", "action", "target"),
    [("skip", "none", None), ("new", "create", None), ("match", "join", "p1")],
)
def test_the_policy_for_doubtful_rows_acts_without_changing_the_verdict(doubtful, action, target):
    row = only(DOUBT, people=[ADA], doubtful=doubtful)
    assert (row.verdict, row.action, row.target_id, row.person_id) == ("possible", action, target, None)


def test_a_doubtful_row_never_takes_somebody_who_is_taken():
    rows = plan(DOUBT, ("", "Ada Moss", "FAO", "", "ada@fao.example"), people=[ADA], doubtful="match").rows
    assert [(r.verdict, r.action, r.target_id) for r in rows] == [
        ("possible", "none", None),
        ("matched", "join", "p1"),
    ]


def test_decisions_change_the_verdict():
    same = only(DOUBT, people=[ADA], decisions={2: Decision("match", "p1")})
    assert (same.verdict, same.action, same.target_id) == ("matched", "join", "p1")
    new = only(DOUBT, people=[ADA], decisions={2: Decision("new")})
    assert (new.verdict, new.action) == ("new", "create")
    out = only(DOUBT, people=[ADA], decisions={2: Decision("skip")})
    assert (out.verdict, out.action, out.messages) == ("skipped", "none", ("Left out by decision.",))
    assert out.decision == Decision("skip")


@pytest.mark.parametrize(
    ("update", "changes"),
    [
        ("fill", {"email_added": ("", "moss@x.example")}),
        ("add-only", {"email_added": ("", "moss@x.example")}),
        ("replace", {"email": ("ada@fao.example", "moss@x.example")}),
    ],
)
def test_a_decision_teaches_an_address_behind_the_known_one(update, changes):
    row = ("", "Ada Moss", "FAO", "", "moss@x.example")
    decided = only(row, people=[ADA], decisions={2: Decision("match", "p1")}, update=update)
    assert decided.person_changes == changes
    taken = only(row, people=[ADA], doubtful="match", update=update)
    assert (taken.verdict, taken.person_changes) == ("possible", changes)


def test_a_decision_may_name_a_row_of_the_file():
    rows = (("", "Ada Moss", "FAO"), ("", "Ada Moss", "ECE"))
    decided = plan(*rows, decisions={3: Decision("match", "row:2")}).rows[1]
    assert (decided.verdict, decided.action, decided.double_of) == ("skipped", "none", 2)
    assert decided.messages == ("Same person as row 2 (by decision).",)


def test_deciding_moves_the_rows_it_touches_and_can_be_taken_back():
    mapped = map_roster(
        roster(HEADER, DOUBT, ("", "Ada Moss", "FAO", "", "ada@fao.example"), ("", "Bo Lind", "FAO"))
    )
    matches = find_matches(mapped, desk(ADA))
    first = plan_roster(matches)
    assert [r.verdict for r in first.rows] == ["possible", "matched", "new"]
    decided = decide(first, matches, 2, Decision("match", "p1"))
    assert [(r.verdict, r.double_of) for r in decided.rows] == [
        ("matched", None),
        ("skipped", 2),
        ("new", None),
    ]
    back = decide(decided, matches, 2, None)
    assert back == first
    several = decide_many(first, matches, {2: Decision("new"), 4: Decision("skip")})
    assert [r.verdict for r in several.rows] == ["new", "matched", "skipped"]
    assert several == plan_roster(matches, decisions={2: Decision("new"), 4: Decision("skip")})


@pytest.mark.parametrize(
    ("row", "decision", "sentence"),
    [
        (9, Decision("new"), "There is no row 9 in the table of list.xlsx."),
        (3, Decision("new"), "Nothing can be decided on row 3 of list.xlsx: A row that counts, no person."),
        (2, Decision("match", "nobody"), "Row 2 cannot be “nobody”: the desk knows nobody by that key."),
        (2, Decision("match", "row:7"), "Row 2 cannot be the person of “row:7”: no such row."),
        (2, Decision("match", "row:2"), "Row 2 cannot be the person of “row:2”: no such row."),
    ],
)
def test_decisions_that_cannot_be(row, decision, sentence):
    with pytest.raises(InputError) as refused:
        plan(DOUBT, ("", "Total", 1), people=[ADA], decisions={row: decision})
    assert str(refused.value) == sentence


# The answer


def test_importing_the_same_file_again_changes_nothing():
    rows = (ROW, ("", "Bo Lind", "Ministry of Tides"), ("", "Cy Rook", ""))
    first = plan(*rows)
    people, lines = [], []
    for row in first.rows:
        record, key = row.record, f"p{row.row}"
        people.append(
            person(
                key,
                row.name,
                row.entity_id,
                *filter(None, [record.email]),
                title=record.title,
                function=record.function,
                phone=record.phone,
                country=record.country,
            )
        )
        lines.append(
            line(
                f"l{row.row}",
                key,
                row.name,
                row.entity,
                title=record.title,
                function=record.function,
                attendance=record.attendance or first.default_attendance,
                mode=record.mode,
                notes=record.notes,
            )
        )
    for update in ("fill", "replace", "add-only"):
        again = plan(*rows, people=people, on_roster=tuple(lines), update=update)
        assert [row.verdict for row in again.rows] == ["already"] * 3


def test_the_answer_has_its_shape():
    answer = plan_json(plan(ROW, DOUBT, ("", "Total", 2), people=[ADA]))
    assert list(answer) == [
        "file", "format", "sheet", "header_row", "columns", "unused_columns", "totals", "rows", "entities",
        "notes", "committed", "revision",
    ]  # fmt: skip
    assert (answer["file"], answer["format"], answer["sheet"], answer["header_row"]) == (
        "list.xlsx", "generic", "Sheet1", 1,
    )  # fmt: skip
    assert answer["totals"] == {
        "rows": 3, "new": 0, "matched": 1, "possible": 1, "already": 0, "problem": 0, "skipped": 1,
    }  # fmt: skip
    first, second, third = answer["rows"]
    assert first == {
        "row": 2, "verdict": "matched", "name": "Ada Moss", "entity": "FAO", "entity_id": "FAO",
        "person": {"id": "p1", "name": "Ada Moss"}, "candidates": [],
        "changes": {"title": ["", "Dr"], "phone": ["", "+41 22"], "country": ["", "Chad"]}, "messages": [],
    }  # fmt: skip
    assert second["candidates"] == [
        {
            "id": "p1",
            "name": "Ada Moss",
            "entity": "FAO",
            "score": 0.87,
            "why": "the same name, another entity (FAO)",
        }
    ]
    assert (third["verdict"], third["person"], third["entity_id"]) == ("skipped", None, None)


ANSWERS = (
    ("ID", "Start time", "Completion time", "Email", "Name", "Organization"),
    (1, datetime(2031, 8, 1, 9, 0), datetime(2031, 8, 1, 9, 5), "ada@fao.example", "Ada Moss", "FAO"),
    (2, datetime(2031, 8, 3, 9, 0), datetime(2031, 8, 3, 9, 5), "ada@fao.example", "Ada Moss-Lind", "FAO"),
    (3, datetime(2031, 8, 2, 9, 0), datetime(2031, 8, 2, 9, 5), "ada@fao.example", "Moss Ada M.", "FAO"),
)


def test_of_answers_under_several_spellings_the_latest_is_taken():
    spelled = ("ada moss", "ada lind moss", "ada m moss")
    known = KnownPerson("p1", "Ada Moss", spelled, "e-fao", ("ada@fao.example",))
    plan = roster_plan(map_roster(roster(*ANSWERS)), desk(known))
    assert [(row.row, row.verdict, row.double_of) for row in plan.rows] == [
        (2, "skipped", 3), (3, "matched", None), (4, "skipped", 3),
    ]  # fmt: skip
    assert plan.rows[0].messages == ("Same person as row 3 (Ada Moss).",)
    assert plan.format == "ms-forms"


def test_of_rows_of_other_lists_the_first_is_taken():
    known = KnownPerson("p1", "Ada Moss", ("ada moss", "ada lind moss"), "e-fao", ("ada@fao.example",))
    rows = (("Name", "Entity"), ("Ada Moss", "FAO"), ("Ada Moss-Lind", "FAO"))
    plan = roster_plan(map_roster(roster(*rows)), desk(known))
    assert [(row.verdict, row.double_of) for row in plan.rows] == [("matched", None), ("skipped", 2)]
