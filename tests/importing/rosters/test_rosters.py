from datetime import datetime

import pytest

from emgdesk.errors import InputError
from emgdesk.importing.rosters.mapping import map_roster
from emgdesk.importing.tables import RawFile
from tests.importing.files import file, roster, sheet

HEADER = ("No.", "Title", "First name", "LAST NAME", "E-mail", "Entity", "Mode", "Registered on", "Remarks")


def only(raw: RawFile):
    (record,) = map_roster(raw).records
    return record


def aside(raw: RawFile):
    return [(one.row, one.verdict, one.message) for one in map_roster(raw).set_aside]


def test_a_row_becomes_a_record_with_its_cells_kept():
    raw = roster(
        HEADER,
        (1, "Ms", " Ada ", "MOSS", "Ada@X.example", "FAO ", "Online", datetime(2031, 4, 20, 9, 0), "late"),
    )
    record = only(raw)
    assert (record.name, record.given, record.family, record.title) == ("Ada MOSS", "Ada", "MOSS", "Ms")
    assert (record.email, record.entity, record.mode) == ("Ada@X.example", "FAO", "online")
    assert (record.registered, record.notes, record.attendance) == ("2031-04-20 09:00", "late", "")
    assert record.original[2] == ("First name", " Ada ")
    assert record.original[7] == ("Registered on", "2031-04-20 09:00")


def test_cells_that_look_like_formulas_are_data():
    raw = roster(("Name", "Entity", "Remarks"), ("=Ada Moss", "@FAO", "-1+2"), ("@Bo Lind", "+WHO", "=1+1"))
    read = [(one.name, one.entity, one.notes) for one in map_roster(raw).records]
    assert read == [("=Ada Moss", "@FAO", "-1+2"), ("@Bo Lind", "+WHO", "=1+1")]


def test_rows_that_are_no_people_are_set_aside():
    raw = roster(
        HEADER,
        (1, None, "Ada", "Moss", None, "FAO"),
        (2,),
        HEADER,
        (None, None, None, None, None, "Total", 1),
        ("* registered after the deadline",),
    )
    assert aside(raw) == [
        (3, "skipped", "No name: a heading, a note or an unfilled line."),
        (4, "skipped", "The header again."),
        (5, "skipped", "A row that counts, no person."),
        (6, "skipped", "A note below the table, no person."),
    ]


def test_a_row_without_a_name_but_with_an_address_is_a_problem():
    raw = roster(HEADER, (1, None, None, None, "who@x.example", "FAO"))
    assert aside(raw) == [(2, "problem", "No name in “First name” and “LAST NAME” (who@x.example).")]


@pytest.mark.parametrize(
    ("name", "verdict", "message"),
    [
        ("ada@x.example", "problem", "The name in A2 is an e-mail address (ada@x.example)."),
        (12, "problem", "The name in A2 is a number (12)."),
        ("TBC", "problem", "The name in A2 is still open (TBC)."),
        ("<insert name>", "problem", "The name in A2 is still open (<insert name>)."),
        ("N/A", "problem", "The name in A2 is still open (N/A)."),
        ("...", "problem", "The name in A2 is no name (...)."),
        ("A" * 300, "problem", "The name in A2 is 300 characters long; no name is."),
        ("+41 22 917 8000", "skipped", "A telephone that dialled in, no person's name (+41 22 917 8000)."),
        ("Total: 5", "skipped", "A row that counts, no person."),
        ("* late", "skipped", "A note below the table, no person."),
    ],
)
def test_names_that_are_none(name, verdict, message):
    assert aside(roster(("Name", "Entity"), (name, "FAO"))) == [(2, verdict, message)]


@pytest.mark.parametrize(
    "row",
    [
        ("TOTAL:", None, 2),
        ("Total", 2, None),
        (None, "Total", 2),
        ("Grand total", "x", 2),
        (2, "Total", None),
    ],
)
def test_a_row_that_counts_is_no_person_wherever_its_number_stands(row):
    raw = roster(("Name", "Entity", "Phone"), ("Ada Moss", "FAO", None), row)
    assert [one.name for one in map_roster(raw).records] == ["Ada Moss"]
    assert [(number, verdict, message) for number, verdict, message in aside(raw)] == [
        (3, "skipped", "A row that counts, no person.")
    ]


def test_headings_and_notes_between_people_are_no_people():
    raw = roster(
        ("Name", "Entity"),
        ("Observers:",),
        ("Ada Moss", "WWF"),
        ("Note: the list was closed on the first of May",),
        ("Bo Lind",),
    )
    assert [one.name for one in map_roster(raw).records] == ["Ada Moss", "Bo Lind"]
    assert [row for row, *_ in aside(raw)] == [2, 4]


def test_names_with_titles_commas_and_addresses_are_taken_apart():
    raw = roster(("Name",), ("Dr. Ada Moss",), ("LIND, Bo",), ("Cy Rook <cy@x.example>",))
    read = [(one.title, one.name, one.given, one.family) for one in map_roster(raw).records]
    assert read == [("Dr.", "Ada Moss", "", ""), ("", "Bo LIND", "Bo", "LIND"), ("", "Cy Rook", "", "")]


def test_a_full_name_wins_over_its_parts_as_it_is_written():
    raw = roster(("Name", "Given name", "Family name"), ("Wu Mei", "Mei", "Wu"), (None, "Bo", "Lind"))
    assert [one.name for one in map_roster(raw).records] == ["Wu Mei", "Bo Lind"]


def test_invisible_characters_are_taken_out_and_told_of():
    record = only(roster(("Name",), ("Ada\u202e Moss",)))
    assert (record.name, record.messages) == (
        "Ada Moss",
        ("Invisible characters were taken out of the name.",),
    )


@pytest.mark.parametrize(
    ("written", "name", "message"),
    [
        ("Mar\ufffda Moss", "Mar\ufffda Moss", "Letters of the name were lost (Mar\ufffda Moss)."),
        ("?ukasz Moss", "?ukasz Moss", "Letters of the name were lost (?ukasz Moss)."),
        ("Nguy?n Van", "Nguy?n Van", "Letters of the name were lost (Nguy?n Van)."),
        ("\u202aAda\u202c Moss\u200f", "Ada Moss", "Invisible characters were taken out of the name."),
        ("  Ada \u00a0 Moss\n", "Ada Moss", ""),
        ("Ada Moss?", "Ada Moss?", ""),
        ("Ada", "Ada", ""),
    ],
)
def test_odd_names_are_taken_with_a_word_on_them(written, name, message):
    record = only(roster(("Name", "Entity"), (written, "FAO")))
    assert (record.name, record.messages) == (name, (message,) if message else ())


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("#N/A", "an error of the spreadsheet (#N/A)"),
        ("#REF!", "an error of the spreadsheet (#REF!)"),
        (True, "an answer and no name (Yes)"),
        ("TRUE", "an answer and no name (TRUE)"),
        ("Dr.", "a title and no name (Dr.)"),
        ("iPhone", "that of a device (iPhone)"),
        ("Delegate 1", "no person's (Delegate 1)"),
        ("From", "no person's (From)"),
        (4711.25, "a number (4711.25)"),
        ("12345.678", "a number (12345.678)"),
    ],
)
def test_what_is_no_name_is_a_problem(written, said):
    read = map_roster(roster(("Name", "Entity"), (written, "FAO"), ("Ada Moss", "FAO")))
    assert [one.name for one in read.records] == ["Ada Moss"]
    assert [(one.row, one.verdict, one.message) for one in read.set_aside] == [
        (2, "problem", f"The name in A2 is {said}.")
    ]


def test_an_error_beside_a_name_is_left_out_with_a_word():
    record = only(roster(("Name", "Entity"), ("Ada Moss", "#REF!")))
    assert (record.entity, record.messages) == ("", ("B2 holds an error (#REF!).",))


def test_dates_that_cannot_be_read_are_told_cell_by_cell():
    header = ("Name", "Registered on")
    said = ("31/12/2022", "02/03/2022", 45000, "12/31/2022", "garbage", "30/02/2022", "-")
    read = map_roster(roster(header, *((f"Ada Moss{chr(97 + n)}", one) for n, one in enumerate(said))))
    assert [one.registered for one in read.records] == [
        "2022-12-31", "2022-03-02", "", "2022-12-31", "", "", "",
    ]  # fmt: skip
    assert [one.messages for one in read.records] == [
        (),
        (),
        ("“45000” in Registered on was not understood (B4).",),
        ("“12/31/2022” in Registered on is read as 2022-12-31, though other dates have the day first (B5).",),
        ("“garbage” in Registered on was not understood (B6).",),
        ("“30/02/2022” in Registered on was not understood (B7).",),
        (),
    ]
    (note,) = read.notes
    assert note == (
        "The dates in “Registered on” contradict each other: some have the day first (as 31/12/2022), some "
        "the month (as 12/31/2022). Where both can be, the day is taken first."
    )


def test_names_saved_in_a_wrong_code_page_are_told_of_once_for_the_file():
    raw = roster(
        ("Name", "Entity"), ("?ukasz Moss", "FAO"), ("??? ????", "FAO"), ("Bo Lind", "FAO"), name="l.csv"
    )
    mapped = map_roster(raw)
    assert [one.name for one in mapped.records] == ["?ukasz Moss", "Bo Lind"]
    assert aside(raw) == [
        (3, "problem", "The name in A3 is lost (??? ????): the file was saved in a wrong code page.")
    ]
    said = "In 2 names of l.csv letters were lost (“?”): it was saved in a code page that has not got them."
    assert mapped.notes == (f"{said} Ask for the file as UTF-8 or as a workbook.",)


@pytest.mark.parametrize(("email", "verdict"), [(None, "skipped"), ("a@x.example", "problem")])
@pytest.mark.parametrize("name", [".", "1", "..."])
def test_a_name_that_names_nobody_is_passed_over_among_those_who_were_there(name, email, verdict):
    raw = roster(
        ("Name", "Email", "Join Time"), (name, email, "10:00"), ("Ada Moss", "ada@x.example", "10:00")
    )
    (note,) = map_roster(raw, attendance="attended").set_aside
    assert note.verdict == verdict
    (note,) = map_roster(raw).set_aside
    assert note.verdict == "problem"


def test_three_tables_side_by_side_are_read_one_after_the_other():
    raw = roster(
        ("Name", "Entity") * 3,
        ("Ada Moss", "FAO", "Bo Lind", "WHO", "Cy Rook", "ECE"),
        ("Name", "Entity") * 3,
        ("Di Fenn", "FAO", None, None, 17, "ECE"),
    )
    mapped = map_roster(raw)
    assert [(one.row, one.name, one.entity) for one in mapped.records] == [
        (2, "Ada Moss", "FAO"), (4, "Di Fenn", "FAO"), (5, "Bo Lind", "WHO"), (8, "Cy Rook", "ECE"),
    ]  # fmt: skip
    assert aside(raw) == [
        (3, "skipped", "The header again."),
        (10, "problem", "The name in E4 is a number (17)."),
    ]
    assert (dict(mapped.lines), mapped.unused) == ({5: 2, 8: 2, 10: 4}, ())


def test_what_is_no_address_is_told_with_its_cell():
    record = only(roster(("Name", "Mode", "Email"), ("Ada Moss", "online", "no at sign")))
    assert record.messages == ("“no at sign” is no e-mail address (C2).",)


def test_a_mode_nobody_understands_stays_in_the_original():
    raw = roster(("Name", "Mode"), ("Ada Moss", "by boat"), ("Bo Lind", "online"), ("Cy Rook", "online"))
    first = map_roster(raw).records[0]
    assert first.mode == ""
    assert first.messages == ("“by boat” in Mode was not understood (B2).",)
    assert first.original[1] == ("Mode", "by boat")


def test_of_several_addresses_the_first_is_taken():
    record = only(roster(("Name", "Email"), ("Ada Moss", "mailto:a@x.example; b@x.example")))
    assert record.email == "a@x.example"
    assert record.messages == ("Only the first address of B2 was taken: mailto:a@x.example; b@x.example.",)


def test_a_link_gives_the_address_its_text_hides():
    raw = file(
        sheet(("Name", "Email"), ("Ada Moss", "write me"), links={(2, 1): "mailto:a@x.example?subject=x"})
    )
    assert only(raw).email == "a@x.example"


def test_an_entity_merged_over_rows_is_that_of_each():
    raw = file(
        sheet(
            ("Entity", "Name"),
            ("FAO", "Ada Moss"),
            (None, "Bo Lind"),
            ("ECE", "Cy Rook"),
            merges=((2, 0, 3, 0),),
        )
    )
    assert [one.entity for one in map_roster(raw).records] == ["FAO", "FAO", "ECE"]


def test_formulas_without_a_value_are_told_of():
    raw = file(
        sheet(("Name", "Entity"), ("Ada Moss", None), (None, "FAO"), uncalculated=((2, 1), (3, 0))),
        name="f.xlsx",
    )
    assert only(raw).messages == ("B2 holds a formula the file has no value for.",)
    assert aside(raw) == [(3, "problem", "A3 holds a formula the file has no value for.")]


def test_placeholders_for_nothing_are_nothing():
    record = only(roster(("Name", "Entity", "Function", "Email"), ("Ada Moss", "n/a", "-", "N/A")))
    assert (record.entity, record.function, record.email, record.messages) == ("", "", "", ())


def test_the_sheet_with_a_roster_is_read_and_the_others_are_told_of():
    raw = file(
        sheet(("Read me",), ("This file was made by hand",), name="Notes"),
        sheet(("Name", "Entity"), ("Ada Moss", "FAO"), name="People"),
        sheet(("Name", "Entity", "Email"), ("Bo Lind", "ECE", "b@x.example"), name="Old", hidden=True),
    )
    mapped = map_roster(raw)
    assert mapped.sheet == "People"
    assert mapped.notes == (
        "The sheet “Notes” (2 rows) was not read.",
        "The hidden sheet “Old” (a list of people with 1 row) was not read.",
    )
    assert map_roster(raw, sheet="old").records[0].name == "Bo Lind"


def test_hidden_rows_and_further_tables_are_told_of():
    raw = file(
        sheet(
            ("Name", "Entity"), ("Ada Moss", "FAO"), (), ("Name", "Hotel", "Email"), ("Ada Moss", "Inn", "a@x.example"),
            hidden_rows=frozenset({2}),
        )
    )  # fmt: skip
    assert map_roster(raw).notes == (
        "Another table begins in row 4 of sheet “Sheet1”; it was not read.",
        "1 hidden row of sheet “Sheet1” was read like the others.",
    )


def test_a_list_of_who_was_there_says_so_of_everybody():
    raw = roster(("Name", "Attendance"), ("Ada Moss", "absent"), ("Bo Lind", None))
    said = [one.attendance for one in map_roster(raw, attendance="attended").records]
    assert said == ["absent", "attended"]


def test_the_order_of_dates_is_that_of_the_file_unless_it_is_told():
    rows = (("Name", "Registered on"), ("Ada Moss", "5/4/2031"), ("Bo Lind", "20/4/2031"))
    mapped = map_roster(roster(*rows))
    assert mapped.date_order == "dmy"
    assert [one.registered for one in mapped.records] == ["2031-04-05", "2031-04-20"]
    told = map_roster(roster(*rows[:2]), date_order="mdy")
    assert [one.registered for one in told.records] == ["2031-05-04"]
    assert map_roster(roster(*rows[:2])).records[0].registered == ""


def test_exports_are_known_by_their_headers():
    zoom = map_roster(
        roster(
            ("Name (Original Name)", "User Email", "Total Duration (Minutes)", "Guest"),
            ("Ada Moss", None, 8, "No"),
        )
    )
    assert (zoom.format, zoom.records[0].attendance) == ("zoom", "attended")
    indico = map_roster(
        roster(
            ("ID", "Name", "Email Address", "Affiliation", "Registration state"),
            (1, "Ada Moss", None, "FAO", "Withdrawn"),
        )
    )
    assert (indico.format, indico.records[0].attendance) == ("indico", "cancelled")
    teams = map_roster(
        roster(("Name", "First Join", "Last Leave", "Email", "Role"), ("Ada Moss", 1, 2, None, "Presenter"))
    )
    assert (teams.format, teams.records[0].role) == ("teams", "")


def test_the_list_indico_imports_has_no_header():
    rows = [("Ada", "Moss", "FAO", "Head", "", "a@x.example"), ("Bo", "Lind", "ECE", "", "", "b@x.example")]
    mapped = map_roster(roster(*rows, name="people.csv"))
    assert (mapped.format, mapped.header_row) == ("indico", None)
    assert [(one.row, one.name, one.entity) for one in mapped.records] == [
        (1, "Ada Moss", "FAO"),
        (2, "Bo Lind", "ECE"),
    ]


def test_the_roster_workbook_knows_its_rows_by_id():
    key = "0" * 32
    mapped = map_roster(file(sheet(("Name", "Entity", "ID"), ("Ada Moss", "FAO", key), name="Participants")))
    assert (mapped.format, mapped.records[0].id) == ("workbook", key)
    other = map_roster(roster(("ID", "Name"), (17, "Ada Moss")))
    assert (other.records[0].id, other.unused) == ("", ("ID",))


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (roster(("Room", "Seats"), ("A", 12)),
         "list.xlsx has no column of names in sheet “Sheet1”; the headers seen are “Room”, “Seats”."),
        (file(sheet(("Room",), ("A",), name="One"), sheet(("Seats",), (5,), (6,), name="Two")),
         "list.xlsx has no column of names in its sheets “One”, “Two”; the headers seen are “Seats”."),
        (roster((1, 2), (3, 4)), "list.xlsx has no column of names in sheet “Sheet1”; no headers were seen."),
        (file(sheet()), "list.xlsx is empty: no sheet of it holds any cell."),
    ],
)  # fmt: skip
def test_files_without_names_are_refused(raw, sentence):
    with pytest.raises(InputError) as refused:
        map_roster(raw)
    assert str(refused.value) == sentence


def test_sheets_and_rows_that_are_not_there_are_refused():
    raw = roster(("Name",), ("Ada Moss",))
    with pytest.raises(InputError) as no_sheet:
        map_roster(raw, sheet="People")
    assert str(no_sheet.value) == "list.xlsx has no sheet “People”; its sheets are “Sheet1”."
    with pytest.raises(InputError) as no_row:
        map_roster(raw, header_row=9)
    assert str(no_row.value) == "list.xlsx has no row 9 in sheet “Sheet1”."


@pytest.mark.parametrize(
    ("name", "taken", "proposed", "message"),
    [
        ("Anna Fisk, Ph.D.", "Anna Fisk, Ph.D.", "", None),
        ("Anna Fisk, Ph.D., UNEP", "Anna Fisk, Ph.D.", "UNEP", None),
        ("Anna Fisk, UNEP", "Anna Fisk", "UNEP", None),
        ("Anna Fisk, UNDRR", "Anna Fisk", "UNDRR", None),
        ("Fisk, UNDRR", "UNDRR Fisk", "", "UNDRR"),
        ("Fisk, ANNA", "ANNA Fisk", "", "ANNA"),
        ("FISK, ANNA", "ANNA FISK", "", None),
        ("LI, WEI", "WEI LI", "", None),
        ("LI, Wei", "Wei LI", "", None),
    ],
)
def test_no_acronym_behind_a_comma_becomes_a_given_name_in_silence(name, taken, proposed, message):
    (record,) = map_roster(roster(("Name", "Email"), (name, "x@y.example")), is_entity="UNEP".__eq__).records
    assert (record.name, record.proposed_entity) == (taken, proposed)
    said = f"“{message}” was taken for a given name; if it is an entity, put it into a column of its own."
    assert record.messages == ((said,) if message else ())


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Ana Ruiz & Tom Berg", True),
        ("Ana Ruiz and Tom Berg", True),
        ("Ana Ruiz/Tom Berg", True),
        ("Ana Ruiz / Tom Berg", True),
        ("Food and Agriculture Organization", False),
        ("José Ortega y Gasset", False),
        ("Ana Ruiz/UNEP", False),
    ],
)
def test_two_people_in_one_cell_are_a_problem(name, several):
    mapped = map_roster(roster(("Name", "Email"), (name, "x@y.example")))
    assert [note.verdict for note in mapped.set_aside] == (["problem"] if several else [])
