"""A desk that knows many: how common a name is tells what may be taken for sure."""

from dataclasses import replace

import pytest

from emgdesk.importing.rosters.mapping import map_roster
from tests.importing.files import desk, person, roster, roster_plan

SURE = ("matched", "p1", [])


def asked(*keys):
    return ("possible", None, list(keys))


def verdict(row, *people):
    """The one row's verdict, the person it surely is, and its candidates."""
    mapped = map_roster(roster(("Name", "Entity", "Email"), row))
    (only,) = roster_plan(mapped, desk(*people)).rows
    return only.verdict, only.person_id, [one.person_id for one in only.candidates]


def crowd(count=300):
    """People of many entities whose names nobody else on the desk bears."""
    letters = "bdfgklmnprst"
    parts = [f"{a}{v}{b}" for a in letters for v in "aeiou" for b in letters]
    acronyms = ("e-unep", "e-ece", "e-wb", "e-ceb", "e-fao")
    return [
        person(f"c{n}", f"{parts[n]}vik {parts[-n]}orsen".title(), acronyms[n % 5]) for n in range(1, count)
    ]


@pytest.mark.parametrize(
    ("row", "known"),
    [
        (("Ada Moss", "FAO", None), "Ada Brook Moss"),
        (("Mariana Fisk", "FAO", None), "Mariana Cardenas Fisk"),
        (("Anna Berg", "FAO", None), "Anna van der Berg"),
        (("Anna Grifths", "FAO", None), "Anna Griffiths"),
        (("Dmitry Yegorov", "FAO", None), "Dmitri Egorov"),
        (("Jörg Mueller", "FAO", None), "Joerg Müller"),
        (("John Fiskrasson", "FAO", None), "John Fiskarsson"),
        (("Fisk Johanna", "FAO", None), "Johanna Fisk"),
        (("Ada Moss", "FAO", "ada@post.example"), "Ada Moss"),  # another address, the same rare name
    ],
)
def test_a_rare_name_in_its_entity_is_sure_where_the_desk_knows_many(row, known):
    given, _, family = known.rpartition(" ")
    one = person("p1", known, "e-fao", given=given, family=family)
    if row[2]:
        one = one._replace(emails=("amoss@fao.example",))
    assert verdict(row, one, *crowd()) == SURE
    assert verdict((row[0], "ECE", row[2]), one, *crowd())[0] != "matched"


@pytest.mark.parametrize(
    ("written", "known", "mail"),
    [
        ("Maria Fisk Jr.", "Maria Fisk", None),
        ("Marta Fisk", "Maria Fisk", "fisk@x.example"),
        ("Danielle Marten", "Daniele Marten", "marten@x.example"),
        ("William Fisk", "Thomas W. Fisk", "thomas.fisk@x.example"),
        ("Maria Fisk", "Maria Fisk", "maria.fisk2@fao.example"),  # a number tells two of one name apart
    ],
)
def test_other_people_are_never_sure_however_many_the_desk_knows(written, known, mail):
    mine = ("maria.fisk@fao.example",) if mail and "2@" in mail else (mail,) if mail else ()
    one = person("p1", known, "e-fao", *mine)
    assert verdict((written, "FAO", mail), one, *crowd()) == asked("p1")


def test_a_name_often_borne_stays_a_question():
    many = [person(f"m{n}", f"Ana Silva {'Xyz'[n % 3]}{n}", "e-fao") for n in range(90)]
    known = person("p1", "Ana Silva", "e-fao", "ana@fao.example")
    assert verdict(("Ana Silva", "FAO", "silva@post.example"), known, *many, *crowd())[0] == "possible"


def test_who_was_said_to_be_two_is_not_asked_about():
    two = (person("p1", "Ana Moss", "e-fao"), person("p2", "Anna Moss", "e-ece"))
    mapped = map_roster(roster(("Name",), ("Ana Moss",)))
    apart = replace(desk(*two), two_people=frozenset({("p1", "p2")}))
    (before,), (after,) = roster_plan(mapped, desk(*two)).rows, roster_plan(mapped, apart).rows
    assert (before.verdict, [c.person_id for c in before.candidates]) == ("possible", ["p1", "p2"])
    assert (after.verdict, after.person_id) == ("matched", "p1")


def test_thousands_of_one_name_are_settled_without_comparing_each_with_each():
    rows = [("Ana Silva", "FAO", f"a{n}@x.example") for n in range(4000)]
    assert (
        roster_plan(map_roster(roster(("Name", "Entity", "Email"), *rows)), desk()).totals()["possible"]
        == 3999
    )
