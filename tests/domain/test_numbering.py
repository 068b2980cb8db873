import pytest

from emgdesk.domain.numbering import counted, label, letter, ordinal, roman


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (99, "xcix"), (2024, "mmxxiv")],
)
def test_roman(number: int, numeral: str) -> None:
    assert roman(number) == numeral


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (703, "aaa")]
)
def test_letter(number: int, letters: str) -> None:
    assert letter(number) == letters


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (22, "22nd"),
        (111, "111th"),
    ],
)
def test_ordinal(number: int, text: str) -> None:
    assert ordinal(number) == text


def test_label_styles() -> None:
    assert [label(3, style) for style in ("1", "a", "A", "i", "I")] == ["3", "c", "C", "iii", "III"]


def test_counted() -> None:
    assert counted(1, "entity", "entities") == "1 entity"
    assert counted(0, "entity", "entities") == "0 entities"
