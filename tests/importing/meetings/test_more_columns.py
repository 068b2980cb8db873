"""Columns of a meeting workbook for the chair, the papers of items, and sentences that follow the data."""

import pytest

from emgdesk.domain.workbooks import WORKBOOKS
from emgdesk.queries.workstreams import list_workstreams
from tests.importing.files import file, sheet
from tests.meeting_books import CODE, changes, column, held, planned, said, taken

HEADS = {form.name: (*form.columns, "ID") for form in WORKBOOKS["meeting"]}


def workbook(**sheets):
    """A meeting workbook whose rows are dicts by column."""
    made = [sheet(("Field", "Value"), ("Code", CODE), name="Meeting")]
    for name, rows in sheets.items():
        cells = [tuple(row.get(head) for head in HEADS[name]) for row in rows]
        made.append(sheet(HEADS[name], *cells, name=name))
    return file(*made, name="meeting.xlsx")


def items(**first):
    return [{"Number": "1", "Title": "Opening", **first}, {"Number": "2", "Title": "Reefs"}]


PAPERS = [
    {"Number": "01", "Symbol": "EMG/SOM.40/01", "Title": "Agenda", "Workstream": "Task Team on Reefs"},
    {"Number": "02", "Title": "Logistics note"},
]


def test_notes_conclusions_and_papers_of_items_come_along(desk):
    first = items(
        Notes="Be brief.\n- smile",
        **{"Draft conclusion": "The Group **opened**."},
        Documents="EMG/SOM.40/01; 2; 09",
    )
    intake = taken(desk, workbook(Agenda=first, Documents=PAPERS))
    assert said(intake) == ["There is no document “09” in the register (Agenda J2)."]
    assert column(held(desk).agenda, "Notes", "Draft conclusion", "Documents") == [
        ("Be brief.\n- smile", "The Group **opened**.", "EMG/SOM.40/01; 02"), ("", "", ""),
    ]  # fmt: skip
    assert [row.cells["Workstream"] for row in held(desk).documents] == ["Task Team on Reefs", ""]
    assert {
        line.verdict for line in planned(desk, workbook(Agenda=first, Documents=PAPERS)).plan.book.lines
    } == {"same"}


def test_papers_of_an_item_change_and_go(desk):
    taken(desk, workbook(Agenda=items(Documents="01"), Documents=PAPERS))
    moved = workbook(Agenda=items(Documents="Logistics note"))
    assert changes(planned(desk, moved)) == {
        ("Agenda", 2): {"Documents": ("EMG/SOM.40/01", "Logistics note")}
    }
    taken(desk, moved)
    key = held(desk).agenda[0].id
    assert column(held(desk).agenda, "Documents")[0] == ("02",)
    taken(desk, workbook(Agenda=[{"Number": "1", "Title": "Opening", "ID": key}]), update="replace")
    assert column(held(desk).agenda, "Documents")[0] == ("",)


@pytest.mark.parametrize(("fill", "kept"), [("closing", "closing"), ("Closing, frozen", "closing, frozen")])
def test_sentences_that_follow_the_data_stay_so(desk, fill, kept):
    rows = [
        {"Section": "Closing", "Text": "It was closed.", "Fill": fill},
        {"Section": "Closing", "Text": "All left."},
    ]
    taken(desk, workbook(Paragraphs=rows))
    assert column(held(desk).paragraphs, "Fill") == [(kept,), ("",)]
    frozen = "frozen" in kept
    assert (held(desk).paragraphs[0].cells["Text"] == "It was closed.") == frozen
    assert bool(held(desk).paragraphs[0].fixed) != frozen


def test_a_fill_nobody_knows_is_told(desk):
    intake = taken(desk, workbook(Paragraphs=[{"Section": "Closing", "Text": "So.", "Fill": "weather"}]))
    (sentence,) = said(intake)
    assert sentence.startswith("“weather” fills no sentence; write opening, ")
    assert sentence.endswith("(Paragraphs I2).")


def test_an_effect_without_a_workstream_is_one_on_that_of_its_section(desk):
    action = {"Workstream": "Coalition on Ports", "Heading": "Ports", "Label": "a", "Text": "Agree to go on."}
    taken(
        desk, workbook(Actions=[action], Effects=[{"Heading": "Ports", "Label": "a", "Effect": "extended"}])
    )
    (ports,) = desk.read(list_workstreams)
    assert held(desk).effects[0].links == {"Workstream": ports.id}
