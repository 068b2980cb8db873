"""The sentences filled from the data, and what they say where the data is wanting."""

from dataclasses import replace

import pytest

from emgdesk.domain.counting import Counts
from emgdesk.domain.report_sentences import Presented, ReportFacts, in_a_row, sentence

NOBODY = Counts("registered", 0, 0, 0, 0, 0, 0, 0, 0)
SOME = Counts("attended", 9, 5, 2, 1, 1, 3, 1, 1)
FACTS = ReportFacts(
    counts=SOME,
    opened_by="Amélie Dürst",
    opened_at="15:02",
    closed_at="17:06",
    zone_label="Geneva time",
    agenda_adopted="as presented",
    presented=(
        Presented("i", "1", ()),
        Presented("j", "2.a", ("Ana Ruiz (FAO)", "UNEP")),
        Presented("k", "2.b", ("WWF",)),
        Presented("l", "", ("WWF",)),
    ),
    next_title="Senior Segment",
    next_date="12 November 2031",
)
EMPTY = ReportFacts(counts=NOBODY)


@pytest.mark.parametrize(
    ("fill", "full", "empty"),
    [
        (
            "opening",
            "Amélie Dürst opened the meeting at 15:02.",
            "[who opened it] opened the meeting at [time].",
        ),
        (
            "attendance",
            "The meeting was attended by 3 EMG members, 1 observing entity and 1 guest entity.",
            "The meeting was attended by [nobody is on the roster yet].",
        ),
        ("agenda", "The agenda was adopted as presented.", "The agenda was adopted [how]."),
        (
            "closing",
            "The Chair closed the meeting at 17:06 Geneva time.",
            "The Chair closed the meeting at [time].",
        ),
        (
            "next meeting",
            "The next meeting, Senior Segment, will be held on 12 November 2031.",
            "The next meeting will be held on [date].",
        ),
        ("presenters", "The item was presented by [name].", "The item was presented by [name]."),
        ("weather", "", ""),
    ],
)
def test_each_sentence_with_and_without_its_facts(fill: str, full: str, empty: str) -> None:
    assert sentence(fill, FACTS) == full
    assert sentence(fill, EMPTY) == empty


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ("i", "The item was presented by [name]."),
        ("j", "The item was presented by Ana Ruiz (FAO) and UNEP."),
        ("ij", "Item 2.a was presented by Ana Ruiz (FAO) and UNEP."),
        ("jk", "Item 2.a was presented by Ana Ruiz (FAO) and UNEP and item 2.b by WWF."),
        ("kl", "The items were presented by WWF."),
    ],
)
def test_presenters_of_the_items_of_a_section(items: str, words: str) -> None:
    assert sentence("presenters", FACTS, set(items)) == words


def test_attendance_of_another_kind_is_told_apart() -> None:
    registered = replace(FACTS, counts=replace(SOME, word="registered"))
    assert sentence("attendance", registered) == (
        "The meeting was attended by 3 EMG members, 1 observing entity and 1 guest entity "
        "[those registered: nobody is marked as attended]."
    )
    alone = replace(FACTS, counts=Counts("attended", 2, 0, 0, 0, 2, 0, 0, 0))
    assert sentence("attendance", alone) == "The meeting was attended by 2 participants."
    assert sentence("attendance", replace(EMPTY, head_count=1)) == (
        "The meeting was attended by 1 participant."
    )


def test_data_reads_the_same_as_commonmark() -> None:
    odd = replace(FACTS, opened_by="A_b *Bo* [TBD]", next_date="May 2032", next_month_only=True)
    assert sentence("opening", odd) == r"A\_b \*Bo\* [TBD] opened the meeting at 15:02."
    assert sentence("next meeting", odd) == "The next meeting, Senior Segment, will be held in May 2032."


def test_enumerations() -> None:
    assert [in_a_row(parts) for parts in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip
