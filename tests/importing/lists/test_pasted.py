"""Lists without a header, pasted from a mail, a page or another table."""

import pytest

from emgdesk.errors import InputError
from emgdesk.importing.lists.pasted import pasted_file
from emgdesk.importing.rosters.detect import detect
from emgdesk.importing.rosters.mapping import map_roster
from tests.importing.files import desk, roster_plan

ADA, BO, CY = (
    ("Ada Moss", "FAO", "ada.moss@x.example"),
    ("Bo Lind- Holm", "UN Women", "bo@y.example"),
    ("Cy Rook", "", ""),
)


def mapped(text: str):
    return map_roster(pasted_file(text))


def found(text: str):
    return [(one.row, one.name, one.entity, one.email) for one in mapped(text).records]


def passed_over(text: str):
    return [(one.row, one.message) for one in mapped(text).set_aside]


NUMBERED = """Annex I. List of participants

1. Ada Moss (FAO)
2. Bo Lind- Holm (UN Women)
3. Cy Rook

Page 1 of 2
Some words below the list
"""


def test_a_numbered_list_with_entities_in_brackets():
    assert found(NUMBERED) == [(3, *ADA[:2], ""), (4, *BO[:2], ""), (5, "Cy Rook", "", "")]
    assert passed_over(NUMBERED) == [
        (1, "A heading, no person."),
        (7, "A page number, no person."),
        (8, "Not read as a name."),
    ]
    read = mapped(NUMBERED)
    assert (read.format, read.header_row, dict(read.columns)) == (
        "annex-text",
        None,
        {"name": "Name", "entity": "Entity"},
    )
    assert read.records[0].original == (
        ("Name", "Ada Moss"), ("Entity", "FAO"), ("Function", ""), ("E-mail", ""), ("Line", "1. Ada Moss (FAO)"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Annex 1\n\n1\tAda Moss\tFAO\t3\tCy Rook\t\n2\tBo Lind- Holm\tUN Women\t4\tDi Fenn\tWHO\n",
        "Annex 1\n\n 1   Ada Moss        FAO        3  Cy Rook\n 2   Bo Lind- Holm   UN Women   4  Di Fenn   WHO\n",
        "Annex 1\n\n1 Ada Moss FAO 3 Cy Rook\n2 Bo Lind- Holm UN Women 4 Di Fenn WHO\n",
        "No\tName\tEntity\tNo\tName\tEntity\n\n1\tAda Moss\tFAO\t3\tCy Rook\t\n2\tBo Lind- Holm\tUN Women\t4\tDi Fenn\tWHO\n",
    ],
)
def test_the_annex_of_two_blocks_is_read_down_the_left_then_the_right(text):
    read = mapped(text)
    assert read.format == "annex-text"
    assert [(one.row, one.name, one.entity) for one in read.records] == [
        (3, "Ada Moss", "FAO"),
        (4, "Bo Lind- Holm", "UN Women"),
        (5, "Cy Rook", ""),
        (6, "Di Fenn", "WHO"),
    ]
    assert dict(read.lines) == {5: 3, 6: 4}
    assert read.notes == (
        "Lines with several people were taken apart: rows 5 to 6 are the further people of lines 3 to 4.",
    )


def test_a_table_copied_cell_by_cell_is_put_together():
    text = "Annex 1\nNo\nName\nEntity\n1\nAda Moss\nFAO\n2\nCy Rook\n3\nBo Lind- Holm\nUN Women\n- 4 -\n4\nDi Fenn\nWHO\n"
    assert [row[1:3] for row in found(text)] == [
        ("Ada Moss", "FAO"), ("Cy Rook", ""), ("Bo Lind- Holm", "UN Women"), ("Di Fenn", "WHO"),
    ]  # fmt: skip
    assert passed_over(text)[-1] == (13, "A page number, no person.")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss <ada.moss@x.example>\nBo Lind- Holm <bo@y.example>\n",
        "Ada Moss <ada.moss@x.example>; Bo Lind- Holm <bo@y.example>",
        "To: Ada Moss <ada.moss@x.example>; Bo Lind- Holm <bo@y.example>;",
        "Moss, Ada <ada.moss@x.example>; Lind- Holm, Bo <bo@y.example>",
        '"Moss, Ada" <ada.moss@x.example>, "Lind- Holm, Bo" <bo@y.example>',
        "Ada Moss mailto:ada.moss@x.example\nBo Lind- Holm mailto:bo@y.example\n",
        "Ada Moss\tada.moss@x.example\nBo Lind- Holm\tbo@y.example\n",
        "Ada Moss (ada.moss@x.example)\nBo Lind- Holm (bo@y.example)\n",
    ],
)
def test_names_with_their_addresses(text):
    read = mapped(text)
    assert read.format == "names-list"
    assert [(one.name, one.email) for one in read.records] == [(ADA[0], ADA[2]), (BO[0], BO[2])]
    assert read.set_aside == ()


def test_bare_addresses_name_people_only_where_they_are_made_of_names():
    read = mapped("ada.moss@x.example; info@y.example; emg.secretariat@z.example\n")
    assert [(one.name, one.email, one.messages) for one in read.records] == [
        ("Ada Moss", "ada.moss@x.example", ("Only an address was given; the name was made from it.",))
    ]
    assert [(one.row, one.verdict, one.message) for one in read.set_aside] == [
        (2, "problem", "Only an address was given; no name can be made from it (info@y.example)."),
        (3, "problem", "Only an address was given; no name can be made from it (emg.secretariat@z.example)."),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Ada Moss <ada@x.example>; eve@y.example; Bo van der Lind <bo@z.example>",
            [(1, "Ada Moss"), (2, ""), (3, "Bo van der Lind")],
        ),
        (
            "Ada Moss <ada@x.example>, eve@y.example, Bo van der Lind <bo@z.example>",
            [(1, "Ada Moss"), (2, ""), (3, "Bo van der Lind")],
        ),
        (
            "Ada Moss <ada@x.example>; cy.rook@y.example\nBo van der Lind <bo@z.example>\n",
            [(1, "Ada Moss"), (2, "Bo van der Lind"), (3, "Cy Rook")],
        ),
        ("ada@x.example <ada@x.example>; Bo Lind <bo@z.example>", [(1, ""), (2, "Bo Lind")]),
        ("solo@x.example", [(1, "")]),
    ],
)
def test_there_is_a_row_for_each_address(text, rows):
    read = mapped(text)
    taken = [(one.row, one.name) for one in read.records]
    left = [(one.row, one.name) for one in read.set_aside if one.verdict == "problem"]
    assert sorted(taken + left) == rows


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ada Moss, FAO, Director\nBo Lind, WHO, Officer\n",
         [("Ada Moss", "FAO", "Director"), ("Bo Lind", "WHO", "Officer")]),
        ("1. Ada Moss, Director, FAO\n2. Ms. Bo Lind, Chief (UN Women)\n",
         [("Ada Moss", "FAO", "Director"), ("Bo Lind", "UN Women", "Chief")]),
        ("Ada Moss (FAO), Director\nBo Lind (WHO)\n",
         [("Ada Moss", "FAO", "Director"), ("Bo Lind", "WHO", "")]),
    ],
)  # fmt: skip
def test_names_with_entity_and_function(text, people):
    assert [(one.name, one.entity, one.function) for one in mapped(text).records] == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ada Moss\nBo Lind- Holm\nCy Rook\n", [("Ada Moss", ""), ("Bo Lind- Holm", ""), ("Cy Rook", "")]),
        ("Moss, Ada\nLind- Holm, Bo\n", [("Ada Moss", ""), ("Bo Lind- Holm", "")]),
        ("Participants\nAda Moss (FAO)\nCy Rook\nBo Lind- Holm (UN Women)\n",
         [("Ada Moss", "FAO"), ("Cy Rook", ""), ("Bo Lind- Holm", "UN Women")]),
        ("• Ada Moss, FAO\n• Bo Lind- Holm, UN Women\n", [("Ada Moss", "FAO"), ("Bo Lind- Holm", "UN Women")]),
        ("Ada Moss\tFAO\tada@x.example\nBo Lind- Holm\tUN Women\tbo@y.example\n",
         [("Ada Moss", "FAO"), ("Bo Lind- Holm", "UN Women")]),
        ("Ms\tAda\tMoss\tFAO\nMr\tBo\tLind- Holm\tUN Women\n", [("Ada Moss", "FAO"), ("Bo Lind- Holm", "UN Women")]),
        ("Ada Moss;FAO\nBo Lind- Holm;UN Women\n", [("Ada Moss", "FAO"), ("Bo Lind- Holm", "UN Women")]),
        ("王 明\n李 伟\n", [("王 明", ""), ("李 伟", "")]),
    ],
)  # fmt: skip
def test_one_name_a_line(text, people):
    read = mapped(text)
    assert read.format == "names-list"
    assert [(one.name, one.entity) for one in read.records] == people


@pytest.mark.parametrize(
    "text",
    [
        "Dear colleagues,\nplease find attached the list.\nThe meeting begins at ten.\nBest regards,\nAda Moss\n",
        "Wer\tWoher\n" + "Ada Moss\tFAO\n" * 10,
        "a\nb\nc\n",
        "12\n13\n14\n",
    ],
)
def test_what_is_no_list_of_people_is_refused(text):
    with pytest.raises(InputError, match=r"pasted list has no column of names in its table"):
        mapped(text)


def test_a_header_is_a_header_still():
    assert mapped("Name;Entity\nAda Moss;FAO\n").header_row == 1
    assert mapped("Name\nAda Moss\nCy Rook\n").header_row == 1


def test_people_of_one_line_can_be_decided_on_one_by_one():
    read = mapped("Ada Moss <ada.moss@x.example>; Ada Moss <ada.moss@x.example>; Cy Rook <cy@x.example>")
    plan = roster_plan(read, desk())
    assert [(row.row, row.verdict) for row in plan.rows] == [(1, "new"), (2, "skipped"), (3, "new")]
    assert detect(pasted_file("1. Ada Moss (FAO)\n2. Cy Rook (WHO)\n")).format == "annex-text"
