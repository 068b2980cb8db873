from itertools import pairwise

from emgdesk.domain.mandate_order import Tie, families, in_family_order

ALWAYS = {key: [(0, 100)] for key in "abcd"}


def test_families_are_what_ties_connect_in_the_order_given() -> None:
    assert families("abcd", [Tie("d", "a", 1), Tie("x", "b", 1)]) == (("a", "d"), ("b",), ("c",))


def test_what_came_first_stands_above_and_neighbours_are_close() -> None:
    ties = [Tie("a", "d", 10), Tie("d", "b", 50)]
    assert in_family_order("abd", ties, ALWAYS) == ("a", "d", "b")
    assert in_family_order("dab", ties, ALWAYS) == ("a", "d", "b")


def test_lines_go_round_bars_that_are_there_on_their_day() -> None:
    ties = [Tie("a", "b", 10), Tie("a", "c", 90)]
    alive = {"a": [(0, 100)], "b": [(10, 100)], "c": [(90, 100)]}
    assert in_family_order("abc", ties, alive) == ("a", "c", "b")  # c is not there yet when b begins


def test_many_are_arranged_as_few() -> None:
    keys = "hgfedcba"
    ties = [Tie(one, two, 5) for one, two in pairwise(sorted(keys))]
    assert "".join(in_family_order(keys, ties, {key: [(0, 9)] for key in keys})) == "abcdefgh"


def test_equals_keep_their_order() -> None:
    assert in_family_order("cab", [], ALWAYS) == ("c", "a", "b")
