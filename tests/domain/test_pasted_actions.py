"""Lists as they come from Word: labels become levels, stems and unlettered actions are told apart."""

from emgdesk.domain.pasted_actions import PastedAction, parse_actions


def shape(text: str) -> list[tuple[int, str, str]]:
    return [(one.depth, one.style if one.lettered else "-", one.text) for one in parse_actions(text)]


def test_letters_below_a_stem():
    text = "The Senior Officials:\n\na)\tWelcome the map;\nb)\xa0 Request   a survey."
    assert parse_actions(text) == (
        PastedAction(0, "Welcome the map;", "The Senior Officials:", True, "a"),
        PastedAction(0, "Request a survey.", "The Senior Officials:", True, "a"),
    )


def test_labels_belong_to_the_unlettered_action_above_them():
    text = "Agree to extend the Task Team to:\ni. Finish the map; and\nii. Print it.\nWelcome the survey."
    assert shape(text) == [
        (0, "-", "Agree to extend the Task Team to:"), (1, "i", "Finish the map; and"), (1, "i", "Print it."),
        (0, "-", "Welcome the survey."),
    ]  # fmt: skip


def test_levels_open_and_close():
    text = "a) Request:\n1. the map;\n(i) in colour,\n(ii) in grey;\n2. the survey;\nb) Welcome both.\n"
    assert shape(text) == [
        (0, "a", "Request:"), (1, "1", "the map;"), (2, "i", "in colour,"), (2, "i", "in grey;"),
        (1, "1", "the survey;"), (0, "a", "Welcome both."),
    ]  # fmt: skip


def test_an_i_after_h_is_a_letter_and_after_a_a_roman_one():
    letters = "\n".join(f"{c}) Note {c}." for c in "abcdefghij")
    assert [depth for depth, _, _ in shape(letters)] == [0] * 10
    assert shape("a) Decide:\ni) to meet;\nii) to act.\nb) Close.") == [
        (0, "a", "Decide:"), (1, "i", "to meet;"), (1, "i", "to act."), (0, "a", "Close."),
    ]  # fmt: skip


def test_letters_with_a_point_go_below_letters_with_a_bracket():
    assert [(d, t) for d, _, t in shape("b) Decide:\na. to meet;\nb. to act.\nc) Close.")] == [
        (0, "Decide:"), (1, "to meet;"), (1, "to act."), (0, "Close."),
    ]  # fmt: skip


def test_lines_broken_in_the_middle_are_joined():
    assert shape("a) Welcome the progress\nmade on the map\nof reefs;\nb) Note it.") == [
        (0, "a", "Welcome the progress made on the map of reefs;"), (0, "a", "Note it."),
    ]  # fmt: skip
    assert shape("Welcome the map\n\nNote it") == [(0, "-", "Welcome the map"), (0, "-", "Note it")]
    assert shape("Welcome the map\nEndorse it") == [(0, "-", "Welcome the map"), (0, "-", "Endorse it")]


def test_bullets_stand_a_level_below_the_label_before_them():
    assert shape("a) Decide:\n•\tto meet;\n- to act.\nb) Close.") == [
        (0, "a", "Decide:"), (1, "", "to meet;"), (1, "", "to act."), (0, "a", "Close."),
    ]  # fmt: skip


def test_a_list_that_leaves_a_letter_out_stays_on_its_level():
    assert [(d, s) for d, s, _ in shape("a) One;\nc) Three;\nd) Four.")] == [(0, "a")] * 3


def test_a_stem_ends_the_list_before_it():
    found = parse_actions("The Group:\na) Agree.\nThe Senior Officials:\na) Welcome.")
    assert [(one.depth, one.stem) for one in found] == [(0, "The Group:"), (0, "The Senior Officials:")]


def test_no_list_is_one_action_and_nothing_is_none():
    assert shape("  just words ") == [(0, "-", "just words")]
    assert shape("\r\n \x0b\n") == []
    assert shape("A. Committee") == [(0, "A", "Committee")]
