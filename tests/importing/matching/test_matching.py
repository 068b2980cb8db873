"""Who a row is: a sure match must never be wrong, a doubt is a question."""

import pytest

from emgdesk.importing.rosters.mapping import map_roster
from emgdesk.importing.snapshot import KnownPerson
from tests.importing.files import desk, line, person, roster, roster_plan


def plan(rows, *people, on_roster=(), header=("Name", "Entity", "Email")):
    return roster_plan(map_roster(roster(header, *rows)), desk(*people, on_roster=on_roster))


def verdict(row, *people, **more):
    """The one row's verdict, the person it surely is, and its candidates."""
    (only,) = plan([row], *people, **more).rows
    return only.verdict, only.person_id, [one.person_id for one in only.candidates]


SURE = ("matched", "p1", [])
NEW = ("new", None, [])


def asked(*keys):
    return ("possible", None, list(keys))


ADA = person("p1", "Ada Brook Moss", "e-fao", "ada@fao.example", given="Ada Brook", family="Moss")


@pytest.mark.parametrize(
    "row",
    [
        ("Ada Brook Moss", "FAO", "ada@fao.example"),
        ("Ada Brook Moss", "FAO", None),
        ("Ada Brook Moss", None, None),
        ("Ada Brook MOSS", "FAO", "ADA@FAO.EXAMPLE"),
        ("MOSS, Ada Brook", "FAO", None),
        ("Ms. Ada-Brook Moss", "Food and Agriculture Organization of the United Nations", None),
        ("Moss Ada Brook", "FAO", None),
        ("Ada Brook Moss", "ECE", "ada@fao.example"),  # moved on, with the same address
        ("Ada B. Moss", "FAO", "ada@fao.example"),
        ("Ada Moss", "FAO", "ada@fao.example"),
        ("A. B. Moss", "FAO", "ada@fao.example"),  # initials beside an address made of the name
        ("AdaBrook Moss", "FAO", None),  # the same letters
        ("Ada Brook Moss, Ph.D.", "FAO", None),
        ("Dr.-Ing. Ada Brook Moss", "FAO", None),
        ("Brook Moss Ada", None, None),
        ("Ada Brook Moss (莫斯)", "FAO", None),
    ],
)
def test_surely_the_same_person(row):
    assert verdict(row, ADA) == SURE


@pytest.mark.parametrize(
    "row",
    [
        ("Ada Brook Moss", "ECE", None),  # the same name in another entity
        ("Ada Brook Moss", "FAO", "moss@fao.example"),  # another address
        ("Ada Brook Moss", "Ministry of Tides", None),  # an entity nobody knows
        ("Ada Moss", "FAO", None),
        ("A. Moss", "FAO", None),
        ("Ada Brook Mosse", "FAO", None),
        ("Adda Brook Moss", None, None),
        ("Ada Brook Moss Rivera", "FAO", None),
        ("Ada Brooke Moss", "FAO", "ada@fao.example"),  # Denis and Denise are two
        ("Ada Brook Reed", "FAO", "ada@fao.example"),  # the same address, another family name
    ],
)
def test_a_question(row):
    assert verdict(row, ADA) == asked("p1")


@pytest.mark.parametrize(
    "row",
    [
        ("Ida Brook Moss", "ECE", "ida@ece.example"),  # a relative
        ("Ada Brook Fern", "FAO", None),  # the same given name in the same entity
        ("Lee Fern", "FAO", "ada@fao.example"),  # somebody else under a shared address
        ("Bo Moss", "FAO", None),
        ("Zoë Quill", None, None),
    ],
)
def test_somebody_else(row):
    assert verdict(row, ADA) == NEW


def test_a_shared_address_is_told_of():
    (row,) = plan([("Lee Fern", "FAO", "ada@fao.example")], ADA).rows
    assert row.messages == ("The address ada@fao.example is also that of Ada Brook Moss.",)


def test_accents_case_and_letters_of_other_alphabets():
    people = (person("p1", "Łukasz Østby-Ğün", "e-fao"),)
    assert verdict(("LUKASZ OSTBY GUN", "FAO", None), *people) == SURE
    assert verdict(("Анна Ивова", None, None), person("p1", "Анна ИВОВА")) == SURE


def test_a_name_in_another_script_is_known_by_an_address_made_of_the_name():
    known = person("p1", "Anna Ivova", "e-fao", "anna@fao.example")
    assert verdict(("Анна Ивова", "FAO", "anna@fao.example"), known) == SURE
    assert verdict(("Анна Ивова", "ECE", "anna@fao.example"), known) == asked("p1")
    assert verdict(("Анна Ивова", "FAO", None), known) == NEW
    native = person("p1", "Анна Ивова", "e-fao", "a.ivova@fao.example")
    assert verdict(("Anna Ivova", "FAO", "a.ivova@fao.example"), native) == SURE
    office = person("p1", "Anna Ivova", "e-fao", "office@fao.example")
    assert verdict(("Анна Ивова", "FAO", "office@fao.example"), office) == asked("p1")
    learned = KnownPerson("p1", "Anna Ivova", ("anna ivova", "анна ивова"), "e-fao")
    assert verdict(("Анна Ивова", "FAO", None), learned) == SURE


def test_a_spelling_learned_counts_as_the_name():
    known = KnownPerson("p1", "Ada Moss", ("ada moss", "adda mosse"), "e-fao")
    assert verdict(("Adda Mosse", "FAO", None), known) == SURE


def test_spellings_that_differ_in_case_alone_are_one_person():
    known = KnownPerson(
        "p1", "Ada MOSS", ("ada moss", "ada moss"), "e-fao", ("ada@x.example", "ada@x.example")
    )
    assert verdict(("Ada Moss", "FAO", None), known) == SURE
    assert verdict(("Ada Bo Moss", "FAO", "ada@x.example"), known) == SURE


def test_two_people_of_one_name_are_told_apart_by_address_alone():
    two = (person("p1", "Ada Moss", "e-fao", "ada@fao.example"), person("p2", "Ada Moss", "e-ece"))
    assert verdict(("Ada Moss", "FAO", "ada@fao.example"), *two) == SURE
    assert verdict(("Ada Moss", "FAO", None), *two) == asked("p1", "p2")
    assert verdict(("Ada Moss", "ECE", None), *two) == asked("p2", "p1")
    assert verdict(("Ada Moss", None, None), *two)[0] == "possible"
    assert verdict(("Ada Moss", "ECE", "ada@fao.example"), *two)[0] == "possible"  # evidence disagrees


def test_who_has_the_address_is_offered_beside_who_has_the_name():
    two = (person("p1", "Ada Moss", "e-ece"), person("p2", "Ada Moss Brook", "e-fao", "ada@fao.example"))
    assert verdict(("Ada Moss", "FAO", "ada@fao.example"), *two) == asked("p2", "p1")


def test_a_name_of_one_word_or_of_initials_needs_an_address():
    assert verdict(("Ada", "FAO", None), person("p1", "Ada", "e-fao")) == asked("p1")
    assert verdict(("A. Moss", "FAO", None), person("p1", "A. Moss", "e-fao")) == asked("p1")
    mailed = person("p1", "Ada", "e-fao", "ada@fao.example")
    assert verdict(("Ada", "FAO", "ada@fao.example"), mailed) == SURE


def test_relatives_who_share_an_address_are_never_sure():
    for other in ("Mara Moss", "Mario Moss", "Ida Moss"):
        known = person("p1", "Maria Moss", "e-fao", "moss@x.example")
        assert verdict((other, "FAO", "moss@x.example"), known)[0] != "matched"


def test_an_address_two_people_have_makes_nobody_sure_by_likeness():
    two = (
        person("p1", "Hillary Fern", "e-fao", "fern@x.example"),
        person("p2", "Bo Fern", "e-fao", "fern@x.example"),
    )
    assert verdict(("Hilary Fern", "FAO", "fern@x.example"), *two)[0] == "possible"
    assert verdict(("Hilary Fern", "FAO", "fern@x.example"), two[0]) == SURE


def test_an_unregistered_entity_as_printed_last_is_evidence():
    known = KnownPerson("p1", "Ada Moss", ("ada moss",), entity="Ministry of Tides")
    assert verdict(("Ada Moss", "ministry of tides", None), known) == SURE
    assert verdict(("Ada Moss", "Ministry of Winds", None), known) == asked("p1")
    assert verdict(("Ada Moss", "FAO", None), known) == asked("p1")


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Mariana Cardenas Fisk", "Mariana Fisk"),
        ("Anna Berg", "Anna van der Berg"),
        ("Muhammad Abdelkarim", "Mohamed Abdulkarim"),
        ("Soffa Gutmann", "Sofia Gutmann"),
        ("Aleksandr Petrow", "Alexander Petrov"),
        ("J. Fisk", "Johanna Fisk"),
        ("Jhon Fiskarsson", "John Fiskarsson"),
        ("Sara Fisk", "Sarah Fisk"),
        ("Anna Grifths", "Anna Griffiths"),
        ("Heike Flscher", "Heike Fischer"),
        ("Amir Masry", "Amir Al-Masry"),
    ],
)
def test_other_writings_are_asked_about(written, known):
    assert verdict((written, "FAO", None), person("p1", known, "e-fao")) == asked("p1")


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Brennan VanDale", "Brennan Van Dale"),
        ("Xiao Ming Li", "Xiaoming Li"),
        ("Hassan Al-Amin", "Hassan Alamin"),
        ("Isabel Delosrios", "Isabel de los Ríos"),
        ("Min-jun Kim", "Kim Minjun"),
        ("Amir Elmasry", "Amir Al-Masry"),
        ("Anna Gri ths", "Anna Griffiths"),
    ],
)
def test_parts_run_together_are_the_same_name(written, known):
    for name, other in ((written, known), (known, written)):
        assert verdict((name, "FAO", None), person("p1", other, "e-fao")) == SURE
        assert verdict((name, None, None), person("p1", other, "e-fao")) == SURE
        assert verdict((name, "ECE", None), person("p1", other, "e-fao")) == asked("p1")


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Tim Fisk", "Tom Fisk"),
        ("John A. Fisk", "John B. Fisk"),
        ("Li Wei", "Li Wen"),
        ("Ana Reed", "Ana Fisk"),
    ],
)
def test_other_people_are_not(written, known):
    assert verdict((written, "FAO", None), person("p1", known, "e-fao")) == NEW


def test_a_name_of_its_own_is_no_slip_of_another():
    crowd = [person(f"m{n}", f"Maria Aldo{n}", "e-ece") for n in range(4)]
    crowd += [person(f"n{n}", f"Mario Beldo{n}", "e-ece") for n in range(4)]
    crowd += [person(f"f{n}", f"Otto{n} Fisk", "e-ece") for n in range(4)]
    known = person("p1", "Mario Fisk", "e-fao")
    assert verdict(("Maria Fisk", "WB", None), known, *crowd) == NEW
    assert verdict(("Maria Fisk", "FAO", None), known, *crowd) == asked("p1")


def test_candidates_come_best_first_with_the_reason():
    people = (person("p1", "Johanna Fisk", "e-ece"), person("p2", "Johanna Fisk Lund", "e-fao"))
    (row,) = plan([("Johana Fisk", "FAO", None)], *people).rows
    assert [(c.person_id, c.entity, c.score, c.why) for c in row.candidates] == [
        ("p2", "FAO", 0.89, "one letter differs, a part of the name is missing on one side, the same entity"),
        ("p1", "ECE", 0.86, "one letter differs, another entity (ECE)"),
    ]


# Within one file


def rows_of(*rows, people=(), header=("Name", "Entity", "Email")):
    return [(r.row, r.verdict, r.messages) for r in plan(rows, *people, header=header).rows]


def test_a_person_twice_in_one_file_is_taken_once():
    assert rows_of(
        ("Ada Moss", "FAO", "ada@fao.example"),
        ("Ada MOSS", "ECE", "ADA@fao.example"),
        ("Bo Lind", "FAO", None),
        ("LIND, Bo", "FAO", "bo@fao.example"),
    ) == [
        (2, "new", ()),
        (3, "skipped", ("Same person as row 2 (same e-mail and name).",)),
        (4, "new", ()),
        (5, "skipped", ("Same person as row 4 (same entity and name).",)),
    ]


@pytest.mark.parametrize(
    "second",
    [
        ("Ada Moss", "ECE", None),
        ("Ada Moss", "FAO", "moss@fao.example"),
        ("Ada Moss", None, None),
        ("Adda Moss", "FAO", None),
        ("Adda Moss", "FAO", "ada@fao.example"),
    ],
)
def test_a_doubt_within_the_file_is_a_question(second):
    _, row = plan([("Ada Moss", "FAO", "ada@fao.example"), second]).rows
    assert (row.verdict, [c.person_id for c in row.candidates]) == ("possible", ["row:2"])
    assert row.candidates[0].why.startswith("row 2 of this file: ")


def test_names_alone_twice_are_a_question_unless_they_joined_twice():
    assert [v for _, v, _ in rows_of(("Ada Moss",), ("Ada Moss",), header=("Name",))] == ["new", "possible"]
    joined = roster(
        ("Full Name", "User Action", "Timestamp"), ("Ada Moss", "Joined", 1), ("Ada Moss", "Left", 2)
    )
    plan_ = roster_plan(map_roster(joined), desk())
    assert [(r.verdict, r.messages) for r in plan_.rows] == [
        ("new", ()),
        ("skipped", ("Same person as row 2 (same name).",)),
    ]


def test_people_who_share_an_address_are_two():
    assert [
        v for _, v, _ in rows_of(("Ada Moss", "FAO", "a@x.example"), ("Bo Lind", "ECE", "a@x.example"))
    ] == [
        "new",
        "new",
    ]


def test_rivals_for_one_known_person_are_both_asked_about():
    known = person("p1", "Ada Moss")
    rows = plan([("Ada Moss", "FAO", None), ("Ada Moss", "ECE", None)], known).rows
    assert [(r.verdict, [c.person_id for c in r.candidates]) for r in rows] == [("possible", ["p1"])] * 2


def test_rivals_in_one_unregistered_entity_are_both_asked_about():
    known = KnownPerson("p1", "Ada Moss", ("ada moss",), entity="Ministry of Tides")
    rows = plan(
        [("Ada Moss", "Ministry of Tides", "a@x.example"), ("Ada Moss", "Ministry of Tides", "b@x.example")],
        known,
    ).rows
    assert [r.verdict for r in rows] == ["possible", "possible"]


def test_two_writings_of_one_known_person_are_taken_once():
    known = KnownPerson("p1", "Ada Moss", ("ada moss", "adda mosse"), "e-fao")
    rows = plan([("Ada Moss", "FAO", None), ("Adda Mosse", "FAO", None)], known).rows
    assert [(r.verdict, r.double_of) for r in rows] == [("matched", None), ("skipped", 2)]
    assert rows[1].messages == ("Same person as row 2 (Ada Moss).",)


# The meeting's own roster


def test_who_is_on_the_roster_with_this_name_and_entity_is_known():
    two = (person("p1", "Ada Moss", "e-fao"), person("p2", "Ada Moss", "e-ece"))
    listed = (line("l1", "p1", "Ada Moss", "FAO"), line("l2", "p2", "Ada Moss", "ECE"))
    rows = plan([("Ada Moss", "FAO", None), ("Ada Moss", "ECE", None)], *two, on_roster=listed).rows
    assert [(r.verdict, r.person_id, r.participation_id) for r in rows] == [
        ("already", "p1", "l1"),
        ("already", "p2", "l2"),
    ]


def test_a_line_under_another_address_is_still_a_question():
    known = person("p1", "Ada Moss", "e-fao", "ada@fao.example")
    listed = (line("l1", "p1", "Ada Moss", "FAO"),)
    assert verdict(("Ada Moss", "FAO", "b@x.example"), known, on_roster=listed) == asked("p1")


def test_an_id_names_the_line_or_the_person_and_one_of_another_desk_nobody():
    a, b, c = ("a" * 32, "b" * 32, "c" * 32)
    known, listed = person(b, "Ada Moss", "e-fao"), (line(a, b, "Ada Moss", "FAO"),)
    header = ("Name", "Entity", "ID")
    rows = plan(
        [("Adele Mossberg", "FAO", a), ("Zed Quill", "FAO", c)], known, on_roster=listed, header=header
    ).rows
    assert [(r.verdict, r.person_id, r.participation_id) for r in rows] == [
        ("matched", b, a),
        ("new", None, None),
    ]
    (by_person,) = plan([("Adele Mossberg", "FAO", b)], known, header=header).rows
    assert (by_person.verdict, by_person.person_id) == ("matched", b)


def test_every_row_is_in_one_verdict_and_the_totals_add_up():
    rows = [("Ada Moss", "FAO", None), ("Ada Moss", "FAO", None), (5, "FAO", None), (None, "Total", 2)]
    totals = plan(rows, person("p9", "Bo Lind")).totals()
    assert totals == {
        "rows": 4, "new": 1, "matched": 0, "possible": 0, "already": 0, "problem": 1, "skipped": 2,
    }  # fmt: skip


# Different people who look like one


@pytest.mark.parametrize(
    ("written", "known", "mail"),
    [
        ("Danielle Marten", "Daniel Marten", "marten@x.example"),
        ("Denise Marten", "Denis Marten", "marten@x.example"),
        ("Emanuela Marten", "Emanuel Marten", "marten@x.example"),
        ("Mahmoud Hassan", "Mohamed Hassan", "hassan@x.example"),
        ("Marta Fisk", "Maria Fisk", "fisk@x.example"),
        ("Jean Pierre Fisk", "Jean Fisk", "office@x.example"),
        ("A. Fisk", "Anna Fisk", "office@x.example"),
    ],
)
def test_names_alike_with_one_mailbox_are_a_question(written, known, mail):
    assert verdict((written, "FAO", mail), person("p1", known, "e-fao", mail)) == asked("p1")


@pytest.mark.parametrize(
    ("written", "known", "mail"),
    [
        ("Jean Pierre Fisk", "Jean Fisk", "jean.fisk@x.example"),
        ("A. Fisk", "Anna Fisk", "anna.fisk@x.example"),
        ("Mohammed Fisk", "Mohamed Fisk", "m.fisk@x.example"),
    ],
)
def test_names_alike_with_an_address_of_their_own_are_sure(written, known, mail):
    assert verdict((written, "FAO", mail), person("p1", known, "e-fao", mail)) == SURE


def test_an_address_in_the_domain_of_another_entity_speaks_against_a_name_alone():
    known = person("p1", "Maria Fern", "e-unep")
    assert verdict(("Maria Fern", None, "maria@fao.example"), known) == asked("p1")
    assert verdict(("Maria Fern", None, "maria@unep.example"), known) == SURE
    assert verdict(("Maria Fern", None, "maria@post.example"), known) == SURE
    mailed = person("p1", "Maria Fern", "e-unep", "maria@unep.example")
    assert verdict(("Maria Fern", None, "maria@post.example"), mailed) == asked("p1")


@pytest.mark.parametrize(
    ("row", "known", "sure"),
    [
        (("Mr", "Andrea Fern", "FAO", None, None), {"title": "Ms."}, False),
        (("Mr", "Andrea Fern", "FAO", "a@x.example", None), {"title": "Mrs"}, False),
        (("Dr", "Andrea Fern", "FAO", None, None), {"title": "Ms."}, True),
        ((None, "Andrea Fern", "FAO", None, "Chad"), {"country": "Chile"}, False),
        ((None, "Andrea Fern", "FAO", None, "Tanzania"), {"country": "United Republic of Tanzania"}, True),
        ((None, "Andrea Fern", "FAO", None, "CL"), {"country": "Chile"}, True),
    ],
)
def test_title_or_country_that_clash_make_a_question(row, known, sure):
    header = ("Title", "Name", "Entity", "Email", "Country")
    mails = ("a@x.example",) if row[3] else ()
    found = verdict(row, person("p1", "Andrea Fern", "e-fao", *mails, **known), header=header)
    assert found == (SURE if sure else asked("p1"))


def test_two_of_one_name_in_one_file_are_a_question_where_title_or_address_differ():
    header = ("Title", "Name", "Entity", "Email")
    mr, ms = ("Mr", "Andrea Fern", "FAO"), ("Ms", "Andrea Fern", "FAO")
    for first, second in (
        ((*mr, "a@x.example"), (*ms, "b@x.example")),
        ((*mr, None), (*ms, None)),
        ((*mr, "a@x.example"), (*ms, "a@x.example")),
    ):
        assert [v for _, v, _ in rows_of(first, second, header=header)] == ["new", "possible"]
    three = [(None, "Andrea Fern", "FAO", mail) for mail in (None, "a@x.example", "b@x.example")]
    assert [v for _, v, _ in rows_of(*three, header=header)] == ["new", "skipped", "possible"]
    four = [
        (None, "Andrea Fern", "FAO", mail) for mail in ("a@x.example", "b@x.example", None, "c@x.example")
    ]
    assert [v for _, v, _ in rows_of(*four, header=header)] == ["new", "possible", "possible", "possible"]


def test_rivals_for_one_line_of_the_roster_are_both_asked_about():
    known, listed = person("p1", "Ada Moss", "e-fao"), (line("l1", "p1", "Ada Moss", "FAO"),)
    rows = plan(
        [("Ada Moss", "FAO", "a@x.example"), ("Ada Moss", "FAO", "b@x.example")], known, on_roster=listed
    ).rows
    assert [r.verdict for r in rows] == ["possible", "possible"]
    weak = person("p1", "Ada", "e-fao")
    assert verdict(("Ada", "FAO", None), weak, on_roster=(line("l1", "p1", "Ada", "FAO"),)) == asked("p1")


def test_two_words_in_other_order_need_an_address_or_told_parts():
    known = person("p1", "James Henry", "e-fao", "jh@x.example", given="James", family="Henry")
    assert verdict(("Henry James", "FAO", None), known) == asked("p1")
    assert verdict(("Henry James", "FAO", "jh@x.example"), known) == SURE
    assert verdict(("HENRY James", "FAO", None), known) == SURE
    assert [v for _, v, _ in rows_of(("James Henry", "FAO", None), ("Henry James", "FAO", None))] == [
        "new",
        "possible",
    ]


@pytest.mark.parametrize(("apart", "joined"), [("王 伟", "王伟"), ("김 민수", "김민수"), ("伟 王", "王伟")])
def test_short_names_written_in_one_or_apart(apart, joined):
    for written, other in ((apart, joined), (joined, apart)):
        known = person("p1", other, "e-fao", "w@x.example")
        assert verdict((written, "FAO", "w@x.example"), known) == SURE
        assert verdict((written, "ECE", "w@x.example"), known) == SURE  # moved on, with the same address
        assert verdict((written, "FAO", None), known) == asked("p1")


def test_an_id_twice_in_one_file_is_a_problem_that_names_the_first_row():
    key, header = "b" * 32, ("Name", "Entity", "ID")
    rows = plan(
        [("Ada Moss", "FAO", key), ("Bo Lind", "ECE", key)], person(key, "Ada Moss", "e-fao"), header=header
    ).rows
    assert [(r.verdict, r.action, r.messages) for r in rows] == [
        ("matched", "join", ()),
        (
            "problem",
            "none",
            ("The ID in this row is that of row 2 already; correct or empty it in one of them.",),
        ),
    ]


def test_an_id_beside_another_name_and_entity_is_a_question():
    a, b = "a" * 32, "b" * 32
    header = ("Name", "Entity", "Email", "ID")
    known, listed = person(b, "Ada Moss", "e-fao", "ada@x.example"), (line(a, b, "Ada Moss", "FAO"),)
    for row, found in (
        (("Zed Quill", "ECE", None, a), ("possible", None, [b])),
        (("Zed Quill", "FAO", "zed@x.example", a), ("possible", None, [b])),
        (("Zed Quill", "FAO", "ada@x.example", a), ("matched", b, [])),
        (("Ada Quill", "ECE", "zed@x.example", a), ("matched", b, [])),
    ):
        assert verdict(row, known, on_roster=listed, header=header) == found


def test_a_bare_name_that_fits_two_people_nearly_is_a_question():
    two = (person("p1", "Ana Moss", "e-fao"), person("p2", "Anna Moss", "e-ece"))
    assert verdict(("Ana Moss", None, None), *two) == asked("p1", "p2")
    assert verdict(("Ana Moss", "FAO", None), *two) == SURE
    listed = (line("l1", "p1", "Ana Moss"),)
    assert verdict(("Ana Moss", None, None), *two, on_roster=listed) == ("already", "p1", [])
