from pathlib import Path

from emgdesk.reports.blocks import Chart, Series
from tests.reports.renderers.pdf.reading import fonts, operators, pages, render

CHART = Chart(
    "stacked",
    "People",
    ("SOM40", "SOM41 – 李明"),
    (Series("Members", (40, 30)), Series("Guests", (2, 0))),
    "people",
)


def test_a_chart_is_vectors_and_real_text(tmp_path: Path) -> None:
    _, path = render(tmp_path, CHART)
    (text,) = pages(path)
    for words in ("People", "Members", "Guests", "SOM40", "SOM41 – 李明", "42", "people"):
        assert words in text
    assert b"/Subtype /Image" not in path.read_bytes()
    assert {"NotoSans-Regular", "NotoSans-Bold", "NotoSansSC-Regular"} == fonts(path)
    (code,) = operators(path)
    assert code.count(" re B") == 2 + 3  # two swatches, three stretches of bars


def test_a_long_chart_goes_on_on_the_next_page_on_the_same_scale(tmp_path: Path) -> None:
    names = tuple(f"Entity {n:03}" for n in range(90))
    chart = Chart("stacked", "People", names, (Series("People", tuple(float(n) for n in range(90))),))
    result, path = render(tmp_path, chart)
    texts = pages(path)
    assert result.pages == len(texts) == 3
    assert [all(name in "".join(texts) for name in names), "People (continued)" in texts[1]] == [True, True]
    assert all("80" in text for text in texts)
