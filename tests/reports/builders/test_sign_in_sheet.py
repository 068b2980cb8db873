from dataclasses import replace
from datetime import date

from emgdesk.reports.blocks import Document, Entry, Note, Table
from emgdesk.reports.builders.sign_in_sheet import SignInOptions, build
from tests.reports.builders.rosters import MEETING, SIX, line

DAYS = replace(MEETING, days=(date(2035, 9, 9), date(2035, 9, 10), date(2035, 9, 11)))


def table(document: Document) -> Table:
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return found


def headers(document: Document) -> list[str]:
    return [column.header for column in table(document).columns]


def test_by_name_with_room_to_sign_and_empty_rows() -> None:
    document = build(MEETING, SIX[:3], SignInOptions(blank=2, height=14))
    assert headers(document) == ["No.", "Name", "Entity", "Signature"]
    assert table(document).rows == (
        ("1", "ánder Ost", "FAO", ""),
        ("2", "Bela Rim", "", ""),
        ("3", "Marta Quell", "UNEP", ""),
        ("", "", "", ""),
        ("", "", "", ""),
    )
    assert table(document).row_height == 14.0


def test_a_column_for_each_day() -> None:
    assert headers(build(DAYS, SIX))[3:] == ["9 Sep", "10 Sep", "11 Sep"]
    assert headers(build(DAYS, SIX, SignInOptions(days=1)))[3:] == ["Signature"]
    assert headers(build(DAYS, SIX, SignInOptions(days=4)))[3:] == ["9 Sep", "10 Sep", "11 Sep", "Day 4"]
    assert headers(build(MEETING, SIX, SignInOptions(days=2)))[3:] == ["Day 1", "Day 2"]
    assert len(headers(build(MEETING, SIX, SignInOptions(days=99)))) == 3 + 7


def test_by_entity_numbers_run_through_and_the_empty_rows_are_for_others() -> None:
    rows = table(build(MEETING, SIX, SignInOptions(style="by-entity", blank=1, titles=True))).rows
    assert rows == (
        ("EMG",), ("1", "Kim Stone", ""),
        ("FAO",), ("2", "Dr. ánder Ost", ""),
        ("UNEP",), ("3", (Entry("Ms. Marta Quell", details=("Officer",)),), ""),
        ("4", (Entry("Zora Blue", details=("Head of Unit",)),), ""),
        ("WWF",), ("5", "Иван Лесков", ""),
        ("Without entity",), ("6", "Mr. Bela Rim", ""),
        ("Others",), ("", "", ""),
    )  # fmt: skip


def test_with_nobody_expected_there_is_room_for_whoever_comes() -> None:
    document = build(MEETING, [line(1, "A", attendance="invited")])
    assert document.blocks[-2] == Note(
        "Nobody to list: of 1 person on the roster none is marked as registered."
    )
    assert len(table(document).rows) == 10
    assert isinstance(build(MEETING, [], SignInOptions(blank=0)).blocks[-1], Note)
