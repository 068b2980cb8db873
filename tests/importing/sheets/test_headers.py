import pytest

from emgdesk.importing.sheets.headers import column_letter, find_table, unique_labels
from tests.importing.files import sheet


def test_a_header_stands_below_titles_blank_rows_and_metadata():
    table = find_table(
        sheet(
            ("Technical segment of the 40th meeting",),
            ("Registrations received", None, "17 May"),
            (),
            ("No.", "First name", "LAST NAME", "E-mail address"),
            (1, "Ada", "Moss", "ada@x.example"),
        )
    )
    assert table.header_row == 4
    assert table.labels == ("No.", "First name", "LAST NAME", "E-mail address")
    assert (table.first, table.last) == (3, 4)


def test_a_title_that_is_a_header_word_is_no_header():
    table = find_table(sheet(("Participants",), ("Name", "Entity"), ("Ada Moss", "FAO")))
    assert table.header_row == 2


def test_a_lone_column_of_names_has_a_header():
    table = find_table(sheet(("Participants",), ("Ada Moss",), ("Bo Lind",)))
    assert table.header_row == 1


def test_metadata_with_an_e_mail_is_no_header():
    rows = (
        ("Topic", "User Email", "Duration", "Participants"),
        ("Segment", "host@x.example", 90, 12),
        (),
        ("Name (Original Name)", "User Email", "Guest"),
        ("Ada Moss", "ada@x.example", "No"),
    )
    assert find_table(sheet(*rows)).header_row == 4


def test_without_a_column_of_names_there_is_no_table():
    assert find_table(sheet(("Room", "Seats"), ("A", 12))) is None
    assert find_table(sheet()) is None


def test_the_header_can_be_moved_by_hand():
    rows = (("Wer", "Woher"), ("Ada Moss", "FAO"))
    assert find_table(sheet(*rows), 1).labels == ("Wer", "Woher")
    assert find_table(sheet(*rows), 9) is None


def test_a_repeated_header_is_seen_and_another_table_ends_the_first():
    table = find_table(
        sheet(
            ("Name", "Entity"),
            ("Ada Moss", "FAO"),
            ("Name", "Entity"),
            ("Bo Lind", "WHO"),
            (),
            ("3. Activities",),
            ("Name", "Email", "Role"),
            ("Ada Moss", "ada@x.example", "Host"),
        )
    )
    assert (table.first, table.last) == (1, 4)
    assert table.repeated == {2}
    assert table.others == (7,)


def test_a_header_repeated_on_every_page_is_one_header():
    header, page = ("Name", "Entity"), [(f"Ada Moss{n}", "FAO") for n in range(3)]
    table = find_table(sheet(header, *page, header, *page, header, *page * 9))
    assert (table.first, table.last, len(table.repeated)) == (1, 36, 2)


def test_small_tables_before_a_large_one_are_passed_over():
    hosts = [("User name", "Email"), ("Office", "o@x.example")]
    people = [("First name", "Last name", "Email"), *[("Ada", "Moss", "a@x.example")] * 5]
    assert find_table(sheet(*hosts, *people)).header_row == 3
    assert find_table(sheet(*people, *hosts)).header_row == 1


def test_headers_are_made_unique_and_name_empty_columns():
    assert unique_labels(("Email", "", "email", "Email"), 5) == (
        "Email",
        "Column B",
        "email (2)",
        "Email (3)",
        "Column E",
    )


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_column_letters(index, letters):
    assert column_letter(index) == letters


def test_the_fingerprint_is_of_the_headers_not_of_the_rows():
    one = find_table(sheet(("Name", "Entity "), ("Ada Moss", "FAO")))
    other = find_table(sheet(("A title",), ("NAME", "Entity"), ("Bo Lind", "WHO"), ("Cy Rook", "FAO")))
    third = find_table(sheet(("Name", "Organization"), ("Ada Moss", "FAO")))
    assert one.fingerprint == other.fingerprint
    assert one.fingerprint != third.fingerprint
