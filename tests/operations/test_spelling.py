"""Spellings told and taken back by hand."""

import pytest

from emgdesk.errors import DataError
from emgdesk.operations.spelling import add_spelling, remove_spelling
from emgdesk.queries.people import get_person
from tests.desks import make_person


def spellings(desk, person_id):
    return desk.read(get_person, person_id=person_id).spellings


def test_a_spelling_is_told_and_taken_back(desk):
    key = make_person(desk, "Ines Calado")
    desk.do("Spelling", add_spelling, person_id=key, name="  Inês   Calado ")
    assert spellings(desk, key) == "Inês Calado"
    desk.do("Forget", remove_spelling, person_id=key, name="Inês Calado")
    assert spellings(desk, key) == ""


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (" ", "A spelling needs letters."),
        ("--", "A spelling needs letters."),
        ("Ines Calado", "Ines Calado is known as “Ines Calado” already."),
    ],
)
def test_what_is_no_new_spelling_is_refused(desk, name, sentence):
    key = make_person(desk, "Ines Calado")
    with pytest.raises(DataError) as caught:
        desk.do("Spelling", add_spelling, person_id=key, name=name)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Ines Calado", "“Ines Calado” is the name of this person; give another name first."),
        ("I. Calado", "Ines Calado is not known as “I. Calado”."),
    ],
)
def test_the_name_itself_stays(desk, name, sentence):
    key = make_person(desk, "Ines Calado")
    with pytest.raises(DataError) as caught:
        desk.do("Forget", remove_spelling, person_id=key, name=name)
    assert str(caught.value) == sentence
