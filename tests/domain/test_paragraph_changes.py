"""Two texts compared paragraph by paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from emgdesk.domain.paragraph_changes import ParagraphChange, paragraph_changes


def test_paragraphs_are_changed_added_and_removed() -> None:
    old = ("Opening", "The chair opened the meeting at 3 p.m.", "Reefs were discussed.", "Closure")
    new = ("Opening", "The chair opened the meeting at 4 p.m.", "Dust came up.", "Thanks.", "Closure")
    assert paragraph_changes(old, new) == (
        ParagraphChange("changed", old[1], new[1]),
        ParagraphChange("removed", "Reefs were discussed.", ""),
        ParagraphChange("added", "", "Dust came up."),
        ParagraphChange("added", "", "Thanks."),
    )


def test_a_paragraph_put_before_a_changed_one_is_added() -> None:
    old = ("The reefs are pale and the fish are few.",)
    new = ("Ports are noisy.", "The reefs are pale and the fish are many.")
    assert [change.kind for change in paragraph_changes(old, new)] == ["added", "changed"]


def test_a_label_alone_is_no_change() -> None:
    old, new = ("1.\tAda", "2.\tBo", "3.\tCy of the reefs"), ("1.\tBo", "2.\tCy of the ports")
    assert paragraph_changes(old, new) == (
        ParagraphChange("removed", "Ada", "", "1."),
        ParagraphChange("changed", "Cy of the reefs", "Cy of the ports", "2."),
    )


def test_equal_texts_have_no_changes() -> None:
    assert paragraph_changes(("a", "b"), ("a", "b")) == ()
    assert paragraph_changes((), ("a",)) == (ParagraphChange("added", "", "a"),)


def test_a_long_stretch_is_not_compared_each_with_each() -> None:
    old, new = [f"old {n}" for n in range(300)], [f"new {n}" for n in range(300)]
    assert [change.kind for change in paragraph_changes(old, new)] == ["removed"] * 300 + ["added"] * 300


WORDS = st.lists(st.sampled_from(("a b c", "a b d", "x", "y z", "a b c d")), max_size=9)


@given(WORDS, WORDS)
def test_the_changes_account_for_every_paragraph(old: list[str], new: list[str]) -> None:
    changes = paragraph_changes(old, new)
    gone = sorted(change.old for change in changes if change.kind != "added")
    come = sorted(change.new for change in changes if change.kind != "removed")
    left = sorted(old)
    for text in gone:
        left.remove(text)
    assert sorted(left + come) == sorted(new)
