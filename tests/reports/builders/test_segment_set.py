from dataclasses import replace

from emgdesk.reports.blocks import Document, Part, TitleBlock
from emgdesk.reports.builders import action_points, agenda, segment_set
from emgdesk.reports.builders.action_points import ActionPointsFacts
from emgdesk.reports.builders.agenda_lines import AgendaFacts
from emgdesk.reports.builders.segment_set import SetOptions, SetPart
from tests.reports.builders import test_agenda
from tests.reports.builders.decisions import SECTIONS
from tests.reports.builders.papers import lines
from tests.reports.builders.rosters import MEETING

PARTS = (
    SetPart("Agenda", agenda.build(test_agenda.FACTS)),
    SetPart("Action points", action_points.build(ActionPointsFacts(replace(MEETING, symbol=""), SECTIONS))),
    SetPart("Annotated agenda", agenda.build(AgendaFacts(MEETING))),
)


def test_each_document_is_a_part_and_empty_ones_are_told() -> None:
    document = segment_set.build("Technical Segment", PARTS)
    said = lines(document)
    heads = [n for n, line in enumerate(said) if line.startswith("===")]
    assert [said[n : n + 2] for n in heads] == [
        ["=== Agenda (EMGSOM.41_2)", "Provisional Agenda"],
        ["=== Action points", "Summary of Action Points"],
    ]
    assert document.blocks[0] == Part("Agenda (EMGSOM.41_2)", "EMGSOM.41_2")
    assert isinstance(document.blocks[1], TitleBlock)
    assert (document.title, document.rows) == ("Documents – Technical Segment", 2)
    assert document.remarks == ("Annotated agenda: nothing to print yet, left out of the set.",)


def test_a_set_of_nothing_says_so() -> None:
    document = segment_set.build("Technical Segment", PARTS[2:])
    assert lines(document) == ["Technical Segment", "[There is nothing to put into the set yet.]"]
    assert (document.remarks, document.rows) == (("There is nothing to put into the set yet.",), 0)


def test_files_are_named_by_symbols_or_by_what_they_are() -> None:
    slashed = SetPart("Report", Document("Report", (), subject="EMG SOM41st /technical/03"))
    again = SetPart("Report", Document("Report", (), subject="emg som41st /TECHNICAL/03"))
    assert segment_set.file_names("SOM41 technical", (*PARTS, slashed, again), ".pdf") == [
        "EMGSOM.41_2.pdf",
        "SOM41 technical Action points.pdf",
        "EMGSOM.41_2 (2).pdf",
        "EMG SOM41st-technical-03.pdf",
        "emg som41st-TECHNICAL-03 (2).pdf",
    ]


def test_which_documents_are_wanted() -> None:
    assert [name for name, _ in segment_set.chosen(SetOptions())] == [
        "agenda", "action-points", "meeting-report", "participants",
    ]  # fmt: skip
    options = SetOptions(False, True, True, True, False, False, clock="24", wording="adopted")
    assert segment_set.chosen(options) == (
        ("annotated-agenda", {"clock": "24"}),
        ("progress-report", {}),
        ("action-points", {"wording": "adopted"}),
    )
