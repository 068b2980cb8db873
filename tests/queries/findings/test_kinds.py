"""Every kind of finding: what produces it, in which words, and what comes near and does not."""

import pytest

from emgdesk.queries.findings.facts import Checked
from emgdesk.queries.findings.finding import Finding
from emgdesk.queries.findings.kinds import AREAS, KINDS
from emgdesk.queries.findings.listing import check_desk, check_meeting
from tests.queries.findings import (
    cases_decisions,
    cases_lineages,
    cases_members,
    cases_papers,
    cases_people,
    cases_report,
)

_CASES = (cases_people, cases_papers, cases_decisions, cases_lineages, cases_members, cases_report)
FOUND = [case for module in _CASES for case in module.FOUND]
NEAR = [case for module in _CASES for case in module.NEAR]


def checked(facts: Checked) -> list[Finding]:
    """What is found at the meeting, and what beside that of the desk."""
    found = check_meeting(facts)
    return [*found, *(one for one in check_desk(facts.desk) if one.id not in {told.id for told in found})]


def texts(facts: Checked, kind: str) -> list[str]:
    return [one.text for one in checked(facts) if one.kind == kind]


@pytest.mark.parametrize(("kind", "facts", "expected"), FOUND, ids=[case[0] for case in FOUND])
def test_it_is_found(kind: str, facts: Checked, expected: list[str]) -> None:
    assert texts(facts, kind) == expected


@pytest.mark.parametrize(("kind", "facts"), NEAR, ids=[case[0] for case in NEAR])
def test_what_comes_near_is_not_found(kind: str, facts: Checked) -> None:
    assert texts(facts, kind) == []


def test_every_kind_is_tried_both_ways() -> None:
    assert {case[0] for case in FOUND} == set(KINDS)
    assert {case[0] for case in NEAR} == set(KINDS)


def test_every_kind_belongs_to_a_known_area() -> None:
    assert {kind.area for kind in KINDS.values()} == set(AREAS)


@pytest.mark.parametrize(("kind", "facts", "expected"), FOUND, ids=[case[0] for case in FOUND])
def test_its_key_tells_it_from_others_and_stays(kind: str, facts: Checked, expected: list[str]) -> None:
    found = checked(facts)
    assert len({one.id for one in found}) == len(found)
    assert [one.id for one in checked(facts)] == [one.id for one in found]
