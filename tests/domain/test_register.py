"""What is proposed for a line of a register and what is wrong with one."""

import pytest

from emgdesk.domain.register import (
    Fault,
    Registered,
    language_tag,
    next_number,
    propose_symbol,
    title_of_file,
    warnings_of,
)


@pytest.mark.parametrize(
    ("used", "proposed"),
    [
        ([], "01"), (["01", "02", "04.B"], "05"), (["1", "3a"], "4"), (["09"], "10"), (["099", "7"], "100"),
        (["Annex", ""], "01"), (["9"], "10"), (["1234567"], "123457"),
    ],
)  # fmt: skip
def test_the_next_number_is_written_like_the_others(used: list[str], proposed: str) -> None:
    assert next_number(used) == proposed


def test_languages_become_tags() -> None:
    said = ("English", "français", "ESPAÑOL", "en", "en/fr", "Russian ", "")
    assert [language_tag(text) for text in said] == ["en", "fr", "es", "en", "en/fr", "ru", ""]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("03_Progress-report.pdf", "Progress-report"),
        ("04.A Concept  note.docx", "A Concept note"),
        ("Logistics note", "Logistics note"),
        ("2031.pdf", "2031"),
        (".pdf", ".pdf"),
    ],
)
def test_a_file_name_makes_a_title(name: str, title: str) -> None:
    assert title_of_file(name) == title


LINES = (
    Registered("a", "01", "EMG/SOM.40/technical/01"),
    Registered("b", "1", "EMGSOM40 - technical - 1"),
    Registered("c", "02", "EMG/SOM.39/technical/02"),
    Registered("d", "03", "REEF/3"),
    Registered("e", "04.A", "EMG/SOM.40/technical/04a"),
    Registered("f", "04.B", ""),
    Registered("g", "", "EMG/SOM.40/technical/04/Rev.1"),
)


def sentences(som_number: int) -> dict[str, tuple[str, ...]]:
    found = warnings_of(LINES, som_number)
    return {key: tuple(fault.sentence for fault in faults) for key, faults in found.items()}


def test_each_fault_has_a_word_for_its_line() -> None:
    words = {key: [fault.word for fault in faults] for key, faults in warnings_of(LINES, 40).items()}
    assert words == {
        "a": ["symbol twice", "number twice"],
        "b": ["symbol twice", "number twice"],
        "c": ["SOM 39"],
        "d": ["symbol unclear"],
    }


def test_each_fault_is_one_sentence() -> None:
    assert sentences(40) == {
        "a": (
            "The symbol EMG/SOM.40/technical/01 stands in the register twice.",
            "The number 01 stands in the register twice.",
        ),
        "b": (
            "The symbol EMGSOM40 - technical - 1 stands in the register twice.",
            "The number 1 stands in the register twice.",
        ),
        "c": ("The symbol EMG/SOM.39/technical/02 is one of SOM 39, the meeting one of SOM 40.",),
        "d": ("The symbol REEF/3 is not understood; one reads like “EMG/SOM.40/04”.",),
    }


def test_a_meeting_of_no_som_has_symbols_of_its_own() -> None:
    assert sorted(warnings_of(LINES)) == ["a", "b"]
    three = [Registered(key, "", "REEF/3") for key in "xyz"]
    assert warnings_of(three)["y"] == (
        Fault("symbol twice", "The symbol REEF/3 stands in the register 3 times."),
    )


def test_versions_revisions_and_other_series_are_no_faults() -> None:
    lines = (
        Registered("a", "01", "EMG/SOM.40/01", language="en"),
        Registered("b", "1", "EMGSOM40 - 1", language="fr"),
        Registered("c", "01", "EMG/SOM.40/INF/1", language="en"),
        Registered("d", "01", "EMG/SOM.40/01/Rev.1", language="en"),
    )
    assert warnings_of(lines, 40) == {}
    again = warnings_of([*lines, Registered("e", "01", "", language="en")], 40)
    assert {key: [fault.word for fault in faults] for key, faults in again.items()} == {
        "a": ["number twice"], "e": ["number twice"],
    }  # fmt: skip


def proposed(pattern: str, *lines: tuple[str, str], number: str = "") -> str:
    held = [Registered(str(at), *line) for at, line in enumerate(lines)]
    return propose_symbol(held, pattern, som=40, segment="technical", number=number)


SLASHED = "EMG/SOM.{som}/{number:02}"


def test_lines_that_wait_for_their_symbol_are_reckoned_with() -> None:
    assert proposed(SLASHED, ("01", ""), ("02", "EMGSOM40 - 2"), ("04.A", "")) == "EMG/SOM.40/05"
    assert proposed("", ("01", ""), ("02", "EMGSOM40 - 2"), ("04.A", "")) == "EMGSOM40 - 5"
    assert proposed(SLASHED, ("Annex", ""), ("02", "EMGSOM40 - 2")) == "EMG/SOM.40/03"
    assert proposed("", ("01", "")) == proposed("") == ""


def test_a_line_gets_the_symbol_of_its_number_while_that_is_free() -> None:
    lines = (("02", "EMGSOM40 - 2"), ("03", ""), ("04. B)", ""))
    assert proposed(SLASHED, *lines, number="03") == "EMG/SOM.40/03"
    assert proposed(SLASHED, *lines, number="04. B)") == "EMG/SOM.40/04b"
    assert proposed(SLASHED, *lines, number="02") == "EMG/SOM.40/05"
    assert proposed("EMG {number} SOM{som}", *lines, number="4b") == "EMG 4 SOM40"
    assert proposed("REEF", *lines, number="03") == "REEF"
