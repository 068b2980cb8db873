"""The mandate chart printed: vectors, real text, an outline, pages of its own size."""

import re
from pathlib import Path

from emgdesk.reports.blocks import Document, DocumentTitle, MandateChart
from emgdesk.reports.renderers.pdf import pdf_bytes
from tests.many_mandates import many
from tests.reports.mandates import event, facts, row, stretch
from tests.reports.renderers.pdf.reading import bookmarks, fonts, operators, pages, render

SMALL = MandateChart(
    facts(
        row(
            "reefs", stretch("2029-01-11", "2031-01-01"), until="SOM 31", name="Группа – Reefs",
            events=(event("established", "2029-01-11"), event("concluded", "2030-01-01")),
        )
    )
)  # fmt: skip


def sizes(content: bytes) -> list[tuple[int, int]]:
    """Width and height of the pages in whole points."""
    boxes = re.findall(rb"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+) ?\]", content)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def test_the_chart_is_vectors_and_real_text(tmp_path: Path) -> None:
    result, path = render(tmp_path, SMALL, landscape=True)
    (text,) = pages(path)
    for words in ("Группа – Reefs", "SOM", "29", "2030", "1 January 2031", "until SOM 31", "own mandate"):
        assert words in text
    assert b"/Subtype /Image" not in path.read_bytes()
    assert fonts(path) == {"NotoSans-Regular", "NotoSans-Bold"}
    assert result.missing == ()
    assert sizes(path.read_bytes()) == [(842, 595)]
    (code,) = operators(path)
    assert " h f" in code  # the marks


def test_many_workstreams_take_pages_with_axis_and_legend_on_each(tmp_path: Path) -> None:
    chart = many(40)
    _, path = render(tmp_path, DocumentTitle("Mandates"), MandateChart(chart), landscape=True)
    found = pages(path)
    assert len(found) == 3
    for text in found:
        assert "own mandate" in text
        assert "1 June 2031" in text
        assert "2010" in text
    outline = bookmarks(path)
    assert outline[0] == (0, "Mandate chart", 0)
    assert [title for _, title, _ in outline[1:]] == [one.name for one in chart.rows]
    assert {page for _, _, page in outline} == {0, 1, 2}


def test_a3_has_room_for_more(tmp_path: Path) -> None:
    _, path = render(tmp_path, MandateChart(many(25)), landscape=True, paper="a3")
    assert sizes(path.read_bytes()) == [(1191, 842)]


def test_an_endless_page_is_as_high_as_what_stands_on_it() -> None:
    few, much = (
        pdf_bytes(Document("", (MandateChart(many(count)),), landscape=True), endless=True)[0]
        for count in (10, 40)
    )
    ((width, low),), ((same, high),) = sizes(few), sizes(much)
    assert width == same == 842
    assert 200 < low < 595 < high < 1500
