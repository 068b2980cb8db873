from datetime import datetime

import pytest

from emgdesk.domain.report_texts import KINDS
from emgdesk.errors import InputError
from emgdesk.intake import commit
from emgdesk.operations.report import add_paragraph
from emgdesk.queries.meetings import find_meeting
from emgdesk.queries.reports import list_report
from tests.desks import dump
from tests.importing.files import file, sheet
from tests.meeting_books import changes, column, held, planned, problems, said, taken, verdicts, workbook

CODE = "SOM40 technical"
PAPERS = (
    ("01", "EMG/SOM.40/01", "Logistics note", "note", "EMG members", "en", "Secretariat", "Draft"),
    ("02", "EMGSOM.40_2", "Agenda, 議程", None, None, "en", None, "Circulated on:", datetime(2031, 9, 1)),
    (
        "03",
        None,
        "Progress report",
        None,
        None,
        None,
        None,
        None,
        "3 September 2031",
        "https://papers.example/3",
    ),
)
AGENDA = (("1", "Opening"), ("2", "Reefs"), ("2.a", "Corals"))
ACTIONS = (
    (None, "Reefs", "The Group:", "a", "Decide to map the reefs.", "approved"),
    (None, "Reefs", "The Group:", "b", "Agreed in the room to paint the buoys.", "approved"),
)
REPORT = (
    ("Opening", None, None, "The Chair opened the meeting.", "1", "Amélie Dürst", "UNEP"),
    ("Opening", None, "bullet point", "She thanked **all**.\n\n- twice\n- three times"),
    ("Reefs", None, "Paragraph", "Reefs were mapped[^1], and named[^2].", "2; item 2.a", None, None,
     "See the annex.\nNot all of them, 一部."),
    ("Reefs", "Corals", "Conclusion", "Agreed in the room to paint the buoys."),
    ("Reefs", "Corals", "Actions", "Reefs"),
    ("Reefs", "Corals", "deliverables", None),
    ("Closing", None, None, None),
)  # fmt: skip


def whole():
    return workbook(Agenda=AGENDA, Documents=PAPERS, Actions=ACTIONS, Paragraphs=REPORT)


def test_the_register_is_read_leniently(desk):
    taken(desk, whole())
    assert column(held(desk).documents, "Number", "Symbol", "Status", "Circulated on", "Web address") == [
        ("01", "EMG/SOM.40/01", "planned", "", ""),
        ("02", "EMGSOM.40_2", "circulated", "2031-09-01", ""),
        ("03", "", "", "2031-09-03", "https://papers.example/3"),
    ]


def test_the_report_is_read_with_sections_footnotes_and_what_it_refers_to(desk):
    taken(desk, whole())
    book = held(desk)
    assert [(s.heading, s.parent_id is not None) for s in book.report_sections] == [
        ("Opening", False), ("Reefs", False), ("Corals", True), ("Closing", False),
    ]  # fmt: skip
    assert column(book.paragraphs, "Section", "Subsection", "Kind", "Text", "Footnotes") == [
        ("Opening", "", "paragraph", "The Chair opened the meeting.", ""),
        ("Opening", "", "bullet", "She thanked **all**.\n\n- twice\n- three times", ""),
        (
            "Reefs",
            "",
            "paragraph",
            "Reefs were mapped[^1], and named[^2].",
            "See the annex.\nNot all of them, 一部.",
        ),
        ("Reefs", "Corals", "conclusion", "Agreed in the room to paint the buoys.", ""),
        ("Reefs", "Corals", "actions", "Reefs", ""),
        ("Reefs", "Corals", "deliverables", "", ""),
    ]
    assert [row.cells["Items"] for row in book.paragraphs][:3] == ["1", "", "2; 2.a"]
    sections = desk.read(list_report, meeting_id=desk.read(find_meeting, code=CODE).id)
    decision, block, _ = sections[2].paragraphs
    assert decision.action_id == book.actions[1].id
    assert block.action_section_id == book.action_sections[0].id


def test_the_same_workbook_again_changes_nothing(desk):
    taken(desk, whole())
    before = dump(desk.path)
    again = planned(desk, whole())
    assert {line.verdict for line in again.plan.book.lines} == {"same"}
    assert commit(desk, again).changes is None
    assert dump(desk.path) == before


def test_a_corrected_paragraph_and_footnote(desk):
    taken(desk, whole())
    rows = [list(row) for row in REPORT]
    rows[2][3] = "The reefs were mapped[^1], and named[^2]."
    rows[2][7] = "See Annex II.\nNot all of them, 一部."
    intake = taken(desk, workbook(Paragraphs=map(tuple, rows)))
    assert changes(intake) == {
        ("Paragraphs", 4): {
            "Text": ("Reefs were mapped[^1], and named[^2].", "The reefs were mapped[^1], and named[^2]."),
            "Footnotes": ("See the annex.\nNot all of them, 一部.", "See Annex II.\nNot all of them, 一部."),
        }
    }
    assert column(held(desk).paragraphs, "Footnotes")[2] == ("See Annex II.\nNot all of them, 一部.",)


def test_the_text_of_a_decision_goes_to_its_action(desk):
    taken(desk, whole())
    key = held(desk).paragraphs[3].id
    row = {
        "Section": "Reefs",
        "Subsection": "Corals",
        "Kind": "conclusion",
        "Text": "Agreed to paint every buoy.",
        "ID": key,
    }
    taken(desk, workbook(Paragraphs=[row]))
    assert column(held(desk).actions, "Text")[1] == ("Agreed to paint every buoy.",)


def test_a_sentence_that_follows_the_data_is_not_changed(desk):
    taken(desk, whole())
    section = held(desk).report_sections[3].id
    desk.do("Fill", add_paragraph, section_id=section, fill="closing")
    filled = held(desk).paragraphs[-1]
    row = {"Section": "Closing", "Kind": "paragraph", "Text": filled.cells["Text"], "ID": filled.id}
    assert changes(planned(desk, workbook(Paragraphs=[row]))) == {}
    intake = taken(desk, workbook(Paragraphs=[row | {"Text": "It closed late."}]))
    assert said(intake) == [
        "This sentence follows the desk's data; freeze it in the report to give it other words."
    ]
    assert held(desk).paragraphs[-1].cells["Text"] == filled.cells["Text"]


def test_other_items_of_a_section_and_another_name(desk):
    taken(desk, whole())
    rows = [(("Introduction", *row[1:]) if row[0] == "Opening" else row) for row in REPORT]
    keys = [row.id for row in held(desk).paragraphs]
    rows = [(*row, *(None,) * (8 - len(row)), key) for row, key in zip(rows, keys, strict=True)]
    rows[2] = (*rows[2][:4], "2.a", *rows[2][5:])
    intake = taken(desk, workbook(Paragraphs=rows))
    assert changes(intake) == {
        ("Paragraphs", 2): {"Section": ("Opening", "Introduction")},
        ("Paragraphs", 3): {"Section": ("Opening", "Introduction")},
        ("Paragraphs", 4): {"Items": ("2; 2.a", "2.a")},
    }
    assert [s.heading for s in held(desk).report_sections] == ["Introduction", "Reefs", "Corals", "Closing"]
    assert held(desk).paragraphs[2].cells["Items"] == "2.a"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ((None, None, None, "Lost."), ["2: The row has no Section (Paragraphs A2)."]),
        (("Reefs", None, "actions", "Dunes"), ["2: “Dunes” is no heading of actions (Paragraphs D2)."]),
        (("Reefs", None, "conclusion", None), ["2: The conclusion has no Text (Paragraphs D2)."]),
    ],
)
def test_paragraphs_that_cannot_be_taken(desk, row, expected):
    assert problems(taken(desk, workbook(Paragraphs=[row]))) == expected


def test_what_is_odd_in_a_paragraph_is_said(desk):
    rows = [
        ("Reefs", None, "poem", "Mapped[^2].", "7", None, None, "One."),
        ("Reefs", None, None, "word " * 20_000),
    ]
    intake = taken(desk, workbook(Agenda=AGENDA, Paragraphs=rows))
    assert said(intake) == [
        "There is no item 7 on the agenda (Paragraphs E2).",
        f"“poem” is no Kind and is taken as a paragraph; kinds are {', '.join(KINDS)} (Paragraphs C2).",
        "The mark [^2] has no line in Footnotes (Paragraphs D2).",
        "Line 1 of Footnotes has no mark [^1] in the Text (Paragraphs H2).",
    ]
    assert len(held(desk).paragraphs[1].cells["Text"].split()) == 20_000
    assert set(verdicts(planned(desk, workbook(Paragraphs=rows)), "Paragraphs")) == {"same"}


def test_two_documents_with_one_symbol(desk):
    rows = [("1", "EMG/SOM.40/1", "Note"), ("2", "EMGSOM.40_1", "Other note")]
    intake = taken(desk, workbook(Documents=rows))
    assert problems(intake) == ["3: Symbol EMGSOM.40_1 stands in row 2 already (Documents B3)."]


def test_papers_that_cannot_be_taken_and_cells_that_are_said(desk):
    rows = [("1", None, None, "note"), ("2", None, "Note", None, None, None, None, "lost", "soon")]
    intake = taken(desk, workbook(Documents=rows))
    assert problems(intake) == ["2: The document has neither a Title nor a Symbol (Documents C2)."]
    assert said(intake) == [
        "“lost” is no Status of a document; write planned, circulated, final (Documents H3).",
        "“soon” is no date the desk understands (Documents I3).",
    ]


def test_symbols_of_the_meeting_are_entered_in_the_register_once(desk):
    facts = (
        ("Agenda symbol", "EMG/SOM.40/2"),
        ("Summary symbol", "EMG/SOM.40/3"),
        ("Summary title", "Points"),
    )
    raw = workbook(*facts, Documents=PAPERS[:2])
    intake = taken(desk, raw)
    assert intake.plan.sheets["Documents"].rows == 2
    assert column(held(desk).documents, "Symbol", "Title") == [
        ("EMG/SOM.40/01", "Logistics note"), ("EMGSOM.40_2", "Agenda, 議程"), ("EMG/SOM.40/3", "Points"),
    ]  # fmt: skip
    assert commit(desk, planned(desk, raw)).changes is None


def test_unknown_columns_and_sheets_are_said(desk):
    raw = file(
        sheet(("Field", "Value"), ("Code", CODE), name="Meeting"),
        sheet(("Weather", "Title", "Mood"), ("fair", "Opening", "calm"), name="Agenda"),
        sheet(("A", "B"), (1, 2), name="Catering"),
        sheet(("Something", "Else"), (1, 2), name="Effects"),
    )
    intake = taken(desk, raw)
    assert intake.notes() == (
        "Sheet “Catering” (1 row) is none of a meeting workbook and was not read.",
        "Columns “Weather”, “Mood” of sheet “Agenda” were not read.",
        "Sheet “Effects” has no header the desk knows and was not read.",
    )
    assert column(held(desk).agenda, "Number", "Title") == [("1", "Opening")]


def test_the_desk_moved_on(desk):
    intake = planned(desk, whole())
    taken(desk, workbook(code="SOM40 senior", Agenda=AGENDA))
    with pytest.raises(Exception, match="The desk has changed since this preview was made"):
        commit(desk, intake)


def register(desk, *changed):
    """The rows of the sheet Documents as exported, some cells of some rows changed."""
    rows = [{**row.cells, "ID": row.id} for row in held(desk).documents]
    for at, cells in changed:
        rows[at] |= cells
    return rows


def test_a_symbol_another_document_has_is_refused_where_it_was_written(desk):
    taken(desk, workbook(("Agenda symbol", "EMG/SOM.40/01"), Documents=PAPERS))
    raw = workbook(
        ("Agenda symbol", "EMG/SOM.40/01"), Documents=register(desk, (0, {"Symbol": "EMG/SOM.40/02"}))
    )
    for _ in range(2):
        intake = taken(desk, raw)
        assert problems(intake) == ["2: Symbol EMG/SOM.40/02 stands in row 3 already (Documents B2)."]
        assert column(held(desk).documents, "Symbol") == [("EMG/SOM.40/01",), ("EMGSOM.40_2",), ("",)]


def test_a_symbol_of_the_meeting_entered_in_the_register_is_counted(desk):
    intake = taken(desk, workbook(("Report symbol", "EMG/SOM.40/09"), Documents=PAPERS))
    assert (intake.plan.sheets["Documents"].rows, intake.plan.sheets["Documents"].new) == (3, 4)
    intake = planned(desk, workbook(("Summary symbol", "EMG/SOM.40/10")))
    assert intake.summary().endswith("Documents: 1 new")


def test_numbers_a_spreadsheet_took_for_numbers_stay_as_the_desk_has_them(desk):
    taken(desk, workbook(Documents=PAPERS))
    rows = register(desk, (0, {"Number": 1}), (1, {"Number": 2.0}), (2, {"Number": 4}))
    assert changes(taken(desk, workbook(Documents=rows))) == {("Documents", 4): {"Number": ("03", "4")}}


def test_cells_that_cannot_be_read_are_named_and_the_others_taken(desk):
    taken(desk, workbook(Agenda=[("1", "Opening"), ("2", "Reefs"), ("2.a", "Corals")]))
    one, two, three = (row.id for row in held(desk).agenda)
    head = ("Number", "Title", "Start", "ID")
    broken = sheet(
        head, ("1", "#REF!", "09:00", one), ("2", None, "10:00", two), (None, "Corals", "11:00", three),
        name="Agenda", uncalculated=((3, 1), (5, 1)), merges=((1, 0, 1, 3), (4, 0, 4, 0), (3, 0, 4, 0)),
    )  # fmt: skip
    intake = taken(desk, file(sheet(("Field", "Value"), ("Code", CODE), name="Meeting"), broken))
    assert changes(intake) == {
        ("Agenda", 2): {"Start": ("", "09:00")},
        ("Agenda", 3): {"Start": ("", "10:00")},
        ("Agenda", 4): {"Start": ("", "11:00")},
    }
    assert said(intake) == [
        "Agenda B2 holds #REF!, an error of the spreadsheet.",
        "Agenda B3 holds a formula the file has no value for.",
        "Agenda A3:A4 is merged: only A3 is read.",
    ]
    (line,) = (line for line in intake.plan.book.lines if line.verdict == "problem")
    assert line.messages == (
        "The item has no Title (Agenda B5).",
        "Agenda B5 holds a formula the file has no value for.",
    )
    assert column(held(desk).agenda, "Number", "Title") == [
        ("1", "Opening"),
        ("2", "Reefs"),
        ("2.a", "Corals"),
    ]


def test_a_header_that_stands_twice_is_refused(desk):
    twice = sheet(("Number", "Title", "TITLE"), ("1", "Opening", "15:00"), name="Agenda")
    with pytest.raises(InputError) as refused:
        planned(desk, file(sheet(("Field", "Value"), ("Code", CODE), name="Meeting"), twice, name="m.xlsx"))
    assert str(refused.value) == "Column “Title” stands twice in m.xlsx (Agenda B1, Agenda C1)."


def test_an_emptied_cell_of_a_row_with_an_id_clears_only_where_the_file_is_to_replace(desk):
    item = ("1", "Opening", "15:00", "15:10", "The Chair", "Amélie Dürst")
    note = ("Opening", None, None, "She opened[^1].", "1", "Amélie Dürst", "UNEP", "Indeed.")
    taken(desk, workbook(Agenda=[item], Documents=PAPERS, Paragraphs=[note]))
    book = held(desk)
    bare = workbook(
        Agenda=[{"Number": "1", "ID": book.agenda[0].id}],
        Documents=[{"ID": book.documents[0].id, "Title": "Logistics note"}],
        Paragraphs=[{"Section": "Opening", "Text": "She opened.", "ID": book.paragraphs[0].id}],
    )
    for update in ("fill", "add-only"):
        intake = planned(desk, bare, update=update)
        assert not set(changes(intake)) - {("Paragraphs", 2)}
        assert [text for text in intake.notes() if "emptied" in text] == [
            "6 emptied cells of sheet “Documents” change nothing; “replace” clears them.",
            "4 emptied cells of sheet “Agenda” change nothing; “replace” clears them.",
            "3 emptied cells of sheet “Paragraphs” change nothing; “replace” clears them.",
        ]
    intake = taken(desk, bare, update="replace")
    assert said(intake) == ["Title cannot be empty and stays as it is (Agenda B2)."]
    book = held(desk)
    assert column(book.agenda, "Number", "Title", "Start", "End", "Presenter", "Presented by") == [
        ("1", "Opening", "", "", "", ""),
    ]  # fmt: skip
    assert list(book.documents[0].cells.values()) == [
        "",
        "",
        "Logistics note",
        *[""] * 4,
        "planned",
        *[""] * 3,
    ]
    assert column(book.paragraphs, "Text", "Speaker", "Entity", "Footnotes") == [("She opened.", "", "", "")]
    no_ids = workbook(Documents=[("02", None, "Agenda, 議程")])
    assert changes(planned(desk, no_ids, update="replace")) == {}


def test_deliverables_that_do_not_come_with_a_workbook_are_said_once(desk):
    intake = taken(desk, whole())
    assert "A workbook holds no deliverables: enter them again (Paragraphs C7)." in said(intake)
    assert not any("deliverables" in text for text in said(planned(desk, whole())))
