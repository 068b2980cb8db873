"""References to documents: links where there is an address, the symbol alone where there is none."""

import pytest

from emgdesk.reports.blocks import Paragraph, Run
from emgdesk.reports.references import cited, resolve
from emgdesk.reports.richtext import to_blocks

ADDRESSES = {
    "emg/som.26/3a": "https://emg.example/3a",
    "emg/som.27/mid-term/3": "emg.example/a (b)",
    "emg/som.24(b)/5": "https://emg.example:8080/?a=b&c=%20",
    "emg/som.24/9": "ftp://emg.example/9",
    "reef 3": "reef.example:8080/3",
}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("See doc:EMGSOM.26_3a.", r"See [EMGSOM.26\_3a](https://emg.example/3a)."),
        ("(doc:EMGSOM.26_3a), x", r"([EMGSOM.26\_3a](https://emg.example/3a)), x"),
        ("**doc:EMGSOM.26_3a**", r"**[EMGSOM.26\_3a](https://emg.example/3a)**"),
        ("doc:EMG/SOM.26/03a!", "[EMG/SOM.26/03a](https://emg.example/3a)!"),
        ("Doc:<EMG SOM27th /mid-term/03>, x",
         "[EMG SOM27th /mid-term/03](https://emg.example/a%20%28b%29), x"),
        ("doc:EMGSOM.24(b)-5).", "[EMGSOM.24(b)-5](https://emg.example:8080/?a=b&c=%20))."),
        ("doc:<EMGSOM.24(b) - 5>", "[EMGSOM.24(b) - 5](https://emg.example:8080/?a=b&c=%20)"),
        ("doc:REEF/3", "[REEF/3](https://reef.example:8080/3)"),
        (r"doc:EMGSOM.26\_3a; doc:\<EMGSOM.26\_3a\>",
         r"[EMGSOM.26\_3a](https://emg.example/3a); [EMGSOM.26\_3a](https://emg.example/3a)"),
        ("doc:EMGSOM.26_4 *x*", r"EMGSOM.26\_4 *x*"),
        ("doc:EMGSOM.26_3a/Rev.1", r"EMGSOM.26\_3a/Rev.1"),
        ("doc:EMGSOM.24_9", r"EMGSOM.24\_9"),
        ("[as doc:EMGSOM.26_3a says](https://x.example)", "[as doc:EMGSOM.26_3a says](https://x.example)"),
        ("https://x.example/doc:EMGSOM.26_3a", "https://x.example/doc:EMGSOM.26_3a"),
        ("mydoc:EMGSOM.26_3a", "mydoc:EMGSOM.26_3a"),
        ("doc:, doc: x doc:<> doc:...", "doc:, doc: x doc:<> doc:..."),
        ("no reference", "no reference"),
        ("", ""),
    ],
)  # fmt: skip
def test_references_become_links_or_symbols(text: str, made: str) -> None:
    assert resolve(text, ADDRESSES) == made


def test_a_reference_prints_as_a_link() -> None:
    (paragraph,) = to_blocks(resolve("As in doc:<EMG SOM27th /mid-term/03>.", ADDRESSES))
    assert paragraph == Paragraph(
        (
            Run("As in "),
            Run("EMG SOM27th /mid-term/03", link="https://emg.example/a%20%28b%29"),
            Run("."),
        )
    )


def test_symbols_cited_are_told_once_each() -> None:
    text = "doc:REEF/3, doc:<EMGSOM.24(b) - 5> and doc:REEF/3; see doc:X_1."
    assert cited(text) == ("REEF/3", "EMGSOM.24(b) - 5", "X_1")


def test_a_footnote_mark_behind_a_reference_is_none_of_it() -> None:
    addresses = {"emg/som.26/3a": "https://emg.example/3a"}
    assert (
        resolve("See doc:EMGSOM.26_3a[^1].", addresses) == r"See [EMGSOM.26\_3a](https://emg.example/3a)[^1]."
    )
    assert (
        resolve("See doc:EMGSOM.26_3a.[^1]", addresses) == r"See [EMGSOM.26\_3a](https://emg.example/3a).[^1]"
    )
