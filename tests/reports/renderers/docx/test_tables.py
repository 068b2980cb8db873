from pathlib import Path

import docx

from emgdesk.reports.blocks import Column, Entry, Heading, ItemList, ListItem, Note, Paragraph, Run, Table
from tests.reports.renderers.docx.reading import W, number, part, render, shown, text

COLUMNS = (Column(1, "Task"), Column(2, "Progress"))
BLOCKS = (
    Column(1, "No.", align="right"),
    Column(3, "Name"),
    Column(1, "No.", align="right", starts_block=True),
    Column(3, "Name"),
)


def rows(path: Path):
    return list(part(path).iter(f"{W}tr"))


def said(row, tag: str) -> bool:
    return row.find(f"{W}trPr/{W}{tag}") is not None


def test_the_header_repeats_and_stays_with_its_rows(tmp_path: Path) -> None:
    path = render(tmp_path, Table(COLUMNS, (("a", "b"), ("c", "d"))))
    assert [said(row, "tblHeader") for row in rows(path)] == [True, False, False]
    assert [[text(cell) for cell in row.iter(f"{W}tc")] for row in rows(path)] == [
        ["Task", "Progress"], ["a", "b"], ["c", "d"],
    ]  # fmt: skip


def test_short_rows_stay_whole_and_long_ones_split(tmp_path: Path) -> None:
    path = render(tmp_path, Table(COLUMNS, (("a", "b"), ("a", "long " * 400), ("a", (Paragraph("x"),) * 12))))
    assert [said(row, "cantSplit") for row in rows(path)] == [True, True, False, False]


def test_widths_share_the_measure(tmp_path: Path) -> None:
    path = render(tmp_path, Table(COLUMNS, (("a", "b"),)))
    assert [round(int(number(c, "w")) / 1440 * 25.4, 1) for c in part(path).iter(f"{W}gridCol")] == [
        54.0,
        108.0,
    ]


def test_two_blocks_have_a_gap_between_them(tmp_path: Path) -> None:
    path = render(tmp_path, Table(BLOCKS, (("1", "A", "3", "C"), ("2", "B", "", "")), lines="rows"))
    header, first, second = rows(path)
    assert [text(cell) for cell in header.iter(f"{W}tc")] == ["No.", "Name", "", "No.", "Name"]
    lined = [
        [c.find(f".//{W}tcBorders") is not None for c in row.iter(f"{W}tc")]
        for row in (header, first, second)
    ]
    assert lined == [
        [True, True, False, True, True], [True, True, False, True, True], [True, True, False, False, False],
    ]  # fmt: skip
    assert number(first.find(f".//{W}jc")) == "right"


def test_a_block_that_holds_nothing_has_no_header(tmp_path: Path) -> None:
    path = render(tmp_path, Table(BLOCKS, (("1", "A", "", ""),), lines="rows"))
    assert [text(cell) for cell in rows(path)[0].iter(f"{W}tc")] == ["No.", "Name", "", "", ""]


def test_a_row_of_one_cell_spans_the_table_and_keeps_with_the_next(tmp_path: Path) -> None:
    path = render(tmp_path, Table(COLUMNS, (("Heading",), ("a", "b"))))
    (cell,) = rows(path)[1].iter(f"{W}tc")
    assert number(cell.find(f"{W}tcPr/{W}gridSpan")) == "2"
    assert cell.find(f".//{W}keepNext") is not None


def test_lines_are_grid_rows_or_none(tmp_path: Path) -> None:
    tables = [Table(COLUMNS, (("a", "b"),), lines=lines) for lines in ("grid", "rows", "none")]
    read = docx.Document(str(render(tmp_path, *tables)))
    assert [table.style.name for table in read.tables] == ["Table Grid", "Lined Rows", "Bare Rows"]


def test_rows_have_a_least_height(tmp_path: Path) -> None:
    path = render(tmp_path, Table(COLUMNS, (("a", "b"),), row_height=10))
    heights = [row.find(f"{W}trPr/{W}trHeight") for row in rows(path)]
    assert heights[0] is None
    assert (number(heights[1]), number(heights[1], "hRule")) == ("567", "atLeast")


def test_cells_hold_blocks(tmp_path: Path) -> None:
    cell = (
        Paragraph((Run("Ongoing: ", bold=True), Run("text"))),
        ItemList((ListItem("•", (Paragraph("item"),)),)),
        Entry("Name", details=("Function",)),
        Note("remark"),
    )
    lines = shown(render(tmp_path, Table((Column(1),), ((cell,), ("",)))))
    assert [(line.style, line.label, line.text) for line in lines] == [
        ("TableText", "", "Ongoing: text"), ("TableText", "•", "item"), ("TableText", "", "Name"),
        ("EntryDetail", "", "Function"), ("TableText", "", "remark"), ("TableText", "", ""), ("Gap", "", ""),
    ]  # fmt: skip


def test_room_around_tables(tmp_path: Path) -> None:
    table = Table((Column(1),), (("x",),))
    path = render(tmp_path, Heading("Above"), table, table, Paragraph("below"))
    body = [child for child in part(path)[0] if child.tag in (f"{W}p", f"{W}tbl")]
    assert [child.tag.removeprefix(W) for child in body] == ["p", "tbl", "p", "tbl", "p"]
    spaces = [p.find(f"{W}pPr/{W}spacing") for p in body if p.tag == f"{W}p"]
    assert [(number(s, "before"), number(s, "after")) for s in spaces] == [
        (None, "160"), ("160", None), ("280", None),
    ]  # fmt: skip
