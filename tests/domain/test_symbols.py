"""Symbols of documents: every spelling in use, exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emgdesk.domain.symbols import (
    Symbol,
    document_key,
    file_stem,
    fill_pattern,
    format_symbol,
    guess_pattern,
    next_change,
    next_symbol,
    parse_symbol,
    pattern_fault,
    symbol_key,
)

READ = {
    "EMGSOM.27": Symbol(27),
    "EMGSOM.26_3a": Symbol(26, number=3, letter="a"),
    "EMG SOM27th /mid-term/03": Symbol(27, "mid-term", number=3),
    "EMG.SOM28_INF_2": Symbol(28, series="INF", number=2),
    "EMG/SOM.15/01rev2": Symbol(15, number=1, revision=2),
    "EMGSOM.24(b) - 5": Symbol(24, part="b", number=5),
    "EMGSOM.24(b)": Symbol(24, part="b"),
    "EMGSOM23 INF - 6": Symbol(23, series="INF", number=6),
    "EMG SOM28/mid-term/02": Symbol(28, "mid-term", number=2),
    "EMG/SOM.31/technical/04": Symbol(31, "technical", number=4),
    "EMG/SOM.31/Technical Segment/INF.4": Symbol(31, "technical", series="INF", number=4),
    "EMG/SOM.31/midterm/4 (b)": Symbol(31, "mid-term", number=4, letter="b"),
    "SOM 31 – Senior Segment – 5": Symbol(31, "senior", number=5),
    "emg-som-31": Symbol(31),
    "EMG/SOM.31/CRP.2": Symbol(31, series="CRP", number=2),
    "EMG/SOM.31/4/Rev.1/Add.2/Corr.3": Symbol(31, number=4, revision=1, addendum=2, corrigendum=3),
    "EMG/SOM.31/4/Rev": Symbol(31, number=4, revision=1),
    "EMG/SOM.31 doc. no. 4 corrigendum": Symbol(31, number=4, corrigendum=1),
    "EMG/SOM.31/3 INF": Symbol(31, series="INF", number=3),
    "ＥＭＧ／ＳＯＭ．３１／４": Symbol(31, number=4),
}


@pytest.mark.parametrize("text", READ)
def test_every_spelling_in_use_is_read(text: str) -> None:
    assert parse_symbol(text) == READ[text]


@pytest.mark.parametrize(
    "text",
    [
        "", "04", "UNEP/EA.6/INF/3", "EMG/IMG-BIO.2/03", "EMG/SOM", "EMG/SOM.0/1", "EMG/SOM.1234/1",
        "EMG/SOM.31/draft/4", "EMG/SOM.31/4/5", "EMG/SOM.31/technical/senior/4", "EMG/SOM.31/other/4",
        "EMG/SOM.31/4/Rev.0", "EMG/SOM.31/4/Rev.1/Rev.2", "EMG/SOM.31/4/Rev.1/9", "EMG/SOM.31/12345",
        "EMG/SOM.31/4ab", "EMG/SOM.31/4/Rev.1234", "SOMALIA 31", "EMG/SOM.31/" + "/" * 300,
    ],
)  # fmt: skip
def test_anything_else_is_no_symbol_of_a_som(text: str) -> None:
    assert parse_symbol(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EMG SOM27th /mid-term/03", "EMGSOM27 Midterm 3"),
        ("EMG/SOM.15/01rev2", "emg som 15 - 1 / Rev. 2"),
        ("EMGSOM.24(b) - 5", "EMG/SOM.24b/05"),
        ("EMG.SOM28_INF_2", "SOM28/INF.2"),
        ("EMG/IMG-BIO.2/03", "emg img bio 2 - 3"),
    ],
)
def test_two_spellings_of_one_document_share_a_key(one: str, other: str) -> None:
    assert symbol_key(one) == symbol_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EMG/SOM.31/4", "EMG/SOM.31/4a"),
        ("EMG/SOM.31/4", "EMG/SOM.31/4/Rev.1"),
        ("EMG/SOM.31/4", "EMG/SOM.31/INF/4"),
        ("EMG/SOM.31/4", "EMG/SOM.31/technical/4"),
        ("EMG/SOM.3/14", "EMG/SOM.31/4"),
        ("EMG/IMG-BIO.2/13", "EMG/IMG-BIO.21/3"),
    ],
)
def test_two_documents_do_not(one: str, other: str) -> None:
    assert symbol_key(one) != symbol_key(other)


def test_revisions_share_the_key_of_the_document() -> None:
    spellings = ("EMG/SOM.31/4", "EMGSOM31_4_Rev.2", "EMG SOM31/4/Add.1/Corr.1")
    assert {document_key(text) for text in spellings} == {"emg/som.31/4"}
    assert document_key("EMG/SOM.31/4a") == "emg/som.31/4a"
    assert (symbol_key(""), symbol_key(" - "), document_key("B 007")) == ("", "", "b 7")


SYMBOLS = st.builds(
    Symbol,
    som=st.integers(1, 999),
    segment=st.sampled_from(("", "mid-term", "technical", "senior")),
    part=st.sampled_from(("", "a", "b", "z")),
    series=st.sampled_from(("", "INF", "CRP")),
    number=st.integers(0, 9999),
    letter=st.sampled_from(("", "a", "k")),
    revision=st.integers(0, 999),
    addendum=st.integers(0, 9),
    corrigendum=st.integers(0, 9),
)


@given(SYMBOLS, st.sampled_from(("/", " ", "_", " - ", ".", " /")))
def test_what_was_formatted_is_read_again(symbol: Symbol, separator: str) -> None:
    text = format_symbol(symbol)
    assert parse_symbol(text) == symbol
    assert symbol_key(text.replace("/", separator).lower()) == symbol_key(text)


@given(st.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    stem = file_stem(text)
    assert stem
    assert not set(stem) & set('/\\:*?"<>|')
    assert parse_symbol(f"EMG/SOM.31/4{text}") is None or symbol_key(f"EMG/SOM.31/4{text}")
    for word in ("Rev", "Add", "Corr"):
        next_change(text, word, (text,))
    assert pattern_fault(guess_pattern([text])) == ""
    assert pattern_fault(text) or isinstance(fill_pattern(text, 1, som=1, segment="senior"), str)


@given(SYMBOLS.filter(lambda symbol: not symbol.letter))
def test_the_pattern_of_a_symbol_makes_it_again(symbol: Symbol) -> None:
    text = format_symbol(symbol)
    pattern = guess_pattern([text], symbol.series)
    made = fill_pattern(pattern, symbol.number or 0, som=symbol.som, segment=symbol.segment)
    assert symbol_key(made) == document_key(text)


@pytest.mark.parametrize(
    ("pattern", "used", "proposed"),
    [
        ("EMG/SOM.{som}/{segment}/{number:02}", [], "EMG/SOM.31/technical/01"),
        ("EMG/SOM.{som}/{segment}/{number:02}", ["EMG SOM31 technical 4b", "03"], "EMG/SOM.31/technical/05"),
        ("EMG/SOM.{som}/{segment}/{number:02}", ["EMG/SOM.31/technical/4/Rev.7"], "EMG/SOM.31/technical/05"),
        ("EMG/SOM.{som}/{segment}/{number:02}", ["EMG/SOM.31/senior/04"], "EMG/SOM.31/technical/01"),
        ("EMG.SOM{som}_INF_{number}", ["EMGSOM31 INF - 9", "EMGSOM31 - 20"], "EMG.SOM31_INF_10"),
        ("EMG SOM{som:th}/{number}", ["EMG SOM31st/99"], "EMG SOM31st/100"),
        ("EMG/IMG-BIO.2/{number:02}", ["EMG/IMG-BIO.2/03", "EMG/IMG-BIO.1/07"], "EMG/IMG-BIO.2/04"),
        ("EMGSOM.{som}", [], "EMGSOM.31"),
        ("EMGSOM.{som}", ["EMG SOM31"], ""),
        ("", ["EMG SOM31"], ""),
        ("EMG/{body}/{number}", [], ""),
    ],
)
def test_the_next_free_symbol_is_proposed(pattern: str, used: list[str], proposed: str) -> None:
    assert next_symbol(pattern, used, som=31, segment="technical") == proposed


def test_a_meeting_without_som_or_segment_gets_none_that_names_it() -> None:
    assert next_symbol("EMG/SOM.{som}/{number}", []) == ""
    assert next_symbol("EMG/SOM.{som}/{segment}/{number}", [], som=31) == ""
    assert next_symbol("REEF/{number}", []) == "REEF/1"


@pytest.mark.parametrize(
    ("used", "series", "pattern"),
    [
        (["EMG SOM28/mid-term/02", "EMG SOM28/mid-term/03/Rev.1", "EMG.SOM28_INF_2"], "",
         "EMG SOM{som}/{segment}/{number:02}"),
        (["EMG SOM28/mid-term/02", "EMG.SOM28_INF_2"], "INF", "EMG.SOM{som}_INF_{number}"),
        (["EMG SOM27th /mid-term/03"], "", "EMG SOM{som:th} /{segment}/{number:02}"),
        (["EMGSOM.26_3a", "EMGSOM.26_9", "EMGSOM.26_10"], "", "EMGSOM.{som}_{number}"),
        (["EMG/SOM.31/09", "EMG/SOM.31/10"], "", "EMG/SOM.{som}/{number:02}"),
        (["EMGSOM.24(b) - 5"], "", "EMGSOM.{som}(b) - {number}"),
        (["EMG/SOM.31/3 INF"], "INF", ""),
        (["EMGSOM.27", "REEF/1", ""], "", ""),
    ],
)  # fmt: skip
def test_the_pattern_is_guessed_from_the_register(used: list[str], series: str, pattern: str) -> None:
    assert guess_pattern(used, series) == pattern


@pytest.mark.parametrize("pattern", ["{som}/{x}", "{som", "{number:3}", "{number!r}", "{}", "{number:05}"])
def test_a_pattern_at_fault_is_told(pattern: str) -> None:
    assert pattern_fault(pattern) == (
        f"“{pattern}” is no pattern of symbols: in braces stand {{som}} (or {{som:th}}), {{segment}}, "
        "{number} or, for two digits, {number:02}."
    )
    assert fill_pattern(pattern, 1, som=1, segment="senior") == ""


@pytest.mark.parametrize(
    ("text", "word", "used", "proposed"),
    [
        ("EMG/SOM.31/04", "Rev", (), "EMG/SOM.31/04/Rev.1"),
        ("EMG/SOM.31/04", "Rev", ("EMG SOM31 - 4 rev 1",), "EMG/SOM.31/04/Rev.2"),
        ("EMG/SOM.15/01rev2", "Rev", (), "EMG/SOM.15/01rev3"),
        ("EMG/SOM.15/01 Rev", "Rev", (), "EMG/SOM.15/01 Rev.2"),
        ("EMGSOM.26_3a", "Corr", (), "EMGSOM.26_3a_Corr.1"),
        ("EMGSOM.24(b) - 5", "Add", (), "EMGSOM.24(b) - 5 Add.1"),
        ("EMG/SOM.31/4/Rev.1/Add.2/Corr.1", "Rev", (), "EMG/SOM.31/4/Rev.2"),
        ("EMG/SOM.31/4/Rev.1/Add.2", "Add", (), "EMG/SOM.31/4/Rev.1/Add.3"),
        ("EMG/SOM.31/4/Rev.1", "Corr", (), "EMG/SOM.31/4/Rev.1/Corr.1"),
        ("", "Rev", (), ""),
    ],
)
def test_a_revision_keeps_the_spelling_of_its_document(
    text: str, word: str, used: tuple[str, ...], proposed: str
) -> None:
    assert next_change(text, word, used) == proposed


@pytest.mark.parametrize(
    ("symbol", "stem"),
    [
        ("EMG/SOM.31/technical/04", "EMG-SOM.31-technical-04"),
        ("EMG SOM27th /mid-term/03", "EMG SOM27th-mid-term-03"),
        ("EMGSOM.24(b) - 5", "EMGSOM.24(b)-5"),
        ('a\\b:c*d?e"f<g>h|i\tj', "a-b-c-d-e-f-g-h-i-j"),
        ("../../etc", "etc"),
        ("con", "_con"),
        ("COM1.x", "_COM1.x"),
        ("trailing. .", "trailing"),
        (" / ", "document"),
        ("x" * 300, "x" * 100),
    ],
)
def test_a_symbol_makes_a_safe_file_name(symbol: str, stem: str) -> None:
    assert file_stem(symbol) == stem
