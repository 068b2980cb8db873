"""Texts nobody would write: the rules come to an end and say what they see."""

import pytest

from emgdesk.queries.findings.cited_meetings import cited_meetings
from emgdesk.queries.findings.cited_symbols import cited_symbols
from emgdesk.queries.findings.counts_typed import typed_counts
from emgdesk.queries.findings.placeholders import links_without_address, placeholders, plain_text
from tests.queries.findings.made import meeting

ODD = {
    "many words": ("word " * 20_000, ()),
    "escaped brackets": ("\\[" * 30_000, ()),
    "open brackets": ("[a " * 20_000, ()),
    "open links": ("![a](b " * 10_000, ("[a]",)),
    "nested brackets": ("[a](" + "(a)" * 20_000, ("[a]",)),
    "spaces": ("SOM27" + " " * 50_000 + "xx", ("xx",)),
    "placeholders": ("xx " * 20_000, ("xx",)),
    "underlines": ("_" * 3000, ("_" * 3000,)),
    "angles": ("<a " * 20_000, ()),
}


@pytest.mark.parametrize(("text", "left"), ODD.values(), ids=list(ODD))
def test_a_text_that_never_ends_is_read(text: str, left: tuple[str, ...]) -> None:
    assert placeholders(text, marked=True) == left
    assert links_without_address(text) == ()
    plain = plain_text(text)
    assert (list(cited_symbols(text)), list(cited_meetings(plain))) == ([], [])
    assert list(typed_counts(plain, meeting())) == []


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("See EMGSOM.26_3a.", ["EMGSOM.26_3a"]),
        ("EMG SOM27th /mid-term/03 and more", ["EMG SOM27th /mid-term/03"]),
        ("(EMG.SOM28_INF_2)", ["EMG.SOM28_INF_2"]),
        ("EMG/SOM.15/01rev2, EMG/SOM.15/01 Rev.2", ["EMG/SOM.15/01rev2"]),
        ("EMGSOM.24(b) - 5 is EMGSOM23 INF - 6", ["EMGSOM.24(b) - 5", "EMGSOM23 INF - 6"]),
        (
            "[it](doc:EMGSOM.24(b)-5), [that](<doc:EMG SOM28/mid-term/02>)",
            ["EMGSOM.24(b)-5", "EMG SOM28/mid-term/02"],
        ),
        ("The EMG SOM28, EMG SOM 27 (2021), EMG SOM28 mid-term 2022", []),
    ],
)
def test_symbols_are_found_in_prose_in_every_spelling(text: str, symbols: list[str]) -> None:
    assert list(cited_symbols(text)) == symbols
