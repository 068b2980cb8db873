import re
from pathlib import Path

import pytest

from emgdesk.reports.blocks import Column, Heading, ItemList, ListItem, Paragraph, Run, Table
from tests.reports.renderers.pdf.reading import operators, pages, render

COLUMNS = (Column(1, "Task"), Column(2, "Progress"))
BLOCKS = (
    Column(1, "No.", align="right"),
    Column(3, "Name"),
    Column(1, "No.", align="right", starts_block=True),
    Column(3, "Name"),
)


def numbered(count: int) -> str:
    return " ".join(f"w{number:04}" for number in range(count))


def rules(path: Path) -> list[tuple[float, ...]]:
    """Each straight line of the first page: x and y of both ends."""
    found = re.findall(r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", operators(path)[0])
    return [tuple(map(float, line)) for line in found]


def test_the_header_repeats_on_every_page(tmp_path: Path) -> None:
    result, path = render(tmp_path, Table(COLUMNS, tuple((f"t{n}", "x") for n in range(100))))
    assert result.pages > 2
    assert [text.count("Progress") for text in pages(path)] == [1] * result.pages


def test_rows_stay_whole_and_in_order(tmp_path: Path) -> None:
    _, path = render(tmp_path, Table(COLUMNS, tuple((f"t{n:03}", f"p{n:03}") for n in range(100))))
    texts = pages(path)
    assert re.findall(r"t\d{3}", "".join(texts)) == [f"t{n:03}" for n in range(100)]
    assert all(re.findall(r"t(\d{3})", text) == re.findall(r"p(\d{3})", text) for text in texts)


def test_a_cell_longer_than_a_page_goes_on_over_pages(tmp_path: Path) -> None:
    cell = tuple(Paragraph(numbered(600)) for _ in range(3))
    result, path = render(tmp_path, Table(COLUMNS, (("short", cell), ("next", "row"))))
    texts = pages(path)
    assert result.pages >= 3
    assert re.findall(r"w\d{4}", " ".join(texts)) == re.findall(r"w\d{4}", " ".join([numbered(600)] * 3))
    assert "next" in texts[-1]


def test_two_long_cells_go_on_side_by_side(tmp_path: Path) -> None:
    _, path = render(tmp_path, Table(COLUMNS, ((numbered(500), numbered(900)),)))
    words = re.findall(r"w\d{4}", " ".join(pages(path)))
    assert sorted(words) == sorted(re.findall(r"w\d{4}", f"{numbered(500)} {numbered(900)}"))


def test_a_heading_goes_with_the_beginning_of_its_table(tmp_path: Path) -> None:
    for count in range(36, 46):
        filler = [Paragraph("line")] * count
        _, path = render(tmp_path, *filler, Heading("Forests"), Table(COLUMNS, (("first", "row"),) * 3))
        page = next(text for text in pages(path) if "Forests" in text)
        assert "first" in page, count


def test_the_line_before_a_list_stays_with_it(tmp_path: Path) -> None:
    items = ItemList(tuple(ListItem(f"{n}.", (Paragraph(f"item{n}"),)) for n in range(1, 5)))
    for count in range(44, 58):
        cell = (*[Paragraph("line")] * count, Paragraph((Run("Upcoming:", bold=True),)), items)
        _, path = render(tmp_path, Table(COLUMNS, (("t", cell),)))
        page = next(text for text in pages(path) if "Upcoming" in text)
        assert "item1" in page, count


def test_lists_in_cells_carry_their_labels(tmp_path: Path) -> None:
    inner = ItemList((ListItem("1.", (Paragraph("deep"),)),))
    cell = (ItemList((ListItem("•", (Paragraph("top"), inner)),)),)
    _, path = render(tmp_path, Table(COLUMNS, (("", cell),)))
    assert "• top" in pages(path)[0]
    assert "1. deep" in pages(path)[0]


def test_lists_nested_beyond_the_measure_lose_nothing(tmp_path: Path) -> None:
    block = ItemList((ListItem("•", (Paragraph("level29"),)),))
    for level in range(28, -1, -1):
        block = ItemList((ListItem("•", (Paragraph(f"level{level}"), block)),))
    _, path = render(tmp_path, Table(COLUMNS, (("x", (block,)),)))
    text = "".join(pages(path))
    assert [level for level in range(30) if f"level{level}" not in text] == []


def test_a_grid_closes_around_every_cell(tmp_path: Path) -> None:
    _, path = render(tmp_path, Table(COLUMNS, (("a", "b"),)))
    lines = rules(path)
    level = sorted({round(y, 1) for _, y, _, end in lines if y == end}, reverse=True)
    upright = sorted({round(x, 1) for x, _, end, _ in lines if x == end})
    assert (len(level), len(upright)) == (3, 3)


def test_blocks_side_by_side_are_set_apart(tmp_path: Path) -> None:
    _, path = render(tmp_path, Table(BLOCKS, (("1", "A", "2", "B"),), lines="rows"))
    (_, end), (start, _) = sorted({(line[0], line[2]) for line in rules(path)})
    assert round(start - end, 1) == 16.0


def test_a_block_that_holds_nothing_has_neither_header_nor_rules(tmp_path: Path) -> None:
    _, path = render(tmp_path, Table(BLOCKS, (("1", "Only One", "", ""),), lines="rows"))
    assert pages(path)[0].count("Name") == 1
    assert len({line[0] for line in rules(path)}) == 1


def test_an_empty_row_is_still_a_row(tmp_path: Path) -> None:
    _, path = render(tmp_path, Table(COLUMNS, (("", ""), ("a", "b"))))
    assert len({round(y, 1) for _, y, _, end in rules(path) if y == end}) == 4


def test_a_table_without_rows_shows_its_header(tmp_path: Path) -> None:
    _, path = render(tmp_path, Table(COLUMNS, ()))
    assert "Progress" in pages(path)[0]


def test_a_block_that_is_no_text_cannot_stand_in_a_cell(tmp_path: Path) -> None:
    inner = Table(COLUMNS, ())
    with pytest.raises(TypeError, match="Table is no block of text"):
        render(tmp_path, Table(COLUMNS, (("a", (inner,)),)))


def test_a_heading_across_the_table_stays_with_its_rows(tmp_path: Path) -> None:
    columns = (Column(1, "No."), Column(5, "Name"))
    for before in range(30, 46):
        rows = [(str(n), "x") for n in range(before)] + [("Food and Agriculture",), ("1", "first below")]
        _, path = render(tmp_path, Table(columns, tuple(rows)))
        for text in pages(path):
            assert ("Food and Agriculture" in text) == ("first below" in text), before


def test_rows_are_at_least_as_high_as_asked(tmp_path: Path) -> None:
    columns = (Column(1, "No."), Column(5, "Name"))
    rows = tuple((str(n), f"Person {n}") for n in range(60))
    low, _ = render(tmp_path, Table(columns, rows))
    high, path = render(tmp_path, Table(columns, rows, row_height=15.0))
    assert (low.pages, high.pages) == (2, 4)
    assert all("Name" in text for text in pages(path))
