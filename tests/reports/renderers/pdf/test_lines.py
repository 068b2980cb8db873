import pytest

from emgdesk.reports.blocks import Run
from emgdesk.reports.renderers.pdf.text.breaking import clean, last_resorts, units
from emgdesk.reports.renderers.pdf.text.lines import Line, Typesetter
from emgdesk.reports.renderers.pdf.theme import Style

STYLE = Style(10, 14)


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in units(text)]


def lines(text: str | tuple[Run, ...], width: float, by_first_letter: bool = False) -> list[Line]:
    return Typesetter().lines(text, STYLE, width, by_first_letter=by_first_letter)


def test_lines_end_at_spaces() -> None:
    assert parts("two  words") == ["two", "  ", "words"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("UN-Habitat", ["UN-Habitat"]),
        ("UNU-FLORES", ["UNU-FLORES"]),
        ("inter-agency", ["inter-", "agency"]),
        ("Featherstone-Haugh", ["Featherstone-", "Haugh"]),
        ("2020-2030", ["2020-2030"]),
        ("https://x.example/a/b?c=d", ["https://x.", "example/", "a/", "b?", "c=", "d"]),
        ("李明，王", ["李", "明，", "王"]),
        ("（李）明", ["（李）", "明"]),
    ],
)
def test_inside_words(word: str, expected: list[str]) -> None:
    assert parts(word) == expected


def test_a_word_too_wide_is_divided_at_its_hyphens_first() -> None:
    assert last_resorts("UNU-FLORES/UNEP") == ["UNU-", "FLORES/", "UNEP"]


def test_clean() -> None:
    assert clean("a\x00\tb\u202ec\u200bd\u00ade") == "a bcde"
    assert clean("e\u0301") == "é"
    assert clean("a\u2028b\nc") == "a\nb\nc"


def test_no_line_is_wider_than_the_measure() -> None:
    text = "The Task Team reviewed the draft report; https://x.example/very/long/address " + "W" * 90
    for width in (40.0, 75.0, 200.0):
        assert max(line.width for line in lines(text, width)) <= width


def test_a_measure_narrower_than_a_letter_still_sets_every_letter() -> None:
    assert len(lines("abc", 1.0)) == 3


def test_empty_text_has_no_lines() -> None:
    assert [lines(text, 100) for text in ("", "  ", "\n")] == [[], [], []]
    assert lines((Run(""), Run(" ")), 100) == []


def test_line_breaks_and_blank_lines_inside_a_text() -> None:
    assert len(lines("a\n\nb\n", 100)) == 3


def test_one_word_in_two_dresses_is_not_broken() -> None:
    whole = lines("abcdef", 500)[0].width
    assert len(lines((Run("x "), Run("abc", bold=True), Run("def")), whole + 6)) == 2


def test_links_cover_their_words() -> None:
    (line,) = lines((Run("see "), Run("the report", link="https://x.example"), Run(".")), 300)
    (link,) = line.links
    assert link.address == "https://x.example"
    before = lines("see x", 300)[0].width - lines("x", 300)[0].width
    assert link.start == pytest.approx(before)
    assert link.end == pytest.approx(line.width - lines(".", 300)[0].width)


def test_the_first_letter_decides_the_direction_where_asked() -> None:
    assert lines("محمد UNEP", 300, by_first_letter=True)[0].rtl
    assert not lines("محمد UNEP", 300)[0].rtl
    assert not lines("UNEP محمد", 300, by_first_letter=True)[0].rtl


def test_missing_characters_are_reported_with_their_text() -> None:
    setter = Typesetter()
    setter.lines("Zoë \U0001f600 Ost (UNEP)", STYLE, 300)
    setter.lines("Zoë \U0001f600 Ost (UNEP)", STYLE, 300)
    setter.lines("\U0001f600 again", STYLE, 300)
    assert list(setter.missing) == [
        ("\U0001f600", "Zoë \U0001f600 Ost (UNEP)"),
        ("\U0001f600", "\U0001f600 again"),
    ]


def test_letter_space_counts() -> None:
    plain_width = lines("ABC", 300)[0].width
    (spaced,) = Typesetter().lines("ABC", Style(10, 14, tracking=2), 300)
    assert spaced.width == pytest.approx(plain_width + 6)
