"""Agendas as they stand in Word files, read line by line."""

import pytest

from emgdesk.domain.pasted_agenda import PastedItem, parse_agenda

AGENDA = """
3:00 – 3:10 p.m.

Item 1: Opening remarks by the Chair

Item 2: Adoption of the agenda

3:10 – 4:10 p.m.

Item 3: Progress of the groups as follows:

- a) Group on Reefs (presented by UNESCO)
- b) Process on Dust ((presented by UNEP)
 - a. Team on Sand
 - b. Team on Storms
- c) Process on Ports
Item 4: Preparation of the next meeting
1) New topics
 a. Wrecks (to be presented by FAO)
2) Date
4:50
Item 5: Any other business
5:00 p.m. Closure of the meeting
"""


def test_times_in_brackets_at_the_end_are_those_of_the_line():
    text = (
        "1. Opening of the meeting (15:00-15:05)\n"
        "2. Reefs (3:05 – 3:30 p.m.) (presented by UNEP)\n"
        "3. Dust (presented by FAO) (3:30)\n"
        "4. Review of the plan (2030)\n"
        "5. Thanks (17:00 – 17:10) to all"
    )
    assert parse_agenda(text) == (
        PastedItem(0, "Opening of the meeting", True, "1", "15:00", "15:05"),
        PastedItem(0, "Reefs", True, "1", "15:05", "15:30", presenter="UNEP"),
        PastedItem(0, "Dust", True, "1", "15:30", presenter="FAO"),
        PastedItem(0, "Review of the plan (2030)", True, "1"),
        PastedItem(0, "Thanks (17:00 – 17:10) to all", True, "1"),
    )


def test_an_agenda_is_read_with_levels_times_and_presenters():
    assert parse_agenda(AGENDA) == (
        PastedItem(0, "Opening remarks by the Chair", True, "1", "15:00", "15:10"),
        PastedItem(0, "Adoption of the agenda", True, "1"),
        PastedItem(0, "Progress of the groups as follows:", True, "1", "15:10", "16:10"),
        PastedItem(1, "Group on Reefs", True, "a", presenter="UNESCO"),
        PastedItem(1, "Process on Dust", True, "a", presenter="UNEP"),
        PastedItem(2, "Team on Sand", True, "a"),
        PastedItem(2, "Team on Storms", True, "a"),
        PastedItem(1, "Process on Ports", True, "a"),
        PastedItem(0, "Preparation of the next meeting", True, "1"),
        PastedItem(1, "New topics", True, "1"),
        PastedItem(2, "Wrecks", True, "a", presenter="FAO"),
        PastedItem(1, "Date", True, "1"),
        PastedItem(0, "Any other business", True, "1", "16:50"),
        PastedItem(0, "Closure of the meeting", False, "", "17:00"),
    )


def test_what_the_program_copies_is_read_again():
    copied = "15:00–15:10  1. Opening\n    Presented by UNEP; FAO\n    15:05  a) The map\n16:00  Coffee"
    assert parse_agenda(copied) == (
        PastedItem(0, "Opening", True, "1", "15:00", "15:10", "UNEP; FAO"),
        PastedItem(1, "The map", True, "a", "15:05"),
        PastedItem(0, "Coffee", False, "", "16:00"),
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Opening\r\n\r\n  Any   other\u00a0business", ["Opening", "Any other business"]),
        ("", []),
        (" \n(presented by UNEP)\n3:00 p.m.", []),
        ("2030 and beyond", ["2030 and beyond"]),
    ],
)
def test_plain_lines_are_numbered_items(text, read):
    items = parse_agenda(text)
    assert [item.title for item in items] == read
    assert all(item.numbered and item.depth == 0 for item in items)


def test_roman_labels_are_told_from_letters():
    items = parse_agenda("I. One\nII. Two\nh) Eight\ni) Nine\nIII. Three\n(i) first\n(ii) second")
    assert [(item.depth, item.style, item.title) for item in items] == [
        (0, "I", "One"), (0, "I", "Two"), (1, "a", "Eight"), (1, "a", "Nine"), (0, "I", "Three"),
        (1, "i", "first"), (1, "i", "second"),
    ]  # fmt: skip
