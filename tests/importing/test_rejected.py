"""Which cells of the user's file are marked where rows could not be taken."""

from emgdesk.importing.answers import plan_json
from emgdesk.importing.lists.pasted import pasted_file
from emgdesk.importing.read.marks import RowMark, SheetMarks
from emgdesk.importing.rejected import rejected
from emgdesk.importing.rosters.mapping import map_roster
from tests.importing.files import desk, roster, roster_plan

TWO_BLOCKS = (
    ("No", "Name", "Entity", None, "No", "Name", "Entity"),
    (1, "Ada Moss", "FAO", None, 4, "Di Fenn", "WHO"),
    (2, "Bo Lind", "UNEP", None, 5, "4711", "ECE"),
    (3, "Cy Rook", "WB", None, 6, None, "ILO"),
)


def test_a_row_of_the_second_block_is_marked_where_it_stands_in_the_file():
    plan = roster_plan(map_roster(roster(*TWO_BLOCKS)), desk())
    assert [row.row for row in plan.rows] == [2, 3, 4, 5, 6, 7]
    assert plan.lines == {5: 2, 6: 3, 7: 4}
    assert rejected(plan) == (
        SheetMarks(
            "Sheet1",
            1,
            (
                RowMark(3, 5, "The name in F3 is a number (4711)."),
                RowMark(4, 5, "No name in F4 (ILO)."),
            ),
        ),
    )


def test_a_row_counted_on_tells_its_line():
    rows = plan_json(roster_plan(map_roster(roster(*TWO_BLOCKS)), desk()))["rows"]
    assert [row.get("line") for row in rows] == [None, None, None, 2, 3, 4]


def test_the_second_address_of_a_line_is_marked_in_that_line():
    text = "Ada Moss <ada@x.example>; info@x.example\nBo Lind <bo@x.example>; Ada Moss <ada@x.example>\n"
    plan = roster_plan(map_roster(pasted_file(text)), desk())
    assert [(row.row, row.verdict) for row in plan.rows] == [
        (1, "new"), (2, "new"), (3, "problem"), (4, "skipped"),
    ]  # fmt: skip
    assert plan.rows[3].messages == ("Same person as row 1 (same e-mail and name).",)
    assert [(mark.row, mark.column) for mark in rejected(plan)[0].rows] == [(1, 0)]


def test_who_comes_twice_is_named_by_the_place_in_the_file():
    again = (*TWO_BLOCKS[:2], (2, "Bo Lind", "UNEP", None, 5, "Di Fenn", "WHO"))
    plan = roster_plan(map_roster(roster(*again)), desk())
    assert plan.rows[-1].messages[1:] == (
        "Same person as row 4 (in row 2 of the file) (same entity and name).",
    )
