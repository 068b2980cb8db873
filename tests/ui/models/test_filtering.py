"""Every word typed must occur in the row; folding makes case and accents alike."""

from emgdesk.ui.models.filtering import Haystack, filter_words, refines

ROWS = (("Łukasz Østby", "UNEP"), ("Ana Ruiz", "FAO"), ("Анна Орлова", "UNEP"))
GETTERS = [lambda row: row[0], lambda row: row[1]]


def found(typed):
    return Haystack.over(ROWS, GETTERS).narrow(filter_words(typed), range(len(ROWS)))


def test_case_and_accents_do_not_count():
    assert found("lukasz OSTBY") == [0]
    assert found("АННА") == [2]


def test_all_words_must_occur_in_any_order_and_column():
    assert found("unep") == [0, 2]
    assert found("unep орл") == [2]
    assert found("unep ruiz") == []


def test_nothing_typed_finds_everything_in_the_given_order():
    assert Haystack.over(ROWS, GETTERS).narrow((), [2, 0]) == [2, 0]


def test_a_word_is_not_found_across_two_cells():
    assert Haystack.over([("ab", "cd")], GETTERS).narrow(("bc",), [0]) == []


def test_longer_words_refine_and_others_do_not():
    assert refines(("une",), ("un",))
    assert refines(("une", "fao"), ("un",))
    assert not refines(("u",), ("un",))
    assert refines((), ())
    assert not refines((), ("un",))
