"""Files that are no table, or must not be opened: each with its own sentence that names the file."""

from pathlib import Path

import pytest

from emgdesk.errors import InputError
from emgdesk.importing.read import read
from emgdesk.importing.read.source import refusal
from tests.importing.read import hostile
from tests.importing.read.conftest import Refused
from tests.importing.read.containers import ole, xls

DAMAGED = "{} cannot be read: it is damaged or was not copied completely."
INSIDE = "{} is damaged inside: open it in Excel, let Excel repair it and save it again."
PASSWORD = "{} is protected by a password: take the password off and save it again."
EXCEL_PASSWORD = "{} is protected by a password: open it in Excel, take the password off and save it again."
WEB_PAGE = "{} is a web page saved under the name of a spreadsheet: open it in Excel and save it as .xlsx."
NEITHER = "{} is neither a spreadsheet nor a text file: it cannot be read."

FOREIGN = {
    "empty.xlsx": (b"", "{} is empty (0 bytes)."),
    "blank.csv": (b" \r\n\t\r\n", "{} is empty: there is nothing in it but blanks."),
    "bom.csv": (b"\xef\xbb\xbf", "{} is empty: there is nothing in it but blanks."),
    "zeros.xlsx": (
        bytes(4096),
        "{} holds nothing but zero bytes: it was damaged when it was saved or copied.",
    ),
    "paper.xlsx": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "{} is a PDF document, not a spreadsheet."),
    "letter.xls": (b"{\\rtf1\\ansi Dear all}", "{} is an RTF text document, not a spreadsheet."),
    "photo.xlsx": (b"\x89PNG\r\n\x1a\n" + bytes(40), "{} is a picture (PNG), not a spreadsheet."),
    "scan.csv": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "{} is a picture (JPEG), not a spreadsheet."),
    "icon.csv": (b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36", "{} is a picture (BMP), not a spreadsheet."),
    "web.csv": (b"RIFF\x10\0\0\0WEBPVP8 ", "{} is a picture, sound or video file, not a spreadsheet."),
    "phone.xlsx": (b"\0\0\0\x18ftypheic\0\0\0\0", "{} is a video or a picture, not a spreadsheet."),
    "desk.emgdesk": (b"SQLite format 3\x00\x10\x00", "{} is a database, not a spreadsheet."),
    "old.gz": (b"\x1f\x8b\x08\x00", "{} is a gzip archive, not a spreadsheet."),
    "empty.zip": (hostile.packed({}), "{} is an empty ZIP archive or a part of one, not a spreadsheet."),
    "excel4.xls": (
        b"\x09\x04\x06\x00\x00\x04\x10\x00",
        "{} was written by a very old Excel (before 1997): open it in Excel and save it as .xlsx.",
    ),
    "noise.csv": (bytes(range(1, 256)) * 20, NEITHER),
    "page.xls": (b"<html><body><table><tr><td>Name</td></tr></table></body></html>", WEB_PAGE),
    "page16.xls": ("\ufeff<table><tr><td>Name</td></tr></table>".encode("utf-16-le"), WEB_PAGE),
    "page8.xls": (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', WEB_PAGE),
    "mail.xls": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", WEB_PAGE),
    "book2003.xls": (
        (
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
            b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
        ),
        "{} is an “XML Spreadsheet 2003”: open it in Excel and save it as .xlsx.",
    ),
    "flat.ods": (
        b'<?xml version="1.0"?><o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
        "{} is a flat OpenDocument file: open it and save it as .ods or .xlsx.",
    ),
    "data.xml": (b'<?xml version="1.0"?><people><p/></people>', "{} is an XML data file, not a spreadsheet."),
    "data.json": (b'{"people": [["Ana Lima", 1]]}', "{} is a JSON data file, not a spreadsheet."),
    "sylk.slk": (
        b"ID;PWXL;N;E\r\nC;Y1;X1",
        "{} is in the old SYLK format: open it in Excel and save it as .xlsx.",
    ),
    "meeting.ics": (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0",
        "{} is a calendar or address card, not a spreadsheet.",
    ),
    "report.xlsx": (
        hostile.document("word", "wordprocessingml.document"),
        "{} is a Word document, not a spreadsheet.",
    ),
    "slides.xlsx": (
        hostile.document("ppt", "presentationml.presentation"),
        "{} is a PowerPoint presentation, not a spreadsheet.",
    ),
    "note.ods": (hostile.open_document("text"), "{} is an OpenDocument text, not a spreadsheet."),
    "files.zip": (
        hostile.packed({"names.csv": "a,b"}),
        "{} is a ZIP archive (unpack it and choose the file inside), not a spreadsheet.",
    ),
    "apple.numbers": (
        hostile.packed({"Index/Document.iwa": "x"}),
        "{} is an Apple iWork document (Numbers, Pages or Keynote), not a spreadsheet.",
    ),
    "old.doc": (ole({"WordDocument": b"x"}), "{} is a Word document, not a spreadsheet."),
    "old.ppt": (
        ole({"PowerPoint Document": b"x"}),
        "{} is a PowerPoint presentation, not a spreadsheet.",
    ),
    "mail.msg": (
        ole({"__properties_version1.0": b"x"}),
        "{} is a saved Outlook message, not a spreadsheet.",
    ),
    "thumbs.db": (
        ole({"Catalog": b"x"}),
        "{} is an old Office file without a workbook in it, not a spreadsheet.",
    ),
}

LOCKED_OR_DAMAGED = {
    "encrypted.xlsx": (ole({"EncryptionInfo": b"x", "EncryptedPackage": b"y" * 9000}), EXCEL_PASSWORD),
    "encrypted.xls": (xls([["Name"]], protected=True), EXCEL_PASSWORD),
    "encrypted.zip": (hostile.flagged_encrypted(hostile.book()), PASSWORD),
    "encrypted.ods": (
        hostile.open_document("spreadsheet", manifest="<encryption-data/>"),
        PASSWORD,
    ),
    "cut.xlsx": (hostile.book()[:-40], DAMAGED),
    "half.xlsx": (hostile.book()[:600], DAMAGED),
    "cut.xls": (xls([["Name"]])[:3000], DAMAGED),
    "stub.xls": (xls([["Name"]])[:200], DAMAGED),
    "wrong_size.xlsx": (hostile.declaring(hostile.book(), "xl/worksheets/sheet1.xml", 150), DAMAGED),
    "bomb.xlsx": (
        hostile.declaring(hostile.book(), "xl/worksheets/sheet1.xml", 5_000_000_000),
        "{} is too large: unpacked it would hold 5 parts and 5,000 MB.",
    ),
    "many.xlsx": (
        hostile.packed({f"part{number}": "" for number in range(2_001)}),
        "{} is too large: unpacked it would hold 2,001 parts and 0 MB.",
    ),
    "entities.xlsx": (
        hostile.packed(
            hostile.book_parts(
                {"S": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>' + hostile.worksheet("").split("?>")[1]}
            )
        ),
        "{} is refused as unsafe: it declares XML entities, which no workbook does.",
    ),
    "broken.xlsx": (hostile.book("<row r='1'><c r='A1'><v>1</c></row>"), INSIDE),
    "breaks_off.xlsx": (
        hostile.packed(hostile.book_parts({"S": hostile.worksheet(hostile.NAMES)[:-60]})),
        INSIDE,
    ),
    "no_string.xlsx": (
        hostile.book('<row r="1"><c r="A1" t="s"><v>7</v></c></row>', strings=["<t>a</t>"]),
        DAMAGED,
    ),
    "no_part.xlsx": (
        hostile.packed(
            {
                name: part
                for name, part in hostile.book_parts({"S": hostile.worksheet("")}).items()
                if not name.startswith("xl/worksheets")
            }
        ),
        DAMAGED,
    ),
    "no_sheet.xlsx": (hostile.packed(hostile.book_parts({})), "{} is a workbook without any sheet."),
    "twice.xlsx": (
        hostile.book(hostile.NAMES + f'<row r="2">{hostile.text_cell("A2", "Bo Chen")}</row>'),
        "{} is damaged: row 2 of sheet “Sheet1” is in it twice.",
    ),
    "wide.xlsx": (
        hostile.book(f'<row r="3">{hostile.text_cell("XFD3", "x")}</row>'),
        (
            "{} has more than 1,000 columns (row 3 reaches column 16,384): "
            "delete what stands far to the right and save it again."
        ),
    ),
    "full.csv": (
        (b"," * 999 + b"x\n") * 5_001,
        "{} has more than 5,000,000 cells: split it into smaller files.",
    ),
    "long.csv": (b"x\n" * 200_001, "{} has more than 200,000 rows: split it into smaller files."),
    "cut.ods": (
        hostile.packed(
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a><b>"}
        ),
        DAMAGED,
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_no_table_is_named(refused: Refused, name: str) -> None:
    data, sentence = FOREIGN[name]
    assert refused(data, name) == sentence.format(name)


@pytest.mark.parametrize("name", LOCKED_OR_DAMAGED)
def test_what_cannot_be_opened_whole_is_refused(refused: Refused, name: str) -> None:
    data, sentence = LOCKED_OR_DAMAGED[name]
    assert refused(data, name) == sentence.format(name)


def sentence_for(path: Path) -> str:
    with pytest.raises(InputError) as refusal:
        read(path)
    return str(refusal.value)


def test_a_missing_file(tmp_path: Path) -> None:
    assert sentence_for(tmp_path / "names.xlsx") == f"There is no file names.xlsx in {tmp_path}."


def test_a_file_beyond_all_measure(tmp_path: Path) -> None:
    with (tmp_path / "names.xlsx").open("wb") as file:
        file.truncate(100_000_001)
    assert sentence_for(tmp_path / "names.xlsx") == (
        "names.xlsx is larger than 100 MB: split it into smaller files."
    )


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "names.xlsx").mkdir()
    assert sentence_for(tmp_path / "names.xlsx") == "names.xlsx is a folder: choose a file inside it."


def test_the_mark_of_an_open_file(refused: Refused) -> None:
    assert refused(b"\x05secretary", "~$names.xlsx") == (
        "~$names.xlsx is only the mark Excel leaves beside an open file: choose names.xlsx itself."
    )


def test_a_name_no_system_allows(tmp_path: Path) -> None:
    assert sentence_for(tmp_path / ("n" * 300)) == f"{'n' * 300} cannot be read: File name too long."


def test_a_file_without_permission() -> None:
    assert str(refusal(Path("names.xlsx"), PermissionError(13, "denied"))) == (
        "You have no permission to read names.xlsx, or another program keeps it locked."
    )


def test_a_file_another_program_keeps_locked() -> None:
    error = PermissionError(13, "in use")
    error.winerror = 32  # type: ignore[attr-defined]  # as Windows sets it
    assert str(refusal(Path("names.xlsx"), error)) == (
        "names.xlsx is open in another program: close it there and try again."
    )


def test_a_sheet_that_is_not_there(refused: Refused) -> None:
    assert refused(hostile.book(), sheet="Guests") == (
        "names.xlsx has no sheet “Guests”; its sheets are: Sheet1."
    )
    assert refused(xls([["Name"]]), "names.xls", sheet="Guests") == (
        "names.xls has no sheet “Guests”; its sheets are: Sheet0."
    )
    assert refused(b"Name,Entity\n", "names.csv", sheet="Guests") == (
        "names.csv is a text file: there is no sheet “Guests” in it."
    )
