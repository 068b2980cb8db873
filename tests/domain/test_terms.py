"""Terms of days, months and years."""

import pytest

from emgdesk.domain.terms import ends_before_it_begins, has_ended, is_day_month_or_year, overlap


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("2031-05-02", True), ("2031-05", True), ("2031", True), ("", True), ("May", False), ("31", False),
     ("2031-13", False), ("2031-02-30", False)],
)  # fmt: skip
def test_days_months_and_years(text: str, is_one: bool) -> None:
    assert is_day_month_or_year(text) is is_one


@pytest.mark.parametrize(
    ("until", "day", "over"),
    [("2031-05", "2031-05-31", False), ("2031-05", "2031-06-01", True), ("2031", "2031-12-31", False),
     ("2031-05-02", "2031-05-02", False), ("", "2031-05-02", False)],
)  # fmt: skip
def test_a_term_is_over_after_its_last_day(until: str, day: str, over: bool) -> None:
    assert has_ended(until, day) is over


def test_a_term_may_end_in_the_month_it_begins_in() -> None:
    assert not ends_before_it_begins("2031-05-20", "2031-05")
    assert ends_before_it_begins("2031-05-20", "2031-05-19")
    assert not ends_before_it_begins("2031", "")


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (("2030", "2031-05-02"), ("2031-05-02", ""), False),
        (("2030", "2031-05-02"), ("2031-05-01", ""), True),
        (("", "2031"), ("", ""), False),  # who left may have come back
        (("2030", ""), ("", ""), True),
        (("2030", ""), ("2031", "2032"), True),
        (("", ""), ("", ""), True),
    ],
)
def test_terms_that_are_known_to_overlap(
    one: tuple[str, str], other: tuple[str, str], both: bool
) -> None:  # fmt: skip
    assert (overlap(one, other), overlap(other, one)) == (both, both)
