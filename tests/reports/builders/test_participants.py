import pytest

from emgdesk.reports.blocks import (
    Document,
    Entry,
    EntryColumns,
    EntryGroup,
    Heading,
    Note,
    Table,
    TitleBlock,
)
from emgdesk.reports.builders.participants import (
    ParticipantLine,
    ParticipantsOptions,
    build,
    included,
    totals,
)
from tests.reports.builders.rosters import MEETING, SIX, line


def entries(document: Document) -> list[str]:
    return [
        f"{entry.label} {entry.text}".strip()
        for block in document.blocks
        if isinstance(block, EntryColumns)
        for group in block.groups
        for entry in group.entries
    ]


def numbers(document: Document) -> list[tuple[object, ...]]:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return [tuple(row) for row in table.rows]


def people(count: int) -> list[ParticipantLine]:
    return [line(n, f"Person {n:04}", "UNEP") for n in range(count)]


def test_the_list_numbers_everybody_and_leaves_out_empty_parentheses() -> None:
    assert entries(build(MEETING, SIX)) == [
        "1. ánder Ost (FAO)",
        "2. Bela Rim",
        "3. Kim Stone (EMG)",
        "4. Marta Quell (UNEP)",
        "5. Zora Blue (UNEP)",
        "6. Иван Лесков (WWF)",
    ]


def test_head_and_metadata() -> None:
    document = build(MEETING, SIX, ParticipantsOptions(heading="Annex I. List of participants"))
    assert (
        document.title
        == "Annex I. List of participants – Technical Segment of the 41st Senior Officials Meeting"
    )
    assert (document.author, document.subject, document.language) == ("EMG Secretariat", "EMGSOM.41_2", "en")
    assert document.blocks[:2] == (
        TitleBlock(
            group_lines=("United Nations", "Environment Management Group"),
            left=(MEETING.title, "9 September 2035, 14:00–16:30 Geneva time", "Online"),
            right=("EMGSOM.41_2", "Distribution: EMG Members"),
        ),
        Heading("Annex I. List of participants", 1),
    )


def test_group_lines_can_be_left_out() -> None:
    head = build(MEETING, SIX, ParticipantsOptions(group_lines=False)).blocks[0]
    assert isinstance(head, TitleBlock)
    assert head.group_lines == ()


def test_orders() -> None:
    family = build(MEETING, SIX, ParticipantsOptions(order="family"))
    assert [text.split(". ")[1] for text in entries(family)] == [
        "Zora Blue (UNEP)", "ánder Ost (FAO)", "Marta Quell (UNEP)", "Bela Rim", "Kim Stone (EMG)", "Иван Лесков (WWF)",
    ]  # fmt: skip
    entity = build(MEETING, SIX, ParticipantsOptions(order="entity"))
    assert [text.split(". ")[1] for text in entries(entity)] == [
        "Kim Stone (EMG)", "ánder Ost (FAO)", "Marta Quell (UNEP)", "Zora Blue (UNEP)", "Иван Лесков (WWF)", "Bela Rim",
    ]  # fmt: skip


def test_titles_functions_and_addresses_are_off_unless_asked_for() -> None:
    options = ParticipantsOptions(titles=True, function=True, email=True, columns=2)
    (_, _, columns) = build(MEETING, SIX[:3], options).blocks
    assert columns == EntryColumns(
        (
            EntryGroup(
                (
                    Entry("Dr. ánder Ost (FAO)", "1."),
                    Entry("Mr. Bela Rim", "2."),
                    Entry("Ms. Marta Quell (UNEP)", "3.", ("Officer", "mq@mail.example")),
                )
            ),
        ),
        2,
    )


@pytest.mark.parametrize(
    ("count", "split", "left"), [(103, 0, 52), (104, 0, 52), (103, 56, 56), (2, 0, 1), (1, 0, 1), (3, 9, 3)]
)
def test_numbers_run_down_the_left_block_and_then_the_right(count: int, split: int, left: int) -> None:
    rows = numbers(build(MEETING, people(count), ParticipantsOptions(style="two-blocks", split=split)))
    assert [row[0] for row in rows if row[0]] == [str(n) for n in range(1, left + 1)]
    assert [row[3] for row in rows if row[3]] == [str(n) for n in range(left + 1, count + 1)]
    assert len(rows) == max(left, count - left)


@pytest.mark.parametrize(
    ("names", "entities", "widths"),
    [
        (["Ana Maria de Souza"] * 20, ["UNEP"] * 20, (33.4, 11.1)),  # 18 letters beside the head of 6
        (["Ana Maria de Souza"] * 19 + ["A" * 60], ["UNEP"] * 20, (33.4, 11.1)),
        (["Ana Souza"] * 2, ["Ministry of the Environment", ""], (22.2, 22.3)),
        (["Ana Maria de Souza e Silva Pereira"] * 2, ["", ""], (35.6, 8.9)),
        (["Ana Maria Pires"] * 40, ["UNEP"] * 39 + ["Harbourmasters"], (23.0, 21.5)),
        (["诸葛慧敏诸葛"] * 2, ["UNEP"] * 2, (29.7, 14.8)),
    ],
)  # fmt: skip
def test_blocks_give_names_and_entities_the_room_they_ask_for(
    names: list[str], entities: list[str], widths: tuple[float, float]
) -> None:
    who = [line(n, name, entity) for n, (name, entity) in enumerate(zip(names, entities, strict=True))]
    table = build(MEETING, who, ParticipantsOptions(style="two-blocks")).blocks[-1]
    assert isinstance(table, Table)
    assert [column.width for column in table.columns] == [5.5, *widths, 5.5, *widths]


def test_a_row_of_two_blocks() -> None:
    options = ParticipantsOptions(style="two-blocks", function=True)
    rows = numbers(build(MEETING, SIX[:2], options))
    assert rows == [("1", "ánder Ost", "FAO", "2", (Entry("Marta Quell", details=("Officer",)),), "UNEP")]


def test_by_entity_members_come_first_and_the_secretariat_last() -> None:
    document = build(MEETING, SIX, ParticipantsOptions(style="by-entity"))
    assert document.blocks[2:] == (
        Heading("EMG members", 2),
        EntryColumns(
            (
                EntryGroup((Entry("Dr. ánder Ost"),), "FAO"),
                EntryGroup(
                    (
                        Entry("Ms. Marta Quell", details=("Officer",)),
                        Entry("Zora Blue", details=("Head of Unit",)),
                    ),
                    "UNEP",
                ),
                EntryGroup((Entry("Mr. Bela Rim"),), "Without entity"),
            )
        ),
        Heading("Observers and guests", 2),
        EntryColumns((EntryGroup((Entry("Иван Лесков"),), "WWF"),)),
        Heading("Secretariat", 2),
        EntryColumns((EntryGroup((Entry("Kim Stone"),), "EMG"),)),
    )


def test_by_entity_names_the_entity_in_full() -> None:
    today = {"entity_id": "4", "entity_name": "World Meteorological Organization", "acronym": "WMO"}
    people = [
        line(1, "A B", "OMM", **today),
        line(2, "C D", "wmo Geneva", **today),
        line(3, "E F", "Harbour Club"),
    ]
    columns = build(MEETING, people, ParticipantsOptions(style="by-entity")).blocks[2]
    assert columns == EntryColumns(
        (
            EntryGroup((Entry("E F"),), "Harbour Club"),
            EntryGroup((Entry("A B"), Entry("C D")), "World Meteorological Organization (WMO)"),
        )
    )


def test_who_is_included() -> None:
    roster = [
        line(n, status, attendance=status, mode="online" if n % 2 else "in person")
        for n, status in enumerate(("invited", "registered", "attended", "absent", "excused", "cancelled"))
    ]
    names = {
        choice: [who.name for who in included(roster, choice)]
        for choice in ("attended", "registered", "all", "")
    }
    assert names == {
        "attended": ["attended"],
        "registered": ["registered", "attended", "absent"],
        "all": ["invited", "registered", "attended", "absent", "excused", "cancelled"],
        "": ["attended"],
    }
    before = [who for who in roster if who.attendance != "attended"]
    assert [who.name for who in included(before)] == ["registered", "absent"]
    assert [who.name for who in included(roster, "in-person")] == ["attended"]
    assert [who.name for who in included(before, "online")] == ["registered", "absent"]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (SIX, "6 participants from 2 EMG members and 1 observing entity"),
        (SIX[:1], "1 participant from 1 EMG member"),
        (SIX[2:3], "1 participant"),
        ((line(1, "A", "X", capacity="observer"), line(2, "B", "Y", capacity="observer")), "2 participants from 2 observing entities"),
        (
            (line(1, "A", "X"), line(2, "B", "Y", capacity="observer"), line(3, "C", "Z", capacity="guest")),
            "3 participants from 1 EMG member, 1 observing entity and 1 guest entity",
        ),
        ((line(1, "A", "UNEP"), line(2, "B", "unep ")), "2 participants from 1 EMG member"),
        ((line(1, "A", "ECE", entity_id="7"), line(2, "B", "UNECE", entity_id="7")), "2 participants from 1 EMG member"),
    ],
)  # fmt: skip
def test_totals(lines: tuple[ParticipantLine, ...], sentence: str) -> None:
    assert totals(lines) == sentence


def test_totals_close_the_list_and_count_its_rows() -> None:
    roster = [*SIX, line(7, "Not There", "ILO", attendance="absent")]
    document = build(MEETING, roster, ParticipantsOptions(totals=True))
    assert document.blocks[-1] == Note("6 participants from 2 EMG members and 1 observing entity")
    assert len(entries(document)) == 6


def test_nobody_to_list_is_said_on_the_page() -> None:
    assert build(MEETING, []).blocks[-1] == Note("Nobody is on the roster of this meeting yet.")
    absent = [line(1, "A B", attendance="absent")]
    assert build(MEETING, absent, ParticipantsOptions(include="attended", totals=True)).blocks[-1] == Note(
        "Nobody to list: of 1 person on the roster none is marked as attended."
    )


def test_a_workbook_without_anybody_says_why() -> None:
    document = build(MEETING, [])
    assert document.remarks == ("Nobody is on the roster of this meeting yet.",)
    assert document.sheets[0].rows == []


def test_the_sheet_lists_whom_the_page_lists_and_addresses_only_if_asked_for() -> None:
    (sheet,) = build(MEETING, SIX[:2]).sheets
    assert [column.header for column in sheet.columns] == [
        "No.", "Title", "Name", "Entity", "Entity name", "Function", "Capacity", "Mode",
    ]  # fmt: skip
    assert [row[:4] for row in sheet.rows] == [
        (1, "Dr.", "ánder Ost", "FAO"),
        (2, "Ms", "Marta Quell", "UNEP"),
    ]
    (sheet,) = build(MEETING, SIX[:2], ParticipantsOptions(email=True)).sheets
    assert (sheet.columns[-1].header, sheet.rows[1][-1]) == ("Email", "mq@mail.example")
