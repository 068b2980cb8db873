"""Two wordings word by word: what is shown joins to either of them exactly."""

import random
from itertools import pairwise

import pytest

from emgdesk.domain.word_changes import word_changes


def shown(old: str, new: str) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in word_changes(old, new)]


def test_a_changed_word_stands_beside_what_it_became():
    assert shown("Agree to extend the Task Team, for a year.", "Decide to extend the Task Team for two years;") == [
        ("removed", "Agree"), ("added", "Decide"), ("same", " to extend the Task Team"), ("removed", ","),
        ("same", " for "), ("removed", "a year."), ("added", "two years;"),
    ]  # fmt: skip


def test_punctuation_stands_apart_and_an_apostrophe_belongs_to_its_word():
    assert shown("the Coalition's work;", "the Coalition’s work.") == [
        ("same", "the "), ("removed", "Coalition's"), ("added", "Coalition’s"), ("same", " work"),
        ("removed", ";"), ("added", "."),
    ]  # fmt: skip
    assert shown("post-2020", "post-2030") == [
        ("same", "post-"), ("removed", "2020"), ("added", "2030"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("", "", []), ("Agree", "Agree", [("same", "Agree")]), ("", "Agree ", [("added", "Agree ")]),
        (" Agree", "", [("removed", " Agree")]),
        ("to  act", "to act", [("same", "to"), ("removed", "  "), ("added", " "), ("same", "act")]),
        ("act", "act\n\nnow", [("same", "act"), ("added", "\n\nnow")]),
    ],
)  # fmt: skip
def test_space_is_part_of_what_is_compared(old: str, new: str, kinds: list[tuple[str, str]]):
    assert shown(old, new) == kinds


def test_whatever_the_texts_both_can_be_read_from_what_is_shown():
    dice = random.Random(7)
    pieces = ("a ", "b", "  ", ",", "c'd ", "\n", "ß ", "العمل ", "環境", "**x**")
    for _ in range(500):
        old, new = ("".join(dice.choices(pieces, k=dice.randrange(14))) for _ in range(2))
        parts = word_changes(old, new)
        assert "".join(part.text for part in parts if part.kind != "added") == old
        assert "".join(part.text for part in parts if part.kind != "removed") == new
        assert all(one.kind != other.kind for one, other in pairwise(parts))


def test_one_word_in_twenty_thousand_is_found():
    words = [f"word{n % 700}" for n in range(20_000)]
    changed = [*words[:12_345], "here", *words[12_346:]]
    assert [(kind, len(text)) for kind, text in shown(" ".join(words), " ".join(changed))] == [
        ("same", len(" ".join(words[:12_345])) + 1), ("removed", len(words[12_345])), ("added", 4),
        ("same", len(" ".join(words[12_346:])) + 1),
    ]  # fmt: skip


@pytest.mark.parametrize("vocabulary", [2, 40, 3000])
def test_long_texts_without_much_in_common_are_compared_too(vocabulary: int):
    dice = random.Random(vocabulary)
    known = [f"w{n}" for n in range(vocabulary)]
    old, new = (" ".join(dice.choices(known, k=20_000)) for _ in range(2))
    parts = word_changes(old, new)
    assert "".join(part.text for part in parts if part.kind != "added") == old
    assert "".join(part.text for part in parts if part.kind != "removed") == new
