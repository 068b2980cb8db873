"""The hostile files: how each is made, and the only ending it may have.

Every file with an ending in rows holds the same honest person, Ana Lima of UNEP,
so that an import can be seen to have taken in what is there and nothing else.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tests.importing.read import hostile_archives as archives
from tests.importing.read import hostile_books as books
from tests.importing.read import hostile_tables as tables
from tests.importing.read.containers import ole, xls, xlsb
from tests.importing.read.hostile import document, open_document


class Case(NamedTuple):
    """A file: its name, what makes it, and the sentence it is refused with ("{}" is its name).

    Without a sentence it is read, `people` being the names in it.
    """

    name: str
    make: Callable[[Path], Path]
    refusal: str = ""
    people: tuple[str, ...] = ("Ana Lima",)
    slow: bool = False  # takes seconds: a busy machine may give it up

    def sentence(self) -> str:
        """What the user is told; "" for a file that is read."""
        return self.refusal.format(self.name)


DAMAGED = "{} cannot be read: it is damaged or was not copied completely."
INSIDE = "{} is damaged inside: open it in Excel, let Excel repair it and save it again."
TOO_LARGE = "{} cannot be read: it is too large or damaged."
UNSAFE = "{} is refused as unsafe: it declares XML entities, which no workbook does."
EXCEL_PASSWORD = "{} is protected by a password: open it in Excel, take the password off and save it again."
WEB_PAGE = "{} is a web page saved under the name of a spreadsheet: open it in Excel and save it as .xlsx."
NO_FILE = "{} is not a file that can be read."
NO_CELLS = "{} is empty: no sheet of it holds any cell."


def _bytes(name: str, content: Callable[[], bytes], refusal: str = "", **more: Any) -> Case:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content())
        return path

    return Case(name, make, refusal, **more)


def _fifo(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.xlsx")
    return folder / "pipe.xlsx"


def _device(folder: Path) -> Path:
    (folder / "zeros.csv").symlink_to("/dev/zero")
    return folder / "zeros.csv"


def _loop(folder: Path) -> Path:
    (folder / "loop.xlsx").symlink_to(folder / "pool.xlsx")
    (folder / "pool.xlsx").symlink_to(folder / "loop.xlsx")
    return folder / "loop.xlsx"


def _folder(folder: Path) -> Path:
    (folder / "folder.xlsx").mkdir()
    return folder / "folder.xlsx"


ZIPPED = (
    _bytes("truncated.xlsx", lambda: books.plain()[:-200], DAMAGED),
    _bytes("half.xlsx", lambda: books.plain()[:700], DAMAGED),
    _bytes(
        "many_entries.xlsx",
        lambda: archives.with_entries(
            books.parts(), *(archives.entry(f"xl/media/{n}.png", b"") for n in range(60_000))
        ),
        "{} is too large: unpacked it would hold 60,005 parts and 0 MB.",
    ),
    _bytes(
        "huge_entry.xlsx",
        lambda: archives.with_entries(books.parts(), archives.blanks("xl/media/a.png", 2_000 << 20)),
        "{} is too large: unpacked it would hold 6 parts and 2,097 MB.",
    ),
    _bytes("huge_sheet.xlsx", lambda: books.blown_up(120), slow=True),
    _bytes("lying_entry.xlsx", lambda: books.lying(1_000), DAMAGED),
    _bytes("lying_types.xlsx", lambda: books.lying(1_000, "[Content_Types].xml"), DAMAGED),
    _bytes("overlapping.xlsx", books.overlapping),
    _bytes(
        "nested.xlsx",
        lambda: archives.nested(4),
        "{} is a ZIP archive (unpack it and choose the file inside), not a spreadsheet.",
    ),
    _bytes("nested_inside.xlsx", lambda: books.plain(**{"xl/media/bomb.zip": archives.nested(3)})),
    _bytes("capitals.xlsx", books.in_capitals),
    _bytes(
        "word.xlsx",
        lambda: document("word", "wordprocessingml.document"),
        "{} is a Word document, not a spreadsheet.",
    ),
)

SHAPES = (
    _bytes("far_cell.xlsx", lambda: books.of('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
    _bytes(
        "beyond_the_last_row.xlsx",
        lambda: books.of('<row r="99999999999999999999"><c><v>1</v></c></row>'),
        TOO_LARGE,
    ),
    _bytes("wrong_dimension.xlsx", lambda: books.of(before='<dimension ref="A1:XFD1048576"/>')),
    _bytes("small_dimension.xlsx", lambda: books.of(before='<dimension ref="A1"/>')),
    _bytes("formatted_rows.xlsx", books.formatted_rows, slow=True),
    _bytes("blank_strings.xlsx", books.blank_strings),
    _bytes(
        "many_columns.xlsx",
        books.many_columns,
        "{} has more than 1,000 columns (row 2 reaches column 16,384): delete what stands far to the right and save it again.",
    ),
    _bytes("formatted_columns.xlsx", books.formatted_columns, slow=True),
    _bytes(
        "column_zzzz.xlsx",
        lambda: books.of('<row r="3"><c r="ZZZZ3"><v>1</v></c></row>'),
        "{} has more than 1,000 columns (row 3 reaches column 475,254): delete what stands far to the right and save it again.",
    ),
    _bytes("endless_row.xlsx", books.endless_row, TOO_LARGE, slow=True),
    _bytes(
        "many_sheets.xlsx", books.many_sheets, "{} has more than 1,000 sheets: split it into smaller files."
    ),
    _bytes("many_merges.xlsx", lambda: books.of(after=books.merges(300_000))),
    _bytes(
        "wide_merge.xlsx", lambda: books.of(after='<mergeCells><mergeCell ref="A5:XFD1048576"/></mergeCells>')
    ),
    _bytes("wide_link.xlsx", books.wide_link),
    _bytes("many_hidden_columns.xlsx", lambda: books.of(before=books.hidden_columns(300_000))),
    _bytes("out_of_order.xlsx", books.out_of_order),
    _bytes("merged_header.xlsx", books.merged_header),
    _bytes("hidden_rows.xlsx", books.hidden_rows),
    _bytes("chart_only.xlsx", books.chart_only, NO_CELLS),
    _bytes("no_rows.xlsx", lambda: books.plain(rows=""), NO_CELLS),
)

CONTENTS = (
    _bytes("laughs_in_workbook.xlsx", lambda: books.laughing("xl/workbook.xml"), UNSAFE),
    _bytes("laughs_in_strings.xlsx", lambda: books.laughing("xl/sharedStrings.xml"), UNSAFE),
    _bytes("laughs_in_sheet.xlsx", lambda: books.laughing("xl/worksheets/sheet1.xml"), UNSAFE),
    _bytes("laughs_in_utf16.xlsx", lambda: books.laughing("xl/worksheets/sheet1.xml", "utf-16"), UNSAFE),
    _bytes("laughs_late.xlsx", lambda: books.laughing("xl/worksheets/sheet1.xml", blanks=20_000), INSIDE),
    _bytes("laughs_in_types.xlsx", lambda: books.laughing("[Content_Types].xml")),
    _bytes("external_entity.xlsx", books.external_entity, UNSAFE),
    _bytes("external_links.xlsx", books.external_links),
    _bytes("deep.xlsx", books.deep),
    _bytes("never_calculated.xlsx", books.never_calculated),
    _bytes("errors.xlsx", books.errors),
    _bytes("year_1904.xlsx", books.year_1904),
    _bytes("beyond_9999.xlsx", books.beyond_9999),
    _bytes(
        "long_cell.xlsx",
        lambda: books.long_cell(40_000_000),
        "A cell in row 3 of {} is longer than 1,000,000 characters.",
    ),
    _bytes(
        "long_string.xlsx",
        lambda: books.long_string(40_000_000),
        "A cell in row 3 of {} is longer than 1,000,000 characters.",
    ),
    _bytes(
        "much_text.xlsx",
        books.much_text,
        "{} has more than 100,000,000 characters: split it into smaller files.",
    ),
    _bytes("macros.xlsm", books.macros),
    _bytes("strict.xlsx", books.strictly),
    _bytes("broken_styles.xlsx", lambda: books.plain(**{"xl/styles.xml": "<styleSheet><cellXfs><xf"})),
    _bytes(
        "zero_bytes.xlsx",
        lambda: books.of('<row r="3"><c r="A3" t="str"><v>Bo\0 Chen</v></c></row>'),
        people=("Ana Lima", "Bo Chen"),
    ),
)

OTHERS = (
    _bytes(
        "password.xlsx",
        lambda: ole({"EncryptionInfo": b"x", "EncryptedPackage": b"y" * 9_000}),
        EXCEL_PASSWORD,
    ),
    _bytes("velvet.xls", lambda: xls([["Name"], ["Ana Lima"]], protected=True), EXCEL_PASSWORD),
    _bytes("cut.xls", lambda: xls([["Name"], ["Ana Lima"]])[:3_000], DAMAGED),
    _bytes(
        "page.xls",
        lambda: b"<html><table><tr><td>Name</td></tr><tr><td>Ana Lima</td></tr></table></html>",
        WEB_PAGE,
    ),
    _bytes("text_table.xls", lambda: "Name\tEntity\nAna Lima\tUNEP\n".encode("utf-16")),
    _bytes("old.xls", lambda: xls([["Name", "Entity"], ["Ana Lima", "UNEP"]])),
    _bytes("cut.xlsb", lambda: xlsb([["Name"], ["Ana Lima"]])[:600], DAMAGED),
    _bytes("cut.ods", lambda: open_document("spreadsheet")[:300], DAMAGED),
    _bytes("repeated.ods", books.repeated_ods, "{} has more than 200,000 rows: split it into smaller files."),
    _bytes("repeated_blanks.ods", books.repeated_blanks_ods),
    _bytes(
        "paper.xlsx", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "{} is a PDF document, not a spreadsheet."
    ),
    _bytes(
        "photo.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(60), "{} is a picture (PNG), not a spreadsheet."
    ),
    _bytes("empty.xlsx", lambda: b"", "{} is empty (0 bytes)."),
)

TEXTS = (
    _bytes(
        "code_page.csv",
        lambda: "Name,Entity\nAna Lima,UNEP\nJürgen Groß,FAO\n".encode("cp1252"),
        people=("Ana Lima", "Jürgen Groß"),
    ),
    _bytes("nul.csv", lambda: b"Name,Entity\nAna\0 Lima,UNEP\n"),
    _bytes(
        "unclosed.csv",
        lambda: b'Name,Entity\n"Bo Chen,FAO\nAna Lima,UNEP\n',
        "A quotation mark opened in line 2 of {} is not closed in its cell: correct that line and try again.",
    ),
    _bytes(
        "unclosed_40_mb.csv",
        lambda: tables.unclosed(40_000_000),
        "A cell that begins in line 2 of {} is longer than 1,000,000 characters: probably a quotation mark is opened there and never closed.",
    ),
    _bytes(
        "one_cell_40_mb.csv",
        lambda: b"Name,Entity\nAna Lima,UNEP\n" + b"x" * 40_000_000,
        "A cell that begins in line 3 of {} is longer than 1,000,000 characters: probably a quotation mark is opened there and never closed.",
    ),
    _bytes(
        "one_line_90_mb.csv",
        lambda: b"x" * 90_000_000,
        "A cell in row 1 of {} is longer than 1,000,000 characters.",
    ),
    _bytes(
        "delimiters_90_mb.csv",
        lambda: b"," * 90_000_000,
        "A cell in row 1 of {} is longer than 1,000,000 characters.",
    ),
    _bytes("line_ends.csv", lambda: b"Name,Entity\nAna Lima,UNEP\n" + b"\n" * 2_000_000),
    _bytes(
        "quotes_40_mb.csv",
        lambda: b"Name,Entity\nAna Lima,UNEP\n" + b'"a","b\n"\n' * 4_000_000,
        "{} has more than 200,000 rows: split it into smaller files.",
    ),
    _bytes(
        "brackets_40_mb.json",
        lambda: b"[" * 40_000_000,
        "A cell in row 1 of {} is longer than 1,000,000 characters.",
    ),
    _bytes(
        "many_cells.csv",
        lambda: tables.many_cells(5_001, 1_000),
        "{} has more than 5,000,000 cells: split it into smaller files.",
    ),
    _bytes(
        "different_cells.csv",
        tables.different_cells,
        "{} holds too much to be taken in at once: split it into smaller files.",
        slow=True,
    ),
)

PLACES = (
    Case("folder.xlsx", _folder, "{} is a folder: choose a file inside it."),
    Case("pipe.xlsx", _fifo, NO_FILE),
    Case("zeros.csv", _device, NO_FILE),
    Case("loop.xlsx", _loop, "{} cannot be read: Too many levels of symbolic links."),
)

NAMES = (
    _bytes("line\nbreak\r.csv", lambda: b"", "line break .csv is empty (0 bytes)."),
    _bytes("sneaky\u202exslx.csv", lambda: b"", "sneakyxslx.csv is empty (0 bytes)."),
    _bytes("n" * 250 + ".csv", lambda: b"", "{} is empty (0 bytes)."),
)

CASES = {case.name: case for case in (*ZIPPED, *SHAPES, *CONTENTS, *OTHERS, *TEXTS, *PLACES, *NAMES)}
LIGHT = tuple(name for name, case in CASES.items() if not case.slow)[::2]
"""A half of every kind, for the window and the command line."""
