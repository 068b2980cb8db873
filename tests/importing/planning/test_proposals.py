"""Entities for rows that name none: known of the person, or proposed and taken only on request."""

from dataclasses import replace

import pytest

from emgdesk.importing.answers import plan_json
from emgdesk.importing.matching.finding import find_matches
from emgdesk.importing.plan import Decision, Proposal
from emgdesk.importing.planning.roster import decide, plan_roster, take_proposals
from emgdesk.importing.records import MappedRoster, RosterRecord
from emgdesk.importing.snapshot import KnownEntity, RosterSnapshot
from tests.importing.files import ENTITIES, line, person

POSTED = (
    KnownEntity("e-imo", "IMO", ("IMO",), ("imo.example",)),
    KnownEntity("e-desa", "DESA", ("DESA",), ("un.org", "gmail.com")),
    KnownEntity("e-one", "ONE", ("ONE",), ("both.example",)),
    KnownEntity("e-two", "TWO", ("TWO",), ("both.example", "two.both.example")),
)


def mapped(*records):
    return MappedRoster(
        file="list.csv", sha256="0", format="generic", sheet="", header_row=1, headers=("Name", "Email"),
        columns={"name": "Name"}, unused=(), samples={}, fingerprint="f", records=records, set_aside=(),
    )  # fmt: skip


def planned(*records, people=(), on_roster=(), **more):
    known = RosterSnapshot("7", people, (*ENTITIES, *POSTED), on_roster, "m1")
    matches = find_matches(mapped(*records), known)
    return plan_roster(matches, **more), matches


def only(record, **more):
    return planned(record, **more)[0].rows[0]


SHOWN = RosterRecord(2, "Ada Moss", proposed_entity="FAO")


def test_what_the_display_name_tells_is_proposed_and_not_taken():
    row = only(SHOWN)
    assert row.proposal == Proposal("e-fao", "FAO", "the name is written with “FAO”")
    assert (row.verdict, row.entity, row.entity_id, row.action) == ("new", "", None, "create")


def test_an_entity_nobody_knows_is_proposed_as_written():
    row = only(replace(SHOWN, proposed_entity="Harbour Guild"))
    assert row.proposal == Proposal(None, "Harbour Guild", "the name is written with “Harbour Guild”")
    taken = only(replace(SHOWN, proposed_entity="Harbour Guild"), proposals=[2])
    assert (taken.entity, taken.entity_id) == ("Harbour Guild", None)


@pytest.mark.parametrize(
    ("email", "found"),
    [
        ("ada@imo.example", Proposal("e-imo", "IMO", "the address is at imo.example")),
        ("ada@Mail.IMO.example", Proposal("e-imo", "IMO", "the address is at imo.example")),
        ("ada@two.both.example", Proposal("e-two", "TWO", "the address is at two.both.example")),
        ("ada@both.example", None),
        ("ada@desk.un.org", None),
        ("ada@gmail.com", None),
        ("ada@notimo.example", None),
        ("", None),
    ],
)
def test_an_address_proposes_the_one_entity_of_its_domain(email, found):
    assert only(RosterRecord(2, "Ada Moss", email=email)).proposal == found


def test_a_row_with_an_entity_is_not_proposed_another():
    assert only(RosterRecord(2, "Ada Moss", entity="ECE", email="ada@imo.example")).proposal is None


def test_a_proposal_is_taken_and_given_back():
    plan, matches = planned(SHOWN, RosterRecord(3, "Bo Lind"))
    taken = take_proposals(plan, matches, [2, 3])
    assert taken.proposals_taken == {2}
    assert [(r.entity, r.entity_id, r.entity_acronym) for r in taken.rows] == [
        ("FAO", "e-fao", "FAO"),
        ("", None, ""),
    ]
    assert taken.rows[0].proposal == plan.rows[0].proposal
    assert taken == planned(SHOWN, RosterRecord(3, "Bo Lind"), proposals=[2])[0]
    assert take_proposals(taken, matches, [2], taken=False) == plan


def test_a_decision_keeps_the_proposal_taken():
    plan, matches = planned(SHOWN, proposals=[2])
    decided = decide(plan, matches, 2, Decision("new"))
    assert (decided.rows[0].entity_id, decided.rows[0].decision) == ("e-fao", Decision("new"))


def test_a_taken_proposal_fills_the_line_and_the_person():
    bare = person("p1", "Ada Moss")
    listed = line("l1", "p1", "Ada Moss")
    row = only(SHOWN, people=(bare,), on_roster=(listed,), proposals=[2])
    assert (row.verdict, row.action) == ("matched", "update")
    assert row.line_changes == {"entity": ("", "FAO")}
    assert row.person_changes == {"entity": ("", "FAO")}
    kept = only(SHOWN, people=(bare,), on_roster=(listed,))
    assert (kept.verdict, kept.changes) == ("already", {})


# What the desk knows of the person

ADA = person("p1", "Ada Moss", "e-fao")


def test_a_known_person_is_printed_with_the_entity_the_desk_has():
    row = only(RosterRecord(2, "Ada Moss"), people=(ADA,))
    assert (row.verdict, row.action, row.entity, row.entity_id) == ("matched", "join", "FAO", "e-fao")
    assert row.messages == ("Entity FAO is taken from the person.",)
    assert (row.proposal, row.person_changes) == (None, {})
    assert row.record.entity == "FAO"


def test_so_is_an_entity_that_is_none_of_the_desk():
    tides = person("p1", "Ada Moss")._replace(entity="Ministry of Tides")
    row = only(RosterRecord(2, "Ada Moss"), people=(tides,))
    assert (row.entity, row.entity_id) == ("Ministry of Tides", None)
    assert row.messages == ("Entity Ministry of Tides is taken from the person.",)


def test_the_person_decided_on_lends_the_entity_too():
    other = person("p2", "Ada Mossley", "e-ece")
    row = only(RosterRecord(2, "Ada Moss"), people=(ADA, other), decisions={2: Decision("match", "p2")})
    assert (row.entity, row.entity_id) == ("ECE", "e-ece")
    best = only(
        RosterRecord(2, "Ada Moss", email="x@y.example"),
        people=(ADA._replace(emails=("ada@fao.example",)),),
        doubtful="match",
    )
    assert (best.verdict, best.action, best.entity, best.record.entity) == ("possible", "join", "FAO", "FAO")


def test_a_proposal_against_the_desk_says_so():
    row = only(replace(SHOWN, proposed_entity="ECE"), people=(ADA,))
    assert row.proposal == Proposal(
        "e-ece", "ECE", "the name is written with “ECE”, but the desk has FAO for Ada Moss"
    )
    assert (row.entity, row.messages) == ("FAO", ("Entity FAO is taken from the person.",))
    taken = only(replace(SHOWN, proposed_entity="ECE"), people=(ADA,), proposals=[2])
    assert (taken.entity, taken.entity_id, taken.messages) == ("ECE", "e-ece", ())


def test_a_proposal_the_desk_agrees_with_is_needed_only_for_a_line_without_entity():
    assert only(SHOWN, people=(ADA,)).proposal is None
    listed = line("l1", "p1", "Ada Moss")
    row = only(SHOWN, people=(ADA,), on_roster=(listed,))
    assert row.proposal == Proposal(
        "e-fao", "FAO", "the name is written with “FAO”, and the desk has it for Ada Moss"
    )
    assert (row.verdict, row.entity) == ("already", "")
    told = only(RosterRecord(2, "Ada Moss"), people=(ADA,), on_roster=(listed,))
    assert told.proposal == Proposal("e-fao", "FAO", "the desk has FAO for Ada Moss")
    printed = line("l1", "p1", "Ada Moss", "ECE")
    assert only(SHOWN, people=(ADA,), on_roster=(printed,)).proposal is None


def test_the_answer_tells_of_a_proposal():
    first, second = plan_json(planned(SHOWN, RosterRecord(3, "Bo Lind"))[0])["rows"]
    assert first["proposed_entity"] == {"id": "FAO", "why": "the name is written with “FAO”"}
    assert "proposed_entity" not in second
