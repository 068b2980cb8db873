from dataclasses import replace

from emgdesk.reports.builders.lines import ordered
from emgdesk.reports.builders.names import counted_body, entity_groups
from tests.reports.builders.rosters import line


def test_the_rule_of_a_person_decides_the_order_by_family_name() -> None:
    people = [
        line(1, "Piet Van Damme", given="Piet", family="Van Damme"),
        line(2, "Zoe Eder", given="Zoe", family="Eder"),
        line(3, "Ana de la Cruz", given="Ana", family="de la Cruz", particles="kept"),
    ]
    assert [who.position for who in ordered(people, "family")] == [3, 2, 1]
    people[0] = replace(people[0], particles="skipped")
    assert [who.position for who in ordered(people, "family")] == [1, 3, 2]


def test_without_an_order_people_stand_as_on_the_roster() -> None:
    assert [who.name for who in ordered([line(2, "A"), line(1, "B")], "")] == ["B", "A"]


def test_an_entity_printed_in_two_ways_is_one_group() -> None:
    name = "Office for Tests"
    people = [
        line(1, "A", "OT", entity_id="7", entity_name=name, acronym="OT"),
        line(2, "B", "Tests Office", entity_id="7", entity_name=name, acronym="OT"),
        line(3, "C", "OT", entity_id="7", entity_name=name, acronym="OT"),
        line(4, "D", ""),
        line(5, "E", "Zebra"),
        line(6, "F", "zebra"),
    ]
    assert [(heading, [who.name for who in group]) for heading, group in entity_groups(people)] == [
        ("Office for Tests (OT)", ["A", "B", "C"]),
        ("Zebra", ["E", "F"]),
        ("", ["D"]),
    ]


def test_an_entity_may_count_as_another() -> None:
    assert counted_body(line(1, "A", "SUN", entity_id="2", counted_as="1")) == "1"
    assert counted_body(line(1, "A", "SUN", entity_id="2")) == "2"
    assert counted_body(line(1, "A", "Zebra Fund")) == "zebra fund"
