"""Marks of footnotes: found, missing, and following their footnotes."""

import pytest

from emgdesk.domain.report_texts import kind, mark_faults, marks, moved_marks


def test_marks_and_what_is_wrong_with_them() -> None:
    assert marks("So[^2] and[^1], not [1] or [^x].") == (2, 1)
    assert mark_faults("So[^2] and[^1].", 2) == ((), ())
    assert mark_faults("So[^3] and[^1], once more[^3].", 2) == ((3,), (2,))
    assert mark_faults("Nothing[^0].", 0) == ((0,), ())


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("ab", "ab", "x[^1]y[^2]z[^9]"),
        ("ab", "b", "xy[^1]z[^9]"),
        ("ab", "a", "x[^1]yz[^9]"),
        ("ab", "ba", "x[^2]y[^1]z[^9]"),
        ("ab", "ac", "x[^1]y[^2]z[^9]"),
        ("ab", "cab", "x[^2]y[^3]z[^9]"),
        ("ab", "", "xyz[^9]"),
        ("", "ab", "x[^1]y[^2]z[^9]"),
        ("aa", "a", "x[^1]yz[^9]"),
    ],
)
def test_marks_follow_their_footnotes(before: str, after: str, text: str) -> None:
    assert moved_marks("x[^1]y[^2]z[^9]", tuple(before), tuple(after)) == text


def test_kinds_are_read_leniently() -> None:
    assert [kind(said) for said in ("", "Para", "Suggested actions", "Bullet point", "haiku")] == [
        "paragraph", "paragraph", "actions", "bullet", "",
    ]  # fmt: skip
