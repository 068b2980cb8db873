"""The verb that decides, and what typed labels say of their style."""

import pytest

from emgdesk.domain.action_grammar import asks_for_work, decides, decision_verb, label_style, stem_verb
from emgdesk.errors import InputError


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Agree to extend the Task Team on Reefs;", "agree"), ("Takes note of the report", "take note"),
        ("**Further *requests* the secretariat** to report", "request"), ("Decided to meet", "decide"),
        ("Calls upon members to share data", "call upon"), ("Noted with thanks", "note"),
        ("Transferred the coordination to its members", "transfer"), ("Welcomes the offer", "welcome"),
        ("Conclude the Coalition", "conclude"), ("Consider and endorse the report", "consider"),
        ("The secretariat will report", ""), ("Take the floor", ""), ("Finalise the report", ""), ("", ""),
        ("Agreement on ports", ""), ("Notes", "note"),
    ],
)  # fmt: skip
def test_the_verb_a_wording_begins_with(text: str, verb: str):
    assert decision_verb(text) == verb


def test_a_stem_has_its_verb_behind_the_subject():
    assert stem_verb("The Senior Officials agreed to:") == "agree"
    assert stem_verb("The Senior Officials:") == ""
    assert stem_verb("The participants of the meeting of the Group on ports and reefs agreed to:") == ""


def test_an_action_decides_by_its_own_verb_that_above_it_or_its_stem():
    assert decides("Prepare the third edition", ["Extend the Framework to:"], "The Senior Officials:")
    assert decides("Prepare the third edition", stem="The Senior Officials decide to:")
    assert not decides("Prepare the third edition", ["Progress of the Framework"], "The Senior Officials:")


def test_what_only_welcomes_gives_nobody_work():
    assert asks_for_work("Request the secretariat to report")
    assert asks_for_work("Finish the map;", ["Agree to extend the Task Team to:"])
    assert not asks_for_work("Take note of the report")
    assert not asks_for_work("The map", ["Welcome:"], "The Senior Officials:")
    assert not asks_for_work("The map")


@pytest.mark.parametrize(
    ("labels", "style"),
    [
        (["a)", "b)"], "a"), (["i."], "i"), (["i", "ii"], "i"), (["h)", "i)", "j)"], "a"), (["1."], "1"),
        (["(A)", "(B)"], "A"), (["I.", "II."], "I"), (["v", "vi"], "i"), (["c", "d"], "a"), (["c"], "a"),
        (["i", "j"], "a"), (["i", "iii"], "i"), (["I"], "I"), (["v"], "i"),
    ],
)  # fmt: skip
def test_the_style_of_typed_labels(labels: list[str], style: str):
    assert label_style(labels) == style


@pytest.mark.parametrize(
    ("labels", "typed"), [(["a", "2"], "“a”, “2”"), (["§"], "“§”"), ([], "none"), (["a", "B"], "“a”, “B”")]
)
def test_labels_of_no_style_are_refused_in_a_sentence(labels: list[str], typed: str):
    with pytest.raises(InputError) as refused:
        label_style(labels)
    assert str(refused.value) == (
        f"The label style cannot be told from the labels {typed}; write a), i., 1., A. or I. and so on."
    )
