"""Entity texts the desk does not know: asked about once, with what they may mean, and decided."""

from dataclasses import replace

import pytest

from emgdesk.errors import InputError
from emgdesk.importing.answers import plan_json
from emgdesk.importing.matching.finding import find_matches
from emgdesk.importing.plan import Decision, EntityDecision
from emgdesk.importing.planning.entity_decisions import settle
from emgdesk.importing.planning.roster import decide_entities, plan_roster
from emgdesk.importing.rosters.mapping import map_roster
from emgdesk.importing.snapshot import KnownEntity, RosterSnapshot
from tests.importing.files import ENTITIES, line, person, roster

HEADER = ("Name", "Entity", "Email")
MAIL = KnownEntity("e-imo", "IMO", ("IMO", "International Maritime Organization"), ("imo.example",))


def snapshot(*people, on_roster=(), **more):
    return RosterSnapshot("7", people, (*ENTITIES, MAIL), on_roster, "m1", **more)


def planned(*rows, known=None, **more):
    matches = find_matches(map_roster(roster(HEADER, *rows)), known or snapshot())
    return plan_roster(matches, **more), matches


def asked(*rows, **more):
    return planned(*rows, **more)[0].entity_questions


def candidates(text, *mails):
    rows = [(f"Ada Moss{chr(97 + at)}", text, mail) for at, mail in enumerate(mails or (None,))]
    (question,) = asked(*rows)
    return [(one.acronym, one.score, one.why) for one in question.candidates]


def test_each_unknown_text_is_one_question_the_most_frequent_first():
    questions = asked(
        ("Ada Moss", "Harbour Guild"), ("Bo Lind", "FAO"), ("Cy Rook", "Ministry of Tides"), ("Di Fenn", None),
        ("Ed Gale", "MINISTRY OF  TIDES"),
    )  # fmt: skip
    assert [(q.key, q.text, q.rows, q.decision) for q in questions] == [
        ("ministry of tides", "Ministry of Tides", (4, 6), None),
        ("harbour guild", "Harbour Guild", (2,), None),
    ]


def test_a_text_somebody_left_as_printed_is_not_asked_again():
    known = snapshot(as_printed=frozenset({"harbour guild"}))
    rows = (("Ada Moss", "Harbour Guild"), ("Bo Lind", "Harbour Guild"), ("Cy Rook", "Ministry of Tides"))
    open_one, remembered = asked(*rows, known=known)
    assert (open_one.key, open_one.decision, open_one.remembered) == ("ministry of tides", None, False)
    assert (remembered.key, remembered.decision, remembered.remembered, remembered.answered) == (
        "harbour guild", EntityDecision("text"), True, None,
    )  # fmt: skip


def test_a_text_left_as_printed_can_be_answered_otherwise():
    known = snapshot(as_printed=frozenset({"harbour guild"}))
    plan, matches = planned(("Ada Moss", "Harbour Guild"), known=known)
    decided, matches = decide_entities(plan, matches, {"harbour guild": EntityDecision("alias", "e-unep")})
    (question,) = decided.entity_questions
    assert (question.answered, question.remembered) == (EntityDecision("alias", "e-unep"), False)
    assert decided.rows[0].entity_id == "e-unep"
    assert decide_entities(decided, matches, {"harbour guild": None})[0] == plan


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UN Enviroment", [("UNEP", 0.96, "almost the same name")]),
        ("UNEP-ROA", [("UNEP", 0.8, "“UNEP” is part of the text")]),
        ("Min. of Environment of Landia", []),
        ("International Maritime Org.", [("IMO", 0.9, "its initials are IMO, almost the same name")]),
        ("Those who fish", []),
        ("U.N.E.P. Hq", [("UNEP", 0.8, "“UNEP” is part of the text")]),
    ],
)
def test_what_a_text_may_mean(text, found):
    assert candidates(text) == found


def test_initials_tell_an_entity_known_by_its_acronym_alone():
    assert candidates("Council of Eastern Bays") == [("CEB", 0.85, "its initials are CEB")]


def test_a_short_alias_within_a_text_tells_its_entity():
    centre = KnownEntity("e-wcmc", "UNEP-WCMC", ("UNEP-WCMC", "World Conservation Monitoring Centre", "WCMC"))
    known = replace(snapshot(), entities=(*ENTITIES, centre))
    (question,) = asked(("Ada Moss", "WCMC Science Hub"), known=known)
    assert [(one.acronym, one.why) for one in question.candidates] == [
        ("UNEP-WCMC", "“WCMC” is part of the text")
    ]


def test_a_text_that_fits_two_entities_names_both():
    assert [one[0] for one in candidates("FAO / ECE")] == ["ECE", "FAO"]


def test_the_addresses_of_the_rows_tell_an_entity():
    assert candidates("Sea Desk Six", "a@imo.example", "b@mail.imo.example", "c@gmail.com") == [
        ("IMO", 0.77, "2 of its addresses are at imo.example")
    ]
    assert candidates("Sea Desk Six", "a@imo.example") == [("IMO", 0.8, "an address at imo.example")]


ROWS = (("Ada Moss", "UN Enviroment"), ("Bo Lind", "un enviroment"), ("Cy Rook", "Harbour Guild"))


def decided(decision, *, key="un enviroment", rows=ROWS, known=None):
    plan, matches = planned(*rows, known=known)
    return decide_entities(plan, matches, {key: decision})


def test_another_name_gives_its_rows_the_entity():
    plan, matches = decided(EntityDecision("alias", "e-unep"))
    assert [(r.entity, r.entity_id, r.entity_acronym) for r in plan.rows] == [
        ("UN Enviroment", "e-unep", "UNEP"), ("un enviroment", "e-unep", "UNEP"), ("Harbour Guild", None, ""),
    ]  # fmt: skip
    assert [(q.text, q.decision) for q in plan.entity_questions] == [
        ("UN Enviroment", EntityDecision("alias", "e-unep")),
        ("Harbour Guild", None),
    ]
    assert plan.rows[0].messages == ()
    back, _ = decide_entities(plan, matches, {"un enviroment": None})
    assert back == planned(*ROWS)[0]


def test_a_new_entity_has_a_key_of_the_plan_until_it_is_made():
    plan, _ = decided(EntityDecision("new"), key="harbour guild")
    assert (plan.rows[2].entity_id, plan.rows[2].entity_acronym) == ("new:harbour guild", "Harbour Guild")
    part, _ = decided(EntityDecision("part", "e-unep", acronym="HG"), key="harbour guild")
    assert (part.rows[2].entity_id, part.rows[2].entity_acronym) == ("new:hg", "HG")


def test_a_text_that_stays_is_no_question_any_more():
    plan, _ = decided(EntityDecision("text"), key="harbour guild")
    assert plan.rows[2].messages == ("Entity “Harbour Guild” stays as printed.",)
    assert (plan.rows[2].entity, plan.rows[2].entity_id) == ("Harbour Guild", None)


def test_other_writings_of_a_decided_name_follow():
    rows = (("Ada Moss", "Harbour-Guild"), ("Bo Lind", "Harbour Guild"))
    plan, _ = decided(EntityDecision("new"), key="harbour-guild", rows=rows)
    assert [r.entity_id for r in plan.rows] == ["new:harbour-guild", "new:harbour-guild"]
    assert [q.key for q in plan.entity_questions] == ["harbour-guild"]


def test_what_a_text_means_is_evidence_of_who_a_row_is():
    known = snapshot(person("p1", "Ada Moss", "e-unep"), person("p2", "Cy Rook", "e-fao"))
    before, _ = planned(*ROWS, known=known)
    assert [r.verdict for r in before.rows] == ["possible", "new", "possible"]
    plan, matches = decided(EntityDecision("alias", "e-unep"), known=known)
    assert [r.verdict for r in plan.rows] == ["matched", "new", "possible"]
    assert plan.rows[0].person_id == "p1"
    assert matches.row(2).person.id == "p1"


def test_decisions_on_rows_outlast_decisions_on_entities():
    plan, matches = planned(*ROWS, decisions={2: Decision("skip")})
    plan, _ = decide_entities(plan, matches, {"un enviroment": EntityDecision("alias", "e-unep")})
    assert (plan.rows[0].verdict, plan.rows[0].decision) == ("skipped", Decision("skip"))


def test_a_line_that_prints_the_text_gets_the_entity_too():
    listed = line("l1", "p1", "Ada Moss", "UN Enviroment")
    known = snapshot(person("p1", "Ada Moss"), on_roster=(listed,))
    plan, _ = decided(EntityDecision("alias", "e-unep"), known=known)
    assert (plan.rows[0].verdict, plan.rows[0].action) == ("matched", "update")
    assert plan.rows[0].line_changes == {"entity_id": ("", "UNEP")}
    assert plan.rows[0].person_changes == {"entity": ("", "UNEP")}


@pytest.mark.parametrize(
    ("key", "decision", "sentence"),
    [
        ("sea desk", EntityDecision("new"), "No row of list.xlsx has the entity “sea desk”."),
        ("harbour guild", EntityDecision("alias", "gone"),
         "“Harbour Guild” cannot be decided so: the desk has no such entity."),
        ("harbour guild", EntityDecision("new", acronym="FAO"), "“FAO” is already a name of FAO."),
        ("harbour guild", EntityDecision("part", "e-fao", "HG", "World Bank"), "“World Bank” is already a name of WB."),
    ],
)  # fmt: skip
def test_decisions_that_cannot_be(key, decision, sentence):
    with pytest.raises(InputError) as refused:
        decided(decision, key=key)
    assert str(refused.value) == sentence


TIDES = (("Ada Moss", "MoT"), ("Bo Lind", "Ministry of Tides (MoT)"), ("Cy Rook", "Tides Office"))


@pytest.mark.parametrize(
    ("decisions", "sentence"),
    [
        ({"mot": EntityDecision("alias", "e-unep"), "ministry of tides (mot)": EntityDecision("new")},
         "“MoT” would be a name of both MoT and UNEP."),
        ({"mot": EntityDecision("new", acronym="MoT", full_name="Tides Office"), "tides office": EntityDecision("new")},
         "“Tides Office” would be a name of both MoT and Tides Office."),
        ({"mot": EntityDecision("new", status="member"), "ministry of tides (mot)": EntityDecision("new")},
         "as guest, not member"),
        ({"mot": EntityDecision("new"), "ministry of tides (mot)": EntityDecision("part", "e-unep")},
         "part of another entity"),
    ],
)  # fmt: skip
def test_decisions_that_contradict_one_another_are_refused_at_once(decisions, sentence):
    plan, matches = planned(*TIDES)
    with pytest.raises(InputError) as refused:
        decide_entities(plan, matches, decisions)
    assert str(refused.value) == (
        sentence
        if sentence.endswith(".")
        else f"“Ministry of Tides (MoT)” would be the new entity MoT of another text, but {sentence}: decide "
        f"both alike, or give one of them another acronym."
    )


def test_texts_decided_alike_are_one_entity():
    plan, matches = planned(*TIDES)
    part = EntityDecision("part", "e-unep", acronym="MoT")
    alike = {"mot": part, "ministry of tides (mot)": replace(part, status="member")}
    plan, _ = decide_entities(plan, matches, alike)
    assert [row.entity_id for row in plan.rows] == ["new:mot", "new:mot", None]


def test_a_text_that_may_be_two_entities_can_be_given_to_one():
    twin = KnownEntity("e-two", "TWO", ("TWO", "World-Bank"))
    known = RosterSnapshot("7", (), (*ENTITIES, twin))
    rows = (("Ada Moss", "World, Bank"),)
    plan, matches = planned(*rows, known=known)
    assert plan.rows[0].messages == ("Entity “World, Bank” may be TWO or WB; it stays as printed.",)
    assert [one.acronym for one in plan.entity_questions[0].candidates] == ["TWO", "WB"]
    plan, _ = decide_entities(plan, matches, {"world, bank": EntityDecision("alias", "e-wb")})
    assert plan.rows[0].entity_id == "e-wb"
    learned = KnownEntity("e-wb", "WB", ("WB", "World Bank", "World, Bank"))
    taught = RosterSnapshot("8", (), (learned, twin))
    assert planned(*rows, known=taught)[0].rows[0].entity_id == "e-wb"


def test_a_decision_on_a_known_entity_is_passed_over():
    plan, _ = decided(EntityDecision("new"), key="fao", rows=(("Ada Moss", "FAO"),))
    assert (plan.rows[0].entity_id, plan.entity_questions, plan.entity_decisions) == ("e-fao", (), {})
    assert plan.notes == ("Entity “FAO” is known as FAO; nothing was decided on it.",)


def test_the_names_of_a_new_entity_come_from_the_text():
    texts = {"a": "Ministry of Tides (MoT)", "b": "MOT", "c": "Harbour Guild"}
    settled = settle(texts, dict.fromkeys(texts, EntityDecision("new")))
    assert [(e.id, e.acronym, e.full_name, e.aliases) for e in settled.new] == [
        ("new:mot", "MoT", "Ministry of Tides", ("Ministry of Tides (MoT)",)),
        ("new:harbour guild", "Harbour Guild", "Harbour Guild", ()),
    ]
    assert settled.meaning == {"a": "new:mot", "b": "new:mot", "c": "new:harbour guild"}


def test_the_answer_lists_the_questions():
    plan, _ = decided(EntityDecision("alias", "e-unep"))
    assert plan_json(plan)["entities"] == [
        {
            "text": "UN Enviroment",
            "rows": [2, 3],
            "candidates": [
                {
                    "id": "UNEP",
                    "name": "United Nations Environment Programme",
                    "score": 0.96,
                    "why": "almost the same name",
                }
            ],
            "decision": {"kind": "alias", "entity_id": "UNEP"},
        },
        {"text": "Harbour Guild", "rows": [4], "candidates": [], "decision": None},
    ]
