"""Who of the desk may be one person: pairs best first, none that somebody said are two."""

import pytest

from emgdesk.errors import CancelledError
from emgdesk.importing.matching.duplicates import pairs_alike
from emgdesk.importing.snapshot import KnownPerson
from tests.importing.files import ENTITIES, person


def found(*people, two_people=()):
    return [
        (pair.one.id, pair.other.id, pair.score, pair.why)
        for pair in pairs_alike(people, two_people, ENTITIES)
    ]


def test_the_same_name_comes_before_names_alike_with_the_reason():
    people = (
        person("p1", "Ada Moss", "e-fao", "ada@fao.example"),
        person("p2", "Ada MOSS", "e-fao"),
        person("p3", "Johanna Fisk", "e-ece"),
        person("p4", "Johana Fisk", "e-fao"),
        person("p5", "Bo Lind", "e-fao"),
    )
    assert found(*people) == [
        ("p1", "p2", 0.99, "the same name, the same entity"),
        ("p3", "p4", 0.86, "one letter differs, another entity (FAO)"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brennan VanDale", "Brennan Van Dale"),
        ("Mariana Cardenas Fisk", "Mariana Fisk"),
        ("Anna Berg", "Anna van der Berg"),
        ("Muhammad Abdelkarim", "Mohamed Abdulkarim"),
        ("Soffa Gutmann", "Sofia Gutmann"),
        ("Xiao Ming Li", "Xiaoming Li"),
        ("J. Fisk", "Johanna Fisk"),
        ("Li Xiaoming", "Xiaoming Li"),
        ("王 伟", "王伟"),
    ],
)
def test_writings_of_one_name_meet(one, other):
    assert [pair[:2] for pair in found(person("p1", one, "e-fao"), person("p2", other, "e-fao"))] == [
        ("p1", "p2")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tim Fisk", "Tom Fisk"),
        ("John A. Fisk", "John B. Fisk"),
        ("Li Wei", "Li Wen"),
        ("Ana Reed", "Ana Fisk"),
    ],
)
def test_other_people_do_not(one, other):
    assert found(person("p1", one, "e-fao"), person("p2", other, "e-fao")) == []


def test_an_address_shared_makes_a_pair_of_names_in_two_scripts_only():
    two = (person("p1", "Anna Ivova", "e-fao", "a@x.example"), person("p2", "Анна Ивова", "", "a@x.example"))
    assert found(*two) == [("p1", "p2", 0.85, "another script, the same e-mail")]
    assert found(two[0], person("p2", "Bo Lind", "e-fao", "a@x.example")) == []


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("Tomas Arrieta", "Tomás Arrieta Belaúnde", 0.71),
        ("Johan Lindeman", "Johann Lindemann", 0.7),
        ("Ana María Ribeiro-Soto", "Anna-Maria Ribeiro Soto", 0.6),
    ],
)
def test_a_search_shows_weaker_pairs_than_an_import_asks_about(one, other, score):
    two = (person("p1", one, "e-fao", "a@fao.example"), person("p2", other, "e-ece", "b@ece.example"))
    assert [pair[:3] for pair in pairs_alike(two, (), ENTITIES)] == [(*two, score)]
    apart = [two[0]._replace(title="Mr"), two[1]._replace(title="Ms")]
    assert pairs_alike(apart, (), ENTITIES) == ()


def test_any_spelling_learned_counts():
    one = KnownPerson("p1", "Ada Moss", ("ada moss", "adda mosse"), "e-fao")
    assert found(one, person("p2", "Adda Mosse", "e-ece")) == [
        ("p1", "p2", 0.87, "the same name, another entity (ECE)")
    ]


def test_who_was_said_to_be_two_is_left_out():
    people = (person("p2", "Ada Moss"), person("p1", "Ada Moss"), person("p3", "Ada Moss"))
    assert [pair[:2] for pair in found(*people, two_people=[("p1", "p2")])] == [("p1", "p3"), ("p2", "p3")]


def test_hundreds_of_one_name_are_not_compared_each_with_each():
    people = [person(f"p{n:03d}", "Ana Silva", "e-fao", f"a{n}@x.example") for n in range(400)]
    assert len(found(*people)) == 1194  # three neighbours each, not 79,800


def test_looking_can_be_cancelled():
    class Stopped:
        def report(self, text, done=0, total=0): ...

        def check_cancelled(self):
            raise CancelledError

    with pytest.raises(CancelledError):
        pairs_alike([person("p1", "Ada Moss")], job=Stopped())
