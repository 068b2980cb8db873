from datetime import time

import pytest

from emgdesk.intake import commit
from emgdesk.operations.agenda import add_agenda_item
from tests.desks import dump, make_meeting, make_workplan
from tests.meeting_books import changes, column, held, planned, problems, said, taken, verdicts, workbook

ITEMS = (
    ("1", "Opening", "15:00", time(15, 10), "The Secretary"),
    ("2", "Progress on reefs", "15:10", "4:10 p.m."),
    ("2.a", "Task Team on Reefs", None, None, "UNEP", "Amélie Dürst", "Task Team on Reefs"),
    ("2.b", "Ports"),
    ("2.b.a", "Harbour walls"),
    ("2.b.b", "Noise – 音\tüber alles"),
    ("3", "Future work"),
    ("3.1", "New topics"),
    ("3.1.i", "Dunes"),
    ("3.1.ii", "Moors"),
    (None, "Closure", "17:00"),
)


def numbers(desk):
    return column(held(desk).agenda, "Number", "Title")


def test_an_agenda_keeps_order_labels_and_times(desk):
    keys = make_workplan(desk)
    intake = taken(desk, workbook(Agenda=ITEMS))
    assert intake.plan.sheets["Agenda"].new == 11
    assert column(held(desk).agenda, "Number", "Title", "Start", "End") == [
        ("1", "Opening", "15:00", "15:10"), ("2", "Progress on reefs", "15:10", "16:10"),
        ("2.a", "Task Team on Reefs", "", ""), ("2.b", "Ports", "", ""), ("2.b.a", "Harbour walls", "", ""),
        ("2.b.b", "Noise – 音 über alles", "", ""), ("3", "Future work", "", ""), ("3.1", "New topics", "", ""),
        ("3.1.i", "Dunes", "", ""), ("3.1.ii", "Moors", "", ""), ("", "Closure", "17:00", ""),
    ]  # fmt: skip
    assert held(desk).agenda[2].links == {"Workstream": keys["reefs"]}
    assert column(held(desk).agenda[:3], "Presenter", "Presented by")[2] == ("UNEP", "Amélie Dürst")


def test_the_same_agenda_again_changes_nothing(desk):
    raw = workbook(Agenda=ITEMS)
    taken(desk, raw)
    before = dump(desk.path)
    again = planned(desk, raw)
    assert set(verdicts(again, "Agenda")) == {"same"}
    assert commit(desk, again).changes is None
    assert dump(desk.path) == before


def test_a_corrected_title_is_a_change_and_a_row_that_is_missing_stays(desk):
    taken(desk, workbook(Agenda=ITEMS))
    intake = taken(desk, workbook(Agenda=[("2.b", "Ports and harbours"), ("3.1.ii", "Moors", "16:00")]))
    assert changes(intake) == {
        ("Agenda", 2): {"Title": ("Ports", "Ports and harbours")},
        ("Agenda", 3): {"Start": ("", "16:00")},
    }
    assert len(held(desk).agenda) == 11


def test_an_item_put_between_two_takes_its_place(desk):
    taken(desk, workbook(Agenda=ITEMS))
    more = [
        ("2", "Budget"),
        *(
            (f"3{n[1:]}" if n and n[0] == "2" else n and n.replace("3", "4", 1), *rest)
            for n, *rest in ITEMS[1:]
        ),
    ]
    intake = taken(desk, workbook(Agenda=[ITEMS[0], *more]))
    assert verdicts(intake, "Agenda") == ["same", "new", *["same"] * 10]
    assert [number for number, _ in numbers(desk)] == [
        "1", "2", "3", "3.a", "3.b", "3.b.a", "3.b.b", "4", "4.1", "4.1.i", "4.1.ii", "",
    ]  # fmt: skip


def test_two_items_change_places_by_their_numbers_alone(desk):
    taken(desk, workbook(Agenda=[("1", "Opening"), ("2", "Reefs"), ("3", "Ports")]))
    keys = [row.id for row in held(desk).agenda]
    rows = [
        {"Number": n, "Title": t, "ID": k}
        for n, t, k in zip("132", ("Opening", "Reefs", "Ports"), keys, strict=True)
    ]
    intake = taken(desk, workbook(Agenda=rows))
    assert changes(intake) == {("Agenda", 3): {"Number": ("2", "3")}, ("Agenda", 4): {"Number": ("3", "2")}}
    assert numbers(desk) == [("1", "Opening"), ("2", "Ports"), ("3", "Reefs")]


def test_an_item_moves_below_another(desk):
    taken(desk, workbook(Agenda=[("1", "Opening"), ("2", "Reefs"), ("3", "Ports")]))
    ports = held(desk).agenda[2].id
    intake = taken(desk, workbook(Agenda=[{"Number": "2.a", "Title": "Ports", "ID": ports}]))
    assert changes(intake) == {("Agenda", 2): {"Number": ("3", "2.a")}}
    assert numbers(desk) == [("1", "Opening"), ("2", "Reefs"), ("2.a", "Ports")]


def test_numbers_closed_up_behind_a_row_left_out_change_nothing(desk):
    taken(desk, workbook(Agenda=[("1", "Opening"), ("2", "Reefs"), ("3", "Ports")]))
    assert verdicts(planned(desk, workbook(Agenda=[("1", "Opening"), ("2", "Ports")])), "Agenda") == [
        "same",
        "same",
    ]


def test_labels_that_can_be_read_in_two_ways_are_told_by_their_neighbours(desk):
    letters = [("1", "One"), *((f"1.{c}", f"Item {c}") for c in "abcdefghij")]
    taken(desk, workbook(Agenda=letters))
    assert numbers(desk)[9:] == [("1.i", "Item i"), ("1.j", "Item j")]
    taken(
        desk,
        workbook(
            code="SOM40 senior", Agenda=[("I", "One"), ("II", "Two"), ("II.i", "First"), ("II.ii", "Next")]
        ),
    )
    assert column(held(desk, "SOM40 senior").agenda, "Number") == [("I",), ("II",), ("II.i",), ("II.ii",)]


def test_a_label_of_no_style_is_a_problem_with_a_sentence(desk):
    rows = [("1", "One"), ("1.a", "First"), ("1.2", "Second"), ("1.2.a", "Below"), ("1.b", "Third")]
    intake = taken(desk, workbook(Agenda=rows))
    assert problems(intake) == [
        "4: The label style of “1.2” cannot be told from its neighbours (Agenda A4).",
        "5: It stands below row 4, which cannot be taken (Agenda A5).",
    ]
    assert [number for number, _ in numbers(desk)] == ["1", "1.a", "1.b"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("1", "One"), ("3.b", "Lost")], ["3: There is no item 3 for 3.b to stand below (Agenda A3)."]),
        ([("1", "One"), ("1", "Two")], ["3: Number 1 stands in row 2 already (Agenda A3)."]),
        ([("1", None, "15:00")], ["2: The item has no Title (Agenda B2)."]),
        ([("§ 4", "Odd")], ["2: “§ 4” is no number of an agenda item; write 3, 3.a or 4.1.a (Agenda A2)."]),
    ],
)
def test_rows_that_cannot_be_taken(desk, rows, expected):
    assert problems(taken(desk, workbook(Agenda=rows))) == expected


def test_a_gap_is_closed_and_said(desk):
    intake = taken(desk, workbook(Agenda=[("1", "One"), ("4", "Four")]))
    assert said(intake) == ["“4” stands at place 2 and is labelled so."]
    assert numbers(desk) == [("1", "One"), ("2", "Four")]
    assert verdicts(planned(desk, workbook(Agenda=[("1", "One"), ("4", "Four")])), "Agenda") == [
        "same",
        "same",
    ]


def test_times_backwards_and_times_that_are_none_are_said(desk):
    intake = taken(desk, workbook(Agenda=[("1", "One", "16:10", "15:00"), ("2", "Two", "after lunch")]))
    assert said(intake) == [
        "The item ends at 15:00, before it starts at 16:10 (Agenda D2).",
        "“after lunch” is no time of day; write 15:10 (Agenda C3).",
    ]
    assert column(held(desk).agenda, "Start", "End") == [("16:10", "15:00"), ("", "")]


def test_ids_that_make_a_loop_are_refused(desk):
    taken(desk, workbook(Agenda=[("1", "One"), ("2", "Two"), ("2.a", "Below")]))
    _, two, below = (row.id for row in held(desk).agenda)
    rows = [{"Number": "2.a", "Title": "Below", "ID": below}, {"Number": "2.a.i", "Title": "Two", "ID": two}]
    intake = taken(desk, workbook(Agenda=rows))
    assert problems(intake) == ["3: The row would stand below itself (Agenda A3)."]
    assert numbers(desk) == [("1", "One"), ("2", "Two"), ("2.a", "Below")]


def test_an_id_twice_and_ids_of_another_meeting(desk):
    taken(desk, workbook(Agenda=[("1", "One"), ("2", "Two")]))
    one, two = (row.id for row in held(desk).agenda)
    twice = [{"Number": "1", "Title": "One", "ID": one}, {"Number": "2", "Title": "Two", "ID": one}]
    assert problems(planned(desk, workbook(Agenda=twice))) == [
        "3: The ID stands in row 2 already (Agenda H3)."
    ]
    rows = [{"Number": "1", "Title": "One", "ID": one}, {"Number": "2", "Title": "Two", "ID": two}]
    other = taken(desk, workbook(code="SOM40 senior", Agenda=rows))
    assert verdicts(other, "Agenda") == ["new", "new"]
    assert (
        "The IDs of 2 rows of sheet “Agenda” are not of this meeting: what they say tells which rows they are."
        in other.notes()
    )
    assert [row.id for row in held(desk).agenda] == [one, two]


def test_what_stands_on_the_desk_alone_keeps_its_place(desk):
    key = make_meeting(desk)
    for title in ("Opening", "Secret", "Closing"):
        desk.do("Add", add_agenda_item, meeting_id=key, title=title)
    taken(desk, workbook(Agenda=[("1", "Opening"), ("2", "News"), ("3", "Closing")]))
    assert [title for _, title in numbers(desk)] == ["Opening", "Secret", "News", "Closing"]


def test_only_adding_leaves_what_is_there(desk):
    taken(desk, workbook(Agenda=[("1", "One", "15:00")]))
    intake = taken(desk, workbook(Agenda=[("1", "One", "16:00"), ("2", "Two")]), update="add-only")
    assert verdicts(intake, "Agenda") == ["same", "new"]
    assert column(held(desk).agenda, "Number", "Start") == [("1", "15:00"), ("2", "")]


def with_ids(desk, *pairs):
    """Rows of the sheet Agenda from (number, title), with the IDs the desk has for the titles."""
    keys = {row.cells["Title"]: row.id for row in held(desk).agenda}
    return [{"Number": number, "Title": title, "ID": keys.get(title)} for number, title in pairs]


def test_what_stands_below_exchanged_numbers_follows_the_numbers_of_the_file(desk):
    taken(desk, workbook(Agenda=[("1", "Reefs"), ("2", "Ports"), ("2.a", "Walls")]))
    raw = workbook(Agenda=with_ids(desk, ("2", "Reefs"), ("1", "Ports"), ("2.a", "Walls")))
    taken(desk, raw)
    assert numbers(desk) == [("1", "Ports"), ("2", "Reefs"), ("2.a", "Walls")]
    before = dump(desk.path)
    assert commit(desk, again := planned(desk, raw)).changes is None
    assert verdicts(again, "Agenda") == ["same", "same", "same"]
    assert dump(desk.path) == before


def test_a_row_put_in_without_numbering_the_rest_anew_is_said_and_changes_nothing_the_second_time(desk):
    taken(desk, workbook(Agenda=[("1", "Opening"), ("2", "Reefs"), ("2.a", "Corals")]))
    raw = workbook(
        Agenda=with_ids(desk, ("1", "Opening"), ("2", "News"), ("2", "Reefs"), ("2.a", "Corals")),
        Paragraphs=[("Reefs", None, None, "Reefs were discussed.", "2")],
    )
    for _ in range(2):
        intake = taken(desk, raw)
        assert "Number 2 stands in row 3 already (Agenda A4)." in said(intake)
        assert numbers(desk) == [("1", "Opening"), ("2", "News"), ("3", "Reefs"), ("3.a", "Corals")]
        assert held(desk).report_sections[0].items == (held(desk).agenda[2].id,)
    assert commit(desk, intake).changes is None
