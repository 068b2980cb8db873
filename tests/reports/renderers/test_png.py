"""Documents as pictures: size, sharpness, what is in them."""

from pathlib import Path

import pytest
from PIL import Image

from emgdesk.errors import OutputError
from emgdesk.reports.blocks import Column as TableColumn
from emgdesk.reports.blocks import Document, DocumentTitle, Heading, MandateChart, PageBreak, Table
from emgdesk.reports.renderers.png import page_pictures, render_png
from tests.many_mandates import many
from tests.reports.mandates import facts, row, stretch

CHART = MandateChart(facts(row("reefs", stretch("2029-01-11", "2031-01-01"))))
WORDS = (PageBreak(), Heading("What happened"), Table((TableColumn(1, "When"),), (("2029",),) * 90))


def drawn(path: Path, *blocks, dpi: int = 72) -> Image.Image:
    document = Document("Title", blocks, landscape=True, dpi=dpi)
    assert render_png(document, path).pages == 1
    picture = Image.open(path)
    picture.load()
    return picture


def test_a_picture_is_as_wide_as_the_paper_and_as_sharp_as_asked(tmp_path: Path) -> None:
    rough = drawn(tmp_path / "rough.png", CHART)
    sharp = drawn(tmp_path / "sharp.png", CHART, dpi=144)
    assert (rough.width, sharp.width) == (842, 1684)
    assert abs(sharp.height - 2 * rough.height) <= 2
    assert round(sharp.info["dpi"][0]) == 144


def test_many_workstreams_are_one_piece(tmp_path: Path) -> None:
    few = drawn(tmp_path / "few.png", MandateChart(many(10)))
    much = drawn(tmp_path / "much.png", MandateChart(many(40)))
    assert much.height > 2 * few.height
    assert len(much.convert("RGB").getcolors(maxcolors=100_000)) > 50


def test_tables_behind_the_chart_are_left_to_pages(tmp_path: Path) -> None:
    alone = drawn(tmp_path / "alone.png", DocumentTitle("Mandates"), CHART)
    with_words = drawn(tmp_path / "words.png", DocumentTitle("Mandates"), CHART, *WORDS)
    assert alone.size == with_words.size
    assert alone.tobytes() == with_words.tobytes()


def test_a_document_without_a_chart_is_drawn_whole(tmp_path: Path) -> None:
    whole = drawn(tmp_path / "whole.png", DocumentTitle("Mandates"), *WORDS)
    assert whole.height > 1500


def test_pictures_of_pages_have_no_margins(tmp_path: Path) -> None:
    document = Document("", (MandateChart(many(40)),), landscape=True, dpi=72)
    found = list(page_pictures(document))
    assert len(found) == 3
    assert {round(one.width) for one in found} == {708}
    assert all(100 < one.height < 475 for one in found)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="its folder does not exist"):
        render_png(Document("", (CHART,)), tmp_path / "none" / "chart.png")
