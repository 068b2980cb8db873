from dataclasses import replace

from emgdesk.reports.blocks import Run, Table
from emgdesk.reports.builders.agenda_lines import AgendaFacts
from emgdesk.reports.builders.annotated_agenda import AnnotatedOptions, build
from tests.reports.builders.papers import lines, runs
from tests.reports.builders.rosters import MEETING
from tests.reports.builders.test_agenda import FACTS, item

ITEMS = (
    item(0, "1", "Opening", "14:00", "14:10", notes="Welcome all.\n\n- thank the host", presenter="The Chair"),
    item(0, "2", "Soils", papers=("p2", "p3"), draft_conclusion="The meeting *agrees*."),
    item(1, "a", "Peat", papers=("p1", "gone")),
    item(0, "", "Coffee break", "15:00"),
)  # fmt: skip
CHAIRED = AgendaFacts(MEETING, ITEMS, FACTS.papers, "Marta Quell")


def test_what_the_chair_needs() -> None:
    document = build(CHAIRED)
    assert lines(document) == [
        "Annotated Agenda",
        "For the Chair, Marta Quell",
        "Item 1: Opening",
        "2:00 – 2:10 p.m. · Presented by The Chair",
        "Welcome all.",
        "• thank the host",
        "Item 2: Soils",
        "Documents: 02 Provisional Agenda (EMGSOM.41_2); 04.A Concept note on soils",
        "Draft conclusion: The meeting agrees.",
        "a) Peat",
        "Document: 01 Logistics Note",
        "3:00 p.m. Coffee break",
    ]
    assert Run("02 Provisional Agenda (EMGSOM.41_2)", link="https://papers.example/2") in runs(document)


def test_room_to_write_below_the_last_of_a_branch() -> None:
    document = build(CHAIRED, AnnotatedOptions("24", documents=False, conclusions=False, room=3))
    assert lines(document)[2:] == [
        "Item 1: Opening",
        "14:00 – 14:10 · Presented by The Chair",
        "Welcome all.",
        "• thank the host",
        "<table of 3>",
        "Item 2: Soils",
        "a) Peat",
        "<table of 3>",
        "15:00 Coffee break",
        "<table of 3>",
    ]
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [(t.lines, t.row_height) for t in tables] == [("rows", 8.0)] * 3


def test_without_items_or_chair() -> None:
    document = build(replace(CHAIRED, items=(), chair=""))
    assert lines(document) == [
        "Annotated Agenda",
        "For the Chair",
        "[The agenda of this meeting has no items yet.]",
    ]
