"""Bars beside what has changed, and pages that lie."""

import re
from pathlib import Path

from emgdesk.reports.blocks import Column, Heading, ItemList, ListItem, Paragraph, Table, marked
from emgdesk.reports.renderers.pdf.theme import LEFT
from tests.reports.renderers.pdf.reading import operators, render


def bars(path: Path) -> list[float]:
    """How far from the text's left edge the bars of the first page stand, in points."""
    found = re.findall(r"1\.6 w ([\d.]+) [\d.]+ m", operators(path)[0])
    return [round(float(at) - LEFT, 1) for at in found]


def test_a_bar_stands_in_the_margin_of_every_marked_line(tmp_path: Path) -> None:
    _, path = render(
        tmp_path, Heading("Head", 1, marked=True), Paragraph("Text", marked=True), Paragraph("No")
    )
    assert bars(path) == [-9.0, -9.0]


def test_text_in_a_cell_has_one_before_it_too(tmp_path: Path) -> None:
    listed = ItemList((ListItem("1.", (Paragraph("One"),)),))
    cell = (*marked((Paragraph("New"), listed)), Paragraph("Old"))
    _, path = render(tmp_path, Table((Column(1, "A"), Column(1, "B")), (("x", cell),)))
    column = round((210 - 48) / 25.4 * 72 / 2 + 4.5 - 3, 1)
    assert bars(path) == [-9.0, column, -9.0, column]


def test_pages_lie(tmp_path: Path) -> None:
    _, path = render(tmp_path, Table((Column(1, "A"),), (("a",),)), landscape=True)
    assert b"/MediaBox [ 0 0 841.8898 595.2756 ]" in path.read_bytes()
    ends = [float(end) for end in re.findall(r"m ([\d.]+) [\d.]+ l S", operators(path)[0])]
    assert max(ends) == round(841.8898 - LEFT, 2)
