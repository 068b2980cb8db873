"""The mandate chart in Word: a picture a page, with words for whoever cannot see it."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from PIL import Image

from emgdesk.reports.blocks import DocumentTitle, MandateChart
from tests.many_mandates import many
from tests.reports.renderers.docx.reading import W, number, part, render

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
POINT = 12_700


def test_pictures_fit_the_lying_page_and_are_told_in_words(tmp_path: Path) -> None:
    path = render(tmp_path, DocumentTitle("Mandates", "As of today"), MandateChart(many(40)), landscape=True)
    body = part(path)
    sizes = [
        (round(int(extent.get("cx")) / POINT), round(int(extent.get("cy")) / POINT))
        for extent in body.iter(f"{DRAWING}extent")
    ]
    assert len(sizes) == 3
    assert all(600 < width <= 706 and height <= 459 for width, height in sizes)
    assert sizes[0][1] < 360  # the title stands above it
    assert [props.get("descr") for props in body.iter(f"{DRAWING}docPr")] == [
        "Chart of the mandates of 40 workstreams from 2002 to 2031, with 368 events.",
        "Chart of the mandates of 40 workstreams from 2002 to 2031, with 368 events. Part 2.",
        "Chart of the mandates of 40 workstreams from 2002 to 2031, with 368 events. Part 3.",
    ]
    with ZipFile(path) as file:
        pictures = [Image.open(BytesIO(file.read(n))) for n in file.namelist() if n.endswith(".png")]
    assert [picture.width for picture in pictures] == [2163, 2163, 2163]


def test_on_larger_paper_pages_and_pictures_are_larger(tmp_path: Path) -> None:
    chart = MandateChart(many(20))
    path = render(tmp_path, DocumentTitle("Mandates", "As of today"), chart, landscape=True, paper="a3")
    page = part(path).find(f".//{W}pgSz")
    assert [number(page, side) for side in ("w", "h", "orient")] == ["23811", "16838", "landscape"]
    (extent,) = part(path).iter(f"{DRAWING}extent")
    assert round(int(extent.get("cx")) / POINT) == 1054
    assert int(extent.get("cy")) / POINT < 700
