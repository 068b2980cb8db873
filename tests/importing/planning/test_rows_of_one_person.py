"""Several rows of one person: the row that says most of who was there claims the person."""

import pytest

from emgdesk.importing.matching.finding import find_matches
from emgdesk.importing.plan import Decision
from emgdesk.importing.planning.roster import decide, plan_roster
from emgdesk.importing.rosters.mapping import map_roster
from tests.importing.files import desk, line, person, roster, roster_plan

ADA = person("p1", "Ada Moss", "e-fao", "ada@fao.example", function="Adviser")
KEY = "f" * 32
CAME = ("Name", "Entity", "Email", "Attendance")


def plan(*rows, people=(), on_roster=(), header=CAME, **more):
    return roster_plan(map_roster(roster(header, *rows)), desk(*people, on_roster=on_roster), **more)


def told(*rows, header=CAME, **more):
    """(row, verdict, row it is the double of, attendance) of every row."""
    return [
        (row.row, row.verdict, row.double_of, row.record.attendance)
        for row in plan(*rows, header=header, **more).rows
    ]


@pytest.mark.parametrize(
    ("first", "second", "claims"),
    [
        ("absent", "attended", 3), ("attended", "absent", 2), ("registered", "attended", 3),
        ("", "absent", 3), ("registered", "absent", 3), ("registered", "cancelled", 2), ("absent", "excused", 2),
    ],
)  # fmt: skip
@pytest.mark.parametrize("known", [False, True])
@pytest.mark.parametrize("name", ["Ada Moss", "MOSS, Ada"])
def test_the_row_that_says_most_of_who_was_there_claims_the_person(first, second, claims, known, name):
    rows = (("Ada Moss", "FAO", "ada@fao.example", first), (name, "FAO", "ada@fao.example", second))
    listed = line("l1", "p1", "Ada Moss", "FAO", attendance="registered")
    more = {"people": [ADA], "on_roster": (listed,)} if known else {}
    found = plan(*rows, header=CAME, **more).rows
    assert [row.double_of for row in found] == [None if row.row == claims else claims for row in found]
    claiming = found[claims - 2]
    becomes = (first, second)[claims - 2]
    if known:
        told = {"attendance": ("registered", becomes)} if becomes not in ("", "registered") else {}
        assert claiming.line_changes == told
    else:
        assert (claiming.verdict, claiming.record.attendance) == ("new", becomes)


def test_two_addresses_of_somebody_known_are_one_claim():
    known = person("p1", "Ada Moss", "e-fao", "ada@fao.example", "moss@x.example")
    rows = (("Ada Moss", "", "ada@fao.example", "absent"), ("Ada Moss", "", "moss@x.example", "attended"))
    assert told(*rows, people=[known]) == [(2, "skipped", 3, "absent"), (3, "matched", None, "attended")]


def test_a_row_said_to_be_the_person_of_another_brings_its_attendance():
    rows = (("Ada Moss", "FAO", "", "absent"), ("Ada Moss", "ECE", "", "attended"))
    mapped = map_roster(roster(CAME, *rows))
    matches = find_matches(mapped, desk())
    first = plan_roster(matches)
    decided = decide(first, matches, 3, Decision("match", "row:2"))
    assert [(r.action, r.double_of, r.record.attendance) for r in decided.rows] == [
        ("create", None, "attended"), ("none", 2, "attended"),
    ]  # fmt: skip
    assert decided == plan_roster(matches, decisions={3: Decision("match", "row:2")})
    assert decide(decided, matches, 3, None) == first


def test_a_row_taken_for_its_id_has_the_attendance_of_another_row():
    listed = line(KEY, "p1", "Ada Moss", "FAO", attendance="registered")
    rows = (("Ada Moss", "FAO", "registered", KEY), ("Ada Moss", "FAO", "attended", None))
    header = ("Name", "Entity", "Attendance", "ID")
    first, second = plan(*rows, people=[ADA], on_roster=(listed,), header=header).rows
    assert (first.line_changes, second.double_of) == ({"attendance": ("registered", "attended")}, 2)


@pytest.mark.parametrize("order", [("No", "Yes"), ("Yes", "No")])
def test_somebody_who_joined_under_two_addresses_was_there(order):
    header = ("Attended", "First Name", "Last Name", "Email Address")
    rows = zip(order, ("ada@fao.example", "moss@x.example"), strict=True)
    known = person("p1", "Ada Moss", "e-fao", "ada@fao.example", "moss@x.example")
    listed = line("l1", "p1", "Ada Moss", "FAO", attendance="registered")
    found = plan(
        *((came, "Ada", "Moss", mail) for came, mail in rows),
        people=[known],
        on_roster=(listed,),
        header=header,
    ).rows
    claims = found[order.index("Yes")]
    assert claims.line_changes["attendance"] == ("registered", "attended")
    assert [row.verdict for row in found if row is not claims] == ["skipped"]
