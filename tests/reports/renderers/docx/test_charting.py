"""Charts in Word: pictures as wide as the text, with their figures for whoever cannot see them."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from PIL import Image

from emgdesk.reports.blocks import Chart, Paragraph, Series
from tests.reports.renderers.docx.reading import part, render, shown

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
POINT = 12_700


def _stacked(meetings: int) -> Chart:
    names = tuple(f"SOM-{number}" for number in range(1, meetings + 1))
    series = (Series("Members", (10, *(4.0,) * (meetings - 1))), Series("Observers", (2.5,) * meetings))
    return Chart("stacked", "Who came", names, series, "people")


def test_a_chart_is_a_picture_told_in_figures(tmp_path: Path) -> None:
    path = render(tmp_path, _stacked(2), Paragraph("After it"))
    assert docx.Document(str(path)).tables == []
    assert [line.text for line in shown(path)] == ["Who came", "", "After it"]
    (extent,) = part(path).iter(f"{DRAWING}extent")
    assert round(int(extent.get("cx")) / POINT) == 459
    assert 40 < int(extent.get("cy")) / POINT < 90
    (props,) = part(path).iter(f"{DRAWING}docPr")
    assert props.get("descr") == (
        "Bar chart: Who came (people). SOM-1: Members 10, Observers 2.5. SOM-2: Members 4, Observers 2.5."
    )


def test_it_is_sharp_and_light(tmp_path: Path) -> None:
    path = render(tmp_path, _stacked(12))
    with ZipFile(path) as file:
        (name,) = [name for name in file.namelist() if name.endswith(".png")]
        content = file.read(name)
    picture = Image.open(BytesIO(content))
    assert picture.width == 1409  # 220 dots to the inch
    assert picture.convert("RGB").getpixel((0, picture.height - 1)) == (255, 255, 255)
    assert len(content) < 40_000


def test_one_higher_than_a_page_goes_on_on_the_next(tmp_path: Path) -> None:
    path = render(tmp_path, _stacked(60))
    heights = [int(extent.get("cy")) / POINT for extent in part(path).iter(f"{DRAWING}extent")]
    assert len(heights) == 2
    assert max(heights) < 718
    told = [props.get("descr") for props in part(path).iter(f"{DRAWING}docPr")]
    assert told[1] == f"{told[0]} Part 2."
