"""Until when a mandate runs, as people write it."""

import pytest

from emgdesk.domain.mandate_ends import End, end_of, until_words


@pytest.mark.parametrize(
    ("until", "end"),
    [
        ("", End(som=28)),
        ("the next SOM", End(som=28)),
        ("until its next meeting", End(som=28)),
        ("next meeting of the Senior Officials", End(som=28)),
        ("SOM29", End(som=29)),
        ("until the 30th SOM", End(som=30)),
        ("the 30th meeting of the Senior Officials", End(som=30)),
        ("a review at SOM 28", End(som=28)),
        ("the strategy is adopted, at the latest until SOM 30", End(som=30)),
        ("one year", End(som=28)),
        ("for two more years", End(som=29)),
        ("an additional year", End(som=28)),
        ("12 months", End(som=28)),
        ("2031", End(day="2031")),
        ("the end of 2031", End(day="2031")),
        ("the SOM in 2031", End(day="2031")),
        ("end of May 2031", End(day="2031-05")),
        ("2031-05", End(day="2031-05")),
        ("31 December 2031", End(day="2031-12-31")),
        ("31.12.2031", End(day="2031-12-31")),
        ("31 February 2031", End(condition="31 February 2031")),
        ("the strategy is adopted", End(condition="the strategy is adopted")),
        ("the review asked for by SOM 26 is done", End(condition="the review asked for by SOM 26 is done")),
        ("year after year", End(condition="year after year")),
    ],
)
def test_what_is_written_of_a_mandate_given_at_som_27(until: str, end: End) -> None:
    assert end_of(until, 27, "2021-10-14") == end


@pytest.mark.parametrize(
    ("until", "given", "end"),
    [
        ("", "2031-05-02", End()),
        ("one year", "2031-05-02", End(day="2032-05-02")),
        ("two years", "2031-05", End(day="2033-05")),
        ("one year", "2032-02-29", End(day="2033-02-28")),
        ("one year", "", End()),
    ],
)
def test_without_a_som_the_day_it_was_given_counts(until: str, given: str, end: End) -> None:
    assert end_of(until, None, given) == end


def test_ends_are_said_in_words() -> None:
    ends = (End(som=28), End(day="2031-12-31"), End(day="2031-05"), End(condition="it is adopted"), End())
    assert [until_words(end) for end in ends] == [
        "SOM 28", "31 December 2031", "May 2031", "it is adopted", "the next SOM",
    ]  # fmt: skip
