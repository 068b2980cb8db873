from dataclasses import replace

from emgdesk.reports.blocks import Paragraph, Run, TitleBlock
from emgdesk.reports.builders.agenda import AgendaOptions, build
from emgdesk.reports.builders.agenda_lines import AgendaFacts, AgendaLine, PaperLine
from tests.reports.builders.papers import lines, runs
from tests.reports.builders.rosters import MEETING


def item(depth: int, label: str, title: str, start: str = "", end: str = "", **more: object) -> AgendaLine:
    return AgendaLine(title, depth, depth, label, title, start, end, **more)  # type: ignore[arg-type]


FACTS = AgendaFacts(
    replace(MEETING, start="14:00", end="16:30"),
    (
        item(0, "1", "Opening", "14:00", "14:10"),
        item(0, "2", "Adoption of the agenda"),
        item(0, "3", "Progress since the last meeting", "14:10", "15:00"),
        item(1, "a", "Task Team on Reefs", presenter="FAO", presented_by="Ola Ek, FAO"),
        item(2, "a", "Mapping of reefs", presenter="FAO; UNEP; WMO"),
        item(2, "b", "Outreach"),
        item(1, "b", "Coalition on Ports (presented by IMO)", presenter="IMO"),
        item(0, "", "Coffee break", "15:00", "15:15"),
        item(0, "4", "Preparation of the next meeting", "15:15", "16:15"),
        item(1, "1", "New topics"),
        item(2, "a", "Soils", "15:20", "15:30", presenter="UNCCD"),
        item(1, "2", "Date and time"),
        item(0, "5", "Any other business", "16:15"),
        item(0, "", "Closure of the meeting", "16:30"),
    ),
    (
        PaperLine("p1", "01", "Logistics Note"),
        PaperLine("p2", "02", "Provisional Agenda", "EMGSOM.41_2", "https://papers.example/2"),
        PaperLine("p3", "04.A", "Concept note on soils"),
        PaperLine("p4", "04.B", "Concept note on ports"),
        PaperLine("p5", "05.A", "Alone under its number"),
        PaperLine("p6", "INF.1", "A paper with a number of its own"),
        PaperLine("p7", "", "A paper without a number", "EMGSOM.41/INF/2"),
    ),
)  # fmt: skip


def test_the_whole_grammar() -> None:
    assert lines(build(FACTS)) == [
        "Provisional Agenda",
        "Meeting documents:",
        "01. Logistics Note",
        "02. Provisional Agenda",
        "04. A) Concept note on soils",
        "  B) Concept note on ports",
        "05. A) Alone under its number",
        "INF.1. A paper with a number of its own",
        "  A paper without a number",
        "2:00 – 2:10 p.m.",
        "Item 1: Opening",
        "Item 2: Adoption of the agenda",
        "2:10 – 3:00 p.m.",
        "Item 3: Progress since the last meeting",
        "  a) Task Team on Reefs (presented by FAO)",
        "    a. Mapping of reefs (presented by FAO, UNEP and WMO)",
        "    b. Outreach",
        "  b) Coalition on Ports (presented by IMO)",
        "3:00 – 3:15 p.m. Coffee break",
        "3:15 – 4:15 p.m.",
        "Item 4: Preparation of the next meeting",
        "  1) New topics",
        "    a. 3:20 – 3:30 p.m. Soils (presented by UNCCD)",
        "  2) Date and time",
        "4:15 p.m.",
        "Item 5: Any other business",
        "4:30 p.m. Closure of the meeting",
    ]


def test_an_adopted_agenda_by_24_hours_names_who_did_present() -> None:
    document = build(FACTS, AgendaOptions("adopted", "24", documents=False))
    said = lines(document)
    assert said[:3] == ["Agenda", "14:00 – 14:10", "Item 1: Opening"]
    assert "  a) Task Team on Reefs (presented by Ola Ek, FAO)" in said
    assert said[-1] == "16:30 Closure of the meeting"
    head = document.blocks[0]
    assert isinstance(head, TitleBlock)
    assert head.left[1] == "9 September 2035, 14:00 – 16:30 Geneva time"


def test_symbols_addresses_and_no_presenters() -> None:
    document = build(FACTS, AgendaOptions(symbols=True, presenters=False, heading="Draft Agenda"))
    said = lines(document)
    assert said[0] == "Draft Agenda"
    assert said[3] == "02. Provisional Agenda (EMGSOM.41_2)"
    assert "  a) Task Team on Reefs" in said
    assert Run("Provisional Agenda", link="https://papers.example/2") in runs(document)


def test_items_taken_at_one_time_stand_under_it_once() -> None:
    two = (item(0, "1", "One", "09:00", "10:00"), item(0, "2", "Two", "09:00", "10:00"))
    assert lines(build(AgendaFacts(MEETING, two)))[1:] == ["9:00 – 10:00 a.m.", "Item 1: One", "Item 2: Two"]


def test_times_never_stand_alone_at_the_foot_of_a_page() -> None:
    document = build(FACTS, AgendaOptions(documents=False))
    assert [b.keeps_next for b in document.blocks if isinstance(b, Paragraph)] == [
        True,
        True,
        False,
        True,
        True,
        False,
    ]


def test_an_agenda_without_items_says_so() -> None:
    document = build(AgendaFacts(MEETING))
    assert lines(document) == ["Provisional Agenda", "[The agenda of this meeting has no items yet.]"]
    assert document.remarks == ("The agenda of this meeting has no items yet.",)


def test_what_a_file_manager_shows() -> None:
    document = build(FACTS)
    assert document.title == "Provisional Agenda – Technical Segment of the 41st Senior Officials Meeting"
    assert (document.subject, document.rows) == ("EMGSOM.41_2", 14)
