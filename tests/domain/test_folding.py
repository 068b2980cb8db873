"""What folding makes equal and, as much, what it must keep apart."""

import pytest

from emgdesk.domain.folding import fold, name_key, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz  ØSTBY", "lukasz ostby"),
        ("Ğün Ñandú", "gun nandu"),
        ("Андрей Ёлкин", "андреи елкин"),
        ("Ἀθηνᾶ", "αθηνα"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
        ("सीता देवी", "सीता देवी"),
        ("สมชาย กิตติ", "สมชาย กิตติ"),
        ("ガタ", "ガタ"),
        ("\uff76\uff9e\uff80", "ガタ"),  # half width
        ("김민수", "김민수"),
        ("葛\U000e0100城", "葛城"),  # a variant glyph of the same character
    ],
)
def test_accents_go_and_marks_that_spell_stay(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("सीता देवी", "सुता देवी"),
        ("สมชาย กิตติ", "สมชาย กัตตุ"),
        ("タカハシ", "タガバジ"),
        ("ホンダ", "ポンダ"),
        ("কমল", "কমলা"),
    ],
)
def test_names_that_differ_in_marks_are_two(one, other):
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي", "علی"),
        ("مصطفى", "مصطفي"),
        ("كريم", "کریم"),
        ("أحمد", "احمد"),
        ("يوسف محمد", "محمد يوسف"),
        ("ガ", "カ\u3099"),
    ],
)
def test_letters_written_in_two_ways_are_one(one, other):
    assert name_key(one) == name_key(other)


def test_vowel_signs_do_not_part_a_word():
    assert words("सीता देवी") == ("सीता", "देवी")
    assert words("สมชาย กิตติ") == ("สมชาย", "กิตติ")
    assert words("O'Neil-Li, A.") == ("o", "neil", "li", "a")
