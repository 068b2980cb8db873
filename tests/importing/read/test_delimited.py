"""From text to rows: delimiters found by shape, quotation marks kept honest."""

import pytest

from emgdesk.errors import InputError
from emgdesk.importing.read.delimited import records
from emgdesk.importing.read.delimiters import delimiter_of
from tests.importing.read.conftest import ReadBytes


def rows(text: str) -> list[tuple[int, list[str]]]:
    return [(record.line, record.cells) for record in records(text, "names.csv")]


def refusal_of(text: str) -> str:
    with pytest.raises(InputError) as refusal:
        rows(text)
    return str(refusal.value)


TEAMS = (
    "1. Summary\r\nMeeting title\tTechnical, senior and other segments\r\n"
    "Start time\t14/11/22, 09:29:07\r\n\r\n"
    "2. Participants\r\nName\tFirst join\tLast leave\tEmail\r\n"
    "Lima, Ana\t14/11/22, 09:29:07\t14/11/22, 10:29:07\tana@unep.example\r\n"
    "Chen, Bo\t14/11/22, 09:30:07\t14/11/22, 10:29:09\t\r\n"
)
ZOOM = (
    'Attendee Report\nReport Generated:,"Oct 07, 2021"\nTopic,ID\nSegment,81\nAttendee Details\n'
    'Attended,Name,Email,Join Time\nYes,Ana Lima,ana@unep.example,"Oct 07, 2021 14:00"\n'
    "No,Bo,bo@fao.example,--\n"
)
PROSE = (
    "List of participants\nThe meeting was opened by the Chair, who welcomed everybody.\n"
    "1. Ana Lima (UNEP)\n2. Bo Chen (FAO)\n3. Cy Dó, Jr. (WHO)\n4. Di Em (ILO)\n"
)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Name,Entity\nAna,UNEP\n", ","),
        ("Nom;Prénom;Courriel\nLima;Ana;ana@unep.example\n", ";"),
        ("Name|Entity\nAna|UNEP\n", "|"),
        ("Name\tEntity\nLima, Ana\tUNEP\nChen, Bo\tFAO\n", "\t"),
        ("Nom;Organisation\nLima, Ana;PNUE\nChen, Bo;FAO, Rome\n", ";"),
        ("Name,Sessions\nAna,Online;In person;\nBo,Online;\nCy,In person;\n", ","),
        ('Name,Note\n"Lima; Ana","a;b;c;d"\n"Chen; Bo","a;b;c;d"\n', ","),
        ("Aatika,Patel,Youth\n", ","),
        (TEAMS, "\t"),
        (ZOOM, ","),
        (PROSE, None),
        ("Name\nAna Lima\nBo Chen\n", None),
        ('"Lima, Ana"\n"Chen, Bo"\n', ","),
        ("Name,Entity\r\rAna,UNEP\r", ","),
    ],
)
def test_delimiters_are_found_by_shape(text: str, delimiter: str | None) -> None:
    assert delimiter_of(text) == delimiter


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = 'Name,Note\r\n\r\n"Lima, Ana","two\r\nlines"\n"Chen ""Bo""",\rCy,x'
    assert rows(text) == [
        (1, ["Name", "Note"]),
        (3, ["Lima, Ana", "two\r\nlines"]),
        (5, ['Chen "Bo"', ""]),
        (6, ["Cy", "x"]),
    ]


def test_rows_may_differ_in_width() -> None:
    assert [len(cells) for _, cells in rows(ZOOM)] == [1, 2, 2, 2, 1, 4, 4, 4]


def test_lines_without_any_delimiter_are_one_cell_each() -> None:
    assert rows('Name\n\n"Ana" Lima\nBo, the Chair\nCy\nDi\n') == [
        (1, ["Name"]),
        (3, ['"Ana" Lima']),
        (4, ["Bo, the Chair"]),
        (5, ["Cy"]),
        (6, ["Di"]),
    ]


def test_a_first_line_may_name_the_delimiter() -> None:
    assert rows("sep=|\r\nName|Entity, place\r\nAna|UNEP, Nairobi\r\n") == [
        (2, ["Name", "Entity, place"]),
        (3, ["Ana", "UNEP, Nairobi"]),
    ]


def test_quotation_marks_inside_a_cell_are_text() -> None:
    assert rows('Name,Room\nAna "Annie" Lima,5"\n"Bo" Chen,x\n') == [
        (1, ["Name", "Room"]),
        (2, ['Ana "Annie" Lima', '5"']),
        (3, ["Bo Chen", "x"]),
    ]


UNCLOSED = (
    "A quotation mark opened in line {} of names.csv is not closed in its cell: "
    "correct that line and try again."
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('Name,Entity\nAna,UNEP\n"Bo,FAO\nCy,WHO\n', 3),
        ('Name,Entity\nAna,UNEP\n"Bo,FAO\nCy,WHO\n"Di",ILO\n', 3),
        ('"Name,Entity\nAna,UNEP\nBo,FAO\n', 1),
        ('Name,Note\n"Ana","two\nlines"\n"Bo', 4),
    ],
)
def test_an_unclosed_quotation_mark_is_named_by_its_line(text: str, line: int) -> None:
    assert refusal_of(text) == UNCLOSED.format(line)


def test_a_huge_cell_is_named_by_its_line() -> None:
    assert refusal_of("Name,Note\nAna,x\nBo," + "y" * 1_000_001 + "\n") == (
        "A cell that begins in line 3 of names.csv is longer than 1,000,000 characters: "
        "probably a quotation mark is opened there and never closed."
    )


def test_long_cells_within_reason_are_read() -> None:
    assert rows("Name,Note\nAna," + "y" * 500_000 + "\n")[1] == (2, ["Ana", "y" * 500_000])


def test_a_text_file_is_one_sheet_without_name(read_bytes: ReadBytes) -> None:
    data = 'Name\tEntity\tNote\r\n\r\nAna\t\t"a\r\nb"\r\n\t\t\r\n =1+1\tUNEP\t\r\n'.encode("utf-16")
    file = read_bytes(data, "report.csv")
    assert (file.kind, file.notes) == ("csv", ())
    (sheet,) = file.sheets
    assert (sheet.name, sheet.numbers) == ("", (1, 3, 6))
    assert sheet.rows == (("Name", "Entity", "Note"), ("Ana", None, "a\nb"), (" =1+1", "UNEP"))


def test_text_under_the_suffix_of_a_workbook(read_bytes: ReadBytes) -> None:
    file = read_bytes("Nom;Prénom\r\nLima;Ana\r\n".encode("cp1252"), "noms.xlsx")
    assert (file.kind, file.sheets[0].rows) == ("csv", (("Nom", "Prénom"), ("Lima", "Ana")))
    assert file.notes == (
        (
            "noms.xlsx is not Unicode (first seen in line 1) and was read as Western European; "
            "if names look wrong, open it in Excel and save it as “CSV UTF-8”."
        ),
    )
