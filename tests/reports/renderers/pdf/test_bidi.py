import random

import pytest
from bidi import get_display

from emgdesk.reports.renderers.pdf.text.bidi import base_level, has_rtl, levels, visual_order

LETTERS = [*"abשגمح ع12٣٤.,-+/%$()[]:«»", "\u064b", "\u0301"]


def displayed(text: str, base: int) -> str:
    return "".join(text[index] for index in visual_order(levels(text, base)))


@pytest.mark.parametrize("base", [0, 1])
def test_order_agrees_with_another_implementation(base: int) -> None:
    rng = random.Random(17 + base)
    for _ in range(3000):
        text = "x" + "".join(rng.choices(LETTERS, k=rng.randint(1, 14))) + "x"
        assert displayed(text, base) == get_display(text, base_dir="R" if base else "L"), repr(text)


def test_brackets_go_with_what_they_enclose() -> None:
    assert displayed("محمد (UNEP)", 0) == "دمحم (UNEP)"
    assert displayed("a (محمد) b", 0) == "a (دمحم) b"


def test_numbers_stay_in_order_inside_right_to_left_text() -> None:
    assert displayed("عام 2021", 1) == "2021 ماع"


def test_levels() -> None:
    assert levels("ab שג 12", 0) == [0, 0, 0, 1, 1, 1, 2, 2]
    assert levels("a\u202eb", 0) == [0, 0, 0]


def test_base_level_is_that_of_the_first_letter() -> None:
    assert [base_level(text) for text in ("12 abc", "12 محمد", "שלום", "123", "")] == [0, 1, 1, 0, 0]


def test_has_rtl() -> None:
    assert [has_rtl(text) for text in ("Zoë", "李明", "a ש", "محمد")] == [False, False, True, True]
